//! Time on lists, cut and given; and rights of reply, which are counted.

use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::speakers::{Policy, RequestState};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::Key;
use plenary::terms::ids::Millis;
use plenary::terms::people::Category;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, STATE_TURN_MS, charter, id};
use crate::words::*;

fn in_session() -> Story {
    given([list_opened("main"), list_opened("reply"), opened()])
}

fn turn_ms(story: &Story, request: &str) -> Millis {
    story.meeting.speakers.request(&id(request)).unwrap().request.turn_ms
}

#[test]
fn speaking_time_may_be_cut_mid_list_for_those_who_wait_and_those_who_come() {
    // Domain, section 2: time limits are per category and may be cut mid-list (3 to 2 minutes).
    let story =
        in_session().happens([requested("a", "alice"), requested("b", "bob"), requested("d", "dina")]);
    let story = story.happens([given_floor("t", "a", "alice")]);
    let cut = set_speaking_time("main", None, 2 * MINUTE_MS);
    let story = story.when("clara", cut).then([speaking_time_set("main", None, 2 * MINUTE_MS)]);
    // Who speaks keeps the time; who had less keeps less.
    assert_eq!(turn_ms(&story, "a"), STATE_TURN_MS);
    assert_eq!((turn_ms(&story, "b"), turn_ms(&story, "d")), (2 * MINUTE_MS, MINUTE_MS));
    let list = story.seen(&Key::List(id("main")));
    assert_eq!((&list["turn_ms_max"], &list["times_set_at_ms"]), (&json!(120_000), &json!(story.now_ms)));
    // Everybody who waits is told what they had, and when that was changed; who had less is not.
    let retimed = json!({"was_ms": STATE_TURN_MS, "at_ms": story.now_ms});
    assert_eq!(list["retimed"], retimed);
    let told = |request: &str| story.seen(&Key::Request(id(request)))["retimed"].clone();
    assert_eq!((told("a"), told("b"), told("d")), (Value::Null, retimed, Value::Null));
    let story = story.when("carol", request_floor("main"));
    assert_eq!(turn_ms(&story, "r10"), 2 * MINUTE_MS);
    assert_eq!(story.seen(&Key::Request(id("r10")))["retimed"], Value::Null);
    // Given back, it is as planned and no more.
    let story = story.when("clara", set_speaking_time("main", None, 5 * MINUTE_MS));
    assert_eq!((turn_ms(&story, "b"), turn_ms(&story, "d")), (STATE_TURN_MS, MINUTE_MS));
}

#[test]
fn a_category_may_be_given_a_time_of_its_own() {
    let story = in_session().happens([requested("a", "alice"), requested("d", "dina")]);
    let story = story.when("clara", set_speaking_time("main", Some(Category::Ngo), 2 * MINUTE_MS));
    assert_eq!((turn_ms(&story, "a"), turn_ms(&story, "d")), (STATE_TURN_MS, 2 * MINUTE_MS));
    let list = story.seen(&Key::List(id("main")));
    assert_eq!(list["turn_ms_by_category"], json!([{"category": "ngo", "turn_ms": 120_000}]));
}

#[test]
fn a_statement_on_behalf_of_a_group_may_have_a_time_of_its_own_until_it_is_cut() {
    // Domain, section 2: WHO gives States 3 minutes, a regional or group statement 4.
    let mut charter = charter();
    charter.lists[0].turn_ms_on_behalf = Some(4 * MINUTE_MS);
    let story = given([]).housekeeping(convene(charter));
    let story = story.happens([list_opened("main"), opened()]);
    let story = story.when("alice", request_floor_in("main", "en", "the Arab Group"));
    let story = story.when("bob", request_floor("main"));
    assert_eq!((turn_ms(&story, "r5"), turn_ms(&story, "r6")), (4 * MINUTE_MS, STATE_TURN_MS));
    let story = story.when("clara", set_speaking_time("main", None, 3 * MINUTE_MS + 30_000));
    assert_eq!((turn_ms(&story, "r5"), turn_ms(&story, "r6")), (3 * MINUTE_MS + 30_000, STATE_TURN_MS));
}

#[test]
fn a_speaking_time_has_its_bounds() {
    for turn_ms in [9_999, 2 * 3_600_000 + 1] {
        let out_of_range = Refusal::OutOfRange { field: Field::TurnMs, min: 10_000, max: 2 * 3_600_000 };
        in_session().when("clara", set_speaking_time("main", None, turn_ms)).then(out_of_range);
    }
    in_session().when("clara", set_speaking_time("none", None, MINUTE_MS)).then(unknown(Field::List));
}

#[test]
fn speakers_with_disabilities_are_given_extra_time_that_a_cut_leaves_them() {
    // Domain, section 2: at least one extra minute for speakers with disabilities.
    let story = in_session().happens([requested("a", "alice"), requested("b", "bob")]);
    let story =
        story.when("sam", grant_extra_time("a", MINUTE_MS)).then([extra_time_granted("a", MINUTE_MS)]);
    assert_eq!((turn_ms(&story, "a"), turn_ms(&story, "b")), (STATE_TURN_MS + MINUTE_MS, STATE_TURN_MS));
    assert_eq!(story.seen(&Key::Request(id("a")))["extra_ms"], 60_000);
    let story = story.when("sam", set_speaking_time("main", None, 2 * MINUTE_MS));
    assert_eq!(turn_ms(&story, "a"), 3 * MINUTE_MS);
    // Said again, it takes the place of the first.
    let story = story.when("sam", grant_extra_time("a", 2 * MINUTE_MS));
    assert_eq!(turn_ms(&story, "a"), 4 * MINUTE_MS);
    for extra_ms in [9_999, 600_001] {
        let out_of_range = Refusal::OutOfRange { field: Field::ExtraMs, min: 10_000, max: 600_000 };
        story.clone().when("sam", grant_extra_time("a", extra_ms)).then(out_of_range);
    }
    let story = story.happens([given_floor("t", "a", "alice")]);
    let on_floor = Refusal::WrongRequestState { state: RequestState::OnFloor };
    story.when("sam", grant_extra_time("a", MINUTE_MS)).then(on_floor);
}

/// Egypt has spoken, with the request `a`; the main list is closed.
fn egypt_has_spoken() -> Story {
    in_session().happens([
        requested("a", "alice"),
        given_floor("t", "a", "alice"),
        turn_ended("t", Ending::Finished),
        list_closed("main"),
    ])
}

#[test]
fn a_right_of_reply_may_be_asked_for_after_the_list_is_closed_and_names_the_statement() {
    // Domain, section 2: right of reply may still be given after closure. Section 4: it names to whose statement.
    let story = egypt_has_spoken();
    story.clone().when("bob", request_floor("main")).then(Refusal::ListClosed {});
    let story = story.when("bob", reply_to("reply", "a")).then_tags(&["floor_requested"]);
    assert_eq!(story.seen(&Key::Request(id("r9")))["reply_to"], "a");
}

#[test]
fn a_reply_names_a_statement_of_others_that_was_heard() {
    let story = egypt_has_spoken().happens([requested("b", "bob")]);
    story.clone().when("alice", reply_to("reply", "a")).then(Refusal::NotRepliable {});
    story.clone().when("carol", reply_to("reply", "b")).then(Refusal::NotRepliable {});
    story.clone().when("carol", reply_to("reply", "none")).then(unknown(Field::ReplyTo));
    let story = story.happens([list_opened("main")]);
    story.when("carol", reply_to("main", "a")).then(Refusal::NotRepliable {});
}

/// A list of replies as the file has it where it says nothing: two, of ten and of five minutes.
fn by_default() -> Story {
    let mut charter = charter();
    charter.lists[1].turn_ms_by_reply = vec![10 * MINUTE_MS, 5 * MINUTE_MS];
    let story = given([]).housekeeping(convene(charter));
    story.happens([list_opened("reply"), opened()])
}

#[test]
fn a_delegation_replies_twice_ten_minutes_and_then_five() {
    // Domain, section 2: at most 2 per delegation, 10 then 5 minutes.
    let story = by_default().when("bob", request_floor("reply"));
    assert_eq!(turn_ms(&story, "r5"), 10 * MINUTE_MS);
    let story = story.when("clara", give_floor("r5", None)).when("clara", stop_turn("t6"));
    let story = story.when("badr", request_floor("reply"));
    assert_eq!(turn_ms(&story, "r8"), 5 * MINUTE_MS);
    let story = story.when("clara", give_floor("r8", None)).when("clara", stop_turn("t9"));
    let story = story.when("bob", request_floor("reply")).then(Refusal::ReplyLimit { max: 2 });
    let story = story.when("clara", add_request("reply", "lebanon")).then(Refusal::ReplyLimit { max: 2 });
    // Others have theirs.
    story.when("alice", request_floor("reply")).then_tags(&["floor_requested"]);
}

#[test]
fn a_reply_that_was_withdrawn_or_declined_does_not_count() {
    let story = by_default().when("bob", request_floor("reply")).when("bob", withdraw("r5"));
    let story = story.when("bob", request_floor("reply")).when("clara", decline("r7", "not now"));
    let story = story.when("bob", request_floor("reply"));
    assert_eq!(turn_ms(&story, "r9"), 10 * MINUTE_MS);
}

#[test]
fn how_often_a_delegation_replies_is_configured() {
    let mut charter = charter();
    charter.lists[1].replies_per_delegation_max = Some(1);
    let story = given([list_opened("reply"), opened()]).housekeeping(convene(charter));
    let story = story.when("bob", request_floor("reply"));
    story.when("badr", request_floor("reply")).then(Refusal::ReplyLimit { max: 1 });
}

#[test]
fn an_order_keeps_who_replies_to_what() {
    let story = egypt_has_spoken().when("bob", reply_to("reply", "a")).when("carol", request_floor("reply"));
    let story = story.when("sam", propose_order("reply", Policy::FirstCome {}));
    let version = story.seen(&Key::Proposal(id("reply")))["list_version"].as_u64().unwrap();
    let story = story.when("sam", apply_order("reply", u32::try_from(version).unwrap()));
    assert_eq!(story.seen(&Key::Request(id("r9")))["reply_to"], "a");
    assert_eq!(story.seen(&Key::Request(id("r10")))["reply_to"], Value::Null);
}
