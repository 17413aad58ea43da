//! How a delegation stands on a list: what its floor button says.
//!
//! Seen: `standing` by its `delegation`, with the reason if it was declined.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::state::List;
use crate::meeting::procedure::speakers::view::queue::Wait;
use crate::meeting::procedure::speakers::{Entry, ListKind, RequestState, Whereabouts};
use crate::meeting::view::render::View;
use crate::meeting::view::{ExpectationView, PrerecordedView, ReceiptView, prerecorded_of, receipts};
use crate::terms::ids::{DelegationId, ListId, Moment, RequestId, TurnId};

/// How one's own delegation stands on a list: what the floor button says. The id is the list's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StandingView {
    /// Which list.
    pub id: ListId,
    /// What the delegation is on it.
    pub state: StandingState,
    /// Its request, while it waits or is heard.
    pub request: Option<RequestId>,
    /// Its place in the queue, 1 for the head, while it waits.
    pub place: Option<u16>,
    /// When it may expect the floor, where that can be said.
    pub expected: Option<ExpectationView>,
    /// Its turn, while it is heard.
    pub turn: Option<TurnId>,
    /// How its last request before this one ended.
    pub last: Option<PastRequest>,
    /// Texts of its statement that were received ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub texts: Option<Vec<ReceiptView>>,
    /// Its pre-recorded statement, if one was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub prerecorded: Option<PrerecordedView>,
}

/// What a delegation is on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandingState {
    /// The session is over.
    SessionClosed,
    /// The list takes no requests.
    ListClosed,
    /// It may ask for the floor.
    MayAsk,
    /// It is inscribed for a session that is not open yet.
    Inscribed,
    /// It waits.
    OnList,
    /// It waits for the next sitting: the meeting is adjourned and its place is kept.
    CarriedOver,
    /// Its request went on to another sitting with the list, where its place is kept.
    WentOn,
    /// The list is with another sitting of its agenda item, or the item is closed.
    Elsewhere,
    /// It is the next, or was called to stand by.
    StandBy,
    /// It has the floor.
    OnFloor,
    /// It has the floor and the meeting is suspended.
    Suspended,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PastRequest {
    /// Which request.
    pub request: RequestId,
    /// Its end.
    pub state: RequestState,
    /// When.
    pub since_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
}

pub(in crate::meeting) fn standing(
    view: &View<'_>,
    delegation: &DelegationId,
    id: &ListId,
) -> Option<StandingView> {
    let meeting = view.meeting;
    let list = meeting.speakers.list(id)?;
    meeting.roster.delegation(delegation)?;
    let own = |entry: &&Entry| entry.request.delegation == *delegation && entry.request.list == *id;
    let waiting = view.queue(id).and_then(|queue| queue.first_of(delegation));
    let heard = meeting.floor.current.as_ref().and_then(|at| meeting.speakers.request(&at.turn.request));
    let heard = heard.filter(own);
    let live = heard.or(waiting);
    let wait = live.and_then(|entry| view.wait(entry));
    let place = wait.map(|wait| wait.place);
    let last = list.ended.get(delegation).and_then(|id| meeting.speakers.request(id));
    Some(StandingView {
        id: id.clone(),
        state: standing_state(meeting, list, live, place, last),
        request: live.map(|entry| entry.request.id.clone()),
        place,
        expected: wait.and_then(Wait::expectation),
        turn: heard.and_then(|_| meeting.floor.turn()),
        last: last.map(past),
        texts: live.and_then(|entry| receipts(meeting, &entry.request.id)),
        prerecorded: live.and_then(|entry| prerecorded_of(meeting, &entry.request.id)),
    })
}

fn past(entry: &Entry) -> PastRequest {
    PastRequest {
        request: entry.request.id.clone(),
        state: entry.state,
        since_ms: entry.since_ms,
        reason: entry.reason.clone(),
    }
}

fn standing_state(
    meeting: &Meeting,
    list: &List,
    live: Option<&Entry>,
    place: Option<u16>,
    last: Option<&Entry>,
) -> StandingState {
    // The head of a list that the meeting does not work through is not the next to speak.
    let leads = list.plan.kind == ListKind::Motions || meeting.speakers.is_in_hand(&list.plan.id);
    let carried_over = meeting.programme.adjourned;
    let state = match live.map(|entry| entry.state) {
        Some(RequestState::Queued | RequestState::Called) if carried_over => Some(StandingState::CarriedOver),
        Some(RequestState::OnFloor) => Some(StandingState::OnFloor),
        Some(RequestState::Suspended) => Some(StandingState::Suspended),
        Some(RequestState::Called) => Some(StandingState::StandBy),
        Some(RequestState::Queued) if place == Some(1) && leads => Some(StandingState::StandBy),
        Some(RequestState::Queued) => Some(StandingState::OnList),
        Some(RequestState::Inscribed) => Some(StandingState::Inscribed),
        Some(
            RequestState::Finished
            | RequestState::Withdrawn
            | RequestState::Declined
            | RequestState::Lapsed
            | RequestState::ToWritten
            | RequestState::CarriedOver,
        )
        | None => None,
    };
    state.unwrap_or_else(|| idle_state(meeting, list, last))
}

/// What a delegation that neither waits nor speaks is on a list.
fn idle_state(meeting: &Meeting, list: &List, last: Option<&Entry>) -> StandingState {
    let went_on = last.is_some_and(|entry| entry.state == RequestState::CarriedOver);
    match &list.whereabouts {
        None | Some(Whereabouts::Here) => {}
        Some(Whereabouts::ItemClosed) => return StandingState::Elsewhere,
        Some(_) if went_on => return StandingState::WentOn,
        Some(_) => return StandingState::Elsewhere,
    }
    match (meeting.programme.phase, list.open) {
        (Phase::Closed, true) if meeting.programme.adjourned => StandingState::MayAsk,
        (Phase::Closed, _) => StandingState::SessionClosed,
        (Phase::Scheduled | Phase::Open | Phase::Suspended, true) => StandingState::MayAsk,
        (Phase::Scheduled | Phase::Open | Phase::Suspended, false) => StandingState::ListClosed,
    }
}
