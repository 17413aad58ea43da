//! An engine under test, and what every story needs.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, Memory, NewEntry, Sqlite, Stream};
use tempfile::TempDir;

/// An empty log, and the folder it may lie in.
pub struct Engine {
    pub log: Arc<dyn Log>,
    _folder: Option<TempDir>,
}

impl Engine {
    pub fn memory() -> Self {
        Self { log: Arc::new(Memory::new()), _folder: None }
    }

    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { log: Arc::new(open(folder.path())), _folder: Some(folder) }
    }

    pub fn jetstream() -> Self {
        let opening = crate::nats::server::open();
        let log = tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(opening));
        Self { log: Arc::new(log), _folder: None }
    }

    pub fn faulty_but_calm() -> Self {
        let faulty = Faulty::new(Arc::new(Memory::new()), 1, Odds { lost: 1_000, ..Odds::default() });
        faulty.calm();
        Self { log: Arc::new(faulty), _folder: None }
    }
}

pub fn open(folder: &Path) -> Sqlite {
    Sqlite::open(folder).unwrap()
}

pub fn stream(name: &str) -> Stream {
    Stream::new(name).unwrap()
}

pub fn entry(text: &str) -> NewEntry {
    NewEntry {
        at_ms: 1_000,
        kind: "said".to_owned(),
        body: Bytes::copy_from_slice(text.as_bytes()),
        parts: Vec::new(),
    }
}

/// The texts of a stream, checking that its numbers have no gap.
pub async fn texts(log: &dyn Log, stream: &Stream) -> Vec<String> {
    let entries = log.read(stream, 0, usize::MAX).await.unwrap();
    for (entry, seq) in entries.iter().zip(1..) {
        assert_eq!(entry.seq, seq, "numbers of {stream}");
    }
    entries.iter().map(|entry| String::from_utf8(entry.body.to_vec()).unwrap()).collect()
}

/// A story that hangs fails.
pub async fn within<T>(story: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), story).await.expect("ends within a minute")
}
