//! Who sits in the delegations, as the desk sees it.
//!
//! Seen: `occupant` by `desk`: who sits in every delegation, in which position, is nobody else's.

use serde::{Deserialize, Serialize};

use super::Key;
use crate::meeting::Meeting;
use crate::terms::ids::{DelegationId, Language, PersonId, Wording};
use crate::terms::people::{Position, Rank};

/// Somebody who sits in a delegation. The id is the person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OccupantView {
    /// Who.
    pub id: PersonId,
    /// In which delegation.
    pub delegation: DelegationId,
    /// Name in each language in which it is given.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Position in the delegation, where the secretariat has said so.
    pub position: Option<Position>,
    /// Level, where known.
    pub rank: Option<Rank>,
    /// Language of their pages until they choose another.
    pub language: Language,
    /// Whether they are there.
    pub present: bool,
    /// Grows with every change of their seat; a change made against another one is refused.
    pub version: u32,
}

/// Everybody who sits in a delegation.
pub(in crate::meeting) fn keys(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let seated = meeting.roster.people().filter(|person| person.delegation.is_some());
    seated.map(|person| Key::Occupant(person.id.clone()))
}

pub(in crate::meeting) fn occupant(meeting: &Meeting, id: &PersonId) -> Option<OccupantView> {
    let person = meeting.roster.person(id)?;
    Some(OccupantView {
        id: id.clone(),
        delegation: person.delegation.clone()?,
        name: person.name.clone(),
        function: person.function.clone(),
        position: person.position,
        rank: person.rank,
        language: person.language.clone(),
        present: meeting.presence.present.contains_key(id),
        version: meeting.seats.version(id),
    })
}
