//! Texts of statements as they are seen.
//!
//! Seen: `text` by `booths` until its statement was heard or filed in writing, by `everyone` from then on.

use serde::{Deserialize, Serialize};

use super::{Mark, Text, is_delivered};
use crate::meeting::Meeting;
use crate::meeting::statements::prepares;
use crate::terms::file::FileKind;
use crate::terms::ids::{Language, Millis, Moment, RequestId};
use crate::terms::people::Person;

/// Text of a statement. The id is that of the request and the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TextView {
    /// The request and the language.
    pub id: String,
    /// Of which request.
    pub request: RequestId,
    /// Its language.
    pub language: Language,
    /// The text; empty where it is in the file alone.
    pub text: String,
    /// What interpreters are to follow.
    pub mark: Mark,
    /// Whether this is the official one of several languages.
    pub official: bool,
    /// How long it takes to read out at the pace that interpreters can follow, 120 words a minute; null where its words are
    /// not known.
    pub reading_ms: Option<Millis>,
    /// The file that it came in; null where it came in none.
    pub file: Option<TextFileView>,
    /// When it was received.
    pub at_ms: Moment,
}

/// The file of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TextFileView {
    /// What it was called where it came from.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// How many bytes it has.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
}

impl TextFileView {
    fn of(text: &Text) -> Option<Self> {
        let file = text.file.as_ref()?;
        Some(Self { name: file.name.clone(), kind: file.kind, bytes: file.bytes })
    }
}

/// That a text of one's own delegation was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReceiptView {
    /// Its language.
    pub language: Language,
    /// What interpreters are to follow.
    pub mark: Mark,
    /// Whether it is the official one of several languages.
    pub official: bool,
    /// How long it takes to read out at the pace that interpreters can follow, 120 words a minute; null where its words are
    /// not known.
    pub reading_ms: Option<Millis>,
    /// The file that it came in; null where it came in none.
    pub file: Option<TextFileView>,
    /// When it was received.
    pub at_ms: Moment,
}

/// The id of a text on the wire.
pub(in crate::meeting) fn text_id(request: &RequestId, language: &Language) -> String {
    format!("{request}-{language}")
}

pub(in crate::meeting) fn text(
    meeting: &Meeting,
    request: &RequestId,
    language: &Language,
) -> Option<TextView> {
    let (at_ms, text) = meeting.texts.text(request, language)?;
    Some(TextView {
        id: text_id(request, language),
        request: request.clone(),
        language: language.clone(),
        text: text.text.clone(),
        mark: text.mark,
        official: text.official,
        reading_ms: text.reading_ms(),
        file: TextFileView::of(text),
        at_ms: *at_ms,
    })
}

/// A text, for those who may read it: all once the statement was heard or filed in writing; before, who may speak for the
/// delegation, and all who see the text.
pub fn readable<'a>(
    meeting: &'a Meeting,
    person: &Person,
    request: &RequestId,
    language: &Language,
) -> Option<&'a Text> {
    let entry = meeting.speakers.request(request)?;
    let may = is_delivered(entry) || prepares(entry, person);
    let (_, text) = meeting.texts.text(request, language).filter(|_| may)?;
    Some(text)
}

/// The texts that were received of a request; none where none was.
pub(in crate::meeting) fn receipts(meeting: &Meeting, request: &RequestId) -> Option<Vec<ReceiptView>> {
    let receipts = meeting.texts.of(request).iter().map(|(at_ms, text)| ReceiptView {
        language: text.language.clone(),
        mark: text.mark,
        official: text.official,
        reading_ms: text.reading_ms(),
        file: TextFileView::of(text),
        at_ms: *at_ms,
    });
    let receipts: Vec<ReceiptView> = receipts.collect();
    (!receipts.is_empty()).then_some(receipts)
}
