//! Durable, ordered events and blobs: one interface, and the engines that keep it.
//!
//! A log holds streams. A stream is a sequence of entries numbered from 1 without gaps; who appends says which
//! number they believe to be the last, and if another writer was faster nothing is stored and they are told the
//! truth. So there is no leader to elect: to catch up is to read. Beside the streams it holds a few small blobs by name,
//! and [`Blobs`] of any size by what they hold. What is not kept at all stands beside it too: [`beats`].

pub mod beats;
mod blobs;
mod durable;
mod fault;
pub mod faulty;
mod limits;
mod memory;
mod name;
mod nats;
mod sqlite;
mod tail;

use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;

use crate::meters::meters;
pub use blobs::{BLOBS, Blobs, Digest, Incoming, InvalidDigest, PIECE_BYTES_MAX, Pieces};
pub use durable::sync_folder;
pub use fault::{AppendError, Holder, LogFault, OpenFault};
pub use limits::{APPEND_ENTRIES_MAX, BLOB_BYTES_MAX, ENTRY_BYTES_MAX, SUBJECT_BYTES_MAX};
pub use memory::Memory;
pub use name::{InvalidName, NAME_BYTES_MAX, Stream};
pub use nats::{Lost, Nats, NatsBeats, NatsOpenFault, NatsSettings, connect_for_signals};
pub use sqlite::{DATABASE, Held, LOCK, Settings, Sqlite, check_database, copy_database, free_to_use};
pub use tail::Tail;

/// Counts an append, and how long it took, for whoever watches the server.
fn count_append(appended: &Result<u64, AppendError>, began: Instant) {
    let outcome = match appended {
        Ok(_) => "stored",
        Err(AppendError::Raced { .. }) => "raced",
        Err(AppendError::Fault(_)) => "failed",
    };
    meters().appended(outcome, began.elapsed());
}

/// One stored event. What its bytes mean is the writer's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Place in its stream: from 1, without gaps.
    pub seq: u64,
    /// When it happened, in milliseconds since 1970 UTC, as the writer said.
    pub at_ms: i64,
    /// The event's tag, for people who read the table.
    pub kind: String,
    /// The event.
    pub body: Bytes,
    /// What of it is kept apart and is not erased, in the order of the subjects.
    pub parts: Vec<Part>,
}

/// What of an entry is kept apart, so that it can be erased while the entry stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whose it is: one of each subject in an entry; 1 to [`SUBJECT_BYTES_MAX`] bytes.
    pub subject: String,
    /// What it is. What its bytes mean is the writer's business.
    pub body: Bytes,
}

/// An event to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// When it happened, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// The event's tag, at most 128 bytes, for people who read the table.
    pub kind: String,
    /// The event, at most [`ENTRY_BYTES_MAX`] bytes with its parts.
    pub body: Bytes,
    /// What of it can be erased. Each subject has one.
    pub parts: Vec<Part>,
}

impl NewEntry {
    /// The entry this becomes at `seq`.
    fn at(self, seq: u64) -> Entry {
        let Self { at_ms, kind, body, mut parts } = self;
        parts.sort_by(|one, other| one.subject.cmp(&other.subject));
        Entry { seq, at_ms, kind, body, parts }
    }
}

/// Where events and blobs are kept.
///
/// A future that is dropped before it ends leaves it open whether its write is stored.
#[async_trait]
pub trait Log: Send + Sync {
    /// Appends all `entries` after `expected`, or none, and returns the last number of the stream.
    ///
    /// Once it has returned `Ok` the entries survive a kill of the process and, on disk, a power cut. Without
    /// entries it only compares `expected` with the truth.
    ///
    /// # Errors
    /// [`AppendError::Raced`] if the stream does not end at `expected`; nothing is stored. After
    /// [`AppendError::Fault`] the writer cannot know whether the entries are stored, and finds out by reading.
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError>;

    /// Entries with a number above `after`, in order, at most `limit`. No entry means the end of the stream;
    /// fewer than `limit` need not.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault>;

    /// All entries above `after`, then each new one once it is stored, without gap or double, whoever appended.
    ///
    /// It ends when the log closes, or after a fault; whoever needs more follows again from the last number
    /// seen.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault>;

    /// Erases the parts of these subjects in a stream, for good: what they said stands nowhere in the storage afterwards,
    /// but in copies that were made of it before. The entries stay. Tells how many parts there were. As durable as an
    /// append.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn erase(&self, stream: &Stream, subjects: Vec<String>) -> Result<u64, LogFault>;

    /// Tells where a stream ends, from now on: to be taken before what it is compared with is read.
    ///
    /// # Errors
    /// If the log is closed.
    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault>;

    /// Number of the last entry; 0 for a stream without entries.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn last(&self, stream: &Stream) -> Result<u64, LogFault>;

    /// Every stream with at least one entry, in the order of their names.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn streams(&self) -> Result<Vec<Stream>, LogFault>;

    /// Stores a blob by name, in place of any of the same name. As durable as an append. Names are like those of
    /// streams, and may contain dots; at most [`BLOB_BYTES_MAX`] bytes.
    ///
    /// # Errors
    /// If the name or size is out of bounds, the log is closed or its storage fails.
    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault>;

    /// Stores a blob unless one of that name exists, and returns what is stored now: for what must be made only
    /// once, such as the key of the server.
    ///
    /// # Errors
    /// As [`Log::put_blob`].
    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault>;

    /// A blob, if it is there.
    ///
    /// # Errors
    /// If the name is out of bounds, the log is closed or its storage fails.
    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault>;

    /// The names of all named blobs that begin so, in their order.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault>;

    /// Removes a named blob. As durable as an append; one that is not there is as good as removed.
    ///
    /// # Errors
    /// If the name is out of bounds, the log is closed or its storage fails.
    async fn remove_blob(&self, name: &str) -> Result<(), LogFault>;

    /// Looks for damage in the entries, as far as the storage can tell. Reads them all, so it is for a server that is ready
    /// already; others are not held up.
    ///
    /// # Errors
    /// [`LogFault::Damaged`]; or if the log is closed or its storage fails.
    async fn check(&self) -> Result<(), LogFault>;

    /// Blobs of any size, named by what they hold.
    fn blobs(&self) -> Arc<dyn Blobs>;

    /// Stores what was handed in before, then closes: all later calls fail with [`LogFault::Closed`] and whoever
    /// follows comes to the end. Returns once the storage is released. Closing twice does no harm.
    async fn close(&self);
}
