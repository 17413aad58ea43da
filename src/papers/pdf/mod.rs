//! The text of a PDF file, in the order in which it is read.
//!
//! A PDF holds glyphs at places, not text: Arabic lies in it as it is painted, from left to right, and often without
//! spaces. So the places of all glyphs of a page are taken first, and lines are made of them ([`lines`]), whose order
//! is then turned from painted to spoken ([`order`]).

pub(super) mod apart;
mod glyphs;
mod letters;
mod lines;
mod order;
mod signs;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use unicode_normalization::UnicodeNormalization;

use super::{NotPaper, TEXT_BYTES_MAX};

/// Pages beyond which a file is not read.
const PAGES_MAX: usize = 5_000;

/// The text of a PDF: pages in their order with a blank line between them, a line for each line of a page, in
/// logical order and normal form C. What lies on one line far apart, as the cells of a table, has lines of its own.
/// A glyph of which the file does not say what it means is U+FFFD. Empty if the pages are pictures without text.
///
/// # Errors
/// If it is no PDF, damaged, encrypted with a password, or too large.
pub fn text(bytes: Vec<u8>) -> Result<String, NotPaper> {
    text_within(bytes, TEXT_BYTES_MAX as usize)
}

fn text_within(bytes: Vec<u8>, bytes_max: usize) -> Result<String, NotPaper> {
    let pdf = Pdf::new(bytes).map_err(|_| NotPaper::Damaged)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(NotPaper::Damaged);
    }
    if pages.len() > PAGES_MAX {
        return Err(NotPaper::TooMuch);
    }
    let cache = InterpreterCache::new();
    let mut text = String::new();
    for page in pages.iter() {
        let upright = page.initial_transform(true).to_kurbo();
        // The area matters to who paints. A name is read where it lies.
        let area = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(upright, area, &cache, pdf.xref(), settings);
        let mut glyphs = glyphs::Glyphs::new(bytes_max.saturating_sub(text.len()));
        interpret_page(page, &mut context, &mut glyphs);
        let lines = lines::of(glyphs.finish().ok_or(NotPaper::TooMuch)?);
        if !text.is_empty() && !lines.is_empty() {
            text.push('\n');
        }
        text.extend(lines.nfc());
        if text.len() > bytes_max {
            return Err(NotPaper::TooMuch);
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
