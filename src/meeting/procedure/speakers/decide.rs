//! What is decided of lists and requests.

use super::{Command, Entry, Event, List, ListKind, Policy, Request, RequestState, folder, order};
use crate::meeting::command::Context;
use crate::meeting::procedure::motions;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access, event};
use crate::terms::ids::{DelegationId, Language, ListId, Millis, PersonId, RequestId};
use crate::terms::{limits, text};

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require_item()?;
    let event = match command {
        Command::OpenList { list } => set_open(meeting, list, true)?,
        Command::CloseList { list } => set_open(meeting, list, false)?,
        Command::TakeUpList { list } => take_up(meeting, list)?,
        Command::RequestFloor { list, language, on_behalf_of, reply_to } => {
            let delegation = meeting.roster.seat(actor).ok_or(Refusal::NoSeat {})?;
            if !list_here(meeting, list)?.open {
                return Err(Refusal::ListClosed {});
            }
            let speaker = Some(actor.clone());
            let wish = Wish { list, delegation, speaker, language, on_behalf_of, reply_to };
            request(meeting, context, wish)?
        }
        Command::AddRequest { list, delegation, language, on_behalf_of, reply_to } => {
            let wish = Wish { list, delegation, speaker: None, language, on_behalf_of, reply_to };
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
        Command::NameSpeaker { request, person } => {
            let entry = waiting(meeting, request)?;
            of_delegation(meeting, actor, entry, person)?;
            if entry.request.speaker.as_ref() == Some(person) {
                return Ok(Vec::new());
            }
            Event::SpeakerNamed { request: request.clone(), speaker: person.clone() }
        }
        Command::ProposeOrder { list, policy } => propose_order(meeting, context, list, policy)?,
        Command::ApplyOrder { list, list_version } => apply_order(meeting, list, *list_version)?,
        Command::DismissOrder { list } => {
            known_list(meeting, list)?.proposal.as_ref().ok_or(Refusal::NoProposal {})?;
            Event::OrderDismissed { list: list.clone() }
        }
        Command::SetSpeakingTime { list, category, turn_ms } => {
            list_here(meeting, list)?;
            within(Field::TurnMs, *turn_ms, limits::TURN_MS_MIN, limits::TURN_MS_MAX)?;
            Event::SpeakingTimeSet { list: list.clone(), category: *category, turn_ms: *turn_ms }
        }
        Command::GrantExtraTime { request, extra_ms } => {
            waiting(meeting, request)?;
            within(Field::ExtraMs, *extra_ms, limits::EXTRA_MS_MIN, limits::EXTRA_MS_MAX)?;
            Event::ExtraTimeGranted { request: request.clone(), extra_ms: *extra_ms }
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

/// Refused unless the person may speak for the delegation of the request, and the actor is of it or of the desk.
fn of_delegation(
    meeting: &Meeting,
    actor: &PersonId,
    entry: &Entry,
    person: &PersonId,
) -> Result<(), Refusal> {
    let delegation = &entry.request.delegation;
    if !meeting.roster.person(actor).is_some_and(access::presides) {
        own(meeting, actor, delegation)?;
    }
    let named = meeting.roster.person(person).ok_or(Refusal::Unknown { field: Field::Person })?;
    if named.delegation.as_ref() == Some(delegation) && access::may_speak(named) {
        Ok(())
    } else {
        Err(Refusal::OtherSeat { person: person.clone() })
    }
}

fn within(field: Field, value: Millis, min: Millis, max: Millis) -> Result<(), Refusal> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Refusal::OutOfRange { field, min, max }) }
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

/// The list, which must be in this sitting.
fn list_here<'a>(meeting: &'a Meeting, id: &ListId) -> Result<&'a List, Refusal> {
    let list = known_list(meeting, id)?;
    folder::require_here(list)?;
    Ok(list)
}

fn set_open(meeting: &Meeting, id: &ListId, open: bool) -> Result<Event, Refusal> {
    motions::decide::require_other_list(id)?;
    if list_here(meeting, id)?.open == open {
        return Err(Refusal::ListUnchanged { open });
    }
    let list = id.clone();
    Ok(if open { Event::ListOpened { list } } else { Event::ListClosed { list } })
}

/// A motion is spoken on when it is taken up itself: its list is never the one that the meeting works through.
fn take_up(meeting: &Meeting, id: &ListId) -> Result<Event, Refusal> {
    motions::decide::require_other_list(id)?;
    list_here(meeting, id)?;
    if meeting.speakers.is_in_hand(id) {
        return Err(Refusal::Unchanged {});
    }
    Ok(Event::ListTakenUp { list: id.clone() })
}

/// The debate is adjourned: its list closes, and those who wait keep their places.
pub(in crate::meeting) fn adjourn_debate(meeting: &Meeting, list: &ListId) -> Vec<event::Event> {
    let adjourned = Event::DebateAdjourned { list: list.clone() };
    closing(meeting, list).chain([adjourned]).map(event::Event::Speakers).collect()
}

/// The debate is closed: its list closes, and who has not been heard is filed in writing.
pub(in crate::meeting) fn close_debate(meeting: &Meeting, list: &ListId) -> Vec<event::Event> {
    let queue = meeting.speakers.list(list).into_iter().flat_map(|list| list.queue.iter().rev());
    let filed = queue.map(|request| Event::RequestSentToWritten { request: request.clone() });
    let closed = Event::DebateClosed { list: list.clone() };
    closing(meeting, list).chain(filed).chain([closed]).map(event::Event::Speakers).collect()
}

fn closing(meeting: &Meeting, id: &ListId) -> impl Iterator<Item = Event> + use<> {
    let open = meeting.speakers.list(id).is_some_and(|list| list.open);
    open.then(|| Event::ListClosed { list: id.clone() }).into_iter()
}

/// A wish to speak, before it is a request.
struct Wish<'a> {
    list: &'a ListId,
    delegation: &'a DelegationId,
    speaker: Option<PersonId>,
    language: &'a Language,
    on_behalf_of: &'a str,
    reply_to: &'a Option<RequestId>,
}

fn request(meeting: &Meeting, context: &Context, wish: Wish<'_>) -> Result<Event, Refusal> {
    let list = list_here(meeting, wish.list)?;
    motions::decide::require_other_list(wish.list)?;
    let seat =
        meeting.roster.delegation(wish.delegation).ok_or(Refusal::Unknown { field: Field::Delegation })?;
    if !meeting.languages().contains(wish.language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    let on_behalf_of =
        refusal::text(text::Kind::Line, Field::OnBehalfOf, wish.on_behalf_of, limits::ON_BEHALF_CHARS_MAX)?;
    let requests = &meeting.speakers.requests;
    let of_seat = |id: &&RequestId| requests.get(*id).is_some_and(|at| at.request.delegation == seat.id);
    let own: Vec<&RequestId> = list.queue.iter().filter(of_seat).collect();
    if own.len() >= usize::from(list.plan.requests_per_delegation_max)
        && let Some(request) = own.first().copied().cloned()
    {
        return Err(Refusal::AlreadyOnList { request });
    }
    let replies = meeting.speakers.replies(list, &seat.id);
    if let Some(max) = list.plan.replies_max().filter(|max| replies >= usize::from(*max)) {
        return Err(Refusal::ReplyLimit { max });
    }
    repliable(meeting, list, &seat.id, wish.reply_to.as_ref())?;
    require_room(meeting, list, &seat.id)?;
    let request = Request {
        id: meeting.request_id(context),
        list: wish.list.clone(),
        delegation: seat.id.clone(),
        speaker: wish.speaker,
        language: wish.language.clone(),
        turn_ms: list.turn_ms_for(seat.category, replies, !on_behalf_of.is_empty()),
        on_behalf_of,
        inscribed: meeting.programme.phase == Phase::Scheduled,
        reply_to: wish.reply_to.clone(),
    };
    Ok(Event::FloorRequested { request })
}

/// Refused where the list or the session is full, or the delegation has had as many requests as one may.
pub(in crate::meeting) fn require_room(
    meeting: &Meeting,
    list: &List,
    delegation: &DelegationId,
) -> Result<(), Refusal> {
    refusal::room_for_one(list.queue.len(), limits::QUEUE_MAX)?;
    refusal::within_share(meeting.speakers.count_of(delegation), limits::REQUESTS_OF_DELEGATION_MAX)?;
    refusal::room_for_one(meeting.speakers.requests.len(), limits::REQUESTS_MAX)
}

/// Refused unless a right of reply names another delegation's statement that was heard, or is being heard.
fn repliable(
    meeting: &Meeting,
    list: &List,
    delegation: &DelegationId,
    reply_to: Option<&RequestId>,
) -> Result<(), Refusal> {
    let Some(id) = reply_to else { return Ok(()) };
    let entry = meeting.speakers.request(id).ok_or(Refusal::Unknown { field: Field::ReplyTo })?;
    let heard =
        matches!(entry.state, RequestState::OnFloor | RequestState::Suspended | RequestState::Finished);
    let others = entry.request.delegation != *delegation;
    if heard && others && list.plan.kind == ListKind::RightOfReply {
        Ok(())
    } else {
        Err(Refusal::NotRepliable {})
    }
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

fn propose_order(
    meeting: &Meeting,
    context: &Context,
    id: &ListId,
    policy: &Policy,
) -> Result<Event, Refusal> {
    let list = list_here(meeting, id)?;
    if let Policy::Alphabetical { from: Some(from) } = policy
        && meeting.roster.delegation(from).is_none()
    {
        return Err(Refusal::Unknown { field: Field::Delegation });
    }
    let proposal = order::propose(meeting, list, policy, context.lot);
    Ok(Event::OrderProposed { list: id.clone(), proposal })
}

/// Refused unless the list is still the one that the order was worked out for, and that the desk has seen.
fn apply_order(meeting: &Meeting, id: &ListId, list_version: u32) -> Result<Event, Refusal> {
    let list = known_list(meeting, id)?;
    let proposal = list.proposal.clone().ok_or(Refusal::NoProposal {})?;
    if list.version != list_version || proposal.list_version != list_version {
        return Err(Refusal::StaleList { version: list.version, queue: list.queue.clone() });
    }
    Ok(Event::OrderApplied { list: id.clone(), proposal })
}
