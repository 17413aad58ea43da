//! The desk undoes its last act: what it changed is put back, and nothing else.

use plenary::meeting::procedure::floor::{Ending, Halt};
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::Refusal;
use plenary::meeting::sound::plan;
use plenary::meeting::view::Key;
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, id};
use crate::words::*;

/// Egypt waits with `a`, Lebanon with `b`, Tunisia with `c`; everybody is there.
fn three_wait() -> Story {
    given(["clara", "sam", "alice", "bob", "carol"].map(arrived))
        .happens([agreed("alice"), agreed("bob"), list_opened("main"), opened()])
        .happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")])
}

/// Undoes what the view offers.
fn undone(story: Story) -> Story {
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    story.when("clara", undo_act(act)).then([act_undone(act)])
}

fn state(story: &Story, request: &str) -> RequestState {
    story.meeting.speakers.request(&id(request)).unwrap().state
}

#[test]
fn the_floor_given_by_mistake_is_taken_back_and_the_request_has_its_place_again() {
    let story = three_wait().when("clara", give_floor("b", None));
    assert_eq!(story.queue("main"), ["a", "c"]);
    let story = undone(story.after(3_000));
    assert_eq!(story.queue("main"), ["a", "b", "c"]);
    assert_eq!((state(&story, "b"), story.meeting.floor.turn()), (RequestState::Queued, None));
    assert!(plan::floor(&story.meeting).is_empty());
    let list = story.seen(&Key::List(id("main")));
    assert_eq!((&list["heard"], story.meeting.floor.turns), (&json!([]), 0));
}

#[test]
fn the_turn_that_ended_for_it_goes_on_as_if_nothing_had_been() {
    let story = three_wait().when("clara", give_floor("a", None));
    let turn = story.meeting.floor.turn().unwrap();
    let story = story.after(MINUTE_MS).when("clara", give_floor("b", Some(turn.as_str())));
    let story = undone(story.after(5_000));
    assert_eq!(story.meeting.floor.turn(), Some(turn));
    assert_eq!((state(&story, "a"), state(&story, "b")), (RequestState::OnFloor, RequestState::Queued));
    let clock = &story.meeting.floor.current.as_ref().unwrap().clock;
    assert_eq!(clock.running_since_ms, Some(START_MS));
    let live: Vec<_> = plan::floor(&story.meeting).iter().map(|live| live.person.id.to_string()).collect();
    assert_eq!(live, ["alice"]);
}

#[test]
fn a_statement_whose_end_is_undone_is_counted_no_longer() {
    let counted = |story: &Story| story.seen(&Key::Equity)["total"]["statements"].clone();
    let story = three_wait().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    assert_eq!(counted(&story), json!(1));
    let story = undone(story);
    assert_eq!(counted(&story), json!(0));
    let told = plenary::meeting::view::touched(&three_wait().meeting, &act_undone(1), &story.meeting);
    assert!(told.contains(&Key::Equity), "the desk is told");
}

#[test]
fn a_turn_that_was_stopped_goes_on() {
    let story = three_wait().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    let story = undone(story);
    assert_eq!(story.meeting.floor.turn(), Some(id("t")));
    story.when("alice", finish_turn("t")).then([turn_ended("t", Ending::Finished)]);
}

#[test]
fn what_was_done_to_a_request_or_a_list_is_undone() {
    let acts = [
        call("b"),
        pass_over("b"),
        decline("b", "not now"),
        to_written("b"),
        move_to("b", 3, 3, "balance"),
        close_list("main"),
        take_up_list("reply"),
    ];
    for act in acts {
        let before = three_wait();
        let story = undone(before.clone().when("clara", act));
        assert_eq!(story.queue("main"), before.queue("main"));
        let (list, was) =
            (story.meeting.speakers.list(&id("main")), before.meeting.speakers.list(&id("main")));
        assert_eq!((list.unwrap().open, &list.unwrap().ended), (was.unwrap().open, &was.unwrap().ended));
        assert!(story.meeting.speakers.is_in_hand(&id("main")));
        assert_eq!(story.meeting.speakers.request(&id("b")), before.meeting.speakers.request(&id("b")));
    }
}

#[test]
fn time_given_to_a_turn_is_taken_back() {
    let story = three_wait().happens([given_floor("t", "a", "alice")]);
    let limit_ms = story.meeting.floor.current.as_ref().unwrap().clock.limit_ms;
    let story = undone(story.when("clara", extend_turn("t", MINUTE_MS)));
    assert_eq!(story.meeting.floor.current.as_ref().unwrap().clock.limit_ms, limit_ms);
}

/// Alice speaks for Egypt in turn `t`, and Tunisia has raised `p`.
fn tunisia_raises() -> Story {
    let story = three_wait().happens([agreed("carol"), given_floor("t", "a", "alice")]);
    story.after(MINUTE_MS).happens([point_raised("p", "carol", Some("t"))])
}

/// Whose microphones are live.
fn live(story: &Story) -> Vec<String> {
    plan::floor(&story.meeting).iter().map(|live| live.person.id.to_string()).collect()
}

#[test]
fn a_point_that_was_heard_by_mistake_waits_again_and_the_speaker_goes_on() {
    let before = tunisia_raises();
    let heard = before.clone().when("clara", recognise("p"));
    let act = heard.seen(&Key::Undo);
    assert_eq!(
        (&act["act"]["what"], &act["act"]["delegation"]),
        (&json!("point_recognised"), &json!("tunisia"))
    );
    assert!(heard.meeting.floor.current.as_ref().unwrap().clock.running_since_ms.is_none());
    let story = undone(heard.after(4_000));
    assert_eq!(story.meeting.points, before.meeting.points);
    assert_eq!(live(&story), ["alice"]);
    let current = story.meeting.floor.current.as_ref().unwrap();
    assert_eq!(
        (current.halts.len(), current.clock.spent_ms),
        (0, MINUTE_MS),
        "the time of the hearing is not its own"
    );
    assert_eq!(state(&story, "a"), RequestState::OnFloor);
    // Heard again, all is as before.
    story
        .when("clara", recognise("p"))
        .then([suspended_for("t", Halt::PointOfOrder, ""), point_recognised("p", "carol", 3 * MINUTE_MS)]);
}

#[test]
fn a_ruling_is_taken_back_and_the_point_is_heard_on() {
    let heard = tunisia_raises().when("clara", recognise("p")).after(MINUTE_MS);
    let ruled = heard.clone().when("clara", rule_on("p", Ruling::Upheld, ""));
    assert!(live(&ruled).is_empty());
    let story = undone(ruled.clone().after(3_000));
    assert_eq!((&story.meeting.points, &story.meeting.floor), (&heard.meeting.points, &heard.meeting.floor));
    assert_eq!(live(&story), ["carol"]);
    story.when("clara", rule_on("p", Ruling::Rejected, "")).then([point_ruled("p", Ruling::Rejected, "")]);
    // Once the floor was given back, it stands.
    let act = ruled.meeting.undo.last.as_ref().unwrap().seq;
    ruled.when("clara", resume_turn("t")).when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
}

#[test]
fn a_point_that_is_raised_meanwhile_is_not_lost() {
    let story = tunisia_raises().when("clara", recognise("p")).when("bob", raise_point());
    let story = undone(story);
    assert_eq!(story.meeting.points.waiting().count(), 2);
}

#[test]
fn a_meeting_that_was_suspended_by_mistake_is_in_session_as_it_was() {
    let before = tunisia_raises();
    let story = before.clone().when("clara", suspend_session("lunch"));
    assert_eq!(story.seen(&Key::Undo)["act"]["what"], "session_suspended");
    let story = undone(story.after(5_000));
    assert_eq!(story.meeting.programme, before.meeting.programme);
    assert_eq!(live(&story), ["alice"]);
    let current = story.meeting.floor.current.as_ref().unwrap();
    assert_eq!((current.halts.len(), current.clock.spent_ms), (0, MINUTE_MS));
    assert_eq!(state(&story, "a"), RequestState::OnFloor);
}

#[test]
fn a_request_made_meanwhile_is_not_lost() {
    let story = three_wait().when("clara", give_floor("a", None)).when("dina", request_floor("main"));
    let late = story.queue("main").last().unwrap().clone();
    let story = undone(story);
    assert_eq!(story.queue("main"), ["a", "b", "c", late.as_str()]);
}

#[test]
fn it_is_for_ten_seconds_and_for_the_last_act_alone() {
    let story = three_wait().when("clara", call("b"));
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let view = story.seen(&Key::Undo);
    assert_eq!(
        (&view["act"]["what"], &view["act"]["delegation"], &view["act"]["until_ms"]),
        (&json!("request_called"), &json!("lebanon"), &json!(START_MS + 10_000))
    );
    story.clone().after(10_001).when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
    let story = story.when("sam", call("c"));
    story.clone().when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
    // Once undone, it is done with.
    let last = story.meeting.undo.last.as_ref().unwrap().seq;
    story.when("clara", undo_act(last)).when("clara", undo_act(last)).then(Refusal::NothingToUndo {});
}

#[test]
fn it_is_over_once_others_have_acted_on_what_it_changed() {
    let called = three_wait().when("clara", call("b"));
    let act = called.meeting.undo.last.as_ref().unwrap().seq;
    called.when("bob", withdraw("b")).when("clara", undo_act(act)).then(Refusal::NothingToUndo {});

    let given = three_wait().when("clara", give_floor("a", None));
    let act = given.meeting.undo.last.as_ref().unwrap().seq;
    let turn = given.meeting.floor.turn().unwrap();
    let over = given.when("alice", finish_turn(turn.as_str()));
    over.when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
}

#[test]
fn what_delegations_do_is_not_the_desks_to_undo() {
    let story = three_wait().when("bob", withdraw("b"));
    assert_eq!(story.seen(&Key::Undo)["act"], json!(null));
}
