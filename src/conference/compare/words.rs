//! Places and values of a plan as a person reads them: with the words of the conference file and the host's hours.

use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::tree;
use crate::conference::hours;

/// A path as the conference file names it: `sessions[id=opening].title.en`.
pub(super) fn place(path: &[String]) -> String {
    let mut place = String::new();
    let mut section = None;
    for (depth, key) in path.iter().enumerate() {
        match (depth, section, key.as_str()) {
            (1, Some(known_by), id) => place.push_str(&format!("[{known_by}={id}]")),
            // The plan of a session and roles by session are no level of the file.
            (2, Some(_), "plan") | (3, Some(_), "by_session") => {}
            (0, _, "demo_links") => place.push_str("demo.links"),
            (0, _, name) => {
                place.push_str(word(name).as_str());
                section = tree::known_by(name);
            }
            (_, _, "in_all_sessions") => place.push_str(".\"*\""),
            (_, _, name) => place.push_str(&format!(".{}", word(name))),
        }
    }
    place
}

/// What the file calls a field: there a value says itself of what it is.
fn word(field: &str) -> String {
    field.replace("_at_ms", "").replace("_ms", "")
}

/// The value of a field.
pub(super) fn value(field: &str, of: &Value, zone: &TimeZone) -> String {
    match of {
        Value::Null => "none".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_i64() {
            Some(at_ms) if field.ends_with("_at_ms") => {
                hours::local(at_ms, zone).map_or_else(|| number.to_string(), |local| local.to_string())
            }
            Some(millis) if field.contains("_ms") => hours::length(millis),
            Some(_) | None => number.to_string(),
        },
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| value(field, item, zone)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => named(fields).unwrap_or_else(|| {
            let told = |(key, of): (&String, &Value)| format!("{}: {}", word(key), value(key, of, zone));
            let fields: Vec<String> = fields.iter().filter(|(_, of)| !of.is_null()).map(told).collect();
            format!("{{{}}}", fields.join(", "))
        }),
    }
}

/// A whole entry by its name in English, or in whatever language it has one.
fn named(entry: &Map<String, Value>) -> Option<String> {
    if let Some(plan) = entry.get("plan") {
        return named(plan.as_object()?);
    }
    // Without an id or a number it is no entry, and told in full.
    entry.get("id").or_else(|| entry.get("number"))?;
    let name = ["name", "title", "short"].iter().find_map(|field| entry.get(*field)?.as_object())?;
    name.get("en").or_else(|| name.values().next())?.as_str().map(str::to_owned)
}
