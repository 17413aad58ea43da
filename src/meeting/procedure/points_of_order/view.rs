//! Points of order, as the wire carries them, and how they are made from the state.
//!
//! Seen: `point` by `everyone`; `placard` by its `delegation`, for what it may do is its own.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::procedure::floor::view::speaker;
use crate::meeting::procedure::motions;
use crate::meeting::procedure::motions::view::MotionSides;
use crate::meeting::procedure::points_of_order::{self, Ruling, Standing};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::SpeakerView;
use crate::terms::ids::{DelegationId, Language, Millis, Moment, MotionId, PointId, TurnId};

/// The point of order that is heard, and its clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HearingView {
    /// Which point of order.
    pub point: PointId,
    /// The delegation that is heard.
    pub delegation: DelegationId,
    /// Who speaks for it, where known.
    pub speaker: Option<SpeakerView>,
    /// Language spoken, where known.
    pub language: Option<Language>,
    /// Speaking time.
    pub limit_ms: Millis,
    /// Time spoken before the clock last started.
    pub spent_ms: Millis,
    /// Since when the clock runs, by the server's clock; none while the meeting is suspended.
    pub running_since_ms: Option<Moment>,
    /// Whether the limit has passed.
    pub limit_reached: bool,
    /// How long before the limit time is nearly over.
    pub amber_ms: Millis,
}

/// A point of order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PointView {
    /// Which.
    pub id: PointId,
    /// The delegation that raised it.
    pub delegation: DelegationId,
    /// When.
    pub raised_at_ms: Moment,
    /// The turn in progress then, if any.
    pub turn: Option<TurnId>,
    /// How far it has come.
    pub state: PointState,
    /// Since when.
    pub since_ms: Moment,
    /// The chair's ruling, if there is one.
    pub ruling: Option<Ruling>,
    /// The ruling in words; may be empty.
    pub reason: String,
    /// An appeal against the ruling.
    pub appeal: Option<AppealView>,
    /// Whether an appeal may be made now.
    pub may_be_appealed: bool,
}

/// How far a point of order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PointState {
    /// Raised; the chair has not recognised it.
    Raised,
    /// Heard.
    Heard,
    /// Ruled on.
    Ruled,
    /// Withdrawn.
    Withdrawn,
    /// The session was closed before a ruling.
    Lapsed,
}

/// An appeal against a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AppealView {
    /// Which delegation appealed.
    pub delegation: DelegationId,
    /// The vote, once it was taken.
    pub vote: Option<VoteView>,
}

/// A vote on an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct VoteView {
    /// Whether the ruling stands.
    pub stands: bool,
    /// Votes for the appeal.
    pub in_favour: u16,
    /// Votes against it.
    pub against: u16,
    /// Abstentions.
    pub abstaining: u16,
}

/// What a delegation may do with its placard. There is one for each, with the id `placard`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PlacardView {
    /// Always `placard`.
    pub id: String,
    /// Whether it may raise a point of order.
    pub may_raise: bool,
    /// Its own point of order that the chair has not ruled on.
    pub point: Option<PointId>,
    /// The point of order on which it may appeal against the ruling.
    pub may_appeal: Option<PointId>,
    /// Whether it may move what can be moved.
    pub may_move: bool,
    /// Its own motions that are not decided on, which it may withdraw.
    pub motions: Vec<MotionId>,
    /// On which motion it may ask to speak, and on which sides.
    pub may_speak: Option<MotionSides>,
}

pub(in crate::meeting) fn hearing(meeting: &Meeting) -> Option<HearingView> {
    let heard = meeting.points.heard.as_ref()?;
    let person = meeting.roster.person(&heard.speaker);
    Some(HearingView {
        point: heard.point.clone(),
        delegation: meeting.points.entry(&heard.point)?.point.delegation.clone(),
        speaker: speaker(meeting, Some(&heard.speaker)),
        language: person.map(|person| person.language.clone()),
        limit_ms: heard.clock.limit_ms,
        spent_ms: heard.clock.spent_ms,
        running_since_ms: heard.clock.running_since_ms,
        limit_reached: heard.clock.limit_reached,
        amber_ms: meeting.rules().amber_ms,
    })
}

pub(in crate::meeting) fn point(meeting: &Meeting, id: &PointId) -> Option<PointView> {
    let entry = meeting.points.counted(id)?;
    let (state, ruling) = match entry.standing {
        Standing::Raised => (PointState::Raised, None),
        Standing::Heard => (PointState::Heard, None),
        Standing::Ruled(ruling) => (PointState::Ruled, Some(ruling)),
        Standing::Withdrawn => (PointState::Withdrawn, None),
        Standing::Lapsed => (PointState::Lapsed, None),
    };
    Some(PointView {
        id: id.clone(),
        delegation: entry.point.delegation.clone(),
        raised_at_ms: entry.raised_at_ms,
        turn: entry.point.turn.clone(),
        state,
        since_ms: entry.since_ms,
        ruling,
        reason: entry.reason.clone(),
        appeal: entry.appeal.as_ref().map(appeal),
        may_be_appealed: appealable(meeting) == Some(id),
    })
}

fn appeal(appeal: &points_of_order::Appeal) -> AppealView {
    let vote = appeal.outcome.map(|(stands, [in_favour, against, abstaining])| VoteView {
        stands,
        in_favour,
        against,
        abstaining,
    });
    AppealView { delegation: appeal.delegation.clone(), vote }
}

/// The point of order on whose ruling one may appeal now.
fn appealable(meeting: &Meeting) -> Option<&PointId> {
    let votes = meeting.rules().profile.votes() && meeting.programme.phase == Phase::Open;
    let ruled = meeting.points.ruled.as_ref().filter(|_| votes)?;
    meeting.points.entry(ruled).filter(|entry| entry.appeal.is_none()).map(|_| ruled)
}

pub(in crate::meeting) fn placard(meeting: &Meeting, delegation: &DelegationId) -> Option<PlacardView> {
    meeting.roster.delegation(delegation)?;
    let point = meeting.points.of(delegation).map(|entry| entry.point.id.clone());
    Some(PlacardView {
        id: "placard".to_owned(),
        may_raise: meeting.programme.phase == Phase::Open && point.is_none(),
        point,
        may_appeal: appealable(meeting).filter(|_| meeting.require_conduct(delegation).is_ok()).cloned(),
        may_move: motions::view::may_move(meeting, delegation),
        motions: motions::view::moved_by(meeting, delegation),
        may_speak: motions::view::may_speak(meeting, delegation),
    })
}
