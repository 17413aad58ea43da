//! Words of the stories about the notes of those who keep the record.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::record::notes;

use crate::sample::id;

pub fn mark_moment(note: &str) -> Command {
    Command::Notes(notes::Command::MarkMoment { note: note.to_owned() })
}
pub fn note_at_mark(mark: &str, note: &str) -> Command {
    Command::Notes(notes::Command::NoteAtMark { mark: id(mark), note: note.to_owned() })
}
pub fn remove_mark(mark: &str) -> Command {
    Command::Notes(notes::Command::RemoveMark { mark: id(mark) })
}
pub fn write_summary(turn: &str, language: &str, text: &str, version: Option<u32>) -> Command {
    let (turn, language, text) = (id(turn), language.parse().unwrap(), text.to_owned());
    Command::Notes(notes::Command::WriteSummary { turn, language, text, version })
}
pub fn marked(mark: &str, by: &str, turn: Option<&str>, note: &str) -> Event {
    let (mark, by, turn, note) = (id(mark), id(by), turn.map(id), note.to_owned());
    Event::Notes(notes::Event::MomentMarked { mark, by, turn, note })
}
pub fn mark_noted(mark: &str, note: &str) -> Event {
    Event::Notes(notes::Event::MarkNoted { mark: id(mark), note: note.to_owned() })
}
pub fn mark_removed(mark: &str) -> Event {
    Event::Notes(notes::Event::MarkRemoved { mark: id(mark) })
}
pub fn summary_written(turn: &str, language: &str, by: &str, text: &str) -> Event {
    let (turn, language, by, text) = (id(turn), language.parse().unwrap(), id(by), text.to_owned());
    Event::Notes(notes::Event::SummaryWritten { turn, language, by, text })
}
