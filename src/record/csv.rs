//! Rows for spreadsheets: UTF-8 with its mark, commas, CR LF. What a spreadsheet would take for a formula is guarded by an
//! apostrophe, which whoever reads the rows with [`unguarded`] takes away: what went in comes out.

use std::collections::BTreeSet;

use ::csv::{Terminator, WriterBuilder};

use super::RecordFault;
use super::model::{Block, Document, Table};
use super::runs::plain;

/// By which programs of offices know that a file is UTF-8.
const MARK: &str = "\u{feff}";
const GUARD: char = '\'';

/// What spreadsheets take for the beginning of a formula, in a cell of its own or behind what they skip.
fn is_risky(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\t'
            | '\r'
            | '\n'
            | '|'
            | '%'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
    )
}

/// A cell that no spreadsheet takes for a formula. A cell that begins with a guard itself gets another.
pub fn guarded(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    if first.is_some_and(|c| is_risky(c) || c == GUARD) { format!("{GUARD}{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it was guarded.
pub fn unguarded(cell: &str) -> &str {
    let Some(rest) = cell.strip_prefix(GUARD) else { return cell };
    if guarded(rest) == cell { rest } else { cell }
}

/// Writes a document's tables as rows under one head, with the heading that each table stands under; of one without tables, its
/// numbered paragraphs.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, RecordFault> {
    let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::from(MARK));
    let rows_of =
        if document.tables().next().is_some() { of_tables(document) } else { of_paragraphs(document) };
    for row in rows_of {
        rows.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    rows.into_inner().map_err(|fault| RecordFault::Xml(std::io::Error::other(fault.to_string())))
}

/// The head has each column once, by its name for programs.
fn of_tables(document: &Document) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut keys: Vec<&'static str> = Vec::new();
    for column in document.tables().flat_map(|table| &table.columns) {
        if seen.insert(column.key) {
            keys.push(column.key);
        }
    }
    let head = ["section"].into_iter().chain(keys.iter().copied()).map(str::to_owned).collect();
    let mut rows: Vec<Vec<String>> = vec![head];
    let mut section = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => section = plain(&heading.runs),
            Block::Paragraph(_) => {}
            Block::Table(table) => rows.extend(of_table(table, &keys, &section)),
        }
    }
    rows
}

fn of_table<'a>(
    table: &'a Table,
    keys: &'a [&'static str],
    section: &'a str,
) -> impl Iterator<Item = Vec<String>> + 'a {
    table.rows.iter().map(move |row| {
        let value = |key: &&'static str| {
            let at = table.columns.iter().position(|column| column.key == *key)?;
            row.get(at).map(super::model::Cell::value)
        };
        let values = keys.iter().map(|key| value(key).unwrap_or_default());
        [section.to_owned()].into_iter().chain(values).collect()
    })
}

fn of_paragraphs(document: &Document) -> Vec<Vec<String>> {
    let head = ["section", "paragraph", "at", "person_id", "delegation_id", "language", "text"];
    let mut rows: Vec<Vec<String>> = vec![head.map(str::to_owned).into()];
    let mut section = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => section = plain(&heading.runs),
            Block::Table(_) => {}
            Block::Paragraph(paragraph) => {
                let speech = paragraph.speech.as_ref();
                let person = speech.and_then(|speech| speech.person.as_ref());
                let seat = speech.and_then(|speech| speech.delegation.as_ref());
                rows.push(vec![
                    section.clone(),
                    paragraph.number.map(|number| number.to_string()).unwrap_or_default(),
                    paragraph.at.as_ref().map(|at| at.data.clone()).unwrap_or_default(),
                    person.map(ToString::to_string).unwrap_or_default(),
                    seat.map(ToString::to_string).unwrap_or_default(),
                    speech.and_then(|speech| speech.language.clone()).unwrap_or_default(),
                    plain(&paragraph.runs),
                ]);
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_in_comes_out() {
        let cells = [
            "",
            "plain",
            "=1+1",
            "'=1+1",
            "''",
            "'",
            "-5",
            "+961 1 234567",
            "@all",
            "\tx",
            " =x",
            "a,b",
            "\"q\"",
            "two\r\nlines",
            "'quoted'",
            "الاسم",
            "|cmd",
            "%x",
            "\u{ff1d}1",
            "'a",
            "\u{a0}=x",
        ];
        for cell in cells {
            let safe = guarded(cell);
            assert_eq!(unguarded(&safe), cell, "{safe:?}");
            let first = safe.trim_start().chars().next();
            assert!(!first.is_some_and(|c| "=+-@|%\u{ff1d}".contains(c)), "{safe:?} is a formula");
        }
    }

    #[test]
    fn what_nobody_guarded_is_read_as_it_stands() {
        assert_eq!(unguarded("'twas"), "'twas");
        assert_eq!(unguarded("l'eau"), "l'eau");
    }
}
