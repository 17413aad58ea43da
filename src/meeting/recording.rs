//! Recording: whether sound is recorded, and which interpreters consent that theirs is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::{Moment, PersonId};
use super::people::{Person, Roster};
use super::programme::Phase;
use super::refusal::Refusal;
use super::{Meeting, event};

/// What a participant may ask of the recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "RecordingCommand"), schemars(rename = "RecordingCommand"))]
pub enum Command {
    /// Record the floor, and each channel while it may be recorded.
    StartRecording {},
    /// Record no longer.
    StopRecording {},
    /// Consent that one's own interpretation is recorded, or consent no longer.
    ConsentToRecording {
        /// Whether one consents.
        consents: bool,
    },
}

/// What happened to the recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Sound is recorded from now on.
    RecordingStarted {},
    /// Sound is recorded no longer.
    RecordingStopped {},
    /// An interpreter consented that their interpretation is recorded, or consents no longer.
    RecordingConsent {
        /// Who.
        person: PersonId,
        /// Whether they consent.
        consents: bool,
    },
}

/// Whether sound is recorded, and whose interpretation may be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Since when sound is recorded; none while it is not.
    pub since_ms: Option<Moment>,
    /// Interpreters who consent.
    pub consents: BTreeSet<PersonId>,
}

impl State {
    /// Follows the charter: whoever interprets no longer has nothing to consent to.
    pub(super) fn plan(&mut self, roster: &Roster) {
        self.consents.retain(|id| roster.person(id).is_some_and(|person| person.desk().is_some()));
    }

    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::RecordingStarted {} => self.since_ms = Some(at_ms),
            Event::RecordingStopped {} => self.since_ms = None,
            Event::RecordingConsent { person, consents: true } => {
                self.consents.insert(person.clone());
            }
            Event::RecordingConsent { person, consents: false } => {
                self.consents.remove(person);
            }
        }
    }
}

/// What is so already happens no second time.
pub(super) fn decide(
    meeting: &Meeting,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let runs = meeting.recording.since_ms.is_some();
    let event = match command {
        Command::StartRecording {} => {
            meeting.programme.require(&[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
            (!runs).then_some(Event::RecordingStarted {})
        }
        Command::StopRecording {} => runs.then_some(Event::RecordingStopped {}),
        Command::ConsentToRecording { consents } => {
            actor.desk().ok_or(Refusal::NoBooth {})?;
            let (person, consents) = (actor.id.clone(), *consents);
            let so_already = meeting.recording.consents.contains(&person) == consents;
            (!so_already).then_some(Event::RecordingConsent { person, consents })
        }
    };
    Ok(event.into_iter().map(event::Event::Recording).collect())
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { since_ms, consents } = &meeting.recording;
    let closed = meeting.programme.phase == Phase::Closed;
    let interprets = |id: &PersonId| meeting.roster.person(id).is_some_and(|person| person.desk().is_some());
    Meeting::first_broken(&[
        (!closed || since_ms.is_none(), "a closed session is recorded"),
        (consents.iter().all(interprets), "somebody consents to recording who does not interpret"),
    ])
}
