//! The text of the outcome document while it is written: by several people at once, in several languages side by side, each
//! also offline for a while. How it stands before the conference (versions, corrections, issued or not), the conference knows
//! (`conference/outcome`).
//!
//! The text is what all updates come to, whatever their order (Yjs 13; `yrs` reads them here). So this aggregate decides on no
//! words: it takes in what is an update, fits what came before, and is within its bounds. Each language is a fragment of its
//! own, named as the language is, so that nobody's undo crosses from one to another.
//!
//! Positions in the text are counted in UTF-16 code units, as in the browser, and nothing here changes the text at a position
//! that somebody else has counted.

pub mod differences;
mod guard;
pub mod reading;
pub mod rows;
pub mod view;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::meeting::event::Recorded;
use crate::meeting::refusal::{Code, Field, Refusal};
use crate::terms::family::ReadByType;
use crate::terms::ids::{PersonId, Seq};
use crate::terms::limits;
use crate::terms::personal::{Personal, Place, Subject};

/// Bytes of updates that may follow the text before it is put together anew, at least.
const APART_BYTES: usize = 64 * 1024;
/// Updates that may follow the text before it is put together anew.
const APART_MAX: usize = 4_096;

/// An update of Yjs in its first encoding; on the wire and in the log as base64.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "DraftUpdate", type = "string"))]
#[cfg_attr(test, schemars(rename = "DraftUpdate", with = "String", extend("pattern" = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$")))]
pub struct Update(Arc<[u8]>);

impl Update {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Update {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl Serialize for Update {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Update {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = STANDARD.decode(text).map_err(|_| serde::de::Error::custom("an update is base64"))?;
        Ok(bytes.into())
    }
}

/// What may be asked of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "DraftCommand"), schemars(rename = "DraftCommand"))]
pub enum Command {
    /// Take in what somebody has written.
    WriteDraft {
        /// An update of Yjs (first encoding, base64), at most 90,000 bytes before base64, that fits what is stored: of each of its
        /// clients it begins where that client's updates end, or before.
        update: Update,
    },
}

impl Command {
    /// Its `type`.
    pub fn tag(&self) -> &'static str {
        self.into()
    }

    /// Whether it is a command of the draft that is called so.
    pub fn has(tag: &str) -> bool {
        use strum::VariantNames as _;
        Self::VARIANTS.contains(&tag)
    }
}

/// Why each command of the draft can be refused, beside [`OF_ANY`](crate::meeting::refusal::OF_ANY).
pub fn refusals(command: &Command) -> &'static [Code] {
    match command {
        Command::WriteDraft { .. } => {
            &[Code::OutcomeIssued, Code::OutOfRange, Code::NoUpdate, Code::DraftGap, Code::DraftFull]
        }
    }
}

/// What happened to the draft. Stored for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Something was written.
    DraftWritten {
        /// By whom.
        by: PersonId,
        /// What.
        update: Update,
    },
}

impl ReadByType for Event {
    /// All have one type, whose tag is read with the rest.
    fn read_as<'de, D: serde::Deserializer<'de>>(_tag: &str, deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

/// Who wrote stands in it by their id; the text is the conference's.
impl Personal for Event {
    fn personal(&mut self, _show: &mut dyn FnMut(&Subject, Place<'_>)) {}
}

/// What the draft decides on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Who asks.
    pub by: PersonId,
    /// What for.
    pub command: Command,
}

/// The text put together up to a place in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Together {
    seq: Seq,
    update: Update,
}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    seq: Seq,
    by: PersonId,
    update: Update,
}

/// The draft as it stands. Cloning is cheap: what is large is shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Place in the log of the last event taken in.
    pub seq: Seq,
    /// The text up to some place.
    together: Arc<Together>,
    /// What was written since.
    apart: imbl::Vector<Piece>,
    /// Bytes of that.
    apart_bytes: usize,
    /// How far the updates of each client of Yjs come.
    clocks: imbl::OrdMap<u64, u32>,
    /// Bytes of all updates that were ever taken in.
    bytes: u64,
}

impl Draft {
    /// Decides what a command makes happen.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn decide(&self, Intent { by, command }: &Intent) -> Result<Vec<Event>, Refusal> {
        let Command::WriteDraft { update } = command;
        let bytes = u32::try_from(update.bytes().len()).unwrap_or(u32::MAX);
        if bytes > limits::UPDATE_BYTES_MAX {
            let (field, max) = (Field::Update, limits::UPDATE_BYTES_MAX);
            return Err(Refusal::OutOfRange { field, min: 1, max: i64::from(max) });
        }
        let written = guard::read(update.bytes()).ok_or(Refusal::NoUpdate {})?;
        if !written.fits(|client| self.clocks.get(&client).copied().unwrap_or_default()) {
            return Err(Refusal::DraftGap {});
        }
        if !written.deletes && written.ends().all(|(client, end)| self.has(client, end)) {
            return Ok(Vec::new());
        }
        if self.bytes + u64::from(bytes) > limits::DRAFT_BYTES_MAX {
            return Err(Refusal::DraftFull {});
        }
        Ok(vec![Event::DraftWritten { by: by.clone(), update: update.clone() }])
    }

    fn has(&self, client: u64, end: u32) -> bool {
        self.clocks.get(&client).is_some_and(|known| *known >= end)
    }

    /// Takes an event in. Infallible: what was decided has happened.
    pub fn evolve(&mut self, recorded: &Recorded<Event>) {
        let Event::DraftWritten { by, update } = &recorded.event;
        self.seq = recorded.seq;
        self.bytes += update.bytes().len() as u64;
        // It was read before it was stored.
        for (client, end) in guard::read(update.bytes()).iter().flat_map(guard::Written::ends) {
            let known = self.clocks.entry(client).or_default();
            *known = end.max(*known);
        }
        self.apart_bytes += update.bytes().len();
        self.apart.push_back(Piece { seq: recorded.seq, by: by.clone(), update: update.clone() });
        // Each time about as much again has come, so that a long text is not put together over and over.
        let much = APART_BYTES.max(self.together.update.bytes().len() / 2);
        if self.apart_bytes > much || self.apart.len() > APART_MAX {
            self.put_together();
        }
    }

    /// Puts the text together up to here. Where that fails, all stays apart: nothing that was stored is dropped.
    fn put_together(&mut self) {
        let Some(update) = reading::together(self.updates().map(Update::bytes)) else { return };
        self.together = Arc::new(Together { seq: self.seq, update: update.into() });
        self.apart = imbl::Vector::new();
        self.apart_bytes = 0;
    }

    /// Updates that come to the whole text.
    pub fn updates(&self) -> impl Iterator<Item = &Update> {
        self.together().chain(self.apart.iter().map(|piece| &piece.update))
    }

    fn together(&self) -> impl Iterator<Item = &Update> {
        (self.together.seq > 0).then_some(&self.together.update).into_iter()
    }

    /// What was written after a place in the log, each with who wrote it; the whole text, with nobody's name on what was put
    /// together, where that is not told apart any more.
    pub fn since(&self, seq: Seq) -> impl Iterator<Item = (Option<&PersonId>, &Update)> {
        let together = self.together().filter(move |_| seq < self.together.seq);
        let apart = self.apart.iter().filter(move |piece| piece.seq > seq);
        together.map(|update| (None, update)).chain(apart.map(|piece| (Some(&piece.by), &piece.update)))
    }
}
