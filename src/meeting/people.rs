//! Delegations (seats), the people who sit in them, the roles they have, and who is present.

use serde::{Deserialize, Serialize};

use super::ids::{DelegationId, Language, PersonId, Wording};

/// What a person is in one session. One person may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub stakeholder: Option<String>,
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
    pub booth: Option<super::ids::BoothId>,
    /// Roles in this session, at least one.
    pub roles: Vec<Role>,
    /// Language of the interface and of listening until the person chooses another.
    pub language: Language,
}
