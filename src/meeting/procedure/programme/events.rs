//! What follows from an event of the session.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::procedure::motions;
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::undo::{Restore, SessionWas};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};
use crate::terms::ids::{Moment, PersonId};
use crate::terms::people::Role;
use crate::terms::personal::{Personal as _, Place, Subject};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        let at_ms = stamp.at_ms;
        meeting.programme.evolve(self, at_ms);
        meeting.schedule.follow_session(self);
        meeting.take_charter(self, at_ms, stamp.by_conference);
        meeting.take_plan();
        meeting.podium_follows_session(self);
        meeting.points.follow_session(self, at_ms);
        meeting.panel.follow_session(self, at_ms);
        meeting.polls.follow_session(self, at_ms);
        meeting.run_sheet.follow_session(self, at_ms);
        meeting.lapsed_follows_session(self, at_ms);
    }

    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        if let Self::SessionConvened { charter } | Self::CharterRevised { charter } = self {
            charter.people.iter_mut().for_each(|person| person.personal(show));
        }
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        match self {
            // Reopening is rare, and brings back whatever lapsed.
            Event::SessionConvened { .. } | Event::CharterRevised { .. } | Event::SessionReopened { .. } => {
                [before, after].into_iter().flat_map(everything).collect()
            }
            Event::SessionOpened {} | Event::SessionSuspended { .. } | Event::SessionResumed {} => {
                let waiting = all_waiting(after);
                waiting
                    .chain(by_phase(before, after))
                    .chain(lists::forecasts(after))
                    .chain(placards(after))
                    .collect()
            }
            Event::SessionClosed { .. } | Event::SessionAdjourned {} => {
                let lists = after.speakers.order.iter().flat_map(lists::of_list);
                let waiting = all_waiting(after).chain(lists);
                all_standings(after)
                    .chain(by_phase(before, after))
                    .chain(waiting)
                    .chain(placards(after))
                    .collect()
            }
        }
    }

    fn bears_on_motions(&self) -> bool {
        true
    }

    fn urgency(&self) -> Urgency {
        Urgency::AtOnce
    }

    fn hearers(&self) -> Hearers<'_> {
        match self {
            Event::CharterRevised { .. } => Hearers::Everybody,
            Event::SessionConvened { .. }
            | Event::SessionOpened {}
            | Event::SessionSuspended { .. }
            | Event::SessionResumed {}
            | Event::SessionClosed { .. }
            | Event::SessionAdjourned {}
            | Event::SessionReopened { .. } => Hearers::Booths,
        }
    }

    fn revises(&self) -> bool {
        matches!(self, Event::CharterRevised { .. })
    }

    fn parts(&self) -> &'static [Part] {
        invariant::SESSION
    }

    fn fact(&self, told: &mut proceedings::State, before: &Meeting, stamp: &Stamp<'_>) -> Option<Fact> {
        match self {
            // The conference file is not a happening of the meeting.
            Event::SessionConvened { .. } => None,
            Event::CharterRevised { charter } => {
                let stays = |person: &PersonId| {
                    charter.people.iter().any(|one| one.id == *person && one.is_on_stage())
                };
                if !before.panel.timer.as_ref().is_none_or(|timer| stays(&timer.person)) {
                    told.leave_stage(before, stamp.at_ms);
                }
                None
            }
            Event::SessionOpened {} => Some(opened(before)),
            Event::SessionSuspended { reason, until_ms } => {
                Some(Fact::MeetingSuspended { reason: reason.clone(), until_ms: *until_ms })
            }
            Event::SessionResumed {} => Some(Fact::MeetingResumed {}),
            Event::SessionAdjourned {} => {
                told.leave_stage(before, stamp.at_ms);
                Some(Fact::MeetingAdjourned {})
            }
            Event::SessionReopened { reason } => Some(Fact::MeetingReopened { reason: reason.clone() }),
            Event::SessionClosed { .. } => {
                told.leave_stage(before, stamp.at_ms);
                told.forget_lists_that_close_with(stamp);
                Some(Fact::MeetingClosed {})
            }
        }
    }

    /// Suspending the meeting, unless that was moved and carried.
    fn restore(&self, before: &Meeting, at_ms: Moment) -> Option<Restore> {
        match self {
            Event::SessionSuspended { .. } => {
                let moved = before.motions.entries.iter().any(|entry| {
                    entry.motion.kind == motions::Kind::SuspendMeeting
                        && !entry.standing.waits()
                        && entry.since_ms == at_ms
                });
                let (programme, ruled) = (before.programme.clone(), before.points.ruled.clone());
                let was = SessionWas { programme, ruled, halted: None };
                (!moved).then(|| Restore::Session(Box::new(was)))
            }
            Event::SessionConvened { .. }
            | Event::CharterRevised { .. }
            | Event::SessionOpened {}
            | Event::SessionResumed {}
            | Event::SessionClosed { .. }
            | Event::SessionAdjourned {}
            | Event::SessionReopened { .. } => None,
        }
    }
}

fn opened(meeting: &Meeting) -> Fact {
    let there = |role: Role| {
        let with_role = meeting.roster.people().filter(move |person| person.roles.contains(&role));
        with_role
            .filter(|person| meeting.presence.present.contains_key(&person.id))
            .map(proceedings::Named::of)
    };
    let staged = meeting.has_stage();
    Fact::MeetingOpened {
        chair: there(Role::Chair).next(),
        moderator: there(Role::Moderator).next().filter(|_| staged),
        panellists: there(Role::Panellist).filter(|_| staged).collect(),
    }
}

impl Meeting {
    pub(in crate::meeting) fn take_charter(&mut self, event: &Event, at_ms: Moment, by_conference: bool) {
        match event {
            Event::SessionConvened { charter } | Event::CharterRevised { charter } => {
                self.run_sheet.plan(charter);
                let before = self.charter.replace(Arc::new((**charter).clone()));
                if by_conference {
                    self.seats.settle(charter);
                    self.schedule.settle(charter);
                }
                self.take_roster(at_ms);
                Arc::make_mut(&mut self.speakers).plan(&motions::planned_lists(charter), &charter.item_lists);
                self.sound_follows_charter(before.as_deref());
            }
            Event::SessionOpened {}
            | Event::SessionSuspended { .. }
            | Event::SessionResumed {}
            | Event::SessionClosed { .. }
            | Event::SessionAdjourned {}
            | Event::SessionReopened { .. } => {}
        }
    }
}
