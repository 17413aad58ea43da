//! What follows from an event of the microphones. The proceedings tell nothing of it: it follows from having the floor.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::sound::{interpretation, plan};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::terms::people::Person;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        let of_turn = meeting.has_floor().is_some_and(|has| has.person == Some(self.person()));
        meeting.microphones.evolve(self, stamp.at_ms, stamp.actor, of_turn);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let person = self.person();
        let connected = |meeting: &Meeting| meeting.microphones.connected.contains_key(person);
        // From one node to another: it is heard as before.
        if matches!(self, Self::MicrophoneConnected { .. }) && connected(before) {
            return BTreeSet::new();
        }
        let keys = of_sound(person, before, after);
        let ready = lists::preparations_of(after, person);
        // Whether somebody on stage is ready.
        let stage = after.roster.person(person).is_some_and(Person::is_on_stage).then_some(Key::Stage);
        keys.into_iter().chain(ready).chain(stage).chain([Key::You(person.clone())]).collect()
    }

    fn urgency(&self) -> Urgency {
        // Whoever is live must see that they are, and all others whom they hear.
        match self {
            Event::MicrophoneOpened { .. }
            | Event::MicrophoneClosed { .. }
            | Event::MicrophoneMuted { .. } => Urgency::AtOnce,
            Event::MicrophoneAgreed { .. }
            | Event::MicrophoneConnected { .. }
            | Event::MicrophoneLost { .. }
            | Event::MicrophoneReported { .. } => Urgency::Soon,
        }
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant, interpretation::invariant::broken_booths, plan::broken_invariant]
    }
}
