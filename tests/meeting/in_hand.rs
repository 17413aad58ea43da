//! The list in hand: which list the meeting works through is an act of the desk, and who comes next follows from it.

use plenary::meeting::event::Event;
use plenary::meeting::procedure::speakers;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::Key;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::id;
use crate::words::*;

/// Egypt and Lebanon wait to make statements, Tunisia to reply.
fn both_wait() -> Story {
    let lists = given([list_opened("main"), list_opened("reply"), opened()]);
    let reply = Event::Speakers(speakers::Event::FloorRequested { request: request("c", "reply", "carol") });
    lists.happens([requested("a", "alice"), requested("b", "bob"), reply])
}

fn in_hand(story: &Story) -> (Value, Value, Value) {
    let seen = story.seen(&Key::InHand);
    (seen["list"].clone(), seen["next"].clone(), seen["others_waiting"].clone())
}

#[test]
fn the_meeting_works_through_the_first_list_until_another_is_taken_up() {
    let story = both_wait();
    assert_eq!(in_hand(&story), (json!("main"), json!("a"), json!(["reply"])));
    let story = story.when("clara", take_up_list("reply")).then([list_taken_up("reply")]);
    assert_eq!(in_hand(&story), (json!("reply"), json!("c"), json!(["main"])));
    assert_eq!(story.seen(&Key::Readiness)["request"], "c");
    let story = story.when("maya", take_up_list("main")).then([list_taken_up("main")]);
    assert_eq!(in_hand(&story), (json!("main"), json!("a"), json!(["reply"])));
}

#[test]
fn who_has_the_floor_keeps_it_and_a_statement_out_of_turn_changes_no_list() {
    let story = both_wait().when("clara", give_floor("a", None));
    let turn = story.meeting.floor.turn();
    let story = story.when("sam", take_up_list("reply")).then([list_taken_up("reply")]);
    assert_eq!(story.meeting.floor.turn(), turn);
    assert_eq!(in_hand(&story), (json!("reply"), json!("c"), json!(["main"])));
    let story = story.when("clara", give_floor("b", turn.as_ref().map(|turn| turn.as_str())));
    assert_eq!(in_hand(&story), (json!("reply"), json!("c"), json!([])));
}

#[test]
fn nobody_comes_next_where_nobody_waits_and_the_other_lists_are_named() {
    let story = both_wait().when("clara", to_written("a")).when("clara", to_written("b"));
    assert_eq!(in_hand(&story), (json!("main"), Value::Null, json!(["reply"])));
    let story = story.when("clara", to_written("c"));
    assert_eq!(in_hand(&story), (json!("main"), Value::Null, json!([])));
}

#[test]
fn the_head_of_another_list_waits_and_is_not_told_to_stand_by() {
    let standing = |story: &Story, seat: &str, list: &str| {
        story.seen(&Key::Standing(id(seat), id(list)))["state"].clone()
    };
    let story = both_wait();
    assert_eq!(standing(&story, "egypt", "main"), "stand_by");
    assert_eq!(standing(&story, "tunisia", "reply"), "on_list");
    let story = story.when("clara", take_up_list("reply"));
    assert_eq!(standing(&story, "egypt", "main"), "on_list");
    assert_eq!(standing(&story, "tunisia", "reply"), "stand_by");
}

#[test]
fn what_cannot_be_taken_up_is_refused() {
    both_wait().when("clara", take_up_list("main")).then(Refusal::Unchanged {});
    both_wait().when("clara", take_up_list("none")).then(unknown(Field::List));
    both_wait().when("clara", take_up_list("motions")).then(Refusal::MotionsList {});
    both_wait().when("alice", take_up_list("reply")).then(Refusal::NotAllowed {});
}
