//! The engine without a disk: for tests and for trying things out. What it holds ends with the process.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;

use super::limits::{check_blob, check_entries};
use super::name::check_blob_name;
use super::tail::{Pages, Tails};
use super::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, Stream, Tail, blobs};

/// A log in memory. Clones share what is stored.
#[derive(Clone, Default)]
pub struct Memory {
    held: Held,
    blobs: blobs::Held,
    tails: Arc<Tails>,
}

/// Apart from the tails, so that a follower does not keep itself waiting for ever.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<Store>>);

#[derive(Default)]
struct Store {
    closed: bool,
    streams: BTreeMap<Stream, Vec<Entry>>,
    blobs: BTreeMap<String, Bytes>,
}

impl Memory {
    /// An empty log.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Held {
    fn open(&self) -> Result<MutexGuard<'_, Store>, LogFault> {
        let store = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if store.closed { Err(LogFault::Closed) } else { Ok(store) }
    }
}

impl Store {
    fn last(&self, stream: &Stream) -> u64 {
        self.streams.get(stream).and_then(|entries| entries.last()).map_or(0, |entry| entry.seq)
    }
}

#[async_trait]
impl Pages for Held {
    async fn page(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        let store = self.open()?;
        let Some(entries) = store.streams.get(stream) else { return Ok(Vec::new()) };
        let from = usize::try_from(after).unwrap_or(usize::MAX);
        Ok(entries.iter().skip(from).take(limit).cloned().collect())
    }
}

#[async_trait]
impl Log for Memory {
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        check_entries(&entries)?;
        let mut store = self.held.open()?;
        let last = store.last(stream);
        if last != expected {
            return Err(AppendError::Raced { last });
        }
        if entries.is_empty() {
            return Ok(last);
        }
        let stored = store.streams.entry(stream.clone()).or_default();
        stored.extend((last + 1..).zip(entries).map(|(seq, entry)| entry.at(seq)));
        let last = store.last(stream);
        // Under the lock, so that announcements keep the order of the entries.
        self.tails.announce(stream, last);
        Ok(last)
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        self.held.page(stream, after, limit).await
    }

    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        self.tails.follow(self.held.clone(), stream, after).await
    }

    async fn erase(&self, stream: &Stream, subjects: Vec<String>) -> Result<u64, LogFault> {
        let mut store = self.held.open()?;
        let mut erased = 0;
        for entry in store.streams.get_mut(stream).into_iter().flatten() {
            let before = entry.parts.len();
            entry.parts.retain(|part| !subjects.contains(&part.subject));
            erased += (before - entry.parts.len()) as u64;
        }
        Ok(erased)
    }

    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.tails.tail(stream)
    }

    async fn last(&self, stream: &Stream) -> Result<u64, LogFault> {
        Ok(self.held.open()?.last(stream))
    }

    async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        Ok(self.held.open()?.streams.keys().cloned().collect())
    }

    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault> {
        check_blob(name, &bytes)?;
        self.held.open()?.blobs.insert(name.to_owned(), bytes);
        Ok(())
    }

    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        check_blob(name, &bytes)?;
        Ok(self.held.open()?.blobs.entry(name.to_owned()).or_insert(bytes).clone())
    }

    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        check_blob_name(name)?;
        Ok(self.held.open()?.blobs.get(name).cloned())
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        Ok(self.held.open()?.blobs.keys().filter(|name| name.starts_with(prefix)).cloned().collect())
    }

    async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        check_blob_name(name)?;
        self.held.open()?.blobs.remove(name);
        Ok(())
    }

    async fn check(&self) -> Result<(), LogFault> {
        self.held.open().map(drop)
    }

    fn blobs(&self) -> Arc<dyn Blobs> {
        Arc::new(self.blobs.clone())
    }

    async fn close(&self) {
        self.blobs.close();
        self.held.0.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.tails.close();
    }
}
