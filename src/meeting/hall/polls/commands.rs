//! What is asked of the shows of hands and polls, and why it can be refused.

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
        decide::decide(meeting, context, actor, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::AskForHands { .. } => &[
                C::PollsOff,
                C::WrongPhase,
                C::PollOpen,
                C::Unknown,
                C::OutOfRange,
                C::TooLong,
                C::NotOneLine,
                C::TurnsText,
                C::Empty,
                C::Full,
            ],
            Command::OpenPoll { .. } => &[
                C::PollsOff,
                C::WrongPhase,
                C::PollOpen,
                C::Unknown,
                C::OutOfRange,
                C::OptionTwice,
                C::TooLong,
                C::NotOneLine,
                C::TurnsText,
                C::Empty,
                C::Full,
            ],
            Command::CastBallot { .. } => &[
                C::PollsOff,
                C::WrongPhase,
                C::Unknown,
                C::PollOver,
                C::NotEntitled,
                C::Unchanged,
                C::BallotThere,
                C::OutOfRange,
                C::Empty,
            ],
            Command::TakeBallotBack { .. } => {
                &[C::PollsOff, C::WrongPhase, C::Unknown, C::PollOver, C::NotEntitled, C::Unchanged]
            }
            Command::ClosePoll { .. } | Command::PublishPoll { .. } => {
                &[C::PollsOff, C::Unknown, C::WrongPollState]
            }
            Command::WithdrawPoll { .. } => &[C::PollsOff, C::Unknown],
        }
    }
}
