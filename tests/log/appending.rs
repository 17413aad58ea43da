//! Appending and reading.

use bytes::Bytes;
use futures_util::future::join_all;
use plenary::log::{
    APPEND_ENTRIES_MAX, AppendError, ENTRY_BYTES_MAX, LogFault, NAME_BYTES_MAX, NewEntry, Stream,
};

use crate::engine::{Engine, entry, stream, texts};

pub async fn entries_are_numbered_from_one_and_read_in_order(Engine { log, .. }: Engine) {
    let opening = stream("session/opening");
    let odd = NewEntry {
        at_ms: -5,
        kind: "été".to_owned(),
        body: Bytes::from_static(&[0, 255, 10]),
        parts: Vec::new(),
    };

    assert_eq!(log.last(&opening).await.unwrap(), 0);
    assert_eq!(log.append(&opening, 0, vec![entry("a"), odd.clone()]).await.unwrap(), 2);
    assert_eq!(log.append(&opening, 2, vec![entry("c")]).await.unwrap(), 3);

    assert_eq!(log.last(&opening).await.unwrap(), 3);
    let stored = log.read(&opening, 0, 10).await.unwrap();
    assert_eq!(stored.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [1, 2, 3]);
    let second = stored.get(1).unwrap();
    assert_eq!((second.at_ms, &second.kind, &second.body), (odd.at_ms, &odd.kind, &odd.body));
}

pub async fn streams_are_apart(Engine { log, .. }: Engine) {
    assert_eq!(log.streams().await.unwrap(), []);
    for name in ["session/b", "links", "session/a", "links"] {
        let stream = stream(name);
        let last = log.last(&stream).await.unwrap();
        log.append(&stream, last, vec![entry(name)]).await.unwrap();
    }

    assert_eq!(texts(&*log, &stream("links")).await, ["links", "links"]);
    assert_eq!(texts(&*log, &stream("session/a")).await, ["session/a"]);
    assert_eq!(texts(&*log, &stream("session")).await, [""; 0]);
    let names = log.streams().await.unwrap();
    assert_eq!(names.iter().map(Stream::as_str).collect::<Vec<_>>(), ["links", "session/a", "session/b"]);
}

pub async fn a_reader_gets_no_more_than_it_asked_for(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    log.append(&opening, 0, ["a", "b", "c", "d"].map(entry).into()).await.unwrap();

    for (after, limit, expected) in [
        (0, 2, vec![1, 2]),
        (2, 2, vec![3, 4]),
        (3, 2, vec![4]),
        (4, 2, vec![]),
        (1, 0, vec![]),
        (u64::MAX, usize::MAX, vec![]),
    ] {
        let read = log.read(&opening, after, limit).await.unwrap();
        let seqs: Vec<u64> = read.iter().map(|entry| entry.seq).collect();
        assert_eq!(seqs, expected, "after {after}, at most {limit}");
    }
}

pub async fn a_wrong_expectation_stores_nothing_and_tells_the_truth(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    log.append(&opening, 0, vec![entry("a"), entry("b")]).await.unwrap();

    for expected in [0, 1, 3, u64::MAX] {
        let raced = log.append(&opening, expected, vec![entry("x"), entry("y")]).await;
        assert_eq!(raced, Err(AppendError::Raced { last: 2 }), "expected {expected}");
    }
    let raced = log.append(&stream("empty"), 1, vec![entry("x")]).await;
    assert_eq!(raced, Err(AppendError::Raced { last: 0 }));

    assert_eq!(texts(&*log, &opening).await, ["a", "b"]);
    assert_eq!(texts(&*log, &stream("empty")).await, [""; 0]);
}

pub async fn of_many_racing_writers_exactly_one_wins(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    for round in 0..20 {
        let writers = (0..32).map(|writer| {
            let (log, opening) = (log.clone(), opening.clone());
            let entries = vec![entry(&format!("{writer}")), entry(&format!("{writer}"))];
            tokio::spawn(async move { log.append(&opening, round * 2, entries).await })
        });
        let outcomes: Vec<_> = join_all(writers).await.into_iter().map(Result::unwrap).collect();

        let won: Vec<usize> =
            (0..32).filter(|writer| outcomes.get(*writer).is_some_and(Result::is_ok)).collect();
        let raced = Err(AppendError::Raced { last: round * 2 + 2 });
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == raced).count(), 31, "{outcomes:?}");
        let said = texts(&*log, &opening).await;
        let winner = won.first().unwrap().to_string();
        assert!(said.ends_with(&[winner.clone(), winner]), "{won:?} won, stored are {said:?}");
        assert_eq!(said.len() as u64, round * 2 + 2);
    }
}

pub async fn an_append_without_entries_only_compares(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    assert_eq!(log.append(&opening, 0, vec![]).await, Ok(0));
    assert_eq!(log.streams().await.unwrap(), []);
    log.append(&opening, 0, vec![entry("a")]).await.unwrap();

    assert_eq!(log.append(&opening, 1, vec![]).await, Ok(1));
    assert_eq!(log.append(&opening, 0, vec![]).await, Err(AppendError::Raced { last: 1 }));
}

pub async fn too_much_is_refused_and_the_log_goes_on(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    let large = |bytes| NewEntry { body: vec![b'x'; bytes].into(), ..entry("") };
    let wordy = NewEntry { kind: "k".repeat(129), ..entry("") };

    for entries in
        [vec![entry("a"), large(ENTRY_BYTES_MAX + 1)], vec![wordy], vec![entry("a"); APPEND_ENTRIES_MAX + 1]]
    {
        let refused = log.append(&opening, 0, entries).await.unwrap_err();
        assert!(matches!(refused, AppendError::Fault(LogFault::TooLarge { .. })), "{refused}");
    }
    let said = log.append(&opening, 0, vec![large(ENTRY_BYTES_MAX + 1)]).await.unwrap_err().to_string();
    assert_eq!(said, "1048577 bytes in an entry, where at most 1048576 are stored");
    assert_eq!(log.last(&opening).await.unwrap(), 0);

    assert_eq!(log.append(&opening, 0, vec![large(ENTRY_BYTES_MAX)]).await, Ok(1));
    assert_eq!(log.append(&opening, 1, vec![entry("a"); APPEND_ENTRIES_MAX]).await, Ok(4_097));
    assert_eq!(log.read(&opening, 0, 1).await.unwrap().first().unwrap().body.len(), ENTRY_BYTES_MAX);
}

pub async fn a_closed_log_says_so(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    log.append(&opening, 0, vec![entry("a")]).await.unwrap();

    log.close().await;
    log.close().await;

    let closed = LogFault::Closed;
    assert_eq!(log.append(&opening, 1, vec![entry("b")]).await, Err(closed.clone().into()));
    assert_eq!(log.read(&opening, 0, 1).await, Err(closed.clone()));
    assert_eq!(log.last(&opening).await, Err(closed.clone()));
    assert_eq!(log.streams().await, Err(closed.clone()));
    assert_eq!(log.follow(&opening, 0).await.err(), Some(closed.clone()));
    assert_eq!(log.put_blob("key", Bytes::new()).await, Err(closed.clone()));
    assert_eq!(log.blob("key").await, Err(closed));
}

#[test]
fn a_stream_is_named_in_parts() {
    let longest = "a".repeat(NAME_BYTES_MAX);
    for name in ["links", "session/opening", "a-b_c/0/1", &longest] {
        assert_eq!(Stream::new(name).unwrap().to_string(), name);
    }
    for name in ["", "/", "a/", "/a", "a//b", "A", "a.b", "a b", "é", &format!("{longest}a")] {
        assert!(Stream::new(name).is_err(), "{name:?}");
    }
    assert_eq!(
        Stream::new("Session").unwrap_err().to_string(),
        "\"Session\" does not name a stream: use 1 to 128 of the characters a-z, 0-9, '_', '-' and '/', in parts \
         separated by single slashes",
    );
}
