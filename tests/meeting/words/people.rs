//! Words of the stories about who is there, and who sits where: commands and events in short.

use plenary::conference::command::Command;
use plenary::conference::register;
use plenary::meeting::charter::Charter;
use plenary::meeting::command::{Actor, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::procedure::presence::Presence;
use plenary::meeting::procedure::{presence, seats};
use plenary::terms::ids::Wording;
use plenary::terms::people::{Position, Rank};

use crate::harness::NEXT;
use crate::sample::{PEOPLE, id};

pub fn arrive(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Arrive(id(person), None))
}
pub fn leave(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Leave(id(person), None))
}
pub fn arrived(person: &str) -> Event {
    Event::Presence(presence::Event::PersonArrived { person: id(person), node: None })
}
pub fn left(person: &str) -> Event {
    Event::Presence(presence::Event::PersonLeft { person: id(person), node: None })
}
/// The seat of a person of the sample.
pub fn seat_of(person: &str) -> &'static str {
    PEOPLE.iter().find(|(name, ..)| *name == person).and_then(|(_, _, seat, _)| *seat).unwrap()
}
pub fn seat_person(person: &str, delegation: &str) -> Command {
    seat_person_as(person, delegation, &[("en", person)])
}
pub fn seat_person_as(person: &str, delegation: &str, names: &[(&str, &str)]) -> Command {
    let name = Wording(names.iter().map(|(language, name)| (id(language), (*name).to_owned())).collect());
    let (person, delegation, language) = (id(person), id(delegation), id("en"));
    let (position, rank) = (Position::Representative, None);
    Command::Register(register::Command::SeatPerson { person, delegation, name, position, rank, language })
}
pub fn change_seat(person: &str, position: Position, rank: Option<Rank>, version: Option<u32>) -> Command {
    Command::Register(register::Command::ChangeSeat { person: id(person), position, rank, version })
}
pub fn correct_name(person: &str, language: &str, name: &str, version: Option<u32>) -> Command {
    let (person, language, name) = (id(person), id(language), name.to_owned());
    Command::Register(register::Command::CorrectName { person, language, name, version })
}
pub fn withdraw_person(person: &str) -> Command {
    Command::Register(register::Command::WithdrawPerson { person: id(person) })
}
pub fn seat_changed(person: &str, position: Position, rank: Option<Rank>, version: u32) -> Event {
    Event::Seats(seats::Event::SeatChanged { person: id(person), position, rank, version: Some(version) })
}
pub fn name_corrected(person: &str, language: &str, name: &str, version: u32) -> Event {
    let (person, language, name) = (id(person), id(language), name.to_owned());
    Event::Seats(seats::Event::NameCorrected { person, language, name, version: Some(version) })
}
/// What the conference has changed for the session, next after what the meeting has followed.
pub fn follow(change: Change) -> Housekeeping {
    Housekeeping::Follow(Box::new(Following { conference_seq: NEXT, actor: Actor::Server, change }))
}
/// The conference gives the session a charter.
pub fn convene(charter: Charter) -> Housekeeping {
    follow(Change::Charter(Box::new(charter)))
}
