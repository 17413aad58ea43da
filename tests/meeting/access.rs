//! Who may do what, written out.

use plenary::meeting::command::{Command, Context, Intent};
use plenary::meeting::hall::polls::{self, Entitled};
use plenary::meeting::hall::{captions, chat, panel, questions, run_sheet};
use plenary::meeting::procedure::points_of_order::{self, Ruling};
use plenary::meeting::procedure::speakers::{self, Policy};
use plenary::meeting::procedure::{floor, motions, programme};
use plenary::meeting::record::notes;
use plenary::meeting::refusal::Refusal;
use plenary::meeting::sound::help::Trouble;
use plenary::meeting::sound::interpretation::{self, Output, Source};
use plenary::meeting::sound::{help, microphones, recording};
use plenary::meeting::statements::{prerecorded, texts};
use plenary::meeting::{access, undo};
use plenary::terms::people::Role;
use strum::VariantNames;

use crate::harness::given;
use crate::sample::{START_MS, id};
use crate::words::*;

/// Columns in the order of `COLUMNS`; x where the role may give the command.
const TABLE: &str = "
                     chair moderator secretariat rapporteur delegate panellist observer interpreter technician captioner display
open_session         x     x         x           .          .        .         .        .           .          .         .
suspend_session      x     x         x           .          .        .         .        .           .          .         .
resume_session       x     x         x           .          .        .         .        .           .          .         .
close_session        x     x         x           .          .        .         .        .           .          .         .
reopen_session       x     x         x           .          .        .         .        .           .          .         .
open_list            x     x         x           .          .        .         .        .           .          .         .
close_list           x     x         x           .          .        .         .        .           .          .         .
take_up_list         x     x         x           .          .        .         .        .           .          .         .
request_floor        .     .         .           .          x        x         .        .           .          .         .
add_request          x     x         x           .          .        .         .        .           .          .         .
withdraw_request     .     .         .           .          x        x         .        .           .          .         .
decline_request      x     x         x           .          .        .         .        .           .          .         .
call_request         x     x         x           .          .        .         .        .           .          .         .
pass_over            x     x         x           .          .        .         .        .           .          .         .
send_to_written      x     x         x           .          .        .         .        .           .          .         .
move_request         x     x         x           .          .        .         .        .           .          .         .
name_speaker         x     x         x           .          x        x         .        .           .          .         .
propose_order        x     x         x           .          .        .         .        .           .          .         .
apply_order          x     x         x           .          .        .         .        .           .          .         .
dismiss_order        x     x         x           .          .        .         .        .           .          .         .
set_speaking_time    x     x         x           .          .        .         .        .           .          .         .
grant_extra_time     x     x         x           .          .        .         .        .           .          .         .
give_text            .     .         x           .          x        x         .        .           .          .         .
take_back_text       .     .         x           .          x        x         .        .           .          .         .
take_back_prerecorded .     .         .           .          x        x         .        .           .          .         .
play_prerecorded     x     x         x           .          .        .         .        .           .          .         .
stop_prerecorded     x     x         x           .          .        .         .        .           .          .         .
give_floor           x     x         x           .          .        .         .        .           .          .         .
finish_turn          .     .         .           .          x        x         .        .           .          .         .
stop_turn            x     x         x           .          .        .         .        .           .          .         .
extend_turn          x     x         x           .          .        .         .        .           .          .         .
halt_turn            x     x         x           .          .        .         .        .           .          .         .
resume_turn          x     x         x           .          .        .         .        .           .          .         .
name_turn_speaker    x     x         x           .          .        .         .        .           .          .         .
speak_for_turn       .     .         .           .          x        x         .        .           .          .         .
raise_point_of_order .     .         .           .          x        x         .        .           .          .         .
withdraw_point_of_order .     .         .           .          x        x         .        .           .          .         .
recognise_point_of_order x     x         x           .          .        .         .        .           .          .         .
rule_on_point_of_order x     x         x           .          .        .         .        .           .          .         .
appeal_ruling        .     .         .           .          x        x         .        .           .          .         .
decide_appeal        x     x         x           .          .        .         .        .           .          .         .
move_motion          x     x         x           .          x        x         .        .           .          .         .
withdraw_motion      x     x         x           .          x        x         .        .           .          .         .
take_up_motion       x     x         x           .          .        .         .        .           .          .         .
rule_out_motion      x     x         x           .          .        .         .        .           .          .         .
speak_on_motion      x     x         x           .          x        x         .        .           .          .         .
decide_motion        x     x         x           .          .        .         .        .           .          .         .
carry_by_consent     x     x         x           .          .        .         .        .           .          .         .
undo_act             x     x         x           .          .        .         .        .           .          .         .
agree_to_microphone  x     x         .           .          x        x         .        .           .          .         .
open_microphone      x     x         x           .          x        x         .        .           .          .         .
close_microphone     x     x         x           .          x        x         .        .           .          .         .
mute_microphone      x     x         .           .          x        x         .        x           .          .         .
unmute_microphone    x     x         .           .          x        x         .        x           .          .         .
report_microphone    x     x         .           .          x        x         .        x           .          .         .
choose_channel       x     x         x           x          x        x         x        x           x          x         .
go_on_air            .     .         .           .          .        .         .        x           .          .         .
go_off_air           .     .         .           .          .        .         .        x           .          .         .
choose_output        .     .         .           .          .        .         .        x           .          .         .
choose_source        .     .         .           .          .        .         .        x           .          .         .
preselect_relay      .     .         .           .          .        .         .        x           .          .         .
request_handover     .     .         .           .          .        .         .        x           .          .         .
accept_handover      .     .         .           .          .        .         .        x           .          .         .
cancel_handover      .     .         .           .          .        .         .        x           .          .         .
ask_to_slow_down     .     .         .           .          .        .         .        x           .          .         .
report_floor_sound   .     .         .           .          .        .         .        x           .          .         .
start_recording      x     .         x           .          .        .         .        .           .          .         .
stop_recording       x     .         x           .          .        .         .        .           .          .         .
consent_to_recording .     .         .           .          .        .         .        x           .          .         .
call_for_help        x     x         x           .          .        .         .        x           .          x         .
withdraw_call        x     x         x           .          .        .         .        x           .          x         .
answer_call          .     .         .           .          .        .         .        .           x          .         .
settle_call          .     .         .           .          .        .         .        .           x          .         .
send_message         x     x         x           x          x        x         x        x           x          x         .
edit_message            x     x         x           x          x        x         x        x           x          x         .
delete_message          x     x         x           x          x        x         x        x           x          x         .
pin_message             x     x         x           .          .        .         .        .           .          .         .
unpin_message           x     x         x           .          .        .         .        .           .          .         .
set_slow_mode           x     x         x           .          .        .         .        .           .          .         .
set_pre_moderation      x     x         x           .          .        .         .        .           .          .         .
approve_message         x     x         x           .          .        .         .        .           .          .         .
decline_message         x     x         x           .          .        .         .        .           .          .         .
close_room              x     x         x           .          .        .         .        .           .          .         .
reopen_room             x     x         x           .          .        .         .        .           .          .         .
mute_person             x     x         x           .          .        .         .        .           .          .         .
unmute_person           x     x         x           .          .        .         .        .           .          .         .
announce                x     x         x           .          .        .         .        .           .          .         .
take_down_announcement  x     x         x           .          .        .         .        .           .          .         .
open_questions       x     x         x           .          .        .         .        .           .          .         .
close_questions      x     x         x           .          .        .         .        .           .          .         .
ask_question         x     x         x           x          x        x         x        x           x          x         .
withdraw_question    x     x         x           x          x        x         x        x           x          x         .
show_question        x     x         x           .          .        .         .        .           .          .         .
decline_question     x     x         x           .          .        .         .        .           .          .         .
answer_question      x     x         x           .          .        .         .        .           .          .         .
archive_question     x     x         x           .          .        .         .        .           .          .         .
pin_question         x     x         x           .          .        .         .        .           .          .         .
unpin_question       x     x         x           .          .        .         .        .           .          .         .
promote_question     x     x         x           .          .        .         .        .           .          .         .
vote_for_question    x     x         x           x          x        x         x        x           x          x         .
take_vote_back       x     x         x           x          x        x         x        x           x          x         .
start_timer          x     x         x           .          .        .         .        .           .          .         .
stop_timer           x     x         x           .          .        .         .        .           .          .         .
give_floor_on_stage  x     x         x           .          .        .         .        .           .          .         .
ask_for_hands        x     x         x           .          .        .         .        .           .          .         .
open_poll            x     x         x           .          .        .         .        .           .          .         .
cast_ballot          x     x         x           x          x        x         x        x           x          x         .
take_ballot_back     x     x         x           x          x        x         x        x           x          x         .
close_poll           x     x         x           .          .        .         .        .           .          .         .
publish_poll         x     x         x           .          .        .         .        .           .          .         .
withdraw_poll        x     x         x           .          .        .         .        .           .          .         .
add_item             x     x         x           .          .        .         .        .           .          .         .
change_item          x     x         x           .          .        .         .        .           .          .         .
move_item            x     x         x           .          .        .         .        .           .          .         .
remove_item          x     x         x           .          .        .         .        .           .          .         .
start_item           x     x         x           .          .        .         .        .           .          .         .
finish_item          x     x         x           .          .        .         .        .           .          .         .
mark_moment          .     .         x           x          .        .         .        .           .          .         .
note_at_mark         .     .         x           x          .        .         .        .           .          .         .
remove_mark          .     .         x           x          .        .         .        .           .          .         .
write_summary        .     .         x           x          .        .         .        .           .          .         .
take_captions        .     .         .           .          .        .         .        .           .          x         .
leave_captions       .     .         .           .          .        .         .        .           .          x         .
caption              .     .         .           .          .        .         .        .           .          x         .
correct_caption      .     .         .           .          .        .         .        .           .          x         .
";

const COLUMNS: [(Role, &str); 11] = [
    (Role::Chair, "clara"),
    (Role::Moderator, "maya"),
    (Role::Secretariat, "sam"),
    (Role::Rapporteur, "rita"),
    (Role::Delegate, "alice"),
    (Role::Panellist, "paul"),
    (Role::Observer, "olga"),
    (Role::Interpreter, "ivan"),
    (Role::Technician, "tom"),
    (Role::Captioner, "cara"),
    (Role::Display, "screen"),
];

pub fn every_command() -> Vec<(&'static str, Command)> {
    [of_the_floor(), of_the_sound(), of_the_chat()].concat()
}

fn of_the_floor() -> Vec<(&'static str, Command)> {
    vec![
        ("open_session", open_session()),
        ("suspend_session", suspend_session("technical stop")),
        ("resume_session", resume_session()),
        ("close_session", close_session()),
        ("reopen_session", reopen_session(1_614_153_600_000, "closed by mistake")),
        ("open_list", open_list("main")),
        ("close_list", close_list("main")),
        ("take_up_list", take_up_list("reply")),
        ("request_floor", request_floor("main")),
        ("add_request", add_request("main", "tunisia")),
        ("withdraw_request", withdraw("a")),
        ("decline_request", decline("a", "not now")),
        ("call_request", call("a")),
        ("pass_over", pass_over("a")),
        ("send_to_written", to_written("a")),
        ("move_request", move_to("a", 1, 1, "balance")),
        ("name_speaker", name_speaker("a", "adam")),
        ("propose_order", propose_order("main", Policy::FirstCome {})),
        ("apply_order", apply_order("main", 1)),
        ("dismiss_order", dismiss_order("main")),
        ("set_speaking_time", set_speaking_time("main", None, 120_000)),
        ("grant_extra_time", grant_extra_time("a", 60_000)),
        ("give_text", give_text("a", "en", "Thank you, Chair", true)),
        ("take_back_text", take_back_text("a", "en")),
        ("take_back_prerecorded", take_back_prerecorded("a")),
        ("play_prerecorded", play_prerecorded("a", None)),
        ("stop_prerecorded", stop_prerecorded("t1")),
        ("give_floor", give_floor("a", None)),
        ("finish_turn", finish_turn("t1")),
        ("stop_turn", stop_turn("t1")),
        ("extend_turn", extend_turn("t1", 60_000)),
        ("halt_turn", halt_turn("t", "no sound")),
        ("resume_turn", resume_turn("t")),
        ("name_turn_speaker", name_turn_speaker("t1", "adam")),
        ("speak_for_turn", speak_for_turn("t1")),
        ("raise_point_of_order", raise_point()),
        ("withdraw_point_of_order", withdraw_point("p1")),
        ("recognise_point_of_order", recognise("p1")),
        ("rule_on_point_of_order", rule_on("p1", Ruling::Noted, "")),
        ("appeal_ruling", appeal_ruling("p1")),
        ("decide_appeal", decide_appeal("p1", [1, 2, 3])),
        ("move_motion", move_motion(motions::Kind::SuspendMeeting, None)),
        ("withdraw_motion", withdraw_motion("mo1")),
        ("take_up_motion", take_up("mo1")),
        ("rule_out_motion", rule_out("mo1", "")),
        ("speak_on_motion", speak_on("mo1", motions::Side::Against, None)),
        ("decide_motion", decide_motion("mo1", [1, 2, 3])),
        ("carry_by_consent", carry_by_consent("mo1")),
        ("undo_act", undo_act(2)),
    ]
}

fn of_the_sound() -> Vec<(&'static str, Command)> {
    vec![
        ("agree_to_microphone", agree(true)),
        ("open_microphone", open_microphone(None)),
        ("close_microphone", close_microphone(None)),
        ("mute_microphone", mute()),
        ("unmute_microphone", unmute()),
        ("report_microphone", report_microphone(false)),
        ("choose_channel", choose_channel("floor")),
        ("go_on_air", go_on_air(Output::A)),
        ("go_off_air", go_off_air()),
        ("choose_output", choose_output(Output::B)),
        ("choose_source", choose_source(Source::Relay)),
        ("preselect_relay", preselect_relay("fr")),
        ("request_handover", request_handover("iris", 0)),
        ("accept_handover", accept_handover("h1")),
        ("cancel_handover", cancel_handover("h1")),
        ("ask_to_slow_down", ask_to_slow_down()),
        ("report_floor_sound", report_floor_sound(false)),
        ("start_recording", start_recording()),
        ("stop_recording", stop_recording()),
        ("consent_to_recording", consent_to_recording(true)),
        ("call_for_help", call_for_help(Trouble::NoSound)),
        ("withdraw_call", withdraw_call()),
        ("answer_call", answer_call("ivan")),
        ("settle_call", settle_call("ivan")),
    ]
}

fn of_the_chat() -> Vec<(&'static str, Command)> {
    vec![
        ("send_message", send_message("Good morning")),
        ("edit_message", edit_message("m9", "Good day")),
        ("delete_message", delete_message("m9", "off topic")),
        ("pin_message", pin_message("m9")),
        ("unpin_message", unpin_message("m9")),
        ("set_slow_mode", set_slow_mode("main", 5_000)),
        ("set_pre_moderation", set_pre_moderation("main", true)),
        ("approve_message", approve_message("m9")),
        ("decline_message", decline_message("m9", "off topic")),
        ("close_room", close_room("main")),
        ("reopen_room", reopen_room("main")),
        ("mute_person", mute_person("olga", "off topic")),
        ("unmute_person", unmute_person("olga")),
        ("announce", announce(&[("en", "Lunch is served")])),
        ("take_down_announcement", take_down("n9")),
        ("open_questions", open_questions()),
        ("close_questions", close_questions()),
        ("ask_question", ask("What follows from this?")),
        ("withdraw_question", withdraw_question("q")),
        ("show_question", show_question("w")),
        ("decline_question", decline_question("w", "asked already")),
        ("answer_question", answer_question("q")),
        ("archive_question", archive_question("q")),
        ("pin_question", pin_question("q")),
        ("unpin_question", unpin_question("q")),
        ("promote_question", promote_question("q")),
        ("vote_for_question", vote_for("q")),
        ("take_vote_back", take_vote_back("q")),
        ("start_timer", start_timer("paul", 60_000)),
        ("stop_timer", stop_timer()),
        ("give_floor_on_stage", give_floor_on_stage("paul", 60_000)),
        ("ask_for_hands", hands(Entitled::Delegations)),
        ("open_poll", poll(Entitled::Everyone, false, false, None)),
        ("cast_ballot", cast("v", &[0])),
        ("take_ballot_back", take_ballot_back("v")),
        ("close_poll", close_poll("v")),
        ("publish_poll", publish_poll("v")),
        ("withdraw_poll", withdraw_poll("v")),
        ("add_item", add_item(film(), None, 0)),
        ("change_item", change_item("planned-3", film(), 0)),
        ("move_item", move_item("planned-3", 1, 0)),
        ("remove_item", remove_item("planned-3", 0)),
        ("start_item", start_item("planned-1", 0)),
        ("finish_item", finish_item("planned-1", 0)),
        ("mark_moment", mark_moment("data")),
        ("note_at_mark", note_at_mark("mark9", "data")),
        ("remove_mark", remove_mark("mark9")),
        ("write_summary", write_summary("t9", "en", "Data are shared", None)),
        ("take_captions", take_captions(None)),
        ("leave_captions", leave_captions()),
        ("caption", caption("Thank you, Chair.")),
        ("correct_caption", correct_caption("caption9", "Thank you, Madam Chair.")),
    ]
}

fn rows() -> Vec<(&'static str, Vec<bool>)> {
    let rows = TABLE.trim().lines().skip(1).map(|line| {
        let mut words = line.split_whitespace();
        (words.next().unwrap(), words.map(|mark| mark == "x").collect())
    });
    rows.collect()
}

#[test]
fn each_role_may_give_the_commands_of_the_table_and_no_other() {
    let meeting = given([list_opened("main"), opened()]).meeting;
    let context = Context { now_ms: START_MS, next_seq: meeting.seq + 1, lot: 0 };
    for ((tag, allowed), (_, command)) in rows().into_iter().zip(every_command()) {
        assert_eq!(allowed.len(), COLUMNS.len());
        for ((role, person), allowed) in COLUMNS.into_iter().zip(allowed) {
            assert_eq!(access::roles(&command).contains(&role), allowed, "{tag} by {role:?}");
            let decided = meeting.decide(&context, &Intent::Participant(id(person), command.clone()));
            assert_eq!(decided != Err(Refusal::NotAllowed {}), allowed, "{tag} by {person}");
        }
    }
}

#[test]
fn the_table_has_a_row_for_every_command() {
    let families = [
        programme::Command::VARIANTS,
        speakers::Command::VARIANTS,
        texts::Command::VARIANTS,
        prerecorded::Command::VARIANTS,
        floor::Command::VARIANTS,
        points_of_order::Command::VARIANTS,
        motions::Command::VARIANTS,
        undo::Command::VARIANTS,
        microphones::Command::VARIANTS,
        interpretation::Command::VARIANTS,
        recording::Command::VARIANTS,
        help::Command::VARIANTS,
        chat::Command::VARIANTS,
        questions::Command::VARIANTS,
        panel::Command::VARIANTS,
        polls::Command::VARIANTS,
        run_sheet::Command::VARIANTS,
        notes::Command::VARIANTS,
        captions::Command::VARIANTS,
    ];
    let tags = families.concat();
    assert_eq!(rows().iter().map(|(tag, _)| *tag).collect::<Vec<_>>(), tags);
    for ((tag, command), expected) in every_command().iter().zip(tags) {
        assert_eq!(
            (*tag, serde_json::to_value(command).unwrap()["type"].as_str()),
            (expected, Some(expected))
        );
    }
}

#[test]
fn whoever_has_no_role_in_the_session_may_do_nothing() {
    for (_, command) in every_command() {
        given([opened()]).when("stranger", command).then(Refusal::NotInSession {});
    }
}

#[test]
fn a_person_with_two_roles_has_the_rights_of_both() {
    let person = crate::sample::person("maya", &[Role::Interpreter, Role::Moderator], None, "fr");
    assert!(access::may(&person, &open_session()));
    let rights = [
        access::Right::Preside,
        access::Right::Interpret,
        access::Right::CallForHelp,
        access::Right::TakePart,
    ];
    assert_eq!(access::rights(&person), rights);
}

#[test]
fn a_panellist_without_a_seat_may_not_speak_for_one() {
    let story = given([list_opened("main"), opened()]);
    let paul = story.meeting.roster.person(&id("paul")).unwrap();
    assert_eq!(access::rights(paul), [access::Right::TakePart]);
    story.when("paul", request_floor("main")).then(Refusal::NoSeat {});
}
