//! What is asked of the recording, and why it can be refused.

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
        decide(meeting, actor, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::StartRecording {} => &[C::WrongPhase],
            Command::StopRecording {} => &[],
            Command::ConsentToRecording { .. } => &[C::NoBooth],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        true
    }
}
