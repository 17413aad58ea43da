//! Agenda items that go on over several sittings, and their lists of speakers. Such a list is in one place at a time, like
//! a folder: a sitting lays it down with what is in it, and it is handed on to the next. While no sitting can have it, the
//! conference keeps it; closing the item ends it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::plan::{AgendaItem, ConferencePlan, SessionEntry};
use super::{Conference, access, event};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::{Folder, Whereabouts};
use crate::meeting::refusal::{Field, Refusal};
use crate::terms::ids::{AgendaItemId, ListId, PersonId, SessionId};

/// What a participant may ask of agenda items and their lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "AgendaCommand"), schemars(rename = "AgendaCommand"))]
pub enum Command {
    /// Hand the list of an agenda item on to another sitting of the item. A sitting that has it lays it down.
    HandOnList {
        /// Which list.
        list: ListId,
        /// To which session.
        session: SessionId,
    },
    /// Close an agenda item: those who still wait on its lists lapse, and the lists end.
    CloseAgendaItem {
        /// Which item.
        item: AgendaItemId,
    },
}

/// What happened to an agenda item or its lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A list is to go on to another sitting: the one that has it is to lay it down.
    ListCalledFor {
        /// Which list.
        list: ListId,
        /// To which session it is to go.
        to: SessionId,
    },
    /// A sitting laid a list down.
    ListTaken {
        /// Which list.
        list: ListId,
        /// Which session laid it down.
        from: SessionId,
        /// How many lists that session had laid down with it, from 1.
        number: u32,
        /// What is in it.
        folder: Box<Folder>,
        /// Which session takes it up; none where none can, and the conference keeps it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<SessionId>,
    },
    /// A list that the conference kept goes to a sitting.
    ListHandedOn {
        /// Which list.
        list: ListId,
        /// Which session takes it up.
        to: SessionId,
    },
    /// An agenda item was closed.
    AgendaItemClosed {
        /// Which item.
        item: AgendaItemId,
    },
}

/// A list as a sitting has laid it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidDown {
    /// Which session.
    pub session: SessionId,
    /// How many lists it had laid down with it, from 1.
    pub number: u32,
    /// Which list.
    pub list: ListId,
    /// What is in it.
    pub folder: Arc<Folder>,
}

/// Where the lists of agenda items are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    lists: imbl::OrdMap<ListId, Standing>,
    /// How many lists each session has laid down.
    laid_down: imbl::OrdMap<SessionId, u32>,
    /// Items that were closed.
    closed: imbl::OrdSet<AgendaItemId>,
}

/// Where the list of an agenda item is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The session that has it; none while the conference keeps it.
    pub at: Option<SessionId>,
    /// The session that it is to go to once it is laid down.
    pub called_for: Option<SessionId>,
    /// What was in it when it was laid down last.
    pub folder: Option<Arc<Folder>>,
}

impl State {
    /// Where a list is; none where it is of no agenda item.
    pub fn list(&self, list: &ListId) -> Option<&Standing> {
        self.lists.get(list)
    }

    /// How many lists a session has laid down.
    pub fn laid_down_by(&self, session: &SessionId) -> u32 {
        self.laid_down.get(session).copied().unwrap_or(0)
    }

    /// Whether an item was closed.
    pub fn is_closed(&self, item: &AgendaItemId) -> bool {
        self.closed.contains(item)
    }

    fn change(&mut self, list: &ListId, change: impl FnOnce(&mut Standing)) {
        if let Some(standing) = self.lists.get_mut(list) {
            change(standing);
        }
    }
}

impl ConferencePlan {
    /// The agenda item that a list is of.
    pub fn item_of(&self, list: &ListId) -> Option<&AgendaItem> {
        self.agenda_items.iter().find(|item| item.lists.contains(list))
    }

    /// The sessions that have a list, by their beginning: the sittings of its item.
    pub fn sittings_of<'a>(&'a self, list: &'a ListId) -> impl Iterator<Item = &'a SessionEntry> {
        self.sessions.iter().filter(|entry| entry.lists.contains(list))
    }
}

impl Conference {
    /// Where a list of an agenda item is, for a session that has it; none where it is of no item.
    pub(super) fn whereabouts(&self, list: &ListId, session: &SessionId) -> Option<Whereabouts> {
        let item = self.live.as_deref()?.item_of(list)?;
        if self.lists.is_closed(&item.id) {
            return Some(Whereabouts::ItemClosed);
        }
        Some(match &self.lists.list(list)?.at {
            Some(at) if at == session => Whereabouts::Here,
            Some(at) => Whereabouts::Sitting { session: at.clone() },
            None => Whereabouts::Conference,
        })
    }

    /// Whether what a sitting laid down has yet to be taken. The list of an item that is closed meanwhile goes nowhere.
    pub fn awaits(&self, laid_down: &LaidDown) -> bool {
        let item = self.live.as_deref().and_then(|plan| plan.item_of(&laid_down.list));
        laid_down.number > self.lists.laid_down_by(&laid_down.session)
            && item.is_some_and(|item| !self.lists.is_closed(&item.id))
    }

    /// The sitting that takes a list up next: the first by its beginning that is neither over nor cancelled.
    fn next_sitting(&self, list: &ListId, but: Option<&SessionId>) -> Option<SessionId> {
        let mut sittings = self.live.as_deref()?.sittings_of(list).map(|entry| &entry.plan.id);
        sittings.find(|session| Some(*session) != but && self.programme.session(session).may_sit()).cloned()
    }

    pub(super) fn evolve_lists(&mut self, event: &Event) {
        match event {
            Event::ListCalledFor { list, to } => {
                self.lists.change(list, |standing| standing.called_for = Some(to.clone()));
            }
            Event::ListTaken { list, from, number, folder, to } => {
                self.lists.laid_down.insert(from.clone(), *number);
                self.lists.change(list, |standing| {
                    *standing = Standing {
                        at: to.clone(),
                        called_for: None,
                        folder: Some(Arc::new((**folder).clone())),
                    };
                });
            }
            Event::ListHandedOn { list, to } => {
                self.lists.change(list, |standing| {
                    (standing.at, standing.called_for) = (Some(to.clone()), None);
                });
            }
            Event::AgendaItemClosed { item } => {
                self.lists.closed.insert(item.clone());
                let lists = self.live.iter().flat_map(|plan| &plan.agenda_items);
                let lists: Vec<ListId> =
                    lists.filter(|known| known.id == *item).flat_map(|item| item.lists.clone()).collect();
                lists.iter().for_each(|list| self.lists.change(list, |at| *at = Standing::default()));
            }
        }
    }

    /// Follows the plan: a list that came to be an item's is in the first of its sittings that can have it, and one that is an
    /// item's no longer is nowhere.
    pub(super) fn plan_lists(&mut self) {
        let Some(plan) = self.live.clone() else { return };
        let planned: Vec<&ListId> = plan.agenda_items.iter().flat_map(|item| &item.lists).collect();
        let gone: Vec<ListId> =
            self.lists.lists.keys().filter(|list| !planned.contains(list)).cloned().collect();
        gone.iter().for_each(|list| drop(self.lists.lists.remove(list)));
        for list in planned {
            if !self.lists.lists.contains_key(list) {
                let at = self.next_sitting(list, None);
                self.lists.lists.insert(list.clone(), Standing { at, ..Standing::default() });
            }
        }
    }
}

/// A sitting has laid a list down, and it goes to the next.
pub(super) fn take(conference: &Conference, laid_down: &LaidDown) -> Vec<event::Event> {
    let LaidDown { session, number, list, folder } = laid_down;
    let Some(standing) = conference.lists.list(list).filter(|_| conference.awaits(laid_down)) else {
        return Vec::new();
    };
    // What a sitting gives up that the conference has elsewhere is added there.
    let elsewhere = standing.at.as_ref().filter(|at| *at != session);
    let called_for = standing.called_for.as_ref().filter(|to| conference.programme.session(to).may_sit());
    let to = elsewhere.or(called_for).cloned().or_else(|| conference.next_sitting(list, Some(session)));
    let taken = Event::ListTaken {
        list: list.clone(),
        from: session.clone(),
        number: *number,
        folder: Box::new((**folder).clone()),
        to,
    };
    vec![event::Event::Lists(taken)]
}

/// What follows for the lists from what was decided: one that the conference keeps goes to a sitting that can have it, and
/// one that is in a sitting which does not take place is called for.
pub(super) fn following(after: &Conference) -> Vec<event::Event> {
    let items = after.live.iter().flat_map(|plan| &plan.agenda_items);
    let lists = items.filter(|item| !after.lists.is_closed(&item.id)).flat_map(|item| &item.lists);
    let event = |list: &ListId| {
        let standing = after.lists.list(list)?;
        let to = after.next_sitting(list, standing.at.as_ref())?;
        let list = list.clone();
        match &standing.at {
            None => Some(Event::ListHandedOn { list, to }),
            Some(at) if !after.sessions().any(|known| known == at) => Some(Event::ListHandedOn { list, to }),
            Some(at) if standing.called_for.is_none() && after.programme.session(at).cancelled => {
                Some(Event::ListCalledFor { list, to })
            }
            Some(_) => None,
        }
    };
    lists.filter_map(event).map(event::Event::Lists).collect()
}

pub(super) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let plan = conference.live.as_deref().ok_or(Refusal::NotInSession {})?;
    let event = match command {
        Command::HandOnList { list, session } => {
            let item = plan.item_of(list).ok_or(Refusal::Unknown { field: Field::List })?;
            require_all(conference, actor, item)?;
            if conference.lists.is_closed(&item.id) {
                return Err(Refusal::AgendaItemClosed {});
            }
            if !plan.sittings_of(list).any(|entry| entry.plan.id == *session) {
                return Err(Refusal::Unknown { field: Field::Session });
            }
            hand_on(conference, list, session)?
        }
        Command::CloseAgendaItem { item } => {
            let item = plan.agenda_items.iter().find(|known| known.id == *item);
            let item = item.ok_or(Refusal::Unknown { field: Field::Item })?;
            require_all(conference, actor, item)?;
            let open = !conference.lists.is_closed(&item.id);
            open.then(|| Event::AgendaItemClosed { item: item.id.clone() })
        }
    };
    Ok(event.into_iter().map(event::Event::Lists).collect())
}

/// An item is of several sittings: whoever serves all of them decides on it.
fn require_all(conference: &Conference, actor: &PersonId, item: &AgendaItem) -> Result<(), Refusal> {
    let plan = conference.live.as_deref().ok_or(Refusal::NotInSession {})?;
    let sittings = item.lists.iter().flat_map(|list| plan.sittings_of(list)).map(|entry| &entry.plan.id);
    if access::serves_each(conference, actor, sittings) { Ok(()) } else { Err(Refusal::NotAllowed {}) }
}

fn hand_on(conference: &Conference, list: &ListId, to: &SessionId) -> Result<Option<Event>, Refusal> {
    let standing = conference.lists.list(list).cloned().unwrap_or_default();
    let there = standing.at.as_ref() == Some(to) && standing.called_for.is_none();
    if there || standing.called_for.as_ref() == Some(to) {
        return Ok(None);
    }
    let sitting = conference.programme.session(to);
    if sitting.cancelled {
        return Err(Refusal::SessionCancelled {});
    }
    if sitting.phase == Phase::Closed {
        return Err(Refusal::WrongPhase { phase: sitting.phase });
    }
    let (list, to) = (list.clone(), to.clone());
    Ok(Some(match standing.at {
        Some(_) => Event::ListCalledFor { list, to },
        None => Event::ListHandedOn { list, to },
    }))
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let plan = conference.live.as_deref()?;
    let mut planned: Vec<&ListId> = plan.agenda_items.iter().flat_map(|item| &item.lists).collect();
    planned.sort();
    if !conference.lists.lists.keys().eq(planned) {
        return Some("the lists that are somewhere are not those of the agenda items".to_owned());
    }
    let closed = |list: &ListId| plan.item_of(list).is_some_and(|item| conference.lists.is_closed(&item.id));
    let kept = conference.lists.lists.iter().filter(|(list, _)| closed(list));
    let mut held = kept.filter(|(_, standing)| **standing != Standing::default());
    held.next().map(|(list, _)| format!("the list {list} of an item that is closed is somewhere"))
}
