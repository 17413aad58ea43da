//! What is asked of the chat, and why it can be refused.

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
            Command::SendMessage { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::RoomClosed,
                C::Muted,
                C::SlowDown,
                C::MessageGone,
                C::TooLong,
                C::Empty,
                C::Full,
                C::ShareFull,
            ],
            Command::EditMessage { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::NotYourMessage,
                C::MessageGone,
                C::RoomClosed,
                C::Muted,
                C::TooLateToEdit,
                C::EditNeedsApproval,
                C::Unchanged,
                C::TooLong,
                C::Empty,
            ],
            Command::DeleteMessage { .. } => {
                &[C::Unknown, C::NotYourMessage, C::MessageGone, C::TooLong, C::Empty]
            }
            Command::PinMessage { .. } => &[C::Unknown, C::MessageGone, C::Unchanged, C::Full],
            Command::UnpinMessage { .. }
            | Command::SetPreModeration { .. }
            | Command::CloseRoom { .. }
            | Command::ReopenRoom { .. }
            | Command::UnmutePerson { .. } => &[C::Unknown, C::Unchanged],
            Command::TakeDownAnnouncement { .. } => &[C::Unknown, C::OfConference, C::Unchanged],
            Command::SetSlowMode { .. } => &[C::Unknown, C::OutOfRange, C::Unchanged],
            Command::ApproveMessage { .. } => &[C::Unknown, C::MessageGone],
            Command::DeclineMessage { .. } => &[C::Unknown, C::MessageGone, C::TooLong, C::Empty],
            Command::MutePerson { .. } => &[C::Unknown, C::DeskNotMuted, C::Unchanged, C::TooLong, C::Empty],
            Command::Announce { .. } => &[C::Unknown, C::TooLong, C::Empty],
        }
    }
}
