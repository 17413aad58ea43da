//! Interpretation: the channels of the session and what each person chose to hear.

mod booth;
mod commands;
mod events;
pub(in crate::meeting) mod handover;
pub(in crate::meeting) mod invariant;
pub(in crate::meeting) mod listeners;
pub mod relay;
pub mod staff;
mod state;

use serde::{Deserialize, Serialize};

pub use state::{Booth, OnAir, Pending, State};

use crate::meeting::command::Context;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{BoothId, ChannelId, HandoverId, Language, Millis, Moment, PersonId, Wording};
use crate::terms::people::Person;

/// What a channel carries while it has no interpreter and its own language is not spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unstaffed {
    /// The floor, so that its listeners follow the meeting all the same.
    #[default]
    Floor,
    /// Nothing.
    Silence,
}

impl Unstaffed {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A channel that listeners choose. Channel 0 is the floor, the only authentic sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ChannelPlan {
    /// Which channel.
    pub id: ChannelId,
    /// Number on the selector; 0 is the floor, languages from 1.
    pub number: u8,
    /// Language of the channel; none for the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Name on the selector. A language's channel bears the language's own name.
    pub name: Wording,
    /// What it carries without an interpreter.
    #[serde(default, skip_serializing_if = "Unstaffed::is_default")]
    pub unstaffed: Unstaffed,
}

/// A booth: desks that feed channels. Its outputs A and B each name a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BoothPlan {
    /// Which booth.
    pub id: BoothId,
    /// Its name in each language.
    pub name: Wording,
    /// The booth's own language.
    pub language: Language,
    /// Channels fed by output A and, where there is one, output B.
    pub outputs: Vec<ChannelId>,
    /// Languages that it works from; empty for all that are not its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Language>,
    /// When its time ends on the day of the session, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<Moment>,
}

impl BoothPlan {
    /// Whether the booth works from a language, heard as it is spoken. Its own it always understands.
    pub fn works_from(&self, language: &Language) -> bool {
        self.from.is_empty() || self.from.contains(language) || *language == self.language
    }
}

/// An output of a booth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// The first.
    #[default]
    A,
    /// The second, for a booth that works both ways.
    B,
}

/// What the interpreters of a booth hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The floor.
    #[default]
    Floor,
    /// The channel preselected for relay.
    Relay,
}

/// Why somebody is no longer on air.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffAir {
    /// By their own hand.
    Own,
    /// They left.
    Left,
    /// Their microphone was lost.
    Lost,
}

/// A handover as asked for: at its end the microphone of one booth mate opens as that of the other closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Which handover.
    pub id: HandoverId,
    /// In which booth.
    pub booth: BoothId,
    /// Who is on air.
    pub from: PersonId,
    /// Who is to be.
    pub to: PersonId,
    /// Who of the two asked.
    pub asked_by: PersonId,
    /// Time from its acceptance to the swap; 0 for at once.
    pub in_ms: Millis,
}

/// Why a handover came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandoverEnd {
    /// The partner declined.
    Declined,
    /// One of the two took it back.
    Withdrawn,
    /// Nobody answered in time.
    Expired,
    /// One of the two is gone, or is live elsewhere.
    PartnerGone,
    /// The one on air went off air.
    OffAir,
}

/// What a participant may ask of the channels and booths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "InterpretationCommand"), schemars(rename = "InterpretationCommand"))]
pub enum Command {
    /// Choose what to hear. The choice outlives the connection.
    ChooseChannel {
        /// Which channel.
        channel: ChannelId,
    },
    /// Go on air in one's booth.
    GoOnAir {
        /// Through which output.
        output: Output,
    },
    /// Go off air.
    GoOffAir {},
    /// Choose the output of one's booth: on air it moves the live microphone, else it is the one to begin with.
    ChooseOutput {
        /// Which output.
        output: Output,
    },
    /// Choose what the booth hears.
    ChooseSource {
        /// The floor, or the channel preselected for relay.
        source: Source,
    },
    /// Choose the channel that the booth takes relay from.
    PreselectRelay {
        /// Which channel.
        channel: ChannelId,
    },
    /// Ask a booth mate to take over, or to hand over. One of the two is on air.
    RequestHandover {
        /// The other.
        with: PersonId,
        /// Time from the acceptance to the swap, in milliseconds: 0 (at once) to 60,000.
        in_ms: Millis,
    },
    /// Accept a handover that the other asked for.
    AcceptHandover {
        /// Which handover.
        handover: HandoverId,
    },
    /// Decline a handover or take it back.
    CancelHandover {
        /// Which handover.
        handover: HandoverId,
    },
    /// Ask whoever speaks to slow down. Neither they nor the desk learn who asked.
    AskToSlowDown {},
    /// Tell the desk that one's booth cannot hear the floor, or hears it again.
    ReportFloorSound {
        /// Whether the floor is heard.
        heard: bool,
    },
}

/// What happened on the channels and in the booths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person chose what to hear.
    ChannelChosen {
        /// Who.
        person: PersonId,
        /// Which channel.
        channel: ChannelId,
    },
    /// An interpreter went on air.
    InterpreterOnAir {
        /// In which booth.
        booth: BoothId,
        /// Who.
        person: PersonId,
        /// Through which output.
        output: Output,
    },
    /// An interpreter is no longer on air.
    InterpreterOffAir {
        /// In which booth.
        booth: BoothId,
        /// Who.
        person: PersonId,
        /// Why.
        why: OffAir,
    },
    /// The output of a booth was chosen.
    OutputChosen {
        /// Which booth.
        booth: BoothId,
        /// Which output.
        output: Output,
    },
    /// It was chosen what a booth hears.
    SourceChosen {
        /// Which booth.
        booth: BoothId,
        /// What it hears.
        source: Source,
    },
    /// The channel that a booth takes relay from was chosen.
    RelayPreselected {
        /// Which booth.
        booth: BoothId,
        /// Which channel.
        channel: ChannelId,
    },
    /// A handover was asked for.
    HandoverRequested {
        /// The handover as asked for.
        handover: Handover,
    },
    /// A handover was accepted.
    HandoverAccepted {
        /// Which handover.
        handover: HandoverId,
        /// When the two swap.
        at_ms: Moment,
    },
    /// The two swapped: one went off air as the other went on.
    HandoverCompleted {
        /// Which handover.
        handover: HandoverId,
    },
    /// A handover came to nothing.
    HandoverCancelled {
        /// Which handover.
        handover: HandoverId,
        /// Why.
        why: HandoverEnd,
    },
    /// An interpreter asked for a slower pace.
    SlowDownAsked {
        /// Of which booth.
        booth: BoothId,
        /// Who. Kept for the record; shown to nobody.
        person: PersonId,
    },
    /// A booth cannot hear the floor, or hears it again.
    FloorSoundReported {
        /// Which booth.
        booth: BoothId,
        /// Whether it is heard.
        heard: bool,
    },
}

/// The channel a person hears: an interpreter the source of the booth, everybody else the one chosen, else the one of
/// their language, else the floor.
pub fn heard<'a>(meeting: &'a Meeting, person: &Person) -> Option<&'a ChannelPlan> {
    let channels = &meeting.charter.as_ref()?.channels;
    if let Some(at) = person.interprets_in().and_then(|booth| relay::booth(meeting, booth)) {
        let relayed = at.booth.relayed();
        let relayed = relayed.and_then(|id| channels.iter().find(|channel| channel.id == *id));
        return relayed.or_else(|| channels.first());
    }
    let chosen = meeting.interpretation.chosen.get(&person.id);
    let by_choice = chosen.and_then(|id| channels.iter().find(|channel| channel.id == *id));
    let by_language = || channels.iter().find(|channel| channel.language.as_ref() == Some(&person.language));
    by_choice.or_else(by_language).or_else(|| channels.first())
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let events = match command {
        Command::ChooseChannel { channel } => choose_channel(meeting, actor, channel),
        Command::GoOnAir { output } => booth::go_on_air(meeting, actor, *output),
        Command::GoOffAir {} => booth::go_off_air(meeting, actor),
        Command::ChooseOutput { output } => booth::choose_output(meeting, actor, *output),
        Command::ChooseSource { source } => booth::choose_source(meeting, actor, *source),
        Command::PreselectRelay { channel } => booth::preselect_relay(meeting, actor, channel),
        Command::RequestHandover { with, in_ms } => handover::request(meeting, context, actor, with, *in_ms),
        Command::AcceptHandover { handover } => handover::accept(meeting, context, actor, handover),
        Command::CancelHandover { handover } => handover::cancel(meeting, actor, handover),
        Command::AskToSlowDown {} => booth::ask_to_slow_down(meeting, context, actor),
        Command::ReportFloorSound { heard } => booth::report_floor_sound(meeting, actor, *heard),
    }?;
    Ok(of_meeting(events))
}

/// The timer of a handover that nobody answers.
pub(in crate::meeting) fn expire_handover(
    meeting: &Meeting,
    context: &Context,
    id: &HandoverId,
) -> Result<Vec<event::Event>, Refusal> {
    handover::expire(meeting, context, id).map(of_meeting)
}

/// The timer of a handover that was accepted.
pub(in crate::meeting) fn complete_handover(
    meeting: &Meeting,
    context: &Context,
    id: &HandoverId,
) -> Result<Vec<event::Event>, Refusal> {
    handover::complete(meeting, context, id).map(of_meeting)
}

impl Meeting {
    /// The channel that a person is on air for.
    pub fn on_air(&self, person: &PersonId) -> Option<&ChannelId> {
        let mut fed = relay::booths(self).filter_map(|at| at.on_air());
        fed.find(|(on_air, _)| on_air.person == *person).map(|(_, channel)| channel)
    }

    /// What follows in the booths when a person has left.
    pub(in crate::meeting) fn leaves_booth(&self, person: &Person) -> Vec<event::Event> {
        gone(self, person, OffAir::Left)
    }
}

/// The same for any reason.
pub(in crate::meeting) fn gone(meeting: &Meeting, person: &Person, why: OffAir) -> Vec<event::Event> {
    of_meeting(booth::gone(meeting, person, why))
}

fn of_meeting(events: Vec<Event>) -> Vec<event::Event> {
    events.into_iter().map(event::Event::Interpretation).collect()
}

fn choose_channel(meeting: &Meeting, actor: &Person, channel: &ChannelId) -> Result<Vec<Event>, Refusal> {
    let known = meeting.charter.iter().flat_map(|charter| &charter.channels).any(|at| at.id == *channel);
    if !known {
        return Err(Refusal::Unknown { field: Field::Channel });
    }
    if booth::desk(meeting, actor).is_ok() {
        return Err(Refusal::HearsSource {});
    }
    if heard(meeting, actor).is_some_and(|at| at.id == *channel) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ChannelChosen { person: actor.id.clone(), channel: channel.clone() }])
}
