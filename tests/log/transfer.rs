//! A log copied into another: all of it, gone on with after it was cut off, and never over another's.

use std::sync::Arc;

use bytes::Bytes;
use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, NewEntry, Part};
use plenary::transfer::{TransferFault, copy, require_whole};

use crate::content::put;
use crate::engine::{Engine, entry, stream, texts, within};

/// An entry with something of a person that can be erased.
fn of(person: usize, text: &str) -> NewEntry {
    let part = Part { subject: format!("person/{person}"), body: Bytes::from(format!("\"{text}\"")) };
    NewEntry { parts: vec![part], ..entry(text) }
}

/// Fills a log as a conference does: several streams, some entries large, parts of which some are erased, keys and sound.
async fn fill(log: &Arc<dyn Log>) {
    for (name, count) in [("conference", 40), ("links", 3), ("session/opening", 3_000)] {
        let entries = (0..count).map(|n| of(n % 7, &format!("{name} {n}")));
        let entries: Vec<NewEntry> = entries.collect();
        let mut last = 0;
        for some in entries.chunks(100) {
            last = log.append(&stream(name), last, some.to_vec()).await.unwrap();
        }
    }
    let large = NewEntry { body: vec![b'x'; 700_000].into(), ..entry("") };
    log.append(&stream("session/opening"), 3_000, vec![large.clone(), large]).await.unwrap();
    log.erase(&stream("session/opening"), vec!["person/3".to_owned()]).await.unwrap();
    log.put_blob("cookies/key", Bytes::from_static(b"secret")).await.unwrap();
    log.put_blob("entry/large", vec![7; 2 << 20].into()).await.unwrap();
    put(&log.blobs(), &vec![9; 300_000], 10_000).await;
    put(&log.blobs(), b"short", 10).await;
}

async fn assert_same(one: &Arc<dyn Log>, other: &Arc<dyn Log>) {
    assert_eq!(one.streams().await, other.streams().await);
    for stream in one.streams().await.unwrap() {
        let read = |log: &Arc<dyn Log>| {
            let (log, stream) = (log.clone(), stream.clone());
            async move { log.read(&stream, 0, usize::MAX).await.unwrap() }
        };
        let (entries, others) = (read(one).await, read(other).await);
        assert!(entries == others, "{stream}: {} and {} entries", entries.len(), others.len());
    }
    let names = one.blob_names("").await.unwrap();
    assert_eq!(names, other.blob_names("").await.unwrap());
    for name in names {
        assert!(one.blob(&name).await == other.blob(&name).await, "{name}");
    }
    let (mut blobs, mut others) = (one.blobs().all().await.unwrap(), other.blobs().all().await.unwrap());
    blobs.sort_unstable();
    others.sort_unstable();
    assert_eq!(blobs, others);
}

/// Each way between the engines.
fn ways() -> [(Engine, Engine); 2] {
    [(Engine::sqlite(), Engine::jetstream()), (Engine::jetstream(), Engine::sqlite())]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_the_same_and_doing_it_again_adds_nothing() {
    for (from, to) in ways() {
        fill(&from.log).await;
        let copied = within(copy(&*from.log, &*to.log)).await.unwrap();
        assert_same(&from.log, &to.log).await;
        let streams: Vec<_> = copied.streams.iter().map(|one| (one.stream.as_str(), one.entries)).collect();
        assert_eq!(streams, [("conference", 40), ("links", 3), ("session/opening", 3_002)]);
        assert!(copied.streams.iter().all(|one| one.from == one.to && one.added == one.entries));
        assert_eq!((copied.named, copied.blobs, copied.damaged.len()), (2, 2, 0));
        require_whole(&*to.log).await.unwrap();

        // The source goes on, and the copy follows.
        from.log.append(&stream("links"), 3, vec![entry("later")]).await.unwrap();
        let again = within(copy(&*from.log, &*to.log)).await.unwrap();
        assert_eq!(again.streams.iter().map(|one| one.added).collect::<Vec<_>>(), [0, 1, 0]);
        assert_same(&from.log, &to.log).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_is_cut_off_is_not_taken_for_a_whole_one_and_is_gone_on_with() {
    for (seed, (from, to)) in (1..).zip(ways()) {
        fill(&from.log).await;
        let odds = Odds { lost: 250, unanswered: 250, ..Odds::default() };
        let breaking = Faulty::new(to.log.clone(), seed, odds);
        let mut cut_off = 0;
        let copied = loop {
            match within(copy(&*from.log, &breaking)).await {
                Ok(copied) => break copied,
                Err(TransferFault::Write(_)) => {
                    cut_off += 1;
                    assert_eq!(require_whole(&*to.log).await, Err(TransferFault::NotWhole));
                    let half = copy(&*to.log, &*Engine::memory().log).await.map(drop);
                    assert_eq!(half, Err(TransferFault::NotWhole), "half a copy is not copied on");
                    // Somebody's details are erased where it comes from before it is done again.
                    from.log.erase(&stream("session/opening"), vec!["person/5".to_owned()]).await.unwrap();
                }
                Err(fault) => panic!("{fault}"),
            }
        };
        assert!(cut_off > 0, "it was cut off");
        assert!(copied.streams.iter().all(|one| one.from == one.to));
        assert_same(&from.log, &to.log).await;
        let entries = to.log.read(&stream("session/opening"), 0, 100).await.unwrap();
        assert!(entries.iter().all(|entry| entry.parts.iter().all(|part| part.subject != "person/5")));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_target_that_holds_something_else_is_left_as_it_is() {
    for (from, to) in ways() {
        let nothing = copy(&*from.log, &*to.log).await.map(drop);
        assert_eq!(nothing, Err(TransferFault::Nothing));
        fill(&from.log).await;
        to.log.append(&stream("links"), 0, vec![of(0, "links 0"), entry("otherwise")]).await.unwrap();
        let refused = within(copy(&*from.log, &*to.log)).await.map(drop).unwrap_err();
        assert_eq!(refused, TransferFault::Other { stream: stream("links"), seq: 2 });
        assert_eq!(
            refused.to_string(),
            "links in the target is another than in what is copied, from entry 2 on: name a target that is empty, or that \
             holds the beginning of the same conference"
        );
        assert_eq!(texts(&*to.log, &stream("links")).await, ["links 0", "otherwise"]);
        assert_eq!(to.log.streams().await, Ok(vec![stream("links")]));
        assert_eq!(to.log.blob_names("").await, Ok(Vec::new()));
    }
    let (from, longer) = (Engine::memory(), Engine::memory());
    fill(&from.log).await;
    copy(&*from.log, &*longer.log).await.unwrap();
    longer.log.append(&stream("links"), 3, vec![entry("gone on")]).await.unwrap();
    let refused = copy(&*from.log, &*longer.log).await.map(drop);
    assert_eq!(refused, Err(TransferFault::Other { stream: stream("links"), seq: 4 }), "it was gone on with");

    let (stranger, another_key) = (Engine::memory(), Engine::memory());
    stranger.log.append(&stream("session/other"), 0, vec![entry("x")]).await.unwrap();
    let refused = copy(&*from.log, &*stranger.log).await.map(drop);
    assert_eq!(refused, Err(TransferFault::Foreign { stream: stream("session/other") }));
    another_key.log.put_blob("cookies/key", Bytes::from_static(b"another")).await.unwrap();
    let refused = copy(&*from.log, &*another_key.log).await.map(drop);
    assert_eq!(refused, Err(TransferFault::OtherBlob { name: "cookies/key".to_owned() }));
    assert_eq!(another_key.log.streams().await, Ok(Vec::new()));
}

#[tokio::test]
async fn who_writes_to_the_target_meanwhile_is_told() {
    let (from, to) = (Engine::memory(), Engine::memory());
    fill(&from.log).await;
    let odds = Odds { raced: 1_000, ..Odds::default() };
    let with_rival = Faulty::new(to.log.clone(), 1, odds).with_rival(|_, _| vec![entry("rival")]);
    let refused = copy(&*from.log, &with_rival).await.map(drop);
    assert_eq!(refused, Err(TransferFault::Raced { stream: stream("conference") }));
    assert_eq!(require_whole(&*to.log).await, Err(TransferFault::NotWhole), "and what is there is not whole");
}
