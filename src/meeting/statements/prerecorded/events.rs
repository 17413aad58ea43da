//! What follows from an event of the pre-recorded statements.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};
use crate::terms::ids::Moment;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.prerecorded.evolve(self, stamp.at_ms);
        meeting.floor_follows_prerecorded(self, stamp.at_ms);
    }

    /// Who may know that there is one; or, where it is stopped, whoever hears the floor.
    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        match self.request() {
            Some(request) => of_request(after, request).chain(recorded(before, request, after)).collect(),
            None => sound(before).into_iter().chain(sound(after)).chain([Key::Floor]).collect(),
        }
    }

    fn urgency(&self) -> Urgency {
        match self {
            Event::PrerecordedStopped { .. } => Urgency::AtOnce,
            Event::PrerecordedReceived { .. } | Event::PrerecordedTakenBack { .. } => Urgency::Soon,
        }
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        invariant::SOUND
    }

    /// Confidential until it is played. One that is stopped was no delivery: the delegation speaks itself.
    fn fact(&self, told: &mut proceedings::State, _before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        match self {
            Event::PrerecordedStopped { turn } => {
                if let Some(statement) = told.statement(turn) {
                    statement.prerecorded = false;
                }
            }
            Event::PrerecordedReceived { .. } | Event::PrerecordedTakenBack { .. } => {}
        }
        None
    }
}

impl Meeting {
    /// A turn in which a statement is stopped goes on as if another spoke now.
    pub(in crate::meeting) fn floor_follows_prerecorded(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::PrerecordedStopped { .. } => {
                self.floor.stop_prerecorded();
                self.microphones.begin_turn(at_ms);
            }
            Event::PrerecordedReceived { .. } | Event::PrerecordedTakenBack { .. } => {}
        }
    }
}
