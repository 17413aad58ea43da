//! The stage of a panel, as the wire carries it, and how it is made from the state.

use serde::{Deserialize, Serialize};

use crate::meeting::ids::{DelegationId, Millis, Moment, PersonId, QuestionId, Wording};
use crate::meeting::panel::{has_stage, is_on_stage};
use crate::meeting::people::{Person, Role};
use crate::meeting::{Meeting, plan};

/// The stage of a panel or a round table. There is one, with the id `stage`; none in a plenary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StageView {
    /// Always `stage`.
    pub id: String,
    /// Who sits on it: the moderators, then the panellists in the order of their ids.
    pub people: Vec<OnStageView>,
    /// The timer, if there is one.
    pub timer: Option<TimerView>,
    /// The question that is pinned.
    pub pinned: Option<QuestionId>,
}

/// Somebody on the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OnStageView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Delegation, if any.
    pub delegation: Option<DelegationId>,
    /// Whether they lead the panel.
    pub moderates: bool,
    /// Whether they are present.
    pub present: bool,
    /// Whether their microphone is live on the floor.
    pub live: bool,
}

/// A timer for somebody on stage: advice, which opens and closes no microphone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TimerView {
    /// For whom.
    pub person: PersonId,
    /// How long they are to speak.
    pub limit_ms: Millis,
    /// Time that passed before the clock last started.
    pub spent_ms: Millis,
    /// Since when the clock runs, by the server's clock; none while the meeting is suspended.
    pub running_since_ms: Option<Moment>,
}

/// How long each on stage has spoken by timers, for the desk. There is one, with the id `speaking_times`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SpeakingTimesView {
    /// Always `speaking_times`.
    pub id: String,
    /// By person, in the order of the stage. The timer that runs is not counted in.
    pub people: Vec<SpeakingTimeView>,
}

/// How long somebody on stage has spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SpeakingTimeView {
    /// Who.
    pub person: PersonId,
    /// All times together.
    pub spoken_ms: Millis,
    /// How many there were.
    pub times: u32,
}

/// Who sits on the stage, moderators first.
fn on_stage(meeting: &Meeting) -> Vec<&Person> {
    let mut people: Vec<&Person> = meeting.roster.people().filter(|person| is_on_stage(person)).collect();
    people.sort_by_key(|person| !person.roles.contains(&Role::Moderator));
    people
}

pub(super) fn stage(meeting: &Meeting) -> Option<StageView> {
    if !has_stage(meeting) {
        return None;
    }
    let live = plan::floor(meeting);
    let people = on_stage(meeting).into_iter().map(|person| OnStageView {
        person: person.id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        moderates: person.roles.contains(&Role::Moderator),
        present: meeting.people.present.contains_key(&person.id),
        live: live.iter().any(|at| at.person.id == person.id),
    });
    let timer = meeting.panel.timer.as_ref().map(|timer| TimerView {
        person: timer.person.clone(),
        limit_ms: timer.clock.limit_ms,
        spent_ms: timer.clock.spent_ms,
        running_since_ms: timer.clock.running_since_ms,
    });
    let pinned = meeting.questions.pinned.clone();
    Some(StageView { id: "stage".to_owned(), people: people.collect(), timer, pinned })
}

pub(super) fn speaking_times(meeting: &Meeting) -> Option<SpeakingTimesView> {
    if !has_stage(meeting) {
        return None;
    }
    let spoken = |person: &Person| meeting.panel.spoken.get(&person.id).copied().unwrap_or_default();
    let people = on_stage(meeting).into_iter().map(|person| SpeakingTimeView {
        person: person.id.clone(),
        spoken_ms: spoken(person).spoken_ms,
        times: spoken(person).times,
    });
    Some(SpeakingTimesView { id: "speaking_times".to_owned(), people: people.collect() })
}
