//! Where every point of order stands.

use super::{Event, Point, Ruling};
use crate::meeting::Meeting;
use crate::meeting::clock::Clock;
use crate::meeting::procedure::programme;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{DelegationId, Moment, PersonId, PointId};
use crate::terms::people::Roster;

/// How far a point of order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Raised; the chair has not recognised it.
    Raised,
    /// Recognised, and heard.
    Heard,
    /// Ruled on.
    Ruled(Ruling),
    /// Withdrawn.
    Withdrawn,
    /// The session was closed before a ruling.
    Lapsed,
}

impl Standing {
    /// Whether the chair has yet to deal with it.
    pub fn waits(self) -> bool {
        matches!(self, Self::Raised | Self::Heard)
    }
}

/// A point of order as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As raised.
    pub point: Point,
    /// When.
    pub raised_at_ms: Moment,
    /// How far it has come.
    pub standing: Standing,
    /// Since when.
    pub since_ms: Moment,
    /// The ruling in words; may be empty.
    pub reason: String,
    /// An appeal against the ruling.
    pub appeal: Option<Appeal>,
}

/// An appeal against a ruling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// Which delegation appealed.
    pub delegation: DelegationId,
    /// Whether the ruling stands and the votes for, against and abstaining; none before the vote.
    pub outcome: Option<(bool, [u16; 3])>,
}

/// The point of order that is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Which.
    pub point: PointId,
    /// Who speaks to it.
    pub speaker: PersonId,
    /// The clock.
    pub clock: Clock,
}

/// All points of order of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// In the order in which they were raised, but for those that were withdrawn before they were heard.
    pub entries: imbl::Vector<Entry>,
    /// Of those that a delegation withdrew unheard, the last: nothing came of them.
    withdrawn: imbl::OrdMap<DelegationId, Entry>,
    /// The one that is heard.
    pub heard: Option<Heard>,
    /// The one ruled on last, until the floor goes on: against this ruling one may appeal.
    pub ruled: Option<PointId>,
}

impl State {
    /// The point of order, if there is one.
    pub fn entry(&self, id: &PointId) -> Option<&Entry> {
        self.counted(id).or_else(|| self.withdrawn.values().find(|entry| entry.point.id == *id))
    }

    /// The point of order, unless it was withdrawn unheard.
    pub fn counted(&self, id: &PointId) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.point.id == *id)
    }

    /// How many of a delegation count: all but those that it withdrew unheard.
    pub(in crate::meeting) fn count_of(&self, delegation: &DelegationId) -> usize {
        self.entries.iter().filter(|entry| entry.point.delegation == *delegation).count()
    }

    /// Those that the chair has yet to deal with, in the order in which they were raised.
    pub fn waiting(&self) -> impl Iterator<Item = PointId> {
        self.entries.iter().filter(|entry| entry.standing.waits()).map(|entry| entry.point.id.clone())
    }

    /// The one of a delegation that the chair has yet to deal with.
    pub fn of(&self, delegation: &DelegationId) -> Option<&Entry> {
        let mut waiting = self.entries.iter().rev().filter(|entry| entry.standing.waits());
        waiting.find(|entry| entry.point.delegation == *delegation)
    }

    /// The appeal that has yet to be put to the vote.
    pub fn appealed(&self) -> Option<&PointId> {
        let open = |id: &&PointId| {
            let appeal = self.entry(id).and_then(|entry| entry.appeal.as_ref());
            appeal.is_some_and(|appeal| appeal.outcome.is_none())
        };
        self.ruled.as_ref().filter(open)
    }

    /// Refused while a point is heard or an appeal has not been decided: neither waits for other business.
    pub(in crate::meeting) fn require_settled(&self) -> Result<(), Refusal> {
        if let Some(heard) = &self.heard {
            return Err(Refusal::PointHeard { point: heard.point.clone() });
        }
        match self.appealed() {
            Some(point) => Err(Refusal::AppealOpen { point: point.clone() }),
            None => Ok(()),
        }
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::PointRaised { point } => self.entries.push_back(Entry {
                point: point.clone(),
                raised_at_ms: at_ms,
                standing: Standing::Raised,
                since_ms: at_ms,
                reason: String::new(),
                appeal: None,
            }),
            Event::PointWithdrawn { point } => self.withdraw(point, at_ms),
            Event::PointLapsed { point } => self.stand(point, Standing::Lapsed, at_ms),
            Event::PointRecognised { point, speaker, limit_ms } => {
                self.stand(point, Standing::Heard, at_ms);
                let clock = Clock::started(*limit_ms, at_ms);
                self.heard = Some(Heard { point: point.clone(), speaker: speaker.clone(), clock });
                self.ruled = None;
            }
            Event::PointLimitReached { .. } => {
                if let Some(heard) = &mut self.heard {
                    heard.clock.limit_reached = true;
                }
            }
            Event::PointRuled { point, ruling, reason } => {
                self.stand(point, Standing::Ruled(*ruling), at_ms);
                self.change(point, |entry| entry.reason.clone_from(reason));
                self.ruled = Some(point.clone());
            }
            Event::RulingAppealed { point, delegation } => self.change(point, |entry| {
                entry.appeal = Some(Appeal { delegation: delegation.clone(), outcome: None });
            }),
            Event::AppealDecided { point, stands, in_favour, against, abstaining } => {
                let outcome = (*stands, [*in_favour, *against, *abstaining]);
                self.change(point, |entry| {
                    if let Some(appeal) = &mut entry.appeal {
                        appeal.outcome = Some(outcome);
                    }
                });
                self.ruled = None;
            }
        }
    }

    /// Puts a point back as it stood, with the one that was heard and the one ruled on last.
    pub(in crate::meeting) fn put_back(&mut self, was: Entry, heard: Option<Heard>, ruled: Option<PointId>) {
        let id = was.point.id.clone();
        self.change(&id, |entry| *entry = was);
        (self.heard, self.ruled) = (heard, ruled);
    }

    /// Follows the floor: once it goes on, no appeal comes any more.
    pub(in crate::meeting) fn floor_goes_on(&mut self) {
        self.ruled = None;
    }

    /// Follows the session: a suspended meeting hears nobody, and one that is closed decides nothing more.
    pub(in crate::meeting) fn follow_session(&mut self, event: &programme::Event, at_ms: Moment) {
        match event {
            programme::Event::SessionSuspended { .. } => self.with_clock(|clock| clock.halt(at_ms)),
            programme::Event::SessionResumed {} => self.with_clock(|clock| clock.go_on(at_ms)),
            programme::Event::SessionClosed { .. } | programme::Event::SessionAdjourned {} => {
                self.ruled = None
            }
            programme::Event::SessionConvened { .. }
            | programme::Event::SessionReopened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {} => {}
        }
    }

    /// Follows the charter: whoever is heard and is gone from it says nothing more; the chair rules all the same.
    pub(in crate::meeting) fn plan(&mut self, roster: &Roster, at_ms: Moment) {
        if let Some(heard) = &mut self.heard
            && roster.person(&heard.speaker).is_none()
        {
            heard.clock.halt(at_ms);
        }
    }

    fn with_clock(&mut self, change: impl FnOnce(&mut Clock)) {
        if let Some(heard) = &mut self.heard {
            change(&mut heard.clock);
        }
    }

    /// One that was not heard leaves the others, so that nobody fills the list by raising and withdrawing.
    fn withdraw(&mut self, id: &PointId, at_ms: Moment) {
        let unheard = |entry: &Entry| entry.point.id == *id && entry.standing == Standing::Raised;
        let unheard = self.entries.iter().rposition(unheard);
        self.stand(id, Standing::Withdrawn, at_ms);
        if let Some(at) = unheard {
            let entry = self.entries.remove(at);
            self.withdrawn.insert(entry.point.delegation.clone(), entry);
        }
    }

    fn stand(&mut self, id: &PointId, standing: Standing, at_ms: Moment) {
        if self.heard.as_ref().is_some_and(|heard| heard.point == *id) {
            self.heard = None;
        }
        self.change(id, |entry| (entry.standing, entry.since_ms) = (standing, at_ms));
    }

    fn change(&mut self, id: &PointId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.point.id == *id) {
            change(entry);
        }
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { entries, heard, ruled, .. } = &meeting.points;
    let stands = |id: &PointId, fits: &dyn Fn(Standing) -> bool| {
        meeting.points.entry(id).is_some_and(|entry| fits(entry.standing))
    };
    let hearing = entries.iter().filter(|entry| entry.standing == Standing::Heard).count();
    let live = matches!(meeting.programme.phase, programme::Phase::Open | programme::Phase::Suspended);
    let mut one_each: Vec<&DelegationId> =
        entries.iter().filter(|entry| entry.standing.waits()).map(|entry| &entry.point.delegation).collect();
    let waiting = one_each.len();
    one_each.sort();
    one_each.dedup();
    let interrupted = meeting.floor.current.as_ref().is_none_or(|current| !current.halts.is_empty());
    Meeting::first_broken(&[
        (hearing == usize::from(heard.is_some()), "more or fewer points of order are heard than one"),
        (
            heard.as_ref().is_none_or(|heard| stands(&heard.point, &|at| at == Standing::Heard)),
            "a point of order is heard that was not recognised",
        ),
        (
            ruled.as_ref().is_none_or(|id| stands(id, &|at| matches!(at, Standing::Ruled(_)))),
            "a ruling stands on a point that was not ruled on",
        ),
        (one_each.len() == waiting, "a delegation has two points of order waiting"),
        (live || waiting == 0, "a point of order waits in a session that is not under way"),
        (heard.is_none() || interrupted, "a turn runs while a point of order is heard"),
    ])
}
