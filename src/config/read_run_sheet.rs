//! Reads the run sheet of a session.

use super::known::Known;
use super::limits::TITLE_CHARS_MAX;
use super::reader::{Field, Keys};
use crate::meeting::hall::run_sheet::{Item, ItemKind};
use crate::terms::limits::{ITEM_MS_MAX, ITEM_MS_MIN, ITEM_NOTE_CHARS_MAX, ITEMS_MAX};
use crate::terms::text::Kind;

pub(super) const ITEM_KEYS: Keys = &[
    ("kind", "\"speaker\""),
    ("time", "\"5 min\""),
    ("title", "{ en = \"Introduction\" }"),
    ("person", "\"panellist-1\""),
    ("note", "\"Thank the host\""),
    ("tells", "true"),
];
pub(super) const KINDS: &[(&str, ItemKind)] = &[
    ("introduction", ItemKind::Introduction),
    ("speaker", ItemKind::Speaker),
    ("questions", ItemKind::Questions),
    ("other", ItemKind::Other),
    ("closing", ItemKind::Closing),
];

/// The items in the file's order; those with a fault are left out, for the file is refused then.
pub(super) fn run_sheet(field: &Field<'_>, known: &Known<'_>) -> Vec<Item> {
    field.items(ITEMS_MAX as usize).iter().filter_map(|field| item(field, known)).collect()
}

fn item(field: &Field<'_>, known: &Known<'_>) -> Option<Item> {
    let section = field.section(ITEM_KEYS)?;
    let kind = section.required("kind").and_then(|field| field.choice(KINDS));
    let planned_ms = section.required("time").and_then(|field| field.duration(ITEM_MS_MIN..=ITEM_MS_MAX));
    let title = section.optional("title").map(|field| field.partial_wording(known, TITLE_CHARS_MAX));
    let person = section.optional("person").map(|field| field.reference("people", known));
    let note = section.optional("note").map(|field| field.text(Kind::Lines, ITEM_NOTE_CHARS_MAX as usize));
    let tells = section.optional("tells").map(|field| field.truth());
    Some(Item {
        kind: kind?,
        title: title.unwrap_or(Some(Default::default()))?,
        person: match person {
            Some(read) => Some(read?),
            None => None,
        },
        planned_ms: planned_ms?,
        note: note.unwrap_or(Some(""))?.to_owned(),
        tells: tells.unwrap_or(Some(false))?,
    })
}
