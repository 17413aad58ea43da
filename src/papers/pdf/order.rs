//! From the order in which a line is painted, left to right, to the order in which it is spoken.
//!
//! The bidirectional algorithm (UAX #9) has no way back: several texts are painted alike. Of these the one is taken
//! that a writer is likely to have meant, without marks of direction. A piece is never turned in itself: the ligature
//! of lam and alef is one glyph, and its text is in order.

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

/// Brackets that are painted mirrored from right to left, each with its counterpart.
const BRACKETS: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›")];

/// What a piece is for the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Right,
    Left,
    Number,
    /// Between two digits it is part of their number: `.`, `,`, `/`, `:`.
    Separator,
    /// `+` and `-`: the same, but not after an Arabic letter.
    Sign,
    Other,
}

/// How a character runs (UAX #9).
pub(super) fn bidi_class(char: char) -> BidiClass {
    CodePointMapData::<BidiClass>::new().get(char)
}

fn kind(text: &str) -> Kind {
    let mut kind = Kind::Other;
    for char in text.chars() {
        let class = bidi_class(char);
        if matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter) {
            return Kind::Right;
        } else if class == BidiClass::LeftToRight {
            return Kind::Left;
        } else if matches!(class, BidiClass::EuropeanNumber | BidiClass::ArabicNumber) {
            kind = Kind::Number;
        } else if class == BidiClass::CommonSeparator && kind == Kind::Other && !char.is_whitespace() {
            kind = Kind::Separator;
        } else if class == BidiClass::EuropeanSeparator && kind == Kind::Other {
            kind = Kind::Sign;
        }
    }
    kind
}

/// In which direction the letters of a line run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// All from right to left.
    Right,
    /// All from left to right, or there are none.
    Left,
    /// Both. Whether most run from right to left.
    Mixed(bool),
}

/// In which direction these pieces run.
pub(super) fn direction(pieces: &[&str]) -> Direction {
    let count = |wanted| pieces.iter().filter(|piece| kind(piece) == wanted).count();
    match (count(Kind::Right), count(Kind::Left)) {
        (0, _) => Direction::Left,
        (_, 0) => Direction::Right,
        (right, left) => Direction::Mixed(right >= left),
    }
}

/// The text of a line: `painted` are its pieces from left to right, each in logical order in itself.
pub(super) fn logical(painted: &[&str], right_to_left: bool) -> String {
    let pieces = if right_to_left { from_right(painted) } else { from_left(painted) };
    bracketed(&pieces)
}

/// A line from left to right: words from right to left in it are turned, together with what lies between them.
fn from_left<'a>(painted: &[&'a str]) -> Vec<&'a str> {
    let mut logical = Vec::with_capacity(painted.len());
    let mut rest = painted;
    while let Some(start) = rest.iter().position(|piece| kind(piece) == Kind::Right) {
        let (before, run) = rest.split_at(start);
        let end = run.iter().position(|piece| kind(piece) == Kind::Left).unwrap_or(run.len());
        let (run, _) = run.split_at(end);
        let length = run.iter().rposition(|piece| kind(piece) == Kind::Right).map_or(1, |last| last + 1);
        let (run, after) = rest.split_at(start + length);
        logical.extend(before);
        logical.extend(from_right(run.get(start..).unwrap_or_default()));
        rest = after;
    }
    logical.extend(rest);
    logical
}

/// A line from right to left: it is turned, and numbers and words from left to right in it are turned back.
fn from_right<'a>(painted: &[&'a str]) -> Vec<&'a str> {
    let kinds: Vec<Kind> = painted.iter().map(|piece| kind(piece)).collect();
    let arabic =
        painted.iter().any(|piece| piece.chars().any(|char| bidi_class(char) == BidiClass::ArabicLetter));
    let mut logical = Vec::with_capacity(painted.len());
    let mut rest = painted.len();
    while let Some(last) = rest.checked_sub(1) {
        let start = run_start(painted, &kinds, last, arabic);
        let run = painted.get(start..rest).unwrap_or_default();
        let turned = run.len() == 1 && !matches!(kinds.get(start), Some(Kind::Left | Kind::Number));
        logical.extend(run.iter().map(|piece| if turned { mirrored(piece) } else { piece }));
        rest = start;
    }
    logical
}

/// Where what stands from left to right and ends with the piece `last` begins; at `last` itself if nothing does.
fn run_start(painted: &[&str], kinds: &[Kind], last: usize, arabic: bool) -> usize {
    let kind_at = |at: usize| kinds.get(at).copied().unwrap_or(Kind::Other);
    let strong_before = |at: usize| {
        let is_strong = |at: &usize| matches!(kind_at(*at), Kind::Left | Kind::Number | Kind::Right);
        (0..at).rev().find(is_strong)
    };
    let mut start = last;
    let mut latin = kind_at(last) == Kind::Left;
    if !matches!(kind_at(last), Kind::Left | Kind::Number) {
        // The bracket that ends "Organization (WHO)" goes with it, though it stands at the edge.
        let Some(opened) = opened_before(painted, kinds, last) else { return last };
        (start, latin) = (opened, true);
    }
    while let Some(before) = strong_before(start) {
        let between = painted.get(before + 1..start).unwrap_or_default();
        let bracket = between.iter().any(|piece| pair(piece).is_some());
        let (left, right) = (kind_at(before), kind_at(start));
        let joins = if left == Kind::Right {
            false
        } else if left == Kind::Number && right == Kind::Number {
            let alone = (between.len() == 1).then(|| kind_at(before + 1));
            let within = alone == Some(Kind::Separator) || (alone == Some(Kind::Sign) && !arabic);
            between.is_empty() || within || (!bracket && (latin || leads_to_latin(kinds, before)))
        } else {
            !bracket || (left == Kind::Left && right == Kind::Left)
        };
        if !joins {
            break;
        }
        latin |= kind_at(before) == Kind::Left;
        start = before;
    }
    start
}

/// Whether the numbers that end at `at` follow a word from left to right, as in "ILO 2021, 15".
fn leads_to_latin(kinds: &[Kind], at: usize) -> bool {
    let before = kinds.get(..at).unwrap_or_default().iter().rev();
    before.copied().find(|kind| matches!(kind, Kind::Left | Kind::Right)) == Some(Kind::Left)
}

/// For a bracket that closes one within words from left to right just before it: where the last of these words is.
fn opened_before(painted: &[&str], kinds: &[Kind], last: usize) -> Option<usize> {
    let (wanted, _) = pair(painted.get(last)?)?;
    let before =
        last.checked_sub(1).filter(|at| matches!(kinds.get(*at), Some(Kind::Left | Kind::Number)))?;
    let run = (0..=before).rev().take_while(|at| kinds.get(*at) != Some(&Kind::Right));
    let open = run.into_iter().find(|at| {
        painted.get(*at).and_then(|piece| pair(piece)).is_some_and(|(bracket, _)| bracket == wanted)
    })?;
    // It is within them only if words from left to right stand before it as well.
    let word = (0..open).rev().find(|at| !matches!(kinds.get(*at), Some(Kind::Other | Kind::Separator)))?;
    (kinds.get(word) == Some(&Kind::Left)).then_some(before)
}

/// Which pair of [`BRACKETS`] a piece is of, and whether it is the opening one.
fn pair(piece: &str) -> Option<(usize, bool)> {
    let at = BRACKETS.iter().position(|(open, close)| *open == piece || *close == piece)?;
    Some((at, BRACKETS.get(at).is_some_and(|(open, _)| *open == piece)))
}

fn mirrored(piece: &str) -> &str {
    let other = BRACKETS.iter().find_map(|(open, close)| match piece {
        piece if piece == *open => Some(*close),
        piece if piece == *close => Some(*open),
        _ => None,
    });
    other.unwrap_or(piece)
}

/// The text of pieces in logical order, with each bracket as the one that it must be.
///
/// Some producers say which bracket was written, some which was painted, and some say for all brackets of a font what
/// was true of the first. So what stands beside a bracket decides: a space before an opening one, a space or a stop
/// after a closing one. Where this does not tell, it closes if one is open.
fn bracketed(pieces: &[&str]) -> String {
    let mut text = String::new();
    let mut open = [0_usize; BRACKETS.len()];
    for (at, piece) in pieces.iter().enumerate() {
        let Some((which, opens)) = pair(piece) else {
            text.push_str(piece);
            continue;
        };
        let rest = pieces.get(at + 1..).unwrap_or_default();
        let after_space = text.chars().next_back().is_none_or(|char| char.is_whitespace() || opening(char));
        let before_space = rest.first().and_then(|piece| piece.chars().next()).is_none_or(ends);
        let is_open = open.get(which).is_some_and(|count| *count > 0);
        let more = || rest.iter().any(|piece| pair(piece).is_some_and(|(other, _)| other == which));
        let opens = match (after_space, before_space) {
            (true, false) => true,
            (false, true) => false,
            (false, false) => !is_open,
            (true, true) => !is_open && (opens || more()),
        };
        if let Some(count) = open.get_mut(which) {
            *count = if opens { *count + 1 } else { count.saturating_sub(1) };
        }
        if let Some((opening, closing)) = BRACKETS.get(which) {
            text.push_str(if opens { opening } else { closing });
        }
    }
    text
}

fn opening(char: char) -> bool {
    BRACKETS.iter().any(|(open, _)| open.starts_with(char))
}

/// Whether a bracket before this character has ended something: a space or a stop.
fn ends(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '.' | ',' | ';' | ':' | '!' | '?' | '\u{60c}' | '\u{61b}' | '\u{61f}')
}
