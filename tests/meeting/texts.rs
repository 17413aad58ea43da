//! Texts of statements: for the booths ahead, and for all once they were delivered.

use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::statements::let_go;
use plenary::meeting::view::{Key, Scope, readable_text};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::id;
use crate::words::*;

const WORDS: &str = "Madam Chair, my delegation welcomes this review.";

/// Egypt waits with the request `a`.
fn waits() -> Story {
    given([list_opened("main"), opened(), requested("a", "alice")])
}

fn who_reads(story: &Story) -> Vec<String> {
    let seats = ["egypt", "lebanon"].map(|seat| Scope::Delegation(id(seat)));
    let scopes = [Scope::Everyone, Scope::Desk, Scope::Booths].into_iter().chain(seats);
    scopes.filter(|scope| story.shown_to(scope).contains(WORDS)).map(|scope| scope.to_string()).collect()
}

#[test]
fn a_text_reaches_the_booths_ahead_and_all_once_it_was_delivered() {
    // Domain, section 2: texts reach interpreters ahead and are confidential until delivered.
    let story = waits().when("adam", give_text("a", "en", WORDS, true));
    let story = story.then([text_given("a", "en", WORDS, true)]);
    assert_eq!(who_reads(&story), ["booths"]);
    let story = story.happens([given_floor("t", "a", "alice")]);
    assert_eq!(who_reads(&story), ["booths"]);
    let story = story.happens([turn_ended("t", Ending::Stopped)]);
    assert_eq!(who_reads(&story), ["everyone"]);
    let seen = story.seen(&Key::Text(id("a"), id("en")));
    assert_eq!((&seen["mark"], &seen["official"]), (&json!("check_against_delivery"), &json!(true)));
}

#[test]
fn the_delegation_sees_that_its_text_was_received() {
    let story = waits().when("alice", give_text("a", "en", WORDS, false));
    let texts = &story.seen(&Key::Standing(id("egypt"), id("main")))["texts"];
    assert_eq!((&texts[0]["language"], &texts[0]["at_ms"]), (&json!("en"), &json!(story.now_ms)));
}

#[test]
fn delegation_and_booths_are_told_how_long_a_text_takes_at_the_pace_that_interpreters_can_follow() {
    // Domain, section 2: at most 120 words a minute.
    let words = ["word"; 360].join(" \n ");
    let story = waits().when("alice", give_text("a", "en", &words, false));
    let own = &story.seen(&Key::Standing(id("egypt"), id("main")))["texts"][0];
    assert_eq!(own["reading_ms"], json!(180_000));
    assert_eq!(story.seen(&Key::Text(id("a"), id("en")))["reading_ms"], json!(180_000));
}

#[test]
fn a_statement_filed_in_writing_enters_the_record_with_its_text() {
    // Domain, section 2: "to written" is an end state, and the text enters the record.
    let story = waits().happens([text_given("a", "en", WORDS, true), sent_to_written("a")]);
    assert_eq!(who_reads(&story), ["everyone"]);
}

#[test]
fn the_text_of_a_request_that_ends_unheard_is_gone() {
    for end in [withdrawn("a"), declined("a", "late"), lapsed("a")] {
        let story = waits().happens([text_given("a", "en", WORDS, true), end]);
        assert_eq!(who_reads(&story), [""; 0]);
        assert!(story.meeting.texts.of(&id("a")).is_empty());
    }
}

#[test]
fn of_several_languages_one_is_official_and_a_later_text_takes_the_place_of_an_earlier() {
    // Domain, section 2: if several languages, one is marked official.
    let story = waits().when("alice", give_text("a", "en", WORDS, true));
    let story = story.when("alice", give_text("a", "ar", "شكرا", true));
    let official =
        |story: &Story, language| story.seen(&Key::Text(id("a"), id(language)))["official"].clone();
    assert_eq!((official(&story, "en"), official(&story, "ar")), (json!(false), json!(true)));
    let story = story.when("alice", give_text("a", "ar", "شكرا سيدتي", false));
    assert_eq!(story.seen(&Key::Text(id("a"), id("ar")))["text"], "شكرا سيدتي");
    assert_eq!(official(&story, "ar"), json!(false));
}

#[test]
fn a_text_may_be_taken_back_while_the_request_waits() {
    let story = waits().when("alice", give_text("a", "en", WORDS, true));
    story.clone().when("alice", take_back_text("a", "fr")).then(unknown(Field::Text));
    let taken = story.clone().when("adam", take_back_text("a", "en")).then([text_taken_back("a", "en")]);
    assert_eq!(taken.seen(&Key::Text(id("a"), id("en"))), Value::Null);
    let state = RequestState::OnFloor;
    let story = story.happens([given_floor("t", "a", "alice")]);
    story.when("alice", take_back_text("a", "en")).then(Refusal::WrongRequestState { state });
}

#[test]
fn a_text_is_given_by_its_own_delegation_within_bounds() {
    let given = |text: &str| give_text("a", "en", text, true);
    waits().when("bob", given(WORDS)).then(Refusal::NotYourSeat {});
    waits().when("bob", take_back_text("a", "en")).then(Refusal::NotYourSeat {});
    waits().when("alice", given(" ")).then(Refusal::Empty { field: Field::Text });
    let too_long = Refusal::TooLong { field: Field::Text, max: 20_000 };
    waits().when("alice", given(&"x".repeat(20_001))).then(too_long);
    waits().when("alice", given(&"ش".repeat(20_000))).then_tags(&["text_given"]);
    waits().when("alice", give_text("a", "zz", WORDS, true)).then(unknown(Field::Language));
    waits().when("alice", give_text("none", "en", WORDS, true)).then(unknown(Field::Request));
}

#[test]
fn the_secretariat_gives_the_texts_of_all() {
    let story = waits().when("sam", give_text("a", "en", WORDS, true)).then_tags(&["text_given"]);
    assert_eq!(who_reads(&story), ["booths"]);
    story.clone().when("sam", take_back_text("a", "en")).then_tags(&["text_taken_back"]);
    let state = RequestState::OnFloor;
    let story = story.happens([given_floor("t", "a", "alice")]);
    story.when("sam", give_text("a", "en", WORDS, true)).then(Refusal::WrongRequestState { state });
}

#[test]
fn a_file_is_read_by_its_delegation_and_the_booths_and_by_all_once_the_statement_was_delivered() {
    let story = waits().housekeeping(hand_in_text("alice", "a", "", "f1")).then_tags(&["text_given"]);
    let readers = |story: &Story| {
        let people = story.meeting.roster.people();
        let reads = people.filter(|one| readable_text(&story.meeting, one, &id("a"), &id("en")).is_some());
        reads.map(|one| one.id.to_string()).collect::<Vec<_>>()
    };
    let ahead = ["adam", "alice", "cara", "carl", "clara", "ed", "eva", "fay", "iris", "ivan", "maya", "sam"];
    let (mut before, technicians) = (readers(&story), ["tom", "screen"]);
    before.sort();
    before.retain(|one| !technicians.contains(&one.as_str()));
    assert_eq!(before, ahead);
    let seen = story.seen(&Key::Text(id("a"), id("en")));
    assert_eq!(seen["file"], json!({"name": "f1.pdf", "kind": "pdf", "bytes": 2_000}));
    assert_eq!((&seen["text"], &seen["reading_ms"]), (&json!(""), &Value::Null));
    let own = &story.seen(&Key::Standing(id("egypt"), id("main")))["texts"][0];
    assert_eq!(own["file"]["name"], "f1.pdf");
    let story = story.happens([given_floor("t", "a", "alice"), turn_ended("t", Ending::Finished)]);
    assert_eq!(readers(&story).len(), story.meeting.roster.people().count());
}

#[test]
fn a_file_is_handed_in_by_whoever_may_give_the_text_and_what_is_read_of_it_keeps_the_bounds() {
    let hand = |person: &str, text: &str| waits().housekeeping(hand_in_text(person, "a", text, "f1"));
    hand("bob", "").then(Refusal::NotYourSeat {});
    hand("ivan", "").then(Refusal::NotAllowed {});
    hand("sam", "").then_tags(&["text_given"]);
    hand("alice", &"x".repeat(20_001)).then(Refusal::TooLong { field: Field::Text, max: 20_000 });
    let story = hand("alice", " We \t thank you.\u{c} ");
    assert_eq!(story.seen(&Key::Text(id("a"), id("en")))["text"], "We   thank you.");
}

#[test]
fn a_file_is_referred_to_as_long_as_its_text_may_be_read_or_brought_back() {
    let clips = |story: &Story| story.meeting.clips().iter().map(ToString::to_string).collect::<Vec<_>>();
    let given = || waits().housekeeping(hand_in_text("alice", "a", "", "f1"));
    let delivered = || given().happens([given_floor("t", "a", "alice"), turn_ended("t", Ending::Finished)]);
    for story in [given(), delivered(), given().when("clara", close_session())] {
        assert_eq!(clips(&story), ["f1"]);
    }
    let declined = given().when("clara", decline("a", "late"));
    assert_eq!(clips(&declined), ["f1"], "the act can be undone");
    for gone in [text_taken_back("a", "en"), text_given("a", "en", WORDS, true), withdrawn("a")] {
        let (before, after) = (given(), given().happens([gone]));
        assert_eq!(clips(&after), [""; 0]);
        assert_eq!(let_go(&before.meeting, std::iter::empty(), &after.meeting), [id("f1")]);
    }
    let other = given().housekeeping(hand_in_text("adam", "a", "", "f2"));
    assert_eq!(clips(&other), ["f2"]);
}
