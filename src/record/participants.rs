//! The list of participants: by category, then by delegation in the order of the language, heads of delegation first.

use std::cmp::Ordering;

use super::front;
use super::model::{Cell, Column, Document, Kind, Table};
use super::reader::{Reader, tag};
use super::runs::Run;
use crate::conference::ConferencePlan;
use crate::conference::plan::Participant;
use crate::terms::people::{Category, Delegation, Position, Rank, Role};

/// Where somebody stands in a list of people: by their seat's category, then its place in the language, then theirs in it.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// None for those without a seat, who come last.
    pub category: Option<Category>,
    /// The name of their delegation.
    pub delegation: Vec<Run>,
    place: (String, u8, Option<Rank>, String),
}

/// What of a person says where they stand.
pub(super) struct Placed<'a> {
    pub seat: Option<&'a Delegation>,
    pub position: Option<Position>,
    pub rank: Option<Rank>,
    /// Their name in the language of the list.
    pub name: String,
}

impl Standing {
    /// Where a person stands.
    pub(super) fn of(reader: Reader<'_>, placed: Placed<'_>) -> Self {
        let seat = placed.seat;
        let key = seat.map(|seat| reader.words(&seat.sort_key)).unwrap_or_default();
        Self {
            category: seat.map(|seat| seat.category),
            delegation: seat.map(|seat| reader.run(&seat.formal)).unwrap_or_default(),
            place: (key, order(placed.position), placed.rank, placed.name),
        }
    }

    /// Who comes first. Of two without a position in one delegation whoever has the higher level, and any before none.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let (key, position, rank, name) = &self.place;
        let (other_key, other_position, other_rank, other_name) = &other.place;
        let category = (self.category.is_none(), self.category);
        category
            .cmp(&(other.category.is_none(), other.category))
            .then_with(|| key.cmp(other_key))
            .then_with(|| position.cmp(other_position))
            .then_with(|| (rank.is_none(), rank).cmp(&(other_rank.is_none(), other_rank)))
            .then_with(|| name.cmp(other_name))
    }
}

/// The place of a position in its delegation. Who has none stands with the representatives.
fn order(position: Option<Position>) -> u8 {
    match position {
        Some(Position::Head) => 0,
        Some(Position::Representative) | None => 1,
        Some(Position::Alternate) => 2,
        Some(Position::Adviser) => 3,
        Some(Position::Expert) => 4,
    }
}

/// The heading of a category.
pub(super) fn section(reader: Reader<'_>, category: Option<Category>) -> Vec<Run> {
    match category {
        Some(category) => reader.own(reader.with("category-name", [("category", tag(&category))])),
        None => reader.line("record-without-seat"),
    }
}

/// Makes the document.
pub(super) fn make(reader: Reader<'_>, plan: &ConferencePlan) -> Document {
    let mut document = front::of_conference(reader, plan, Kind::Participants);
    add(reader, plan, 1, &mut document);
    document
}

/// All who take part, in order. Who works in a booth or looks after the sound is no participant, nor is a screen.
fn participants<'a>(reader: Reader<'_>, plan: &'a ConferencePlan) -> Vec<(Standing, &'a Participant)> {
    let serves =
        |role: &Role| matches!(role, Role::Interpreter | Role::Technician | Role::Captioner | Role::Display);
    let takes_part = |person: &&Participant| {
        let mut roles = person.roles.by_session.values().flatten().chain(&person.roles.in_all_sessions);
        roles.any(|role| !serves(role))
    };
    let standing = |person: &'a Participant| {
        let seat = plan.seat_of(person);
        let (position, rank, name) = (person.position, person.rank, reader.words(&person.name));
        (Standing::of(reader, Placed { seat, position, rank, name }), person)
    };
    let mut participants: Vec<_> = plan.people.iter().filter(takes_part).map(standing).collect();
    participants.sort_by(|(one, _), (other, _)| one.order(other));
    participants
}

/// How many take part, and how many delegations do, by category in order.
pub(super) fn counts(reader: Reader<'_>, plan: &ConferencePlan) -> Vec<(Option<Category>, usize, usize)> {
    let mut counts: Vec<(Option<Category>, usize, usize)> = Vec::new();
    let mut seats = std::collections::BTreeSet::new();
    for (standing, person) in participants(reader, plan) {
        if counts.last().is_none_or(|(category, _, _)| *category != standing.category) {
            counts.push((standing.category, 0, 0));
        }
        let is_new = person.delegation.as_ref().is_some_and(|seat| seats.insert(seat.clone()));
        if let Some((_, delegations, people)) = counts.last_mut() {
            *people += 1;
            *delegations += usize::from(is_new);
        }
    }
    counts
}

/// Adds the list to a document, a table below a heading of this level for each category.
pub(super) fn add(reader: Reader<'_>, plan: &ConferencePlan, level: u8, document: &mut Document) {
    let participants = participants(reader, plan);
    for category in counts(reader, plan).into_iter().map(|(category, _, _)| category) {
        let name = section(reader, category);
        let of_it = participants.iter().filter(|(standing, _)| standing.category == category);
        let rows = of_it.map(|(standing, person)| row(reader, standing, person)).collect();
        document.heading(level, name.clone());
        document.table(Table { caption: name, columns: columns(reader), rows });
    }
}

fn columns(reader: Reader<'_>) -> Vec<Column> {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    vec![
        column("category", "record-column-category", 0),
        column("delegation_id", "record-column-delegation", 0),
        column("delegation", "record-column-delegation", 30),
        column("person_id", "record-column-name", 0),
        column("name", "record-column-name", 28),
        column("function", "record-column-function", 27),
        column("position", "record-column-position", 15),
    ]
}

fn row(reader: Reader<'_>, standing: &Standing, person: &Participant) -> Vec<Cell> {
    let position = person.position.map(|position| tag(&position)).unwrap_or_default();
    let told = person.position.map(|_| reader.with("position-name", [("position", position.clone())]));
    vec![
        Cell::data(standing.category.map(|category| tag(&category)).unwrap_or_default()),
        Cell::data(person.delegation.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cell::of(standing.delegation.clone()),
        Cell::data(person.id.as_str()),
        Cell::of(reader.run(&person.name)),
        Cell::of(reader.run(&person.function)),
        Cell::with(told.map(|told| reader.own(told)).unwrap_or_default(), position),
    ]
}
