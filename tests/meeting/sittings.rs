//! A meeting that is adjourned ends the sitting, not the item; and what was closed is reopened with all who waited.

use plenary::meeting::procedure::motions::Kind;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope, public};
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id};
use crate::words::*;

/// Lebanon, Egypt and Tunisia wait in this order, moved by hand; Egypt was called, and has given a text and a recording.
fn under_way() -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    charter.public_listening = true;
    given(["clara", "sam", "alice", "bob", "carol"].map(arrived))
        .housekeeping(convene(charter))
        .happens([list_opened("main"), opened()])
        .happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")])
        .when("sam", move_to("b", 1, 3, "level"))
        .when("clara", call("a"))
        .when("alice", give_text("a", "en", "Madam Chair", true))
        .happens([prerecorded_received("a", "alice", "c1", MINUTE_MS)])
}

/// The meeting is adjourned by a motion of the chair to which nobody objects.
fn adjourned_by_consent(story: Story) -> Story {
    let story = story.when("clara", move_motion(Kind::AdjournMeeting, None));
    let motion = story.meeting.motions.entries.last().unwrap().motion.id.to_string();
    story.when("clara", carry_by_consent(&motion)).then_tags(&["motion_decided", "session_adjourned"])
}

fn reopened_by(story: Story, actor: &str) -> Story {
    let since_ms = story.meeting.programme.since_ms;
    story.when(actor, reopen_session(since_ms, "closed by mistake"))
}

fn told(story: &Story) -> Vec<String> {
    let paragraphs = story.meeting.proceedings.shown();
    let what = |fact| serde_json::to_value(fact).unwrap()["what"].as_str().unwrap().to_owned();
    paragraphs.map(|(_, paragraph)| what(&paragraph.fact)).collect()
}

#[test]
fn those_who_wait_keep_their_places_for_the_next_sitting() {
    let story = adjourned_by_consent(under_way());
    assert_eq!((story.meeting.programme.phase, story.meeting.programme.adjourned), (Phase::Closed, true));
    assert_eq!(story.queue("main"), ["b", "a", "c"]);
    let egypt = story.seen(&Key::Standing(id("egypt"), id("main")));
    assert_eq!((&egypt["state"], &egypt["place"]), (&json!("carried_over"), &json!(2)));
    assert!(egypt["expected"].is_null(), "when is not known");
    let story = reopened_by(story.after(60 * MINUTE_MS), "clara").then([reopened("closed by mistake")]);
    assert_eq!(story.queue("main"), ["b", "a", "c"]);
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Called);
    story.when("clara", give_floor("b", None)).then_tags(&["floor_given"]);
}

#[test]
fn between_two_sittings_the_lists_go_on_and_nobody_speaks() {
    let story = adjourned_by_consent(under_way());
    let story = story.when("clara", give_floor("b", None)).then(Refusal::WrongPhase { phase: Phase::Closed });
    let story = story.when("bob", withdraw("b")).when("bob", request_floor("main"));
    assert_eq!(story.queue("main").len(), 3);
    let (story, last) = (story.clone(), story.queue("main")[2].clone());
    let story = reopened_by(story, "sam");
    assert_eq!(story.queue("main"), ["a", "c", last.as_str()]);
}

#[test]
fn what_is_of_the_moment_lapses_with_the_sitting() {
    let story = under_way().happens([recording_started()]).when("bob", raise_point());
    let story = story.when("carol", move_motion(Kind::CloseDebate, Some("main")));
    let story = story.when("clara", move_motion(Kind::AdjournMeeting, None));
    let motion = story.meeting.motions.waiting()[0].motion.id.to_string();
    let story = story.when("clara", carry_by_consent(&motion)).then_tags(&[
        "motion_decided",
        "point_lapsed",
        "motion_lapsed",
        "request_lapsed",
        "recording_stopped",
        "session_adjourned",
    ]);
    assert!(story.queue("motions").is_empty());
    let story = reopened_by(story, "clara");
    assert!(story.queue("motions").is_empty(), "it is moved again");
}

#[test]
fn a_session_that_was_closed_by_mistake_is_as_it_was() {
    let before = under_way();
    let closed = before.clone().when("sam", close_session());
    assert_eq!(closed.queue("main"), Vec::<String>::new());
    assert_eq!(closed.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Lapsed);
    assert!(closed.meeting.texts.of(&id("a")).is_empty());
    let story = reopened_by(closed.after(MINUTE_MS), "sam").then([reopened("closed by mistake")]);
    assert_eq!(story.queue("main"), ["b", "a", "c"]);
    assert_eq!(story.meeting.speakers.requests, before.meeting.speakers.requests);
    assert_eq!(story.meeting.texts, before.meeting.texts);
    assert_eq!(story.meeting.prerecorded, before.meeting.prerecorded);
    let (now, was) =
        (&story.meeting.speakers.lists[&id("main")], &before.meeting.speakers.lists[&id("main")]);
    assert_eq!((now.open, &now.ended, &now.heard), (was.open, &was.ended, &was.heard));
    // What was closed by hand stays closed.
    assert!(!story.meeting.speakers.lists[&id("reply")].open);
}

#[test]
fn it_may_be_closed_and_reopened_again_and_again() {
    let mut story = under_way();
    for _ in 0..3 {
        story = reopened_by(story.when("clara", close_session()), "clara");
        assert_eq!(story.queue("main"), ["b", "a", "c"]);
    }
    // Who withdrew meanwhile does not come back.
    let story = story.when("bob", withdraw("b")).when("clara", close_session());
    assert_eq!(reopened_by(story, "clara").queue("main"), ["a", "c"]);
}

#[test]
fn an_adjourned_meeting_may_be_closed_for_good() {
    let story = adjourned_by_consent(under_way()).when("clara", close_session());
    let story = story.then_tags(&[
        "request_lapsed",
        "request_lapsed",
        "request_lapsed",
        "list_closed",
        "session_closed",
    ]);
    assert!(!story.meeting.programme.adjourned);
    assert_eq!(reopened_by(story, "clara").queue("main"), ["b", "a", "c"]);
}

#[test]
fn only_the_closing_that_the_desk_has_seen_is_reopened_with_a_reason() {
    let story = under_way().when("clara", close_session());
    let first_ms = story.meeting.programme.since_ms;
    let story = story.when("clara", reopen_session(first_ms, &"x".repeat(301)));
    let story = story.then(Refusal::TooLong { field: Field::Reason, max: 300 });
    let story =
        story.when("clara", reopen_session(first_ms, " ")).then(Refusal::Empty { field: Field::Reason });
    let story = story.when("bob", reopen_session(first_ms, "I was not heard")).then(Refusal::NotAllowed {});
    let story = reopened_by(story, "sam").after(MINUTE_MS).when("clara", close_session());
    let since_ms = story.meeting.programme.since_ms;
    let story =
        story.when("clara", reopen_session(first_ms, "late")).then(Refusal::StaleSession { since_ms });
    let story = reopened_by(story, "clara");
    story.when("sam", reopen_session(since_ms, "too late")).then(Refusal::WrongPhase { phase: Phase::Open });
}

#[test]
fn the_proceedings_and_the_public_are_told() {
    let story = adjourned_by_consent(under_way());
    assert_eq!(told(&story).last().unwrap(), "meeting_adjourned");
    assert!(public(&story.meeting).unwrap().session.adjourned);
    assert_eq!(story.seen(&Key::Session)["adjourned"], json!(true));
    let story = reopened_by(story, "clara");
    assert_eq!(told(&story).last().unwrap(), "meeting_reopened");
    assert!(story.shown_to(&Scope::Everyone).contains("closed by mistake"));
    let now = public(&story.meeting).unwrap().session;
    assert_eq!((now.phase, now.adjourned), (Phase::Open, false));
}

#[test]
fn an_act_of_before_is_not_undone_into_a_session_that_is_over() {
    let story = under_way().when("clara", decline("c", "later"));
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let story = story.when("clara", close_session());
    assert!(story.seen(&Key::Undo)["act"].is_null(), "that the lists closed is no act by itself");
    story.when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
}
