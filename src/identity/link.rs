//! A personal link: its id, its secret, and what is stored of it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::IdentityFault;
use crate::terms::ids::{Moment, PersonId};

/// Bytes of a secret: 160 bits, too many to guess at any rate a server answers.
const SECRET_BYTES: usize = 20;
/// Bytes of a link's id.
const ID_BYTES: usize = 9;
/// Longest text that is looked at as a secret or a link id.
const TEXT_BYTES_MAX: usize = 128;

/// Which link. Not secret: it stands in the address of the person's pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkId(String);

impl LinkId {
    pub(super) fn random() -> Result<Self, IdentityFault> {
        Ok(Self(random::<ID_BYTES>()?.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// A text from an address, as the id it may be; none if no id looks like it.
    pub fn given(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let fits = (1..=TEXT_BYTES_MAX).contains(&text.len()) && text.bytes().all(plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for LinkId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The secret of a link. It shows itself only when asked to.
pub struct Secret(String);

impl Secret {
    pub(super) fn random() -> Result<Self, IdentityFault> {
        Ok(Self(URL_SAFE_NO_PAD.encode(random::<SECRET_BYTES>()?)))
    }

    pub(super) fn given(text: &str) -> Self {
        Self(text.chars().take(TEXT_BYTES_MAX).collect())
    }

    /// The secret as text, to be put behind `#` in a link.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Hash {
        Hash(URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes())))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// SHA-256 of a secret. A secret has 160 random bits, so it needs no salt and no slow hash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Hash(String);

/// What is known of a link.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) person: PersonId,
    pub(super) revoked: bool,
    /// When it was first exchanged for a cookie.
    pub(super) opened_at_ms: Option<Moment>,
}

/// What is stored of links. A contract, as all stored events are.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "they are written as they are called")]
pub(super) enum Event {
    LinkIssued {
        link: LinkId,
        person: PersonId,
        hash: Hash,
    },
    LinkRevoked {
        link: LinkId,
    },
    /// It was exchanged for a cookie for the first time.
    LinkOpened {
        link: LinkId,
        at_ms: Moment,
    },
}

impl Event {
    pub(super) fn tag(&self) -> &'static str {
        match self {
            Self::LinkIssued { .. } => "link_issued",
            Self::LinkRevoked { .. } => "link_revoked",
            Self::LinkOpened { .. } => "link_opened",
        }
    }
}

/// Bytes nobody can foresee.
pub(super) fn random<const N: usize>() -> Result<[u8; N], IdentityFault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|reason| IdentityFault::Random { reason })?;
    Ok(bytes)
}
