//! What a draft says, read from its updates: paragraphs of each language, each with the runs of its text.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use yrs::types::text::YChange;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, OffsetKind, Options, Out, ReadTxn as _, StateVector, Text as _, Transact as _, Xml as _,
    XmlElementRef, XmlFragment as _, XmlOut,
};

use crate::terms::ids::Language;
use crate::terms::limits;

/// The name of the attribute of a bracketed text.
const BRACKET: &str = "bracket";

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, strum::EnumString)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "ParagraphKind"), schemars(rename = "ParagraphKind"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// The title of the document.
    Title,
    /// A heading.
    Heading,
    /// A paragraph without a number, as those at the beginning are.
    Plain,
    /// A paragraph with a number.
    Numbered,
    /// A subparagraph, with a letter.
    Sub,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Where it is disputed, who has asked for the brackets around it; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bracket: Option<String>,
}

/// A paragraph in one language.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Paragraph {
    /// What ties it to the same paragraph in the other languages; empty while it is not known.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The mark of the original's text that a translation was last found to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Its text.
    pub runs: Vec<Run>,
}

impl Paragraph {
    /// Its text with brackets.
    pub fn text(&self) -> String {
        text(&self.runs)
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// The text of runs, with brackets around what is disputed.
pub fn text(runs: &[Run]) -> String {
    let bracketed = runs.iter().map(|run| match &run.bracket {
        Some(_) => format!("[{}]", run.text),
        None => run.text.clone(),
    });
    bracketed.collect()
}

/// A language of a draft, paragraph by paragraph.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Column {
    /// Which language.
    pub language: Language,
    /// Its paragraphs in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A document of Yjs that counts as browsers do.
fn document() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

/// Puts updates together as one; none where the library fails.
pub(super) fn together<'a>(updates: impl Iterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    guarded(|| {
        let doc = applied(updates)?;
        let update = doc.transact().encode_state_as_update_v1(&StateVector::default());
        Some(update)
    })
}

/// Reads what updates come to, in these languages; none where the library fails. At most 2,000 paragraphs of a language.
pub fn read<'a>(updates: impl Iterator<Item = &'a [u8]>, languages: &[Language]) -> Option<Vec<Column>> {
    guarded(|| {
        let doc = applied(updates)?;
        let column = |language: &Language| Column {
            language: language.clone(),
            paragraphs: paragraphs(&doc, language),
        };
        Some(languages.iter().map(column).collect())
    })
}

/// Updates are from outside, and a bug that they meet in the library ends this reading alone.
fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

fn applied<'a>(updates: impl Iterator<Item = &'a [u8]>) -> Option<Doc> {
    let doc = document();
    {
        let mut writing = doc.transact_mut();
        for update in updates {
            let update = yrs::Update::decode_v1(update).ok()?;
            writing.apply_update(update).ok()?;
        }
    }
    Some(doc)
}

fn paragraphs(doc: &Doc, language: &Language) -> Vec<Paragraph> {
    let fragment = doc.get_or_insert_xml_fragment(Arc::<str>::from(language.as_str()));
    let reading = doc.transact();
    let children = fragment.children(&reading).take(limits::DRAFT_PARAGRAPHS_MAX as usize);
    let elements = children.filter_map(|child| match child {
        XmlOut::Element(element) => Some(element),
        XmlOut::Fragment(_) | XmlOut::Text(_) => None,
    });
    elements.map(|element| paragraph(&reading, &element)).collect()
}

fn paragraph(reading: &yrs::Transaction<'_>, element: &XmlElementRef) -> Paragraph {
    let attribute = |name: &str| {
        let Some(Out::Any(Any::String(text))) = element.get_attribute(reading, name) else { return None };
        Some(text.to_string())
    };
    let kind = attribute("kind").and_then(|kind| kind.parse().ok());
    let mut runs: Vec<Run> = Vec::new();
    for child in element.children(reading) {
        let XmlOut::Text(text) = child else { continue };
        for part in text.diff(reading, YChange::identity) {
            let Out::Any(Any::String(said)) = part.insert else { continue };
            let bracket =
                part.attributes.as_ref().and_then(|attributes| attributes.get(BRACKET)).and_then(asked_by);
            match runs.last_mut().filter(|last| last.bracket == bracket) {
                Some(last) => last.text.push_str(&said),
                None => runs.push(Run { text: said.to_string(), bracket }),
            }
        }
    }
    Paragraph {
        id: attribute("id").unwrap_or_default(),
        kind: kind.unwrap_or(Kind::Plain),
        of: attribute("of"),
        runs,
    }
}

/// Who has asked for brackets, as the editor says it.
fn asked_by(value: &Any) -> Option<String> {
    if matches!(value, Any::Null | Any::Undefined) {
        return None;
    }
    let Any::Map(attributes) = value else { return Some(String::new()) };
    let Some(Any::String(by)) = attributes.get("by") else { return Some(String::new()) };
    Some(by.to_string())
}
