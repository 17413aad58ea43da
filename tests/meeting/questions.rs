//! Questions from the audience: asked, read by the desk, voted for, pinned, answered, promoted to the floor.

use plenary::meeting::charter::SessionKind;
use plenary::meeting::hall::questions::QuestionState;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::speakers::{ListKind, RequestState};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key, Scope};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id, list};
use crate::words::*;

/// An open panel with a list of questions. What is asked first is `q3`.
fn panel() -> Story {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    charter.lists.push(list("questions", ListKind::Questions, MINUTE_MS, 1));
    Story::unconvened().housekeeping(convene(charter)).happens([opened()])
}

fn state(story: &Story, question: &str) -> QuestionState {
    story.meeting.questions.entry(&id(question)).unwrap().state
}

fn shown(story: &Story, question: &str) -> Value {
    story.seen(&Key::Question(id(question)))
}

#[test]
fn the_audience_asks_in_a_panel_once_it_is_open_and_elsewhere_once_the_desk_says_so() {
    let open = |story: &Story| story.seen(&Key::Questions)["open"].clone();
    let plenary = given([opened()]);
    assert_eq!(open(&plenary), false);
    let plenary = plenary.when("olga", ask("Why?")).then(Refusal::QuestionsClosed {});
    let plenary = plenary.when("clara", open_questions()).then([questions_opened()]);
    assert_eq!(open(&plenary), true);
    plenary.when("olga", ask("Why?")).then_tags(&["question_asked"]);
    let panel = panel();
    assert_eq!(open(&panel), true);
    let panel = panel.when("maya", close_questions()).then([questions_closed()]);
    panel.when("olga", ask("Why?")).then(Refusal::QuestionsClosed {});
    // Before the session opens nobody is on stage.
    given([questions_opened()]).when("olga", ask("Why?")).then(Refusal::QuestionsClosed {});
}

#[test]
fn a_question_waits_and_only_its_author_and_the_desk_read_it() {
    let story = panel().when("olga", ask("Who pays for this?"));
    assert_eq!(state(&story, "q3"), QuestionState::Waiting);
    for scope in [Scope::Desk, Scope::Person(id("olga"))] {
        assert!(story.shown_to(&scope).contains("Who pays for this?"), "{scope}");
    }
    for scope in [Scope::Everyone, Scope::Booths, Scope::Person(id("dina")), Scope::Delegation(id("egypt"))] {
        assert!(!story.shown_to(&scope).contains("Who pays for this?"), "{scope}");
    }
    let story = story.when("maya", show_question("q3")).then([question_shown("q3")]);
    assert!(story.shown_to(&Scope::Everyone).contains("Who pays for this?"));
}

#[test]
fn its_author_is_named_to_all_or_to_the_desk_alone_as_the_author_chose() {
    let story = panel().happens([asked("n", "olga"), asked_unnamed("u", "dina")]);
    let story = story.happens([question_shown("n"), question_shown("u")]);
    assert_eq!(shown(&story, "n")["asker"]["person"], "olga");
    assert_eq!(shown(&story, "u")["asker"], Value::Null);
    for scope in [Scope::Everyone, Scope::Booths, Scope::Delegation(id("egypt")), Scope::Person(id("olga"))] {
        assert!(!story.shown_to(&scope).contains("name of dina"), "{scope}");
    }
    assert_eq!(story.seen(&Key::Moderation(id("u")))["asker"]["person"], "dina");
}

#[test]
fn why_it_was_declined_its_author_reads() {
    let story = panel().happens([asked("q", "olga")]);
    let story = story.when("maya", decline_question("q", " ")).then(Refusal::Empty { field: Field::Reason });
    let story = story.when("maya", decline_question("q", "Off the subject"));
    let story = story.then([question_declined("q", "Off the subject")]);
    assert_eq!(story.seen(&Key::OwnQuestion(id("olga"), id("q")))["reason"], "Off the subject");
    assert!(!story.shown_to(&Scope::Everyone).contains("Off the subject"));
    // The desk may think better of it, and the reason goes.
    let story = story.when("maya", show_question("q")).then([question_shown("q")]);
    assert_eq!(story.seen(&Key::OwnQuestion(id("olga"), id("q")))["reason"], "");
}

#[test]
fn a_person_has_one_vote_for_each_question_of_others_and_may_take_it_back() {
    let story = panel().happens([asked("q", "olga"), question_shown("q")]);
    let story = story.when("olga", vote_for("q")).then(Refusal::OwnQuestion {});
    let story = story.when("alice", vote_for("q")).then([voted("q", "alice")]);
    let story = story.when("alice", vote_for("q")).then([]);
    let story = story.when("adam", vote_for("q")).then([voted("q", "adam")]);
    assert_eq!(shown(&story, "q")["votes"], 2);
    assert_eq!(story.seen(&Key::Votes(id("alice")))["questions"], json!(["q"]));
    let story = story.when("alice", take_vote_back("q")).then([vote_taken_back("q", "alice")]);
    let story = story.when("alice", take_vote_back("q")).then([]);
    assert_eq!(
        (&shown(&story, "q")["votes"], story.seen(&Key::Votes(id("alice")))),
        (&json!(1), Value::Null)
    );
}

#[test]
fn what_one_does_not_see_one_does_not_vote_for_nor_learn_of() {
    let story = panel().happens([asked("q", "olga")]);
    let story = story.when("alice", vote_for("q")).then(unknown(Field::Question));
    let story = story.happens([question_shown("q"), question_answered("q")]);
    let answered = Refusal::WrongQuestionState { state: QuestionState::Answered };
    story.when("alice", vote_for("q")).then(answered);
}

#[test]
fn the_order_is_by_votes_then_by_time_and_a_vote_changes_that_question_alone() {
    let story = panel().happens(["a", "b", "c"].map(|name| asked(name, "olga")));
    let story = story.happens(["a", "b", "c"].map(question_shown)).happens([voted("c", "alice")]);
    let order = |story: &Story| {
        let mut order = ["a", "b", "c"].map(|name| (shown(story, name)["order"].as_u64().unwrap(), name));
        order.sort_unstable();
        order.map(|(_, name)| name)
    };
    assert_eq!(order(&story), ["c", "a", "b"]);
    let before = story.meeting.clone();
    let story = story.when("bob", vote_for("b")).when("adam", vote_for("b"));
    assert_eq!(order(&story), ["b", "c", "a"]);
    let touched = view::touched(&before, &voted("b", "bob"), &story.meeting);
    assert_eq!(touched, [Key::Question(id("b")), Key::Votes(id("bob"))].into());
}

#[test]
fn one_question_is_pinned_and_it_is_off_the_stage_once_it_is_answered() {
    let story = panel().happens([asked("a", "olga"), asked("b", "dina"), question_shown("a")]);
    let waiting = Refusal::WrongQuestionState { state: QuestionState::Waiting };
    let story = story.when("maya", pin_question("b")).then(waiting);
    let story = story.happens([question_shown("b")]).when("maya", pin_question("a"));
    let story = story.when("maya", pin_question("b")).then([question_pinned("b")]);
    assert_eq!(story.seen(&Key::Questions)["pinned"], "b");
    let story = story.when("maya", unpin_question("a")).then([]);
    let story = story.when("maya", answer_question("b")).then([question_answered("b")]);
    assert_eq!(story.seen(&Key::Questions)["pinned"], Value::Null);
    assert_eq!(shown(&story, "b")["state"], "answered");
    let story = story.when("maya", archive_question("b")).then([question_archived("b")]);
    assert_eq!(shown(&story, "b"), Value::Null);
    assert_eq!(story.seen(&Key::OwnQuestion(id("dina"), id("b")))["state"], "archived");
}

#[test]
fn promoted_its_author_asks_from_the_list_of_questions_in_person() {
    let story = panel().happens([asked("q", "adam"), question_shown("q")]);
    assert_eq!(story.seen(&Key::Moderation(id("q")))["may_promote"], true);
    let story = story.when("maya", promote_question("q"));
    let story = story.then_tags(&["floor_requested", "question_promoted"]);
    let request = story.meeting.speakers.request(&id("r5")).unwrap();
    assert_eq!((&request.request.delegation, &request.request.speaker), (&id("egypt"), &Some(id("adam"))));
    assert_eq!((request.state, story.queue("questions")), (RequestState::Queued, vec!["r5".to_owned()]));
    assert_eq!(shown(&story, "q")["request"], "r5");
    assert_eq!(story.seen(&Key::Moderation(id("q")))["may_promote"], false);
    let on_list = || Refusal::AlreadyOnList { request: id("r5") };
    let story = story.when("maya", promote_question("q")).then(on_list());
    let story = story.happens([asked("z", "alice"), question_shown("z")]);
    story.when("maya", promote_question("z")).then(on_list());
}

#[test]
fn nobody_is_promoted_without_a_seat_a_name_or_a_list() {
    let story = panel().happens([asked("s", "olga"), asked_unnamed("u", "alice"), question_shown("s")]);
    let story = story.happens([question_shown("u")]);
    assert_eq!(story.seen(&Key::Moderation(id("u")))["may_promote"], false);
    let story = story.when("maya", promote_question("s")).then(Refusal::AuthorWithoutSeat {});
    story.when("maya", promote_question("u")).then(Refusal::AuthorUnnamed {});
    let story = given([opened(), questions_opened(), asked("q", "alice"), question_shown("q")]);
    story.when("maya", promote_question("q")).then(Refusal::NoQuestionsList {});
}

#[test]
fn its_author_alone_withdraws_it() {
    let story = panel().happens([asked("q", "olga"), question_shown("q"), question_pinned("q")]);
    let story = story.when("clara", withdraw_question("q")).then(Refusal::NotYourQuestion {});
    let story = story.when("olga", withdraw_question("q")).then([question_withdrawn("q")]);
    assert_eq!((shown(&story, "q"), &story.seen(&Key::Questions)["pinned"]), (Value::Null, &Value::Null));
    let gone = Refusal::WrongQuestionState { state: QuestionState::Withdrawn };
    story.when("maya", show_question("q")).then(gone);
}

#[test]
fn three_may_be_open_and_an_answer_makes_room() {
    let story = panel().happens(["a", "b", "c"].map(|name| asked(name, "olga")));
    let story = story.when("olga", ask("And?")).then(Refusal::TooManyQuestions { max: 3 });
    let story = story.happens([question_shown("a"), question_answered("a")]);
    story.when("olga", ask("And?")).then_tags(&["question_asked"]);
}

#[test]
fn what_is_asked_is_within_its_limits() {
    let story = panel();
    let too_long = Refusal::TooLong { field: Field::Text, max: 500 };
    let story = story.when("olga", ask(&"x".repeat(501))).then(too_long);
    let story = story.when("olga", ask(" \n ")).then(Refusal::Empty { field: Field::Text });
    let story = story.when("olga", ask_of("Why?", Some("alice"), false)).then(unknown(Field::To));
    let story = story.when("olga", ask_of("Why?", Some("paul"), false)).then_tags(&["question_asked"]);
    let story = story.when("maya", show_question("q3"));
    assert_eq!(shown(&story, "q3")["to"]["person"], "paul");
    story.when("screen", ask("Why?")).then(Refusal::NotAllowed {});
}

#[test]
fn a_session_holds_two_thousand() {
    let mut story = panel();
    for number in 0..2_000 {
        story.record_unchecked(asked(&format!("x{number}"), ["olga", "dina"][number % 2]));
        story.record_unchecked(question_archived(&format!("x{number}")));
    }
    story.when("alice", ask("And?")).then(Refusal::Full { max: 2_000 });
}

#[test]
fn once_the_session_is_closed_questions_stay_as_they_are() {
    let story = panel().happens([asked("q", "olga")]).when("clara", close_session());
    assert_eq!(story.seen(&Key::Questions)["open"], false);
    story.when("maya", show_question("q")).then(Refusal::WrongPhase { phase: Phase::Closed });
}
