//! The languages of a draft side by side: tied paragraph by paragraph, numbered as the house numbers, and how each translation
//! stands to its original.
//!
//! The editor draws the same rows while one types (`web/src/outcome/rows.ts`); `tests/fixtures/outcome.json` holds the two equal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::reading::{Column, Kind, Paragraph, Run};
use crate::terms::ids::Language;

/// How a paragraph of a language stands to the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "ParagraphStanding"), schemars(rename = "ParagraphStanding"))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is the original.
    Original,
    /// It says what the original says, as whoever wrote it has found.
    Matches,
    /// The original was changed since.
    Older,
    /// Nobody has said yet that it says what the original says.
    Unchecked,
    /// It is not there, or says nothing.
    Missing,
    /// It is tied to no paragraph of the original.
    Untied,
}

/// A paragraph of a row in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Which language.
    pub language: Language,
    /// How it stands.
    pub standing: Standing,
    /// Its text; empty where it is missing.
    pub runs: Vec<Run>,
}

/// The same paragraph in all languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What ties them.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its number from 1: of a numbered paragraph among all such, of a subparagraph among those of its paragraph.
    pub number: Option<u32>,
    /// In each language, in their order.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether it stands in the original, and not in a translation alone.
    pub fn is_of_original(&self) -> bool {
        self.cells.iter().any(|cell| cell.standing == Standing::Original)
    }
}

/// The rows of a version, as it is kept: the columns of its text, in JSON.
///
/// # Errors
/// If it is none.
pub fn kept_rows(kept: &[u8], original: &Language) -> Result<Vec<Row>, serde_json::Error> {
    let columns: Vec<Column> = serde_json::from_slice(kept)?;
    Ok(rows(&columns, original))
}

/// The rows of a draft. A paragraph of a translation that is tied to none of the original has a row of its own, after that of
/// the paragraph that stands before it in its language.
pub fn rows(columns: &[Column], original: &Language) -> Vec<Row> {
    let tied: Vec<(&Column, Tied<'_>)> = columns.iter().map(|column| (column, Tied::of(column))).collect();
    let is_original = |column: &Column| column.language == *original;
    let Some((leads, leading)) = tied.iter().find(|(column, _)| is_original(column)) else {
        return Vec::new();
    };
    let known: BTreeSet<&str> = leads.paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
    let mut rows = Vec::new();
    let mut loose: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for (column, own) in tied.iter().filter(|(column, _)| !is_original(column)) {
        let mut after = "";
        for (at, paragraph) in column.paragraphs.iter().enumerate() {
            let is_tied = !paragraph.id.is_empty() && known.contains(paragraph.id.as_str());
            let first = own.is_first(at, paragraph);
            if is_tied && first {
                after = &paragraph.id;
            } else if !paragraph.is_blank() {
                loose.entry(after).or_default().push(alone(columns, column, paragraph));
            }
        }
    }
    rows.extend(loose.remove("").unwrap_or_default());
    for (at, paragraph) in leads.paragraphs.iter().enumerate() {
        let first = leading.is_first(at, paragraph);
        let cells = tied.iter().map(|(column, tied)| {
            if is_original(column) {
                return cell(column, Some(paragraph), Standing::Original);
            }
            let here = tied.find(&paragraph.id).filter(|_| first);
            cell(column, here, standing(paragraph, here))
        });
        rows.push(Row {
            id: paragraph.id.clone(),
            kind: paragraph.kind,
            number: None,
            cells: cells.collect(),
        });
        if first {
            rows.extend(loose.remove(paragraph.id.as_str()).unwrap_or_default());
        }
    }
    number(&mut rows);
    rows
}

/// The paragraphs of a column by what ties them; of two with the same tie, the first has it.
struct Tied<'a> {
    by_id: BTreeMap<&'a str, (usize, &'a Paragraph)>,
}

impl<'a> Tied<'a> {
    fn of(column: &'a Column) -> Self {
        let mut by_id = BTreeMap::new();
        for (at, paragraph) in column.paragraphs.iter().enumerate().filter(|(_, one)| !one.id.is_empty()) {
            by_id.entry(paragraph.id.as_str()).or_insert((at, paragraph));
        }
        Self { by_id }
    }

    fn find(&self, id: &str) -> Option<&'a Paragraph> {
        self.by_id.get(id).map(|(_, paragraph)| *paragraph)
    }

    fn is_first(&self, at: usize, paragraph: &Paragraph) -> bool {
        self.by_id.get(paragraph.id.as_str()).is_some_and(|(first, _)| *first == at)
    }
}

fn alone(columns: &[Column], of: &Column, paragraph: &Paragraph) -> Row {
    let cells = columns.iter().map(|column| {
        if column.language == of.language {
            cell(column, Some(paragraph), Standing::Untied)
        } else {
            cell(column, None, Standing::Missing)
        }
    });
    Row { id: paragraph.id.clone(), kind: paragraph.kind, number: None, cells: cells.collect() }
}

fn cell(column: &Column, paragraph: Option<&Paragraph>, standing: Standing) -> Cell {
    let runs = paragraph.map(|paragraph| paragraph.runs.clone()).unwrap_or_default();
    Cell { language: column.language.clone(), standing, runs }
}

fn standing(original: &Paragraph, here: Option<&Paragraph>) -> Standing {
    match here.filter(|here| !here.is_blank() || original.is_blank()) {
        None => Standing::Missing,
        Some(here) => match &here.of {
            None => Standing::Unchecked,
            Some(of) if *of == mark(&original.text()) => Standing::Matches,
            Some(_) => Standing::Older,
        },
    }
}

/// Numbers of the rows that have an original: those of a translation alone stand in no count.
fn number(rows: &mut [Row]) {
    let (mut paragraphs, mut subparagraphs) = (0, 0);
    for row in rows {
        let of_original = row.is_of_original();
        match row.kind {
            Kind::Numbered if of_original => {
                (paragraphs, subparagraphs) = (paragraphs + 1, 0);
                row.number = Some(paragraphs);
            }
            Kind::Sub if of_original => {
                subparagraphs += 1;
                row.number = Some(subparagraphs);
            }
            Kind::Title | Kind::Heading | Kind::Plain | Kind::Numbered | Kind::Sub => {}
        }
    }
}

/// Letters of subparagraphs: the Latin ones, and the Arabic in the order of numbers (abjad), as documents of the United Nations have
/// them; twice where there are more.
pub fn letter(arabic: bool, number: u32) -> String {
    const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
    const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    let letters: Vec<char> = if arabic { ABJAD } else { LATIN }.chars().collect();
    let place = number.saturating_sub(1) as usize;
    let letter = letters.get(place % letters.len()).copied().unwrap_or_default();
    std::iter::repeat_n(letter, place / letters.len() + 1).collect()
}

/// The number of a paragraph as it stands before it: Arabic documents of the United Nations have a dash behind it.
pub fn numeral(arabic: bool, number: impl Display) -> String {
    format!("{number}{}", if arabic { '-' } else { '.' })
}

/// The number of a row as its language shows it; empty where it has none.
pub fn sign(language: &Language, row: &Row) -> String {
    let arabic = language.as_str() == "ar";
    match (row.number, row.kind) {
        (None, _) => String::new(),
        (Some(number), Kind::Sub) => format!("({})", letter(arabic, number)),
        (Some(number), _) => numeral(arabic, number),
    }
}

/// The mark of a text: 16 hexadecimal digits that are others where the text is another. Two sums of 32 bits over its UTF-16 code
/// units, for browsers reckon with such: the first as Fowler, Noll and Vo have it (FNV-1a), the second alike with other numbers.
pub fn mark(text: &str) -> String {
    let (mut one, mut other) = (0x811c_9dc5_u32, 0x9747_b28c_u32);
    for unit in text.encode_utf16() {
        one = (one ^ u32::from(unit)).wrapping_mul(0x0100_0193);
        other = (other ^ u32::from(unit)).wrapping_mul(0x85eb_ca6b);
    }
    format!("{one:08x}{other:08x}")
}
