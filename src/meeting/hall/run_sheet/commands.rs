//! What is asked of the run sheet, and why it can be refused.

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
        _actor: &Person,
    ) -> Result<Vec<event::Event>, Refusal> {
        decide::decide(meeting, context, self)
    }

    fn refusals(&self) -> &'static [Code] {
        match self {
            Command::AddItem { .. } => &[
                C::WrongPhase,
                C::StaleSheet,
                C::Unknown,
                C::OutOfRange,
                C::TooLong,
                C::NotOneLine,
                C::TurnsText,
                C::Full,
            ],
            Command::ChangeItem { .. } => &[
                C::WrongPhase,
                C::StaleSheet,
                C::Unknown,
                C::Unchanged,
                C::OutOfRange,
                C::TooLong,
                C::NotOneLine,
                C::TurnsText,
            ],
            Command::MoveItem { .. } => {
                &[C::WrongPhase, C::StaleSheet, C::Unknown, C::Unchanged, C::OutOfRange]
            }
            Command::RemoveItem { .. } | Command::StartItem { .. } => {
                &[C::WrongPhase, C::StaleSheet, C::Unknown, C::ItemUnderWay]
            }
            Command::FinishItem { .. } => &[C::WrongPhase, C::StaleSheet, C::Unknown, C::ItemNotUnderWay],
        }
    }
}
