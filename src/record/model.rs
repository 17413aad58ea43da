//! What a document of the record is made of, whichever format it is written in: headings, numbered paragraphs, runs that know
//! their language and direction, tables, and who made which speech.

use std::fmt::Display;

use serde::Serialize;

use super::runs::Run;
use crate::draft::rows::numeral;
use crate::terms::ids::{DelegationId, PersonId};
use crate::words::Locale;

/// A document, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// The language that it is written in.
    pub locale: Locale,
    /// The conference it is of, as its id; with the session's where it is of one.
    pub of: String,
    /// Its title.
    pub title: Vec<Run>,
    /// Lines between the title and the text: the conference, the session, what it is and what it is not.
    pub head: Vec<Vec<Run>>,
    /// When what it tells of began, as a date for programs.
    pub date: String,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// People and delegations that its speeches name.
    pub voices: Voices,
}

/// What a document is. Its name is that of its files.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// What happened in a session, paragraph by paragraph, with the texts of its statements.
    Log,
    /// Who spoke in a session, and for how long.
    Speakers,
    /// Who attended a session, and when.
    Attendance,
    /// What was written in the session's chat.
    Chat,
    /// The report of the conference.
    Report,
    /// Its participants, by category.
    Participants,
    /// Its key messages.
    KeyMessages,
    /// Its outcome document.
    Outcome,
}

impl Kind {
    /// Its name in files and addresses.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether there is one for each session, rather than one for the conference.
    pub fn is_of_session(self) -> bool {
        match self {
            Self::Log | Self::Speakers | Self::Attendance | Self::Chat => true,
            Self::Report | Self::Participants | Self::KeyMessages | Self::Outcome => false,
        }
    }
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Table),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its level: 1 to 3, the document's title not counted.
    pub level: u8,
    /// Its words.
    pub runs: Vec<Run>,
    /// Whether it begins a page, as an annex does.
    pub begins_page: bool,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    /// As running text.
    Text,
    /// As a part of the numbered paragraph before it, set in from it.
    Subparagraph,
    /// As a remark about the text.
    Note,
    /// As the text of a statement, in the words of whoever made it.
    Statement,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number; none where it has none. Numbers rise by one through a document.
    pub number: Option<u32>,
    /// When what it tells of happened; none where it tells of no moment.
    pub at: Option<At>,
    /// Its words.
    pub runs: Vec<Run>,
    /// How it is set.
    pub set: Set,
    /// Who said what it tells of, if that is a speech.
    pub speech: Option<Speech>,
}

/// A moment, for readers and for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At {
    /// In words, as records write hours.
    pub words: String,
    /// With the host's distance from UTC: `2021-02-24T10:45:03+02:00`.
    pub data: String,
}

/// A speech that a paragraph tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Speech {
    /// Who spoke, where known.
    pub person: Option<PersonId>,
    /// For which delegation, if for one.
    pub delegation: Option<DelegationId>,
    /// When it ended, as data; none where it has not.
    pub ended: Option<String>,
    /// Language spoken; none where it is not known.
    pub language: Option<String>,
}

/// The names of those who speak in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voices {
    /// People, with their names, in the order in which they are first heard.
    pub people: Vec<(PersonId, String)>,
    /// Delegations, likewise.
    pub delegations: Vec<(DelegationId, String)>,
}

/// A table. All its rows have a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: Vec<Run>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs, the same in all languages.
    pub key: &'static str,
    /// Its head.
    pub title: String,
    /// Its share of the width on paper; 0 where it is for programs alone.
    pub width: u8,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What readers see.
    pub runs: Vec<Run>,
    /// What programs read, where that is another.
    pub data: Option<String>,
}

impl Document {
    /// The numbered paragraphs.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &Paragraph)> {
        self.paragraphs().filter_map(|paragraph| Some((paragraph.number?, paragraph)))
    }

    /// All paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(&**paragraph),
            Block::Heading(_) | Block::Table(_) => None,
        })
    }

    /// The tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Heading(_) | Block::Paragraph(_) => None,
        })
    }

    /// Whether the heading right above a table says already what it shows.
    pub fn is_headed(&self, at: usize) -> bool {
        let above = at.checked_sub(1).and_then(|above| self.blocks.get(above));
        match (above, self.blocks.get(at)) {
            (Some(Block::Heading(heading)), Some(Block::Table(table))) => heading.runs == table.caption,
            _other => false,
        }
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, runs: Vec<Run>) {
        self.blocks.push(Block::Heading(Heading { level, runs, begins_page: false }));
    }

    /// Adds a heading that begins a page.
    pub fn annex(&mut self, runs: Vec<Run>) {
        self.blocks.push(Block::Heading(Heading { level: 1, runs, begins_page: true }));
    }

    /// A number as it stands before its paragraph.
    pub fn sign(&self, number: impl Display) -> String {
        numeral(self.locale == Locale::Ar, number)
    }

    /// Adds a paragraph without a number.
    pub fn line(&mut self, set: Set, runs: Vec<Run>) {
        self.push(Paragraph { number: None, at: None, runs, set, speech: None });
    }

    /// Adds a paragraph under the next number.
    pub fn say(&mut self, runs: Vec<Run>) {
        let number = self.numbered().last().map_or(1, |(number, _)| number + 1);
        self.push(Paragraph { number: Some(number), at: None, runs, set: Set::Text, speech: None });
    }

    /// Adds a paragraph.
    pub fn push(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Adds a table, unless it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

impl Column {
    /// A column; `width` is its share on paper, 0 where it is for programs alone.
    pub fn new(locale: Locale, key: &'static str, message: &str, width: u8) -> Self {
        Self { key, title: locale.t(message), width }
    }

    /// Whether it stands on paper.
    pub fn is_shown(&self) -> bool {
        self.width > 0
    }
}

impl Cell {
    /// A cell that readers and programs read alike.
    pub fn of(runs: Vec<Run>) -> Self {
        Self { runs, data: None }
    }

    /// A cell with words for readers and a value for programs.
    pub fn with(runs: Vec<Run>, data: impl Into<String>) -> Self {
        Self { runs, data: Some(data.into()) }
    }

    /// A cell for programs alone.
    pub fn data(data: impl Into<String>) -> Self {
        Self { runs: Vec::new(), data: Some(data.into()) }
    }

    /// What programs read.
    pub fn value(&self) -> String {
        self.data.clone().unwrap_or_else(|| super::runs::plain(&self.runs))
    }
}

impl Voices {
    /// Notes who spoke, once.
    pub fn person(&mut self, id: &PersonId, name: &str) {
        if !self.people.iter().any(|(known, _)| known == id) {
            self.people.push((id.clone(), name.to_owned()));
        }
    }

    /// Notes for whom was spoken, once.
    pub fn delegation(&mut self, id: &DelegationId, name: &str) {
        if !self.delegations.iter().any(|(known, _)| known == id) {
            self.delegations.push((id.clone(), name.to_owned()));
        }
    }
}
