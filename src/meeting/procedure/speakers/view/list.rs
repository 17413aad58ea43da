//! Lists of speakers and the requests on them, as they are seen.
//!
//! Seen: `list` and `request` by `everyone`; `move` by `desk`, for why a list was changed by hand is its own.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::command::Actor;
use crate::meeting::procedure::speakers::order::{Lot, Policy};
use crate::meeting::procedure::speakers::state::Retimed;
use crate::meeting::procedure::speakers::view::queue::Wait;
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::procedure::speakers::{DebateEnd, ListKind, Moved, RequestState, Whereabouts};
use crate::meeting::view::render::View;
use crate::meeting::view::*;
use crate::terms::ids::{DelegationId, Language, ListId, Millis, Moment, RequestId, SessionId, Wording};
use crate::terms::limits;
use crate::terms::people::Rank;

/// A list of speakers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ListView {
    /// Which list.
    pub id: ListId,
    /// Its name.
    pub name: Wording,
    /// Its kind.
    pub kind: ListKind,
    /// Whether it takes requests from delegations.
    pub open: bool,
    /// Grows with every change of the queue; to be named in a move.
    pub version: u32,
    /// Waiting requests in the order in which they will be heard.
    pub queue: Vec<RequestId>,
    /// Requests heard, in the order in which they began: the newest.
    #[cfg_attr(test, ts(as = "Vec<RequestId>"), schemars(with = "Vec<RequestId>"))]
    pub heard: imbl::Vector<RequestId>,
    /// How many were heard before those; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub earlier_heard: Option<u32>,
    /// How many were filed in writing before those that are shown; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub earlier_written: Option<u32>,
    /// Place on the selector of lists, from 0.
    pub order: u16,
    /// Most speaking time that anybody has since the desk set it; absent while times are as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub turn_ms_max: Option<Millis>,
    /// What most of it anybody had before that was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub retimed: Option<Retimed>,
    /// Speaking times of categories that the desk has set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub turn_ms_by_category: Option<Vec<CategoryTime>>,
    /// When speaking times were set last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub times_set_at_ms: Option<Moment>,
    /// When it opens by itself, while that is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub opens_at_ms: Option<Moment>,
    /// When it closes by itself, while that is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub closes_at_ms: Option<Moment>,
    /// When it was declared closed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub closed_at_ms: Option<Moment>,
    /// When it was opened again after that; absent while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reopened_at_ms: Option<Moment>,
    /// How its debate was ended by a motion; reopening the list takes it up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub debate_ended: Option<DebateEnd>,
    /// Where it is, where it is the list of an agenda item that goes on over several sittings; absent for one of the session
    /// alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub whereabouts: Option<Whereabouts>,
}

/// A request for the floor, while it waits, is heard, or once it was heard or filed in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RequestView {
    /// Which request.
    pub id: RequestId,
    /// On which list.
    pub list: ListId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Who is to speak for it, where known.
    pub speaker: Option<SpeakerView>,
    /// Language of the statement.
    pub language: Language,
    /// On whose behalf also; may be empty.
    pub on_behalf_of: String,
    /// Speaking time.
    pub turn_ms: Millis,
    /// What it was before the desk changed it last; absent while it is as it was when the request was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub retimed: Option<Retimed>,
    /// How far it has come.
    pub state: RequestState,
    /// Since when.
    pub since_ms: Moment,
    /// When it may expect the floor, where that can be said.
    pub expected: Option<ExpectationView>,
    /// Time it spoke; 0 until it has.
    pub spoken_ms: Millis,
    /// Level of who is to speak, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rank: Option<Rank>,
    /// Who was to speak at first, where another is to now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub instead_of: Option<SpeakerView>,
    /// Time in `turn_ms` that others do not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub extra_ms: Option<Millis>,
    /// The statement of another delegation that it replies to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reply_to: Option<RequestId>,
    /// The session in which it was heard or filed in writing, where that was an earlier sitting of the agenda item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub sitting: Option<SessionId>,
}

/// A range of time in which a request may expect the floor: an honest range, not a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ExpectationView {
    /// If all before are brief.
    pub earliest_ms: Moment,
    /// If all before take their whole time.
    pub latest_ms: Moment,
}

/// A move by hand, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MoveView {
    /// The list and the number of the move.
    pub id: String,
    /// On which list.
    pub list: ListId,
    /// Which request; none where the whole list was put into an order.
    pub request: Option<RequestId>,
    /// Whose request; none likewise.
    pub delegation: Option<DelegationId>,
    /// Place it had; 0 for a whole list.
    pub from_place: u16,
    /// Place it was given; 0 for a whole list.
    pub to_place: u16,
    /// By what the whole list was put into an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub policy: Option<Policy>,
    /// The lot that was drawn for that order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub lot: Option<Lot>,
    /// Why; empty for a whole list.
    pub reason: String,
    /// Who moved it.
    pub by: Wording,
    /// When.
    pub at_ms: Moment,
}

pub(in crate::meeting) fn list(meeting: &Meeting, id: &ListId) -> Option<ListView> {
    let list = meeting.speakers.list(id)?;
    let order = meeting.speakers.order.iter().position(|at| at == id)?;
    Some(ListView {
        id: id.clone(),
        name: list.plan.name.clone(),
        kind: list.plan.kind,
        open: list.open,
        version: list.version,
        queue: list.queue.clone(),
        heard: list.heard.newest(limits::HEARD_SHOWN).cloned().collect(),
        earlier_heard: earlier(list.heard.len()),
        earlier_written: earlier(list.written.len()),
        order: u16::try_from(order).unwrap_or(u16::MAX),
        turn_ms_max: list.times.at_most_ms,
        retimed: list.times.retimed.clone(),
        turn_ms_by_category: lists::times(list),
        times_set_at_ms: list.times.since_ms,
        opens_at_ms: list.plan.opens_at_ms.filter(|at_ms| list.window.opened != Some(*at_ms)),
        closes_at_ms: list.plan.closes_at_ms.filter(|at_ms| list.window.closed != Some(*at_ms)),
        closed_at_ms: list.closed_at_ms,
        reopened_at_ms: list.reopened_at_ms,
        debate_ended: list.debate_ended,
        whereabouts: list.whereabouts.clone(),
    })
}

/// How many came before those that a view holds; none where none did.
fn earlier(count: usize) -> Option<u32> {
    let before = count.checked_sub(limits::HEARD_SHOWN).filter(|before| *before > 0)?;
    Some(u32::try_from(before).unwrap_or(u32::MAX))
}

/// All see requests that wait, are heard, were heard or were filed in writing. One that was taken back, declined
/// lapsed or went on to another sitting is gone from the list; only its own delegation sees how it ended.
pub(in crate::meeting) fn request(view: &View<'_>, id: &RequestId) -> Option<RequestView> {
    let meeting = view.meeting;
    let entry = meeting.speakers.request(id)?;
    match entry.state {
        RequestState::Withdrawn
        | RequestState::Declined
        | RequestState::Lapsed
        | RequestState::CarriedOver => return None,
        RequestState::Inscribed
        | RequestState::Queued
        | RequestState::Called
        | RequestState::OnFloor
        | RequestState::Suspended
        | RequestState::Finished
        | RequestState::ToWritten => {}
    }
    Some(RequestView {
        id: id.clone(),
        list: entry.request.list.clone(),
        delegation: entry.request.delegation.clone(),
        speaker: speaker(meeting, entry.request.speaker.as_ref()),
        language: entry.request.language.clone(),
        on_behalf_of: entry.request.on_behalf_of.clone(),
        turn_ms: entry.request.turn_ms,
        retimed: entry.retimed.clone(),
        state: entry.state,
        since_ms: entry.since_ms,
        expected: view.wait(entry).and_then(Wait::expectation),
        spoken_ms: entry.spoken_ms,
        rank: entry.rank(meeting),
        instead_of: speaker(meeting, entry.instead_of.as_ref()),
        extra_ms: (entry.extra_ms > 0).then_some(entry.extra_ms),
        reply_to: entry.request.reply_to.clone(),
        sitting: entry.sitting.clone(),
    })
}

pub(in crate::meeting) fn moved(meeting: &Meeting, list: &ListId, number: usize) -> Option<MoveView> {
    let moved = meeting.speakers.list(list)?.moves.get(number)?;
    let by = match &moved.by {
        Actor::Person(id) => meeting.roster.person(id).map(|person| person.name.clone()),
        Actor::Server => None,
    };
    let (request, delegation, from_place, to_place, policy, lot) = match &moved.moved {
        Moved::One { request, delegation, from_place, to_place } => {
            (Some(request), delegation.clone(), *from_place, *to_place, None, None)
        }
        Moved::All { policy, lot } => (None, None, 0, 0, Some(policy.clone()), lot.clone()),
    };
    Some(MoveView {
        id: move_id(list, number),
        list: list.clone(),
        request: request.cloned(),
        delegation,
        from_place,
        to_place,
        policy,
        lot,
        reason: moved.reason.clone(),
        by: by.unwrap_or_else(Wording::default),
        at_ms: moved.at_ms,
    })
}
