//! Everybody tries everything, sensible and not, at each moment of the sessions that are kept as logs. Nothing happens of it;
//! what it is answered, the table of refusals is compared with.

use std::collections::{BTreeMap, BTreeSet};

use plenary::meeting::command::{Command, Context, Intent};
use plenary::meeting::view::{scopes, snapshot};
use plenary::meeting::{Meeting, access};
use plenary::terms::ids::Moment;
use plenary::terms::people::Person;
use serde_json::{Value, json};

use crate::busy;
use crate::fixture::{LOGS, log};
use crate::harness::LOT;
use crate::refusals::{self, examples};

/// What may stand in a field, by the field's name.
type Choices = BTreeMap<&'static str, Vec<Value>>;

/// Types of entities whose ids a field may name.
const IDS: &[(&str, &[&str])] = &[
    ("request", &["request"]),
    ("list", &["list"]),
    ("point", &["point"]),
    ("motion", &["motion"]),
    ("delegation", &["delegation"]),
    ("person", &["official", "occupant"]),
    ("with", &["official"]),
    ("to", &["official"]),
    ("message", &["message", "held_message"]),
    ("reply_to", &["request", "message"]),
    ("question", &["moderation"]),
    ("poll", &["poll"]),
    ("channel", &["channel"]),
    ("announcement", &["announcement"]),
    ("mark", &["mark"]),
    ("caption", &["caption"]),
];

/// All that anybody sees, without what is the same for several.
fn seen(meeting: &Meeting) -> Vec<Value> {
    let mut followed: Vec<_> = meeting.roster.people().flat_map(|person| scopes(meeting, person)).collect();
    followed.sort();
    followed.dedup();
    let entities = followed.iter().flat_map(|scope| snapshot(meeting, scope));
    entities.map(|entity| serde_json::to_value(entity).unwrap()).collect()
}

fn choices(meeting: &Meeting) -> Choices {
    let seen = seen(meeting);
    let of = |kind: &str, place: &str| -> Vec<Value> {
        let of_kind = seen.iter().filter(|entity| entity["type"] == kind);
        of_kind.filter_map(|entity| entity.pointer(place).cloned()).collect()
    };
    let mut choices: Choices = IDS
        .iter()
        .map(|(field, kinds)| (*field, kinds.iter().flat_map(|kind| of(kind, "/id")).collect()))
        .collect();
    let items = of("run_sheet", "/items").into_iter().flat_map(|items| items.as_array().unwrap().clone());
    choices.insert("item", items.map(|item| item["id"].clone()).collect());
    choices.insert("turn", of("floor", "/turn/id"));
    choices.insert("ending", [of("floor", "/turn/id"), vec![Value::Null]].concat());
    choices.insert("handover", of("booth", "/handover/id"));
    choices.insert("act", of("undo", "/act"));
    let rooms = of("you", "/rooms").into_iter().flat_map(|rooms| rooms.as_array().unwrap().clone());
    choices.insert("room", rooms.collect());
    let versions = [of("list", "/version"), of("run_sheet", "/version"), of("session", "/schedule_version")];
    choices.insert("list_version", [versions.concat(), vec![json!(999)]].concat());
    choices.insert("version", [versions.concat(), vec![json!(999), Value::Null]].concat());
    choices.insert("language", vec![json!("en"), json!("ar"), json!("xx")]);
    choices.insert("output", vec![json!("a"), json!("b")]);
    choices.insert("source", vec![json!("floor"), json!("relay")]);
    choices.insert("choices", vec![json!([0]), json!([]), json!([200]), json!([0, 1]), json!([0, 1, 2])]);
    choices
        .insert("kind", ["suspend_meeting", "adjourn_debate", "close_debate"].map(|kind| json!(kind)).into());
    choices.insert("side", ["in_favour", "against"].map(|side| json!(side)).into());
    for choices in choices.values_mut() {
        choices.dedup();
    }
    choices
}

/// What else may stand in a field than what the example has.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(is) => vec![json!(!is)],
        Value::Number(_) => vec![json!(0), json!(-1), json!(1), json!(40), json!(60_000), json!(i64::MAX)],
        Value::String(_) => vec![json!(""), json!(" x "), json!("none"), json!("x".repeat(21_000))],
        Value::Object(fields) => {
            let long = fields.keys().map(|field| (field.clone(), json!("x".repeat(21_000))));
            let mut others = vec![json!({}), json!({"xx": "x"}), json!({"en": "x"})];
            others.push(Value::Object(long.collect()));
            // A part of it is another, as in an item of the run sheet.
            let inner = fields.iter().flat_map(|(field, value)| {
                let others = self::others(value).into_iter();
                others.map(move |other| {
                    let mut changed = fields.clone();
                    changed.insert(field.clone(), other);
                    Value::Object(changed)
                })
            });
            others.extend(inner);
            others
        }
        Value::Array(of) => {
            vec![json!([]), json!(vec![json!({"en": "x"}); 2]), json!([of.clone(), of.clone()].concat())]
        }
        Value::Null => vec![],
    }
}

/// A command with what is there at the moment, and with one field other than that.
fn variants(example: &Value, choices: &Choices, moment: usize) -> Vec<Value> {
    let mut base = example.clone();
    let fields: Vec<String> =
        example.as_object().unwrap().keys().filter(|field| *field != "type").cloned().collect();
    for (place, field) in fields.iter().enumerate() {
        let choices = choices.get(field.as_str()).filter(|_| !example[field].is_object());
        if let Some(choices) = choices.filter(|choices| !choices.is_empty()) {
            base[field] = choices[(moment + place) % choices.len()].clone();
        }
    }
    let mut variants = vec![base.clone(), example.clone()];
    for field in &fields {
        let known = choices.get(field.as_str()).into_iter().flatten().take(40).cloned();
        for other in known.chain(others(&example[field])) {
            let mut variant = base.clone();
            variant[field] = other;
            variants.push(variant);
        }
    }
    variants
}

/// Some of those who may give a command, others at each moment, and one who may not.
fn actors<'a>(meeting: &'a Meeting, command: &Command, moment: usize) -> Vec<&'a Person> {
    let may = |person: &&Person| access::may(person, command);
    let able: Vec<&Person> = meeting.roster.people().filter(may).collect();
    let other = meeting.roster.people().find(|person| !may(person));
    let some = able.iter().cycle().skip(moment % able.len().max(1)).take(able.len().min(4)).copied();
    some.chain(other).collect()
}

/// Tries all at a moment. Tells how much that was, and what the table does not tell of it.
fn try_all(
    meeting: &Meeting,
    now_ms: Moment,
    moment: usize,
    examples: &[Value],
) -> (usize, BTreeSet<String>) {
    let context = Context { now_ms, next_seq: meeting.seq + 1, lot: LOT };
    let choices = choices(meeting);
    let (mut tried, mut faults) = (0, BTreeSet::new());
    for variant in examples.iter().flat_map(|example| variants(example, &choices, moment)) {
        let Ok(command) = serde_json::from_value::<Command>(variant) else { continue };
        for actor in actors(meeting, &command, moment) {
            let intent = Intent::Participant(actor.id.clone(), command.clone());
            let happened = meeting.decide(&context, &intent).map(|events| !events.is_empty());
            faults.extend(refusals::fault(&command.clone().into(), &happened));
            tried += 1;
        }
    }
    (tried, faults)
}

#[test]
fn what_anybody_tries_while_all_goes_on_at_once_is_answered_as_the_table_of_refusals_says() {
    let examples = examples();
    for (moment, story) in busy::moments().iter().enumerate() {
        let (tried, faults) = try_all(&story.meeting, story.now_ms + 1, moment, &examples);
        assert_eq!(faults, BTreeSet::new());
        assert!(tried > 1_000, "only {tried} commands were tried");
    }
}

#[test]
fn what_anybody_tries_in_the_course_of_a_session_is_answered_as_the_table_of_refusals_says() {
    let examples = examples();
    let (mut moment, mut faults) = (0, BTreeSet::new());
    for name in LOGS {
        let mut meeting = Meeting::default();
        for recorded in log(name) {
            meeting.evolve(&recorded);
            moment += 1;
            // Every fourth moment is enough to meet what lasts.
            if moment % 4 == 0 {
                faults.extend(try_all(&meeting, recorded.at_ms + 1, moment, &examples).1);
            }
        }
    }
    assert_eq!(faults, BTreeSet::new());
}
