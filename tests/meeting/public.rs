//! What the public sees, and that it is all.

use plenary::meeting::charter::Charter;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::programme;
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::view;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id};
use crate::words::*;

/// The sample session, whose conference lets the public listen, in which these events have happened.
fn public(events: impl IntoIterator<Item = Event>) -> Story {
    let charter = Charter { public_listening: true, ..charter() };
    given([Event::Programme(programme::Event::CharterRevised { charter: Box::new(charter) })]).happens(events)
}

fn seen(story: &Story) -> Value {
    serde_json::to_value(view::public(&story.meeting).expect("the public may listen")).unwrap()
}

#[test]
fn a_conference_that_does_not_let_the_public_listen_shows_it_nothing() {
    assert_eq!(view::public(&given([opened()]).meeting), None);
    assert_eq!(view::public(&Story::unconvened().meeting), None);
}

#[test]
fn the_public_reads_a_new_time_and_what_it_was_and_the_title_as_it_is_right() {
    let later_ms = START_MS + 30 * MINUTE_MS;
    let story = public([])
        .when("sam", reschedule(later_ms, later_ms + 45 * MINUTE_MS, "late", None))
        .when("sam", correct_title("fr", "Ouverture", None));
    let session = &seen(&story)["session"];
    assert_eq!((&session["starts_at_ms"], &session["title"]["fr"]), (&json!(later_ms), &json!("Ouverture")));
    assert_eq!(session["rescheduled"]["was_starts_at_ms"], START_MS);
}

#[test]
fn the_public_sees_who_has_the_floor_and_where_the_session_stands() {
    let story = public([opened(), list_opened("main"), requested("a", "alice")]);
    assert_eq!(seen(&story)["turn"], Value::Null);
    assert_eq!(seen(&story)["session"]["phase"], "open");
    let story = story.when("clara", give_floor("a", None));
    let turn = &seen(&story)["turn"];
    let alice = story.meeting.roster.person(&id("alice")).unwrap();
    assert_eq!(turn["name"], serde_json::to_value(&alice.name).unwrap());
    assert_eq!(turn["halted"], false);
    assert_eq!(seen(&story)["session"]["opened_at_ms"], START_MS);
    let story = story.after(5_000).when("clara", suspend_until(START_MS + 900_000));
    let suspended = seen(&story);
    assert_eq!(
        (&suspended["session"]["phase"], &suspended["turn"]["halted"]),
        (&json!("suspended"), &json!(true))
    );
    // Who follows from outside is told why, and when to come back.
    assert_eq!(suspended["session"]["reason"], "consultations");
    assert_eq!(suspended["session"]["until_ms"], START_MS + 900_000);
    let resumed = seen(&story.when("clara", resume_session()));
    assert_eq!(resumed["session"]["opened_at_ms"], START_MS, "in session since it was opened");
    assert_eq!((&resumed["session"]["reason"], &resumed["session"]["until_ms"]), (&json!(""), &Value::Null));
}

#[test]
fn a_point_of_order_that_is_heard_has_the_floor() {
    let story = public([arrived("carol"), opened(), list_opened("main"), requested("a", "alice")])
        .happens([given_floor("t", "a", "alice"), point_raised("p", "carol", Some("t"))]);
    assert_eq!(seen(&story)["turn"]["point_of_order"], false);
    let story = story.when("clara", recognise("p"));
    let turn = &seen(&story)["turn"];
    let tunisia = story.meeting.roster.delegation(&id("tunisia")).unwrap();
    assert_eq!(turn["plate"], serde_json::to_value(&tunisia.plate).unwrap());
    assert_eq!((&turn["point_of_order"], &turn["halted"]), (&json!(true), &json!(false)));
}

#[test]
fn nobody_but_who_has_the_floor_and_the_delegation_that_is_next_is_named_and_nothing_else_is_told() {
    let story = public([opened(), list_opened("main"), requested("a", "alice"), requested("b", "bob")])
        .happens([arrived("ivan"), arrived("bob"), arrived("olga"), microphone_connected("ivan")])
        .when("ivan", go_on_air(Output::A))
        .when("olga", send_message("Good morning"))
        .when("clara", give_floor("a", None))
        .when("clara", halt_turn("t", "a private matter"));
    let text = seen(&story).to_string();
    for person in story.meeting.roster.people().filter(|person| person.id != id("alice")) {
        for name in person.name.0.values().chain([&person.id.to_string()]) {
            assert!(!text.contains(&format!("\"{name}\"")), "{name} is told: {text}");
        }
    }
    let next = story.meeting.roster.delegation(&id("lebanon")).unwrap();
    assert_eq!(seen(&story)["next"], serde_json::to_value(&next.plate).unwrap());
    for seat in story.meeting.roster.delegations() {
        for name in seat.plate.0.values().filter(|_| ![id("egypt"), id("lebanon")].contains(&seat.id)) {
            assert!(!text.contains(name.as_str()), "{name} is told: {text}");
        }
    }
    for secret in ["Good morning", "a private matter", "request", "queue", "person", "delegation", "present"]
    {
        assert!(!text.contains(secret), "{secret} is told: {text}");
    }
}

#[test]
fn the_public_is_told_that_a_statement_was_recorded_ahead() {
    let story = public([opened(), list_opened("main"), requested("a", "alice")]);
    let live = story.clone().happens([given_floor("t", "a", "alice")]);
    let played = story
        .happens([prerecorded_received("a", "alice", "c1", 60_000), played("t", "a", "alice", "c1", 60_000)]);
    let told =
        |story: &Story| (seen(story)["turn"]["plate"].clone(), seen(story)["turn"]["prerecorded"].clone());
    assert_eq!((told(&live).1, told(&played).1), (json!(false), json!(true)));
    assert_eq!(told(&live).0, told(&played).0);
}
