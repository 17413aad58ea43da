//! What the desk is to know: who of those who wait is ready, whether the time suffices, who spoke how long; and lists
//! that open and close by the clock.

use plenary::meeting::charter::{Charter, Region};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::Key;
use plenary::terms::people::{Gender, Role};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id, person, wording};
use crate::words::*;

fn convened(charter: Charter) -> Story {
    given([]).housekeeping(convene(charter))
}

fn three_wait() -> Story {
    let story = given([list_opened("main"), opened()]);
    story.happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")])
}

#[test]
fn the_desk_sees_who_of_those_who_wait_is_ready() {
    let preparation = |story: &Story| story.seen(&Key::Preparation(id("a")));
    let story = three_wait();
    let seen = preparation(&story);
    assert_eq!(
        (&seen["present"], &seen["speaker"], &seen["agrees"]),
        (&json!(false), &json!("alice"), &json!(false))
    );
    let story = story.happens([arrived("alice"), agreed("alice"), microphone_connected("alice")]);
    let story = story.when("alice", give_text("a", "ar", "شكرا", true));
    let seen = preparation(&story);
    assert_eq!(
        (&seen["present"], &seen["agrees"], &seen["connected"]),
        (&json!(true), &json!(true), &json!(true))
    );
    assert_eq!((&seen["texts"], &seen["language"]), (&json!(["ar"]), &json!("en")));
    assert_eq!(seen["people"].as_array().unwrap().len(), 2);
    // A colleague who is ready would speak in the place of one who left.
    let story = story.happens([arrived("adam"), agreed("adam"), left("alice")]);
    assert_eq!(preparation(&story)["speaker"], "adam");
    let story = story.after(MINUTE_MS).happens([left("adam")]);
    assert_eq!(preparation(&story)["absent_since_ms"], story.now_ms);
    // Who is absent may be waited for, passed over or filed in writing; none of these gives the floor.
    let passed = story.clone().when("clara", pass_over("a")).then([passed_over("a")]);
    assert_eq!(passed.queue("main"), ["b", "c", "a"]);
    story.when("clara", to_written("a")).then([sent_to_written("a")]);
}

#[test]
fn who_waits_no_longer_needs_no_preparation() {
    let story = three_wait().happens([given_floor("t", "a", "alice"), withdrawn("b")]);
    for request in ["a", "b"] {
        assert_eq!(story.seen(&Key::Preparation(id(request))), Value::Null);
    }
}

fn forecast(story: &Story) -> Value {
    story.seen(&Key::Forecast(id("main")))
}

#[test]
fn a_list_is_over_between_brief_and_whole_turns_of_all() {
    let seen = forecast(&three_wait());
    // Three turns of 1:48, or of 3:00 with three changeovers of 20 s.
    assert_eq!(seen["earliest_ms"], START_MS + 3 * 108_000);
    assert_eq!(seen["latest_ms"], START_MS + 3 * 180_000 + 3 * 20_000);
    assert_eq!(
        (&seen["session"], &seen["booths"], &seen["cut_ms"]),
        (&json!("surely"), &Value::Null, &Value::Null)
    );
}

#[test]
fn where_the_session_or_the_booths_would_end_first_the_cut_that_keeps_them_is_told() {
    // Domain, section 6: booth hours are finite: schedule backwards from them.
    let mut charter = charter();
    charter.session.ends_at_ms = START_MS + 9 * MINUTE_MS;
    charter.booths[0].until_ms = Some(START_MS + 6 * MINUTE_MS);
    let story = convened(charter).happens([list_opened("main"), opened()]);
    let story = story.happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")]);
    let seen = forecast(&story);
    assert_eq!((&seen["session"], &seen["booths"]), (&json!("perhaps"), &json!("perhaps")));
    // Three turns of 1:30 and a minute of changeovers are over after 5:30; of 2:00 only after 7:00.
    assert_eq!(seen["cut_ms"], 90_000);
    let story = story.when("clara", set_speaking_time("main", None, 90_000));
    let seen = forecast(&story);
    assert_eq!((&seen["booths"], &seen["cut_ms"]), (&json!("surely"), &Value::Null));
}

#[test]
fn where_no_cut_would_do_none_is_told() {
    let mut charter = charter();
    charter.session.ends_at_ms = START_MS + 3 * MINUTE_MS;
    let story = convened(charter).happens([list_opened("main"), opened()]);
    let story = story.happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")]);
    let seen = forecast(&story);
    assert_eq!((&seen["session"], &seen["cut_ms"]), (&json!("no"), &Value::Null));
}

#[test]
fn there_is_no_forecast_where_nobody_waits_or_the_session_is_not_open() {
    assert_eq!(forecast(&given([list_opened("main"), opened()])), Value::Null);
    assert_eq!(forecast(&three_wait().when("clara", suspend_session(""))), Value::Null);
}

#[test]
fn who_spoke_how_long_is_told_by_category_region_language_and_gender() {
    let mut charter = charter();
    charter.regions = vec![Region { id: "nile".to_owned(), name: wording("Nile") }];
    charter.delegations[0].region = Some("nile".to_owned());
    charter.people.iter_mut().find(|person| person.id.as_str() == "adam").unwrap().gender =
        Some(Gender::Male);
    let story = convened(charter).happens([list_opened("main"), opened()]);
    let story =
        story.happens([requested("a", "alice"), requested("d", "dina"), given_floor("t", "a", "alice")]);
    // Who speaks at the end counts.
    let story = story.after(MINUTE_MS).happens([speaker_changed("t", "adam")]).after(MINUTE_MS);
    let story = story.when("clara", give_floor("d", Some("t"))).after(30_000);
    let turn = story.meeting.floor.turn().unwrap().to_string();
    let story = story.when("clara", stop_turn(&turn));
    let seen = story.seen(&Key::Equity);
    let share = |statements: u32, spoken_ms: i64| json!({"statements": statements, "spoken_ms": spoken_ms});
    assert_eq!(seen["total"], share(2, 150_000));
    assert_eq!(seen["by_category"][0], json!({"category": "member_state", "share": share(1, 120_000)}));
    assert_eq!(seen["by_region"][0], json!({"name": null, "share": share(1, 30_000)}));
    assert_eq!(seen["by_region"][1]["name"]["en"], "Nile (en)");
    assert_eq!(seen["by_language"], json!([{"language": "en", "share": share(2, 150_000)}]));
    assert_eq!(seen["by_gender"][1], json!({"gender": "male", "share": share(1, 120_000)}));
}

#[test]
fn where_nothing_is_known_of_region_or_gender_nothing_is_told_of_them() {
    let story = three_wait().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    let seen = story.seen(&Key::Equity);
    assert_eq!((&seen["by_region"], &seen["by_gender"]), (&json!([]), &json!([])));
}

/// Inscription on the main list is open from the first minute to the tenth.
fn with_window() -> Story {
    let mut charter = charter();
    charter.lists[0].opens_at_ms = Some(START_MS + MINUTE_MS);
    charter.lists[0].closes_at_ms = Some(START_MS + 10 * MINUTE_MS);
    charter.people.push(person("nora", &[Role::Delegate], Some("tunisia"), "fr"));
    convened(charter)
}

#[test]
fn inscription_opens_and_closes_by_the_clock() {
    // Domain, section 2: inscription has opening and closing times.
    let story = with_window();
    let (at_ms, timer) = story.meeting.next_timer().unwrap();
    assert_eq!((at_ms, &timer), (START_MS + MINUTE_MS, &inscription("main")));
    let story = story.housekeeping(inscription("main")).then(Refusal::InscriptionNotDue {});
    assert_eq!(story.seen(&Key::List(id("main")))["opens_at_ms"], START_MS + MINUTE_MS);
    let story = story.after(MINUTE_MS).housekeeping(inscription("main"));
    let story = story.then([inscription_opened("main", START_MS + MINUTE_MS)]);
    let story = story.when("alice", request_floor("main")).then_tags(&["floor_requested"]);
    let story = story.housekeeping(inscription("main")).then(Refusal::InscriptionNotDue {});
    let story = story.after(9 * MINUTE_MS).housekeeping(inscription("main"));
    let story = story.then([inscription_closed("main", START_MS + 10 * MINUTE_MS)]);
    assert_eq!(story.meeting.next_timer(), None);
    let story = story.when("bob", request_floor("main")).then(Refusal::ListClosed {});
    story.housekeeping(inscription("none")).then(unknown(plenary::meeting::refusal::Field::List));
}

#[test]
fn the_chair_may_still_open_and_close_by_hand_and_a_reopening_is_announced() {
    // Domain, section 2: a rolling list during the debate; practice reopens a list by decision.
    let story = with_window().when("clara", open_list("main")).then([list_opened("main")]);
    // The window finds it open already, and has come all the same.
    let story = story.after(MINUTE_MS).housekeeping(inscription("main")).then_tags(&["inscription_opened"]);
    let story = story.when("clara", close_list("main"));
    let list = story.seen(&Key::List(id("main")));
    assert_eq!((&list["closed_at_ms"], &list["reopened_at_ms"]), (&json!(story.now_ms), &Value::Null));
    let story = story.after(MINUTE_MS).when("clara", open_list("main"));
    assert_eq!(story.seen(&Key::List(id("main")))["reopened_at_ms"], story.now_ms);
    let story = story.when("clara", close_list("main")).after(9 * MINUTE_MS);
    let closed_at_ms = story.seen(&Key::List(id("main")))["closed_at_ms"].clone();
    let story = story.housekeeping(inscription("main")).then_tags(&["inscription_closed"]);
    assert_eq!(story.seen(&Key::List(id("main")))["closed_at_ms"], closed_at_ms);
}

#[test]
fn a_window_that_has_passed_while_nobody_looked_comes_in_its_order_and_a_closed_session_has_none() {
    let story = with_window().after(60 * MINUTE_MS).housekeeping(inscription("main"));
    let story = story.then_tags(&["inscription_opened"]);
    let story = story.housekeeping(inscription("main")).then_tags(&["inscription_closed"]);
    assert_eq!(story.meeting.next_timer(), None);
    let story = with_window().happens([opened()]).when("clara", close_session());
    assert_eq!(story.meeting.next_timer(), None);
}
