//! Who may do what: one table, read top to bottom. Whose seat or turn it is, each feature checks itself.

use super::command::Command;
use super::people::{Person, Role};
use super::{chat, floor, interpretation, programme, speakers};

use Role::{
    Chair, Delegate, Interpreter, Moderator, Observer, Panellist, Rapporteur, Secretariat, Technician,
};

/// Everybody but a screen.
const ALL: &[Role] =
    &[Chair, Moderator, Secretariat, Rapporteur, Delegate, Panellist, Observer, Interpreter, Technician];
/// Those who conduct the meeting.
const PRESIDING: &[Role] = &[Chair, Moderator, Secretariat];
/// Those who may speak for a seat.
const SPEAKING: &[Role] = &[Delegate, Panellist];

/// Roles that may give a command. The command's tag is the name of the right.
pub fn roles(command: &Command) -> &'static [Role] {
    match command {
        Command::Programme(command) => match command {
            programme::Command::OpenSession {}
            | programme::Command::SuspendSession { .. }
            | programme::Command::ResumeSession {}
            | programme::Command::CloseSession {} => PRESIDING,
        },
        Command::Speakers(command) => match command {
            speakers::Command::OpenList { .. }
            | speakers::Command::CloseList { .. }
            | speakers::Command::AddRequest { .. }
            | speakers::Command::DeclineRequest { .. }
            | speakers::Command::CallRequest { .. }
            | speakers::Command::PassOver { .. }
            | speakers::Command::SendToWritten { .. }
            | speakers::Command::MoveRequest { .. } => PRESIDING,
            speakers::Command::RequestFloor { .. } | speakers::Command::WithdrawRequest { .. } => SPEAKING,
        },
        Command::Floor(command) => match command {
            floor::Command::GiveFloor { .. }
            | floor::Command::StopTurn { .. }
            | floor::Command::ExtendTurn { .. } => PRESIDING,
            floor::Command::FinishTurn { .. } => SPEAKING,
        },
        Command::Interpretation(interpretation::Command::ChooseChannel { .. }) => ALL,
        Command::Chat(chat::Command::SendMessage { .. }) => ALL,
    }
}

/// Whether a person may give a command at all.
pub fn may(person: &Person, command: &Command) -> bool {
    let allowed = roles(command);
    person.roles.iter().any(|role| allowed.contains(role))
}

/// What a page shows controls for. The table above decides; this names its groups for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Conduct the meeting: the session, the lists, the floor.
    Preside,
    /// Ask for the floor and speak for a seat.
    Speak,
    /// Write in the chat and choose a channel.
    TakePart,
}

/// Rights of a person. A seat is needed to speak.
pub fn rights(person: &Person) -> Vec<Right> {
    let has = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
    let rights = [
        (Right::Preside, has(PRESIDING)),
        (Right::Speak, has(SPEAKING) && person.delegation.is_some()),
        (Right::TakePart, has(ALL)),
    ];
    rights.into_iter().filter(|(_, has)| *has).map(|(right, _)| right).collect()
}
