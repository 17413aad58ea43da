//! Blobs of any size beside the streams: each is named by what it holds, comes in and goes out in pieces, and is never
//! whole in memory.
//!
//! The same bytes have the same name, so they are kept once. Who needs a blob, the engine does not know: whoever puts
//! one in sees to it that it is removed when nothing refers to it any more.

mod digest;
mod files;
mod memory;

use std::ops::Range;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;

pub use digest::{Digest, InvalidDigest};
pub use files::BLOBS;
pub(super) use files::Files;
pub(super) use memory::Held;

use super::LogFault;

/// Largest piece that is read of a blob, in bytes.
pub const PIECE_BYTES_MAX: usize = 64 << 10;

/// A blob, or a part of one, as it is read.
pub type Pieces = BoxStream<'static, Result<Bytes, LogFault>>;

/// Where blobs are kept.
#[async_trait]
pub trait Blobs: Send + Sync {
    /// Begins to take a blob in. Nothing of it is to be seen until it is kept.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn begin(&self) -> Result<Box<dyn Incoming>, LogFault>;

    /// How many bytes a blob has; none if it is not there.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn length(&self, blob: &Digest) -> Result<Option<u64>, LogFault>;

    /// The bytes of a blob from `part.start` up to `part.end`, which end with the blob; none if it is not there. One that
    /// is removed while it is read is read to its end.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn read(&self, blob: &Digest, part: Range<u64>) -> Result<Option<Pieces>, LogFault>;

    /// Removes a blob. One that is not there is as good as removed.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn remove(&self, blob: &Digest) -> Result<(), LogFault>;

    /// The names of all blobs, in no order.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn all(&self) -> Result<Vec<Digest>, LogFault>;

    /// Removes what was being taken in when an earlier server ended, and tells how many there were. What is being taken in
    /// now stays.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    async fn sweep_parts(&self) -> Result<usize, LogFault>;
}

/// A blob that is being taken in. Dropped before it is kept, it leaves nothing behind.
#[async_trait]
pub trait Incoming: Send {
    /// Takes the next piece in.
    ///
    /// # Errors
    /// If the storage fails.
    async fn write(&mut self, piece: Bytes) -> Result<(), LogFault>;

    /// The name of the blob as far as it has been taken in.
    fn digest(&self) -> Digest;

    /// Keeps the blob, and names it. Once it has returned `Ok`, the blob survives a kill of the process and, on disk, a
    /// power cut.
    ///
    /// # Errors
    /// If the log is closed or its storage fails; whether the blob is kept is open.
    async fn keep(self: Box<Self>) -> Result<Digest, LogFault>;
}
