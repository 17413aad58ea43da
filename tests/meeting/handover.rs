//! Handover between booth mates.

use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::{HandoverEnd, OffAir, Output};
use plenary::meeting::view::Key;
use plenary::terms::limits::{HANDOVER_IN_MS_MAX, HANDOVER_WAITS_MS};
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{START_MS, charter, id};
use crate::words::*;

/// Ivan is on air in the Arabic booth; Iris sits beside him.
fn ivan_on_air() -> Story {
    given(["ivan", "iris", "ed", "eva"].map(arrived)).happens([opened(), on_air("arabic", "ivan", Output::A)])
}

/// He has asked her to take over after a countdown.
fn asked(in_ms: i64) -> Story {
    ivan_on_air().happens([handover_requested("h", "ivan", "iris", "ivan", in_ms)])
}

fn on_air_now(story: &Story) -> Value {
    story.seen(&Key::Booth(id("arabic")))["on_air"]["person"].clone()
}

#[test]
fn whoever_is_on_air_asks_and_the_other_accepts_and_both_swap_at_once() {
    let story = ivan_on_air().when("ivan", request_handover("iris", 0));
    let story = story.then([handover_requested("h8", "ivan", "iris", "ivan", 0)]);
    let shown = story.seen(&Key::Booth(id("arabic")))["handover"].clone();
    let expected = json!({"id": "h8", "from": "ivan", "to": "iris", "asked_by": "ivan", "in_ms": 0,
                          "expires_at_ms": START_MS + HANDOVER_WAITS_MS, "accepted_at_ms": null, "completes_at_ms": null});
    assert_eq!(shown, expected);
    let story = story.after(1_000).when("iris", accept_handover("h8"));
    let story = story.then([handover_accepted("h8", START_MS + 1_000), handover_completed("h8")]);
    let expected = json!({"person": "iris", "output": "a", "channel": "ar", "since_ms": START_MS + 1_000});
    assert_eq!(story.seen(&Key::Booth(id("arabic")))["on_air"], expected);
    assert_eq!(story.seen(&Key::Booth(id("arabic")))["handover"], Value::Null);
}

#[test]
fn whoever_is_off_air_asks_too_and_the_one_on_air_accepts() {
    let story = ivan_on_air().when("iris", request_handover("ivan", 0));
    let story = story.then([handover_requested("h8", "ivan", "iris", "iris", 0)]);
    let story = story.when("iris", accept_handover("h8")).then(Refusal::NotYourHandover {});
    let story = story.when("ivan", accept_handover("h8"));
    assert_eq!(on_air_now(&story), "iris");
}

#[test]
fn a_countdown_runs_from_the_acceptance_and_then_both_swap() {
    let story = asked(5_000).after(2_000).when("iris", accept_handover("h"));
    let story = story.then([handover_accepted("h", START_MS + 7_000)]);
    assert_eq!(on_air_now(&story), "ivan");
    assert_eq!(story.meeting.next_timer(), Some((START_MS + 7_000, complete_handover("h"))));
    let story = story.when("iris", accept_handover("h")).then([]);
    let story = story.after(4_999).housekeeping(complete_handover("h")).then(Refusal::HandoverNotDue {});
    let story = story.after(1).housekeeping(complete_handover("h")).then([handover_completed("h")]);
    assert_eq!((on_air_now(&story), story.meeting.next_timer()), (json!("iris"), None));
    story.housekeeping(complete_handover("h")).then(Refusal::HandoverOver {});
}

#[test]
fn a_handover_that_nobody_answers_expires() {
    let story = asked(0);
    assert_eq!(story.meeting.next_timer(), Some((START_MS + HANDOVER_WAITS_MS, expire_handover("h"))));
    let story = story.after(HANDOVER_WAITS_MS - 1).housekeeping(expire_handover("h"));
    let story = story.then(Refusal::HandoverNotDue {}).after(1);
    story.clone().when("iris", accept_handover("h")).then(Refusal::HandoverOver {});
    let story = story.housekeeping(expire_handover("h"));
    let story = story.then([handover_cancelled("h", HandoverEnd::Expired)]);
    story.when("iris", accept_handover("h")).then(Refusal::HandoverOver {});
}

#[test]
fn an_accepted_handover_does_not_expire() {
    let story = asked(HANDOVER_IN_MS_MAX).when("iris", accept_handover("h")).after(HANDOVER_WAITS_MS);
    story.housekeeping(expire_handover("h")).then(Refusal::HandoverNotDue {});
}

#[test]
fn either_side_cancels_until_the_swap() {
    let cancelled = |story: Story, who: &str, why| {
        story.when(who, cancel_handover("h")).then([handover_cancelled("h", why)]);
    };
    cancelled(asked(0), "iris", HandoverEnd::Declined);
    cancelled(asked(0), "ivan", HandoverEnd::Withdrawn);
    let accepted = || asked(5_000).when("iris", accept_handover("h"));
    cancelled(accepted(), "iris", HandoverEnd::Withdrawn);
    cancelled(accepted(), "ivan", HandoverEnd::Withdrawn);
    asked(0).when("ed", cancel_handover("h")).then(Refusal::NotYourHandover {});
    asked(0).when("ed", accept_handover("h")).then(Refusal::NotYourHandover {});
    asked(0).when("iris", cancel_handover("h9")).then(Refusal::HandoverOver {});
}

#[test]
fn a_partner_who_leaves_or_loses_the_microphone_cancels_it() {
    let gone = handover_cancelled("h", HandoverEnd::PartnerGone);
    let story = asked(5_000).when("iris", accept_handover("h"));
    let left_air = |why| off_air("arabic", "ivan", why);
    story.clone().housekeeping(leave("iris")).then([left("iris"), gone.clone()]);
    story.clone().housekeeping(leave("ivan")).then([left("ivan"), gone.clone(), left_air(OffAir::Left)]);
    let story = story.housekeeping(heard("iris")).housekeeping(heard("ivan"));
    story.clone().housekeeping(unheard("iris")).then([microphone_lost("iris"), gone.clone()]);
    let story = story.housekeeping(unheard("ivan"));
    story.then([microphone_lost("ivan"), gone, left_air(OffAir::Lost)]);
}

#[test]
fn whoever_goes_off_air_cancels_it() {
    let cancelled = handover_cancelled("h", HandoverEnd::OffAir);
    asked(0).when("ivan", go_off_air()).then([cancelled, off_air("arabic", "ivan", OffAir::Own)]);
    asked(0).when("iris", go_off_air()).then([]);
}

#[test]
fn one_handover_at_a_time_is_under_way_in_a_booth() {
    let pending = || Refusal::HandoverPending { handover: id("h") };
    asked(0).when("iris", request_handover("ivan", 0)).then(pending());
    asked(0).when("ivan", request_handover("iris", 5_000)).then(pending());
}

#[test]
fn a_handover_is_between_two_of_one_booth_of_whom_one_is_on_air() {
    ivan_on_air().when("ivan", request_handover("ed", 0)).then(unknown(Field::With));
    ivan_on_air().when("ivan", request_handover("ivan", 0)).then(unknown(Field::With));
    ivan_on_air().when("ivan", request_handover("stranger", 0)).then(unknown(Field::With));
    ivan_on_air().when("ed", request_handover("eva", 0)).then(Refusal::NotOnAir {});
    let alone = ivan_on_air().housekeeping(leave("iris"));
    alone.when("ivan", request_handover("iris", 0)).then(Refusal::Absent { person: id("iris") });
}

#[test]
fn a_countdown_is_at_most_a_minute() {
    let out = || Refusal::OutOfRange { field: Field::InMs, min: 0, max: HANDOVER_IN_MS_MAX };
    for in_ms in [-1, HANDOVER_IN_MS_MAX + 1, i64::MAX, i64::MIN] {
        ivan_on_air().when("ivan", request_handover("iris", in_ms)).then(out());
    }
    let longest = ivan_on_air().when("ivan", request_handover("iris", HANDOVER_IN_MS_MAX));
    longest.then_tags(&["handover_requested"]);
}

#[test]
fn whoever_is_live_on_the_floor_by_then_does_not_take_over() {
    let mut revised = charter();
    revised.people.iter_mut().find(|person| person.id == id("iris")).unwrap().roles =
        vec![Role::Interpreter, Role::Moderator];
    let revised = || convene(revised.clone());
    let on_podium = ivan_on_air().housekeeping(revised()).when("iris", open_microphone(None));
    on_podium.when("ivan", request_handover("iris", 0)).then(Refusal::AlreadyLive {});
    let asked = asked(5_000).housekeeping(revised());
    asked
        .clone()
        .when("iris", open_microphone(None))
        .when("iris", accept_handover("h"))
        .then(Refusal::AlreadyLive {});
    let accepted = asked.when("iris", accept_handover("h")).when("iris", open_microphone(None));
    let story = accepted.after(5_000).housekeeping(complete_handover("h"));
    let story = story.then([handover_cancelled("h", HandoverEnd::PartnerGone)]);
    assert_eq!(on_air_now(&story), "ivan");
}

#[test]
fn of_two_timers_the_earlier_comes_first() {
    let story = given(["alice", "ivan", "iris"].map(arrived)).happens([list_opened("main"), opened()]);
    let story =
        story.happens([requested("a", "alice"), given_floor("t", "a", "alice")]).after(2 * 60_000 + 40_000);
    let story = story.happens([on_air("arabic", "ivan", Output::A)]);
    let story = story.happens([handover_requested("h", "ivan", "iris", "ivan", 0)]);
    assert_eq!(story.meeting.next_timer(), Some((START_MS + 180_000, reach_limit("t"))));
    let story = story.happens([limit_reached("t")]);
    assert_eq!(story.meeting.next_timer(), Some((story.now_ms + HANDOVER_WAITS_MS, expire_handover("h"))));
}
