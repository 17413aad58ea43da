//! What may be asked of a conference: commands by participants, and what the server itself asks.

use super::event::Event;
use super::plan::ConferencePlan;
use super::{announcements, documents, key_messages, lists, outcome, programme, register};
use crate::meeting::command::Actor;
use crate::meeting::procedure::programme::Phase;
use crate::terms::family::family;
use crate::terms::ids::{DocumentId, Moment, PersonId, SessionId};

family! {
    /// What a participant asks for.
    #[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
    #[cfg_attr(test, ts(rename = "ConferenceCommand"), schemars(rename = "ConferenceCommand"))]
    pub enum Command as "command" {
        /// Who sits in the delegations.
        Register(register::Command),
        /// Which sessions there are, when, and under which title.
        Programme(programme::Command),
        /// Agenda items over several sittings, and their lists.
        Lists(lists::Command),
        /// What is announced to all.
        Announcements(announcements::Command),
        /// The documents.
        Documents(documents::Command),
        /// The key messages.
        KeyMessages(key_messages::Command),
        /// The outcome document.
        Outcome(outcome::Command),
    }
}

/// What the server asks of a conference.
#[derive(Debug, Clone, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Housekeeping {
    /// Convene the conference, or take in a conference file that has changed.
    Convene(Box<Taken>),
    /// How far a sitting has come.
    Report(Report),
    /// A sitting has laid a list down.
    Take(lists::LaidDown),
    /// A file of a document has come.
    GiveFile(documents::Given),
    /// A text of the outcome document is to be kept as a version.
    KeepVersion(outcome::Kept),
    /// The time for corrections to the outcome document ends.
    EndCorrections {
        /// The moment until which it was.
        until_ms: Moment,
    },
    /// An embargo ends.
    EndEmbargo {
        /// Of which document.
        document: DocumentId,
        /// The moment until which it was.
        until_ms: Moment,
    },
}

/// A conference file, and what is to be in force by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: ConferencePlan,
    /// What is in force from now on: the file, with what was changed on screen.
    pub plan: ConferencePlan,
    /// What happened before the conference had a log of its own, where it is convened.
    pub inherited: Vec<Event>,
}

impl Taken {
    /// A file as it is, with nothing changed on screen.
    pub fn as_filed(file: &ConferencePlan) -> Self {
        Self { file: file.clone(), plan: file.clone(), inherited: Vec::new() }
    }
}

/// How far a sitting has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Which session.
    pub session: SessionId,
    /// The phase it is in.
    pub phase: Phase,
}

/// Anything a conference decides on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// A participant's command.
    Participant(PersonId, Command),
    /// The server's own.
    Server(Housekeeping),
}

impl Intent {
    /// Who acts.
    pub fn actor(&self) -> Actor {
        match self {
            Self::Participant(person, _) => Actor::Person(person.clone()),
            // Whoever gave a file did so by a call of their own.
            Self::Server(Housekeeping::GiveFile(given)) => Actor::Person(given.file.by.clone()),
            Self::Server(Housekeeping::KeepVersion(kept)) => Actor::Person(kept.by.clone()),
            Self::Server(_) => Actor::Server,
        }
    }

    /// What is asked, without what it is about.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Participant(_, command) => command.tag(),
            Self::Server(asked) => asked.into(),
        }
    }
}
