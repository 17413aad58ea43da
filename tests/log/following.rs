//! Following a stream.

use futures_util::StreamExt;
use futures_util::future::join_all;
use plenary::log::{AppendError, Entry, Log};

use crate::engine::{Engine, entry, stream};

/// Appends `count` entries, each after however many lost races it takes.
async fn append_each(log: &dyn Log, name: &str, writer: usize, count: usize) {
    let stream = stream(name);
    let mut last = 0;
    for text in (0..count).map(|n| format!("{writer}:{n}")) {
        loop {
            match log.append(&stream, last, vec![entry(&text)]).await {
                Ok(stored) => break last = stored,
                Err(AppendError::Raced { last: truth }) => last = truth,
                Err(AppendError::Fault(fault)) => panic!("{fault}"),
            }
        }
    }
}

pub async fn a_follower_sees_each_entry_once_while_others_append(Engine { log, .. }: Engine) {
    // More than a page is there before anyone follows.
    append_each(&*log, "opening", 9, 300).await;
    let followers: Vec<_> = [0, 7, 300, 350]
        .map(|after| {
            let log = log.clone();
            tokio::spawn(async move {
                let follower = log.follow(&stream("opening"), after).await.unwrap();
                let seen = follower.take(500 - after as usize).map(Result::unwrap).collect().await;
                (after, seen)
            })
        })
        .into();
    let writers = (0..4).map(|writer| {
        let log = log.clone();
        tokio::spawn(async move { append_each(&*log, "opening", writer, 50).await })
    });
    let elsewhere = append_each(&*log, "closing", 0, 20);
    futures_util::join!(join_all(writers), elsewhere);

    let stored = log.read(&stream("opening"), 0, 1_000).await.unwrap();
    assert_eq!(stored.len(), 500);
    for follower in followers {
        let (after, seen): (u64, Vec<Entry>) = follower.await.unwrap();
        assert!(stored.iter().skip(after as usize).eq(&seen), "after {after}: {seen:?}");
    }
}

pub async fn a_long_past_is_read_to_its_end(Engine { log, .. }: Engine) {
    append_each(&*log, "opening", 0, 600).await;
    let follower = log.follow(&stream("opening"), 0).await.unwrap();
    let seen: Vec<u64> = follower.take(600).map(|entry| entry.unwrap().seq).collect().await;
    assert!(seen.iter().copied().eq(1..=600), "{seen:?}");
}

pub async fn followers_begin_where_they_ask(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    let mut early = log.follow(&opening, 0).await.unwrap();
    let mut late = log.follow(&opening, 2).await.unwrap();
    log.append(&opening, 0, vec![entry("a"), entry("b"), entry("c")]).await.unwrap();

    assert_eq!(early.next().await.unwrap().unwrap().seq, 1);
    assert_eq!(late.next().await.unwrap().unwrap().seq, 3);
    log.append(&opening, 3, vec![entry("d")]).await.unwrap();
    assert_eq!(late.next().await.unwrap().unwrap().seq, 4);
    assert_eq!(early.next().await.unwrap().unwrap().seq, 2);
}

pub async fn a_follower_comes_to_the_end_when_the_log_closes(Engine { log, .. }: Engine) {
    let opening = stream("opening");
    let waiting = log.follow(&opening, 0).await.unwrap();
    let reading = tokio::spawn(waiting.map(Result::unwrap).map(|entry| entry.seq).collect::<Vec<_>>());
    let mut first = log.follow(&opening, 0).await.unwrap();
    log.append(&opening, 0, vec![entry("a")]).await.unwrap();
    assert_eq!(first.next().await.unwrap().unwrap().seq, 1);

    log.close().await;

    assert!(first.next().await.is_none());
    let seen = reading.await.unwrap();
    assert!(seen.is_empty() || seen == [1], "{seen:?}");
}

pub async fn a_follower_does_not_keep_a_forgotten_log_alive(engine: Engine) {
    let follower = engine.log.follow(&stream("opening"), 0).await.unwrap();
    drop(engine);
    assert_eq!(follower.count().await, 0);
}
