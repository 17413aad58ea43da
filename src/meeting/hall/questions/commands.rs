//! What is asked of the questions, and why it can be refused.

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
            Command::OpenQuestions {} | Command::CloseQuestions {} => &[C::WrongPhase],
            Command::AskQuestion { .. } => &[
                C::WrongPhase,
                C::QuestionsClosed,
                C::Unknown,
                C::TooManyQuestions,
                C::TooLong,
                C::Empty,
                C::Full,
                C::ShareFull,
            ],
            Command::WithdrawQuestion { .. } => {
                &[C::WrongPhase, C::Unknown, C::NotYourQuestion, C::WrongQuestionState]
            }
            Command::PromoteQuestion { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::WrongQuestionState,
                C::AuthorUnnamed,
                C::AuthorWithoutSeat,
                C::AlreadyOnList,
                C::NoQuestionsList,
                C::Full,
                C::ShareFull,
            ],
            Command::VoteForQuestion { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongQuestionState, C::OwnQuestion]
            }
            Command::DeclineQuestion { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongQuestionState, C::TooLong, C::Empty]
            }
            Command::TakeVoteBack { .. }
            | Command::ShowQuestion { .. }
            | Command::AnswerQuestion { .. }
            | Command::ArchiveQuestion { .. }
            | Command::PinQuestion { .. } => &[C::WrongPhase, C::Unknown, C::WrongQuestionState],
            Command::UnpinQuestion { .. } => &[C::WrongPhase, C::Unknown],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        matches!(
            self,
            Command::OpenQuestions {}
                | Command::CloseQuestions {}
                | Command::VoteForQuestion { .. }
                | Command::TakeVoteBack { .. }
                | Command::PinQuestion { .. }
                | Command::UnpinQuestion { .. }
        )
    }
}
