//! Words of the stories about the session and its phases: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::programme;

pub fn open_session() -> Command {
    Command::Programme(programme::Command::OpenSession {})
}
pub fn suspend_session(reason: &str) -> Command {
    Command::Programme(programme::Command::SuspendSession { reason: reason.to_owned() })
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
    Event::Programme(programme::Event::SessionSuspended { reason: reason.to_owned() })
}
pub fn resumed() -> Event {
    Event::Programme(programme::Event::SessionResumed {})
}
pub fn closed() -> Event {
    Event::Programme(programme::Event::SessionClosed {})
}
