//! Where every list and every request stands.

use std::collections::BTreeMap;

use super::{Event, ListPlan, Request, RequestState};
use crate::meeting::command::Actor;
use crate::meeting::ids::{DelegationId, ListId, Millis, Moment, RequestId};

/// A list of speakers as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// As planned.
    pub plan: ListPlan,
    /// Whether it takes requests from delegations.
    pub open: bool,
    /// Requests waiting, in the order in which they will be heard.
    pub queue: Vec<RequestId>,
    /// Requests heard, in the order in which they began.
    pub heard: imbl::Vector<RequestId>,
    /// The request of each delegation that came to its end last, however it ended.
    pub ended: imbl::OrdMap<DelegationId, RequestId>,
    /// Grows with every change of the queue; a move made against an older one is refused.
    pub version: u32,
    /// Moves by hand, the newest last.
    pub moves: imbl::Vector<Move>,
}

/// A move by hand, for the log of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Which request.
    pub request: RequestId,
    /// Place it had, 1 for the head.
    pub from_place: u16,
    /// Place it was given.
    pub to_place: u16,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: Actor,
    /// When.
    pub at_ms: Moment,
}

/// A request as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As made.
    pub request: Request,
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
}

/// How a request stood before an act, so that the act can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
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
    /// Requests by id.
    pub requests: imbl::OrdMap<RequestId, Entry>,
}

impl State {
    /// The request, if there is one.
    pub fn request(&self, id: &RequestId) -> Option<&Entry> {
        self.requests.get(id)
    }

    /// The list, if there is one.
    pub fn list(&self, id: &ListId) -> Option<&List> {
        self.lists.get(id)
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
    /// requests belong to it, so that none is lost.
    pub(in crate::meeting) fn plan(&mut self, plans: &[ListPlan]) {
        let planned = |id: &ListId| plans.iter().any(|plan| plan.id == *id);
        let used = |id: &ListId| self.requests.values().any(|entry| entry.request.list == *id);
        let kept: Vec<ListId> = self.order.iter().filter(|id| !planned(id) && used(id)).cloned().collect();
        self.lists.retain(|id, _| planned(id) || kept.contains(id));
        for plan in plans {
            let fresh = || List {
                plan: plan.clone(),
                open: false,
                queue: Vec::new(),
                heard: imbl::Vector::new(),
                ended: imbl::OrdMap::new(),
                version: 0,
                moves: imbl::Vector::new(),
            };
            self.lists.entry(plan.id.clone()).or_insert_with(fresh).plan = plan.clone();
        }
        self.order = plans.iter().map(|plan| plan.id.clone()).chain(kept).collect();
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment, actor: &Actor) {
        match event {
            Event::ListOpened { list } => self.set_open(list, true),
            Event::ListClosed { list } => self.set_open(list, false),
            Event::FloorRequested { request } => self.add(request, at_ms),
            Event::RequestQueued { request } => self.change(request, RequestState::Queued, at_ms),
            Event::RequestCalled { request } => self.change(request, RequestState::Called, at_ms),
            Event::RequestWithdrawn { request } => self.end(request, RequestState::Withdrawn, at_ms),
            Event::RequestLapsed { request } => self.end(request, RequestState::Lapsed, at_ms),
            Event::RequestSentToWritten { request } => self.end(request, RequestState::ToWritten, at_ms),
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
                let (from_place, to_place, reason) = (*from_place, *to_place, reason.clone());
                let moved =
                    Move { request: request.clone(), from_place, to_place, reason, by: actor.clone(), at_ms };
                self.with_list_of(request, |list| list.moves.push_back(moved));
            }
        }
    }

    /// Follows the floor: the request that was given it leaves the queue.
    pub(in crate::meeting) fn begin(&mut self, id: &RequestId, at_ms: Moment) {
        self.change(id, RequestState::OnFloor, at_ms);
        self.leave_queue(id);
        self.with_list_of(id, |list| list.heard.push_back(id.clone()));
    }

    /// Follows the floor: the request that has it halts or goes on.
    pub(in crate::meeting) fn halt(&mut self, id: &RequestId, halted: bool, at_ms: Moment) {
        self.change(id, if halted { RequestState::Suspended } else { RequestState::OnFloor }, at_ms);
    }

    /// Follows the floor: the request that had it has been heard.
    pub(in crate::meeting) fn finish(&mut self, id: &RequestId, spoken_ms: Millis, at_ms: Moment) {
        self.change(id, RequestState::Finished, at_ms);
        self.remember_end(id);
        if let Some(entry) = self.requests.get_mut(id) {
            entry.spoken_ms = spoken_ms;
        }
    }

    /// How a request stands.
    pub(in crate::meeting) fn keep(&self, id: &RequestId) -> Option<Kept> {
        let entry = self.request(id)?.clone();
        let ended = self.list(&entry.request.list)?.ended.get(&entry.request.delegation).cloned();
        Some(Kept { place: self.place(id), entry, ended })
    }

    /// Puts a request back to where it stood; the queue may have grown or shrunk since.
    pub(in crate::meeting) fn put_back(&mut self, kept: &Kept) {
        let Kept { entry, place, ended } = kept;
        let (id, delegation) = (entry.request.id.clone(), entry.request.delegation.clone());
        self.requests.insert(id.clone(), entry.clone());
        let was_given =
            matches!(entry.state, RequestState::OnFloor | RequestState::Suspended | RequestState::Finished);
        self.with_list_of(&id, |list| {
            list.queue.retain(|waiting| *waiting != id);
            if let Some(place) = place {
                let at = usize::from(*place).saturating_sub(1).min(list.queue.len());
                list.queue.insert(at, id.clone());
            }
            if !was_given {
                list.heard.retain(|heard| *heard != id);
            }
            match ended {
                Some(ended) => list.ended.insert(delegation, ended.clone()),
                None => list.ended.remove(&delegation),
            };
            list.version += 1;
        });
    }

    pub(in crate::meeting) fn set_open(&mut self, id: &ListId, open: bool) {
        if let Some(list) = self.lists.get_mut(id) {
            list.open = open;
        }
    }

    fn add(&mut self, request: &Request, at_ms: Moment) {
        let state = if request.inscribed { RequestState::Inscribed } else { RequestState::Queued };
        let (made_at_ms, request) = (at_ms, request.clone());
        let id = request.id.clone();
        let entry =
            Entry { request, state, since_ms: at_ms, made_at_ms, reason: String::new(), spoken_ms: 0 };
        self.requests.insert(id.clone(), entry);
        self.with_list_of(&id, |list| {
            list.queue.push(id.clone());
            list.version += 1;
        });
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

    fn with_list_of(&mut self, id: &RequestId, change: impl FnOnce(&mut List)) {
        let list = self.requests.get(id).map(|entry| entry.request.list.clone());
        if let Some(list) = list.and_then(|list| self.lists.get_mut(&list)) {
            change(list);
        }
    }
}
