//! The session as planned and as it stands: scheduled → open ⇄ suspended → closed, or adjourned, which is closed until
//! the next sitting; and open again where the desk reopens it.

mod commands;
mod events;
pub(in crate::meeting) mod view;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{floor, speakers};
use crate::meeting::charter::Charter;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Context, Meeting, event};
use crate::terms::ids::{ListId, Moment};
use crate::terms::{limits, text};

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
    /// Over: for good, or adjourned until the next sitting.
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
    OpenSession {
        /// Refused on another day of the host's than the session is planned for: the sender is to be asked first.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
        on_planned_day: bool,
    },
    /// Suspend the meeting. The turn in progress halts with its clock and keeps its place.
    SuspendSession {
        /// Why, for all to read and for the record: "consultations". At most 300 characters; may be empty.
        reason: String,
        /// Until when, as the chair announces it: a moment from now to seven days ahead; none where that is not known.
        /// Nothing happens by itself then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "number"))]
        until_ms: Option<Moment>,
    },
    /// Resume a suspended session and the turn that halted with it.
    ResumeSession {},
    /// Close the session. Requests still waiting lapse; lists close.
    CloseSession {},
    /// Reopen a session that is closed or adjourned: the next sitting, or what was closed by mistake. Those who waited
    /// wait again in their order.
    ReopenSession {
        /// Since when it is closed, as the sender sees it; another moment refuses it.
        #[cfg_attr(test, ts(type = "number"))]
        closed_at_ms: Moment,
        /// Why, for the record: 1 to 300 characters.
        reason: String,
    },
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
        /// Until when, if that was announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until_ms: Option<Moment>,
    },
    /// The meeting resumed.
    SessionResumed {},
    /// The session was closed.
    SessionClosed {
        /// Lists that were open until then.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lists: Vec<ListId>,
    },
    /// The meeting was adjourned: the sitting is over, the item is not.
    SessionAdjourned {},
    /// A session that was closed or adjourned was taken up again.
    SessionReopened {
        /// Why.
        reason: String,
    },
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
    /// Until when it is suspended, as announced; none otherwise.
    pub until_ms: Option<Moment>,
    /// When the meeting was opened, which suspensions do not change; none before that.
    pub opened_at_ms: Option<Moment>,
    /// Whether it was adjourned: closed until the next sitting, for which those who wait keep their places.
    pub adjourned: bool,
}

impl State {
    /// Refused once the session is closed for good: the lists of one that is adjourned go on.
    pub(in crate::meeting) fn require_item(&self) -> Result<(), Refusal> {
        if self.is_over() { Err(Refusal::WrongPhase { phase: self.phase }) } else { Ok(()) }
    }

    /// Whether the session is closed and not merely adjourned.
    pub fn is_over(&self) -> bool {
        self.phase == Phase::Closed && !self.adjourned
    }

    /// Refused unless the session is in one of the phases.
    pub(in crate::meeting) fn require(&self, phases: &[Phase]) -> Result<(), Refusal> {
        if phases.contains(&self.phase) { Ok(()) } else { Err(Refusal::WrongPhase { phase: self.phase }) }
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        let before = self.opened_at_ms;
        let (phase, opened_at_ms) = match event {
            Event::SessionConvened { .. } => (Phase::Scheduled, None),
            Event::CharterRevised { .. } => return,
            Event::SessionOpened {} => (Phase::Open, Some(at_ms)),
            // After an adjournment it is the next sitting; else what was closed by mistake goes on.
            Event::SessionReopened { .. } if self.adjourned => (Phase::Open, Some(at_ms)),
            Event::SessionResumed {} | Event::SessionReopened { .. } => (Phase::Open, before),
            Event::SessionSuspended { .. } => (Phase::Suspended, before),
            Event::SessionClosed { .. } | Event::SessionAdjourned {} => (Phase::Closed, before),
        };
        let (reason, until_ms) = match event {
            Event::SessionSuspended { reason, until_ms } => (reason.clone(), *until_ms),
            Event::SessionConvened { .. }
            | Event::CharterRevised { .. }
            | Event::SessionOpened {}
            | Event::SessionResumed {}
            | Event::SessionClosed { .. }
            | Event::SessionAdjourned {}
            | Event::SessionReopened { .. } => (String::new(), None),
        };
        let adjourned = matches!(event, Event::SessionAdjourned {});
        *self = Self { phase, since_ms: at_ms, reason, until_ms, opened_at_ms, adjourned };
    }
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let phase = &meeting.programme;
    match command {
        Command::OpenSession { on_planned_day } => {
            phase.require(&[Phase::Scheduled])?;
            takes_place(meeting, context, *on_planned_day)?;
            Ok(open(meeting))
        }
        Command::SuspendSession { reason, until_ms } => {
            phase.require(&[Phase::Open])?;
            let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            let (min, max) = (context.now_ms, context.now_ms + limits::SUSPENDED_MS_MAX);
            if until_ms.is_some_and(|until_ms| !(min..=max).contains(&until_ms)) {
                return Err(Refusal::OutOfRange { field: Field::UntilMs, min, max });
            }
            Ok(suspend(meeting, reason, *until_ms))
        }
        Command::ResumeSession {} => phase.require(&[Phase::Suspended]).map(|()| resume(meeting)),
        Command::CloseSession {} if phase.adjourned => Ok(meeting.close()),
        Command::CloseSession {} => phase.require(&[Phase::Open, Phase::Suspended]).map(|()| meeting.close()),
        Command::ReopenSession { closed_at_ms, reason } => {
            phase.require(&[Phase::Closed])?;
            if phase.since_ms != *closed_at_ms {
                return Err(Refusal::StaleSession { since_ms: phase.since_ms });
            }
            let reason = refusal::reason(reason)?;
            Ok(vec![event::Event::Programme(Event::SessionReopened { reason })])
        }
    }
}

/// A session is opened unless it was cancelled; on another day of the host's than planned only where nobody wished to be
/// told.
fn takes_place(meeting: &Meeting, context: &Context, on_planned_day: bool) -> Result<(), Refusal> {
    let Some(planned) = &meeting.planned else { return Ok(()) };
    if planned.is_cancelled() {
        return Err(Refusal::SessionCancelled {});
    }
    let zone = meeting.charter.as_ref().map_or("UTC", |charter| charter.time_zone.as_str());
    // The conference file was read by the same name.
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let day = |at_ms| Timestamp::from_millisecond(at_ms).map(|at| zone.to_datetime(at).date()).ok();
    let starts_at_ms = planned.times.starts_at_ms;
    if on_planned_day && day(starts_at_ms) != day(context.now_ms) {
        return Err(Refusal::OtherDay { starts_at_ms });
    }
    Ok(())
}

/// Convenes the session, or revises its charter where it differs from the one in force.
pub(in crate::meeting) fn convene(meeting: &Meeting, charter: &Charter) -> Vec<event::Event> {
    let charter = || Box::new(charter.clone());
    match &meeting.charter {
        None => vec![event::Event::Programme(Event::SessionConvened { charter: charter() })],
        Some(in_force) if **in_force == *charter() => Vec::new(),
        Some(_) => {
            let revised = event::Event::Programme(Event::CharterRevised { charter: charter() });
            let given_up = speakers::folder::given_up(meeting, &charter().item_lists);
            std::iter::once(revised).chain(given_up).collect()
        }
    }
}

fn open(meeting: &Meeting) -> Vec<event::Event> {
    let queued = meeting.speakers.inscribed().map(|request| speakers::Event::RequestQueued { request });
    let opened = event::Event::Programme(Event::SessionOpened {});
    std::iter::once(opened).chain(queued.map(event::Event::Speakers)).collect()
}

pub(in crate::meeting) fn suspend(
    meeting: &Meeting,
    reason: String,
    until_ms: Option<Moment>,
) -> Vec<event::Event> {
    let halted = meeting.floor.turn().map(|turn| floor::Event::TurnSuspended {
        turn,
        cause: floor::Halt::Meeting,
        reason: String::new(),
    });
    let suspended = event::Event::Programme(Event::SessionSuspended { reason, until_ms });
    halted.map(event::Event::Floor).into_iter().chain([suspended]).collect()
}

fn resume(meeting: &Meeting) -> Vec<event::Event> {
    let cause = floor::Halt::Meeting;
    let resumed = meeting.floor.turn().map(|turn| floor::Event::TurnResumed { turn, cause });
    let session = event::Event::Programme(Event::SessionResumed {});
    std::iter::once(session).chain(resumed.map(event::Event::Floor)).collect()
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let phase = meeting.programme.phase;
    let idle = meeting.floor.current.is_none();
    let waits = meeting.speakers.waiting().next().is_some();
    let inscribed = meeting.speakers.inscribed().count();
    let live = matches!(phase, Phase::Open | Phase::Suspended);
    let over = meeting.programme.is_over();
    Meeting::first_broken(&[
        (meeting.charter.is_some() || phase == Phase::Scheduled, "a session runs that was never convened"),
        (live || idle, "a session that is not under way has a turn"),
        (!over || !waits, "a closed session has requests waiting"),
        (!over || meeting.speakers.open_lists().next().is_none(), "a closed session has an open list"),
        (phase == Phase::Closed || !meeting.programme.adjourned, "a session is adjourned and goes on"),
        (
            phase != Phase::Scheduled || inscribed == meeting.speakers.waiting().count(),
            "a request is queued too soon",
        ),
        (phase == Phase::Scheduled || inscribed == 0, "an inscribed request was not queued at the opening"),
        (
            phase == Phase::Suspended || meeting.programme.reason.is_empty(),
            "a reason outlived its suspension",
        ),
        (
            phase == Phase::Suspended || meeting.programme.until_ms.is_none(),
            "an announced end outlived its suspension",
        ),
        (
            (phase == Phase::Scheduled) == meeting.programme.opened_at_ms.is_none(),
            "a session is under way that was never opened",
        ),
    ])
}
