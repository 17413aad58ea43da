//! The chat: the session's main room, and the rooms of those who interpret and watch the sound.

use std::collections::BTreeSet;
use std::iter::once;

use serde::{Deserialize, Serialize};

use super::command::Context;
use super::ids::{BoothId, DelegationId, Language, MessageId, Moment, PersonId, RoomId, Wording};
use super::people::{Person, Role};
use super::programme::Phase;
use super::refusal::{self, Field, Refusal};
use super::view::Scope;
use super::{Meeting, event, limits};

/// Id of the session's main room, which everybody in the session reads.
pub const MAIN_ROOM: &str = "main";
/// Id of the room of all interpreters.
pub const INTERPRETERS_ROOM: &str = "interpreters";
/// Id of the room of the technicians, the interpreters and the desk.
pub const TECHNICIANS_ROOM: &str = "technicians";
/// What the ids of the booths' rooms begin with; the booth's own follows.
pub const BOOTH_ROOM_PREFIX: &str = "booth-";

/// A chat room. Whom it does not admit has no part in it: neither reads nor writes there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// The session's.
    Main,
    /// Of one booth and the technicians.
    Booth(BoothId),
    /// Of all interpreters.
    Interpreters,
    /// Of the technicians, the interpreters and the desk.
    Technicians,
}

impl Room {
    /// The room that an id names, whether or not the session has it.
    pub fn named(id: &RoomId) -> Option<Self> {
        match id.as_str() {
            MAIN_ROOM => Some(Self::Main),
            INTERPRETERS_ROOM => Some(Self::Interpreters),
            TECHNICIANS_ROOM => Some(Self::Technicians),
            other => other.strip_prefix(BOOTH_ROOM_PREFIX)?.parse().ok().map(Self::Booth),
        }
    }

    /// Its id on the wire.
    pub fn id(&self) -> RoomId {
        match self {
            Self::Main => RoomId::belonging(MAIN_ROOM, ""),
            Self::Booth(booth) => RoomId::belonging(BOOTH_ROOM_PREFIX, booth.as_str()),
            Self::Interpreters => RoomId::belonging(INTERPRETERS_ROOM, ""),
            Self::Technicians => RoomId::belonging(TECHNICIANS_ROOM, ""),
        }
    }

    /// The rooms of a session.
    pub fn all(meeting: &Meeting) -> impl Iterator<Item = Self> {
        let booths = meeting.charter.iter().flat_map(|charter| &charter.booths);
        let booths = booths.map(|booth| Self::Booth(booth.id.clone()));
        once(Self::Main).chain(booths).chain([Self::Interpreters, Self::Technicians])
    }

    /// Whom the room admits, to read and to write. A screen in the room reads the main one, and writes nowhere.
    pub fn admits(&self, person: &Person) -> bool {
        let is = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
        match self {
            Self::Main => true,
            Self::Booth(booth) => {
                is(&[Role::Technician]) || (is(&[Role::Interpreter]) && person.booth.as_ref() == Some(booth))
            }
            Self::Interpreters => is(&[Role::Interpreter]),
            Self::Technicians => {
                is(&[Role::Technician, Role::Interpreter, Role::Chair, Role::Moderator, Role::Secretariat])
            }
        }
    }

    /// The scope that sees the room.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Main => Scope::Everyone,
            Self::Booth(booth) => Scope::Booth(booth.clone()),
            Self::Interpreters => Scope::Interpreters,
            Self::Technicians => Scope::Technicians,
        }
    }
}

/// What a participant may ask of the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ChatCommand"), schemars(rename = "ChatCommand"))]
pub enum Command {
    /// Write in a room.
    SendMessage {
        /// In which room: `main`, or another of those that one's own card names.
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

/// The newest messages of a room. Older ones are in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Messages with the moment they were written, the oldest first; at most [`limits::MESSAGES_SHOWN`].
    pub shown: imbl::Vector<(Moment, Message)>,
    /// Messages written there since the session was convened.
    pub written: u64,
}

/// What was written, room by room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Rooms in which something was written.
    pub rooms: imbl::OrdMap<Room, Held>,
}

impl State {
    /// The newest messages of a room.
    pub fn room(&self, room: &Room) -> Option<&Held> {
        self.rooms.get(room)
    }

    /// The message and its moment, if it is among the newest of its room.
    pub fn message(&self, room: &Room, id: &MessageId) -> Option<&(Moment, Message)> {
        self.room(room)?.shown.iter().rev().find(|(_, message)| message.id == *id)
    }

    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::MessageSent { message } => {
                // A room of a kind that this version does not know has no audience.
                let Some(room) = Room::named(&message.room) else { return };
                let held = self.rooms.entry(room).or_default();
                held.written += 1;
                held.shown.push_back((at_ms, message.clone()));
                if held.shown.len() > limits::MESSAGES_SHOWN {
                    held.shown.pop_front();
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
            let admitted = rooms(meeting, actor).any(|admitted| admitted.id() == *room);
            if !admitted {
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

/// The rooms that a person may read and write in. A screen in the room reads the main one and writes in none.
pub fn rooms(meeting: &Meeting, person: &Person) -> impl Iterator<Item = Room> {
    Room::all(meeting).filter(|room| !person.is_display() && room.admits(person))
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    meeting.chat.rooms.values().find_map(|Held { shown, written }| {
        let newest = usize::try_from(*written).unwrap_or(usize::MAX).min(limits::MESSAGES_SHOWN);
        let ids: BTreeSet<&MessageId> = shown.iter().map(|(_, message)| &message.id).collect();
        Meeting::first_broken(&[
            (shown.len() == newest, "the window of a chat room does not hold the newest messages"),
            (ids.len() == shown.len(), "a message is shown twice"),
        ])
    })
}
