//! The vocabulary of the stories: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::floor::{Ending, Turn};
use plenary::meeting::ids::{Millis, Moment, Wording};
use plenary::meeting::interpretation::{Handover, HandoverEnd, OffAir, Output, Source};
use plenary::meeting::microphones::Reported;
use plenary::meeting::people::Presence;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::speakers::Request;
use plenary::meeting::{chat, floor, interpretation, microphones, people, programme, recording, speakers};

use crate::sample::{PEOPLE, charter, id};

pub fn open_session() -> Command {
    Command::Programme(programme::Command::OpenSession {})
}
pub fn suspend_session(reason: &str) -> Command {
    Command::Programme(programme::Command::SuspendSession { reason: reason.to_owned() })
}
pub fn resume_session() -> Command {
    Command::Programme(programme::Command::ResumeSession {})
}
pub fn close_session() -> Command {
    Command::Programme(programme::Command::CloseSession {})
}
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
    Command::Speakers(speakers::Command::RequestFloor { list, language, on_behalf_of })
}
pub fn add_request(list: &str, delegation: &str) -> Command {
    let (list, delegation, language) = (id(list), id(delegation), id("en"));
    Command::Speakers(speakers::Command::AddRequest {
        list,
        delegation,
        language,
        on_behalf_of: String::new(),
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
pub fn choose_channel(channel: &str) -> Command {
    Command::Interpretation(interpretation::Command::ChooseChannel { channel: id(channel) })
}
pub fn send_message(text: &str) -> Command {
    send_message_in("main", text)
}
pub fn send_message_in(room: &str, text: &str) -> Command {
    let (room, text) = (id(room), text.to_owned());
    Command::Chat(chat::Command::SendMessage { room, text, language: Some(id("en")), reply_to: None })
}
pub fn speak_for_turn(turn: &str) -> Command {
    Command::Floor(floor::Command::SpeakForTurn { turn: id(turn) })
}
pub fn agree(agrees: bool) -> Command {
    Command::Microphones(microphones::Command::AgreeToMicrophone { agrees })
}
pub fn open_microphone(person: Option<&str>) -> Command {
    Command::Microphones(microphones::Command::OpenMicrophone { person: person.map(id) })
}
pub fn close_microphone(person: Option<&str>) -> Command {
    Command::Microphones(microphones::Command::CloseMicrophone { person: person.map(id) })
}
pub fn go_on_air(output: Output) -> Command {
    Command::Interpretation(interpretation::Command::GoOnAir { output })
}
pub fn go_off_air() -> Command {
    Command::Interpretation(interpretation::Command::GoOffAir {})
}
pub fn choose_output(output: Output) -> Command {
    Command::Interpretation(interpretation::Command::ChooseOutput { output })
}
pub fn choose_source(source: Source) -> Command {
    Command::Interpretation(interpretation::Command::ChooseSource { source })
}
pub fn preselect_relay(channel: &str) -> Command {
    Command::Interpretation(interpretation::Command::PreselectRelay { channel: id(channel) })
}
pub fn request_handover(with: &str, in_ms: Millis) -> Command {
    Command::Interpretation(interpretation::Command::RequestHandover { with: id(with), in_ms })
}
pub fn accept_handover(handover: &str) -> Command {
    Command::Interpretation(interpretation::Command::AcceptHandover { handover: id(handover) })
}
pub fn cancel_handover(handover: &str) -> Command {
    Command::Interpretation(interpretation::Command::CancelHandover { handover: id(handover) })
}
pub fn ask_to_slow_down() -> Command {
    Command::Interpretation(interpretation::Command::AskToSlowDown {})
}
pub fn report_floor_sound(heard: bool) -> Command {
    Command::Interpretation(interpretation::Command::ReportFloorSound { heard })
}
pub fn start_recording() -> Command {
    Command::Recording(recording::Command::StartRecording {})
}
pub fn stop_recording() -> Command {
    Command::Recording(recording::Command::StopRecording {})
}
pub fn consent_to_recording(consents: bool) -> Command {
    Command::Recording(recording::Command::ConsentToRecording { consents })
}

pub fn arrive(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Arrive(id(person)))
}
pub fn leave(person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Leave(id(person)))
}
pub fn reach_limit(turn: &str) -> Housekeeping {
    Housekeeping::ReachLimit(id(turn))
}
/// Sound comes from a person's microphone.
pub fn heard(person: &str) -> Housekeeping {
    Housekeeping::Microphone(Reported { person: id(person), connected: true })
}
/// None comes any more.
pub fn unheard(person: &str) -> Housekeeping {
    Housekeeping::Microphone(Reported { person: id(person), connected: false })
}
pub fn expire_handover(handover: &str) -> Housekeeping {
    Housekeeping::ExpireHandover(id(handover))
}
pub fn complete_handover(handover: &str) -> Housekeeping {
    Housekeeping::CompleteHandover(id(handover))
}

pub fn arrived(person: &str) -> Event {
    Event::People(people::Event::PersonArrived { person: id(person) })
}
pub fn left(person: &str) -> Event {
    Event::People(people::Event::PersonLeft { person: id(person) })
}
pub fn opened() -> Event {
    Event::Programme(programme::Event::SessionOpened {})
}
pub fn suspended(reason: &str) -> Event {
    Event::Programme(programme::Event::SessionSuspended { reason: reason.to_owned() })
}
pub fn resumed() -> Event {
    Event::Programme(programme::Event::SessionResumed {})
}
pub fn closed() -> Event {
    Event::Programme(programme::Event::SessionClosed {})
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
    let seat = PEOPLE.iter().find(|(name, ..)| *name == person).and_then(|(_, _, seat, _)| *seat).unwrap();
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

/// The floor is given to the request of a person on the main list.
pub fn given_floor(turn: &str, name: &str, person: &str) -> Event {
    let Request { id: request, list, delegation, speaker, language, turn_ms: limit_ms, .. } =
        request(name, "main", person);
    let turn = Turn { id: id(turn), request, list, delegation, speaker, language, limit_ms };
    Event::Floor(floor::Event::FloorGiven { turn })
}
pub fn turn_suspended(turn: &str) -> Event {
    Event::Floor(floor::Event::TurnSuspended { turn: id(turn) })
}
pub fn turn_resumed(turn: &str) -> Event {
    Event::Floor(floor::Event::TurnResumed { turn: id(turn) })
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
pub fn channel_chosen(person: &str, channel: &str) -> Event {
    let (person, channel) = (id(person), id(channel));
    Event::Interpretation(interpretation::Event::ChannelChosen { person, channel })
}
pub fn speaker_changed(turn: &str, speaker: &str) -> Event {
    Event::Floor(floor::Event::TurnSpeakerChanged { turn: id(turn), speaker: id(speaker) })
}
pub fn agreed(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneAgreed { person: id(person), agrees: true })
}
pub fn agreed_no_longer(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneAgreed { person: id(person), agrees: false })
}
pub fn microphone_opened(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneOpened { person: id(person) })
}
pub fn microphone_closed(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneClosed { person: id(person) })
}
pub fn microphone_connected(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneConnected { person: id(person) })
}
pub fn microphone_lost(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneLost { person: id(person) })
}
pub fn on_air(booth: &str, person: &str, output: Output) -> Event {
    let (booth, person) = (id(booth), id(person));
    Event::Interpretation(interpretation::Event::InterpreterOnAir { booth, person, output })
}
pub fn off_air(booth: &str, person: &str, why: OffAir) -> Event {
    let (booth, person) = (id(booth), id(person));
    Event::Interpretation(interpretation::Event::InterpreterOffAir { booth, person, why })
}
pub fn output_chosen(booth: &str, output: Output) -> Event {
    Event::Interpretation(interpretation::Event::OutputChosen { booth: id(booth), output })
}
pub fn source_chosen(booth: &str, source: Source) -> Event {
    Event::Interpretation(interpretation::Event::SourceChosen { booth: id(booth), source })
}
pub fn relay_preselected(booth: &str, channel: &str) -> Event {
    let (booth, channel) = (id(booth), id(channel));
    Event::Interpretation(interpretation::Event::RelayPreselected { booth, channel })
}
/// One who is on air in the Arabic booth asks a mate to take over.
pub fn handover_requested(handover: &str, from: &str, to: &str, asked_by: &str, in_ms: Millis) -> Event {
    let (booth, from, to, asked_by) = (id("arabic"), id(from), id(to), id(asked_by));
    let handover = Handover { id: id(handover), booth, from, to, asked_by, in_ms };
    Event::Interpretation(interpretation::Event::HandoverRequested { handover })
}
pub fn handover_accepted(handover: &str, at_ms: Moment) -> Event {
    Event::Interpretation(interpretation::Event::HandoverAccepted { handover: id(handover), at_ms })
}
pub fn handover_completed(handover: &str) -> Event {
    Event::Interpretation(interpretation::Event::HandoverCompleted { handover: id(handover) })
}
pub fn handover_cancelled(handover: &str, why: HandoverEnd) -> Event {
    Event::Interpretation(interpretation::Event::HandoverCancelled { handover: id(handover), why })
}
pub fn slow_down_asked(booth: &str, person: &str) -> Event {
    Event::Interpretation(interpretation::Event::SlowDownAsked { booth: id(booth), person: id(person) })
}
pub fn floor_sound_reported(booth: &str, heard: bool) -> Event {
    Event::Interpretation(interpretation::Event::FloorSoundReported { booth: id(booth), heard })
}
pub fn recording_started() -> Event {
    Event::Recording(recording::Event::RecordingStarted {})
}
pub fn recording_stopped() -> Event {
    Event::Recording(recording::Event::RecordingStopped {})
}
pub fn recording_consent(person: &str, consents: bool) -> Event {
    Event::Recording(recording::Event::RecordingConsent { person: id(person), consents })
}

pub fn unknown(field: Field) -> Refusal {
    Refusal::Unknown { field }
}
pub fn reply_in(room: &str, text: &str, to: &str) -> Command {
    let (room, text, reply_to) = (id(room), text.to_owned(), Some(id(to)));
    Command::Chat(chat::Command::SendMessage { room, text, language: None, reply_to })
}
pub fn edit_message(message: &str, text: &str) -> Command {
    Command::Chat(chat::Command::EditMessage { message: id(message), text: text.to_owned() })
}
pub fn delete_message(message: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::DeleteMessage { message: id(message), reason: reason.to_owned() })
}
pub fn pin_message(message: &str) -> Command {
    Command::Chat(chat::Command::PinMessage { message: id(message) })
}
pub fn unpin_message(message: &str) -> Command {
    Command::Chat(chat::Command::UnpinMessage { message: id(message) })
}
pub fn set_slow_mode(room: &str, wait_ms: Millis) -> Command {
    Command::Chat(chat::Command::SetSlowMode { room: id(room), wait_ms })
}
pub fn set_pre_moderation(room: &str, on: bool) -> Command {
    Command::Chat(chat::Command::SetPreModeration { room: id(room), on })
}
pub fn approve_message(message: &str) -> Command {
    Command::Chat(chat::Command::ApproveMessage { message: id(message) })
}
pub fn decline_message(message: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::DeclineMessage { message: id(message), reason: reason.to_owned() })
}
pub fn close_room(room: &str) -> Command {
    Command::Chat(chat::Command::CloseRoom { room: id(room) })
}
pub fn reopen_room(room: &str) -> Command {
    Command::Chat(chat::Command::ReopenRoom { room: id(room) })
}
pub fn mute_person(person: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::MutePerson { person: id(person), reason: reason.to_owned() })
}
pub fn unmute_person(person: &str) -> Command {
    Command::Chat(chat::Command::UnmutePerson { person: id(person) })
}
pub fn announce(text: &[(&str, &str)]) -> Command {
    let text = text.iter().map(|(language, words)| (id(language), (*words).to_owned()));
    Command::Chat(chat::Command::Announce { text: Wording(text.collect()) })
}
pub fn take_down(announcement: &str) -> Command {
    Command::Chat(chat::Command::TakeDownAnnouncement { announcement: id(announcement) })
}
