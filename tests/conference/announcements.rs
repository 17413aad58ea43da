//! What is announced to the whole conference: who may, where it is shown, and when it is no longer.

use plenary::conference::view::{Scope, snapshot};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Code, Field, Refusal};
use plenary::terms::limits::{ANNOUNCEMENT_CHARS_MAX, ANNOUNCEMENTS_KEPT};
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, small, standing, two_desks};

fn announce(text: &str) -> Value {
    json!({"type": "announce_to_conference", "text": {"en": text}})
}

fn take_down(announcement: &str) -> Value {
    json!({"type": "take_down_conference_announcement", "announcement": announcement})
}

fn told(what: &str, session: &str) -> Value {
    json!({"type": what, "session": session, "reason": "", "version": null})
}

fn reschedule(session: &str, from_minutes: i64) -> Value {
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    json!({"type": "reschedule_session", "session": session, "starts_at_ms": at(from_minutes),
           "ends_at_ms": at(from_minutes + 45), "reason": "", "version": null})
}

/// The number of what was announced last.
fn newest(story: &Story) -> String {
    story.conference.announcements.last().expect("something was announced").id.to_string()
}

/// What a session shows of the conference's announcements.
fn shown(story: &Story, session: &str) -> Option<String> {
    let standing = standing(&story.sitting(session).chat.of_conference);
    standing.map(|one| one.text.0.values().next().unwrap().clone())
}

/// What the lobby shows of them.
fn lobby(story: &Story) -> Vec<Value> {
    let all = snapshot(&story.conference, &Scope::Conference).into_iter();
    let all = all.map(|entity| serde_json::to_value(entity).unwrap());
    all.filter(|entity| entity["type"] == "conference_announcement").collect()
}

#[test]
fn what_is_announced_once_is_shown_in_every_session_and_in_the_lobby_until_it_is_taken_down() {
    let text = json!({"en": " Lunch is served ", "ar": "الغداء"});
    let story = convened(&small())
        .when("secretariat", json!({"type": "announce_to_conference", "text": text}))
        .then_tags(&["conference_announced"]);
    let announcement = newest(&story);
    let [seen] = <[Value; 1]>::try_from(lobby(&story)).unwrap();
    assert_eq!(seen["text"], json!({"en": "Lunch is served", "ar": "الغداء"}));
    assert_eq!((&seen["id"], &seen["by"]["role"]), (&json!(announcement), &json!("secretariat")));
    for session in ["opening", "closing"] {
        let chat = &story.sitting(session).chat;
        let here = standing(&chat.of_conference).unwrap();
        assert_eq!((here.id.as_str(), here.by.person.as_str()), (announcement.as_str(), "secretariat"));
        assert!(chat.announcements.is_empty(), "it is none of the desk's");
    }
    let story = story
        .when("secretariat", take_down(&announcement))
        .then_tags(&["conference_announcement_taken_down"]);
    assert_eq!((shown(&story, "opening"), shown(&story, "closing")), (None, None));
    assert!(lobby(&story).is_empty());
    story.clone().when("secretariat", take_down(&announcement)).then_refused(&Refusal::Unchanged {});
    story.assert_in_step();
}

#[test]
fn another_takes_the_place_of_the_one_before() {
    let story = convened(&small()).when("secretariat", announce("Lunch"));
    let first = newest(&story);
    let story = story.when("secretariat", announce("Coffee"));
    assert_eq!(shown(&story, "opening").as_deref(), Some("Coffee"));
    assert_eq!(lobby(&story).len(), 1);
    let remembered = &story.sitting("closing").chat.of_conference;
    assert_eq!(remembered.iter().filter(|one| one.ended_at_ms.is_none()).count(), 1);
    story.when("secretariat", take_down(&first)).then_refused(&Refusal::Unchanged {});
}

#[test]
fn the_newest_are_remembered_and_no_more() {
    let mut story = convened(&small());
    for number in 0..=ANNOUNCEMENTS_KEPT {
        story = story.when("secretariat", announce(&number.to_string()));
    }
    assert_eq!(story.conference.announcements.len(), ANNOUNCEMENTS_KEPT);
    assert_eq!(story.sitting("opening").chat.of_conference.len(), ANNOUNCEMENTS_KEPT);
    story.assert_in_step();
}

#[test]
fn only_whoever_serves_all_sessions_announces_to_all_and_takes_down() {
    let story = convened(&two_desks()).when("secretariat", announce("Lunch"));
    let announcement = newest(&story);
    for command in [announce("Coffee"), take_down(&announcement)] {
        story.clone().when("side-desk", command.clone()).then_refused(&Refusal::OfConference {});
        story.clone().when("chair", command.clone()).then_refused(&Refusal::NotAllowed {});
        story.clone().when("nobody", command).then_refused(&Refusal::NotInSession {});
    }
}

#[test]
fn an_announcement_says_something_in_a_language_of_the_conference() {
    let story = convened(&small());
    let of = |text: Value| json!({"type": "announce_to_conference", "text": text});
    let refused = |text: Value| story.clone().when("secretariat", of(text));
    refused(json!({})).then_refused(&Refusal::Empty { field: Field::Text });
    refused(json!({"en": " \u{200B}"})).then_refused(&Refusal::Empty { field: Field::Text });
    refused(json!({"es": "Hola"})).then_refused(&Refusal::Unknown { field: Field::Language });
    let max = ANNOUNCEMENT_CHARS_MAX;
    let long = "a".repeat(max as usize + 1);
    refused(json!({"en": long})).then_refused(&Refusal::TooLong { field: Field::Text, max });
    story
        .clone()
        .when("secretariat", take_down("c99"))
        .then_refused(&Refusal::Unknown { field: Field::Announcement });
}

#[test]
fn a_session_that_is_over_is_told_nothing_new_and_catches_up_when_it_is_reopened() {
    let story = convened(&small()).phase("closing", Phase::Closed).when("secretariat", announce("Lunch"));
    assert_eq!(shown(&story, "opening").as_deref(), Some("Lunch"));
    assert_eq!(shown(&story, "closing"), None);
    let reopened = story.clone().phase("closing", Phase::Open);
    assert_eq!(shown(&reopened, "closing").as_deref(), Some("Lunch"));
    // The phase of another session says nothing to this one, and what was taken down meanwhile is not told.
    let gone = story.when("secretariat", take_down(&newest(&reopened)));
    assert_eq!(shown(&gone.phase("closing", Phase::Open), "closing"), None);
}

#[test]
fn what_stood_in_a_session_that_is_over_goes_there_too_when_it_holds_no_more() {
    let story = convened(&small()).when("secretariat", announce("Lunch")).phase("closing", Phase::Closed);
    assert_eq!(shown(&story, "closing").as_deref(), Some("Lunch"));
    let replaced = story.clone().when("secretariat", announce("Coffee"));
    assert_eq!(shown(&replaced, "closing"), None);
    let down = newest(&story);
    assert_eq!(shown(&story.when("secretariat", take_down(&down)), "closing"), None);
}

#[test]
fn a_cancelled_session_is_told_once_it_takes_place_again() {
    let story = convened(&small()).when("secretariat", told("cancel_session", "closing"));
    let story = story.when("secretariat", announce("Lunch"));
    assert_eq!(shown(&story, "closing"), None);
    // It has a time again, or one that is to be announced.
    let rescheduled =
        story.clone().when("secretariat", reschedule("closing", 60)).then_tags(&["session_rescheduled"]);
    let delayed = story.when("secretariat", told("delay_session", "closing")).then_tags(&["session_delayed"]);
    for story in [rescheduled, delayed] {
        assert_eq!(shown(&story, "closing").as_deref(), Some("Lunch"));
        story.assert_in_step();
    }
}

#[test]
fn a_session_that_is_added_is_told_what_stands_and_not_what_does_not() {
    let add = json!({"type": "add_session", "session": "third", "like": "opening", "title": {"en": "Third"},
                     "starts_at_ms": OPENING_MS + 120 * MINUTE_MS, "ends_at_ms": OPENING_MS + 165 * MINUTE_MS});
    let story = convened(&small()).when("secretariat", announce("Lunch"));
    let added = story.clone().when("secretariat", add.clone()).then_tags(&["session_added"]);
    assert_eq!(shown(&added, "third").as_deref(), Some("Lunch"));
    added.assert_in_step();
    let down = newest(&story);
    let after = story.when("secretariat", take_down(&down)).when("secretariat", add);
    assert_eq!(shown(&after, "third"), None);
    let again = after.when("side-desk", announce("Coffee"));
    again.then_code(Code::NotInSession);
}
