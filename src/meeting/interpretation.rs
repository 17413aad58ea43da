//! Interpretation: the channels of the session and what each person chose to hear.

use serde::{Deserialize, Serialize};

use super::ids::{BoothId, ChannelId, Language, PersonId, Wording};
use super::people::Person;
use super::refusal::{Field, Refusal};
use super::{Meeting, event};

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
}

/// What a participant may ask of the channels.
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
}

/// What happened on the channels.
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
}

/// What each person chose to hear.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Choices made; whoever made none hears the channel of their language.
    pub chosen: imbl::OrdMap<PersonId, ChannelId>,
}

impl State {
    pub(super) fn evolve(&mut self, event: &Event) {
        match event {
            Event::ChannelChosen { person, channel } => {
                self.chosen.insert(person.clone(), channel.clone());
            }
        }
    }
}

/// The channel a person hears: the one chosen, else the one of their language, else the floor.
pub fn heard<'a>(meeting: &'a Meeting, person: &Person) -> Option<&'a ChannelPlan> {
    let channels = &meeting.charter.as_ref()?.channels;
    let chosen = meeting.interpretation.chosen.get(&person.id);
    let by_choice = chosen.and_then(|id| channels.iter().find(|channel| channel.id == *id));
    let by_language = || channels.iter().find(|channel| channel.language.as_ref() == Some(&person.language));
    by_choice.or_else(by_language).or_else(|| channels.first())
}

pub(super) fn decide(
    meeting: &Meeting,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::ChooseChannel { channel } => {
            let known =
                meeting.charter.iter().flat_map(|charter| &charter.channels).any(|at| at.id == *channel);
            if !known {
                return Err(Refusal::Unknown { field: Field::Channel });
            }
            if heard(meeting, actor).is_some_and(|at| at.id == *channel) {
                return Ok(Vec::new());
            }
            let chosen = Event::ChannelChosen { person: actor.id.clone(), channel: channel.clone() };
            Ok(vec![event::Event::Interpretation(chosen)])
        }
    }
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let channels = meeting.charter.as_ref().is_some_and(|charter| !charter.channels.is_empty());
    let deaf = meeting.roster.people().find(|person| channels && heard(meeting, person).is_none());
    deaf.map(|person| format!("{} hears no channel", person.id))
}
