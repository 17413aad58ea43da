//! The list of an agenda item that goes on over several sittings. It is in one place at a time, like a folder: a sitting
//! lays it down with all that is in it, and the conference hands it on to the next.
//!
//! What lies in the folder: who waits, in order, with what they asked; and what was delivered, so that replies are counted
//! over all sittings and may name a statement of an earlier one. Texts do not lie in it, for they are long: the sitting
//! that takes the list up reads them from the log of the one that laid it down (`texts`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::state::{List, Retimed, State, Times, Window};
use super::{DebateEnd, Entry, Event, ListKind, Request, RequestState};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::Refusal;
use crate::meeting::{Meeting, event};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{ID_BYTES_MAX, ListId, Millis, Moment, PersonId, RequestId, SessionId};
use crate::terms::limits;

/// Where the list of an agenda item is, as one sitting of the item knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Whereabouts {
    /// In this sitting.
    Here,
    /// This sitting has laid it down, and the conference has yet to say where it goes.
    OnItsWay,
    /// In another sitting of the item.
    Sitting {
        /// Which session.
        session: SessionId,
    },
    /// With the conference, until another sitting of the item is held.
    Conference,
    /// Nowhere: the item is closed.
    ItemClosed,
}

/// What a sitting lays down with a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Folder {
    /// Whether the list took requests from delegations.
    pub open: bool,
    /// Who waits, in the order in which they will be heard.
    pub waiting: Vec<Waiting>,
    /// What was delivered, in the order in which it was: the newest, at most
    /// [`limits::DELIVERED_CARRIED`].
    pub delivered: Vec<Delivered>,
    /// Speaking times as the desk has changed them.
    pub times: Times,
    /// What its inscription window has brought.
    pub window: Window,
    /// When it was declared closed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at_ms: Option<Moment>,
    /// When it was opened again after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened_at_ms: Option<Moment>,
    /// How its debate was ended by a motion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debate_ended: Option<DebateEnd>,
}

/// A request that waits in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// As it stands. Its id is the same in every sitting that it comes to.
    pub request: Request,
    /// Who was to speak at first, where another is to now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<PersonId>,
    /// What its time was before the desk changed it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retimed: Option<Retimed>,
    /// Time it has besides what others have.
    pub extra_ms: Millis,
    /// How many replies its delegation had on the list when it was made.
    pub replies: usize,
    /// When it was made.
    pub made_at_ms: Moment,
    /// Its pre-recorded statement, with the moment it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prerecorded: Option<(Moment, Prerecorded)>,
    /// The session in whose log its texts are to be read; none where it has no texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts_at: Option<SessionId>,
}

/// A statement that was made, or filed in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The request for it. Its id is the same in every sitting that it comes to.
    pub request: Request,
    /// The sitting in which it was delivered.
    pub sitting: SessionId,
    /// Whether it was filed in writing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_writing: bool,
    /// When.
    pub at_ms: Moment,
    /// Time it took.
    pub spoken_ms: Millis,
    /// Who spoke at the end of it, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_by: Option<PersonId>,
}

/// A list that the sitting has laid down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidDown {
    /// How many lists the sitting had laid down with it, from 1: what is reported twice is taken once.
    pub number: u32,
    /// Which list.
    pub list: ListId,
    /// What lies in it.
    pub folder: Arc<Folder>,
}

/// What the conference tells a sitting of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The sitting takes it up, with what is in it.
    Received {
        /// Which list.
        list: ListId,
        /// What is in it.
        folder: Arc<Folder>,
        /// How many lists of this sitting the conference has taken.
        taken: u32,
    },
    /// Another sitting is to have it: this one lays it down.
    CalledFor {
        /// Which list.
        list: ListId,
    },
    /// It is where this sitting is not.
    Placed {
        /// Which list.
        list: ListId,
        /// Where.
        place: Whereabouts,
        /// How many lists of this sitting the conference has taken.
        taken: u32,
    },
    /// The agenda item is closed: those who still wait lapse.
    ItemClosed {
        /// The lists of the item.
        lists: Vec<ListId>,
    },
}

/// The id of a request in all sittings that it comes to. Of a session's id the end is taken where the whole is too long.
fn carried_id(session: &SessionId, own: &RequestId) -> RequestId {
    let room = ID_BYTES_MAX.saturating_sub(own.as_str().len() + 1);
    let session = session.as_str();
    let from = session.len().saturating_sub(room);
    RequestId::belonging(&format!("{}_", session.get(from..).unwrap_or_default()), own.as_str())
}

impl Meeting {
    /// The id that a request of this sitting has elsewhere.
    pub(in crate::meeting) fn carried_id(&self, entry: &Entry) -> RequestId {
        let own = &entry.request.id;
        match &self.charter {
            Some(charter) if !entry.carried_over => carried_id(&charter.session.id, own),
            Some(_) | None => own.clone(),
        }
    }

    /// What a list holds, as it is laid down at a moment. Whoever speaks then ends here; elsewhere they have spoken so far.
    pub(in crate::meeting) fn folder(&self, list: &List, at_ms: Moment) -> Option<Folder> {
        let here = &self.charter.as_ref()?.session.id;
        let entries = |ids: Vec<&RequestId>| {
            let known = ids.into_iter().filter_map(|id| self.speakers.request(id));
            known.cloned().collect::<Vec<Entry>>()
        };
        let as_carried = |entry: &Entry| {
            let reply_to = entry.request.reply_to.as_ref();
            let replied = reply_to.map(|id| match self.speakers.request(id) {
                Some(statement) => self.carried_id(statement),
                None => id.clone(),
            });
            Request { id: self.carried_id(entry), reply_to: replied, ..entry.request.clone() }
        };
        let waiting = |entry: Entry| Waiting {
            request: as_carried(&entry),
            prerecorded: self.prerecorded.of(&entry.request.id).cloned(),
            texts_at: self.speakers.texts_awaited.get(&entry.request.id).cloned().or_else(|| {
                let given = !self.texts.of(&entry.request.id).is_empty();
                given.then(|| here.clone())
            }),
            instead_of: entry.instead_of,
            retimed: entry.retimed,
            extra_ms: entry.extra_ms,
            replies: entry.replies,
            made_at_ms: entry.made_at_ms,
        };
        let delivered = |entry: Entry| {
            let turn = self.floor.current.as_ref().filter(|current| current.turn.request == entry.request.id);
            let so_far = turn.map(|current| (current.clock.spoken_ms(at_ms), current.turn.speaker.clone()));
            let (spoken_ms, spoken_by) = so_far.unwrap_or((entry.spoken_ms, entry.spoken_by.clone()));
            Delivered {
                request: as_carried(&entry),
                sitting: entry.sitting.clone().unwrap_or_else(|| here.clone()),
                in_writing: entry.state == RequestState::ToWritten,
                at_ms: entry.since_ms,
                spoken_ms,
                spoken_by,
            }
        };
        let over = list.heard.iter().chain(list.written.iter()).collect();
        let mut over: Vec<Delivered> = entries(over).into_iter().map(delivered).collect();
        over.sort_by_key(|delivered| delivered.at_ms);
        let left_out = over.len().saturating_sub(limits::DELIVERED_CARRIED);
        Some(Folder {
            open: list.open,
            waiting: entries(list.queue.iter().collect()).into_iter().map(waiting).collect(),
            delivered: over.split_off(left_out),
            times: list.times.clone(),
            window: list.window.clone(),
            closed_at_ms: list.closed_at_ms,
            reopened_at_ms: list.reopened_at_ms,
            debate_ended: list.debate_ended,
        })
    }
}

impl State {
    /// The lists of agenda items that are here, in the order of the charter.
    pub(in crate::meeting) fn item_lists_here(&self) -> impl DoubleEndedIterator<Item = &ListId> {
        let lists = self.order.iter().filter_map(|id| self.list(id));
        lists.filter(|list| list.whereabouts == Some(Whereabouts::Here)).map(|list| &list.plan.id)
    }

    /// The list goes, with those who wait on it.
    pub(in crate::meeting) fn lay_down(&mut self, id: &ListId, folder: Folder, at_ms: Moment) {
        let Some(list) = self.lists.get_mut(id) else { return };
        let gone = std::mem::take(&mut list.queue);
        list.version += 1;
        (list.open, list.proposal) = (false, None);
        list.whereabouts = Some(Whereabouts::OnItsWay);
        for request in gone {
            let Some(entry) = self.requests.get_mut(&request) else { continue };
            (entry.state, entry.since_ms) = (RequestState::CarriedOver, at_ms);
            let delegation = entry.request.delegation.clone();
            list.ended.insert(delegation, request.clone());
            self.texts_awaited.remove(&request);
        }
        self.times_laid_down += 1;
        let laid_down = LaidDown { number: self.times_laid_down, list: id.clone(), folder: Arc::new(folder) };
        self.laid_down.push_back(laid_down);
    }

    /// The list comes, with those who wait on it: behind whoever waits here already.
    pub(in crate::meeting) fn receive(&mut self, id: &ListId, folder: &Folder, taken: u32, at_ms: Moment) {
        self.laid_down.retain(|laid_down| laid_down.number > taken);
        if !self.lists.contains_key(id) {
            return;
        }
        for delivered in &folder.delivered {
            let request = &delivered.request;
            if !self.may_come(request) {
                continue;
            }
            let state = if delivered.in_writing { RequestState::ToWritten } else { RequestState::Finished };
            let entry = Entry {
                state,
                since_ms: delivered.at_ms,
                spoken_ms: delivered.spoken_ms,
                spoken_by: delivered.spoken_by.clone(),
                sitting: Some(delivered.sitting.clone()),
                ..Entry::made(request, delivered.at_ms)
            };
            self.come(entry);
            self.with_list_of(&request.id, |list| {
                if delivered.in_writing {
                    list.written.push(request.id.clone());
                } else {
                    list.heard.push(request.id.clone());
                    list.heard_elsewhere += 1;
                }
                list.ended.insert(request.delegation.clone(), request.id.clone());
            });
        }
        let mut waiting: Vec<&Waiting> = folder.waiting.iter().collect();
        waiting.retain(|waiting| self.may_come(&waiting.request));
        // They are numbered in the order in which they asked, and wait in that of the list.
        let mut asked = waiting.clone();
        asked.sort_by_key(|waiting| waiting.made_at_ms);
        for waiting in asked {
            let request = &waiting.request;
            let entry = Entry {
                instead_of: waiting.instead_of.clone(),
                retimed: waiting.retimed.clone(),
                extra_ms: waiting.extra_ms,
                replies: waiting.replies,
                since_ms: at_ms,
                ..Entry::made(request, waiting.made_at_ms)
            };
            self.come(entry);
            if let Some(session) = &waiting.texts_at {
                self.texts_awaited.insert(request.id.clone(), session.clone());
            }
        }
        let Some(list) = self.lists.get_mut(id) else { return };
        list.queue.extend(waiting.iter().map(|waiting| waiting.request.id.clone()));
        list.requests_max = list.requests_max.max(most_of_one(&waiting));
        list.version += 1;
        // What another sitting gave up joins the list where it is.
        if list.whereabouts.replace(Whereabouts::Here) == Some(Whereabouts::Here) {
            return;
        }
        list.open = folder.open;
        (list.times, list.window) = (folder.times.clone(), folder.window.clone());
        (list.closed_at_ms, list.reopened_at_ms) = (folder.closed_at_ms, folder.reopened_at_ms);
        list.debate_ended = folder.debate_ended;
    }

    /// The list is where this sitting is not. What was laid down of it has been taken.
    pub(in crate::meeting) fn place_elsewhere(&mut self, id: &ListId, place: &Whereabouts, taken: u32) {
        let ends = *place == Whereabouts::ItemClosed;
        self.laid_down.retain(|laid_down| laid_down.number > taken && !(ends && laid_down.list == *id));
        if let Some(list) = self.lists.get_mut(id) {
            list.whereabouts = Some(place.clone());
            list.version += 1;
        }
    }

    /// Whether a request comes: it was never here, or went on from here.
    fn may_come(&self, request: &Request) -> bool {
        let known = self.requests.get(&request.id);
        known.is_none_or(|entry| entry.state == RequestState::CarriedOver)
    }

    /// A request comes from another sitting. That it went on from here before is no end of it any more.
    fn come(&mut self, entry: Entry) {
        let (id, delegation) = (entry.request.id.clone(), entry.request.delegation.clone());
        self.insert(Entry { carried_over: true, ..entry });
        self.with_list_of(&id, |list| {
            if list.ended.get(&delegation) == Some(&id) {
                list.ended.remove(&delegation);
            }
        });
    }
}

/// How many requests the delegation has that has most of them.
fn most_of_one(waiting: &[&Waiting]) -> u16 {
    let mut counts = BTreeMap::new();
    for waiting in waiting {
        *counts.entry(&waiting.request.delegation).or_insert(0_u16) += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

/// The sitting takes in what the conference tells of a list.
pub(in crate::meeting) fn follow(meeting: &Meeting, change: &Change) -> Vec<event::Event> {
    let speakers = &meeting.speakers;
    let events = match change {
        Change::Received { list, folder, taken } => received(meeting, list, folder, *taken),
        Change::CalledFor { list } => {
            let here = speakers.list(list).is_some_and(|list| list.whereabouts == Some(Whereabouts::Here));
            here.then(|| Event::ListLaidDown { list: list.clone() }).into_iter().collect()
        }
        Change::Placed { list, place, taken } => {
            let known = speakers.list(list);
            let moves = known.is_some_and(|list| list.whereabouts.as_ref() != Some(place));
            let placed = || Event::ListPlaced { list: list.clone(), place: place.clone(), taken: *taken };
            moves.then(placed).into_iter().collect()
        }
        Change::ItemClosed { lists } => lists.iter().flat_map(|list| item_closed(meeting, list)).collect(),
    };
    events.into_iter().map(event::Event::Speakers).collect()
}

/// A session that is over holds no list, and one that is on its way is not held up: both lay it down again. What was delivered
/// in this sitting stands here already.
fn received(meeting: &Meeting, id: &ListId, folder: &Folder, taken: u32) -> Vec<Event> {
    let Some(list) = meeting.speakers.list(id) else { return Vec::new() };
    let over = list.heard.iter().chain(list.written.iter());
    let own = over.filter_map(|id| meeting.speakers.request(id)).filter(|entry| entry.sitting.is_none());
    let own: BTreeMap<RequestId, &RequestId> =
        own.map(|entry| (meeting.carried_id(entry), &entry.request.id)).collect();
    let inscribed = meeting.programme.phase == Phase::Scheduled;
    let mut folder = folder.clone();
    folder.delivered.retain(|delivered| !own.contains_key(&delivered.request.id));
    for request in folder.waiting.iter_mut().map(|waiting| &mut waiting.request) {
        request.inscribed = inscribed;
        request.reply_to = request.reply_to.take().map(|id| own.get(&id).map_or(id, |own| (*own).clone()));
    }
    let goes = meeting.programme.is_over()
        || meeting.speakers.laid_down.iter().any(|one| one.list == *id && one.number > taken);
    let received = Event::ListReceived { list: id.clone(), folder: Box::new(folder), taken };
    let again = goes.then(|| Event::ListLaidDown { list: id.clone() });
    std::iter::once(received).chain(again).collect()
}

fn item_closed(meeting: &Meeting, id: &ListId) -> Vec<Event> {
    let Some(list) = meeting.speakers.list(id) else { return Vec::new() };
    // From the last to the first, so that no place moves.
    let lapsed = list.queue.iter().rev().map(|request| Event::RequestLapsed { request: request.clone() });
    let closed = list.open.then(|| Event::ListClosed { list: id.clone() });
    let placed = Event::ListPlaced { list: id.clone(), place: Whereabouts::ItemClosed, taken: 0 };
    lapsed.chain(closed).chain([placed]).collect()
}

/// The lists that the conference has elsewhere and that are here as the session's own: those of an item that came to be
/// one of several sittings.
pub(in crate::meeting) fn given_up(
    meeting: &Meeting,
    item_lists: &BTreeMap<ListId, Whereabouts>,
) -> Vec<event::Event> {
    let own = |id: &&ListId| meeting.speakers.list(id).is_some_and(|list| list.whereabouts.is_none());
    let elsewhere = item_lists.iter().filter(|(_, place)| **place != Whereabouts::Here).map(|(id, _)| id);
    let laid_down = elsewhere.filter(own).map(|list| Event::ListLaidDown { list: list.clone() });
    laid_down.map(event::Event::Speakers).collect()
}

/// Refused where a list is not here.
pub(in crate::meeting) fn require_here(list: &List) -> Result<(), Refusal> {
    match &list.whereabouts {
        None | Some(Whereabouts::Here) => Ok(()),
        Some(Whereabouts::ItemClosed) => Err(Refusal::AgendaItemClosed {}),
        Some(Whereabouts::Sitting { session }) => {
            Err(Refusal::ListElsewhere { session: Some(session.clone()) })
        }
        Some(Whereabouts::OnItsWay | Whereabouts::Conference) => {
            Err(Refusal::ListElsewhere { session: None })
        }
    }
}

/// Whether what is not here is empty, and what is laid down is known by its number.
pub(in crate::meeting) fn broken_invariant(state: &State) -> Option<String> {
    let away = state.lists.values().filter(|list| !list.is_here());
    let idle = away.clone().all(|list| list.queue.is_empty() && !list.open && list.proposal.is_none());
    let motions = state.lists.values().filter(|list| list.plan.kind == ListKind::Motions);
    let numbers: BTreeSet<u32> = state.laid_down.iter().map(|laid_down| laid_down.number).collect();
    let numbered = numbers.len() == state.laid_down.len()
        && numbers.last().is_none_or(|last| *last <= state.times_laid_down);
    let awaited = state.texts_awaited.keys().all(|id| state.request(id).is_some());
    Meeting::first_broken(&[
        (idle, "a list that is elsewhere is open, or somebody waits on it"),
        (motions.clone().all(|list| list.whereabouts.is_none()), "the speakers on motions go elsewhere"),
        (numbered, "two lists were laid down under one number"),
        (awaited, "texts are awaited of a request that there is not"),
    ])
}
