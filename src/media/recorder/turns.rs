//! The index of a recording: one line of JSON for each turn as it begins and again as it ends.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Language, Millis, Moment, PersonId, TurnId};

/// File name of the index.
pub(super) const FILE: &str = "turns.jsonl";

/// A turn in the recording. A later line of the same turn replaces the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnMark {
    /// Which turn.
    pub turn: TurnId,
    /// The delegation that had the floor.
    pub delegation: DelegationId,
    /// Who spoke for it, where known.
    pub speaker: Option<PersonId>,
    /// Language spoken.
    pub language: Language,
    /// Beginning, from the beginning of the recording; 0 for a turn that had begun before.
    pub start_ms: Millis,
    /// End, from the beginning of the recording; none while the turn lasts.
    pub end_ms: Option<Millis>,
}

impl TurnMark {
    /// Milliseconds from the beginning of a recording to a moment; 0 for one before it.
    pub fn since(began_ms: Moment, moment_ms: Moment) -> Millis {
        (moment_ms - began_ms).max(0)
    }
}

/// The file, open for appending.
#[derive(Debug)]
pub(super) struct Index(File);

impl Index {
    /// Opens or makes the file, and cuts a line that was torn.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let whole = whole_lines(&file)?;
        if file.metadata()?.len() > whole {
            file.set_len(whole)?;
        }
        file.seek(SeekFrom::Start(whole))?;
        Ok(Self(file))
    }

    /// Appends a line, and asks the disk to make sure of it.
    pub(super) fn append(&mut self, mark: &TurnMark) -> io::Result<()> {
        let mut line = serde_json::to_vec(mark)?;
        line.push(b'\n');
        self.0.write_all(&line)?;
        self.0.sync_data()
    }
}

/// Bytes up to the last end of a line.
fn whole_lines(file: &File) -> io::Result<u64> {
    let (mut reader, mut line, mut whole) = (BufReader::new(file), Vec::new(), 0);
    while reader.read_until(b'\n', &mut line)? > 0 {
        if line.ends_with(b"\n") {
            whole += line.len() as u64;
        }
        line.clear();
    }
    Ok(whole)
}
