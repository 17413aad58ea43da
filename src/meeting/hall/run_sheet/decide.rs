//! What is decided of the run sheet.

use super::{Command, Entry, Event, Item, Progress};
use crate::meeting::command::Context;
use crate::meeting::hall::panel;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::ItemId;
use crate::terms::{limits, text};

/// Phases in which the sheet is changed; afterwards it stays as it was.
const NOT_CLOSED: &[Phase] = &[Phase::Scheduled, Phase::Open, Phase::Suspended];

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(NOT_CLOSED)?;
    let happens = match command {
        Command::AddItem { item, to_place, version } => {
            require_version(meeting, *version)?;
            vec![add(meeting, context, item, *to_place)?]
        }
        Command::ChangeItem { item, to, version } => {
            let (_, entry) = known(meeting, item, *version)?;
            let plan = checked(meeting, to)?;
            if plan == entry.plan {
                return Err(Refusal::Unchanged {});
            }
            vec![Event::ItemChanged { item: item.clone(), plan }]
        }
        Command::MoveItem { item, to_place, version } => {
            let (place, _) = known(meeting, item, *version)?;
            let to = place_of(*to_place, meeting.run_sheet.items.len())?;
            if usize::from(to) == place + 1 {
                return Err(Refusal::Unchanged {});
            }
            vec![Event::ItemMoved { item: item.clone(), place: to }]
        }
        Command::RemoveItem { item, version } => {
            let (_, entry) = known(meeting, item, *version)?;
            if meeting.run_sheet.progress(entry) == Progress::Current {
                return Err(Refusal::ItemUnderWay {});
            }
            vec![Event::ItemRemoved { item: item.clone() }]
        }
        Command::StartItem { item, version } => {
            meeting.programme.require(&[Phase::Open])?;
            let (_, entry) = known(meeting, item, *version)?;
            if meeting.run_sheet.progress(entry) == Progress::Current {
                return Err(Refusal::ItemUnderWay {});
            }
            let ended = meeting.run_sheet.current.clone().map(|item| Event::ItemFinished { item });
            let began = ended.into_iter().chain([Event::ItemStarted { item: item.clone() }]);
            return Ok(began.map(event::Event::RunSheet).chain(on_stage(meeting, entry)).collect());
        }
        Command::FinishItem { item, version } => {
            let (_, entry) = known(meeting, item, *version)?;
            if meeting.run_sheet.progress(entry) != Progress::Current {
                return Err(Refusal::ItemNotUnderWay {});
            }
            let ended = event::Event::RunSheet(Event::ItemFinished { item: item.clone() });
            let timed = meeting.panel.timer.as_ref().map(|timer| &timer.person);
            let stops = meeting.has_stage() && timed.is_some() && timed == entry.plan.person.as_ref();
            let stopped = if stops { panel::stopped(meeting) } else { Vec::new() };
            return Ok(std::iter::once(ended).chain(stopped).collect());
        }
    };
    Ok(happens.into_iter().map(event::Event::RunSheet).collect())
}

/// What an item that begins brings about on a stage. One of nobody there stops the timer of whoever spoke before.
fn on_stage(meeting: &Meeting, entry: &Entry) -> Vec<event::Event> {
    if !meeting.has_stage() {
        return Vec::new();
    }
    let person = entry.plan.person.as_ref().and_then(|id| meeting.roster.person(id));
    let limit_ms = entry.plan.planned_ms.min(limits::TIMER_MS_MAX);
    match person.filter(|person| person.is_on_stage()) {
        Some(person) => panel::on_stage(meeting, person, limit_ms),
        None => panel::stopped(meeting),
    }
}

fn add(meeting: &Meeting, context: &Context, item: &Item, to_place: Option<u16>) -> Result<Event, Refusal> {
    let count = meeting.run_sheet.items.len();
    if count >= limits::ITEMS_MAX as usize {
        return Err(Refusal::Full { max: limits::ITEMS_MAX });
    }
    let plan = checked(meeting, item)?;
    let last = u16::try_from(count + 1).unwrap_or(u16::MAX);
    let place = place_of(to_place.unwrap_or(last), count + 1)?;
    Ok(Event::ItemAdded { item: ItemId::numbered("i", context.next_seq), plan, place })
}

/// An item within its bounds, that names somebody of the session.
fn checked(meeting: &Meeting, item: &Item) -> Result<Item, Refusal> {
    let languages = meeting.languages();
    let title = if item.title.0.values().all(|title| text::shown(title).trim().is_empty()) {
        super::Wording::default()
    } else {
        refusal::worded_in(
            languages,
            text::Kind::Line,
            Field::Title,
            &item.title,
            limits::ITEM_TITLE_CHARS_MAX,
        )?
    };
    let known = |id| meeting.roster.person(id).is_some_and(|person| !person.is_display());
    if !item.person.as_ref().is_none_or(known) {
        return Err(Refusal::Unknown { field: Field::Person });
    }
    let (min, max) = (limits::ITEM_MS_MIN, limits::ITEM_MS_MAX);
    if !(min..=max).contains(&item.planned_ms) {
        return Err(Refusal::OutOfRange { field: Field::PlannedMs, min, max });
    }
    let note = refusal::text(text::Kind::Lines, Field::Note, &item.note, limits::ITEM_NOTE_CHARS_MAX)?;
    Ok(Item { title, note, ..item.clone() })
}

fn place_of(place: u16, last: usize) -> Result<u16, Refusal> {
    let max = i64::try_from(last).unwrap_or(i64::MAX);
    if (1..=max).contains(&i64::from(place)) {
        Ok(place)
    } else {
        Err(Refusal::OutOfRange { field: Field::ToPlace, min: 1, max })
    }
}

/// The item, with its place from 0, on the sheet that the asker sees.
fn known<'a>(meeting: &'a Meeting, id: &ItemId, version: u32) -> Result<(usize, &'a Entry), Refusal> {
    require_version(meeting, version)?;
    meeting.run_sheet.find(id).ok_or(Refusal::Unknown { field: Field::Item })
}

/// Two who change the sheet at once: the second looks at what the first has made of it.
fn require_version(meeting: &Meeting, version: u32) -> Result<(), Refusal> {
    let sheet = &meeting.run_sheet;
    if sheet.version == version {
        return Ok(());
    }
    let items = sheet.items.iter().map(|entry| entry.id.clone()).collect();
    Err(Refusal::StaleSheet { version: sheet.version, items, current: sheet.current.clone() })
}
