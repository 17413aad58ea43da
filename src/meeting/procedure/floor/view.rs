//! The floor as it is seen.
//!
//! Seen: `floor` by `everyone`.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::procedure::floor::Halt;
use crate::meeting::procedure::points_of_order;
use crate::meeting::view::*;
use crate::terms::ids::{
    DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId, TurnId, Wording,
};

/// The floor. There is one, with the id `floor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FloorView {
    /// Always `floor`.
    pub id: String,
    /// The turn in progress, if any.
    pub turn: Option<TurnView>,
    /// The point of order that is heard, if any: it has the floor, and the turn is halted.
    pub point: Option<HearingView>,
    /// Turns given so far.
    pub turns: u32,
}

/// A turn and its clock. Time spoken is `spent_ms`, and the time since `running_since_ms` where the clock runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TurnView {
    /// Which turn.
    pub id: TurnId,
    /// The request it answers.
    pub request: RequestId,
    /// The list it came from.
    pub list: ListId,
    /// The delegation that has the floor.
    pub delegation: DelegationId,
    /// Who speaks for it, where known.
    pub speaker: Option<SpeakerView>,
    /// Language spoken.
    pub language: Language,
    /// Speaking time with all extensions.
    pub limit_ms: Millis,
    /// Time spoken before the clock last started.
    pub spent_ms: Millis,
    /// Since when the clock runs, by the server's clock; none while the turn is halted.
    pub running_since_ms: Option<Moment>,
    /// Whether the limit has passed.
    pub limit_reached: bool,
    /// How long before the limit time is nearly over.
    pub amber_ms: Millis,
    /// Why it is halted; empty while it runs.
    pub halts: Vec<Halt>,
    /// Why in words; may be empty.
    pub halt_reason: String,
    /// Where a pre-recorded statement is played: how long it is. It is as far as the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub prerecorded_ms: Option<Millis>,
}

/// The person who speaks for a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SpeakerView {
    /// Who.
    pub person: PersonId,
    /// Name in each language.
    pub name: Wording,
    /// Function in each language; may be empty.
    pub function: Wording,
}

pub(in crate::meeting) fn floor(meeting: &Meeting) -> FloorView {
    let turn = meeting.floor.current.as_ref().map(|current| TurnView {
        id: current.turn.id.clone(),
        request: current.turn.request.clone(),
        list: current.turn.list.clone(),
        delegation: current.turn.delegation.clone(),
        speaker: speaker(meeting, current.turn.speaker.as_ref()),
        language: current.turn.language.clone(),
        limit_ms: current.clock.limit_ms,
        spent_ms: current.clock.spent_ms,
        running_since_ms: current.clock.running_since_ms,
        limit_reached: current.clock.limit_reached,
        amber_ms: meeting.rules().amber_ms,
        halts: current.halts.iter().copied().collect(),
        halt_reason: current.halt_reason.clone(),
        prerecorded_ms: current.turn.prerecorded.as_ref().map(|statement| statement.length_ms),
    });
    let point = points_of_order::view::hearing(meeting);
    FloorView { id: "floor".to_owned(), turn, point, turns: meeting.floor.turns }
}

pub(in crate::meeting) fn speaker(meeting: &Meeting, id: Option<&PersonId>) -> Option<SpeakerView> {
    let person = meeting.roster.person(id?)?;
    let (person, name, function) = (person.id.clone(), person.name.clone(), person.function.clone());
    Some(SpeakerView { person, name, function })
}
