//! Motions on the course of the meeting: who moves, what goes before what, who speaks, and what follows when one is
//! carried.

use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::motions::{Kind, Side, Tally};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::{DebateEnd, RequestState};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::microphones::Kind as MicrophoneKind;
use plenary::meeting::sound::plan;
use plenary::meeting::view::Key;
use plenary::terms::people::Category;
use serde_json::json;

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, delegation, id};
use crate::words::*;

/// Egypt waits with `a`, Lebanon with `b`; everybody has agreed that their microphones open. No rules are adopted.
fn informal() -> Story {
    let people = ["clara", "sam", "alice", "bob", "badr", "carol", "dina"];
    given(people.map(arrived)).happens(["alice", "bob", "carol", "dina"].map(agreed)).happens([
        list_opened("main"),
        opened(),
        requested("a", "alice"),
        requested("b", "bob"),
    ])
}

/// The same, where delegations may move.
fn under(profile: Profile) -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile, ..Rules::default() });
    // A fourth State sits where the sample has an organization, which moves nothing (see `conduct.rs`).
    charter.delegations[3].category = Category::MemberState;
    informal().housekeeping(convene(charter))
}

fn assembly() -> Story {
    under(Profile::GeneralAssembly)
}

/// Tunisia has moved, and the id of the motion.
fn moved(story: Story, kind: Kind) -> (Story, String) {
    let list = kind.is_on_debate().then_some("main");
    let story = story.when("carol", move_motion(kind, list));
    let story = story.then_tags(&["motion_moved", "floor_requested"]);
    let motion = last(&story);
    (story, motion)
}

/// And the chair has taken it up.
fn taken_up(story: Story, kind: Kind) -> (Story, String) {
    let (story, motion) = moved(story, kind);
    (story.when("clara", take_up(&motion)).then([motion_taken_up(&motion)]), motion)
}

fn last(story: &Story) -> String {
    story.meeting.motions.entries.last().unwrap().motion.id.to_string()
}

/// The request with which somebody speaks on a motion.
fn request_of(story: &Story, delegation: &str) -> String {
    let queue = story.queue("motions").into_iter();
    let mut own = queue.filter(|request| {
        let entry = story.meeting.speakers.request(&id(request)).unwrap();
        entry.request.delegation == id(delegation)
    });
    own.next().unwrap()
}

fn state(story: &Story, motion: &str) -> serde_json::Value {
    story.seen(&Key::Motion(id(motion)))["state"].clone()
}

fn motions(story: &Story) -> serde_json::Value {
    story.seen(&Key::Motions)
}

fn placard(story: &Story, delegation: &str) -> serde_json::Value {
    story.seen(&Key::Placard(id(delegation)))
}

fn vote(motion: &str, in_favour: u16, against: u16) -> plenary::meeting::command::Command {
    decide_motion(motion, [in_favour, against, 0])
}

#[test]
fn where_no_rules_are_adopted_a_delegation_moves_nothing() {
    // Regional reviews normally adopt no rules and take no votes: the chair decides.
    let story = informal();
    assert_eq!(placard(&story, "tunisia")["may_move"], false);
    story.when("carol", move_motion(Kind::SuspendMeeting, None)).then(Refusal::NoVotes {});
}

#[test]
fn under_rules_that_know_votes_a_delegation_moves_at_any_time_of_the_meeting() {
    for profile in [Profile::GeneralAssembly, Profile::FunctionalCommission] {
        let story = under(profile).happens([given_floor("t", "a", "alice")]);
        assert_eq!(placard(&story, "tunisia")["may_move"], true);
        let (story, motion) = moved(story, Kind::SuspendMeeting);
        assert_eq!(state(&story, &motion), "moved");
        assert_eq!(placard(&story, "tunisia")["motions"], json!([motion]));
        // Whoever speaks goes on.
        assert_eq!(plan::floor(&story.meeting)[0].person.id.as_str(), "alice");
    }
    given([arrived("carol")])
        .when("carol", move_motion(Kind::SuspendMeeting, None))
        .then(Refusal::WrongPhase { phase: Phase::Scheduled });
}

#[test]
fn a_motion_does_not_interrupt_a_speaker_in_the_midst_of_a_statement() {
    let (story, motion) = moved(assembly().happens([given_floor("t", "a", "alice")]), Kind::CloseDebate);
    let story = story.when("clara", take_up(&motion)).then(Refusal::FloorTaken { turn: id("t") });
    let story = story.happens([turn_ended("t", Ending::Stopped)]).when("clara", take_up(&motion));
    let story = story.then([motion_taken_up(&motion)]);
    assert_eq!((state(&story, &motion), &motions(&story)["in_hand"]), (json!("taken_up"), &json!(motion)));
    story.when("clara", take_up(&motion)).then(Refusal::Unchanged {});
}

#[test]
fn a_point_of_order_goes_before_every_motion() {
    // Rule 77: subject to rule 71.
    let (story, motion) = moved(assembly(), Kind::SuspendMeeting);
    let story = story.happens([point_raised("p", "bob", None), point_recognised("p", "bob", MINUTE_MS)]);
    story.when("clara", take_up(&motion)).then(Refusal::PointHeard { point: id("p") });
}

#[test]
fn motions_are_taken_up_in_the_order_of_precedence() {
    // Rule 77: suspend the meeting, adjourn it, adjourn the debate, close the debate.
    let story = assembly();
    let kinds = [Kind::CloseDebate, Kind::AdjournDebate, Kind::AdjournMeeting, Kind::SuspendMeeting];
    let (mut story, mut ids) = (story, Vec::new());
    for kind in kinds {
        let (next, motion) = moved(story, kind);
        (story, ids) = (next, [vec![motion], ids].concat());
    }
    assert_eq!(motions(&story)["waiting"], json!(ids));
    for later in &ids[1..] {
        story = story.when("clara", take_up(later)).then(Refusal::MotionPrecedes { motion: id(&ids[0]) });
    }
    story.when("clara", take_up(&ids[0])).then([motion_taken_up(&ids[0])]);
}

#[test]
fn a_motion_that_goes_before_is_decided_on_first_even_when_another_is_before_the_meeting() {
    let (story, close) = taken_up(assembly(), Kind::CloseDebate);
    let (story, suspend) = moved(story, Kind::SuspendMeeting);
    let story =
        story.when("clara", vote(&close, 2, 1)).then(Refusal::MotionPrecedes { motion: id(&suspend) });
    let story = story.when("clara", take_up(&suspend)).when("clara", vote(&suspend, 1, 2));
    // The other is before the meeting again.
    assert_eq!(motions(&story)["in_hand"], json!(close));
    story.when("clara", vote(&close, 2, 1)).then_tags(&[
        "motion_decided",
        "request_lapsed",
        "list_closed",
        "request_sent_to_written",
        "request_sent_to_written",
        "debate_closed",
    ]);
}

#[test]
fn the_same_is_not_moved_twice() {
    let (story, motion) = moved(assembly(), Kind::CloseDebate);
    let story = story.when("bob", move_motion(Kind::CloseDebate, Some("main")));
    let story = story.then(Refusal::MotionWaits { motion: id(&motion) });
    let left = motions(&story)["choices"].as_array().unwrap().len();
    assert_eq!(left, 3, "what waits is no choice any more");
}

#[test]
fn only_a_debate_from_a_list_of_statements_is_adjourned_or_closed() {
    let unknown = Refusal::Unknown { field: Field::List };
    for list in [None, Some("reply"), Some("motions"), Some("none")] {
        assembly().when("carol", move_motion(Kind::CloseDebate, list)).then(unknown.clone());
    }
}

#[test]
fn suspension_and_adjournment_of_the_meeting_are_not_debated() {
    // Rule 76.
    for kind in [Kind::SuspendMeeting, Kind::AdjournMeeting] {
        let (story, motion) = taken_up(assembly(), kind);
        assert_eq!(placard(&story, "lebanon")["may_speak"], json!(null));
        for side in [Side::InFavour, Side::Against] {
            let asked = story.clone().when("bob", speak_on(&motion, side, None));
            asked.then(Refusal::NotDebated {});
        }
    }
}

#[test]
fn two_speak_for_the_adjournment_of_the_debate_and_two_against_beside_the_mover() {
    // Rule 74.
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let sides = json!({ "motion": motion, "sides": ["in_favour", "against"] });
    assert_eq!(placard(&story, "lebanon")["may_speak"], sides);
    // The mover has a place already.
    let own = id(&request_of(&story, "tunisia"));
    let story = story.when("carol", speak_on(&motion, Side::InFavour, None));
    let story = story.then(Refusal::AlreadyOnList { request: own });
    let story = story.when("bob", speak_on(&motion, Side::InFavour, None));
    let story = story.then_tags(&["floor_requested", "motion_speaker_added"]);
    let story = story.when("alice", speak_on(&motion, Side::InFavour, None));
    let story =
        story.when("dina", speak_on(&motion, Side::InFavour, None)).then(Refusal::SideFull { max: 2 });
    let story = story.when("dina", speak_on(&motion, Side::Against, None));
    let story = story.then_tags(&["floor_requested", "motion_speaker_added"]);
    // Who takes their request back leaves the place to another.
    let lebanon = request_of(&story, "lebanon");
    let story = story.when("bob", withdraw(&lebanon));
    let counted = |story: &Story| story.seen(&Key::Motion(id(&motion)))["sides"][1]["speakers"].clone();
    assert_eq!(counted(&story).as_array().unwrap().len(), 1);
}

#[test]
fn two_speak_against_the_closure_of_the_debate_and_nobody_for_it() {
    // Rule 75.
    let (story, motion) = taken_up(assembly(), Kind::CloseDebate);
    let story = story.when("bob", speak_on(&motion, Side::InFavour, None)).then(Refusal::NotDebated {});
    let story = story.when("bob", speak_on(&motion, Side::Against, None));
    let story = story.when("alice", speak_on(&motion, Side::Against, None));
    let story = story.then_tags(&["floor_requested", "motion_speaker_added"]);
    story.when("dina", speak_on(&motion, Side::Against, None)).then(Refusal::SideFull { max: 2 });
}

#[test]
fn nobody_makes_themselves_the_mover() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    story.when("bob", speak_on(&motion, Side::Mover, None)).then(Refusal::NotDebated {});
}

#[test]
fn the_chair_puts_down_whom_the_room_shows_and_a_delegation_only_itself() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let story =
        story.when("bob", speak_on(&motion, Side::Against, Some("egypt"))).then(Refusal::NotYourSeat {});
    let story = story.when("clara", speak_on(&motion, Side::Against, Some("egypt")));
    let story = story.then_tags(&["floor_requested", "motion_speaker_added"]);
    assert_eq!(request_of(&story, "egypt"), story.queue("motions")[1]);
    story.when("clara", speak_on(&motion, Side::Against, None)).then(Refusal::NoSeat {});
}

#[test]
fn who_speaks_on_a_motion_has_the_floor_like_anybody_with_clock_and_microphone() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let request = request_of(&story, "tunisia");
    assert_eq!(motions(&story)["next_speaker"], json!(request));
    let story = story.when("clara", give_floor(&request, None)).then_tags(&["floor_given"]);
    let live = plan::floor(&story.meeting);
    assert_eq!((live[0].person.id.as_str(), live[0].kind), ("carol", MicrophoneKind::Turn));
    assert_eq!(story.seen(&Key::Floor)["turn"]["limit_ms"], json!(3 * MINUTE_MS));
    // Nothing is decided while somebody speaks.
    let turn = story.meeting.floor.turn().unwrap();
    story.when("clara", vote(&motion, 3, 2)).then(Refusal::FloorTaken { turn });
}

#[test]
fn speakers_for_and_against_take_turns_after_the_mover() {
    let (mut story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    for (who, side) in [("bob", Side::InFavour), ("alice", Side::InFavour), ("dina", Side::Against)] {
        story = story.when(who, speak_on(&motion, side, None));
    }
    let mut heard = Vec::new();
    while let Some(next) = motions(&story)["next_speaker"].as_str().map(str::to_owned) {
        let turn = story.meeting.floor.turn().map(|turn| turn.to_string());
        heard.push(story.meeting.speakers.request(&id(&next)).unwrap().request.delegation.to_string());
        story = story.when("clara", give_floor(&next, turn.as_deref()));
    }
    assert_eq!(heard, ["tunisia", "lebanon", "red-cross", "egypt"]);
}

#[test]
fn no_other_business_goes_on_while_a_motion_is_before_the_meeting() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    story.when("clara", give_floor("a", None)).then(Refusal::MotionOpen { motion: id(&motion) });
}

#[test]
fn nobody_speaks_on_a_motion_before_it_is_taken_up() {
    let (story, _) = moved(assembly(), Kind::AdjournDebate);
    let request = request_of(&story, "tunisia");
    story.when("clara", give_floor(&request, None)).then(Refusal::MotionNotTakenUp {});
}

#[test]
fn the_list_of_speakers_on_motions_takes_nobody_without_a_motion() {
    let story = assembly();
    let story = story.when("clara", open_list("motions")).then(Refusal::MotionsList {});
    let story = story.when("clara", add_request("motions", "egypt")).then(Refusal::MotionsList {});
    story.when("alice", request_floor("motions")).then(Refusal::ListClosed {});
}

#[test]
fn more_for_it_than_against_carry_it_and_abstentions_do_not_count() {
    // Rules 85 and 86; equally divided, it is not carried.
    for ([in_favour, against], carried) in [([1, 0], true), ([0, 0], false), ([1, 1], false), ([0, 2], false)]
    {
        let (story, motion) = taken_up(assembly(), Kind::SuspendMeeting);
        let story = story.when("clara", decide_motion(&motion, [in_favour, against, 1]));
        let tally = Tally { in_favour, against, abstaining: 1 };
        let mover = story.meeting.motions.entries[0].motion.request.clone().unwrap();
        let decided = [motion_decided(&motion, carried, Some(tally)), lapsed(mover.as_str())];
        let suspended = carried.then(|| suspended(""));
        let story = story.then(decided.into_iter().chain(suspended).collect::<Vec<_>>());
        let seen = story.seen(&Key::Motion(id(&motion)));
        assert_eq!(seen["state"], if carried { "carried" } else { "defeated" });
        assert_eq!(seen["vote"], json!({ "in_favour": in_favour, "against": against, "abstaining": 1 }));
        story.when("clara", vote(&motion, 1, 0)).then(Refusal::MotionOver {});
    }
}

#[test]
fn there_are_no_more_votes_than_member_states() {
    // Rule 82: each member has one vote, and four States sit here.
    let (story, motion) = taken_up(assembly(), Kind::SuspendMeeting);
    for counted in [[5, 0, 0], [2, 2, 1], [0, 0, 5], [u16::MAX; 3]] {
        let story = story.clone().when("clara", decide_motion(&motion, counted));
        let story = story.then(Refusal::TooManyVotes { max: 4 });
        assert_eq!(state(&story, &motion), "taken_up");
    }
    for counted in [[3, 0, 0], [1, 1, 1], [2, 0, 0]] {
        let story = story.clone().when("clara", decide_motion(&motion, counted));
        assert!(story.outcome().is_ok(), "{counted:?}");
    }
}

#[test]
fn a_seat_that_comes_while_the_session_runs_votes_too_where_it_is_a_member_state() {
    for (category, max) in [(Category::MemberState, 4), (Category::ObserverState, 3)] {
        let mut charter = charter();
        charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
        charter.delegations.push(delegation("jordan", category));
        let story = informal().housekeeping(convene(charter));
        let (story, motion) = taken_up(story, Kind::SuspendMeeting);
        let story = story.when("clara", decide_motion(&motion, [3, 1, 1]));
        story.then(Refusal::TooManyVotes { max });
    }
}

#[test]
fn a_suspension_that_is_carried_is_the_chairs_own_and_ends_when_the_chair_resumes() {
    let (story, motion) = taken_up(assembly(), Kind::SuspendMeeting);
    let story = story.when("clara", vote(&motion, 2, 1));
    assert_eq!(story.meeting.programme.phase, Phase::Suspended);
    let story = story.when("clara", resume_session());
    assert_eq!(story.queue("main"), ["a", "b"]);
    story.when("clara", give_floor("a", None)).then_tags(&["floor_given"]);
}

#[test]
fn an_adjournment_of_the_meeting_that_is_carried_ends_the_sitting_and_not_the_item() {
    let (story, debate) = moved(assembly(), Kind::CloseDebate);
    let (story, motion) = taken_up(story, Kind::AdjournMeeting);
    let story = story.when("clara", vote(&motion, 2, 1));
    assert_eq!(story.meeting.programme.phase, Phase::Closed);
    assert_eq!((state(&story, &motion), state(&story, &debate)), (json!("carried"), json!("lapsed")));
    assert_eq!(story.queue("main"), ["a", "b"]);
    assert!(story.queue("motions").is_empty(), "who waits to speak on a motion lapses with it");
}

#[test]
fn an_adjourned_debate_keeps_its_places_and_goes_on_when_the_list_is_reopened() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let story = story.when("clara", vote(&motion, 2, 1)).then_tags(&[
        "motion_decided",
        "request_lapsed",
        "list_closed",
        "debate_adjourned",
    ]);
    assert_eq!(story.queue("main"), ["a", "b"]);
    assert_eq!(story.seen(&Key::List(id("main")))["debate_ended"], "adjourned");
    let story = story.when("clara", give_floor("a", None)).then(Refusal::DebateOver { list: id("main") });
    let story = story.when("clara", open_list("main"));
    assert_eq!(story.meeting.speakers.list(&id("main")).unwrap().debate_ended, None);
    story.when("clara", give_floor("a", None)).then_tags(&["floor_given"]);
}

#[test]
fn of_a_closed_debate_whoever_was_not_heard_is_filed_in_writing_and_replies_are_heard_still() {
    // Domain, section 2: the right of reply may still be given after closure.
    let (story, motion) = taken_up(assembly(), Kind::CloseDebate);
    let story = story.when("clara", vote(&motion, 2, 1));
    assert_eq!(story.meeting.speakers.request(&id("a")).unwrap().state, RequestState::ToWritten);
    let ended = story.meeting.speakers.list(&id("main")).unwrap().debate_ended;
    assert_eq!(ended, Some(DebateEnd::Closed));
    let story = story.when("clara", add_request("reply", "egypt"));
    let reply = story.queue("reply")[0].clone();
    story.when("clara", give_floor(&reply, None)).then_tags(&["floor_given"]);
}

#[test]
fn what_is_defeated_changes_nothing() {
    let (story, motion) = taken_up(assembly(), Kind::CloseDebate);
    let story = story.when("clara", vote(&motion, 1, 2)).then_tags(&["motion_decided", "request_lapsed"]);
    assert_eq!(story.queue("main"), ["a", "b"]);
    story.when("clara", give_floor("a", None)).then_tags(&["floor_given"]);
}

#[test]
fn the_chair_proposes_and_consent_decides_without_a_vote() {
    // Rule 35; and all that there is where no rules are adopted.
    for story in [informal(), assembly()] {
        let story = story.when("clara", move_motion(Kind::CloseDebate, Some("main")));
        let story = story.then_tags(&["motion_moved", "motion_taken_up"]);
        let motion = last(&story);
        assert_eq!(story.seen(&Key::Motion(id(&motion)))["delegation"], json!(null));
        let story = story.when("clara", carry_by_consent(&motion)).then_tags(&[
            "motion_decided",
            "list_closed",
            "request_sent_to_written",
            "request_sent_to_written",
            "debate_closed",
        ]);
        let seen = story.seen(&Key::Motion(id(&motion)));
        assert_eq!((&seen["state"], &seen["vote"]), (&json!("carried"), &json!(null)));
    }
}

#[test]
fn where_no_rules_are_adopted_nothing_is_put_to_the_vote_and_nobody_is_put_down_to_speak() {
    let story = informal().when("clara", move_motion(Kind::AdjournDebate, Some("main")));
    let motion = last(&story);
    assert_eq!(
        (&motions(&story)["votes"], &placard(&story, "egypt")["may_speak"]),
        (&json!(false), &json!(null))
    );
    let story = story.when("clara", vote(&motion, 3, 1)).then(Refusal::NoVotes {});
    story.when("alice", speak_on(&motion, Side::Against, None)).then(Refusal::NoVotes {});
}

#[test]
fn what_the_chair_proposes_during_a_statement_waits_until_it_is_over() {
    let story = informal().happens([given_floor("t", "a", "alice")]);
    let story = story.when("clara", move_motion(Kind::SuspendMeeting, None)).then_tags(&["motion_moved"]);
    assert_eq!(state(&story, &last(&story)), "moved");
}

#[test]
fn a_motion_is_withdrawn_by_its_delegation_or_the_chair_that_proposed_until_it_is_decided_on() {
    // Rule 80.
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let story = story.when("bob", withdraw_motion(&motion)).then(Refusal::NotYourSeat {});
    let story = story.when("clara", withdraw_motion(&motion)).then(Refusal::NotYourSeat {});
    let story =
        story.when("carol", withdraw_motion(&motion)).then_tags(&["motion_withdrawn", "request_lapsed"]);
    assert!(story.queue("motions").is_empty());
    let story = story.when("carol", withdraw_motion(&motion)).then(Refusal::MotionOver {});
    let story = story.when("clara", move_motion(Kind::SuspendMeeting, None));
    let proposed = last(&story);
    let story = story.when("carol", withdraw_motion(&proposed)).then(Refusal::NotYourSeat {});
    story.when("sam", withdraw_motion(&proposed)).then([motion_withdrawn(&proposed)]);
}

#[test]
fn the_chair_rules_out_what_is_out_of_order_with_a_reason() {
    let (story, motion) = moved(assembly(), Kind::CloseDebate);
    let story = story.when("clara", rule_out(&motion, "moved a minute ago"));
    let story = story.then_tags(&["motion_ruled_out", "request_lapsed"]);
    let seen = story.seen(&Key::Motion(id(&motion)));
    assert_eq!((&seen["state"], &seen["reason"]), (&json!("ruled_out"), &json!("moved a minute ago")));
    story.when("clara", take_up(&motion)).then(Refusal::MotionOver {});
}

#[test]
fn motions_lapse_with_the_session() {
    let (story, motion) = moved(assembly(), Kind::CloseDebate);
    let story = story.when("clara", close_session());
    assert_eq!(state(&story, &motion), "lapsed");
    assert!(motions(&story)["choices"].as_array().unwrap().is_empty());
}

#[test]
fn what_a_motion_has_decided_the_desk_does_not_undo() {
    for kind in [Kind::AdjournDebate, Kind::CloseDebate, Kind::SuspendMeeting] {
        let (story, motion) = taken_up(assembly(), kind);
        let story = story.when("clara", vote(&motion, 2, 1));
        assert_eq!(story.meeting.undoable(), None, "{kind:?}");
    }
}

#[test]
fn reopening_a_debate_is_undone_as_it_was() {
    let (story, motion) = taken_up(assembly(), Kind::AdjournDebate);
    let story = story.when("clara", vote(&motion, 2, 1)).when("clara", open_list("main"));
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let story = story.when("clara", undo_act(act));
    let list = story.meeting.speakers.list(&id("main")).unwrap();
    assert_eq!((list.open, list.debate_ended), (false, Some(DebateEnd::Adjourned)));
}

#[test]
fn a_motion_that_is_not_there_is_refused() {
    let unknown = Refusal::Unknown { field: Field::Motion };
    let commands = [
        take_up("mo9"),
        withdraw_motion("mo9"),
        rule_out("mo9", ""),
        vote("mo9", 1, 0),
        carry_by_consent("mo9"),
    ];
    for command in commands {
        assembly().when("clara", command).then(unknown.clone());
    }
    assembly().when("bob", speak_on("mo9", Side::Against, None)).then(unknown);
}
