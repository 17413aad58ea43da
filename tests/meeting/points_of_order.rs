//! Points of order: true pre-emption, the ruling, the appeal, and the floor that goes back with the time left.

use plenary::meeting::command::Housekeeping;
use plenary::meeting::procedure::floor::Halt;
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::microphones::Kind;
use plenary::meeting::sound::plan;
use plenary::meeting::view::Key;
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, STATE_TURN_MS, charter, id};
use crate::words::*;

/// Speaking time of a point of order by default.
const POINT_MS: i64 = 3 * MINUTE_MS;

/// Alice speaks for Egypt in turn `t`, Lebanon waits with `b`; all have agreed that their microphones open.
fn egypt_speaks() -> Story {
    let people = ["clara", "sam", "alice", "adam", "bob", "badr", "carol"];
    given(people.map(arrived))
        .happens(["alice", "bob", "badr", "carol"].map(agreed))
        .happens([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")])
        .happens([given_floor("t", "a", "alice")])
}

/// A minute later Tunisia raises `p`.
fn tunisia_raises() -> Story {
    egypt_speaks().after(MINUTE_MS).happens([point_raised("p", "carol", Some("t"))])
}

/// And is heard.
fn tunisia_is_heard() -> Story {
    tunisia_raises().when("clara", recognise("p"))
}

/// Under rules that know votes.
fn with_votes(story: Story) -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    story.housekeeping(convene(charter))
}

fn live(story: &Story) -> Vec<(String, Kind)> {
    plan::floor(&story.meeting).iter().map(|live| (live.person.id.to_string(), live.kind)).collect()
}

fn placard(story: &Story, delegation: &str) -> serde_json::Value {
    story.seen(&Key::Placard(id(delegation)))
}

#[test]
fn it_is_raised_at_any_time_of_the_meeting_whatever_list_is_closed() {
    let story = egypt_speaks().happens([list_closed("main")]).when("carol", raise_point());
    let story = story.then([point_raised("p19", "carol", Some("t"))]);
    assert_eq!(story.seen(&Key::Point(id("p19")))["state"], "raised");
    let nobody_speaks = given([opened()]).when("carol", raise_point());
    nobody_speaks.then([point_raised("p3", "carol", None)]);
}

#[test]
fn raised_it_stops_nothing_until_the_chair_recognises_it() {
    let story = tunisia_raises();
    assert_eq!(live(&story), [("alice".to_owned(), Kind::Turn)]);
    assert_eq!(story.meeting.floor.current.as_ref().unwrap().clock.running_since_ms, Some(START_MS));
}

#[test]
fn recognised_it_halts_speaker_and_clock_and_opens_the_microphone_of_who_raised_it() {
    // Domain, section 2: the current speaker is suspended and the clock stopped.
    let story = tunisia_raises().when("clara", recognise("p"));
    let story =
        story.then([suspended_for("t", Halt::PointOfOrder, ""), point_recognised("p", "carol", POINT_MS)]);
    let turn = story.meeting.floor.current.as_ref().unwrap();
    assert_eq!((turn.clock.spent_ms, turn.clock.running_since_ms), (MINUTE_MS, None));
    assert_eq!(live(&story), [("carol".to_owned(), Kind::PointOfOrder)]);
    assert_eq!(plan::spoken(&story.meeting), Some(&id("fr")));
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Suspended);
    let floor = story.seen(&Key::Floor);
    assert_eq!(floor["turn"]["halts"], json!(["point_of_order"]));
    assert_eq!(
        (&floor["point"]["delegation"], &floor["point"]["limit_ms"], &floor["point"]["running_since_ms"]),
        (&json!("tunisia"), &json!(POINT_MS), &json!(story.now_ms))
    );
}

#[test]
fn it_is_no_place_in_the_list() {
    let story = tunisia_is_heard();
    assert_eq!(story.queue("main"), ["b"]);
    assert_eq!(story.meeting.floor.turns, 1);
}

#[test]
fn it_has_a_limit_of_its_own() {
    let story = tunisia_is_heard();
    let timer = Housekeeping::ReachPointLimit(id("p"));
    assert_eq!(story.meeting.next_timer(), Some((story.now_ms + POINT_MS, timer.clone())));
    let story = story.after(POINT_MS - 1).housekeeping(timer.clone()).then(Refusal::LimitNotReached {});
    let story = story.after(1).housekeeping(timer.clone()).then([point_limit_reached("p")]);
    assert_eq!(story.seen(&Key::Floor)["point"]["limit_reached"], true);
    let story = story.when("clara", rule_on("p", Ruling::Noted, ""));
    story.housekeeping(timer).then(Refusal::PointOver {});
}

#[test]
fn the_ruling_is_recorded_and_the_speaker_resumes_with_the_time_left() {
    // Domain, section 2: upheld, rejected, noted, withdrawn; then the speaker resumes with the time left.
    let story = tunisia_is_heard().after(MINUTE_MS);
    let story = story.when("clara", rule_on("p", Ruling::Rejected, "the list stands"));
    let story = story.then([point_ruled("p", Ruling::Rejected, "the list stands")]);
    // Nobody speaks until the chair gives the floor back.
    assert!(live(&story).is_empty());
    let point = story.seen(&Key::Point(id("p")));
    assert_eq!(
        (&point["state"], &point["ruling"], &point["reason"]),
        (&json!("ruled"), &json!("rejected"), &json!("the list stands"))
    );
    let story = story.when("clara", resume_turn("t")).then([resumed_from("t", Halt::PointOfOrder)]);
    assert_eq!(live(&story), [("alice".to_owned(), Kind::Turn)]);
    let clock = &story.meeting.floor.current.as_ref().unwrap().clock;
    assert_eq!(clock.limit_at_ms(), Some(story.now_ms + STATE_TURN_MS - MINUTE_MS));
}

#[test]
fn its_delegation_may_withdraw_it_even_while_it_is_heard() {
    for story in [tunisia_raises(), tunisia_is_heard()] {
        let story = story.when("carol", withdraw_point("p")).then([point_withdrawn("p")]);
        assert_eq!(story.meeting.points.heard, None);
        story.when("carol", withdraw_point("p")).then(Refusal::PointOver {});
    }
    tunisia_raises().when("bob", withdraw_point("p")).then(Refusal::NotYourSeat {});
}

#[test]
fn a_delegation_has_one_at_a_time_and_another_waits_for_the_ruling() {
    let story = tunisia_raises().when("carol", raise_point()).then(Refusal::PointRaised { point: id("p") });
    let story = story.happens([point_raised("q", "bob", Some("t"))]).when("clara", recognise("p"));
    let story = story.when("sam", recognise("q")).then(Refusal::PointHeard { point: id("p") });
    let story =
        story.when("sam", rule_on("q", Ruling::Noted, "")).then(Refusal::PointHeard { point: id("p") });
    let story = story.when("clara", rule_on("p", Ruling::Upheld, ""));
    // The turn is halted already.
    story.when("clara", recognise("q")).then([point_recognised("q", "bob", POINT_MS)]);
}

#[test]
fn no_other_business_is_done_while_one_is_heard() {
    let story = tunisia_is_heard();
    let heard = || Refusal::PointHeard { point: id("p") };
    let story = story.when("clara", give_floor("b", Some("t"))).then(heard());
    story.when("clara", resume_turn("t")).then(heard());
}

#[test]
fn the_chair_may_rule_without_hearing_and_then_nothing_was_halted() {
    let story = tunisia_raises().when("clara", rule_on("p", Ruling::Noted, ""));
    let story = story.then([point_ruled("p", Ruling::Noted, "")]);
    story.when("clara", resume_turn("t")).then(Refusal::TurnRuns {});
}

#[test]
fn a_colleague_speaks_to_it_where_whoever_raised_it_has_gone() {
    let story = egypt_speaks().happens([point_raised("p", "bob", Some("t")), left("bob")]);
    story
        .when("clara", recognise("p"))
        .then([suspended_for("t", Halt::PointOfOrder, ""), point_recognised("p", "badr", POINT_MS)]);
}

#[test]
fn a_suspended_meeting_halts_its_clock_too() {
    let story = tunisia_is_heard().after(MINUTE_MS).when("clara", suspend_session(""));
    assert!(live(&story).is_empty());
    assert_eq!(story.seen(&Key::Floor)["point"]["running_since_ms"], json!(null));
    let story = story.after(MINUTE_MS).when("clara", resume_session());
    assert_eq!(live(&story), [("carol".to_owned(), Kind::PointOfOrder)]);
    let heard = story.meeting.points.heard.as_ref().unwrap();
    assert_eq!(heard.clock.limit_at_ms(), Some(story.now_ms + POINT_MS - MINUTE_MS));
}

#[test]
fn what_is_not_ruled_on_lapses_with_the_session() {
    let story = tunisia_is_heard().happens([point_raised("q", "bob", None)]).when("clara", close_session());
    story.then_tags(&[
        "turn_ended",
        "point_lapsed",
        "point_lapsed",
        "request_lapsed",
        "list_closed",
        "session_closed",
    ]);
}

#[test]
fn without_rules_of_procedure_there_is_no_appeal() {
    // Domain, section 2: regional reviews take no votes.
    let story = tunisia_is_heard().when("clara", rule_on("p", Ruling::Rejected, ""));
    assert_eq!(placard(&story, "lebanon")["may_appeal"], json!(null));
    story.when("bob", appeal_ruling("p")).then(Refusal::NoVotes {});
}

#[test]
fn an_appeal_is_put_to_the_vote_at_once_and_a_majority_overrules_the_chair() {
    // Rules of procedure of the General Assembly, rule 71.
    let story = with_votes(tunisia_is_heard()).when("clara", rule_on("p", Ruling::Rejected, ""));
    assert_eq!(placard(&story, "lebanon")["may_appeal"], "p");
    let story = story.when("bob", appeal_ruling("p")).then([ruling_appealed("p", "lebanon")]);
    let open = || Refusal::AppealOpen { point: id("p") };
    let story = story.when("carol", appeal_ruling("p")).then(open());
    let story = story.when("clara", resume_turn("t")).then(open());
    for (votes, stands) in [([2, 1, 0], false), ([1, 1, 1], true), ([0, 3, 0], true)] {
        let story = story.clone().when("sam", decide_appeal("p", votes));
        let story = story.then([appeal_decided("p", stands, votes)]);
        assert_eq!(story.seen(&Key::Point(id("p")))["appeal"]["vote"]["stands"], stands);
        story.when("clara", resume_turn("t")).then([resumed_from("t", Halt::PointOfOrder)]);
    }
}

#[test]
fn there_are_no_more_votes_on_an_appeal_than_member_states() {
    let story = with_votes(tunisia_is_heard()).when("clara", rule_on("p", Ruling::Rejected, ""));
    let story = story.when("bob", appeal_ruling("p"));
    let story = story.when("sam", decide_appeal("p", [2, 1, 1])).then(Refusal::TooManyVotes { max: 3 });
    assert_eq!(story.seen(&Key::Point(id("p")))["appeal"]["vote"], json!(null));
    story.when("sam", decide_appeal("p", [2, 1, 0])).then([appeal_decided("p", false, [2, 1, 0])]);
}

#[test]
fn one_appeals_before_the_floor_goes_on_and_not_later() {
    let story = with_votes(tunisia_is_heard()).when("clara", rule_on("p", Ruling::Rejected, ""));
    let story = story.when("clara", resume_turn("t"));
    assert_eq!(placard(&story, "lebanon")["may_appeal"], json!(null));
    let story = story.when("bob", appeal_ruling("p")).then(Refusal::NoRuling {});
    story.when("sam", decide_appeal("p", [1, 0, 0])).then(Refusal::NoAppeal {});
}

#[test]
fn there_is_none_outside_the_meeting_or_without_a_seat() {
    given([]).when("carol", raise_point()).then(Refusal::WrongPhase { phase: Phase::Scheduled });
    given([opened()]).when("paul", raise_point()).then(Refusal::NoSeat {});
    given([opened()]).when("clara", recognise("p")).then(unknown(Field::Point));
}
