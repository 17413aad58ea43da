//! Recording: the floor, and a channel only while it may be.

use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::Refusal;
use plenary::meeting::sound::interpretation::{Output, Unstaffed};
use plenary::meeting::sound::plan;
use plenary::meeting::view::{self, Key, Scope};
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{START_MS, charter, id};
use crate::words::*;

fn in_session() -> Story {
    given(["clara", "sam", "alice", "ivan", "iris", "ed", "fay"].map(arrived)).happens([opened()])
}

fn recorded(story: &Story) -> Vec<String> {
    let recorded: Vec<String> = plan::plan(&story.meeting).recorded.iter().map(ToString::to_string).collect();
    for channel in ["ar", "en", "floor", "fr"] {
        let shown = story.seen(&Key::Channel(id(channel)))["recorded"].as_bool().unwrap();
        assert_eq!(shown, recorded.iter().any(|at| at == channel), "{channel} says whether it is recorded");
    }
    recorded
}

#[test]
fn secretariat_and_chair_start_and_stop_and_everybody_sees_it() {
    let story = in_session().when("sam", start_recording()).then([recording_started()]);
    assert_eq!(story.seen(&Key::Session)["recording_since_ms"], START_MS);
    let story = story.after(5).when("clara", start_recording()).then([]);
    assert_eq!(story.seen(&Key::Session)["recording_since_ms"], START_MS);
    let story = story.when("clara", stop_recording()).then([recording_stopped()]);
    assert_eq!(story.seen(&Key::Session)["recording_since_ms"], Value::Null);
    let story = story.when("sam", stop_recording()).then([]);
    assert_eq!(recorded(&story), [""; 0]);
    assert_eq!(Key::Session.scope(&story.meeting), Scope::Everyone);
}

#[test]
fn the_floor_is_always_recorded_and_an_interpreter_only_with_their_consent() {
    let story = in_session().when("ivan", go_on_air(Output::A)).when("sam", start_recording());
    assert_eq!(recorded(&story), ["en", "floor", "fr"]);
    let story = story.when("ivan", consent_to_recording(true)).then([recording_consent("ivan", true)]);
    assert_eq!(recorded(&story), ["ar", "en", "floor", "fr"]);
    let story = story.when("ivan", consent_to_recording(true)).then([]);
    let story = story.when("ivan", consent_to_recording(false)).then([recording_consent("ivan", false)]);
    assert_eq!(recorded(&story), ["en", "floor", "fr"]);
}

#[test]
fn consent_is_each_interpreters_own() {
    let story = in_session().when("sam", start_recording()).when("ivan", go_on_air(Output::A));
    let story = story.when("iris", consent_to_recording(true));
    assert_eq!(recorded(&story), ["en", "floor", "fr"]);
    let story = story.when("ivan", request_handover("iris", 0));
    let handover = story.seen(&Key::Booth(id("arabic")))["handover"]["id"].as_str().unwrap().to_owned();
    assert_eq!(recorded(&story.when("iris", accept_handover(&handover))), ["ar", "en", "floor", "fr"]);
}

#[test]
fn a_channel_that_passes_the_floor_needs_no_consent() {
    let story = in_session().when("ed", go_on_air(Output::A)).when("sam", start_recording());
    assert_eq!(recorded(&story), ["ar", "floor", "fr"]);
    // Clara speaks English.
    assert_eq!(recorded(&story.when("clara", open_microphone(None))), ["ar", "en", "floor", "fr"]);
}

#[test]
fn a_silent_channel_is_not_recorded() {
    let mut silent = charter();
    silent.channels.iter_mut().for_each(|channel| channel.unstaffed = Unstaffed::Silence);
    let story = in_session().housekeeping(convene(silent));
    assert_eq!(recorded(&story.when("sam", start_recording())), ["floor"]);
}

#[test]
fn closing_the_session_ends_the_recording() {
    let story = in_session().when("sam", start_recording()).when("clara", close_session());
    let story = story.then([recording_stopped(), closed()]);
    story.when("sam", start_recording()).then(Refusal::WrongPhase { phase: Phase::Closed });
}

#[test]
fn that_a_channel_is_recorded_as_silence_is_shown_to_those_who_watch_it_until_it_is_well_again() {
    let shown = |story: &Story| {
        let entity = view::render(&story.meeting, &Key::Recording);
        entity.map(|entity| serde_json::to_value(entity).unwrap()["silent"].clone())
    };
    let story = in_session().housekeeping(records_silence(&["floor"])).then([]);
    assert_eq!(shown(&story), None, "nothing is recorded");
    let story = story.when("sam", start_recording()).housekeeping(records_silence(&["floor", "gone", "ar"]));
    let story = story.then([recording_silent(&["ar", "floor"])]);
    assert_eq!(shown(&story), Some(json!(["ar", "floor"])));
    assert_eq!(Key::Recording.scope(&story.meeting), Scope::Booths);
    let story = story.housekeeping(records_silence(&["ar", "floor"])).then([]);
    let well = story.housekeeping(records_silence(&[])).then([recording_silent(&[])]);
    assert_eq!(shown(&well), None);
    let again = well.housekeeping(records_silence(&["floor"])).when("sam", stop_recording());
    assert_eq!(shown(&again), None, "the recording is over");
}

#[test]
fn one_node_records_and_what_the_others_tell_of_it_is_not_taken_in() {
    let story = in_session().housekeeping(records(None, Some("a"), false)).then([]);
    let story = story.when("sam", start_recording());
    // The first that takes it up has it; its part is named after the beginning of the recording.
    let story = story.after(1).housekeeping(records(None, Some("a"), false));
    let story = story.then([recording_moved(Some("a"), START_MS)]);
    let story = story.housekeeping(records(None, Some("b"), false)).then([]);
    let story = story.housekeeping(records_silence(&["floor"])).then([]);
    // Started again, it goes on in its own files; another has files of its own.
    let story = story.housekeeping(records(Some("a"), Some("a2"), true));
    let story = story.then([recording_moved(Some("a2"), START_MS)]);
    let story = story.after(9).housekeeping(records(Some("a2"), Some("b"), false));
    let story = story.then([recording_moved(Some("b"), START_MS + 10)]);
    // Whoever stops leaves it, and the next takes it up, if no one is named later than another.
    let story = story.housekeeping(records(Some("b"), None, false));
    let story = story.then([recording_moved(None, START_MS + 10)]);
    let story = story.housekeeping(records(None, Some("c"), false));
    let story = story.then([recording_moved(Some("c"), START_MS + 11)]);
    let over = story.when("sam", stop_recording()).housekeeping(records(None, Some("a"), false));
    over.then([]);
}

#[test]
fn consent_may_be_given_at_any_time_and_ends_with_the_work() {
    let story = given([]).when("ivan", consent_to_recording(true)).then([recording_consent("ivan", true)]);
    let mut revised = charter();
    revised.people.iter_mut().find(|person| person.id == id("ivan")).unwrap().roles = vec![Role::Observer];
    let story = story.housekeeping(convene(revised));
    let story = story.housekeeping(convene(charter()));
    assert_eq!(story.seen(&Key::Booth(id("arabic")))["interpreters"][0]["consents"], json!(false));
}
