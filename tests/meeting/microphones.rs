//! Microphones of the floor: that of the turn, and those on the podium.

use plenary::meeting::charter::MicrophonePolicy;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::sound::plan::{self, Carries};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::ids::ChannelId;
use plenary::terms::people::Role;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id};
use crate::words::*;

/// An open session in which everybody is present and Egypt and Lebanon wait with `a` and `b`.
fn in_session() -> Story {
    let people =
        ["clara", "maya", "sam", "alice", "adam", "bob", "badr", "carol", "paul", "ivan", "iris", "ed"];
    given(people.map(arrived)).happens([
        list_opened("main"),
        opened(),
        requested("a", "alice"),
        requested("b", "bob"),
    ])
}

/// Alice has agreed and speaks for Egypt in turn `t`.
fn alice_speaks() -> Story {
    in_session().happens([agreed("alice"), given_floor("t", "a", "alice")])
}

/// A session with an open stage.
fn on_open_stage() -> Story {
    let mut open = charter();
    open.session.microphones = Some(MicrophonePolicy::OpenStage);
    in_session().housekeeping(convene(open))
}

fn live(story: &Story) -> Vec<String> {
    plan::plan(&story.meeting).floor.iter().map(ToString::to_string).collect()
}

fn own(story: &Story, person: &str) -> Value {
    story.seen(&Key::You(id(person)))["microphone"].clone()
}

#[test]
fn who_agreed_is_live_as_soon_as_their_delegation_has_the_floor() {
    let story = in_session().when("alice", agree(true)).then([agreed("alice")]);
    assert_eq!(live(&story), [""; 0]);
    let story = story.when("clara", give_floor("a", None));
    assert_eq!(live(&story), ["alice"]);
    assert_eq!(plan::plan(&story.meeting).turn, Some(id("alice")));
    let microphone = story.seen(&Key::Microphone(id("alice")));
    let expected = json!({"type": "microphone", "id": "alice", "name": microphone["name"], "delegation": "egypt",
                          "kind": "turn", "since_ms": START_MS, "connected": false,
                          "muted": false, "silent": false});
    assert_eq!(microphone, expected);
    assert_eq!(own(&story, "alice")["live"], "floor");
}

#[test]
fn who_has_not_agreed_is_not_live_until_they_do() {
    let story = in_session().happens([given_floor("t", "a", "alice")]);
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(story.seen(&Key::Microphone(id("alice"))), Value::Null);
    let story = story.after(MINUTE_MS).when("alice", agree(true));
    assert_eq!(live(&story), ["alice"]);
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["since_ms"], START_MS + MINUTE_MS);
    let story = story.when("alice", agree(false)).then([agreed_no_longer("alice")]);
    assert_eq!(live(&story), [""; 0]);
}

#[test]
fn agreeing_twice_changes_nothing() {
    in_session().happens([agreed("alice")]).when("alice", agree(true)).then([]);
    in_session().when("alice", agree(false)).then([]);
}

#[test]
fn a_delegate_without_a_seat_has_nothing_to_agree_to() {
    let mut revised = charter();
    revised.people.push(crate::sample::person("zoe", &[Role::Delegate], None, "en"));
    let story = in_session().housekeeping(convene(revised));
    story.when("zoe", agree(true)).then(Refusal::NoSeat {});
}

#[test]
fn a_suspension_silences_the_floor_and_resuming_gives_the_turn_its_microphone_back() {
    let story = alice_speaks().when("clara", open_microphone(None));
    assert_eq!(live(&story), ["alice", "clara"]);
    let story = story.when("clara", suspend_session(""));
    assert_eq!(live(&story), [""; 0]);
    let story = story.when("clara", resume_session());
    // On the podium nothing opens by itself.
    assert_eq!(live(&story), ["alice"]);
}

#[test]
fn a_turn_that_ended_closes_its_microphone() {
    let story = alice_speaks().when("alice", finish_turn("t"));
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(own(&story, "alice")["live"], "off");
}

#[test]
fn a_request_without_a_speaker_is_spoken_for_by_the_first_present_who_agreed() {
    // Adam stands before Alice in the roster.
    let story = in_session().happens([agreed("alice"), agreed("adam")]);
    let story = story.happens([withdrawn("a")]).when("sam", add_request("main", "egypt"));
    let request = story.queue("main")[1].clone();
    let story = story.when("clara", give_floor(&request, None));
    assert_eq!(live(&story), ["adam"]);
    let story = in_session().happens([agreed("alice"), withdrawn("a")]);
    let story = story.when("sam", add_request("main", "egypt"));
    let request = story.queue("main")[1].clone();
    assert_eq!(live(&story.when("clara", give_floor(&request, None))), ["alice"]);
}

#[test]
fn an_absent_speaker_is_replaced_by_one_who_is_present_and_agreed() {
    let story = in_session().happens([agreed("alice"), agreed("adam"), left("alice")]);
    let story = story.when("clara", give_floor("a", None));
    assert_eq!(live(&story), ["adam"]);
    assert_eq!(story.seen(&Key::Floor)["turn"]["speaker"]["person"], "adam");
}

#[test]
fn an_absent_speaker_stays_where_nobody_else_agreed() {
    let story = in_session().happens([agreed("alice"), left("alice")]);
    let story = story.when("clara", give_floor("a", None));
    assert_eq!(story.seen(&Key::Floor)["turn"]["speaker"]["person"], "alice");
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(live(&story.housekeeping(arrive("alice"))), ["alice"]);
}

#[test]
fn somebody_who_cannot_speak_for_the_seat_does_not_replace_an_absent_speaker() {
    let mut revised = charter();
    let adam = revised.people.iter_mut().find(|person| person.id == id("adam")).unwrap();
    adam.roles = vec![Role::Chair];
    let story = in_session().housekeeping(convene(revised));
    let story = story.happens([agreed("adam"), left("alice")]).when("clara", give_floor("a", None));
    assert_eq!(story.seen(&Key::Floor)["turn"]["speaker"]["person"], "alice");
}

#[test]
fn anybody_of_the_delegation_may_take_over_its_turn() {
    let story = alice_speaks().happens([agreed("adam")]).after(MINUTE_MS);
    let story = story.when("adam", speak_for_turn("t")).then([speaker_changed("t", "adam")]);
    assert_eq!(live(&story), ["adam"]);
    assert_eq!(story.seen(&Key::Microphone(id("adam")))["since_ms"], START_MS + MINUTE_MS);
    let story = story.when("adam", speak_for_turn("t")).then([]);
    story.clone().when("bob", speak_for_turn("t")).then(Refusal::NotYourSeat {});
    story.when("adam", speak_for_turn("t9")).then(Refusal::TurnOver {});
}

#[test]
fn the_desk_closes_the_microphone_of_the_turn_and_alone_opens_it_again() {
    let story = alice_speaks().when("sam", close_microphone(Some("alice")));
    let story = story.then([microphone_closed("alice")]);
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(
        (&own(&story, "alice")["closed_by_chair"], &own(&story, "alice")["may_open"]),
        (&json!(true), &json!(false))
    );
    let story = story.when("alice", open_microphone(None)).then(Refusal::ClosedByDesk {});
    let story = story.when("clara", close_microphone(Some("alice"))).then([]);
    let story = story.when("clara", open_microphone(Some("alice"))).then([microphone_opened("alice")]);
    assert_eq!(live(&story), ["alice"]);
    assert_eq!(own(&story, "alice")["closed_by_chair"], false);
    story.when("clara", open_microphone(Some("alice"))).then([]);
}

#[test]
fn a_mate_who_takes_over_does_not_get_round_a_closed_microphone() {
    let story = alice_speaks().happens([agreed("adam")]).when("clara", close_microphone(Some("alice")));
    let story = story.when("adam", speak_for_turn("t"));
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(own(&story, "adam")["closed_by_chair"], true);
}

#[test]
fn what_the_speaker_closed_they_open_again_and_so_may_the_desk() {
    let story = alice_speaks().when("alice", close_microphone(None)).then([microphone_closed("alice")]);
    assert_eq!(
        (&own(&story, "alice")["closed_by_chair"], &own(&story, "alice")["may_open"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(live(&story.clone().when("alice", open_microphone(None))), ["alice"]);
    assert_eq!(live(&story.clone().when("sam", open_microphone(Some("alice")))), ["alice"]);
    // A mate who takes over opens what a mate had closed.
    let story = story.happens([agreed("adam")]).when("adam", speak_for_turn("t"));
    assert_eq!(live(&story), ["adam"]);
}

#[test]
fn what_the_speaker_closed_the_desk_may_close_for_good() {
    let story = alice_speaks().when("alice", close_microphone(None));
    let story = story.when("clara", close_microphone(Some("alice"))).then([microphone_closed("alice")]);
    story.when("alice", open_microphone(None)).then(Refusal::ClosedByDesk {});
}

#[test]
fn the_next_turn_begins_with_an_open_microphone() {
    let story = alice_speaks().happens([agreed("bob")]).when("clara", close_microphone(Some("alice")));
    assert_eq!(live(&story.when("clara", give_floor("b", Some("t")))), ["bob"]);
}

#[test]
fn the_desk_does_not_open_what_its_owner_has_not_agreed_to() {
    let story = in_session().happens([given_floor("t", "a", "alice")]);
    let story = story.when("clara", open_microphone(Some("alice"))).then(Refusal::NotAgreed {});
    story.when("alice", open_microphone(None)).then(Refusal::NotAgreed {});
}

#[test]
fn nobody_opens_the_microphone_of_another() {
    let story = alice_speaks();
    let story = story.when("clara", open_microphone(Some("bob"))).then(Refusal::NotYourMicrophone {});
    let story = story.when("adam", open_microphone(Some("alice"))).then(Refusal::NotYourMicrophone {});
    let story = story.when("adam", close_microphone(Some("alice"))).then(Refusal::NotYourMicrophone {});
    story.when("clara", close_microphone(Some("stranger"))).then(unknown(Field::Person));
}

#[test]
fn chair_and_moderator_open_theirs_on_the_podium_at_any_time_and_close_it() {
    let story = in_session().when("clara", open_microphone(None)).then([microphone_opened("clara")]);
    let story = story.after(1).when("maya", open_microphone(None));
    assert_eq!(live(&story), ["clara", "maya"]);
    assert_eq!(story.seen(&Key::Microphone(id("maya")))["kind"], "podium");
    let story = story.when("clara", open_microphone(None)).then([]);
    let story = story.when("clara", close_microphone(None)).then([microphone_closed("clara")]);
    let story = story.when("clara", close_microphone(None)).then([]);
    assert_eq!(live(&story), ["maya"]);
    assert_eq!(plan::plan(&story.meeting).turn, None);
}

#[test]
fn on_the_podium_nobody_is_live_before_the_session_opens() {
    let story = given([arrived("clara")]);
    assert_eq!(own(&story, "clara")["may_open"], false);
    story.when("clara", open_microphone(None)).then(Refusal::WrongPhase { phase: Phase::Scheduled });
}

#[test]
fn panellists_open_theirs_on_an_open_stage_only() {
    in_session().when("paul", open_microphone(None)).then(Refusal::MicrophonesByTurn {});
    let story = on_open_stage().when("paul", open_microphone(None)).then([microphone_opened("paul")]);
    assert_eq!(live(&story), ["paul"]);
    let story = story.when("clara", close_microphone(Some("paul"))).then([microphone_closed("paul")]);
    assert_eq!(live(&story), [""; 0]);
    story.when("bob", open_microphone(None)).then(Refusal::MicrophonesByTurn {});
}

#[test]
fn a_stage_that_is_open_no_longer_closes_the_microphones_of_panellists() {
    let story = on_open_stage().when("paul", open_microphone(None)).when("clara", open_microphone(None));
    let story = story.housekeeping(convene(charter()));
    assert_eq!(live(&story), ["clara"]);
}

#[test]
fn round_tables_and_panels_have_an_open_stage_unless_configured() {
    use plenary::meeting::charter::SessionKind;
    let expected = [
        (SessionKind::Plenary, MicrophonePolicy::ByTurn),
        (SessionKind::RoundTable, MicrophonePolicy::OpenStage),
        (SessionKind::Panel, MicrophonePolicy::OpenStage),
    ];
    for (kind, policy) in expected {
        let mut plan = charter().session;
        plan.kind = kind;
        assert_eq!(plan.microphones(), policy);
        plan.microphones = Some(MicrophonePolicy::ByTurn);
        assert_eq!(plan.microphones(), MicrophonePolicy::ByTurn);
    }
}

#[test]
fn leaving_closes_a_microphone_on_the_podium_and_returning_does_not_open_it() {
    let story = in_session().when("clara", open_microphone(None)).housekeeping(leave("clara"));
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(live(&story.housekeeping(arrive("clara"))), [""; 0]);
    given([opened()]).when("clara", open_microphone(None)).then(Refusal::Absent { person: id("clara") });
}

#[test]
fn a_lost_microphone_is_closed_on_the_podium_and_stays_live_in_a_turn() {
    let story = alice_speaks().housekeeping(heard("alice")).then([microphone_connected("alice")]);
    let story = story.housekeeping(heard("clara")).when("clara", open_microphone(None));
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["connected"], true);
    let story = story.housekeeping(unheard("clara")).then([microphone_lost("clara")]);
    let story = story.housekeeping(unheard("alice")).then([microphone_lost("alice")]);
    assert_eq!(live(&story), ["alice"]);
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["connected"], false);
    assert_eq!(live(&story.housekeeping(heard("clara"))), ["alice"]);
}

#[test]
fn what_is_reported_of_a_microphone_twice_happens_once() {
    let story = in_session().housekeeping(heard("alice")).housekeeping(heard("alice")).then([]);
    let story = story.housekeeping(unheard("alice")).housekeeping(unheard("alice")).then([]);
    story.housekeeping(heard("stranger")).then(Refusal::NotInSession {});
}

#[test]
fn only_those_who_can_be_live_may_publish() {
    let story = given([]);
    let may: Vec<&str> = crate::sample::PEOPLE
        .iter()
        .map(|(name, ..)| *name)
        .filter(|name| plan::may_publish(&story.meeting, story.meeting.roster.person(&id(name)).unwrap()))
        .collect();
    let expected = [
        "clara", "maya", "alice", "adam", "bob", "badr", "carol", "dina", "paul", "ivan", "iris", "eva",
        "ed", "fay",
    ];
    assert_eq!(may, expected);
    for name in ["sam", "rita", "olga", "tom", "screen"] {
        assert_eq!(own(&story, name)["may_publish"], false, "{name}");
        story.clone().housekeeping(heard(name)).then(Refusal::NotAllowed {});
    }
}

#[test]
fn the_turns_microphone_comes_first_and_its_owner_is_live_once() {
    let story = on_open_stage().when("clara", open_microphone(None));
    let mut revised = (*story.meeting.charter.clone().unwrap()).clone();
    let alice = revised.people.iter_mut().find(|person| person.id == id("alice")).unwrap();
    alice.roles = vec![Role::Panellist];
    let story = story.housekeeping(convene(revised));
    let story = story.when("alice", open_microphone(None)).happens([agreed("alice")]);
    let story = story.when("clara", give_floor("a", None));
    assert_eq!(live(&story), ["alice", "clara"]);
    // The turn over, her microphone on the podium is as open as before.
    let turn = story.meeting.floor.turn().unwrap().to_string();
    let story = story.when("clara", stop_turn(&turn));
    assert_eq!(live(&story), ["alice", "clara"]);
}

#[test]
fn nobody_is_live_on_the_floor_and_on_a_channel() {
    let mut revised = charter();
    let ivan = revised.people.iter_mut().find(|person| person.id == id("ivan")).unwrap();
    ivan.roles = vec![Role::Interpreter, Role::Moderator, Role::Delegate];
    ivan.delegation = Some(id("egypt"));
    let story = in_session().housekeeping(convene(revised));
    let on_podium = story.clone().when("ivan", open_microphone(None));
    on_podium.when("ivan", go_on_air(Output::A)).then(Refusal::AlreadyLive {});
    let on_air = story.happens([agreed("ivan")]).when("ivan", go_on_air(Output::A));
    let on_air = on_air.when("ivan", open_microphone(None)).then(Refusal::AlreadyLive {});
    let on_air = on_air.happens([given_floor("t", "a", "alice")]);
    let on_air = on_air.when("ivan", speak_for_turn("t")).then(Refusal::AlreadyLive {});
    // A turn that is his all the same does not make him live twice.
    let on_air = on_air.happens([speaker_changed("t", "ivan")]);
    assert_eq!(live(&on_air), [""; 0]);
    assert_eq!(live(&on_air.when("ivan", go_off_air())), ["ivan"]);
}

#[test]
fn who_is_muted_has_the_floor_and_is_heard_by_nobody_until_they_unmute() {
    let story = alice_speaks().when("alice", mute()).then([microphone_muted("alice", true)]);
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(plan::plan(&story.meeting).turn, None);
    // All see that the microphone is hers, and muted.
    assert_eq!(story.seen(&Key::Microphone(id("alice")))["muted"], true);
    assert_eq!(
        (&own(&story, "alice")["live"], &own(&story, "alice")["muted"]),
        (&json!("floor"), &json!(true))
    );
    let story = story.when("alice", mute()).then([]);
    let story = story.when("alice", unmute()).then([microphone_muted("alice", false)]);
    assert_eq!(live(&story), ["alice"]);
    assert_eq!(own(&story, "alice")["muted"], false);
}

#[test]
fn a_mute_outlives_the_page_the_turn_and_a_new_conference_file() {
    // Muted ahead of the turn; then the page is left, and another comes.
    let story = in_session().happens([agreed("alice")]).when("alice", mute());
    let story = story.happens([left("alice"), arrived("alice")]).when("clara", give_floor("a", None));
    assert_eq!(live(&story), [""; 0]);
    let mut revised = charter();
    revised.people.retain(|person| person.id != id("fay"));
    let story = story.housekeeping(convene(revised));
    assert_eq!(live(&story), [""; 0]);
    // To open a microphone does not unmute it: the gate is the owner's own.
    let story = story.when("clara", close_microphone(Some("alice")));
    let story = story.when("clara", open_microphone(Some("alice")));
    assert_eq!(live(&story), [""; 0]);
    assert_eq!(live(&story.when("alice", unmute())), ["alice"]);
}

#[test]
fn whoever_loses_their_seat_is_muted_no_longer() {
    let story = in_session().when("alice", mute());
    let mut revised = charter();
    let alice = revised.people.iter_mut().find(|person| person.id == id("alice")).unwrap();
    (alice.roles, alice.delegation) = (vec![Role::Observer], None);
    let story = story.housekeeping(convene(revised));
    assert!(story.meeting.microphones.muted.is_empty());
    story.when("alice", mute()).then(Refusal::NotAllowed {});
}

#[test]
fn who_can_never_be_heard_has_nothing_to_mute() {
    let mut revised = charter();
    revised.people.push(crate::sample::person("zoe", &[Role::Delegate], None, "en"));
    let story = in_session().housekeeping(convene(revised));
    for command in [mute(), unmute(), report_microphone(false)] {
        story.clone().when("zoe", command).then(Refusal::NoSeat {});
    }
}

#[test]
fn an_interpreter_who_mutes_is_on_air_and_silent_and_listeners_do_not_hear_the_floor_of_a_sudden() {
    let channel = |story: &Story| plan::plan(&story.meeting).channels[&id::<ChannelId>("ar")].clone();
    let story = in_session().happens([given_floor("t", "a", "alice"), agreed("alice")]);
    let story = story.when("ivan", go_on_air(Output::A));
    assert_eq!(channel(&story), Carries::Interpretation(id("ivan")));
    let story = story.when("ivan", mute());
    assert_eq!(channel(&story), Carries::Silence);
    assert_eq!(own(&story, "ivan")["live"], "channel");
    assert_eq!(channel(&story.when("ivan", unmute())), Carries::Interpretation(id("ivan")));
}

#[test]
fn a_device_that_gives_no_sound_is_told_to_all_until_it_does_or_is_gone() {
    let silent = |story: &Story| story.seen(&Key::Microphone(id("alice")))["silent"].clone();
    // Of a device that is not connected there is nothing to tell.
    let story = alice_speaks().when("alice", report_microphone(false)).then([]);
    let story = story.housekeeping(heard("alice")).when("alice", report_microphone(false));
    let story = story.then([microphone_reported("alice", false)]);
    assert_eq!((silent(&story), &own(&story, "alice")["silent"]), (json!(true), &json!(true)));
    let story = story.when("alice", report_microphone(false)).then([]);
    let sounds =
        story.clone().when("alice", report_microphone(true)).then([microphone_reported("alice", true)]);
    assert_eq!(silent(&sounds), false);
    sounds.when("alice", report_microphone(true)).then([]);
    let gone = story.housekeeping(unheard("alice"));
    assert_eq!(silent(&gone), false);
    assert!(gone.meeting.microphones.silent.is_empty());
}

#[test]
fn the_desk_sees_of_who_waits_that_they_are_muted_or_silent() {
    let seen = |story: &Story| {
        let seen = story.seen(&Key::Preparation(id("a")));
        (seen["muted"].clone(), seen["silent"].clone())
    };
    let story = in_session();
    assert_eq!(seen(&story), (json!(false), json!(false)));
    let story = story.housekeeping(heard("alice")).when("alice", report_microphone(false));
    let story = story.when("alice", mute());
    assert_eq!(seen(&story), (json!(true), json!(true)));
}

#[test]
fn everybody_sees_whose_microphone_is_live_and_of_those_who_wait_the_desk_alone_who_agreed() {
    let story = alice_speaks().happens([agreed("bob")]);
    assert!(story.shown_to(&Scope::Everyone).contains("name of alice"));
    for scope in [Scope::Everyone, Scope::Booths, Scope::Delegation(id("lebanon"))] {
        assert!(!story.shown_to(&scope).contains("\"agrees\""), "{scope}");
    }
    assert!(story.shown_to(&Scope::Desk).contains("\"agrees\":true"));
}
