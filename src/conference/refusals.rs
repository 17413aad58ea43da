//! Why each command of the conference can be refused: one table, as a meeting has one. Any command is refused besides with
//! what [`OF_ANY`] names.

pub use crate::meeting::refusal::OF_ANY;

use Code as C;

use super::command::Command;
use super::{announcements, documents, key_messages, lists, outcome, programme, register};
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
        Command::Documents(command) => of_documents(command),
        Command::KeyMessages(command) => of_key_messages(command),
        Command::Outcome(command) => of_outcome(command),
    }
}

/// The rows of the documents.
fn of_documents(command: &documents::Command) -> &'static [Code] {
    match command {
        documents::Command::AddDocument { .. } => &[
            C::OfConference,
            C::Unknown,
            C::DocumentKnown,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
            C::Full,
        ],
        documents::Command::ChangeDocument { .. } => {
            &[C::OfConference, C::Unknown, C::TooLong, C::NotOneLine, C::TurnsText, C::Empty]
        }
        documents::Command::ReleaseDocument { .. } => &[C::OfConference, C::Unknown, C::NoFile],
        documents::Command::WithdrawDocument { .. } => &[C::OfConference, C::Unknown],
    }
}

/// The rows of the key messages.
fn of_key_messages(command: &key_messages::Command) -> &'static [Code] {
    match command {
        key_messages::Command::GatherKeyMessage { .. } => &[
            C::OtherRecord,
            C::KeyMessagesIssued,
            C::Unknown,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
            C::Full,
        ],
        key_messages::Command::ChangeKeyMessage { .. } => &[
            C::OtherRecord,
            C::KeyMessagesIssued,
            C::StaleKeyMessage,
            C::Unknown,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
        ],
        key_messages::Command::MoveKeyMessage { .. } => {
            &[C::OtherRecord, C::KeyMessagesIssued, C::Unknown, C::OutOfRange]
        }
        key_messages::Command::RemoveKeyMessage { .. } => &[C::OtherRecord, C::KeyMessagesIssued, C::Unknown],
        key_messages::Command::IssueKeyMessages { .. } => &[C::OfConference, C::Empty],
        key_messages::Command::TakeBackKeyMessages {} => &[C::OfConference],
    }
}

/// The rows of the outcome document.
fn of_outcome(command: &outcome::Command) -> &'static [Code] {
    match command {
        outcome::Command::SetOriginal { .. } => &[C::OfConference, C::OutcomeIssued, C::Unknown],
        outcome::Command::CommentOnParagraph { .. } => {
            &[C::Unknown, C::TooLong, C::TurnsText, C::Empty, C::Full]
        }
        outcome::Command::SettleComment { .. } => &[C::Unknown],
        outcome::Command::OpenCorrections { .. } => &[C::OfConference, C::OutcomeIssued, C::Unknown],
        outcome::Command::CloseCorrections {} | outcome::Command::TakeBackOutcome {} => &[C::OfConference],
        outcome::Command::AskForCorrection { .. } => {
            &[C::NoSeat, C::NoCorrections, C::Unknown, C::TooLong, C::TurnsText, C::Empty, C::Full]
        }
        outcome::Command::WithdrawCorrection { .. } => &[C::NotYourSeat, C::CorrectionAnswered, C::Unknown],
        outcome::Command::AnswerCorrection { .. } => &[C::Unknown, C::TooLong, C::TurnsText],
        outcome::Command::IssueOutcome { .. } => &[C::OfConference, C::Unknown],
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
        Command::Documents(command) => matches!(
            command,
            documents::Command::ChangeDocument { .. } | documents::Command::ReleaseDocument { .. }
        ),
        Command::KeyMessages(command) => !matches!(
            command,
            key_messages::Command::GatherKeyMessage { .. } | key_messages::Command::RemoveKeyMessage { .. }
        ),
        Command::Outcome(command) => matches!(
            command,
            outcome::Command::SetOriginal { .. }
                | outcome::Command::CloseCorrections {}
                | outcome::Command::AnswerCorrection { .. }
                | outcome::Command::IssueOutcome { .. }
                | outcome::Command::TakeBackOutcome {}
        ),
    }
}
