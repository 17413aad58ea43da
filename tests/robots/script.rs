//! The script of the sample: whole, and told clearly where it is not.

use std::collections::BTreeSet;

use plenary::conference::ConferencePlan;
use plenary::meeting::access;
use plenary::robots::{Script, ScriptFault};

use crate::world::folder;

#[test]
fn the_sample_is_said_in_all_its_languages_by_people_of_the_conference() {
    let conference = ConferencePlan::read(&folder().join("conference.toml")).unwrap();
    let script = Script::read(&folder().join("voices")).unwrap().unwrap();
    let charter = conference.charter(&script.session).unwrap();
    let languages: BTreeSet<_> = charter.languages.iter().collect();
    let lines = [&script.opening, &script.resuming, &script.giving, &script.thanking, &script.interpreting];
    let statements = script.statements.iter().flat_map(|statement| [&statement.said, &statement.giving]);
    for said in lines.into_iter().chain(statements) {
        assert_eq!(said.0.keys().collect::<BTreeSet<_>>(), languages);
    }
    assert_eq!(script.statements.len(), 8);
    for statement in &script.statements {
        let person = charter.people.iter().find(|person| person.id == statement.person).unwrap();
        assert!(access::may_speak(person));
        assert_eq!(person.language, statement.language, "{} speaks their own language", person.id);
        for clip in statement.said.0.values() {
            assert!((12..=25).contains(&(clip.packets() / 50)), "{}", person.id);
        }
    }
    let spoken: BTreeSet<_> = script.statements.iter().map(|statement| &statement.language).collect();
    let written: BTreeSet<_> = script.messages.iter().map(|message| &message.language).collect();
    assert_eq!((&spoken, &written), (&languages, &languages));
    assert!(charter.lists.iter().any(|list| list.id == script.list));
    for person in script.people() {
        assert!(charter.people.iter().any(|known| known.id == *person), "{person}");
    }
}

#[test]
fn a_script_that_is_not_whole_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Script::read(folder.path()).unwrap().is_none(), "no script, no robots");
    let read = |text: &str| {
        std::fs::write(folder.path().join("voices.toml"), text).unwrap();
        Script::read(folder.path()).unwrap_err()
    };
    let head =
        "session = \"s\"\nchair = \"c\"\nlist = \"l\"\nvoices = []\ninterpreters = {}\nstatements = []\n";
    let missing = read(&format!("{head}lines = []\n")).to_string();
    assert!(missing.ends_with("voices.toml: the line \"opening\" is missing"), "{missing}");
    let unknown = read(&format!("{head}lines = []\nlnes = []\n"));
    assert!(
        matches!(&unknown, ScriptFault::Malformed { reason, .. } if reason.contains("lnes")),
        "{unknown}"
    );
    let no_clip = read(&format!("{head}[[lines]]\nid = \"opening\"\ntext.en = \"Welcome.\"\n")).to_string();
    assert!(no_clip.contains("opening.en.opus cannot be read"), "{no_clip}");
}
