//! Texts of statements as they are seen.
//!
//! Seen: `text` by `booths` until its statement was heard or filed in writing, by `everyone` from then on.

use serde::{Deserialize, Serialize};

use super::Mark;
use crate::meeting::Meeting;
use crate::terms::ids::{Language, Millis, Moment, RequestId};

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
    /// The text.
    pub text: String,
    /// What interpreters are to follow.
    pub mark: Mark,
    /// Whether this is the official one of several languages.
    pub official: bool,
    /// How long it takes to read out at the pace that interpreters can follow, 120 words a minute.
    pub reading_ms: Millis,
    /// When it was received.
    pub at_ms: Moment,
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
    /// How long it takes to read out at the pace that interpreters can follow, 120 words a minute.
    pub reading_ms: Millis,
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
        at_ms: *at_ms,
    })
}

/// The texts that were received of a request; none where none was.
pub(in crate::meeting) fn receipts(meeting: &Meeting, request: &RequestId) -> Option<Vec<ReceiptView>> {
    let receipts = meeting.texts.of(request).iter().map(|(at_ms, text)| ReceiptView {
        language: text.language.clone(),
        mark: text.mark,
        official: text.official,
        reading_ms: text.reading_ms(),
        at_ms: *at_ms,
    });
    let receipts: Vec<ReceiptView> = receipts.collect();
    (!receipts.is_empty()).then_some(receipts)
}
