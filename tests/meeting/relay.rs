//! Relay: a booth takes its source from another channel, and never from itself.

use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::{Output, Source};
use plenary::meeting::view::Key;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::id;
use crate::words::*;

fn in_session() -> Story {
    given(["clara", "alice", "ivan", "iris", "ed", "fay"].map(arrived)).happens([opened()])
}

/// The French booth takes relay from the English channel, which the English booth feeds.
fn french_by_relay() -> Story {
    in_session().happens([
        on_air("english", "ed", Output::A),
        relay_preselected("french", "en"),
        source_chosen("french", Source::Relay),
        on_air("french", "fay", Output::A),
    ])
}

fn relays(story: &Story, booth: &str) -> Vec<String> {
    let seen = story.seen(&Key::Booth(id(booth)))["relays"].clone();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row =
        |at: &Value| format!("{} {} {}", word(&at["channel"]), word(&at["quality"]), word(&at["refused"]));
    seen.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn one_key_toggles_the_floor_and_the_preselected_relay() {
    let story = in_session().when("fay", choose_source(Source::Relay)).then(Refusal::NoRelay {});
    let story = story.when("fay", preselect_relay("en")).then([relay_preselected("french", "en")]);
    let story = story.when("fay", preselect_relay("en")).then([]);
    let story =
        story.when("fay", choose_source(Source::Relay)).then([source_chosen("french", Source::Relay)]);
    let story = story.when("fay", choose_source(Source::Relay)).then([]);
    let story =
        story.when("fay", choose_source(Source::Floor)).then([source_chosen("french", Source::Floor)]);
    let seen = story.seen(&Key::Booth(id("french")));
    assert_eq!((&seen["source"], &seen["relay"]), (&json!("floor"), &json!("en")));
}

#[test]
fn relay_is_taken_from_a_language_and_not_from_the_floor() {
    in_session().when("fay", preselect_relay("floor")).then(unknown(Field::Channel));
    in_session().when("fay", preselect_relay("zz")).then(unknown(Field::Channel));
}

#[test]
fn a_booth_takes_no_relay_from_the_channel_that_it_feeds() {
    let own = |channel: &str| Refusal::OwnOutput { channel: id(channel) };
    let story = in_session().when("fay", preselect_relay("fr")).then(own("fr"));
    // The Arabic booth may take relay from the channel of its other output, until it feeds that.
    let story = story.when("ivan", preselect_relay("en")).then([relay_preselected("arabic", "en")]);
    let story = story.when("ivan", choose_source(Source::Relay)).when("ivan", go_on_air(Output::A));
    let story = story.then([on_air("arabic", "ivan", Output::A)]);
    let story = story.when("ivan", choose_output(Output::B)).then(own("en"));
    let story = story.when("ivan", go_off_air()).when("ivan", go_on_air(Output::B)).then(own("en"));
    story
        .when("ivan", choose_source(Source::Floor))
        .when("ivan", go_on_air(Output::B))
        .then_tags(&["interpreter_on_air"]);
}

#[test]
fn relay_never_comes_back_to_the_booth_however_it_is_tried() {
    let cycle = |channel: &str| Refusal::RelayCycle { channel: id(channel) };
    // English takes from Arabic; Arabic would take from French, which takes from English.
    let story = french_by_relay().when("ed", preselect_relay("ar")).when("ed", choose_source(Source::Relay));
    let story = story.then([source_chosen("english", Source::Relay)]);
    // By choosing the source: off air too, so that what is chosen may be used.
    let chosen = story.clone().when("ivan", preselect_relay("fr")).when("ivan", choose_source(Source::Relay));
    let chosen = chosen.then(cycle("fr"));
    chosen.when("ivan", go_on_air(Output::A)).when("ivan", choose_source(Source::Relay)).then(cycle("fr"));
    // By preselecting, while it hears a relay.
    let other = story.clone().when("fay", preselect_relay("ar")).when("fay", go_off_air());
    let other = other.when("ivan", preselect_relay("fr")).when("ivan", choose_source(Source::Relay));
    let other = other.when("ivan", go_on_air(Output::A)).then([on_air("arabic", "ivan", Output::A)]);
    other.clone().when("fay", go_on_air(Output::A)).then(cycle("ar"));
    // By going on air.
    let other = other.when("ivan", go_off_air()).when("fay", go_on_air(Output::A));
    let other = other.then([on_air("french", "fay", Output::A)]);
    other.when("ivan", go_on_air(Output::A)).then(cycle("fr"));
}

#[test]
fn relay_that_came_back_would_be_refused_at_preselecting_while_it_is_heard() {
    let story = french_by_relay()
        .happens([relay_preselected("english", "ar"), source_chosen("english", Source::Relay)]);
    story.when("ed", preselect_relay("fr")).then(Refusal::RelayCycle { channel: id("fr") });
}

#[test]
fn moving_the_microphone_to_the_other_output_closes_no_circle() {
    // Arabic on air for its own channel takes relay from French, which takes it from English.
    let story = in_session().happens([
        relay_preselected("french", "en"),
        source_chosen("french", Source::Relay),
        on_air("french", "fay", Output::A),
        relay_preselected("arabic", "fr"),
        source_chosen("arabic", Source::Relay),
        on_air("arabic", "ivan", Output::A),
    ]);
    story.when("ivan", choose_output(Output::B)).then(Refusal::RelayCycle { channel: id("fr") });
}

#[test]
fn the_relay_selector_shows_what_each_channel_is_worth_and_which_may_not_be_taken() {
    let story = french_by_relay();
    assert_eq!(relays(&story, "arabic"), ["ar floor own_output", "en direct -", "fr relay -"]);
    assert_eq!(relays(&story, "english"), ["ar floor -", "en direct own_output", "fr relay cycle"]);
    let channel = |name: &str| story.seen(&Key::Channel(id(name)))["quality"].clone();
    assert_eq!((channel("en"), channel("fr")), (json!("direct"), json!("relay")));
    // When English is spoken, its channel passes the floor.
    let story = story.when("clara", open_microphone(None));
    assert_eq!(relays(&story, "arabic"), ["ar floor own_output", "en floor -", "fr relay -"]);
}
