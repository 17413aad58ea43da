//! A backup is put back: into a folder that holds nothing, and all of it or nothing.
//!
//! The file may come from anywhere. What it says of itself is believed nowhere: only plain files at known places are taken,
//! none larger than the file itself, and all are held against their sums before any takes its place.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use tar::{Archive, Entry, EntryType};

use super::fault::{BackupFault, not_read, not_written};
use super::places::Place;
use super::sums::{BYTES_MAX, Summed, Sums};
use crate::log::{BLOBS, DATABASE, Held, LOCK, check_database, free_to_use, sync_folder};
use crate::media::recorder::RECORDINGS;

/// What a new disk may hold before anything is put there, beside the lock that an earlier server left.
const OF_A_DISK: &str = "lost+found";

/// What was put back.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Blobs.
    pub blobs: usize,
    /// Files of recordings.
    pub recordings: usize,
}

/// Puts a backup back into a folder that is empty or not there. The folder's lock keeps servers out meanwhile. Blocks while
/// it does.
///
/// # Errors
/// A [`BackupFault`]; then the folder is as it was.
pub fn restore(file: &Path, data: &Path) -> Result<Restored, BackupFault> {
    free_to_use(data)?;
    let was_there = is_empty(data)?;
    let archive = File::open(file).map_err(not_read(file))?;
    let bytes = archive.metadata().map_err(not_read(file))?.len();
    let put_back = Held::take(data).map_err(BackupFault::from).and_then(|_held| {
        // Somebody may have been faster.
        is_empty(data)?;
        let work = tempfile::Builder::new().prefix(".plenary-restore-").tempdir_in(data);
        let work = work.map_err(not_written(data))?;
        let mut unpacked = Unpacked::of(file, work.path(), bytes);
        unpacked.unpack(archive)?;
        let database = work.path().join(DATABASE);
        check_database(&database).map_err(|fault| BackupFault::Database { path: file.to_owned(), fault })?;
        unpacked.settle(data)?;
        Ok(unpacked.restored)
    });
    if put_back.is_err() && !was_there {
        // What was not there is not there again; where that fails it is an empty folder, which does no harm.
        drop(fs::remove_file(data.join(LOCK)));
        drop(fs::remove_dir(data));
    }
    put_back
}

/// Whether there is a folder, which must be empty.
fn is_empty(folder: &Path) -> Result<bool, BackupFault> {
    let found = match fs::read_dir(folder) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(false),
        found => found.map_err(not_read(folder))?,
    };
    for entry in found {
        let name = entry.map_err(not_read(folder))?.file_name();
        if name != LOCK && name != OF_A_DISK {
            return Err(BackupFault::NotEmpty { path: folder.to_owned() });
        }
    }
    Ok(true)
}

/// A backup that is laid into a folder beside its place.
struct Unpacked<'a> {
    file: &'a Path,
    into: &'a Path,
    /// How large the backup is: nothing in it is larger.
    bytes: u64,
    /// What has come, as it is.
    sums: Sums,
    /// What should have come, as the backup says at its end.
    told: Option<Sums>,
    folders: BTreeSet<PathBuf>,
    restored: Restored,
}

impl<'a> Unpacked<'a> {
    fn of(file: &'a Path, into: &'a Path, bytes: u64) -> Self {
        Self {
            file,
            into,
            bytes,
            sums: Sums::default(),
            told: None,
            folders: BTreeSet::from([into.to_owned()]),
            restored: Restored::default(),
        }
    }

    fn refused(&self, why: impl Into<String>) -> BackupFault {
        BackupFault::Refused { path: self.file.to_owned(), why: why.into() }
    }

    fn unpack(&mut self, archive: File) -> Result<(), BackupFault> {
        let mut archive = Archive::new(io::BufReader::with_capacity(64 << 10, archive));
        let unread = |fault: io::Error| format!("it cannot be read as a tar ({fault})");
        // Raw: extensions by which an entry gets another name or size are entries of their own, and refused.
        let entries = archive.entries().map_err(|fault| self.refused(unread(fault)))?.raw(true);
        for entry in entries {
            let entry = entry.map_err(|fault| self.refused(unread(fault)))?;
            self.take(entry)?;
        }
        let Some(told) = self.told.take() else {
            return Err(self.refused("its end is missing"));
        };
        if let Some(path) = told.first_difference(&self.sums) {
            return Err(self.refused(format!("{path} is missing, or is not what it was")));
        }
        if !self.sums.has(DATABASE) {
            return Err(self.refused("it has no database"));
        }
        Ok(())
    }

    fn take(&mut self, mut entry: Entry<'_, impl io::Read>) -> Result<(), BackupFault> {
        let named = entry.path_bytes().into_owned();
        let path = std::str::from_utf8(&named).ok().map(str::to_owned);
        let place = path.as_deref().and_then(Place::of);
        let (Some(path), Some(place)) = (path, place) else {
            let shown: String = String::from_utf8_lossy(&named).escape_debug().take(100).collect();
            return Err(self.refused(format!("it holds \"{shown}\", which has no place in a data folder")));
        };
        if entry.header().entry_type() != EntryType::Regular {
            return Err(self.refused(format!("{path} in it is no plain file")));
        }
        if self.told.is_some() || self.sums.has(&path) {
            return Err(self.refused(format!("{path} stands in it twice, or behind its end")));
        }
        if entry.size() > self.bytes {
            return Err(self.refused(format!("{path} in it would be larger than all of it")));
        }
        if place == Place::Sums {
            let mut text = String::new();
            let read = entry.by_ref().take(BYTES_MAX).read_to_string(&mut text);
            let told = read.ok().filter(|read| *read as u64 == entry.size()).and_then(|_| Sums::read(&text));
            self.told = Some(told.ok_or_else(|| self.refused("the list at its end cannot be read"))?);
            return Ok(());
        }
        let size = entry.size();
        let mut summed = Summed::new(&mut entry);
        self.lay(&path, &mut summed)?;
        let (digest, copied) = summed.sum();
        if copied != size {
            return Err(self.refused(format!("{path} in it is cut off")));
        }
        match place {
            Place::Blob(blob) if blob != digest => {
                return Err(self.refused(format!("{path} in it is not what it was")));
            }
            Place::Blob(_) => self.restored.blobs += 1,
            Place::Recording => self.restored.recordings += 1,
            Place::Database | Place::Sums => {}
        }
        if !self.sums.add(&path, digest) {
            return Err(self.refused("it holds more files than a data folder has"));
        }
        Ok(())
    }

    /// Lays a file into its place in the folder, for good.
    fn lay(&mut self, path: &str, from: &mut impl io::Read) -> Result<(), BackupFault> {
        let file = self.into.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(not_written(folder))?;
            let own = folder.ancestors().take_while(|folder| folder.starts_with(self.into));
            self.folders.extend(own.map(Path::to_owned));
        }
        let mut laid = File::create_new(&file).map_err(not_written(&file))?;
        io::copy(from, &mut laid).map_err(not_written(&file))?;
        laid.sync_all().map_err(not_written(&file))
    }

    /// Gives everything its place: the database last, for with it a server would find a conference.
    fn settle(&self, data: &Path) -> Result<(), BackupFault> {
        self.folders.iter().try_for_each(|folder| sync_folder(folder)).map_err(not_written(self.into))?;
        for name in [BLOBS, RECORDINGS, DATABASE] {
            let laid = self.into.join(name);
            if laid.exists() {
                let place = data.join(name);
                fs::rename(laid, &place).map_err(not_written(&place))?;
            }
        }
        sync_folder(data).map_err(not_written(data))
    }
}
