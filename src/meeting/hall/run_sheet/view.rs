//! The run sheet, as the wire carries it, and how it is made from the state.
//!
//! Seen: `run_sheet` by `desk`; `cue` by the `person` who is next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::hall::run_sheet::{Entry, ItemKind, Progress};
use crate::meeting::procedure::floor::view::speaker;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::{Key, SpeakerView};
use crate::terms::ids::{ItemId, Millis, Moment, PersonId, Wording};
use crate::terms::people::Person;

/// The run sheet, for the desk. There is one, with the id `run_sheet`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RunSheetView {
    /// Always `run_sheet`.
    pub id: String,
    /// Grows with every change; to be named in a command.
    pub version: u32,
    /// The items in order.
    pub items: Vec<ItemView>,
    /// The item under way.
    pub current: Option<ItemId>,
    /// The item that is next.
    pub next: Option<ItemId>,
    /// From when on the rest can begin: when the item under way is due to be over; else since when none is. None while
    /// that cannot be said: the meeting is suspended or closed.
    pub rest_from_ms: Option<Moment>,
    /// Planned time of all that is to come.
    pub rest_ms: Millis,
    /// Planned end of the session.
    pub ends_at_ms: Moment,
    /// When the first of the booths leaves, if the conference file says so.
    pub booths_until_ms: Option<Moment>,
}

/// An item of the run sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ItemView {
    /// Which.
    pub id: ItemId,
    /// What it is.
    pub kind: ItemKind,
    /// Its title in the languages that it was given in; may be empty.
    pub title: Wording,
    /// Who speaks, if it is somebody of the session.
    pub speaker: Option<SpeakerView>,
    /// Whether a timer can be started for them: they sit on the stage of a panel.
    pub on_stage: bool,
    /// How long it is to take.
    pub planned_ms: Millis,
    /// A note; may be empty.
    pub note: String,
    /// Whether the person is told when they are next.
    pub tells: bool,
    /// How far it has come.
    pub progress: Progress,
    /// Time it took before its clock last started.
    pub spent_ms: Millis,
    /// Since when its clock runs; none while it is not under way, or the meeting is suspended.
    pub running_since_ms: Option<Moment>,
}

/// That one is next on the run sheet. There is one, with the id `cue`, while that is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CueView {
    /// Always `cue`.
    pub id: String,
    /// Title of the item; may be empty.
    pub title: Wording,
    /// How long it is to take.
    pub planned_ms: Millis,
}

pub(in crate::meeting) fn run_sheet(meeting: &Meeting) -> Option<RunSheetView> {
    let charter = meeting.charter.as_ref()?;
    let sheet = &meeting.run_sheet;
    Some(RunSheetView {
        id: "run_sheet".to_owned(),
        version: sheet.version,
        items: sheet.items.iter().map(|entry| item(meeting, entry)).collect(),
        current: sheet.current.clone(),
        next: sheet.next().map(|entry| entry.id.clone()),
        rest_from_ms: rest_from_ms(meeting),
        rest_ms: sheet.rest_ms(),
        ends_at_ms: meeting.ends_at_ms()?,
        booths_until_ms: charter.booths_until_ms(),
    })
}

fn item(meeting: &Meeting, entry: &Entry) -> ItemView {
    let plan = &entry.plan;
    let person = plan.person.as_ref().and_then(|id| meeting.roster.person(id));
    ItemView {
        id: entry.id.clone(),
        kind: plan.kind,
        title: plan.title.clone(),
        speaker: speaker(meeting, plan.person.as_ref()),
        on_stage: meeting.has_stage() && person.is_some_and(Person::is_on_stage),
        planned_ms: plan.planned_ms,
        note: plan.note.clone(),
        tells: plan.tells,
        progress: meeting.run_sheet.progress(entry),
        spent_ms: entry.clock.as_ref().map_or(0, |clock| clock.spent_ms),
        running_since_ms: entry.clock.as_ref().and_then(|clock| clock.running_since_ms),
    }
}

/// It depends on the state alone, never on the time of asking, so that all of the desk see the same.
fn rest_from_ms(meeting: &Meeting) -> Option<Moment> {
    let planned = meeting.planned.as_ref()?;
    match (meeting.programme.phase, meeting.run_sheet.current()) {
        (Phase::Scheduled, _) => Some(planned.times.starts_at_ms),
        (Phase::Open, Some(entry)) => {
            let clock = entry.clock.as_ref()?;
            Some(clock.running_since_ms? - clock.spent_ms + entry.plan.planned_ms)
        }
        (Phase::Open, None) => {
            Some(meeting.run_sheet.free_since_ms.unwrap_or_default().max(meeting.programme.since_ms))
        }
        (Phase::Suspended | Phase::Closed, _) => None,
    }
}

pub(in crate::meeting) fn cue(meeting: &Meeting, person: &PersonId) -> Option<CueView> {
    let live = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let (_, entry) = meeting.run_sheet.told().filter(|(told, _)| live && *told == person)?;
    Some(CueView { id: "cue".to_owned(), title: entry.plan.title.clone(), planned_ms: entry.plan.planned_ms })
}

/// The sheet, what of it all see on a stage, and whoever was or is told that they are next.
pub(in crate::meeting) fn touched(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let told = [before, after].into_iter().filter_map(|meeting| meeting.run_sheet.told());
    told.map(|(person, _)| Key::Cue(person.clone())).chain([Key::RunSheet, Key::Stage]).collect()
}
