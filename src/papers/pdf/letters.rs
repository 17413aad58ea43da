//! What glyphs mean, in ordinary letters.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use unicode_normalization::UnicodeNormalization;

/// What a glyph means; U+FFFD where the file does not say.
pub(super) fn meaning(glyph: &Glyph<'_>) -> String {
    let text = match glyph.as_unicode() {
        Some(BfString::Char(char)) => char.to_string(),
        Some(BfString::String(text)) => text,
        None => '\u{fffd}'.to_string(),
    };
    plain(&text)
}

/// Text in ordinary letters: a form of a letter, as fonts have them for its places in a word, is the letter.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\0' => plain.push('\u{fffd}'),
            // Signs that stand alone are written on a space or a stroke there. Here they go to their letter.
            '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}' | '\u{fe70}'..='\u{fe7f}' => {
                plain.extend(char.nfkc().filter(|char| !matches!(char, ' ' | '\u{640}')));
            }
            '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe80}'..='\u{feff}' => {
                plain.extend(char.nfkc())
            }
            // Marks of direction belong to logical text that has not been painted yet.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            char if char.is_whitespace() => plain.push(' '),
            char if char.is_control() => {}
            char => plain.push(char),
        }
    }
    plain
}

/// What a string of the file says that glyphs mean, in ordinary letters.
pub(super) fn marked(bytes: &[u8]) -> String {
    plain(&decoded(bytes))
}

/// The text of a PDF string: UTF-16 or UTF-8 by its mark, else Latin.
fn decoded(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units =
            units.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|char| char.unwrap_or('\u{fffd}')).collect();
    }
    match bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => bytes.iter().copied().map(char::from).collect(),
    }
}
