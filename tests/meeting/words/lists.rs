//! Words of the stories about the lists of speakers and what becomes of requests: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::procedure::speakers::{self, Policy, Request};
use plenary::terms::ids::{Millis, Moment};
use plenary::terms::people::Category;

use crate::sample::{charter, id};

use super::people::seat_of;

pub fn open_list(list: &str) -> Command {
    Command::Speakers(speakers::Command::OpenList { list: id(list) })
}
pub fn close_list(list: &str) -> Command {
    Command::Speakers(speakers::Command::CloseList { list: id(list) })
}
pub fn request_floor(list: &str) -> Command {
    request_floor_in(list, "en", "")
}
pub fn request_floor_in(list: &str, language: &str, on_behalf_of: &str) -> Command {
    let (list, language, on_behalf_of) = (id(list), id(language), on_behalf_of.to_owned());
    Command::Speakers(speakers::Command::RequestFloor { list, language, on_behalf_of, reply_to: None })
}
pub fn add_request(list: &str, delegation: &str) -> Command {
    let (list, delegation, language) = (id(list), id(delegation), id("en"));
    Command::Speakers(speakers::Command::AddRequest {
        list,
        delegation,
        language,
        on_behalf_of: String::new(),
        reply_to: None,
    })
}
pub fn withdraw(request: &str) -> Command {
    Command::Speakers(speakers::Command::WithdrawRequest { request: id(request) })
}
pub fn decline(request: &str, reason: &str) -> Command {
    Command::Speakers(speakers::Command::DeclineRequest { request: id(request), reason: reason.to_owned() })
}
pub fn call(request: &str) -> Command {
    Command::Speakers(speakers::Command::CallRequest { request: id(request) })
}
pub fn pass_over(request: &str) -> Command {
    Command::Speakers(speakers::Command::PassOver { request: id(request) })
}
pub fn to_written(request: &str) -> Command {
    Command::Speakers(speakers::Command::SendToWritten { request: id(request) })
}
pub fn move_to(request: &str, to_place: u16, list_version: u32, reason: &str) -> Command {
    let (request, reason) = (id(request), reason.to_owned());
    Command::Speakers(speakers::Command::MoveRequest { request, to_place, reason, list_version })
}
pub fn list_opened(list: &str) -> Event {
    Event::Speakers(speakers::Event::ListOpened { list: id(list) })
}
pub fn list_closed(list: &str) -> Event {
    Event::Speakers(speakers::Event::ListClosed { list: id(list) })
}
/// What a person's request for their seat is on a list of the sample, in English.
pub fn request(request: &str, list: &str, person: &str) -> Request {
    let charter = charter();
    let seat = seat_of(person);
    let category = charter.delegations.iter().find(|at| at.id.as_str() == seat).unwrap().category;
    let plan = charter.lists.iter().find(|plan| plan.id.as_str() == list).unwrap();
    Request {
        id: id(request),
        list: id(list),
        delegation: id(seat),
        speaker: Some(id(person)),
        language: id("en"),
        on_behalf_of: String::new(),
        turn_ms: plan.turn_ms_of(category),
        inscribed: false,
        reply_to: None,
    }
}
/// A person has asked for the floor on the main list.
pub fn requested(name: &str, person: &str) -> Event {
    Event::Speakers(speakers::Event::FloorRequested { request: request(name, "main", person) })
}
/// A person has inscribed their delegation on the main list before the opening.
pub fn inscribed(name: &str, person: &str) -> Event {
    let request = Request { inscribed: true, ..request(name, "main", person) };
    Event::Speakers(speakers::Event::FloorRequested { request })
}
pub fn queued(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestQueued { request: id(request) })
}
pub fn withdrawn(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestWithdrawn { request: id(request) })
}
pub fn declined(request: &str, reason: &str) -> Event {
    Event::Speakers(speakers::Event::RequestDeclined { request: id(request), reason: reason.to_owned() })
}
pub fn lapsed(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestLapsed { request: id(request) })
}
pub fn sent_to_written(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestSentToWritten { request: id(request) })
}
pub fn called(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestCalled { request: id(request) })
}
pub fn passed_over(request: &str) -> Event {
    Event::Speakers(speakers::Event::RequestPassedOver { request: id(request) })
}
pub fn moved(request: &str, from_place: u16, to_place: u16, reason: &str) -> Event {
    let (request, reason) = (id(request), reason.to_owned());
    Event::Speakers(speakers::Event::RequestMoved { request, from_place, to_place, reason })
}
pub fn name_speaker(request: &str, person: &str) -> Command {
    Command::Speakers(speakers::Command::NameSpeaker { request: id(request), person: id(person) })
}
pub fn propose_order(list: &str, policy: Policy) -> Command {
    Command::Speakers(speakers::Command::ProposeOrder { list: id(list), policy })
}
pub fn apply_order(list: &str, list_version: u32) -> Command {
    Command::Speakers(speakers::Command::ApplyOrder { list: id(list), list_version })
}
pub fn take_up_list(list: &str) -> Command {
    Command::Speakers(speakers::Command::TakeUpList { list: id(list) })
}
pub fn dismiss_order(list: &str) -> Command {
    Command::Speakers(speakers::Command::DismissOrder { list: id(list) })
}
pub fn set_speaking_time(list: &str, category: Option<Category>, turn_ms: Millis) -> Command {
    Command::Speakers(speakers::Command::SetSpeakingTime { list: id(list), category, turn_ms })
}
pub fn grant_extra_time(request: &str, extra_ms: Millis) -> Command {
    Command::Speakers(speakers::Command::GrantExtraTime { request: id(request), extra_ms })
}
pub fn reply_to(list: &str, statement: &str) -> Command {
    let (list, language, on_behalf_of) = (id(list), id("en"), String::new());
    let reply_to = Some(id(statement));
    Command::Speakers(speakers::Command::RequestFloor { list, language, on_behalf_of, reply_to })
}
/// The inscription window of a list has come.
pub fn inscription(list: &str) -> Housekeeping {
    Housekeeping::Inscription(id(list))
}
pub fn speaker_named(request: &str, speaker: &str) -> Event {
    Event::Speakers(speakers::Event::SpeakerNamed { request: id(request), speaker: id(speaker) })
}
pub fn list_taken_up(list: &str) -> Event {
    Event::Speakers(speakers::Event::ListTakenUp { list: id(list) })
}
pub fn order_dismissed(list: &str) -> Event {
    Event::Speakers(speakers::Event::OrderDismissed { list: id(list) })
}
pub fn speaking_time_set(list: &str, category: Option<Category>, turn_ms: Millis) -> Event {
    Event::Speakers(speakers::Event::SpeakingTimeSet { list: id(list), category, turn_ms })
}
pub fn extra_time_granted(request: &str, extra_ms: Millis) -> Event {
    Event::Speakers(speakers::Event::ExtraTimeGranted { request: id(request), extra_ms })
}
pub fn inscription_opened(list: &str, planned_ms: Moment) -> Event {
    Event::Speakers(speakers::Event::InscriptionOpened { list: id(list), planned_ms })
}
pub fn inscription_closed(list: &str, planned_ms: Moment) -> Event {
    Event::Speakers(speakers::Event::InscriptionClosed { list: id(list), planned_ms })
}
