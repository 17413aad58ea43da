//! Calls for a technician: whoever conducts or interprets says what is wrong, in one of a few words that everybody reads in
//! their own language, and sees that somebody is on it. A person has one call at most. Whatever is to be said besides is
//! written in the rooms of the technicians.
//!
//! called → answered by a technician → settled by one, or withdrawn by whoever called.

mod commands;
mod events;
pub(in crate::meeting) mod view;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::command::Context;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{Moment, PersonId};
use crate::terms::people::{Person, Roster};

/// What is wrong, for whoever calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// They hear nothing.
    NoSound,
    /// What they hear breaks up, is too quiet, or echoes.
    BadSound,
    /// Their own microphone.
    Microphone,
    /// Their connection, or the page.
    Connection,
    /// Something else.
    Other,
}

/// What a participant may ask of the calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "HelpCommand"), schemars(rename = "HelpCommand"))]
pub enum Command {
    /// Call a technician, or say that something else is wrong than in the call before.
    CallForHelp {
        /// What is wrong.
        trouble: Trouble,
    },
    /// Call no longer.
    WithdrawCall {},
    /// Say that one is on it. Another technician may take it over.
    AnswerCall {
        /// Who calls.
        person: PersonId,
    },
    /// Say that it is settled.
    SettleCall {
        /// Who called.
        person: PersonId,
    },
}

/// What happened to the calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Somebody called, or said that something else is wrong: nobody is on it from then on.
    HelpCalled {
        /// Who.
        person: PersonId,
        /// What is wrong.
        trouble: Trouble,
    },
    /// Whoever called calls no longer.
    CallWithdrawn {
        /// Who.
        person: PersonId,
    },
    /// A technician is on it.
    CallAnswered {
        /// Who called.
        person: PersonId,
        /// The technician.
        by: PersonId,
    },
    /// A technician says that it is settled.
    CallSettled {
        /// Who called.
        person: PersonId,
        /// The technician.
        by: PersonId,
    },
}

impl Event {
    /// Whose call it is about.
    fn person(&self) -> &PersonId {
        match self {
            Self::HelpCalled { person, .. }
            | Self::CallWithdrawn { person }
            | Self::CallAnswered { person, .. }
            | Self::CallSettled { person, .. } => person,
        }
    }
}

/// A call that is not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is wrong.
    pub trouble: Trouble,
    /// When they called.
    pub called_at_ms: Moment,
    /// The technician who is on it, if any.
    pub answered_by: Option<PersonId>,
}

/// The calls that are not settled, by who called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// One a person at most.
    pub calls: BTreeMap<PersonId, Call>,
}

impl State {
    /// Follows the charter: whoever is in the session no longer calls nobody, and looks after nobody.
    pub(in crate::meeting) fn plan(&mut self, roster: &Roster) {
        self.calls.retain(|person, _| roster.person(person).is_some());
        for call in self.calls.values_mut() {
            call.answered_by.take_if(|by| roster.person(by).is_none());
        }
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::HelpCalled { person, trouble } => {
                let call = Call { trouble: *trouble, called_at_ms: at_ms, answered_by: None };
                self.calls.insert(person.clone(), call);
            }
            Event::CallAnswered { person, by } => {
                if let Some(call) = self.calls.get_mut(person) {
                    call.answered_by = Some(by.clone());
                }
            }
            Event::CallWithdrawn { person } | Event::CallSettled { person, .. } => {
                self.calls.remove(person);
            }
        }
    }
}

/// What is so already happens no second time.
fn decide(
    meeting: &Meeting,
    _context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let calls = &meeting.help.calls;
    let called = |person: &PersonId| calls.get(person).ok_or(Refusal::Unknown { field: Field::Person });
    let event = match command {
        Command::CallForHelp { trouble } => {
            let so_already = calls.get(&actor.id).is_some_and(|call| call.trouble == *trouble);
            (!so_already).then(|| Event::HelpCalled { person: actor.id.clone(), trouble: *trouble })
        }
        Command::WithdrawCall {} => {
            calls.contains_key(&actor.id).then(|| Event::CallWithdrawn { person: actor.id.clone() })
        }
        Command::AnswerCall { person } => {
            let so_already = called(person)?.answered_by.as_ref() == Some(&actor.id);
            (!so_already).then(|| Event::CallAnswered { person: person.clone(), by: actor.id.clone() })
        }
        Command::SettleCall { person } => {
            called(person)?;
            Some(Event::CallSettled { person: person.clone(), by: actor.id.clone() })
        }
    };
    Ok(event.into_iter().map(event::Event::Help).collect())
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let is_there = |id: &PersonId| meeting.roster.person(id).is_some();
    let calls = &meeting.help.calls;
    Meeting::first_broken(&[
        (calls.keys().all(is_there), "somebody calls for help who is not in the session"),
        (
            calls.values().filter_map(|call| call.answered_by.as_ref()).all(is_there),
            "somebody is on a call who is not in the session",
        ),
    ])
}
