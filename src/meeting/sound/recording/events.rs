//! What follows from an event of the recording.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.recording.evolve(self, stamp.at_ms);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        match self {
            Event::RecordingStarted {} | Event::RecordingStopped {} => {
                sound(after).into_iter().chain([Key::Session, Key::Recording]).collect()
            }
            Event::RecordingSilent { .. } | Event::RecordingMoved { .. } => [Key::Recording].into(),
            Event::RecordingConsent { person, .. } => of_sound(person, before, after),
        }
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant]
    }

    fn fact(&self, _told: &mut proceedings::State, _before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        match self {
            Event::RecordingStarted {} => Some(Fact::RecordingStarted {}),
            Event::RecordingStopped {} => Some(Fact::RecordingStopped {}),
            // Between an interpreter and the recording; and what those see to who watch it.
            Event::RecordingConsent { .. } | Event::RecordingSilent { .. } | Event::RecordingMoved { .. } => {
                None
            }
        }
    }
}
