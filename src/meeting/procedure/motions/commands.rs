//! What is asked of the motions, and why it can be refused.

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
            Command::MoveMotion { .. } => &[
                C::WrongPhase,
                C::NoVotes,
                C::NoSeat,
                C::MembersOnly,
                C::Unknown,
                C::MotionWaits,
                C::Full,
                C::ShareFull,
            ],
            Command::WithdrawMotion { .. } => &[C::Unknown, C::MotionOver, C::NotYourSeat],
            Command::TakeUpMotion { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::MotionOver,
                C::Unchanged,
                C::MotionPrecedes,
                C::FloorTaken,
                C::PointHeard,
                C::AppealOpen,
            ],
            Command::RuleOutMotion { .. } => &[C::Unknown, C::MotionOver, C::TooLong],
            Command::SpeakOnMotion { .. } => &[
                C::WrongPhase,
                C::NoVotes,
                C::NoSeat,
                C::NotYourSeat,
                C::Unknown,
                C::MotionOver,
                C::NotDebated,
                C::MembersOnly,
                C::AlreadyOnList,
                C::SideFull,
                C::Full,
                C::ShareFull,
            ],
            Command::DecideMotion { .. } => &[
                C::WrongPhase,
                C::NoVotes,
                C::TooManyVotes,
                C::Unknown,
                C::MotionOver,
                C::MotionPrecedes,
                C::MotionNotTakenUp,
                C::FloorTaken,
                C::PointHeard,
                C::AppealOpen,
            ],
            Command::CarryByConsent { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::MotionOver,
                C::MotionPrecedes,
                C::MotionNotTakenUp,
                C::FloorTaken,
                C::PointHeard,
                C::AppealOpen,
            ],
        }
    }
}
