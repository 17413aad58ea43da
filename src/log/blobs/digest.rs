//! Names of blobs: the SHA-256 of what they hold.

use std::fmt;
use std::str::FromStr;

/// The SHA-256 of a blob's bytes. As text it has 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

/// Why a text names no blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a blob is named by 64 of the characters 0-9 and a-f")]
pub struct InvalidDigest;

impl Digest {
    /// The name of what has this SHA-256.
    pub fn of_sha256(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }

    /// Where the blob stands below a folder of blobs: in a folder named by the first two digits.
    pub fn path(&self) -> String {
        let name = self.to_string();
        format!("{}/{name}", name.get(..2).unwrap_or_default())
    }

    /// The SHA-256.
    pub fn sha256(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = InvalidDigest;

    fn from_str(text: &str) -> Result<Self, InvalidDigest> {
        let digit = |byte: &u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _other => Err(InvalidDigest),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let bytes = pairs.iter().map(|[high, low]| Ok(digit(high)? << 4 | digit(low)?));
        let bytes: Vec<u8> = bytes.collect::<Result<_, InvalidDigest>>()?;
        if !rest.is_empty() {
            return Err(InvalidDigest);
        }
        bytes.try_into().map(Self).map_err(|_length| InvalidDigest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_nothing_else_is_one() {
        let name = "00ff".repeat(16);
        let digest: Digest = name.parse().unwrap();
        assert_eq!((digest.to_string(), digest.sha256()[..3].to_vec()), (name.clone(), vec![0, 255, 0]));
        for other in ["", "00", &name[1..], &name.to_uppercase(), &format!("{name}00"), "../plenary.db"] {
            assert_eq!(other.parse::<Digest>(), Err(InvalidDigest), "{other}");
        }
    }
}
