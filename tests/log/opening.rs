//! A data folder that cannot be used is refused with a sentence that says what to do, and stays as it is.

use std::fs;
use std::path::Path;

use plenary::log::{Log, LogFault, OpenFault, Sqlite};
use rusqlite::Connection;

use crate::engine::{entry, open, stream, within};

fn refused(folder: &Path) -> OpenFault {
    Sqlite::open(folder).map(drop).unwrap_err()
}

/// What was said, with the folder's own path taken out.
fn sentence(fault: &OpenFault, folder: &Path) -> String {
    fault.to_string().replace(folder.to_str().unwrap(), "DATA")
}

#[test]
fn a_missing_folder_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("conference/data");
    let log = open(&folder);
    assert_eq!(log.commits(), 0);
    assert!(folder.join("plenary.db").is_file());
    assert!(
        folder.join("plenary.db-wal").is_file(),
        "written ahead, so that readers do not hold up the writer"
    );
}

#[test]
fn a_folder_that_cannot_be_made() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();

    for folder in [file.clone(), file.join("data")] {
        let fault = refused(&folder);
        assert!(matches!(fault, OpenFault::FolderNotMade { .. }), "{fault:?}");
    }
    let folder = file.join("data");
    assert_eq!(
        sentence(&refused(&folder), &folder),
        "The data folder DATA cannot be made (Not a directory (os error 20)): name a folder that this user may \
         create.",
    );
}

#[test]
fn a_folder_that_cannot_be_written() {
    // Where a folder stands in place of a file, not even root can write it.
    for (file, reason) in [
        ("plenary.lock", "Is a directory (os error 21)"),
        ("plenary.db", "unable to open database file: DATA/plenary.db"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(file)).unwrap();
        let fault = refused(folder.path());
        assert!(matches!(fault, OpenFault::NotWritable { .. }), "{fault:?}");
        assert_eq!(
            sentence(&fault, folder.path()),
            format!(
                "DATA/{file} cannot be written ({reason}): give this user the right to write there, or name \
                 another data folder."
            ),
        );
    }
}

#[tokio::test]
async fn a_folder_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    assert_eq!(
        sentence(&refused(folder.path()), folder.path()),
        format!(
            "The data folder DATA is in use by process {}: stop that server, or name another data folder.",
            std::process::id()
        ),
    );
    within(log.close()).await;
    open(folder.path()).append(&stream("a"), 0, vec![entry("a")]).await.unwrap();
}

#[test]
fn a_database_in_use_by_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let other = Connection::open(folder.path().join("plenary.db")).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(
        sentence(&refused(folder.path()), folder.path()),
        "The data folder DATA is in use by another program: stop that server, or name another data folder.",
    );
}

#[test]
fn a_file_that_is_not_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plenary.db");
    for text in ["short".to_owned(), "Minutes of the meeting. ".repeat(500)] {
        fs::write(&file, &text).unwrap();
        let fault = refused(folder.path());
        assert_eq!(fault, OpenFault::NotADatabase { path: file.clone() });
        assert_eq!(
            sentence(&fault, folder.path()),
            "DATA/plenary.db is not a database: move it away, or name another data folder.",
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "left as it was");
    }
}

#[test]
fn a_database_of_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plenary.db");
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let before = fs::read(&file).unwrap();

    let fault = refused(folder.path());
    assert_eq!(
        sentence(&fault, folder.path()),
        "DATA/plenary.db is the database of another program: name another data folder.",
    );
    assert_eq!(fs::read(&file).unwrap(), before, "left as it was");
}

#[tokio::test]
async fn a_database_of_a_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    within(open(folder.path()).close()).await;
    let file = folder.path().join("plenary.db");
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();

    let fault = refused(folder.path());
    assert_eq!(fault, OpenFault::Newer { path: file, found: 99, known: 2 });
    assert_eq!(
        sentence(&fault, folder.path()),
        "DATA/plenary.db was written by a newer version (data format 99, this one knows up to 2): start that \
         version, or name another data folder.",
    );
}

/// A log of so many entries of so many bytes, closed, and some of its pages written over.
async fn damaged(folder: &Path, entries: usize, bytes: usize, pages: std::ops::Range<usize>) {
    let log = open(folder);
    let text = "a".repeat(bytes);
    let mut last = 0;
    while last < entries as u64 {
        let some = (0..500).map(|n| entry(&format!("entry {n} {text}"))).collect();
        last = log.append(&stream("opening"), last, some).await.unwrap();
    }
    within(log.close()).await;
    let file = folder.join("plenary.db");
    let mut written = fs::read(&file).unwrap();
    written.iter_mut().skip(4_096 * pages.start).take(4_096 * pages.len()).for_each(|byte| *byte = 0x5a);
    fs::write(&file, written).unwrap();
}

#[tokio::test]
async fn a_damaged_database() {
    let folder = tempfile::tempdir().unwrap();
    damaged(folder.path(), 1_000, 0, 3..4).await;
    let fault = refused(folder.path());
    assert!(matches!(fault, OpenFault::Corrupt { .. }), "{fault:?}");
    let said = sentence(&fault, folder.path());
    assert!(said.starts_with("DATA/plenary.db is damaged ("), "{said}");
    assert!(said.ends_with("): put the last backup in its place."), "{said}");
}

#[tokio::test]
async fn a_large_database_is_not_read_to_be_opened_and_its_damage_is_met_by_whoever_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    damaged(folder.path(), 1_000, 10_000, 100..140).await;
    let log = open(folder.path());
    let read = log.read(&stream("opening"), 0, usize::MAX).await.map(drop);
    let checked = within(log.check()).await;
    for fault in [read.unwrap_err(), checked.unwrap_err()] {
        assert!(matches!(fault, LogFault::Damaged { .. }), "{fault:?}");
        let said = fault.to_string();
        assert!(said.starts_with("the database is damaged ("), "{said}");
        assert!(said.ends_with("): put the last backup in its place"), "{said}");
    }
}

#[tokio::test]
async fn of_a_sound_database_a_check_finds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    log.append(&stream("opening"), 0, vec![entry("a")]).await.unwrap();
    assert_eq!(within(log.check()).await, Ok(()));
}
