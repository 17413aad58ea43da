//! A plan as a tree in which entries stand under their ids, and back.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::conference::plan::ConferencePlan;

/// Sections whose entries have an id, and where in an entry it stands.
const SECTIONS: [(&str, &str); 10] = [
    ("sessions", "/plan/id"),
    ("channels", "/id"),
    ("booths", "/plan/id"),
    ("lists", "/id"),
    ("agenda_items", "/id"),
    ("stakeholders", "/id"),
    ("delegations", "/id"),
    ("people", "/id"),
    ("objectives", "/number"),
    ("regions", "/id"),
];

/// What the entries of a section are known by, in words; none for what is no section.
pub(super) fn known_by(section: &str) -> Option<&'static str> {
    let (_, pointer) = SECTIONS.iter().find(|(name, _)| *name == section)?;
    pointer.rsplit('/').next()
}

/// A plan with its entries by id, and the order they had.
pub(super) struct Tree {
    pub(super) root: Value,
    orders: BTreeMap<&'static str, Vec<String>>,
}

impl Tree {
    pub(super) fn of(plan: &ConferencePlan) -> Result<Self, serde_json::Error> {
        let mut root = serde_json::to_value(plan)?;
        let mut orders = BTreeMap::new();
        for (section, pointer) in SECTIONS {
            let Some(entries) = root.get_mut(section) else { continue };
            let listed = entries.as_array().into_iter().flatten();
            let by_id: Vec<(String, Value)> =
                listed.filter_map(|entry| Some((id(entry.pointer(pointer)?), entry.clone()))).collect();
            orders.insert(section, by_id.iter().map(|(id, _)| id.clone()).collect());
            *entries = Value::Object(by_id.into_iter().collect());
        }
        Ok(Self { root, orders })
    }

    /// Ids of a section's entries in the order of the plan.
    pub(super) fn order(&self, section: &str) -> &[String] {
        self.orders.get(section).map_or(&[], Vec::as_slice)
    }
}

/// A tree as a plan. `order` names the ids of a section in their order; an id that comes again, or has no entry, counts for
/// nothing.
pub(super) fn plan(
    mut root: Value,
    order: impl Fn(&str) -> Vec<String>,
) -> Result<ConferencePlan, serde_json::Error> {
    for (section, _) in SECTIONS {
        let Some(entries) = root.get_mut(section) else { continue };
        let mut by_id: Map<String, Value> = entries.as_object().cloned().unwrap_or_default();
        let ordered = order(section).iter().filter_map(|id| by_id.remove(id)).collect();
        *entries = Value::Array(ordered);
    }
    serde_json::from_value(root)
}

/// Has a tree say in one place what another says there.
pub(super) fn put_back(root: &mut Value, from: &Value, path: &[String]) {
    let Some((last, above)) = path.split_last() else { return };
    let (mut at, mut there) = (root, Some(from));
    for key in above {
        let Some(next) = at.get_mut(key) else { return };
        (at, there) = (next, there.and_then(|there| there.get(key)));
    }
    let Some(at) = at.as_object_mut() else { return };
    match there.and_then(|there| there.get(last)) {
        Some(value) => drop(at.insert(last.clone(), value.clone())),
        None => drop(at.remove(last)),
    }
}

fn id(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
