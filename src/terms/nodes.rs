//! Which people are at which node of a server that runs as several.

use std::collections::BTreeMap;

use super::ids::{NodeId, PersonId};

/// At which node. None in what was stored before there were several: that is a node that lives no more.
pub type At = Option<NodeId>;

/// People by the nodes that they are at. Cloning is cheap: nodes are few, and who is at one is shared until it changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nodes(BTreeMap<At, imbl::OrdSet<PersonId>>);

impl Nodes {
    /// A person is at a node from now on, wherever else.
    pub fn enter(&mut self, person: &PersonId, node: &At) {
        self.0.entry(node.clone()).or_default().insert(person.clone());
    }

    /// A person is at this node from now on, and at no other.
    pub fn move_to(&mut self, person: &PersonId, node: &At) {
        self.0.values_mut().for_each(|here| drop(here.remove(person)));
        self.0.retain(|_, here| !here.is_empty());
        self.enter(person, node);
    }

    /// A person is at this node no more.
    pub fn leave(&mut self, person: &PersonId, node: &At) {
        if let Some(here) = self.0.get_mut(node) {
            here.remove(person);
            if here.is_empty() {
                self.0.remove(node);
            }
        }
    }

    /// Forgets whoever is not to be kept.
    pub fn keep(&mut self, kept: impl Fn(&PersonId) -> bool) {
        for here in self.0.values_mut() {
            let gone: Vec<PersonId> = here.iter().filter(|person| !kept(person)).cloned().collect();
            for person in gone {
                here.remove(&person);
            }
        }
        self.0.retain(|_, here| !here.is_empty());
    }

    /// Whether a person is at this node.
    pub fn is_at(&self, person: &PersonId, node: &At) -> bool {
        self.0.get(node).is_some_and(|here| here.contains(person))
    }

    /// Whether a person is at another node than this.
    pub fn is_elsewhere(&self, person: &PersonId, node: &At) -> bool {
        self.0.iter().any(|(at, here)| at != node && here.contains(person))
    }

    /// Whether a person is at any node.
    pub fn is_anywhere(&self, person: &PersonId) -> bool {
        self.0.values().any(|here| here.contains(person))
    }

    /// The node that a person is at, the first of several.
    pub fn of(&self, person: &PersonId) -> Option<&At> {
        self.0.iter().find(|(_, here)| here.contains(person)).map(|(at, _)| at)
    }

    /// Every node at which somebody is.
    pub fn nodes(&self) -> impl Iterator<Item = &At> {
        self.0.keys()
    }

    /// Who is at a node, in their order.
    pub fn at(&self, node: &At) -> impl Iterator<Item = &PersonId> {
        self.0.get(node).into_iter().flatten()
    }

    /// How many are at a node.
    pub fn count(&self, node: &At) -> usize {
        self.0.get(node).map_or(0, imbl::OrdSet::len)
    }

    /// Everybody, once for each node that they are at.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.0.values().flatten()
    }
}
