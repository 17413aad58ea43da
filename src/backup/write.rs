//! A backup is made: everything is read, and nothing in the data folder is written or locked.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tar::{Builder, EntryType, Header};
use tempfile::NamedTempFile;

use super::fault::{BackupFault, not_read, not_written};
use super::places::{Place, SUMS, is_name, path_of};
use super::sums::{Summed, Sums};
use crate::log::{BLOBS, DATABASE, Digest, copy_database, sync_folder};
use crate::media::ogg::scan;
use crate::media::recorder::RECORDINGS;

/// What a backup has, and what it has not.
#[derive(Debug, Default)]
pub struct Written {
    /// Blobs that are in it.
    pub blobs: usize,
    /// Files of recordings that are in it.
    pub recordings: usize,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// Blobs that were removed while it was made, and are not in it: a statement that the backup knows may have been given
    /// up or replaced just then.
    pub gone: Vec<Digest>,
    /// Blobs that are not what they were, and are not in it.
    pub damaged: Vec<Digest>,
}

/// Makes a backup of a data folder, whether a server runs on it or not, in a file that is not there yet. Everything that was
/// acknowledged before is in it. What is written lies beside the file under a hidden name until it is whole. Blocks
/// while it is written.
///
/// # Errors
/// A [`BackupFault`]; then there is no file.
pub fn write(data: &Path, file: &Path) -> Result<Written, BackupFault> {
    // Looked at first, so that nobody waits for what is refused; and again when the file takes its name.
    if file.symlink_metadata().is_ok() {
        return Err(BackupFault::AlreadyThere { path: file.to_owned() });
    }
    let beside = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _none => PathBuf::from("."),
    };
    // Only this user reads what is in there: it holds the key that cookies are signed with.
    let work = tempfile::Builder::new().prefix(".plenary-backup-").tempdir_in(&beside);
    let work = work.map_err(not_written(&beside))?;
    let archive = NamedTempFile::new_in(work.path()).map_err(not_written(file))?;
    let mut backup = Backup {
        data,
        file,
        archive: Builder::new(archive),
        sums: Sums::default(),
        written: Written::default(),
    };
    backup.blobs(&mut Vec::new())?;
    let database = work.path().join(DATABASE);
    let mut seen = backup.names()?;
    copy_database(data, &database)?;
    backup.add(DATABASE, &database, None)?;
    // Both are not needed at a time for longer than that.
    fs::remove_file(&database).map_err(not_written(&database))?;
    backup.blobs(&mut seen)?;
    backup.recordings()?;
    backup.finish(&beside)
}

/// A backup that is being made.
struct Backup<'a> {
    data: &'a Path,
    file: &'a Path,
    archive: Builder<NamedTempFile>,
    sums: Sums,
    written: Written,
}

impl Backup<'_> {
    /// The blobs that are in the data folder now.
    fn names(&self) -> Result<Vec<Digest>, BackupFault> {
        let mut names = Vec::new();
        for folder in entries(&self.data.join(BLOBS))? {
            for file in entries(&folder)? {
                let name = file.file_name().and_then(|name| name.to_str());
                // What is being taken in stands there too, under other names.
                names.extend(name.and_then(|name| name.parse::<Digest>().ok()));
            }
        }
        Ok(names)
    }

    /// Copies the blobs that are not in the backup yet: those that are there, and those that were `seen` there before.
    fn blobs(&mut self, seen: &mut Vec<Digest>) -> Result<(), BackupFault> {
        let mut wanted = self.names()?;
        let was_seen = std::mem::take(seen);
        wanted.extend(was_seen.iter().copied());
        wanted.sort_unstable();
        wanted.dedup();
        for blob in wanted {
            let path = path_of(&blob);
            if self.sums.has(&path) || self.written.damaged.contains(&blob) {
                continue;
            }
            if self.add(&path, &self.data.join(&path), Some(&blob))? {
                self.written.blobs += 1;
            } else if was_seen.contains(&blob) && !self.written.damaged.contains(&blob) {
                self.written.gone.push(blob);
            }
        }
        Ok(())
    }

    /// Copies the recordings, those that are being written as far as they are whole.
    fn recordings(&mut self) -> Result<(), BackupFault> {
        for session in entries(&self.data.join(RECORDINGS))? {
            for recording in entries(&session)? {
                for file in entries(&recording)? {
                    let names = [&session, &recording, &file].map(|path| path.file_name()?.to_str());
                    let [Some(session), Some(recording), Some(name)] = names else { continue };
                    let path = format!("{RECORDINGS}/{session}/{recording}/{name}");
                    if is_name(name) && Place::of(&path) == Some(Place::Recording) {
                        self.written.recordings += usize::from(self.add(&path, &file, None)?);
                    }
                }
            }
        }
        Ok(())
    }

    /// Copies a file. False where it is not there any more, or where it is a blob and not what it was: then nothing of it
    /// is in the backup.
    fn add(&mut self, path: &str, file: &Path, blob: Option<&Digest>) -> Result<bool, BackupFault> {
        let source = match File::open(file) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(false),
            source => source.map_err(not_read(file))?,
        };
        let metadata = source.metadata().map_err(not_read(file))?;
        let length = if Place::of(path) == Some(Place::Recording) {
            whole(&source, path).map_err(not_read(file))?
        } else {
            metadata.len()
        };
        let modified = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let begins = self.archive.get_mut().stream_position().map_err(not_written(self.file))?;
        let mut summed = Summed::new(source.take(length));
        self.append(path, length, modified.map_or(0, |at| at.as_secs()), &mut summed)?;
        let (digest, copied) = summed.sum();
        if blob.is_some_and(|blob| *blob != digest) {
            self.written.damaged.extend(blob.copied());
            let archive = self.archive.get_mut();
            let back = archive.as_file().set_len(begins).and_then(|()| archive.seek(SeekFrom::Start(begins)));
            back.map_err(not_written(self.file))?;
            return Ok(false);
        }
        if copied != length {
            return Err(BackupFault::Changed { path: file.to_owned() });
        }
        self.sums.add(path, digest);
        Ok(true)
    }

    fn append(
        &mut self,
        path: &str,
        length: u64,
        modified_secs: u64,
        from: impl Read,
    ) -> Result<(), BackupFault> {
        let mut header = Header::new_ustar();
        header.set_path(path).map_err(not_written(self.file))?;
        header.set_entry_type(EntryType::Regular);
        header.set_size(length);
        header.set_mode(0o600);
        header.set_mtime(modified_secs);
        header.set_cksum();
        self.archive.append(&header, from).map_err(not_written(self.file))
    }

    /// Adds the list of what there is, and gives the file its name once the disk has all of it.
    fn finish(mut self, beside: &Path) -> Result<Written, BackupFault> {
        let sums = self.sums.text();
        self.append(SUMS, sums.len() as u64, 0, sums.as_bytes())?;
        let Self { file, archive, mut written, .. } = self;
        let archive = archive.into_inner().map_err(not_written(file))?;
        archive.as_file().sync_all().map_err(not_written(file))?;
        written.bytes = archive.as_file().metadata().map_err(not_written(file))?.len();
        archive.persist_noclobber(file).map_err(|refused| {
            if refused.error.kind() == io::ErrorKind::AlreadyExists {
                BackupFault::AlreadyThere { path: file.to_owned() }
            } else {
                not_written(file)(refused.error)
            }
        })?;
        sync_folder(beside).map_err(not_written(beside))?;
        Ok(written)
    }
}

/// How many bytes of a file of a recording are whole: up to its last page, or to its last line. One that was set aside as
/// damaged is kept as it is.
fn whole(mut source: &File, path: &str) -> io::Result<u64> {
    let bytes = if path.contains(".damaged-") {
        source.metadata()?.len()
    } else if path.ends_with(".ogg") {
        scan(BufReader::new(source), drop)?.whole.bytes
    } else {
        let (mut lines, mut line, mut whole) = (BufReader::new(source), Vec::new(), 0);
        while lines.read_until(b'\n', &mut line)? > 0 {
            whole += if line.ends_with(b"\n") { line.len() as u64 } else { 0 };
            line.clear();
        }
        whole
    };
    source.rewind()?;
    Ok(bytes)
}

/// What lies in a folder, in the order of its names; nothing where there is none.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, BackupFault> {
    let found = match fs::read_dir(folder) {
        Err(fault) if matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        found => found.map_err(not_read(folder))?,
    };
    let mut paths = Vec::new();
    for entry in found {
        paths.push(entry.map_err(not_read(folder))?.path());
    }
    paths.sort();
    Ok(paths)
}
