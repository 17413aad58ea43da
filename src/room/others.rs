//! The other nodes at which the log says somebody is: since when each is known here, and when it is dead.

use std::collections::{BTreeMap, BTreeSet};

use super::node::Node;
use crate::terms::ids::{Millis, Moment};
use crate::terms::nodes::At;

/// How long a dead node is left alone after its people were made to leave, before those who are still there are, in
/// milliseconds.
const AGAIN_AFTER_MS: Millis = 1_000;

/// Nodes beside this one.
#[derive(Debug)]
pub(super) struct Others {
    own: Node,
    grace_ms: Millis,
    known: BTreeMap<At, Other>,
}

#[derive(Debug)]
struct Other {
    /// When the log last said something new of it: that somebody is there, or that one more is.
    noticed_ms: Moment,
    /// Until when nothing is done about it.
    left_alone_ms: Moment,
}

impl Others {
    /// Whether there can be none.
    pub(super) fn there_are_none(&self) -> bool {
        self.own.is_alone()
    }

    /// None yet beside this one.
    pub(super) fn beside(own: Node, grace_ms: Millis) -> Self {
        Self { own, grace_ms, known: BTreeMap::new() }
    }

    /// Somebody is at these nodes now, and at no others.
    pub(super) fn see<'a>(&mut self, nodes: impl Iterator<Item = &'a At>, now_ms: Moment) {
        let nodes: BTreeSet<&At> = nodes.filter(|node| node.as_ref() != Some(self.own.id())).collect();
        self.known.retain(|node, _| nodes.contains(node));
        for node in nodes {
            if !self.known.contains_key(node) {
                self.notice(node, now_ms);
            }
        }
    }

    /// A node gave a sign of life in the log.
    pub(super) fn notice(&mut self, node: &At, now_ms: Moment) {
        self.known.insert(node.clone(), Other { noticed_ms: now_ms, left_alone_ms: now_ms });
    }

    /// Nothing is done about a node for a while.
    pub(super) fn leave_alone(&mut self, node: &At, until_ms: Moment) {
        if let Some(other) = self.known.get_mut(node) {
            other.left_alone_ms = until_ms;
        }
    }

    /// The nodes that are dead: whoever is there is to leave. Told again a little later where somebody still is.
    pub(super) fn dead(&mut self, now_ms: Moment) -> Vec<At> {
        let due = self
            .known
            .iter()
            .filter(|(node, other)| self.due_ms(node, other, now_ms).is_some_and(|due_ms| due_ms <= now_ms));
        let dead: Vec<At> = due.map(|(node, _)| node.clone()).collect();
        for node in &dead {
            if let Some(node) = node {
                tracing::warn!(%node, "a node is not heard of any more: whoever was there leaves");
            }
            self.leave_alone(node, now_ms + AGAIN_AFTER_MS);
        }
        dead
    }

    /// Whether a node is dead: one at which nobody is lives no more, as far as it matters.
    pub(super) fn is_dead(&self, node: &At, now_ms: Moment) -> bool {
        let Some(other) = self.known.get(node) else { return true };
        let dead_ms = self.own.dead_at(node, other.noticed_ms, now_ms, self.grace_ms);
        dead_ms.is_some_and(|dead_ms| dead_ms <= now_ms)
    }

    /// When the next is dead, as far as is known now.
    pub(super) fn next_ms(&self, now_ms: Moment) -> Option<Moment> {
        self.known.iter().filter_map(|(node, other)| self.due_ms(node, other, now_ms)).min()
    }

    fn due_ms(&self, node: &At, other: &Other, now_ms: Moment) -> Option<Moment> {
        let dead_ms = self.own.dead_at(node, other.noticed_ms, now_ms, self.grace_ms)?;
        Some(dead_ms.max(other.left_alone_ms))
    }
}
