//! What follows when a seat is changed. Rare, and who sits where is told in many places.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};
use crate::terms::ids::PersonId;
use crate::terms::personal::{Personal as _, Place, Subject};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.seats.evolve(self);
        meeting.take_roster(stamp.at_ms);
        meeting.sound_follows_charter(meeting.charter.clone().as_deref());
    }

    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        match self {
            Self::PersonSeated { person } => person.personal(show),
            Self::NameCorrected { person, language, name, .. } => {
                show(&Subject::person(person), Place::NameIn(language, name));
            }
            Self::SeatChanged { .. } | Self::PersonWithdrawn { .. } => {}
        }
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        [before, after].into_iter().flat_map(everything).collect()
    }

    fn urgency(&self) -> Urgency {
        // Whoever was seated may come at once.
        Urgency::AtOnce
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Everybody
    }

    fn sends_away(&self) -> Option<&PersonId> {
        match self {
            Event::PersonWithdrawn { person } => Some(person),
            Event::PersonSeated { .. } | Event::SeatChanged { .. } | Event::NameCorrected { .. } => None,
        }
    }

    fn parts(&self) -> &'static [Part] {
        invariant::SEATS
    }

    /// Who sits where is told by the list of participants. A name that was wrong was wrong in what was told, too.
    fn fact(&self, told: &mut proceedings::State, _before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        match self {
            Event::NameCorrected { person, language, name, .. } => told.correct(person, language, name),
            Event::PersonSeated { .. } | Event::SeatChanged { .. } | Event::PersonWithdrawn { .. } => {}
        }
        None
    }
}
