//! Words of the stories about the session and its phases: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::programme;
use plenary::terms::ids::Moment;

use crate::sample::id;

pub fn open_session() -> Command {
    Command::Programme(programme::Command::OpenSession { on_planned_day: false })
}
pub fn suspend_session(reason: &str) -> Command {
    Command::Programme(programme::Command::SuspendSession { reason: reason.to_owned(), until_ms: None })
}
pub fn suspend_until(until_ms: Moment) -> Command {
    let (reason, until_ms) = ("consultations".to_owned(), Some(until_ms));
    Command::Programme(programme::Command::SuspendSession { reason, until_ms })
}
pub fn resume_session() -> Command {
    Command::Programme(programme::Command::ResumeSession {})
}
pub fn close_session() -> Command {
    Command::Programme(programme::Command::CloseSession {})
}
pub fn opened() -> Event {
    Event::Programme(programme::Event::SessionOpened {})
}
pub fn suspended(reason: &str) -> Event {
    Event::Programme(programme::Event::SessionSuspended { reason: reason.to_owned(), until_ms: None })
}
pub fn resumed() -> Event {
    Event::Programme(programme::Event::SessionResumed {})
}
pub fn reopen_session(closed_at_ms: Moment, reason: &str) -> Command {
    Command::Programme(programme::Command::ReopenSession { closed_at_ms, reason: reason.to_owned() })
}
/// A session was closed that had no open list.
pub fn closed() -> Event {
    closed_with(&[])
}
/// A session was closed, and lists that were open with it.
pub fn closed_with(lists: &[&str]) -> Event {
    Event::Programme(programme::Event::SessionClosed { lists: lists.iter().copied().map(id).collect() })
}
pub fn reopened(reason: &str) -> Event {
    Event::Programme(programme::Event::SessionReopened { reason: reason.to_owned() })
}
