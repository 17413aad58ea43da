//! What has happened in a meeting. Stored events are a contract: a tag is never renamed or reused.
//!
//! Each feature has its own `Event`; stored they are one flat family of objects told apart by `type`.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use strum::VariantNames as _;

use super::command::Actor;
use super::ids::{Moment, Seq};
use super::{chat, floor, interpretation, people, programme, speakers};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// The session was convened, opened, suspended, resumed, closed.
    Programme(programme::Event),
    /// Somebody came or left.
    People(people::Event),
    /// A list or a request on it changed.
    Speakers(speakers::Event),
    /// The floor changed hands, or its clock changed.
    Floor(floor::Event),
    /// Somebody chose what to hear.
    Interpretation(interpretation::Event),
    /// Something was written.
    Chat(chat::Event),
}

impl Event {
    /// The event's tag: the `type` under which it is stored.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Programme(event) => event.into(),
            Self::People(event) => event.into(),
            Self::Speakers(event) => event.into(),
            Self::Floor(event) => event.into(),
            Self::Interpretation(event) => event.into(),
            Self::Chat(event) => event.into(),
        }
    }
}

impl<'de> Deserialize<'de> for Event {
    /// Reads the feature's event that the field `type` names.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let Some(tag) = value.get("type").and_then(|tag| tag.as_str()).map(str::to_owned) else {
            return Err(D::Error::missing_field("type"));
        };
        let tag = tag.as_str();
        let read = if programme::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::Programme)
        } else if people::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::People)
        } else if speakers::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::Speakers)
        } else if floor::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::Floor)
        } else if interpretation::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::Interpretation)
        } else if chat::Event::VARIANTS.contains(&tag) {
            serde_json::from_value(value).map(Self::Chat)
        } else {
            return Err(D::Error::custom(format_args!("unknown event `{}`", tag.escape_debug())));
        };
        read.map_err(D::Error::custom)
    }
}

/// An event with what is known of its happening: what a log holds and a meeting is replayed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the session's log.
    pub seq: Seq,
    /// When.
    pub at_ms: Moment,
    /// Who did it.
    pub actor: Actor,
    /// Idempotency key of the command it answers, if a participant's.
    pub key: Option<uuid::Uuid>,
    /// What happened.
    pub event: Event,
}
