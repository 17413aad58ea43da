//! What may be asked of a meeting: commands by participants, and what the server itself asks.
//!
//! Each feature has its own `Command`; on the wire they are one flat family of objects told apart by `type`.

use serde::{Deserialize, Serialize};

use super::feature::Asked;
use super::refusal::Code;
use crate::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use crate::meeting::procedure::{floor, motions, points_of_order, presence, programme, speakers};
use crate::meeting::record::notes;
use crate::meeting::sound::{help, interpretation, microphones, recording};
use crate::meeting::statements::{prerecorded, texts};
use crate::meeting::undo;
use crate::terms::family::family;
use crate::terms::ids::{Moment, PersonId, Seq};

family! {
    /// What a participant asks for.
    #[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
    #[cfg_attr(test, ts(rename = "MeetingCommand"), schemars(rename = "MeetingCommand"))]
    pub enum Command as "command" {
        /// Opening, suspending, resuming and closing the session.
        Programme(programme::Command),
        /// The lists of speakers and the requests on them.
        Speakers(speakers::Command),
        /// Texts of statements, given ahead.
        Texts(texts::Command),
        /// Pre-recorded statements.
        Prerecorded(prerecorded::Command),
        /// The floor and the turn on it.
        Floor(floor::Command),
        /// Points of order.
        PointsOfOrder(points_of_order::Command),
        /// Motions on the course of the meeting.
        Motions(motions::Command),
        /// Undoing what the desk did last.
        Undo(undo::Command),
        /// Microphones of the floor.
        Microphones(microphones::Command),
        /// What to hear, and the work of the booths.
        Interpretation(interpretation::Command),
        /// Recording, and the consent to it.
        Recording(recording::Command),
        /// Calls for a technician.
        Help(help::Command),
        /// The chat rooms.
        Chat(chat::Command),
        /// Questions from the audience.
        Questions(questions::Command),
        /// The stage of a panel.
        Panel(panel::Command),
        /// Shows of hands and polls.
        Polls(polls::Command),
        /// The run sheet.
        RunSheet(run_sheet::Command),
        /// Captions.
        Captions(captions::Command),
        /// Notes of those who keep the record.
        Notes(notes::Command),
    } pub(in crate::meeting) dyn Asked
}

impl Command {
    /// Why it can be refused, beside [`OF_ANY`](super::refusal::OF_ANY). Tests keep it from both sides: no command is ever
    /// refused for a reason that its feature does not name, and each reason that it names is met by a story.
    pub fn refusals(&self) -> &'static [Code] {
        self.member().refusals()
    }

    /// Whether it is done all the same where all is as it wishes, and changes nothing. Others are refused then, for one
    /// of their reasons, or always change something.
    pub fn is_done_when_all_is_so(&self) -> bool {
        self.member().is_done_when_all_is_so()
    }
}

/// What the server asks of a meeting. Nothing on the wire becomes one of these.
#[derive(Debug, Clone, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Housekeeping {
    /// A change of the conference that the sitting is to take in.
    Follow(Box<super::follow::Following>),
    /// Presence of a person.
    Presence(presence::Presence),
    /// The time limit of a turn has passed. Keyed by turn, so a stale one is refused.
    ReachLimit(crate::terms::ids::TurnId),
    /// The time limit of a point of order has passed. Keyed likewise.
    ReachPointLimit(crate::terms::ids::PointId),
    /// The time of a poll has passed. Keyed by poll, so a stale one is refused.
    ClosePoll(crate::terms::ids::PollId),
    /// A statement was handed in. Its sound is stored.
    Prerecorded(prerecorded::HandedIn),
    /// The text of a statement was handed in as a file, which is stored.
    Text(texts::HandedIn),
    /// The texts of a request that came from another sitting were read there. What is awaited no longer brings nothing.
    CarryTexts(texts::Carried),
    /// The statement that is played was heard to its end. Keyed by turn, so a stale one is refused.
    EndPrerecorded(crate::terms::ids::TurnId),
    /// Time and grace of a turn are over, and the rules cut. Keyed by turn.
    CutTurn(crate::terms::ids::TurnId),
    /// A list opens or closes by its inscription window. One that brings nothing yet is refused.
    Inscription(crate::terms::ids::ListId),
    /// Whether sound comes from a person's microphone.
    Microphone(microphones::Reported),
    /// A node records from now on. One that would take it from who has it no more brings nothing.
    TakeRecording(recording::Taking),
    /// Which channels are being recorded as silence although the room hears them.
    RecordingSilent(recording::Silent),
    /// Nobody answered a handover in time. Keyed by handover, so a stale one is refused.
    ExpireHandover(crate::terms::ids::HandoverId),
    /// The countdown of an accepted handover is over. Keyed likewise.
    CompleteHandover(crate::terms::ids::HandoverId),
    /// A service made words of the sound of a channel. What comes while somebody writes in that language brings nothing.
    Caption(captions::Transcribed),
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A participant.
    Person(PersonId),
    /// The server: presence, timers, the conference file.
    Server,
}

/// Anything a meeting decides on.
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
            Self::Server(Housekeeping::Follow(following)) => following.actor.clone(),
            Self::Server(_) => Actor::Server,
        }
    }

    /// Place in the conference's log of the change that is taken in, if one is.
    pub fn conference_seq(&self) -> Option<Seq> {
        match self {
            Self::Server(Housekeeping::Follow(following)) => Some(following.conference_seq),
            Self::Server(_) | Self::Participant(..) => None,
        }
    }

    /// What is asked, without what it is about: a log of the server tells no more, for texts may be confidential.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Participant(_, command) => command.tag(),
            Self::Server(asked) => asked.into(),
        }
    }
}

/// What a decision may know besides the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// Now, by the server's clock.
    pub now_ms: Moment,
    /// Place in the log that the decision's first event would take. New things are named after it, so no chance
    /// is needed for an id that is unique in the session.
    pub next_seq: Seq,
    /// A number by chance, drawn outside, for a lot. What is decided with it is written into the event.
    pub lot: u32,
}
