//! A whole log, copied into another: from a data folder to servers of NATS, or back.
//!
//! Nobody else writes to either meanwhile; whoever calls this sees to that. What is copied is what a server makes the
//! conference of: every stream, entry by entry with what of it can be erased and was not, the blobs by name (the key of
//! cookies among them), and the blobs of any size. Blobs go first, so that what an entry refers to is there.
//!
//! A target may hold the beginning of the very same, as a copy that was cut off leaves it, or a log that was moved away and
//! comes back: then it is gone on with. Nothing is written before all of that is compared. While it is copied, a mark stands
//! in the target, and no server is started on it ([`require_whole`]).

mod blobs;
mod fault;
mod streams;
mod sum;

use bytes::Bytes;

pub use fault::TransferFault;

use crate::log::{Digest, Log, LogFault, Stream};

/// The blob that stands in a log while it is not whole.
const UNDER_WAY: &str = "transfer/under-way";

/// What a copy came to.
#[derive(Debug, Default)]
pub struct Copied {
    /// Every stream, in the order of their names.
    pub streams: Vec<CopiedStream>,
    /// How many blobs by name there are.
    pub named: usize,
    /// How many blobs of any size there are.
    pub blobs: usize,
    /// Blobs that are not what they were, and were not copied.
    pub damaged: Vec<Digest>,
}

/// What became of a stream.
#[derive(Debug)]
pub struct CopiedStream {
    /// Which one.
    pub stream: Stream,
    /// How many entries it has.
    pub entries: u64,
    /// How many of them the target did not have yet.
    pub added: u64,
    /// SHA-256 over all entries of the source, in order, read anew at the end.
    pub from: Digest,
    /// The same of the target.
    pub to: Digest,
}

/// Looks whether a log is whole, and not half copied.
///
/// # Errors
/// [`TransferFault::NotWhole`] where it is not; or if it cannot be read.
pub async fn require_whole(log: &dyn Log) -> Result<(), TransferFault> {
    match log.blob(UNDER_WAY).await.map_err(read)? {
        Some(_mark) => Err(TransferFault::NotWhole),
        None => Ok(()),
    }
}

/// Copies all of a log into another one that is empty or holds the beginning of the same.
///
/// # Errors
/// A [`TransferFault`]. Where the target holds something else, nothing was written; after any other it can be done again.
pub async fn copy(from: &dyn Log, to: &dyn Log) -> Result<Copied, TransferFault> {
    require_whole(from).await?;
    let streams = from.streams().await.map_err(read)?;
    if streams.is_empty() {
        return Err(TransferFault::Nothing);
    }
    for stream in to.streams().await.map_err(written)? {
        if !streams.contains(&stream) {
            return Err(TransferFault::Foreign { stream });
        }
    }
    let mut known = Vec::new();
    for stream in &streams {
        known.push(streams::compare(from, to, stream).await?);
    }
    let names = blobs::compare_named(from, to).await?;

    to.put_blob(UNDER_WAY, Bytes::from_static(b"under way")).await.map_err(written)?;
    let mut copied = Copied { named: names.all, ..Copied::default() };
    blobs::copy_named(from, to, names.missing).await?;
    (copied.blobs, copied.damaged) = blobs::copy_all(&*from.blobs(), &*to.blobs()).await?;
    for (stream, known) in streams.into_iter().zip(known) {
        let added = streams::go_on(from, to, &stream, known).await?;
        copied.streams.push(streams::compared(from, to, stream, added).await?);
    }
    to.remove_blob(UNDER_WAY).await.map_err(written)?;
    Ok(copied)
}

/// A fault of the log that is read, as one of the copy.
fn read(fault: LogFault) -> TransferFault {
    TransferFault::Read(fault)
}

/// A fault of the log that is written, as one of the copy.
fn written(fault: LogFault) -> TransferFault {
    TransferFault::Write(fault)
}
