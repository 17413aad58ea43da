//! Blobs as files below the data folder: `blobs/ab/abcdef…`, named by what they hold.
//!
//! What is being taken in lies in `blobs/parts`, named after the server that takes it in: what an earlier one left there
//! is known by its name, and swept when there is time for it.

use std::io::{self, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::StreamExt as _;
use sha2::{Digest as _, Sha256};
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _, AsyncWriteExt as _};
use tokio_util::io::ReaderStream;

use super::{Blobs, Digest, Incoming, PIECE_BYTES_MAX, Pieces};
use crate::log::LogFault;
use crate::log::durable::sync_folder;

/// Name of the folder, below the data folder.
pub const BLOBS: &str = "blobs";
/// Name of the folder of what is being taken in, below that: no name of a folder of blobs, which have two digits.
const PARTS: &str = "parts";

/// Blobs in a data folder. Clones share it.
#[derive(Clone)]
pub struct Files(Arc<Shared>);

struct Shared {
    folder: PathBuf,
    /// Begins the names of what this server takes in: no other server has the same.
    run: String,
    taken_in: AtomicU64,
    closed: AtomicBool,
}

impl Files {
    /// Those of a data folder, which this server holds. Nothing is read or made until it is needed.
    pub fn of(data: &Path) -> Self {
        Self(Arc::new(Shared {
            folder: data.join(BLOBS),
            run: format!("{:08x}{:08x}", std::process::id(), getrandom::u32().unwrap_or_default()),
            taken_in: AtomicU64::new(0),
            closed: AtomicBool::new(false),
        }))
    }

    /// All later calls fail.
    pub fn close(&self) {
        self.0.closed.store(true, Ordering::Release);
    }

    fn open(&self) -> Result<&Shared, LogFault> {
        if self.0.closed.load(Ordering::Acquire) { Err(LogFault::Closed) } else { Ok(&self.0) }
    }
}

impl Shared {
    /// The folder of a blob, and its file.
    fn place(&self, blob: &Digest) -> (PathBuf, PathBuf) {
        let file = self.folder.join(blob.path());
        (file.parent().unwrap_or(&self.folder).to_owned(), file)
    }

    fn parts(&self) -> PathBuf {
        self.folder.join(PARTS)
    }
}

#[async_trait]
impl Blobs for Files {
    async fn begin(&self) -> Result<Box<dyn Incoming>, LogFault> {
        let shared = self.open()?;
        fs::create_dir_all(shared.parts()).await?;
        let number = shared.taken_in.fetch_add(1, Ordering::Relaxed);
        let path = shared.parts().join(format!("{}-{number}", shared.run));
        let file = File::create_new(&path).await?;
        Ok(Box::new(Part { files: self.clone(), file, left: Leftover(path), sha256: Sha256::new() }))
    }

    async fn length(&self, blob: &Digest) -> Result<Option<u64>, LogFault> {
        let (_, file) = self.open()?.place(blob);
        Ok(there(fs::metadata(file).await)?.map(|known| known.len()))
    }

    async fn read(&self, blob: &Digest, part: Range<u64>) -> Result<Option<Pieces>, LogFault> {
        let (_, file) = self.open()?.place(blob);
        let Some(mut file) = there(File::open(file).await)? else { return Ok(None) };
        file.seek(SeekFrom::Start(part.start)).await?;
        let pieces = file.take(part.end.saturating_sub(part.start));
        let pieces = ReaderStream::with_capacity(pieces, PIECE_BYTES_MAX);
        Ok(Some(pieces.map(|piece| piece.map_err(LogFault::from)).boxed()))
    }

    async fn remove(&self, blob: &Digest) -> Result<(), LogFault> {
        // The folder stays: another blob may just be on its way there. There are 256 of them.
        let (_, file) = self.open()?.place(blob);
        there(fs::remove_file(file).await)?;
        Ok(())
    }

    async fn all(&self) -> Result<Vec<Digest>, LogFault> {
        let mut found = Vec::new();
        for folder in entries(&self.open()?.folder).await? {
            if folder.file_name().is_some_and(|name| name != PARTS) {
                found.extend(entries(&folder).await?.iter().filter_map(|file| named(file)));
            }
        }
        Ok(found)
    }

    async fn sweep_parts(&self) -> Result<usize, LogFault> {
        let shared = self.open()?;
        let mut swept = 0;
        for part in entries(&shared.parts()).await? {
            let own = part.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&shared.run));
            if !own && there(fs::remove_file(&part).await)?.is_some() {
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// The blob that a file is.
fn named(file: &Path) -> Option<Digest> {
    file.file_name()?.to_str()?.parse().ok()
}

/// What lies in a folder; nothing where there is none.
async fn entries(folder: &Path) -> Result<Vec<PathBuf>, LogFault> {
    let mut entries = Vec::new();
    let Some(mut found) = there(fs::read_dir(folder).await)? else { return Ok(entries) };
    while let Some(entry) = found.next_entry().await? {
        entries.push(entry.path());
    }
    Ok(entries)
}

/// What was found; none where nothing is there, or something else than was looked for.
fn there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Err(fault) if matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        found => found.map(Some),
    }
}

/// A blob that is being taken in.
struct Part {
    files: Files,
    file: File,
    left: Leftover,
    sha256: Sha256,
}

/// A file that is removed unless it has gone to another place.
struct Leftover(PathBuf);

impl Drop for Leftover {
    fn drop(&mut self) {
        if let Err(fault) = there(std::fs::remove_file(&self.0)) {
            // It is swept at the next start.
            tracing::warn!(%fault, "what was not kept of a blob could not be removed");
        }
    }
}

#[async_trait]
impl Incoming for Part {
    async fn write(&mut self, piece: Bytes) -> Result<(), LogFault> {
        self.sha256.update(&piece);
        self.file.write_all(&piece).await?;
        Ok(())
    }

    fn digest(&self) -> Digest {
        Digest::of_sha256(self.sha256.clone().finalize().into())
    }

    async fn keep(self: Box<Self>) -> Result<Digest, LogFault> {
        let Self { files, mut file, left, sha256 } = *self;
        let shared = files.open()?;
        let digest = Digest::of_sha256(sha256.finalize().into());
        let (folder, place) = shared.place(&digest);
        file.flush().await?;
        file.sync_all().await?;
        fs::create_dir_all(&folder).await?;
        // One that is there already has the same bytes, and may be on its way to the disk just now: it is replaced, and
        // the folders are synchronised for both.
        fs::rename(&left.0, place).await?;
        let (blobs, data) = (shared.folder.clone(), shared.folder.parent().map(Path::to_owned));
        let synced = tokio::task::spawn_blocking(move || {
            sync_folder(&folder)?;
            sync_folder(&blobs)?;
            data.map_or(Ok(()), |data| sync_folder(&data))
        });
        synced.await.map_err(|stopped| LogFault::Storage { reason: stopped.to_string() })??;
        Ok(digest)
    }
}

impl From<io::Error> for LogFault {
    fn from(fault: io::Error) -> Self {
        if matches!(fault.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
            Self::Full
        } else {
            Self::Storage { reason: fault.to_string() }
        }
    }
}
