//! The part of a passage that is shown: around the first of the words that were looked for, with the places of all of them.

use serde::{Deserialize, Serialize};

use super::Query;
use crate::terms::folding::{Folded, words};

/// Letters of an excerpt, about.
const CHARS: usize = 180;
/// Of these before the first word that is marked.
const BEFORE: usize = 60;

/// Where a word that was looked for stands in an excerpt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MarkedWord {
    /// Its first letter, in UTF-16 units from the beginning.
    pub from: u32,
    /// Past its last.
    pub to: u32,
}

/// A part of a text, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The part; `…` stands where the text goes on.
    pub text: String,
    /// Where in it the words stand that were looked for: in order.
    pub marks: Vec<MarkedWord>,
}

/// The excerpt of a text for a search. A text that holds none of its words is shown from the beginning.
pub fn excerpt(text: &str, query: &Query) -> Excerpt {
    let folded = Folded::of(text);
    let found = words(folded.text()).filter(|(_, word)| query.is(word));
    let found: Vec<(usize, usize)> =
        found.filter_map(|(at, word)| folded.origin(at, at + word.len())).collect();
    let (from, to) = window(text, found.first().map_or(0, |(first, _)| *first));
    let part = text.get(from..to).unwrap_or_default();
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
    let marks =
        found.iter().filter(|(begin, end)| *begin >= from && *end <= to).filter_map(|(begin, end)| {
            let units =
                |at: usize| Some(before.encode_utf16().count() + text.get(from..at)?.encode_utf16().count());
            Some(MarkedWord {
                from: u32::try_from(units(*begin)?).ok()?,
                to: u32::try_from(units(*end)?).ok()?,
            })
        });
    let marks = marks.collect();
    Excerpt { text: format!("{before}{part}{after}"), marks }
}

/// The part of a text around a place, in bytes: it begins and ends between words where it can.
fn window(text: &str, place: usize) -> (usize, usize) {
    let mut before =
        text.get(..place).unwrap_or_default().char_indices().rev().take(BEFORE).map(|(at, _)| at);
    let earliest = before.by_ref().last().unwrap_or(place);
    let from = if earliest == 0 { 0 } else { after_space(text, earliest, place) };
    let mut letters =
        text.get(from..).unwrap_or_default().char_indices().skip(CHARS).map(|(at, _)| from + at);
    let to = letters.next().map_or(text.len(), |end| before_space(text, place, end));
    (from, to)
}

/// Past the first space from a place on, up to another.
fn after_space(text: &str, from: usize, to: usize) -> usize {
    let space =
        text.get(from..to).and_then(|part| part.char_indices().find(|(_, letter)| letter.is_whitespace()));
    space.map_or(from, |(at, letter)| from + at + letter.len_utf8())
}

/// The last space before a place, down to another.
fn before_space(text: &str, from: usize, to: usize) -> usize {
    let space = text
        .get(from..to)
        .and_then(|part| part.char_indices().rev().find(|(_, letter)| letter.is_whitespace()));
    space.map_or(to, |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str) -> (String, Vec<String>) {
        let Excerpt { text, marks } = excerpt(text, &Query::of(query).expect("words"));
        let units: Vec<u16> = text.encode_utf16().collect();
        let marked = marks.iter().map(|MarkedWord { from, to }| {
            let (begin, end) = (usize::try_from(*from).unwrap(), usize::try_from(*to).unwrap());
            String::from_utf16(&units[begin..end]).expect("whole letters")
        });
        let marked = marked.collect();
        (text, marked)
    }

    #[test]
    fn words_are_marked_as_they_were_written() {
        let (text, marked) = shown("في 😀 المُؤْتَمَرِ والهجرة", "مؤتمر هجره");
        assert_eq!(text, "في 😀 المُؤْتَمَرِ والهجرة");
        assert_eq!(marked, ["المُؤْتَمَرِ", "والهجرة"]);
        assert_eq!(shown("Straße", "strasse").1, ["Straße"]);
    }

    #[test]
    fn of_a_long_text_the_part_with_the_words_is_shown_cut_between_words() {
        let text = format!("{} Élections {}", "vor dem Wort ".repeat(50), "nach dem Wort ".repeat(50));
        let (part, marked) = shown(&text, "elections");
        assert_eq!(marked, ["Élections"]);
        assert!(part.chars().count() <= CHARS + 2, "{part}");
        assert!(part.starts_with('…') && part.ends_with('…'), "{part}");
        let inner = part.trim_matches('…');
        assert!(text.contains(inner) && text.contains(&format!(" {inner} ")), "{part}");
    }

    #[test]
    fn a_text_of_one_word_without_end_is_cut_all_the_same() {
        let text = format!("{}xyz", "a".repeat(2_000));
        let (part, marked) = shown(&text, "aaa");
        assert!(part.chars().count() <= CHARS + 2 && marked.is_empty(), "{part}");
    }
}
