//! Who is present.

mod events;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::meeting::refusal::Refusal;
use crate::meeting::{Meeting, event};
use crate::terms::ids::{DelegationId, Moment, PersonId};
use crate::terms::nodes::{At, Nodes};
use crate::terms::people::{Person, Role, Roster};

/// What the server reports of a person's presence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// A person's first connection at a node.
    Arrive(PersonId, At),
    /// A person's last connection at a node has been gone for the grace period, or the node itself.
    Leave(PersonId, At),
}

/// Who came and left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person came to a node. They are present from the first on.
    PersonArrived {
        /// Who.
        person: PersonId,
        /// To which node.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        node: At,
    },
    /// A person left a node, or has been out of reach there for the grace period. Who is at no other is not present any more.
    PersonLeft {
        /// Who.
        person: PersonId,
        /// Which node.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        node: At,
    },
}

impl Event {
    /// Who came or left.
    pub fn person(&self) -> &PersonId {
        match self {
            Self::PersonArrived { person, .. } | Self::PersonLeft { person, .. } => person,
        }
    }
}

/// Who is present. People and delegations themselves stand in the charter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// People present, with the moment they came.
    pub present: imbl::OrdMap<PersonId, Moment>,
    /// At which nodes each of them is: at one at least.
    pub at: Nodes,
    /// Delegations that were present and are not, with the moment the last of their people left.
    pub absent_since: BTreeMap<DelegationId, Moment>,
    /// How many people of each delegation are present; no entry for none.
    pub seated: BTreeMap<DelegationId, u32>,
    /// How many people without a delegation are present, by their first role.
    pub attending: BTreeMap<Role, u32>,
}

impl State {
    /// Whether somebody of the delegation is present.
    pub fn is_seated(&self, delegation: &DelegationId) -> bool {
        self.seated.contains_key(delegation)
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment, roster: &Roster) {
        match event {
            Event::PersonArrived { person, node } => {
                self.at.enter(person, node);
                if self.present.contains_key(person) {
                    return;
                }
                self.present.insert(person.clone(), at_ms);
                if let Some(delegation) = roster.seat(person) {
                    self.absent_since.remove(delegation);
                }
                self.count(roster.person(person), 1, at_ms);
            }
            Event::PersonLeft { person, node } => {
                self.at.leave(person, node);
                if !self.at.is_anywhere(person) && self.present.remove(person).is_some() {
                    self.count(roster.person(person), -1, at_ms);
                }
            }
        }
    }

    /// Counts everybody anew, for a charter that has changed: a person may have gone from it, or changed seats.
    pub(in crate::meeting) fn recount(&mut self, roster: &Roster, at_ms: Moment) {
        let counted = |id: &PersonId| roster.person(id).is_some_and(|person| !person.is_display());
        let present = self.present.iter().filter(|(id, _)| counted(id));
        self.present = present.map(|(id, at_ms)| (id.clone(), *at_ms)).collect();
        let present = &self.present;
        self.at.keep(|id| present.contains_key(id));
        let seated_before = std::mem::take(&mut self.seated);
        self.attending.clear();
        for id in self.present.clone().keys() {
            self.count(roster.person(id), 1, at_ms);
        }
        self.absent_since.extend(seated_before.into_keys().map(|delegation| (delegation, at_ms)));
        let seated = &self.seated;
        self.absent_since.retain(|id, _| roster.delegation(id).is_some() && !seated.contains_key(id));
    }

    fn count(&mut self, person: Option<&Person>, change: i32, at_ms: Moment) {
        let Some(person) = person else { return };
        if let Some(delegation) = &person.delegation {
            if step(&mut self.seated, delegation, change) == 0 {
                self.absent_since.insert(delegation.clone(), at_ms);
            }
        } else if let Some(role) = person.roles.first() {
            step(&mut self.attending, role, change);
        }
    }
}

/// Changes a count that has no entry for none, and tells the new one.
fn step<K: Ord + Clone>(counts: &mut BTreeMap<K, u32>, key: &K, change: i32) -> u32 {
    let count = counts.get(key).copied().unwrap_or(0).saturating_add_signed(change);
    if count == 0 {
        counts.remove(key)
    } else {
        counts.insert(key.clone(), count)
    };
    count
}

/// Presence changes only when it does: what is reported twice happens once.
pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    presence: &Presence,
) -> Result<Vec<event::Event>, Refusal> {
    let (person, node, comes) = match presence {
        Presence::Arrive(person, node) => (person, node, true),
        Presence::Leave(person, node) => (person, node, false),
    };
    let known = meeting.roster.person(person).ok_or(Refusal::NotInSession {})?;
    if known.is_display() {
        return Ok(Vec::new());
    }
    let at = &meeting.presence.at;
    let (person, node) = (known.id.clone(), node.clone());
    Ok(match (comes, at.is_at(&person, &node)) {
        (true, true) | (false, false) => Vec::new(),
        (true, false) => vec![event::Event::Presence(Event::PersonArrived { person, node })],
        (false, true) => {
            let stays = at.is_elsewhere(&person, &node);
            let left = event::Event::Presence(Event::PersonLeft { person, node });
            let leaves_booth = if stays { Vec::new() } else { meeting.leaves_booth(known) };
            let leaves_captions = meeting.leaves_captions(known).filter(|_| !stays);
            std::iter::once(left).chain(leaves_booth).chain(leaves_captions).collect()
        }
    })
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let (people, roster) = (&meeting.presence, &meeting.roster);
    let mut counted = people.clone();
    counted.recount(roster, 0);
    let counts = counted.seated == people.seated && counted.attending == people.attending;
    let everywhere: BTreeSet<&PersonId> = people.at.people().collect();
    Meeting::first_broken(&[
        (
            people.present.keys().eq(everywhere),
            "somebody is present at no node, or at one without being present",
        ),
        (counted.present == people.present, "somebody is present who is not to be counted"),
        (counts, "the counts of those present differ from a recount"),
        (counted.absent_since == people.absent_since, "a delegation is absent and seated, or gone"),
    ])
}
