//! Whether a moment is marked, and what was said written.

use super::{Command, Event};
use crate::meeting::command::Context;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{Language, MarkId, TurnId};
use crate::terms::limits;
use crate::terms::people::Person;
use crate::terms::text::Kind;

pub(super) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let state = &meeting.notes;
    let known = |mark: &MarkId| state.mark(mark).ok_or(Refusal::Unknown { field: Field::Mark });
    let happened = match command {
        Command::MarkMoment { note } => {
            let note = noted(note)?;
            refusal::room_for_one(state.marked as usize, limits::MARKS_MAX)?;
            let turn = meeting.floor.current.as_ref().map(|current| current.turn.id.clone());
            let mark = MarkId::numbered("mark", context.next_seq);
            Event::MomentMarked { mark, by: actor.id.clone(), turn, note }
        }
        Command::NoteAtMark { mark, note } => {
            let (_, was) = known(mark)?;
            let note = noted(note)?;
            if note == was.note {
                return Ok(Vec::new());
            }
            Event::MarkNoted { mark: mark.clone(), note }
        }
        Command::RemoveMark { mark } => {
            known(mark)?;
            Event::MarkRemoved { mark: mark.clone() }
        }
        Command::WriteSummary { turn, language, text, version } => {
            return written(meeting, actor, (turn, language), text, *version);
        }
    };
    Ok(vec![event::Event::Notes(happened)])
}

fn noted(note: &str) -> Result<String, Refusal> {
    refusal::text(Kind::Lines, Field::Note, note, limits::MARK_CHARS_MAX)
}

fn written(
    meeting: &Meeting,
    actor: &Person,
    (turn, language): (&TurnId, &Language),
    text: &str,
    version: Option<u32>,
) -> Result<Vec<event::Event>, Refusal> {
    if meeting.proceedings.made_in(turn).is_none() {
        return Err(Refusal::Unknown { field: Field::Turn });
    }
    if !meeting.languages().contains(language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    let is = meeting.notes.version(turn, language);
    if version.is_some_and(|seen| seen != is) {
        let (turn, language) = (turn.clone(), language.clone());
        return Err(Refusal::StaleSummary { turn, language, version: is });
    }
    if is >= limits::SUMMARY_VERSIONS_MAX {
        return Err(Refusal::Full { max: limits::SUMMARY_VERSIONS_MAX });
    }
    let text = refusal::text(Kind::Lines, Field::Text, text, limits::SUMMARY_CHARS_MAX)?;
    let was = meeting.notes.summary(turn, language).map_or("", |summary| summary.text.as_str());
    if was == text {
        return Ok(Vec::new());
    }
    let (turn, language, by) = (turn.clone(), language.clone(), actor.id.clone());
    Ok(vec![event::Event::Notes(Event::SummaryWritten { turn, language, by, text })])
}
