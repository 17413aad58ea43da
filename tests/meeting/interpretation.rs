//! What each person hears, and how many listen.

use plenary::meeting::refusal::Field;
use plenary::meeting::sound::interpretation::heard;
use plenary::meeting::view::{self, Key};
use plenary::terms::people::Role;

use crate::harness::{Story, given};
use crate::sample::{charter, id, person};
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
    let story = given([]).housekeeping(convene(charter));
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
    let story = given([channel_chosen("bob", "ar")]).housekeeping(convene(charter));
    assert_eq!(channel_of(&story, "bob"), "fr");
}

fn listeners(story: &Story, channel: &str) -> u64 {
    story.seen(&Key::Listeners(id(channel)))["people"].as_u64().unwrap()
}

#[test]
fn those_present_are_counted_on_the_channel_that_they_hear() {
    let story = given(["alice", "bob", "carol", "olga"].map(arrived));
    assert_eq!(["floor", "ar", "en", "fr"].map(|channel| listeners(&story, channel)), [0, 1, 1, 2]);
    let story = story.when("bob", choose_channel("ar")).when("olga", choose_channel("floor"));
    assert_eq!(["floor", "ar", "en", "fr"].map(|channel| listeners(&story, channel)), [1, 2, 0, 1]);
    let story = story.housekeeping(leave("bob")).housekeeping(arrive("bob")).housekeeping(leave("alice"));
    assert_eq!(["floor", "ar", "en", "fr"].map(|channel| listeners(&story, channel)), [1, 1, 0, 1]);
}

#[test]
fn interpreters_at_work_and_screens_are_no_audience() {
    let story = given(["ivan", "ed", "fay"].map(arrived)).housekeeping(arrive("screen"));
    assert_eq!(["floor", "ar", "en", "fr"].map(|channel| listeners(&story, channel)), [0; 4]);
}

#[test]
fn who_chooses_while_absent_is_counted_once_they_come() {
    let story = given([channel_chosen("bob", "ar")]);
    assert_eq!(listeners(&story, "ar"), 0);
    assert_eq!(listeners(&story.housekeeping(arrive("bob")), "ar"), 1);
}

#[test]
fn a_revised_charter_counts_the_listeners_anew() {
    let mut charter = charter();
    charter.channels.retain(|channel| channel.id.as_str() != "fr");
    let story = given(["bob", "carol"].map(arrived));
    let story = story.housekeeping(convene(charter));
    assert_eq!(listeners(&story, "floor"), 2);
}

#[test]
fn of_five_thousand_who_come_and_choose_each_touches_no_more_than_the_first() {
    let mut charter = charter();
    let crowd = || (0..5_000).map(|number| format!("p{number}"));
    charter.people.extend(crowd().map(|name| person(&name, &[Role::Observer], None, "fr")));
    let mut story = given([]).housekeeping(convene(charter));
    let mut most = 0;
    for name in crowd() {
        for event in [arrived(&name), channel_chosen(&name, "ar")] {
            let (before, recorded) = (story.meeting.clone(), story.log.len());
            story.record_unchecked(event);
            let touched = view::touched(&before, &story.log[recorded].event, &story.meeting);
            most = most.max(touched.len());
        }
    }
    assert_eq!((listeners(&story, "ar"), listeners(&story, "fr")), (5_000, 0));
    // The two channels and one's own card; or attendance and one channel.
    assert_eq!(most, 3);
    assert_eq!(story.meeting.broken_invariant(), None);
}
