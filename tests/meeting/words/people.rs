//! Words of the stories about who is there, and who sits where: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::ids::Wording;
use plenary::meeting::people::{Position, Presence, Rank};
use plenary::meeting::{people, seats};

use crate::sample::{PEOPLE, id};

pub fn arrive(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Arrive(id(person)))
}
pub fn leave(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Leave(id(person)))
}
pub fn arrived(person: &str) -> Event {
    Event::People(people::Event::PersonArrived { person: id(person) })
}
pub fn left(person: &str) -> Event {
    Event::People(people::Event::PersonLeft { person: id(person) })
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
    Command::Seats(seats::Command::SeatPerson { person, delegation, name, position, rank, language })
}
pub fn change_seat(person: &str, position: Position, rank: Option<Rank>, version: Option<u32>) -> Command {
    Command::Seats(seats::Command::ChangeSeat { person: id(person), position, rank, version })
}
pub fn correct_name(person: &str, language: &str, name: &str, version: Option<u32>) -> Command {
    let (person, language, name) = (id(person), id(language), name.to_owned());
    Command::Seats(seats::Command::CorrectName { person, language, name, version })
}
pub fn withdraw_person(person: &str) -> Command {
    Command::Seats(seats::Command::WithdrawPerson { person: id(person) })
}
pub fn seat_changed(person: &str, position: Position, rank: Option<Rank>) -> Event {
    Event::Seats(seats::Event::SeatChanged { person: id(person), position, rank })
}
pub fn name_corrected(person: &str, language: &str, name: &str) -> Event {
    let (person, language, name) = (id(person), id(language), name.to_owned());
    Event::Seats(seats::Event::NameCorrected { person, language, name })
}
