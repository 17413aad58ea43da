//! Backups by the built program: made beside a server that is commanded all the time, put back, and served again; and what
//! is refused.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use plenary::log::{Entry, Log as _, Sqlite, Stream};
use plenary::media::ogg::Pages;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tar::{Builder, EntryType, Header};

use crate::client::{Client, chat, fresh_view, key};
use crate::process::{Hall, Server, ended_well, plenary};
use crate::store::Held;

/// `plenary backup FILE` of a data folder.
fn backup(data: &Path, file: &Path) -> Output {
    plenary("backup", data).arg(file).output().unwrap()
}

/// `plenary restore FILE --data DIR`.
fn restore(file: &Path, data: &Path) -> Output {
    plenary("restore", data).arg(file).output().unwrap()
}

/// What was said of what is refused: one sentence, with these words in it.
fn sentence(refused: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.lines().count() == 1, "{said}");
    assert!(
        said.starts_with("plenary: ") && words.iter().all(|word| said.contains(word)),
        "{words:?}: {said}"
    );
}

/// All files below a folder with what they hold, by their paths.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in folder.read_dir().into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path).into_iter().map(|(at, bytes)| (folder.join(at), bytes)));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// All that a data folder without a server has in the log of the opening session.
async fn entries(data: &Path) -> Vec<Entry> {
    let log = Sqlite::open(data).unwrap();
    let stream = Stream::new("session/opening").unwrap();
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let after = entries.last().map_or(0, |entry| entry.seq);
        let page = log.read(&stream, after, 1_024).await.unwrap();
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    log.close().await;
    entries
}

/// Somebody who commands without a pause until it is enough, and keeps the place of the last that was acknowledged.
async fn commands(mut client: Client, last: Arc<AtomicU64>, enough: Arc<AtomicBool>) -> Client {
    let mut number = 0;
    while !enough.load(Ordering::Relaxed) {
        number += 1;
        let answer = client.command_as(key(), &chat(&format!("word {number}"))).await;
        // Whoever is too fast is refused, and asks again.
        if answer["type"] == "ack" {
            last.fetch_max(answer["seq"].as_u64().unwrap(), Ordering::Relaxed);
        }
    }
    client
}

/// Reads on until so much more was acknowledged.
async fn until_more(server: &Server, last: &AtomicU64, more: u64) {
    let from = last.load(Ordering::Relaxed);
    while last.load(Ordering::Relaxed) < from + more {
        assert_eq!(crate::http::get(server.address, "/health", &[]).await.status, 200);
    }
}

/// What of a view does not say who is there: that is another after each start.
pub fn without_presence(held: Held) -> Held {
    let is_kept = |key: &str| {
        ["message", "list", "request", "floor", "rules"].contains(&key.split('/').next().unwrap())
    };
    let kept = |(scope, entities): (String, BTreeMap<String, serde_json::Value>)| {
        (scope, entities.into_iter().filter(|(key, _)| is_kept(key)).collect())
    };
    held.into_iter().map(kept).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_beside_a_server_that_is_commanded_all_the_time_has_all_that_was_acknowledged_before() {
    let hall = Hall::new();
    let server = hall.open();
    let copies = tempfile::tempdir().unwrap();
    let (last, enough) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let mut busy = Vec::new();
    for person in ["cedar-1", "palm-1", "chair"] {
        let client = hall.join(&server, person).await;
        busy.push(tokio::spawn(commands(client, last.clone(), enough.clone())));
    }
    until_more(&server, &last, 20).await;

    let acknowledged = last.load(Ordering::Relaxed);
    let (file, data) = (copies.path().join("beside.tar"), hall.data().to_owned());
    let made = tokio::task::spawn_blocking({
        let file = file.clone();
        move || backup(&data, &file)
    });
    let told = ended_well(made.await.unwrap());
    assert!(told.contains("is a backup of"), "{told}");
    // They went on beside it, and go on after it.
    until_more(&server, &last, 5).await;
    enough.store(true, Ordering::Relaxed);
    for one in busy {
        drop(one.await.unwrap());
    }
    server.stop();

    let restored = copies.path().join("restored");
    ended_well(restore(&file, &restored));
    let (all, kept) = (entries(hall.data()).await, entries(&restored).await);
    assert!(kept.len() as u64 >= acknowledged && kept.len() < all.len(), "{acknowledged} {}", kept.len());
    assert_eq!(kept, all[..kept.len()], "what is restored is the log as it stood at one moment");
}

#[tokio::test]
async fn what_a_killed_server_has_acknowledged_is_in_a_backup_of_its_folder() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    let last = cedar.say("stands in the write-ahead log").await["seq"].as_u64().unwrap();
    server.kill();
    let copies = tempfile::tempdir().unwrap();
    let (file, restored) = (copies.path().join("plenary.tar"), copies.path().join("new"));
    ended_well(backup(hall.data(), &file));
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions());
    assert_eq!(mode & 0o077, 0, "it holds a key: nobody else reads it");
    ended_well(restore(&file, &restored));
    assert_eq!(entries(&restored).await.last().map(|entry| entry.seq), Some(last));
}

#[tokio::test]
async fn a_server_on_what_was_restored_shows_the_same_to_the_same_links() {
    let hall = Hall::new();
    let server = hall.open();
    hall.join(&server, "chair").await.done(&json!({"type": "open_list", "list": "statements"})).await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("kept").await;
    let asks = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    cedar.done(&asks).await;
    cedar.until_said("kept").await;
    cedar.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    let pass = hall.pass(&server, "chair").await;
    let before = without_presence(fresh_view(server.address, &pass).await);

    let copies = tempfile::tempdir().unwrap();
    let (file, restored) = (copies.path().join("plenary.tar"), copies.path().join("new"));
    ended_well(backup(hall.data(), &file));
    server.stop();
    ended_well(restore(&file, &restored));
    let secrets = ["chair", "cedar-1"].map(|person| (person.to_owned(), hall.secret(person).to_owned()));
    let folder = tempfile::tempdir().unwrap();
    std::fs::remove_dir(folder.path()).unwrap();
    std::fs::rename(&restored, folder.path()).unwrap();
    let again = Hall::kept(folder, &crate::process::conference(), secrets.into());
    let server = again.open();
    // The cookie is good there too: its key is in the database.
    let after = without_presence(fresh_view(server.address, &pass).await);
    assert_eq!(before, after);
    for kind in ["message/", "request/"] {
        assert!(
            before.values().any(|held| held.keys().any(|key| key.starts_with(kind))),
            "{kind}: {before:#?}"
        );
    }
    server.stop();
}

/// A blob's path below the data folder.
fn blob(bytes: &[u8]) -> String {
    let name: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("blobs/{}/{name}", &name[..2])
}

fn put(data: &Path, path: &str, bytes: &[u8]) {
    let file = data.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

/// Begins the paths of the files of one recording.
const RECORDED: &str = "recordings/opening/2021-02-24T10-00-00.000Z";

#[test]
fn blobs_and_recordings_come_along_as_far_as_they_are_whole() {
    let (hall, copies) = (Hall::new(), tempfile::tempdir().unwrap());
    let whole = Pages::begin(1, "floor", 10).take();
    let torn = [&whole[..], &whole[..20]].concat();
    put(hall.data(), &blob(b"sound"), b"sound");
    put(hall.data(), &blob(b"other"), b"damaged since");
    put(hall.data(), "blobs/parts/1-1", b"being taken in");
    put(hall.data(), &format!("{RECORDED}/floor.ogg"), &torn);
    put(hall.data(), &format!("{RECORDED}/floor.damaged-1.ogg"), b"damaged, and kept");
    put(hall.data(), &format!("{RECORDED}/turns.jsonl"), b"{}\n{}\n{\"tur");
    let before = tree(hall.data());

    let (file, restored) = (copies.path().join("plenary.tar"), copies.path().join("restored"));
    let made = backup(hall.data(), &file);
    let told = String::from_utf8_lossy(&made.stderr).into_owned();
    let damaged = blob(b"other")[9..].to_owned();
    assert!(told.contains(&format!("{damaged} is damaged")) && told.lines().count() == 1, "{told}");
    ended_well(made);
    // A reader may leave an empty write-ahead log behind; all else is as it was.
    let mut after = tree(hall.data());
    after.retain(|path, _| !path.to_string_lossy().contains("plenary.db-"));
    assert_eq!(before, after, "a backup changes nothing");

    let told = ended_well(restore(&file, &restored));
    assert!(told.contains("1 statements' sound, 3 files of recordings"), "{told}");
    let mut put_back = tree(&restored);
    let database = put_back.remove(&restored.join("plenary.db")).unwrap();
    assert!(database.starts_with(b"SQLite format 3\0"));
    put_back.remove(&restored.join("plenary.lock"));
    let expected = [
        (blob(b"sound"), b"sound".to_vec()),
        (format!("{RECORDED}/floor.ogg"), whole),
        (format!("{RECORDED}/floor.damaged-1.ogg"), b"damaged, and kept".to_vec()),
        (format!("{RECORDED}/turns.jsonl"), b"{}\n{}\n".to_vec()),
    ];
    let expected: BTreeMap<_, _> = expected.map(|(path, bytes)| (restored.join(path), bytes)).into();
    assert_eq!(put_back, expected);
}

#[test]
fn nothing_is_written_over() {
    let (hall, copies) = (Hall::new(), tempfile::tempdir().unwrap());
    let (file, other) = (copies.path().join("plenary.tar"), copies.path().join("other"));
    std::fs::write(&file, "mine").unwrap();
    sentence(&backup(hall.data(), &file), &["there already", "name another file"]);
    assert_eq!(std::fs::read(&file).unwrap(), b"mine");
    std::fs::remove_file(&file).unwrap();
    sentence(&backup(&other, &file), &["no database", "name the data folder"]);
    sentence(&backup(hall.data(), &other.join("plenary.tar")), &["cannot be written"]);
    assert_eq!(tree(copies.path()), BTreeMap::new(), "nothing is left of what was refused");

    ended_well(backup(hall.data(), &file));
    let server = hall.open();
    sentence(&restore(&file, hall.data()), &["in use by process", "name another data folder"]);
    server.stop();
    let before = tree(hall.data());
    sentence(&restore(&file, hall.data()), &["is not empty", "name a new folder"]);
    assert_eq!(tree(hall.data()), before);
    sentence(&restore(&other, &copies.path().join("new")), &["cannot be read"]);
    assert!(!copies.path().join("new").exists());
    // What a new disk has, or an earlier server left, is nothing.
    put(&other, "plenary.lock", b"");
    ended_well(restore(&file, &other));
    assert!(other.join("plenary.db").exists());
}

/// An entry of an archive: its name as it stands there, what it is, what it holds.
type Part<'a> = (&'a str, EntryType, &'a [u8]);

fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let mut builder = Builder::new(Vec::new());
    for (name, kind, bytes) in parts {
        let mut header = Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        if kind.is_symlink() || kind.is_hard_link() {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_size(bytes.len() as u64);
        header.set_mode(0o777);
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn sums(parts: &[Part<'_>]) -> String {
    let line = |(name, _, bytes): &Part<'_>| {
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{sum}  {name}\n")
    };
    parts.iter().map(line).collect()
}

const END: &str = "plenary-backup-1.sha256";
const FILE: EntryType = EntryType::Regular;

/// An archive with a true list of what it holds at its end.
fn told(parts: &[Part<'_>]) -> Vec<u8> {
    let sums = sums(parts);
    archive(&[parts, &[(END, FILE, sums.as_bytes())]].concat())
}

#[test]
fn hostile_archives_are_refused_and_leave_nothing() {
    let (hall, place) = (Hall::new(), tempfile::tempdir().unwrap());
    let (made, file, data) =
        (place.path().join("made.tar"), place.path().join("a.tar"), place.path().join("data"));
    ended_well(backup(hall.data(), &made));
    let made = std::fs::read(&made).unwrap();
    let database = std::fs::read(hall.data().join("plenary.db")).unwrap();
    let db: Part<'_> = ("plenary.db", FILE, &database);
    let (right, strange) = (blob(b"sound"), rusqlite_of_another_program(place.path()));
    let mut large = told(&[db, (&right, FILE, b"sound")]);
    // The size of the blob, where its head says it: more than all of the archive has.
    let at = 512 + database.len().next_multiple_of(512);
    let mut header = Header::new_ustar();
    header.as_mut_bytes().copy_from_slice(&large[at..at + 512]);
    header.set_size(7 << 30);
    header.set_cksum();
    large[at..at + 512].copy_from_slice(header.as_bytes());
    let hostile: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "its end is missing"),
        (b"no tar at all ".repeat(100), "cannot be read as a tar"),
        (made[..made.len() / 2].to_vec(), "is no whole backup"),
        (archive(&[db]), "its end is missing"),
        (told(&[]), "no database"),
        (told(&[db, ("../outside", FILE, b"x")]), "no place in a data folder"),
        (told(&[db, ("/tmp/outside", FILE, b"x")]), "no place in a data folder"),
        (told(&[db, ("blobs/../plenary.lock", FILE, b"x")]), "no place in a data folder"),
        (told(&[db, ("plenary.lock", FILE, b"x")]), "no place in a data folder"),
        (told(&[db, ("plenary.db-wal", FILE, b"x")]), "no place in a data folder"),
        (told(&[db, (&right, EntryType::Symlink, b"")]), "no plain file"),
        (told(&[db, (&right, EntryType::Link, b"")]), "no plain file"),
        (told(&[db, (&right, EntryType::Char, b"")]), "no plain file"),
        (told(&[db, (&right, EntryType::GNUSparse, b"")]), "no plain file"),
        (told(&[db, ("plenary.db", EntryType::Directory, b"")]), "no plain file"),
        (
            told(&[("././@LongLink", EntryType::GNULongName, b"../outside\0"), db]),
            "no place in a data folder",
        ),
        (told(&[("plenary.db", EntryType::XHeader, b"18 path=../outside\n"), db]), "no plain file"),
        (told(&[db, db]), "twice"),
        (told(&[db, (&right, FILE, b"another sound")]), "is not what it was"),
        (large, "larger than all of it"),
        (archive(&[db, (END, FILE, b"no list")]), "the list at its end"),
        (archive(&[db, (END, FILE, sums(&[db, (&right, FILE, b"sound")]).as_bytes())]), "is missing"),
        (archive(&[db, (END, FILE, sums(&[("plenary.db", FILE, b"x")]).as_bytes())]), "not what it was"),
        (archive(&[db, (END, FILE, sums(&[db]).as_bytes()), (&right, FILE, b"sound")]), "behind its end"),
        (
            told(&[("plenary.db", FILE, b"no database, and long enough for the head of one")]),
            "cannot be used",
        ),
        (told(&[("plenary.db", FILE, &strange)]), "another program"),
    ];
    for (number, (bytes, why)) in hostile.into_iter().enumerate() {
        std::fs::write(&file, bytes).unwrap();
        let before = tree(place.path());
        let refused = restore(&file, &data);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!data.exists() && tree(place.path()) == before, "{number}: {said}");
        assert!(said.contains(why), "{number}, {why}: {said}");
        sentence(&refused, &[why]);
    }
    // And the honest one is taken.
    std::fs::write(&file, told(&[db, (&right, FILE, b"sound")])).unwrap();
    ended_well(restore(&file, &data));
}

/// A database that is whole, but none of ours.
fn rusqlite_of_another_program(folder: &Path) -> Vec<u8> {
    let file = folder.join("strange.db");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch("CREATE TABLE other (x)").unwrap();
    connection.close().unwrap();
    std::fs::read(file).unwrap()
}
