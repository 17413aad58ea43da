//! The stage of a panel: who sits on it, the advisory timer, and how long each has spoken.

use plenary::meeting::charter::SessionKind;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::plan;
use plenary::meeting::view::{Key, Scope, public};
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id, wording};
use crate::words::*;

fn panel() -> Story {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    Story::unconvened().housekeeping(convene(charter)).happens([arrived("maya"), arrived("paul"), opened()])
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
    let story = story.housekeeping(convene(revised));
    assert_eq!(stage(&story)["timer"], Value::Null);
}

#[test]
fn it_runs_for_somebody_on_stage_within_its_limits() {
    let range = || Refusal::OutOfRange { field: Field::LimitMs, min: 10_000, max: 60 * MINUTE_MS };
    let story = panel().when("maya", start_timer("alice", MINUTE_MS)).then(unknown(Field::Person));
    let story = story.when("maya", start_timer("paul", 9_999)).then(range());
    story.when("maya", start_timer("paul", 60 * MINUTE_MS + 1)).then(range());
}

/// Paul's microphone reaches the server, and he agrees to its opening.
fn with_paul_ready() -> Story {
    panel().happens([agreed("paul"), microphone_connected("paul")])
}

fn live(story: &Story) -> Vec<String> {
    plan::floor(&story.meeting).iter().map(|live| live.person.id.to_string()).collect()
}

fn undone(story: Story) -> Story {
    let act = story.meeting.undoable().unwrap().seq;
    story.when("maya", undo_act(act)).then([act_undone(act)])
}

#[test]
fn beginning_an_item_shows_it_times_its_person_and_opens_the_microphone_that_is_ready() {
    let story = with_paul_ready();
    assert_eq!(stage(&story)["people"][1]["ready"], true);
    let story = story.when("maya", start_item("planned-2", 0)).then([
        item_started("planned-2"),
        timer_started("paul", 10 * MINUTE_MS),
        microphone_opened("paul"),
    ]);
    let item = stage(&story)["item"].clone();
    assert_eq!(
        (&item["number"], &item["of"], &item["limit_ms"]),
        (&json!(2), &json!(4), &json!(10 * MINUTE_MS))
    );
    assert_eq!((&item["speaker"]["person"], &item["kind"]), (&json!("paul"), &json!("speaker")));
    assert_eq!(item["running_since_ms"], stage(&story)["timer"]["running_since_ms"]);
    assert_eq!(live(&story), ["paul"]);
    let story = story.after(MINUTE_MS).when("maya", start_item("planned-3", 1));
    let story = story.then([item_finished("planned-2"), item_started("planned-3"), timer_stopped()]);
    assert_eq!((&stage(&story)["timer"], &stage(&story)["item"]["speaker"]), (&Value::Null, &Value::Null));
    assert_eq!(spoken(&story, "paul")["spoken_ms"], MINUTE_MS);
}

#[test]
fn a_microphone_opens_by_itself_only_where_it_is_ready() {
    let unready = [
        panel().happens([microphone_connected("paul")]),
        panel().happens([agreed("paul")]),
        with_paul_ready().housekeeping(leave("paul")),
    ];
    for story in unready {
        assert_eq!(stage(&story)["people"][1]["ready"], false);
        let story = story.when("maya", start_item("planned-2", 0));
        story.then([item_started("planned-2"), timer_started("paul", 10 * MINUTE_MS)]);
    }
    // Nor one that is open.
    let story =
        with_paul_ready().when("paul", open_microphone(None)).when("maya", start_item("planned-2", 0));
    story.then([item_started("planned-2"), timer_started("paul", 10 * MINUTE_MS)]);
}

#[test]
fn an_item_that_ends_without_another_stops_the_timer_of_its_person_alone() {
    let story =
        with_paul_ready().when("maya", start_item("planned-2", 0)).when("maya", finish_item("planned-2", 1));
    let story = story.then([item_finished("planned-2"), timer_stopped()]);
    assert_eq!((&stage(&story)["item"], &stage(&story)["timer"]), (&Value::Null, &Value::Null));
    let story = story.when("maya", start_item("planned-3", 2)).when("maya", start_timer("maya", MINUTE_MS));
    story.when("maya", finish_item("planned-3", 3)).then([item_finished("planned-3")]);
}

#[test]
fn an_item_begun_by_mistake_is_taken_back_as_one_act() {
    let story = with_paul_ready().when("maya", start_item("planned-1", 0)).after(MINUTE_MS);
    let before = stage(&story);
    let story = story.when("maya", start_item("planned-2", 1)).then([
        item_finished("planned-1"),
        item_started("planned-2"),
        timer_stopped(),
        timer_started("paul", 10 * MINUTE_MS),
        microphone_opened("paul"),
    ]);
    assert_eq!(story.seen(&Key::Undo)["act"]["what"], "item_started");
    let told = story.meeting.proceedings.clone();
    let story = undone(story.after(5_000));
    assert_eq!(stage(&story), before);
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(spoken(&story, "maya"), json!({"person": "maya", "spoken_ms": 0, "times": 0}));
    assert_ne!(story.meeting.proceedings, told, "nor is it told");
    let sheet = story.seen(&Key::RunSheet);
    assert_eq!((&sheet["current"], &sheet["next"]), (&json!("planned-1"), &json!("planned-2")));
    assert_eq!(sheet["items"][1]["progress"], "planned");
    // The sheet is another than the one that its second item began on.
    assert!(sheet["version"].as_u64().unwrap() > 3);
}

#[test]
fn what_others_have_done_on_stage_since_is_not_taken_back() {
    let story = with_paul_ready().when("maya", start_item("planned-2", 0));
    let act = story.meeting.undoable().unwrap().seq;
    let suspended = story.clone().when("maya", suspend_session(""));
    suspended.when("maya", undo_act(act)).then(Refusal::NothingToUndo {});
    let gone_on = story.clone().when("clara", start_item("planned-3", 1)).after(1);
    gone_on.when("maya", undo_act(act)).then(Refusal::NothingToUndo {});
    // What is closed meanwhile stays closed.
    let story = undone(story.when("paul", close_microphone(None)));
    assert_eq!(live(&story), [""; 0]);
}

#[test]
fn whoever_is_given_the_floor_on_stage_is_timed_and_heard_and_the_item_goes_on() {
    let story = with_paul_ready().when("maya", start_item("planned-3", 0)).after(MINUTE_MS);
    let story = story.when("maya", give_floor_on_stage("paul", 2 * MINUTE_MS));
    let story = story.then([timer_started("paul", 2 * MINUTE_MS), microphone_opened("paul")]);
    assert_eq!(stage(&story)["item"]["kind"], "questions");
    assert_eq!(live(&story), ["paul"]);
    let story = undone(story);
    assert_eq!((&stage(&story)["timer"], live(&story).len()), (&Value::Null, 0));
    let range = || Refusal::OutOfRange { field: Field::LimitMs, min: 10_000, max: 60 * MINUTE_MS };
    let story = story.when("maya", give_floor_on_stage("paul", 9_999)).then(range());
    let story = story.when("maya", give_floor_on_stage("alice", MINUTE_MS)).then(unknown(Field::Person));
    let suspended = Refusal::WrongPhase { phase: Phase::Suspended };
    story
        .when("maya", suspend_session(""))
        .when("maya", give_floor_on_stage("paul", MINUTE_MS))
        .then(suspended);
}

#[test]
fn the_desk_opens_the_microphone_of_a_panellist_who_agrees() {
    let story = panel().when("maya", open_microphone(Some("paul"))).then(Refusal::NotAgreed {});
    let story = story.happens([agreed("paul")]).when("maya", open_microphone(Some("paul")));
    let story = story.then([microphone_opened("paul")]);
    let story = story.when("maya", open_microphone(Some("paul"))).then([]);
    let story = story.when("maya", close_microphone(Some("paul"))).housekeeping(leave("paul"));
    let story =
        story.when("maya", open_microphone(Some("paul"))).then(Refusal::Absent { person: id("paul") });
    story.when("maya", open_microphone(Some("alice"))).then(Refusal::NotYourMicrophone {});
}

#[test]
fn the_public_sees_whoever_was_called_on_stage() {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    charter.public_listening = true;
    let story = with_paul_ready().housekeeping(convene(charter));
    let shown = |story: &Story| public(&story.meeting).unwrap().turn;
    assert_eq!(shown(&story), None);
    let turn = shown(&story.when("maya", start_item("planned-2", 0))).unwrap();
    assert_eq!((turn.plate, turn.name.0.len(), turn.halted), (wording("name of paul"), 0, false));
}
