//! What follows from an event of the notes. Nothing of it is told in the proceedings: these are notes on them.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part};
use crate::meeting::view::Key;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.notes.evolve(self, stamp.at_ms);
    }

    fn touched(&self, _before: &Meeting, _after: &Meeting) -> BTreeSet<Key> {
        let key = match self {
            Self::MomentMarked { mark, .. } | Self::MarkNoted { mark, .. } | Self::MarkRemoved { mark } => {
                Key::Mark(mark.clone())
            }
            Self::SummaryWritten { turn, language, .. } => Key::Summary(turn.clone(), language.clone()),
        };
        [key].into()
    }

    fn parts(&self) -> &'static [Part] {
        &[]
    }
}
