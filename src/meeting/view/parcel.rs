//! What has changed, as it is sent: one parcel for each scope.

use std::collections::{BTreeMap, BTreeSet};

use super::change::changes_for;
use super::*;

/// What changes bring to one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel<S = Scope, E = Entity> {
    /// The scope.
    pub scope: S,
    /// Entities that are new or other than before.
    pub set: Vec<E>,
    /// Entities that are gone from the scope. One that went over to another scope is set there, by a parcel that may
    /// come before or after this one.
    pub removed: Vec<EntityRef>,
}

impl Parcel {
    fn of(scope: Scope) -> Self {
        Self { scope, set: Vec::new(), removed: Vec::new() }
    }
}

/// The changes between two states, without what is as it was, for the scopes that somebody follows. Scopes of few
/// come first and `everyone` last: who has taken that in has taken in all before it.
pub fn parcels(
    before: &Meeting,
    touched: &BTreeSet<Key>,
    after: &Meeting,
    is_followed: impl Fn(&Scope) -> bool,
) -> Vec<Parcel> {
    let was = View::of(before);
    let mut parcels: BTreeMap<Scope, Parcel> = BTreeMap::new();
    for Change { scope, key, entity } in changes_for(before, touched, after, is_followed) {
        // What is as it was need not travel; what has gone over to another scope is not as it was.
        if key.scope(before) == scope && was.render(&key) == entity {
            continue;
        }
        let parcel = parcels.entry(scope.clone()).or_insert_with(|| Parcel::of(scope));
        match entity {
            Some(entity) => parcel.set.push(entity),
            None => parcel.removed.push(key.entity_ref()),
        }
    }
    let everyone = parcels.remove(&Scope::Everyone);
    parcels.into_values().chain(everyone).collect()
}
