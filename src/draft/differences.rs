//! What differs between two texts of the outcome document, paragraph by paragraph and word by word.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

use super::reading::text;
use super::rows::Row;
use crate::terms::ids::Language;

/// How a part of a text differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "OutcomeChange"), schemars(rename = "OutcomeChange"))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is in both.
    None,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "OutcomePart"), schemars(rename = "OutcomePart"))]
pub struct Part {
    /// The text.
    pub text: String,
    /// How it differs.
    pub change: Change,
}

/// A row, with what differs in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The row: of the newer text, or of the older where the newer has it no more.
    pub row: Row,
    /// Of each language of the row.
    pub parts: Vec<(Language, Vec<Part>)>,
}

/// The rows of the newer text with what differs from the older; those that are gone stand after the row that they stood after.
pub fn compare(older: &[Row], newer: &[Row]) -> Vec<Compared> {
    let stays: BTreeSet<&str> = newer.iter().map(|row| row.id.as_str()).collect();
    let was: BTreeMap<&str, &Row> = older.iter().map(|row| (row.id.as_str(), row)).collect();
    let mut gone: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    let mut after = "";
    for row in older {
        if stays.contains(row.id.as_str()) {
            after = &row.id;
        } else {
            gone.entry(after).or_default().push(row);
        }
    }
    let left_out = |after: &str, gone: &mut BTreeMap<&str, Vec<&Row>>| {
        let rows = gone.remove(after).unwrap_or_default().into_iter();
        rows.map(|row| compared(row, Some(row), None)).collect::<Vec<_>>()
    };
    let mut all = left_out("", &mut gone);
    for row in newer {
        all.push(compared(row, was.get(row.id.as_str()).copied(), Some(row)));
        all.extend(left_out(&row.id, &mut gone));
    }
    all
}

fn compared(row: &Row, was: Option<&Row>, is: Option<&Row>) -> Compared {
    let parts = row.cells.iter().map(|cell| {
        let (was, is) = (said(was, &cell.language), said(is, &cell.language));
        (cell.language.clone(), parts(&was, &is))
    });
    let parts = parts.collect();
    let row = Row { number: row.number.filter(|_| is.is_some()), ..row.clone() };
    Compared { row, parts }
}

fn said(row: Option<&Row>, language: &Language) -> String {
    let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.language == *language));
    cell.map(|cell| text(&cell.runs)).unwrap_or_default()
}

fn parts(was: &str, is: &str) -> Vec<Part> {
    let differs = TextDiff::from_words(was, is);
    let mut parts: Vec<Part> = Vec::new();
    for change in differs.iter_all_changes() {
        let (tag, text) = (change.tag(), change.value());
        let change = match tag {
            ChangeTag::Equal => Change::None,
            ChangeTag::Insert => Change::Added,
            ChangeTag::Delete => Change::Removed,
        };
        match parts.last_mut().filter(|last| last.change == change) {
            Some(last) => last.text.push_str(text),
            None => parts.push(Part { text: text.to_owned(), change }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::reading::{Kind, Run};
    use super::super::rows::{Cell, Standing};
    use super::*;

    fn row(id: &str, en: &str, ar: &str) -> Row {
        let cell = |language: &str, text: &str, standing| Cell {
            language: language.parse().expect("a language"),
            standing,
            runs: vec![Run { text: text.to_owned(), bracket: None }],
        };
        let cells = vec![cell("en", en, Standing::Original), cell("ar", ar, Standing::Unchecked)];
        Row { id: id.to_owned(), kind: Kind::Numbered, number: Some(1), cells }
    }

    fn told(compared: &[Compared], language: &str) -> Vec<String> {
        let marked = |part: &Part| match part.change {
            Change::None => part.text.clone(),
            Change::Added => format!("+{}+", part.text),
            Change::Removed => format!("-{}-", part.text),
        };
        let of = |one: &Compared| {
            let parts = one.parts.iter().find(|(of, _)| of.as_str() == language).map(|(_, parts)| parts);
            parts.into_iter().flatten().map(marked).collect::<String>()
        };
        compared.iter().map(of).collect()
    }

    #[test]
    fn words_that_differ_are_told_in_each_language_by_itself() {
        let older = [row("a", "States agree on data.", "تتفق الدول على البيانات.")];
        let newer = [row("a", "States agree on better data.", "تتفق الدول على البيانات.")];
        let compared = compare(&older, &newer);
        assert_eq!(told(&compared, "en"), ["States agree on +better +data."]);
        assert_eq!(told(&compared, "ar"), ["تتفق الدول على البيانات."]);
    }

    #[test]
    fn a_paragraph_that_is_gone_stands_where_it_stood_and_has_no_number() {
        let (one, two, three) = (row("a", "One.", "١"), row("b", "Two.", "٢"), row("c", "Three.", "٣"));
        let compared = compare(&[one.clone(), two, three.clone()], &[one, three]);
        assert_eq!(told(&compared, "en"), ["One.", "-Two.-", "Three."]);
        assert_eq!(compared[1].row.number, None);
    }

    #[test]
    fn a_paragraph_that_moved_is_told_once() {
        let (one, two) = (row("a", "One.", "١"), row("b", "Two.", "٢"));
        let compared = compare(&[one.clone(), two.clone()], &[two, one]);
        assert_eq!(told(&compared, "en"), ["Two.", "One."]);
    }
}
