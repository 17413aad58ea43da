//! Whether a key message is gathered, changed, moved, issued.

use std::collections::BTreeSet;

use super::{Command, Content, Event, KeyMessage, Voice};
use crate::conference::{Conference, access, event};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{KeyMessageId, PersonId};
use crate::terms::limits;
use crate::terms::text::Kind;

/// Decides what a command makes happen.
///
/// # Errors
/// Why it is refused.
pub(in crate::conference) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let state = &conference.key_messages;
    let happened = match command {
        Command::GatherKeyMessage { content } => {
            may_change(conference, actor, content)?;
            refusal::room_for_one(state.messages.len(), limits::KEY_MESSAGES_MAX)?;
            refusal::room_for_one(state.gathered as usize, limits::KEY_MESSAGES_EVER_MAX)?;
            let message = KeyMessageId::numbered("k", conference.seq + 1);
            let content = Box::new(checked(conference, content)?);
            Event::KeyMessageGathered { message, by: actor.clone(), content }
        }
        Command::ChangeKeyMessage { message, content, version } => {
            let was = known(conference, message)?;
            may_change(conference, actor, &was.content)?;
            may_change(conference, actor, content)?;
            if version.is_some_and(|seen| seen != was.version) {
                return Err(Refusal::StaleKeyMessage { message: message.clone(), version: was.version });
            }
            let content = checked(conference, content)?;
            if content == was.content {
                return Ok(Vec::new());
            }
            let (message, by, content) = (message.clone(), actor.clone(), Box::new(content));
            Event::KeyMessageChanged { message, by, content }
        }
        Command::MoveKeyMessage { message, to_place } => return moved(conference, actor, message, *to_place),
        Command::RemoveKeyMessage { message } => {
            may_change(conference, actor, &known(conference, message)?.content)?;
            Event::KeyMessageRemoved { message: message.clone() }
        }
        Command::IssueKeyMessages { standing } => {
            may_issue(conference, actor)?;
            if state.messages.is_empty() {
                return Err(Refusal::Empty { field: Field::Message });
            }
            if state.issued.is_some_and(|(so, _)| so == *standing) {
                return Ok(Vec::new());
            }
            Event::KeyMessagesIssued { standing: *standing }
        }
        Command::TakeBackKeyMessages {} => {
            may_issue(conference, actor)?;
            if state.issued.is_none() {
                return Ok(Vec::new());
            }
            Event::KeyMessagesTakenBack {}
        }
    };
    Ok(vec![event::Event::KeyMessages(happened)])
}

fn moved(
    conference: &Conference,
    actor: &PersonId,
    message: &KeyMessageId,
    to_place: u32,
) -> Result<Vec<event::Event>, Refusal> {
    let (at, was) = conference.key_messages.find(message).ok_or(unknown())?;
    may_change(conference, actor, &was.content)?;
    if to_place == 0 {
        return Err(Refusal::OutOfRange {
            field: Field::ToPlace,
            min: 1,
            max: i64::from(limits::KEY_MESSAGES_MAX),
        });
    }
    let last = conference.key_messages.messages.len();
    let place = usize::try_from(to_place).unwrap_or(usize::MAX).min(last);
    if place == at + 1 {
        return Ok(Vec::new());
    }
    let to_place = u32::try_from(place).unwrap_or(u32::MAX);
    let moved = Event::KeyMessageMoved { message: message.clone(), to_place };
    Ok(vec![event::Event::KeyMessages(moved)])
}

/// Whoever keeps the record of the session that a message comes from; of one from elsewhere, whoever keeps that of all. What
/// is issued stands as it is.
fn may_change(conference: &Conference, actor: &PersonId, content: &Content) -> Result<(), Refusal> {
    let may = match &content.source {
        Some(source) => access::keeps_record(conference, actor, &source.session),
        None => access::keeps_all_record(conference, actor),
    };
    if !may {
        return Err(Refusal::OtherRecord {});
    }
    if conference.key_messages.issued.is_some() { Err(Refusal::KeyMessagesIssued {}) } else { Ok(()) }
}

fn may_issue(conference: &Conference, actor: &PersonId) -> Result<(), Refusal> {
    if access::serves_all(conference, actor) { Ok(()) } else { Err(Refusal::OfConference {}) }
}

fn unknown() -> Refusal {
    Refusal::Unknown { field: Field::Message }
}

fn known<'a>(conference: &'a Conference, id: &KeyMessageId) -> Result<&'a KeyMessage, Refusal> {
    conference.key_messages.find(id).map(|(_, message)| message.as_ref()).ok_or(unknown())
}

/// The content as it is kept: within its bounds, and of a seat that is named with that seat's voice.
fn checked(conference: &Conference, given: &Content) -> Result<Content, Refusal> {
    let plan = conference.live.as_deref().ok_or(Refusal::NotInSession {})?;
    let voice = match &given.delegation {
        Some(id) => {
            let seat = plan.delegations.iter().find(|seat| seat.id == *id);
            Voice::of(seat.ok_or(Refusal::Unknown { field: Field::Delegation })?.category)
        }
        None => given.voice,
    };
    if let Some(source) = &given.source
        && !conference.sessions().any(|session| *session == source.session)
    {
        return Err(Refusal::Unknown { field: Field::Session });
    }
    let is_known = |number: &u8| plan.objectives.iter().any(|objective| objective.number == *number);
    if !given.objectives.iter().all(is_known) {
        return Err(Refusal::Unknown { field: Field::Objectives });
    }
    let (origin, passage) = (limits::ORIGIN_CHARS_MAX, limits::PASSAGE_CHARS_MAX);
    Ok(Content {
        voice,
        delegation: given.delegation.clone(),
        origin: refusal::text(Kind::Line, Field::Origin, &given.origin, origin)?,
        source: given.source.clone(),
        passage: refusal::text(Kind::Lines, Field::Passage, &given.passage, passage)?,
        text: refusal::worded_in(
            conference.languages(),
            Kind::Lines,
            Field::Text,
            &given.text,
            limits::KEY_MESSAGE_CHARS_MAX,
        )?,
        objectives: each_once(&given.objectives),
        principles: each_once(&given.principles),
    })
}

/// Each once, in their order: so a list is as long as there are different ones at most.
fn each_once<T: Ord + Copy>(given: &[T]) -> Vec<T> {
    given.iter().copied().collect::<BTreeSet<T>>().into_iter().collect()
}
