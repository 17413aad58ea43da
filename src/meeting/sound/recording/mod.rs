//! Recording: whether sound is recorded, and which interpreters consent that theirs is.

mod commands;
mod events;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::charter::Charter;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::Refusal;
use crate::meeting::{Meeting, event};
use crate::terms::ids::{ChannelId, Moment, PersonId};
use crate::terms::people::{Person, Roster};

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
    /// Which channels are being recorded as silence although the room hears them; none once all is well again.
    RecordingSilent {
        /// The channels, each once, in order.
        channels: BTreeSet<ChannelId>,
    },
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
    /// Channels that are being recorded as silence although the room hears them.
    pub silent: BTreeSet<ChannelId>,
    /// Interpreters who consent.
    pub consents: BTreeSet<PersonId>,
}

impl State {
    /// Follows the charter: whoever interprets no longer has nothing to consent to, and a channel that is gone is not
    /// recorded.
    pub(in crate::meeting) fn plan(&mut self, charter: &Charter, roster: &Roster) {
        self.silent.retain(|id| has_channel(charter, id));
        self.consents.retain(|id| roster.person(id).is_some_and(|person| person.interprets_in().is_some()));
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::RecordingStarted {} => self.since_ms = Some(at_ms),
            Event::RecordingStopped {} => {
                self.since_ms = None;
                self.silent.clear();
            }
            Event::RecordingSilent { channels } => self.silent.clone_from(channels),
            Event::RecordingConsent { person, consents: true } => {
                self.consents.insert(person.clone());
            }
            Event::RecordingConsent { person, consents: false } => {
                self.consents.remove(person);
            }
        }
    }
}

fn has_channel(charter: &Charter, id: &ChannelId) -> bool {
    charter.channels.iter().any(|channel| channel.id == *id)
}

/// Takes in what the recorder reports: which channels are being recorded as silence. Of a recording that is over, and of
/// channels that are gone, nothing is told.
pub(in crate::meeting) fn report(meeting: &Meeting, silent: &BTreeSet<ChannelId>) -> Vec<event::Event> {
    let known = |id: &&ChannelId| meeting.charter.as_ref().is_some_and(|charter| has_channel(charter, id));
    let channels: BTreeSet<ChannelId> = silent.iter().filter(known).cloned().collect();
    let news = meeting.recording.since_ms.is_some() && meeting.recording.silent != channels;
    news.then_some(event::Event::Recording(Event::RecordingSilent { channels })).into_iter().collect()
}

/// What is so already happens no second time.
pub(in crate::meeting) fn decide(
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
            actor.interprets_in().ok_or(Refusal::NoBooth {})?;
            let (person, consents) = (actor.id.clone(), *consents);
            let so_already = meeting.recording.consents.contains(&person) == consents;
            (!so_already).then_some(Event::RecordingConsent { person, consents })
        }
    };
    Ok(event.into_iter().map(event::Event::Recording).collect())
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { since_ms, silent, consents } = &meeting.recording;
    let closed = meeting.programme.phase == Phase::Closed;
    let interprets =
        |id: &PersonId| meeting.roster.person(id).is_some_and(|person| person.interprets_in().is_some());
    Meeting::first_broken(&[
        (!closed || since_ms.is_none(), "a closed session is recorded"),
        (
            silent.is_empty() || since_ms.is_some(),
            "a channel is recorded as silence while nothing is recorded",
        ),
        (consents.iter().all(interprets), "somebody consents to recording who does not interpret"),
    ])
}
