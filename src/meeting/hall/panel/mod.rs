//! The stage of a panel: who has the floor there, with a timer that all see, and how long each has spoken by it.
//!
//! A timer is advice: nothing happens when it has run out. Started by itself it opens and closes no microphone.

mod commands;
mod events;
pub(in crate::meeting) mod view;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::clock::Clock;
use crate::meeting::procedure::programme::{self, Phase};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::sound::microphones;
use crate::meeting::{Meeting, event};
use crate::terms::ids::{Millis, Moment, PersonId};
use crate::terms::limits;
use crate::terms::people::{Person, Roster};

/// What a participant may ask about the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "PanelCommand"), schemars(rename = "PanelCommand"))]
pub enum Command {
    /// Start the timer for somebody on stage, in the place of one that runs.
    StartTimer {
        /// For whom: a panellist or the moderator.
        person: PersonId,
        /// How long they are to speak, in milliseconds: 10 s to 60 min.
        limit_ms: Millis,
    },
    /// Stop the timer. Its time is added up.
    StopTimer {},
    /// Give somebody on stage the floor, to answer: their timer starts, all see them, and their microphone opens if it is
    /// ready.
    GiveFloorOnStage {
        /// Whom: a panellist or the moderator.
        person: PersonId,
        /// How long they are to speak, in milliseconds: 10 s to 60 min.
        limit_ms: Millis,
    },
}

/// What happened on the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A timer was started.
    TimerStarted {
        /// For whom.
        person: PersonId,
        /// How long they are to speak.
        limit_ms: Millis,
    },
    /// The timer was stopped.
    TimerStopped {},
}

/// The timer that runs, or is halted with the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// For whom.
    pub person: PersonId,
    /// The clock.
    pub clock: Clock,
}

/// How long somebody on stage has spoken by timers that were stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spoken {
    /// All times together.
    pub spoken_ms: Millis,
    /// How many there were.
    pub times: u32,
}

/// The stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The timer, if there is one.
    pub timer: Option<Timer>,
    /// What each has spoken.
    pub spoken: BTreeMap<PersonId, Spoken>,
}

impl State {
    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::TimerStarted { person, limit_ms } => {
                self.stop(at_ms);
                let clock = Clock::started(*limit_ms, at_ms);
                self.timer = Some(Timer { person: person.clone(), clock });
            }
            Event::TimerStopped {} => self.stop(at_ms),
        }
    }

    /// Follows the session: a suspended one halts the timer, a closed one stops it.
    pub(in crate::meeting) fn follow_session(&mut self, event: &programme::Event, at_ms: Moment) {
        match event {
            programme::Event::SessionSuspended { .. } => self.with_clock(|clock| clock.halt(at_ms)),
            programme::Event::SessionResumed {} => self.with_clock(|clock| clock.go_on(at_ms)),
            programme::Event::SessionClosed { .. } | programme::Event::SessionAdjourned {} => {
                self.stop(at_ms)
            }
            programme::Event::SessionConvened { .. }
            | programme::Event::SessionReopened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {} => {}
        }
    }

    /// Follows the charter: the timer of somebody who is on stage no longer stops.
    pub(in crate::meeting) fn plan(&mut self, roster: &Roster, at_ms: Moment) {
        let stays = |timer: &Timer| roster.person(&timer.person).is_some_and(Person::is_on_stage);
        if !self.timer.as_ref().is_none_or(stays) {
            self.stop(at_ms);
        }
    }

    /// Undoes that a timer was started or stopped: the one that ran goes on, and its person has spoken no more than
    /// before.
    pub(in crate::meeting) fn put_back(
        &mut self,
        timer: Option<Timer>,
        spoken: Option<(PersonId, Option<Spoken>)>,
    ) {
        self.timer = timer;
        match spoken {
            Some((person, Some(had))) => drop(self.spoken.insert(person, had)),
            Some((person, None)) => drop(self.spoken.remove(&person)),
            None => {}
        }
    }

    fn stop(&mut self, at_ms: Moment) {
        let Some(timer) = self.timer.take() else { return };
        let spoken = self.spoken.entry(timer.person).or_default();
        spoken.spoken_ms = spoken.spoken_ms.saturating_add(timer.clock.spoken_ms(at_ms));
        spoken.times = spoken.times.saturating_add(1);
    }

    fn with_clock(&mut self, change: impl FnOnce(&mut Clock)) {
        if let Some(timer) = &mut self.timer {
            change(&mut timer.clock);
        }
    }
}

pub(in crate::meeting) fn decide(meeting: &Meeting, command: &Command) -> Result<Vec<event::Event>, Refusal> {
    let happens = match command {
        Command::StartTimer { person, limit_ms } => {
            to_time(meeting, person, *limit_ms)?;
            timed(meeting, person, *limit_ms)
        }
        Command::StopTimer {} => stopped(meeting),
        Command::GiveFloorOnStage { person, limit_ms } => {
            let person = to_time(meeting, person, *limit_ms)?;
            on_stage(meeting, person, *limit_ms)
        }
    };
    Ok(happens)
}

/// Whoever a timer is to be started for.
fn to_time<'a>(meeting: &'a Meeting, person: &PersonId, limit_ms: Millis) -> Result<&'a Person, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let known = meeting.roster.person(person).filter(|person| person.is_on_stage());
    let known = known.ok_or(Refusal::Unknown { field: Field::Person })?;
    let (min, max) = (limits::TIMER_MS_MIN, limits::TIMER_MS_MAX);
    if !(min..=max).contains(&limit_ms) {
        return Err(Refusal::OutOfRange { field: Field::LimitMs, min, max });
    }
    Ok(known)
}

/// What happens when the timer stops, if one runs.
pub(in crate::meeting) fn stopped(meeting: &Meeting) -> Vec<event::Event> {
    meeting.panel.timer.iter().map(|_| event::Event::Panel(Event::TimerStopped {})).collect()
}

fn timed(meeting: &Meeting, person: &PersonId, limit_ms: Millis) -> Vec<event::Event> {
    let started = Event::TimerStarted { person: person.clone(), limit_ms };
    stopped(meeting).into_iter().chain([event::Event::Panel(started)]).collect()
}

/// What happens when somebody on stage is given the floor: their timer starts, and their microphone opens if it is ready.
pub(in crate::meeting) fn on_stage(
    meeting: &Meeting,
    person: &Person,
    limit_ms: Millis,
) -> Vec<event::Event> {
    let opened = microphones::open_if_ready(meeting, person).map(event::Event::Microphones);
    timed(meeting, &person.id, limit_ms).into_iter().chain(opened).collect()
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let timer = meeting.panel.timer.as_ref();
    let open = meeting.programme.phase == Phase::Open;
    let live = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let on_stage = |timer: &Timer| meeting.roster.person(&timer.person).is_some_and(Person::is_on_stage);
    Meeting::first_broken(&[
        (live || timer.is_none(), "a timer runs in a session that is not under way"),
        (
            timer.is_none_or(|timer| timer.clock.running_since_ms.is_some() == open),
            "a timer runs while the meeting is suspended, or halts while it is not",
        ),
        (timer.is_none_or(on_stage), "a timer runs for somebody who is not on stage"),
        (
            meeting.panel.spoken.values().all(|spoken| spoken.spoken_ms >= 0),
            "somebody on stage has spoken less than nothing",
        ),
    ])
}
