//! Keeps `proto/README.md` true where code decides: its tables, and that every tag is explained.
//!
//! A table stands between two comments that name it. What code knows of its rows is made; a last column of remedies or
//! explanations is written by hand, stays as it is, and begins with the code's own words when a row is new.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use strum::VariantNames as _;

use super::examples::{command_tags, examples};
use super::proto;
use super::schema::{schema, tag};
use crate::conference::view as lobby;
use crate::draft;
use crate::meeting::refusal::Refusal;
use crate::meeting::view::{Entity, PastKind};
use crate::terms::people::Role;
use crate::wire::client::{ClientMessage, SoundMessage};
use crate::wire::command::Command;
use crate::wire::http::ProblemCode;
use crate::wire::server::{ServerMessage, WireRefusal};

/// A table of `proto/README.md`.
pub(crate) struct Table {
    /// What the comments around it call it.
    pub(crate) name: &'static str,
    /// Heads of the columns.
    pub(crate) heads: Vec<String>,
    /// Cells by row; the first tells rows apart.
    pub(crate) rows: Vec<Vec<String>>,
    /// Whether the last column is written by hand.
    pub(crate) told_by_hand: bool,
}

/// Tables are made at the same time, and are all of one file.
static PROSE: Mutex<()> = Mutex::new(());

impl Table {
    /// Compares the table with the committed one, or writes it when asked to.
    pub(crate) fn keep(self) {
        let _one_at_a_time = PROSE.lock().unwrap_or_else(PoisonError::into_inner);
        let path = proto("README.md");
        let prose = std::fs::read_to_string(&path).expect("proto/README.md is there");
        let (begin, end) = (self.begin(), self.end());
        let (before, rest) = prose.split_once(&begin).unwrap_or_else(|| panic!("no line is {begin}"));
        let (table, after) = rest.split_once(&end).unwrap_or_else(|| panic!("no line is {end}"));
        let name = self.name;
        let made = self.made(table);
        if std::env::var_os("UPDATE_PROTO").is_some() {
            std::fs::write(&path, format!("{before}{begin}{made}{end}{after}"))
                .expect("proto/ can be written");
        } else {
            assert_eq!(table, made, "{name} differ from the code; run `UPDATE_PROTO=1 cargo test contract`");
        }
    }

    fn begin(&self) -> String {
        let by_hand = if self.told_by_hand { ", but for the last column" } else { "" };
        format!("<!-- {}: made by `UPDATE_PROTO=1 cargo test contract`{by_hand}. -->\n", self.name)
    }

    fn end(&self) -> String {
        format!("<!-- End of {}. -->\n", self.name)
    }

    /// The table as Markdown, with what is told by hand in the one that is there.
    fn made(self, there: &str) -> String {
        let rows = there.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
        let told: BTreeMap<&str, &str> =
            rows.filter_map(|row| Some((row.split_once(" | ")?.0, row.rsplit_once(" | ")?.1))).collect();
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let rows = self.rows.into_iter().map(|mut cells| {
            if let Some(told) = cells.first().and_then(|first| told.get(first.as_str()))
                && let Some(last) = cells.last_mut().filter(|_| self.told_by_hand)
            {
                *last = (*told).to_owned();
            }
            line(&cells)
        });
        let rows: String = rows.collect();
        line(&self.heads) + &format!("|{}\n", "---|".repeat(self.heads.len())) + &rows
    }
}

fn heads<const N: usize>(heads: [&str; N]) -> Vec<String> {
    heads.map(str::to_owned).to_vec()
}

/// Roles in the order of their columns.
const COLUMNS: [Role; 11] = [
    Role::Chair,
    Role::Moderator,
    Role::Secretariat,
    Role::Rapporteur,
    Role::Delegate,
    Role::Panellist,
    Role::Observer,
    Role::Interpreter,
    Role::Technician,
    Role::Captioner,
    Role::Display,
];

/// A command of every tag.
fn commands() -> Vec<(&'static str, Command)> {
    let examples = examples();
    let command = |tag: &'static str| {
        let example =
            examples.get(&format!("command.{tag}")).unwrap_or_else(|| panic!("no example of {tag}"));
        (tag, serde_json::from_value(example.clone()).expect("an example is a command"))
    };
    command_tags().into_iter().map(command).collect()
}

fn access_table() -> Table {
    let heads = ["command".to_owned()].into_iter().chain(COLUMNS.map(|role| role.to_string())).collect();
    let row = |(tag, command): (&str, Command)| {
        let may = COLUMNS.map(|role| if command.roles().contains(&role) { "yes" } else { "" }.to_owned());
        [format!("`{tag}`")].into_iter().chain(may).collect()
    };
    let rows = commands().into_iter().map(row).collect();
    Table { name: "Who may do what", heads, rows, told_by_hand: false }
}

#[test]
fn contract_prose_has_the_access_table_of_the_code() {
    access_table().keep();
}

fn refusals_table() -> Table {
    let row = |(tag, command): (&str, Command)| {
        let codes = command.refusals().iter().map(|code| format!("`{code}`"));
        let done = if command.is_done_when_all_is_so() { "yes" } else { "" };
        vec![format!("`{tag}`"), codes.collect::<Vec<_>>().join(", "), done.to_owned()]
    };
    let rows = commands().into_iter().map(row).collect();
    let heads = heads(["command", "may be refused with", "done when all is so already"]);
    Table { name: "Refusals of each command", heads, rows, told_by_hand: false }
}

#[test]
fn contract_prose_has_the_refusals_of_every_command() {
    refusals_table().keep();
}

/// The fields of a message beside its tag: `a`, `b` or `null`, `c?` where it may be left out.
fn fields(variant: &Value, own: &str) -> String {
    let required = variant["required"].as_array().cloned().unwrap_or_default();
    let field = |(name, property): (&String, &Value)| {
        let mut types = property["type"].as_array().into_iter().flatten();
        let mut choices = property["anyOf"].as_array().into_iter().flatten();
        let nullable = types.any(|of| of == "null") || choices.any(|choice| choice["type"] == "null");
        let left_out = if required.contains(&name.as_str().into()) { "" } else { "?" };
        format!("`{name}{left_out}`{}", if nullable { " or `null`" } else { "" })
    };
    let properties = variant["properties"].as_object().into_iter().flatten();
    properties.filter(|(name, _)| *name != own).map(field).collect::<Vec<_>>().join(", ")
}

/// A row for each of a family: its tag, its fields, and the code's words for it.
fn family(name: &'static str, of: &str, tag_field: &str, last: &str) -> Table {
    let definitions = schema()["$defs"].take();
    let variants = definitions[of]["oneOf"].as_array().cloned().unwrap_or_default();
    let rows = variants.iter().map(|variant| {
        let tag = tag(variant).expect("a variant bears its tag");
        let words = variant["description"].as_str().unwrap_or_default().replace('\n', " ");
        // A variant may be a type of its own.
        let own = variant["$ref"].as_str().and_then(|at| at.rsplit('/').next());
        let fields =
            own.map_or_else(|| fields(variant, tag_field), |own| fields(&definitions[own], tag_field));
        vec![format!("`{tag}`"), fields, words]
    });
    let rows: Vec<_> = rows.collect();
    assert!(!rows.is_empty(), "{of} is no family");
    let first = if tag_field == "code" { "code" } else { "`what`" };
    Table { name, heads: heads([first, "fields", last]), rows, told_by_hand: true }
}

#[test]
fn contract_prose_has_every_refusal_with_its_fields() {
    family("Refusals by the meeting", "Refusal", "code", "remedy").keep();
    family("Refusals by the protocol", "WireRefusal", "code", "remedy").keep();
}

#[test]
fn contract_prose_has_every_problem_with_its_statuses() {
    let row = |tag: &&str| {
        let code: ProblemCode = serde_json::from_value(Value::from(*tag)).expect("a tag is a code");
        let statuses: Vec<String> = code.statuses().iter().map(u16::to_string).collect();
        vec![format!("`{tag}`"), statuses.join(", "), String::new()]
    };
    let rows = ProblemCode::VARIANTS.iter().map(row).collect();
    Table { name: "Problems", heads: heads(["code", "status", "what to do"]), rows, told_by_hand: true }
        .keep();
}

#[test]
fn contract_prose_has_every_fact_of_the_proceedings_with_its_fields() {
    family("Facts", "Fact", "what", "is told").keep();
}

#[test]
fn contract_prose_explains_every_tag() {
    let prose = std::fs::read_to_string(proto("README.md")).expect("proto/README.md is there");
    let tags = [
        ClientMessage::VARIANTS,
        SoundMessage::VARIANTS,
        ServerMessage::VARIANTS,
        Entity::VARIANTS,
        lobby::Entity::VARIANTS,
        draft::view::Entity::VARIANTS,
        Refusal::VARIANTS,
        WireRefusal::VARIANTS,
        ProblemCode::VARIANTS,
        PastKind::VARIANTS,
        &command_tags(),
    ]
    .concat();
    // A tag is explained in a row that begins with it; those of who may do what and of refusals explain no
    // command.
    let explaining = [access_table(), refusals_table()].iter().fold(prose, |prose, table| {
        let (before, rest) = prose.split_once(&table.begin()).expect("the table's beginning is marked");
        let (_, after) = rest.split_once(&table.end()).expect("the table's end is marked");
        format!("{before}{after}")
    });
    let explained = |tag: &&str| explaining.contains(&format!("\n| `{tag}`"));
    let missing: Vec<&str> = tags.into_iter().filter(|tag| !explained(tag)).collect();
    assert!(missing.is_empty(), "proto/README.md has no row that explains {missing:?}");
}
