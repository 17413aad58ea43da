//! Reads the rules that a session follows.

use super::limits::{GRACE_MS_MAX, GRACE_MS_MIN, TURN_MS_MAX, TURN_MS_MIN};
use super::reader::{Field, Keys};
use crate::meeting::procedure::rules::{Profile, Rules, TimeMode};

pub(super) const RULES_KEYS: Keys = &[
    ("profile", "\"informal\""),
    ("point_of_order", "\"3 min\""),
    ("time_mode", "\"advise\""),
    ("amber", "\"30 s\""),
    ("grace", "\"15 s\""),
];
pub(super) const PROFILES: &[(&str, Profile)] = &[
    ("informal", Profile::Informal),
    ("general_assembly", Profile::GeneralAssembly),
    ("functional_commission", Profile::FunctionalCommission),
];
pub(super) const TIME_MODES: &[(&str, TimeMode)] = &[
    ("advise", TimeMode::Advise),
    ("chime", TimeMode::Chime),
    ("confirmed_cut", TimeMode::ConfirmedCut),
    ("automatic_cut", TimeMode::AutomaticCut),
];

/// The rules as written; what is left out is as by default. None if something is wrong.
pub(super) fn rules(field: &Field<'_>) -> Option<Rules> {
    let section = field.section(RULES_KEYS)?;
    let rules = Rules::default();
    let profile = section.optional("profile").map(|field| field.choice(PROFILES));
    let point = section.optional("point_of_order").map(|field| field.duration(TURN_MS_MIN..=TURN_MS_MAX));
    let time_mode = section.optional("time_mode").map(|field| field.choice(TIME_MODES));
    let amber = section.optional("amber").map(|field| field.duration(GRACE_MS_MIN..=GRACE_MS_MAX));
    let grace = section.optional("grace").map(|field| field.duration(GRACE_MS_MIN..=GRACE_MS_MAX));
    Some(Rules {
        profile: profile.unwrap_or(Some(rules.profile))?,
        point_of_order_ms: point.unwrap_or(Some(rules.point_of_order_ms))?,
        time_mode: time_mode.unwrap_or(Some(rules.time_mode))?,
        amber_ms: amber.unwrap_or(Some(rules.amber_ms))?,
        grace_ms: grace.unwrap_or(Some(rules.grace_ms))?,
    })
}
