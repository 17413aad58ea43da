//! The order of a list, changed by hand, and when one may expect the floor.

use plenary::meeting::event::Event;
use plenary::meeting::procedure::speakers;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::Key;
use plenary::terms::ids::Millis;
use serde_json::Value;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, STATE_TURN_MS, id};
use crate::words::*;

const CHANGEOVER_MS: Millis = 20_000;
/// Sixty percent of a State's time.
const SHORT_TURN_MS: Millis = STATE_TURN_MS * 60 / 100;

/// Egypt, Lebanon and Tunisia wait; the list has version 3.
fn three_wait() -> Story {
    given([list_opened("main"), opened()]).happens([
        requested("a", "alice"),
        requested("b", "bob"),
        requested("c", "carol"),
    ])
}

fn expected(story: &Story, request: &str) -> Option<(Millis, Millis)> {
    let seen = story.seen(&Key::Request(id(request)));
    let after_start = |at: &Value| at.as_i64().map(|at_ms| at_ms - START_MS);
    Some((after_start(&seen["expected"]["earliest_ms"])?, after_start(&seen["expected"]["latest_ms"])?))
}

#[test]
fn the_order_is_that_of_asking_until_it_is_changed_by_hand_with_a_reason() {
    // Domain, section 2: every manual move is logged with actor and reason.
    let story = three_wait().when("sam", move_to("c", 1, 3, "by rank")).then([moved("c", 3, 1, "by rank")]);
    assert_eq!(story.queue("main"), ["c", "a", "b"]);
    let seen = story.seen(&Key::Move(id("main"), 0));
    assert_eq!(
        (&seen["from_place"], &seen["to_place"], &seen["reason"]),
        (&3.into(), &1.into(), &"by rank".into())
    );
    assert_eq!(seen["by"]["en"], "name of sam (en)");
}

#[test]
fn a_request_can_be_moved_to_the_end_and_to_where_it_stands() {
    assert_eq!(three_wait().when("sam", move_to("a", 3, 3, "x")).queue("main"), ["b", "c", "a"]);
    assert_eq!(three_wait().when("sam", move_to("b", 2, 3, "x")).queue("main"), ["a", "b", "c"]);
}

#[test]
fn of_two_who_move_at_once_the_second_is_refused_with_the_list_as_it_is_now() {
    three_wait()
        .when("sam", move_to("c", 1, 3, "by rank"))
        .when("maya", move_to("b", 1, 3, "balance"))
        .then(Refusal::StaleList { version: 4, queue: vec![id("c"), id("a"), id("b")] });
}

#[test]
fn any_change_of_the_queue_makes_an_older_move_stale() {
    let changes = [
        requested("d", "dina"),
        withdrawn("b"),
        declined("b", "late"),
        sent_to_written("b"),
        passed_over("b"),
        given_floor("t", "b", "bob"),
    ];
    for change in changes {
        let story = three_wait().happens([change]).when("sam", move_to("a", 1, 3, "by rank"));
        assert!(matches!(story.outcome(), Err(Refusal::StaleList { version: 4, .. })));
    }
}

#[test]
fn a_call_and_the_closing_of_the_list_leave_the_order_and_its_version() {
    let story = three_wait().happens([called("a"), list_closed("main")]);
    story.when("sam", move_to("c", 1, 3, "by rank")).then([moved("c", 3, 1, "by rank")]);
}

#[test]
fn a_place_outside_the_queue_is_refused() {
    for to_place in [0, 4, u16::MAX] {
        let out_of_range = Refusal::OutOfRange { field: Field::ToPlace, min: 1, max: 3 };
        three_wait().when("sam", move_to("a", to_place, 3, "x")).then(out_of_range);
    }
}

#[test]
fn a_move_needs_a_reason() {
    three_wait().when("sam", move_to("a", 2, 3, "")).then(Refusal::Empty { field: Field::Reason });
}

#[test]
fn nobody_knows_when_before_the_session_is_open() {
    let story = given([list_opened("main"), inscribed("a", "alice")]);
    assert_eq!(expected(&story, "a"), None);
    let story = three_wait().when("clara", suspend_session(""));
    assert_eq!(expected(&story, "a"), None);
}

#[test]
fn one_may_expect_the_floor_between_brief_and_whole_turns_of_those_before() {
    let story = three_wait();
    assert_eq!(expected(&story, "a"), Some((0, CHANGEOVER_MS)));
    assert_eq!(expected(&story, "b"), Some((SHORT_TURN_MS, STATE_TURN_MS + 2 * CHANGEOVER_MS)));
    assert_eq!(expected(&story, "c"), Some((2 * SHORT_TURN_MS, 2 * STATE_TURN_MS + 3 * CHANGEOVER_MS)));
}

#[test]
fn the_turn_in_progress_counts_with_its_extension() {
    let story = three_wait().when("clara", give_floor("a", None)).when("clara", extend_turn("t7", MINUTE_MS));
    let limit_ms = STATE_TURN_MS + MINUTE_MS;
    assert_eq!(expected(&story, "b"), Some((limit_ms * 60 / 100, limit_ms + CHANGEOVER_MS)));
}

#[test]
fn a_suspension_puts_off_what_may_be_expected() {
    let story = three_wait().happens([given_floor("t", "a", "alice")]);
    let before = expected(&story, "b").unwrap();
    let story = story.after(MINUTE_MS).when("clara", suspend_session("")).after(10 * MINUTE_MS);
    let story = story.when("clara", resume_session());
    assert_eq!(expected(&story, "b"), Some((before.0 + 10 * MINUTE_MS, before.1 + 10 * MINUTE_MS)));
}

#[test]
fn each_list_is_forecast_by_itself() {
    let request = request("x", "reply", "alice");
    let asked = Event::Speakers(speakers::Event::FloorRequested { request });
    assert_eq!(expected(&three_wait().happens([asked]), "x"), Some((0, CHANGEOVER_MS)));
}
