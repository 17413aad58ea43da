//! What each person hears, and how many listen.

use plenary::meeting::command::Housekeeping;
use plenary::meeting::interpretation::heard;
use plenary::meeting::refusal::Field;

use crate::harness::{Story, given};
use crate::sample::{charter, id};
use crate::words::*;

fn channel_of(story: &Story, person: &str) -> String {
    let person = story.meeting.roster.person(&id(person)).unwrap();
    heard(&story.meeting, person).unwrap().id.to_string()
}

#[test]
fn who_chose_nothing_hears_the_channel_of_their_language() {
    let story = given([]);
    assert_eq!([channel_of(&story, "alice"), channel_of(&story, "bob")], ["ar", "fr"]);
}

#[test]
fn who_speaks_a_language_without_a_channel_hears_the_floor() {
    // Domain, section 3: channel 0 is the floor, the original.
    let mut charter = charter();
    charter.channels.retain(|channel| channel.id.as_str() != "fr");
    let story = given([]).housekeeping(Housekeeping::Convene(Box::new(charter)));
    assert_eq!(channel_of(&story, "bob"), "floor");
}

#[test]
fn a_choice_holds_and_survives_leaving_and_returning() {
    let story = given([arrived("bob")])
        .when("bob", choose_channel("floor"))
        .then([channel_chosen("bob", "floor")])
        .housekeeping(leave("bob"))
        .housekeeping(arrive("bob"));
    assert_eq!(channel_of(&story, "bob"), "floor");
}

#[test]
fn choosing_what_one_hears_already_changes_nothing() {
    given([]).when("bob", choose_channel("fr")).then([]);
    given([channel_chosen("bob", "ar")]).when("bob", choose_channel("ar")).then([]);
}

#[test]
fn a_channel_that_there_is_not_is_refused() {
    given([]).when("bob", choose_channel("zz")).then(unknown(Field::Channel));
}

#[test]
fn a_choice_whose_channel_is_gone_falls_back_to_the_language() {
    let mut charter = charter();
    charter.channels.retain(|channel| channel.id.as_str() != "ar");
    let story = given([channel_chosen("bob", "ar")]).housekeeping(Housekeeping::Convene(Box::new(charter)));
    assert_eq!(channel_of(&story, "bob"), "fr");
}
