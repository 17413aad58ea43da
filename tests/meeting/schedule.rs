//! The session's time and title as the secretariat changes them: who may, within which bounds, and who sees it.

use plenary::meeting::command::{Actor, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key, Scope};
use plenary::terms::ids::Moment;
use plenary::terms::limits;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, id};
use crate::words::*;

const END_MS: Moment = START_MS + 45 * MINUTE_MS;
const LATER_MS: Moment = START_MS + 30 * MINUTE_MS;

fn session(story: &Story) -> Value {
    story.seen(&Key::Session)
}

fn facts(story: &Story) -> Vec<Value> {
    let (paragraphs, _) = view::proceedings(&story.meeting, None, limits::PAGE_PARAGRAPHS_MAX);
    paragraphs.iter().map(|paragraph| serde_json::to_value(&paragraph.fact).unwrap()).collect()
}

#[test]
fn a_session_that_is_delayed_has_its_new_time_and_the_old_one_beside_it_with_the_reason_for_all_to_see() {
    let story = given([])
        .when("sam", reschedule(LATER_MS, END_MS + 30 * MINUTE_MS, " the ministers are late ", Some(0)))
        .then([rescheduled(LATER_MS, END_MS + 30 * MINUTE_MS, "the ministers are late", 1)]);
    let seen = session(&story);
    assert_eq!(
        (&seen["starts_at_ms"], &seen["ends_at_ms"]),
        (&json!(LATER_MS), &json!(END_MS + 30 * MINUTE_MS))
    );
    assert_eq!(seen["schedule_version"], 1);
    let expected = json!({"was_starts_at_ms": START_MS, "was_ends_at_ms": END_MS, "delayed": false,
                          "reason": "the ministers are late"});
    assert_eq!(seen["rescheduled"], expected);
    assert!(story.shown_to(&Scope::Everyone).contains("the ministers are late"));
}

#[test]
fn a_delay_whose_length_is_to_be_announced_lasts_until_the_time_is_set_or_the_session_is_opened() {
    let story =
        given([]).when("sam", delay("a technical fault", Some(0))).then([delayed("a technical fault", 1)]);
    assert_eq!(session(&story)["rescheduled"]["delayed"], true);
    assert_eq!(session(&story)["starts_at_ms"], START_MS);
    // Even to where it was: then all is as planned again.
    let on_time = story.clone().when("sam", reschedule(START_MS, END_MS, "", Some(1)));
    assert_eq!(session(&on_time.then([rescheduled(START_MS, END_MS, "", 2)]))["rescheduled"], Value::Null);
    let opened = story.when("clara", open_session());
    assert_eq!(session(&opened)["rescheduled"], Value::Null);
}

#[test]
fn a_session_that_has_begun_or_is_over_gives_no_reason_for_what_is_past() {
    let story = given([]).when("sam", reschedule(LATER_MS, END_MS + MINUTE_MS, "late", None));
    let story = story.when("clara", open_session());
    assert_eq!(session(&story)["rescheduled"]["reason"], "");
    let story = story.when("sam", reschedule(LATER_MS, END_MS + 20 * MINUTE_MS, "many speakers", None));
    assert_eq!(session(&story)["rescheduled"]["reason"], "many speakers");
    let story = story.when("clara", close_session());
    assert_eq!(session(&story)["rescheduled"]["reason"], "");
}

#[test]
fn the_beginning_changes_only_before_the_session_is_opened_and_the_end_until_it_is_closed() {
    let open = given([opened()]);
    let phase = |phase| Refusal::WrongPhase { phase };
    let longer = || reschedule(START_MS, END_MS + 15 * MINUTE_MS, "", None);
    open.clone().when("sam", reschedule(LATER_MS, END_MS, "", None)).then(phase(Phase::Open));
    open.clone().when("sam", delay("", None)).then(phase(Phase::Open));
    open.clone().when("sam", longer()).then_tags(&["session_rescheduled"]);
    open.clone().when("clara", suspend_session("")).when("sam", longer()).then_tags(&["session_rescheduled"]);
    open.when("clara", close_session()).when("sam", longer()).then(phase(Phase::Closed));
}

#[test]
fn forecast_and_run_sheet_follow_the_new_end_and_beginning_at_once() {
    // Domain, section 6: will the list finish before the session ends, and which cut would make it so.
    let story = given([list_opened("main"), opened()]);
    let story = story.happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")]);
    let forecast = |story: &Story| story.seen(&Key::Forecast(id("main")));
    assert_eq!(forecast(&story)["session"], "surely");
    let story = story.when("sam", reschedule(START_MS, START_MS + 6 * MINUTE_MS, "", None));
    let seen = forecast(&story);
    assert_eq!((&seen["session"], &seen["cut_ms"]), (&json!("perhaps"), &json!(90_000)));
    assert_eq!(seen["session_ends_at_ms"], START_MS + 6 * MINUTE_MS);
    assert_eq!(story.seen(&Key::RunSheet)["ends_at_ms"], START_MS + 6 * MINUTE_MS);
    let later = given([]).when("sam", reschedule(LATER_MS, LATER_MS + 45 * MINUTE_MS, "", None));
    assert_eq!(later.seen(&Key::RunSheet)["rest_from_ms"], LATER_MS);
}

#[test]
fn a_session_ends_after_it_begins_and_within_a_day() {
    let refused = Refusal::SessionLength { min_ms: limits::SESSION_MS_MIN, max_ms: limits::SESSION_MS_MAX };
    for length_ms in [-1, 0, limits::SESSION_MS_MIN - 1, limits::SESSION_MS_MAX + 1, Moment::MIN, Moment::MAX]
    {
        let ends_at_ms = START_MS.saturating_add(length_ms);
        given([]).when("sam", reschedule(START_MS, ends_at_ms, "", None)).then(refused.clone());
    }
    for length_ms in [limits::SESSION_MS_MIN, limits::SESSION_MS_MAX] {
        let story = given([]).when("sam", reschedule(START_MS, START_MS + length_ms, "", None));
        story.then_tags(&["session_rescheduled"]);
    }
}

#[test]
fn a_session_begins_within_a_year_of_where_the_file_has_it() {
    let by = limits::SESSION_MOVED_BY_MS_MAX;
    let refused = Refusal::SessionTooFar { earliest_ms: START_MS - by, latest_ms: START_MS + by };
    for starts_at_ms in [START_MS - by - 1, START_MS + by + 1, Moment::MIN, Moment::MAX] {
        let ends_at_ms = starts_at_ms.saturating_add(45 * MINUTE_MS);
        given([]).when("sam", reschedule(starts_at_ms, ends_at_ms, "", None)).then(refused.clone());
    }
}

#[test]
fn what_is_so_already_happens_no_second_time() {
    given([]).when("sam", reschedule(START_MS, END_MS, "no reason", Some(0))).then([]);
    let moved = given([]).when("sam", reschedule(LATER_MS, END_MS, "late", None));
    let moved = moved.when("sam", reschedule(LATER_MS, END_MS, "late", Some(1))).then([]);
    // The reason alone can be worded anew, which the proceedings do not tell.
    let reworded = moved.when("sam", reschedule(LATER_MS, END_MS, "a late arrival", Some(1)));
    let reworded = reworded.then([rescheduled(LATER_MS, END_MS, "a late arrival", 2)]);
    assert_eq!(facts(&reworded).len(), 1);
    given([]).when("sam", delay("late", None)).when("sam", delay("late", Some(1))).then([]);
    given([]).when("sam", correct_title("en", "Opening (en)", Some(0))).then([]);
}

#[test]
fn of_two_at_the_desk_the_one_who_saw_an_older_version_is_refused_with_the_present_one() {
    let story = given([]).when("sam", delay("late", Some(0)));
    let stale = Refusal::StaleSchedule { version: 1 };
    story.clone().when("sam", reschedule(LATER_MS, END_MS, "", Some(0))).then(stale.clone());
    story.clone().when("sam", delay("later", Some(0))).then(stale.clone());
    story.clone().when("sam", correct_title("en", "Closing", Some(0))).then(stale);
    story.when("sam", correct_title("en", "Closing", Some(1))).then([title_corrected("en", "Closing", 2)]);
}

#[test]
fn a_title_is_corrected_in_one_language_of_the_session_and_is_never_empty() {
    let story = given([]).when("sam", correct_title("fr", "Ouverture", Some(0))).then([title_corrected(
        "fr",
        "Ouverture",
        1,
    )]);
    let title = session(&story)["title"].clone();
    assert_eq!((&title["fr"], &title["en"]), (&json!("Ouverture"), &json!("Opening (en)")));
    assert_eq!(session(&story)["rescheduled"], Value::Null);
    story.clone().when("sam", correct_title("es", "Apertura", None)).then(unknown(Field::Language));
    story.clone().when("sam", correct_title("fr", " ", None)).then(Refusal::Empty { field: Field::Title });
    let max = limits::SESSION_TITLE_CHARS_MAX;
    let long = "x".repeat(max as usize + 1);
    story.when("sam", correct_title("fr", &long, None)).then(Refusal::TooLong { field: Field::Title, max });
}

#[test]
fn a_session_that_is_cancelled_is_told_to_all_and_not_opened_until_it_has_a_time_again() {
    let story = given([]).when("sam", cancel("no quorum", Some(0))).then([cancelled("no quorum", 1)]);
    let seen = session(&story)["rescheduled"].clone();
    assert_eq!((&seen["cancelled"], &seen["reason"]), (&json!(true), &json!("no quorum")));
    assert!(story.shown_to(&Scope::Everyone).contains("no quorum"));
    let story = story.when("clara", open_session()).then(Refusal::SessionCancelled {});
    let story = story.when("sam", cancel("no quorum", Some(1))).then([]);
    let on = story.when("sam", reschedule(START_MS, END_MS, "", Some(1)));
    assert_eq!(session(&on)["rescheduled"], Value::Null);
    on.when("clara", open_session()).then([opened()]);
    given([opened()]).when("sam", cancel("", None)).then(Refusal::WrongPhase { phase: Phase::Open });
}

#[test]
fn what_has_begun_by_the_time_it_is_heard_goes_on() {
    // The conference had not heard yet that the session was opened.
    for event in [delayed("late", 1), cancelled("no quorum", 1)] {
        let Event::Schedule(event) = event else { panic!("a change of the schedule") };
        given([opened()]).housekeeping(follow(Change::Schedule(event))).then([]);
    }
}

#[test]
fn a_change_that_was_followed_is_not_followed_again() {
    let Event::Schedule(event) = delayed("late", 1) else { panic!("a change of the schedule") };
    let story = given([]).housekeeping(follow(Change::Schedule(event.clone())));
    let (conference_seq, change) = (story.meeting.followed, Change::Schedule(event));
    let again = Following { conference_seq, actor: Actor::Server, change };
    story.housekeeping(Housekeeping::Follow(Box::new(again))).then([]);
}

#[test]
fn the_proceedings_tell_that_the_meeting_was_delayed_and_to_when() {
    let story = given([])
        .when("sam", delay("late", None))
        .when("sam", reschedule(LATER_MS, END_MS, "arrived", None))
        .when("sam", correct_title("en", "Closing", None))
        .when("sam", cancel("a storm", None));
    let told = [
        json!({"what": "meeting_delayed", "was_starts_at_ms": START_MS, "reason": "late"}),
        json!({"what": "meeting_rescheduled", "starts_at_ms": LATER_MS, "ends_at_ms": END_MS,
               "was_starts_at_ms": START_MS, "was_ends_at_ms": END_MS, "reason": "arrived"}),
        json!({"what": "meeting_cancelled", "was_starts_at_ms": LATER_MS, "reason": "a storm"}),
    ];
    assert_eq!(facts(&story), told);
}

#[test]
fn the_chair_gives_the_floor_while_the_secretariat_changes_the_end_and_neither_undoes_the_other() {
    let story =
        given([arrived("bob"), arrived("clara"), list_opened("main"), opened(), requested("b", "bob")])
            .when("clara", give_floor("b", None))
            .when("sam", reschedule(START_MS, END_MS + 15 * MINUTE_MS, "", Some(0)));
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let story = story.when("clara", undo_act(act)).then([act_undone(act)]);
    assert_eq!(session(&story)["ends_at_ms"], END_MS + 15 * MINUTE_MS);
}

#[test]
fn a_reason_is_so_long_and_no_longer() {
    let max = limits::REASON_CHARS_MAX;
    let long = "x".repeat(max as usize + 1);
    let refused = Refusal::TooLong { field: Field::Reason, max };
    given([]).when("sam", delay(&long, None)).then(refused.clone());
    given([]).when("sam", reschedule(LATER_MS, END_MS, &long, None)).then(refused);
}
