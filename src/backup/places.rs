//! The places that a backup knows: what it holds stands at one of them, and nothing else is put back.

use crate::log::{BLOBS, DATABASE, Digest};
use crate::media::recorder::RECORDINGS;
use crate::terms::ids::SessionId;

/// Name of the list of all other files, in the form of `sha256sum`. The number is that of the backup's own form.
pub const SUMS: &str = "plenary-backup-1.sha256";
/// Longest name of a file or folder of a recording, in bytes.
const NAME_BYTES_MAX: usize = 96;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The database.
    Database,
    /// A blob, named by what it holds.
    Blob(Digest),
    /// A file of a recording.
    Recording,
    /// The list of all other files.
    Sums,
}

impl Place {
    /// What stands at a path of a backup; none where nothing may.
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [name] if *name == DATABASE => Some(Self::Database),
            [name] if *name == SUMS => Some(Self::Sums),
            [folder, digits, name] if *folder == BLOBS => {
                let digest: Digest = name.parse().ok()?;
                (digest.path() == format!("{digits}/{name}")).then_some(Self::Blob(digest))
            }
            [folder, session, recording, file] if *folder == RECORDINGS => {
                session.parse::<SessionId>().ok()?;
                let is_file = file.ends_with(".ogg") || file.ends_with(".jsonl");
                (is_name(recording) && is_name(file) && is_file).then_some(Self::Recording)
            }
            _elsewhere => None,
        }
    }
}

/// The path of a blob.
pub fn path_of(blob: &Digest) -> String {
    format!("{BLOBS}/{}", blob.path())
}

/// Whether a name is one that a recording has: nothing that leads elsewhere, or is hidden.
pub fn is_name(name: &str) -> bool {
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-_.".contains(&c);
    (1..=NAME_BYTES_MAX).contains(&name.len()) && name.bytes().all(plain) && !name.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_a_data_folder_are_known_and_no_others() {
        let blob = "0a".repeat(32);
        let digest = blob.parse().unwrap();
        assert_eq!(path_of(&digest), format!("blobs/0a/{blob}"));
        assert_eq!(Place::of(&path_of(&digest)), Some(Place::Blob(digest)));
        assert_eq!(Place::of("plenary.db"), Some(Place::Database));
        assert_eq!(Place::of(SUMS), Some(Place::Sums));
        for file in ["floor.ogg", "floor.damaged-1.ogg", "turns.jsonl"] {
            let path = format!("recordings/opening/2021-02-24T10-00-00.000Z/{file}");
            assert_eq!(Place::of(&path), Some(Place::Recording), "{path}");
        }
        let elsewhere = [
            "",
            "/plenary.db",
            "./plenary.db",
            "../plenary.db",
            "plenary.db/",
            "plenary.db-wal",
            "plenary.lock",
            "blobs/parts/1",
            "blobs/0b/0a0a",
            "recordings/opening/../floor.ogg",
            "recordings/opening/.hidden/floor.ogg",
            "recordings/../opening/floor.ogg",
            "recordings/opening/2021/floor.sh",
            "recordings/opening/2021/a/floor.ogg",
            "recordings//2021/floor.ogg",
            "recordings/opening/2021/.ogg",
            "recordings/opening/20\\21/floor.ogg",
        ];
        for path in elsewhere {
            assert_eq!(Place::of(path), None, "{path}");
        }
        assert_eq!(Place::of(&format!("blobs/ff/{blob}")), None, "a blob stands in the folder of its own");
    }
}
