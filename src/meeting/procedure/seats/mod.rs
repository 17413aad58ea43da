//! Seats as they change while the session lives: who sits in a delegation, in which position, under which name. The
//! conference decides it, and the sitting follows; what it changed since it gave the charter lies over that.

mod events;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::terms::ids::{Language, PersonId, Wording};
use crate::terms::people::{Person, Position, Rank, Roster};

/// What happened to a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person was added to a delegation.
    PersonSeated {
        /// The person.
        person: Box<Person>,
    },
    /// Position and level of a person changed.
    SeatChanged {
        /// Who.
        person: PersonId,
        /// Position in the delegation.
        position: Position,
        /// Level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rank: Option<Rank>,
        /// How often the conference has changed the person; none in a log of a session that counted by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// A name was corrected.
    NameCorrected {
        /// Whose.
        person: PersonId,
        /// In which language.
        language: Language,
        /// The name.
        name: String,
        /// As in `SeatChanged`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// A person was withdrawn from the conference.
    PersonWithdrawn {
        /// Who.
        person: PersonId,
    },
}

/// What was changed of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// The person, where they were added.
    pub seated: Option<Box<Person>>,
    /// Position and level, where they were changed.
    pub seat: Option<(Position, Option<Rank>)>,
    /// Names that were corrected.
    pub names: Wording,
    /// Whether they were withdrawn.
    pub withdrawn: bool,
    /// How often they were changed.
    pub version: u32,
}

/// All that was changed since the charter was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    changed: imbl::OrdMap<PersonId, Changed>,
    /// Who was added, in their order.
    added: imbl::Vector<PersonId>,
}

impl State {
    /// How often a person was changed.
    pub fn version(&self, person: &PersonId) -> u32 {
        self.changed.get(person).map_or(0, |changed| changed.version)
    }

    /// What was changed of people, by their ids.
    pub fn changed(&self) -> impl Iterator<Item = (&PersonId, &Changed)> {
        self.changed.iter()
    }

    /// The people and delegations of a charter, with what was changed of them.
    pub fn roster(&self, charter: &Charter) -> Roster {
        let known: BTreeMap<&PersonId, ()> = charter.people.iter().map(|person| (&person.id, ())).collect();
        let added = self.added.iter().filter_map(|id| self.changed.get(id)?.seated.as_deref());
        // A seat that is gone from the file has nobody in it.
        let seats = |person: &&Person| {
            charter.delegations.iter().any(|seat| Some(&seat.id) == person.delegation.as_ref())
        };
        let added = added.filter(|person| !known.contains_key(&person.id)).filter(seats);
        let people: Vec<Person> =
            charter.people.iter().chain(added).filter_map(|person| self.as_changed(person)).collect();
        Roster::of(&people, &charter.delegations)
    }

    /// A person with what was changed of them; none if they were withdrawn.
    fn as_changed(&self, person: &Person) -> Option<Person> {
        let mut person = person.clone();
        let Some(changed) = self.changed.get(&person.id) else { return Some(person) };
        if let Some((position, rank)) = changed.seat {
            (person.position, person.rank) = (Some(position), rank);
        }
        person.name.0.extend(changed.names.0.clone());
        (!changed.withdrawn).then_some(person)
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event) {
        match event {
            Event::PersonSeated { person } => {
                if !self.added.contains(&person.id) {
                    self.added.push_back(person.id.clone());
                }
                self.change(&person.id, None, |changed| changed.seated = Some(person.clone()));
            }
            Event::SeatChanged { person, position, rank, version } => {
                self.change(person, *version, |changed| changed.seat = Some((*position, *rank)));
            }
            Event::NameCorrected { person, language, name, version } => {
                self.change(person, *version, |changed| {
                    drop(changed.names.0.insert(language.clone(), name.clone()))
                });
            }
            Event::PersonWithdrawn { person } => {
                self.change(person, None, |changed| changed.withdrawn = true)
            }
        }
    }

    fn change(&mut self, person: &PersonId, version: Option<u32>, change: impl FnOnce(&mut Changed)) {
        let changed = self.changed.entry(person.clone()).or_default();
        change(changed);
        changed.version = version.unwrap_or(changed.version + 1);
    }

    /// A charter that the conference gave holds all that was changed: nothing lies over it any more.
    pub(in crate::meeting) fn settle(&mut self, charter: &Charter) {
        let versions = charter.seat_versions.iter();
        let versions = versions
            .map(|(person, version)| (person.clone(), Changed { version: *version, ..Changed::default() }));
        self.changed = versions.collect();
    }
}

/// Whether what an event says of a seat is so already.
pub(in crate::meeting) fn is_so(meeting: &Meeting, event: &Event) -> bool {
    let roster = &meeting.roster;
    match event {
        Event::PersonSeated { person } => roster.person(&person.id) == Some(person),
        Event::SeatChanged { person, position, rank, .. } => {
            roster.person(person).is_none_or(|known| (known.position, known.rank) == (Some(*position), *rank))
        }
        Event::NameCorrected { person, language, name, .. } => {
            roster.person(person).is_none_or(|known| known.name.0.get(language) == Some(name))
        }
        Event::PersonWithdrawn { person } => roster.person(person).is_none(),
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let made = meeting.charter.as_ref().map(|charter| meeting.seats.roster(charter)).unwrap_or_default();
    Meeting::first_broken(&[(
        *meeting.roster == made,
        "the roster is not the charter's with what was changed",
    )])
}
