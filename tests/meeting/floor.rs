//! The floor and the clock of the turn on it.

use plenary::meeting::clock::Clock;
use plenary::meeting::command::Housekeeping;
use plenary::meeting::procedure::floor::{Ending, Halt};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::rules::{Rules, TimeMode};
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::Key;
use plenary::terms::people::Rank;
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, STATE_TURN_MS, charter, id};
use crate::words::*;

/// Egypt has turn `t` with request `a`; Lebanon waits with `b`.
fn egypt_speaks() -> Story {
    given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")])
        .happens([given_floor("t", "a", "alice")])
}

fn current(story: &Story) -> &Clock {
    &story.meeting.floor.current.as_ref().unwrap().clock
}

#[test]
fn giving_the_floor_starts_a_turn_with_the_time_of_the_request() {
    let story = given([list_opened("main"), opened(), requested("a", "alice")]);
    let story = story.when("clara", give_floor("a", None)).then([given_floor("t5", "a", "alice")]);
    assert_eq!((current(&story).limit_ms, current(&story).running_since_ms), (STATE_TURN_MS, Some(START_MS)));
    assert!(story.queue("main").is_empty());
}

#[test]
fn the_floor_can_be_given_to_any_who_waits_and_not_only_to_the_first() {
    let story = given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")]);
    assert_eq!(story.when("clara", give_floor("b", None)).queue("main"), ["a"]);
}

#[test]
fn giving_it_to_the_next_ends_the_turn_in_progress() {
    let story = egypt_speaks().after(MINUTE_MS).when("clara", give_floor("b", Some("t")));
    let story = story.then([turn_ended("t", Ending::NextGiven), given_floor("t7", "b", "bob")]);
    let heard = story.meeting.speakers.request(&id("a")).unwrap();
    assert_eq!((heard.state, heard.spoken_ms), (RequestState::Finished, MINUTE_MS));
}

#[test]
fn of_two_chairs_who_give_the_floor_at_once_the_second_is_refused() {
    let story = given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")]);
    let story = story.when("clara", give_floor("a", None)).when("maya", give_floor("b", None));
    story.then(Refusal::FloorChanged { turn: Some(id("t6")) });
}

#[test]
fn a_giver_who_sees_another_turn_than_the_one_in_progress_is_refused() {
    egypt_speaks()
        .when("clara", give_floor("b", Some("t9")))
        .then(Refusal::FloorChanged { turn: Some(id("t")) });
    let free = given([list_opened("main"), opened(), requested("a", "alice")]);
    free.when("clara", give_floor("a", Some("t9"))).then(Refusal::FloorChanged { turn: None });
}

#[test]
fn the_floor_is_not_given_to_who_has_it_or_is_not_there() {
    let state = RequestState::OnFloor;
    egypt_speaks().when("clara", give_floor("a", Some("t"))).then(Refusal::WrongRequestState { state });
    egypt_speaks().when("clara", give_floor("none", Some("t"))).then(unknown(Field::Request));
}

#[test]
fn the_delegation_has_the_floor_not_the_person_so_a_colleague_may_finish() {
    // Domain, section 2: the floor is given to a delegation.
    egypt_speaks().when("adam", finish_turn("t")).then([turn_ended("t", Ending::Finished)]);
    egypt_speaks().when("bob", finish_turn("t")).then(Refusal::NotYourSeat {});
}

#[test]
fn the_chair_may_take_the_floor_back() {
    let story = egypt_speaks().when("clara", stop_turn("t")).then([turn_ended("t", Ending::Stopped)]);
    assert_eq!(story.meeting.floor.current, None);
    story.when("clara", stop_turn("t")).then(Refusal::TurnOver {});
}

#[test]
fn a_turn_that_is_over_cannot_be_finished_or_extended() {
    let over = egypt_speaks().when("alice", finish_turn("t"));
    over.clone().when("alice", finish_turn("t")).then(Refusal::TurnOver {});
    over.when("clara", extend_turn("t", MINUTE_MS)).then(Refusal::TurnOver {});
}

#[test]
fn the_limit_is_reached_when_its_time_has_come_and_only_advises() {
    // Domain, section 6: a hard mute at the limit is the chair's discretion.
    let story = egypt_speaks();
    let timer = Housekeeping::ReachLimit(id("t"));
    assert_eq!(story.meeting.next_timer(), Some((START_MS + STATE_TURN_MS, timer.clone())));
    let story = story.after(STATE_TURN_MS - 1).housekeeping(timer.clone()).then(Refusal::LimitNotReached {});
    let story = story.after(1).housekeeping(timer.clone()).then([limit_reached("t")]);
    assert!(current(&story).limit_reached && current(&story).running_since_ms.is_some());
    assert_eq!(story.meeting.next_timer(), None);
    story.housekeeping(timer).then(Refusal::LimitNotReached {});
}

#[test]
fn a_timer_of_another_turn_is_refused() {
    let story = egypt_speaks().when("clara", give_floor("b", Some("t"))).after(STATE_TURN_MS);
    story.housekeeping(reach_limit("t")).then(Refusal::TurnOver {});
}

#[test]
fn a_timer_set_before_an_extension_is_refused() {
    let story =
        egypt_speaks().when("clara", extend_turn("t", MINUTE_MS)).then([turn_extended("t", MINUTE_MS)]);
    let story = story.after(STATE_TURN_MS).housekeeping(reach_limit("t")).then(Refusal::LimitNotReached {});
    story.after(MINUTE_MS).housekeeping(reach_limit("t")).then([limit_reached("t")]);
}

#[test]
fn a_timer_of_a_halted_turn_is_refused() {
    let story = egypt_speaks().when("clara", suspend_session("")).after(STATE_TURN_MS);
    story.housekeeping(reach_limit("t")).then(Refusal::LimitNotReached {});
}

#[test]
fn an_extension_after_the_limit_reopens_it() {
    let story = egypt_speaks().after(STATE_TURN_MS).housekeeping(reach_limit("t"));
    let story = story.when("clara", extend_turn("t", MINUTE_MS));
    assert!(!current(&story).limit_reached);
    assert_eq!(story.meeting.next_timer().unwrap().0, story.now_ms + MINUTE_MS);
}

#[test]
fn an_extension_that_does_not_cover_the_time_overrun_leaves_the_limit_reached() {
    let story = egypt_speaks().after(STATE_TURN_MS).housekeeping(reach_limit("t")).after(2 * MINUTE_MS);
    let story = story.when("clara", extend_turn("t", MINUTE_MS));
    assert!(current(&story).limit_reached);
}

#[test]
fn an_extension_is_of_one_second_to_thirty_minutes() {
    for by_ms in [i64::MIN, -1, 0, 999, 30 * MINUTE_MS + 1, i64::MAX] {
        let out_of_range = Refusal::OutOfRange { field: Field::ByMs, min: 1_000, max: 30 * MINUTE_MS };
        egypt_speaks().when("clara", extend_turn("t", by_ms)).then(out_of_range);
    }
    for by_ms in [1_000, 30 * MINUTE_MS] {
        egypt_speaks().when("clara", extend_turn("t", by_ms)).then([turn_extended("t", by_ms)]);
    }
}

#[test]
fn a_turn_may_be_extended_and_ended_while_it_is_halted() {
    let halted = egypt_speaks().when("clara", suspend_session(""));
    halted.clone().when("clara", extend_turn("t", MINUTE_MS)).then([turn_extended("t", MINUTE_MS)]);
    let story = halted.when("alice", finish_turn("t")).then([turn_ended("t", Ending::Finished)]);
    story.when("clara", resume_session()).then([resumed()]);
}

#[test]
fn a_clock_set_back_never_gives_a_negative_time() {
    let story = egypt_speaks().after(-10 * MINUTE_MS);
    assert_eq!(current(&story).spoken_ms(story.now_ms), 0);
    let story = story.when("clara", suspend_session(""));
    assert_eq!(current(&story).spent_ms, 0);
    let story = story.when("clara", resume_session()).after(-MINUTE_MS).when("alice", finish_turn("t"));
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().spoken_ms, 0);
}

#[test]
fn time_is_added_up_over_suspensions() {
    let story = egypt_speaks().after(MINUTE_MS).when("clara", suspend_session("")).after(5 * MINUTE_MS);
    let story = story.when("clara", resume_session()).after(MINUTE_MS).when("clara", suspend_session(""));
    let story = story.after(5 * MINUTE_MS).when("clara", resume_session()).after(1_000);
    let story = story.when("alice", finish_turn("t"));
    let spoken_ms = story.meeting.speakers.request(&id("a")).unwrap().spoken_ms;
    assert_eq!(spoken_ms, 2 * MINUTE_MS + 1_000);
}

#[test]
fn a_technical_stop_halts_the_clock_and_keeps_the_floor_with_the_time_left() {
    // Product, the floor: clock and list halt, the place is kept.
    let story = egypt_speaks().after(MINUTE_MS).when("clara", halt_turn("t", "no sound"));
    let story = story.then([suspended_for("t", Halt::Technical, "no sound")]).after(10 * MINUTE_MS);
    assert_eq!((current(&story).spoken_ms(story.now_ms), story.meeting.next_timer()), (MINUTE_MS, None));
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Suspended);
    let floor = story.seen(&Key::Floor);
    assert_eq!(
        (&floor["turn"]["halts"], &floor["turn"]["halt_reason"]),
        (&json!(["technical"]), &json!("no sound"))
    );
    let story = story.when("clara", halt_turn("t", "")).then(Refusal::TurnHalted {});
    let story = story.when("sam", resume_turn("t")).then([resumed_from("t", Halt::Technical)]);
    assert_eq!(current(&story).limit_at_ms(), Some(story.now_ms + STATE_TURN_MS - MINUTE_MS));
    story.when("sam", resume_turn("t")).then(Refusal::TurnRuns {});
}

#[test]
fn a_turn_goes_on_only_when_no_reason_to_halt_it_is_left() {
    let story = egypt_speaks().when("clara", halt_turn("t", "")).when("clara", suspend_session(""));
    let story = story.when("clara", resume_turn("t")).then(Refusal::WrongPhase { phase: Phase::Suspended });
    let story = story.when("clara", resume_session());
    assert_eq!(current(&story).running_since_ms, None);
    let story = story.when("clara", resume_turn("t"));
    assert_eq!(current(&story).running_since_ms, Some(story.now_ms));
}

#[test]
fn a_turn_that_is_halted_can_be_ended_and_followed_by_the_next() {
    let story = egypt_speaks().when("clara", halt_turn("t", "no sound"));
    story.clone().when("alice", finish_turn("t")).then([turn_ended("t", Ending::Finished)]);
    story.when("clara", give_floor("b", Some("t"))).then_tags(&["turn_ended", "floor_given"]);
}

/// The sample with rules.
fn with_rules(rules: Rules) -> Story {
    let mut charter = charter();
    charter.session.rules = Some(rules);
    egypt_speaks().housekeeping(convene(charter))
}

#[test]
fn where_the_rules_cut_the_floor_is_taken_back_after_the_time_of_grace_and_not_before() {
    let grace_ms = 15_000;
    let story = with_rules(Rules { time_mode: TimeMode::AutomaticCut, grace_ms, ..Rules::default() });
    let story = story.after(STATE_TURN_MS).housekeeping(reach_limit("t"));
    let cut = Housekeeping::CutTurn(id("t"));
    assert_eq!(story.meeting.next_timer(), Some((START_MS + STATE_TURN_MS + grace_ms, cut.clone())));
    let story = story.after(grace_ms - 1).housekeeping(cut.clone()).then(Refusal::LimitNotReached {});
    let extended = story.clone().when("clara", extend_turn("t", MINUTE_MS)).after(1);
    extended.housekeeping(cut.clone()).then(Refusal::LimitNotReached {});
    let story = story.after(1).housekeeping(cut.clone()).then([turn_ended("t", Ending::Cut)]);
    story.housekeeping(cut).then(Refusal::TurnOver {});
}

#[test]
fn where_the_rules_advise_nothing_is_ever_cut() {
    for time_mode in [TimeMode::Advise, TimeMode::Chime, TimeMode::ConfirmedCut] {
        let story = with_rules(Rules { time_mode, ..Rules::default() }).after(60 * MINUTE_MS);
        let story = story.housekeeping(reach_limit("t"));
        assert_eq!(story.meeting.next_timer(), None);
        story.housekeeping(Housekeeping::CutTurn(id("t"))).then(Refusal::LimitNotReached {});
    }
}

#[test]
fn nobody_cuts_a_minister_but_the_chair() {
    // Domain, section 2: never an automatic cut for ministers.
    for (rank, spared) in [(Rank::HeadOfState, true), (Rank::Minister, true), (Rank::ViceMinister, false)] {
        let mut charter = charter();
        charter.session.rules = Some(Rules { time_mode: TimeMode::AutomaticCut, ..Rules::default() });
        for person in charter.people.iter_mut().filter(|person| person.id == id("alice")) {
            person.rank = Some(rank);
        }
        let story = egypt_speaks().housekeeping(convene(charter));
        let story = story.after(STATE_TURN_MS).housekeeping(reach_limit("t")).after(60 * MINUTE_MS);
        assert_eq!(story.meeting.next_timer().is_none(), spared, "{rank:?}");
        let story = story.housekeeping(Housekeeping::CutTurn(id("t")));
        assert_eq!(story.outcome().is_err(), spared, "{rank:?}");
        if spared {
            story.when("clara", stop_turn("t")).then([turn_ended("t", Ending::Stopped)]);
        }
    }
}
