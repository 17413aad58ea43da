//! The node that this process is, and how long it has not heard of the others.
//!
//! Whether another node lives, each judges by its own clock: by the time that has passed here since a beat was heard here.
//! So it does not matter what the clocks of the others say.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use futures_util::{FutureExt as _, StreamExt as _};
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::Clock;
use crate::alarm::Failures;
use crate::log::beats::Beats;
use crate::terms::ids::{Millis, Moment, NodeId};
use crate::terms::nodes::At;

/// How often a node tells that it lives: three times within the grace period in which people come back after a restart, so
/// that a room that is opened beside others hears of them before it takes their people for gone.
pub const BEAT_EVERY: Duration = Duration::from_secs(3);
/// Silence after which a node that was heard is dead, in milliseconds. Five beats, because what carries them may itself be
/// away for 8 seconds when it loses a server; and longer than the grace period, so that its people have had theirs by then.
pub const LEASE_MS: Millis = 15_000;
/// Nodes that were not heard for so long are forgotten, in milliseconds: each start of a server is another.
const FORGOTTEN_AFTER_MS: Millis = 10 * LEASE_MS;

/// The node that this process is. Clones are the same.
#[derive(Clone)]
pub struct Node {
    id: NodeId,
    /// None where there can be no others.
    ears: Option<Arc<Mutex<Ears>>>,
}

/// When beats were heard here.
#[derive(Debug, Default)]
struct Ears {
    heard_ms: HashMap<NodeId, Moment>,
    /// Since when it hears itself without a break.
    hears_since_ms: Option<Moment>,
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Node").field(&self.id).finish()
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::alone(by_chance())
    }
}

/// The id of a node that starts now: 62 bits by chance, so that no two starts have the same.
#[allow(clippy::disallowed_methods)] // here a node's id comes in
fn by_chance() -> NodeId {
    NodeId::drawn(Uuid::new_v4().as_u64_pair().1)
}

impl Node {
    /// A node beside which there is no other: what the log says of others is of such as have ended.
    pub fn alone(id: NodeId) -> Self {
        Self { id, ears: None }
    }

    /// A node that tells the others that it lives, and listens to them, until the last handle on it is dropped.
    pub fn starting(beats: Arc<dyn Beats>, clock: Clock) -> Self {
        Self::beating(by_chance(), beats, clock)
    }

    /// The same, under an id that is given: for simulations.
    pub fn beating(id: NodeId, beats: Arc<dyn Beats>, clock: Clock) -> Self {
        let ears = Arc::<Mutex<Ears>>::default();
        tokio::spawn(beat(id.clone(), beats, clock, Arc::downgrade(&ears)));
        Self { id, ears: Some(ears) }
    }

    /// Which it is.
    pub fn id(&self) -> &NodeId {
        &self.id
    }

    /// Whether there can be no other.
    pub(super) fn is_alone(&self) -> bool {
        self.ears.is_none()
    }

    /// The nodes that were heard of late, this one too, and how long ago each was, in milliseconds.
    pub fn signs(&self, now_ms: Moment) -> BTreeMap<NodeId, Millis> {
        let Some(ears) = &self.ears else { return [(self.id.clone(), 0)].into() };
        let ears = lock(ears);
        let ago = |heard_ms: &Moment| now_ms.saturating_sub(*heard_ms).max(0);
        ears.heard_ms.iter().map(|(node, heard_ms)| (node.clone(), ago(heard_ms))).collect()
    }

    /// When another node, first noticed at a moment, is dead if it is not heard of again. None while this one does not even
    /// hear itself: whoever is deaf holds nobody for dead.
    ///
    /// One that was never heard gets no more than the grace period, as its people do after a restart.
    pub(super) fn dead_at(
        &self,
        node: &At,
        noticed_ms: Moment,
        now_ms: Moment,
        grace_ms: Millis,
    ) -> Option<Moment> {
        let Some(ears) = &self.ears else { return Some(noticed_ms.saturating_add(grace_ms)) };
        let ears = lock(ears);
        let hears_since_ms = ears.hears_since_ms?;
        if now_ms.saturating_sub(*ears.heard_ms.get(&self.id)?) >= LEASE_MS {
            return None;
        }
        let unheard_ms = noticed_ms.max(hears_since_ms).saturating_add(grace_ms);
        let heard_ms = node.as_ref().and_then(|node| ears.heard_ms.get(node));
        Some(heard_ms.map_or(unheard_ms, |heard_ms| unheard_ms.max(heard_ms.saturating_add(LEASE_MS))))
    }
}

impl Ears {
    fn hear(&mut self, node: NodeId, own: &NodeId, now_ms: Moment) {
        if node == *own {
            let was_deaf =
                self.heard_ms.get(own).is_none_or(|heard_ms| now_ms.saturating_sub(*heard_ms) >= LEASE_MS);
            if was_deaf {
                self.hears_since_ms = Some(now_ms);
            }
            self.heard_ms.retain(|_, heard_ms| now_ms.saturating_sub(*heard_ms) < FORGOTTEN_AFTER_MS);
        }
        self.heard_ms.insert(node, now_ms);
    }
}

fn lock(ears: &Mutex<Ears>) -> MutexGuard<'_, Ears> {
    ears.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Beats and listens while anybody holds the node.
async fn beat(own: NodeId, beats: Arc<dyn Beats>, clock: Clock, ears: Weak<Mutex<Ears>>) {
    let mut failures = Failures::of("the task that tells that this node lives", own.as_str());
    while AssertUnwindSafe(go_on(&own, &*beats, &clock, &ears)).catch_unwind().await.is_err() {
        failures.met();
    }
}

async fn go_on(own: &NodeId, beats: &dyn Beats, clock: &Clock, ears: &Weak<Mutex<Ears>>) {
    let mut heard = beats.heard();
    let mut rhythm = tokio::time::interval(BEAT_EVERY);
    rhythm.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut ended = false;
    loop {
        tokio::select! {
            _ = rhythm.tick() => {
                if ears.strong_count() == 0 {
                    return;
                }
                if std::mem::take(&mut ended) {
                    heard = beats.heard();
                }
                beats.beat(own);
            }
            node = heard.next(), if !ended => match (node, ears.upgrade()) {
                (Some(node), Some(ears)) => lock(&ears).hear(node, own, clock.now_ms()),
                // Nothing is heard for now: it listens anew with the next beat.
                (None, _) => ended = true,
                (Some(_), None) => return,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> NodeId {
        name.parse().unwrap()
    }

    fn listening(ears: Ears) -> Node {
        Node { id: id("a"), ears: Some(Arc::new(Mutex::new(ears))) }
    }

    #[test]
    fn whoever_does_not_hear_itself_holds_nobody_for_dead_and_gives_all_their_time_once_it_does() {
        let (own, other) = (id("a"), id("b"));
        let mut ears = Ears::default();
        assert_eq!(listening(Ears::default()).dead_at(&None, 0, 60_000, 10_000), None);
        ears.hear(own.clone(), &own, 0);
        ears.hear(other.clone(), &own, 1_000);
        for at_ms in [3_000, 6_000] {
            ears.hear(own.clone(), &own, at_ms);
        }
        let node = listening(ears);
        let other = Some(other);
        assert_eq!(node.dead_at(&other, 0, 7_000, 10_000), Some(1_000 + LEASE_MS));
        assert_eq!(
            node.dead_at(&Some(id("c")), 500, 7_000, 10_000),
            Some(10_500),
            "one that was never heard"
        );
        assert_eq!(node.dead_at(&other, 0, 6_000 + LEASE_MS, 10_000), None, "it is deaf");
        let now_ms = 100_000;
        lock(node.ears.as_ref().unwrap()).hear(own.clone(), &own, now_ms);
        assert_eq!(node.dead_at(&other, 0, now_ms, 10_000), Some(now_ms + 10_000), "it hears again");
    }

    #[test]
    fn nodes_that_were_not_heard_for_long_are_forgotten() {
        let own = id("a");
        let mut ears = Ears::default();
        for start in 0..100 {
            ears.hear(id(&format!("b{start}")), &own, start);
        }
        ears.hear(own.clone(), &own, FORGOTTEN_AFTER_MS + 100);
        assert_eq!(ears.heard_ms.len(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn a_node_beats_until_its_last_handle_is_dropped() {
        let beats = Arc::new(crate::log::beats::InProcess::default());
        let mut heard = beats.heard();
        let node = Node::beating(id("a"), beats.clone(), Clock::system());
        let clone = node.clone();
        for _ in 0..3 {
            assert_eq!(heard.next().await, Some(id("a")));
        }
        drop(node);
        assert_eq!(heard.next().await, Some(id("a")));
        drop(clone);
        let silence = tokio::time::timeout(10 * BEAT_EVERY, heard.next()).await;
        assert!(silence.is_err(), "it has ended");
    }
}
