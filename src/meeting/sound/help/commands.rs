//! What is asked of the calls for help, and why it can be refused.

use Code as C;

use super::*;
use crate::meeting::feature::Asked;
use crate::meeting::refusal::Code;

impl Asked for Command {
    fn decide(
        &self,
        meeting: &Meeting,
        context: &Context,
        actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide(meeting, context, actor, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::CallForHelp { .. } | Command::WithdrawCall {} => &[],
            Command::AnswerCall { .. } | Command::SettleCall { .. } => &[C::Unknown],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        match self {
            Command::CallForHelp { .. } | Command::WithdrawCall {} | Command::AnswerCall { .. } => true,
            Command::SettleCall { .. } => false,
        }
    }
}
