//! Writes the people of a conference file.

use super::read_people::{EVERYWHERE, GENDERS, POSITIONS, RANKS, ROLES};
use super::writer::{Table, list, text, word, wording};
use crate::conference::plan::{Participant, Roles};
use crate::terms::ids::Language;
use crate::terms::people::Role;

pub(super) fn person(plan: &Participant, languages: &[Language]) -> Table {
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("name", wording(&plan.name, languages))
        .with("function", wording(&plan.function, languages))
        .with("delegation", plan.delegation.as_ref().map(|seat| text(seat.as_str())))
        .with("booth", plan.booth.as_ref().map(|booth| text(booth.as_str())))
        .with("captions", plan.captions.as_ref().map(|language| text(language.as_str())))
        .with("language", text(plan.language.as_str()))
        .with("roles", roles(&plan.roles))
        .with("rank", plan.rank.and_then(|rank| word(RANKS, &rank)))
        .with("gender", plan.gender.and_then(|gender| word(GENDERS, &gender)))
        .with("position", plan.position.and_then(|position| word(POSITIONS, &position)))
}

/// Roles everywhere first. Whoever has a role nowhere has an empty list everywhere, which is said on purpose.
fn roles(roles: &Roles) -> Option<String> {
    let words = |here: &[Role]| {
        list(here.iter().filter_map(|role| word(ROLES, role))).unwrap_or_else(|| "[]".to_owned())
    };
    let everywhere = !roles.in_all_sessions.is_empty() || roles.by_session.values().all(Vec::is_empty);
    let table = Table::default().with(&text(EVERYWHERE), everywhere.then(|| words(&roles.in_all_sessions)));
    let by_session = roles.by_session.iter();
    by_session.fold(table, |table, (session, here)| table.with(session.as_str(), words(here))).inline()
}
