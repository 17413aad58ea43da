//! Where every list and every request stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use super::folder::{LaidDown, Whereabouts};
use super::moves::{Move, Moved, Moves};
use super::order::Proposal;
use super::{DebateEnd, Event, ListKind, ListPlan, Request, RequestState};
use crate::meeting::Meeting;
use crate::meeting::command::Actor;
use crate::terms::ended::Ended;
use crate::terms::ids::{DelegationId, ListId, Millis, Moment, PersonId, RequestId, SessionId};
use crate::terms::limits;
use crate::terms::people::{Category, Rank, Roster};

/// A list of speakers as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// As planned.
    pub plan: ListPlan,
    /// Most requests of one delegation that may wait: as planned, or as an earlier plan let those ask who wait.
    pub requests_max: u16,
    /// Whether it takes requests from delegations.
    pub open: bool,
    /// Requests waiting, in the order in which they will be heard.
    pub queue: Vec<RequestId>,
    /// Requests heard, in the order in which they began.
    pub heard: Ended<RequestId>,
    /// How many of these were heard in other sittings.
    pub heard_elsewhere: usize,
    /// Requests filed in writing, in the order in which they were.
    pub written: Ended<RequestId>,
    /// The request of each delegation that came to its end last, however it ended.
    pub ended: imbl::OrdMap<DelegationId, RequestId>,
    /// Grows with every change of the queue; a move made against an older one is refused.
    pub version: u32,
    /// Moves by hand, the newest last.
    pub moves: Moves,
    /// The order that was proposed last and is neither applied nor let go.
    pub proposal: Option<Proposal>,
    /// Speaking times as the desk has changed them.
    pub times: Times,
    /// What its inscription window has brought.
    pub window: Window,
    /// When it was declared closed last; none while it never was.
    pub closed_at_ms: Option<Moment>,
    /// When it was opened again after that.
    pub reopened_at_ms: Option<Moment>,
    /// How its debate was ended by a motion, until the list is opened again.
    pub debate_ended: Option<DebateEnd>,
    /// Where it is, where it is the list of an agenda item; none for one of the session alone.
    pub whereabouts: Option<Whereabouts>,
}

/// The planned moments of an inscription window that have come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Window {
    /// When it was to open.
    pub opened: Option<Moment>,
    /// When it was to close.
    pub closed: Option<Moment>,
}

/// What a speaking time was before it was changed last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Retimed {
    /// What it was.
    pub was_ms: Millis,
    /// When it was changed.
    pub at_ms: Moment,
}

/// Speaking times of a list that the desk has changed since it was planned.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Times {
    /// Most that anybody has; none while it is as planned.
    pub at_most_ms: Option<Millis>,
    /// What most anybody had before that, and when it was set.
    pub retimed: Option<Retimed>,
    /// Times of categories that have one of their own, in place of plan and bound.
    pub by_category: BTreeMap<Category, Millis>,
    /// When they changed last.
    pub since_ms: Option<Moment>,
}

impl List {
    /// Most speaking time that a statement of any category has here at present, before anybody has replied.
    fn most_ms(&self) -> Millis {
        let most = Category::VARIANTS.iter().map(|category| self.turn_ms_for(*category, 0, false)).max();
        most.unwrap_or(self.plan.turn_ms)
    }

    /// Speaking time of a statement by one of a category that has replied `replies` times here, as it is at present.
    pub fn turn_ms_for(&self, category: Category, replies: usize, on_behalf: bool) -> Millis {
        let planned_ms = self.plan.turn_ms_for(category, replies, on_behalf);
        let bounded_ms = self.times.at_most_ms.map_or(planned_ms, |most_ms| most_ms.min(planned_ms));
        self.times.by_category.get(&category).copied().unwrap_or(bounded_ms)
    }
}

impl List {
    /// Whether the meeting can work through it: it is here, and the speakers on motions are heard when their motion is
    /// taken up.
    fn is_agenda(&self) -> bool {
        self.plan.kind != ListKind::Motions && self.is_here()
    }

    /// Whether it is in this sitting: one of the session alone, or that of an agenda item which is here at present.
    pub fn is_here(&self) -> bool {
        matches!(self.whereabouts, None | Some(Whereabouts::Here))
    }

    /// Follows a charter that was revised: what goes from sitting to sitting does so by events of its own.
    fn revise_whereabouts(&mut self, planned: Option<&Whereabouts>) {
        self.whereabouts = match (self.whereabouts.take(), planned) {
            // It is the session's own again, or still.
            (_, None) => None,
            (None | Some(Whereabouts::Here), Some(_)) => Some(Whereabouts::Here),
            (Some(Whereabouts::OnItsWay), Some(_)) => Some(Whereabouts::OnItsWay),
            (Some(_), Some(place)) => Some(place.clone()),
        };
    }

    /// Who is heard first of those who wait; none where nobody does, or the debate is over.
    fn heads(&self) -> Option<&RequestId> {
        self.queue.first().filter(|_| self.debate_ended.is_none())
    }
}

/// A request as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As made, but for who speaks and for how long, which may change while it waits.
    pub request: Request,
    /// Which request of the session it is, from 0: the order of asking.
    pub number: usize,
    /// Who was to speak at first, where another is to now.
    pub instead_of: Option<PersonId>,
    /// What its time was before the desk changed it last.
    pub retimed: Option<Retimed>,
    /// Time it has besides what others have.
    pub extra_ms: Millis,
    /// How many replies its delegation had on this list when it was made; 0 on lists of other kinds.
    pub replies: usize,
    /// How far it has come.
    pub state: RequestState,
    /// Since when.
    pub since_ms: Moment,
    /// When it was made.
    pub made_at_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
    /// Time it spoke, once finished.
    pub spoken_ms: Millis,
    /// Who spoke at the end of it, where known.
    pub spoken_by: Option<PersonId>,
    /// Whether it came with its list from another sitting: its id is the same there.
    pub carried_over: bool,
    /// The sitting in which it was heard or filed in writing, where that was another.
    pub sitting: Option<SessionId>,
}

impl Entry {
    /// A request as it is made, in this sitting. Its number is given to it when it comes.
    pub(super) fn made(request: &Request, at_ms: Moment) -> Self {
        Self {
            request: request.clone(),
            number: 0,
            instead_of: None,
            retimed: None,
            extra_ms: 0,
            replies: 0,
            state: if request.inscribed { RequestState::Inscribed } else { RequestState::Queued },
            since_ms: at_ms,
            made_at_ms: at_ms,
            reason: String::new(),
            spoken_ms: 0,
            spoken_by: None,
            carried_over: false,
            sitting: None,
        }
    }

    /// The level of who is to speak, where known.
    pub(in crate::meeting) fn rank(&self, meeting: &Meeting) -> Option<Rank> {
        meeting.roster.person(self.request.speaker.as_ref()?)?.rank
    }

    /// Whether it counts as one of its delegation's replies here: it was not taken back, declined or left over, and did not
    /// go elsewhere.
    pub(in crate::meeting) fn counts(&self) -> bool {
        !matches!(
            self.state,
            RequestState::Withdrawn
                | RequestState::Declined
                | RequestState::Lapsed
                | RequestState::CarriedOver
        )
    }
}

/// Whether a list was open before an act, so that the act can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Openness {
    /// Which list.
    pub list: ListId,
    /// Whether it was open.
    pub open: bool,
    /// When it was declared closed last.
    pub closed_at_ms: Option<Moment>,
    /// When it was opened again after that.
    pub reopened_at_ms: Option<Moment>,
    /// How its debate was ended by a motion.
    pub debate_ended: Option<DebateEnd>,
}

/// How a request stood before an act, so that the act can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestBefore {
    /// The request.
    pub entry: Entry,
    /// Its place in the queue, if it waited.
    pub place: Option<u16>,
    /// The request of its delegation that had come to its end last.
    pub ended: Option<RequestId>,
}

/// All lists and requests of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Lists by id.
    pub lists: BTreeMap<ListId, List>,
    /// Lists in the order of the charter.
    pub order: Vec<ListId>,
    /// The list that was taken up last; none before the first was.
    pub(in crate::meeting) taken_up: Option<ListId>,
    /// Requests by id, but for those that were taken back.
    pub requests: imbl::OrdMap<RequestId, Entry>,
    /// Of those that a delegation took back, the last on each list: nothing came of them.
    taken_back: imbl::OrdMap<RequestId, Entry>,
    /// The request of each delegation that it took back last, by list.
    last_taken_back: imbl::OrdMap<(ListId, DelegationId), RequestId>,
    /// How many requests of each delegation count: all but those that were taken back.
    shares: imbl::OrdMap<DelegationId, u32>,
    /// How many requests were ever made.
    asked: usize,
    /// How many lists of agenda items the sitting has laid down.
    pub(super) times_laid_down: u32,
    /// Those that the conference has yet to take.
    pub laid_down: imbl::Vector<LaidDown>,
    /// Requests that came from another sitting and whose texts have yet to come: from the log of which session.
    pub texts_awaited: imbl::OrdMap<RequestId, SessionId>,
}

impl State {
    /// The request, if there is one.
    pub fn request(&self, id: &RequestId) -> Option<&Entry> {
        self.requests.get(id).or_else(|| self.taken_back.get(id))
    }

    /// How many requests of a delegation count: all but those that were taken back.
    pub(in crate::meeting) fn count_of(&self, delegation: &DelegationId) -> usize {
        self.shares.get(delegation).map_or(0, |count| *count as usize)
    }

    /// The list, if there is one.
    pub fn list(&self, id: &ListId) -> Option<&List> {
        self.lists.get(id)
    }

    /// The list in hand: the one that the meeting works through. It is the one taken up last, or the first that was
    /// planned. None where there are no lists but that of the speakers on motions.
    pub fn in_hand(&self) -> Option<&List> {
        let taken_up = self.taken_up.as_ref().and_then(|id| self.list(id)).filter(|list| list.is_agenda());
        taken_up.or_else(|| self.order.iter().find_map(|id| self.list(id).filter(|list| list.is_agenda())))
    }

    /// Whether a list is the one in hand.
    pub fn is_in_hand(&self, id: &ListId) -> bool {
        self.in_hand().is_some_and(|list| list.plan.id == *id)
    }

    /// Who comes next on the list in hand; none where nobody waits there, or its debate is over.
    pub fn next(&self) -> Option<&RequestId> {
        self.in_hand()?.heads()
    }

    /// The other lists on which somebody can be heard, in the order in which they were planned.
    pub fn others_waiting(&self) -> impl Iterator<Item = &ListId> {
        let lists = self.order.iter().filter_map(|id| self.list(id));
        let waiting = lists.filter(|list| list.is_agenda() && list.heads().is_some());
        waiting.map(|list| &list.plan.id).filter(|id| !self.is_in_hand(id))
    }

    /// Whether a view holds a request: it is not over, or among the newest of those that were heard or filed in writing.
    pub(in crate::meeting) fn is_shown(&self, entry: &Entry) -> bool {
        self.is_within(entry, limits::HEARD_SHOWN)
    }

    /// Whether a view holds the texts of a request.
    pub(in crate::meeting) fn has_text_shown(&self, entry: &Entry) -> bool {
        self.is_within(entry, limits::TEXTS_SHOWN)
    }

    fn is_within(&self, entry: &Entry, most: usize) -> bool {
        let Some(list) = self.list(&entry.request.list) else { return false };
        match entry.state {
            RequestState::Finished => list.heard.is_among_newest(&entry.request.id, most),
            RequestState::ToWritten => list.written.is_among_newest(&entry.request.id, most),
            RequestState::Inscribed
            | RequestState::Queued
            | RequestState::Called
            | RequestState::OnFloor
            | RequestState::Suspended => true,
            RequestState::Withdrawn
            | RequestState::Declined
            | RequestState::Lapsed
            | RequestState::CarriedOver => false,
        }
    }

    /// Place of a request in the queue of its list, 1 for the head; none if it does not wait.
    pub fn place(&self, id: &RequestId) -> Option<u16> {
        let queue = &self.list(&self.request(id)?.request.list)?.queue;
        queue.iter().position(|waiting| waiting == id).and_then(|at| u16::try_from(at + 1).ok())
    }

    /// Requests inscribed beforehand, list by list, in order.
    pub(in crate::meeting) fn inscribed(&self) -> impl Iterator<Item = RequestId> {
        let inscribed =
            |id: &RequestId| self.request(id).is_some_and(|at| at.state == RequestState::Inscribed);
        self.waiting().filter(inscribed)
    }

    /// Requests waiting, list by list, in order.
    pub(in crate::meeting) fn waiting(&self) -> impl DoubleEndedIterator<Item = RequestId> {
        self.order.iter().filter_map(|id| self.lists.get(id)).flat_map(|list| list.queue.iter().cloned())
    }

    /// Lists that take requests.
    pub(in crate::meeting) fn open_lists(&self) -> impl Iterator<Item = ListId> {
        let open = |id: &&ListId| self.lists.get(*id).is_some_and(|list| list.open);
        self.order.iter().filter(open).cloned()
    }

    /// Takes over the lists of a charter. A list that was there keeps its queue; one that is gone is kept while
    /// requests belong to it, so that none is lost. `item_lists` tells where the lists of agenda items are.
    pub(in crate::meeting) fn plan(
        &mut self,
        plans: &[ListPlan],
        item_lists: &BTreeMap<ListId, Whereabouts>,
    ) {
        let planned = |id: &ListId| plans.iter().any(|plan| plan.id == *id);
        let known = || self.requests.values().chain(self.taken_back.values());
        let used = |id: &ListId| known().any(|entry| entry.request.list == *id);
        let kept: Vec<ListId> = self.order.iter().filter(|id| !planned(id) && used(id)).cloned().collect();
        self.lists.retain(|id, _| planned(id) || kept.contains(id));
        for plan in plans {
            let fresh = || List {
                plan: plan.clone(),
                requests_max: 0,
                open: false,
                queue: Vec::new(),
                heard: Ended::default(),
                heard_elsewhere: 0,
                written: Ended::default(),
                ended: imbl::OrdMap::new(),
                version: 0,
                moves: Moves::default(),
                proposal: None,
                times: Times::default(),
                window: Window::default(),
                closed_at_ms: None,
                reopened_at_ms: None,
                debate_ended: None,
                whereabouts: item_lists.get(&plan.id).cloned(),
            };
            let known = self.lists.contains_key(&plan.id);
            let list = self.lists.entry(plan.id.clone()).or_insert_with(fresh);
            if known {
                list.revise_whereabouts(item_lists.get(&plan.id));
            }
            let before = if list.queue.is_empty() { 0 } else { list.requests_max };
            (list.requests_max, list.plan) = (plan.requests_per_delegation_max.max(before), plan.clone());
        }
        self.order = plans.iter().map(|plan| plan.id.clone()).chain(kept).collect();
    }

    /// Replies that a delegation has had, or waits for, on a list of rights of reply; none on lists of other kinds.
    pub(in crate::meeting) fn replies(&self, list: &List, delegation: &DelegationId) -> usize {
        if list.plan.replies_max().is_none() {
            return 0;
        }
        let of_seat = |entry: &&Entry| {
            entry.request.list == list.plan.id && entry.request.delegation == *delegation && entry.counts()
        };
        self.requests.values().filter(of_seat).count()
    }

    /// How often a delegation waits on a list, and the replies that it has had or waits for there.
    pub(in crate::meeting) fn had_by(&self, list: &List, delegation: &DelegationId) -> (usize, usize) {
        let own = |id: &&RequestId| self.request(id).is_some_and(|at| at.request.delegation == *delegation);
        (list.queue.iter().filter(own).count(), self.replies(list, delegation))
    }

    pub(in crate::meeting) fn evolve(
        &mut self,
        event: &Event,
        at_ms: Moment,
        actor: &Actor,
        roster: &Roster,
    ) {
        match event {
            Event::ListOpened { list } => self.set_open(list, true, at_ms),
            Event::ListClosed { list } => self.set_open(list, false, at_ms),
            Event::ListTakenUp { list } => self.taken_up = Some(list.clone()),
            Event::InscriptionOpened { list, planned_ms } => {
                self.set_open(list, true, at_ms);
                if let Some(list) = self.lists.get_mut(list) {
                    list.window.opened = Some(*planned_ms);
                }
            }
            Event::InscriptionClosed { list, planned_ms } => {
                self.set_open(list, false, at_ms);
                if let Some(list) = self.lists.get_mut(list) {
                    list.window.closed = Some(*planned_ms);
                }
            }
            Event::DebateAdjourned { list } => self.end_debate(list, DebateEnd::Adjourned),
            Event::DebateClosed { list } => self.end_debate(list, DebateEnd::Closed),
            Event::FloorRequested { request } => self.add(request, at_ms),
            Event::RequestQueued { request } => self.change(request, RequestState::Queued, at_ms),
            Event::RequestCalled { request } => self.change(request, RequestState::Called, at_ms),
            Event::RequestWithdrawn { request } => {
                self.end(request, RequestState::Withdrawn, at_ms);
                self.put_away(request);
            }
            Event::RequestLapsed { request } => self.end(request, RequestState::Lapsed, at_ms),
            Event::RequestSentToWritten { request } => {
                self.end(request, RequestState::ToWritten, at_ms);
                self.with_list_of(request, |list| list.written.push(request.clone()));
            }
            Event::RequestDeclined { request, reason } => {
                self.end(request, RequestState::Declined, at_ms);
                if let Some(entry) = self.requests.get_mut(request) {
                    entry.reason.clone_from(reason);
                }
            }
            Event::RequestPassedOver { request } => {
                self.change(request, RequestState::Queued, at_ms);
                self.reorder(request, usize::MAX);
            }
            Event::RequestMoved { request, from_place, to_place, reason } => {
                self.reorder(request, usize::from(*to_place).saturating_sub(1));
                let (from_place, to_place) = (*from_place, *to_place);
                let delegation = self.request(request).map(|entry| entry.request.delegation.clone());
                let moved = Moved::One { request: request.clone(), delegation, from_place, to_place };
                let moved = Move { moved, reason: reason.clone(), by: actor.clone(), at_ms };
                self.with_list_of(request, |list| list.moves.push(moved));
            }
            Event::SpeakerNamed { request, speaker } => self.name_speaker(request, speaker),
            Event::OrderProposed { list, proposal } => self.set_proposal(list, Some(proposal)),
            Event::OrderDismissed { list } => self.set_proposal(list, None),
            Event::OrderApplied { list, proposal } => self.order(list, proposal, actor, at_ms),
            Event::SpeakingTimeSet { list, category, turn_ms } => {
                self.set_time(list, *category, *turn_ms, at_ms, roster);
            }
            // The meeting lays it down, for what goes with it is not the lists' alone.
            Event::ListLaidDown { .. } => {}
            Event::ListReceived { list, folder, taken } => self.receive(list, folder, *taken, at_ms),
            Event::ListPlaced { list, place, taken } => self.place_elsewhere(list, place, *taken),
            Event::ExtraTimeGranted { request, extra_ms } => {
                if let Some(entry) = self.requests.get_mut(request) {
                    entry.request.turn_ms += extra_ms - entry.extra_ms;
                    entry.extra_ms = *extra_ms;
                }
            }
        }
    }

    fn name_speaker(&mut self, id: &RequestId, speaker: &PersonId) {
        let Some(entry) = self.requests.get_mut(id) else { return };
        let before = entry.request.speaker.replace(speaker.clone());
        let first = entry.instead_of.take().or(before);
        entry.instead_of = first.filter(|first| first != speaker);
    }

    fn set_proposal(&mut self, id: &ListId, proposal: Option<&Proposal>) {
        if let Some(list) = self.lists.get_mut(id) {
            list.proposal = proposal.cloned();
        }
    }

    fn order(&mut self, id: &ListId, proposal: &Proposal, by: &Actor, at_ms: Moment) {
        let Some(list) = self.lists.get_mut(id) else { return };
        let place = |id: &RequestId| proposal.places.iter().position(|placed| placed.request == *id);
        // What the proposal does not name stays behind, so that nothing is ever lost.
        list.queue.sort_by_cached_key(|id| place(id).unwrap_or(usize::MAX));
        list.version += 1;
        list.proposal = None;
        let moved = Moved::All { policy: proposal.policy.clone(), lot: proposal.lot.clone() };
        list.moves.push(Move { moved, reason: String::new(), by: by.clone(), at_ms });
    }

    /// A time for all is a bound, and ends the categories' own; a category's own holds until the next.
    fn set_time(
        &mut self,
        id: &ListId,
        category: Option<Category>,
        turn_ms: Millis,
        at_ms: Moment,
        roster: &Roster,
    ) {
        let Some(list) = self.lists.get_mut(id) else { return };
        match category {
            Some(category) => drop(list.times.by_category.insert(category, turn_ms)),
            None => {
                let was_ms = list.most_ms();
                list.times.retimed = (was_ms != turn_ms).then_some(Retimed { was_ms, at_ms });
                list.times.by_category.clear();
                list.times.at_most_ms = Some(turn_ms);
            }
        }
        list.times.since_ms = Some(at_ms);
        for id in &list.queue {
            let Some(entry) = self.requests.get_mut(id) else { continue };
            let seat = roster.delegation(&entry.request.delegation);
            let Some(of) = seat.map(|seat| seat.category) else { continue };
            if category.is_none_or(|category| category == of) {
                let on_behalf = !entry.request.on_behalf_of.is_empty();
                let turn_ms = list.turn_ms_for(of, entry.replies, on_behalf) + entry.extra_ms;
                let was_ms = std::mem::replace(&mut entry.request.turn_ms, turn_ms);
                if was_ms != turn_ms {
                    entry.retimed = Some(Retimed { was_ms, at_ms });
                }
            }
        }
    }

    /// Follows the floor: the request that was given it leaves the queue.
    pub(in crate::meeting) fn begin(&mut self, id: &RequestId, at_ms: Moment) {
        self.change(id, RequestState::OnFloor, at_ms);
        self.leave_queue(id);
        self.with_list_of(id, |list| list.heard.push(id.clone()));
    }

    /// Follows the floor: the request that has it halts or goes on.
    pub(in crate::meeting) fn halt(&mut self, id: &RequestId, halted: bool, at_ms: Moment) {
        self.change(id, if halted { RequestState::Suspended } else { RequestState::OnFloor }, at_ms);
    }

    /// Follows the floor: the request that had it has been heard.
    pub(in crate::meeting) fn finish(
        &mut self,
        id: &RequestId,
        spoken_ms: Millis,
        spoken_by: Option<PersonId>,
        at_ms: Moment,
    ) {
        self.change(id, RequestState::Finished, at_ms);
        self.remember_end(id);
        if let Some(entry) = self.requests.get_mut(id) {
            (entry.spoken_ms, entry.spoken_by) = (spoken_ms, spoken_by);
        }
    }

    /// How a request stands.
    pub(in crate::meeting) fn keep(&self, id: &RequestId) -> Option<RequestBefore> {
        let entry = self.request(id)?.clone();
        let ended = self.list(&entry.request.list)?.ended.get(&entry.request.delegation).cloned();
        Some(RequestBefore { place: self.place(id), entry, ended })
    }

    /// Puts a request back to where it stood; the queue may have grown or shrunk since.
    pub(in crate::meeting) fn put_back(&mut self, kept: &RequestBefore) {
        let RequestBefore { entry, place, ended } = kept;
        let (id, delegation) = (entry.request.id.clone(), entry.request.delegation.clone());
        self.requests.insert(id.clone(), entry.clone());
        let ended = ended.as_ref().filter(|id| self.request(id).is_some()).cloned();
        let was_given =
            matches!(entry.state, RequestState::OnFloor | RequestState::Suspended | RequestState::Finished);
        self.with_list_of(&id, |list| {
            list.queue.retain(|waiting| *waiting != id);
            if let Some(place) = place {
                let at = usize::from(*place).saturating_sub(1).min(list.queue.len());
                list.queue.insert(at, id.clone());
            }
            if !was_given {
                list.heard.take_back(&id);
            }
            list.written.take_back(&id);
            match ended {
                Some(ended) => list.ended.insert(delegation, ended),
                None => list.ended.remove(&delegation),
            };
            list.version += 1;
        });
    }

    /// Whether a list is open, and what is said of it.
    pub(in crate::meeting) fn openness(&self, id: &ListId) -> Option<Openness> {
        let list = self.list(id)?;
        let (closed_at_ms, reopened_at_ms) = (list.closed_at_ms, list.reopened_at_ms);
        let debate_ended = list.debate_ended;
        Some(Openness { list: id.clone(), open: list.open, closed_at_ms, reopened_at_ms, debate_ended })
    }

    /// A list is open or closed as it was.
    pub(in crate::meeting) fn put_back_openness(&mut self, was: &Openness) {
        if let Some(list) = self.lists.get_mut(&was.list) {
            list.open = was.open;
            (list.closed_at_ms, list.reopened_at_ms) = (was.closed_at_ms, was.reopened_at_ms);
            list.debate_ended = was.debate_ended;
        }
    }

    /// Those who still wait stand in the order in which they did; whoever came since stays behind them.
    pub(in crate::meeting) fn put_back_order(&mut self, id: &ListId, queue: &[RequestId]) {
        if let Some(list) = self.lists.get_mut(id) {
            let place = |id: &RequestId| queue.iter().position(|waited| waited == id);
            list.queue.sort_by_cached_key(|id| place(id).unwrap_or(usize::MAX));
            list.version += 1;
        }
    }

    /// A list that closed with the session is open again.
    pub(in crate::meeting) fn reopen(&mut self, id: &ListId, at_ms: Moment) {
        self.set_open(id, true, at_ms);
    }

    fn set_open(&mut self, id: &ListId, open: bool, at_ms: Moment) {
        let Some(list) = self.lists.get_mut(id).filter(|list| list.open != open) else { return };
        list.open = open;
        if open {
            list.reopened_at_ms = list.closed_at_ms.map(|_| at_ms);
            list.debate_ended = None;
        } else {
            (list.closed_at_ms, list.reopened_at_ms) = (Some(at_ms), None);
        }
    }

    fn end_debate(&mut self, id: &ListId, how: DebateEnd) {
        if let Some(list) = self.lists.get_mut(id) {
            list.debate_ended = Some(how);
        }
    }

    fn add(&mut self, request: &Request, at_ms: Moment) {
        let list = self.list(&request.list);
        let replies = list.map_or(0, |list| self.replies(list, &request.delegation));
        self.insert(Entry { replies, ..Entry::made(request, at_ms) });
        self.with_list_of(&request.id, |list| {
            list.queue.push(request.id.clone());
            list.version += 1;
        });
    }

    /// A request comes, with the next number.
    pub(super) fn insert(&mut self, entry: Entry) {
        let (id, delegation) = (entry.request.id.clone(), entry.request.delegation.clone());
        let entry = Entry { number: self.asked, ..entry };
        self.asked += 1;
        // One that went on from here and comes back counts already.
        if self.requests.insert(id, entry).is_none() {
            *self.shares.entry(delegation).or_default() += 1;
        }
    }

    fn change(&mut self, id: &RequestId, state: RequestState, at_ms: Moment) {
        if let Some(entry) = self.requests.get_mut(id) {
            (entry.state, entry.since_ms) = (state, at_ms);
        }
    }

    fn end(&mut self, id: &RequestId, state: RequestState, at_ms: Moment) {
        self.change(id, state, at_ms);
        self.leave_queue(id);
        self.remember_end(id);
    }

    /// A request that was taken back leaves the others, so that nobody fills the session by asking and taking back.
    pub(in crate::meeting) fn put_away(&mut self, id: &RequestId) {
        let Some(entry) = self.requests.remove(id) else { return };
        let Request { list, delegation, .. } = &entry.request;
        if let Some(count) = self.shares.get_mut(delegation) {
            *count = count.saturating_sub(1);
        }
        let earlier = self.last_taken_back.insert((list.clone(), delegation.clone()), id.clone());
        if let Some(earlier) = earlier {
            self.taken_back.remove(&earlier);
        }
        self.taken_back.insert(id.clone(), entry);
    }

    /// Whether the count of each delegation's requests is that of a recount, and what was taken back is over.
    pub(in crate::meeting) fn is_counted(&self) -> bool {
        let mut counted: BTreeMap<&DelegationId, u32> = BTreeMap::new();
        self.requests.values().for_each(|entry| *counted.entry(&entry.request.delegation).or_default() += 1);
        let held = self.shares.iter().filter(|(_, count)| **count > 0);
        let over = |entry: &Entry| matches!(entry.state, RequestState::Withdrawn | RequestState::Lapsed);
        held.eq(counted.iter().map(|(delegation, count)| (*delegation, count)))
            && self.taken_back.values().all(over)
            && self.taken_back.len() == self.last_taken_back.len()
    }

    /// Whether each list remembers those that were filed in writing, and nobody else.
    pub(in crate::meeting) fn are_written(&self) -> bool {
        let is_written = |entry: &&Entry| entry.state == RequestState::ToWritten;
        let written = self.requests.values().filter(is_written).count();
        let remembered: Vec<&RequestId> = self.lists.values().flat_map(|list| list.written.iter()).collect();
        let known = remembered.iter().filter_map(|id| self.request(id)).filter(is_written);
        remembered.len() == written && known.count() == written
    }

    fn leave_queue(&mut self, id: &RequestId) {
        self.with_list_of(id, |list| {
            list.queue.retain(|waiting| waiting != id);
            list.version += 1;
        });
    }

    fn remember_end(&mut self, id: &RequestId) {
        let delegation = self.requests.get(id).map(|entry| entry.request.delegation.clone());
        if let Some(delegation) = delegation {
            self.with_list_of(id, |list| {
                list.ended.insert(delegation, id.clone());
            });
        }
    }

    fn reorder(&mut self, id: &RequestId, index: usize) {
        self.with_list_of(id, |list| {
            list.queue.retain(|waiting| waiting != id);
            list.queue.insert(index.min(list.queue.len()), id.clone());
            list.version += 1;
        });
    }

    pub(super) fn with_list_of(&mut self, id: &RequestId, change: impl FnOnce(&mut List)) {
        let list = self.request(id).map(|entry| entry.request.list.clone());
        if let Some(list) = list.and_then(|list| self.lists.get_mut(&list)) {
            change(list);
        }
    }
}
