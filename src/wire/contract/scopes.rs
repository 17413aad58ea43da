//! Keeps the table of scopes true: which entities stand in each is seen in the sessions of `tests/fixtures`, and in the lobby
//! of a small conference.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::json;
use strum::VariantNames as _;

use super::prose::Table;
use crate::conference::command::{Housekeeping, Intent, Taken};
use crate::conference::documents::Given;
use crate::conference::outcome::Kept;
use crate::conference::{Conference, ConferencePlan, view as lobby};
use crate::draft;
use crate::meeting::Meeting;
use crate::meeting::command::Actor;
use crate::meeting::event::{Event, Recorded};
use crate::meeting::hall::chat::Room;
use crate::meeting::view::{Entity, Scope, scopes, snapshot};
use crate::terms::ids::{Moment, Seq};

/// Names of the scopes in the order of the rows.
const SCOPES: [&str; 14] = [
    "`everyone`",
    "`desk`",
    "`booths`",
    "`booth/<id>`",
    "`interpreters`",
    "`technicians`",
    "`line-booth-<id>`, `line-booths`, `line-technicians`",
    "`secretariat/<id>`",
    "`delegation/<id>`",
    "`person/<id>`",
    "`conference`",
    "`record`",
    "`staff`",
    "`draft`",
];

/// The row of a scope of the lobby.
fn row_of_lobby(scope: &lobby::Scope) -> &'static str {
    match scope {
        lobby::Scope::Person(_) => SCOPES[9],
        lobby::Scope::Conference => SCOPES[10],
        lobby::Scope::Record => SCOPES[11],
        lobby::Scope::Staff => SCOPES[12],
    }
}

/// All types of entities: of a session, of the lobby, of the draft.
fn types() -> impl Iterator<Item = &'static str> {
    Entity::VARIANTS.iter().chain(lobby::Entity::VARIANTS).chain(draft::view::Entity::VARIANTS).copied()
}

/// A conference of one session and two people, who have announced something to all, issued a key message, and
/// asked for a correction to the outcome document.
fn small_conference() -> Conference {
    let plan = json!({
        "id": "c", "name": {"en": "C"}, "notice": {}, "time_zone": "UTC", "languages": ["en"], "days": ["2021-02-24"],
        "sessions": [{"plan": {"id": "s", "title": {"en": "S"}, "kind": "plenary", "starts_at_ms": 0, "ends_at_ms": 1,
                               "agenda": [], "objectives": []}, "lists": []}],
        "channels": [], "booths": [], "lists": [], "agenda_items": [{"id": "i", "title": {"en": "I"}, "lists": []}], "stakeholders": [],
        "delegations": [{"id": "d", "formal": {"en": "D"}, "short": {"en": "D"}, "plate": {"en": "D"}, "sort_key": {"en": "D"},
                         "category": "member_state"}], "organisers": [],
        "people": [{"id": "p", "name": {"en": "P"}, "function": {}, "delegation": null, "booth": null, "language": "en",
                    "rank": null, "gender": null, "roles": {"in_all_sessions": ["secretariat"], "by_session": {}}},
                   {"id": "q", "name": {"en": "Q"}, "function": {}, "delegation": "d", "booth": null, "language": "en",
                    "rank": null, "gender": null, "roles": {"in_all_sessions": ["delegate"], "by_session": {}}}],
        "objectives": [], "demo_links": [], "public_listening": false, "regions": [], "direct_messages": false,
    });
    let file: ConferencePlan = serde_json::from_value(plan).expect("a plan");
    let announce = json!({"type": "announce_to_conference", "text": {"en": "Lunch is served"}});
    let gather = json!({"type": "gather_key_message", "content": {"voice": "stakeholders", "delegation": null, "origin": "",
        "source": null, "passage": "", "text": {"en": "Data are shared."}, "objectives": [], "principles": []}});
    let issue = json!({"type": "issue_key_messages", "standing": "issued"});
    let asks = |command| {
        let command = serde_json::from_value(command).expect("a command");
        Intent::Participant("p".parse().expect("an id"), command)
    };
    let convene = Intent::Server(Housekeeping::Convene(Box::new(Taken::as_filed(&file))));
    let add = |id: &str| {
        asks(
            json!({"type": "add_document", "document": id, "of": {"of": "conference"}, "title": {"en": "A paper"}, "symbol": ""}),
        )
    };
    let file = |document: &str| {
        let file = json!({"content": "0".repeat(64), "name": "a.txt", "kind": "text", "bytes": 1, "by": "p", "at_ms": 0});
        let (document, language) = (document.parse().expect("an id"), "en".parse().expect("a language"));
        let given = Given { document, language, file: serde_json::from_value(file).expect("a file") };
        Intent::Server(Housekeeping::GiveFile(given))
    };
    let release =
        asks(json!({"type": "release_document", "document": "d1", "release": {"release": "released"}}));
    let of_papers = [add("d1"), add("d2"), file("d1"), release];
    let kept = Kept {
        name: "First".to_owned(),
        by: "p".parse().expect("an id"),
        at_ms: 0,
        seq: 1,
        content: "0".repeat(64).parse().expect("an id"),
    };
    let at = json!({"paragraph": "a", "language": "en", "text": "Which data?"});
    let of = |kind: &str| {
        let mut command = at.clone();
        command["type"] = kind.into();
        command
    };
    let asked_by_seat = serde_json::from_value(of("ask_for_correction")).expect("a command");
    let asked_by_seat = Intent::Participant("q".parse().expect("an id"), asked_by_seat);
    let of_outcome = [
        Intent::Server(Housekeeping::KeepVersion(kept)),
        asks(of("comment_on_paragraph")),
        asks(json!({"type": "open_corrections", "version": 1, "until_ms": 1})),
        asked_by_seat,
    ];
    let asked = [convene, asks(announce), asks(gather), asks(issue)].into_iter();
    let asked = asked.chain(of_papers).chain(of_outcome);
    let mut conference = Conference::default();
    for intent in asked {
        for event in conference.decide(&intent).expect("it is done") {
            let (seq, actor) = (conference.seq + 1, Actor::Server);
            conference.evolve(&Recorded { seq, at_ms: 0, actor, conference_seq: None, key: None, event });
        }
    }
    conference
}

/// The row of a scope.
fn row(scope: &Scope) -> &'static str {
    let number = match scope {
        Scope::Everyone => 0,
        Scope::Desk => 1,
        Scope::Booths => 2,
        Scope::Booth(_) => 3,
        Scope::Interpreters => 4,
        Scope::Technicians => 5,
        Scope::Line(_) => 6,
        Scope::Secretariat(_) => 7,
        Scope::Delegation(_) => 8,
        Scope::Person(_) => 9,
        Scope::Record => 11,
    };
    SCOPES[number]
}

/// A line of a log.
#[derive(Deserialize)]
struct Line {
    seq: Seq,
    at_ms: Moment,
    body: Body,
}

#[derive(Deserialize)]
struct Body {
    actor: Actor,
    event: Event,
}

/// The sessions that are kept as logs, event by event.
fn logs() -> Vec<Vec<Recorded>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = std::fs::read_dir(folder).expect("tests/fixtures is there");
    let paths = files.map(|file| file.expect("a file").path());
    let logs = paths.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    let read = |line: &str| {
        let Line { seq, at_ms, body } = serde_json::from_str(line).expect("an event of this version");
        Recorded { seq, at_ms, actor: body.actor, conference_seq: None, key: None, event: body.event }
    };
    logs.map(|path| std::fs::read_to_string(path).expect("a text").lines().map(read).collect()).collect()
}

/// The types of the entities that a scope of these meetings shows at some time, by the row of the scope.
fn shown() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut shown: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for log in logs() {
        let mut meeting = Meeting::default();
        for recorded in &log {
            meeting.evolve(recorded);
            let followed: BTreeSet<Scope> =
                meeting.roster.people().flat_map(|person| scopes(&meeting, person)).collect();
            for scope in followed {
                let entities = serde_json::to_value(snapshot(&meeting, &scope)).expect("entities are JSON");
                let types = entities.as_array().into_iter().flatten();
                let types = types.filter_map(|entity| entity["type"].as_str().map(str::to_owned));
                shown.entry(row(&scope)).or_default().extend(types);
            }
        }
        // How a room is kept is shown only while it is kept otherwise than at first.
        for room in Room::all(&meeting).filter(Room::is_kept_by_desk) {
            shown.entry(row(&room.scope())).or_default().insert("room".to_owned());
        }
    }
    let conference = small_conference();
    let people = ["p", "q"].map(|person| person.parse().expect("an id"));
    let followed =
        people.iter().flat_map(|person| lobby::scopes(&conference, person).expect("they take part"));
    for scope in followed {
        let entities = serde_json::to_value(lobby::snapshot(&conference, &scope)).expect("entities are JSON");
        let types = entities.as_array().into_iter().flatten();
        let types = types.filter_map(|entity| entity["type"].as_str().map(str::to_owned));
        shown.entry(row_of_lobby(&scope)).or_default().extend(types);
    }
    shown.insert(SCOPES[13], draft::view::Entity::VARIANTS.iter().map(|of| (*of).to_owned()).collect());
    shown
}

#[test]
fn contract_prose_has_every_scope_with_the_entities_that_stand_in_it() {
    let shown = shown();
    let all: BTreeSet<&str> = shown.values().flatten().map(String::as_str).collect();
    let unseen: Vec<_> = types().filter(|of| !all.contains(of)).collect();
    assert!(unseen.is_empty(), "no session of tests/fixtures shows {unseen:?}: add a log that does");
    let rows = SCOPES.map(|scope| {
        let types = types().filter(|of| shown.get(scope).is_some_and(|at| at.contains(*of)));
        let types: Vec<String> = types.map(|of| format!("`{of}`")).collect();
        assert!(
            !types.is_empty(),
            "no session of tests/fixtures shows anything in {scope}: add a log that does"
        );
        vec![scope.to_owned(), types.join(", "), String::new()]
    });
    let heads = ["scope", "holds", "followed by"].map(str::to_owned).to_vec();
    Table { name: "Scopes", heads, rows: rows.to_vec(), told_by_hand: true }.keep();
}

/// Kinds of scopes in the order of the rows.
const KINDS: [&str; 14] = [
    "everyone",
    "desk",
    "booths",
    "booth",
    "interpreters",
    "technicians",
    "line",
    "secretariat",
    "delegation",
    "person",
    "conference",
    "record",
    "staff",
    "draft",
];

/// What a text has between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Who sees each entity, as the heads of the views say: "Seen: `poll` and `tally` by `everyone`; …".
fn told() -> BTreeMap<String, BTreeSet<String>> {
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.join("meeting"), src.join("conference"), src.join("draft")];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(folder).expect("the views are there");
        let paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        folders.extend(paths.iter().filter(|path| path.is_dir()).cloned());
        for path in paths.iter().filter(|path| path.is_file()) {
            tell(&mut told, path);
        }
    }
    told
}

/// What the head of a file says, if it says it.
fn tell(told: &mut BTreeMap<String, BTreeSet<String>>, path: &std::path::Path) {
    let text = std::fs::read_to_string(path).expect("a text");
    let head: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let head = head.join(" ");
    let Some((_, seen)) = head.split_once(" Seen: ") else { return };
    for part in seen.split(';') {
        let (entities, by) = part.split_once(" by ").unwrap_or_else(|| panic!("{}: {part}", path.display()));
        let scopes: BTreeSet<String> =
            quoted(by).filter(|word| KINDS.contains(word)).map(str::to_owned).collect();
        for entity in quoted(entities) {
            let twice = told.insert(entity.to_owned(), scopes.clone());
            assert_eq!(twice, None, "{entity} is told twice");
        }
    }
}

#[test]
fn who_sees_each_entity_stands_at_the_head_of_its_view_and_is_so() {
    let shown = shown();
    let (told, mut seen) = (told(), BTreeMap::new());
    for entity in types() {
        let scopes = SCOPES.iter().zip(KINDS);
        let scopes = scopes.filter(|(row, _)| shown.get(*row).is_some_and(|types| types.contains(entity)));
        let scopes: BTreeSet<String> = scopes.map(|(_, kind)| kind.to_owned()).collect();
        seen.insert(entity.to_owned(), scopes);
    }
    assert_eq!(told, seen, "left is told, right is so");
}
