//! The entities of the chat, as the wire carries them.
//!
//! Seen: `message` by whoever its room admits, as the room's row of the table in `chat` says: by `everyone`, `desk`,
//! `booth`, `interpreters`, `technicians`, `line`, `secretariat` or `delegation`, and by each `person` of a room of
//! two; `room` by those of a room that the desk keeps: by `everyone`, `desk`, `technicians`, `line` or `secretariat`;
//! `held_message` by `desk` and by its author, a `person`; `muted` by `desk`, and the muted read it on their own card;
//! `announcement` by `everyone`. Nobody sees what a deleted message said.

pub(in crate::meeting) mod change;
mod history;
pub(in crate::meeting) mod keys;
pub(in crate::meeting) mod render;

pub(in crate::meeting) use render::*;

pub use history::page;

use serde::{Deserialize, Serialize};

use crate::meeting::hall::chat::{Author, Declined};
use crate::terms::ids::{
    AnnouncementId, DelegationId, Language, MessageId, Millis, Moment, PersonId, RoomId, Wording,
};

/// A chat message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MessageView {
    /// Which message.
    pub id: MessageId,
    /// In which room.
    pub room: RoomId,
    /// Its number in the room, from 1 without a gap: sort by it, and count by it what is unread.
    pub number: u64,
    /// When it was shown.
    pub at_ms: Moment,
    /// Who wrote it, as they were known then.
    pub author: Author,
    /// The text; empty once it was deleted.
    pub text: String,
    /// Language it is written in, where known.
    pub language: Option<Language>,
    /// What it replies to, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reply: Option<ReplyView>,
    /// When it was last edited, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub edited_at_ms: Option<Moment>,
    /// Since when it is kept at the top of the room, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub pinned_at_ms: Option<Moment>,
    /// How it was deleted, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub deleted: Option<DeletedView>,
}

/// The message that another replies to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReplyView {
    /// Which message.
    pub message: MessageId,
    /// Who wrote it; none once it is not kept any more.
    pub author: Option<Author>,
    /// How it begins, to 140 characters; empty once it was deleted or is not kept any more.
    pub excerpt: String,
}

/// How a message was deleted. Everybody who read it sees that it was, and nobody what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DeletedView {
    /// When.
    pub at_ms: Moment,
    /// By whom, as they were known then.
    pub by: Author,
    /// Whether by the desk, rather than by its author.
    pub by_desk: bool,
    /// Why; may be empty where its author deleted it.
    pub reason: String,
}

/// A message that waits to be approved, or was declined: for its author and the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HeldMessageView {
    /// Which message.
    pub id: MessageId,
    /// In which room.
    pub room: RoomId,
    /// When it was written.
    pub at_ms: Moment,
    /// Who wrote it, as they were known then.
    pub author: Author,
    /// The text.
    pub text: String,
    /// Language it is written in, where known.
    pub language: Option<Language>,
    /// When and why it was declined, if it was; its author alone keeps it then.
    pub declined: Option<Declined>,
}

/// How the desk keeps a room, where other than at first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RoomView {
    /// Which room.
    pub id: RoomId,
    /// Whether nobody but the desk writes there.
    pub closed: bool,
    /// Whether messages wait to be approved by the desk.
    pub pre_moderated: bool,
    /// How long each person waits between two messages; 0 for no wait.
    pub slow_mode_ms: Millis,
}

/// Somebody who is muted in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MutedView {
    /// Which person.
    pub id: PersonId,
    /// Name; empty if they are not in the session any more.
    pub name: Wording,
    /// Their delegation, if any.
    pub delegation: Option<DelegationId>,
    /// Since when.
    pub since_ms: Moment,
    /// Why.
    pub reason: String,
}

/// An announcement to everybody, of the desk or of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AnnouncementView {
    /// Which.
    pub id: AnnouncementId,
    /// The text in each language in which it was given.
    pub text: Wording,
    /// By whom, as they were known then.
    pub by: Author,
    /// Since when it is shown.
    pub at_ms: Moment,
    /// When it was taken down or replaced; none while it is shown.
    pub ended_at_ms: Option<Moment>,
    /// Whether it was made to the whole conference: the desk of the session does not take it down, nor does its own take
    /// the place of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_conference: bool,
}
