//! What is asked of the texts, and why it can be refused.

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
        _context: &Context,
        actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide(meeting, &actor.id, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::GiveText { .. } => {
                &[C::Unknown, C::WrongRequestState, C::NotYourSeat, C::TooLong, C::Empty, C::ShareFull]
            }
            Command::TakeBackText { .. } => &[C::Unknown, C::WrongRequestState, C::NotYourSeat],
        }
    }
}
