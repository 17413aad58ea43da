//! What is stored outlasts the engine.

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::future::join_all;
use plenary::log::{Log, OpenFault, Sqlite};

use crate::engine::{entry, open, stream, texts, within};

#[tokio::test]
async fn everything_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..3_u8 {
        let log = open(folder.path());
        let opening = stream("opening");
        let expected: Vec<String> = (0..round).map(|n| n.to_string()).collect();
        assert_eq!(texts(&log, &opening).await, expected);
        let key = log.put_blob_if_absent("key", vec![round].into()).await.unwrap();
        assert_eq!(key, Bytes::from_static(&[0]), "the key is made once");

        log.append(&opening, u64::from(round), vec![entry(&round.to_string())]).await.unwrap();
        within(log.close()).await;
    }
}

#[tokio::test]
async fn closing_folds_everything_into_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    log.append(&stream("opening"), 0, vec![entry("a")]).await.unwrap();
    assert_eq!(log.last(&stream("opening")).await.unwrap(), 1);
    within(log.close()).await;

    let mut files: Vec<_> = folder.path().read_dir().unwrap().map(|file| file.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["plenary.db", "plenary.lock"]);
}

#[tokio::test]
async fn closing_answers_what_was_handed_in_before() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let handed_in: Vec<_> = (0..100)
        .map(|n| {
            let (log, name) = (log.clone(), format!("session/{n}"));
            tokio::spawn(async move { log.append(&stream(&name), 0, vec![entry("a")]).await.is_ok() })
        })
        .collect();
    tokio::task::yield_now().await;
    within(log.close()).await;

    let stored = join_all(handed_in).await.into_iter().filter(|stored| *stored.as_ref().unwrap()).count();
    assert_eq!(open(folder.path()).streams().await.unwrap().len(), stored);
}

#[tokio::test]
async fn a_forgotten_log_frees_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    log.append(&stream("opening"), 0, vec![entry("a")]).await.unwrap();
    let end = log.follow(&stream("opening"), 1).await.unwrap();
    drop(log);
    assert_eq!(within(end.count()).await, 0);

    // The writer ends by itself, soon after its followers.
    let log = within(async {
        loop {
            match Sqlite::open(folder.path()) {
                Ok(log) => break log,
                Err(OpenFault::Locked { .. }) => tokio::task::yield_now().await,
                Err(fault) => panic!("{fault}"),
            }
        }
    })
    .await;
    assert_eq!(texts(&log, &stream("opening")).await, ["a"]);
}
