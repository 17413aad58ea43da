//! What is asked of the points of order, and why it can be refused.

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
        actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide::decide(meeting, context, &actor.id, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::RaisePointOfOrder {} => {
                &[C::WrongPhase, C::NoSeat, C::PointRaised, C::Full, C::ShareFull]
            }
            Command::WithdrawPointOfOrder { .. } => &[C::Unknown, C::PointOver, C::NotYourSeat],
            Command::RecognisePointOfOrder { .. } => {
                &[C::WrongPhase, C::Unknown, C::PointOver, C::PointHeard, C::AppealOpen]
            }
            Command::RuleOnPointOfOrder { .. } => {
                &[C::Unknown, C::PointOver, C::PointHeard, C::AppealOpen, C::TooLong]
            }
            Command::AppealRuling { .. } => &[
                C::WrongPhase,
                C::NoVotes,
                C::NoSeat,
                C::MembersOnly,
                C::Unknown,
                C::NoRuling,
                C::AppealOpen,
            ],
            Command::DecideAppeal { .. } => &[C::NoAppeal, C::TooManyVotes],
        }
    }
}
