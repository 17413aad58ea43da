//! What has happened in a conference. Stored events are a contract: a tag is never renamed or reused.

use serde::Serialize;

use super::{programme, register};
use crate::meeting::read_by_type::read_by_type;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// Something happened to a person or a seat.
    Register(register::Event),
    /// The conference was convened, a file was taken in, or something happened to a session of the programme.
    Programme(programme::Event),
}

impl Event {
    /// The event's tag: the `type` under which it is stored.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Register(event) => event.into(),
            Self::Programme(event) => event.into(),
        }
    }
}

read_by_type!(Event, "event", Register: register::Event, Programme: programme::Event);
