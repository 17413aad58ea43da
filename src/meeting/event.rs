//! What has happened in a meeting. Stored events are a contract: a tag is never renamed or reused.
//!
//! Each feature has its own `Event`; stored they are one flat family of objects told apart by `type`.

use serde::Serialize;

use super::command::Actor;
use super::ids::{Moment, Seq};
use super::read_by_type::read_by_type;
use super::{
    chat, floor, interpretation, microphones, motions, panel, people, points_of_order, polls, prerecorded,
    programme, questions, recording, run_sheet, schedule, seats, speakers, texts, undo,
};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// The session was convened, opened, suspended, resumed, closed.
    Programme(programme::Event),
    /// Somebody came or left.
    People(people::Event),
    /// The secretariat changed the session's time or title.
    Schedule(schedule::Event),
    /// The secretariat changed a seat.
    Seats(seats::Event),
    /// A list or a request on it changed.
    Speakers(speakers::Event),
    /// A text was given or taken back.
    Texts(texts::Event),
    /// A pre-recorded statement was handed in, taken back or stopped.
    Prerecorded(prerecorded::Event),
    /// The floor changed hands, or its clock changed.
    Floor(floor::Event),
    /// Something happened to a point of order.
    PointsOfOrder(points_of_order::Event),
    /// Something happened to a motion.
    Motions(motions::Event),
    /// The desk's last act was undone.
    Undo(undo::Event),
    /// A microphone was agreed to, opened, closed, connected or lost.
    Microphones(microphones::Event),
    /// Somebody chose what to hear, or something happened in a booth.
    Interpretation(interpretation::Event),
    /// Recording began or ended, or somebody consented to it.
    Recording(recording::Event),
    /// Something was written.
    Chat(chat::Event),
    /// Something happened to the questions from the audience.
    Questions(questions::Event),
    /// Something happened on the stage of a panel.
    Panel(panel::Event),
    /// Something happened to a show of hands or a poll.
    Polls(polls::Event),
    /// The run sheet was changed, or went on.
    RunSheet(run_sheet::Event),
}

impl Event {
    /// The event's tag: the `type` under which it is stored.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Programme(event) => event.into(),
            Self::People(event) => event.into(),
            Self::Schedule(event) => event.into(),
            Self::Seats(event) => event.into(),
            Self::Speakers(event) => event.into(),
            Self::Texts(event) => event.into(),
            Self::Prerecorded(event) => event.into(),
            Self::Floor(event) => event.into(),
            Self::PointsOfOrder(event) => event.into(),
            Self::Motions(event) => event.into(),
            Self::Undo(event) => event.into(),
            Self::Microphones(event) => event.into(),
            Self::Interpretation(event) => event.into(),
            Self::Recording(event) => event.into(),
            Self::Chat(event) => event.into(),
            Self::Questions(event) => event.into(),
            Self::Panel(event) => event.into(),
            Self::Polls(event) => event.into(),
            Self::RunSheet(event) => event.into(),
        }
    }
}

read_by_type!(
    Event,
    "event",
    Programme: programme::Event,
    People: people::Event,
    Schedule: schedule::Event,
    Seats: seats::Event,
    Speakers: speakers::Event,
    Texts: texts::Event,
    Prerecorded: prerecorded::Event,
    Floor: floor::Event,
    PointsOfOrder: points_of_order::Event,
    Motions: motions::Event,
    Undo: undo::Event,
    Microphones: microphones::Event,
    Interpretation: interpretation::Event,
    Recording: recording::Event,
    Chat: chat::Event,
    Questions: questions::Event,
    Panel: panel::Event,
    Polls: polls::Event,
    RunSheet: run_sheet::Event,
);

/// An event with what is known of its happening: what a log holds, and what whatever it happened to is replayed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<E = Event> {
    /// Its place in the session's log.
    pub seq: Seq,
    /// When.
    pub at_ms: Moment,
    /// Who did it.
    pub actor: Actor,
    /// Place in the conference's log of the change that it takes in, if it takes one in.
    pub conference_seq: Option<Seq>,
    /// Idempotency key of the command it answers, if a participant's.
    pub key: Option<uuid::Uuid>,
    /// What happened.
    pub event: E,
}
