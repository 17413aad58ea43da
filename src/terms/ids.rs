//! Identifiers and small value types that the whole meeting speaks in.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Longest identifier accepted anywhere but of a chat room, in bytes.
pub const ID_BYTES_MAX: usize = 64;
/// Longest identifier of a chat room, which may name two people, in bytes.
pub const ROOM_ID_BYTES_MAX: usize = 160;

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an identifier has 1 to {ID_BYTES_MAX} of the characters a-z, 0-9, '-' and '_'")]
pub struct InvalidId;

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
}

fn checked(text: &str) -> Result<&str, InvalidId> {
    let fits = (1..=ID_BYTES_MAX).contains(&text.len());
    if fits && text.bytes().all(is_plain) { Ok(text) } else { Err(InvalidId) }
}

fn checked_room(text: &str) -> Result<&str, InvalidId> {
    let fits = (1..=ROOM_ID_BYTES_MAX).contains(&text.len());
    if fits && text.bytes().all(|byte| is_plain(byte) || byte == b'.') { Ok(text) } else { Err(InvalidId) }
}

/// Reads a text into a type that checks it, without a copy of its own: a log holds several in each event.
struct Checked<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Checked<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! ids {
    ($checked:ident, $form:literal, $pattern:literal: $($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        ///
        #[doc = $form]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
        #[cfg_attr(test, ts(type = "string"), schemars(with = "String", extend("pattern" = $pattern)))]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str { &self.0 }

            /// The identifier of a thing made by the event at a place in the log: unique in its session.
            #[allow(dead_code)] // not every kind of thing is made by events
            pub(crate) fn numbered(prefix: &str, seq: Seq) -> Self { Self(format!("{prefix}{seq}").into()) }

            /// The identifier of a thing that belongs to another, such as the chat room of a booth.
            #[allow(dead_code)] // few kinds of things do
            pub(crate) fn belonging(prefix: &str, to: &str) -> Self { Self(format!("{prefix}{to}").into()) }
        }
        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> { text.parse() }
        }
        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> { $checked(text).map(|text| Self(text.into())) }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Checked(PhantomData))
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String { id.0.as_ref().to_owned() }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    )+};
}

ids! {
    checked,
    " 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.",
    "^[a-z0-9_-]{1,64}$":
    /// A conference.
    ConferenceId,
    /// One session of the programme; also the name of its stream in the log.
    SessionId,
    /// A person, whatever they do in a session.
    PersonId,
    /// A delegation: a seat of the meeting. The delegation has the floor, not the person.
    DelegationId,
    /// An item of the conference's agenda.
    AgendaItemId,
    /// A list of speakers.
    ListId,
    /// A request for the floor.
    RequestId,
    /// A turn: one time that somebody holds the floor. Clocks are keyed by it.
    TurnId,
    /// A point of order.
    PointId,
    /// A motion on the course of the meeting.
    MotionId,
    /// A question from the audience.
    QuestionId,
    /// A show of hands or a poll.
    PollId,
    /// An item of a run sheet.
    ItemId,
    /// The sound of a pre-recorded statement, named by its SHA-256.
    ClipId,
    /// An interpretation channel; channel number 0 is the floor.
    ChannelId,
    /// An interpreters' booth. A booth is not a channel: it feeds channels through its outputs.
    BoothId,
    /// A chat message.
    MessageId,
    /// A handover between booth mates, from its request to its end.
    HandoverId,
    /// An announcement of the desk.
    AnnouncementId,
    /// A document of the conference.
    DocumentId,
    /// A moment that was marked by those who keep the record.
    MarkId,
    /// A line of captions.
    CaptionId,
    /// A key message of the conference.
    KeyMessageId,
    /// A paragraph of the outcome document: what ties it in all languages.
    ParagraphId,
    /// A comment at a paragraph of the outcome document.
    CommentId,
    /// A correction that a delegation asks for.
    CorrectionId,
    /// A node: one start of the server. One that is started again is another.
    NodeId,
}

impl NodeId {
    /// That of a start of the server for which this number was drawn.
    pub fn drawn(number: u64) -> Self {
        Self(format!("{number:016x}").into())
    }
}

ids! {
    checked_room,
    " 1 to 160 of the characters `a-z`, `0-9`, `-`, `_` and `.`; anything else is refused when it is read.",
    "^[a-z0-9_.-]{1,160}$":
    /// A chat room of the session.
    RoomId,
}

/// A language as a lower-case tag of two or three letters: `ar`, `en`, `fr`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(type = "string"), schemars(with = "String", extend("pattern" = "^[a-z]{2,3}$")))]
pub struct Language(std::sync::Arc<str>);

/// Why a text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a language is a tag of two or three small letters, such as ar, en or fr")]
pub struct InvalidLanguage;

impl Language {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for Language {
    type Error = InvalidLanguage;
    fn try_from(text: String) -> Result<Self, InvalidLanguage> {
        text.parse()
    }
}
impl FromStr for Language {
    type Err = InvalidLanguage;
    fn from_str(text: &str) -> Result<Self, InvalidLanguage> {
        let fits = (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if fits { Ok(Self(text.into())) } else { Err(InvalidLanguage) }
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked(PhantomData))
    }
}
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0.as_ref().to_owned()
    }
}
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One wording per language, such as a plate name. Never filled from a library: names are given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(transparent)]
#[cfg_attr(test, ts(type = "Record<string, string>"))]
pub struct Wording(pub BTreeMap<Language, String>);

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Only the server's clock makes them.
pub type Moment = i64;

/// A length of time in milliseconds.
pub type Millis = i64;

/// Place of an event in its session's log, from 1; 0 is before the first. Below 2^53.
pub type Seq = u64;
