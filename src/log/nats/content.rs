//! Blobs named by what they hold: pieces under the id of their upload, and a message under their hash that names it.
//!
//! The client's object store does not fit: it is told an object's name before its bytes, and here the bytes make the name.
//!
//! What is removed while it is read is read to its end at the same node, where its pieces wait for that; whoever reads it
//! at another comes to a fault.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use async_nats::HeaderMap;
use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use tokio::sync::RwLock;

use super::super::{Blobs, Digest, Incoming, LogFault, PIECE_BYTES_MAX, Pieces};
use super::core::Core;
use super::named::{PIECES, UPLOAD};

/// How many bytes a blob has.
const LENGTH: &str = "Plenary-Length";
/// How long an upload may take: what is older and has no name was given up.
const UPLOAD_MAX: SignedDuration = SignedDuration::from_hours(24);
/// Bytes of a piece, in every blob: where a byte stands follows from its place.
const PIECE: u64 = PIECE_BYTES_MAX as u64;

/// Blobs on the servers. Clones share them.
#[derive(Clone)]
pub(super) struct Content(Arc<Shared>);

struct Shared {
    core: Arc<Core>,
    /// Held for reading by whoever reads an upload here.
    reading: Mutex<HashMap<String, Arc<RwLock<()>>>>,
}

/// Where a blob is kept.
struct Place {
    message: u64,
    upload: String,
    length: u64,
}

impl Content {
    pub(super) fn of(core: Arc<Core>) -> Self {
        Self(Arc::new(Shared { core, reading: Mutex::default() }))
    }

    fn reading(&self, upload: &str) -> Arc<RwLock<()>> {
        let mut reading = self.0.reading.lock().unwrap_or_else(PoisonError::into_inner);
        reading.retain(|_, lock| Arc::strong_count(lock) > 1);
        Arc::clone(reading.entry(upload.to_owned()).or_default())
    }

    async fn place(&self, blob: &Digest) -> Result<Option<Place>, LogFault> {
        let core = &self.0.core;
        let found = core.message(&core.names.content(blob)).await?;
        Ok(found.map(|found| Place {
            message: found.message,
            upload: found.headers.get(UPLOAD).unwrap_or_default().to_owned(),
            length: found.headers.number(LENGTH),
        }))
    }
}

#[async_trait]
impl Blobs for Content {
    async fn begin(&self) -> Result<Box<dyn Incoming>, LogFault> {
        let core = &self.0.core;
        let _open = core.open().await?;
        Ok(Box::new(Part {
            core: Arc::clone(core),
            upload: core.fresh_id(),
            waiting: BytesMut::new(),
            stored: 0,
            length: 0,
            sha256: Sha256::new(),
            kept: false,
        }))
    }

    async fn length(&self, blob: &Digest) -> Result<Option<u64>, LogFault> {
        let _open = self.0.core.open().await?;
        Ok(self.place(blob).await?.map(|place| place.length))
    }

    async fn read(&self, blob: &Digest, part: Range<u64>) -> Result<Option<Pieces>, LogFault> {
        let _open = self.0.core.open().await?;
        let Some(place) = self.place(blob).await? else { return Ok(None) };
        let reading = self.reading(&place.upload).read_owned().await;
        let (from, to) = (part.start, part.end.min(place.length));
        let pieces = if from < to { from / PIECE..to.div_ceil(PIECE) } else { 0..0 };
        let (core, upload) = (Arc::clone(&self.0.core), place.upload);
        let pieces = stream::iter(pieces).then(move |n| {
            let (core, subject, reading) =
                (Arc::clone(&core), format!("{}.{n}", core.names.upload(&upload)), &reading);
            let _reading = reading;
            async move {
                let _open = core.open().await?;
                let found = core.message(&subject).await?.ok_or_else(|| LogFault::Storage {
                    reason: "a blob was removed at another node while it was read".to_owned(),
                })?;
                let start = n * PIECE;
                let place = |at: u64| {
                    usize::try_from(at.saturating_sub(start)).unwrap_or(usize::MAX).min(found.body.len())
                };
                Ok(found.body.slice(place(from)..place(to)))
            }
        });
        Ok(Some(pieces.boxed()))
    }

    async fn remove(&self, blob: &Digest) -> Result<(), LogFault> {
        let core = Arc::clone(&self.0.core);
        let _open = core.open().await?;
        let Some(Place { message, upload, .. }) = self.place(blob).await? else { return Ok(()) };
        core.api.erase(&core.names.blobs(), message).await?;
        let reading = self.reading(&upload);
        if let Ok(_nobody) = reading.try_write() {
            return core.purge_upload(&upload).await;
        }
        tokio::spawn(async move {
            let _nobody = reading.write().await;
            let Ok(_open) = core.open().await else { return };
            if let Err(fault) = core.purge_upload(&upload).await {
                tracing::warn!(%fault, "a removed blob could not be taken away yet");
            }
        });
        Ok(())
    }

    async fn all(&self) -> Result<Vec<Digest>, LogFault> {
        let core = &self.0.core;
        let _open = core.open().await?;
        let (subjects, _) = core.api.subjects(&core.names.blobs(), &core.names.contents()).await?;
        Ok(subjects.iter().filter_map(|subject| subject.rsplit('.').next()?.parse().ok()).collect())
    }

    async fn sweep_parts(&self) -> Result<usize, LogFault> {
        let core = &self.0.core;
        let _open = core.open().await?;
        let name = core.names.blobs();
        let (begun, now) = core.api.subjects(&name, &core.names.uploads()).await?;
        let mut named = std::collections::BTreeSet::new();
        // After what was begun: one that gets its name meanwhile is seen here.
        for filter in [core.names.contents(), core.names.named_blobs()] {
            for subject in core.api.subjects(&name, &filter).await?.0 {
                let found = core.message(&subject).await?;
                named.extend(found.and_then(|found| found.headers.get(UPLOAD).map(str::to_owned)));
            }
        }
        let mut swept = 0;
        for subject in begun {
            let Some(upload) = subject.rsplit('.').nth(1).filter(|upload| !named.contains(*upload)) else {
                continue;
            };
            let Some(first) = core.message(&subject).await? else { continue };
            if is_given_up(&first.time, &now) {
                core.purge_upload(upload).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// Whether an upload that began then is not under way any more; both times are the server's.
fn is_given_up(began: &str, now: &str) -> bool {
    let (Ok(began), Ok(now)) = (began.parse::<Timestamp>(), now.parse::<Timestamp>()) else { return false };
    now.duration_since(began) > UPLOAD_MAX
}

/// A blob that is being taken in.
struct Part {
    core: Arc<Core>,
    upload: String,
    /// What does not fill a piece yet.
    waiting: BytesMut,
    /// How many pieces are stored.
    stored: u64,
    length: u64,
    sha256: Sha256,
    kept: bool,
}

impl Part {
    /// Stores all pieces of so many bytes or more that wait: those that are full, or with the last also the rest.
    async fn store(&mut self, bytes_min: usize) -> Result<(), LogFault> {
        let mut pieces = Vec::new();
        while self.waiting.len() >= bytes_min {
            let piece = self.waiting.split_to(self.waiting.len().min(PIECE_BYTES_MAX)).freeze();
            let subject = format!("{}.{}", self.core.names.upload(&self.upload), self.stored);
            pieces.push((subject, HeaderMap::new(), piece));
            self.stored += 1;
        }
        self.core.api.store_each(&self.core.names.blobs(), pieces).await
    }
}

#[async_trait]
impl Incoming for Part {
    async fn write(&mut self, piece: Bytes) -> Result<(), LogFault> {
        let _open = self.core.open().await?;
        self.sha256.update(&piece);
        self.length += piece.len() as u64;
        self.waiting.extend_from_slice(&piece);
        self.store(PIECE_BYTES_MAX).await
    }

    fn digest(&self) -> Digest {
        Digest::of_sha256(self.sha256.clone().finalize().into())
    }

    async fn keep(mut self: Box<Self>) -> Result<Digest, LogFault> {
        let _open = self.core.open().await?;
        self.store(1).await?;
        let digest = self.digest();
        let mut headers = HeaderMap::new();
        headers.insert(UPLOAD, self.upload.clone());
        headers.insert(PIECES, self.stored.to_string());
        headers.insert(LENGTH, self.length.to_string());
        let (core, subject) = (Arc::clone(&self.core), self.core.names.content(&digest));
        let stored = core.api.store_once(&core.names.blobs(), &subject, headers, Bytes::new()).await?;
        // Where an answer was lost it may be this one that is there.
        self.kept = stored
            || core
                .message(&subject)
                .await?
                .is_some_and(|there| there.headers.get(UPLOAD) == Some(&self.upload));
        Ok(digest)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if self.kept || self.stored == 0 {
            return;
        }
        let (core, upload) = (Arc::clone(&self.core), std::mem::take(&mut self.upload));
        // Without a runtime the program ends, and it is swept later.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        runtime.spawn(async move {
            if let Err(fault) = core.purge_upload(&upload).await {
                tracing::warn!(%fault, "what was not kept of a blob could not be removed");
            }
        });
    }
}
