//! Changes of a plan, as the secretariat and whoever edits the file make them: what the tests of writing and merging try.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{SAMPLE, SMALL};
use crate::conference::ConferencePlan;
use crate::conference::plan::{Participant, Roles};
use crate::terms::ids::{Language, Millis, PersonId};
use crate::terms::people::{Position, Rank, Role};

pub(super) fn sample() -> ConferencePlan {
    ConferencePlan::from_text("sample.toml", SAMPLE).expect("no fault")
}

pub(super) fn small() -> ConferencePlan {
    ConferencePlan::from_text("small.toml", SMALL).expect("no fault")
}

pub(super) fn language(tag: &str) -> Language {
    tag.parse().expect("a language")
}

/// A person of the plan, to be changed.
pub(super) fn person<'p>(plan: &'p mut ConferencePlan, id: &str) -> &'p mut Participant {
    plan.people.iter_mut().find(|person| person.id.as_str() == id).expect("a person")
}

/// Somebody seated on screen in the first delegation, with a name in one language.
pub(super) fn seated(plan: &ConferencePlan, id: &str) -> Participant {
    let id: PersonId = id.parse().expect("an identifier");
    let mut person = plan.people.first().expect("a person").clone();
    person.delegation = plan.delegations.first().map(|seat| seat.id.clone());
    person.name.0.retain(|language, _| language.as_str() == "en");
    person.roles = Roles { in_all_sessions: vec![Role::Delegate], ..Roles::default() };
    Participant { id, rank: None, gender: None, position: Some(Position::Adviser), booth: None, ..person }
}

#[derive(Debug, Clone)]
pub(super) enum Change {
    /// This session and all after it begin so much later.
    Later(Index, Millis),
    Title(Index, String),
    Name(Index, String),
    Rank(Index, Option<Rank>),
    Seat(u8),
    Withdraw(Index),
    Cancel(Index),
    Turn(Index, Millis),
    NoteOfRunSheet(String),
    Region(Index),
    Public(bool),
}

/// A text of one line, with what TOML would read otherwise if it stood there bare.
fn any_line() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["Ms. A", "“B” \"C\" \\ d", "السيدة هـ", "# no comment", "'''", "é = 1", "[x]"])
        .prop_map(str::to_owned)
}

pub(super) fn any_change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let rank = prop::option::of(prop::sample::select(vec![Rank::Minister, Rank::HeadOfState]));
    prop_oneof![
        (at(), 1..3 * 86_400_000_i64).prop_map(|(at, by_ms)| Change::Later(at, by_ms)),
        (at(), any_line()).prop_map(|(at, title)| Change::Title(at, title)),
        (at(), any_line()).prop_map(|(at, name)| Change::Name(at, name)),
        (at(), rank).prop_map(|(at, rank)| Change::Rank(at, rank)),
        any::<u8>().prop_map(Change::Seat),
        at().prop_map(Change::Withdraw),
        at().prop_map(Change::Cancel),
        (at(), 10_000..7_200_000_i64).prop_map(|(at, turn_ms)| Change::Turn(at, turn_ms)),
        any_line().prop_map(|line| Change::NoteOfRunSheet(format!("{line}\nand {line}"))),
        at().prop_map(Change::Region),
        any::<bool>().prop_map(Change::Public),
    ]
}

impl Change {
    /// Makes the change; `by` is part of the ids of what it adds.
    pub(super) fn make(&self, plan: &mut ConferencePlan, by: &str) {
        let english = language("en");
        match self {
            Self::Later(at, by_ms) => {
                let from = at.index(plan.sessions.len());
                for session in &mut plan.sessions[from..] {
                    session.plan.starts_at_ms += by_ms;
                    session.plan.ends_at_ms += by_ms;
                }
            }
            Self::Title(at, title) => {
                at.get_mut(&mut plan.sessions).plan.title.0.insert(english, title.clone());
            }
            Self::Name(at, name) => {
                at.get_mut(&mut plan.people).name.0.insert(english, name.clone());
            }
            Self::Rank(at, rank) => {
                let person = at.get_mut(&mut plan.people);
                person.rank = rank.filter(|_| person.delegation.is_some());
            }
            Self::Seat(number) => {
                let id = format!("{by}-{number}");
                if plan.people.iter().all(|person| person.id.as_str() != id) {
                    let person = seated(plan, &id);
                    plan.people.push(person);
                }
            }
            Self::Withdraw(at) if plan.people.len() > 1 => {
                drop(plan.people.remove(at.index(plan.people.len())));
            }
            Self::Cancel(at) if plan.sessions.len() > 1 => {
                drop(plan.sessions.remove(at.index(plan.sessions.len())));
            }
            // Somebody, and some session, there always is.
            Self::Withdraw(_) | Self::Cancel(_) => {}
            Self::Turn(at, turn_ms) => at.get_mut(&mut plan.lists).turn_ms = *turn_ms,
            Self::NoteOfRunSheet(note) => {
                let items = plan.sessions.iter_mut().flat_map(|session| &mut session.plan.run_sheet);
                items.take(1).for_each(|item| item.note.clone_from(note));
            }
            Self::Region(at) => {
                let region = plan.regions.first().map(|region| region.id.clone());
                at.get_mut(&mut plan.delegations).region = region;
            }
            // Recordings are published where the public may listen alone.
            Self::Public(public) => (plan.public_listening, plan.public_recordings) = (*public, *public),
        }
    }
}

/// Some changes of one side.
pub(super) fn any_changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(any_change(), 0..8)
}

pub(super) fn changed(plan: &ConferencePlan, changes: &[Change], by: &str) -> ConferencePlan {
    let mut plan = plan.clone();
    changes.iter().for_each(|change| change.make(&mut plan, by));
    plan
}
