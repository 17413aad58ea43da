//! Reads the people: who they are, their seat or booth, and their roles in each session.

use std::collections::BTreeMap;

use super::known::Known;
use super::limits::{NAME_CHARS_MAX, PEOPLE_MAX, TITLE_CHARS_MAX};
use super::reader::{Field, Keys, Section};
use super::suggestion;
use crate::conference::plan::{Participant, Roles};
use crate::terms::ids::{PersonId, Wording};
use crate::terms::people::{Gender, Position, Rank, Role};

pub(super) const KEYS: Keys = &[
    ("id", "\"chair-1\""),
    ("name", "{ en = \"H.E. Ms. Amina Haddad\" }"),
    ("function", "{ en = \"Minister of Labour\" }"),
    ("delegation", "\"lebanon\""),
    ("booth", "\"english-booth\""),
    ("captions", "\"en\""),
    ("language", "\"en\""),
    ("roles", "{ \"*\" = [\"delegate\"] }"),
    ("rank", "\"minister\""),
    ("gender", "\"female\""),
    ("position", "\"head\""),
];
pub(super) const RANKS: &[(&str, Rank)] = &[
    ("head_of_state", Rank::HeadOfState),
    ("vice_president", Rank::VicePresident),
    ("crown_prince", Rank::CrownPrince),
    ("head_of_government", Rank::HeadOfGovernment),
    ("minister", Rank::Minister),
    ("vice_minister", Rank::ViceMinister),
    ("head_of_delegation", Rank::HeadOfDelegation),
];
pub(super) const GENDERS: &[(&str, Gender)] =
    &[("female", Gender::Female), ("male", Gender::Male), ("other", Gender::Other)];
pub(super) const POSITIONS: &[(&str, Position)] = &[
    ("head", Position::Head),
    ("representative", Position::Representative),
    ("alternate", Position::Alternate),
    ("adviser", Position::Adviser),
    ("expert", Position::Expert),
];
pub(super) const ROLES: &[(&str, Role)] = &[
    ("chair", Role::Chair),
    ("moderator", Role::Moderator),
    ("secretariat", Role::Secretariat),
    ("rapporteur", Role::Rapporteur),
    ("delegate", Role::Delegate),
    ("panellist", Role::Panellist),
    ("observer", Role::Observer),
    ("interpreter", Role::Interpreter),
    ("technician", Role::Technician),
    ("captioner", Role::Captioner),
    ("display", Role::Display),
];
/// Stands for all sessions that a person has no roles of their own in.
pub(super) const EVERYWHERE: &str = "*";

/// The people in the file's order.
pub(super) fn people(field: &Field<'_>, known: &Known<'_>) -> Vec<Participant> {
    let mut seen = BTreeMap::new();
    field.items(PEOPLE_MAX).iter().filter_map(|field| person(field, known, &mut seen)).collect()
}

fn person(field: &Field<'_>, known: &Known<'_>, seen: &mut BTreeMap<PersonId, usize>) -> Option<Participant> {
    let section = field.section(KEYS)?;
    let id = section.required("id").and_then(|field| field.new_id(seen));
    let name = section.required("name").and_then(|field| field.partial_wording(known, NAME_CHARS_MAX));
    let function = section.optional("function").map(|field| field.wording(known, TITLE_CHARS_MAX));
    let delegation = section.optional("delegation").map(|field| field.reference("delegations", known));
    let booth = section.optional("booth").map(|field| field.reference("booths", known));
    let captions = section.optional("captions").map(|field| field.working_language(known));
    let language = section.required("language").and_then(|field| field.working_language(known));
    let roles = section.required("roles").map(|field| roles(&field, known));
    let rank = section.optional("rank").map(|field| field.choice(RANKS));
    if rank.is_some() && delegation.is_none() {
        section.fault(
            "rank",
            "is the level of one who speaks for a seat",
            "delete it, or add `delegation = \"…\"`",
        );
    }
    let gender = section.optional("gender").map(|field| field.choice(GENDERS));
    let position = section.optional("position").map(|field| field.choice(POSITIONS));
    if position.is_some() && delegation.is_none() {
        section.fault(
            "position",
            "is the position in a delegation",
            "delete it, or add `delegation = \"…\"`",
        );
    }
    if let Some(roles) = &roles {
        check_place(&section, roles);
    }
    Some(Participant {
        id: id?,
        name: name?,
        function: function.unwrap_or_else(|| Some(Wording::default()))?,
        delegation: delegation.unwrap_or_default(),
        booth: booth.unwrap_or_default(),
        captions: captions.unwrap_or_default(),
        language: language?,
        rank: rank.unwrap_or_default(),
        gender: gender.unwrap_or_default(),
        position: position.unwrap_or_default(),
        roles: roles?,
    })
}

fn roles(field: &Field<'_>, known: &Known<'_>) -> Roles {
    let mut roles = Roles::default();
    let mut told = false;
    for (session, words) in field.pairs("roles = { \"*\" = [\"delegate\"], opening = [\"chair\"] }") {
        let mut seen = BTreeMap::new();
        let read = |word: &Field<'_>| {
            let role = word.choice(ROLES)?;
            word.only_once(word.value.as_str()?.to_owned(), &mut seen).map(|_| role)
        };
        let entries = words.items(ROLES.len());
        // An empty list for all sessions is written on purpose: somebody who is in none for now.
        told |= !entries.is_empty() || session == EVERYWHERE && words.is_empty_list();
        let here: Vec<Role> = entries.iter().filter_map(read).collect();
        if session == EVERYWHERE {
            roles.in_all_sessions = here;
        } else if known.has("sessions", session) {
            // An entry of [[sessions]] whose id is malformed is told there.
            roles.by_session.extend(session.parse().ok().map(|id| (id, here)));
        } else {
            let remedy = suggestion::one_of(session, "sessions (or \"*\" for all)", known.ids("sessions"));
            words.fault("no session has this id", remedy);
        }
    }
    if !told && field.value.is_table() {
        field.fault("gives no role in any session", "give one: roles = { \"*\" = [\"observer\"] }");
    }
    roles
}

/// What a role asks of the person: a delegate has a seat, an interpreter a booth, a captioner a language.
fn check_place(section: &Section<'_>, roles: &Roles) {
    let all: Vec<Role> = roles.by_session.values().flatten().chain(&roles.in_all_sessions).copied().collect();
    if all.contains(&Role::Delegate) && section.optional("delegation").is_none() {
        section.fault(
            "delegation",
            "a delegate speaks for a seat",
            "add `delegation = \"…\"`, or change the role",
        );
    }
    let in_booth = all.contains(&Role::Interpreter);
    if in_booth && section.optional("booth").is_none() {
        section.fault("booth", "an interpreter works in a booth", "add `booth = \"…\"`, or change the role");
    }
    if !in_booth && section.optional("booth").is_some() {
        section.fault(
            "booth",
            "only an interpreter works in a booth",
            "delete it, or give the role `interpreter`",
        );
    }
    let captions = all.contains(&Role::Captioner);
    if captions && section.optional("captions").is_none() {
        section.fault(
            "captions",
            "a captioner writes in one language",
            "add `captions = \"…\"`, or change the role",
        );
    }
    if !captions && section.optional("captions").is_some() {
        section.fault(
            "captions",
            "only a captioner writes captions",
            "delete it, or give the role `captioner`",
        );
    }
    if all.contains(&Role::Display) && all.iter().any(|role| *role != Role::Display) {
        section.fault("roles", "a display is a screen, not a person", "give it no other role than `display`");
    }
}
