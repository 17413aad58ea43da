//! Motions, as the wire carries them, and how they are made from the state.
//!
//! Seen: `motion` and `motions` by `everyone`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::procedure::motions::decide::{debates, open_sides};
use crate::meeting::procedure::motions::{Entry, Kind, Side, Standing, Tally};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::Key;
use crate::terms::ids::{DelegationId, ListId, Moment, MotionId, RequestId};

/// A motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MotionView {
    /// Which.
    pub id: MotionId,
    /// What is moved.
    pub kind: Kind,
    /// Whose debate, where it is about one.
    pub list: Option<ListId>,
    /// The delegation that moved; none where the chair proposed.
    pub delegation: Option<DelegationId>,
    /// When.
    pub moved_at_ms: Moment,
    /// How far it has come.
    pub state: Standing,
    /// Since when.
    pub since_ms: Moment,
    /// Why it was ruled out; may be empty.
    pub reason: String,
    /// The vote, if one was taken; what is carried without one, is by consent.
    pub vote: Option<Tally>,
    /// Who speaks on it, and how many may.
    pub sides: Vec<SideView>,
}

/// One side of a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SideView {
    /// Which side.
    pub side: Side,
    /// Most who may speak there.
    pub speakers_max: u16,
    /// Those who do, as they asked.
    pub speakers: Vec<MotionSpeaker>,
}

/// A delegation that speaks on a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MotionSpeaker {
    /// Its request, on the list of speakers on motions.
    pub request: RequestId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Whether it has not been given the floor yet.
    pub waits: bool,
}

/// What can be moved, and what is to be dealt with first. There is one, with the id `motions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MotionsView {
    /// Always `motions`.
    pub id: String,
    /// Those that have yet to be decided on, in the order of precedence.
    pub waiting: Vec<MotionId>,
    /// The one before the meeting: no other business goes on until it is decided on.
    pub in_hand: Option<MotionId>,
    /// Who is to speak on it next.
    pub next_speaker: Option<RequestId>,
    /// Whether a vote may decide; else only consent does.
    pub votes: bool,
    /// What can be moved now; delegations move only where votes decide.
    pub choices: Vec<MotionChoice>,
}

/// Something that can be moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MotionChoice {
    /// What.
    pub kind: Kind,
    /// Whose debate, where it is about one.
    pub list: Option<ListId>,
}

/// What one's own delegation may say on a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MotionSides {
    /// On which motion.
    pub motion: MotionId,
    /// On which sides it may ask to speak.
    pub sides: Vec<Side>,
}

pub(in crate::meeting) fn motion(meeting: &Meeting, id: &MotionId) -> Option<MotionView> {
    let entry = meeting.motions.counted(id)?;
    Some(MotionView {
        id: id.clone(),
        kind: entry.motion.kind,
        list: entry.motion.list.clone(),
        delegation: entry.motion.delegation.clone(),
        moved_at_ms: entry.moved_at_ms,
        state: entry.standing,
        since_ms: entry.since_ms,
        reason: entry.reason.clone(),
        vote: entry.vote,
        sides: sides(meeting, entry),
    })
}

/// The sides on which anybody speaks or may. Who took their request back speaks no more.
fn sides(meeting: &Meeting, entry: &Entry) -> Vec<SideView> {
    let of_side = |side: Side| {
        let speakers = entry.speakers.iter().filter(|(_, of)| *of == side);
        let speakers: Vec<MotionSpeaker> = speakers
            .filter_map(|(id, _)| {
                let request = meeting.speakers.request(id).filter(|request| request.counts())?;
                let (delegation, waits) = (request.request.delegation.clone(), request.state.is_waiting());
                Some(MotionSpeaker { request: id.clone(), delegation, waits })
            })
            .collect();
        SideView { side, speakers_max: entry.motion.kind.speakers_max(side), speakers }
    };
    let voted = meeting.rules().profile.votes();
    let there = |view: &SideView| {
        let open = voted && view.side != Side::Mover && view.speakers_max > 0;
        open || !view.speakers.is_empty()
    };
    [Side::Mover, Side::InFavour, Side::Against].map(of_side).into_iter().filter(there).collect()
}

pub(in crate::meeting) fn motions(meeting: &Meeting) -> MotionsView {
    let in_hand = meeting.motions.in_hand();
    MotionsView {
        id: "motions".to_owned(),
        waiting: meeting.motions.waiting().into_iter().map(|entry| entry.motion.id.clone()).collect(),
        in_hand: in_hand.map(|entry| entry.motion.id.clone()),
        next_speaker: in_hand.and_then(|entry| meeting.motions.next_speaker(&meeting.speakers, entry)),
        votes: meeting.rules().profile.votes(),
        choices: choices(meeting),
    }
}

fn choices(meeting: &Meeting) -> Vec<MotionChoice> {
    if meeting.programme.phase != Phase::Open {
        return Vec::new();
    }
    let of_meeting =
        [Kind::SuspendMeeting, Kind::AdjournMeeting].map(|kind| MotionChoice { kind, list: None });
    let of_debate = [Kind::AdjournDebate, Kind::CloseDebate]
        .into_iter()
        .flat_map(|kind| debates(meeting).map(move |list| MotionChoice { kind, list: Some(list.clone()) }));
    let waits = |choice: &MotionChoice| {
        let waiting = meeting.motions.waiting();
        waiting.iter().any(|at| at.motion.kind == choice.kind && at.motion.list == choice.list)
    };
    of_meeting.into_iter().chain(of_debate).filter(|choice| !waits(choice)).collect()
}

/// Whether a delegation may move.
pub(in crate::meeting) fn may_move(meeting: &Meeting, delegation: &DelegationId) -> bool {
    let votes = meeting.rules().profile.votes() && meeting.programme.phase == Phase::Open;
    votes && meeting.require_conduct(delegation).is_ok()
}

/// A delegation's own motions that it may withdraw.
pub(in crate::meeting) fn moved_by(meeting: &Meeting, delegation: &DelegationId) -> Vec<MotionId> {
    let waiting = meeting.motions.waiting();
    let own = waiting.iter().filter(|entry| entry.motion.delegation.as_ref() == Some(delegation));
    own.map(|entry| entry.motion.id.clone()).collect()
}

/// The motion that goes before the others, as far as a delegation may ask to speak on it.
pub(in crate::meeting) fn may_speak(meeting: &Meeting, delegation: &DelegationId) -> Option<MotionSides> {
    let first = meeting.motions.waiting().into_iter().next()?;
    let open = meeting.programme.phase == Phase::Open;
    let sides = if open { open_sides(meeting, first, delegation) } else { Vec::new() };
    (!sides.is_empty()).then(|| MotionSides { motion: first.motion.id.clone(), sides })
}

/// What an event may have changed of motions: they hang together with the lists, the floor and the session, and are few.
pub(in crate::meeting) fn touched(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let waits = [before, after].into_iter().flat_map(|meeting| meeting.motions.waiting());
    let waiting: BTreeSet<Key> = waits.map(|entry| Key::Motion(entry.motion.id.clone())).collect();
    if waiting.is_empty() && motions(before) == motions(after) {
        return waiting;
    }
    let placards = after.roster.delegations().map(|seat| Key::Placard(seat.id.clone()));
    waiting.into_iter().chain(placards).chain([Key::Motions]).collect()
}

/// All motions, and what can be moved.
pub(in crate::meeting) fn shared(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let all = meeting.motions.entries.iter().map(|entry| Key::Motion(entry.motion.id.clone()));
    all.chain([Key::Motions])
}
