//! Words of the stories about shows of hands, polls and the run sheet: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::hall::polls::{self, ClosedBy, Entitled, Form, Poll, Voter};
use plenary::meeting::hall::run_sheet::{self, Item, ItemKind};
use plenary::terms::ids::Millis;

use crate::sample::{MINUTE_MS, id, run_sheet as planned, wording};

pub fn hands(entitled: Entitled) -> Command {
    let (question, limit_ms) = (wording("Ready to go on?"), None);
    Command::Polls(polls::Command::AskForHands { question, for_against: false, entitled, limit_ms })
}
pub fn hands_for_against() -> Command {
    let (question, entitled, limit_ms) = (wording("Longer today?"), Entitled::Delegations, None);
    Command::Polls(polls::Command::AskForHands { question, for_against: true, entitled, limit_ms })
}
/// A poll of three options, of which one is chosen.
pub fn poll(entitled: Entitled, named: bool, live: bool, limit_ms: Option<Millis>) -> Command {
    poll_of(3, 1, entitled, named, live, limit_ms)
}
pub fn poll_of(
    options: usize,
    choices_max: u8,
    entitled: Entitled,
    named: bool,
    live: bool,
    limit_ms: Option<Millis>,
) -> Command {
    let options = (0..options).map(|number| wording(&format!("option {number}"))).collect();
    let question = wording("Which first?");
    Command::Polls(polls::Command::OpenPoll {
        question,
        options,
        choices_max,
        entitled,
        named,
        live,
        limit_ms,
    })
}
pub fn cast(poll: &str, choices: &[u8]) -> Command {
    ballot(poll, choices, false)
}
pub fn cast_anew(poll: &str, choices: &[u8]) -> Command {
    ballot(poll, choices, true)
}
fn ballot(poll: &str, choices: &[u8], change: bool) -> Command {
    Command::Polls(polls::Command::CastBallot { poll: id(poll), choices: choices.to_vec(), change })
}
pub fn take_ballot_back(poll: &str) -> Command {
    Command::Polls(polls::Command::TakeBallotBack { poll: id(poll) })
}
pub fn close_poll(poll: &str) -> Command {
    Command::Polls(polls::Command::ClosePoll { poll: id(poll) })
}
pub fn publish_poll(poll: &str) -> Command {
    Command::Polls(polls::Command::PublishPoll { poll: id(poll) })
}
pub fn withdraw_poll(poll: &str) -> Command {
    Command::Polls(polls::Command::WithdrawPoll { poll: id(poll) })
}

/// A poll of three options is open to delegations without names, its result hidden.
pub fn poll_opened(name: &str) -> Event {
    opened_poll(name, false)
}
/// The same by name.
pub fn poll_opened_by_name(name: &str) -> Event {
    opened_poll(name, true)
}
fn opened_poll(name: &str, named: bool) -> Event {
    let options = (0..3).map(|number| wording(&format!("option {number}"))).collect();
    Event::Polls(polls::Event::PollOpened {
        poll: Poll {
            id: id(name),
            question: wording("Which first?"),
            form: Form::Options { options, choices_max: 1 },
            entitled: Entitled::Delegations,
            named,
            live: false,
            limit_ms: None,
        },
    })
}
pub fn of_seat(seat: &str) -> Voter {
    Voter::Delegation(id(seat))
}
pub fn ballot_cast(poll: &str, voter: Voter, by: &str, choices: &[u8]) -> Event {
    let (poll, by, choices) = (id(poll), id(by), choices.to_vec());
    Event::Polls(polls::Event::BallotCast { poll, voter, by, choices })
}
pub fn ballot_taken_back(poll: &str, voter: Voter) -> Event {
    Event::Polls(polls::Event::BallotTakenBack { poll: id(poll), voter })
}
pub fn poll_closed(poll: &str, closed_by: ClosedBy) -> Event {
    Event::Polls(polls::Event::PollClosed { poll: id(poll), closed_by })
}
pub fn poll_published(poll: &str) -> Event {
    Event::Polls(polls::Event::PollPublished { poll: id(poll) })
}
pub fn poll_withdrawn(poll: &str) -> Event {
    Event::Polls(polls::Event::PollWithdrawn { poll: id(poll) })
}

/// A film of two minutes.
pub fn film() -> Item {
    let other = planned()[3].clone();
    Item { kind: ItemKind::Other, title: wording("A film"), planned_ms: 2 * MINUTE_MS, ..other }
}
fn on_sheet(command: run_sheet::Command) -> Command {
    Command::RunSheet(command)
}
pub fn add_item(item: Item, to_place: Option<u16>, version: u32) -> Command {
    on_sheet(run_sheet::Command::AddItem { item, to_place, version })
}
pub fn change_item(item: &str, to: Item, version: u32) -> Command {
    on_sheet(run_sheet::Command::ChangeItem { item: id(item), to, version })
}
pub fn move_item(item: &str, to_place: u16, version: u32) -> Command {
    on_sheet(run_sheet::Command::MoveItem { item: id(item), to_place, version })
}
pub fn remove_item(item: &str, version: u32) -> Command {
    on_sheet(run_sheet::Command::RemoveItem { item: id(item), version })
}
pub fn start_item(item: &str, version: u32) -> Command {
    on_sheet(run_sheet::Command::StartItem { item: id(item), version })
}
pub fn finish_item(item: &str, version: u32) -> Command {
    on_sheet(run_sheet::Command::FinishItem { item: id(item), version })
}
pub fn item_started(item: &str) -> Event {
    Event::RunSheet(run_sheet::Event::ItemStarted { item: id(item) })
}
pub fn item_finished(item: &str) -> Event {
    Event::RunSheet(run_sheet::Event::ItemFinished { item: id(item) })
}
