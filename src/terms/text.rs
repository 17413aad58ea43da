//! Texts as people give them, over the wire and in the conference file: one reader for both.
//!
//! What is read shows something, or is empty; it breaks lines only where it may, and turns the direction of nothing that
//! stands beside it. Characters without a shape that a script needs are kept: joiners (U+200C, U+200D), marks of direction
//! (U+200E, U+200F, U+061C), isolates that are closed (U+2066 to U+2069, UAX #9), and spaces of no width between words.

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

/// What a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line, as on a name plate or in a list: a name, a title, "on behalf of".
    Line,
    /// As many lines as its writer likes.
    Lines,
}

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It has so many characters, more than it may.
    TooLong(usize),
    /// It breaks the line, and may not.
    BreaksLine,
    /// This character turns the direction of the text, and nothing in the line ends that.
    Turns(char),
}

/// Reads a text: trimmed, without control characters; a tab is a space, and every break of a line the same one. Empty where
/// nothing of it shows. In a text of several lines a line loses the characters that turn its direction where they are not
/// closed on it.
///
/// # Errors
/// The [`Flaw`] for which it is not taken. Its length counts as it was given.
pub fn read(kind: Kind, text: &str, chars_max: usize) -> Result<String, Flaw> {
    let count = text.chars().count();
    if count > chars_max {
        return Err(Flaw::TooLong(count));
    }
    let clean: String = text.replace("\r\n", "\n").chars().map(spaced).filter(is_kept).collect();
    if !shows(&clean) {
        return Ok(String::new());
    }
    match kind {
        Kind::Line => {
            let line = clean.trim();
            if line.contains('\n') {
                return Err(Flaw::BreaksLine);
            }
            match line.chars().find(|c| is_embedding(*c)).or_else(|| unclosed(line)) {
                Some(turns) => Err(Flaw::Turns(turns)),
                None => Ok(line.to_owned()),
            }
        }
        Kind::Lines => {
            let lines: Vec<String> = clean.split('\n').map(straight).collect();
            Ok(lines.join("\n").trim().to_owned())
        }
    }
}

/// What of a text shows: two that are alike in it look alike.
pub fn shown(text: &str) -> String {
    text.chars().filter(|c| c.is_whitespace() || !is_nothing(*c)).collect()
}

fn shows(text: &str) -> bool {
    !text.chars().all(is_nothing)
}

/// Whether a character leaves no trace where nothing else stands.
fn is_nothing(c: char) -> bool {
    /// Blank by their shape, and annotation marks; the rest of what is not seen has properties that say so.
    const BLANK: [char; 7] =
        ['\u{2800}', '\u{FFF9}', '\u{FFFA}', '\u{FFFB}', '\u{1D159}', '\u{13441}', '\u{13442}'];
    c.is_whitespace()
        || c.is_control()
        || BLANK.contains(&c)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

fn spaced(c: char) -> char {
    match c {
        '\t' => ' ',
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        other => other,
    }
}

/// Of the byte order mark nothing is kept either: it comes with files, and no script needs it.
fn is_kept(c: &char) -> bool {
    *c == '\n' || (!c.is_control() && *c != '\u{FEFF}')
}

/// Embeddings and overrides, which reach beyond what they stand around (UAX #9 discourages them).
fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

fn turns(c: char) -> bool {
    is_embedding(c) || matches!(c, '\u{2066}'..='\u{2069}')
}

/// The first character that turns the direction of a line and is not closed on it, or closes what was not begun.
fn unclosed(line: &str) -> Option<char> {
    let mut open = Vec::new();
    for c in line.chars().filter(|c| turns(*c)) {
        let closes = match c {
            '\u{202C}' => open.pop_if(|begun| is_embedding(*begun)),
            '\u{2069}' => {
                while open.pop_if(|begun| is_embedding(*begun)).is_some() {}
                open.pop()
            }
            begins => {
                open.push(begins);
                continue;
            }
        };
        if closes.is_none() {
            return Some(c);
        }
    }
    open.first().copied()
}

/// A line as it is, if it closes what it begins; else without all that turns its direction.
fn straight(line: &str) -> String {
    match unclosed(line) {
        Some(_) => line.chars().filter(|c| !turns(*c)).collect(),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Result<String, Flaw> {
        read(Kind::Line, text, 200)
    }

    fn lines(text: &str) -> String {
        read(Kind::Lines, text, 200).expect("it is taken")
    }

    #[test]
    fn what_shows_nothing_is_empty() {
        let nothings = [
            "",
            " ",
            "\u{A0}",
            "\t\n",
            "\u{200B}",
            "\u{2060}\u{200D}",
            "\u{FEFF}",
            "\u{AD}",
            "\u{3164}",
            "\u{FFA0}",
            "\u{115F}\u{1160}",
            "\u{2800}",
            "\u{180E}",
            "\u{E0001}\u{E0041}",
            "\u{FE0F}",
            "\u{34F}",
            "\u{200E}\u{200F}",
            "\u{202E}",
            "\u{2066}\u{2069}",
            "\u{FFF9}\u{FFFB}",
            "\u{0}\u{7}",
            "\u{17B4}",
            "\u{1D159}",
            "\u{2800} \u{3164}",
        ];
        for nothing in nothings {
            assert_eq!(line(nothing), Ok(String::new()), "{}", nothing.escape_unicode());
            assert_eq!(lines(nothing), "", "{}", nothing.escape_unicode());
        }
    }

    #[test]
    fn names_of_every_script_are_kept_as_they_are() {
        // Persian and Hindi with joiners, Arabic with a mark of direction, Khmer with a space of no width, a family and a flag.
        let names = [
            "محمد\u{200C}علی",
            "क\u{94D}\u{200D}ष",
            "القاهرة (\u{200F}NGO\u{200E})",
            "\u{2068}Lebanon\u{2069}: \u{2067}لبنان\u{2069}",
            "ភ្នំ\u{200B}ពេញ",
            "👩\u{200D}👩\u{200D}👧",
            "Müller-Łuczak ˈ",
        ];
        for name in names {
            assert_eq!(line(name), Ok(name.to_owned()));
            assert_eq!(lines(name), name);
        }
    }

    #[test]
    fn a_line_has_no_breaks_but_at_its_ends() {
        for breaks in ["\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"] {
            assert_eq!(line(&format!("Egypt{breaks}Lebanon")), Err(Flaw::BreaksLine), "{breaks:?}");
            assert_eq!(line(&format!("Egypt{breaks}")), Ok("Egypt".to_owned()), "{breaks:?}");
            assert_eq!(lines(&format!("Egypt{breaks}Lebanon")), "Egypt\nLebanon", "{breaks:?}");
        }
    }

    #[test]
    fn a_line_turns_nothing_that_stands_beside_it() {
        for turned in [
            "a\u{202E}b",
            "\u{202A}a\u{202C}",
            "a\u{2067}b",
            "a\u{2069}b",
            "\u{2067}a\u{2069}\u{2069}",
            "a\u{202C}",
        ] {
            assert!(matches!(line(turned), Err(Flaw::Turns(_))), "{}", turned.escape_unicode());
        }
    }

    #[test]
    fn of_several_lines_each_closes_what_it_begins_or_loses_it() {
        assert_eq!(lines("a\u{202E}b\n\u{2067}c\u{2069}"), "ab\n\u{2067}c\u{2069}");
        assert_eq!(lines("\u{202E}a\u{202C}\nb\u{202C}"), "\u{202E}a\u{202C}\nb");
        // An isolate ends the embeddings within it, and no embedding ends an isolate.
        assert_eq!(lines("\u{2067}\u{202B}a\u{2069}"), "\u{2067}\u{202B}a\u{2069}");
        assert_eq!(lines("\u{202B}\u{2067}a\u{202C}\u{2069}"), "a");
    }

    #[test]
    fn its_length_counts_as_it_was_given() {
        assert_eq!(read(Kind::Line, "  ab  ", 5), Err(Flaw::TooLong(6)));
        assert_eq!(read(Kind::Line, "  ab ", 5), Ok("ab".to_owned()));
    }

    #[test]
    fn two_that_look_alike_are_alike_in_what_shows() {
        assert_eq!(shown("Ye\u{200B}s"), shown("Yes\u{2060}"));
        assert_ne!(shown("Yes"), shown("Y es"));
    }
}
