//! A server that runs as several nodes: people at one and at another, and microphones that go over.

use std::collections::BTreeSet;

use plenary::meeting::command::Housekeeping;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::presence::{self, Presence};
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::sound::microphones::{self, Reported};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::ids::PersonId;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, id};
use crate::words::*;

fn arrive_at(node: &str, person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Arrive(id(person), Some(id(node))))
}

fn leave_at(node: &str, person: &str) -> Housekeeping {
    Housekeeping::Presence(Presence::Leave(id(person), Some(id(node))))
}

fn arrived_at(node: &str, person: &str) -> Event {
    Event::Presence(presence::Event::PersonArrived { person: id(person), node: Some(id(node)) })
}

fn left_at(node: &str, person: &str) -> Event {
    Event::Presence(presence::Event::PersonLeft { person: id(person), node: Some(id(node)) })
}

fn reported(node: &str, person: &str, connected: bool) -> Housekeeping {
    Housekeeping::Microphone(Reported { person: id(person), connected, node: Some(id(node)) })
}

fn connected_at(node: &str, person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneConnected { person: id(person), node: Some(id(node)) })
}

fn lost_at(node: &str, person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneLost { person: id(person), node: Some(id(node)) })
}

/// All that is shown to anybody.
fn shown(story: &Story) -> Vec<String> {
    let people = story.meeting.roster.people().map(|person| Scope::Person(person.id.clone()));
    let shared =
        [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Interpreters, Scope::Technicians, Scope::Record];
    shared.into_iter().chain(people).map(|scope| story.shown_to(&scope)).collect()
}

/// What comes next is stored, and nobody sees anything of it.
fn unseen(before: Story, asked: Housekeeping, expected: Event) -> Story {
    let after = before.clone().after(MINUTE_MS).housekeeping(asked).then([expected.clone()]);
    assert_eq!(shown(&after), shown(&before));
    let touched: BTreeSet<Key> = expected.touched(&before.meeting, &after.meeting);
    assert_eq!(touched, BTreeSet::new(), "{expected:?}");
    after
}

#[test]
fn a_person_is_present_while_at_one_node_at_least_and_nobody_sees_at_which() {
    let story = given([]).housekeeping(arrive_at("a", "alice")).then([arrived_at("a", "alice")]);
    let came_ms = story.now_ms;
    let story = unseen(story, arrive_at("b", "alice"), arrived_at("b", "alice"));
    let story = story.housekeeping(arrive_at("b", "alice")).then([]);
    let story = unseen(story, leave_at("a", "alice"), left_at("a", "alice"));
    assert_eq!(story.meeting.presence.present.get(&id::<PersonId>("alice")), Some(&came_ms), "all the time");
    let story = story.housekeeping(leave_at("a", "alice")).then([]);
    let story = story.housekeeping(leave_at("b", "alice")).then([left_at("b", "alice")]);
    assert_eq!(story.seen(&Key::Attendance)["people"], 0);
    assert!(!story.meeting.presence.is_seated(&id("egypt")));
}

#[test]
fn who_leaves_one_of_two_nodes_stays_on_air() {
    let story = given(["ivan", "clara"].map(|person| arrived_at("a", person))).happens([opened()]);
    let story = story.housekeeping(reported("a", "ivan", true)).when("ivan", go_on_air(Output::A));
    let story = unseen(story, arrive_at("b", "ivan"), arrived_at("b", "ivan"));
    let story = unseen(story, leave_at("a", "ivan"), left_at("a", "ivan"));
    assert!(story.meeting.on_air(&id("ivan")).is_some());
    let story = story.housekeeping(leave_at("b", "ivan")).then_tags(&["person_left", "interpreter_off_air"]);
    assert!(story.meeting.on_air(&id("ivan")).is_none());
}

#[test]
fn those_of_an_older_log_are_at_no_node_and_leave_it_once_they_are_at_one() {
    let story = given([arrived("alice")]);
    let story = unseen(story, arrive_at("a", "alice"), arrived_at("a", "alice"));
    let story = unseen(story, leave("alice"), left("alice"));
    story.housekeeping(leave_at("a", "alice")).then([left_at("a", "alice")]);
}

#[test]
fn who_was_withdrawn_is_at_no_node() {
    let story = given([arrived_at("a", "adam"), arrived_at("b", "adam")]);
    let mut without = crate::sample::charter();
    without.people.retain(|person| person.id != id("adam"));
    let story = story.housekeeping(convene(without));
    assert_eq!(story.meeting.presence.at.nodes().count(), 0);
    assert_eq!(story.meeting.broken_invariant(), None);
}

#[test]
fn a_microphone_is_connected_at_the_node_where_it_was_heard_last() {
    let people = ["clara", "alice"].map(|person| arrived_at("a", person));
    let story = given(people).happens([list_opened("main"), opened(), requested("r", "alice")]);
    let story = story.happens([agreed("alice"), given_floor("t", "r", "alice")]);
    let story = story.housekeeping(reported("a", "alice", true)).then([connected_at("a", "alice")]);
    let since_ms = story.meeting.microphones.connected.get(&id::<PersonId>("alice")).copied();
    let story = unseen(story, reported("b", "alice", true), connected_at("b", "alice"));
    assert_eq!(story.meeting.microphones.connected.get(&id::<PersonId>("alice")).copied(), since_ms);
    let story = story.housekeeping(reported("a", "alice", false)).then([]);
    let story = story.housekeeping(reported("b", "alice", true)).then([]);
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["connected"], true);
    // Where it no longer is, nothing is lost, whoever stored so.
    let story = story.happens([lost_at("a", "alice")]);
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["connected"], true);
    let story = story.housekeeping(reported("b", "alice", false)).then([lost_at("b", "alice")]);
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["connected"], false);
}

#[test]
fn a_microphone_that_went_over_is_lost_with_its_own_node_alone() {
    let story = given(["ivan", "clara"].map(|person| arrived_at("a", person))).happens([opened()]);
    let story = story.housekeeping(reported("a", "ivan", true)).when("ivan", go_on_air(Output::A));
    let story = unseen(story, reported("b", "ivan", true), connected_at("b", "ivan"));
    let story = story.housekeeping(reported("a", "ivan", false)).then([]);
    assert!(story.meeting.on_air(&id("ivan")).is_some(), "the node that it left has died");
    let story = story.housekeeping(reported("b", "ivan", false));
    story.then_tags(&["microphone_lost", "interpreter_off_air"]);
}
