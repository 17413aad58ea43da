//! A meeting in which everything goes on at once, and what becomes of it: moments for the trials that no kept session has.

use plenary::meeting::charter::SessionKind;
use plenary::meeting::hall::polls::Entitled;
use plenary::meeting::procedure::motions::Kind;
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::{ListKind, Policy};
use plenary::meeting::sound::interpretation::Output;

use crate::harness::Story;
use crate::sample::{MINUTE_MS, PEOPLE, charter, id, list};
use crate::words::*;

/// Requests wait, one has its statement recorded and its text given; questions, a poll, the chat, a booth on air, an order
/// that is proposed, a run sheet. Delegations may move and appeal.
fn begun() -> Story {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    charter.lists.push(list("questions", ListKind::Questions, MINUTE_MS, 3));
    let story = Story::unconvened().housekeeping(convene(charter));
    let here = PEOPLE.iter().map(|(name, ..)| *name).filter(|name| *name != "badr");
    let story = here.fold(story, |story, name| story.housekeeping(arrive(name)));
    let story = ["alice", "carol", "dina"].iter().fold(story, |story, name| story.when(name, agree(true)));
    let story = ["main", "reply"].iter().fold(story, |story, list| story.when("clara", open_list(list)));
    let story =
        ["alice", "bob", "carol"].iter().fold(story, |story, name| story.when(name, request_floor("main")));
    let waiting = story.queue("main");
    let (bobs, carols) = (waiting[1].as_str(), waiting[2].as_str());
    story
        .housekeeping(hand_in("bob", bobs, "c1", MINUTE_MS))
        .when("carol", give_text(carols, "fr", "confidential", true))
        .when("clara", open_session())
        .when("clara", propose_order("main", Policy::FirstCome {}))
        .when("olga", ask("What next?"))
        .when("bob", ask("And then?"))
        .when("bob", send_message("Good morning"))
        .when("clara", hands(Entitled::Delegations))
        .when("ivan", go_on_air(Output::A))
        .when("iris", request_handover("ivan", 10_000))
        .when("eva", go_on_air(Output::A))
        .when("clara", announce(&[("en", "Welcome")]))
        .when("maya", start_timer("maya", MINUTE_MS))
}

fn turn(story: &Story) -> String {
    story.meeting.floor.turn().unwrap().to_string()
}

fn point(story: &Story) -> String {
    story.meeting.points.entries.last().unwrap().point.id.to_string()
}

/// Lebanon is heard on a point of order.
fn heard(story: Story) -> Story {
    let story = story.when("bob", raise_point());
    let point = point(&story);
    story.when("clara", recognise(&point))
}

/// The chair has ruled on it, and Tunisia appeals.
fn appealed(story: Story) -> Story {
    let point = point(&story);
    story.when("clara", rule_on(&point, Ruling::Rejected, "")).when("carol", appeal_ruling(&point))
}

/// Two delegations have moved, and the motion that goes first is before the meeting.
fn moved(story: Story) -> Story {
    let story = story.when("carol", move_motion(Kind::SuspendMeeting, None));
    let motion = story.meeting.motions.entries.last().unwrap().motion.id.to_string();
    story.when("alice", move_motion(Kind::AdjournDebate, Some("main"))).when("clara", take_up(&motion))
}

/// The debate is adjourned, by consent with what the chair has proposed.
fn adjourned(story: Story) -> Story {
    let story = story.when("clara", move_motion(Kind::AdjournDebate, Some("main")));
    let motion = story.meeting.motions.entries.last().unwrap().motion.id.to_string();
    story.when("clara", carry_by_consent(&motion))
}

/// All those moments.
pub fn moments() -> Vec<Story> {
    let story = begun();
    let waiting = story.queue("main");
    let (alices, bobs) = (waiting[0].as_str(), waiting[1].as_str());
    let speaks = story.clone().when("clara", give_floor(alices, None));
    let halted = speaks.clone().when("clara", halt_turn(&turn(&speaks), ""));
    let plays = story.clone().when("clara", play_prerecorded(bobs, None));
    let moved_in_turn = speaks.clone().when("carol", move_motion(Kind::CloseDebate, Some("main")));
    let on_point = heard(speaks.clone());
    let taken_up = moved(story.clone());
    let on_point_of_motion = heard(taken_up.clone());
    let open = [
        appealed(on_point.clone()),
        on_point,
        appealed(on_point_of_motion.clone()),
        on_point_of_motion,
        taken_up,
        adjourned(story.clone()),
        moved_in_turn,
        plays,
        halted,
        speaks,
        story,
    ];
    let suspended = open.clone().map(|story| story.when("clara", suspend_session("")));
    let closed = open.clone().map(|story| story.when("clara", close_session()));
    open.into_iter().chain(suspended).chain(closed).collect()
}

#[test]
fn the_moments_are_what_they_are_said_to_be() {
    let moments = moments();
    let is = |moment: usize| &moments[moment].meeting;
    assert!(is(0).points.appealed().is_some() && is(2).points.appealed().is_some(), "an appeal is open");
    assert!(is(1).points.heard.is_some() && is(3).points.heard.is_some(), "a point of order is heard");
    assert!(is(4).motions.in_hand().is_some() && is(4).motions.waiting().len() > 1, "a motion is taken up");
    assert!(is(5).speakers.list(&id("main")).unwrap().debate_ended.is_some(), "the debate is adjourned");
    assert!(is(6).motions.in_hand().is_none() && !is(6).motions.waiting().is_empty(), "a motion waits");
    assert!(plenary::meeting::statements::prerecorded::playing(is(7)).is_some(), "a statement is played");
    assert!(is(8).floor.current.as_ref().unwrap().clock.running_since_ms.is_none(), "a turn is halted");
    assert!(is(9).floor.turn().is_some() && is(10).floor.turn().is_none(), "somebody speaks, and nobody");
    assert_eq!(moments.len(), 33);
}
