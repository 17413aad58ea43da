//! The booths: who is on air, what each channel carries, the signals to the floor, and what the desk is told.

use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::{OffAir, Output, Unstaffed};
use plenary::meeting::sound::plan::{self, Carries};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::ids::{ChannelId, PersonId};
use plenary::terms::limits::SLOW_DOWN_EVERY_MS;
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{START_MS, charter, id};
use crate::words::*;

/// An open session in which everybody is present; Egypt waits with `a`.
fn in_session() -> Story {
    let people = ["clara", "alice", "bob", "ivan", "iris", "ed", "eva", "fay", "olga"];
    given(people.map(arrived)).happens([list_opened("main"), opened(), requested("a", "alice")])
}

/// A turn in which English is spoken by somebody whose microphone is live.
fn english_is_spoken() -> Story {
    in_session().happens([agreed("alice"), given_floor("t", "a", "alice")])
}

fn carries(story: &Story, channel: &str) -> Carries {
    plan::plan(&story.meeting).channels[&id::<ChannelId>(channel)].clone()
}

fn by(person: &str) -> Carries {
    Carries::Interpretation(id::<PersonId>(person))
}

fn channel(story: &Story, name: &str) -> (String, String) {
    let seen = story.seen(&Key::Channel(id(name)));
    (seen["carries"].as_str().unwrap().to_owned(), seen["quality"].as_str().unwrap().to_owned())
}

fn booth(story: &Story, name: &str) -> Value {
    story.seen(&Key::Booth(id(name)))
}

#[test]
fn one_interpreter_of_a_booth_is_on_air_and_the_other_asks_for_a_handover() {
    let story = in_session().when("ivan", go_on_air(Output::A)).then([on_air("arabic", "ivan", Output::A)]);
    assert_eq!(carries(&story, "ar"), by("ivan"));
    let expected = json!({"person": "ivan", "output": "a", "channel": "ar", "since_ms": START_MS});
    assert_eq!(booth(&story, "arabic")["on_air"], expected);
    let story = story.when("ivan", go_on_air(Output::A)).then([]);
    story.when("iris", go_on_air(Output::A)).then(Refusal::BoothOnAir { person: id("ivan") });
}

#[test]
fn going_off_air_leaves_the_channel_without_an_interpreter() {
    let story = in_session().when("ivan", go_on_air(Output::A)).when("iris", go_off_air()).then([]);
    let story = story.when("ivan", go_off_air()).then([off_air("arabic", "ivan", OffAir::Own)]);
    assert_eq!(carries(&story, "ar"), Carries::Floor);
    assert_eq!(booth(&story, "arabic")["on_air"], Value::Null);
}

#[test]
fn only_one_microphone_is_live_on_a_channel_whichever_booth_it_stands_in() {
    let story = in_session().when("ivan", go_on_air(Output::B));
    let taken = || Refusal::ChannelTaken { channel: id("en"), person: id("ivan") };
    let story = story.when("ed", go_on_air(Output::A)).then(taken());
    assert_eq!(
        booth(&story, "english")["outputs"],
        json!([{"output": "a", "channel": "en", "taken_by": "ivan"}])
    );
    let story = story.when("ivan", choose_output(Output::A)).when("ed", go_on_air(Output::A));
    let story = story.then([on_air("english", "ed", Output::A)]);
    story
        .when("ivan", choose_output(Output::B))
        .then(Refusal::ChannelTaken { channel: id("en"), person: id("ed") });
}

#[test]
fn choosing_the_output_moves_the_live_microphone() {
    let story = in_session().when("ivan", go_on_air(Output::A));
    let story = story.when("iris", choose_output(Output::B)).then(Refusal::BoothOnAir { person: id("ivan") });
    let story = story.when("ivan", choose_output(Output::B)).then([output_chosen("arabic", Output::B)]);
    assert_eq!((carries(&story, "ar"), carries(&story, "en")), (Carries::Floor, by("ivan")));
    let story = story.when("ivan", choose_output(Output::B)).then([]);
    story.when("ivan", go_on_air(Output::A)).then([output_chosen("arabic", Output::A)]);
}

#[test]
fn off_air_the_output_is_the_one_to_begin_with() {
    let story =
        in_session().when("iris", choose_output(Output::B)).then([output_chosen("arabic", Output::B)]);
    assert_eq!(
        (booth(&story, "arabic")["output"].clone(), carries(&story, "en")),
        (json!("b"), Carries::Floor)
    );
}

#[test]
fn an_output_that_the_booth_does_not_have_is_refused() {
    in_session().when("ed", go_on_air(Output::B)).then(unknown(Field::Output));
    in_session().when("ed", choose_output(Output::B)).then(unknown(Field::Output));
}

#[test]
fn whoever_works_in_no_booth_of_the_session_is_refused() {
    let mut revised = charter();
    revised.people.iter_mut().find(|person| person.id == id("fay")).unwrap().booth = None;
    let story = in_session().housekeeping(convene(revised));
    for command in [go_on_air(Output::A), go_off_air(), ask_to_slow_down(), consent_to_recording(true)] {
        story.clone().when("fay", command).then(Refusal::NoBooth {});
    }
}

#[test]
fn whoever_leaves_or_loses_the_microphone_is_off_air_and_returns_off_air() {
    let story = in_session().housekeeping(heard("ivan")).when("ivan", go_on_air(Output::A));
    let gone = story.clone().housekeeping(leave("ivan"));
    let gone = gone.then([left("ivan"), off_air("arabic", "ivan", OffAir::Left)]);
    assert_eq!(carries(&gone.clone().housekeeping(arrive("ivan")), "ar"), Carries::Floor);
    // The one who is left takes over.
    assert_eq!(carries(&gone.when("iris", go_on_air(Output::A)), "ar"), by("iris"));
    let lost = story.housekeeping(unheard("ivan"));
    let lost = lost.then([microphone_lost("ivan"), off_air("arabic", "ivan", OffAir::Lost)]);
    assert_eq!(carries(&lost.housekeeping(heard("ivan")), "ar"), Carries::Floor);
}

#[test]
fn nobody_goes_on_air_who_is_absent_or_after_the_session() {
    given([]).when("ivan", go_on_air(Output::A)).then(Refusal::Absent { person: id("ivan") });
    let closed = in_session().happens([withdrawn("a"), list_closed("main"), closed()]);
    closed.when("ivan", go_on_air(Output::A)).then(Refusal::WrongPhase { phase: Phase::Closed });
    given([arrived("ivan")]).when("ivan", go_on_air(Output::A)).then_tags(&["interpreter_on_air"]);
}

#[test]
fn a_channel_passes_its_own_language_through_also_while_somebody_is_on_air_for_it() {
    let story = in_session().when("ed", go_on_air(Output::A));
    assert_eq!(
        (carries(&story, "en"), channel(&story, "en")),
        (by("ed"), ("interpretation".into(), "direct".into()))
    );
    let story = story.happens([agreed("alice"), given_floor("t", "a", "alice")]);
    assert_eq!(
        (carries(&story, "en"), channel(&story, "en")),
        (Carries::Floor, ("floor".into(), "floor".into()))
    );
    // A pause of hers is no change of channel; the end of her turn is.
    let story = story.when("clara", stop_turn("t"));
    assert_eq!(carries(&story, "en"), by("ed"));
}

#[test]
fn with_microphones_of_the_podium_only_the_first_to_open_sets_the_language() {
    // Clara speaks English, Maya French.
    let story = in_session().happens([arrived("maya")]).when("ed", go_on_air(Output::A));
    let story = story.when("fay", go_on_air(Output::A)).when("maya", open_microphone(None)).after(1);
    assert_eq!((carries(&story, "fr"), carries(&story, "en")), (Carries::Floor, by("ed")));
    let story = story.when("clara", open_microphone(None));
    assert_eq!((carries(&story, "fr"), carries(&story, "en")), (Carries::Floor, by("ed")));
    let story = story.when("maya", close_microphone(None));
    assert_eq!((carries(&story, "fr"), carries(&story, "en")), (by("fay"), Carries::Floor));
    let story = story.happens([agreed("alice"), given_floor("t", "a", "alice")]);
    assert_eq!((carries(&story, "fr"), carries(&story, "en")), (by("fay"), Carries::Floor));
}

#[test]
fn a_turn_whose_microphone_is_closed_leaves_the_language_to_the_podium() {
    // Maya speaks French into an English turn whose microphone is closed.
    let story = english_is_spoken().happens([arrived("maya")]).when("maya", open_microphone(None));
    assert_eq!(plan::spoken(&story.meeting), Some(&id("en")));
    let story = story.when("clara", close_microphone(Some("alice")));
    assert_eq!(plan::spoken(&story.meeting), Some(&id("fr")));
    let story = story.when("maya", close_microphone(None));
    assert_eq!(plan::spoken(&story.meeting), Some(&id("en")));
}

#[test]
fn an_unstaffed_channel_carries_what_it_is_set_to() {
    let mut silent = charter();
    silent.channels.iter_mut().find(|channel| channel.id == id("fr")).unwrap().unstaffed = Unstaffed::Silence;
    let story = english_is_spoken().housekeeping(convene(silent));
    assert_eq!((carries(&story, "ar"), carries(&story, "fr")), (Carries::Floor, Carries::Silence));
    assert_eq!(channel(&story, "fr"), ("silence".into(), "silence".into()));
    assert_eq!(carries(&story, "floor"), Carries::Floor);
    assert_eq!(carries(&story.when("fay", go_on_air(Output::A)), "fr"), by("fay"));
}

#[test]
fn an_interpreter_hears_the_source_of_the_booth_and_the_mate_who_is_on_air() {
    let hearing = |story: &Story, person: &str| {
        let hearing =
            plan::hearing(&story.meeting, story.meeting.roster.person(&id(person)).unwrap()).unwrap();
        (hearing.channel.to_string(), hearing.monitor.map(|mate| mate.to_string()))
    };
    let story = in_session().when("ivan", go_on_air(Output::A));
    assert_eq!(hearing(&story, "iris"), ("floor".into(), Some("ivan".into())));
    assert_eq!(hearing(&story, "ivan"), ("floor".into(), None));
    assert_eq!(hearing(&story, "ed"), ("floor".into(), None));
    assert_eq!(hearing(&story, "olga"), ("en".into(), None));
    let story = story.happens([relay_preselected("arabic", "en")]);
    assert_eq!(hearing(&story, "iris").0, "floor");
    let story = story.when("iris", choose_source(plenary::meeting::sound::interpretation::Source::Relay));
    assert_eq!((hearing(&story, "iris").0, hearing(&story, "ivan").0), ("en".into(), "en".into()));
    assert_eq!(story.seen(&Key::You(id("ivan")))["channel"], "en");
    story.when("ivan", choose_channel("fr")).then(Refusal::HearsSource {});
}

#[test]
fn a_slower_pace_is_asked_for_once_in_twenty_seconds_for_each_booth() {
    let story = english_is_spoken().after(1_000).when("ivan", ask_to_slow_down());
    let story = story.then([slow_down_asked("arabic", "ivan")]);
    let retry_at_ms = START_MS + 1_000 + SLOW_DOWN_EVERY_MS;
    let story = story.after(SLOW_DOWN_EVERY_MS - 1);
    let story = story.when("iris", ask_to_slow_down()).then(Refusal::TooSoon { retry_at_ms });
    let story = story.when("fay", ask_to_slow_down()).then([slow_down_asked("french", "fay")]);
    story.after(1).when("iris", ask_to_slow_down()).then([slow_down_asked("arabic", "iris")]);
}

#[test]
fn no_slower_pace_is_asked_of_a_silent_floor() {
    in_session().when("ivan", ask_to_slow_down()).then(Refusal::FloorSilent {});
    let story = in_session().when("clara", open_microphone(None));
    story.when("ivan", ask_to_slow_down()).then([slow_down_asked("arabic", "ivan")]);
}

#[test]
fn speaker_and_desk_are_told_of_a_slower_pace_and_never_by_whom() {
    let quiet = english_is_spoken().after(1_000);
    let story = quiet.clone().when("ivan", ask_to_slow_down());
    assert_eq!(
        story.seen(&Key::Pace),
        json!({"type": "pace", "id": "pace", "asked_at_ms": START_MS + 1_000})
    );
    assert_eq!(story.seen(&Key::You(id("alice")))["slow_down_at_ms"], START_MS + 1_000);
    assert_eq!(story.seen(&Key::You(id("bob")))["slow_down_at_ms"], Value::Null);
    // To the desk and the speaker it looks the same, whoever asked; the booth itself knows when it may again.
    let other = quiet.when("fay", ask_to_slow_down());
    let told = [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Delegation(id("egypt"))];
    for scope in told.into_iter().chain([Scope::Person(id("alice")), Scope::Person(id("clara"))]) {
        assert_eq!(story.shown_to(&scope), other.shown_to(&scope), "{scope}");
    }
    let from = START_MS + 1_000 + SLOW_DOWN_EVERY_MS;
    assert_eq!(story.seen(&Key::You(id("iris")))["slow_down_from_ms"], from);
    assert_eq!(story.seen(&Key::You(id("fay")))["slow_down_from_ms"], Value::Null);
    // The next turn begins without it.
    let story = story.when("clara", stop_turn("t"));
    assert_eq!(story.seen(&Key::Pace)["asked_at_ms"], Value::Null);
}

#[test]
fn that_a_booth_cannot_hear_the_floor_is_told_until_it_can() {
    let story = in_session().when("ivan", report_floor_sound(true)).then([]);
    let story = story.when("ivan", report_floor_sound(false)).then([floor_sound_reported("arabic", false)]);
    assert_eq!(booth(&story, "arabic")["floor_unheard_since_ms"], START_MS);
    assert_eq!(story.seen(&Key::Readiness)["floor_unheard"], json!(["arabic"]));
    let story = story.after(5).when("iris", report_floor_sound(false)).then([]);
    let story = story.when("iris", report_floor_sound(true)).then([floor_sound_reported("arabic", true)]);
    assert_eq!(story.seen(&Key::Readiness)["floor_unheard"], json!([]));
}

#[test]
fn before_it_gives_the_floor_the_desk_is_told_which_channels_would_lack_interpretation() {
    let gaps = |story: &Story| {
        let seen = story.seen(&Key::Readiness);
        let gaps = seen["gaps"].as_array().unwrap().iter();
        gaps.map(|gap| format!("{} {} {}", gap["channel"], gap["booth"], gap["gap"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    // The head of the list speaks English.
    let story = in_session();
    assert_eq!(story.seen(&Key::Readiness)["request"], "a");
    assert_eq!(gaps(&story), ["ar arabic no_interpreter", "fr french no_interpreter"]);
    let story = story.when("ivan", go_on_air(Output::A)).when("fay", go_on_air(Output::A));
    assert_eq!(gaps(&story), [""; 0]);
    // Then one who speaks Arabic: the French booth does not work from it, but by relay from the English channel.
    let story = story.happens([withdrawn("a")]).when("bob", request_floor_in("main", "ar", ""));
    assert_eq!(gaps(&story), ["en english no_interpreter", "fr french no_source"]);
    let story = story.when("ivan", choose_output(Output::B));
    assert_eq!(gaps(&story), ["fr french no_source"]);
    let relay = plenary::meeting::sound::interpretation::Source::Relay;
    let story = story.when("fay", preselect_relay("en")).when("fay", choose_source(relay));
    assert_eq!(gaps(&story), [""; 0]);
    // A relay from a channel that would carry nothing of use is none.
    assert_eq!(gaps(&story.when("ivan", go_off_air())), ["en english no_interpreter", "fr french no_source"]);
}

#[test]
fn booths_are_ready_when_somebody_with_a_microphone_sits_in_each() {
    let staff = |story: &Story| {
        let seen = story.seen(&Key::Readiness);
        let staff = seen["staff"].as_array().unwrap().iter();
        staff
            .map(|at| {
                format!("{} {} {} {}", at["channel"], at["booth"], at["person"], at["staff"]).replace('"', "")
            })
            .collect::<Vec<_>>()
    };
    // Nobody has come. What is spoken next is English, whose channel needs nobody.
    let story = given([list_opened("main"), opened(), requested("a", "alice")]);
    assert_eq!(staff(&story), ["ar arabic null nobody", "fr french null nobody"]);
    // To sit in the booth is not enough, nor is a microphone that is muted or gives no sound.
    let story = story.happens([arrived("ivan"), arrived("fay")]);
    assert_eq!(staff(&story), ["ar arabic ivan no_microphone", "fr french fay no_microphone"]);
    let story = story.housekeeping(heard("ivan")).housekeeping(heard("fay"));
    assert_eq!(staff(&story), ["ar arabic ivan ready", "fr french fay ready"]);
    let muted = story.clone().when("ivan", mute()).when("fay", report_microphone(false));
    assert_eq!(staff(&muted), ["ar arabic ivan no_microphone", "fr french fay no_microphone"]);
    // On air, to mute is to pause, and a device without sound is none.
    let on_air = story.clone().when("ivan", go_on_air(Output::A)).when("ivan", mute());
    assert_eq!(staff(&on_air)[0], "ar arabic ivan on_air");
    assert_eq!(staff(&on_air.when("ivan", report_microphone(false)))[0], "ar arabic ivan no_microphone");
    // Before a language is known, all channels are told of. The Arabic booth works both ways: whoever is on air for
    // the English channel is not counted for the Arabic one.
    let story = story.happens([withdrawn("a")]);
    assert_eq!(staff(&story), ["ar arabic ivan ready", "en english null nobody", "fr french fay ready"]);
    let story = story.when("ivan", go_on_air(Output::B));
    assert_eq!(staff(&story), ["ar arabic null nobody", "en arabic ivan on_air", "fr french fay ready"]);
}

#[test]
fn without_a_head_of_the_list_the_desk_is_told_of_the_turn_in_progress() {
    let story = english_is_spoken();
    let seen = story.seen(&Key::Readiness);
    assert_eq!((&seen["request"], &seen["language"]), (&json!("a"), &json!("en")));
    let seen = story.when("clara", stop_turn("t")).seen(&Key::Readiness);
    assert_eq!(
        (&seen["request"], &seen["language"], &seen["gaps"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
}

#[test]
fn the_desk_is_told_when_the_time_of_the_first_booth_ends() {
    assert_eq!(given([]).seen(&Key::Readiness)["booths_until_ms"], Value::Null);
    let mut timed = charter();
    for (booth, until_ms) in timed.booths.iter_mut().zip([9_000, 7_000]) {
        booth.until_ms = Some(START_MS + until_ms);
    }
    let story = given([]).housekeeping(convene(timed));
    assert_eq!(story.seen(&Key::Readiness)["booths_until_ms"], START_MS + 7_000);
    assert_eq!(booth(&story, "arabic")["until_ms"], START_MS + 9_000);
}

#[test]
fn a_booth_shows_its_interpreters_to_the_booths_and_the_desk_only() {
    let story = in_session().housekeeping(heard("ivan")).when("ivan", consent_to_recording(true));
    let expected = [("ivan", true, true, true), ("iris", true, false, false)];
    let shown = booth(&story, "arabic")["interpreters"].clone();
    for (at, (person, present, connected, consents)) in shown.as_array().unwrap().iter().zip(expected) {
        assert_eq!(at["person"], person);
        let flags = ["present", "connected", "consents"].map(|flag| at[flag].as_bool().unwrap());
        assert_eq!(flags, [present, connected, consents]);
    }
    assert!(story.shown_to(&Scope::Booths).contains("name of iris"));
    assert!(!story.shown_to(&Scope::Everyone).contains("name of iris"));
}

#[test]
fn a_revised_charter_keeps_booths_that_work_as_before() {
    let on_air = || in_session().when("ivan", go_on_air(Output::B)).when("fay", go_on_air(Output::A));
    let mut revised = charter();
    revised.booths[0].outputs.pop();
    let story = on_air().housekeeping(convene(revised));
    assert_eq!((carries(&story, "en"), carries(&story, "fr")), (Carries::Floor, by("fay")));
    let mut revised = charter();
    revised.people.iter_mut().find(|person| person.id == id("fay")).unwrap().roles = vec![Role::Observer];
    let story = on_air().housekeeping(convene(revised));
    assert_eq!((carries(&story, "en"), carries(&story, "fr")), (by("ivan"), Carries::Floor));
}
