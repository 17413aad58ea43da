//! What always holds of lists and requests: none is lost, none stands twice, and nobody has more than their number.

use std::collections::BTreeMap;

use super::{Entry, Event, List, RequestState, State, folder};
use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::terms::ids::{DelegationId, ListId, RequestId};
use crate::terms::limits;

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let speakers = &meeting.speakers;
    let counts = Counts::of(speakers);
    let broken =
        lists(speakers).or_else(|| speakers.lists.values().find_map(|list| broken_list(speakers, list)));
    let broken = broken.or_else(|| {
        speakers.requests.iter().find_map(|(id, entry)| broken_request(speakers, &counts, id, entry))
    });
    let broken = broken.or_else(|| counts.strangers(speakers)).or_else(|| one_on_floor(meeting));
    broken.or_else(|| folder::broken_invariant(speakers))
}

/// The same of the list or the one request that an event is about: a compare for each who waits there.
pub(in crate::meeting) fn broken_at(meeting: &Meeting, event: &Event) -> Option<String> {
    let speakers = &meeting.speakers;
    if let Some(list) = event.list().and_then(|id| speakers.list(id)) {
        let over = meeting.programme.is_over();
        let closed = Meeting::first_broken(&[(!over || !list.open, "a closed session has an open list")]);
        return closed.or_else(|| folder::broken_invariant(speakers));
    }
    let id = event.request()?;
    let entry = speakers.request(id)?;
    let list = speakers.list(&entry.request.list);
    let times = list.map_or(0, |list| list.queue.iter().filter(|waits| *waits == id).count());
    let on_floor = meeting.floor.current.as_ref().is_some_and(|current| current.turn.request == *id);
    let has_floor = matches!(entry.state, RequestState::OnFloor | RequestState::Suspended);
    let here = list.is_none_or(List::is_here);
    let phase_fits = match meeting.programme.phase {
        Phase::Scheduled => entry.state == RequestState::Inscribed,
        Phase::Open | Phase::Suspended => entry.state != RequestState::Inscribed,
        Phase::Closed => meeting.programme.adjourned && entry.state != RequestState::Inscribed,
    };
    let waits = entry.state.is_waiting();
    let broken = Meeting::first_broken(&[
        (times == usize::from(waits), "is lost or queued twice"),
        (list.is_some(), "belongs to a list that is gone"),
        (!waits || here, "waits on a list that is elsewhere"),
        (has_floor == on_floor, "is on the floor otherwise than the turn"),
        (!waits || phase_fits, "waits in a session that is not at that"),
    ]);
    let broken = broken.map(|words| format!("the request {id} ({}) {words}", entry.state));
    // Only a new request can be one too many.
    let made = matches!(event, Event::FloorRequested { .. });
    broken.or_else(|| {
        let list = list.filter(|_| made)?;
        let (waits, _) = speakers.had_by(list, &entry.request.delegation);
        let few = waits <= usize::from(list.requests_max);
        Meeting::first_broken(&[(few, "is one more than the delegation may have")])
    })
}

/// How many requests each delegation has waiting on a list.
fn waiting_by_seat<'a>(speakers: &'a State, list: &List) -> BTreeMap<&'a DelegationId, usize> {
    let mut waiting = BTreeMap::new();
    for entry in list.queue.iter().filter_map(|id| speakers.request(id)) {
        *waiting.entry(&entry.request.delegation).or_insert(0) += 1;
    }
    waiting
}

fn broken_list(speakers: &State, list: &List) -> Option<String> {
    let max = usize::from(list.requests_max);
    let most = waiting_by_seat(speakers, list).into_iter().find(|(_, waiting)| *waiting > max);
    let many = most.map(|(delegation, waiting)| {
        format!("the delegation {delegation} waits {waiting} times on the list {}, of {max}", list.plan.id)
    });
    many.or_else(|| {
        let room = list.queue.len() <= limits::QUEUE_MAX as usize;
        Meeting::first_broken(&[(room, "more wait on a list than may")])
    })
}

/// How often a request stands somewhere, and on which list last.
type Stands<'a> = BTreeMap<&'a RequestId, (usize, &'a ListId)>;

/// Where requests stand in queues and among those heard, over all lists.
struct Counts<'a> {
    queued: Stands<'a>,
    heard: Stands<'a>,
}

impl<'a> Counts<'a> {
    fn of(speakers: &'a State) -> Self {
        let mut counts = Self { queued: BTreeMap::new(), heard: BTreeMap::new() };
        for (id, list) in &speakers.lists {
            list.queue.iter().for_each(|request| count(&mut counts.queued, request, id));
            list.heard.iter().for_each(|request| count(&mut counts.heard, request, id));
        }
        counts
    }

    fn strangers(&self, speakers: &State) -> Option<String> {
        let mut named = self.queued.keys().chain(self.heard.keys());
        let stranger = named.find(|id| speakers.request(id).is_none());
        stranger.map(|id| format!("a list names the request {id}, which there is not"))
    }
}

fn count<'a>(stands: &mut Stands<'a>, request: &'a RequestId, list: &'a ListId) {
    let (times, last) = stands.entry(request).or_insert((0, list));
    *times += 1;
    *last = list;
}

fn lists(speakers: &State) -> Option<String> {
    let mut order = speakers.order.clone();
    order.sort();
    let mut ended = speakers.lists.iter().flat_map(|(id, list)| list.ended.iter().map(move |end| (id, end)));
    let wrong_end = ended.find(|(list, (delegation, id))| {
        speakers.request(id).is_none_or(|entry| {
            entry.request.delegation != **delegation || entry.request.list != **list || !has_ended(entry)
        })
    });
    Meeting::first_broken(&[
        (speakers.are_written(), "those filed in writing are not those that are remembered as such"),
        (order.iter().eq(speakers.lists.keys()), "the order of the lists is not that of the lists there are"),
        (wrong_end.is_none(), "a list remembers the end of a request that is not over"),
        (speakers.is_counted(), "the requests of delegations are not those that are counted"),
    ])
}

fn broken_request(speakers: &State, counts: &Counts<'_>, id: &RequestId, entry: &Entry) -> Option<String> {
    let once_if = |stands: bool| stands.then_some((1, &entry.request.list));
    let queued = counts.queued.get(id).copied();
    let heard = counts.heard.get(id).copied();
    let was_given =
        matches!(entry.state, RequestState::OnFloor | RequestState::Suspended | RequestState::Finished);
    let broken = Meeting::first_broken(&[
        (entry.request.id == *id, "is filed under another id"),
        (queued == once_if(entry.state.is_waiting()), "is lost or queued twice"),
        (heard == once_if(was_given), "is heard otherwise than it was given the floor"),
        (entry.spoken_ms >= 0, "spoke for a negative time"),
        (entry.reason.is_empty() || entry.state == RequestState::Declined, "was declined and is not"),
        (speakers.list(&entry.request.list).is_some(), "belongs to a list that is gone"),
        (entry.extra_ms >= 0 && entry.request.turn_ms > 0, "has no time to speak"),
        (
            entry.instead_of.is_none() || entry.instead_of != entry.request.speaker,
            "has somebody speak in their own place",
        ),
    ]);
    broken.map(|words| format!("the request {id} ({}) {words}", entry.state))
}

fn has_ended(entry: &Entry) -> bool {
    !entry.state.is_waiting() && !matches!(entry.state, RequestState::OnFloor | RequestState::Suspended)
}

fn one_on_floor(meeting: &Meeting) -> Option<String> {
    let on_floor = |entry: &&Entry| matches!(entry.state, RequestState::OnFloor | RequestState::Suspended);
    let speaking: Vec<&RequestId> =
        meeting.speakers.requests.values().filter(on_floor).map(|entry| &entry.request.id).collect();
    let turn: Vec<&RequestId> = meeting.floor.current.iter().map(|current| &current.turn.request).collect();
    (speaking != turn).then(|| format!("on the floor are {speaking:?}, but the turn is of {turn:?}"))
}
