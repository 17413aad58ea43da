//! What has happened in a meeting. Stored events are a contract: a tag is never renamed or reused.
//!
//! Each feature has its own `Event`; stored they are one flat family of objects told apart by `type`.

use std::collections::BTreeSet;

use super::Meeting;
use super::command::Actor;
use super::feature::{Happened, Hearers, Urgency};
use super::view::{self, Key};
use crate::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use crate::meeting::procedure::{
    floor, motions, points_of_order, presence, programme, schedule, seats, speakers,
};
use crate::meeting::record::notes;
use crate::meeting::sound::{help, interpretation, microphones, recording};
use crate::meeting::statements::{prerecorded, texts};
use crate::meeting::undo;
use crate::terms::family::family;
use crate::terms::ids::{Moment, PersonId, Seq};
use crate::terms::personal::{Personal, Place, Subject};

family! {
    /// One thing that happened.
    pub enum Event as "event" {
        /// The session was convened, opened, suspended, resumed, closed.
        Programme(programme::Event),
        /// Somebody came or left.
        Presence(presence::Event),
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
        /// Somebody called for a technician, or a call was answered or settled.
        Help(help::Event),
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
        /// Captions were taken, written, put right or ended.
        Captions(captions::Event),
        /// A moment was marked, or it was written what was said.
        Notes(notes::Event),
    } pub(in crate::meeting) mut dyn Happened
}

impl Event {
    /// The entities that it may have changed, where it changed a meeting from one state to the other. More than changed
    /// is harmless, fewer is a bug: a property test compares what is built up from these with the view made afresh.
    pub fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        view::touched(before, self, after)
    }

    /// How long it may wait for others before it is told.
    pub fn urgency(&self) -> Urgency {
        self.member().urgency()
    }

    /// Whose hearing may change with it.
    pub fn hearers(&self) -> Hearers<'_> {
        self.member().hearers()
    }

    /// Whether it gives the session another charter: all who are in it begin again.
    pub fn revises(&self) -> bool {
        self.member().revises()
    }

    /// Who is in the session no longer because of it.
    pub fn sends_away(&self) -> Option<&PersonId> {
        self.member().sends_away()
    }

    /// What is to be erased now that it has happened.
    pub fn erases(&self) -> Option<Subject> {
        self.member().erases()
    }
}

impl Personal for Event {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        self.member_mut().personal(show);
    }
}

/// When and how something happened.
#[derive(Debug, Clone, Copy)]
pub(in crate::meeting) struct Stamp<'a> {
    /// Its place in the session's log.
    pub seq: Seq,
    /// When.
    pub at_ms: Moment,
    /// Who did it.
    pub actor: &'a Actor,
    /// Whether it takes a change of the conference in.
    pub by_conference: bool,
}

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

impl Recorded {
    /// When and how it happened.
    pub(in crate::meeting) fn stamp(&self) -> Stamp<'_> {
        let Self { seq, at_ms, actor, conference_seq, .. } = self;
        Stamp { seq: *seq, at_ms: *at_ms, actor, by_conference: conference_seq.is_some() }
    }
}
