//! Pre-recorded statements: handed in ahead, confidential until heard, and played to the floor in the turn of a
//! delegation that cannot speak itself. A statement that is played is a turn like any other, with its clock and limit.

mod commands;
mod events;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::meeting::command::{Context, Housekeeping};
use crate::meeting::procedure::floor::{self, Current, Ending};
use crate::meeting::procedure::speakers::Entry;
use crate::meeting::procedure::speakers::decide::{own, waiting};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{Meeting, access, clock, event};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{ClipId, Millis, Moment, PersonId, RequestId, TurnId};
use crate::terms::limits;

/// What a participant may ask of pre-recorded statements. They are handed in over HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "PrerecordedCommand"), schemars(rename = "PrerecordedCommand"))]
pub enum Command {
    /// Take the pre-recorded statement of one's own delegation back.
    TakeBackPrerecorded {
        /// Of which request; it waits.
        request: RequestId,
    },
    /// Give the floor to a delegation and play the statement that it has recorded. A turn in progress ends.
    PlayPrerecorded {
        /// To which request.
        request: RequestId,
        /// The turn that the giver sees in progress, if any; another one refuses the command.
        ending: Option<TurnId>,
    },
    /// Stop the statement that is played. The turn goes on, with the time left, for whoever speaks for the delegation.
    StopPrerecorded {
        /// In which turn.
        turn: TurnId,
    },
}

/// A statement that was handed in: its sound is stored and found to be what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// By whom.
    pub person: PersonId,
    /// For which request.
    pub request: RequestId,
    /// The statement.
    pub statement: Prerecorded,
}

/// Tag of the event that tells of a statement that was handed in.
pub const RECEIVED: &str = "prerecorded_received";

/// What happened to pre-recorded statements. One that is played is told by the turn that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// One was handed in, in the place of an earlier one.
    PrerecordedReceived {
        /// For which request.
        request: RequestId,
        /// The statement.
        statement: Prerecorded,
        /// Who handed it in.
        by: PersonId,
    },
    /// One was taken back.
    PrerecordedTakenBack {
        /// Of which request.
        request: RequestId,
    },
    /// It is played no further, and the turn goes on.
    PrerecordedStopped {
        /// In which turn.
        turn: TurnId,
    },
}

impl Event {
    /// The request whose statement it is; none where it is told by its turn.
    pub fn request(&self) -> Option<&RequestId> {
        match self {
            Self::PrerecordedReceived { request, .. } | Self::PrerecordedTakenBack { request } => {
                Some(request)
            }
            Self::PrerecordedStopped { .. } => None,
        }
    }
}

/// The statements of requests that wait, are heard, were heard or were filed in writing, with the moment they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    held: imbl::OrdMap<RequestId, (Moment, Prerecorded)>,
    /// Those of requests that went on to another sitting, by the id that they have there: the sound is kept for it.
    carried_over: imbl::OrdMap<RequestId, Prerecorded>,
}

impl State {
    /// That of a request.
    pub fn of(&self, request: &RequestId) -> Option<&(Moment, Prerecorded)> {
        self.held.get(request)
    }

    /// The requests that have one.
    pub fn requests(&self) -> impl Iterator<Item = &RequestId> {
        self.held.keys()
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::PrerecordedReceived { request, statement, .. } => {
                self.held.insert(request.clone(), (at_ms, statement.clone()));
            }
            Event::PrerecordedTakenBack { request } => self.drop_of(request),
            Event::PrerecordedStopped { .. } => {}
        }
    }

    /// A statement that went with a request comes back with it.
    pub(in crate::meeting) fn put_back(
        &mut self,
        request: &RequestId,
        statement: Option<(Moment, Prerecorded)>,
    ) {
        if let Some(statement) = statement {
            self.held.insert(request.clone(), statement);
        }
    }

    /// A request goes on to another sitting, where it has the id `there`.
    pub(in crate::meeting) fn carry_over(&mut self, request: &RequestId, there: RequestId) {
        if let Some((_, statement)) = self.held.remove(request) {
            self.carried_over.insert(there, statement);
        }
    }

    /// What will never be heard is kept no longer.
    pub(in crate::meeting) fn drop_of(&mut self, request: &RequestId) {
        self.held.remove(request);
    }
}

impl Meeting {
    /// The sound that the meeting refers to: of requests that wait, are heard or were heard, of the turn in progress, and
    /// of what comes back with an act that is undone or a session that is reopened.
    pub(in crate::meeting) fn sounds(&self) -> impl Iterator<Item = &ClipId> {
        let held = self.prerecorded.held.values().map(|(_, statement)| statement);
        let in_turn = in_turn(self).map(|(_, statement)| statement);
        let elsewhere = self.prerecorded.carried_over.values();
        let kept = self.lapsed.statements().chain(self.undo.statement()).chain(elsewhere);
        held.chain(in_turn).chain(kept).map(|statement| &statement.clip)
    }
}

/// Whether for certain a meeting refers to the same sound in two states. That costs a look, however many statements there are.
pub(in crate::meeting) fn are_as_in(one: &Meeting, other: &Meeting) -> bool {
    one.prerecorded.held.ptr_eq(&other.prerecorded.held)
        && one.prerecorded.carried_over.ptr_eq(&other.prerecorded.carried_over)
        && in_turn(one).map(|(_, statement)| statement) == in_turn(other).map(|(_, statement)| statement)
        && one.lapsed.statements().eq(other.lapsed.statements())
        && one.undo.statement() == other.undo.statement()
}

/// The sound that an event brings in.
pub fn received(event: &event::Event) -> Option<&ClipId> {
    let event::Event::Prerecorded(Event::PrerecordedReceived { statement, .. }) = event else { return None };
    Some(&statement.clip)
}

/// A statement that is played now: the turn's clock runs and tells the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playing {
    /// The turn.
    pub turn: TurnId,
    /// Its sound.
    pub clip: ClipId,
    /// Whose name its sound goes by in the media plan.
    pub voice: PersonId,
    /// How much of it was played before `since_ms`.
    pub played_ms: Millis,
    /// Since when it plays on.
    pub since_ms: Moment,
}

/// The statement that is played now, if any.
pub fn playing(meeting: &Meeting) -> Option<Playing> {
    let (current, statement) = in_turn(meeting)?;
    Some(Playing {
        turn: current.turn.id.clone(),
        clip: statement.clip.clone(),
        voice: PersonId::belonging(VOICE, current.turn.id.as_str()),
        played_ms: current.clock.spent_ms,
        since_ms: current.clock.running_since_ms?,
    })
}

/// Begins the name of a voice that is nobody's: no person's identifier has a dot.
const VOICE: &str = "prerecorded.";

/// Whether the turn in progress is that of a statement that is played, or halted on its way.
pub fn is_in_turn(meeting: &Meeting) -> bool {
    in_turn(meeting).is_some()
}

/// The turn in which a statement is played or halted, and the statement.
fn in_turn(meeting: &Meeting) -> Option<(&Current, &Prerecorded)> {
    let current = meeting.floor.current.as_ref()?;
    Some((current, current.turn.prerecorded.as_ref()?))
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::TakeBackPrerecorded { request } => {
            own(meeting, actor, &waiting(meeting, request)?.request.delegation)?;
            held(meeting, request)?;
            Event::PrerecordedTakenBack { request: request.clone() }
        }
        Command::PlayPrerecorded { request, ending } => {
            waiting(meeting, request)?;
            let statement = held(meeting, request)?.clone();
            let events = floor::give(meeting, context, request, ending.as_ref(), Some(statement))?;
            return Ok(events.into_iter().map(event::Event::Floor).collect());
        }
        Command::StopPrerecorded { turn } => {
            floor::in_progress(meeting, turn)?;
            in_turn(meeting).ok_or(Refusal::NotPrerecorded {})?;
            Event::PrerecordedStopped { turn: turn.clone() }
        }
    };
    Ok(vec![event::Event::Prerecorded(event)])
}

/// Whether a person may hand in a statement for a request: who may speak for the delegation, while it waits.
///
/// # Errors
/// The [`Refusal`] that says why not.
pub fn may_hand_in(meeting: &Meeting, person: &PersonId, request: &RequestId) -> Result<(), Refusal> {
    let known = meeting.roster.person(person).ok_or(Refusal::NotInSession {})?;
    if !access::may_speak(known) {
        return Err(Refusal::NotAllowed {});
    }
    own(meeting, person, &waiting(meeting, request)?.request.delegation)
}

pub(in crate::meeting) fn receive(meeting: &Meeting, given: &HandedIn) -> Result<Vec<event::Event>, Refusal> {
    may_hand_in(meeting, &given.person, &given.request)?;
    let (min, max) = (limits::PRERECORDED_MS_MIN, limits::PRERECORDED_MS_MAX);
    if !(min..=max).contains(&given.statement.length_ms) {
        return Err(Refusal::OutOfRange { field: Field::LengthMs, min, max });
    }
    let HandedIn { person, request, statement } = given.clone();
    let same = meeting.prerecorded.of(&request).is_some_and(|(_, held)| *held == statement);
    let received = Event::PrerecordedReceived { request, statement, by: person };
    Ok((!same).then_some(event::Event::Prerecorded(received)).into_iter().collect())
}

fn held<'a>(meeting: &'a Meeting, request: &RequestId) -> Result<&'a Prerecorded, Refusal> {
    meeting.prerecorded.of(request).map(|(_, statement)| statement).ok_or(Refusal::NotPrerecorded {})
}

/// When the statement that is played has been heard to its end.
pub(in crate::meeting) fn next_timer(meeting: &Meeting) -> Option<(Moment, Housekeeping)> {
    let (current, statement) = in_turn(meeting)?;
    let left_ms = (statement.length_ms - current.clock.spent_ms).max(0);
    let turn = current.turn.id.clone();
    Some((current.clock.running_since_ms? + left_ms, Housekeeping::EndPrerecorded(turn)))
}

/// A statement was heard to its end, and with it ends the turn: refused if it has been halted since the timer was set.
pub(in crate::meeting) fn end(
    meeting: &Meeting,
    context: &Context,
    turn: &TurnId,
) -> Result<Vec<event::Event>, Refusal> {
    floor::in_progress(meeting, turn)?;
    clock::require_come(next_timer(meeting).map(|(at_ms, _)| at_ms), context)?;
    let ended = floor::Event::TurnEnded { turn: turn.clone(), ending: Ending::Finished };
    Ok(vec![event::Event::Floor(ended)])
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let counts = |id| meeting.speakers.request(id).is_some_and(Entry::counts);
    Meeting::first_broken(&[(
        meeting.prerecorded.requests().all(counts),
        "a pre-recorded statement is kept of what is never delivered",
    )])
}
