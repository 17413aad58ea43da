//! Reads the seats: delegations with their names and category, types of stakeholder, the organisers.

use std::collections::BTreeMap;

use super::known::Known;
use super::limits::{DELEGATIONS_MAX, NAME_CHARS_MAX, PLATE_CHARS_MAX, REGIONS_MAX, STAKEHOLDERS_MAX};
use super::reader::{Field, Keys};
use crate::conference::plan::StakeholderType;
use crate::meeting::charter::Region;
use crate::terms::ids::{DelegationId, Language};
use crate::terms::people::{Category, Delegation};

pub(super) const STAKEHOLDER_KEYS: Keys = &[("id", "\"academia\""), ("name", "{ en = \"Academia\" }")];
pub(super) const REGION_KEYS: Keys = &[("id", "\"maghreb\""), ("name", "{ en = \"Maghreb\" }")];
pub(super) const DELEGATION_KEYS: Keys = &[
    ("id", "\"lebanon\""),
    ("category", "\"member_state\""),
    ("stakeholder", "\"academia\""),
    ("formal", "{ en = \"the Lebanese Republic\" }"),
    ("short", "{ en = \"Lebanon\" }"),
    ("plate", "{ en = \"LEBANON\" }"),
    ("sort_key", "{ en = \"Lebanon\" }"),
    ("region", "\"mashreq\""),
    ("procedural_motions", "true"),
];

/// Accreditation categories as the file writes them.
pub(super) const CATEGORIES: &[(&str, Category)] = &[
    ("member_state", Category::MemberState),
    ("observer_state", Category::ObserverState),
    ("igo", Category::Igo),
    ("un_entity", Category::UnEntity),
    ("nhri", Category::Nhri),
    ("ngo", Category::Ngo),
];

/// The types of stakeholder in the file's order.
pub(super) fn stakeholders(field: &Field<'_>, known: &Known<'_>) -> Vec<StakeholderType> {
    let mut seen: BTreeMap<DelegationId, usize> = BTreeMap::new();
    let read = |field: &Field<'_>| {
        let section = field.section(STAKEHOLDER_KEYS)?;
        // A type of stakeholder has no identifier type of its own; the rule for the text is the same.
        let id: Option<DelegationId> = section.required("id").and_then(|field| field.new_id(&mut seen));
        let name = section.required("name").and_then(|field| field.wording(known, NAME_CHARS_MAX));
        Some(StakeholderType { id: id?.into(), name: name? })
    };
    field.items(STAKEHOLDERS_MAX).iter().filter_map(read).collect()
}

/// The regions in the file's order.
pub(super) fn regions(field: &Field<'_>, known: &Known<'_>) -> Vec<Region> {
    let mut seen: BTreeMap<DelegationId, usize> = BTreeMap::new();
    let read = |field: &Field<'_>| {
        let section = field.section(REGION_KEYS)?;
        // As a type of stakeholder, a region has no identifier type of its own.
        let id: Option<DelegationId> = section.required("id").and_then(|field| field.new_id(&mut seen));
        let name = section.required("name").and_then(|field| field.wording(known, NAME_CHARS_MAX));
        Some(Region { id: id?.into(), name: name? })
    };
    field.items(REGIONS_MAX).iter().filter_map(read).collect()
}

/// The seats in the file's order.
pub(super) fn delegations(field: &Field<'_>, known: &Known<'_>) -> Vec<Delegation> {
    let mut seen = Seen::default();
    let read = |field: &Field<'_>| delegation(field, known, &mut seen);
    field.items(DELEGATIONS_MAX).iter().filter_map(read).collect()
}

#[derive(Debug, Default)]
struct Seen {
    ids: BTreeMap<DelegationId, usize>,
    plates: BTreeMap<(Language, String), usize>,
}

fn delegation(field: &Field<'_>, known: &Known<'_>, seen: &mut Seen) -> Option<Delegation> {
    let section = field.section(DELEGATION_KEYS)?;
    let id = section.required("id").and_then(|field| field.new_id(&mut seen.ids));
    let category = section.required("category").and_then(|field| field.choice(CATEGORIES));
    let stakeholder = section.optional("stakeholder");
    let stakeholder = stakeholder.map(|field| field.reference::<DelegationId>("stakeholders", known));
    let of_state = matches!(category, Some(Category::MemberState | Category::ObserverState));
    if of_state && stakeholder.is_some() {
        section.fault("stakeholder", "a State is no stakeholder", "delete it, or correct `category`");
    }
    let formal = section.required("formal").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let short = section.required("short").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let plate = section.required("plate").and_then(|field| field.wording(known, PLATE_CHARS_MAX));
    let sort_key = section.required("sort_key").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let region = section.optional("region").map(|field| field.reference::<DelegationId>("regions", known));
    let procedural_motions = section.optional("procedural_motions");
    if category.is_some_and(|category| category != Category::ObserverState) && procedural_motions.is_some() {
        section.fault(
            "procedural_motions",
            "only an observer State is given them",
            "delete it, or correct `category`",
        );
    }
    let procedural_motions = procedural_motions.map(|field| field.truth());
    for (language, text) in plate.iter().flat_map(|plate| &plate.0) {
        if let Some(line) = seen.plates.insert((language.clone(), text.clone()), section.line()) {
            let wrong = format!("the plate in {language} is that of the delegation on line {line} too");
            section.fault("plate", wrong, "give each seat a plate of its own");
        }
    }
    Some(Delegation {
        id: id?,
        formal: formal?,
        short: short?,
        plate: plate?,
        sort_key: sort_key?,
        category: category?,
        stakeholder: stakeholder.map(|id| id.map(String::from)).unwrap_or_default(),
        region: region.map(|id| id.map(String::from)).unwrap_or_default(),
        procedural_motions: procedural_motions.unwrap_or(Some(false))?,
    })
}

/// The seats of those who convene the conference.
pub(super) fn organisers(field: &Field<'_>, known: &Known<'_>) -> Vec<DelegationId> {
    field.references("delegations", known, DELEGATIONS_MAX)
}
