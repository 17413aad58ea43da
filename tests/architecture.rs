//! The shape of the code base: who may import whom, and how large files may grow.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each part of `src` may import, beside itself. A line here is a decision: say why when adding a name.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    // The words of the house: all speak them.
    ("terms", &[]),
    ("meeting", &[]),
    // What the server writes is in the client's words.
    ("words", &[]),
    // Documents are made of the states of meetings and of the events that led to them; who reads the logs hands these over.
    ("record", &["conference", "draft", "meeting", "words"]),
    // Whatever carries a session raises it.
    ("alarm", &[]),
    // Whoever lets real people in tells it, and the simulated ones ask it.
    ("attended", &[]),
    // Counted where it happens, read by the gateway.
    ("meters", &[]),
    // Marked where it happens, sent by a library's own thread.
    ("traces", &[]),
    // What is told to all in this process: beats, and sound between nodes.
    ("broadcast", &[]),
    ("log", &["broadcast", "meters"]),
    // A data folder is the log's files and the recorder's.
    ("backup", &["log", "media"]),
    // What is copied is the log's.
    ("transfer", &["log"]),
    // What was found is told as it stands in the search.
    ("wire", &["conference", "draft", "meeting", "search"]),
    ("conference", &["meeting"]),
    // It is run as a conference is, and refuses with its words.
    ("draft", &["meeting"]),
    // What is in a file that was handed in.
    ("papers", &[]),
    // The scanner that files are shown to is a setting.
    ("config", &["conference", "meeting", "papers"]),
    ("identity", &["log"]),
    ("room", &["alarm", "conference", "draft", "meeting", "meters", "log", "traces"]),
    // What is found are a meeting's passages, to whoever sees them by its view.
    ("search", &["conference", "meeting"]),
    ("media", &["alarm", "broadcast", "meeting"]),
    // Sound goes out as it came in, and what comes back is the room's.
    ("transcription", &["media", "meeting", "meters", "room"]),
    (
        "gateway",
        &[
            "alarm",
            "attended",
            "conference",
            "draft",
            "meeting",
            "wire",
            "record",
            "room",
            "search",
            "identity",
            "media",
            "meters",
            "papers",
            "traces",
            "transcription",
            "words",
        ],
    ),
    // Simulated people act through rooms and speak into the media plane, without sockets; they enter documents too.
    ("robots", &["attended", "conference", "meeting", "papers", "room", "media"]),
    ("lib", &[]),
    ("main", &["config", "papers", "room", "traces"]),
    (
        "archive",
        &["backup", "conference", "config", "draft", "log", "media", "record", "room", "start", "words"],
    ),
    ("copies", &["backup", "config"]),
    // Commands of the program.
    ("demo", &["conference", "config", "identity", "links"]),
    ("export", &["conference", "config", "room", "start"]),
    ("links", &["conference", "config", "identity", "room", "start"]),
    ("migrate", &["config", "log", "room", "start", "transfer"]),
    ("new_file", &[]),
    ("repair", &["config", "log", "start"]),
    (
        "start",
        &[
            "attended",
            "conference",
            "config",
            "gateway",
            "identity",
            "log",
            "media",
            "robots",
            "room",
            "transcription",
            "transfer",
        ],
    ),
];
const LINES_MAX: usize = 800;

/// Folders of `web/src` that are whole screens; none imports another.
const SCREENS: &[&str] =
    &["lobby", "room", "chair", "booth", "podium", "public", "technician", "rapporteur", "captioner"];
/// Parts of `web/src` that know nothing of the rest but the types made from the server's.
const FOUNDATIONS: &[&str] = &["store", "keyed", "connection"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose names end so.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The first part of a path below a folder, without an ending.
fn part(folder: &Path, file: &Path) -> String {
    let first = file.strip_prefix(folder).unwrap().components().next().unwrap();
    let name = first.as_os_str().to_string_lossy();
    name.split('.').next().unwrap().to_owned()
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Modules named after a prefix such as `crate::` in a source, also in braces; comments do not count.
fn named_after(prefix: &str, source: &str) -> BTreeSet<String> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        if code[..at].chars().next_back().is_some_and(is_name) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(rest.chars().take_while(|c| is_name(*c)).collect());
            continue;
        };
        names.extend(first_names(group));
    }
    names
}

/// The first name of each path in a group, up to its closing brace.
fn first_names(group: &str) -> BTreeSet<String> {
    let (mut depth, mut names, mut name) = (0, BTreeSet::new(), Some(String::new()));
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(name.replace(String::new())),
            // What follows is another name for it.
            c if c.is_whitespace() && name.as_ref().is_some_and(|name| !name.is_empty()) => {
                names.extend(name.take());
            }
            ':' if depth == 0 => names.extend(name.take()),
            c if depth == 0 && is_name(c) => name.iter_mut().for_each(|name| name.push(c)),
            _rest => {}
        }
    }
    names.extend(name);
    names.remove("");
    names
}

#[test]
fn names_are_found_in_every_form_of_import() {
    let source =
        "use crate::{log, meeting::{ids, people}, room as r};\nlet x = crate::wire::A;\n// crate::none\n";
    let found: Vec<String> = named_after("crate::", source).into_iter().collect();
    assert_eq!(found, ["log", "meeting", "room", "wire"]);
    assert_eq!(named_after("crate::", "my_crate::x()"), BTreeSet::new());
}

#[test]
fn parts_import_only_what_the_table_gives_them() {
    let src = root().join("src");
    let table: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&src, &[".rs"]) {
        let own = part(&src, &file);
        let may = table.get(own.as_str()).unwrap_or_else(|| panic!("{own} stands in the table"));
        let source = fs::read_to_string(&file).unwrap();
        // What a part's own tests use, the part does not import.
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
        let mut imported = named_after("crate::", &source);
        imported.extend(named_after("plenary::", &source));
        for import in imported.iter().filter(|import| table.contains_key(import.as_str())) {
            let allowed = [own.as_str(), "terms"].contains(&import.as_str())
                || may.contains(&import.as_str())
                || own == "main" && import == "start";
            assert!(allowed, "{} imports {import}, which the table does not allow", file.display());
        }
        seen.entry(own).or_default().extend(imported);
    }
    assert_eq!(
        seen.keys().collect::<Vec<_>>(),
        table.keys().collect::<Vec<_>>(),
        "the table names what there is"
    );
    for (own, imported) in &seen {
        let unused: Vec<_> = table[own.as_str()].iter().filter(|may| !imported.contains(**may)).collect();
        assert!(unused.is_empty(), "{own} does not import {unused:?}: the table need not allow it");
    }
}

/// Rooms of `src/meeting` in their order: what stands in one names nothing of a later one, and is told by the meeting
/// what it needs of it. What stands in none of them is the house around them, which knows all rooms: the meeting itself
/// and what is put together of all features.
const ROOMS: &[&str] = &["procedure", "statements", "sound", "hall", "record"];
const HOUSE: &[&str] = &[
    "access",
    "charter",
    "clock",
    "closing",
    "command",
    "event",
    "feature",
    "follow",
    "invariant",
    "lapsed",
    "mod",
    "proceedings",
    "refusal",
    "undo",
    "view",
];

#[test]
fn rooms_of_the_meeting_name_nothing_of_a_later_one() {
    let meeting = root().join("src/meeting");
    let mut seen = BTreeSet::new();
    for file in files(&meeting, &[".rs"]) {
        let own = part(&meeting, &file);
        let source = fs::read_to_string(&file).unwrap();
        // However deep it stands, another room is named from the root.
        let rooms = ROOMS.iter().filter(|room| source.contains(&format!("super::super::{room}")));
        assert_eq!(rooms.count(), 0, "{} names a room from the root", file.display());
        let place = |room: &str| ROOMS.iter().position(|one| *one == room);
        for named in named_after("crate::meeting::", &source) {
            let (from, to) = (place(&own), place(&named));
            let later = from.is_some() && to.is_some() && to > from;
            assert!(!later, "{} names {named}, which comes after {own}", file.display());
        }
        seen.insert(own);
    }
    let expected: BTreeSet<String> = ROOMS.iter().chain(HOUSE).map(|name| (*name).to_owned()).collect();
    assert_eq!(seen, expected, "what is neither a room nor the house");
}

/// Features are folders, and each has what belongs to it: the table of what is to be found where.
#[test]
fn each_feature_says_what_is_asked_of_it_and_what_follows_from_its_events() {
    let meeting = root().join("src/meeting");
    let (command, event) = (
        fs::read_to_string(meeting.join("command.rs")).unwrap(),
        fs::read_to_string(meeting.join("event.rs")).unwrap(),
    );
    let members = |source: &str, kind: &str| -> BTreeSet<String> {
        let of_kind = format!("::{kind})");
        let lines = source.lines().filter_map(|line| Some(line.split_once(&of_kind)?.0.split_once('(')?.1));
        lines.map(str::to_owned).collect()
    };
    let folders: BTreeMap<String, PathBuf> = files(&meeting, &["commands.rs", "events.rs"])
        .into_iter()
        .map(|file| (file.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned(), file))
        .collect();
    for (source, kind, file) in [(&command, "Command", "commands.rs"), (&event, "Event", "events.rs")] {
        let members = members(source, kind);
        assert!(members.len() > 15, "members are found: {members:?}");
        for feature in members {
            let folder = folders.get(&feature).unwrap_or_else(|| panic!("{feature} has a folder")).parent();
            assert!(folder.unwrap().join(file).exists(), "{feature} has its {file}");
        }
    }
}

/// What an event means elsewhere comes out of the core as a value. The folder that makes the record may name events.
#[test]
fn nobody_outside_the_core_names_one_of_its_events() {
    let src = root().join("src");
    let meeting = src.join("meeting");
    let event = fs::read_to_string(meeting.join("event.rs")).unwrap();
    let features = event.lines().filter_map(|line| Some(line.split_once("::Event)")?.0.split_once('(')?.1));
    let features: BTreeSet<String> = features.map(str::to_owned).collect();
    assert!(features.contains("floor"), "features are found: {features:?}");
    for file in files(&src, &[".rs"]) {
        let own = part(&src, &file);
        if ["meeting", "conference", "record"].contains(&own.as_str()) || file.ends_with("room/bugs.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for feature in &features {
            let named = format!("{feature}::Event");
            assert!(!source.contains(&named), "{} names an event: {named}", file.display());
        }
    }
}

/// What stands between backquotes.
fn quoted(cell: &str) -> BTreeSet<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_map_in_architecture_md_shows_these_parts_and_what_they_import() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut shown = BTreeSet::from(["lib"]);
    for row in text.lines().filter(|line| line.starts_with("| `src/")) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        let [places, _what, imports] = cells[..] else { panic!("three columns: {row}") };
        for place in quoted(places) {
            let name = place.strip_prefix("src/").unwrap_or_else(|| panic!("{place} is below src"));
            let name = name.trim_end_matches('/').trim_end_matches(".rs");
            let may = table.get(name).unwrap_or_else(|| panic!("{name} is no part of src"));
            let all = imports.trim() == "all";
            assert!(all || quoted(imports) == may.iter().copied().collect(), "{name}: {imports}, {may:?}");
            shown.insert(name);
        }
    }
    assert_eq!(shown, table.keys().copied().collect(), "each part is on the map");
}

#[test]
fn what_measures_the_server_speaks_its_protocol_and_knows_no_more_of_it() {
    let folder = root().join("benches/load");
    let (mut imported, mut imported_to_fill) = (BTreeSet::new(), BTreeSet::new());
    for file in files(&folder, &[".rs"]) {
        // What fills a data folder for a server to start on writes it as the server would; what holds promises against the log
        // reads it so; and what measures the log itself, or the index of a search, is handed to it without a server.
        let fills = ["append", "export", "opening", "ready", "scenario", "search"]
            .contains(&part(&folder, &file).as_str());
        let imported = if fills { &mut imported_to_fill } else { &mut imported };
        imported.extend(named_after("plenary::", &fs::read_to_string(&file).unwrap()));
    }
    // The media plane is the other end of a listener's connection; its plan is made of the meeting's ids.
    assert_eq!(imported.into_iter().collect::<Vec<_>>(), ["media", "meeting", "terms", "wire"]);
    let to_fill: Vec<String> = imported_to_fill.into_iter().collect();
    assert!(
        to_fill.iter().all(|part| [
            "conference",
            "config",
            "log",
            "meeting",
            "room",
            "search",
            "terms",
            "wire"
        ]
        .contains(&part.as_str())),
        "{to_fill:?}"
    );
}

#[test]
fn files_are_short_and_say_first_what_they_own() {
    let rust = [files(&root().join("src"), &[".rs"]), files(&root().join("benches"), &[".rs"])].concat();
    assert!(rust.len() > 50, "the sources were found");
    for file in rust {
        let source = fs::read_to_string(&file).unwrap();
        let lines = source.lines().count();
        assert!(lines <= LINES_MAX, "{} has {lines} lines, more than {LINES_MAX}: part it", file.display());
        assert!(source.starts_with("//! "), "{} begins with what it owns", file.display());
    }
}

/// The parts of `web/src` that a file imports, by relative paths or by the alias of the folder.
fn web_imports(src: &Path, file: &Path, source: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for opening in ["from \"", "from '", "import \"", "import '", "import(\"", "import('"] {
        for (at, _) in source.match_indices(opening) {
            let path: String =
                source[at + opening.len()..].chars().take_while(|c| !"\"'".contains(*c)).collect();
            let folder = file.parent().unwrap();
            if path.starts_with('.')
                && let Some(within) = resolved(&folder.join(&path)).strip_prefix(src).ok()
            {
                let first = within.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
                parts.insert(first.split('.').next().unwrap().to_owned());
            }
        }
    }
    parts
}

/// A path without `.` and `..`.
fn resolved(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for component in path.components() {
        match component {
            std::path::Component::ParentDir => drop(whole.pop()),
            std::path::Component::CurDir => {}
            std::path::Component::Normal(_)
            | std::path::Component::RootDir
            | std::path::Component::Prefix(_) => whole.push(component),
        }
    }
    whole
}

#[test]
fn screens_of_the_client_do_not_import_one_another() {
    let src = root().join("web/src");
    if !root().join("web/package.json").exists() {
        assert!(!src.exists(), "web/src without web/package.json is no client");
        return;
    }
    let mut seen = BTreeSet::new();
    for file in files(&src, &[".ts", ".svelte"]) {
        let own = part(&src, &file);
        let source = fs::read_to_string(&file).unwrap();
        let is_test = file.to_string_lossy().contains(".test.");
        for import in web_imports(&src, &file, &source) {
            let foreign = import != own;
            let screens = SCREENS.contains(&own.as_str()) && SCREENS.contains(&import.as_str());
            assert!(!(foreign && screens), "{} imports the screen {import}", file.display());
            let foundation = FOUNDATIONS.contains(&own.as_str()) && !FOUNDATIONS.contains(&import.as_str());
            assert!(!(foreign && foundation && !is_test), "{} imports {import}", file.display());
        }
        seen.insert(own);
    }
    for expected in SCREENS.iter().chain(FOUNDATIONS) {
        assert!(seen.contains(*expected), "web/src/{expected} is there");
    }
}
