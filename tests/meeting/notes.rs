//! Notes of those who keep the record: marks, summaries, who has not been heard.

use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key, Scope, snapshot};
use plenary::terms::limits::{MARK_CHARS_MAX, MARKS_MAX, SUMMARY_CHARS_MAX, SUMMARY_VERSIONS_MAX};
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::id;
use crate::words::*;

/// Bob of Lebanon has the floor, in the turn `t`.
fn speaking() -> Story {
    given([list_opened("main"), opened(), requested("b", "bob"), given_floor("t", "b", "bob")])
}

#[test]
fn a_moment_is_marked_with_whose_turn_it_is() {
    let story = given([list_opened("main"), opened()]).when("rita", mark_moment("before all"));
    let first = story.meeting.notes.marks.last().unwrap().id.to_string();
    let story = story.then([marked(&first, "rita", None, "before all")]);
    let story = story.happens([requested("b", "bob"), given_floor("t", "b", "bob")]).after(1_000);
    let story = story.when("sam", mark_moment("  "));
    let second = story.meeting.notes.marks.last().unwrap().id.to_string();
    let story = story.then([marked(&second, "sam", Some("t"), "")]);
    let seen = story.seen(&Key::Mark(id(&second)));
    assert_eq!((&seen["turn"], &seen["by"]), (&json!("t"), &json!("sam")));
    let story = story.when("rita", note_at_mark(&second, "data")).then([mark_noted(&second, "data")]);
    let story = story.when("rita", note_at_mark(&second, "data")).then([]);
    let story = story.when("rita", remove_mark(&first)).then([mark_removed(&first)]);
    assert_eq!(view::render(&story.meeting, &Key::Mark(id(&first))), None);
    for command in [remove_mark(&first), note_at_mark(&first, "x")] {
        story.clone().when("rita", command).then(Refusal::Unknown { field: Field::Mark });
    }
}

#[test]
fn a_note_is_of_its_length_and_so_many_moments_are_marked() {
    let long = "x".repeat(MARK_CHARS_MAX as usize + 1);
    let too_long = || Refusal::TooLong { field: Field::Note, max: MARK_CHARS_MAX };
    given([]).when("rita", mark_moment(&long)).then(too_long());
    given([marked("m", "rita", None, "")]).when("rita", note_at_mark("m", &long)).then(too_long());
    let many = (0..MARKS_MAX).map(|number| marked(&format!("m{number}"), "rita", None, ""));
    given([]).happens(many).when("rita", mark_moment("")).then(Refusal::Full { max: MARKS_MAX });
}

#[test]
fn what_was_said_is_written_in_each_language_by_whoever_saw_what_stands() {
    let story = speaking().when("rita", write_summary("t", "en", " Data are shared. ", Some(0)));
    let story = story.then([summary_written("t", "en", "rita", "Data are shared.")]);
    let stale = Refusal::StaleSummary { turn: id("t"), language: "en".parse().unwrap(), version: 1 };
    let story = story.when("sam", write_summary("t", "en", "Data were not shared.", Some(0))).then(stale);
    let story = story.when("sam", write_summary("t", "en", "Data are shared.", Some(1))).then([]);
    let story = story.when("sam", write_summary("t", "fr", "Les données", Some(0)));
    let story = story.then([summary_written("t", "fr", "sam", "Les données")]);
    let story = story.when("sam", write_summary("t", "en", "Shared.", Some(1)));
    let story = story.then([summary_written("t", "en", "sam", "Shared.")]);
    let key = Key::Summary(id("t"), "en".parse().unwrap());
    let seen = story.seen(&key);
    assert_eq!(
        (&seen["id"], &seen["text"], &seen["version"]),
        (&json!("t-en"), &json!("Shared."), &json!(2))
    );
    let story = story.happens([turn_ended("t", Ending::Finished)]);
    let story =
        story.when("rita", write_summary("t", "en", "", None)).then([summary_written("t", "en", "rita", "")]);
    assert_eq!(view::render(&story.meeting, &key), None);
    // It goes on to count, so whoever still has what stood is told.
    let stale = Refusal::StaleSummary { turn: id("t"), language: "en".parse().unwrap(), version: 3 };
    story.when("sam", write_summary("t", "en", "Again.", Some(2))).then(stale);
}

#[test]
fn of_what_was_not_said_nothing_is_written() {
    let write = |turn: &str, language: &str, text: &str| write_summary(turn, language, text, None);
    speaking().when("rita", write("t2", "en", "x")).then(Refusal::Unknown { field: Field::Turn });
    speaking().when("rita", write("t", "de", "x")).then(Refusal::Unknown { field: Field::Language });
    let long = "x".repeat(SUMMARY_CHARS_MAX as usize + 1);
    let too_long = Refusal::TooLong { field: Field::Text, max: SUMMARY_CHARS_MAX };
    speaking().when("rita", write("t", "en", &long)).then(too_long);
    let often = (0..SUMMARY_VERSIONS_MAX).map(|at| summary_written("t", "en", "rita", &at.to_string()));
    let full = Refusal::Full { max: SUMMARY_VERSIONS_MAX };
    speaking().happens(often).when("rita", write("t", "en", "x")).then(full);
}

#[test]
fn those_who_keep_the_record_alone_see_the_notes_and_who_was_not_heard() {
    let story =
        speaking().happens([marked("m", "rita", Some("t"), ""), summary_written("t", "en", "rita", "x")]);
    let follows = |who: &str| {
        let person = story.meeting.roster.person(&id(who)).unwrap();
        view::scopes(&story.meeting, person).contains(&Scope::Record)
    };
    assert!(["rita", "sam"].into_iter().all(follows));
    assert!(!["clara", "maya", "alice", "bob", "olga", "ivan", "tom"].into_iter().any(follows));
    let held = serde_json::to_value(snapshot(&story.meeting, &Scope::Record)).unwrap();
    let held: Vec<&str> =
        held.as_array().unwrap().iter().map(|entity| entity["type"].as_str().unwrap()).collect();
    assert_eq!(held, ["mark", "summary", "unheard"]);
    let unheard = story.seen(&Key::Unheard);
    let unheard: Vec<&str> =
        unheard["delegations"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert!(unheard.contains(&"egypt") && !unheard.contains(&"lebanon"), "{unheard:?}");
}
