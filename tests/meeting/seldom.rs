//! Refusals that are seldom met: texts that are to be one line, interpreters without a booth, an appeal that is open.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::hall::chat;
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::{Output, Source};
use plenary::terms::people::{Person, Role};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{charter, id, person};
use crate::words::*;

fn read(command: Value) -> Command {
    serde_json::from_value(command).unwrap()
}

/// An open session with a run sheet and polls, in which somebody may be added to the list.
fn in_session() -> Story {
    given([list_opened("main"), opened(), arrived("alice"), arrived("carol")])
}

fn item(title: &str, planned_ms: i64) -> Command {
    let to = json!({"kind": "other", "title": {"en": title}, "person": null, "planned_ms": planned_ms, "note": "",
                    "tells": true});
    read(json!({"type": "change_item", "item": "planned-1", "to": to, "version": 0}))
}

fn asked(question: &str, limit_ms: Option<i64>) -> Command {
    read(json!({"type": "ask_for_hands", "question": {"en": question}, "for_against": false,
                "entitled": "everyone", "limit_ms": limit_ms}))
}

#[test]
fn what_is_shown_in_one_line_is_one_line_whoever_writes_it() {
    let added = |on_behalf_of: &str| {
        read(json!({"type": "add_request", "list": "main", "delegation": "egypt", "language": "en",
                    "on_behalf_of": on_behalf_of}))
    };
    type Told<'a> = (&'a str, Field, &'a dyn Fn(&str) -> plenary::wire::command::Command);
    let told: [Told<'_>; 4] = [
        ("sam", Field::OnBehalfOf, &|text| added(text).into()),
        ("maya", Field::Question, &|text| asked(text, None).into()),
        ("maya", Field::Title, &|text| item(text, 300_000).into()),
        ("sam", Field::Name, &|text| seat_person_as("omar", "egypt", &[("en", text)]).into()),
    ];
    for (who, field, command) in told {
        let refused = |text: &str, refusal: Refusal| {
            in_session().when(who, command(text)).then(refusal);
        };
        refused("two\nlines", Refusal::NotOneLine { field });
        refused("turned \u{202e}round", Refusal::TurnsText { field });
    }
}

#[test]
fn lengths_have_bounds_also_where_they_are_changed() {
    let long = "x".repeat(201);
    let max = |field, max| Refusal::TooLong { field, max };
    in_session().when("sam", seat_person_as("omar", "egypt", &[("en", &long)])).then(max(Field::Name, 200));
    in_session().when("maya", item(&long, 300_000)).then(max(Field::Title, 200));
    let out_of_range = |field, min, max| Refusal::OutOfRange { field, min, max };
    let planned = out_of_range(Field::PlannedMs, 30_000, 3 * 3_600_000);
    in_session().when("maya", item("Welcome", 29_999)).then(planned);
    let limit = out_of_range(Field::LimitMs, 10_000, 60 * 60_000);
    in_session().when("maya", asked("Shall we go on?", Some(9_999))).then(limit);
    let held = in_session().when("sam", set_pre_moderation("main", true)).when("olga", send_message("Hello"));
    let held_message = held.outcome().as_ref().unwrap().iter().find_map(|event| {
        let Event::Chat(chat::Event::MessageHeld { message }) = event else { return None };
        Some(message.id.to_string())
    });
    let message = held_message.expect("it is held");
    held.when("sam", decline_message(&message, &"x".repeat(301))).then(max(Field::Reason, 300));
}

#[test]
fn a_name_that_is_so_already_is_corrected_no_second_time() {
    let story = given([]).when("sam", correct_name("bob", "en", "Robert", Some(0)));
    let story = story.then_tags(&["name_corrected"]);
    story.when("sam", correct_name("bob", "en", "Robert", Some(1))).then([]);
}

#[test]
fn whoever_is_muted_in_the_chat_changes_nothing_of_what_they_wrote() {
    let story = given([]).when("olga", send_message("Good morning"));
    let story = story.when("sam", mute_person("olga", "off topic"));
    story.when("olga", edit_message("m2", "Good evening")).then(Refusal::Muted {});
}

#[test]
fn an_interpreter_without_a_booth_has_nothing_to_choose_there() {
    let mut revised = charter();
    revised.people.push(Person { booth: None, ..person("zoe", &[Role::Interpreter], None, "en") });
    let story = in_session().housekeeping(convene(revised));
    let commands = [
        choose_output(Output::A),
        choose_source(Source::Floor),
        preselect_relay("en"),
        report_floor_sound(false),
        request_handover("iris", 0),
    ];
    for command in commands {
        story.clone().when("zoe", command).then(Refusal::NoBooth {});
    }
}

#[test]
fn a_booth_does_not_hear_what_it_feeds() {
    let story = in_session().happens([arrived("ivan")]).when("ivan", preselect_relay("en"));
    let story = story.when("ivan", choose_output(Output::B)).then_tags(&["output_chosen"]);
    story.when("ivan", choose_source(Source::Relay)).then(Refusal::OwnOutput { channel: id("en") });
}

#[test]
fn an_appeal_is_decided_before_any_other_point_or_motion() {
    let mut revised = charter();
    revised.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    let story = in_session().housekeeping(convene(revised));
    let story = story.happens([point_raised("p", "carol", None), point_raised("q", "alice", None)]);
    let story =
        story.when("bob", move_motion(plenary::meeting::procedure::motions::Kind::SuspendMeeting, None));
    let motion = story.meeting.motions.entries.last().unwrap().motion.id.to_string();
    let story = story.when("clara", recognise("p")).when("clara", rule_on("p", Ruling::Rejected, ""));
    let story = story.when("bob", appeal_ruling("p")).then([ruling_appealed("p", "lebanon")]);
    for command in [recognise("q"), rule_on("q", Ruling::Noted, ""), take_up(&motion)] {
        story.clone().when("clara", command).then(Refusal::AppealOpen { point: id("p") });
    }
}
