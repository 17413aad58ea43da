//! What is written in the chat: messages as written, as they stand now, and those that wait to be approved.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Language, MessageId, Moment, PersonId, RoomId, Wording};
use crate::terms::people::{Person, Role};
use crate::terms::personal::{Place, Subject};

/// A message as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Which message.
    pub id: MessageId,
    /// In which room.
    pub room: RoomId,
    /// Who wrote it, as they were known then.
    pub author: Author,
    /// The text.
    pub text: String,
    /// Language it is written in, where known.
    pub language: Option<Language>,
    /// The message of the same room that it replies to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<MessageId>,
}

/// The writer of a message as known when it was written, so that a later change of the roster does not rewrite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Author {
    /// Who.
    pub person: PersonId,
    /// Their name in each language.
    pub name: Wording,
    /// Their delegation, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub delegation: Option<DelegationId>,
    /// Their first role.
    pub role: Role,
}

impl Author {
    /// A person as they are known now.
    pub fn of(person: &Person) -> Self {
        Self {
            person: person.id.clone(),
            name: person.name.clone(),
            delegation: person.delegation.clone(),
            role: person.roles.first().copied().unwrap_or(Role::Observer),
        }
    }
}

impl Author {
    /// What of it is the author's own.
    pub(crate) fn show(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        show(&Subject::person(&self.person), Place::Name(&mut self.name));
    }
}

/// A message that was shown, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its number in its room, from 1 without a gap.
    pub number: u64,
    /// When it was shown: written, or approved.
    pub at_ms: Moment,
    /// The message; without its text once it was deleted. Nearly always the very one of the event.
    pub message: Arc<Message>,
    /// When it was last edited.
    pub edited_at_ms: Option<Moment>,
    /// How it was deleted, if it was.
    pub deleted: Option<Deleted>,
}

/// How a message was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// When.
    pub at_ms: Moment,
    /// By whom.
    pub by: Author,
    /// Whether by the desk, rather than by its author.
    pub by_desk: bool,
    /// Why; may be empty where its author deleted it.
    pub reason: String,
}

/// A message that waits to be approved, or was declined and is kept for its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// When it was written.
    pub at_ms: Moment,
    /// The message.
    pub message: Arc<Message>,
    /// When and why it was declined, if it was.
    pub declined: Option<Declined>,
}

/// How a message was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Declined {
    /// When.
    pub at_ms: Moment,
    /// Why.
    pub reason: String,
}

/// That a person may not write to all, since when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Muting {
    /// Since when.
    pub since_ms: Moment,
    /// Why.
    pub reason: String,
}
