//! Who may see what.

use std::collections::BTreeSet;

use plenary::meeting::Meeting;
use plenary::meeting::hall::chat::Addressee;
use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::motions::Kind;
use plenary::meeting::procedure::speakers::Policy;
use plenary::meeting::view::{self, Key, Scope};
use plenary::terms::people::{Gender, Role};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, charter, id, person};
use crate::words::*;

/// Who follows which scopes, besides the one of their own person.
const FOLLOWERS: &str = "
clara  | everyone desk booths technicians line-booths line-technicians line-booth-arabic line-booth-english line-booth-french secretariat/egypt secretariat/lebanon secretariat/red-cross secretariat/tunisia
maya   | everyone desk booths technicians line-booths line-technicians line-booth-arabic line-booth-english line-booth-french secretariat/egypt secretariat/lebanon secretariat/red-cross secretariat/tunisia
sam    | everyone desk booths record technicians line-booths line-technicians line-booth-arabic line-booth-english line-booth-french secretariat/egypt secretariat/lebanon secretariat/red-cross secretariat/tunisia
rita   | everyone record
alice  | everyone secretariat/egypt delegation/egypt
adam   | everyone secretariat/egypt delegation/egypt
bob    | everyone secretariat/lebanon delegation/lebanon
paul   | everyone
olga   | everyone
ivan   | everyone booths booth/arabic interpreters technicians line-booths line-booth-arabic
fay    | everyone booths booth/french interpreters technicians line-booths line-booth-french
tom    | everyone booths booth/arabic booth/english booth/french technicians line-technicians
cara   | everyone booths technicians
screen | everyone
";

fn standing(story: &Story, seat: &str) -> Value {
    story.seen(&Key::Standing(id(seat), id("main")))
}

fn state_of(story: &Story, seat: &str) -> String {
    standing(story, seat)["state"].as_str().unwrap().to_owned()
}

#[test]
fn each_person_follows_the_scopes_of_the_table() {
    let meeting = given([]).meeting;
    for row in FOLLOWERS.trim().lines() {
        let (name, expected) = row.split_once('|').unwrap();
        let name = name.trim();
        let scopes = view::scopes(&meeting, meeting.roster.person(&id(name)).unwrap());
        let scopes: Vec<String> = scopes.iter().map(ToString::to_string).collect();
        assert_eq!(scopes.join(" "), format!("{} person/{name}", expected.trim()));
    }
}

#[test]
fn every_entity_belongs_to_one_scope_and_stands_in_its_snapshot_only() {
    let story = given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")])
        .happens([
            moved("b", 2, 1, "by rank"),
            arrived("ivan"),
            arrived("clara"),
            point_raised("p", "carol", None),
        ])
        .happens([asked_unnamed("q", "olga"), question_shown("q"), voted("q", "dina")])
        .when("clara", open_microphone(None))
        .when("ivan", send_message_in("booth-arabic", "Ready"))
        .when("ivan", send_message_in("interpreters", "Hello"))
        .when("ivan", send_message_in("technicians", "Hello"))
        .when("olga", send_message("Good morning"))
        .when("sam", propose_order("main", Policy::FirstCome {}))
        .when("alice", give_text("a", "en", "Thank you, Chair", true))
        .when("alice", send_message_in("delegation-egypt", "Our line"))
        .when("alice", send_message_in("secretariat-egypt", "A question"))
        .when("alice", send_message_in("direct-alice.olga", "Coffee?"))
        .when("sam", send_message_in("desk", "All is ready"))
        .when("sam", send_message_in("line-booths", "Thank you"))
        .when("clara", move_motion(Kind::SuspendMeeting, None))
        .when("sam", set_pre_moderation("main", true))
        .when("olga", send_message("May I"))
        .when("sam", mute_person("bob", "off topic"))
        .when("sam", announce(&[("en", "Lunch is served")]))
        .when("rita", mark_moment("data"))
        .when("maya", start_item("planned-1", 0))
        .happens([poll_opened_by_name("v"), ballot_cast("v", of_seat("egypt"), "alice", &[0])]);
    let scopes = ["egypt", "lebanon", "tunisia", "red-cross"].map(|seat| Scope::Delegation(id(seat)));
    let own = story.meeting.roster.people().map(|person| Scope::Person(person.id.clone()));
    let booths = ["arabic", "english", "french"].map(|booth| Scope::Booth(id(booth)));
    let shared =
        [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Interpreters, Scope::Technicians, Scope::Record];
    let lines = ["egypt", "lebanon"].map(|seat| Scope::Secretariat(id(seat)));
    let booths = booths.into_iter().chain([Scope::Line(Addressee::Booths)]);
    let all = shared.into_iter().chain(booths).chain(lines).chain(scopes).chain(own);
    let mut seen = BTreeSet::new();
    for scope in all {
        for key in view::keys(&story.meeting, &scope) {
            assert_eq!(key.scope(&story.meeting), scope);
            assert!(seen.insert(key.clone()), "{key:?} stands in two scopes");
        }
    }
    let kinds: BTreeSet<String> = seen.iter().map(|key| key.entity_ref().kind).collect();
    assert_eq!(kinds.len(), 51, "every kind of entity occurs: {kinds:?}");
}

#[test]
fn why_a_request_was_declined_only_its_delegation_reads() {
    let story =
        given([list_opened("main"), opened(), requested("a", "alice"), declined("a", "Off the agenda")]);
    let last = &standing(&story, "egypt")["last"];
    assert_eq!((&last["state"], &last["reason"]), (&json!("declined"), &json!("Off the agenda")));
    let others = ["lebanon", "tunisia", "red-cross"].map(|seat| Scope::Delegation(id(seat)));
    for scope in others.into_iter().chain([Scope::Everyone, Scope::Desk, Scope::Booths]) {
        assert!(!story.shown_to(&scope).contains("Off the agenda"), "{scope}");
    }
    assert!(story.shown_to(&Scope::Delegation(id("egypt"))).contains("Off the agenda"));
}

#[test]
fn why_a_list_was_changed_by_hand_only_the_desk_reads() {
    let story = given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")]);
    let story = story.when("sam", move_to("b", 1, 2, "A minister"));
    assert!(story.shown_to(&Scope::Desk).contains("A minister"));
    let seats = ["egypt", "lebanon"].map(|seat| Scope::Delegation(id(seat)));
    for scope in seats.into_iter().chain([Scope::Everyone, Scope::Booths]) {
        assert!(!story.shown_to(&scope).contains("A minister"), "{scope}");
    }
}

#[test]
fn who_works_in_the_booths_is_not_shown_to_everyone() {
    let story = given([arrived("ivan"), arrived("tom")]);
    for name in ["name of ivan", "name of tom"] {
        assert!(!story.shown_to(&Scope::Everyone).contains(name));
        assert!(story.shown_to(&Scope::Booths).contains(name));
    }
    assert!(story.shown_to(&Scope::Everyone).contains("name of clara"));
}

#[test]
fn a_delegate_who_does_not_speak_is_named_to_the_desk_alone_and_an_observer_to_nobody() {
    let story = given([arrived("alice"), arrived("olga")]);
    for scope in [Scope::Everyone, Scope::Desk, Scope::Booths] {
        assert_eq!(story.shown_to(&scope).contains("name of alice"), scope == Scope::Desk, "{scope}");
        assert!(!story.shown_to(&scope).contains("olga"), "{scope}");
    }
}

#[test]
fn rights_and_channel_stand_on_ones_own_card_alone() {
    let story = given([channel_chosen("alice", "fr")]);
    let card = story.seen(&Key::You(id("alice")));
    assert_eq!((&card["channel"], &card["rights"]), (&json!("fr"), &json!(["speak", "take_part"])));
    for scope in [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Delegation(id("egypt"))] {
        assert!(!story.shown_to(&scope).contains("\"rights\""), "{scope}");
    }
}

#[test]
fn a_request_that_was_taken_back_declined_or_lapsed_is_gone_from_the_view() {
    for end in [withdrawn("a"), declined("a", "late"), lapsed("a")] {
        let story = given([list_opened("main"), opened(), requested("a", "alice"), end]);
        assert_eq!(story.seen(&Key::Request(id("a"))), Value::Null);
    }
    let story = given([list_opened("main"), opened(), requested("a", "alice"), sent_to_written("a")]);
    assert_eq!(story.seen(&Key::Request(id("a")))["state"], "to_written");
}

#[test]
fn the_button_tells_the_truth_from_the_list_closed_to_the_turn_finished() {
    let story = given([]);
    assert_eq!(state_of(&story, "egypt"), "list_closed");
    let story = story.happens([list_opened("main")]);
    assert_eq!(state_of(&story, "egypt"), "may_ask");
    let story = story.happens([inscribed("b", "bob"), inscribed("a", "alice")]);
    assert_eq!(state_of(&story, "egypt"), "inscribed");
    let story = story.when("clara", open_session());
    assert_eq!(
        (state_of(&story, "lebanon"), state_of(&story, "egypt")),
        ("stand_by".into(), "on_list".into())
    );
    assert_eq!(standing(&story, "egypt")["place"], 2);
    let story = story.happens([called("a")]);
    assert_eq!(state_of(&story, "egypt"), "stand_by");
    let story = story.happens([given_floor("t", "a", "alice")]);
    assert_eq!(
        (state_of(&story, "egypt"), &standing(&story, "egypt")["turn"]),
        ("on_floor".into(), &json!("t"))
    );
    let story = story.when("clara", suspend_session(""));
    assert_eq!(state_of(&story, "egypt"), "suspended");
    let story = story.when("clara", resume_session()).when("alice", finish_turn("t"));
    assert_eq!(state_of(&story, "egypt"), "may_ask");
    assert_eq!(standing(&story, "egypt")["last"]["state"], "finished");
    let story = story.when("clara", close_session());
    assert_eq!(state_of(&story, "egypt"), "session_closed");
    assert_eq!(standing(&story, "lebanon")["last"]["state"], "lapsed");
}

#[test]
fn the_last_request_is_the_one_that_ended_last_though_the_clock_was_set_back() {
    let story = given([list_opened("main"), opened(), requested("a", "alice"), withdrawn("a")]);
    let story = story.after(-MINUTE_MS).happens([requested("b", "alice"), declined("b", "late")]);
    assert_eq!(standing(&story, "egypt")["last"]["request"], "b");
}

#[test]
fn a_delegation_on_the_floor_that_asks_again_still_reads_that_it_has_the_floor() {
    let story =
        given([list_opened("main"), opened(), requested("a", "alice"), given_floor("t", "a", "alice")]);
    let story = story.when("alice", request_floor("main"));
    assert_eq!(
        (state_of(&story, "egypt"), &standing(&story, "egypt")["request"]),
        ("on_floor".into(), &json!("a"))
    );
    let story = story.happens([turn_ended("t", Ending::Finished)]);
    assert_eq!(state_of(&story, "egypt"), "stand_by");
}

#[test]
fn an_interpreter_who_becomes_the_moderator_goes_over_to_everyones_view() {
    let mut revised = charter();
    revised.people.retain(|at| at.id.as_str() != "ivan");
    revised.people.push(person("ivan", &[Role::Moderator], None, "ar"));
    let story = given([]);
    let before = story.meeting.clone();
    let story = story.housekeeping(convene(revised));
    let touched = view::touched(&before, &story.log.last().unwrap().event, &story.meeting);
    let changes = view::changes(&before, &touched, &story.meeting);
    let of_ivan = changes.iter().filter(|change| change.key == Key::Official(id("ivan")));
    let of_ivan: Vec<_> = of_ivan.map(|change| (&change.scope, change.entity.is_some())).collect();
    assert_eq!(of_ivan, [(&Scope::Booths, false), (&Scope::Everyone, true)]);
}

#[test]
fn what_a_revised_charter_no_longer_names_is_let_go_of() {
    let mut revised = charter();
    revised.delegations.retain(|seat| seat.id.as_str() != "tunisia");
    revised.people.retain(|at| !["carol", "rita"].contains(&at.id.as_str()));
    revised.channels.pop();
    let story = given([]);
    let before = story.meeting.clone();
    let story = story.housekeeping(convene(revised));
    let touched = view::touched(&before, &story.log.last().unwrap().event, &story.meeting);
    let changes = view::changes(&before, &touched, &story.meeting);
    let gone: BTreeSet<String> = changes
        .iter()
        .filter(|change| change.entity.is_none())
        .map(|change| format!("{} {}", change.key.entity_ref().kind, change.key.entity_ref().id))
        .collect();
    let expected = [
        "channel fr",
        "delegation tunisia",
        "listeners fr",
        "occupant carol",
        "official rita",
        "placard placard",
        "recording recording",
        "standing main",
        "standing reply",
        "team tunisia",
        "you carol",
        "you rita",
    ];
    assert_eq!(gone, expected.map(str::to_owned).into());
}

#[test]
fn before_it_is_convened_a_meeting_shows_no_session() {
    let meeting = Meeting::default();
    assert_eq!(view::render(&meeting, &Key::Session), None);
    assert_eq!(view::snapshot(&meeting, &Scope::Person(id("alice"))), []);
}

#[test]
fn of_which_gender_people_are_the_desk_alone_is_told_for_the_words_that_address_them() {
    let mut charter = charter();
    charter.people.iter_mut().find(|person| person.id.as_str() == "carol").unwrap().gender =
        Some(Gender::Female);
    let story = given([]).housekeeping(convene(charter));
    assert_eq!(story.seen(&Key::Address)["genders"], json!({ "carol": "female" }));
    for person in story.meeting.roster.people() {
        let told = view::scopes(&story.meeting, person).iter().any(|scope| {
            let shown = serde_json::to_string(&view::snapshot(&story.meeting, scope)).unwrap();
            shown.contains("\"female\"")
        });
        assert_eq!(told, ["clara", "maya", "sam"].contains(&person.id.as_str()), "{}", person.id);
    }
}
