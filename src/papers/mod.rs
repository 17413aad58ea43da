//! What is in a file that was handed in as a document: of which kind it is, as its bytes say, and its text. Whatever it holds, no
//! more is unpacked of it than may be.

mod docx;
mod pdf;
mod plain;
mod scanner;

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};

pub use pdf::apart::{COMMAND as READ_PDF, run as read_pdf};
pub use scanner::{NotClean, Scanner};

use crate::terms::file::FileKind;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 32 << 20;
/// Most that is unpacked of a file to read its text, in bytes.
pub const TEXT_BYTES_MAX: u64 = 16 << 20;

/// Of so many letters of a text at most one may be unknown.
const UNKNOWN_ONE_IN: usize = 20;

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its kind.
    pub kind: FileKind,
    /// Its text, a line for each paragraph; none where it is not read here.
    pub text: Option<String>,
}

impl Paper {
    /// How many words it has, where its text is known.
    pub fn words(&self) -> Option<u32> {
        let words = self.text.as_ref()?.split_whitespace().count();
        Some(u32::try_from(words).unwrap_or(u32::MAX))
    }
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotPaper {
    /// It is of no kind that is taken.
    #[error("is neither PDF nor DOCX nor plain text in UTF-8")]
    OtherKind,
    /// It is encrypted or damaged.
    #[error("is damaged, or locked with a password")]
    Damaged,
    /// It unpacks to more than may be.
    #[error("unpacks to more than {} MiB of text, or to too many parts", TEXT_BYTES_MAX >> 20)]
    TooMuch,
    /// It could not be read.
    #[error("could not be read: {0}")]
    Unread(#[from] io::Error),
}

/// Looks at a file from its beginning, and gives it back. What can be read of a PDF is read in a process of its own; one of which
/// nothing can be read is taken all the same, for people read it.
///
/// # Errors
/// Why it is not taken.
pub async fn read(mut file: File) -> Result<(Paper, File), NotPaper> {
    let looked = tokio::task::spawn_blocking(move || look(&mut file).map(|paper| (paper, file)));
    let (paper, file) = looked.await.map_err(io::Error::other)??;
    if paper.kind != FileKind::Pdf {
        return Ok((paper, file));
    }
    match pdf::apart::text(file.try_clone()?).await {
        Ok(text) => Ok((Paper { text: told(text), ..paper }, file)),
        Err(fault @ NotPaper::Unread(_)) => Err(fault),
        Err(fault) => {
            tracing::warn!(%fault, "a PDF that was given is kept, and its text is not known: it");
            Ok((paper, file))
        }
    }
}

/// A text, where it is one: scans have none, and some files do not say which letters their glyphs are.
fn told(text: String) -> Option<String> {
    let letters = text.chars().filter(|char| char.is_alphanumeric()).count();
    let unknown = text.chars().filter(|char| *char == char::REPLACEMENT_CHARACTER).count();
    (letters > unknown * UNKNOWN_ONE_IN).then_some(text)
}

/// Looks at a file from its beginning.
///
/// # Errors
/// Why it is not taken.
pub fn look(file: &mut File) -> Result<Paper, NotPaper> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    file.take(8).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    if head.starts_with(b"%PDF-") {
        return Ok(Paper { kind: FileKind::Pdf, text: None });
    }
    if head.starts_with(b"PK\x03\x04") {
        return Ok(Paper { kind: FileKind::Docx, text: Some(docx::text(file)?) });
    }
    Ok(Paper { kind: FileKind::Text, text: Some(plain::text(file)?) })
}

#[cfg(test)]
mod tests;
