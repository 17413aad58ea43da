//! `plenary backup` and `plenary restore`: a data folder as one file, and back.

use std::path::Path;

use anyhow::bail;
use plenary::backup;
use plenary::config::Settings;

/// A folder's log is copied with it; one on NATS is not in the folder.
fn require_folder(settings: &Settings) -> anyhow::Result<()> {
    if settings.nats.is_empty() {
        return Ok(());
    }
    bail!(
        "the log is on NATS (--nats), not in the data folder: back its streams up there, with `nats account backup`, and copy \
         the recordings from the data folder of each server"
    );
}

/// Makes a backup, and tells what it has and what not.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn back_up(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    require_folder(settings)?;
    let data = &settings.data;
    let written = backup::write(data, file)?;
    println!(
        "{} is a backup of {}: the database, {} statements' sound, {} files of recordings, {} bytes.",
        file.display(),
        data.display(),
        written.blobs,
        written.recordings,
        written.bytes
    );
    for blob in &written.gone {
        eprintln!("note: {blob} was removed while the backup was made, and is not in it");
    }
    for blob in &written.damaged {
        eprintln!("note: {blob} is damaged in the data folder, and is not in the backup");
    }
    println!("Keep it as safe as the links: it holds the key that cookies are signed with.");
    Ok(())
}

/// Puts a backup back, and tells what to do next.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn restore(file: &Path, settings: &Settings) -> anyhow::Result<()> {
    require_folder(settings)?;
    let data = &settings.data;
    let restored = backup::restore(file, data)?;
    println!(
        "{} holds what {} held: the database, {} statements' sound, {} files of recordings. All of it was looked through.",
        data.display(),
        file.display(),
        restored.blobs,
        restored.recordings
    );
    println!("Start the server on it: plenary serve --data {}", data.display());
    Ok(())
}
