//! Where the run sheet stands.

use std::sync::Arc;

use super::{Event, Item, Progress};
use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::meeting::clock::Clock;
use crate::meeting::procedure::programme::{self, Phase};
use crate::terms::ids::{ItemId, Millis, Moment, PersonId};
use crate::terms::limits;

/// An item as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub id: ItemId,
    /// What it says.
    pub plan: Item,
    /// What it has taken; none before it began. It runs while the item is under way and the meeting is not suspended.
    pub clock: Option<Clock>,
}

/// The sheet. Cloning is cheap: the items are shared until one changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Grows with every change; 0 while the sheet is as in the conference file.
    pub version: u32,
    /// The items in order.
    pub items: Arc<Vec<Entry>>,
    /// The one under way.
    pub current: Option<ItemId>,
    /// When the last item ended; none before one did.
    pub free_since_ms: Option<Moment>,
}

impl State {
    /// An item with its place, from 0.
    pub fn find(&self, id: &ItemId) -> Option<(usize, &Entry)> {
        self.items.iter().enumerate().find(|(_, entry)| entry.id == *id)
    }

    /// How far an item has come.
    pub fn progress(&self, entry: &Entry) -> Progress {
        if self.current.as_ref() == Some(&entry.id) {
            Progress::Current
        } else if entry.clock.is_some() {
            Progress::Done
        } else {
            Progress::Planned
        }
    }

    /// The item under way.
    pub fn current(&self) -> Option<&Entry> {
        self.find(self.current.as_ref()?).map(|(_, entry)| entry)
    }

    /// The item that is next: the first to come after the one under way, or after the last that is done; else the first
    /// to come at all.
    pub fn next(&self) -> Option<&Entry> {
        let to_come = |entry: &&Entry| self.progress(entry) == Progress::Planned;
        let under_way = self.current.as_ref().and_then(|id| self.find(id)).map(|(place, _)| place);
        let last = || self.items.iter().rposition(|entry| self.progress(entry) == Progress::Done);
        let after = under_way.or_else(last).map_or(0, |place| place + 1);
        self.items.iter().skip(after).find(to_come).or_else(|| self.items.iter().find(to_come))
    }

    /// Planned time of all that is to come.
    pub fn rest_ms(&self) -> Millis {
        let to_come = self.items.iter().filter(|entry| self.progress(entry) == Progress::Planned);
        to_come.map(|entry| entry.plan.planned_ms).sum()
    }

    /// Takes over the sheet of the conference file, unless the session's own was changed or begun.
    pub(in crate::meeting) fn plan(&mut self, charter: &Charter) {
        if self.version > 0 {
            return;
        }
        let planned = charter.session.run_sheet.iter().zip(1_u64..).map(|(item, number)| Entry {
            id: ItemId::numbered("planned-", number),
            plan: item.clone(),
            clock: None,
        });
        self.items = Arc::new(planned.collect());
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        self.version = self.version.saturating_add(1);
        match event {
            Event::ItemAdded { item, plan, place } => {
                let entry = Entry { id: item.clone(), plan: plan.clone(), clock: None };
                self.insert(*place, entry);
            }
            Event::ItemChanged { item, plan } => self.change(item, |entry| entry.plan = plan.clone()),
            Event::ItemMoved { item, place } => {
                if let Some(entry) = self.take(item) {
                    self.insert(*place, entry);
                }
            }
            Event::ItemRemoved { item } => {
                self.take(item);
            }
            Event::ItemStarted { item } => {
                self.change(item, |entry| match &mut entry.clock {
                    Some(clock) => clock.go_on(at_ms),
                    None => entry.clock = Some(Clock::started(entry.plan.planned_ms, at_ms)),
                });
                self.current = Some(item.clone());
            }
            Event::ItemFinished { .. } => self.end(at_ms),
        }
    }

    /// Follows the session: a suspended one halts the item under way, a closed one ends it.
    pub(in crate::meeting) fn follow_session(&mut self, event: &programme::Event, at_ms: Moment) {
        let Some(current) = self.current.clone() else { return };
        let change: fn(&mut Clock, Moment) = match event {
            programme::Event::SessionSuspended { .. } => Clock::halt,
            programme::Event::SessionResumed {} => Clock::go_on,
            programme::Event::SessionClosed { .. } | programme::Event::SessionAdjourned {} => {
                return self.end(at_ms);
            }
            programme::Event::SessionConvened { .. }
            | programme::Event::SessionReopened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {} => return,
        };
        self.change(&current, |entry| {
            if let Some(clock) = &mut entry.clock {
                change(clock, at_ms);
            }
        });
    }

    /// Whoever is told that they are next, and of which item.
    pub fn told(&self) -> Option<(&PersonId, &Entry)> {
        let next = self.next().filter(|entry| entry.plan.tells)?;
        Some((next.plan.person.as_ref()?, next))
    }

    fn end(&mut self, at_ms: Moment) {
        let Some(current) = self.current.take() else { return };
        self.free_since_ms = Some(at_ms);
        self.change(&current, |entry| {
            if let Some(clock) = &mut entry.clock {
                clock.halt(at_ms);
            }
        });
    }

    /// Undoes that an item began or ended: what was under way goes on, and each has the clock that it had.
    pub(in crate::meeting) fn put_back(
        &mut self,
        current: Option<ItemId>,
        free_since_ms: Option<Moment>,
        clocks: &[(ItemId, Option<Clock>)],
    ) {
        let stands = |(id, clock): &(ItemId, Option<Clock>)| {
            self.find(id).is_some_and(|(_, entry)| entry.clock == *clock)
        };
        // An act of the timer alone has left the sheet as it was.
        if self.current == current && clocks.iter().all(stands) {
            return;
        }
        self.version = self.version.saturating_add(1);
        (self.current, self.free_since_ms) = (current, free_since_ms);
        for (item, clock) in clocks {
            self.change(item, |entry| entry.clock.clone_from(clock));
        }
    }

    fn insert(&mut self, place: u16, entry: Entry) {
        let items = Arc::make_mut(&mut self.items);
        let at = usize::from(place.saturating_sub(1)).min(items.len());
        items.insert(at, entry);
    }

    fn take(&mut self, id: &ItemId) -> Option<Entry> {
        let (place, _) = self.find(id)?;
        Some(Arc::make_mut(&mut self.items).remove(place))
    }

    fn change(&mut self, id: &ItemId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = Arc::make_mut(&mut self.items).iter_mut().find(|entry| entry.id == *id) {
            change(entry);
        }
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let sheet = &meeting.run_sheet;
    let open = meeting.programme.phase == Phase::Open;
    let live = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let runs = |entry: &Entry| entry.clock.as_ref().is_some_and(|clock| clock.running_since_ms.is_some());
    let current = sheet.current();
    Meeting::first_broken(&[
        (sheet.current.is_none() || current.is_some(), "an item is under way that is not on the sheet"),
        (live || current.is_none(), "an item is under way in a session that is not"),
        (
            sheet
                .items
                .iter()
                .all(|entry| runs(entry) == (open && sheet.current.as_ref() == Some(&entry.id))),
            "the clock of an item runs that is not under way, or the other way round",
        ),
        (sheet.items.len() <= limits::ITEMS_MAX as usize, "there are more items than may be"),
        (
            sheet.items.iter().enumerate().all(|(at, one)| sheet.find(&one.id).map(|(n, _)| n) == Some(at)),
            "an item is on the sheet twice",
        ),
    ])
}
