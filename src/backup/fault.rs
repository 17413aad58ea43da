//! Why a backup is not made, or not put back.

use std::io;
use std::path::{Path, PathBuf};

use crate::log::OpenFault;

/// Why a backup is not made, or not put back. Each is one sentence for whoever asked for it; nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// A file of that name is there.
    #[error("{} is there already and is left as it is: name another file", path.display())]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// The folder to restore into holds something.
    #[error(
        "The folder {} is not empty and is left as it is: name a new folder, and start the server on that",
        path.display()
    )]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The database cannot be copied, or the folder not be used.
    #[error(transparent)]
    Folder(#[from] OpenFault),
    /// The database in the backup cannot be used.
    #[error("{} holds a database that cannot be used, and nothing of it is restored: {fault}", path.display())]
    Database {
        /// The backup.
        path: PathBuf,
        /// What is wrong with it.
        fault: OpenFault,
    },
    /// Something is not read.
    #[error("{} cannot be read ({reason}): see to it that this user may read it, and that its disk is sound", path.display())]
    NotRead {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Something is not written.
    #[error(
        "{} cannot be written ({reason}): name a place that this user may write to, and where there is room",
        path.display()
    )]
    NotWritten {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A file became shorter while it was copied.
    #[error("{} became shorter while it was copied: make the backup again", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file is no whole backup.
    #[error("{} is no whole backup, and nothing of it is restored: {why}; take another copy of it", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// That something is not read.
pub fn not_read(path: &Path) -> impl Fn(io::Error) -> BackupFault + use<> {
    let path = path.to_owned();
    move |fault| BackupFault::NotRead { path: path.clone(), reason: fault.to_string() }
}

/// That something is not written.
pub fn not_written(path: &Path) -> impl Fn(io::Error) -> BackupFault + use<> {
    let path = path.to_owned();
    move |fault| BackupFault::NotWritten { path: path.clone(), reason: fault.to_string() }
}
