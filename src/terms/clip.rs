//! Sound that is kept beside the log.

use serde::{Deserialize, Serialize};

use super::ids::{ClipId, Millis};

/// A statement as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prerecorded {
    /// Its sound: Opus in Ogg, kept beside the log.
    pub clip: ClipId,
    /// How long it is.
    pub length_ms: Millis,
}

/// The name of a clip, by the SHA-256 of what it holds.
pub fn named_by(sha256: &[u8; 32]) -> ClipId {
    let digits =
        |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    ClipId::belonging("", &sha256.iter().flat_map(digits).collect::<String>())
}
