//! What is asked of the lists of speakers, and why it can be refused.

use Code as C;

use super::*;
use crate::meeting::command::Context;
use crate::meeting::feature::Asked;
use crate::meeting::refusal::{Code, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::people::Person;

const REQUEST_FLOOR: &[Code] = &[
    C::WrongPhase,
    C::NoSeat,
    C::Unknown,
    C::ListElsewhere,
    C::AgendaItemClosed,
    C::ListClosed,
    C::AlreadyOnList,
    C::ReplyLimit,
    C::NotRepliable,
    C::TooLong,
    C::NotOneLine,
    C::TurnsText,
    C::Full,
    C::ShareFull,
];
const ADD_REQUEST: &[Code] = &[
    C::WrongPhase,
    C::Unknown,
    C::MotionsList,
    C::ListElsewhere,
    C::AgendaItemClosed,
    C::AlreadyOnList,
    C::ReplyLimit,
    C::NotRepliable,
    C::TooLong,
    C::NotOneLine,
    C::TurnsText,
    C::Full,
    C::ShareFull,
];

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
            Command::OpenList { .. } | Command::CloseList { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::MotionsList,
                C::ListElsewhere,
                C::AgendaItemClosed,
                C::ListUnchanged,
            ],
            Command::TakeUpList { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::MotionsList,
                C::ListElsewhere,
                C::AgendaItemClosed,
                C::Unchanged,
            ],
            Command::RequestFloor { .. } => REQUEST_FLOOR,
            Command::AddRequest { .. } => ADD_REQUEST,
            Command::WithdrawRequest { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::NotYourSeat]
            }
            Command::DeclineRequest { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::TooLong, C::Empty]
            }
            Command::CallRequest { .. } | Command::PassOver { .. } | Command::SendToWritten { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongRequestState]
            }
            Command::MoveRequest { .. } => &[
                C::WrongPhase,
                C::Unknown,
                C::WrongRequestState,
                C::StaleList,
                C::OutOfRange,
                C::TooLong,
                C::Empty,
            ],
            Command::NameSpeaker { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::NotYourSeat, C::OtherSeat]
            }
            Command::ProposeOrder { .. } => {
                &[C::WrongPhase, C::Unknown, C::ListElsewhere, C::AgendaItemClosed]
            }
            Command::ApplyOrder { .. } => &[C::WrongPhase, C::Unknown, C::NoProposal, C::StaleList],
            Command::DismissOrder { .. } => &[C::WrongPhase, C::Unknown, C::NoProposal],
            Command::SetSpeakingTime { .. } => {
                &[C::WrongPhase, C::Unknown, C::ListElsewhere, C::AgendaItemClosed, C::OutOfRange]
            }
            Command::GrantExtraTime { .. } => {
                &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::OutOfRange]
            }
        }
    }

    fn is_done_when_all_is_so(&self) -> bool {
        matches!(self, Command::NameSpeaker { .. })
    }
}
