//! Folders whose names outlast a power cut.

use std::io;
use std::path::Path;

/// Sees to it that what was made or renamed in a folder is there after a power cut.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let here = folder.as_os_str().is_empty();
    std::fs::File::open(if here { Path::new(".") } else { folder })?.sync_all()
}

/// Elsewhere folders cannot be opened, and the system sees to it.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
