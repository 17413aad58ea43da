//! What is asked of the pre-recorded statements, and why it can be refused.

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
            Command::TakeBackPrerecorded { .. } => {
                &[C::Unknown, C::WrongRequestState, C::NotYourSeat, C::NotPrerecorded]
            }
            Command::PlayPrerecorded { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::WrongRequestState,
                C::NotPrerecorded,
                C::FloorChanged,
                C::PointHeard,
                C::AppealOpen,
                C::MotionOpen,
                C::MotionNotTakenUp,
                C::DebateOver,
            ],
            Command::StopPrerecorded { .. } => &[C::TurnOver, C::NotPrerecorded],
        }
    }
}
