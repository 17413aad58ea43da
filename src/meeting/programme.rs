//! The session as planned and as it stands: scheduled → open ⇄ suspended → closed.

use serde::{Deserialize, Serialize};

use super::charter::Charter;
use super::ids::{Moment, SessionId, Wording};
use super::refusal::{self, Field, Refusal};
use super::rules::Rules;
use super::{Meeting, event, floor, limits, motions, points_of_order, polls, recording, run_sheet, speakers};

/// What kind of meeting a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Delegations speak from a list.
    Plenary,
    /// Delegations and stakeholders discuss a cluster of objectives.
    RoundTable,
    /// Panellists on stage, led by a moderator.
    Panel,
}

/// Who may open a microphone on the podium beside the chair and the moderator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MicrophonePolicy {
    /// Nobody: a panellist's microphone opens with their turn.
    ByTurn,
    /// Panellists, at any time.
    OpenStage,
}

/// A session of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SessionPlan {
    /// Which session.
    pub id: SessionId,
    /// Its title in each language.
    pub title: Wording,
    /// Its kind.
    pub kind: SessionKind,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// Agenda items in order, as worded in each language.
    pub agenda: Vec<Wording>,
    /// Numbers of the objectives of the Compact under discussion (1 to 23); may be empty.
    pub objectives: Vec<u8>,
    /// Who may open a microphone on the podium, where the conference file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub microphones: Option<MicrophonePolicy>,
    /// Whether the desk may ask for shows of hands and open polls.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub polls: bool,
    /// The run sheet as planned; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub run_sheet: Vec<run_sheet::Item>,
    /// The rules that it follows, where the conference file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rules: Option<Rules>,
}

impl SessionPlan {
    /// Who may open a microphone on the podium: as the conference file says, else as its kind of meeting is used to.
    pub fn microphones(&self) -> MicrophonePolicy {
        self.microphones.unwrap_or(match self.kind {
            SessionKind::Plenary => MicrophonePolicy::ByTurn,
            SessionKind::RoundTable | SessionKind::Panel => MicrophonePolicy::OpenStage,
        })
    }
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, strum::Display)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Phase {
    /// Not yet opened. Delegations may already be inscribed on an open list.
    #[default]
    Scheduled,
    /// In session.
    Open,
    /// Suspended: the floor, the clock and the list keep their place.
    Suspended,
    /// Over for good.
    Closed,
}

/// What a participant may ask of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ProgrammeCommand"), schemars(rename = "ProgrammeCommand"))]
pub enum Command {
    /// Open the session. Requests inscribed beforehand take their places in the list.
    OpenSession {},
    /// Suspend the meeting. The turn in progress halts with its clock and keeps its place.
    SuspendSession {
        /// Why, for the record: "technical stop". At most 300 characters; may be empty.
        reason: String,
    },
    /// Resume a suspended session and the turn that halted with it.
    ResumeSession {},
    /// Close the session. Requests still waiting lapse; lists close.
    CloseSession {},
}

/// What happened to the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The session was convened.
    SessionConvened {
        /// The conference as the session sees it.
        charter: Box<Charter>,
    },
    /// The conference file changed.
    CharterRevised {
        /// The conference as the session sees it from now on.
        charter: Box<Charter>,
    },
    /// The session was opened.
    SessionOpened {},
    /// The meeting was suspended.
    SessionSuspended {
        /// Why; may be empty.
        reason: String,
    },
    /// The meeting resumed.
    SessionResumed {},
    /// The session was closed.
    SessionClosed {},
}

/// Where the session stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Its phase.
    pub phase: Phase,
    /// Since when; 0 before the session was convened.
    pub since_ms: Moment,
    /// Why it is suspended; empty otherwise.
    pub reason: String,
}

impl State {
    /// Refused unless the session is in one of the phases.
    pub(super) fn require(&self, phases: &[Phase]) -> Result<(), Refusal> {
        if phases.contains(&self.phase) { Ok(()) } else { Err(Refusal::WrongPhase { phase: self.phase }) }
    }

    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        let (phase, reason) = match event {
            Event::SessionConvened { .. } => (Phase::Scheduled, ""),
            Event::CharterRevised { .. } => return,
            Event::SessionOpened {} | Event::SessionResumed {} => (Phase::Open, ""),
            Event::SessionSuspended { reason } => (Phase::Suspended, reason.as_str()),
            Event::SessionClosed {} => (Phase::Closed, ""),
        };
        *self = Self { phase, since_ms: at_ms, reason: reason.to_owned() };
    }
}

pub(super) fn decide(meeting: &Meeting, command: &Command) -> Result<Vec<event::Event>, Refusal> {
    let phase = &meeting.programme;
    match command {
        Command::OpenSession {} => phase.require(&[Phase::Scheduled]).map(|()| open(meeting)),
        Command::SuspendSession { reason } => {
            phase.require(&[Phase::Open])?;
            let reason = refusal::text(Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            Ok(suspend(meeting, reason))
        }
        Command::ResumeSession {} => phase.require(&[Phase::Suspended]).map(|()| resume(meeting)),
        Command::CloseSession {} => phase.require(&[Phase::Open, Phase::Suspended]).map(|()| close(meeting)),
    }
}

/// Convenes the session, or revises its charter where it differs from the one in force.
pub(super) fn convene(meeting: &Meeting, charter: &Charter) -> Vec<event::Event> {
    let charter = || Box::new(charter.clone());
    match &meeting.charter {
        None => vec![event::Event::Programme(Event::SessionConvened { charter: charter() })],
        Some(in_force) if **in_force == *charter() => Vec::new(),
        Some(_) => vec![event::Event::Programme(Event::CharterRevised { charter: charter() })],
    }
}

fn open(meeting: &Meeting) -> Vec<event::Event> {
    let queued = meeting.speakers.inscribed().map(|request| speakers::Event::RequestQueued { request });
    let opened = event::Event::Programme(Event::SessionOpened {});
    std::iter::once(opened).chain(queued.map(event::Event::Speakers)).collect()
}

pub(super) fn suspend(meeting: &Meeting, reason: String) -> Vec<event::Event> {
    let halted = meeting.floor.turn().map(|turn| floor::Event::TurnSuspended {
        turn,
        cause: floor::Halt::Meeting,
        reason: String::new(),
    });
    let suspended = event::Event::Programme(Event::SessionSuspended { reason });
    halted.map(event::Event::Floor).into_iter().chain([suspended]).collect()
}

fn resume(meeting: &Meeting) -> Vec<event::Event> {
    let cause = floor::Halt::Meeting;
    let resumed = meeting.floor.turn().map(|turn| floor::Event::TurnResumed { turn, cause });
    let session = event::Event::Programme(Event::SessionResumed {});
    std::iter::once(session).chain(resumed.map(event::Event::Floor)).collect()
}

pub(super) fn close(meeting: &Meeting) -> Vec<event::Event> {
    let ended = meeting
        .floor
        .turn()
        .map(|turn| floor::Event::TurnEnded { turn, ending: floor::Ending::SessionClosed });
    // From the last to the first, so that no place moves.
    let lapsed = meeting.speakers.waiting().rev().map(|request| speakers::Event::RequestLapsed { request });
    let lists = meeting.speakers.open_lists().map(|list| speakers::Event::ListClosed { list });
    let closed = event::Event::Programme(Event::SessionClosed {});
    let ended = ended.map(event::Event::Floor).into_iter();
    let recorded = meeting.recording.since_ms.map(|_| recording::Event::RecordingStopped {});
    let recorded = recorded.map(event::Event::Recording);
    let points = meeting.points.waiting().map(|point| points_of_order::Event::PointLapsed { point });
    let points = points.map(event::Event::PointsOfOrder);
    let poll = polls::decide::close_with_session(meeting);
    ended
        .chain(points)
        .chain(motions::decide::lapsed(meeting))
        .chain(poll)
        .chain(lapsed.chain(lists).map(event::Event::Speakers))
        .chain(recorded)
        .chain([closed])
        .collect()
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let phase = meeting.programme.phase;
    let idle = meeting.floor.current.is_none();
    let waits = meeting.speakers.waiting().next().is_some();
    let inscribed = meeting.speakers.inscribed().count();
    let live = matches!(phase, Phase::Open | Phase::Suspended);
    Meeting::first_broken(&[
        (meeting.charter.is_some() || phase == Phase::Scheduled, "a session runs that was never convened"),
        (live || idle, "a session that is not under way has a turn"),
        (phase != Phase::Closed || !waits, "a closed session has requests waiting"),
        (
            phase != Phase::Closed || meeting.speakers.open_lists().next().is_none(),
            "a closed session has an open list",
        ),
        (
            phase != Phase::Scheduled || inscribed == meeting.speakers.waiting().count(),
            "a request is queued too soon",
        ),
        (phase == Phase::Scheduled || inscribed == 0, "an inscribed request was not queued at the opening"),
        (
            phase == Phase::Suspended || meeting.programme.reason.is_empty(),
            "a reason outlived its suspension",
        ),
    ])
}
