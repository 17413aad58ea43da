//! Nobody fills what belongs to all: what is taken back unheard leaves nothing, and one has a share and no more.

use plenary::meeting::charter::{Charter, SessionKind};
use plenary::meeting::command::{Command, Context, Intent};
use plenary::meeting::procedure::motions::{Kind, Side};
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::procedure::rules::{Profile, Rules};
use plenary::meeting::procedure::speakers::ListKind;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::limits;
use plenary::terms::people::Role;

use crate::harness::{LOT, Story, given};
use crate::sample::{MINUTE_MS, charter, id, list, person};
use crate::words::*;

/// A session under rules that know votes, in which everything can be asked for.
fn everything_open() -> Story {
    let story = given(["clara", "sam", "alice", "adam", "bob", "carol", "olga"].map(arrived));
    let story = story.housekeeping(convene(Charter {
        lists: vec![
            list("main", ListKind::Statements, 3 * MINUTE_MS, 1),
            list("questions", ListKind::Questions, MINUTE_MS, 1),
        ],
        ..voting()
    }));
    story.happens([list_opened("main"), opened(), questions_opened()])
}

fn voting() -> Charter {
    let mut charter = charter();
    charter.session.rules = Some(Rules { profile: Profile::GeneralAssembly, ..Rules::default() });
    charter.session.kind = SessionKind::Panel;
    charter
}

/// Something that a delegation or a person asks for and takes back.
struct Wish {
    ask: fn(&Story) -> Command,
    back: fn(&str) -> Command,
    /// What ids of it begin with.
    prefix: &'static str,
}

const WISHES: [Wish; 5] = [
    Wish { ask: |_| request_floor("main"), back: withdraw, prefix: "r" },
    Wish { ask: |_| raise_point(), back: withdraw_point, prefix: "p" },
    Wish { ask: |_| move_motion(Kind::AdjournDebate, Some("main")), back: withdraw_motion, prefix: "mo" },
    Wish { ask: |_| ask("Why?"), back: withdraw_question, prefix: "q" },
    Wish { ask: |story| speak_on(&motion(story), Side::Against, None), back: withdraw, prefix: "r" },
];

fn motion(story: &Story) -> String {
    story.meeting.motions.waiting().first().map(|entry| entry.motion.id.to_string()).unwrap_or_default()
}

/// The id of what was asked for last: that of its first event, by its place in the log.
fn asked_last(story: &Story, prefix: &str) -> String {
    let made = story.outcome().as_ref().unwrap().len() as u64;
    format!("{prefix}{}", story.meeting.seq + 1 - made)
}

/// The wish and its taking back, so many times over. All is looked at once at the end.
fn over_and_over(mut story: Story, wish: &Wish, actor: &str, times: usize) -> Story {
    let decide = |story: &mut Story, command: Command| {
        let context = Context { now_ms: story.now_ms, next_seq: story.meeting.seq + 1, lot: LOT };
        let events = story.meeting.decide(&context, &Intent::Participant(id(actor), command)).unwrap();
        events.into_iter().for_each(|event| story.record_unchecked(event));
        context.next_seq
    };
    for _ in 0..times {
        let asks = (wish.ask)(&story);
        let seq = decide(&mut story, asks);
        decide(&mut story, (wish.back)(&format!("{}{seq}", wish.prefix)));
    }
    story.happens([])
}

#[test]
fn what_is_taken_back_unheard_leaves_nothing_and_refuses_nobody() {
    for wish in &WISHES {
        let ready = match wish.prefix {
            "r" => everything_open().when("carol", move_motion(Kind::AdjournDebate, Some("main"))),
            _ => everything_open(),
        };
        let first = over_and_over(ready, wish, "alice", 1);
        let shown = |story: &Story| [Scope::Everyone, Scope::Desk].map(|scope| story.shown_to(&scope).len());
        let (view, told) = (shown(&first), first.meeting.proceedings.len());
        let often = over_and_over(first, wish, "alice", 2_100);
        // The one number that grows is the version of a list.
        let grown = shown(&often).iter().sum::<usize>() - view.iter().sum::<usize>();
        assert!(grown <= 8, "{}: the views grew by {grown}", wish.prefix);
        assert_eq!(often.meeting.proceedings.len(), told, "{}", wish.prefix);
        let asks = (wish.ask)(&often);
        let bob = often.when("bob", asks);
        assert!(bob.outcome().is_ok(), "{}: {:?}", wish.prefix, bob.outcome());
    }
}

#[test]
fn of_what_was_taken_back_the_last_is_remembered() {
    let gone =
        [unknown(Field::Request), unknown(Field::Point), unknown(Field::Motion), unknown(Field::Question)];
    for (wish, gone) in WISHES.iter().zip(gone) {
        let story = over_and_over(everything_open(), wish, "alice", 1);
        let asks = (wish.ask)(&story);
        let story = story.when("alice", asks);
        let second = asked_last(&story, wish.prefix);
        let story = story.when("alice", (wish.back)(&second)).when("alice", (wish.back)(&second));
        assert!(story.outcome().is_err() && *story.outcome() != Err(gone.clone()), "{second}");
        let third = (wish.ask)(&story);
        let story = story.when("alice", third);
        let third = asked_last(&story, wish.prefix);
        story.when("alice", (wish.back)(&third)).when("alice", (wish.back)(&second)).then(gone);
    }
}

#[test]
fn a_delegation_that_took_its_request_back_still_reads_how_it_ended() {
    let story = over_and_over(everything_open(), &WISHES[0], "alice", 2);
    assert_eq!(story.seen(&Key::Standing(id("egypt"), id("main")))["last"]["state"], "withdrawn");
}

#[test]
fn a_point_that_was_heard_before_it_was_withdrawn_stays_in_view_and_record() {
    let story = everything_open().happens([point_raised("p", "carol", None)]);
    let told = story.meeting.proceedings.len();
    let story = story.when("clara", recognise("p")).when("carol", withdraw_point("p"));
    assert_eq!(story.seen(&Key::Point(id("p")))["state"], "withdrawn");
    // That it was heard, and that it was withdrawn.
    assert_eq!(story.meeting.proceedings.len(), told + 2);
}

#[test]
fn a_delegation_has_its_share_of_points_of_order_and_others_have_theirs() {
    let mut story = everything_open();
    for _ in 0..limits::POINTS_OF_DELEGATION_MAX {
        story = story.when("alice", raise_point());
        let point = asked_last(&story, "p");
        story = story.when("clara", rule_on(&point, Ruling::Noted, ""));
    }
    let max = limits::POINTS_OF_DELEGATION_MAX;
    let story = story.when("adam", raise_point()).then(Refusal::ShareFull { max });
    story.when("bob", raise_point()).then_tags(&["point_raised"]);
}

#[test]
fn a_delegation_has_its_share_of_motions_and_the_chair_proposes_all_the_same() {
    let mut story = everything_open();
    for _ in 0..limits::MOTIONS_OF_DELEGATION_MAX {
        story = story.when("alice", move_motion(Kind::AdjournDebate, Some("main")));
        let motion = motion(&story);
        story = story.when("clara", rule_out(&motion, ""));
    }
    let max = limits::MOTIONS_OF_DELEGATION_MAX;
    let story = story.when("adam", move_motion(Kind::SuspendMeeting, None)).then(Refusal::ShareFull { max });
    let story = story.when("bob", move_motion(Kind::SuspendMeeting, None));
    let story = story.then_tags(&["motion_moved", "floor_requested"]);
    story.when("clara", move_motion(Kind::AdjournMeeting, None)).then_tags(&["motion_moved"]);
}

#[test]
fn a_delegation_has_its_share_of_requests() {
    let past = |number| [requested(&format!("q{number}"), "alice"), declined(&format!("q{number}"), "late")];
    let story = everything_open().happens((0..limits::REQUESTS_OF_DELEGATION_MAX).flat_map(past));
    let max = limits::REQUESTS_OF_DELEGATION_MAX;
    let story = story.when("adam", request_floor("main")).then(Refusal::ShareFull { max });
    story.when("bob", request_floor("main")).then_tags(&["floor_requested"]);
}

#[test]
fn a_person_has_their_share_of_questions() {
    let mut story = everything_open();
    for _ in 0..limits::QUESTIONS_OF_PERSON_MAX {
        story = story.when("olga", ask("Why?"));
        let question = asked_last(&story, "q");
        story = story.when("maya", decline_question(&question, "asked before"));
    }
    let max = limits::QUESTIONS_OF_PERSON_MAX;
    let story = story.when("olga", ask("And?")).then(Refusal::ShareFull { max });
    story.when("alice", ask("And?")).then_tags(&["question_asked"]);
}

#[test]
fn a_person_opens_so_many_conversations_and_others_open_theirs() {
    let others = limits::DIRECT_ROOMS_OPENED_MAX + 1;
    let mut charter = charter();
    charter
        .people
        .extend((0..others).map(|n| person(&format!("guest-{n:03}"), &[Role::Observer], None, "en")));
    let mut story = given([]).housekeeping(convene(charter));
    let room = |n: u32, name: &str| {
        let mut pair = [format!("guest-{n:03}"), name.to_owned()];
        pair.sort();
        format!("direct-{}.{}", pair[0], pair[1])
    };
    for n in 0..limits::DIRECT_ROOMS_OPENED_MAX {
        story = story.when("olga", send_message_in(&room(n, "olga"), "Hello"));
        assert!(story.outcome().is_ok(), "{:?}", story.outcome());
    }
    let full = Refusal::ShareFull { max: limits::DIRECT_ROOMS_OPENED_MAX };
    let story = story.when("olga", send_message_in(&room(others - 1, "olga"), "Hello")).then(full);
    // Whoever is written to opens nothing by it, and may open as many.
    let story = story.when("guest-000", send_message_in(&room(0, "olga"), "Good day"));
    let story = story.then_tags(&["message_sent"]);
    let story = story.when("guest-000", send_message_in(&room(0, "paul"), "Good day"));
    story.then_tags(&["message_sent"]);
}

#[test]
fn conversations_of_two_push_nothing_out_of_the_rooms_of_the_session() {
    let mut story = given([]).when("alice", send_message("Where is the annex?"));
    let message = story.meeting.chat.rooms.values().next().unwrap().posted[0].message.id.clone();
    let flood = story.clone().when("olga", send_message_in("direct-alice.olga", "Hello"));
    let sent = flood.outcome().as_ref().unwrap()[0].clone();
    for _ in 0..=limits::MESSAGES_KEPT {
        story.record_unchecked(sent.clone());
    }
    assert!(story.meeting.chat.posted(&message).is_some());
}

#[test]
fn two_who_take_the_microphone_from_each_other_do_not_fill_the_proceedings() {
    let story = everything_open().happens(["alice", "adam"].map(agreed));
    let story = story.happens([requested("a", "alice"), given_floor("t", "a", "alice")]);
    let told = story.meeting.proceedings.len();
    let changes = (0..2_000).map(|n| speaker_changed("t", if n % 2 == 0 { "adam" } else { "alice" }));
    let story = story.happens(changes);
    assert_eq!(story.meeting.proceedings.len(), told);
    let story = story.happens([speaker_changed("t", "adam")]);
    assert_eq!(story.meeting.proceedings.len(), told + 1);
}
