//! Seats as the secretariat changes them while the conference runs: who sits in a delegation, in which position, under
//! which name. What the conference file says stays beneath, so a file that is read again loses none of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::charter::Charter;
use super::ids::{DelegationId, Language, PersonId, Wording};
use super::people::{Person, Position, Rank, Role, Roster};
use super::refusal::{self, Field, Refusal};
use super::{Meeting, event, limits, text};

/// What a participant may ask of seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "SeatsCommand"), schemars(rename = "SeatsCommand"))]
pub enum Command {
    /// Add a person to a delegation. They may speak for it.
    SeatPerson {
        /// A new id, made by the client.
        person: PersonId,
        /// Which delegation.
        delegation: DelegationId,
        /// Name with courtesy title in one or more of the session's languages, each 1 to 200 characters.
        name: Wording,
        /// Position in the delegation.
        position: Position,
        /// Level; null for none.
        rank: Option<Rank>,
        /// Language of their pages until they choose another.
        language: Language,
    },
    /// Change the position and level of somebody who has a seat.
    ChangeSeat {
        /// Who.
        person: PersonId,
        /// Position in the delegation.
        position: Position,
        /// Level; null for none.
        rank: Option<Rank>,
        /// Version of the occupant that the sender saw; another version refuses the change. Null: whatever it is.
        version: Option<u32>,
    },
    /// Correct the name of somebody who has a seat, in one language.
    CorrectName {
        /// Who.
        person: PersonId,
        /// In which of the session's languages.
        language: Language,
        /// The name with courtesy title, 1 to 200 characters.
        name: String,
        /// As in `change_seat`.
        version: Option<u32>,
    },
    /// Withdraw somebody who has a seat from the conference. Their links stop working.
    WithdrawPerson {
        /// Who.
        person: PersonId,
    },
}

impl Command {
    /// The same for another session of the conference, where nobody saw a version.
    #[must_use]
    pub fn for_other_sessions(&self) -> Self {
        let mut command = self.clone();
        match &mut command {
            Self::ChangeSeat { version, .. } | Self::CorrectName { version, .. } => *version = None,
            Self::SeatPerson { .. } | Self::WithdrawPerson { .. } => {}
        }
        command
    }
}

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
    },
    /// A name was corrected.
    NameCorrected {
        /// Whose.
        person: PersonId,
        /// In which language.
        language: Language,
        /// The name.
        name: String,
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

/// All that was changed since the conference file was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    changed: imbl::OrdMap<PersonId, Changed>,
}

impl State {
    /// How often a person was changed.
    pub fn version(&self, person: &PersonId) -> u32 {
        self.changed.get(person).map_or(0, |changed| changed.version)
    }

    /// The people and delegations of a charter, with what was changed of them.
    pub fn roster(&self, charter: &Charter) -> Roster {
        let known: BTreeMap<&PersonId, ()> = charter.people.iter().map(|person| (&person.id, ())).collect();
        let added = self.changed.values().filter_map(|changed| changed.seated.as_deref());
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

    pub(super) fn evolve(&mut self, event: &Event) {
        match event {
            Event::PersonSeated { person } => {
                self.change(&person.id, |changed| changed.seated = Some(person.clone()));
            }
            Event::SeatChanged { person, position, rank } => {
                self.change(person, |changed| changed.seat = Some((*position, *rank)));
            }
            Event::NameCorrected { person, language, name } => {
                self.change(person, |changed| drop(changed.names.0.insert(language.clone(), name.clone())));
            }
            Event::PersonWithdrawn { person } => self.change(person, |changed| changed.withdrawn = true),
        }
    }

    fn change(&mut self, person: &PersonId, change: impl FnOnce(&mut Changed)) {
        let changed = self.changed.entry(person.clone()).or_default();
        change(changed);
        changed.version += 1;
    }
}

pub(super) fn decide(meeting: &Meeting, command: &Command) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::SeatPerson { person, delegation, name, position, rank, language } => {
            meeting.roster.delegation(delegation).ok_or(Refusal::Unknown { field: Field::Delegation })?;
            let known = meeting.roster.person(person).is_some() || meeting.seats.changed.contains_key(person);
            if known {
                return Err(Refusal::PersonKnown { person: person.clone() });
            }
            if meeting.seats.changed.len() >= limits::SEATS_CHANGED_MAX as usize {
                return Err(Refusal::Full { max: limits::SEATS_CHANGED_MAX });
            }
            let person = Person {
                id: person.clone(),
                name: names(meeting, name)?,
                function: Wording::default(),
                delegation: Some(delegation.clone()),
                booth: None,
                roles: vec![Role::Delegate],
                language: working(meeting, language)?,
                rank: *rank,
                gender: None,
                position: Some(*position),
            };
            Some(Event::PersonSeated { person: Box::new(person) })
        }
        Command::ChangeSeat { person, position, rank, version } => {
            let known = occupant(meeting, person, *version)?;
            let same = (known.position, known.rank) == (Some(*position), *rank);
            (!same).then(|| Event::SeatChanged { person: person.clone(), position: *position, rank: *rank })
        }
        Command::CorrectName { person, language, name, version } => {
            let known = occupant(meeting, person, *version)?;
            let language = working(meeting, language)?;
            let name = refusal::worded(text::Kind::Line, Field::Name, name, limits::NAME_CHARS_MAX)?;
            let same = known.name.0.get(&language) == Some(&name);
            (!same).then(|| Event::NameCorrected { person: person.clone(), language, name })
        }
        Command::WithdrawPerson { person } => {
            occupant(meeting, person, None)?;
            Some(Event::PersonWithdrawn { person: person.clone() })
        }
    };
    Ok(event.into_iter().map(event::Event::Seats).collect())
}

/// Somebody who has a seat, as the sender saw them.
fn occupant<'a>(meeting: &'a Meeting, id: &PersonId, seen: Option<u32>) -> Result<&'a Person, Refusal> {
    let person = meeting.roster.person(id).filter(|person| person.delegation.is_some());
    let person = person.ok_or(Refusal::Unknown { field: Field::Person })?;
    let version = meeting.seats.version(id);
    if seen.is_some_and(|seen| seen != version) {
        return Err(Refusal::StaleSeat { person: id.clone(), version });
    }
    if version >= limits::SEAT_CHANGES_MAX {
        return Err(Refusal::Full { max: limits::SEAT_CHANGES_MAX });
    }
    Ok(person)
}

fn working(meeting: &Meeting, language: &Language) -> Result<Language, Refusal> {
    let known = meeting.languages().contains(language);
    known.then(|| language.clone()).ok_or(Refusal::Unknown { field: Field::Language })
}

fn names(meeting: &Meeting, name: &Wording) -> Result<Wording, Refusal> {
    if name.0.is_empty() {
        return Err(Refusal::Empty { field: Field::Name });
    }
    let checked = name.0.iter().map(|(language, name)| {
        let name = refusal::worded(text::Kind::Line, Field::Name, name, limits::NAME_CHARS_MAX)?;
        Ok((working(meeting, language)?, name))
    });
    checked.collect::<Result<_, _>>().map(Wording)
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let made = meeting.charter.as_ref().map(|charter| meeting.seats.roster(charter)).unwrap_or_default();
    Meeting::first_broken(&[(
        *meeting.roster == made,
        "the roster is not the charter's with what was changed",
    )])
}
