//! Microphones of the floor: who agreed that theirs may open, whose is open on the podium, whose is closed in a turn.

use serde::{Deserialize, Serialize};

use super::charter::Charter;
use super::command::Actor;
use super::ids::{Moment, PersonId};
use super::people::{Person, Roster};
use super::refusal::Refusal;
use super::{Meeting, access, event};

/// What a participant may ask of the microphones of the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "MicrophonesCommand"), schemars(rename = "MicrophonesCommand"))]
pub enum Command {
    /// Agree that one's microphone opens when one's delegation is given the floor, or agree no longer.
    AgreeToMicrophone {
        /// Whether one agrees.
        agrees: bool,
    },
    /// Open one's own microphone on the podium, or again in one's turn; the desk opens again that of the turn.
    OpenMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
    /// Close one's own microphone; the desk closes anybody's.
    CloseMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
}

/// What the server reports of a person's microphone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Whose.
    pub person: PersonId,
    /// Whether sound comes from it, if only silence, or none has come for a while.
    pub connected: bool,
}

/// What happened to the microphones of the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person agreed that their microphone opens with their turn, or agrees no longer.
    MicrophoneAgreed {
        /// Who.
        person: PersonId,
        /// Whether they agree.
        agrees: bool,
    },
    /// A microphone was opened on the podium, or that of the turn again.
    MicrophoneOpened {
        /// Whose.
        person: PersonId,
    },
    /// A microphone was closed.
    MicrophoneClosed {
        /// Whose.
        person: PersonId,
    },
    /// A person's microphone reached the server.
    MicrophoneConnected {
        /// Whose.
        person: PersonId,
    },
    /// Nothing comes from a person's microphone any more.
    MicrophoneLost {
        /// Whose.
        person: PersonId,
    },
}

/// What kind of microphone is live on the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// That of the turn.
    Turn,
    /// One on the podium.
    Podium,
}

/// Where the microphones of the floor stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Who agreed, and since when.
    pub agreed: imbl::OrdMap<PersonId, Moment>,
    /// Whose microphone is connected, and since when.
    pub connected: imbl::OrdMap<PersonId, Moment>,
    /// Whose is open on the podium, and since when.
    pub podium: imbl::OrdMap<PersonId, Moment>,
    /// Who closed the microphone of the turn in progress.
    pub closed_in_turn: Option<Actor>,
    /// Since when the turn's microphone is whose it is, and not closed.
    pub turn_since_ms: Moment,
}

impl Event {
    /// Whose microphone it is about.
    pub fn person(&self) -> &PersonId {
        match self {
            Self::MicrophoneAgreed { person, .. }
            | Self::MicrophoneOpened { person }
            | Self::MicrophoneClosed { person }
            | Self::MicrophoneConnected { person }
            | Self::MicrophoneLost { person } => person,
        }
    }
}

impl State {
    /// Follows the charter: whoever may no longer be live is forgotten.
    pub(super) fn plan(&mut self, charter: &Charter, roster: &Roster) {
        let known = |id: &PersonId, may: &dyn Fn(&Person) -> bool| roster.person(id).is_some_and(may);
        self.agreed = kept(&self.agreed, |id| known(id, &access::may_be_live_on_floor));
        self.connected = kept(&self.connected, |id| known(id, &|_| true));
        let policy = charter.session.microphones();
        self.podium = kept(&self.podium, |id| known(id, &|person| access::may_open(person, policy)));
    }

    /// Takes an event in. `of_turn`: whether it is about whoever speaks in the turn in progress.
    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment, actor: &Actor, of_turn: bool) {
        match event {
            Event::MicrophoneAgreed { person, agrees: true } => {
                self.agreed.insert(person.clone(), at_ms);
            }
            Event::MicrophoneAgreed { person, agrees: false } => {
                self.agreed.remove(person);
            }
            Event::MicrophoneOpened { .. } if of_turn && self.closed_in_turn.is_some() => {
                (self.closed_in_turn, self.turn_since_ms) = (None, at_ms);
            }
            Event::MicrophoneOpened { person } => {
                self.podium.insert(person.clone(), at_ms);
            }
            Event::MicrophoneClosed { person } => {
                self.podium.remove(person);
                if of_turn {
                    self.closed_in_turn = Some(actor.clone());
                }
            }
            Event::MicrophoneConnected { person } => {
                self.connected.insert(person.clone(), at_ms);
            }
            Event::MicrophoneLost { person } => {
                self.connected.remove(person);
                self.podium.remove(person);
            }
        }
    }

    /// Follows the floor: a turn begins or goes on with an open microphone.
    pub(super) fn begin_turn(&mut self, at_ms: Moment) {
        (self.closed_in_turn, self.turn_since_ms) = (None, at_ms);
    }

    /// Follows the floor: another speaks. What the desk has closed stays closed.
    pub(super) fn change_speaker(&mut self, before: Option<&PersonId>, at_ms: Moment) {
        self.turn_since_ms = at_ms;
        let own = |actor: &Actor| matches!(actor, Actor::Person(person) if before == Some(person));
        self.closed_in_turn.take_if(|actor| own(actor));
    }

    /// Follows the session: when it halts or ends, nothing stays open on the podium.
    pub(super) fn close_podium(&mut self) {
        self.podium.clear();
    }

    /// Follows presence: whoever leaves closes theirs on the podium.
    pub(super) fn leave(&mut self, person: &PersonId) {
        self.podium.remove(person);
    }
}

/// The entries whose key is to be kept.
fn kept(
    entries: &imbl::OrdMap<PersonId, Moment>,
    keep: impl Fn(&PersonId) -> bool,
) -> imbl::OrdMap<PersonId, Moment> {
    entries.iter().filter(|(id, _)| keep(id)).map(|(id, at_ms)| (id.clone(), *at_ms)).collect()
}

/// Whether a person may open their own microphone now.
pub fn may_open(meeting: &Meeting, person: &Person) -> bool {
    let policy = meeting.charter.as_ref().map(|charter| charter.session.microphones());
    policy.is_some_and(|policy| access::may_open(person, policy))
}

/// Whether the desk has closed a person's microphone during their turn.
pub fn closed_by_desk(meeting: &Meeting, person: &PersonId) -> bool {
    let speaker = meeting.floor.current.as_ref().and_then(|current| current.turn.speaker.as_ref());
    let closed_by = meeting.microphones.closed_in_turn.as_ref();
    speaker == Some(person) && closed_by.is_some_and(|by| *by != Actor::Person(person.clone()))
}

pub(super) fn decide(_: &Meeting, _: &Person, _: &Command) -> Result<Vec<event::Event>, Refusal> {
    Ok(Vec::new())
}

/// What the server reports of a microphone happens once.
pub(super) fn report(_: &Meeting, _: &Reported) -> Result<Vec<event::Event>, Refusal> {
    Ok(Vec::new())
}
