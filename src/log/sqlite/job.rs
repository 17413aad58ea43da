//! What the writer is asked to do, and its answers.

use bytes::Bytes;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use super::super::tail::Tails;
use super::super::{AppendError, LogFault, NewEntry, Stream};
use super::{blob, last, signed};

/// One write, with where its answer goes.
pub(super) enum Job {
    Append(Append),
    PutBlob(PutBlob),
    RemoveBlob(RemoveBlob),
}

impl Job {
    /// About how much it writes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Append(append) => append.entries.iter().map(|entry| entry.body.len()).sum(),
            Self::PutBlob(put) => put.bytes.len(),
            Self::RemoveBlob(_) => 0,
        }
    }

    /// Does it, within the transaction that is open. May be done again after that was rolled back.
    pub(super) fn perform(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::Append(append) => append.perform(connection),
            Self::PutBlob(put) => put.perform(connection),
            Self::RemoveBlob(removal) => removal.perform(connection),
        }
    }

    /// Answers, now that the transaction is committed or has failed.
    pub(super) fn answer(self, committed: Result<(), LogFault>, tails: &Tails) {
        match self {
            Self::Append(append) => append.answer(committed, tails),
            Self::PutBlob(put) => put.answer(committed),
            Self::RemoveBlob(removal) => removal.answer(committed),
        }
    }
}

pub(super) struct Append {
    stream: Stream,
    expected: u64,
    entries: Vec<NewEntry>,
    /// The last number before this append, once performed.
    found: u64,
    answer: oneshot::Sender<Result<u64, AppendError>>,
}

impl Append {
    pub(super) fn new(
        stream: Stream,
        expected: u64,
        entries: Vec<NewEntry>,
        answer: oneshot::Sender<Result<u64, AppendError>>,
    ) -> Self {
        Self { stream, expected, entries, found: 0, answer }
    }

    fn perform(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.found = last(connection, &self.stream)?;
        if self.found != self.expected {
            return Ok(());
        }
        let sql = "INSERT INTO entry (stream, seq, at_ms, kind, body) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut insert = connection.prepare_cached(sql)?;
        for (seq, entry) in (self.found + 1..).zip(&self.entries) {
            let NewEntry { at_ms, kind, body } = entry;
            insert.execute(params![self.stream.as_str(), signed(seq), at_ms, kind, body.as_ref()])?;
        }
        Ok(())
    }

    fn answer(self, committed: Result<(), LogFault>, tails: &Tails) {
        let answer = match committed {
            Err(fault) => Err(fault.into()),
            Ok(()) if self.found != self.expected => Err(AppendError::Raced { last: self.found }),
            Ok(()) => Ok(self.found + self.entries.len() as u64),
        };
        if let Ok(last) = answer {
            tails.announce(&self.stream, last);
        }
        // Whoever stopped waiting needs no answer.
        drop(self.answer.send(answer));
    }
}

pub(super) struct PutBlob {
    name: String,
    bytes: Bytes,
    /// Whether a blob that is there already stays.
    keep_present: bool,
    /// What is stored, once performed.
    stored: Bytes,
    answer: oneshot::Sender<Result<Bytes, LogFault>>,
}

impl PutBlob {
    pub(super) fn new(
        name: String,
        bytes: Bytes,
        keep_present: bool,
        answer: oneshot::Sender<Result<Bytes, LogFault>>,
    ) -> Self {
        Self { name, bytes, keep_present, stored: Bytes::new(), answer }
    }

    fn perform(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if self.keep_present
            && let Some(present) = blob(connection, &self.name)?
        {
            self.stored = present;
            return Ok(());
        }
        let sql = "INSERT INTO blob (name, bytes) VALUES (?1, ?2)
                   ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes";
        connection.prepare_cached(sql)?.execute(params![self.name, self.bytes.as_ref()])?;
        self.stored = self.bytes.clone();
        Ok(())
    }

    fn answer(self, committed: Result<(), LogFault>) {
        // Whoever stopped waiting needs no answer.
        drop(self.answer.send(committed.map(|()| self.stored)));
    }
}

pub(super) struct RemoveBlob {
    name: String,
    answer: oneshot::Sender<Result<(), LogFault>>,
}

impl RemoveBlob {
    pub(super) fn new(name: String, answer: oneshot::Sender<Result<(), LogFault>>) -> Self {
        Self { name, answer }
    }

    fn perform(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.prepare_cached("DELETE FROM blob WHERE name = ?1")?.execute([&self.name]).map(drop)
    }

    fn answer(self, committed: Result<(), LogFault>) {
        // Whoever stopped waiting needs no answer.
        drop(self.answer.send(committed));
    }
}
