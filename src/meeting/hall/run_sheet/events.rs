//! What follows from an event of the run sheet. The proceedings tell nothing of it: it is how the desk runs the meeting.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part};
use crate::meeting::undo::{Restore, StageWas};
use crate::meeting::view::Key;
use crate::terms::ids::Moment;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.run_sheet.evolve(self, stamp.at_ms);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        view::touched(before, after)
    }

    fn parts(&self) -> &'static [Part] {
        &[state::broken_invariant]
    }

    fn restore(&self, before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        match self {
            Event::ItemStarted { item } | Event::ItemFinished { item } => {
                Some(Restore::Stage(StageWas::of(before, Some(item))))
            }
            Event::ItemAdded { .. }
            | Event::ItemChanged { .. }
            | Event::ItemMoved { .. }
            | Event::ItemRemoved { .. } => None,
        }
    }
}
