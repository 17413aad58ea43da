//! Copies of the database beside the server that writes it: made by a connection of their own, which reads only, and looked
//! through before they are used.

use std::path::Path;

use super::super::OpenFault;
use super::{folder, schema};

/// File name of the database in a data folder.
pub const DATABASE: &str = folder::DATABASE;
/// File name of the lock in a data folder.
pub const LOCK: &str = folder::LOCK;

/// Copies the database of a data folder into a new file, as it stands at one moment, whether a server writes it or not:
/// it waits for nobody and keeps nobody waiting. What was erased, and what a row once held, is not in the copy. Nothing
/// is written to the disk for certain yet. Blocks while it copies.
///
/// `VACUUM INTO` reads in one transaction. The other way of SQLite, its backup interface, begins anew whenever somebody
/// else writes, and does not end beside a server that writes several times a second.
///
/// # Errors
/// An [`OpenFault`] where the folder has no database, where it is not one of this program or is damaged, or where there is
/// no room for the copy. The copy is not whole then.
pub fn copy_database(data: &Path, into: &Path) -> Result<(), OpenFault> {
    let file = data.join(DATABASE);
    if !file.is_file() {
        return Err(OpenFault::NothingThere { path: data.to_owned() });
    }
    schema::copy(&file, into)
}

/// Looks through a database that no server uses, so that it can be put in the place of another: whether it is one of this
/// program, of a format that it knows, and whole. Reads all of it.
///
/// # Errors
/// An [`OpenFault`] that says what is wrong with it.
pub fn check_database(file: &Path) -> Result<(), OpenFault> {
    schema::check_whole(file)
}

/// Looks whether a server, or another act of this program, uses a data folder just now. Changes nothing there.
///
/// # Errors
/// [`OpenFault::Locked`] where one does.
pub fn free_to_use(data: &Path) -> Result<(), OpenFault> {
    if folder::is_held(data) { Err(folder::locked(data)) } else { Ok(()) }
}

/// Keeps servers out of a data folder until it is dropped. Makes the folder if it is missing.
pub struct Held {
    _lock: folder::Lock,
}

impl Held {
    /// Takes hold of a folder.
    ///
    /// # Errors
    /// [`OpenFault::Locked`] where somebody else has it; or where the folder cannot be made or written.
    pub fn take(data: &Path) -> Result<Self, OpenFault> {
        folder::make(data)?;
        Ok(Self { _lock: folder::Lock::take(data)? })
    }
}
