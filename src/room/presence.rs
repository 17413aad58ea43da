//! Who is connected, and who has been gone long enough to have left.

use std::collections::{BTreeMap, HashMap};

use crate::terms::ids::{Millis, Moment, PersonId};

/// Connections of each person, and when those without one will have left.
#[derive(Debug, Default)]
pub(super) struct Presence {
    connections: HashMap<PersonId, u32>,
    leaving: BTreeMap<(Moment, PersonId), ()>,
    leaves_at: HashMap<PersonId, Moment>,
}

impl Presence {
    pub(super) fn connected(&mut self, person: &PersonId) {
        *self.connections.entry(person.clone()).or_default() += 1;
        if let Some(at_ms) = self.leaves_at.remove(person) {
            self.leaving.remove(&(at_ms, person.clone()));
        }
    }

    /// The grace period begins when the last connection has gone.
    pub(super) fn disconnected(&mut self, person: &PersonId, now_ms: Moment, grace_ms: Millis) {
        let left = self.connections.get_mut(person).map(|count| {
            *count = count.saturating_sub(1);
            *count
        });
        if left == Some(0) {
            self.connections.remove(person);
        }
        if left.unwrap_or(0) == 0 {
            self.await_return(person, now_ms + grace_ms);
        }
    }

    /// Somebody the log says is present, and who has no connection yet after a restart.
    pub(super) fn await_return(&mut self, person: &PersonId, until_ms: Moment) {
        if self.connections.contains_key(person) || self.leaves_at.contains_key(person) {
            return;
        }
        self.leaves_at.insert(person.clone(), until_ms);
        self.leaving.insert((until_ms, person.clone()), ());
    }

    /// Everybody with a connection.
    pub(super) fn here(&self) -> impl Iterator<Item = &PersonId> {
        self.connections.keys()
    }

    /// When the next person will have left.
    pub(super) fn next_ms(&self) -> Option<Moment> {
        self.leaving.first_key_value().map(|((at_ms, _), ())| *at_ms)
    }

    /// Takes out those who have left by now, at most `most` of them.
    pub(super) fn left(&mut self, now_ms: Moment, most: usize) -> Vec<PersonId> {
        let mut left = Vec::new();
        while left.len() < most
            && let Some(entry) = self.leaving.first_entry()
            && entry.key().0 <= now_ms
        {
            let ((_, person), ()) = entry.remove_entry();
            self.leaves_at.remove(&person);
            left.push(person);
        }
        left
    }
}
