//! Captions: who writes them, one at a time in each language; what is seen of them; what a machine adds.

use plenary::meeting::event::Event;
use plenary::meeting::hall::captions::{self, transcribable};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::view::{self, Key, Scope, snapshot};
use plenary::terms::ids::{Language, Seq};
use plenary::terms::limits::{CAPTION_CHARS_MAX, CAPTIONS_MAX, CAPTIONS_SHOWN, CAPTIONS_TRANSCRIBED_MAX};
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{START_MS, charter, id, person};
use crate::words::*;

/// A session with captioners who are there.
fn hall() -> Story {
    given([arrived("cara"), arrived("carl")])
}

fn arabic() -> Language {
    id("ar")
}

/// The id of a line that is written next.
fn next(story: &Story) -> String {
    numbered(story.meeting.seq + 1)
}

fn numbered(seq: Seq) -> String {
    format!("caption{seq}")
}

fn texts(story: &Story) -> Vec<String> {
    let held = serde_json::to_value(snapshot(&story.meeting, &Scope::Everyone)).unwrap();
    let mut lines: Vec<Value> =
        held.as_array().unwrap().iter().filter(|entity| entity["type"] == "caption").cloned().collect();
    lines.sort_by_key(|line| {
        line["id"].as_str().unwrap().trim_start_matches("caption").parse::<Seq>().unwrap()
    });
    lines.iter().map(|line| line["text"].as_str().unwrap().to_owned()).collect()
}

fn taken_by(person: &str) -> Refusal {
    Refusal::CaptionsTaken { person: id(person) }
}

#[test]
fn the_first_line_brings_its_writer_on_and_all_see_the_newest_lines() {
    let story = hall();
    let first = numbered(story.meeting.seq + 2);
    let story = story.when("cara", caption(" شكرا سيدي الرئيس "));
    let story = story.then([captions_taken("cara"), captioned(&first, "cara", "شكرا سيدي الرئيس")]);
    let seen = story.seen(&Key::Caption(id(&first)));
    for (field, value) in [
        ("language", json!("ar")),
        ("text", json!("شكرا سيدي الرئيس")),
        ("machine", json!(false)),
        ("corrected", json!(false)),
    ] {
        assert_eq!(seen[field], value, "{field}");
    }
    let mut story = story;
    for number in 2..=CAPTIONS_SHOWN + 1 {
        let line = next(&story);
        let text = format!("السطر {number}");
        story = story.when("cara", caption(&text)).then([captioned(&line, "cara", &text)]);
    }
    assert_eq!(texts(&story), ["السطر 2", "السطر 3", "السطر 4"]);
    assert_eq!(view::render(&story.meeting, &Key::Caption(id(&first))), None);
    assert_eq!(story.seen(&Key::Captions(arabic()))["machine"], false);
    assert_eq!(story.seen(&Key::Captioner(arabic()))["person"], "cara");
}

#[test]
fn one_at_a_time_writes_in_a_language_and_a_colleague_takes_over_from_whom_they_see() {
    let story = hall().when("cara", take_captions(None)).then([captions_taken("cara")]);
    let story = story.when("cara", take_captions(None)).then([]);
    let story = story.when("carl", take_captions(None)).then(taken_by("cara"));
    let story = story.when("carl", caption("نعم")).then(taken_by("cara"));
    let line = next(&story);
    let story = story.when("cara", caption("نعم")).then([captioned(&line, "cara", "نعم")]);
    let story = story.when("carl", correct_caption(&line, "لا")).then(taken_by("cara"));
    let story = story.when("carl", take_captions(Some("cara"))).then([captions_taken("carl")]);
    // The lines stay, and are the other's to put right.
    let story = story.when("carl", correct_caption(&line, "لا")).then([caption_corrected(&line, "لا")]);
    let story = story.when("cara", caption("نعم")).then(taken_by("carl"));
    // Whoever saw another on than is takes over from nobody.
    story.when("cara", take_captions(Some("cara"))).then(taken_by("carl"));
}

#[test]
fn whoever_leaves_the_captions_or_the_session_writes_them_no_longer() {
    let on = || hall().happens([captions_taken("cara"), captioned("c", "cara", "نعم")]);
    let story = on().when("carl", leave_captions()).then([]);
    let story = story.when("cara", leave_captions()).then([captions_ended("ar")]);
    assert_eq!(texts(&story), Vec::<String>::new());
    for key in [Key::Captions(arabic()), Key::Captioner(arabic()), Key::Caption(id("c"))] {
        assert_eq!(view::render(&story.meeting, &key), None, "{key:?}");
    }
    on().housekeeping(leave("cara")).then([left("cara"), captions_ended("ar")]);
    on().housekeeping(leave("carl")).then([left("carl")]);
    let mut without = charter();
    without.people.retain(|person| person.id.as_str() != "cara");
    let story = on().housekeeping(convene(without));
    assert_eq!(view::render(&story.meeting, &Key::Captions(arabic())), None);
    given([]).when("cara", caption("نعم")).then(Refusal::Absent { person: id("cara") });
    given([]).when("cara", take_captions(None)).then(Refusal::Absent { person: id("cara") });
}

#[test]
fn captions_end_with_the_session_and_are_written_before_it() {
    let story = hall().happens([opened(), captions_taken("cara"), captioned("c", "cara", "نعم")]);
    let story = story.when("sam", close_session()).then_tags(&["captions_ended", "session_closed"]);
    let closed = Refusal::WrongPhase { phase: Phase::Closed };
    let story = story.when("cara", caption("نعم")).then(closed.clone());
    let story = story.when("cara", take_captions(None)).then(closed);
    story.housekeeping(transcribed("ar", START_MS, "نعم")).then([]);
}

#[test]
fn a_line_is_one_line_of_bounded_length() {
    let long = "x".repeat(CAPTION_CHARS_MAX as usize + 1);
    let on = || hall().happens([captions_taken("cara"), captioned("c", "cara", "نعم")]);
    let field = Field::Text;
    for (text, refusal) in [
        (" \u{200B} ", Refusal::Empty { field }),
        ("one\ntwo", Refusal::NotOneLine { field }),
        ("one \u{202E}two", Refusal::TurnsText { field }),
        (&long, Refusal::TooLong { field, max: CAPTION_CHARS_MAX }),
    ] {
        on().when("cara", caption(text)).then(refusal.clone());
        if !matches!(refusal, Refusal::Empty { .. }) {
            on().when("cara", correct_caption("c", text)).then(refusal);
        }
    }
    let full = Refusal::Full { max: CAPTIONS_MAX };
    let story = on().happens((1..CAPTIONS_MAX).map(|at| captioned(&format!("c{at}"), "cara", "نعم")));
    let story = story.when("cara", caption("نعم")).then(full);
    story.when("cara", leave_captions()).housekeeping(transcribed("ar", START_MS, "نعم")).then([]);
}

#[test]
fn a_line_that_is_shown_is_put_right_or_taken_away() {
    let story = hall().happens([captions_taken("cara"), captioned("c", "cara", "عنم")]);
    let story = story.when("cara", correct_caption("c", "نعم")).then([caption_corrected("c", "نعم")]);
    let story = story.when("cara", correct_caption("c", "نعم")).then([]);
    let seen = story.seen(&Key::Caption(id("c")));
    assert_eq!((&seen["text"], &seen["corrected"]), (&json!("نعم"), &json!(true)));
    let story = story.when("cara", correct_caption("c", "")).then([caption_corrected("c", "")]);
    assert_eq!(view::render(&story.meeting, &Key::Caption(id("c"))), None);
    story.when("cara", correct_caption("c", "نعم")).then(Refusal::Unknown { field: Field::Caption });
}

#[test]
fn nobody_puts_right_what_was_written_in_another_language() {
    let english = Event::Captions(captions::Event::Captioned {
        caption: id("e"),
        language: id("en"),
        by: None,
        spoken_ms: Some(START_MS),
        text: "Yes".to_owned(),
    });
    let story = hall().happens([english]);
    story.when("cara", correct_caption("e", "No")).then(Refusal::Unknown { field: Field::Caption });
}

#[test]
fn a_captioner_without_a_language_writes_nothing() {
    let mut without = charter();
    let captions = None;
    let ada = plenary::terms::people::Person { captions, ..person("ada", &[Role::Captioner], None, "en") };
    without.people.push(ada);
    let story = given([]).housekeeping(convene(without)).happens([arrived("ada")]);
    for command in [take_captions(None), leave_captions(), caption("Yes"), correct_caption("c", "Yes")] {
        story.clone().when("ada", command).then(Refusal::NoCaptions {});
    }
}

#[test]
fn a_machine_writes_where_nobody_does_and_is_told_apart() {
    let story = hall();
    let line = next(&story);
    let spoken_ms = START_MS - 4_000;
    let story = story.housekeeping(transcribed("ar", spoken_ms, "  شكرا\nسيدي   الرئيس "));
    let story = story.then([Event::Captions(captions::Event::Captioned {
        caption: id(&line),
        language: arabic(),
        by: None,
        spoken_ms: Some(spoken_ms),
        text: "شكرا سيدي الرئيس".to_owned(),
    })]);
    assert_eq!(story.seen(&Key::Caption(id(&line)))["machine"], true);
    assert_eq!(story.seen(&Key::Captions(arabic()))["machine"], true);
    assert_eq!(view::render(&story.meeting, &Key::Captioner(arabic())), None);
    // A person goes before it, and goes on with its lines.
    let story = story.when("cara", correct_caption(&line, "شكرا")).then([caption_corrected(&line, "شكرا")]);
    let story = story.when("cara", take_captions(None)).then([captions_taken("cara")]);
    assert_eq!(story.seen(&Key::Captions(arabic()))["machine"], false);
    story.housekeeping(transcribed("ar", START_MS, "شكرا")).then([]);
}

#[test]
fn what_a_machine_says_is_taken_in_lines_and_not_without_end() {
    let words = "word ".repeat(100);
    let story = hall().housekeeping(transcribed("en", START_MS, &words));
    let story = story.then_tags(&["captioned"; 3]);
    let lines = texts(&story);
    assert_eq!(lines.join(" "), words.trim());
    assert!(lines.iter().all(|line| line.chars().count() <= CAPTION_CHARS_MAX as usize), "{lines:?}");
    let endless = "x".repeat(100 * CAPTION_CHARS_MAX as usize);
    let story = hall().housekeeping(transcribed("en", START_MS, &endless));
    story.then_tags(&["captioned"; CAPTIONS_TRANSCRIBED_MAX]);
    for nothing in ["", " \n ", "\u{200B}"] {
        hall().housekeeping(transcribed("en", START_MS, nothing)).then([]);
    }
    let story = hall().housekeeping(transcribed("en", START_MS, "a \u{202E}b\u{0007}"));
    assert_eq!(texts(&story), ["a b"]);
    // A language that the session has not.
    hall().housekeeping(transcribed("de", START_MS, "ja")).then([]);
}

#[test]
fn all_read_them_and_those_who_work_beside_it_know_who_writes() {
    let story = hall().happens([captions_taken("cara"), captioned("c", "cara", "نعم")]);
    assert_eq!(Key::Caption(id("c")).scope(&story.meeting), Scope::Everyone);
    assert_eq!(Key::Captions(arabic()).scope(&story.meeting), Scope::Everyone);
    assert_eq!(Key::Captioner(arabic()).scope(&story.meeting), Scope::Booths);
    let follows = |who: &str| {
        let person = story.meeting.roster.person(&id(who)).unwrap();
        view::scopes(&story.meeting, person).contains(&Scope::Booths)
    };
    assert!(["cara", "carl", "ivan", "tom", "clara", "sam"].into_iter().all(follows));
    assert!(!["alice", "olga", "rita", "paul", "screen"].into_iter().any(follows));
    assert_eq!(story.seen(&Key::You(id("cara")))["captions"], "ar");
    assert_eq!(story.seen(&Key::You(id("olga")))["captions"], Value::Null);
    // No document and no fact tells of them.
    assert_eq!(story.meeting.proceedings.len(), 0);
}

/// The languages of the channels that a machine may hear.
fn heard(story: &Story) -> Vec<String> {
    transcribable(&story.meeting).keys().map(ToString::to_string).collect()
}

#[test]
fn a_machine_hears_the_floor_in_its_language_and_an_interpreter_who_consents_to_be_recorded() {
    let story = hall();
    assert_eq!(heard(&story), Vec::<String>::new(), "the session is not open");
    let story =
        story.happens([list_opened("main"), opened(), requested("b", "bob"), given_floor("t", "b", "bob")]);
    assert_eq!(heard(&story), ["en"], "what is spoken");
    let on = on_air("arabic", "ivan", Output::A);
    let story = story.happens([arrived("ivan"), on]);
    assert_eq!(heard(&story), ["en"], "nobody asked the interpreter");
    let story = story.when("ivan", consent_to_recording(true));
    assert_eq!(heard(&story), ["ar", "en"]);
    let taken = story.clone().when("cara", take_captions(None));
    assert_eq!(heard(&taken), ["en"], "somebody writes in Arabic");
    let story = story.when("ivan", consent_to_recording(false));
    assert_eq!(heard(&story), ["en"]);
    let story = story.when("sam", suspend_session("a pause"));
    assert_eq!(heard(&story), Vec::<String>::new());
}
