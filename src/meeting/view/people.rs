//! Who is in the session, as it is seen.
//!
//! Seen: `delegation` and `attendance` by `everyone`; `official` by `everyone` who is in the session if they conduct it,
//! report or sit on stage, by `booths` if they interpret, write captions or watch the sound; `you` by that `person` alone: their roles,
//! rights, microphone and choice of channel.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::access::Right;
use crate::meeting::hall::chat::{Muting, rooms};
use crate::meeting::procedure::votes::{self, Quorum};
use crate::meeting::sound::view::render as sound;
use crate::meeting::view::*;
use crate::terms::ids::{Moment, RoomId, Wording};
use crate::terms::people::Category;

/// A delegation: its names and whether it is present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DelegationView {
    /// Which delegation.
    pub id: DelegationId,
    /// Full official name.
    pub formal: Wording,
    /// Name in running text and lists.
    pub short: Wording,
    /// Name on the plate.
    pub plate: Wording,
    /// What lists are sorted by.
    pub sort_key: Wording,
    /// Accreditation category.
    pub category: Category,
    /// How many of its people are present.
    pub present: u32,
    /// Since when nobody of it is present, if somebody was.
    pub absent_since_ms: Option<Moment>,
    /// Whether the rules of the session let it move, speak on motions and appeal.
    pub moves: bool,
}

/// An official of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OfficialView {
    /// Which person.
    pub id: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Delegation, if any.
    pub delegation: Option<DelegationId>,
    /// Booth, if any.
    pub booth: Option<BoothId>,
    /// Roles in this session.
    pub roles: Vec<Role>,
    /// Whether they are present.
    pub present: bool,
}

/// How many attend. There is one, with the id `attendance`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AttendanceView {
    /// Always `attendance`.
    pub id: String,
    /// People present.
    pub people: u32,
    /// Delegations present.
    pub delegations: u32,
    /// Delegations that have a seat.
    pub seats: u32,
    /// People present without a delegation, by role.
    pub by_role: Vec<RoleCount>,
    /// How many members must be present, where the rules of the session ask for a quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub quorum: Option<Quorum>,
}

/// A role and how many present have it first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// How many.
    pub people: u32,
}

/// One's own card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct YouView {
    /// Which person.
    pub id: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Seat, if any.
    pub delegation: Option<DelegationId>,
    /// Booth, if any.
    pub booth: Option<BoothId>,
    /// The language in which they write captions, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub captions: Option<Language>,
    /// Roles in this session.
    pub roles: Vec<Role>,
    /// What the person may do.
    pub rights: Vec<Right>,
    /// The channel the person hears; for an interpreter the source of the booth.
    pub channel: Option<ChannelId>,
    /// The person's own microphone.
    pub microphone: YourMicrophone,
    /// When a slower pace was last asked for while the person is live on the floor; none otherwise.
    pub slow_down_at_ms: Option<Moment>,
    /// When an interpreter's booth may ask for a slower pace again; none if it has not asked yet.
    pub slow_down_from_ms: Option<Moment>,
    /// Chat rooms that the person may read and write in.
    pub rooms: Vec<RoomId>,
    /// Since when and why the person is muted in the chat, if they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub muted: Option<Muting>,
}

pub(in crate::meeting) fn delegation(meeting: &Meeting, id: &DelegationId) -> Option<DelegationView> {
    let seat = meeting.roster.delegation(id)?;
    Some(DelegationView {
        id: id.clone(),
        formal: seat.formal.clone(),
        short: seat.short.clone(),
        plate: seat.plate.clone(),
        sort_key: seat.sort_key.clone(),
        category: seat.category,
        present: meeting.presence.seated.get(id).copied().unwrap_or(0),
        absent_since_ms: meeting.presence.absent_since.get(id).copied(),
        moves: meeting.rules().profile.votes() && meeting.require_conduct(id).is_ok(),
    })
}

pub(in crate::meeting) fn official(meeting: &Meeting, id: &PersonId) -> Option<OfficialView> {
    let person = meeting.roster.person(id).filter(|person| is_official(person))?;
    Some(OfficialView {
        id: id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        booth: person.booth.clone(),
        roles: person.roles.clone(),
        present: meeting.presence.present.contains_key(id),
    })
}

pub(in crate::meeting) fn attendance(meeting: &Meeting) -> AttendanceView {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let by_role =
        meeting.presence.attending.iter().map(|(role, people)| RoleCount { role: *role, people: *people });
    AttendanceView {
        id: "attendance".to_owned(),
        people: count(meeting.presence.present.len()),
        delegations: count(meeting.presence.seated.len()),
        seats: count(meeting.roster.delegations().count()),
        by_role: by_role.collect(),
        quorum: votes::quorum(meeting),
    }
}

pub(in crate::meeting) fn you(meeting: &Meeting, id: &PersonId) -> Option<YouView> {
    let person = meeting.roster.person(id)?;
    Some(YouView {
        id: id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        booth: person.booth.clone(),
        captions: person.captions_in().cloned(),
        roles: person.roles.clone(),
        rights: access::rights(person),
        channel: interpretation::heard(meeting, person).map(|channel| channel.id.clone()),
        microphone: sound::your_microphone(meeting, person),
        slow_down_at_ms: sound::slow_down_at_ms(meeting, person),
        slow_down_from_ms: sound::slow_down_from_ms(meeting, person),
        rooms: rooms(meeting, person).map(|room| room.id()).collect(),
        muted: meeting.chat.muted.get(id).cloned(),
    })
}
