//! The data folder: made when missing, and held by one server at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::Path;

use super::super::durable::sync_folder;
use super::super::{Holder, OpenFault};

/// File name of the database.
pub(super) const DATABASE: &str = "plenary.db";
/// File name of the lock. It stays when the server ends; what counts is who holds it.
pub(super) const LOCK: &str = "plenary.lock";

/// Makes the folder and those above it, and sees to it that they outlast a power cut.
pub(super) fn make(folder: &Path) -> Result<(), OpenFault> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|path| !path.exists()).collect();
    let made = fs::create_dir_all(folder)
        .and_then(|()| missing.iter().filter_map(|path| path.parent()).try_for_each(sync_folder));
    made.map_err(|fault| OpenFault::FolderNotMade { path: folder.to_owned(), reason: fault.to_string() })
}

/// Holds the data folder until it is dropped or the process ends, however it ends.
pub(super) struct Lock {
    file: File,
}

impl Lock {
    pub(super) fn take(folder: &Path) -> Result<Self, OpenFault> {
        let path = folder.join(LOCK);
        let not_writable =
            |fault: std::io::Error| OpenFault::NotWritable { path: path.clone(), reason: fault.to_string() };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(not_writable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(locked(folder)),
            Err(TryLockError::Error(fault)) => return Err(not_writable(fault)),
        }
        // For the message to a second server.
        file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id())).map_err(not_writable)?;
        Ok(Self { file })
    }
}

impl Drop for Lock {
    /// Closing alone would not do: a process that is being started at that moment has a copy of every open file until
    /// it runs its own program, and the lock would last as long as the copy.
    fn drop(&mut self) {
        give_back(&self.file);
    }
}

fn give_back(lock: &File) {
    if let Err(fault) = lock.unlock() {
        tracing::error!(%fault, "the lock on the data folder was not given back");
    }
}

/// Whether somebody holds the folder. A lock is only tried, and given back at once.
pub(super) fn is_held(folder: &Path) -> bool {
    let Ok(file) = File::open(folder.join(LOCK)) else { return false };
    let held = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    if !held {
        give_back(&file);
    }
    held
}

/// That somebody holds the folder, as the fault of whoever wants it.
pub(super) fn locked(folder: &Path) -> OpenFault {
    OpenFault::Locked { path: folder.to_owned(), holder: holder(&folder.join(LOCK)) }
}

fn holder(path: &Path) -> Holder {
    let written = fs::read_to_string(path).unwrap_or_default();
    written.trim().parse().map_or(Holder::Unknown, Holder::Process)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_lock_is_free_though_a_starting_process_has_a_copy_of_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        let _copy = lock.file.try_clone().unwrap();
        assert!(matches!(Lock::take(folder.path()), Err(OpenFault::Locked { .. })));
        drop(lock);
        assert!(Lock::take(folder.path()).is_ok());
    }
}
