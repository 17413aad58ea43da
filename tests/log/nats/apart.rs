//! What is kept apart from an append's message: on the disk it stands nowhere once it is erased, and an append that lost
//! the race leaves nothing of it.

use std::path::Path;

use bytes::Bytes;
use plenary::log::{AppendError, Log, NewEntry, Part};

use super::server::Server;
use crate::engine::{entry, stream, texts};
use plenary::log::Nats;

const SECRET: &str = "my telephone number is 0961 555 010";

fn with_secret(text: &str) -> NewEntry {
    let part = Part { subject: "person/ana".to_owned(), body: Bytes::from_static(SECRET.as_bytes()) };
    NewEntry { parts: vec![part], ..entry(text) }
}

/// Whether a text stands in any file below a folder.
fn stands_in(folder: &Path, text: &str) -> bool {
    folder.read_dir().unwrap().map(|file| file.unwrap().path()).any(|path| {
        if path.is_dir() {
            return stands_in(&path, text);
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_erased_stands_in_no_file() {
    let mut server = Server::start();
    let log = Nats::open(server.settings()).await.unwrap();
    for n in 0..20 {
        // Others' parts stand between, so that the server cannot throw the whole away.
        let part = Part { subject: format!("person/{n}"), body: Bytes::from(vec![b'o'; 1_000]) };
        let others = NewEntry { parts: vec![part], ..entry("said") };
        log.append(&stream("a"), 2 * n, vec![with_secret("said"), others]).await.unwrap();
    }
    assert!(stands_in(&server.store(), SECRET), "it is found where it is");
    assert_eq!(log.erase(&stream("a"), vec!["person/ana".to_owned()]).await, Ok(20));
    assert!(!stands_in(&server.store(), SECRET), "it is erased while the server runs");
    assert!(stands_in(&server.store(), "said"), "the entries stay");
    assert!(stands_in(&server.store(), &"o".repeat(1_000)), "and what others have");
    log.close().await;
    server.signal("TERM");
    server.kill();
    assert!(!stands_in(&server.store(), SECRET), "and once it has ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_append_that_lost_the_race_leaves_nothing() {
    let server = Server::start();
    let settings = server.settings();
    let (one, other) = (Nats::open(settings.clone()).await.unwrap(), Nats::open(settings).await.unwrap());
    one.append(&stream("a"), 0, vec![entry("first")]).await.unwrap();
    assert_eq!(other.last(&stream("a")).await, Ok(1));
    one.append(&stream("a"), 1, vec![entry("faster")]).await.unwrap();
    // The other does not know of it yet, and stores what it has apart before it is told.
    let large = NewEntry { body: vec![b'x'; 900_000].into(), ..with_secret("") };
    let raced = other.append(&stream("a"), 1, vec![large]).await;
    assert_eq!(raced, Err(AppendError::Raced { last: 2 }));
    assert!(!stands_in(&server.store(), SECRET));
    assert!(!stands_in(&server.store(), &"x".repeat(1_000)));
    assert_eq!(texts(&other, &stream("a")).await, ["first", "faster"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn large_appends_come_back_whole_whatever_is_asked_of_them() {
    let log = super::server::open().await;
    let large = |byte: u8| NewEntry { body: vec![byte; 700_000].into(), ..with_secret("") };
    log.append(&stream("a"), 0, vec![entry("first")]).await.unwrap();
    log.append(&stream("a"), 1, (1..=4).map(large).collect()).await.unwrap();
    log.append(&stream("a"), 5, vec![entry("last")]).await.unwrap();
    for (after, limit, expected) in [(0, 10, 1..=6_u64), (2, 2, 3..=4), (4, 10, 5..=6)] {
        let read = log.read(&stream("a"), after, limit).await.unwrap();
        assert_eq!(read.iter().map(|entry| entry.seq).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        for entry in read.iter().filter(|entry| (2..=5).contains(&entry.seq)) {
            assert!(
                entry.body.len() == 700_000
                    && entry.body.iter().all(|byte| u64::from(*byte) == entry.seq - 1)
            );
            assert_eq!(entry.parts.len(), 1, "of {}", entry.seq);
        }
    }
}
