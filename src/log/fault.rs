//! What can go wrong with a log: a lost race, a fault of the storage, a data folder that cannot be used.

use std::fmt;
use std::path::PathBuf;

use super::{InvalidName, Stream};

/// Why entries were not appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Another writer was faster. Nothing was stored; read on from what you have and decide again.
    #[error("another writer was faster: the stream ends at {last}")]
    Raced {
        /// The last number of the stream.
        last: u64,
    },
    /// The log failed. Whether the entries are stored is open.
    #[error(transparent)]
    Fault(#[from] LogFault),
}

/// A fault of the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogFault {
    /// The log is closed, or was closed before it could answer.
    #[error("the log is closed")]
    Closed,
    /// There is no room left on the disk.
    #[error("the disk is full: make room where the data folder lies, then try again")]
    Full,
    /// What is stored is not what was written.
    #[error("the database is damaged ({detail}): put the last backup in its place")]
    Damaged {
        /// What the storage said.
        detail: String,
    },
    /// One call stores too much. Nothing was stored.
    #[error("{size} {what}, where at most {size_max} are stored")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much there is.
        size: usize,
        /// How much there may be.
        size_max: usize,
    },
    /// A name is out of bounds.
    #[error(transparent)]
    Name(#[from] InvalidName),
    /// A stream is shorter than it was, or goes on otherwise than it did: somebody has put an older copy of it in its place,
    /// or its servers lost what they had acknowledged.
    #[error(
        "{stream} has lost entries that were stored: leave the servers of the conference running, for they hold what is \
         missing, and run `plenary log repair`"
    )]
    Shortened {
        /// The stream.
        stream: Stream,
    },
    /// A newer version of the program wrote a stream, at another node.
    #[error(
        "{stream} was written by a newer version (message format {found}, this one knows up to {known}): start that \
         version at every node"
    )]
    Newer {
        /// The stream.
        stream: Stream,
        /// The format that was met.
        found: u64,
        /// The newest format known here.
        known: u64,
    },
    /// The storage failed in any other way.
    #[error("the log's storage failed: {reason}")]
    Storage {
        /// What the storage said.
        reason: String,
    },
}

/// Why a data folder cannot be used. Each is one sentence for whoever starts the server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// The folder is missing and cannot be made.
    #[error(
        "The data folder {} cannot be made ({reason}): name a folder that this user may create.",
        path.display()
    )]
    FolderNotMade {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A file in the folder cannot be written.
    #[error("{} cannot be written ({reason}): give this user the right to write there, or name another data \
             folder.", path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Another server uses the folder.
    #[error("The data folder {} is in use by {holder}: stop that server, or name another data folder.",
            path.display())]
    Locked {
        /// The folder.
        path: PathBuf,
        /// Who uses it.
        holder: Holder,
    },
    /// The file is no database.
    #[error("{} is not a database: move it away, or name another data folder.", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of another program.
    #[error("{} is the database of another program: name another data folder.", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The database is damaged.
    #[error("{} is damaged ({detail}): put the last backup in its place.", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// The first damage found.
        detail: String,
    },
    /// A newer version of the program wrote the database.
    #[error("{} was written by a newer version (data format {found}, this one knows up to {known}): start that \
             version, or name another data folder.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The folder has no database.
    #[error("There is no database in {}: name the data folder of a server.", path.display())]
    NothingThere {
        /// The folder.
        path: PathBuf,
    },
    /// There is no room left where the database, or a copy of it, is written.
    #[error("There is no room on the disk for a copy of {}: make room there, or name another place.", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Any other failure of the database.
    #[error("{} cannot be opened ({reason}): check the disk it lies on.", path.display())]
    Storage {
        /// The file.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
}

/// Who holds a data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The process of this number.
    Process(u32),
    /// A program that did not say who it is.
    Unknown,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Process(id) => write!(f, "process {id}"),
            Self::Unknown => f.write_str("another program"),
        }
    }
}
