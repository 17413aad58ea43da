//! Undoing the last act of the desk, for some seconds: the slip of a finger at the chair's console.
//!
//! An act is undone by putting back what it changed and nothing else: a request made meanwhile is not lost. It can be
//! undone until something else happens to what it changed, or the desk acts again.

use serde::{Deserialize, Serialize};

use super::command::{Actor, Context};
use super::event::{Event as Happened, Recorded};
use super::floor::{self, Current, Ending};
use super::ids::{ListId, Millis, Moment, PersonId, RequestId, Seq, TurnId};
use super::prerecorded::{self, Prerecorded};
use super::refusal::Refusal;
use super::seats;
use super::speakers::{self, Kept};
use super::texts::Text;
use super::{Meeting, access, limits};

/// What a participant may ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "UndoCommand"), schemars(rename = "UndoCommand"))]
pub enum Command {
    /// Undo the desk's last act, within ten seconds of it.
    UndoAct {
        /// Which act, as the view names it.
        #[cfg_attr(test, ts(type = "number"))]
        act: Seq,
    },
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The desk's last act was undone.
    ActUndone {
        /// Which act.
        act: Seq,
    },
}

/// What the desk did last, as far as it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The act, if it can be undone still.
    pub last: Option<Act>,
}

impl State {
    /// What tells an act from another: its place in the log, and what was done. Giving the floor keeps the place of the
    /// turn that ended for it.
    pub fn subject(&self) -> Option<(Seq, &'static str)> {
        self.last.as_ref().map(|act| (act.seq, act.what))
    }
}

/// An act that can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Place in the log of its first event: its name.
    pub seq: Seq,
    /// Tag of the event that tells best what was done.
    pub what: &'static str,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// How it is undone.
    pub restore: Restore,
}

impl Act {
    /// Until when it can be undone.
    pub fn until_ms(&self) -> Moment {
        self.at_ms + limits::UNDO_WITHIN_MS
    }

    /// The requests that undoing it puts back.
    pub fn requests(&self) -> impl Iterator<Item = &RequestId> {
        let (first, second) = match &self.restore {
            Restore::List(_) | Restore::Order { .. } | Restore::Extension { .. } => (None, None),
            Restore::Request { kept, .. } => (Some(kept.as_ref()), None),
            Restore::Floor { given, ended } => (given.as_deref(), ended.as_deref().map(|(_, kept)| kept)),
        };
        first.into_iter().chain(second).map(|kept| &kept.entry.request.id)
    }

    /// The request that it was about, if any.
    pub fn request(&self) -> Option<&RequestId> {
        self.requests().next()
    }
}

/// What undoing an act puts back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restore {
    /// A list that was open or closed.
    List(speakers::Openness),
    /// The order of a list.
    Order {
        /// Which list.
        list: ListId,
        /// Who waited, in order.
        queue: Vec<RequestId>,
    },
    /// A request as it stood.
    Request {
        /// The request.
        kept: Box<Kept>,
        /// The texts that it had.
        texts: Vec<(Moment, Text)>,
        /// The statement that was recorded ahead.
        prerecorded: Option<(Moment, Prerecorded)>,
    },
    /// The floor: the request that was given it waits again, the turn that ended for it goes on.
    Floor {
        /// The request that was given the floor.
        given: Option<Box<Kept>>,
        /// The turn that ended, and its request.
        ended: Option<Box<(Current, Kept)>>,
    },
    /// A turn without the time that it was given.
    Extension {
        /// Which turn.
        turn: TurnId,
        /// How much.
        by_ms: Millis,
    },
}

impl Meeting {
    /// Keeps how things stand before an act of the desk, and forgets what can no longer be undone. To be called before
    /// the event is taken in.
    pub(super) fn remember(&mut self, recorded: &Recorded) {
        let by = match &recorded.actor {
            Actor::Person(person) => self.roster.person(person).filter(|person| access::presides(person)),
            Actor::Server => None,
        };
        let restore = by.and_then(|_| self.restore(&recorded.event));
        match (by, restore) {
            (Some(by), Some(restore)) => self.keep(by.id.clone(), recorded, restore),
            _ if self.spoils(&recorded.event) => self.undo.last = None,
            _ => {}
        }
    }

    /// Giving the floor ends the turn before and begins another: two events, one act.
    fn keep(&mut self, by: PersonId, recorded: &Recorded, restore: Restore) {
        let what = recorded.event.tag();
        let earlier = self.undo.last.take_if(|last| {
            let next = last.seq + 1 == recorded.seq && last.by == by && last.at_ms == recorded.at_ms;
            next && what == "floor_given"
                && matches!(&last.restore, Restore::Floor { given: None, ended: Some(_) })
        });
        let (seq, restore) = match (earlier.map(|act| (act.seq, act.restore)), restore) {
            (Some((seq, Restore::Floor { ended, .. })), Restore::Floor { given, .. }) => {
                (seq, Restore::Floor { given, ended })
            }
            (_, restore) => (recorded.seq, restore),
        };
        self.undo.last = Some(Act { seq, what, by, at_ms: recorded.at_ms, restore });
    }

    fn restore(&self, event: &Happened) -> Option<Restore> {
        match event {
            Happened::Speakers(event) => self.restore_list(event),
            Happened::Floor(event) => self.restore_floor(event),
            Happened::Programme(_)
            | Happened::People(_)
            | Happened::Schedule(_)
            | Happened::Seats(_)
            | Happened::Prerecorded(_)
            | Happened::PointsOfOrder(_)
            | Happened::Motions(_)
            | Happened::Undo(_)
            | Happened::Microphones(_)
            | Happened::Interpretation(_)
            | Happened::Recording(_)
            | Happened::Texts(_)
            | Happened::Chat(_)
            | Happened::Questions(_)
            | Happened::Panel(_)
            | Happened::Polls(_)
            | Happened::RunSheet(_) => None,
        }
    }

    fn restore_list(&self, event: &speakers::Event) -> Option<Restore> {
        use speakers::Event as E;
        let request = match event {
            E::ListOpened { list } | E::ListClosed { list } => {
                return Some(Restore::List(self.speakers.openness(list)?));
            }
            E::OrderApplied { list, .. } => {
                let queue = self.speakers.list(list)?.queue.clone();
                return Some(Restore::Order { list: list.clone(), queue });
            }
            E::RequestCalled { request }
            | E::RequestPassedOver { request }
            | E::RequestDeclined { request, .. }
            | E::RequestSentToWritten { request }
            | E::RequestMoved { request, .. } => request,
            E::FloorRequested { .. }
            | E::RequestQueued { .. }
            | E::RequestWithdrawn { .. }
            | E::RequestLapsed { .. }
            | E::SpeakerNamed { .. }
            | E::DebateAdjourned { .. }
            | E::DebateClosed { .. }
            | E::OrderProposed { .. }
            | E::OrderDismissed { .. }
            | E::SpeakingTimeSet { .. }
            | E::ExtraTimeGranted { .. }
            | E::InscriptionOpened { .. }
            | E::InscriptionClosed { .. } => return None,
        };
        let kept = Box::new(self.speakers.keep(request)?);
        let (texts, prerecorded) = (self.texts.of(request).to_vec(), self.prerecorded.of(request).cloned());
        Some(Restore::Request { kept, texts, prerecorded })
    }

    fn restore_floor(&self, event: &floor::Event) -> Option<Restore> {
        use floor::Event as E;
        match event {
            E::FloorGiven { turn } => {
                let given = Some(Box::new(self.speakers.keep(&turn.request)?));
                Some(Restore::Floor { given, ended: None })
            }
            E::TurnEnded { ending: Ending::Stopped | Ending::NextGiven, .. } => {
                let current = self.floor.current.clone()?;
                let kept = self.speakers.keep(&current.turn.request)?;
                Some(Restore::Floor { given: None, ended: Some(Box::new((current, kept))) })
            }
            E::TurnExtended { turn, by_ms } => Some(Restore::Extension { turn: turn.clone(), by_ms: *by_ms }),
            E::TurnEnded { .. }
            | E::TurnSuspended { .. }
            | E::TurnResumed { .. }
            | E::TurnLimitReached { .. }
            | E::TurnSpeakerChanged { .. } => None,
        }
    }

    /// Whether an event changes what the last act changed, so that putting that back would undo this too.
    fn spoils(&self, event: &Happened) -> bool {
        let Some(act) = &self.undo.last else { return false };
        let of_floor = matches!(act.restore, Restore::Floor { .. } | Restore::Extension { .. });
        match event {
            Happened::Programme(_) => true,
            // It takes the act away itself.
            Happened::Undo(_) => false,
            Happened::Floor(floor::Event::TurnLimitReached { .. }) => false,
            Happened::Floor(_) => true,
            // Stopped, the turn is another than the act has left.
            Happened::Prerecorded(prerecorded::Event::PrerecordedStopped { .. }) => of_floor,
            Happened::Prerecorded(_) => false,
            Happened::PointsOfOrder(_) | Happened::Motions(_) => of_floor,
            // Whoever was withdrawn is not put back on the floor.
            Happened::Seats(seats::Event::PersonWithdrawn { .. }) => of_floor,
            // A time that was set for a list is the time of those who wait there.
            Happened::Speakers(speakers::Event::SpeakingTimeSet { .. }) => true,
            // What the meeting has decided, the desk does not undo.
            Happened::Speakers(
                speakers::Event::DebateAdjourned { .. } | speakers::Event::DebateClosed { .. },
            ) => true,
            Happened::Speakers(event) => match &act.restore {
                Restore::List(openness) => event.list() == Some(&openness.list),
                Restore::Order { .. } => false,
                Restore::Request { .. } | Restore::Floor { .. } | Restore::Extension { .. } => {
                    event.request().is_some_and(|request| act.requests().any(|of_act| of_act == request))
                }
            },
            Happened::People(_)
            | Happened::Schedule(_)
            | Happened::Seats(_)
            | Happened::Microphones(_)
            | Happened::Interpretation(_)
            | Happened::Recording(_)
            | Happened::Texts(_)
            | Happened::Chat(_)
            | Happened::Questions(_)
            | Happened::Panel(_)
            | Happened::Polls(_)
            | Happened::RunSheet(_) => false,
        }
    }

    pub(super) fn evolve_undo(&mut self, event: &Event, at_ms: Moment) {
        let Event::ActUndone { act } = event;
        let Some(Act { restore, .. }) = self.undo.last.take_if(|last| last.seq == *act) else { return };
        let speakers = std::sync::Arc::make_mut(&mut self.speakers);
        match restore {
            Restore::List(openness) => speakers.put_back_openness(&openness),
            Restore::Order { list, queue } => speakers.put_back_order(&list, &queue),
            Restore::Request { kept, texts, prerecorded } => {
                let request = &kept.entry.request.id;
                let dropped = speakers.request(request).is_some_and(|entry| !entry.counts());
                if dropped {
                    self.texts.put_back(request, texts);
                    self.prerecorded.put_back(request, prerecorded);
                }
                speakers.put_back(&kept);
            }
            Restore::Floor { given, ended } => {
                if let Some(kept) = given {
                    speakers.put_back(&kept);
                    self.floor.take_back(at_ms);
                }
                if let Some((current, kept)) = ended.map(|ended| *ended) {
                    speakers.put_back(&kept);
                    self.floor.current = Some(current);
                }
                self.microphones.begin_turn(at_ms);
            }
            Restore::Extension { by_ms, .. } => {
                if let Some(current) = &mut self.floor.current {
                    current.clock.extend(-by_ms, at_ms);
                }
            }
        }
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    context: &Context,
    command: &Command,
) -> Result<Vec<Happened>, Refusal> {
    let Command::UndoAct { act } = command;
    let last =
        meeting.undo.last.as_ref().filter(|last| last.seq == *act && context.now_ms <= last.until_ms());
    last.ok_or(Refusal::NothingToUndo {})?;
    Ok(vec![Happened::Undo(Event::ActUndone { act: *act })])
}
