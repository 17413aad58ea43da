//! Who takes part in how the meeting is conducted: under rules that know votes, Member States do.

use plenary::meeting::command::Command;
use plenary::meeting::procedure::motions::{Kind, Side};
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::Key;
use plenary::terms::people::{Category, Role};
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{charter, delegation, id, person};
use crate::words::*;

/// Every category but Member States: a seat of it, and who speaks for it.
const OTHERS: [(&str, Category, &str); 5] = [
    ("holy-see", Category::ObserverState, "hugo"),
    ("league", Category::Igo, "layla"),
    ("unicef", Category::UnEntity, "uma"),
    ("institution", Category::Nhri, "nadia"),
    ("red-cross", Category::Ngo, "dina"),
];

/// Tunisia has moved to adjourn the debate, and the chair has ruled on a point of order of Lebanon.
fn under(profile: Profile, palestine: bool) -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile, ..Rules::default() });
    for (seat, category, name) in &OTHERS[..4] {
        charter.delegations.push(delegation(seat, *category));
        charter.people.push(person(name, &[Role::Delegate], Some(seat), "en"));
    }
    charter.delegations.iter_mut().find(|seat| seat.id.as_str() == "holy-see").unwrap().procedural_motions =
        palestine;
    let story = given([]).housekeeping(convene(charter));
    let everybody = ["clara", "alice", "bob", "carol", "hugo", "layla", "uma", "nadia", "dina"];
    let story = story.happens(everybody.map(arrived)).happens([list_opened("main"), opened()]);
    let story =
        story.when("carol", move_motion(Kind::AdjournDebate, Some("main"))).when("bob", raise_point());
    let point = story.meeting.points.entries.last().unwrap().point.id.to_string();
    story.when("clara", rule_on(&point, Ruling::Rejected, ""))
}

/// What they may not do: move, speak on a motion, appeal.
fn acts(story: &Story) -> [Command; 3] {
    let motion = story.meeting.motions.entries.last().unwrap().motion.id.to_string();
    let point = story.meeting.points.entries.last().unwrap().point.id.to_string();
    [move_motion(Kind::SuspendMeeting, None), speak_on(&motion, Side::Against, None), appeal_ruling(&point)]
}

#[test]
fn under_rules_that_know_votes_others_than_member_states_move_speak_on_and_appeal_against_nothing() {
    for profile in [Profile::GeneralAssembly, Profile::FunctionalCommission] {
        let story = under(profile, false);
        for (seat, _, who) in OTHERS {
            for act in acts(&story) {
                story.clone().when(who, act).then(Refusal::MembersOnly {});
            }
            let placard = story.seen(&Key::Placard(id(seat)));
            assert_eq!(
                (&placard["may_move"], &placard["may_appeal"]),
                (&json!(false), &json!(null)),
                "{seat}"
            );
            assert!(placard["may_speak"].is_null(), "{seat}");
            assert_eq!(story.seen(&Key::Delegation(id(seat)))["moves"], json!(false));
            // Nor does the desk put them down.
            let [_, speak, _] = acts(&story);
            let Command::Motions(plenary::meeting::procedure::motions::Command::SpeakOnMotion {
                motion,
                side,
                ..
            }) = speak
            else {
                panic!("one speaks on a motion")
            };
            story
                .clone()
                .when("clara", speak_on(motion.as_str(), side, Some(seat)))
                .then(Refusal::MembersOnly {});
        }
        for act in acts(&story) {
            assert!(story.clone().when("alice", act).outcome().is_ok(), "a Member State may");
        }
        assert_eq!(story.seen(&Key::Placard(id("egypt")))["may_move"], json!(true));
        assert_eq!(story.seen(&Key::Delegation(id("egypt")))["moves"], json!(true));
    }
}

#[test]
fn a_point_of_order_is_anybodys_to_raise_and_the_chairs_to_rule_on() {
    let story = under(Profile::GeneralAssembly, false);
    for (seat, _, who) in OTHERS {
        assert_eq!(story.seen(&Key::Placard(id(seat)))["may_raise"], json!(true));
        story.clone().when(who, raise_point()).then_tags(&["point_raised"]);
    }
}

#[test]
fn an_observer_state_that_was_given_procedural_motions_has_them_and_no_vote() {
    // The State of Palestine: A/RES/ES-10/23, annex, (h).
    let story = under(Profile::GeneralAssembly, true);
    for act in acts(&story) {
        assert!(story.clone().when("hugo", act).outcome().is_ok());
    }
    assert_eq!(story.seen(&Key::Attendance)["quorum"]["members"], json!(3), "it does not vote");
}

#[test]
fn where_nothing_is_put_to_the_vote_nobody_is_told_that_members_alone_may() {
    let story = given(["clara", "alice", "dina"].map(arrived)).happens([opened()]);
    for who in ["alice", "dina"] {
        story.clone().when(who, move_motion(Kind::SuspendMeeting, None)).then(Refusal::NoVotes {});
    }
}
