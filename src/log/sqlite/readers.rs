//! The connections that read: a few, opened when they are needed, used away from the async threads.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use rusqlite::{Connection, params};
use tokio::sync::Semaphore;

use super::super::tail::Pages;
use super::super::{Entry, LogFault, Part, Stream};
use super::{schema, signed};

const CONNECTIONS_MAX: u32 = 4;

#[derive(Clone)]
pub(super) struct Readers(Arc<Pool>);

struct Pool {
    file: PathBuf,
    permits: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(file: PathBuf) -> Self {
        let permits = Arc::new(Semaphore::new(CONNECTIONS_MAX as usize));
        Self(Arc::new(Pool { file, permits, idle: Mutex::default() }))
    }

    /// Reads with a connection of its own.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, LogFault> {
        let permit = Arc::clone(&self.0.permits).acquire_owned().await.map_err(|_| LogFault::Closed)?;
        let pool = Arc::clone(&self.0);
        let reading = tokio::task::spawn_blocking(move || {
            let connection = pool.take()?;
            let result = read(&connection);
            // One that failed is not used again.
            if result.is_ok() {
                pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            }
            drop(permit);
            result.map_err(LogFault::from)
        });
        reading.await.map_err(|stopped| LogFault::Storage { reason: stopped.to_string() })?
    }

    pub(super) async fn entries(
        &self,
        stream: &Stream,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, LogFault> {
        let stream = stream.clone();
        self.run(move |connection| entries(connection, &stream, after, limit)).await
    }

    pub(super) async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        let names = self.run(streams).await?;
        Ok(names.iter().map(|name| Stream::new(name)).collect::<Result<_, _>>()?)
    }

    /// Waits for readers at work, then closes their connections. Later ones find the log closed.
    pub(super) async fn close(&self) {
        if let Ok(_all) = self.0.permits.acquire_many(CONNECTIONS_MAX).await {
            self.0.permits.close();
        }
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Pool {
    fn take(&self) -> rusqlite::Result<Connection> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| schema::open_reader(&self.file), Ok)
    }
}

#[async_trait]
impl Pages for Readers {
    async fn page(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        self.entries(stream, after, limit).await
    }
}

fn entries(
    connection: &Connection,
    stream: &Stream,
    after: u64,
    limit: usize,
) -> rusqlite::Result<Vec<Entry>> {
    let sql = "SELECT seq, at_ms, kind, body FROM entry WHERE stream = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut found = connection.prepare_cached(sql)?;
    let rows = found.query_map(params![stream.as_str(), signed(after), limit], |row| {
        Ok(Entry {
            seq: row.get::<_, i64>(0)?.unsigned_abs(),
            at_ms: row.get(1)?,
            kind: row.get(2)?,
            body: Bytes::from(row.get::<_, Vec<u8>>(3)?),
            parts: Vec::new(),
        })
    })?;
    let mut entries: Vec<Entry> = rows.collect::<rusqlite::Result<_>>()?;
    add_parts(connection, stream, &mut entries)?;
    Ok(entries)
}

/// Gives entries of one stream, in their order, the parts that are not erased.
fn add_parts(connection: &Connection, stream: &Stream, entries: &mut [Entry]) -> rusqlite::Result<()> {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(()) };
    let sql = "SELECT seq, subject, body FROM part WHERE stream = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq, subject";
    let range = params![stream.as_str(), signed(first.seq), signed(last.seq)];
    let mut found = connection.prepare_cached(sql)?;
    let mut rows = found.query(range)?;
    let mut of = entries.iter_mut();
    let mut entry = of.next();
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)?.unsigned_abs();
        while entry.as_ref().is_some_and(|entry| entry.seq < seq) {
            entry = of.next();
        }
        if let Some(entry) = entry.as_mut().filter(|entry| entry.seq == seq) {
            let body = Bytes::from(row.get::<_, Vec<u8>>(2)?);
            entry.parts.push(Part { subject: row.get(1)?, body });
        }
    }
    Ok(())
}

fn streams(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    // From one name to the next: the cost is that of the streams, not of their entries.
    let sql = "WITH RECURSIVE found (stream) AS (
                   SELECT min(stream) FROM entry
                   UNION ALL
                   SELECT (SELECT min(stream) FROM entry WHERE stream > found.stream)
                   FROM found WHERE found.stream IS NOT NULL)
               SELECT stream FROM found WHERE stream IS NOT NULL";
    connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect()
}
