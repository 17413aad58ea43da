//! How many members must be present: told, and never in the way, for they sit in the hall too.

use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::view::Key;
use plenary::terms::people::Category;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::charter;
use crate::words::*;

/// These have come to a session that follows these rules.
fn under<const N: usize>(profile: Profile, people: [&str; N]) -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile, ..Rules::default() });
    given(people.map(arrived)).housekeeping(convene(charter))
}

fn told(story: &Story) -> Value {
    story.seen(&Key::Attendance)["quorum"].clone()
}

#[test]
fn a_third_of_the_members_open_a_meeting_of_the_assembly_and_a_majority_decide() {
    // Domain, section 2: one third to open, a majority to decide.
    let story = under(Profile::GeneralAssembly, []);
    let seats = story.meeting.roster.delegations();
    let members = seats.filter(|seat| seat.category == Category::MemberState).count();
    let quorum = told(&story);
    assert_eq!(quorum["members"], json!(members));
    assert_eq!(quorum["to_open"], json!(members.div_ceil(3)));
    assert_eq!(quorum["to_decide"], json!(members / 2 + 1));
}

#[test]
fn a_member_counts_while_anybody_of_it_is_present_online_and_an_observer_never() {
    // Domain, section 2: presence online counts.
    let story = under(Profile::GeneralAssembly, ["clara", "alice", "adam", "bob", "dina"]);
    assert_eq!(told(&story)["present"], json!(2));
    let story = story.happens([left("alice")]);
    assert_eq!(told(&story)["present"], json!(2));
    let story = story.happens([left("adam")]);
    assert_eq!(told(&story)["present"], json!(1));
    let story = story.happens([arrived("alice")]);
    assert_eq!(told(&story)["present"], json!(2));
}

#[test]
fn none_is_told_where_the_rules_ask_for_none() {
    assert_eq!(told(&under(Profile::Informal, ["alice"])), Value::Null);
}

#[test]
fn of_a_functional_commission_it_is_said_that_the_number_is_not_known() {
    let quorum = told(&under(Profile::FunctionalCommission, ["alice"]));
    assert_eq!(quorum, json!({"members": 3, "present": 1, "to_open": null, "to_decide": null}));
}

#[test]
fn the_chair_may_open_without_it_online() {
    let story = under(Profile::GeneralAssembly, ["clara"]);
    assert_eq!(told(&story)["present"], json!(0));
    story.when("clara", open_session()).then([opened()]);
}
