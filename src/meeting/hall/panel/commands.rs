//! What is asked of the stage, and why it can be refused.

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
        _actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide(meeting, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::StartTimer { .. } | Command::GiveFloorOnStage { .. } => {
                &[C::WrongPhase, C::Unknown, C::OutOfRange]
            }
            Command::StopTimer {} => &[],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        matches!(self, Command::StopTimer {})
    }
}
