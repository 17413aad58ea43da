//! What is asked of the undoing, and why it can be refused.

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
        &[C::NothingToUndo, C::UndoBarred]
    }
}
