//! Recording: whether sound is recorded and at which node, and which interpreters consent that theirs is.
//!
//! Of several nodes one records, so that each moment is recorded once. The first that sees that none does takes the recording
//! up, and so does whoever notices that the node that records is dead. What each node has recorded is a *part* of its own: its
//! files lie where that node keeps them, and it begins when that node took the recording up.

mod commands;
mod events;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::charter::Charter;
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::Refusal;
use crate::meeting::{Meeting, event};
use crate::terms::ids::{ChannelId, Moment, PersonId};
use crate::terms::nodes::At;
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

/// That a node records from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// Who did. If another has it by now, nothing happens.
    pub from: At,
    /// Who does from now on; none: nobody, until one takes it up.
    pub to: At,
    /// Whether it goes on in the files of `from`: the same folder, after a restart.
    pub goes_on: bool,
}

/// Channels that a node records as silence although the room hears them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// Which node. Of one that does not record, nothing is told.
    pub node: At,
    /// The channels.
    pub channels: BTreeSet<ChannelId>,
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
    /// A node records from now on, or none does until one takes it up.
    RecordingMoved {
        /// Which.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        node: At,
        /// When the part began that it writes, which is named after that.
        part_ms: Moment,
    },
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
    /// Which node records; none where none has taken it up.
    pub at: At,
    /// When the part began that is being written; none before the first was.
    pub part_ms: Option<Moment>,
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
                (self.since_ms, self.at, self.part_ms) = (None, None, None);
                self.silent.clear();
            }
            Event::RecordingMoved { node, part_ms } => {
                (self.at, self.part_ms) = (node.clone(), Some(*part_ms));
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

/// Has a node take the recording up, or leave it. The first part is named after the beginning of the recording.
pub(in crate::meeting) fn take(meeting: &Meeting, context: &Context, taking: &Taking) -> Vec<event::Event> {
    let State { since_ms, at, part_ms, .. } = &meeting.recording;
    let Some(since_ms) = since_ms.filter(|_| *at == taking.from && *at != taking.to) else {
        return Vec::new();
    };
    let part_ms = match *part_ms {
        None => since_ms,
        Some(part_ms) if taking.goes_on || taking.to.is_none() => part_ms,
        Some(part_ms) => context.now_ms.max(part_ms + 1),
    };
    vec![event::Event::Recording(Event::RecordingMoved { node: taking.to.clone(), part_ms })]
}

/// Takes in what the recorder reports: which channels are being recorded as silence. Of a recording that is over, or that
/// another node makes, and of channels that are gone, nothing is told.
pub(in crate::meeting) fn report(meeting: &Meeting, silent: &Silent) -> Vec<event::Event> {
    let known = |id: &&ChannelId| meeting.charter.as_ref().is_some_and(|charter| has_channel(charter, id));
    let channels: BTreeSet<ChannelId> = silent.channels.iter().filter(known).cloned().collect();
    let State { since_ms, at, silent: told, .. } = &meeting.recording;
    let news = since_ms.is_some() && *at == silent.node && *told != channels;
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
    let State { since_ms, at, part_ms, silent, consents } = &meeting.recording;
    let closed = meeting.programme.phase == Phase::Closed;
    let interprets =
        |id: &PersonId| meeting.roster.person(id).is_some_and(|person| person.interprets_in().is_some());
    Meeting::first_broken(&[
        (!closed || since_ms.is_none(), "a closed session is recorded"),
        (
            silent.is_empty() || since_ms.is_some(),
            "a channel is recorded as silence while nothing is recorded",
        ),
        (
            (at.is_none() && part_ms.is_none()) || since_ms.is_some(),
            "a node records while nothing is recorded",
        ),
        (at.is_none() || part_ms.is_some(), "a node records no part"),
        (consents.iter().all(interprets), "somebody consents to recording who does not interpret"),
    ])
}
