//! Where the record is written to: a folder, or one tar file. Either lies beside its place under a hidden name until it is whole,
//! and nothing that is there is written over. Its last file has the SHA-256 of all others, as `sha256sum -c` reads it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use plenary::backup::{Summed, Sums};
use tar::{Builder, EntryType, Header};
use tempfile::{NamedTempFile, TempDir};

/// The list of checksums.
const MANIFEST: &str = "manifest.sha256";

/// A folder or a file that is being written.
pub(super) struct Shelf {
    out: PathBuf,
    place: Place,
    sums: Sums,
    files: usize,
}

enum Place {
    Folder(TempDir),
    Tar(Builder<NamedTempFile>),
}

impl Shelf {
    /// Begins to write.
    pub(super) fn begin(out: &Path) -> anyhow::Result<Self> {
        require_none(out)?;
        let beside = match out.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _none => Path::new("."),
        };
        let not_written = || {
            format!("{} cannot be written: name a place that this user may write to (--out)", out.display())
        };
        // Names of people are in it: only this user reads it until it is handed on.
        let mut hidden = tempfile::Builder::new();
        hidden.prefix(".plenary-export-");
        let place = if out.extension().is_some_and(|ending| ending == "tar") {
            Place::Tar(Builder::new(hidden.tempfile_in(beside).with_context(not_written)?))
        } else {
            Place::Folder(hidden.tempdir_in(beside).with_context(not_written)?)
        };
        Ok(Self { out: out.to_owned(), place, sums: Sums::default(), files: 0 })
    }

    /// Adds a file.
    pub(super) fn add(&mut self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.write(path, bytes.len() as u64, bytes)
    }

    /// Copies a file.
    pub(super) fn copy(&mut self, path: &str, file: &Path) -> anyhow::Result<()> {
        let not_read = || format!("{} cannot be read", file.display());
        let source = File::open(file).with_context(not_read)?;
        let length = source.metadata().with_context(not_read)?.len();
        self.write(path, length, source.take(length))
    }

    fn write(&mut self, path: &str, length: u64, from: impl Read) -> anyhow::Result<()> {
        let mut summed = Summed::new(from);
        let written = self.place.write(path, length, &mut summed);
        written.with_context(|| format!("{path} cannot be written to {}", self.out.display()))?;
        let (digest, _bytes) = summed.sum();
        if !self.sums.add(path, digest) {
            bail!(
                "{path} is there twice, or there are too many files: export one session at a time (--session)"
            );
        }
        self.files += 1;
        Ok(())
    }

    /// Adds the checksums, and gives the whole its name. Tells how many files there are beside them.
    pub(super) fn finish(mut self) -> anyhow::Result<usize> {
        let sums = self.sums.text();
        let not_written = || format!("{} cannot be written to its end", self.out.display());
        self.place.write(MANIFEST, sums.len() as u64, sums.as_bytes()).with_context(not_written)?;
        // Somebody may have made it meanwhile.
        require_none(&self.out)?;
        match self.place {
            Place::Folder(folder) => fs::rename(folder.keep(), &self.out).with_context(not_written)?,
            Place::Tar(archive) => {
                let archive = archive.into_inner().with_context(not_written)?;
                archive.as_file().sync_all().with_context(not_written)?;
                archive.persist_noclobber(&self.out).with_context(not_written)?;
            }
        }
        Ok(self.files)
    }
}

impl Place {
    fn write(&mut self, path: &str, length: u64, from: impl Read) -> io::Result<()> {
        match self {
            Self::Folder(folder) => {
                let file = folder.path().join(path);
                fs::create_dir_all(file.parent().unwrap_or(folder.path()))?;
                let mut from = from;
                io::copy(&mut from, &mut File::create_new(&file)?).map(drop)
            }
            Self::Tar(archive) => {
                let mut header = Header::new_ustar();
                header.set_path(path)?;
                header.set_entry_type(EntryType::Regular);
                header.set_size(length);
                header.set_mode(0o600);
                header.set_cksum();
                archive.append(&header, from)
            }
        }
    }
}

fn require_none(out: &Path) -> anyhow::Result<()> {
    if out.symlink_metadata().is_ok() {
        bail!("{} is there already and is left as it is: name another (--out)", out.display());
    }
    Ok(())
}

/// What lies in a folder, in the order of its names; nothing where there is none.
pub(super) fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let found = match fs::read_dir(folder) {
        Err(fault) if matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        found => found.with_context(|| format!("{} cannot be read", folder.display()))?,
    };
    let mut paths = Vec::new();
    for entry in found {
        paths.push(entry.with_context(|| format!("{} cannot be read", folder.display()))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The name of a file or folder that can be part of a path in the record.
pub(super) fn name_of(path: &Path) -> Option<&str> {
    path.file_name()?.to_str().filter(|name| !name.starts_with('.'))
}
