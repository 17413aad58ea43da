//! What is asked of the booths, and why it can be refused.

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
        decide(meeting, context, actor, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::ChooseChannel { .. } => &[C::Unknown, C::HearsSource],
            Command::GoOnAir { .. } => &[
                C::WrongPhase,
                C::NoBooth,
                C::BoothOnAir,
                C::Absent,
                C::AlreadyLive,
                C::Unknown,
                C::ChannelTaken,
                C::OwnOutput,
                C::RelayCycle,
            ],
            Command::ChooseOutput { .. } => {
                &[C::NoBooth, C::Unknown, C::BoothOnAir, C::ChannelTaken, C::OwnOutput, C::RelayCycle]
            }
            Command::ChooseSource { .. } => &[C::NoBooth, C::NoRelay, C::OwnOutput, C::RelayCycle],
            Command::PreselectRelay { .. } => &[C::NoBooth, C::Unknown, C::OwnOutput, C::RelayCycle],
            Command::RequestHandover { .. } => &[
                C::NoBooth,
                C::Unknown,
                C::OutOfRange,
                C::HandoverPending,
                C::NotOnAir,
                C::Absent,
                C::AlreadyLive,
            ],
            Command::AcceptHandover { .. } => {
                &[C::HandoverOver, C::NotYourHandover, C::Absent, C::AlreadyLive]
            }
            Command::CancelHandover { .. } => &[C::HandoverOver, C::NotYourHandover],
            Command::AskToSlowDown {} => &[C::NoBooth, C::FloorSilent, C::TooSoon],
            Command::GoOffAir {} | Command::ReportFloorSound { .. } => &[C::NoBooth],
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        !matches!(
            self,
            Command::RequestHandover { .. } | Command::CancelHandover { .. } | Command::AskToSlowDown {}
        )
    }
}
