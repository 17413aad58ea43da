//! The thread that writes: gathers what waits, stores it in one transaction, answers once that is on disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{io, thread};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use tokio::sync::{mpsc, watch};

use super::super::LogFault;
use super::super::tail::Tails;
use super::folder::Lock;
use super::job::Job;

/// Most jobs of one transaction.
const GROUP_JOBS_MAX: usize = 1_024;
/// Bytes after which a transaction takes no further job.
const GROUP_BYTES_MAX: usize = 8 << 20;

/// What can be seen of the writer from outside.
pub(super) struct Progress {
    commits: Arc<AtomicU64>,
    running: watch::Receiver<()>,
}

impl Progress {
    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Waits until the writer has ended and released database and folder.
    pub(super) async fn ended(&self) {
        // The writer never sends: the only change is that it is gone, which is told as an error.
        let _gone = self.running.clone().changed().await;
    }
}

struct Writer {
    connection: Connection,
    waiting: mpsc::Receiver<Job>,
    tails: Arc<Tails>,
    commits: Arc<AtomicU64>,
    /// Whether the write-ahead log may still hold what was erased.
    erased: bool,
}

/// Starts the writer. It ends when nobody can hand in jobs any more and all are answered.
pub(super) fn start(
    connection: Connection,
    lock: Lock,
    waiting: mpsc::Receiver<Job>,
    tails: Arc<Tails>,
) -> io::Result<Progress> {
    let commits = Arc::new(AtomicU64::new(0));
    let (running, ended) = watch::channel(());
    let writer = Writer { connection, waiting, tails, commits: Arc::clone(&commits), erased: false };
    thread::Builder::new().name("log-writer".to_owned()).spawn(move || {
        writer.run();
        drop(lock);
        drop(running);
    })?;
    Ok(Progress { commits, running: ended })
}

impl Writer {
    fn run(mut self) {
        while let Some(first) = self.waiting.blocking_recv() {
            let group = self.gather(first);
            self.store(group);
        }
        self.tails.close();
        if let Err((_, error)) = self.connection.close() {
            tracing::warn!(%error, "the log's database was not closed in order; nothing stored is lost");
        }
    }

    fn gather(&mut self, first: Job) -> Vec<Job> {
        let mut bytes = first.bytes();
        let mut group = vec![first];
        while group.len() < GROUP_JOBS_MAX && bytes < GROUP_BYTES_MAX {
            let Ok(job) = self.waiting.try_recv() else { break };
            bytes += job.bytes();
            group.push(job);
        }
        group
    }

    /// Stores a group and answers. If it was too much, each job gets its own transaction, so that a large one does
    /// not take the small ones with it.
    fn store(&mut self, mut group: Vec<Job>) {
        match self.commit(&mut group) {
            Err(error) if group.len() > 1 && is_too_much(&error) => {
                for job in group {
                    self.store(vec![job]);
                }
            }
            outcome => {
                self.erased |= outcome.is_ok() && group.iter().any(Job::erases);
                self.forget();
                let outcome = outcome.map_err(LogFault::from);
                if let Err(fault) = &outcome {
                    tracing::warn!(%fault, "the log could not store");
                }
                for job in group {
                    job.answer(outcome.clone(), &self.tails);
                }
            }
        }
    }

    /// Folds the write-ahead log into the database and empties it, once something was erased. Where somebody reads just
    /// then, it is tried again with the next write, and at the latest when the log is closed.
    fn forget(&mut self) {
        if !self.erased {
            return;
        }
        let folded =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        match folded {
            Ok(busy) => self.erased = busy != 0,
            Err(error) => tracing::warn!(%error, "what was erased stands in the write-ahead log still"),
        }
    }

    fn commit(&mut self, group: &mut [Job]) -> rusqlite::Result<()> {
        let before = self.connection.total_changes();
        // Rolled back when dropped.
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for job in group {
            job.perform(&transaction)?;
        }
        transaction.commit()?;
        if self.connection.total_changes() != before {
            self.commits.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }
}

fn is_too_much(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DiskFull | ErrorCode::TooBig))
}
