//! Pre-recorded statements: handed in ahead, confidential until heard, played in the turn of a delegation.

use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::speakers::RequestState;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::plan;
use plenary::meeting::statements::let_go;
use plenary::meeting::statements::prerecorded::playing;
use plenary::meeting::view::{self, Key, Scope};
use plenary::terms::ids::Millis;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, id};
use crate::words::*;

/// Length of the statement in these stories.
const LENGTH_MS: Millis = 2 * MINUTE_MS;

/// Egypt, of which nobody is present, waits with the request `a`; Lebanon, present and ready to speak, with `b`.
fn waits() -> Story {
    let ready = [arrived("clara"), arrived("bob"), agreed("bob")];
    let lists = [list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")];
    given(ready).happens(lists)
}

/// Egypt has handed its statement in.
fn handed_in() -> Story {
    waits().happens([prerecorded_received("a", "alice", "c1", LENGTH_MS)])
}

/// It is being played in the turn `t`.
fn plays() -> Story {
    handed_in().happens([played("t", "a", "alice", "c1", LENGTH_MS)])
}

fn floor(story: &Story) -> Vec<String> {
    plan::plan(&story.meeting).floor.iter().map(ToString::to_string).collect()
}

#[test]
fn a_statement_is_handed_in_by_its_own_delegation_while_it_waits_and_within_bounds() {
    let hand = |person: &str, length_ms| waits().housekeeping(hand_in(person, "a", "c1", length_ms));
    hand("alice", LENGTH_MS).then([prerecorded_received("a", "alice", "c1", LENGTH_MS)]);
    hand("adam", LENGTH_MS).then([prerecorded_received("a", "adam", "c1", LENGTH_MS)]);
    hand("bob", LENGTH_MS).then(Refusal::NotYourSeat {});
    hand("olga", LENGTH_MS).then(Refusal::NotAllowed {});
    hand("clara", LENGTH_MS).then(Refusal::NotAllowed {});
    let bounds = Refusal::OutOfRange { field: Field::LengthMs, min: 1_000, max: 900_000 };
    hand("alice", 999).then(bounds.clone());
    hand("alice", 900_001).then(bounds);
    let other = waits().housekeeping(hand_in("alice", "none", "c1", LENGTH_MS));
    other.then(unknown(Field::Request));
    let heard = waits().happens([given_floor("t", "a", "alice")]);
    let state = RequestState::OnFloor;
    heard.housekeeping(hand_in("alice", "a", "c1", LENGTH_MS)).then(Refusal::WrongRequestState { state });
}

#[test]
fn a_later_statement_takes_the_place_of_an_earlier_and_the_same_is_no_change() {
    let story = handed_in().housekeeping(hand_in("adam", "a", "c1", LENGTH_MS)).then([]);
    let story = story.housekeeping(hand_in("adam", "a", "c2", MINUTE_MS));
    let story = story.then([prerecorded_received("a", "adam", "c2", MINUTE_MS)]);
    assert_eq!(story.seen(&Key::Prerecorded(id("a")))["length_ms"], json!(MINUTE_MS));
    let story = story.when("alice", take_back_prerecorded("a")).then([prerecorded_taken_back("a")]);
    assert_eq!(story.seen(&Key::Prerecorded(id("a"))), Value::Null);
    story.clone().when("alice", take_back_prerecorded("a")).then(Refusal::NotPrerecorded {});
    handed_in().when("bob", take_back_prerecorded("a")).then(Refusal::NotYourSeat {});
}

#[test]
fn that_there_is_one_its_delegation_the_booths_and_the_desk_see_until_it_was_heard() {
    let told =
        |story: &Story, scope: Scope| story.shown_to(&scope).contains(&format!("\"length_ms\":{LENGTH_MS}"));
    let scopes =
        || [Scope::Everyone, Scope::Delegation(id("egypt")), Scope::Delegation(id("lebanon")), Scope::Booths];
    let who = |story: &Story| scopes().map(|scope| told(story, scope));
    assert_eq!(who(&handed_in()), [false, true, false, true]);
    let clara = handed_in().meeting.roster.person(&id("clara")).unwrap().clone();
    assert!(
        view::scopes(&handed_in().meeting, &clara).contains(&Scope::Booths),
        "the desk follows the booths"
    );
    let heard = plays().happens([turn_ended("t", Ending::Finished)]);
    assert_eq!(who(&heard), [false; 4]);
}

#[test]
fn whoever_prepares_for_it_may_listen_ahead_and_nobody_else() {
    let may = |story: &Story, person: &str| {
        let person = story.meeting.roster.person(&id(person)).unwrap();
        view::preview(&story.meeting, person, &id("a")).is_some()
    };
    // Tom, a technician, checks its level.
    let people = ["alice", "adam", "clara", "sam", "ivan", "tom", "bob", "olga", "rita", "screen"];
    let those = |story: &Story| people.into_iter().filter(|name| may(story, name)).collect::<Vec<_>>();
    assert_eq!(those(&handed_in()), ["alice", "adam", "clara", "sam", "ivan", "tom"]);
    let heard = plays().happens([turn_ended("t", Ending::Finished)]);
    assert_eq!(those(&heard), [""; 0]);
    assert_eq!(those(&waits()), [""; 0]);
}

#[test]
fn whoever_is_told_that_there_is_one_may_listen_to_it() {
    let story = handed_in();
    for person in story.meeting.roster.people() {
        let told = view::scopes(&story.meeting, person)
            .iter()
            .any(|scope| story.shown_to(scope).contains(&format!("\"length_ms\":{LENGTH_MS}")));
        assert_eq!(view::preview(&story.meeting, person, &id("a")).is_some(), told, "{}", person.id);
    }
}

#[test]
fn the_chair_may_play_it_for_a_delegation_that_is_absent() {
    // Domain, section 2: a pre-recorded statement may stand for live delivery.
    let story = handed_in().when("clara", play_prerecorded("a", None)).then_tags(&["floor_given"]);
    let turn = &story.seen(&Key::Floor)["turn"];
    assert_eq!((&turn["prerecorded_ms"], &turn["delegation"]), (&json!(LENGTH_MS), &json!("egypt")));
    assert_eq!(turn["speaker"]["person"], json!("alice"), "who was inscribed is who was recorded");
    assert_eq!(story.seen(&Key::Request(id("a")))["state"], json!("on_floor"));
}

#[test]
fn what_was_not_handed_in_cannot_be_played_and_a_play_follows_the_rules_of_the_floor() {
    waits().when("clara", play_prerecorded("a", None)).then(Refusal::NotPrerecorded {});
    handed_in().when("clara", play_prerecorded("none", None)).then(unknown(Field::Request));
    let taken = handed_in().happens([given_floor("u", "b", "bob")]);
    let changed = Refusal::FloorChanged { turn: Some(id("u")) };
    taken.clone().when("clara", play_prerecorded("a", None)).then(changed);
    taken.when("clara", play_prerecorded("a", Some("u"))).then_tags(&["turn_ended", "floor_given"]);
}

#[test]
fn its_sound_is_that_of_the_turn_while_the_clock_runs() {
    let story = plays();
    assert_eq!(floor(&story), ["prerecorded.t"]);
    assert_eq!(plan::spoken(&story.meeting), Some(&id("en")));
    let now = playing(&story.meeting).unwrap();
    assert_eq!((now.clip, now.played_ms, now.since_ms), (id("c1"), 0, story.now_ms));
    // Of a delegation that has come meanwhile no microphone is live.
    let story = story.happens([arrived("alice"), agreed("alice")]);
    assert_eq!(floor(&story), ["prerecorded.t"]);
    assert_eq!(story.seen(&Key::You(id("alice")))["microphone"]["live"], json!("off"));
}

#[test]
fn the_language_stays_that_of_the_statement_though_the_chair_has_a_microphone_open() {
    let story = handed_in().happens([microphone_opened("clara")]);
    let story = story.happens([played("t", "a", "alice", "c1", LENGTH_MS)]);
    assert_eq!(floor(&story), ["prerecorded.t", "clara"]);
    assert_eq!(plan::spoken(&story.meeting), Some(&id("en")));
}

#[test]
fn halted_it_keeps_its_place_and_goes_on_from_there() {
    for (halt, resume) in [
        (suspended_for("t", plenary::meeting::procedure::floor::Halt::Technical, ""), "technical"),
        (suspended_for("t", plenary::meeting::procedure::floor::Halt::PointOfOrder, ""), "point_of_order"),
    ] {
        let story = plays().after(30_000).happens([halt]);
        assert_eq!((floor(&story), playing(&story.meeting)), (vec![], None));
        let story = story.after(MINUTE_MS);
        let cause = serde_json::from_value(json!(resume)).unwrap();
        let story = story.happens([resumed_from("t", cause)]);
        let now = playing(&story.meeting).unwrap();
        assert_eq!((now.played_ms, now.since_ms), (30_000, story.now_ms));
    }
}

#[test]
fn with_its_end_the_turn_ends_and_no_sooner() {
    let early = plays().after(LENGTH_MS - 1).housekeeping(end_prerecorded("t"));
    early.then(Refusal::LimitNotReached {});
    let timer = plays().meeting.next_timer().unwrap();
    assert_eq!(timer, (plays().now_ms + LENGTH_MS, end_prerecorded("t")));
    let ended = plays().after(LENGTH_MS).housekeeping(end_prerecorded("t"));
    let ended = ended.then([turn_ended("t", Ending::Finished)]);
    assert_eq!(ended.seen(&Key::Request(id("a")))["state"], json!("finished"));
    ended.housekeeping(end_prerecorded("t")).then(Refusal::TurnOver {});
}

#[test]
fn stopped_the_turn_goes_on_for_whoever_speaks_with_the_time_left() {
    let story = plays().happens([arrived("alice"), agreed("alice")]).after(30_000);
    story.clone().when("alice", speak_for_turn("t")).then(Refusal::PrerecordedPlays {});
    story.clone().when("clara", name_turn_speaker("t", "adam")).then(Refusal::PrerecordedPlays {});
    let story = story.when("clara", stop_prerecorded("t")).then([prerecorded_stopped("t")]);
    assert_eq!((floor(&story), playing(&story.meeting)), (vec!["alice".to_owned()], None));
    let turn = &story.seen(&Key::Floor)["turn"];
    assert_eq!((&turn["spent_ms"], turn.get("prerecorded_ms")), (&json!(0), None));
    assert_eq!(story.meeting.floor.current.as_ref().unwrap().clock.spoken_ms(story.now_ms), 30_000);
    story.clone().when("clara", stop_prerecorded("t")).then(Refusal::NotPrerecorded {});
    story.when("clara", stop_prerecorded("u")).then(Refusal::TurnOver {});
}

#[test]
fn a_play_that_was_a_slip_is_undone() {
    let story = handed_in().when("clara", play_prerecorded("a", None));
    let act = story.meeting.seq;
    let story = story.when("clara", undo_act(act));
    assert_eq!((story.queue("main"), floor(&story)), (vec!["a".to_owned(), "b".to_owned()], vec![]));
    assert_eq!(story.seen(&Key::Prerecorded(id("a")))["length_ms"], json!(LENGTH_MS));
    // A stop makes another turn of it, which is not undone.
    let story = handed_in().when("clara", play_prerecorded("a", None));
    let (act, turn) = (story.meeting.seq, story.meeting.floor.turn().unwrap());
    let story = story.when("clara", stop_prerecorded(turn.as_str()));
    story.when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
}

#[test]
fn of_a_request_that_ends_unheard_it_is_gone_and_undone_it_is_back() {
    for end in [withdrawn("a"), declined("a", "late"), lapsed("a")] {
        let story = handed_in().happens([end]);
        assert!(story.meeting.prerecorded.of(&id("a")).is_none());
    }
    let story = handed_in().when("clara", decline("a", "late"));
    let act = story.meeting.seq;
    let story = story.when("clara", undo_act(act));
    assert!(story.meeting.prerecorded.of(&id("a")).is_some());
}

#[test]
fn its_sound_is_referred_to_as_long_as_it_may_be_heard_or_brought_back() {
    let clips = |story: &Story| story.meeting.clips().iter().map(ToString::to_string).collect::<Vec<_>>();
    let heard = plays().happens([turn_ended("t", Ending::Finished)]);
    let stopped = plays().happens([prerecorded_stopped("t")]);
    for story in [handed_in(), plays(), stopped, heard] {
        assert_eq!(clips(&story), ["c1"]);
    }
    for gone in [prerecorded_taken_back("a"), withdrawn("a")] {
        let (before, story) = (handed_in(), handed_in().happens([gone]));
        assert_eq!(clips(&story), [""; 0]);
        assert_eq!(let_go(&before.meeting, std::iter::empty(), &story.meeting), [id("c1")]);
    }
    let other = handed_in().happens([prerecorded_received("a", "alice", "c2", LENGTH_MS)]);
    assert_eq!(
        (clips(&other), let_go(&handed_in().meeting, std::iter::empty(), &other.meeting)),
        (vec!["c2".to_owned()], vec![id("c1")])
    );
    // An act of the desk can be undone until another follows; a session that is closed can be reopened.
    let declined = handed_in().when("clara", decline("a", "late"));
    assert_eq!(clips(&declined), ["c1"]);
    let (before, story) = (declined.meeting.clone(), declined.when("clara", call("b")));
    assert_eq!(clips(&story), [""; 0]);
    assert_eq!(let_go(&before, std::iter::empty(), &story.meeting), [id("c1")]);
    let closed = handed_in().when("clara", close_session());
    assert!(closed.meeting.programme.is_over() && closed.meeting.prerecorded.of(&id("a")).is_none());
    assert_eq!(clips(&closed), ["c1"]);
}

#[test]
fn the_proceedings_tell_that_it_was_a_recording() {
    let told = |story: &Story| {
        let (paragraphs, _) = view::proceedings(&story.meeting, None, 50);
        let mut facts = paragraphs.iter().map(|paragraph| serde_json::to_value(&paragraph.fact).unwrap());
        facts.next_back().unwrap()["prerecorded"].clone()
    };
    assert_eq!(told(&plays()), json!(true));
    assert_eq!(
        told(&plays().happens([prerecorded_stopped("t")])),
        Value::Null,
        "the delegation spoke itself"
    );
    assert_eq!(told(&waits().happens([given_floor("t", "b", "bob")])), Value::Null);
}
