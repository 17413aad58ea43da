//! The stage of a panel: who sits on it, the advisory timer, and how long each has spoken.

use plenary::meeting::command::Housekeeping;
use plenary::meeting::people::Role;
use plenary::meeting::plan;
use plenary::meeting::programme::{Phase, SessionKind};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id};
use crate::words::*;

fn panel() -> Story {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    Story::unconvened().housekeeping(Housekeeping::Convene(Box::new(charter))).happens([
        arrived("maya"),
        arrived("paul"),
        opened(),
    ])
}

fn stage(story: &Story) -> Value {
    story.seen(&Key::Stage)
}

fn spoken(story: &Story, person: &str) -> Value {
    let people = story.seen(&Key::SpeakingTimes)["people"].clone();
    people.as_array().unwrap().iter().find(|at| at["person"] == person).cloned().unwrap()
}

#[test]
fn the_moderator_and_the_panellists_sit_on_it_and_a_plenary_has_none() {
    assert_eq!(stage(&given([opened()])), Value::Null);
    let story = panel().when("maya", open_microphone(None));
    let people = stage(&story)["people"].clone();
    let of = |n: usize| [&people[n]["person"], &people[n]["moderates"], &people[n]["live"]].map(Clone::clone);
    assert_eq!(of(0), [json!("maya"), json!(true), json!(true)]);
    assert_eq!(of(1), [json!("paul"), json!(false), json!(false)]);
    let story = story.happens([asked("q", "olga"), question_shown("q"), question_pinned("q")]);
    assert_eq!(stage(&story)["pinned"], "q");
}

#[test]
fn all_see_a_timer_and_it_opens_and_closes_no_microphone() {
    let story = panel().when("maya", start_timer("paul", MINUTE_MS)).then([timer_started("paul", MINUTE_MS)]);
    let timer = stage(&story)["timer"].clone();
    assert_eq!((&timer["person"], &timer["running_since_ms"]), (&json!("paul"), &json!(story.now_ms)));
    assert!(plan::floor(&story.meeting).is_empty());
    assert_eq!(story.meeting.next_timer(), None);
    let story = story.when("paul", open_microphone(None)).after(2 * MINUTE_MS);
    let story = story.when("maya", stop_timer()).then([timer_stopped()]);
    assert_eq!(plan::floor(&story.meeting).len(), 1);
    assert_eq!(stage(&story)["timer"], Value::Null);
    story.when("maya", stop_timer()).then([]);
}

#[test]
fn times_are_added_up_for_the_desk_alone() {
    let story = panel().when("maya", start_timer("paul", MINUTE_MS)).after(90_000);
    let story = story.when("maya", start_timer("maya", MINUTE_MS));
    let story = story.then([timer_stopped(), timer_started("maya", MINUTE_MS)]).after(10_000);
    let story = story.when("clara", start_timer("paul", MINUTE_MS)).after(5_000).when("clara", stop_timer());
    assert_eq!(spoken(&story, "paul"), json!({"person": "paul", "spoken_ms": 95_000, "times": 2}));
    assert_eq!(spoken(&story, "maya")["spoken_ms"], 10_000);
    for scope in [Scope::Everyone, Scope::Booths, Scope::Person(id("paul"))] {
        assert!(!story.shown_to(&scope).contains("speaking_times"), "{scope}");
    }
}

#[test]
fn it_halts_with_the_meeting_and_stops_with_the_session() {
    let story = panel().when("maya", start_timer("paul", MINUTE_MS)).after(20_000);
    let story = story.when("maya", suspend_session("")).after(MINUTE_MS);
    assert_eq!(stage(&story)["timer"]["spent_ms"], 20_000);
    let suspended = Refusal::WrongPhase { phase: Phase::Suspended };
    let story = story.when("maya", start_timer("maya", MINUTE_MS)).then(suspended);
    let story = story.when("maya", resume_session()).after(10_000).when("clara", close_session());
    assert_eq!(spoken(&story, "paul")["spoken_ms"], 30_000);
    assert_eq!(stage(&story)["timer"], Value::Null);
}

#[test]
fn whoever_is_on_stage_no_longer_has_no_timer() {
    let mut revised = charter();
    revised.session.kind = SessionKind::Panel;
    let at = revised.people.iter().position(|person| person.id.as_str() == "paul").unwrap();
    revised.people[at].roles = vec![Role::Observer];
    let story = panel().when("maya", start_timer("paul", MINUTE_MS));
    let story = story.housekeeping(Housekeeping::Convene(Box::new(revised)));
    assert_eq!(stage(&story)["timer"], Value::Null);
}

#[test]
fn it_runs_for_somebody_on_stage_within_its_limits() {
    let range = || Refusal::OutOfRange { field: Field::LimitMs, min: 10_000, max: 60 * MINUTE_MS };
    let story = panel().when("maya", start_timer("alice", MINUTE_MS)).then(unknown(Field::Person));
    let story = story.when("maya", start_timer("paul", 9_999)).then(range());
    story.when("maya", start_timer("paul", 60 * MINUTE_MS + 1)).then(range());
}
