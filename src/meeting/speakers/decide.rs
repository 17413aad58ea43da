//! What is decided of lists and requests.

use super::{Command, Entry, Event, List, Request, RequestState};
use crate::meeting::command::Context;
use crate::meeting::ids::{DelegationId, Language, ListId, PersonId, RequestId};
use crate::meeting::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, event, limits};

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(&[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
    let event = match command {
        Command::OpenList { list } => set_open(meeting, list, true)?,
        Command::CloseList { list } => set_open(meeting, list, false)?,
        Command::RequestFloor { list, language, on_behalf_of } => {
            let delegation = meeting.roster.seat(actor).ok_or(Refusal::NoSeat {})?;
            if !known_list(meeting, list)?.open {
                return Err(Refusal::ListClosed {});
            }
            let speaker = Some(actor.clone());
            let wish = Wish { list, delegation, speaker, language, on_behalf_of };
            request(meeting, context, wish)?
        }
        Command::AddRequest { list, delegation, language, on_behalf_of } => {
            let wish = Wish { list, delegation, speaker: None, language, on_behalf_of };
            request(meeting, context, wish)?
        }
        Command::WithdrawRequest { request } => {
            own(meeting, actor, &waiting(meeting, request)?.request.delegation)?;
            Event::RequestWithdrawn { request: request.clone() }
        }
        Command::DeclineRequest { request, reason } => {
            waiting(meeting, request)?;
            Event::RequestDeclined { request: request.clone(), reason: refusal::reason(reason)? }
        }
        Command::CallRequest { request } => {
            let entry = waiting(meeting, request)?;
            require(entry, &[RequestState::Queued])?;
            Event::RequestCalled { request: request.clone() }
        }
        Command::PassOver { request } => {
            let entry = waiting(meeting, request)?;
            require(entry, &[RequestState::Queued, RequestState::Called])?;
            Event::RequestPassedOver { request: request.clone() }
        }
        Command::SendToWritten { request } => {
            waiting(meeting, request)?;
            Event::RequestSentToWritten { request: request.clone() }
        }
        Command::MoveRequest { request, to_place, reason, list_version } => {
            move_request(meeting, request, *to_place, reason, *list_version)?
        }
    };
    Ok(vec![event::Event::Speakers(event)])
}

/// Refused unless the actor sits in the delegation.
pub(in crate::meeting) fn own(meeting: &Meeting, actor: &PersonId, of: &DelegationId) -> Result<(), Refusal> {
    if meeting.roster.seat(actor) == Some(of) { Ok(()) } else { Err(Refusal::NotYourSeat {}) }
}

/// The request, which must wait in its list.
pub(in crate::meeting) fn waiting<'a>(meeting: &'a Meeting, id: &RequestId) -> Result<&'a Entry, Refusal> {
    let entry = meeting.speakers.request(id).ok_or(Refusal::Unknown { field: Field::Request })?;
    if entry.state.is_waiting() { Ok(entry) } else { Err(Refusal::WrongRequestState { state: entry.state }) }
}

fn require(entry: &Entry, states: &[RequestState]) -> Result<(), Refusal> {
    if states.contains(&entry.state) {
        Ok(())
    } else {
        Err(Refusal::WrongRequestState { state: entry.state })
    }
}

fn known_list<'a>(meeting: &'a Meeting, id: &ListId) -> Result<&'a List, Refusal> {
    meeting.speakers.list(id).ok_or(Refusal::Unknown { field: Field::List })
}

fn set_open(meeting: &Meeting, id: &ListId, open: bool) -> Result<Event, Refusal> {
    if known_list(meeting, id)?.open == open {
        return Err(Refusal::ListUnchanged { open });
    }
    let list = id.clone();
    Ok(if open { Event::ListOpened { list } } else { Event::ListClosed { list } })
}

/// A wish to speak, before it is a request.
struct Wish<'a> {
    list: &'a ListId,
    delegation: &'a DelegationId,
    speaker: Option<PersonId>,
    language: &'a Language,
    on_behalf_of: &'a str,
}

fn request(meeting: &Meeting, context: &Context, wish: Wish<'_>) -> Result<Event, Refusal> {
    let list = known_list(meeting, wish.list)?;
    let seat =
        meeting.roster.delegation(wish.delegation).ok_or(Refusal::Unknown { field: Field::Delegation })?;
    if !meeting.languages().contains(wish.language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    let on_behalf_of = refusal::text(Field::OnBehalfOf, wish.on_behalf_of, limits::ON_BEHALF_CHARS_MAX)?;
    let requests = &meeting.speakers.requests;
    let of_seat = |id: &&RequestId| requests.get(*id).is_some_and(|at| at.request.delegation == seat.id);
    let own: Vec<&RequestId> = list.queue.iter().filter(of_seat).collect();
    if own.len() >= usize::from(list.plan.requests_per_delegation_max)
        && let Some(request) = own.first().copied().cloned()
    {
        return Err(Refusal::AlreadyOnList { request });
    }
    if list.queue.len() >= limits::QUEUE_MAX as usize {
        return Err(Refusal::Full { max: limits::QUEUE_MAX });
    }
    if requests.len() >= limits::REQUESTS_MAX as usize {
        return Err(Refusal::Full { max: limits::REQUESTS_MAX });
    }
    let request = Request {
        id: meeting.request_id(context),
        list: wish.list.clone(),
        delegation: seat.id.clone(),
        speaker: wish.speaker,
        language: wish.language.clone(),
        on_behalf_of,
        turn_ms: list.plan.turn_ms_of(seat.category),
        inscribed: meeting.programme.phase == Phase::Scheduled,
    };
    Ok(Event::FloorRequested { request })
}

fn move_request(
    meeting: &Meeting,
    id: &RequestId,
    to_place: u16,
    reason: &str,
    list_version: u32,
) -> Result<Event, Refusal> {
    let entry = waiting(meeting, id)?;
    let list = known_list(meeting, &entry.request.list)?;
    if list.version != list_version {
        return Err(Refusal::StaleList { version: list.version, queue: list.queue.clone() });
    }
    let from_place = meeting.speakers.place(id).ok_or(Refusal::Unknown { field: Field::Request })?;
    if to_place < 1 || usize::from(to_place) > list.queue.len() {
        let max = i64::try_from(list.queue.len()).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange { field: Field::ToPlace, min: 1, max });
    }
    Ok(Event::RequestMoved { request: id.clone(), from_place, to_place, reason: refusal::reason(reason)? })
}
