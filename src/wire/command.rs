//! A command as it comes over a connection, and whose it is: the conference's, the draft's, or the sitting's of the session that the
//! connection is for.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::conference;
use crate::draft;
use crate::meeting;
use crate::meeting::refusal::Code;
use crate::terms::people::Role;

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(untagged)]
pub enum Command {
    /// Of the conference, whatever session the connection is for.
    Conference(conference::command::Command),
    /// Of the draft of the outcome document, over its own socket.
    Draft(draft::Command),
    /// Of the session that the connection is for.
    Meeting(meeting::command::Command),
}

impl Command {
    /// Its `type` on the wire.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Conference(command) => command.tag(),
            Self::Draft(command) => command.tag(),
            Self::Meeting(command) => command.tag(),
        }
    }

    /// Roles that may give it: in the session that the connection is for, or in those that it concerns.
    pub fn roles(&self) -> &'static [Role] {
        match self {
            Self::Conference(command) => conference::access::roles(command),
            Self::Draft(draft::Command::WriteDraft { .. }) => conference::access::KEEPING_RECORD,
            Self::Meeting(command) => meeting::access::roles(command),
        }
    }

    /// Why it can be refused, beside [`meeting::refusal::OF_ANY`].
    pub fn refusals(&self) -> &'static [Code] {
        match self {
            Self::Conference(command) => conference::refusals::refusals(command),
            Self::Draft(command) => draft::refusals(command),
            Self::Meeting(command) => command.refusals(),
        }
    }

    /// Whether it is done and changes nothing where all is as it wishes.
    pub fn is_done_when_all_is_so(&self) -> bool {
        match self {
            Self::Conference(command) => conference::refusals::is_done_when_all_is_so(command),
            // What was taken in already is in it.
            Self::Draft(draft::Command::WriteDraft { .. }) => true,
            Self::Meeting(command) => command.is_done_when_all_is_so(),
        }
    }
}

impl From<conference::command::Command> for Command {
    fn from(command: conference::command::Command) -> Self {
        Self::Conference(command)
    }
}

impl From<draft::Command> for Command {
    fn from(command: draft::Command) -> Self {
        Self::Draft(command)
    }
}

impl From<meeting::command::Command> for Command {
    fn from(command: meeting::command::Command) -> Self {
        Self::Meeting(command)
    }
}

impl<'de> Deserialize<'de> for Command {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let tag = value.get("type").and_then(Value::as_str).unwrap_or_default();
        let read = if conference::command::Command::has(tag) {
            serde_json::from_value(value).map(Self::Conference)
        } else if draft::Command::has(tag) {
            serde_json::from_value(value).map(Self::Draft)
        } else {
            serde_json::from_value(value).map(Self::Meeting)
        };
        read.map_err(D::Error::custom)
    }
}
