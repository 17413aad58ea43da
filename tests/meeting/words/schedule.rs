//! Words of the stories about the time and the title of a session: commands and events in short.

use plenary::conference::command::Command;
use plenary::conference::programme;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::schedule;
use plenary::terms::ids::Moment;

use crate::sample::id;

pub fn reschedule(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str, version: Option<u32>) -> Command {
    let reason = reason.to_owned();
    Command::Programme(programme::Command::RescheduleSession {
        session: id("opening"),
        starts_at_ms,
        ends_at_ms,
        reason,
        version,
    })
}
pub fn delay(reason: &str, version: Option<u32>) -> Command {
    Command::Programme(programme::Command::DelaySession {
        session: id("opening"),
        reason: reason.to_owned(),
        version,
    })
}
pub fn correct_title(language: &str, title: &str, version: Option<u32>) -> Command {
    let (language, title) = (id(language), title.to_owned());
    Command::Programme(programme::Command::CorrectTitle { session: id("opening"), language, title, version })
}
pub fn cancel(reason: &str, version: Option<u32>) -> Command {
    let (session, reason) = (id("opening"), reason.to_owned());
    Command::Programme(programme::Command::CancelSession { session, reason, version })
}
pub fn rescheduled(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str, version: u32) -> Event {
    let (reason, version) = (reason.to_owned(), Some(version));
    Event::Schedule(schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, version })
}
pub fn delayed(reason: &str, version: u32) -> Event {
    Event::Schedule(schedule::Event::SessionDelayed { reason: reason.to_owned(), version: Some(version) })
}
pub fn cancelled(reason: &str, version: u32) -> Event {
    Event::Schedule(schedule::Event::SessionCancelled { reason: reason.to_owned(), version: Some(version) })
}
pub fn title_corrected(language: &str, title: &str, version: u32) -> Event {
    let (language, title, version) = (id(language), title.to_owned(), Some(version));
    Event::Schedule(schedule::Event::TitleCorrected { language, title, version })
}
