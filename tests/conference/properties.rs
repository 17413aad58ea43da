//! Whatever is asked of a conference, in any order: it stays sound, replays to what it is, and its sittings are in step.

use plenary::conference::command::{Housekeeping, Taken};
use plenary::conference::compare::{Merged, Prefer, merged};
use plenary::meeting::procedure::programme::Phase;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, plan, two_desks};

const DESKS: [&str; 3] = ["secretariat", "side-desk", "cedar-1"];
const PEOPLE: [&str; 6] = ["cedar-1", "olive-1", "palm-1", "nora", "omar", "chair"];
const SESSIONS: [&str; 4] = ["opening", "closing", "third", "fourth"];

#[derive(Debug, Clone)]
enum Step {
    Ask(usize, Value),
    Phase(usize, usize),
    /// The file is read again, with so much of it changed.
    File(usize, bool),
}

fn commands() -> impl Strategy<Value = Value> {
    let version = || prop_oneof![3 => Just(Value::Null), 1 => (0..3_u32).prop_map(Value::from)];
    let session = || prop::sample::select(&SESSIONS[..]);
    let person = || prop::sample::select(&PEOPLE[..]);
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    prop_oneof![
        (person(), prop::sample::select(&["cedar", "olive", "none"][..])).prop_map(|(person, seat)| json!({
            "type": "seat_person", "person": person, "delegation": seat, "name": {"en": "Somebody"},
            "position": "adviser", "rank": null, "language": "en"})),
        (person(), version()).prop_map(|(person, version)| json!({
            "type": "change_seat", "person": person, "position": "head", "rank": "minister", "version": version})),
        (person(), "[A-Z][a-z]{1,5}", version()).prop_map(|(person, name, version)| json!({
            "type": "correct_name", "person": person, "language": "en", "name": name, "version": version})),
        person().prop_map(|person| json!({"type": "withdraw_person", "person": person})),
        (session(), 0..300_i64, 3..90_i64, version()).prop_map(move |(session, from, long, version)| json!({
            "type": "reschedule_session", "session": session, "starts_at_ms": at(from),
            "ends_at_ms": at(from + long), "reason": "late", "version": version})),
        (session(), version()).prop_map(|(session, version)| json!({
            "type": "delay_session", "session": session, "reason": "", "version": version})),
        (session(), version()).prop_map(|(session, version)| json!({
            "type": "cancel_session", "session": session, "reason": "", "version": version})),
        (session(), "[A-Z][a-z]{1,5}", version()).prop_map(|(session, title, version)| json!({
            "type": "correct_title", "session": session, "language": "en", "title": title, "version": version})),
        (session(), session(), 0..600_i64).prop_map(move |(session, like, from)| json!({
            "type": "add_session", "session": session, "like": like, "title": {"en": "Another"},
            "starts_at_ms": at(from), "ends_at_ms": at(from + 30)})),
        "[A-Z][a-z]{1,5}".prop_map(|text| json!({"type": "announce_to_conference", "text": {"en": text}})),
        (0..40_u32).prop_map(|seq| json!({
            "type": "take_down_conference_announcement", "announcement": format!("c{seq}")})),
        key_messages(),
    ]
}

/// What is asked of the key messages.
fn key_messages() -> impl Strategy<Value = Value> {
    let message = || (0..40_u32).prop_map(|seq| format!("k{seq}"));
    let content = || {
        (prop::option::of(prop::sample::select(&["cedar", "palm"][..])), "[A-Z][a-z]{1,5}").prop_map(|(seat, text)| {
            json!({"voice": "stakeholders", "delegation": seat, "origin": "", "source": null, "passage": "",
                   "text": {"en": text}, "objectives": [], "principles": ["human_rights"]})
        })
    };
    prop_oneof![
        4 => content().prop_map(|content| json!({"type": "gather_key_message", "content": content})),
        2 => (message(), content()).prop_map(|(message, content)| json!({
            "type": "change_key_message", "message": message, "content": content, "version": null})),
        2 => (message(), 1..5_u32).prop_map(|(message, place)| json!({
            "type": "move_key_message", "message": message, "to_place": place})),
        1 => message().prop_map(|message| json!({"type": "remove_key_message", "message": message})),
        1 => Just(json!({"type": "issue_key_messages", "standing": "issued"})),
        1 => Just(json!({"type": "take_back_key_messages"})),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        12 => (0..DESKS.len(), commands()).prop_map(|(desk, command)| Step::Ask(desk, command)),
        2 => (0..SESSIONS.len(), 0..4_usize).prop_map(|(session, phase)| Step::Phase(session, phase)),
        1 => (0..4_usize, any::<bool>()).prop_map(|(version, file)| Step::File(version, file)),
    ];
    prop::collection::vec(step, 1..40)
}

/// The file in one of its versions.
fn file(version: usize) -> String {
    let text = two_desks();
    match version {
        0 => text,
        1 => text.replace("Bob of Olive", "Mr. Olive"),
        2 => text.replace("starts = 2021-02-24T11:00:00", "starts = 2021-02-24T11:10:00"),
        _ => text.replace("title = { en = \"Closing\"", "title = { en = \"The closing\""),
    }
}

fn take(story: Story, step: &Step) -> Story {
    match step {
        Step::Ask(desk, command) => story.when(DESKS[*desk], command.clone()),
        Step::Phase(session, phase) => {
            let phases = [Phase::Scheduled, Phase::Open, Phase::Suspended, Phase::Closed];
            story.phase(SESSIONS[*session], phases[*phase])
        }
        Step::File(version, prefers_file) => {
            let file = plan(&file(*version));
            let (base, live) =
                (story.conference.file.clone().unwrap(), story.conference.live.clone().unwrap());
            let prefer = if *prefers_file { Prefer::File } else { Prefer::Live };
            let Merged { plan, file, .. } = merged(&base, &file, &live, prefer).unwrap();
            // A start refuses what does not fit together.
            if plan.check().is_err() {
                return story;
            }
            story.server(Housekeeping::Convene(Box::new(Taken { file, plan, inherited: Vec::new() })))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_asked_the_conference_stays_sound_and_its_sittings_are_in_step(steps in steps()) {
        let mut story = convened(&two_desks());
        for step in &steps {
            story = take(story, step);
        }
        story.assert_in_step();
    }
}
