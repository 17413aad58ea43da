//! The vocabulary of the stories about pre-recorded statements: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::procedure::floor::{self, Turn};
use plenary::meeting::statements::prerecorded::{self, HandedIn};
use plenary::terms::clip::Prerecorded;
use plenary::terms::ids::Millis;

use super::given_floor;
use crate::sample::id;

pub fn statement(clip: &str, length_ms: Millis) -> Prerecorded {
    Prerecorded { clip: id(clip), length_ms }
}
/// A person's page has handed in a statement, and its sound is stored.
pub fn hand_in(person: &str, request: &str, clip: &str, length_ms: Millis) -> Housekeeping {
    let statement = statement(clip, length_ms);
    Housekeeping::Prerecorded(HandedIn { person: id(person), request: id(request), statement })
}
pub fn end_prerecorded(turn: &str) -> Housekeeping {
    Housekeeping::EndPrerecorded(id(turn))
}
pub fn take_back_prerecorded(request: &str) -> Command {
    Command::Prerecorded(prerecorded::Command::TakeBackPrerecorded { request: id(request) })
}
pub fn play_prerecorded(request: &str, ending: Option<&str>) -> Command {
    Command::Prerecorded(prerecorded::Command::PlayPrerecorded {
        request: id(request),
        ending: ending.map(id),
    })
}
pub fn stop_prerecorded(turn: &str) -> Command {
    Command::Prerecorded(prerecorded::Command::StopPrerecorded { turn: id(turn) })
}
pub fn prerecorded_received(request: &str, person: &str, clip: &str, length_ms: Millis) -> Event {
    Event::Prerecorded(prerecorded::Event::PrerecordedReceived {
        request: id(request),
        statement: statement(clip, length_ms),
        by: id(person),
    })
}
pub fn prerecorded_taken_back(request: &str) -> Event {
    Event::Prerecorded(prerecorded::Event::PrerecordedTakenBack { request: id(request) })
}
pub fn prerecorded_stopped(turn: &str) -> Event {
    Event::Prerecorded(prerecorded::Event::PrerecordedStopped { turn: id(turn) })
}
/// The floor is given to a request for its statement to be played.
pub fn played(turn: &str, name: &str, person: &str, clip: &str, length_ms: Millis) -> Event {
    let Event::Floor(floor::Event::FloorGiven { turn }) = given_floor(turn, name, person) else {
        panic!("the floor is given")
    };
    let turn = Turn { prerecorded: Some(statement(clip, length_ms)), ..turn };
    Event::Floor(floor::Event::FloorGiven { turn })
}
