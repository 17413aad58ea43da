//! Who may change whose seat, and in which sessions it holds.

use plenary::meeting::refusal::{Code, Refusal};
use plenary::terms::ids::PersonId;
use serde_json::{Value, json};

use crate::harness::{convened, id, small, two_desks};

fn seat(person: &str, delegation: &str) -> Value {
    json!({"type": "seat_person", "person": person, "delegation": delegation, "name": {"en": "Ms. Nora"},
           "position": "representative", "rank": null, "language": "en"})
}

fn rename(person: &str, name: &str) -> Value {
    json!({"type": "correct_name", "person": person, "language": "en", "name": name, "version": null})
}

fn withdraw(person: &str) -> Value {
    json!({"type": "withdraw_person", "person": person})
}

#[test]
fn a_person_has_one_name_and_one_seat_in_all_sessions() {
    let story = convened(&small()).when("secretariat", seat("nora", "cedar")).then_tags(&["person_seated"]);
    assert!(story.takes_part("nora", "opening") && story.takes_part("nora", "closing"));
    let story = story.when("secretariat", rename("nora", "Ms. Nora Haddad"));
    let change = json!({"type": "change_seat", "person": "nora", "position": "head", "rank": "minister", "version": 2});
    let story = story.when("secretariat", change.clone()).then_tags(&["seat_changed"]);
    for session in ["opening", "closing"] {
        let nora = story.sitting(session).roster.person(&id("nora")).unwrap().clone();
        assert_eq!(nora.name.0.values().next().unwrap(), "Ms. Nora Haddad");
        assert_eq!(serde_json::to_value(nora.rank).unwrap(), "minister");
    }
    story.clone().when("secretariat", change).then_code(Code::StaleSeat);
    story.assert_in_step();
}

#[test]
fn whoever_is_seated_takes_part_where_their_secretariat_serves_also_in_sessions_to_come() {
    let one = convened(&two_desks()).when("side-desk", seat("nora", "cedar")).then_tags(&["person_seated"]);
    assert!(!one.takes_part("nora", "opening") && one.takes_part("nora", "closing"));
    let both = convened(&two_desks()).when("secretariat", seat("nora", "cedar"));
    let add = json!({"type": "add_session", "session": "third", "like": "closing", "title": {"en": "Third"},
                     "starts_at_ms": 1_614_160_800_000_i64, "ends_at_ms": 1_614_162_600_000_i64});
    let both = both.when("secretariat", add.clone()).then_tags(&["session_added"]);
    assert!(both.takes_part("nora", "third"));
    let one = one.when("side-desk", add).then_tags(&["session_added"]);
    assert!(one.takes_part("nora", "third") && one.takes_part("side-desk", "third"));
    assert!(!one.takes_part("nora", "opening"));
    one.assert_in_step();
    both.assert_in_step();
}

#[test]
fn the_secretariat_of_one_session_changes_nobody_who_takes_part_in_another() {
    let story = convened(&two_desks());
    let other = Refusal::OtherSecretariat { person: id("cedar-1") };
    story.clone().when("side-desk", rename("cedar-1", "X")).then_refused(&other);
    let change = json!({"type": "change_seat", "person": "cedar-1", "position": "head", "rank": null, "version": null});
    story.clone().when("side-desk", change).then_refused(&other);
    story.clone().when("secretariat", rename("cedar-1", "Ms. Alice")).then_tags(&["name_corrected"]);
    // Somebody who is in the side session alone is its own secretariat's.
    let story = story.when("side-desk", seat("nora", "cedar"));
    story.when("side-desk", rename("nora", "Ms. N.")).then_tags(&["name_corrected"]).assert_in_step();
}

#[test]
fn a_secretariat_withdraws_from_the_sessions_that_it_serves_and_from_the_conference_where_those_are_all() {
    let story = convened(&two_desks()).when("side-desk", withdraw("cedar-1"));
    let story = story.then_tags(&["person_withdrawn_from"]);
    assert!(story.takes_part("cedar-1", "opening") && !story.takes_part("cedar-1", "closing"));
    assert!(!story.conference.register.withdrawn.contains(&id::<PersonId>("cedar-1")));
    // Of what is left of them it serves nothing.
    let other = Refusal::OtherSecretariat { person: id("cedar-1") };
    let story = story.when("side-desk", withdraw("cedar-1")).then_refused(&other);
    let story = story.when("secretariat", withdraw("cedar-1")).then_tags(&["person_withdrawn"]);
    assert!(
        !story.conference.knows(&id("cedar-1"))
            && story.conference.register.withdrawn.contains(&id::<PersonId>("cedar-1"))
    );
    story.assert_in_step();
    let known = Refusal::PersonKnown { person: id("cedar-1") };
    story.when("secretariat", seat("cedar-1", "cedar")).then_refused(&known);
}

#[test]
fn nobody_else_changes_a_seat() {
    for person in ["chair", "cedar-1", "observer-1", "interpreter-1"] {
        for command in [seat("nora", "cedar"), rename("olive-1", "X"), withdraw("olive-1")] {
            convened(&small()).when(person, command).then_code(Code::NotAllowed);
        }
    }
    convened(&small()).when("stranger", withdraw("olive-1")).then_code(Code::NotInSession);
    for person in ["chair", "secretariat", "nobody"] {
        convened(&small()).when("secretariat", withdraw(person)).then_code(Code::Unknown);
    }
}

#[test]
fn links_are_theirs_to_make_who_serve_every_session_of_their_holder() {
    use plenary::conference::access::serves_all_of;
    let conference = convened(&two_desks()).conference;
    let may = |maker: &str, holder: &str| serves_all_of(&conference, &id(maker), &id(holder));
    assert!(may("secretariat", "cedar-1") && may("secretariat", "olive-1"));
    assert!(!may("side-desk", "cedar-1") && !may("side-desk", "olive-1") && !may("chair", "olive-1"));
    assert!(!may("secretariat", "nobody"), "who takes part in nothing has no link");
}
