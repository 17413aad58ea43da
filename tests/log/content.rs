//! Blobs named by what they hold: put and read in pieces, kept once, gone when they are removed.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use plenary::log::{Blobs, Digest, Log as _, LogFault, PIECE_BYTES_MAX};

use crate::engine::{Engine, open, within};

/// Puts a blob in pieces of so many bytes.
pub async fn put(blobs: &Arc<dyn Blobs>, bytes: &[u8], piece_bytes: usize) -> Digest {
    let mut incoming = blobs.begin().await.unwrap();
    for piece in bytes.chunks(piece_bytes) {
        incoming.write(Bytes::copy_from_slice(piece)).await.unwrap();
    }
    let digest = incoming.digest();
    assert_eq!(incoming.keep().await.unwrap(), digest);
    digest
}

/// What is read of a blob.
async fn read(blobs: &Arc<dyn Blobs>, blob: &Digest, from: u64, to: u64) -> Option<Vec<u8>> {
    let pieces: Vec<Bytes> = blobs.read(blob, from..to).await.unwrap()?.try_collect().await.unwrap();
    assert!(pieces.iter().all(|piece| !piece.is_empty() && piece.len() <= PIECE_BYTES_MAX));
    Some(pieces.concat())
}

fn large() -> Vec<u8> {
    (0..200_000_u32).flat_map(u32::to_le_bytes).collect()
}

pub async fn what_comes_in_in_pieces_goes_out_whole_or_in_parts(Engine { log, .. }: Engine) {
    let (blobs, bytes) = (log.blobs(), large());
    let length = bytes.len() as u64;
    let blob = put(&blobs, &bytes, 7_001).await;
    assert_eq!(blobs.length(&blob).await.unwrap(), Some(length));
    for (from, to) in [(0, length), (0, 1), (65_535, 131_073), (length - 1, length), (length - 9, u64::MAX)] {
        let part = &bytes[from as usize..to.min(length) as usize];
        assert_eq!(read(&blobs, &blob, from, to).await.as_deref(), Some(part), "{from}..{to}");
    }
    for (from, to) in [(5, 5), (length, length + 1), (length + 7, u64::MAX)] {
        assert_eq!(read(&blobs, &blob, from, to).await.as_deref(), Some(&[][..]), "{from}..{to}");
    }
    let empty = put(&blobs, b"", 1).await;
    assert_eq!(empty.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(blobs.length(&empty).await.unwrap(), Some(0));
}

pub async fn the_same_bytes_are_kept_once_and_what_is_removed_is_gone(Engine { log, .. }: Engine) {
    let blobs = log.blobs();
    let (one, other) = (put(&blobs, b"a statement", 3).await, put(&blobs, b"another", 1).await);
    assert_eq!(put(&blobs, b"a statement", 100).await, one);
    let mut all = blobs.all().await.unwrap();
    all.sort();
    let mut both = vec![one, other];
    both.sort();
    assert_eq!(all, both);
    let held = blobs.read(&one, 0..u64::MAX).await.unwrap().unwrap();
    blobs.remove(&one).await.unwrap();
    blobs.remove(&one).await.unwrap();
    let (length, part) = (blobs.length(&one).await.unwrap(), read(&blobs, &one, 0, 1).await);
    assert_eq!((length, part, blobs.all().await.unwrap()), (None, None, vec![other]));
    let held: Vec<Bytes> = held.try_collect().await.unwrap();
    assert_eq!(held.concat(), b"a statement", "whoever reads it reads it to its end");
}

pub async fn what_is_not_kept_leaves_nothing_and_a_sweep_leaves_it_alone(Engine { log, .. }: Engine) {
    let blobs = log.blobs();
    let mut given_up = blobs.begin().await.unwrap();
    given_up.write(Bytes::from_static(b"half")).await.unwrap();
    let mut under_way = blobs.begin().await.unwrap();
    under_way.write(Bytes::from_static(b"who")).await.unwrap();
    drop(given_up);
    assert_eq!(blobs.sweep_parts().await.unwrap(), 0, "nothing of an earlier server is there");
    assert_eq!(blobs.all().await.unwrap(), []);
    under_way.write(Bytes::from_static(b"le")).await.unwrap();
    let whole = under_way.keep().await.unwrap();
    assert_eq!(read(&blobs, &whole, 0, 9).await.as_deref(), Some(&b"whole"[..]));
}

pub async fn of_a_closed_log_no_blob_is_had(Engine { log, .. }: Engine) {
    let blobs = log.blobs();
    let blob = put(&blobs, b"a", 1).await;
    let under_way = blobs.begin().await.unwrap();
    log.close().await;
    assert_eq!(blobs.begin().await.err(), Some(LogFault::Closed));
    assert_eq!(under_way.keep().await, Err(LogFault::Closed));
    assert_eq!(blobs.read(&blob, 0..1).await.err(), Some(LogFault::Closed));
    assert_eq!(blobs.remove(&blob).await, Err(LogFault::Closed));
}

/// Files below a folder, by their paths.
fn files(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in folder.read_dir().into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path.to_str().unwrap().to_owned());
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn on_disk_a_blob_is_a_file_named_by_its_hash_and_outlasts_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let blob = put(&log.blobs(), b"a statement", 4).await;
    within(log.close()).await;
    let name = blob.to_string();
    let place = folder.path().join("blobs").join(&name[..2]).join(&name);
    assert_eq!(std::fs::read(&place).unwrap(), b"a statement");
    assert_eq!(files(&folder.path().join("blobs")), [place.to_str().unwrap()]);
    // What is no blob is left alone, and is none.
    std::fs::write(place.with_file_name("notes.txt"), "mine").unwrap();
    std::fs::write(folder.path().join("blobs/.hidden"), "mine").unwrap();
    let log = open(folder.path());
    assert_eq!(log.blobs().all().await.unwrap(), [blob]);
    assert_eq!(read(&log.blobs(), &blob, 2, 11).await.as_deref(), Some(&b"statement"[..]));
}

#[tokio::test]
async fn on_disk_what_an_earlier_server_was_taking_in_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let parts = folder.path().join("blobs/parts");
    std::fs::create_dir_all(&parts).unwrap();
    std::fs::write(parts.join("0000000000000000-7"), "half of it").unwrap();
    let log = open(folder.path());
    let mut under_way = log.blobs().begin().await.unwrap();
    under_way.write(Bytes::from_static(b"whole")).await.unwrap();
    assert_eq!(log.blobs().sweep_parts().await.unwrap(), 1);
    let whole = under_way.keep().await.unwrap();
    assert_eq!(read(&log.blobs(), &whole, 0, 9).await.as_deref(), Some(&b"whole"[..]));
    assert_eq!(files(&parts), Vec::<String>::new());
}
