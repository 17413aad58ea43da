//! Where every motion stands.

use super::{Event, Motion, Side, Tally, is_motions_list};
use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers;
use crate::terms::ids::{DelegationId, Moment, MotionId, RequestId};

/// How far a motion has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, ts(rename = "MotionState"), schemars(rename = "MotionState"))]
pub enum Standing {
    /// Moved; the chair has not taken it up.
    Moved,
    /// Before the meeting.
    TakenUp,
    /// Carried.
    Carried,
    /// Defeated.
    Defeated,
    /// Withdrawn.
    Withdrawn,
    /// Ruled out of order.
    RuledOut,
    /// The session was closed before it was decided on.
    Lapsed,
}

impl Standing {
    /// Whether it has yet to be decided on.
    pub fn waits(self) -> bool {
        matches!(self, Self::Moved | Self::TakenUp)
    }
}

/// A motion as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As moved.
    pub motion: Motion,
    /// When.
    pub moved_at_ms: Moment,
    /// How far it has come.
    pub standing: Standing,
    /// Since when.
    pub since_ms: Moment,
    /// Why it was ruled out; empty otherwise.
    pub reason: String,
    /// The vote, if one was taken.
    pub vote: Option<Tally>,
    /// Requests of those who speak on it, the mover's first, as they were made.
    pub speakers: Vec<(RequestId, Side)>,
}

impl Entry {
    /// Whether a request is to speak on it.
    pub fn is_spoken_on_by(&self, request: &RequestId) -> bool {
        self.speakers.iter().any(|(of, _)| of == request)
    }
}

/// All motions of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// In the order in which they were moved, but for those that were withdrawn before they were taken up.
    pub entries: imbl::Vector<Entry>,
    /// Of those that a delegation, or the chair, withdrew before they were taken up, the last: nothing came of them.
    withdrawn: imbl::OrdMap<Option<DelegationId>, Entry>,
}

impl State {
    /// The motion, if there is one.
    pub fn entry(&self, id: &MotionId) -> Option<&Entry> {
        self.counted(id).or_else(|| self.withdrawn.values().find(|entry| entry.motion.id == *id))
    }

    /// The motion, unless it was withdrawn before it was taken up.
    pub fn counted(&self, id: &MotionId) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.motion.id == *id)
    }

    /// How many of a delegation, or of the chair, count: all but those that were withdrawn before they were taken up.
    pub(in crate::meeting) fn count_of(&self, mover: Option<&DelegationId>) -> usize {
        self.entries.iter().filter(|entry| entry.motion.delegation.as_ref() == mover).count()
    }

    /// Whether a request was to speak on a motion that was withdrawn before it was taken up.
    pub(in crate::meeting) fn is_of_withdrawn(&self, request: &RequestId) -> bool {
        self.withdrawn.values().any(|entry| entry.is_spoken_on_by(request))
    }

    /// Follows the lists: who takes their request back speaks on nothing.
    pub(in crate::meeting) fn follow_lists(&mut self, event: &speakers::Event) {
        let speakers::Event::RequestWithdrawn { request } = event else { return };
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.is_spoken_on_by(request)) {
            entry.speakers.retain(|(id, _)| id != request);
        }
    }

    /// Those that have yet to be decided on, in the order of precedence; of one kind, the one moved first.
    pub fn waiting(&self) -> Vec<&Entry> {
        let mut waiting: Vec<&Entry> = self.entries.iter().filter(|entry| entry.standing.waits()).collect();
        waiting.sort_by_key(|entry| entry.motion.kind);
        waiting
    }

    /// The motion before the meeting: of those taken up, the one that goes before the others.
    pub fn in_hand(&self) -> Option<&Entry> {
        self.waiting().into_iter().find(|entry| entry.standing == Standing::TakenUp)
    }

    /// Who may speak next on a motion: the mover, then for and against in turn, as far as they wait.
    pub fn next_speaker(&self, lists: &speakers::State, entry: &Entry) -> Option<RequestId> {
        let waits = |id: &RequestId| lists.request(id).is_some_and(|request| request.state.is_waiting());
        let heard = |of: Side| {
            let spoken = |(id, side): &&(RequestId, Side)| *side == of && !waits(id);
            entry.speakers.iter().filter(spoken).count()
        };
        let first = |of: Side| {
            let fits = |(id, side): &&(RequestId, Side)| *side == of && waits(id);
            entry.speakers.iter().find(fits).map(|(id, _)| id.clone())
        };
        let (one, other) = if heard(Side::InFavour) > heard(Side::Against) {
            (Side::Against, Side::InFavour)
        } else {
            (Side::InFavour, Side::Against)
        };
        first(Side::Mover).or_else(|| first(one)).or_else(|| first(other))
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::MotionMoved { motion } => self.entries.push_back(Entry {
                motion: motion.clone(),
                moved_at_ms: at_ms,
                standing: Standing::Moved,
                since_ms: at_ms,
                reason: String::new(),
                vote: None,
                speakers: motion.request.iter().map(|id| (id.clone(), Side::Mover)).collect(),
            }),
            Event::MotionWithdrawn { motion } => self.withdraw(motion, at_ms),
            Event::MotionTakenUp { motion } => self.stand(motion, Standing::TakenUp, at_ms),
            Event::MotionRuledOut { motion, reason } => {
                self.stand(motion, Standing::RuledOut, at_ms);
                self.change(motion, |entry| entry.reason.clone_from(reason));
            }
            Event::MotionSpeakerAdded { motion, request, side } => {
                self.change(motion, |entry| entry.speakers.push((request.clone(), *side)));
            }
            Event::MotionDecided { motion, carried, vote } => {
                let standing = if *carried { Standing::Carried } else { Standing::Defeated };
                self.stand(motion, standing, at_ms);
                self.change(motion, |entry| entry.vote = *vote);
            }
            Event::MotionLapsed { motion } => self.stand(motion, Standing::Lapsed, at_ms),
        }
    }

    /// One that was not taken up leaves the others, so that nobody fills the list by moving and withdrawing.
    fn withdraw(&mut self, id: &MotionId, at_ms: Moment) {
        let unheard = |entry: &Entry| entry.motion.id == *id && entry.standing == Standing::Moved;
        let unheard = self.entries.iter().rposition(unheard);
        self.stand(id, Standing::Withdrawn, at_ms);
        if let Some(at) = unheard {
            let entry = self.entries.remove(at);
            self.withdrawn.insert(entry.motion.delegation.clone(), entry);
        }
    }

    fn stand(&mut self, id: &MotionId, standing: Standing, at_ms: Moment) {
        self.change(id, |entry| (entry.standing, entry.since_ms) = (standing, at_ms));
    }

    fn change(&mut self, id: &MotionId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.motion.id == *id) {
            change(entry);
        }
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let waiting = meeting.motions.waiting();
    let live = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let mut one_each: Vec<_> = waiting.iter().map(|entry| (entry.motion.kind, &entry.motion.list)).collect();
    one_each.sort();
    one_each.dedup();
    // Who speaks on a motion that is decided on waits no longer.
    let on_list = meeting.speakers.lists.iter().filter(|(id, _)| is_motions_list(id));
    let mut asked = on_list.flat_map(|(_, list)| &list.queue);
    let of_waiting = |id: &RequestId| waiting.iter().any(|entry| entry.is_spoken_on_by(id));
    Meeting::first_broken(&[
        (live || waiting.is_empty(), "a motion waits in a session that is not under way"),
        (one_each.len() == waiting.len(), "the same is moved twice"),
        (asked.all(of_waiting), "somebody waits to speak on a motion that is decided on"),
        (
            waiting.iter().all(|entry| is_within_sides(meeting, entry)),
            "more speak on a motion than may, or one delegation twice",
        ),
    ])
}

/// Whether as many speak on each side as may, and each delegation once; who took their request back speaks no more.
fn is_within_sides(meeting: &Meeting, entry: &Entry) -> bool {
    let speaks = |(id, side): &(RequestId, Side)| {
        let request = meeting.speakers.request(id).filter(|request| request.counts())?;
        Some((&request.request.delegation, *side))
    };
    let mut seats: Vec<(&DelegationId, Side)> = entry.speakers.iter().filter_map(speaks).collect();
    let all = seats.len();
    let fits = |side: Side| {
        let count = seats.iter().filter(|(_, of)| *of == side).count();
        count <= usize::from(entry.motion.kind.speakers_max(side))
    };
    let sides = [Side::Mover, Side::InFavour, Side::Against].into_iter().all(fits);
    seats.sort();
    seats.dedup_by_key(|(seat, _)| *seat);
    sides && seats.len() == all
}
