//! What the writer is asked to do, and its answers.

use bytes::Bytes;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use super::super::tail::Tails;
use super::super::{AppendError, LogFault, NewEntry, Part, Stream};
use super::{blob, last, signed};

/// One write, with where its answer goes.
pub(super) enum Job {
    Append(Append),
    PutBlob(PutBlob),
    RemoveBlob(RemoveBlob),
    Erase(Erase),
}

impl Job {
    /// About how much it writes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Append(append) => {
                let bytes = |entry: &NewEntry| {
                    entry.body.len() + entry.parts.iter().map(|part| part.body.len()).sum::<usize>()
                };
                append.entries.iter().map(bytes).sum()
            }
            Self::PutBlob(put) => put.bytes.len(),
            Self::RemoveBlob(_) | Self::Erase(_) => 0,
        }
    }

    /// Whether it takes something away for good, so that the write-ahead log is not to keep it either.
    pub(super) fn erases(&self) -> bool {
        matches!(self, Self::Erase(erasure) if erasure.erased > 0)
    }

    /// Does it, within the transaction that is open. May be done again after that was rolled back.
    pub(super) fn perform(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::Append(append) => append.perform(connection),
            Self::PutBlob(put) => put.perform(connection),
            Self::RemoveBlob(removal) => removal.perform(connection),
            Self::Erase(erasure) => erasure.perform(connection),
        }
    }

    /// Answers, now that the transaction is committed or has failed.
    pub(super) fn answer(self, committed: Result<(), LogFault>, tails: &Tails) {
        match self {
            Self::Append(append) => append.answer(committed, tails),
            Self::PutBlob(put) => put.answer(committed),
            Self::RemoveBlob(removal) => removal.answer(committed),
            Self::Erase(erasure) => erasure.answer(committed),
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
            let NewEntry { at_ms, kind, body, parts } = entry;
            insert.execute(params![self.stream.as_str(), signed(seq), at_ms, kind, body.as_ref()])?;
            for Part { subject, body } in parts {
                let sql = "INSERT INTO part (stream, seq, subject, body) VALUES (?1, ?2, ?3, ?4)";
                let row = params![self.stream.as_str(), signed(seq), subject, body.as_ref()];
                connection.prepare_cached(sql)?.execute(row)?;
            }
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

pub(super) struct Erase {
    stream: Stream,
    subjects: Vec<String>,
    /// How many parts there were, once performed.
    erased: u64,
    answer: oneshot::Sender<Result<u64, LogFault>>,
}

impl Erase {
    pub(super) fn new(
        stream: Stream,
        subjects: Vec<String>,
        answer: oneshot::Sender<Result<u64, LogFault>>,
    ) -> Self {
        Self { stream, subjects, erased: 0, answer }
    }

    fn perform(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.erased = 0;
        let mut delete = connection.prepare_cached("DELETE FROM part WHERE stream = ?1 AND subject = ?2")?;
        for subject in &self.subjects {
            self.erased += delete.execute(params![self.stream.as_str(), subject])? as u64;
        }
        Ok(())
    }

    fn answer(self, committed: Result<(), LogFault>) {
        // Whoever stopped waiting needs no answer.
        drop(self.answer.send(committed.map(|()| self.erased)));
    }
}
