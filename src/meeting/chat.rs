//! The chat of the session's main room.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::command::Context;
use super::ids::{DelegationId, Language, MessageId, Moment, PersonId, RoomId, Wording};
use super::people::{Person, Role};
use super::programme::Phase;
use super::refusal::{self, Field, Refusal};
use super::{Meeting, event, limits};

/// Id of the session's main room, which everybody in the session reads.
pub const MAIN_ROOM: &str = "main";

/// What a participant may ask of the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ChatCommand"), schemars(rename = "ChatCommand"))]
pub enum Command {
    /// Write in a room.
    SendMessage {
        /// In which room; `main` is the session's.
        room: RoomId,
        /// The text, 1 to 2,000 characters.
        text: String,
        /// Language it is written in, where the writer's page knows it.
        language: Option<Language>,
    },
}

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
    fn of(person: &Person) -> Self {
        Self {
            person: person.id.clone(),
            name: person.name.clone(),
            delegation: person.delegation.clone(),
            role: person.roles.first().copied().unwrap_or(Role::Observer),
        }
    }
}

/// What happened in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A message was written.
    MessageSent {
        /// The message.
        message: Message,
    },
}

/// The newest messages. Older ones are in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Messages with the moment they were written, the oldest first; at most [`limits::MESSAGES_SHOWN`].
    pub shown: imbl::Vector<(Moment, Message)>,
    /// Messages written since the session was convened.
    pub written: u64,
}

impl State {
    /// The message and its moment, if it is among the newest.
    pub fn message(&self, id: &MessageId) -> Option<&(Moment, Message)> {
        self.shown.iter().rev().find(|(_, message)| message.id == *id)
    }

    /// Takes a message in, and tells which one is no longer shown.
    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::MessageSent { message } => {
                self.written += 1;
                self.shown.push_back((at_ms, message.clone()));
                if self.shown.len() > limits::MESSAGES_SHOWN {
                    self.shown.pop_front();
                }
            }
        }
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::SendMessage { room, text, language } => {
            meeting.programme.require(&[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
            if room.as_str() != MAIN_ROOM {
                return Err(Refusal::Unknown { field: Field::Room });
            }
            let message = Message {
                id: meeting.message_id(context),
                room: room.clone(),
                author: Author::of(actor),
                text: refusal::worded(Field::Text, text, limits::MESSAGE_CHARS_MAX)?,
                language: language.clone(),
            };
            Ok(vec![event::Event::Chat(Event::MessageSent { message })])
        }
    }
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { shown, written } = &meeting.chat;
    let newest = usize::try_from(*written).unwrap_or(usize::MAX).min(limits::MESSAGES_SHOWN);
    let ids: BTreeSet<&MessageId> = shown.iter().map(|(_, message)| &message.id).collect();
    Meeting::first_broken(&[
        (shown.len() == newest, "the window of the chat does not hold the newest messages"),
        (ids.len() == shown.len(), "a message is shown twice"),
    ])
}
