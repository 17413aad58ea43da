//! Delegations (seats), the people who sit in them, the roles they have, and who is present.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{BoothId, DelegationId, Language, Moment, PersonId, Wording};
use super::interpretation::{self, OffAir};
use super::refusal::Refusal;
use super::{Meeting, event};

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

impl Person {
    /// Whether this is a screen in the room, which is not counted as present.
    pub fn is_display(&self) -> bool {
        self.roles.iter().all(|role| *role == Role::Display)
    }

    /// The booth in which the person interprets in this session.
    pub fn interprets_in(&self) -> Option<&BoothId> {
        self.booth.as_ref().filter(|_| self.roles.contains(&Role::Interpreter))
    }

    /// Whether the person interprets in a booth.
    pub fn works_in(&self, booth: &BoothId) -> bool {
        self.interprets_in() == Some(booth)
    }
}

/// What the server reports of a person's presence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// A person's first connection.
    Arrive(PersonId),
    /// A person's last connection has been gone for the grace period.
    Leave(PersonId),
}

/// Who came and left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person came.
    PersonArrived {
        /// Who.
        person: PersonId,
    },
    /// A person left, or has been out of reach for the grace period.
    PersonLeft {
        /// Who.
        person: PersonId,
    },
}

/// Who is present. People and delegations themselves stand in the charter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// People present, with the moment they came.
    pub present: imbl::OrdMap<PersonId, Moment>,
    /// Delegations that were present and are not, with the moment the last of their people left.
    pub absent_since: BTreeMap<DelegationId, Moment>,
    /// How many people of each delegation are present; no entry for none.
    pub seated: BTreeMap<DelegationId, u32>,
    /// How many people without a delegation are present, by their first role.
    pub attending: BTreeMap<Role, u32>,
}

impl State {
    /// Whether somebody of the delegation is present.
    pub fn is_seated(&self, delegation: &DelegationId) -> bool {
        self.seated.contains_key(delegation)
    }

    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment, roster: &Roster) {
        match event {
            Event::PersonArrived { person } => {
                self.present.insert(person.clone(), at_ms);
                if let Some(delegation) = roster.seat(person) {
                    self.absent_since.remove(delegation);
                }
                self.count(roster.person(person), 1, at_ms);
            }
            Event::PersonLeft { person } => {
                self.present.remove(person);
                self.count(roster.person(person), -1, at_ms);
            }
        }
    }

    /// Counts everybody anew, for a charter that has changed: a person may have gone from it, or changed seats.
    pub(super) fn recount(&mut self, roster: &Roster, at_ms: Moment) {
        let counted = |id: &PersonId| roster.person(id).is_some_and(|person| !person.is_display());
        let present = self.present.iter().filter(|(id, _)| counted(id));
        self.present = present.map(|(id, at_ms)| (id.clone(), *at_ms)).collect();
        let seated_before = std::mem::take(&mut self.seated);
        self.attending.clear();
        for id in self.present.clone().keys() {
            self.count(roster.person(id), 1, at_ms);
        }
        self.absent_since.extend(seated_before.into_keys().map(|delegation| (delegation, at_ms)));
        let seated = &self.seated;
        self.absent_since.retain(|id, _| roster.delegation(id).is_some() && !seated.contains_key(id));
    }

    fn count(&mut self, person: Option<&Person>, change: i32, at_ms: Moment) {
        let Some(person) = person else { return };
        if let Some(delegation) = &person.delegation {
            if step(&mut self.seated, delegation, change) == 0 {
                self.absent_since.insert(delegation.clone(), at_ms);
            }
        } else if let Some(role) = person.roles.first() {
            step(&mut self.attending, role, change);
        }
    }
}

/// Changes a count that has no entry for none, and tells the new one.
fn step<K: Ord + Clone>(counts: &mut BTreeMap<K, u32>, key: &K, change: i32) -> u32 {
    let count = counts.get(key).copied().unwrap_or(0).saturating_add_signed(change);
    if count == 0 {
        counts.remove(key)
    } else {
        counts.insert(key.clone(), count)
    };
    count
}

/// The people and delegations of a charter, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    people: BTreeMap<PersonId, Person>,
    delegations: BTreeMap<DelegationId, Delegation>,
    desks: BTreeMap<BoothId, Vec<PersonId>>,
    seats: BTreeMap<DelegationId, Vec<PersonId>>,
}

impl Roster {
    /// The people and delegations of a charter.
    pub fn of(people: &[Person], delegations: &[Delegation]) -> Self {
        let mut desks: BTreeMap<BoothId, Vec<PersonId>> = BTreeMap::new();
        for (booth, person) in people.iter().filter_map(|person| Some((person.interprets_in()?, person))) {
            desks.entry(booth.clone()).or_default().push(person.id.clone());
        }
        let mut seats: BTreeMap<DelegationId, Vec<PersonId>> = BTreeMap::new();
        for (seat, person) in people.iter().filter_map(|person| Some((person.delegation.as_ref()?, person))) {
            seats.entry(seat.clone()).or_default().push(person.id.clone());
        }
        Self {
            people: people.iter().map(|person| (person.id.clone(), person.clone())).collect(),
            delegations: delegations.iter().map(|seat| (seat.id.clone(), seat.clone())).collect(),
            desks,
            seats,
        }
    }

    /// The people of a delegation, in the order of the charter.
    pub fn members(&self, delegation: &DelegationId) -> impl Iterator<Item = &Person> {
        self.seats.get(delegation).into_iter().flatten().filter_map(|id| self.person(id))
    }

    /// The interpreters of a booth, in the order of the charter.
    pub fn interpreters(&self, booth: &BoothId) -> impl Iterator<Item = &Person> {
        self.desks.get(booth).into_iter().flatten().filter_map(|id| self.person(id))
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

/// Presence changes only when it does: what is reported twice happens once.
pub(super) fn decide(meeting: &Meeting, presence: &Presence) -> Result<Vec<event::Event>, Refusal> {
    let (person, comes) = match presence {
        Presence::Arrive(person) => (person, true),
        Presence::Leave(person) => (person, false),
    };
    let known = meeting.roster.person(person).ok_or(Refusal::NotInSession {})?;
    if known.is_display() {
        return Ok(Vec::new());
    }
    let present = meeting.people.present.contains_key(person);
    let person = known.id.clone();
    Ok(match (comes, present) {
        (true, true) | (false, false) => Vec::new(),
        (true, false) => vec![event::Event::People(Event::PersonArrived { person })],
        (false, true) => {
            let left = event::Event::People(Event::PersonLeft { person });
            std::iter::once(left).chain(interpretation::gone(meeting, known, OffAir::Left)).collect()
        }
    })
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let (people, roster) = (&meeting.people, &meeting.roster);
    let mut counted = people.clone();
    counted.recount(roster, 0);
    let counts = counted.seated == people.seated && counted.attending == people.attending;
    Meeting::first_broken(&[
        (counted.present == people.present, "somebody is present who is not to be counted"),
        (counts, "the counts of those present differ from a recount"),
        (counted.absent_since == people.absent_since, "a delegation is absent and seated, or gone"),
    ])
}
