//! Shows of hands and polls: who answers, what is refused by name, and who sees what when.

use plenary::meeting::command::Housekeeping;
use plenary::meeting::hall::polls::{ClosedBy, Entitled, Standing, Voter};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope, touched};
use serde_json::{Value, json};

use Entitled::{Delegations, Everyone};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id, wording};
use crate::words::*;

/// The session is open; the first poll that is put then is `v3`.
fn in_session() -> Story {
    given([opened()])
}

fn tally(story: &Story, poll: &str) -> Value {
    story.seen(&Key::Tally(id(poll)))
}

fn counts(story: &Story, poll: &str) -> Value {
    tally(story, poll)["counts"].clone()
}

#[test]
fn where_they_are_not_switched_on_they_are_refused_and_nothing_shows() {
    let mut charter = charter();
    charter.session.polls = false;
    let story = Story::unconvened().housekeeping(convene(charter));
    let story = story.happens([opened()]);
    assert_eq!(story.seen(&Key::Session)["polls"], false);
    let story = story.when("maya", hands(Everyone)).then(Refusal::PollsOff {});
    let story = story.when("maya", poll(Everyone, false, false, None)).then(Refusal::PollsOff {});
    story.when("alice", cast("v3", &[0])).then(Refusal::PollsOff {});
}

#[test]
fn a_hand_goes_up_and_down_and_all_see_whose_it_is() {
    let story = in_session().when("maya", hands(Delegations));
    let story = story.when("alice", cast("v3", &[0]));
    let story = story.then([ballot_cast("v3", of_seat("egypt"), "alice", &[0])]);
    let hand = story.seen(&Key::Ballot(id("v3"), of_seat("egypt")));
    assert_eq!((&hand["poll"], &hand["choices"]), (&json!("v3"), &json!([0])));
    assert_eq!(counts(&story, "v3"), json!([1]));
    assert!(story.shown_to(&Scope::Everyone).contains("v3-delegation-egypt"));
    let story = story.when("adam", take_ballot_back("v3")).then([ballot_taken_back("v3", of_seat("egypt"))]);
    assert_eq!((counts(&story, "v3"), &tally(&story, "v3")["ballots"]), (json!([0]), &json!(0)));
    story.when("adam", take_ballot_back("v3")).then(Refusal::Unchanged {});
}

#[test]
fn a_show_of_hands_for_and_against_keeps_its_result_when_it_closes() {
    let story = in_session().when("clara", hands_for_against());
    let story = story.when("alice", cast("v3", &[0])).when("bob", cast("v3", &[2]));
    let story = story.when("carol", cast("v3", &[3])).then(unknown(Field::Choices));
    let story = story.when("clara", close_poll("v3")).then([poll_closed("v3", ClosedBy::Desk)]);
    assert_eq!(counts(&story, "v3"), json!([1, 0, 1]));
    let poll = story.seen(&Key::Poll(id("v3")));
    assert_eq!((&poll["standing"], &poll["closed_by"]), (&json!("published"), &json!("desk")));
    let published = Refusal::WrongPollState { standing: Standing::Published };
    story.when("clara", publish_poll("v3")).then(published);
}

#[test]
fn a_delegation_has_one_ballot_whoever_casts_it_and_a_second_is_refused_by_the_name_of_the_first() {
    let story = in_session().when("maya", poll(Delegations, true, true, None));
    let story = story.when("alice", cast("v3", &[0])).when("adam", cast("v3", &[1]));
    let story = story.then(Refusal::BallotThere { by: id("alice") });
    let story = story.when("adam", cast_anew("v3", &[0])).then(Refusal::Unchanged {});
    let story = story.when("adam", cast_anew("v3", &[1]));
    let story = story.then([ballot_cast("v3", of_seat("egypt"), "adam", &[1])]);
    assert_eq!((counts(&story, "v3"), &tally(&story, "v3")["ballots"]), (json!([0, 1, 0]), &json!(1)));
    assert_eq!(story.seen(&Key::Poll(id("v3")))["ballots_max"], 4);
    for person in ["olga", "paul", "maya", "ivan"] {
        let asked = story.clone().when(person, cast("v3", &[1]));
        asked.then(Refusal::NotEntitled {});
    }
}

#[test]
fn everybody_but_a_screen_has_a_ballot_where_everyone_is_asked() {
    let story = in_session().when("maya", poll(Everyone, false, true, None));
    let story =
        story.when("olga", cast("v3", &[2])).when("ivan", cast("v3", &[2])).when("alice", cast("v3", &[0]));
    let story = story.when("adam", cast("v3", &[2]));
    assert_eq!(counts(&story, "v3"), json!([1, 0, 3]));
    assert_eq!(story.seen(&Key::Poll(id("v3")))["ballots_max"], 20);
    story.when("screen", cast("v3", &[0])).then(Refusal::NotAllowed {});
}

#[test]
fn the_count_is_hidden_from_all_until_the_close_and_then_the_desk_publishes_it() {
    let story = in_session().when("maya", poll(Delegations, false, false, None));
    let story = story.when("alice", cast("v3", &[1]));
    assert_eq!(
        tally(&story, "v3"),
        json!({"type": "tally", "id": "v3", "ballots": 1, "present": 1, "counts": null})
    );
    assert_eq!(story.seen(&Key::Unpublished(id("v3"))), Value::Null, "the desk waits too");
    let story =
        story.when("maya", publish_poll("v3")).then(Refusal::WrongPollState { standing: Standing::Open });
    let story = story.when("maya", close_poll("v3"));
    assert_eq!(counts(&story, "v3"), Value::Null);
    assert_eq!(story.seen(&Key::Unpublished(id("v3")))["counts"], json!([0, 1, 0]));
    assert!(!story.shown_to(&Scope::Everyone).contains("unpublished"));
    let story = story.when("maya", publish_poll("v3")).then([poll_published("v3")]);
    assert_eq!(counts(&story, "v3"), json!([0, 1, 0]));
    assert_eq!(story.seen(&Key::Unpublished(id("v3"))), Value::Null);
}

#[test]
fn who_answered_what_in_a_poll_without_names_only_the_voter_sees() {
    let story = in_session().when("maya", poll(Everyone, false, true, None)).when("olga", cast("v3", &[1]));
    let story = story.when("maya", close_poll("v3"));
    let olga = Voter::Person(id("olga"));
    assert_eq!(story.seen(&Key::Ballot(id("v3"), olga.clone())), Value::Null);
    assert_eq!(story.seen(&Key::OwnBallot(id("v3"), olga))["choices"], json!([1]));
    assert!(story.shown_to(&Scope::Person(id("olga"))).contains("own_ballot"));
    for scope in [Scope::Everyone, Scope::Desk, Scope::Person(id("paul"))] {
        assert!(!story.shown_to(&scope).contains("ballot\""), "{scope}");
    }
}

#[test]
fn names_are_shown_with_the_result_and_not_before() {
    let story = in_session().when("maya", poll(Delegations, true, false, None)).when("bob", cast("v3", &[2]));
    let named = |story: &Story, scope: Scope| story.shown_to(&scope).contains("v3-delegation-lebanon");
    assert!(!named(&story, Scope::Everyone) && !named(&story, Scope::Desk));
    let story = story.when("maya", close_poll("v3"));
    assert!(!named(&story, Scope::Everyone) && named(&story, Scope::Desk));
    let story = story.when("maya", publish_poll("v3"));
    assert!(named(&story, Scope::Everyone) && !named(&story, Scope::Desk));
}

#[test]
fn a_late_ballot_is_refused_and_a_closed_poll_stays_closed() {
    let story =
        in_session().when("maya", poll(Delegations, false, true, None)).when("alice", cast("v3", &[1]));
    let story = story.when("maya", close_poll("v3")).when("bob", cast("v3", &[1])).then(Refusal::PollOver {});
    let story = story.when("alice", take_ballot_back("v3")).then(Refusal::PollOver {});
    let story = story.when("maya", close_poll("v3"));
    let story = story.then(Refusal::WrongPollState { standing: Standing::Published });
    story.when("bob", cast("v9", &[0])).then(unknown(Field::Poll));
}

#[test]
fn its_time_closes_it_and_stands_still_with_the_meeting() {
    let story = in_session().when("maya", poll(Delegations, false, true, Some(MINUTE_MS)));
    let close = || Housekeeping::ClosePoll(id("v3"));
    assert_eq!(story.meeting.next_timer(), Some((story.now_ms + MINUTE_MS, close())));
    let story = story.after(20_000).when("maya", suspend_session("")).after(5 * MINUTE_MS);
    assert_eq!(story.meeting.next_timer(), None);
    let story = story.when("alice", cast("v3", &[0])).then(Refusal::WrongPhase { phase: Phase::Suspended });
    let story = story.when("maya", resume_session()).after(39_999);
    let story = story.housekeeping(close()).then(Refusal::LimitNotReached {});
    let story = story.after(1).housekeeping(close()).then([poll_closed("v3", ClosedBy::Time)]);
    story.housekeeping(close()).then(Refusal::PollOver {});
}

#[test]
fn it_closes_with_the_session() {
    let story =
        in_session().when("maya", poll(Delegations, false, false, None)).when("alice", cast("v3", &[0]));
    let story = story.when("clara", close_session()).then([poll_closed("v3", ClosedBy::Session), closed()]);
    let story = story.when("clara", publish_poll("v3"));
    assert_eq!(counts(&story, "v3"), json!([1, 0, 0]));
}

#[test]
fn one_is_open_at_a_time() {
    let story = in_session().when("maya", hands(Everyone));
    let story =
        story.when("sam", poll(Everyone, false, false, None)).then(Refusal::PollOpen { poll: id("v3") });
    let story = story.when("maya", withdraw_poll("v3")).when("sam", poll(Everyone, false, false, None));
    story.then_tags(&["poll_opened"]);
}

#[test]
fn one_that_is_withdrawn_is_gone_for_all_with_its_ballots() {
    let story =
        in_session().when("maya", poll(Delegations, true, true, None)).when("alice", cast("v3", &[0]));
    let story = story.when("sam", withdraw_poll("v3")).then([poll_withdrawn("v3")]);
    for scope in [Scope::Everyone, Scope::Desk, Scope::Delegation(id("egypt"))] {
        assert!(!story.shown_to(&scope).contains("\"v3"), "{scope}");
    }
    story.when("alice", cast("v3", &[0])).then(unknown(Field::Poll));
}

#[test]
fn whoever_leaves_or_loses_their_seat_keeps_their_ballot() {
    let mut revised = charter();
    revised.delegations.retain(|seat| seat.id.as_str() != "tunisia");
    revised.people.retain(|person| person.id.as_str() != "carol");
    let story = in_session().happens([arrived("carol")]).when("maya", poll(Delegations, true, true, None));
    let story = story.when("carol", cast("v4", &[1])).happens([left("carol")]);
    assert_eq!(counts(&story, "v4"), json!([0, 1, 0]));
    let story = story.housekeeping(convene(revised));
    assert_eq!(counts(&story, "v4"), json!([0, 1, 0]));
}

#[test]
fn several_options_may_be_chosen_as_far_as_it_says() {
    let story = in_session().when("maya", poll_of(8, 3, Everyone, false, true, None));
    let story = story.when("olga", cast("v3", &[7, 0, 2]));
    let story = story.then([ballot_cast("v3", Voter::Person(id("olga")), "olga", &[0, 2, 7])]);
    assert_eq!(counts(&story, "v3"), json!([1, 0, 1, 0, 0, 0, 0, 1]));
    let range = Refusal::OutOfRange { field: Field::Choices, min: 1, max: 3 };
    let story = story.when("paul", cast("v3", &[0, 1, 2, 3])).then(range);
    let story = story.when("paul", cast("v3", &[1, 1])).then(unknown(Field::Choices));
    let story = story.when("paul", cast("v3", &[8])).then(unknown(Field::Choices));
    story.when("paul", cast("v3", &[])).then(Refusal::Empty { field: Field::Choices });
}

#[test]
fn a_question_has_two_to_eight_options_that_differ_and_its_bounds() {
    use plenary::meeting::command::Command;
    use plenary::meeting::hall::polls;
    let range = |field, min, max| Refusal::OutOfRange { field, min, max };
    let of = |options, most, limit_ms| poll_of(options, most, Everyone, false, false, limit_ms);
    let story = in_session();
    let refused =
        |command: Command, refusal: Refusal| drop(story.clone().when("maya", command).then(refusal));
    refused(of(1, 1, None), range(Field::Options, 2, 8));
    refused(of(9, 1, None), range(Field::Options, 2, 8));
    refused(of(3, 0, None), range(Field::ChoicesMax, 1, 3));
    refused(of(3, 4, None), range(Field::ChoicesMax, 1, 3));
    refused(of(3, 1, Some(9_999)), range(Field::LimitMs, 10_000, 60 * MINUTE_MS));
    refused(of(3, 1, Some(60 * MINUTE_MS + 1)), range(Field::LimitMs, 10_000, 60 * MINUTE_MS));
    let worded = |question: &[(&str, &str)], options: &[&[(&str, &str)]]| {
        let words = |of: &[(&str, &str)]| {
            let pairs = of.iter().map(|(language, text)| (id(language), (*text).to_owned()));
            plenary::terms::ids::Wording(pairs.collect())
        };
        let (question, options) = (words(question), options.iter().map(|of| words(of)).collect());
        let (choices_max, entitled, named, live, limit_ms) = (1, Everyone, false, false, None);
        Command::Polls(polls::Command::OpenPoll {
            question,
            options,
            choices_max,
            entitled,
            named,
            live,
            limit_ms,
        })
    };
    let (yes, no): (&[_], &[_]) = (&[("en", "Yes")], &[("en", "No")]);
    refused(worded(&[("en", " ")], &[yes, no]), Refusal::Empty { field: Field::Question });
    refused(worded(&[("es", "¿Sí?")], &[yes, no]), unknown(Field::Language));
    let long = "x".repeat(301);
    refused(worded(&[("en", &long)], &[yes, no]), Refusal::TooLong { field: Field::Question, max: 300 });
    let long = "x".repeat(121);
    refused(
        worded(&[("en", "So?")], &[yes, &[("en", &long)]]),
        Refusal::TooLong { field: Field::Options, max: 120 },
    );
    refused(worded(&[("en", "So?")], &[yes, yes]), Refusal::OptionTwice {});
    // Everybody who can read the question can read what they choose.
    let both = &[("en", "So?"), ("fr", "Alors ?")];
    refused(worded(both, &[yes, no]), Refusal::Empty { field: Field::Options });
}

#[test]
fn a_ballot_changes_the_count_and_the_voters_own_and_nothing_else() {
    let story = in_session().when("maya", poll(Everyone, false, true, None));
    let before = story.meeting.clone();
    let story = story.when("olga", cast("v3", &[1]));
    let event = ballot_cast("v3", Voter::Person(id("olga")), "olga", &[1]);
    let keys = touched(&before, &event, &story.meeting);
    let own = Key::OwnBallot(id("v3"), Voter::Person(id("olga")));
    assert_eq!(keys, [Key::Tally(id("v3")), own].into());
    assert_eq!(
        story.seen(&Key::Poll(id("v3")))["question"],
        serde_json::to_value(wording("Which first?")).unwrap()
    );
}

#[test]
fn answers_are_counted_against_those_who_are_there() {
    let present = |story: &Story| tally(story, "v8")["present"].as_u64().unwrap();
    let here = ["alice", "bob", "badr", "carol", "olga"].map(arrived);
    let story = given(here).happens([opened()]).when("maya", poll(Delegations, false, false, None));
    assert_eq!(present(&story), 3);
    let story = story.when("alice", cast("v8", &[1])).housekeeping(leave("alice"));
    assert_eq!(present(&story), 3, "who has answered counts, though they have left");
    let story = story.housekeeping(leave("bob"));
    assert_eq!(present(&story), 3);
    let story = story.housekeeping(leave("badr"));
    assert_eq!(present(&story), 2);
    let story = story.when("maya", close_poll("v8")).housekeeping(leave("carol"));
    assert_eq!(present(&story), 2, "of a poll that has closed, as it was then");
}
