//! What is asked of the session, and why it can be refused.

use Code as C;

use super::*;
use crate::meeting::command::Context;
use crate::meeting::feature::Asked;
use crate::meeting::refusal::{Code, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::people::Person;

impl Asked for Command {
    fn decide(
        &self,
        meeting: &Meeting,
        context: &Context,
        _actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide(meeting, context, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::SuspendSession { .. } => &[C::WrongPhase, C::TooLong, C::OutOfRange],
            Command::ReopenSession { .. } => &[C::WrongPhase, C::StaleSession, C::TooLong, C::Empty],
            Command::OpenSession { .. } => &[C::WrongPhase, C::SessionCancelled, C::OtherDay],
            Command::ResumeSession {} | Command::CloseSession {} => &[C::WrongPhase],
        }
    }
}
