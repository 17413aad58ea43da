//! The stage of a panel, as the wire carries it, and how it is made from the state.
//!
//! Seen: `stage` by `everyone`, with the timer that runs; `speaking_times` by `desk`.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::hall::run_sheet::ItemKind;
use crate::meeting::procedure::floor::view::speaker;
use crate::meeting::sound::{microphones, plan};
use crate::meeting::view::SpeakerView;
use crate::terms::ids::{DelegationId, ItemId, Millis, Moment, PersonId, QuestionId, Wording};
use crate::terms::people::{Person, Role};

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
    /// From when on its clocks show that little time is left, in milliseconds before the limit.
    pub amber_ms: Millis,
    /// The item of the run sheet that is under way, if one is.
    pub item: Option<StageItemView>,
}

/// The item under way, as all see it on a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StageItemView {
    /// Which.
    pub id: ItemId,
    /// Its place on the sheet, from 1.
    pub number: u32,
    /// How many items there are.
    pub of: u32,
    /// What it is.
    pub kind: ItemKind,
    /// Its title in the languages that it was given in; may be empty.
    pub title: Wording,
    /// Whose it is, if it is somebody of the session.
    pub speaker: Option<SpeakerView>,
    /// How long it is to take.
    pub limit_ms: Millis,
    /// Time it took before its clock last started.
    pub spent_ms: Millis,
    /// Since when its clock runs; none while the meeting is suspended.
    pub running_since_ms: Option<Moment>,
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
    /// Whether their microphone is live on the floor and not muted.
    pub live: bool,
    /// Whether their microphone opens when they are called: they are present and agree, and it reaches the server.
    pub ready: bool,
}

/// A timer for somebody on stage: advice, which closes no microphone.
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
    let mut people: Vec<&Person> = meeting.roster.people().filter(|person| person.is_on_stage()).collect();
    people.sort_by_key(|person| !person.roles.contains(&Role::Moderator));
    people
}

pub(in crate::meeting) fn stage(meeting: &Meeting) -> Option<StageView> {
    if !meeting.has_stage() {
        return None;
    }
    let live = plan::floor(meeting);
    let muted = |person: &Person| meeting.microphones.muted.contains_key(&person.id);
    let people = on_stage(meeting).into_iter().map(|person| OnStageView {
        person: person.id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        moderates: person.roles.contains(&Role::Moderator),
        present: meeting.presence.present.contains_key(&person.id),
        live: live.iter().any(|at| at.person.id == person.id) && !muted(person),
        ready: microphones::is_ready_on_stage(meeting, person),
    });
    let timer = meeting.panel.timer.as_ref().map(|timer| TimerView {
        person: timer.person.clone(),
        limit_ms: timer.clock.limit_ms,
        spent_ms: timer.clock.spent_ms,
        running_since_ms: timer.clock.running_since_ms,
    });
    let pinned = meeting.questions.pinned.clone();
    let item = item(meeting);
    let amber_ms = meeting.rules().amber_ms;
    Some(StageView { id: "stage".to_owned(), people: people.collect(), timer, pinned, amber_ms, item })
}

fn item(meeting: &Meeting) -> Option<StageItemView> {
    let sheet = &meeting.run_sheet;
    let (place, entry) = sheet.find(sheet.current.as_ref()?)?;
    let clock = entry.clock.as_ref()?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Some(StageItemView {
        id: entry.id.clone(),
        number: count(place + 1),
        of: count(sheet.items.len()),
        kind: entry.plan.kind,
        title: entry.plan.title.clone(),
        speaker: speaker(meeting, entry.plan.person.as_ref()),
        limit_ms: entry.plan.planned_ms,
        spent_ms: clock.spent_ms,
        running_since_ms: clock.running_since_ms,
    })
}

pub(in crate::meeting) fn speaking_times(meeting: &Meeting) -> Option<SpeakingTimesView> {
    if !meeting.has_stage() {
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
