//! The register: who sits for which delegation, in which position, under which name, and in which sessions.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::plan::{Participant, Roles};
use super::{Conference, access, event};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{DelegationId, Language, PersonId, SessionId, Wording};
use crate::terms::people::{Position, Rank, Role};
use crate::terms::personal::{Personal, Place, Subject};
use crate::terms::{limits, text};

/// What a participant may ask of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "RegisterCommand"), schemars(rename = "RegisterCommand"))]
pub enum Command {
    /// Add a person to a delegation. They may speak for it in every session that the sender serves.
    SeatPerson {
        /// A new id, made by the client.
        person: PersonId,
        /// Which delegation.
        delegation: DelegationId,
        /// Name with courtesy title in one or more of the conference's languages, each 1 to 200 characters.
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
        /// In which of the conference's languages.
        language: Language,
        /// The name with courtesy title, 1 to 200 characters.
        name: String,
        /// As in `change_seat`.
        version: Option<u32>,
    },
    /// Withdraw somebody who has a seat from the sessions that the sender serves. Where that is all of theirs, they leave
    /// the conference, and their links stop working.
    WithdrawPerson {
        /// Who.
        person: PersonId,
    },
}

/// What happened to a person or a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person was added to a delegation.
    PersonSeated {
        /// The person.
        person: Box<Participant>,
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
    /// A person was withdrawn from some of their sessions.
    PersonWithdrawnFrom {
        /// Who.
        person: PersonId,
        /// Which sessions; never empty.
        sessions: Vec<SessionId>,
    },
    /// A person was withdrawn from the conference.
    PersonWithdrawn {
        /// Who.
        person: PersonId,
    },
    /// The details of a person who was withdrawn were erased from all logs: name and function.
    DetailsErased {
        /// Whose.
        person: PersonId,
    },
}

impl Personal for Event {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        match self {
            Self::PersonSeated { person } => person.personal(show),
            Self::NameCorrected { person, language, name } => {
                show(&Subject::person(person), Place::NameIn(language, name));
            }
            Self::SeatChanged { .. }
            | Self::PersonWithdrawnFrom { .. }
            | Self::PersonWithdrawn { .. }
            | Self::DetailsErased { .. } => {}
        }
    }
}

/// Why the details of a person are not erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotErasable {
    /// They are of the conference.
    #[error("is of the conference: withdraw them first, on the secretariat's screen")]
    TakesPart,
    /// The conference file would bring them back.
    #[error(
        "stands in the conference file: take them out of it and start the server once, so that it is taken in"
    )]
    InFile,
    /// They never were.
    #[error("was never withdrawn from this conference: name somebody by the id that they had")]
    Unknown,
}

impl Conference {
    /// What happens when the details of a person are erased; nothing where they were. The record keeps what they did, and
    /// tells that the name was erased.
    ///
    /// # Errors
    /// [`NotErasable`].
    pub fn erase(&self, person: &PersonId) -> Result<Option<super::event::Event>, NotErasable> {
        if self.live.as_ref().is_some_and(|plan| plan.participant(person).is_some()) {
            return Err(NotErasable::TakesPart);
        }
        if self.file.as_ref().is_some_and(|file| file.participant(person).is_some()) {
            return Err(NotErasable::InFile);
        }
        if !self.register.withdrawn.contains(person) {
            return Err(NotErasable::Unknown);
        }
        let erased = Event::DetailsErased { person: person.clone() };
        let told = self.register.erased.contains(person);
        Ok((!told).then_some(super::event::Event::Register(erased)))
    }
}

/// What was changed of people since the conference was convened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// How often a person was changed; no entry for never.
    pub versions: imbl::OrdMap<PersonId, u32>,
    /// Who was withdrawn. Their ids are nobody else's.
    pub withdrawn: imbl::OrdSet<PersonId>,
    /// Whose details were erased.
    pub erased: imbl::OrdSet<PersonId>,
}

impl State {
    /// How often a person was changed.
    pub fn version(&self, person: &PersonId) -> u32 {
        self.versions.get(person).copied().unwrap_or(0)
    }

    pub(super) fn count(&mut self, person: &PersonId) {
        let version = self.versions.entry(person.clone()).or_default();
        *version = version.saturating_add(1);
    }
}

pub(super) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::SeatPerson { person, delegation, name, position, rank, language } => {
            let seated = Participant {
                id: person.clone(),
                name: Wording::default(),
                function: Wording::default(),
                delegation: Some(delegation.clone()),
                booth: None,
                captions: None,
                language: language.clone(),
                rank: *rank,
                gender: None,
                position: Some(*position),
                roles: roles_given_by(conference, actor),
            };
            Some(seat(conference, seated, name)?)
        }
        Command::ChangeSeat { person, position, rank, version } => {
            let known = changeable(conference, actor, person, *version)?;
            let same = (known.position, known.rank) == (Some(*position), *rank);
            (!same).then(|| Event::SeatChanged { person: person.clone(), position: *position, rank: *rank })
        }
        Command::CorrectName { person, language, name, version } => {
            let known = changeable(conference, actor, person, *version)?;
            let language = working(conference, language)?;
            let name = refusal::worded(text::Kind::Line, Field::Name, name, limits::NAME_CHARS_MAX)?;
            let same = known.name.0.get(&language) == Some(&name);
            (!same).then(|| Event::NameCorrected { person: person.clone(), language, name })
        }
        Command::WithdrawPerson { person } => Some(withdraw(conference, actor, person)?),
    };
    Ok(event.into_iter().map(event::Event::Register).collect())
}

/// Whoever is added speaks in the sessions that their secretariat serves: in all, also those to come, where it serves all.
fn roles_given_by(conference: &Conference, actor: &PersonId) -> Roles {
    let delegate = vec![Role::Delegate];
    if access::serves_all(conference, actor) {
        return Roles { in_all_sessions: delegate, ..Roles::default() };
    }
    let served = access::served_by(conference, actor);
    let by_session = served.map(|session| (session.clone(), delegate.clone())).collect();
    Roles { in_all_sessions: Vec::new(), by_session }
}

fn seat(conference: &Conference, person: Participant, name: &Wording) -> Result<Event, Refusal> {
    let plan = conference.live.as_deref().ok_or(Refusal::NotInSession {})?;
    let seats = plan.delegations.iter().any(|seat| Some(&seat.id) == person.delegation.as_ref());
    if !seats {
        return Err(Refusal::Unknown { field: Field::Delegation });
    }
    if plan.participant(&person.id).is_some() || conference.register.withdrawn.contains(&person.id) {
        return Err(Refusal::PersonKnown { person: person.id });
    }
    if conference.register.versions.len() >= limits::SEATS_CHANGED_MAX as usize {
        return Err(Refusal::Full { max: limits::SEATS_CHANGED_MAX });
    }
    let (name, language) = (names(conference, name)?, working(conference, &person.language)?);
    Ok(Event::PersonSeated { person: Box::new(Participant { name, language, ..person }) })
}

fn withdraw(conference: &Conference, actor: &PersonId, id: &PersonId) -> Result<Event, Refusal> {
    let person = occupant(conference, id, None)?;
    if access::serves_all_of(conference, actor, id) {
        return Ok(Event::PersonWithdrawn { person: id.clone() });
    }
    let theirs = |session: &&SessionId| !person.roles.in_session(session).is_empty();
    let served = access::served_by(conference, actor);
    let sessions: Vec<SessionId> = served.filter(theirs).cloned().collect();
    if sessions.is_empty() {
        return Err(Refusal::OtherSecretariat { person: id.clone() });
    }
    Ok(Event::PersonWithdrawnFrom { person: id.clone(), sessions })
}

/// Somebody who has a seat, as the sender saw them, and whose sessions the sender serves, all of them.
fn changeable<'a>(
    conference: &'a Conference,
    actor: &PersonId,
    id: &PersonId,
    seen: Option<u32>,
) -> Result<&'a Participant, Refusal> {
    let person = occupant(conference, id, seen)?;
    if !access::serves_all_of(conference, actor, id) {
        return Err(Refusal::OtherSecretariat { person: id.clone() });
    }
    Ok(person)
}

/// Somebody who has a seat, as the sender saw them.
fn occupant<'a>(
    conference: &'a Conference,
    id: &PersonId,
    seen: Option<u32>,
) -> Result<&'a Participant, Refusal> {
    let person = conference.live.as_ref().and_then(|plan| plan.participant(id));
    let person = person.filter(|person| person.delegation.is_some());
    let person = person.ok_or(Refusal::Unknown { field: Field::Person })?;
    let version = conference.register.version(id);
    if seen.is_some_and(|seen| seen != version) {
        return Err(Refusal::StaleSeat { person: id.clone(), version });
    }
    if version >= limits::SEAT_CHANGES_MAX {
        return Err(Refusal::Full { max: limits::SEAT_CHANGES_MAX });
    }
    Ok(person)
}

pub(super) fn working(conference: &Conference, language: &Language) -> Result<Language, Refusal> {
    let known = conference.languages().contains(language);
    known.then(|| language.clone()).ok_or(Refusal::Unknown { field: Field::Language })
}

fn names(conference: &Conference, name: &Wording) -> Result<Wording, Refusal> {
    if name.0.is_empty() {
        return Err(Refusal::Empty { field: Field::Name });
    }
    let checked = name.0.iter().map(|(language, name)| {
        let name = refusal::worded(text::Kind::Line, Field::Name, name, limits::NAME_CHARS_MAX)?;
        Ok((working(conference, language)?, name))
    });
    checked.collect::<Result<_, _>>().map(Wording)
}

impl Conference {
    pub(super) fn evolve_register(&mut self, event: &Event) {
        match event {
            Event::PersonSeated { person } => {
                self.change_plan(|plan| plan.people.push((**person).clone()));
                self.register.count(&person.id);
            }
            Event::SeatChanged { person, position, rank } => {
                self.change_person(person, |known| (known.position, known.rank) = (Some(*position), *rank));
                self.register.count(person);
            }
            Event::NameCorrected { person, language, name } => {
                self.change_person(person, |known| drop(known.name.0.insert(language.clone(), name.clone())));
                self.register.count(person);
            }
            Event::PersonWithdrawnFrom { person, sessions } => {
                self.change_person(person, |known| {
                    for session in sessions {
                        known.roles.by_session.insert(session.clone(), Vec::new());
                    }
                });
            }
            Event::PersonWithdrawn { person } => {
                self.change_plan(|plan| plan.people.retain(|known| known.id != *person));
                self.register.withdrawn.insert(person.clone());
            }
            Event::DetailsErased { person } => drop(self.register.erased.insert(person.clone())),
        }
    }

    fn change_person(&mut self, id: &PersonId, change: impl FnOnce(&mut Participant)) {
        self.change_plan(|plan| {
            if let Some(person) = plan.people.iter_mut().find(|person| person.id == *id) {
                change(person);
            }
        });
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let plan = conference.live.as_deref()?;
    let delegations: BTreeSet<&DelegationId> = plan.delegations.iter().map(|seat| &seat.id).collect();
    let seats =
        |person: &Participant| person.delegation.as_ref().is_none_or(|seat| delegations.contains(seat));
    let gone = |person: &Participant| conference.register.withdrawn.contains(&person.id);
    if !plan.people.iter().all(seats) {
        return Some("somebody sits in a delegation that is not there".to_owned());
    }
    plan.people.iter().any(gone).then(|| "somebody who was withdrawn is there".to_owned())
}
