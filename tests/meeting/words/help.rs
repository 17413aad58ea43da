//! Words of the stories about calls for a technician.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::sound::help::{self, Trouble};

use crate::sample::id;

pub fn call_for_help(trouble: Trouble) -> Command {
    Command::Help(help::Command::CallForHelp { trouble })
}
pub fn withdraw_call() -> Command {
    Command::Help(help::Command::WithdrawCall {})
}
pub fn answer_call(person: &str) -> Command {
    Command::Help(help::Command::AnswerCall { person: id(person) })
}
pub fn settle_call(person: &str) -> Command {
    Command::Help(help::Command::SettleCall { person: id(person) })
}
pub fn help_called(person: &str, trouble: Trouble) -> Event {
    Event::Help(help::Event::HelpCalled { person: id(person), trouble })
}
pub fn call_withdrawn(person: &str) -> Event {
    Event::Help(help::Event::CallWithdrawn { person: id(person) })
}
pub fn call_answered(person: &str, by: &str) -> Event {
    Event::Help(help::Event::CallAnswered { person: id(person), by: id(by) })
}
pub fn call_settled(person: &str, by: &str) -> Event {
    Event::Help(help::Event::CallSettled { person: id(person), by: id(by) })
}
