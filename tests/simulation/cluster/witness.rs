//! What was seen of each node from outside, by the one time that is true: what it heard, who was connected to it, and what it
//! asked the log to store, whatever became of that. By this it is judged whom a node may have leave.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use plenary::log::{Entry, Log, NewEntry};
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::procedure::presence;
use plenary::room::{LEASE_MS, stored};
use plenary::terms::ids::{Millis, NodeId, PersonId};
use tokio::time::Instant;

use super::place::GRACE_MS;

/// Clocks tell whole milliseconds.
const ROUNDED: Duration = Duration::from_millis(2);

/// All nodes that were ever started.
#[derive(Default)]
pub struct Truth(Mutex<Vec<Arc<Seen>>>);

/// What was seen of one node.
pub struct Seen {
    node: NodeId,
    began: Instant,
    heard: Mutex<Vec<(Instant, NodeId)>>,
    /// How many connections somebody has from a moment on.
    connections: Mutex<Vec<(Instant, &'static str, usize)>>,
    asked: Mutex<Vec<Asked>>,
}

/// An append that was asked for, whatever became of it.
struct Asked {
    at: Instant,
    expected: u64,
    entries: Vec<NewEntry>,
}

impl Truth {
    /// A node begins.
    pub fn see(&self, node: &NodeId) -> Arc<Seen> {
        let (heard, connections, asked) = Default::default();
        let seen = Arc::new(Seen { node: node.clone(), began: Instant::now(), heard, connections, asked });
        self.0.lock().unwrap().push(seen.clone());
        seen
    }

    /// No node has ever had anybody leave who was connected to it, or sooner than it might; and none anybody of another node
    /// that it had heard within the lease. Tells how often people of another node were to leave.
    pub async fn assert_leaving_is_due(&self, log: &Arc<dyn Log>, seed: u64) -> usize {
        let mut of_others = 0;
        let all = self.0.lock().unwrap().clone();
        for seen in &all {
            // Whoever loses a race asks again for the same, and hears of nobody meanwhile: it is as it was the first time.
            let mut before: BTreeMap<PersonId, Instant> = BTreeMap::new();
            let all_asked = std::mem::take(&mut *seen.asked.lock().unwrap());
            for asked in all_asked {
                let mut own = BTreeMap::new();
                for (person, node) in asked.leaving(log).await {
                    if node == seen.node {
                        let at = before.get(&person).copied().unwrap_or(asked.at);
                        seen.assert_is_gone(&person, at, seed);
                        own.insert(person, at);
                    } else {
                        of_others += 1;
                        seen.assert_holds_for_dead(&node, asked.at, seed);
                    }
                }
                before = own;
            }
        }
        of_others
    }
}

impl Asked {
    /// Who was to leave which node.
    async fn leaving(&self, log: &Arc<dyn Log>) -> Vec<(PersonId, NodeId)> {
        let mut leaving = Vec::new();
        for (seq, entry) in (self.expected + 1..).zip(self.entries.iter().cloned()) {
            let NewEntry { at_ms, kind, body, parts } = entry;
            let entry = Entry { seq, at_ms, kind, body, parts };
            let recorded: Recorded = stored::decode(log, &entry).await.unwrap();
            if let Event::Presence(presence::Event::PersonLeft { person, node: Some(node) }) = recorded.event
            {
                leaving.push((person, node));
            }
        }
        leaving
    }
}

impl Seen {
    /// It hears a node.
    pub fn hears(&self, node: &NodeId) {
        self.heard.lock().unwrap().push((Instant::now(), node.clone()));
    }

    /// Somebody has so many connections to it from now on.
    pub fn connects(&self, person: &'static str, connections: usize) {
        self.connections.lock().unwrap().push((Instant::now(), person, connections));
    }

    /// It asks the log to store something.
    pub fn asks(&self, expected: u64, entries: &[NewEntry]) {
        let asked = Asked { at: Instant::now(), expected, entries: entries.to_vec() };
        self.asked.lock().unwrap().push(asked);
    }

    /// Somebody has had no connection here for the grace period at least.
    fn assert_is_gone(&self, person: &PersonId, at: Instant, seed: u64) {
        let connections = self.connections.lock().unwrap();
        let mut of_person = connections.iter().filter(|(_, connected, _)| *connected == person.as_str());
        let last = of_person.rfind(|(since, ..)| *since < at);
        let Some((since, _, count)) = last else { return };
        let gone = *count == 0 && at - *since + ROUNDED >= lasting(GRACE_MS);
        assert!(
            gone,
            "seed {seed}: {person} is to leave {} with {count} connections since {since:?}",
            self.node
        );
    }

    /// It hears itself, and has not heard the other for the lease, or ever since it began, for the grace period.
    fn assert_holds_for_dead(&self, other: &NodeId, at: Instant, seed: u64) {
        let heard = self.heard.lock().unwrap();
        let last_of = |node: &NodeId| {
            heard
                .iter()
                .filter(|(when, heard)| heard == node && *when < at)
                .map(|(when, _)| *when)
                .next_back()
        };
        let node = &self.node;
        let hears = last_of(node).is_some_and(|when| at - when < lasting(LEASE_MS) + ROUNDED);
        assert!(hears, "seed {seed}: {node} is deaf, and holds {other} for dead");
        let (silent, least_ms) =
            last_of(other).map_or((at - self.began, GRACE_MS), |when| (at - when, LEASE_MS));
        let is_silent = silent + ROUNDED >= lasting(least_ms);
        assert!(is_silent, "seed {seed}: {node} holds {other} for dead, silent for {silent:?} only");
    }
}

fn lasting(ms: Millis) -> Duration {
    Duration::from_millis(ms.unsigned_abs())
}
