//! What is asked of the captions, and why it can be refused.

use Code as C;

use super::*;
use crate::meeting::command::Context;
use crate::meeting::event;
use crate::meeting::feature::Asked;
use crate::meeting::refusal::{Code, Refusal};
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
            Command::TakeCaptions { .. } => &[C::NoCaptions, C::WrongPhase, C::Absent, C::CaptionsTaken],
            Command::LeaveCaptions {} => &[C::NoCaptions],
            Command::Caption { .. } => &[
                C::NoCaptions,
                C::WrongPhase,
                C::Absent,
                C::CaptionsTaken,
                C::Full,
                C::Empty,
                C::NotOneLine,
                C::TurnsText,
                C::TooLong,
            ],
            Command::CorrectCaption { .. } => {
                &[C::NoCaptions, C::CaptionsTaken, C::Unknown, C::NotOneLine, C::TurnsText, C::TooLong]
            }
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        match self {
            Command::TakeCaptions { .. } | Command::LeaveCaptions {} | Command::CorrectCaption { .. } => true,
            Command::Caption { .. } => false,
        }
    }
}
