//! Words of the stories about the time and the title of a session: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::ids::Moment;
use plenary::meeting::schedule;

use crate::sample::id;

pub fn reschedule(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str, version: Option<u32>) -> Command {
    let reason = reason.to_owned();
    Command::Schedule(schedule::Command::RescheduleSession { starts_at_ms, ends_at_ms, reason, version })
}
pub fn delay(reason: &str, version: Option<u32>) -> Command {
    Command::Schedule(schedule::Command::DelaySession { reason: reason.to_owned(), version })
}
pub fn correct_title(language: &str, title: &str, version: Option<u32>) -> Command {
    let (language, title) = (id(language), title.to_owned());
    Command::Schedule(schedule::Command::CorrectTitle { language, title, version })
}
pub fn rescheduled(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str) -> Event {
    let reason = reason.to_owned();
    Event::Schedule(schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason })
}
pub fn delayed(reason: &str) -> Event {
    Event::Schedule(schedule::Event::SessionDelayed { reason: reason.to_owned() })
}
pub fn title_corrected(language: &str, title: &str) -> Event {
    Event::Schedule(schedule::Event::TitleCorrected { language: id(language), title: title.to_owned() })
}
