//! Key messages as they are seen.
//!
//! Seen: `key_message` and `key_messages` by `record`; `issued_message` by `conference`, once they are issued.

use serde::{Deserialize, Serialize};

use super::{Content, IssuedAs, KeyMessage, Voice};
use crate::conference::Conference;
use crate::conference::view::Entity;
use crate::terms::ids::{DelegationId, KeyMessageId, Moment, PersonId, Wording};

/// A key message, for those who keep the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KeyMessageView {
    /// Which.
    pub id: KeyMessageId,
    /// Its number among those of its voice, from 1.
    pub number: u32,
    /// Its place among all, from 1: sort by it.
    pub place: u32,
    /// Counts its changes, from 1.
    pub version: u32,
    /// Who gathered or changed it last.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// What it says.
    pub content: Content,
}

/// How the gathering stands, for those who keep the record. There is one, with the id `key_messages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KeyMessagesView {
    /// Always `key_messages`.
    pub id: String,
    /// How they stand before the public; none while they do not.
    pub standing: Option<IssuedAs>,
    /// Since when.
    pub issued_at_ms: Option<Moment>,
    /// The conference's objectives by number, with how many messages bear on each.
    pub objectives: Vec<CoverageView>,
    /// Seats of which there is no message, in the order of the conference file.
    pub silent: Vec<DelegationId>,
}

/// How much was said on an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CoverageView {
    /// Its number.
    pub number: u8,
    /// Its short title.
    pub title: Wording,
    /// Messages of Member States that bear on it.
    pub member_states: u32,
    /// Messages of others.
    pub stakeholders: u32,
}

/// A key message that was issued, for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct IssuedMessageView {
    /// Which.
    pub id: KeyMessageId,
    /// Its number among those of its voice, from 1.
    pub number: u32,
    /// Whose it is.
    pub voice: Voice,
    /// The message in the conference's languages, as far as it is worded.
    pub text: Wording,
    /// Numbers of the objectives that it bears on.
    pub objectives: Vec<u8>,
    /// How the messages stand.
    pub standing: IssuedAs,
}

/// All that those see who keep the record.
pub(in crate::conference) fn of_record(conference: &Conference) -> Vec<Entity> {
    let messages = numbered(conference).map(|(place, number, message)| {
        let KeyMessage { id, version, by, at_ms, content } = message.clone();
        Entity::KeyMessage(KeyMessageView { id, number, place, version, by, at_ms, content })
    });
    std::iter::once(Entity::KeyMessages(gathering(conference))).chain(messages).collect()
}

/// What all see of it.
pub(in crate::conference) fn of_all(conference: &Conference) -> Vec<Entity> {
    issued(conference).into_iter().map(Entity::IssuedMessage).collect()
}

/// The messages that were issued; none while they are not.
pub(in crate::conference) fn issued(conference: &Conference) -> Vec<IssuedMessageView> {
    let Some((standing, _)) = conference.key_messages.issued else { return Vec::new() };
    let messages = numbered(conference).map(|(_, number, message)| {
        let Content { voice, text, objectives, .. } = message.content.clone();
        let id = message.id.clone();
        IssuedMessageView { id, number, voice, text, objectives, standing }
    });
    messages.collect()
}

/// The messages with their place among all and their number among those of their voice.
fn numbered(conference: &Conference) -> impl Iterator<Item = (u32, u32, &KeyMessage)> {
    let (mut of_states, mut of_others) = (0, 0);
    (1..).zip(&conference.key_messages.messages).map(move |(place, message)| {
        let number = match message.content.voice {
            Voice::MemberStates => &mut of_states,
            Voice::Stakeholders => &mut of_others,
        };
        *number += 1;
        (place, *number, message.as_ref())
    })
}

fn gathering(conference: &Conference) -> KeyMessagesView {
    let state = &conference.key_messages;
    let plan = conference.live.as_deref();
    let on = |number: u8, voice: Voice| {
        let messages = state.of(voice).filter(|message| message.content.objectives.contains(&number));
        u32::try_from(messages.count()).unwrap_or(u32::MAX)
    };
    let objectives = plan.into_iter().flat_map(|plan| &plan.objectives).map(|objective| CoverageView {
        number: objective.number,
        title: objective.title.clone(),
        member_states: on(objective.number, Voice::MemberStates),
        stakeholders: on(objective.number, Voice::Stakeholders),
    });
    let heard = |id: &DelegationId| {
        state.messages.iter().any(|message| message.content.delegation.as_ref() == Some(id))
    };
    let seats = plan.into_iter().flat_map(|plan| &plan.delegations).map(|seat| &seat.id);
    KeyMessagesView {
        id: "key_messages".to_owned(),
        standing: state.issued.map(|(standing, _)| standing),
        issued_at_ms: state.issued.map(|(_, at_ms)| at_ms),
        objectives: objectives.collect(),
        silent: seats.filter(|id| !heard(id)).cloned().collect(),
    }
}
