//! Keeps `proto/README.md` true where code decides: the table of who may give which command, and the list of tags.

use strum::VariantNames as _;

use super::examples::{command_tags, examples};
use super::proto;
use crate::meeting::access;
use crate::meeting::command::Command;
use crate::meeting::people::Role;
use crate::meeting::refusal::Refusal;
use crate::meeting::view::Entity;
use crate::wire::client::{ClientMessage, SoundMessage};
use crate::wire::http::ProblemCode;
use crate::wire::server::{ServerMessage, WireRefusal};

const BEGIN: &str = "<!-- Who may do what: made by `UPDATE_PROTO=1 cargo test contract`. -->\n";
const END: &str = "<!-- End of who may do what. -->\n";

/// Roles in the order of their columns.
const COLUMNS: [Role; 10] = [
    Role::Chair,
    Role::Moderator,
    Role::Secretariat,
    Role::Rapporteur,
    Role::Delegate,
    Role::Panellist,
    Role::Observer,
    Role::Interpreter,
    Role::Technician,
    Role::Display,
];

/// The access table as Markdown, one command a row.
fn access_table() -> String {
    let examples = examples();
    let cells = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head =
        cells(["command".to_owned()].into_iter().chain(COLUMNS.map(|role| role.to_string())).collect());
    let rule = format!("|---|{}\n", ":-:|".repeat(COLUMNS.len()));
    let rows = command_tags().into_iter().map(|tag| {
        let example =
            examples.get(&format!("command.{tag}")).unwrap_or_else(|| panic!("no example of {tag}"));
        let command: Command = serde_json::from_value(example.clone()).expect("an example is a command");
        let may =
            COLUMNS.map(|role| if access::roles(&command).contains(&role) { "yes" } else { "" }.to_owned());
        cells([format!("`{tag}`")].into_iter().chain(may).collect())
    });
    head + &rule + &rows.collect::<String>()
}

#[test]
fn contract_prose_has_the_access_table_of_the_code() {
    let path = proto("README.md");
    let prose = std::fs::read_to_string(&path).expect("proto/README.md is there");
    let (before, rest) = prose.split_once(BEGIN).expect("the table's beginning is marked");
    let (table, after) = rest.split_once(END).expect("the table's end is marked");
    let made = access_table();
    if std::env::var_os("UPDATE_PROTO").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{made}{END}{after}")).expect("proto/ can be written");
    } else {
        assert_eq!(table, made, "the table differs from the code; run `UPDATE_PROTO=1 cargo test contract`");
    }
}

#[test]
fn contract_prose_explains_every_tag() {
    let prose = std::fs::read_to_string(proto("README.md")).expect("proto/README.md is there");
    let tags = [
        ClientMessage::VARIANTS,
        SoundMessage::VARIANTS,
        ServerMessage::VARIANTS,
        Entity::VARIANTS,
        Refusal::VARIANTS,
        WireRefusal::VARIANTS,
        ProblemCode::VARIANTS,
        &command_tags(),
    ]
    .concat();
    // A tag is explained in a row that begins with it; the table of who may do what explains nothing.
    let (before, rest) = prose.split_once(BEGIN).expect("the table's beginning is marked");
    let (_, after) = rest.split_once(END).expect("the table's end is marked");
    let explained = |tag: &&str| [before, after].iter().any(|part| part.contains(&format!("\n| `{tag}`")));
    let missing: Vec<&str> = tags.into_iter().filter(|tag| !explained(tag)).collect();
    assert!(missing.is_empty(), "proto/README.md has no row that explains {missing:?}");
}
