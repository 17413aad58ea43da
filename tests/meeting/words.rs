//! The vocabulary of the stories: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::floor::{Ending, Halt, Turn};
use plenary::meeting::ids::{Millis, Moment, Seq, Wording};
use plenary::meeting::interpretation::{Handover, HandoverEnd, OffAir, Output, Source};
use plenary::meeting::microphones::Reported;
use plenary::meeting::people::{Category, Position, Presence, Rank};
use plenary::meeting::points_of_order::{Point, Ruling};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::speakers::{Policy, Request};
use plenary::meeting::texts::{Mark, Text};
use plenary::meeting::{
    chat, floor, interpretation, microphones, motions, panel, people, points_of_order, programme, questions,
    recording, schedule, seats, speakers, texts, undo,
};

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
pub fn raise_point() -> Command {
    Command::PointsOfOrder(points_of_order::Command::RaisePointOfOrder {})
}
pub fn withdraw_point(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::WithdrawPointOfOrder { point: id(point) })
}
pub fn recognise(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::RecognisePointOfOrder { point: id(point) })
}
pub fn rule_on(point: &str, ruling: Ruling, reason: &str) -> Command {
    let (point, reason) = (id(point), reason.to_owned());
    Command::PointsOfOrder(points_of_order::Command::RuleOnPointOfOrder { point, ruling, reason })
}
pub fn appeal_ruling(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::AppealRuling { point: id(point) })
}
pub fn decide_appeal(point: &str, [in_favour, against, abstaining]: [u16; 3]) -> Command {
    let point = id(point);
    Command::PointsOfOrder(points_of_order::Command::DecideAppeal { point, in_favour, against, abstaining })
}
pub fn move_motion(kind: motions::Kind, list: Option<&str>) -> Command {
    Command::Motions(motions::Command::MoveMotion { kind, list: list.map(id) })
}
pub fn withdraw_motion(motion: &str) -> Command {
    Command::Motions(motions::Command::WithdrawMotion { motion: id(motion) })
}
pub fn take_up(motion: &str) -> Command {
    Command::Motions(motions::Command::TakeUpMotion { motion: id(motion) })
}
pub fn rule_out(motion: &str, reason: &str) -> Command {
    Command::Motions(motions::Command::RuleOutMotion { motion: id(motion), reason: reason.to_owned() })
}
pub fn speak_on(motion: &str, side: motions::Side, delegation: Option<&str>) -> Command {
    let (motion, delegation) = (id(motion), delegation.map(id));
    Command::Motions(motions::Command::SpeakOnMotion { motion, side, delegation })
}
pub fn decide_motion(motion: &str, [in_favour, against, abstaining]: [u16; 3]) -> Command {
    let motion = id(motion);
    Command::Motions(motions::Command::DecideMotion { motion, in_favour, against, abstaining })
}
pub fn carry_by_consent(motion: &str) -> Command {
    Command::Motions(motions::Command::CarryByConsent { motion: id(motion) })
}
pub fn motion_taken_up(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionTakenUp { motion: id(motion) })
}
/// The chair proposes.
pub fn motion_proposed(motion: &str, kind: motions::Kind, list: Option<&str>) -> Event {
    let (id, list, person) = (id(motion), list.map(id), id("clara"));
    let motion = motions::Motion { id, kind, list, delegation: None, person, request: None };
    Event::Motions(motions::Event::MotionMoved { motion })
}
pub fn motion_lapsed(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionLapsed { motion: id(motion) })
}
pub fn motion_withdrawn(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionWithdrawn { motion: id(motion) })
}
pub fn motion_decided(motion: &str, carried: bool, vote: Option<motions::Tally>) -> Event {
    Event::Motions(motions::Event::MotionDecided { motion: id(motion), carried, vote })
}
pub fn undo_act(act: Seq) -> Command {
    Command::Undo(undo::Command::UndoAct { act })
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
pub fn start_timer(person: &str, limit_ms: Millis) -> Command {
    Command::Panel(panel::Command::StartTimer { person: id(person), limit_ms })
}
pub fn stop_timer() -> Command {
    Command::Panel(panel::Command::StopTimer {})
}
pub fn timer_started(person: &str, limit_ms: Millis) -> Event {
    Event::Panel(panel::Event::TimerStarted { person: id(person), limit_ms })
}
pub fn timer_stopped() -> Event {
    Event::Panel(panel::Event::TimerStopped {})
}
pub fn open_questions() -> Command {
    Command::Questions(questions::Command::OpenQuestions {})
}
pub fn close_questions() -> Command {
    Command::Questions(questions::Command::CloseQuestions {})
}
pub fn ask(text: &str) -> Command {
    ask_of(text, None, false)
}
pub fn ask_of(text: &str, to: Option<&str>, anonymous: bool) -> Command {
    let (text, language, to) = (text.to_owned(), id("en"), to.map(id));
    Command::Questions(questions::Command::AskQuestion { text, language, to, anonymous })
}
pub fn withdraw_question(question: &str) -> Command {
    Command::Questions(questions::Command::WithdrawQuestion { question: id(question) })
}
pub fn show_question(question: &str) -> Command {
    Command::Questions(questions::Command::ShowQuestion { question: id(question) })
}
pub fn decline_question(question: &str, reason: &str) -> Command {
    let (question, reason) = (id(question), reason.to_owned());
    Command::Questions(questions::Command::DeclineQuestion { question, reason })
}
pub fn answer_question(question: &str) -> Command {
    Command::Questions(questions::Command::AnswerQuestion { question: id(question) })
}
pub fn archive_question(question: &str) -> Command {
    Command::Questions(questions::Command::ArchiveQuestion { question: id(question) })
}
pub fn pin_question(question: &str) -> Command {
    Command::Questions(questions::Command::PinQuestion { question: id(question) })
}
pub fn unpin_question(question: &str) -> Command {
    Command::Questions(questions::Command::UnpinQuestion { question: id(question) })
}
pub fn promote_question(question: &str) -> Command {
    Command::Questions(questions::Command::PromoteQuestion { question: id(question) })
}
pub fn vote_for(question: &str) -> Command {
    Command::Questions(questions::Command::VoteForQuestion { question: id(question) })
}
pub fn take_vote_back(question: &str) -> Command {
    Command::Questions(questions::Command::TakeVoteBack { question: id(question) })
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

/// The seat of a person of the sample.
pub fn seat_of(person: &str) -> &'static str {
    PEOPLE.iter().find(|(name, ..)| *name == person).and_then(|(_, _, seat, _)| *seat).unwrap()
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

/// The floor is given to the request of a person on the main list.
pub fn given_floor(turn: &str, name: &str, person: &str) -> Event {
    let Request { id: request, list, delegation, speaker, language, turn_ms: limit_ms, .. } =
        request(name, "main", person);
    let turn = Turn { id: id(turn), request, list, delegation, speaker, language, limit_ms };
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
/// A person raises a point of order for their delegation.
pub fn point_raised(point: &str, person: &str, turn: Option<&str>) -> Event {
    let delegation = id(seat_of(person));
    let point = Point { id: id(point), delegation, person: id(person), turn: turn.map(id) };
    Event::PointsOfOrder(points_of_order::Event::PointRaised { point })
}
pub fn point_withdrawn(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointWithdrawn { point: id(point) })
}
pub fn point_recognised(point: &str, speaker: &str, limit_ms: Millis) -> Event {
    let (point, speaker) = (id(point), id(speaker));
    Event::PointsOfOrder(points_of_order::Event::PointRecognised { point, speaker, limit_ms })
}
pub fn point_limit_reached(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointLimitReached { point: id(point) })
}
pub fn point_ruled(point: &str, ruling: Ruling, reason: &str) -> Event {
    let (point, reason) = (id(point), reason.to_owned());
    Event::PointsOfOrder(points_of_order::Event::PointRuled { point, ruling, reason })
}
pub fn ruling_appealed(point: &str, delegation: &str) -> Event {
    let (point, delegation) = (id(point), id(delegation));
    Event::PointsOfOrder(points_of_order::Event::RulingAppealed { point, delegation })
}
pub fn appeal_decided(point: &str, stands: bool, [in_favour, against, abstaining]: [u16; 3]) -> Event {
    let point = id(point);
    Event::PointsOfOrder(points_of_order::Event::AppealDecided {
        point,
        stands,
        in_favour,
        against,
        abstaining,
    })
}
pub fn point_lapsed(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointLapsed { point: id(point) })
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

pub fn questions_opened() -> Event {
    Event::Questions(questions::Event::QuestionsOpened {})
}
pub fn questions_closed() -> Event {
    Event::Questions(questions::Event::QuestionsClosed {})
}
/// A question of a person of the sample, in English and of the whole panel.
pub fn question(question: &str, person: &str, anonymous: bool) -> questions::Question {
    let known = charter().people.into_iter().find(|at| at.id.as_str() == person).unwrap();
    let asker = questions::Asker {
        person: known.id,
        name: known.name,
        delegation: known.delegation,
        role: known.roles[0],
    };
    let text = "What follows from this?".to_owned();
    questions::Question { id: id(question), text, language: id("en"), to: None, asker, anonymous }
}
pub fn asked(name: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionAsked { question: question(name, person, false) })
}
pub fn asked_unnamed(name: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionAsked { question: question(name, person, true) })
}
pub fn question_withdrawn(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionWithdrawn { question: id(question) })
}
pub fn question_shown(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionShown { question: id(question) })
}
pub fn question_declined(question: &str, reason: &str) -> Event {
    let (question, reason) = (id(question), reason.to_owned());
    Event::Questions(questions::Event::QuestionDeclined { question, reason })
}
pub fn question_answered(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionAnswered { question: id(question) })
}
pub fn question_archived(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionArchived { question: id(question) })
}
pub fn question_pinned(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionPinned { question: id(question) })
}
pub fn voted(question: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionVoted { question: id(question), person: id(person) })
}
pub fn vote_taken_back(question: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionVoteTakenBack { question: id(question), person: id(person) })
}

pub fn unknown(field: Field) -> Refusal {
    Refusal::Unknown { field }
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
pub fn give_text(request: &str, language: &str, text: &str, official: bool) -> Command {
    let (request, language, text) = (id(request), id(language), text.to_owned());
    Command::Texts(texts::Command::GiveText {
        request,
        language,
        text,
        mark: Mark::CheckAgainstDelivery,
        official,
    })
}
pub fn take_back_text(request: &str, language: &str) -> Command {
    Command::Texts(texts::Command::TakeBackText { request: id(request), language: id(language) })
}
/// The inscription window of a list has come.
pub fn inscription(list: &str) -> Housekeeping {
    Housekeeping::Inscription(id(list))
}

pub fn speaker_named(request: &str, speaker: &str) -> Event {
    Event::Speakers(speakers::Event::SpeakerNamed { request: id(request), speaker: id(speaker) })
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
pub fn text_given(request: &str, language: &str, text: &str, official: bool) -> Event {
    let text =
        Text { language: id(language), text: text.to_owned(), mark: Mark::CheckAgainstDelivery, official };
    Event::Texts(texts::Event::TextGiven { request: id(request), text })
}
pub fn text_taken_back(request: &str, language: &str) -> Event {
    Event::Texts(texts::Event::TextTakenBack { request: id(request), language: id(language) })
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
pub fn reschedule(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str, version: Option<u32>) -> Command {
    let reason = reason.to_owned();
    Command::Schedule(schedule::Command::RescheduleSession { starts_at_ms, ends_at_ms, reason, version })
}
pub fn delay(reason: &str, version: Option<u32>) -> Command {
    Command::Schedule(schedule::Command::DelaySession { reason: reason.to_owned(), version })
}
pub fn correct_title(language: &str, title: &str, version: Option<u32>) -> Command {
    let (language, title) = (id(language), title.to_owned());
    Command::Schedule(schedule::Command::CorrectTitle { language, title, version })
}
pub fn rescheduled(starts_at_ms: Moment, ends_at_ms: Moment, reason: &str) -> Event {
    let reason = reason.to_owned();
    Event::Schedule(schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason })
}
pub fn delayed(reason: &str) -> Event {
    Event::Schedule(schedule::Event::SessionDelayed { reason: reason.to_owned() })
}
pub fn title_corrected(language: &str, title: &str) -> Event {
    Event::Schedule(schedule::Event::TitleCorrected { language: id(language), title: title.to_owned() })
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
pub fn name_turn_speaker(turn: &str, person: &str) -> Command {
    Command::Floor(floor::Command::NameTurnSpeaker { turn: id(turn), person: id(person) })
}
pub fn seat_changed(person: &str, position: Position, rank: Option<Rank>) -> Event {
    Event::Seats(seats::Event::SeatChanged { person: id(person), position, rank })
}
pub fn name_corrected(person: &str, language: &str, name: &str) -> Event {
    let (person, language, name) = (id(person), id(language), name.to_owned());
    Event::Seats(seats::Event::NameCorrected { person, language, name })
}
