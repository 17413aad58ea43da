//! The list of what a backup holds: the SHA-256 of each file, in the form that `sha256sum` writes and reads.

use std::collections::BTreeMap;
use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

use crate::log::Digest;

/// Most files of a backup.
pub const FILES_MAX: usize = 500_000;
/// Longest list, in bytes: a hash and a path of 200 bytes for each file.
pub const BYTES_MAX: u64 = FILES_MAX as u64 * 266;

/// The SHA-256 of files, by their paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, Digest>);

impl Sums {
    /// Adds a file. False where it is there already, or where there are as many as there may be.
    pub fn add(&mut self, path: &str, digest: Digest) -> bool {
        self.0.len() < FILES_MAX && self.0.insert(path.to_owned(), digest).is_none()
    }

    /// Whether a file is there.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The list as text: a line for each file.
    pub fn text(&self) -> String {
        self.0.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
    }

    /// The first path in which two lists differ, none where they are the same.
    pub fn first_difference(&self, other: &Self) -> Option<String> {
        let differs = |one: &Self, other: &Self| {
            one.0
                .iter()
                .find(|(path, digest)| other.0.get(*path) != Some(digest))
                .map(|(path, _)| path.clone())
        };
        differs(self, other).or_else(|| differs(other, self))
    }

    /// Reads a list; none where it is not one.
    pub fn read(text: &str) -> Option<Self> {
        let mut sums = Self::default();
        for line in text.lines() {
            let (digest, path) = line.split_once("  ")?;
            if !sums.add(path, digest.parse().ok()?) {
                return None;
            }
        }
        Some(sums)
    }
}

/// Reads on, and works out the SHA-256 of what was read.
pub struct Summed<R> {
    from: R,
    sha256: Sha256,
    bytes: u64,
}

impl<R: Read> Summed<R> {
    /// Nothing is read yet.
    pub fn new(from: R) -> Self {
        Self { from, sha256: Sha256::new(), bytes: 0 }
    }

    /// The SHA-256 of what was read, and how many bytes that was.
    pub fn sum(self) -> (Digest, u64) {
        (Digest::of_sha256(self.sha256.finalize().into()), self.bytes)
    }
}

impl<R: Read> Read for Summed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.sha256.update(into.get(..read).unwrap_or_default());
        self.bytes += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_is_written_and_tells_where_another_differs() {
        let mut summed = Summed::new(&b"abc"[..]);
        io::copy(&mut summed, &mut io::sink()).unwrap();
        let (digest, bytes) = summed.sum();
        let (mut sums, other) = (Sums::default(), Sums::default());
        assert!(sums.add("plenary.db", digest) && !sums.add("plenary.db", digest));
        assert_eq!(bytes, 3);
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sums.text(), format!("{hash}  plenary.db\n"));
        assert_eq!(Sums::read(&sums.text()).as_ref(), Some(&sums));
        assert_eq!(sums.first_difference(&other), Some("plenary.db".to_owned()));
        assert_eq!(other.first_difference(&sums), Some("plenary.db".to_owned()));
        for text in ["a  b\n", &format!("{hash} plenary.db\n"), &sums.text().repeat(2)] {
            assert_eq!(Sums::read(text), None, "{text}");
        }
    }
}
