//! The floor: who has it, and the clock of their turn, keyed by turn.

use serde::{Deserialize, Serialize};

use super::command::Context;
use super::ids::{DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId, TurnId};
use super::people::Person;
use super::programme::Phase;
use super::refusal::{Field, Refusal};
use super::speakers::decide::{own, waiting};
use super::speakers::{Request, RequestState};
use super::{Meeting, access, event, limits, plan};

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
    },
    /// A turn went on with the time it had left.
    TurnResumed {
        /// Which turn.
        turn: TurnId,
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
    /// Speaking time with all extensions.
    pub limit_ms: Millis,
    /// Time spoken before the clock last started.
    pub spent_ms: Millis,
    /// Since when the clock runs; none while the turn is halted.
    pub running_since_ms: Option<Moment>,
    /// Whether the limit has passed.
    pub limit_reached: bool,
}

impl Current {
    /// Time spoken until a moment; never negative, even if the server's clock was set back.
    pub fn spoken_ms(&self, now_ms: Moment) -> Millis {
        self.spent_ms + self.running_since_ms.map_or(0, |since_ms| (now_ms - since_ms).max(0))
    }

    /// When the limit passes, if the clock runs and it has not.
    pub fn limit_at_ms(&self) -> Option<Moment> {
        let since_ms = self.running_since_ms.filter(|_| !self.limit_reached)?;
        Some(since_ms + (self.limit_ms - self.spent_ms).max(0))
    }
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

    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::FloorGiven { turn } => {
                self.turns += 1;
                self.current = Some(Current {
                    began_at_ms: at_ms,
                    limit_ms: turn.limit_ms,
                    turn: turn.clone(),
                    spent_ms: 0,
                    running_since_ms: Some(at_ms),
                    limit_reached: false,
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

    fn evolve_current(&mut self, event: &Event, at_ms: Moment) {
        let Some(current) = &mut self.current else { return };
        match event {
            Event::TurnSuspended { .. } => {
                (current.spent_ms, current.running_since_ms) = (current.spoken_ms(at_ms), None);
            }
            Event::TurnResumed { .. } => current.running_since_ms = Some(at_ms),
            Event::TurnExtended { by_ms, .. } => {
                current.limit_ms += by_ms;
                current.limit_reached = current.limit_ms <= current.spoken_ms(at_ms);
            }
            Event::TurnLimitReached { .. } => current.limit_reached = true,
            Event::TurnSpeakerChanged { speaker, .. } => current.turn.speaker = Some(speaker.clone()),
            Event::FloorGiven { .. } | Event::TurnEnded { .. } => {}
        }
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let events = match command {
        Command::GiveFloor { request, ending } => give(meeting, context, request, ending.as_ref())?,
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
        Command::SpeakForTurn { turn } => {
            let current = in_progress(meeting, turn)?;
            own(meeting, actor, &current.turn.delegation)?;
            if plan::on_air(meeting, actor).is_some() {
                return Err(Refusal::AlreadyLive {});
            }
            let speaks = current.turn.speaker.as_ref() == Some(actor);
            let changed = Event::TurnSpeakerChanged { turn: turn.clone(), speaker: actor.clone() };
            (!speaks).then_some(changed).into_iter().collect()
        }
    };
    Ok(events.into_iter().map(event::Event::Floor).collect())
}

/// The timer of a turn: refused if the turn is another, or has been given time since the timer was set.
pub(super) fn reach_limit(
    meeting: &Meeting,
    context: &Context,
    turn: &TurnId,
) -> Result<Vec<event::Event>, Refusal> {
    let limit_at_ms = in_progress(meeting, turn)?.limit_at_ms().ok_or(Refusal::LimitNotReached {})?;
    if context.now_ms < limit_at_ms {
        return Err(Refusal::LimitNotReached {});
    }
    Ok(vec![event::Event::Floor(Event::TurnLimitReached { turn: turn.clone() })])
}

fn in_progress<'a>(meeting: &'a Meeting, turn: &TurnId) -> Result<&'a Current, Refusal> {
    meeting.floor.current.as_ref().filter(|current| current.turn.id == *turn).ok_or(Refusal::TurnOver {})
}

fn give(
    meeting: &Meeting,
    context: &Context,
    request: &RequestId,
    ending: Option<&TurnId>,
) -> Result<Vec<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let turn = meeting.floor.turn();
    if turn.as_ref() != ending {
        return Err(Refusal::FloorChanged { turn });
    }
    let request = &waiting(meeting, request)?.request;
    let ended = turn.map(|turn| Event::TurnEnded { turn, ending: Ending::NextGiven });
    let given = Turn {
        id: meeting.turn_id(context),
        request: request.id.clone(),
        list: request.list.clone(),
        delegation: request.delegation.clone(),
        speaker: speaker(meeting, request),
        language: request.language.clone(),
        limit_ms: request.turn_ms,
    };
    Ok(ended.into_iter().chain([Event::FloorGiven { turn: given }]).collect())
}

/// Who speaks in the turn that answers a request: whoever asked, if present; else the first of the delegation who is
/// present and agreed that their microphone opens; else it stays as asked.
fn speaker(meeting: &Meeting, request: &Request) -> Option<PersonId> {
    let present = |person: &PersonId| meeting.people.present.contains_key(person);
    let ready = |person: &&Person| {
        person.delegation.as_ref() == Some(&request.delegation)
            && access::may_speak(person)
            && present(&person.id)
            && meeting.microphones.agreed.contains_key(&person.id)
    };
    let asked = request.speaker.clone();
    if asked.as_ref().is_some_and(present) {
        return asked;
    }
    meeting.roster.people().find(ready).map(|person| person.id.clone()).or(asked)
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let heard: usize = meeting.speakers.lists.values().map(|list| list.heard.len()).sum();
    let counted = u32::try_from(heard) == Ok(meeting.floor.turns);
    let Some(current) = &meeting.floor.current else {
        return Meeting::first_broken(&[(counted, "turns given differ from requests heard")]);
    };
    let halted = current.running_since_ms.is_none();
    let state = meeting.speakers.request(&current.turn.request).map(|entry| entry.state);
    let expected = if halted { RequestState::Suspended } else { RequestState::OnFloor };
    Meeting::first_broken(&[
        (counted, "turns given differ from requests heard"),
        (current.spent_ms >= 0 && current.limit_ms >= 0, "a clock is negative"),
        (current.limit_ms >= current.turn.limit_ms, "a turn lost time that it was given"),
        (halted == (meeting.programme.phase == Phase::Suspended), "a clock runs otherwise than its session"),
        (state == Some(expected), "the request on the floor stands otherwise than its turn"),
    ])
}
