//! Seats as the secretariat changes them: who is added, in which position, under which name, and who is withdrawn.

use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::people::{Position, Rank, Role};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, id};
use crate::words::*;

fn occupant(story: &Story, person: &str) -> Value {
    story.seen(&Key::Occupant(id(person)))
}

#[test]
fn the_secretariat_adds_a_person_who_may_then_speak_for_the_delegation() {
    let story = given([list_opened("main"), opened(), arrived("clara"), requested("b", "bob")])
        .when("sam", seat_person("nora", "lebanon"))
        .then_tags(&["person_seated"]);
    assert_eq!(
        (&occupant(&story, "nora")["delegation"], &occupant(&story, "nora")["position"]),
        (&json!("lebanon"), &json!("representative"))
    );
    let team = story.seen(&Key::Team(id("lebanon")));
    assert!(team["people"].as_array().unwrap().iter().any(|member| member["person"] == "nora"));
    let story = story.happens([arrived("nora")]).when("sam", name_speaker("b", "nora"));
    assert_eq!(story.seen(&Key::Request(id("b")))["speaker"]["person"], "nora");
    story.when("nora", withdraw("b")).then([withdrawn("b")]);
}

#[test]
fn nobody_is_added_twice_or_to_a_seat_that_is_not_there_or_without_a_name() {
    let story = given([]).when("sam", seat_person("nora", "lebanon"));
    let known = |person: &str| Refusal::PersonKnown { person: id(person) };
    story.clone().when("sam", seat_person("nora", "egypt")).then(known("nora"));
    story.clone().when("sam", seat_person("bob", "egypt")).then(known("bob"));
    story.clone().when("sam", seat_person("omar", "nowhere")).then(unknown(Field::Delegation));
    story
        .clone()
        .when("sam", seat_person_as("omar", "egypt", &[]))
        .then(Refusal::Empty { field: Field::Name });
    story
        .clone()
        .when("sam", seat_person_as("omar", "egypt", &[("en", " ")]))
        .then(Refusal::Empty { field: Field::Name });
    story
        .clone()
        .when("sam", seat_person_as("omar", "egypt", &[("es", "Omar")]))
        .then(unknown(Field::Language));
    // Not even one who was withdrawn.
    story.when("sam", withdraw_person("nora")).when("sam", seat_person("nora", "egypt")).then(known("nora"));
}

#[test]
fn position_and_rank_change_and_what_is_so_already_happens_no_second_time() {
    let story = given([]).when("sam", change_seat("bob", Position::Head, Some(Rank::Minister), Some(0)));
    let story = story.then([seat_changed("bob", Position::Head, Some(Rank::Minister), 1)]);
    let seen = occupant(&story, "bob");
    assert_eq!(
        (&seen["position"], &seen["rank"], &seen["version"]),
        (&json!("head"), &json!("minister"), &json!(1))
    );
    story.when("sam", change_seat("bob", Position::Head, Some(Rank::Minister), Some(1))).then([]);
}

#[test]
fn a_change_against_an_older_version_is_refused_with_the_version_it_has_now() {
    let story = given([]).when("sam", correct_name("bob", "en", "Mr. Bob", Some(0)));
    story
        .when("sam", change_seat("bob", Position::Adviser, None, Some(0)))
        .then(Refusal::StaleSeat { person: id("bob"), version: 1 });
}

#[test]
fn a_change_without_a_version_is_for_sessions_where_nobody_saw_one() {
    let story = given([]).when("sam", correct_name("bob", "en", "Mr. Bob", Some(0)));
    let again = correct_name("bob", "fr", "M. Bob", None);
    story.when("sam", again).then([name_corrected("bob", "fr", "M. Bob", 2)]);
}

#[test]
fn a_corrected_name_is_right_wherever_it_is_shown_and_in_the_proceedings() {
    let story = given([
        arrived("bob"),
        list_opened("main"),
        opened(),
        requested("b", "bob"),
        given_floor("t", "b", "bob"),
    ])
    .when("sam", correct_name("bob", "en", "Mr. Robert", Some(0)));
    assert_eq!(story.seen(&Key::Floor)["turn"]["speaker"]["name"]["en"], "Mr. Robert");
    assert_eq!(story.seen(&Key::You(id("bob")))["name"]["en"], "Mr. Robert");
    let everyone = story.shown_to(&Scope::Everyone);
    assert!(!everyone.contains("name of bob (en)") && everyone.contains("name of bob (ar)"));
    let empty = Refusal::Empty { field: Field::Name };
    story.when("sam", correct_name("bob", "en", "", None)).then(empty);
}

#[test]
fn whoever_is_withdrawn_is_in_the_session_no_more_and_the_delegation_keeps_the_floor() {
    let story =
        given([arrived("bob"), arrived("badr"), list_opened("main"), opened(), requested("b", "bob")])
            .happens([given_floor("t", "b", "bob")])
            .when("sam", withdraw_person("bob"));
    assert_eq!((occupant(&story, "bob"), story.seen(&Key::You(id("bob")))), (Value::Null, Value::Null));
    assert_eq!(story.seen(&Key::Floor)["turn"]["delegation"], "lebanon");
    let story = story.when("bob", send_message("still here?")).then(Refusal::NotInSession {});
    let story = story.when("clara", name_turn_speaker("t", "badr"));
    assert_eq!(story.seen(&Key::Floor)["turn"]["speaker"]["person"], "badr");
}

#[test]
fn only_people_with_a_seat_are_changed() {
    for person in ["clara", "sam", "ivan", "nobody"] {
        given([]).when("sam", withdraw_person(person)).then(unknown(Field::Person));
        given([]).when("sam", correct_name(person, "en", "X", None)).then(unknown(Field::Person));
    }
}

#[test]
fn the_desk_alone_sees_who_sits_in_every_delegation() {
    let story = given([]);
    assert!(story.shown_to(&Scope::Desk).contains("\"occupant\""));
    for scope in [Scope::Everyone, Scope::Booths, Scope::Delegation(id("lebanon")), Scope::Person(id("bob"))]
    {
        assert!(!story.shown_to(&scope).contains("\"occupant\""), "{scope}");
    }
    assert_eq!(story.meeting.roster.person(&id("bob")).unwrap().roles, [Role::Delegate]);
}

#[test]
fn the_desk_names_who_speaks_in_a_turn_and_only_one_of_the_delegation() {
    let story = given([
        arrived("bob"),
        list_opened("main"),
        opened(),
        requested("b", "bob"),
        given_floor("t", "b", "bob"),
    ]);
    story
        .clone()
        .when("clara", name_turn_speaker("t", "alice"))
        .then(Refusal::OtherSeat { person: id("alice") });
    story.clone().when("clara", name_turn_speaker("x", "badr")).then(Refusal::TurnOver {});
    story.clone().when("clara", name_turn_speaker("t", "bob")).then([]);
    story.when("sam", name_turn_speaker("t", "badr")).then([speaker_changed("t", "badr")]);
}

#[test]
fn the_chair_gives_the_floor_and_the_secretariat_changes_seats_and_neither_undoes_the_other() {
    let story =
        given([arrived("bob"), arrived("clara"), list_opened("main"), opened(), requested("b", "bob")])
            .when("clara", give_floor("b", None))
            .when("sam", change_seat("badr", Position::Alternate, None, Some(0)))
            .after(MINUTE_MS / 20);
    // The chair's last act can be undone still.
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let story = story.when("clara", undo_act(act)).then([act_undone(act)]);
    assert_eq!(occupant(&story, "badr")["position"], "alternate");
}
