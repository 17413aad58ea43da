//! The server's words and the client's are the same: `tests/fixtures/facts.json` has every kind of fact with its words, which
//! `web/tests/facts.test.ts` holds against the client's.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::*;
use crate::record::runs::plain;
use crate::words::{Host, Locale};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/facts.json");

#[derive(Serialize, Deserialize, PartialEq, Eq, Debug)]
struct Told {
    at_ms: Moment,
    fact: Fact,
    told: BTreeMap<String, String>,
}

fn file() -> Vec<Told> {
    serde_json::from_str(&std::fs::read_to_string(Path::new(FILE)).unwrap()).unwrap()
}

#[test]
fn facts_are_told_in_the_same_words_as_by_the_client() {
    let host = Host::of("Asia/Beirut");
    let mut lines = Vec::new();
    for Told { at_ms, fact, .. } in file() {
        let paragraph = Paragraph { seq: 1, at_ms, fact: fact.clone() };
        let told = Locale::ALL.map(|locale| {
            let words = told(Reader { locale, host: &host }, &paragraph);
            (locale.tag().to_owned(), plain(&words))
        });
        lines.push(serde_json::to_string(&Told { at_ms, fact, told: told.into() }).unwrap());
    }
    let made = format!("[\n{}\n]\n", lines.join(",\n"));
    if std::env::var_os("UPDATE_PROTO").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let stored = std::fs::read_to_string(FILE).unwrap();
    assert!(
        stored == made,
        "tests/fixtures/facts.json is out of date: UPDATE_PROTO=1 cargo test --lib facts"
    );
}

/// All strings that a schema fixes.
fn fixed(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            found.extend(fields.get("const").and_then(Value::as_str).map(str::to_owned));
            let options = fields.get("enum").and_then(Value::as_array).into_iter().flatten();
            found.extend(options.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| fixed(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| fixed(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_kind_of_fact_and_every_option_is_in_the_file() {
    let schema = serde_json::to_value(schemars::schema_for!(Fact)).unwrap();
    let mut options = Vec::new();
    fixed(&schema, &mut options);
    assert!(options.len() > 50, "options are found: {options:?}");
    let text = std::fs::read_to_string(FILE).unwrap();
    for option in options {
        assert!(text.contains(&format!("\"{option}\"")), "no fact in {FILE} has {option}");
    }
}

#[test]
fn no_words_are_missing() {
    for Told { told, fact, .. } in file() {
        assert_eq!(told.len(), 3);
        for words in told.values() {
            assert!(words.len() > 5 && !words.contains("fact-"), "{fact:?}: {words}");
        }
    }
}
