//! Keeps `proto/examples/` true: every message has one, each is what the code reads and writes, none is left over.
//!
//! A file is called `<family>.<tag>.json`, or `<family>.<tag>.<variation>.json` for a second example of a tag.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use strum::VariantNames as _;

use super::proto;
use crate::conference::{
    announcements, documents, key_messages, outcome, programme as schedule, register, view as lobby,
};
use crate::draft;
use crate::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use crate::meeting::procedure::{floor, motions, points_of_order, programme, speakers};
use crate::meeting::record::notes;
use crate::meeting::refusal::Refusal;
use crate::meeting::sound::{help, interpretation, microphones, recording};
use crate::meeting::statements::{prerecorded, texts};
use crate::meeting::undo;
use crate::meeting::view::{self, PublicCaptions, PublicNow};
use crate::wire::client::{ClientMessage, SoundMessage};
use crate::wire::command::Command;
use crate::wire::http::{
    ChatPage, ConferenceSearchPage, Enter, Entered, Exports, GivenFile, HandedIn, IssuedLink, IssuedLinks,
    KeepVersion, KeptVersion, LinkOf, Links, LinksOf, Lobby, OutcomeText, PastPage, Problem, ProblemCode,
    ProceedingsPage, PublicProgramme, Recordings, RevokedLinks, SearchPage,
};
use crate::wire::server::{Entity, Reason, ServerMessage, WireRefusal};

/// Reads a value as the type of a tag and writes it again, and names that type in the schema.
type Again = fn(&str, &Value) -> (Result<Value, String>, &'static str);

/// Messages of one kind: what their files begin with, where a file bears its tag, and how one is read.
pub(super) struct Family {
    name: &'static str,
    tags: Vec<&'static str>,
    /// Field that bears the tag; none where the file name alone tells what it is.
    tag_field: Option<&'static str>,
    pub(super) again: Again,
}

/// Reads a value as `T` and writes it again, or says why it cannot be read.
fn read<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, String> {
    // From text, as it comes by the wire: ids borrow and numbers are checked there.
    let read: T = serde_json::from_str(&value.to_string()).map_err(|fault| fault.to_string())?;
    Ok(serde_json::to_value(read).expect("a message is JSON"))
}

fn read_body(tag: &str, value: &Value) -> (Result<Value, String>, &'static str) {
    match tag {
        "enter" => (read::<Enter>(value), "Enter"),
        "entered" => (read::<Entered>(value), "Entered"),
        "lobby" => (read::<Lobby>(value), "Lobby"),
        "public_programme" => (read::<PublicProgramme>(value), "PublicProgramme"),
        "public_now" => (read::<PublicNow>(value), "PublicNow"),
        "public_captions" => (read::<PublicCaptions>(value), "PublicCaptions"),
        "chat_page" => (read::<ChatPage>(value), "ChatPage"),
        "proceedings_page" => (read::<ProceedingsPage>(value), "ProceedingsPage"),
        "past_page" => (read::<PastPage>(value), "PastPage"),
        "search_page" => (read::<SearchPage>(value), "SearchPage"),
        "conference_search_page" => (read::<ConferenceSearchPage>(value), "ConferenceSearchPage"),
        "keep_version" => (read::<KeepVersion>(value), "KeepVersion"),
        "kept_version" => (read::<KeptVersion>(value), "KeptVersion"),
        "outcome_text" => (read::<OutcomeText>(value), "OutcomeText"),
        "link_of" => (read::<LinkOf>(value), "LinkOf"),
        "links" => (read::<Links>(value), "Links"),
        "links_of" => (read::<LinksOf>(value), "LinksOf"),
        "issued_links" => (read::<IssuedLinks>(value), "IssuedLinks"),
        "issued_link" => (read::<IssuedLink>(value), "IssuedLink"),
        "exports" => (read::<Exports>(value), "Exports"),
        "recordings" => (read::<Recordings>(value), "Recordings"),
        "handed_in" => (read::<HandedIn>(value), "HandedIn"),
        "given_file" => (read::<GivenFile>(value), "GivenFile"),
        "revoked_links" => (read::<RevokedLinks>(value), "RevokedLinks"),
        other => panic!("no HTTP call has a body called {other}"),
    }
}

/// Tags of all commands, in the order of the features.
pub(super) fn command_tags() -> Vec<&'static str> {
    [
        programme::Command::VARIANTS,
        schedule::Command::VARIANTS,
        register::Command::VARIANTS,
        announcements::Command::VARIANTS,
        documents::Command::VARIANTS,
        key_messages::Command::VARIANTS,
        outcome::Command::VARIANTS,
        draft::Command::VARIANTS,
        speakers::Command::VARIANTS,
        texts::Command::VARIANTS,
        prerecorded::Command::VARIANTS,
        floor::Command::VARIANTS,
        points_of_order::Command::VARIANTS,
        motions::Command::VARIANTS,
        undo::Command::VARIANTS,
        microphones::Command::VARIANTS,
        interpretation::Command::VARIANTS,
        recording::Command::VARIANTS,
        help::Command::VARIANTS,
        chat::Command::VARIANTS,
        questions::Command::VARIANTS,
        panel::Command::VARIANTS,
        polls::Command::VARIANTS,
        run_sheet::Command::VARIANTS,
        captions::Command::VARIANTS,
        notes::Command::VARIANTS,
    ]
    .concat()
}

pub(super) fn families() -> Vec<Family> {
    let family = |name, tags, tag_field, again| Family { name, tags, tag_field, again };
    vec![
        family("client", ClientMessage::VARIANTS.to_vec(), Some("type"), |_, value| {
            (read::<ClientMessage>(value), "ClientMessage")
        }),
        family("sound", SoundMessage::VARIANTS.to_vec(), Some("type"), |_, value| {
            (read::<SoundMessage>(value), "SoundMessage")
        }),
        family("command", command_tags(), Some("type"), |_, value| (read::<Command>(value), "Command")),
        family("server", ServerMessage::VARIANTS.to_vec(), Some("type"), |_, value| {
            (read::<ServerMessage>(value), "ServerMessage")
        }),
        family(
            "entity",
            [view::Entity::VARIANTS, lobby::Entity::VARIANTS, draft::view::Entity::VARIANTS].concat(),
            Some("type"),
            |_, value| (read::<Entity>(value), "Entity"),
        ),
        family("refusal", [Refusal::VARIANTS, WireRefusal::VARIANTS].concat(), Some("code"), |_, value| {
            (read::<Reason>(value), "Reason")
        }),
        family("problem", ProblemCode::VARIANTS.to_vec(), Some("code"), |_, value| {
            (read::<Problem>(value), "Problem")
        }),
        family(
            "http",
            vec![
                "enter",
                "entered",
                "lobby",
                "public_programme",
                "public_now",
                "public_captions",
                "chat_page",
                "proceedings_page",
                "past_page",
                "search_page",
                "conference_search_page",
                "keep_version",
                "kept_version",
                "outcome_text",
                "link_of",
                "links",
                "links_of",
                "issued_links",
                "exports",
                "recordings",
                "issued_link",
                "revoked_links",
                "handed_in",
                "given_file",
            ],
            None,
            read_body,
        ),
    ]
}

/// All examples by file name without `.json`.
pub(super) fn examples() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(proto("examples")).expect("proto/examples is there");
    let example = |file: std::io::Result<std::fs::DirEntry>| {
        let path = file.expect("a file").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        let stem = name.strip_suffix(".json").unwrap_or_else(|| panic!("{name} is no .json"));
        (stem.to_owned(), serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    files.map(example).collect()
}

/// Family and tag of a file.
pub(super) fn named<'a>(families: &'a [Family], stem: &'a str) -> (&'a Family, &'a str) {
    let parts: Vec<&str> = stem.split('.').collect();
    assert!((2..=3).contains(&parts.len()), "{stem}.json is not <family>.<tag>[.<variation>].json");
    let family = families.iter().find(|family| family.name == parts[0]);
    (family.unwrap_or_else(|| panic!("{stem}.json belongs to no family of messages")), parts[1])
}

#[test]
fn contract_examples_cover_every_tag_and_no_file_is_left_over() {
    let (families, examples) = (families(), examples());
    let of_tag: BTreeSet<(&str, &str)> = examples
        .keys()
        .map(|stem| {
            let (family, tag) = named(&families, stem);
            (family.name, tag)
        })
        .collect();
    let wanted: BTreeSet<(&str, &str)> =
        families.iter().flat_map(|family| family.tags.iter().map(|tag| (family.name, *tag))).collect();
    let missing: Vec<_> = wanted.difference(&of_tag).collect();
    let left_over: Vec<_> = of_tag.difference(&wanted).collect();
    assert!(missing.is_empty(), "without an example in proto/examples: {missing:?}");
    assert!(left_over.is_empty(), "examples in proto/examples of what is no message: {left_over:?}");
}

#[test]
fn contract_examples_are_read_and_written_unchanged() {
    let families = families();
    for (stem, value) in &examples() {
        let (family, tag) = named(&families, stem);
        if let Some(field) = family.tag_field {
            assert_eq!(value[field], *tag, "{stem}.json bears another tag than its name");
        }
        assert_eq!(
            (family.again)(tag, value).0,
            Ok(value.clone()),
            "{stem}.json comes back other than it was"
        );
    }
}

#[test]
fn contract_examples_are_valid_by_the_schema() {
    let text = std::fs::read_to_string(proto("schema.json")).expect("proto/schema.json is there");
    let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
    let families = families();
    let mut validators = BTreeMap::new();
    for (stem, value) in &examples() {
        let (family, tag) = named(&families, stem);
        let (_, of_type) = (family.again)(tag, value);
        let validator = validators.entry(of_type).or_insert_with(|| {
            let root = serde_json::json!({ "$ref": format!("#/$defs/{of_type}"), "$defs": schema["$defs"] });
            jsonschema::validator_for(&root).expect("a schema of proto/schema.json")
        });
        let faults: Vec<String> = validator.iter_errors(value).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{stem}.json is not a {of_type} by proto/schema.json: {faults:?}");
    }
    // A schema that takes anything would prove nothing.
    let refused = validators["Entity"].is_valid(&serde_json::json!({ "type": "floor", "id": "floor" }));
    assert!(!refused, "the schema takes an entity without its fields");
}

#[test]
fn contract_commands_with_an_unknown_field_are_refused() {
    for (stem, mut value) in examples() {
        if !stem.starts_with("command.") {
            continue;
        }
        value["surprise"] = Value::Bool(true);
        let read = serde_json::from_value::<Command>(value);
        assert!(read.is_err(), "{stem} with a field that it does not have is taken");
    }
}
