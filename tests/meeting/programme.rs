//! The session: scheduled → open ⇄ suspended → closed.

use plenary::meeting::Meeting;
use plenary::meeting::command::{Command, Context, Intent};
use plenary::meeting::event::Event;
use plenary::meeting::hall::chat;
use plenary::meeting::hall::polls::ClosedBy;
use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::motions::Kind;
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::programme::{self, Phase};
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::help::Trouble;
use plenary::meeting::sound::interpretation::{HandoverEnd, Output, Source};
use plenary::meeting::view::Key;
use plenary::terms::ids::{Moment, TurnId};
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id, person, wording};
use crate::words::*;

/// For each command the answer in each phase: the tags of the events, or the code of the refusal. In every phase
/// request `a` of Egypt waits, except when the session is closed; while it is open or suspended, Lebanon has turn
/// `t` with request `b`, Tunisia has raised the point of order
/// `p`, the chair has proposed `mo1`, the audience may ask, and Carol's question `q` is visible while Olga's `w` waits; the poll `v` is open and the run sheet not begun. In the Arabic booth Ivan is on air and has asked Iris, by `h`, to take over at once.
const ANSWERS: &str = "
command              | scheduled                              | open                                                 | suspended                                            | closed
open_session         | session_opened request_queued          | !wrong_phase                                         | !wrong_phase                                         | !wrong_phase
suspend_session      | !wrong_phase                           | turn_suspended session_suspended                     | !wrong_phase                                         | !wrong_phase
resume_session       | !wrong_phase                           | !wrong_phase                                         | session_resumed turn_resumed                         | !wrong_phase
close_session        | !wrong_phase                           | turn_ended point_lapsed motion_lapsed poll_closed request_lapsed list_closed session_closed | turn_ended point_lapsed motion_lapsed poll_closed request_lapsed list_closed session_closed | !wrong_phase
reopen_session       | !wrong_phase                           | !wrong_phase                                         | !wrong_phase                                         | session_reopened
open_list            | !list_unchanged                        | !list_unchanged                                      | !list_unchanged                                      | !wrong_phase
close_list           | list_closed                            | list_closed                                          | list_closed                                          | !wrong_phase
take_up_list         | list_taken_up                          | list_taken_up                                        | list_taken_up                                        | !wrong_phase
request_floor        | floor_requested                        | floor_requested                                      | floor_requested                                      | !wrong_phase
add_request          | floor_requested                        | floor_requested                                      | floor_requested                                      | !wrong_phase
withdraw_request     | request_withdrawn                      | request_withdrawn                                    | request_withdrawn                                    | !wrong_phase
decline_request      | request_declined                       | request_declined                                     | request_declined                                     | !wrong_phase
call_request         | !wrong_request_state                   | request_called                                       | request_called                                       | !wrong_phase
pass_over            | !wrong_request_state                   | request_passed_over                                  | request_passed_over                                  | !wrong_phase
send_to_written      | request_sent_to_written                | request_sent_to_written                              | request_sent_to_written                              | !wrong_phase
move_request         | request_moved                          | request_moved                                        | request_moved                                        | !wrong_phase
name_speaker         | speaker_named                          | speaker_named                                        | speaker_named                                        | !wrong_phase
propose_order        | order_proposed                         | order_proposed                                       | order_proposed                                       | !wrong_phase
apply_order          | !no_proposal                           | !no_proposal                                         | !no_proposal                                         | !wrong_phase
dismiss_order        | !no_proposal                           | !no_proposal                                         | !no_proposal                                         | !wrong_phase
set_speaking_time    | speaking_time_set                      | speaking_time_set                                    | speaking_time_set                                    | !wrong_phase
grant_extra_time     | extra_time_granted                     | extra_time_granted                                   | extra_time_granted                                   | !wrong_phase
give_text            | text_given                             | text_given                                           | text_given                                           | !wrong_request_state
take_back_text       | !unknown                               | !unknown                                             | !unknown                                             | !wrong_request_state
take_back_prerecorded | prerecorded_taken_back                 | prerecorded_taken_back                               | prerecorded_taken_back                               | !wrong_request_state
play_prerecorded     | !wrong_phase                           | turn_ended floor_given                               | !wrong_phase                                         | !wrong_request_state
stop_prerecorded     | !turn_over                             | !not_prerecorded                                     | !not_prerecorded                                     | !turn_over
give_floor           | !wrong_phase                           | turn_ended floor_given                               | !wrong_phase                                         | !wrong_phase
finish_turn          | !turn_over                             | turn_ended                                           | turn_ended                                           | !turn_over
stop_turn            | !turn_over                             | turn_ended                                           | turn_ended                                           | !turn_over
extend_turn          | !turn_over                             | turn_extended                                        | turn_extended                                        | !turn_over
halt_turn            | !wrong_phase                           | turn_suspended                                       | !wrong_phase                                         | !wrong_phase
resume_turn          | !wrong_phase                           | !turn_runs                                           | !wrong_phase                                         | !wrong_phase
name_turn_speaker    | !turn_over                             | turn_speaker_changed                                 | turn_speaker_changed                                 | !turn_over
speak_for_turn       | !turn_over                             | turn_speaker_changed                                 | turn_speaker_changed                                 | !turn_over
raise_point_of_order | !wrong_phase                           | point_raised                                         | !wrong_phase                                         | !wrong_phase
withdraw_point_of_order | !unknown                               | point_withdrawn                                      | point_withdrawn                                      | !point_over
recognise_point_of_order | !wrong_phase                           | turn_suspended point_recognised                      | !wrong_phase                                         | !wrong_phase
rule_on_point_of_order | !unknown                               | point_ruled                                          | point_ruled                                          | !point_over
appeal_ruling        | !wrong_phase                           | !no_votes                                            | !wrong_phase                                         | !wrong_phase
decide_appeal        | !no_appeal                             | !no_appeal                                           | !no_appeal                                           | !no_appeal
move_motion          | !wrong_phase                           | motion_moved                                         | !wrong_phase                                         | !wrong_phase
withdraw_motion      | !unknown                               | motion_withdrawn                                     | motion_withdrawn                                     | !motion_over
take_up_motion       | !unknown                               | !floor_taken                                         | !wrong_phase                                         | !motion_over
rule_out_motion      | !unknown                               | motion_ruled_out                                     | motion_ruled_out                                     | !motion_over
speak_on_motion      | !wrong_phase                           | !no_votes                                            | !wrong_phase                                         | !wrong_phase
decide_motion        | !unknown                               | !motion_not_taken_up                                 | !motion_not_taken_up                                 | !motion_over
carry_by_consent     | !unknown                               | !motion_not_taken_up                                 | !motion_not_taken_up                                 | !motion_over
undo_act             | !nothing_to_undo                       | !nothing_to_undo                                     | !nothing_to_undo                                     | !nothing_to_undo
agree_to_microphone  | microphone_agreed                      | microphone_agreed                                    | microphone_agreed                                    | microphone_agreed
open_microphone      | !wrong_phase                           | microphone_opened                                    | !wrong_phase                                         | !wrong_phase
close_microphone     | -                                      | microphone_closed                                    | microphone_closed                                    | -
mute_microphone      | microphone_muted                       | microphone_muted                                     | microphone_muted                                     | microphone_muted
unmute_microphone    | -                                      | -                                                    | -                                                    | -
report_microphone    | -                                      | -                                                    | -                                                    | -
choose_channel       | channel_chosen                         | channel_chosen                                       | channel_chosen                                       | channel_chosen
go_on_air            | interpreter_on_air                     | interpreter_on_air                                   | interpreter_on_air                                   | !wrong_phase
go_off_air           | handover_cancelled interpreter_off_air | handover_cancelled interpreter_off_air               | handover_cancelled interpreter_off_air               | handover_cancelled interpreter_off_air
choose_output        | output_chosen                          | output_chosen                                        | output_chosen                                        | output_chosen
choose_source        | source_chosen                          | source_chosen                                        | source_chosen                                        | source_chosen
preselect_relay      | relay_preselected                      | relay_preselected                                    | relay_preselected                                    | relay_preselected
request_handover     | handover_requested                     | handover_requested                                   | handover_requested                                   | handover_requested
accept_handover      | handover_accepted handover_completed   | handover_accepted handover_completed                 | handover_accepted handover_completed                 | handover_accepted handover_completed
cancel_handover      | handover_cancelled                     | handover_cancelled                                   | handover_cancelled                                   | handover_cancelled
ask_to_slow_down     | !floor_silent                          | slow_down_asked                                      | !floor_silent                                        | !floor_silent
report_floor_sound   | floor_sound_reported                   | floor_sound_reported                                 | floor_sound_reported                                 | floor_sound_reported
start_recording      | recording_started                      | recording_started                                    | recording_started                                    | !wrong_phase
stop_recording       | -                                      | -                                                    | -                                                    | -
consent_to_recording | recording_consent                      | recording_consent                                    | recording_consent                                    | recording_consent
call_for_help        | help_called                            | help_called                                          | help_called                                          | help_called
withdraw_call        | call_withdrawn                         | call_withdrawn                                       | call_withdrawn                                       | call_withdrawn
answer_call          | call_answered                          | call_answered                                        | call_answered                                        | call_answered
settle_call          | call_settled                           | call_settled                                         | call_settled                                         | call_settled
send_message         | message_sent                           | message_sent                                         | message_sent                                         | !wrong_phase
edit_message         | message_edited                         | message_edited                                       | message_edited                                       | !wrong_phase
delete_message       | message_deleted                        | message_deleted                                      | message_deleted                                      | message_deleted
pin_message          | message_pinned                         | message_pinned                                       | message_pinned                                       | message_pinned
unpin_message        | message_unpinned                       | message_unpinned                                     | message_unpinned                                     | message_unpinned
set_slow_mode        | slow_mode_set                          | slow_mode_set                                        | slow_mode_set                                        | slow_mode_set
set_pre_moderation   | pre_moderation_set                     | pre_moderation_set                                   | pre_moderation_set                                   | pre_moderation_set
approve_message      | message_approved                       | message_approved                                     | message_approved                                     | message_approved
decline_message      | message_declined                       | message_declined                                     | message_declined                                     | message_declined
close_room           | room_closed                            | room_closed                                          | room_closed                                          | room_closed
reopen_room          | room_reopened                          | room_reopened                                        | room_reopened                                        | room_reopened
mute_person          | person_muted                           | person_muted                                         | person_muted                                         | person_muted
unmute_person        | person_unmuted                         | person_unmuted                                       | person_unmuted                                       | person_unmuted
announce             | announced                              | announced                                            | announced                                            | announced
take_down_announcement | announcement_taken_down                | announcement_taken_down                              | announcement_taken_down                              | announcement_taken_down
open_questions       | questions_opened                       | -                                                    | -                                                    | !wrong_phase
close_questions      | questions_closed                       | questions_closed                                     | questions_closed                                     | !wrong_phase
take_captions        | !absent                         | !absent                                       | !absent                                       | !wrong_phase
leave_captions       | -                                      | -                                                    | -                                                    | -
caption              | !absent               | !absent                             | !absent                             | !wrong_phase
correct_caption      | !unknown                               | !unknown                                             | !unknown                                             | !unknown
ask_question         | !questions_closed                      | question_asked                                       | question_asked                                       | !wrong_phase
withdraw_question    | !unknown                               | question_withdrawn                                   | question_withdrawn                                   | !wrong_phase
show_question        | !unknown                               | question_shown                                       | question_shown                                       | !wrong_phase
decline_question     | !unknown                               | question_declined                                    | question_declined                                    | !wrong_phase
answer_question      | !unknown                               | question_answered                                    | question_answered                                    | !wrong_phase
archive_question     | !unknown                               | question_archived                                    | question_archived                                    | !wrong_phase
pin_question         | !unknown                               | question_pinned                                      | question_pinned                                      | !wrong_phase
unpin_question       | !unknown                               | -                                                    | -                                                    | !wrong_phase
promote_question     | !unknown                               | !no_questions_list                                   | !no_questions_list                                   | !wrong_phase
vote_for_question    | !unknown                               | question_voted                                       | question_voted                                       | !wrong_phase
take_vote_back       | !unknown                               | -                                                    | -                                                    | !wrong_phase
start_timer          | !wrong_phase                           | timer_started                                        | !wrong_phase                                         | !wrong_phase
stop_timer           | -                                      | -                                                    | -                                                    | -
give_floor_on_stage  | !wrong_phase                           | timer_started                                        | !wrong_phase                                         | !wrong_phase
ask_for_hands        | !wrong_phase                           | !poll_open                                           | !wrong_phase                                         | !wrong_phase
open_poll            | !wrong_phase                           | !poll_open                                           | !wrong_phase                                         | !wrong_phase
cast_ballot          | !unknown                               | ballot_cast                                          | !wrong_phase                                         | !poll_over
take_ballot_back     | !unknown                               | !unchanged                                           | !wrong_phase                                         | !poll_over
close_poll           | !unknown                               | poll_closed                                          | poll_closed                                          | !wrong_poll_state
publish_poll         | !unknown                               | !wrong_poll_state                                    | !wrong_poll_state                                    | poll_published
withdraw_poll        | !unknown                               | poll_withdrawn                                       | poll_withdrawn                                       | poll_withdrawn
add_item             | item_added                             | item_added                                           | item_added                                           | !wrong_phase
change_item          | item_changed                           | item_changed                                         | item_changed                                         | !wrong_phase
move_item            | item_moved                             | item_moved                                           | item_moved                                           | !wrong_phase
remove_item          | item_removed                           | item_removed                                         | item_removed                                         | !wrong_phase
start_item           | !wrong_phase                           | item_started                                         | !wrong_phase                                         | !wrong_phase
finish_item          | !item_not_under_way                    | !item_not_under_way                                  | !item_not_under_way                                  | !wrong_phase
mark_moment          | moment_marked                          | moment_marked                                        | moment_marked                                        | moment_marked
note_at_mark         | mark_noted                             | mark_noted                                           | mark_noted                                           | mark_noted
remove_mark          | mark_removed                           | mark_removed                                         | mark_removed                                         | mark_removed
write_summary        | !unknown                               | summary_written                                      | summary_written                                      | summary_written
";

fn in_phase(phase: Phase) -> Story {
    let present = ["clara", "bob", "ivan", "iris", "fay"].map(arrived);
    let booths = [
        on_air("arabic", "ivan", Output::A),
        handover_requested("h", "ivan", "iris", "ivan", 0),
        relay_preselected("french", "en"),
        help_called("ivan", Trouble::NoSound),
        marked("mark9", "rita", None, "data"),
    ];
    let story = given(present).happens(booths).happens([agreed("bob")]);
    if phase == Phase::Scheduled {
        let recorded = prerecorded_received("a", "alice", "c1", MINUTE_MS);
        return story.happens([list_opened("main"), inscribed("a", "alice"), recorded]);
    }
    let story = story.happens([
        list_opened("main"),
        opened(),
        requested("b", "bob"),
        given_floor("t", "b", "bob"),
        requested("a", "alice"),
        prerecorded_received("a", "alice", "c1", MINUTE_MS),
        point_raised("p", "carol", Some("t")),
        motion_proposed("mo1", Kind::AdjournDebate, Some("main")),
        questions_opened(),
        asked("q", "carol"),
        question_shown("q"),
        asked("w", "olga"),
        poll_opened("v"),
    ]);
    match phase {
        Phase::Scheduled | Phase::Open => story,
        Phase::Suspended => story.happens([turn_suspended("t"), suspended("lunch")]),
        Phase::Closed => story.happens([
            turn_ended("t", Ending::SessionClosed),
            point_lapsed("p"),
            motion_lapsed("mo1"),
            poll_closed("v", ClosedBy::Session),
            lapsed("a"),
            list_closed("main"),
            closed(),
        ]),
    }
}

/// The command of a tag with the person who may well give it.
fn attempt(tag: &str, meeting: &Meeting) -> (&'static str, Command) {
    let version = meeting.speakers.list(&id("main")).unwrap().version;
    let turn = meeting.floor.turn();
    let seen = turn.as_ref().map(TurnId::as_str);
    match tag {
        "request_floor" => ("carol", request_floor("main")),
        "withdraw_request" => ("adam", withdraw("a")),
        "give_text" | "take_back_text" | "take_back_prerecorded" => ("alice", any_of(tag)),
        "move_request" => ("sam", move_to("a", 1, version, "balance")),
        "give_floor" => ("clara", give_floor("a", seen)),
        "play_prerecorded" => ("clara", play_prerecorded("a", seen)),
        "stop_prerecorded" => ("clara", stop_prerecorded("t")),
        "reopen_session" => ("clara", reopen_session(meeting.programme.since_ms, "closed by mistake")),
        "finish_turn" => ("bob", finish_turn("t")),
        "stop_turn" => ("clara", stop_turn("t")),
        "extend_turn" => ("clara", extend_turn("t", MINUTE_MS)),
        "raise_point_of_order" => ("alice", raise_point()),
        "withdraw_point_of_order" => ("carol", withdraw_point("p")),
        "recognise_point_of_order" => ("clara", recognise("p")),
        "rule_on_point_of_order" => ("clara", rule_on("p", Ruling::Noted, "")),
        "appeal_ruling" => ("bob", appeal_ruling("p")),
        "decide_appeal" => ("clara", decide_appeal("p", [1, 0, 0])),
        "speak_on_motion" => ("bob", any_of(tag)),
        "name_turn_speaker" => ("clara", name_turn_speaker("t", "badr")),
        "speak_for_turn" => ("badr", speak_for_turn("t")),
        "agree_to_microphone" => ("alice", agree(true)),
        "close_microphone" => ("clara", close_microphone(Some("bob"))),
        "ask_question" | "vote_for_question" | "take_vote_back" => ("dina", any_of(tag)),
        "withdraw_question" => ("carol", any_of(tag)),
        "cast_ballot" | "take_ballot_back" => ("alice", any_of(tag)),
        "choose_channel" => ("olga", choose_channel("floor")),
        "go_on_air" => ("fay", go_on_air(Output::A)),
        "choose_source" => ("fay", choose_source(Source::Relay)),
        "preselect_relay" => ("fay", preselect_relay("ar")),
        "accept_handover" => ("iris", accept_handover("h")),
        "cancel_handover" => ("iris", cancel_handover("h")),
        "go_off_air"
        | "choose_output"
        | "request_handover"
        | "ask_to_slow_down"
        | "report_floor_sound"
        | "consent_to_recording" => ("ivan", any_of(tag)),
        "call_for_help" => ("iris", any_of(tag)),
        "take_captions" | "leave_captions" | "caption" | "correct_caption" => ("cara", any_of(tag)),
        "withdraw_call" => ("ivan", any_of(tag)),
        "answer_call" | "settle_call" => ("tom", any_of(tag)),
        "edit_message" => ("olga", edit_message("m", "Good day")),
        "delete_message" => ("clara", delete_message("m", "off topic")),
        "pin_message" => ("clara", pin_message("m")),
        "unpin_message" => ("clara", unpin_message("m")),
        "approve_message" => ("clara", approve_message("held")),
        "decline_message" => ("clara", decline_message("held", "off topic")),
        "take_down_announcement" => ("clara", take_down("n")),
        "mark_moment" | "remove_mark" => ("rita", any_of(tag)),
        "note_at_mark" => ("rita", note_at_mark("mark9", "more data")),
        "write_summary" => ("rita", write_summary("t", "en", "Data are shared", None)),
        _ => ("clara", any_of(tag)),
    }
}

/// What has happened in the chat before: olga's message `m` is there, and whatever the command is to undo.
fn of_chat(tag: &str) -> Vec<Event> {
    let message = |name: &str| chat::Message {
        id: id(name),
        room: id("main"),
        author: chat::Author {
            person: id("olga"),
            name: wording("name of olga"),
            delegation: None,
            role: Role::Observer,
        },
        text: "Good morning".to_owned(),
        language: None,
        reply_to: None,
    };
    let by = message("m").author;
    let undone = match tag {
        "unpin_message" => Some(chat::Event::MessagePinned { message: id("m") }),
        "approve_message" | "decline_message" => {
            Some(chat::Event::MessageHeld { message: message("held").into() })
        }
        "reopen_room" => Some(chat::Event::RoomClosed { room: id("main") }),
        "unmute_person" => {
            Some(chat::Event::PersonMuted { person: id("olga"), reason: "off topic".to_owned() })
        }
        "take_down_announcement" => {
            let (announcement, text) = (id("n"), wording("Lunch is served"));
            Some(chat::Event::Announced { announcement, by, text })
        }
        _ => None,
    };
    let sent = chat::Event::MessageSent { message: message("m").into() };
    [sent].into_iter().chain(undone).map(Event::Chat).collect()
}

fn any_of(tag: &str) -> Command {
    let (_, command) = crate::access::every_command().into_iter().find(|(name, _)| *name == tag).unwrap();
    command
}

#[test]
fn every_command_is_answered_in_every_phase() {
    let phases = [Phase::Scheduled, Phase::Open, Phase::Suspended, Phase::Closed];
    let mut answered = 0;
    for row in ANSWERS.trim().lines().skip(1) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        for (phase, expected) in phases.into_iter().zip(&cells[1..]) {
            let mut story = in_phase(phase);
            if cells[0] == "request_handover" {
                story = story.happens([handover_cancelled("h", HandoverEnd::Withdrawn)]);
            }
            story = story.happens(of_chat(cells[0]));
            let (actor, command) = attempt(cells[0], &story.meeting);
            let story = story.when(actor, command);
            let answer = match story.outcome() {
                Ok(events) if events.is_empty() => "-".to_owned(),
                Ok(events) => events.iter().map(Event::tag).collect::<Vec<_>>().join(" "),
                Err(refusal) => {
                    format!("!{}", serde_json::to_value(refusal).unwrap()["code"].as_str().unwrap())
                }
            };
            assert_eq!(answer, *expected, "{} while {phase}", cells[0]);
            answered += 1;
        }
    }
    assert_eq!(answered, crate::access::every_command().len() * phases.len());
}

#[test]
fn requests_inscribed_beforehand_are_queued_in_their_order_at_the_opening() {
    given([list_opened("main")])
        .when("bob", request_floor("main"))
        .when("alice", request_floor("main"))
        .when("sam", move_to("r4", 1, 2, "by rank"))
        .when("clara", open_session())
        .then([opened(), queued("r4"), queued("r3")]);
}

#[test]
fn nothing_can_be_asked_of_a_session_that_was_not_convened() {
    Story::unconvened().when("clara", open_session()).then(Refusal::NotInSession {});
    Story::unconvened().housekeeping(arrive("clara")).then(Refusal::NotInSession {});
    Story::unconvened().housekeeping(reach_limit("t")).then(Refusal::TurnOver {});
}

#[test]
fn closing_ends_the_turn_lapses_what_waits_from_the_last_and_closes_the_lists() {
    let reply = speakers_on_reply("c");
    given([list_opened("main"), list_opened("reply"), opened(), requested("a", "alice")])
        .happens([given_floor("t", "a", "alice"), requested("b", "bob"), requested("d", "dina"), reply])
        .when("clara", close_session())
        .then([
            turn_ended("t", Ending::SessionClosed),
            lapsed("c"),
            lapsed("d"),
            lapsed("b"),
            list_closed("main"),
            list_closed("reply"),
            closed_with(&["main", "reply"]),
        ]);
}

fn speakers_on_reply(name: &str) -> Event {
    let request = request(name, "reply", "carol");
    Event::Speakers(plenary::meeting::procedure::speakers::Event::FloorRequested { request })
}

#[test]
fn a_suspension_halts_the_clock_and_resuming_gives_the_time_left() {
    // Domain, section 2: the speaker resumes with the time left.
    let story =
        given([list_opened("main"), opened(), requested("a", "alice"), given_floor("t", "a", "alice")])
            .after(MINUTE_MS)
            .when("clara", suspend_session("technical stop"))
            .then([turn_suspended("t"), suspended("technical stop")]);
    let current = story.meeting.floor.current.clone().unwrap();
    assert_eq!((current.clock.spent_ms, current.clock.running_since_ms), (MINUTE_MS, None));
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Suspended);
    assert_eq!(story.meeting.next_timer(), None);
    let story =
        story.after(60 * MINUTE_MS).when("sam", resume_session()).then([resumed(), turn_resumed("t")]);
    let left = story.meeting.next_timer().map(|(at_ms, _)| at_ms - story.now_ms);
    assert_eq!(left, Some(2 * MINUTE_MS));
}

#[test]
fn a_suspension_says_until_when_and_the_meeting_is_in_session_since_it_was_opened() {
    let seen = |story: &Story| story.seen(&Key::Session);
    let until_ms = START_MS + 20 * MINUTE_MS;
    assert_eq!(seen(&given([]))["opened_at_ms"], Value::Null);
    let story = given([opened()]).after(MINUTE_MS).when("clara", suspend_until(until_ms));
    let suspended = seen(&story);
    assert_eq!((&suspended["until_ms"], &suspended["reason"]), (&json!(until_ms), &json!("consultations")));
    // The moment passes, and nothing happens by itself.
    assert_eq!(story.meeting.next_timer(), None);
    let resumed = seen(&story.clone().after(30 * MINUTE_MS).when("clara", resume_session()));
    assert_eq!((&resumed["until_ms"], &resumed["opened_at_ms"]), (&Value::Null, &json!(START_MS)));
    assert_ne!(resumed["since_ms"], json!(START_MS));
    let closed_at_ms = story.now_ms;
    let by_mistake = story.when("clara", close_session()).after(MINUTE_MS);
    let reopened = by_mistake.when("clara", reopen_session(closed_at_ms, "closed by mistake"));
    assert_eq!(seen(&reopened)["opened_at_ms"], START_MS, "the same meeting goes on");
}

#[test]
fn a_suspension_ends_after_it_begins_and_within_a_week() {
    let week_ms = 7 * 24 * 60 * MINUTE_MS;
    let refused = Refusal::OutOfRange { field: Field::UntilMs, min: START_MS, max: START_MS + week_ms };
    for until_ms in [START_MS - 1, START_MS + week_ms + 1, Moment::MIN, Moment::MAX] {
        given([opened()]).when("clara", suspend_until(until_ms)).then(refused.clone());
    }
    given([opened()]).when("clara", suspend_until(START_MS + week_ms)).then_tags(&["session_suspended"]);
}

#[test]
fn a_reason_for_a_suspension_may_be_empty_but_not_too_long() {
    given([opened()]).when("clara", suspend_session("  ")).then([suspended("")]);
    let too_long = Refusal::TooLong { field: Field::Reason, max: 300 };
    given([opened()]).when("clara", suspend_session(&"x".repeat(301))).then(too_long);
}

#[test]
fn convening_again_with_the_same_charter_changes_nothing() {
    given([opened()]).housekeeping(convene(charter())).then([]);
}

#[test]
fn a_revised_charter_keeps_a_list_while_requests_belong_to_it() {
    let mut revised = charter();
    revised.lists.clear();
    let story = given([list_opened("main"), opened(), requested("a", "alice")]);
    let story = story.housekeeping(convene(revised.clone()));
    let story =
        story.then([Event::Programme(programme::Event::CharterRevised { charter: Box::new(revised) })]);
    assert_eq!(story.queue("main"), ["a"]);
    assert_eq!(story.meeting.speakers.order, [id("main")]);
    story.when("clara", give_floor("a", None)).then_tags(&["floor_given"]);
}

#[test]
fn a_revised_charter_keeps_the_phase_and_gives_a_new_list_closed() {
    let mut revised = charter();
    revised.lists[1].id = id("questions");
    let story = given([list_opened("main"), opened()]).housekeeping(convene(revised));
    assert_eq!(story.meeting.programme.phase, Phase::Open);
    let open = |name| story.meeting.speakers.list(&id(name)).map(|list| list.open);
    assert_eq!((open("main"), open("questions"), open("reply")), (Some(true), Some(false), None));
}

#[test]
fn a_revised_charter_recounts_those_present() {
    let mut revised = charter();
    revised.people.retain(|at| !["bob", "carol", "olga"].contains(&at.id.as_str()));
    revised.people.push(person("bob", &[Role::Delegate], Some("egypt"), "fr"));
    let story = given(["bob", "carol", "olga", "alice"].map(arrived)).after(MINUTE_MS);
    let story = story.housekeeping(convene(revised));
    let people = &story.meeting.presence;
    assert_eq!(people.seated, [(id("egypt"), 2)].into());
    assert!(people.attending.is_empty() && people.present.len() == 2);
    // Lebanon and Tunisia lost their last people with the revision.
    assert_eq!(people.absent_since, [(id("lebanon"), story.now_ms), (id("tunisia"), story.now_ms)].into());
}

#[test]
fn a_seat_taken_by_a_revised_charter_is_absent_no_longer() {
    let mut revised = charter();
    revised.people.retain(|at| at.id.as_str() != "bob");
    revised.people.push(person("bob", &[Role::Delegate], Some("egypt"), "fr"));
    let story = given([arrived("alice"), left("alice"), arrived("bob")]);
    let story = story.housekeeping(convene(revised));
    assert!(!story.meeting.presence.absent_since.contains_key(&id("egypt")));
    assert_eq!(story.meeting.presence.absent_since.get(&id("lebanon")), Some(&story.now_ms));
}

#[test]
fn a_decision_changes_nothing_until_it_is_taken_in() {
    let story = given([list_opened("main")]);
    let context = Context { now_ms: story.now_ms, next_seq: 3, lot: 0 };
    let before = story.meeting.clone();
    let decided = story.meeting.decide(&context, &Intent::Participant(id("clara"), open_session()));
    assert_eq!((decided, &story.meeting), (Ok(vec![opened()]), &before));
}
