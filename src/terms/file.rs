//! Files that are kept beside the log: documents, and statements as they were written.

use serde::{Deserialize, Serialize};

use super::ids::{ClipId, Moment, PersonId};

/// What kind of file it is, as its bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML, a text.
    Docx,
    /// Plain text in UTF-8.
    Text,
}

/// A file that somebody gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct File {
    /// What it holds, by its SHA-256.
    pub content: ClipId,
    /// What it was called where it came from; one line, at most 200 characters.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// How many bytes it has.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// How many words, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub words: Option<u32>,
    /// Who gave it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
}
