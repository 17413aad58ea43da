//! The floor: who has it, and the clock of their turn, keyed by turn.

mod commands;
mod events;
pub(in crate::meeting) mod view;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::motions;
use super::programme::Phase;
use super::rules::TimeMode;
use super::speakers::RequestState;
use super::speakers::decide::{own, waiting};
use crate::meeting::clock::{self, Clock};
use crate::meeting::command::{Context, Housekeeping};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{Meeting, access, event, refusal};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId, TurnId};
use crate::terms::people::{Person, Rank};
use crate::terms::{limits, text};

/// One time that a delegation holds the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Which turn.
    pub id: TurnId,
    /// The request that it answers.
    pub request: RequestId,
    /// The list that the request was on.
    pub list: ListId,
    /// The delegation that has the floor.
    pub delegation: DelegationId,
    /// Who speaks for it, where known.
    pub speaker: Option<PersonId>,
    /// Language spoken.
    pub language: Language,
    /// Speaking time given at the beginning.
    pub limit_ms: Millis,
    /// The statement that is played in it, if it was recorded ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prerecorded: Option<Prerecorded>,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The speaker had finished.
    Finished,
    /// The chair took the floor back.
    Stopped,
    /// The chair gave the floor to the next.
    NextGiven,
    /// The session was closed.
    SessionClosed,
    /// Time and grace were over, and the rules cut.
    Cut,
}

/// Why a turn is halted. It may be halted for several reasons at once, and goes on when none is left.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, strum::Display,
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Halt {
    /// The meeting is suspended.
    #[default]
    Meeting,
    /// A point of order is heard, or was and the floor has not been given back.
    PointOfOrder,
    /// A technical stop: sound or a connection fails, and the place is kept.
    Technical,
}

impl Halt {
    /// Whether it is the reason that events tell by leaving it out.
    fn is_meeting(&self) -> bool {
        *self == Self::Meeting
    }
}

/// What a participant may ask of the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "FloorCommand"), schemars(rename = "FloorCommand"))]
pub enum Command {
    /// Give the floor. A turn in progress ends.
    GiveFloor {
        /// To which request.
        request: RequestId,
        /// The turn that the giver sees in progress, if any; another one refuses the command.
        ending: Option<TurnId>,
    },
    /// End the turn of one's own delegation.
    FinishTurn {
        /// Which turn.
        turn: TurnId,
    },
    /// Take the floor back.
    StopTurn {
        /// Which turn.
        turn: TurnId,
    },
    /// Give a turn more time.
    ExtendTurn {
        /// Which turn.
        turn: TurnId,
        /// How much more, in milliseconds: 1 s to 30 min.
        by_ms: Millis,
    },
    /// Halt a turn with its clock for a technical reason. It keeps the floor and the time left.
    HaltTurn {
        /// Which turn.
        turn: TurnId,
        /// Why, for the record: at most 300 characters; may be empty.
        reason: String,
    },
    /// Give the floor back to a turn that a technical stop or a point of order has halted.
    ResumeTurn {
        /// Which turn.
        turn: TurnId,
    },
    /// Have another of the delegation speak in its turn, in the place of whoever speaks now.
    NameTurnSpeaker {
        /// Which turn.
        turn: TurnId,
        /// Who: one of the delegation who may speak for it.
        person: PersonId,
    },
    /// Speak in the turn of one's own delegation, in the place of whoever speaks now.
    SpeakForTurn {
        /// Which turn.
        turn: TurnId,
    },
}

/// What happened to the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The floor was given.
    FloorGiven {
        /// The turn that began.
        turn: Turn,
    },
    /// A turn halted with its clock.
    TurnSuspended {
        /// Which turn.
        turn: TurnId,
        /// Why.
        #[serde(default, skip_serializing_if = "Halt::is_meeting")]
        cause: Halt,
        /// In words; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A reason to halt a turn is no more; with the last of them it went on with the time it had left.
    TurnResumed {
        /// Which turn.
        turn: TurnId,
        /// Which reason.
        #[serde(default, skip_serializing_if = "Halt::is_meeting")]
        cause: Halt,
    },
    /// A turn was given more time.
    TurnExtended {
        /// Which turn.
        turn: TurnId,
        /// How much more.
        by_ms: Millis,
    },
    /// The time limit of a turn passed.
    TurnLimitReached {
        /// Which turn.
        turn: TurnId,
    },
    /// A turn ended.
    TurnEnded {
        /// Which turn.
        turn: TurnId,
        /// How.
        ending: Ending,
    },
    /// Another person of the delegation speaks in its turn.
    TurnSpeakerChanged {
        /// Which turn.
        turn: TurnId,
        /// Who speaks from now on.
        speaker: PersonId,
    },
}

/// The turn in progress and its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// The turn.
    pub turn: Turn,
    /// When it began.
    pub began_at_ms: Moment,
    /// Its clock.
    pub clock: Clock,
    /// Why it is halted; empty while it runs.
    pub halts: BTreeSet<Halt>,
    /// Why in words, as the last who halted it said; empty while it runs.
    pub halt_reason: String,
}

/// Where the floor stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The turn in progress, running or halted.
    pub current: Option<Current>,
    /// When the last turn ended; 0 before the first.
    pub free_since_ms: Moment,
    /// Turns given so far.
    pub turns: u32,
}

impl State {
    /// The turn in progress.
    pub fn turn(&self) -> Option<TurnId> {
        self.current.as_ref().map(|current| current.turn.id.clone())
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::FloorGiven { turn } => {
                self.turns += 1;
                self.current = Some(Current {
                    began_at_ms: at_ms,
                    clock: Clock::started(turn.limit_ms, at_ms),
                    turn: turn.clone(),
                    halts: BTreeSet::new(),
                    halt_reason: String::new(),
                });
            }
            Event::TurnEnded { .. } => (self.current, self.free_since_ms) = (None, at_ms),
            Event::TurnSuspended { .. }
            | Event::TurnResumed { .. }
            | Event::TurnExtended { .. }
            | Event::TurnLimitReached { .. }
            | Event::TurnSpeakerChanged { .. } => self.evolve_current(event, at_ms),
        }
    }

    /// The turn that was given by mistake was never given.
    pub(in crate::meeting) fn take_back(&mut self, at_ms: Moment) {
        self.turns = self.turns.saturating_sub(1);
        (self.current, self.free_since_ms) = (None, at_ms);
    }

    /// The turn goes on without the statement that was played in it.
    pub(in crate::meeting) fn stop_prerecorded(&mut self) {
        if let Some(current) = &mut self.current {
            current.turn.prerecorded = None;
        }
    }

    fn evolve_current(&mut self, event: &Event, at_ms: Moment) {
        let Some(current) = &mut self.current else { return };
        match event {
            Event::TurnSuspended { cause, reason, .. } => {
                current.halts.insert(*cause);
                current.halt_reason.clone_from(reason);
                current.clock.halt(at_ms);
            }
            Event::TurnResumed { cause, .. } => {
                current.halts.remove(cause);
                if current.halts.is_empty() {
                    current.halt_reason.clear();
                    current.clock.go_on(at_ms);
                }
            }
            Event::TurnExtended { by_ms, .. } => current.clock.extend(*by_ms, at_ms),
            Event::TurnLimitReached { .. } => current.clock.limit_reached = true,
            Event::TurnSpeakerChanged { speaker, .. } => current.turn.speaker = Some(speaker.clone()),
            Event::FloorGiven { .. } | Event::TurnEnded { .. } => {}
        }
    }
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let events = match command {
        Command::GiveFloor { request, ending } => give(meeting, context, request, ending.as_ref(), None)?,
        Command::FinishTurn { turn } => {
            let current = in_progress(meeting, turn)?;
            own(meeting, actor, &current.turn.delegation)?;
            vec![Event::TurnEnded { turn: turn.clone(), ending: Ending::Finished }]
        }
        Command::StopTurn { turn } => {
            in_progress(meeting, turn)?;
            vec![Event::TurnEnded { turn: turn.clone(), ending: Ending::Stopped }]
        }
        Command::ExtendTurn { turn, by_ms } => {
            in_progress(meeting, turn)?;
            if !(1_000..=limits::EXTENSION_MS_MAX).contains(by_ms) {
                let max = limits::EXTENSION_MS_MAX;
                return Err(Refusal::OutOfRange { field: Field::ByMs, min: 1_000, max });
            }
            vec![Event::TurnExtended { turn: turn.clone(), by_ms: *by_ms }]
        }
        Command::HaltTurn { turn, reason } => {
            meeting.programme.require(&[Phase::Open])?;
            if in_progress(meeting, turn)?.halts.contains(&Halt::Technical) {
                return Err(Refusal::TurnHalted {});
            }
            let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            vec![Event::TurnSuspended { turn: turn.clone(), cause: Halt::Technical, reason }]
        }
        Command::ResumeTurn { turn } => resume(meeting, turn)?,
        Command::SpeakForTurn { turn } => {
            own(meeting, actor, &in_progress(meeting, turn)?.turn.delegation)?;
            speaks(meeting, turn, actor)?
        }
        Command::NameTurnSpeaker { turn, person } => {
            let delegation = &in_progress(meeting, turn)?.turn.delegation;
            let of_it =
                |known: &&Person| known.delegation.as_ref() == Some(delegation) && access::may_speak(known);
            meeting
                .roster
                .person(person)
                .filter(of_it)
                .ok_or_else(|| Refusal::OtherSeat { person: person.clone() })?;
            speaks(meeting, turn, person)?
        }
    };
    Ok(events.into_iter().map(event::Event::Floor).collect())
}

/// Somebody of its delegation speaks in a turn from now on.
fn speaks(meeting: &Meeting, turn: &TurnId, person: &PersonId) -> Result<Vec<Event>, Refusal> {
    if meeting.on_air(person).is_some() {
        return Err(Refusal::AlreadyLive {});
    }
    let current = in_progress(meeting, turn)?;
    if current.turn.prerecorded.is_some() {
        return Err(Refusal::PrerecordedPlays {});
    }
    let same = current.turn.speaker.as_ref() == Some(person);
    let changed = Event::TurnSpeakerChanged { turn: turn.clone(), speaker: person.clone() };
    Ok((!same).then_some(changed).into_iter().collect())
}

/// The timer of a turn: refused if the turn is another, or has been given time since the timer was set.
pub(in crate::meeting) fn reach_limit(
    meeting: &Meeting,
    context: &Context,
    turn: &TurnId,
) -> Result<Vec<event::Event>, Refusal> {
    clock::require_come(in_progress(meeting, turn)?.clock.limit_at_ms(), context)?;
    Ok(vec![event::Event::Floor(Event::TurnLimitReached { turn: turn.clone() })])
}

/// The floor goes back to a turn for whatever the desk has halted it; a suspended meeting resumes by itself.
fn resume(meeting: &Meeting, turn: &TurnId) -> Result<Vec<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let current = in_progress(meeting, turn)?;
    meeting.points.require_settled()?;
    if current.halts.is_empty() {
        return Err(Refusal::TurnRuns {});
    }
    let causes = current.halts.iter().filter(|cause| !cause.is_meeting());
    Ok(causes.map(|cause| Event::TurnResumed { turn: turn.clone(), cause: *cause }).collect())
}

/// When the limit of the turn passes.
pub(in crate::meeting) fn next_timer(meeting: &Meeting) -> Option<(Moment, Housekeeping)> {
    let current = meeting.floor.current.as_ref()?;
    Some((current.clock.limit_at_ms()?, Housekeeping::ReachLimit(current.turn.id.clone())))
}

/// When the floor is taken back by itself: never from a minister or anyone above, where the chair decides.
pub(in crate::meeting) fn next_cut(meeting: &Meeting) -> Option<(Moment, Housekeeping)> {
    let rules = meeting.rules();
    let current = meeting.floor.current.as_ref().filter(|_| rules.time_mode == TimeMode::AutomaticCut)?;
    let speaker = current.turn.speaker.as_ref().and_then(|id| meeting.roster.person(id));
    // A rank that stands before another is the higher one.
    if speaker.and_then(|person| person.rank).is_some_and(|rank| rank <= Rank::Minister) {
        return None;
    }
    let at_ms = current.clock.passes_at_ms(rules.grace_ms)?;
    Some((at_ms, Housekeeping::CutTurn(current.turn.id.clone())))
}

/// The floor is taken back: refused if the turn is another, or has been given time since the timer was set.
pub(in crate::meeting) fn cut(
    meeting: &Meeting,
    context: &Context,
    turn: &TurnId,
) -> Result<Vec<event::Event>, Refusal> {
    in_progress(meeting, turn)?;
    clock::require_come(next_cut(meeting).map(|(at_ms, _)| at_ms), context)?;
    Ok(vec![event::Event::Floor(Event::TurnEnded { turn: turn.clone(), ending: Ending::Cut })])
}

pub(in crate::meeting) fn in_progress<'a>(
    meeting: &'a Meeting,
    turn: &TurnId,
) -> Result<&'a Current, Refusal> {
    meeting.floor.current.as_ref().filter(|current| current.turn.id == *turn).ok_or(Refusal::TurnOver {})
}

/// The floor is given to a request, to speak or for its statement to be played.
pub(in crate::meeting) fn give(
    meeting: &Meeting,
    context: &Context,
    request: &RequestId,
    ending: Option<&TurnId>,
    prerecorded: Option<Prerecorded>,
) -> Result<Vec<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let turn = meeting.floor.turn();
    if turn.as_ref() != ending {
        return Err(Refusal::FloorChanged { turn });
    }
    meeting.points.require_settled()?;
    let request = &waiting(meeting, request)?.request;
    motions::decide::require_in_order(meeting, request)?;
    let ended = turn.map(|turn| Event::TurnEnded { turn, ending: Ending::NextGiven });
    // Who was recorded is who was inscribed, present or not.
    let asked = request.speaker.as_ref();
    let speaker = match prerecorded {
        Some(_) => asked.cloned(),
        None => speaker(meeting, &request.delegation, asked),
    };
    let given = Turn {
        id: meeting.turn_id(context),
        request: request.id.clone(),
        list: request.list.clone(),
        delegation: request.delegation.clone(),
        speaker,
        language: request.language.clone(),
        limit_ms: request.turn_ms,
        prerecorded,
    };
    Ok(ended.into_iter().chain([Event::FloorGiven { turn: given }]).collect())
}

/// Who speaks for a delegation that is given the floor: whoever asked, if present; else the first of the delegation who
/// is present and agreed that their microphone opens; else it stays as asked.
pub(in crate::meeting) fn speaker(
    meeting: &Meeting,
    delegation: &DelegationId,
    asked: Option<&PersonId>,
) -> Option<PersonId> {
    let present = |person: &PersonId| meeting.presence.present.contains_key(person);
    let ready = |person: &&Person| {
        person.delegation.as_ref() == Some(delegation)
            && access::may_speak(person)
            && present(&person.id)
            && meeting.microphones.agreed.contains_key(&person.id)
    };
    let asked_and_there = asked.filter(|asked| present(asked));
    let colleague = || meeting.roster.people().find(ready).map(|person| &person.id);
    asked_and_there.or_else(colleague).or(asked).cloned()
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let heard = meeting.speakers.lists.values().map(|list| list.heard.len() - list.heard_elsewhere);
    let heard: usize = heard.sum();
    let counted = u32::try_from(heard) == Ok(meeting.floor.turns);
    let Some(current) = &meeting.floor.current else {
        return Meeting::first_broken(&[(counted, "turns given differ from requests heard")]);
    };
    let halted = !current.halts.is_empty();
    let state = meeting.speakers.request(&current.turn.request).map(|entry| entry.state);
    let expected = if halted { RequestState::Suspended } else { RequestState::OnFloor };
    let by_meeting = current.halts.contains(&Halt::Meeting);
    let clock = &current.clock;
    Meeting::first_broken(&[
        (counted, "turns given differ from requests heard"),
        (clock.spent_ms >= 0 && clock.limit_ms >= 0, "a clock is negative"),
        (clock.limit_ms >= current.turn.limit_ms, "a turn lost time that it was given"),
        (halted == clock.running_since_ms.is_none(), "a clock runs otherwise than its turn"),
        (
            by_meeting == (meeting.programme.phase == Phase::Suspended),
            "a turn is halted otherwise than its session",
        ),
        (halted || current.halt_reason.is_empty(), "a reason outlived its halt"),
        (state == Some(expected), "the request on the floor stands otherwise than its turn"),
    ])
}
