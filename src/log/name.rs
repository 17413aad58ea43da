//! Names of streams and blobs: what they may contain, so that every engine can keep them as they are.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Longest name of a stream or blob, in bytes.
pub const NAME_BYTES_MAX: usize = 128;

/// Why a text names neither stream nor blob.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{name:?} does not name {what}: use 1 to {NAME_BYTES_MAX} of the characters {characters}, \
     in parts separated by single slashes"
)]
pub struct InvalidName {
    what: &'static str,
    characters: &'static str,
    name: String,
}

/// The name of a stream, such as `session/opening`: 1 to 128 of the characters `a-z`, `0-9`, `_`, `-` and `/`.
///
/// Slashes separate parts that are not empty, so that a stream is also a subject of a message broker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream(Arc<str>);

impl Stream {
    /// Takes a text for the name of a stream.
    ///
    /// # Errors
    /// If it has other characters, an empty part, or is too long.
    pub fn new(name: &str) -> Result<Self, InvalidName> {
        if is_name(name, plain) {
            Ok(Self(name.into()))
        } else {
            Err(InvalidName {
                what: "a stream",
                characters: "a-z, 0-9, '_', '-' and '/'",
                name: shortened(name),
            })
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Stream {
    type Err = InvalidName;

    fn from_str(name: &str) -> Result<Self, InvalidName> {
        Self::new(name)
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Refuses what does not name a blob: as for a stream, but dots are welcome.
pub(super) fn check_blob_name(name: &str) -> Result<(), InvalidName> {
    if is_name(name, |byte| plain(byte) || byte == b'.') {
        Ok(())
    } else {
        Err(InvalidName {
            what: "a blob",
            characters: "a-z, 0-9, '_', '-', '.' and '/'",
            name: shortened(name),
        })
    }
}

fn plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-'
}

fn is_name(name: &str, allowed: impl Fn(u8) -> bool) -> bool {
    name.len() <= NAME_BYTES_MAX && name.split('/').all(|part| !part.is_empty() && part.bytes().all(&allowed))
}

/// A hostile name must not fill the server's own log.
fn shortened(name: &str) -> String {
    name.chars().take(NAME_BYTES_MAX).collect()
}
