//! What everybody may read of a session that is over: what was said, and no text that all in it may not read.

use plenary::meeting::charter::Charter;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::programme;
use plenary::meeting::procedure::speakers::ListKind;
use plenary::meeting::view::{DeliveredView, Manner, delivered, is_delivered_alike};

use crate::harness::{Story, given};
use crate::sample::{charter, id};
use crate::words::*;

const WORDS: &str = "Madam Chair, my delegation welcomes this review.";
const OTHER: &str = "Madame la Présidente, ma délégation se félicite de cet examen.";

/// The sample session, which the public may listen to or not.
fn listened(listening: bool) -> Story {
    let charter = Charter { public_listening: listening, ..charter() };
    given([Event::Programme(programme::Event::CharterRevised { charter: Box::new(charter) })])
}

/// The sample session, held in public, in which alice of Egypt has spoken in English by a text in two languages.
fn spoken(listening: bool) -> Story {
    listened(listening)
        .happens([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")])
        .happens([text_given("a", "en", WORDS, true), text_given("a", "fr", OTHER, false)])
        .happens([text_given("b", "en", "Not yet to be read.", true)])
        .happens([given_floor("t", "a", "alice")])
}

fn over(listening: bool) -> Story {
    spoken(listening).happens([turn_ended("t", Ending::Finished)]).when("clara", close_session())
}

fn read(story: &Story) -> Vec<DeliveredView> {
    delivered(&story.meeting)
}

#[test]
fn who_spoke_for_whom_and_when_with_the_text_in_the_language_of_delivery_once_the_session_is_over() {
    let story = spoken(true).happens([turn_ended("t", Ending::Finished)]);
    assert_eq!(read(&story), [], "it goes on");
    let story = story.when("clara", close_session());
    let read = read(&story);
    assert_eq!(read.len(), 1, "who waited was not heard");
    let DeliveredView { manner, seat, name, language, text, .. } = &read[0];
    assert_eq!(*manner, Manner::Floor(ListKind::Statements));
    assert_eq!(*seat, story.meeting.roster.delegation(&id("egypt")).map(|seat| seat.short.clone()));
    assert_eq!(*name, story.meeting.roster.person(&id("alice")).unwrap().name);
    assert_eq!(*language, Some(id("en")));
    assert_eq!(text.as_ref().map(|text| text.text.as_str()), Some(WORDS));
}

#[test]
fn nothing_is_read_where_the_public_may_not_listen() {
    assert_eq!(read(&over(false)), []);
    assert_eq!(read(&Story::unconvened()), []);
}

#[test]
fn a_text_that_was_given_in_another_language_alone_is_not_told() {
    let story = listened(true)
        .happens([list_opened("main"), opened(), requested("a", "alice"), text_given("a", "fr", OTHER, true)])
        .happens([given_floor("t", "a", "alice"), turn_ended("t", Ending::Finished)])
        .when("clara", close_session());
    let read = read(&story);
    assert_eq!((read.len(), &read[0].text), (1, &None));
}

#[test]
fn a_statement_that_was_filed_in_writing_is_read_with_its_official_text() {
    let story = spoken(true)
        .happens([turn_ended("t", Ending::Finished), sent_to_written("b")])
        .when("clara", close_session());
    let filed: Vec<DeliveredView> =
        read(&story).into_iter().filter(|one| one.manner == Manner::Writing).collect();
    assert_eq!(filed.len(), 1);
    assert_eq!(filed[0].text.as_ref().map(|text| text.text.as_str()), Some("Not yet to be read."));
}

#[test]
fn a_session_that_is_opened_again_shows_nothing_and_what_is_the_same_is_known_to_be() {
    let story = over(true);
    assert!(is_delivered_alike(&story.meeting, &story.meeting.clone()));
    let again = story.clone().happens([reopened("error")]);
    assert_eq!(read(&again), []);
    assert!(!is_delivered_alike(&story.meeting, &again.meeting));
}
