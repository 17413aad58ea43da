//! What follows when the session is given another time or title.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::meeting::view::change::by_schedule;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, _stamp: &Stamp<'_>) {
        meeting.schedule.evolve(self);
        meeting.take_plan();
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        by_schedule(before, after)
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant]
    }

    fn fact(&self, _told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        let planned = before.planned.as_ref()?;
        let was = planned.times;
        match self {
            Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, .. } => {
                let moved = (*starts_at_ms, *ends_at_ms) != (was.starts_at_ms, was.ends_at_ms);
                // Else the reason alone was worded anew.
                (moved || planned.is_delayed() || planned.is_cancelled()).then(|| Fact::MeetingRescheduled {
                    starts_at_ms: *starts_at_ms,
                    ends_at_ms: *ends_at_ms,
                    was_starts_at_ms: was.starts_at_ms,
                    was_ends_at_ms: was.ends_at_ms,
                    reason: reason.clone(),
                })
            }
            Event::SessionDelayed { reason, .. } => {
                Some(Fact::MeetingDelayed { was_starts_at_ms: was.starts_at_ms, reason: reason.clone() })
            }
            Event::SessionCancelled { reason, .. } => {
                Some(Fact::MeetingCancelled { was_starts_at_ms: was.starts_at_ms, reason: reason.clone() })
            }
            // The proceedings bear the title that is right.
            Event::TitleCorrected { .. } => None,
        }
    }
}
