//! Asking for the floor, and how a request ends.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::speakers::{self, Request, RequestState};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::terms::ids::Moment;
use plenary::terms::limits::{QUEUE_MAX, REQUESTS_MAX};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, STATE_TURN_MS, charter, id};
use crate::words::*;

/// The main list is open and so is the session; the next request is `r4`.
fn in_session() -> Story {
    given([list_opened("main"), opened()])
}

fn made(request: Request) -> [Event; 1] {
    [Event::Speakers(speakers::Event::FloorRequested { request })]
}

#[test]
fn the_delegation_asks_and_the_person_is_to_speak_for_it() {
    // Domain, section 2: the floor is asked by a delegation.
    in_session().when("alice", request_floor("main")).then(made(request("r4", "main", "alice")));
}

#[test]
fn a_request_made_before_the_opening_is_inscribed() {
    let inscribed = Request { inscribed: true, ..request("r3", "main", "alice") };
    given([list_opened("main")]).when("alice", request_floor("main")).then(made(inscribed));
}

#[test]
fn each_category_has_its_own_speaking_time() {
    // Domain, section 2: WHO gives States 3 minutes and non-State actors 1.
    let story = in_session().when("alice", request_floor("main")).when("dina", request_floor("main"));
    let turn_ms = |name| story.meeting.speakers.request(&id(name)).map(|entry| entry.request.turn_ms);
    assert_eq!((turn_ms("r4"), turn_ms("r5")), (Some(STATE_TURN_MS), Some(MINUTE_MS)));
}

#[test]
fn a_delegation_waits_once_on_a_list_whoever_of_it_asks() {
    in_session()
        .when("alice", request_floor("main"))
        .when("adam", request_floor("main"))
        .then(Refusal::AlreadyOnList { request: id("r4") });
}

#[test]
fn a_list_may_be_configured_to_take_more_requests_of_a_delegation() {
    // Domain, section 2: at most two rights of reply per delegation.
    given([list_opened("reply"), opened()])
        .when("alice", request_floor("reply"))
        .when("adam", request_floor("reply"))
        .then_tags(&["floor_requested"])
        .when("alice", request_floor("reply"))
        .then(Refusal::AlreadyOnList { request: id("r4") });
}

#[test]
fn a_delegation_may_wait_on_several_lists() {
    let story = given([list_opened("main"), list_opened("reply"), opened(), requested("a", "alice")]);
    story.when("alice", request_floor("reply")).then_tags(&["floor_requested"]);
}

#[test]
fn who_has_spoken_may_ask_again() {
    let story = in_session().happens([requested("a", "alice"), given_floor("t", "a", "alice")]);
    story
        .when("alice", finish_turn("t"))
        .when("alice", request_floor("main"))
        .then_tags(&["floor_requested"]);
}

#[test]
fn a_closed_list_refuses_delegates_but_the_managers_may_add() {
    let story = in_session().when("clara", close_list("main")).then([list_closed("main")]);
    story.clone().when("alice", request_floor("main")).then(Refusal::ListClosed {});
    for manager in ["clara", "maya", "sam"] {
        let added = Request { speaker: None, ..request("r5", "main", "alice") };
        story.clone().when(manager, add_request("main", "egypt")).then(made(added));
    }
}

#[test]
fn a_closed_list_keeps_who_waits_and_can_be_reopened() {
    // Domain, section 2: practice reopens a list by decision.
    let story = in_session().when("alice", request_floor("main")).when("clara", close_list("main"));
    assert_eq!(story.queue("main"), ["r4"]);
    story
        .when("clara", open_list("main"))
        .then([list_opened("main")])
        .when("bob", request_floor("main"))
        .then_tags(&["floor_requested"]);
}

#[test]
fn a_list_that_is_as_asked_already_is_not_changed() {
    in_session().when("sam", open_list("main")).then(Refusal::ListUnchanged { open: true });
    given([]).when("sam", close_list("main")).then(Refusal::ListUnchanged { open: false });
}

#[test]
fn what_a_request_names_must_be_there() {
    in_session().when("sam", open_list("none")).then(unknown(Field::List));
    in_session().when("alice", request_floor("none")).then(unknown(Field::List));
    in_session().when("sam", add_request("none", "egypt")).then(unknown(Field::List));
    in_session().when("sam", add_request("main", "atlantis")).then(unknown(Field::Delegation));
    in_session().when("alice", request_floor_in("main", "zh", "")).then(unknown(Field::Language));
    for command in [withdraw("none"), call("none"), pass_over("none"), to_written("none")] {
        let actor = if command == withdraw("none") { "alice" } else { "clara" };
        in_session().when(actor, command).then(unknown(Field::Request));
    }
}

#[test]
fn on_behalf_of_is_in_the_delegations_own_words_up_to_a_length() {
    // Domain, section 2: "Also on behalf of …" is an attribute of the statement.
    let on_behalf_of = "the Group of 77".to_owned();
    in_session()
        .when("alice", request_floor_in("main", "en", " the Group of 77 "))
        .then(made(Request { on_behalf_of, ..request("r4", "main", "alice") }));
    in_session()
        .when("alice", request_floor_in("main", "en", &"x".repeat(201)))
        .then(Refusal::TooLong { field: Field::OnBehalfOf, max: 200 });
}

#[test]
fn a_colleague_of_the_same_seat_may_withdraw_and_nobody_else() {
    let story = in_session().happens([requested("a", "alice")]);
    story.clone().when("bob", withdraw("a")).then(Refusal::NotYourSeat {});
    let story = story.when("adam", withdraw("a")).then([withdrawn("a")]);
    story.when("alice", withdraw("a")).then(Refusal::WrongRequestState { state: RequestState::Withdrawn });
}

#[test]
fn the_chair_may_decline_with_a_reason() {
    let story = in_session().happens([requested("a", "alice")]);
    story.clone().when("clara", decline("a", " ")).then(Refusal::Empty { field: Field::Reason });
    let too_long = Refusal::TooLong { field: Field::Reason, max: 300 };
    story.clone().when("clara", decline("a", &"x".repeat(301))).then(too_long);
    let story = story.when("clara", decline("a", "Off the agenda")).then([declined("a", "Off the agenda")]);
    assert!(story.queue("main").is_empty());
}

#[test]
fn a_call_to_stand_by_is_made_once() {
    in_session()
        .happens([requested("a", "alice")])
        .when("clara", call("a"))
        .then([called("a")])
        .when("clara", call("a"))
        .then(Refusal::WrongRequestState { state: RequestState::Called });
}

#[test]
fn who_is_passed_over_goes_to_the_end_of_the_list_and_waits_again() {
    let story = in_session().happens([requested("a", "alice"), requested("b", "bob"), called("a")]);
    let story = story.when("clara", pass_over("a")).then([passed_over("a")]);
    assert_eq!(story.queue("main"), ["b", "a"]);
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::Queued);
}

#[test]
fn an_inscribed_request_can_be_filed_in_writing_but_not_called_or_passed_over() {
    let story = given([list_opened("main"), inscribed("a", "alice")]);
    let state = RequestState::Inscribed;
    story.clone().when("clara", call("a")).then(Refusal::WrongRequestState { state });
    story.clone().when("clara", pass_over("a")).then(Refusal::WrongRequestState { state });
    story.when("clara", to_written("a")).then([sent_to_written("a")]);
}

#[test]
fn a_request_that_came_to_an_end_stays_as_it_ended() {
    let ends = [
        (withdrawn("a"), RequestState::Withdrawn),
        (declined("a", "late"), RequestState::Declined),
        (sent_to_written("a"), RequestState::ToWritten),
    ];
    for (end, state) in ends {
        let story = in_session().happens([requested("a", "alice"), end]);
        let commands = [
            decline("a", "x"),
            call("a"),
            pass_over("a"),
            to_written("a"),
            move_to("a", 1, 2, "x"),
            give_floor("a", None),
        ];
        for command in commands {
            story.clone().when("clara", command).then(Refusal::WrongRequestState { state });
        }
    }
}

#[test]
fn a_list_takes_no_more_than_its_most() {
    let mut charter = charter();
    charter.lists[0].requests_per_delegation_max = u16::MAX;
    let story = in_session().housekeeping(convene(charter));
    let story = story.happens((0..QUEUE_MAX).map(|number| requested(&format!("q{number}"), "alice")));
    story.clone().when("bob", request_floor("main")).then(Refusal::Full { max: QUEUE_MAX });
    story.when("clara", add_request("main", "lebanon")).then(Refusal::Full { max: QUEUE_MAX });
}

#[test]
fn a_session_takes_no_more_requests_than_its_most() {
    let past = |number| [requested(&format!("q{number}"), "alice"), declined(&format!("q{number}"), "late")];
    let story = in_session().happens((0..REQUESTS_MAX).flat_map(past));
    story.when("bob", request_floor("main")).then(Refusal::Full { max: REQUESTS_MAX });
}

#[test]
fn a_change_of_a_long_list_with_a_long_past_stays_quick() {
    let mut charter = charter();
    charter.lists[0].requests_per_delegation_max = u16::MAX;
    let past = |number| [requested(&format!("p{number}"), "alice"), declined(&format!("p{number}"), "late")];
    let story = in_session().housekeeping(convene(charter));
    let story = story.happens((0..19_000).flat_map(past));
    let story = story.happens((1..QUEUE_MAX).map(|number| requested(&format!("q{number}"), "bob")));
    let before = story.meeting.clone();
    let touched_by = |command: Command| {
        let story = story.clone().when("clara", command);
        let event = &story.log.last().unwrap().event;
        plenary::meeting::view::touched(&before, event, &story.meeting).len()
    };
    // Those in the queue, the list, the floor and a standing: never those of the past. The sound besides: channels,
    // booths, what the desk is told, and the cards of those who may be live. Each delegation's placard, and what can be undone.
    // Of each list its outlook and an order that is proposed; how ready the one is; who spoke how long; who comes next.
    let everybody: Moment = Moment::from(QUEUE_MAX) + 4 + (4 + 3) + 2 + 4 + 5 + 4 + 1 + 1;
    assert!(touched_by(give_floor("q1", None)) as Moment <= everybody);
    assert!(touched_by(suspend_session("")) as Moment <= everybody);
    assert!(touched_by(pass_over("q1")) as Moment <= everybody);
    assert_eq!(touched_by(decline("q499", "late")), 9);
    assert_eq!(touched_by(add_request("main", "tunisia")), 8);
    assert_eq!(touched_by(call("q250")), 8);
}
