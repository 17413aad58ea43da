//! Blobs without a disk. What is held ends with the process.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use sha2::{Digest as _, Sha256};

use super::{Blobs, Digest, Incoming, PIECE_BYTES_MAX, Pieces};
use crate::log::LogFault;

/// Blobs in memory. Clones share them.
#[derive(Clone, Default)]
pub struct Held(Arc<Mutex<Store>>);

#[derive(Default)]
struct Store {
    closed: bool,
    blobs: BTreeMap<Digest, Bytes>,
}

impl Held {
    /// All later calls fail.
    pub fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
    }

    fn open(&self) -> Result<MutexGuard<'_, Store>, LogFault> {
        let store = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if store.closed { Err(LogFault::Closed) } else { Ok(store) }
    }
}

#[async_trait]
impl Blobs for Held {
    async fn begin(&self) -> Result<Box<dyn Incoming>, LogFault> {
        drop(self.open()?);
        Ok(Box::new(Part { held: self.clone(), bytes: BytesMut::new() }))
    }

    async fn length(&self, blob: &Digest) -> Result<Option<u64>, LogFault> {
        Ok(self.open()?.blobs.get(blob).map(|bytes| bytes.len() as u64))
    }

    async fn read(&self, blob: &Digest, part: Range<u64>) -> Result<Option<Pieces>, LogFault> {
        let Some(mut bytes) = self.open()?.blobs.get(blob).cloned() else { return Ok(None) };
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
        let (from, to) = (place(part.start), place(part.end));
        bytes = bytes.slice(from.min(to)..to);
        let pieces = std::iter::from_fn(move || {
            let piece = bytes.split_to(bytes.len().min(PIECE_BYTES_MAX));
            (!piece.is_empty()).then_some(Ok(piece))
        });
        Ok(Some(stream::iter(pieces).boxed()))
    }

    async fn remove(&self, blob: &Digest) -> Result<(), LogFault> {
        self.open()?.blobs.remove(blob);
        Ok(())
    }

    async fn all(&self) -> Result<Vec<Digest>, LogFault> {
        Ok(self.open()?.blobs.keys().copied().collect())
    }

    async fn sweep_parts(&self) -> Result<usize, LogFault> {
        self.open().map(|_nothing_outlives_the_process| 0)
    }
}

struct Part {
    held: Held,
    bytes: BytesMut,
}

#[async_trait]
impl Incoming for Part {
    async fn write(&mut self, piece: Bytes) -> Result<(), LogFault> {
        self.bytes.extend_from_slice(&piece);
        Ok(())
    }

    fn digest(&self) -> Digest {
        Digest::of_sha256(Sha256::digest(&self.bytes).into())
    }

    async fn keep(self: Box<Self>) -> Result<Digest, LogFault> {
        let digest = self.digest();
        self.held.open()?.blobs.insert(digest, self.bytes.freeze());
        Ok(digest)
    }
}
