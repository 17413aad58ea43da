//! The run sheet: where a session is, what comes next, and whether it is late.

use plenary::meeting::hall::run_sheet::Item;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::ids::Wording;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id};
use crate::words::*;

fn sheet(story: &Story) -> Value {
    story.seen(&Key::RunSheet)
}

fn ids(story: &Story) -> Vec<String> {
    let sheet = sheet(story);
    let items = sheet["items"].as_array().unwrap();
    items.iter().map(|item| item["id"].as_str().unwrap().trim_start_matches("planned-").to_owned()).collect()
}

fn item(story: &Story, number: usize) -> Value {
    sheet(story)["items"][number].clone()
}

fn cue(story: &Story, person: &str) -> Value {
    story.seen(&Key::Cue(id(person)))
}

#[test]
fn it_comes_from_the_conference_file_and_those_alone_see_it_who_run_the_session() {
    let story = given([]);
    assert_eq!(ids(&story), ["1", "2", "3", "4"]);
    assert_eq!((&sheet(&story)["version"], &sheet(&story)["next"]), (&json!(0), &json!("planned-1")));
    assert!(story.shown_to(&Scope::Desk).contains("thank the host"));
    for scope in [Scope::Everyone, Scope::Booths, Scope::Person(id("paul"))] {
        assert!(!story.shown_to(&scope).contains("run_sheet"), "{scope}");
    }
}

#[test]
fn beginning_an_item_ends_the_one_under_way_and_each_has_its_time() {
    let story = given([opened()]).when("maya", start_item("planned-1", 0)).then([item_started("planned-1")]);
    let story = story.after(6 * MINUTE_MS).when("maya", start_item("planned-2", 1));
    let story = story.then([item_finished("planned-1"), item_started("planned-2")]);
    assert_eq!(
        (&item(&story, 0)["progress"], &item(&story, 0)["spent_ms"]),
        (&json!("done"), &json!(6 * MINUTE_MS))
    );
    assert_eq!(
        (&item(&story, 1)["progress"], &item(&story, 1)["running_since_ms"]),
        (&json!("current"), &json!(story.now_ms))
    );
    assert_eq!(sheet(&story)["next"], "planned-3");
    let story = story.when("maya", start_item("planned-2", 3)).then(Refusal::ItemUnderWay {});
    let story = story.when("maya", finish_item("planned-1", 3)).then(Refusal::ItemNotUnderWay {});
    let story =
        story.after(MINUTE_MS).when("sam", finish_item("planned-2", 3)).then([item_finished("planned-2")]);
    assert_eq!((&sheet(&story)["current"], &item(&story, 1)["spent_ms"]), (&Value::Null, &json!(MINUTE_MS)));
    // One that was over goes on with the time that it has had.
    let story = story
        .when("maya", start_item("planned-1", 4))
        .after(MINUTE_MS)
        .when("maya", finish_item("planned-1", 5));
    assert_eq!(item(&story, 0)["spent_ms"], 7 * MINUTE_MS);
}

#[test]
fn what_is_next_follows_the_item_under_way_and_comes_back_to_what_was_left_out() {
    let story = given([opened()]).when("maya", start_item("planned-3", 0));
    assert_eq!(sheet(&story)["next"], "planned-4");
    let story = story.when("maya", start_item("planned-4", 1));
    assert_eq!(sheet(&story)["next"], "planned-1");
    let story = story.when("maya", start_item("planned-1", 3)).when("maya", start_item("planned-2", 5));
    assert_eq!(sheet(&story)["next"], Value::Null);
}

#[test]
fn the_rest_can_begin_when_the_item_under_way_is_due_to_be_over() {
    let mut charter = charter();
    charter.booths[1].until_ms = Some(START_MS + 40 * MINUTE_MS);
    let story = Story::unconvened().housekeeping(convene(charter));
    let rest = |story: &Story| {
        (sheet(story)["rest_from_ms"].clone(), sheet(story)["rest_ms"].as_i64().unwrap() / MINUTE_MS)
    };
    assert_eq!(rest(&story), (json!(START_MS), 30));
    assert_eq!(sheet(&story)["ends_at_ms"], START_MS + 45 * MINUTE_MS);
    assert_eq!(sheet(&story)["booths_until_ms"], START_MS + 40 * MINUTE_MS);
    let story = story.after(2 * MINUTE_MS).happens([opened()]);
    assert_eq!(rest(&story), (json!(START_MS + 2 * MINUTE_MS), 30));
    let story = story.when("maya", start_item("planned-1", 0)).after(MINUTE_MS);
    assert_eq!(rest(&story), (json!(START_MS + 7 * MINUTE_MS), 25));
    let story = story.when("maya", suspend_session("")).after(10 * MINUTE_MS);
    assert_eq!(rest(&story), (Value::Null, 25));
    let story = story.when("maya", resume_session());
    assert_eq!(rest(&story), (json!(START_MS + 17 * MINUTE_MS), 25));
    let story = story.when("maya", finish_item("planned-1", 1));
    assert_eq!(rest(&story), (json!(START_MS + 13 * MINUTE_MS), 25));
}

#[test]
fn it_stands_still_with_the_meeting_and_ends_with_the_session() {
    let story = given([opened()]).when("maya", start_item("planned-1", 0)).after(MINUTE_MS);
    let story = story.when("maya", suspend_session("")).after(MINUTE_MS);
    assert_eq!(
        (&item(&story, 0)["spent_ms"], &item(&story, 0)["running_since_ms"]),
        (&json!(MINUTE_MS), &Value::Null)
    );
    let story =
        story.when("maya", start_item("planned-2", 1)).then(Refusal::WrongPhase { phase: Phase::Suspended });
    let story = story.when("maya", resume_session()).after(MINUTE_MS).when("clara", close_session());
    assert_eq!(
        (&item(&story, 0)["progress"], &item(&story, 0)["spent_ms"]),
        (&json!("done"), &json!(2 * MINUTE_MS))
    );
    story.when("maya", move_item("planned-1", 2, 1)).then(Refusal::WrongPhase { phase: Phase::Closed });
}

#[test]
fn it_is_changed_while_it_runs() {
    let story = given([opened()]).when("sam", add_item(film(), Some(2), 0)).then_tags(&["item_added"]);
    assert_eq!(ids(&story), ["1", "i3", "2", "3", "4"]);
    let story = story.when("sam", move_item("i3", 4, 1)).then_tags(&["item_moved"]);
    assert_eq!(ids(&story), ["1", "2", "3", "i3", "4"]);
    let longer = Item { planned_ms: 4 * MINUTE_MS, note: "lights".to_owned(), ..film() };
    let story = story.when("maya", change_item("i3", longer.clone(), 2));
    assert_eq!(
        (&item(&story, 3)["planned_ms"], &item(&story, 3)["note"]),
        (&json!(4 * MINUTE_MS), &json!("lights"))
    );
    let story = story.when("maya", change_item("i3", longer, 3)).then(Refusal::Unchanged {});
    let story = story
        .when("maya", start_item("i3", 3))
        .when("maya", remove_item("i3", 4))
        .then(Refusal::ItemUnderWay {});
    let story = story.when("maya", remove_item("planned-4", 4)).then_tags(&["item_removed"]);
    assert_eq!(ids(&story), ["1", "2", "3", "i3"]);
}

#[test]
fn two_who_change_it_at_once_do_not_undo_each_other() {
    let story =
        given([opened()]).when("maya", start_item("planned-1", 0)).when("sam", start_item("planned-1", 0));
    let items = (1..5).map(|number| id(&format!("planned-{number}"))).collect();
    let stale = Refusal::StaleSheet { version: 1, items, current: Some(id("planned-1")) };
    let story = story.then(stale.clone()).when("sam", remove_item("planned-4", 0)).then(stale.clone());
    story.when("sam", add_item(film(), None, 0)).then(stale);
}

#[test]
fn a_panellist_is_told_that_they_are_next_where_the_item_says_so() {
    let story = given([]);
    assert_eq!(cue(&story, "paul"), Value::Null);
    let story = story.happens([opened()]).when("maya", start_item("planned-1", 0));
    assert_eq!(cue(&story, "paul")["planned_ms"], 10 * MINUTE_MS);
    assert!(story.shown_to(&Scope::Person(id("paul"))).contains("\"cue\""));
    assert!(!story.shown_to(&Scope::Everyone).contains("\"cue\""));
    let quiet = Item { tells: false, ..charter().session.run_sheet[1].clone() };
    let unsaid = story.clone().when("maya", change_item("planned-2", quiet, 1));
    assert_eq!(cue(&unsaid, "paul"), Value::Null);
    let story = story.when("maya", start_item("planned-2", 1));
    assert_eq!(cue(&story, "paul"), Value::Null, "they speak now");
}

#[test]
fn the_conference_file_changes_it_until_somebody_else_has() {
    let mut revised = charter();
    revised.session.run_sheet.truncate(2);
    let convene = || convene(revised.clone());
    assert_eq!(ids(&given([opened()]).housekeeping(convene())), ["1", "2"]);
    let story = given([opened()]).when("maya", start_item("planned-1", 0)).housekeeping(convene());
    assert_eq!(ids(&story), ["1", "2", "3", "4"]);
}

#[test]
fn an_item_has_its_bounds() {
    let story = given([opened()]);
    let refused = |item: Item, refusal: Refusal| {
        drop(story.clone().when("maya", add_item(item, None, 0)).then(refusal))
    };
    let range = |field, min, max| Refusal::OutOfRange { field, min, max };
    refused(Item { planned_ms: 29_999, ..film() }, range(Field::PlannedMs, 30_000, 180 * MINUTE_MS));
    refused(
        Item { planned_ms: 180 * MINUTE_MS + 1, ..film() },
        range(Field::PlannedMs, 30_000, 180 * MINUTE_MS),
    );
    refused(Item { note: "x".repeat(501), ..film() }, Refusal::TooLong { field: Field::Note, max: 500 });
    refused(Item { person: Some(id("nobody")), ..film() }, unknown(Field::Person));
    let long = Wording([(id("en"), "x".repeat(201))].into());
    refused(Item { title: long, ..film() }, Refusal::TooLong { field: Field::Title, max: 200 });
    let place = story.clone().when("maya", add_item(film(), Some(6), 0));
    place.then(range(Field::ToPlace, 1, 5));
    let story = story.when("maya", move_item("planned-9", 1, 0)).then(unknown(Field::Item));
    story.when("maya", move_item("planned-1", 1, 0)).then(Refusal::Unchanged {});
}
