//! Whose microphones sound comes from, and how long one that the log says is connected may take to come back.

use std::collections::{BTreeMap, BTreeSet};

use crate::terms::ids::{Moment, PersonId};

/// What has been reported of microphones since the room was opened.
#[derive(Debug, Default)]
pub(super) struct Microphones {
    connected: BTreeSet<PersonId>,
    awaited: BTreeMap<PersonId, Moment>,
}

impl Microphones {
    pub(super) fn report(&mut self, person: &PersonId, connected: bool) {
        self.awaited.remove(person);
        if connected {
            self.connected.insert(person.clone())
        } else {
            self.connected.remove(person)
        };
    }

    /// A microphone that the log says is connected, and of which nothing has been reported yet after a restart.
    pub(super) fn await_return(&mut self, person: &PersonId, until_ms: Moment) {
        if !self.connected.contains(person) {
            self.awaited.entry(person.clone()).or_insert(until_ms);
        }
    }

    /// Everybody whose microphone is connected.
    pub(super) fn connected(&self) -> impl Iterator<Item = &PersonId> {
        self.connected.iter()
    }

    /// When the next that has not come back will be lost. Few are ever awaited: those of a restart.
    pub(super) fn next_ms(&self) -> Option<Moment> {
        self.awaited.values().min().copied()
    }

    /// Takes out those that have not come back by now, at most `most` of them.
    pub(super) fn lost(&mut self, now_ms: Moment, most: usize) -> Vec<PersonId> {
        let late = self.awaited.iter().filter(|(_, until_ms)| **until_ms <= now_ms);
        let late: Vec<PersonId> = late.take(most).map(|(person, _)| person.clone()).collect();
        for person in &late {
            self.awaited.remove(person);
        }
        late
    }
}
