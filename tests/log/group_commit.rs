//! Many writes share one transaction, and none suffers from its neighbours.

use futures_util::future::{join, join_all};
use plenary::log::{AppendError, Log};

use crate::engine::{entry, open, stream, texts, within};

#[tokio::test]
async fn appends_at_one_time_share_transactions() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    assert_eq!(log.commits(), 0);
    let appends = (0..500).map(|n| {
        let log = &log;
        async move { log.append(&stream(&format!("session/{n}")), 0, vec![entry("a")]).await }
    });
    let outcomes = within(join_all(appends)).await;

    assert!(outcomes.iter().all(|outcome| *outcome == Ok(1)));
    assert!((1..=100).contains(&log.commits()), "{} transactions for 500 appends", log.commits());
    assert_eq!(log.streams().await.unwrap().len(), 500);
}

#[tokio::test]
async fn a_lost_race_does_not_disturb_its_neighbours() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let append = |name: String, expected| {
        let log = &log;
        async move { log.append(&stream(&name), expected, vec![entry("a")]).await }
    };
    let good = join_all((0..50).map(|n| append(format!("good/{n}"), 0)));
    let bad = join_all((0..50).map(|n| append(format!("bad/{n}"), 7)));
    let (good, bad) = within(join(good, bad)).await;

    assert!(good.iter().all(|outcome| *outcome == Ok(1)));
    assert!(bad.iter().all(|outcome| *outcome == Err(AppendError::Raced { last: 0 })));
    assert_eq!(log.streams().await.unwrap().len(), 50);
}

#[tokio::test]
async fn a_chain_of_appends_to_one_stream_keeps_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let opening = stream("opening");
    // Few enough for `join_all` to hand them in one after another.
    let chain = (0..25).map(|n| log.append(&opening, n, vec![entry(&n.to_string())]));
    let outcomes = within(join_all(chain)).await;

    assert_eq!(outcomes, (1..=25).map(Ok).collect::<Vec<_>>());
    assert_eq!(texts(&log, &opening).await, (0..25).map(|n| n.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn only_what_is_stored_takes_a_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    within(async {
        log.append(&stream("a"), 0, vec![entry("a")]).await.unwrap();
        log.append(&stream("a"), 0, vec![entry("a")]).await.unwrap_err();
        log.append(&stream("a"), 1, vec![]).await.unwrap();
        log.put_blob("key", b"1".as_slice().into()).await.unwrap();
        log.put_blob_if_absent("key", b"2".as_slice().into()).await.unwrap();
    })
    .await;
    assert_eq!(log.commits(), 2);
}
