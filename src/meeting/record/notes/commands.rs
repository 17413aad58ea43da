//! What is asked of the notes, and why it can be refused.

use Code as C;

use super::*;
use crate::meeting::command::Context;
use crate::meeting::event;
use crate::meeting::feature::Asked;
use crate::meeting::refusal::{Code, Refusal};
use crate::terms::people::Person;

impl Asked for Command {
    fn decide(
        &self,
        meeting: &Meeting,
        context: &Context,
        actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide::decide(meeting, context, actor, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::MarkMoment { .. } => &[C::TooLong, C::Full],
            Command::NoteAtMark { .. } => &[C::Unknown, C::TooLong],
            Command::RemoveMark { .. } => &[C::Unknown],
            Command::WriteSummary { .. } => &[C::Unknown, C::StaleSummary, C::TooLong, C::Full],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        match self {
            Command::NoteAtMark { .. } | Command::WriteSummary { .. } => true,
            Command::MarkMoment { .. } | Command::RemoveMark { .. } => false,
        }
    }
}
