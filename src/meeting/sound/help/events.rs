//! What follows from an event of the calls for help. Nothing of it is told in the proceedings: it is of the day's work.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part, Urgency};
use crate::meeting::view::Key;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.help.evolve(self, stamp.at_ms);
    }

    fn touched(&self, _before: &Meeting, _after: &Meeting) -> BTreeSet<Key> {
        [Key::HelpCall(self.person().clone())].into()
    }

    fn urgency(&self) -> Urgency {
        // Whoever calls looks whether somebody comes.
        Urgency::AtOnce
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant]
    }
}
