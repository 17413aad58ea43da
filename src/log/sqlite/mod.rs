//! The embedded engine: one SQLite database in the data folder, one thread that writes, a few connections that
//! read.
//!
//! Layout: `plenary.db` with the tables of [`schema`], `blobs` with what may be large, `plenary.lock` held while a server
//! uses the folder. Small blobs that the log itself needs (the key of cookies, entries too large for a row) stay in the
//! database: what is told of them there is stored with them or not at all, and a copy of the database has them.

mod copy;
mod folder;
mod job;
mod readers;
mod schema;
mod writer;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use rusqlite::{Connection, ErrorCode};
use tokio::sync::{mpsc, oneshot};

pub use self::copy::{DATABASE, Held, LOCK, check_database, copy_database, free_to_use};
use self::job::{Append, Erase, Job, PutBlob, RemoveBlob};
use self::readers::Readers;
use self::writer::Progress;
use super::blobs::Files;
use super::limits::{check_blob, check_entries};
use super::name::check_blob_name;
use super::tail::Tails;
use super::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, OpenFault, Stream, Tail, count_append};

/// Writes that may wait for the writer before callers wait to hand theirs in.
const QUEUE_JOBS_MAX: usize = 4_096;

/// How the engine is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Largest size the database may grow to, in bytes; none for as large as the disk. Beyond it writes fail
    /// with [`LogFault::Full`].
    pub bytes_max: Option<u64>,
}

/// A log in a data folder. Clones share it; when the last one is dropped, the writer stores what it was handed
/// and ends.
#[derive(Clone)]
pub struct Sqlite(Arc<Shared>);

struct Shared {
    /// Taken on closing: the writer ends once nobody can hand in more.
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    readers: Readers,
    blobs: Files,
    tails: Arc<Tails>,
    progress: Progress,
}

impl Sqlite {
    /// Opens the log in `folder`, which is made if it is missing. Blocks while it does.
    ///
    /// # Errors
    /// An [`OpenFault`] that says what is wrong with the folder and what to do.
    pub fn open(folder: &Path) -> Result<Self, OpenFault> {
        Self::open_with(folder, Settings::default())
    }

    /// Opens the log in `folder` with other settings.
    ///
    /// # Errors
    /// As [`Sqlite::open`].
    pub fn open_with(folder: &Path, settings: Settings) -> Result<Self, OpenFault> {
        folder::make(folder)?;
        let lock = folder::Lock::take(folder)?;
        let file = folder.join(folder::DATABASE);
        let connection = schema::open(&file, settings)?;
        let tails = Arc::new(Tails::default());
        let (jobs, waiting) = mpsc::channel(QUEUE_JOBS_MAX);
        let progress = writer::start(connection, lock, waiting, Arc::clone(&tails))
            .map_err(|fault| OpenFault::Storage { path: file.clone(), reason: fault.to_string() })?;
        Ok(Self(Arc::new(Shared {
            jobs: Mutex::new(Some(jobs)),
            readers: Readers::new(file),
            blobs: Files::of(folder),
            tails,
            progress,
        })))
    }

    /// How many transactions were committed since the log was opened: fewer than writes under load.
    pub fn commits(&self) -> u64 {
        self.0.progress.commits()
    }

    /// Hands a job to the writer and waits for its answer.
    async fn write<T>(&self, answer: oneshot::Receiver<T>, job: Job) -> Result<T, LogFault> {
        let jobs = self.0.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone();
        jobs.ok_or(LogFault::Closed)?.send(job).await.map_err(|_| LogFault::Closed)?;
        answer.await.map_err(|_| LogFault::Closed)
    }

    async fn put(&self, name: &str, bytes: Bytes, keep_present: bool) -> Result<Bytes, LogFault> {
        check_blob(name, &bytes)?;
        let (answer, answered) = oneshot::channel();
        let job = PutBlob::new(name.to_owned(), bytes, keep_present, answer);
        self.write(answered, Job::PutBlob(job)).await?
    }
}

#[async_trait]
impl Log for Sqlite {
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        check_entries(&entries)?;
        let (answer, answered) = oneshot::channel();
        let job = Append::new(stream.clone(), expected, entries, answer);
        let began = Instant::now();
        let appended = self.write(answered, Job::Append(job)).await.map_err(AppendError::from).flatten();
        count_append(&appended, began);
        appended
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        self.0.readers.entries(stream, after, limit).await
    }

    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        self.0.tails.follow(self.0.readers.clone(), stream, after).await
    }

    async fn erase(&self, stream: &Stream, subjects: Vec<String>) -> Result<u64, LogFault> {
        let (answer, answered) = oneshot::channel();
        self.write(answered, Job::Erase(Erase::new(stream.clone(), subjects, answer))).await?
    }

    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.0.tails.tail(stream)
    }

    async fn last(&self, stream: &Stream) -> Result<u64, LogFault> {
        let stream = stream.clone();
        self.0.readers.run(move |connection| last(connection, &stream)).await
    }

    async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        self.0.readers.streams().await
    }

    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault> {
        self.put(name, bytes, false).await.map(drop)
    }

    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        self.put(name, bytes, true).await
    }

    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        check_blob_name(name)?;
        let name = name.to_owned();
        self.0.readers.run(move |connection| blob(connection, &name)).await
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        let prefix = prefix.to_owned();
        self.0.readers.run(move |connection| blob_names(connection, &prefix)).await
    }

    async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        check_blob_name(name)?;
        let (answer, answered) = oneshot::channel();
        self.write(answered, Job::RemoveBlob(RemoveBlob::new(name.to_owned(), answer))).await?
    }

    async fn check(&self) -> Result<(), LogFault> {
        let damage = self.0.readers.run(schema::first_damage).await?;
        damage.map_or(Ok(()), |detail| Err(LogFault::Damaged { detail }))
    }

    fn blobs(&self) -> Arc<dyn Blobs> {
        Arc::new(self.0.blobs.clone())
    }

    async fn close(&self) {
        self.0.blobs.close();
        let jobs = self.0.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Readers first, since the last connection to close folds the write-ahead log into the database and a
        // reader cannot; the writer ends when it can be handed no more.
        self.0.readers.close().await;
        drop(jobs);
        self.0.progress.ended().await;
    }
}

fn last(connection: &Connection, stream: &Stream) -> rusqlite::Result<u64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM entry WHERE stream = ?1";
    let seq: i64 = connection.prepare_cached(sql)?.query_row([stream.as_str()], |row| row.get(0))?;
    Ok(seq.unsigned_abs())
}

fn blob(connection: &Connection, name: &str) -> rusqlite::Result<Option<Bytes>> {
    let mut found = connection.prepare_cached("SELECT bytes FROM blob WHERE name = ?1")?;
    let mut rows = found.query([name])?;
    rows.next()?.map(|row| row.get::<_, Vec<u8>>(0).map(Bytes::from)).transpose()
}

fn blob_names(connection: &Connection, prefix: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM blob WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name";
    connection.prepare_cached(sql)?.query_map([prefix], |row| row.get(0))?.collect()
}

/// SQLite counts with a sign; no stream is that long.
fn signed(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

impl From<rusqlite::Error> for LogFault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { detail: error.to_string() }
            }
            _others => Self::Storage { reason: error.to_string() },
        }
    }
}
