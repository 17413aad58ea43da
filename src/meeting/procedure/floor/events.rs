//! What follows from an event of the floor.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::proceedings::fold::{named, seat, seat_of_request};
use crate::meeting::proceedings::{self, Fact, Statement};
use crate::meeting::undo::{Halted, Restore};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};
use crate::terms::ids::Moment;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        let at_ms = stamp.at_ms;
        meeting.lists_follow_floor(self, at_ms);
        meeting.sound_follows_floor(self, at_ms);
        meeting.floor.evolve(self, at_ms);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        match self {
            Event::TurnLimitReached { .. } => BTreeSet::from([Key::Floor]),
            Event::TurnSpeakerChanged { .. } => {
                sound(before).into_iter().chain(sound(after)).chain([Key::Floor]).collect()
            }
            Event::FloorGiven { .. }
            | Event::TurnSuspended { .. }
            | Event::TurnResumed { .. }
            | Event::TurnExtended { .. }
            | Event::TurnEnded { .. } => {
                let turns = [before, after].into_iter().filter_map(|meeting| meeting.floor.current.as_ref());
                let heard = turns.flat_map(|current| of_request(after, &current.turn.request));
                let sound = sound(before).into_iter().chain(sound(after));
                let ruled = before.points.ruled.clone().map(Key::Point);
                let placards = ruled.is_some().then(|| placards(after)).into_iter().flatten();
                heard
                    .chain(ruled)
                    .chain(placards)
                    .chain(all_waiting(after))
                    .chain(left_queue(self).into_iter().flatten())
                    .chain(delivered(self, before))
                    .chain(lists::forecasts(after))
                    .chain(sound)
                    .chain([Key::Floor])
                    .collect()
            }
        }
    }

    fn bears_on_motions(&self) -> bool {
        true
    }

    fn urgency(&self) -> Urgency {
        Urgency::AtOnce
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        invariant::FLOOR_AND_SOUND
    }

    fn fact(&self, told: &mut proceedings::State, before: &Meeting, stamp: &Stamp<'_>) -> Option<Fact> {
        let current = before.floor.current.as_ref();
        match self {
            Event::FloorGiven { turn } => given(before, turn),
            Event::TurnEnded { turn, ending } => {
                let spoken_ms = current.map_or(0, |current| current.clock.spoken_ms(stamp.at_ms));
                let statement = told.statement(turn)?;
                (statement.ending, statement.spoken_ms) = (Some(*ending), spoken_ms);
                None
            }
            Event::TurnExtended { turn, by_ms } => {
                told.statement(turn)?.extended_ms += by_ms;
                None
            }
            Event::TurnSuspended { turn, cause, reason } => {
                let statement = told.statement(turn)?;
                if !statement.interrupted.contains(cause) {
                    statement.interrupted.push(*cause);
                }
                let seat = statement.seat.clone();
                match cause {
                    Halt::Technical => Some(Fact::TechnicalStop { seat, reason: reason.clone() }),
                    // Told by the suspension and the point of order themselves.
                    Halt::Meeting | Halt::PointOfOrder => None,
                }
            }
            Event::TurnResumed { cause, .. } => {
                let current = current.filter(|current| current.halts.iter().eq([cause]))?;
                // That the meeting resumes says it.
                if *cause == Halt::Meeting {
                    return None;
                }
                let seat = seat(before, &current.turn.delegation)?;
                Some(Fact::StatementResumed { seat, speaker: named(before, current.turn.speaker.as_ref()) })
            }
            // It changes nothing; how long a statement lasted is told at its end.
            Event::TurnLimitReached { .. } => None,
            Event::TurnSpeakerChanged { speaker, .. } => {
                let current = current?;
                let seat = seat(before, &current.turn.delegation)?;
                let speaker = named(before, Some(speaker))?;
                let instead_of = named(before, current.turn.speaker.as_ref());
                told.change_speaker(Fact::SpeakerChanged { seat, speaker, instead_of })
            }
        }
    }

    fn restore(&self, before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        use Event as E;
        match self {
            E::FloorGiven { turn } => {
                let given = Some(Box::new(before.speakers.keep(&turn.request)?));
                Some(Restore::Floor { given, ended: None })
            }
            E::TurnEnded { ending: Ending::Stopped | Ending::NextGiven, .. } => {
                let current = before.floor.current.clone()?;
                let kept = before.speakers.keep(&current.turn.request)?;
                Some(Restore::Floor { given: None, ended: Some(Box::new((current, kept))) })
            }
            E::TurnExtended { turn, by_ms } => Some(Restore::Extension { turn: turn.clone(), by_ms: *by_ms }),
            E::TurnSuspended { turn, cause: cause @ (Halt::Meeting | Halt::PointOfOrder), .. } => {
                let told = before.proceedings.interrupted(turn).contains(cause);
                Some(Restore::Halted(Halted { turn: turn.clone(), cause: *cause, told }))
            }
            E::TurnEnded { .. }
            | E::TurnSuspended { cause: Halt::Technical, .. }
            | E::TurnResumed { .. }
            | E::TurnLimitReached { .. }
            | E::TurnSpeakerChanged { .. } => None,
        }
    }
}

/// The list that a request leaves when it is given the floor; no other event of the floor changes a list.
fn left_queue(event: &Event) -> Option<[Key; 3]> {
    match event {
        Event::FloorGiven { turn } => {
            let preparation = Key::Preparation(turn.request.clone());
            Some([Key::List(turn.list.clone()), Key::Proposal(turn.list.clone()), preparation])
        }
        Event::TurnSuspended { .. }
        | Event::TurnResumed { .. }
        | Event::TurnExtended { .. }
        | Event::TurnLimitReached { .. }
        | Event::TurnSpeakerChanged { .. }
        | Event::TurnEnded { .. } => None,
    }
}

/// The texts of a statement that was heard to its end, and who spoke how long.
fn delivered(event: &Event, before: &Meeting) -> Vec<Key> {
    let ended = matches!(event, Event::TurnEnded { .. });
    let current = before.floor.current.as_ref().filter(|_| ended);
    let texts = current.into_iter().flat_map(|current| texts_of(before, &current.turn.request));
    let recorded = current.and_then(|current| recorded(before, &current.turn.request, before));
    texts.chain(recorded).chain(ended.then_some(Key::Equity)).collect()
}

fn given(before: &Meeting, turn: &Turn) -> Option<Fact> {
    let entry = before.speakers.request(&turn.request)?;
    let list = before.speakers.list(&turn.list)?;
    let instead_of = entry.instead_of.as_ref().filter(|first| turn.speaker.as_ref() != Some(first));
    let reply_to = entry.request.reply_to.as_ref();
    Some(Fact::Statement(Box::new(Statement {
        turn: turn.id.clone(),
        kind: list.plan.kind,
        seat: seat(before, &turn.delegation)?,
        speaker: named(before, turn.speaker.as_ref()),
        instead_of: named(before, instead_of),
        on_behalf_of: entry.request.on_behalf_of.clone(),
        reply_to: reply_to.and_then(|request| seat_of_request(before, request)),
        language: turn.language.clone(),
        limit_ms: turn.limit_ms,
        extended_ms: 0,
        interrupted: Vec::new(),
        prerecorded: turn.prerecorded.is_some(),
        ending: None,
        spoken_ms: 0,
    })))
}

impl Meeting {
    /// The request follows its turn: on the floor, halted, heard.
    pub(in crate::meeting) fn lists_follow_floor(&mut self, event: &Event, at_ms: Moment) {
        let current = self.floor.current.as_ref();
        let of_turn = current.map(|current| current.turn.request.clone());
        let spoken_ms = current.map_or(0, |current| current.clock.spoken_ms(at_ms));
        let speaker = current.and_then(|current| current.turn.speaker.clone());
        let halts = current.map(|current| current.halts.clone()).unwrap_or_default();
        let speakers = Arc::make_mut(&mut self.speakers);
        match (event, of_turn) {
            (Event::FloorGiven { turn }, _) => speakers.begin(&turn.request, at_ms),
            (Event::TurnSuspended { .. }, Some(request)) if halts.is_empty() => {
                speakers.halt(&request, true, at_ms);
            }
            (Event::TurnResumed { cause, .. }, Some(request)) if halts.iter().eq([cause]) => {
                speakers.halt(&request, false, at_ms);
            }
            (Event::TurnEnded { .. }, Some(request)) => {
                speakers.finish(&request, spoken_ms, speaker, at_ms);
            }
            (
                Event::TurnExtended { .. }
                | Event::TurnLimitReached { .. }
                | Event::TurnSuspended { .. }
                | Event::TurnResumed { .. }
                | Event::TurnEnded { .. }
                | Event::TurnSpeakerChanged { .. },
                _,
            ) => {}
        }
    }
}
