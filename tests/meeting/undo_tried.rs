//! Undo decides by trying: it is refused where the meeting that came of it would break a rule, and takes back nothing
//! that others did.

use plenary::meeting::command::{Command, Context, Intent};
use plenary::meeting::event::Recorded;
use plenary::meeting::procedure::motions::{Kind, Side};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::{List, RequestState};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::undo::{Restore, StageWas, UndoBar};
use plenary::meeting::view::Key;
use plenary::meeting::{Meeting, access};
use plenary::terms::ids::{ItemId, PersonId};

use crate::harness::{LOT, Story, given};
use crate::sample::{charter, delegation, id, person};
use crate::words::*;

/// What trying to undo the desk's last act comes to: refused, or a sound meeting in which all that others did stands.
pub fn try_undo(story: &Story) {
    let before = &story.meeting;
    let desk = before.roster.people().find(|person| access::presides(person)).map(|person| person.id.clone());
    let (Some(act), Some(desk)) = (before.undo.last.clone(), desk) else { return };
    let context = Context { now_ms: story.now_ms, next_seq: before.seq + 1, lot: LOT };
    let intent = Intent::Participant(desk, undo_act(act.seq));
    let Ok(events) = before.decide(&context, &intent) else { return };
    let mut after = before.clone();
    let mut recorded = Vec::new();
    for event in events {
        let (seq, at_ms, actor) = (after.seq + 1, story.now_ms, intent.actor());
        recorded.push(Recorded { seq, at_ms, actor, conference_seq: None, key: None, event });
        after.evolve(recorded.last().unwrap());
    }
    assert_eq!(after.broken_invariant(), None, "undoing {}", act.what);
    assert_eq!(
        after.broken_after(&recorded.iter().map(|one| &one.event).collect::<Vec<_>>()),
        None,
        "undoing {}",
        act.what
    );
    assert_limits_hold(before, &after);
    assert_all_else_stands(before, &after, &act.restore, &act.requests().cloned().collect::<Vec<_>>());
}

/// No delegation waits or replies more often than it may, or than it did.
fn assert_limits_hold(before: &Meeting, after: &Meeting) {
    for (id, list) in &after.speakers.lists {
        let Some(was) = before.speakers.list(id) else { continue };
        for seat in after.roster.delegations() {
            let (waits, waited) =
                (waiting(after, list, seat.id.as_str()), waiting(before, was, seat.id.as_str()));
            assert!(
                waits <= waited.max(usize::from(list.plan.requests_per_delegation_max)),
                "{id} {}",
                seat.id
            );
        }
    }
}

fn waiting(meeting: &Meeting, list: &List, seat: &str) -> usize {
    let own = |id: &&_| meeting.speakers.request(id).unwrap().request.delegation.as_str() == seat;
    list.queue.iter().filter(own).count()
}

/// Whatever the act did not touch is as it was before it was undone.
fn assert_all_else_stands(
    before: &Meeting,
    after: &Meeting,
    restore: &Restore,
    of_act: &[plenary::terms::ids::RequestId],
) {
    if !matches!(restore, Restore::Session(_)) {
        assert_eq!(after.programme, before.programme);
    }
    assert_eq!(after.presence, before.presence);
    assert_eq!((&after.seats, &after.schedule), (&before.seats, &before.schedule));
    assert_eq!(after.motions, before.motions);
    assert_other_points_stand(before, after, restore);
    assert_eq!((&after.chat, &after.questions), (&before.chat, &before.questions));
    // Resumed, clocks of polls and items go on.
    if !matches!(restore, Restore::Session(_)) {
        assert_eq!(after.polls, before.polls);
    }
    match restore {
        Restore::Stage(was) => assert_the_rest_of_the_stage_stands(before, after, was),
        Restore::List(_)
        | Restore::InHand(_)
        | Restore::Order { .. }
        | Restore::Request { .. }
        | Restore::Floor { .. }
        | Restore::Extension { .. }
        | Restore::Point(_) => {
            assert_eq!((&after.panel, &after.run_sheet), (&before.panel, &before.run_sheet));
            assert_eq!(after.microphones.podium, before.microphones.podium);
        }
        Restore::Session(_) => assert_eq!(after.microphones.podium, before.microphones.podium),
        Restore::Halted(_) => panic!("the beginning of an act was undone"),
    }
    assert_eq!((&after.interpretation, &after.recording), (&before.interpretation, &before.recording));
    let halted = restore.halted().is_some();
    if !(halted || matches!(restore, Restore::Floor { .. } | Restore::Extension { .. })) {
        assert_eq!(after.floor, before.floor);
    }
    let speaks = before.floor.current.as_ref().map(|current| &current.turn.request).filter(|_| halted);
    for (id, entry) in &before.speakers.requests {
        let now = after.speakers.request(id).expect("no request is lost");
        assert!(
            of_act.contains(id) || speaks == Some(id) || now == entry,
            "{id} was {entry:?} and is {now:?}"
        );
        let texts = before.texts.of(id).iter().all(|text| after.texts.of(id).contains(text));
        assert!(texts, "a text of {id} is lost");
    }
    for (id, list) in &before.speakers.lists {
        let now = after.speakers.list(id).expect("no list is lost");
        let others = |list: &List| {
            let mut queue = list.queue.clone();
            queue.retain(|request| !of_act.contains(request));
            if matches!(restore, Restore::Order { .. }) {
                queue.sort();
            }
            queue
        };
        assert_eq!(others(now), others(list), "the order of {id}");
        assert_eq!((&now.moves, &now.times, &now.window), (&list.moves, &list.times, &list.window));
        assert!(now.open == list.open || matches!(restore, Restore::List(was) if was.list == *id));
    }
}

/// Only the point that the act was about is another.
fn assert_other_points_stand(before: &Meeting, after: &Meeting, restore: &Restore) {
    let Restore::Point(was) = restore else {
        let mut expected = before.points.clone();
        // Whoever was heard when the meeting was suspended is heard on, and the clock runs with it.
        if let (Restore::Session(_), Some(heard)) = (restore, &mut expected.heard) {
            heard.clock = after.points.heard.as_ref().expect("a point is heard on").clock.clone();
        }
        return assert_eq!(after.points, expected);
    };
    let others = |meeting: &Meeting| -> Vec<_> {
        let entries = meeting.points.entries.iter();
        entries.filter(|entry| entry.point.id != was.entry.point.id).cloned().collect()
    };
    assert_eq!(others(after), others(before));
    assert_eq!(after.points.counted(&was.entry.point.id), Some(&was.entry));
}

/// Only the items that the act began and ended, its timer and the microphone that it opened are as before it.
fn assert_the_rest_of_the_stage_stands(before: &Meeting, after: &Meeting, was: &StageWas) {
    let of_act = |item: &ItemId| was.staged.clocks.iter().any(|(known, _)| known == item);
    assert_eq!(after.run_sheet.items.len(), before.run_sheet.items.len());
    for (now, had) in after.run_sheet.items.iter().zip(before.run_sheet.items.iter()) {
        assert_eq!((&now.id, &now.plan), (&had.id, &had.plan));
        assert!(of_act(&now.id) || now.clock == had.clock, "the time of {}", now.id);
    }
    let mine = |person: &PersonId| was.spoken.as_ref().is_some_and(|(known, _)| known == person);
    for (person, spoken) in &before.panel.spoken {
        assert!(mine(person) || after.panel.spoken.get(person) == Some(spoken), "what {person} has spoken");
    }
    let mut podium = before.microphones.podium.clone();
    if let Some(opened) = &was.opened {
        podium.remove(opened);
    }
    assert_eq!(after.microphones.podium, podium);
}

/// Egypt waits with `a`, Lebanon with `b`, Tunisia with `c`, under the rules of the Assembly; a fourth and fifth State sit
/// there too.
fn assembly() -> Story {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    for (seat, name) in [("libya", "laila"), ("sudan", "samir")] {
        charter.delegations.push(delegation(seat, plenary::terms::people::Category::MemberState));
        charter.people.push(person(name, &[plenary::terms::people::Role::Delegate], Some(seat), "ar"));
    }
    given([]).housekeeping(convene(charter)).happens(
        ["clara", "sam", "alice", "bob", "carol", "laila", "samir"].map(arrived).into_iter().chain([
            list_opened("main"),
            opened(),
            requested("a", "alice"),
            requested("b", "bob"),
            requested("c", "carol"),
        ]),
    )
}

#[track_caller]
fn barred(story: Story, bar: UndoBar) {
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let offered = story.seen(&Key::Undo)["act"]["act"].as_u64();
    assert_eq!(offered, Some(act), "nobody has acted on it, so it is offered");
    let before = story.meeting.clone();
    let story = story.when("clara", undo_act(act)).then(Refusal::UndoBarred { bar });
    assert_eq!(story.meeting, before);
}

#[track_caller]
fn nothing_to_undo(story: Story) {
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    assert!(story.seen(&Key::Undo)["act"].is_null(), "it is not offered");
    story.when("clara", undo_act(act)).then(Refusal::NothingToUndo {});
}

fn motion(story: &Story) -> String {
    story.meeting.motions.entries.last().unwrap().motion.id.to_string()
}

/// The request with which a delegation speaks on the motion.
fn on_motion(story: &Story, seat: &str) -> String {
    let of = |request: &&String| {
        story.meeting.speakers.request(&id(request)).unwrap().request.delegation.as_str() == seat
    };
    story.queue("motions").iter().find(of).unwrap().clone()
}

/// Tunisia has moved to adjourn the debate; Egypt and Lebanon are to speak against it.
fn opposed() -> (Story, String) {
    let story = assembly().when("carol", move_motion(Kind::AdjournDebate, Some("main")));
    let motion = motion(&story);
    let story = story.when("clara", take_up(&motion));
    let against = speak_on(&motion, Side::Against, None);
    (story.when("alice", against.clone()).when("bob", against), motion)
}

#[test]
fn a_delegation_that_asked_again_does_not_get_a_second_request() {
    let story = assembly().when("clara", decline("b", "later")).when("bob", request_floor("main"));
    barred(story, UndoBar::Requests);
}

#[test]
fn a_delegation_that_replied_since_does_not_get_a_third_reply() {
    let story = assembly().happens([list_opened("reply")]);
    let story = story.when("bob", request_floor("reply")).when("bob", request_floor("reply"));
    let first = story.queue("reply")[0].clone();
    let story = story.when("clara", decline(&first, "later")).when("bob", request_floor("reply"));
    let second = story.queue("reply")[0].clone();
    // Withdrawn, a reply is not counted; heard, it is.
    let heard = story.clone().happens([
        given_floor("t", &second, "bob"),
        turn_ended("t", plenary::meeting::procedure::floor::Ending::Finished),
    ]);
    barred(heard, UndoBar::Replies);
    barred(story, UndoBar::Requests);
}

#[test]
fn a_speaker_is_not_put_back_on_a_motion_that_was_decided() {
    let (story, motion) = opposed();
    let request = on_motion(&story, "lebanon");
    let story = story.when("clara", decline(&request, "later"));
    let story = story.when("sam", decide_motion(&motion, [1, 3, 0]));
    barred(story, UndoBar::Motion);
}

#[test]
fn a_speaker_is_not_put_back_on_a_side_that_others_have_filled() {
    let (story, motion) = opposed();
    let request = on_motion(&story, "lebanon");
    let story = story.when("clara", decline(&request, "later"));
    let story = story.when("laila", speak_on(&motion, Side::Against, None));
    barred(story, UndoBar::Motion);
}

#[test]
fn a_speaker_is_not_put_back_beside_another_of_the_delegation() {
    let (story, motion) = opposed();
    let request = on_motion(&story, "lebanon");
    let story = story.when("clara", decline(&request, "later"));
    let story = story.when("badr", speak_on(&motion, Side::InFavour, None));
    barred(story, UndoBar::Motion);
}

#[test]
fn a_turn_that_was_stopped_does_not_go_on_beside_a_motion() {
    let story = assembly().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    let moved = story.clone().when("carol", move_motion(Kind::SuspendMeeting, None));
    let motion = motion(&moved);
    let (act, taken_up) =
        (moved.meeting.undo.last.as_ref().unwrap().seq, moved.clone().when("clara", take_up(&motion)));
    barred(taken_up, UndoBar::Floor);
    // Moved only, it waits until the statement is over.
    moved.when("clara", undo_act(act)).then([act_undone(act)]);
}

#[test]
fn a_turn_does_not_go_on_with_a_speaker_who_was_withdrawn() {
    let story = assembly().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    barred(story.when("sam", withdraw_person("alice")), UndoBar::Floor);
}

#[test]
fn a_turn_does_not_go_on_while_the_meeting_is_suspended() {
    let story = assembly().happens([given_floor("t", "a", "alice")]).when("clara", stop_turn("t"));
    let story = story.when("carol", move_motion(Kind::SuspendMeeting, None));
    let motion = motion(&story);
    // What was moved and carried is no act of the desk: its last is the end of the turn.
    let story = story.when("clara", take_up(&motion)).when("clara", carry_by_consent(&motion));
    assert_eq!(story.meeting.programme.phase, Phase::Suspended);
    barred(story, UndoBar::Rules);
}

#[test]
fn what_others_did_to_the_same_is_not_taken_back() {
    let called = assembly().when("clara", call("b"));
    nothing_to_undo(called.clone().when("badr", name_speaker("b", "badr")));
    nothing_to_undo(called.when("bob", withdraw("b")));
    let given = assembly().when("clara", give_floor("a", None));
    let turn = given.meeting.floor.turn().unwrap();
    nothing_to_undo(given.clone().when("adam", speak_for_turn(turn.as_str())));
    nothing_to_undo(given.when("alice", finish_turn(turn.as_str())));
    // A time that was set for a list is the time of those who come back to it.
    nothing_to_undo(
        assembly().when("clara", decline("b", "later")).when("sam", set_speaking_time("main", None, 60_000)),
    );
}

#[test]
fn that_a_statement_ended_does_not_keep_a_decline_from_being_undone() {
    let story = assembly().happens([given_floor("t", "a", "alice")]).when("clara", decline("b", "later"));
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    let story = story.when("alice", finish_turn("t")).when("clara", undo_act(act)).then([act_undone(act)]);
    assert_eq!(story.queue("main"), ["b", "c"]);
    let state = story.meeting.speakers.request(&id("b")).unwrap().state;
    assert_eq!(state, RequestState::Queued);
}

/// Who undoes does so by the command, not by the oracle of this file.
#[test]
fn the_oracle_tries_what_the_desk_may() {
    let story = assembly().when("clara", decline("b", "later"));
    try_undo(&story);
    let undo: Command = undo_act(story.meeting.undo.last.as_ref().unwrap().seq);
    let clara: PersonId = id("clara");
    assert!(access::may(story.meeting.roster.person(&clara).unwrap(), &undo));
}
