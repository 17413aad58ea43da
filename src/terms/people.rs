//! Delegations (seats), the people who sit in them, and the roles they have.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{BoothId, DelegationId, Language, PersonId, Wording};
use super::personal::{Personal, Place, Subject, details};

/// What a person is in one session. One person may have several.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::Display,
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Presides: opens, gives the floor, closes.
    Chair,
    /// Leads a panel or a round table; presides where there is no chair.
    Moderator,
    /// Runs the meeting beside the chair.
    Secretariat,
    /// Keeps the record.
    Rapporteur,
    /// Speaks for a delegation.
    Delegate,
    /// On the stage of a panel.
    Panellist,
    /// Follows; has no seat.
    Observer,
    /// Works in a booth.
    Interpreter,
    /// Watches sound and connections.
    Technician,
    /// Writes captions in one language.
    Captioner,
    /// A screen in the room, not a person: sees what all see and is not counted.
    Display,
}

/// Accreditation category of a seat: the legal one, which decides who may speak and in which order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::VariantArray,
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// A Member State.
    MemberState,
    /// An observer State.
    ObserverState,
    /// An intergovernmental organization.
    Igo,
    /// An entity of the United Nations.
    UnEntity,
    /// A national human rights institution.
    Nhri,
    /// A non-governmental organization or another stakeholder.
    Ngo,
}

/// Level of a person, as the order of a general debate has it: the highest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::VariantNames,
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Rank {
    /// A head of State.
    HeadOfState,
    /// A vice-president.
    VicePresident,
    /// A crown prince or princess.
    CrownPrince,
    /// A head of government.
    HeadOfGovernment,
    /// A minister.
    Minister,
    /// A vice-minister.
    ViceMinister,
    /// The head of a delegation without a higher level.
    HeadOfDelegation,
}

/// Position of a person in their delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Heads it.
    Head,
    /// Represents it.
    Representative,
    /// Stands in for a representative.
    Alternate,
    /// Advises.
    Adviser,
    /// Is an expert.
    Expert,
}

/// Gender of a person, where they gave it for the conference's account of speaking time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another.
    Other,
}

/// A delegation: one seat, one name plate, one or more people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Delegation {
    /// Which delegation.
    pub id: DelegationId,
    /// Full official name.
    pub formal: Wording,
    /// Name in running text and lists.
    pub short: Wording,
    /// Name on the plate.
    pub plate: Wording,
    /// What a list is sorted by in each language (Arabic leaves out the article ال).
    pub sort_key: Wording,
    /// Accreditation category.
    pub category: Category,
    /// Type of stakeholder, by its id in the conference file; none for States.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub stakeholder: Option<String>,
    /// Region, by its id in the conference file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub region: Option<String>,
    /// Whether an observer State has the right to raise procedural motions and to appeal, as the State of Palestine does
    /// (A/RES/ES-10/23, annex, (h)).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub procedural_motions: bool,
}

/// A person as one session knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Person {
    /// Which person.
    pub id: PersonId,
    /// Name in each language, with courtesy title: "H.E. Ms. Amina Haddad".
    pub name: Wording,
    /// Function: "Minister of Labour". May be empty.
    #[serde(default)]
    pub function: Wording,
    /// The seat they speak for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
    /// The booth they work in, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booth: Option<BoothId>,
    /// The language in which they write captions, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub captions: Option<Language>,
    /// Roles in this session, at least one.
    pub roles: Vec<Role>,
    /// Language of the interface and of listening until the person chooses another.
    pub language: Language,
    /// Level, where the conference file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rank: Option<Rank>,
    /// Gender, where the person gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub gender: Option<Gender>,
    /// Position in the delegation, where the secretariat has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub position: Option<Position>,
}

impl Personal for Person {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        details(&self.id, &mut self.name, &mut self.function, show);
    }
}

impl Person {
    /// Whether this is a screen in the room, which is not counted as present.
    pub fn is_display(&self) -> bool {
        self.roles.iter().all(|role| *role == Role::Display)
    }

    /// Whether the person sits on the stage of a panel.
    pub fn is_on_stage(&self) -> bool {
        self.roles.iter().any(|role| [Role::Panellist, Role::Moderator].contains(role))
    }

    /// The booth in which the person interprets in this session.
    pub fn interprets_in(&self) -> Option<&BoothId> {
        self.booth.as_ref().filter(|_| self.roles.contains(&Role::Interpreter))
    }

    /// The language in which the person writes captions in this session.
    pub fn captions_in(&self) -> Option<&Language> {
        self.captions.as_ref().filter(|_| self.roles.contains(&Role::Captioner))
    }

    /// Whether the person interprets in a booth.
    pub fn works_in(&self, booth: &BoothId) -> bool {
        self.interprets_in() == Some(booth)
    }
}

/// The people and delegations of a charter, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    people: BTreeMap<PersonId, Person>,
    delegations: BTreeMap<DelegationId, Delegation>,
    interpreters: BTreeMap<BoothId, Vec<PersonId>>,
    seats: BTreeMap<DelegationId, Vec<PersonId>>,
}

impl Roster {
    /// The people and delegations of a charter.
    pub fn of(people: &[Person], delegations: &[Delegation]) -> Self {
        let mut interpreters: BTreeMap<BoothId, Vec<PersonId>> = BTreeMap::new();
        for (booth, person) in people.iter().filter_map(|person| Some((person.interprets_in()?, person))) {
            interpreters.entry(booth.clone()).or_default().push(person.id.clone());
        }
        let mut seats: BTreeMap<DelegationId, Vec<PersonId>> = BTreeMap::new();
        for (seat, person) in people.iter().filter_map(|person| Some((person.delegation.as_ref()?, person))) {
            seats.entry(seat.clone()).or_default().push(person.id.clone());
        }
        Self {
            people: people.iter().map(|person| (person.id.clone(), person.clone())).collect(),
            delegations: delegations.iter().map(|seat| (seat.id.clone(), seat.clone())).collect(),
            interpreters,
            seats,
        }
    }

    /// The people of a delegation, in the order of the charter.
    pub fn members(&self, delegation: &DelegationId) -> impl Iterator<Item = &Person> {
        self.seats.get(delegation).into_iter().flatten().filter_map(|id| self.person(id))
    }

    /// The interpreters of a booth, in the order of the charter.
    pub fn interpreters(&self, booth: &BoothId) -> impl Iterator<Item = &Person> {
        self.interpreters.get(booth).into_iter().flatten().filter_map(|id| self.person(id))
    }

    /// The person, if they have a role in this session.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }

    /// The delegation, if it has a seat.
    pub fn delegation(&self, id: &DelegationId) -> Option<&Delegation> {
        self.delegations.get(id)
    }

    /// The seat of the person, if they have one.
    pub fn seat(&self, id: &PersonId) -> Option<&DelegationId> {
        self.person(id).and_then(|person| person.delegation.as_ref())
    }

    /// All delegations by id.
    pub fn delegations(&self) -> impl Iterator<Item = &Delegation> {
        self.delegations.values()
    }

    /// All people by id.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }
}
