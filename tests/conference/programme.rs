//! Sessions that are moved, delayed, cancelled and added while the conference runs.

use plenary::conference::command::{Housekeeping, Taken};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Code, Field, Refusal};
use plenary::terms::limits;
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, id, plan, small, two_desks};

fn reschedule(session: &str, from_minutes: i64, to_minutes: i64) -> Value {
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    json!({"type": "reschedule_session", "session": session, "starts_at_ms": at(from_minutes),
           "ends_at_ms": at(to_minutes), "reason": "late", "version": null})
}

fn told(what: &str, session: &str, reason: &str, version: Option<u32>) -> Value {
    json!({"type": what, "session": session, "reason": reason, "version": version})
}

fn add(session: &str, from_minutes: i64, to_minutes: i64) -> Value {
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    json!({"type": "add_session", "session": session, "like": "opening", "title": {"en": "Third", "ar": "الثالثة"},
           "starts_at_ms": at(from_minutes), "ends_at_ms": at(to_minutes)})
}

fn order(story: &Story) -> Vec<&str> {
    story.conference.sessions().map(|session| session.as_str()).collect()
}

#[test]
fn no_session_lies_over_another_unless_that_is_over_delayed_or_cancelled() {
    let story = convened(&small());
    let over = story.clone().when("secretariat", reschedule("opening", 30, 75));
    over.then_refused(&Refusal::SessionsOverlap {
        session: id("closing"),
        title: story.conference.live.as_ref().unwrap().sessions[1].plan.title.clone(),
        starts_at_ms: OPENING_MS + 60 * MINUTE_MS,
        ends_at_ms: OPENING_MS + 105 * MINUTE_MS,
    });
    // One may follow the other without a pause.
    story.clone().when("secretariat", reschedule("opening", 15, 60)).then_tags(&["session_rescheduled"]);
    for away in ["delay_session", "cancel_session"] {
        let story = story.clone().when("secretariat", told(away, "closing", "", None));
        let story =
            story.when("secretariat", reschedule("opening", 30, 75)).then_tags(&["session_rescheduled"]);
        // What was away gets a time that is free.
        let story =
            story.when("secretariat", reschedule("closing", 60, 105)).then_code(Code::SessionsOverlap);
        story
            .when("secretariat", reschedule("closing", 75, 120))
            .then_tags(&["session_rescheduled"])
            .assert_in_step();
    }
    let closed = story.phase("closing", Phase::Closed);
    closed.when("secretariat", reschedule("opening", 30, 75)).then_tags(&["session_rescheduled"]);
}

#[test]
fn the_programme_is_in_the_order_of_its_times() {
    let story = convened(&small());
    assert_eq!(order(&story), ["opening", "closing"]);
    let story = story.when("secretariat", reschedule("opening", 120, 165));
    assert_eq!(order(&story), ["closing", "opening"]);
    let plan = story.conference.live.as_ref().unwrap();
    let rescheduled = story.conference.rescheduled(&plan.sessions[1].plan).unwrap();
    assert_eq!((rescheduled.was_starts_at_ms, rescheduled.reason.as_str()), (OPENING_MS, "late"));
    let back = story.when("secretariat", reschedule("opening", 0, 45));
    assert_eq!(back.conference.rescheduled(&back.conference.live.as_ref().unwrap().sessions[0].plan), None);
    back.assert_in_step();
}

#[test]
fn a_cancelled_session_cannot_be_opened_and_takes_place_again_once_it_has_a_time() {
    let story =
        convened(&small()).when("secretariat", told("cancel_session", "closing", "no quorum", Some(0)));
    let story = story.then_tags(&["session_cancelled"]);
    let planned = story.sitting("closing").planned.clone().unwrap();
    assert!(planned.is_cancelled() && planned.rescheduled.as_ref().unwrap().reason == "no quorum");
    assert!(!story.sitting("opening").planned.as_ref().unwrap().is_cancelled());
    story.clone().when("secretariat", told("cancel_session", "closing", "no quorum", Some(1))).then_tags(&[]);
    story
        .clone()
        .when("secretariat", told("cancel_session", "closing", "", Some(0)))
        .then_code(Code::StaleSchedule);
    assert_eq!(story.conference.taking_place().unwrap().sessions.len(), 1);
    // Even to the time that it had.
    let story = story.when("secretariat", reschedule("closing", 60, 105)).then_tags(&["session_rescheduled"]);
    assert!(!story.sitting("closing").planned.as_ref().unwrap().is_cancelled());
    story.assert_in_step();
}

#[test]
fn what_has_begun_is_neither_delayed_nor_cancelled_nor_begun_at_another_time() {
    let story = convened(&small()).phase("opening", Phase::Open);
    for command in [
        told("delay_session", "opening", "", None),
        told("cancel_session", "opening", "", None),
        reschedule("opening", 5, 45),
    ] {
        story.clone().when("secretariat", command).then_refused(&Refusal::WrongPhase { phase: Phase::Open });
    }
    story.clone().when("secretariat", reschedule("opening", 0, 60)).then_tags(&["session_rescheduled"]);
    // One that is opened is delayed no more.
    let delayed = convened(&small()).when("secretariat", told("delay_session", "opening", "", None));
    let opened = delayed.phase("opening", Phase::Open);
    assert!(!opened.conference.programme.session(&id("opening")).delayed);
    // What is reported twice happens once.
    opened.phase("opening", Phase::Open).then_tags(&[]);
}

#[test]
fn a_session_is_added_like_another_with_its_people_and_lists_and_an_agenda_of_its_own() {
    let mut file = plan(&two_desks());
    file.sessions[0].plan.objectives = vec![1];
    let story = Story::default().server(Housekeeping::Convene(Box::new(Taken::as_filed(&file))));
    let story = story.when("secretariat", add("third", 120, 165)).then_tags(&["session_added"]);
    assert_eq!(order(&story), ["opening", "closing", "third"]);
    let third = story.sitting("third");
    let charter = third.charter.as_ref().unwrap();
    assert_eq!(charter.lists.len(), 1);
    assert_eq!(charter.session.agenda, std::slice::from_ref(&charter.session.title));
    assert!(charter.session.objectives.is_empty(), "nobody has said what it discusses");
    // Alice chairs the opening, and what is like it.
    let roles = |session: &str| story.sitting(session).roster.person(&id("cedar-1")).unwrap().roles.clone();
    assert_eq!(roles("third"), roles("opening"));
    assert!(!story.takes_part("side-desk", "third"));
    story.assert_in_step();
    story
        .clone()
        .when("secretariat", add("third", 200, 245))
        .then_refused(&Refusal::SessionKnown { session: id("third") });
    story.clone().when("secretariat", add("fourth", 150, 200)).then_code(Code::SessionsOverlap);
    story.clone().when("secretariat", add("fourth", 200, 201)).then_code(Code::SessionLength);
    story.clone().when("side-desk", add("fourth", 200, 245)).then_code(Code::NotAllowed);
    let nameless = json!({"type": "add_session", "session": "fourth", "like": "opening", "title": {},
                          "starts_at_ms": OPENING_MS + 200 * MINUTE_MS, "ends_at_ms": OPENING_MS + 245 * MINUTE_MS});
    story.when("secretariat", nameless).then_refused(&Refusal::Empty { field: Field::Title });
}

#[test]
fn a_programme_has_so_many_sessions_and_each_is_changed_so_often_and_no_oftener() {
    let mut story = convened(&small());
    let max = limits::SESSIONS_MAX;
    for number in 2..i64::from(max) {
        let from = 120 + number * 10;
        story = story
            .when("secretariat", add(&format!("s-{number}"), from, from + 5))
            .then_tags(&["session_added"]);
    }
    let story = story.when("secretariat", add("one-more", 5_000, 5_005)).then_refused(&Refusal::Full { max });
    let mut story = story;
    for number in 0..limits::SCHEDULE_CHANGES_MAX {
        story = story.when("secretariat", told("delay_session", "opening", &number.to_string(), None));
    }
    let full = Refusal::Full { max: limits::SCHEDULE_CHANGES_MAX };
    story.when("secretariat", told("delay_session", "opening", "once more", None)).then_refused(&full);
}

#[test]
fn only_the_secretariat_of_a_session_changes_it() {
    let story = convened(&two_desks());
    for person in ["chair", "cedar-1", "observer-1"] {
        story.clone().when(person, reschedule("opening", 30, 75)).then_code(Code::NotAllowed);
    }
    story.clone().when("side-desk", told("delay_session", "opening", "", None)).then_code(Code::NotAllowed);
    story
        .clone()
        .when("side-desk", told("delay_session", "closing", "", None))
        .then_tags(&["session_delayed"]);
    story.when("secretariat", told("delay_session", "nowhere", "", None)).then_code(Code::Unknown);
}
