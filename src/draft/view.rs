//! What those see of the draft who write it: all updates that it is made of, in the one scope `draft`, followed by those who keep
//! the record of any session. It is nobody else's until a version of it is shown.
//!
//! Seen: `draft_text` by `draft`.

use serde::{Deserialize, Serialize};

use super::{Draft, Update};
use crate::terms::ids::{PersonId, Seq};

/// A part of the view that one audience shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Those who write.
    Draft,
}

impl std::fmt::Display for Scope {
    /// The name of the scope on the wire.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Draft => f.write_str("draft"),
        }
    }
}

/// One thing of the draft that a page can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[cfg_attr(test, ts(rename = "DraftEntity"), schemars(rename = "DraftEntity"))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Entity {
    /// What is to be taken into the text.
    DraftText(DraftTextView),
}

/// What is to be taken into the text that one has: in a snapshot all of it, in changes what was written since. There is one, with
/// the id `draft`. To take an update in twice, or in another order, comes to the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DraftTextView {
    /// Always `draft`.
    pub id: String,
    /// What was written, in its order.
    pub updates: Vec<DraftUpdateView>,
}

/// Something that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DraftUpdateView {
    /// By whom; null where it was put together of what several wrote.
    pub by: Option<PersonId>,
    /// An update of Yjs (first encoding, base64).
    pub update: Update,
}

fn since(draft: &Draft, seq: Seq) -> DraftTextView {
    let view = |(by, update): (Option<&PersonId>, &Update)| DraftUpdateView {
        by: by.cloned(),
        update: update.clone(),
    };
    DraftTextView { id: "draft".to_owned(), updates: draft.since(seq).map(view).collect() }
}

/// All of it.
pub fn snapshot(draft: &Draft) -> Vec<Entity> {
    vec![Entity::DraftText(since(draft, 0))]
}

/// What was written between two states.
pub fn written(before: &Draft, after: &Draft) -> Vec<Entity> {
    let text = since(after, before.seq);
    if text.updates.is_empty() { Vec::new() } else { vec![Entity::DraftText(text)] }
}
