//! Words of the stories about turns on the floor, and the act that is undone: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::procedure::floor;
use plenary::meeting::procedure::floor::{Ending, Halt, Turn};
use plenary::meeting::procedure::speakers::Request;
use plenary::meeting::undo;
use plenary::terms::ids::{Millis, Seq};

use crate::sample::id;

use super::lists::request;

pub fn give_floor(request: &str, ending: Option<&str>) -> Command {
    Command::Floor(floor::Command::GiveFloor { request: id(request), ending: ending.map(id) })
}
pub fn finish_turn(turn: &str) -> Command {
    Command::Floor(floor::Command::FinishTurn { turn: id(turn) })
}
pub fn stop_turn(turn: &str) -> Command {
    Command::Floor(floor::Command::StopTurn { turn: id(turn) })
}
pub fn extend_turn(turn: &str, by_ms: Millis) -> Command {
    Command::Floor(floor::Command::ExtendTurn { turn: id(turn), by_ms })
}
pub fn halt_turn(turn: &str, reason: &str) -> Command {
    Command::Floor(floor::Command::HaltTurn { turn: id(turn), reason: reason.to_owned() })
}
pub fn resume_turn(turn: &str) -> Command {
    Command::Floor(floor::Command::ResumeTurn { turn: id(turn) })
}
pub fn undo_act(act: Seq) -> Command {
    Command::Undo(undo::Command::UndoAct { act })
}
pub fn speak_for_turn(turn: &str) -> Command {
    Command::Floor(floor::Command::SpeakForTurn { turn: id(turn) })
}
pub fn reach_limit(turn: &str) -> Housekeeping {
    Housekeeping::ReachLimit(id(turn))
}
/// The floor is given to the request of a person on the main list.
pub fn given_floor(turn: &str, name: &str, person: &str) -> Event {
    let Request { id: request, list, delegation, speaker, language, turn_ms: limit_ms, .. } =
        request(name, "main", person);
    let turn =
        Turn { id: id(turn), request, list, delegation, speaker, language, limit_ms, prerecorded: None };
    Event::Floor(floor::Event::FloorGiven { turn })
}
pub fn turn_suspended(turn: &str) -> Event {
    suspended_for(turn, Halt::Meeting, "")
}
pub fn turn_resumed(turn: &str) -> Event {
    resumed_from(turn, Halt::Meeting)
}
pub fn suspended_for(turn: &str, cause: Halt, reason: &str) -> Event {
    let (turn, reason) = (id(turn), reason.to_owned());
    Event::Floor(floor::Event::TurnSuspended { turn, cause, reason })
}
pub fn resumed_from(turn: &str, cause: Halt) -> Event {
    Event::Floor(floor::Event::TurnResumed { turn: id(turn), cause })
}
pub fn act_undone(act: Seq) -> Event {
    Event::Undo(undo::Event::ActUndone { act })
}
pub fn turn_extended(turn: &str, by_ms: Millis) -> Event {
    Event::Floor(floor::Event::TurnExtended { turn: id(turn), by_ms })
}
pub fn limit_reached(turn: &str) -> Event {
    Event::Floor(floor::Event::TurnLimitReached { turn: id(turn) })
}
pub fn turn_ended(turn: &str, ending: Ending) -> Event {
    Event::Floor(floor::Event::TurnEnded { turn: id(turn), ending })
}
pub fn speaker_changed(turn: &str, speaker: &str) -> Event {
    Event::Floor(floor::Event::TurnSpeakerChanged { turn: id(turn), speaker: id(speaker) })
}
pub fn name_turn_speaker(turn: &str, person: &str) -> Command {
    Command::Floor(floor::Command::NameTurnSpeaker { turn: id(turn), person: id(person) })
}
