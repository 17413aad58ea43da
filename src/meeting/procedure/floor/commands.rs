//! What is asked of the floor, and why it can be refused.

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
        decide(meeting, context, &actor.id, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::GiveFloor { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::WrongRequestState,
                C::FloorChanged,
                C::PointHeard,
                C::AppealOpen,
                C::MotionOpen,
                C::MotionNotTakenUp,
                C::DebateOver,
            ],
            Command::FinishTurn { .. } => &[C::TurnOver, C::NotYourSeat],
            Command::StopTurn { .. } => &[C::TurnOver],
            Command::ExtendTurn { .. } => &[C::TurnOver, C::OutOfRange],
            Command::HaltTurn { .. } => &[C::WrongPhase, C::TurnOver, C::TurnHalted, C::TooLong],
            Command::ResumeTurn { .. } => {
                &[C::WrongPhase, C::TurnOver, C::TurnRuns, C::PointHeard, C::AppealOpen]
            }
            Command::NameTurnSpeaker { .. } => {
                &[C::TurnOver, C::OtherSeat, C::AlreadyLive, C::PrerecordedPlays]
            }
            Command::SpeakForTurn { .. } => {
                &[C::TurnOver, C::NotYourSeat, C::AlreadyLive, C::PrerecordedPlays]
            }
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        matches!(self, Command::NameTurnSpeaker { .. } | Command::SpeakForTurn { .. })
    }
}
