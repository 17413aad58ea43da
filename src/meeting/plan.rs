//! The media plan: who is heard where. Derived from the meeting, never stored; the media plane does what it says and
//! nothing else. A microphone that is not in the plan is heard by nobody.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{ChannelId, PersonId};

/// What a session's channels carry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The person whose turn it is and whose microphone is live for it, if any.
    pub turn: Option<PersonId>,
    /// Live microphones of the floor, that of the turn first.
    pub floor: Vec<PersonId>,
    /// What each channel carries; the floor's own carries the floor.
    pub channels: BTreeMap<ChannelId, Carries>,
    /// Channels whose sound may be recorded now.
    pub recorded: BTreeSet<ChannelId>,
}

/// What a channel carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carries {
    /// The floor: its own channel, a channel whose language is spoken, or one without an interpreter that is set so.
    Floor,
    /// The one interpreter who is on air for it.
    Interpretation(PersonId),
    /// Nothing.
    Silence,
}

/// What one person hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearing {
    /// The channel: chosen, or for an interpreter the source of the booth.
    pub channel: ChannelId,
    /// For an interpreter: the booth mate who is on air, heard beside the source.
    pub monitor: Option<PersonId>,
}
