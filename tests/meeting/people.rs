//! Who is present.

use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::Key;
use plenary::terms::people::Role;

use crate::harness::given;
use crate::sample::{MINUTE_MS, id};
use crate::words::*;

#[test]
fn who_arrives_twice_arrives_once() {
    given([]).housekeeping(arrive("alice")).then([arrived("alice")]).housekeeping(arrive("alice")).then([]);
}

#[test]
fn who_leaves_without_having_come_does_not_leave() {
    given([]).housekeeping(leave("alice")).then([]);
    given([arrived("alice")]).housekeeping(leave("alice")).then([left("alice")]);
}

#[test]
fn who_is_not_in_the_session_cannot_be_present() {
    given([]).housekeeping(arrive("stranger")).then(Refusal::NotInSession {});
}

#[test]
fn a_delegation_is_present_while_any_of_its_people_is() {
    let story = given([arrived("alice"), arrived("adam"), left("alice")]);
    assert!(story.meeting.presence.is_seated(&id("egypt")));
    assert_eq!(story.seen(&Key::Delegation(id("egypt")))["present"], 1);
    assert_eq!(story.seen(&Key::Delegation(id("egypt")))["absent_since_ms"], serde_json::Value::Null);
}

#[test]
fn a_delegation_is_absent_since_the_last_of_its_people_left_and_until_one_returns() {
    let story = given([arrived("alice"), arrived("adam"), left("alice")]).after(MINUTE_MS);
    let story = story.housekeeping(leave("adam"));
    let gone_ms = story.now_ms;
    let story = story.after(MINUTE_MS);
    assert_eq!(story.seen(&Key::Delegation(id("egypt")))["absent_since_ms"], gone_ms);
    let story = story.housekeeping(arrive("alice"));
    assert_eq!(story.seen(&Key::Delegation(id("egypt")))["absent_since_ms"], serde_json::Value::Null);
}

#[test]
fn a_delegation_that_never_came_is_not_absent_since_any_time() {
    assert!(given([arrived("bob")]).meeting.presence.absent_since.is_empty());
}

#[test]
fn a_lost_connection_does_not_lose_a_request() {
    let story = given([list_opened("main"), opened(), arrived("bob"), requested("a", "bob"), left("bob")]);
    assert_eq!(story.queue("main"), ["a"]);
}

#[test]
fn a_display_is_never_counted() {
    let story = given([]).housekeeping(arrive("screen")).then([]);
    assert_eq!(story.seen(&Key::Attendance)["people"], 0);
}

#[test]
fn those_without_a_seat_are_counted_by_their_role() {
    let story = given(["olga", "ivan", "alice", "adam", "bob"].map(arrived));
    assert_eq!(story.meeting.presence.attending, [(Role::Observer, 1), (Role::Interpreter, 1)].into());
    let seen = story.seen(&Key::Attendance);
    assert_eq!((&seen["people"], &seen["delegations"], &seen["seats"]), (&5.into(), &2.into(), &4.into()));
}
