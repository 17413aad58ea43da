//! Why each command of the conference can be refused: one table, as a meeting has one. Any command is refused besides with
//! what [`OF_ANY`] names.

pub use crate::meeting::refusal::OF_ANY;

use Code as C;

use super::command::Command;
use super::{announcements, lists, programme, register};
use crate::meeting::refusal::Code;

/// Why a command can be refused, beside [`OF_ANY`].
pub fn refusals(command: &Command) -> &'static [Code] {
    match command {
        Command::Register(command) => match command {
            register::Command::SeatPerson { .. } => {
                &[C::Unknown, C::PersonKnown, C::TooLong, C::NotOneLine, C::TurnsText, C::Empty, C::Full]
            }
            register::Command::ChangeSeat { .. } => &[C::Unknown, C::StaleSeat, C::OtherSecretariat, C::Full],
            register::Command::CorrectName { .. } => &[
                C::Unknown,
                C::StaleSeat,
                C::OtherSecretariat,
                C::TooLong,
                C::NotOneLine,
                C::TurnsText,
                C::Empty,
                C::Full,
            ],
            register::Command::WithdrawPerson { .. } => &[C::Unknown, C::OtherSecretariat, C::Full],
        },
        Command::Programme(command) => of_programme(command),
        Command::Lists(lists::Command::HandOnList { .. }) => {
            &[C::Unknown, C::AgendaItemClosed, C::SessionCancelled, C::WrongPhase]
        }
        Command::Lists(lists::Command::CloseAgendaItem { .. }) => &[C::Unknown],
        Command::Announcements(command) => match command {
            announcements::Command::AnnounceToConference { .. } => {
                &[C::OfConference, C::Unknown, C::TooLong, C::Empty]
            }
            announcements::Command::TakeDownConferenceAnnouncement { .. } => {
                &[C::OfConference, C::Unknown, C::Unchanged]
            }
        },
    }
}

/// The rows of the programme.
fn of_programme(command: &programme::Command) -> &'static [Code] {
    match command {
        programme::Command::RescheduleSession { .. } => &[
            C::Unknown,
            C::StaleSchedule,
            C::WrongPhase,
            C::SessionTooFar,
            C::SessionLength,
            C::SessionsOverlap,
            C::TooLong,
            C::TurnsText,
            C::Full,
        ],
        programme::Command::DelaySession { .. } | programme::Command::CancelSession { .. } => {
            &[C::Unknown, C::StaleSchedule, C::WrongPhase, C::TooLong, C::TurnsText, C::Full]
        }
        programme::Command::CorrectTitle { .. } => {
            &[C::Unknown, C::StaleSchedule, C::TooLong, C::NotOneLine, C::TurnsText, C::Empty, C::Full]
        }
        programme::Command::AddSession { .. } => &[
            C::Unknown,
            C::SessionKnown,
            C::SessionTooFar,
            C::SessionLength,
            C::SessionsOverlap,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
            C::Full,
        ],
    }
}

/// Whether a command that finds all as it wishes it is done all the same, and changes nothing.
pub fn is_done_when_all_is_so(command: &Command) -> bool {
    match command {
        Command::Register(command) => {
            matches!(command, register::Command::ChangeSeat { .. } | register::Command::CorrectName { .. })
        }
        Command::Programme(command) => !matches!(command, programme::Command::AddSession { .. }),
        Command::Lists(_) => true,
        Command::Announcements(_) => false,
    }
}
