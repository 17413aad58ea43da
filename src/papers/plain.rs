//! Plain text: UTF-8, with or without a byte order mark, and nothing in it that no text has.

use std::fs::File;
use std::io::Read as _;

use super::{NotPaper, TEXT_BYTES_MAX};

/// The text.
///
/// # Errors
/// If it is none.
pub(super) fn text(file: &mut File) -> Result<String, NotPaper> {
    let mut bytes = Vec::new();
    file.take(TEXT_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > TEXT_BYTES_MAX {
        return Err(NotPaper::TooMuch);
    }
    let text = String::from_utf8(bytes).map_err(|_| NotPaper::OtherKind)?;
    let is_of_texts = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if text.trim().is_empty() || !text.chars().all(is_of_texts) {
        return Err(NotPaper::OtherKind);
    }
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
