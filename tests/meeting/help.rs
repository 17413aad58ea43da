//! Calls for a technician: who calls, who comes, who sees it.

use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::help::Trouble;
use plenary::meeting::view::{self, Key, Scope};
use serde_json::{Value, json};

use crate::harness::given;
use crate::sample::{START_MS, charter, id};
use crate::words::*;

#[test]
fn a_call_is_answered_and_settled_by_a_technician() {
    let story = given([]).when("ivan", call_for_help(Trouble::NoSound));
    let story = story.then([help_called("ivan", Trouble::NoSound)]);
    let seen = story.seen(&Key::HelpCall(id("ivan")));
    let called = json!({"type": "help_call", "id": "ivan", "trouble": "no_sound", "called_at_ms": START_MS});
    assert_eq!(seen["answered_by"], Value::Null);
    for field in ["type", "id", "trouble", "called_at_ms"] {
        assert_eq!(seen[field], called[field], "{field}");
    }
    let story = story.when("tom", answer_call("ivan")).then([call_answered("ivan", "tom")]);
    assert_eq!(story.seen(&Key::HelpCall(id("ivan")))["answered_by"], "tom");
    let story = story.when("tom", answer_call("ivan")).then([]);
    let story = story.when("tom", settle_call("ivan")).then([call_settled("ivan", "tom")]);
    assert_eq!(view::render(&story.meeting, &Key::HelpCall(id("ivan"))), None);
}

#[test]
fn whoever_calls_again_for_the_same_waits_on_and_for_something_else_calls_anew() {
    let story = given([]).when("clara", call_for_help(Trouble::BadSound)).when("tom", answer_call("clara"));
    let story = story.after(1_000).when("clara", call_for_help(Trouble::BadSound)).then([]);
    let story = story.when("clara", call_for_help(Trouble::Microphone));
    let story = story.then([help_called("clara", Trouble::Microphone)]);
    let seen = story.seen(&Key::HelpCall(id("clara")));
    assert_eq!((&seen["called_at_ms"], &seen["answered_by"]), (&json!(START_MS + 1_000), &Value::Null));
}

#[test]
fn only_ones_own_call_is_withdrawn() {
    let story = given([]).when("ivan", call_for_help(Trouble::Other));
    let story = story.when("iris", withdraw_call()).then([]);
    story.when("ivan", withdraw_call()).then([call_withdrawn("ivan")]);
}

#[test]
fn nobody_answers_a_call_that_is_not_there() {
    for command in [answer_call("ivan"), settle_call("ivan")] {
        given([]).when("tom", command).then(Refusal::Unknown { field: Field::Person });
    }
}

#[test]
fn technicians_those_who_call_them_and_the_desk_see_it_and_nobody_else_does() {
    let story = given([help_called("ivan", Trouble::NoSound)]);
    let key = Key::HelpCall(id("ivan"));
    assert_eq!(key.scope(&story.meeting), Scope::Technicians);
    let sees = |person: &str| {
        let person = story.meeting.roster.person(&id(person)).unwrap();
        view::scopes(&story.meeting, person).contains(&Scope::Technicians)
    };
    for person in ["tom", "ivan", "iris", "cara", "clara", "sam", "maya"] {
        assert!(sees(person), "{person}");
    }
    for person in ["alice", "olga", "rita", "paul", "screen"] {
        assert!(!sees(person), "{person}");
    }
}

#[test]
fn whoever_is_in_the_session_no_longer_calls_nobody_and_is_on_no_call() {
    let called = [help_called("ivan", Trouble::NoSound), help_called("clara", Trouble::Other)];
    let story = given(called).happens([call_answered("clara", "tom")]);
    let mut without = charter();
    without.people.retain(|person| !["ivan", "tom"].contains(&person.id.as_str()));
    let story = story.housekeeping(convene(without));
    assert_eq!(view::render(&story.meeting, &Key::HelpCall(id("ivan"))), None);
    assert_eq!(story.seen(&Key::HelpCall(id("clara")))["answered_by"], Value::Null);
}
