//! Reads single values: texts, identifiers, numbers, choices and wordings.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use super::known::Known;
use super::reader::Field;
use super::suggestion;
use crate::terms::ids::{InvalidId, Language, Wording};
use crate::terms::text::{self, Flaw, Kind};

impl<'a> Field<'a> {
    /// A line of 1 to `chars_max` characters that can stand on a screen.
    pub(super) fn one_line(&self, chars_max: usize) -> Option<&'a str> {
        self.text(Kind::Line, chars_max)
    }

    /// A text of 1 to `chars_max` characters that can stand on a screen. What would be taken in part only is a fault: a file
    /// is mended where it was written.
    pub(super) fn text(&self, kind: Kind, chars_max: usize) -> Option<&'a str> {
        let Some(text) = self.value.as_str() else {
            self.wrong_type("a text", "\"…\"");
            return None;
        };
        let hidden = |c: char| {
            let wrong = format!("holds the invisible character U+{:04X}", u32::from(c));
            self.fault(wrong, "delete it: it would break a name plate or turn the text round");
        };
        match text::read(kind, text, chars_max) {
            Err(Flaw::TooLong(count)) => {
                self.fault(format!("has {count} characters"), format!("shorten it to {chars_max} at most"));
            }
            Err(Flaw::BreaksLine) => self.fault("breaks the line", "write it on one line"),
            Err(Flaw::Turns(turns)) => hidden(turns),
            Ok(read) if read.is_empty() => {
                self.fault("is empty", "write the text, or leave the key out where it is optional");
            }
            Ok(read) if read == text => return Some(text),
            Ok(read) => match first_lost(text.trim(), &read) {
                Some(lost) => hidden(lost),
                None => self.fault("begins or ends with a space", "delete the space"),
            },
        }
        None
    }

    /// An identifier.
    pub(super) fn id<T: FromStr<Err = InvalidId>>(&self) -> Option<T> {
        let Some(text) = self.value.as_str() else {
            self.wrong_type("an identifier", "\"opening-plenary\"");
            return None;
        };
        let id = text.parse().ok();
        if id.is_none() {
            let slug = slug(text);
            let remedy = if slug.is_empty() { String::new() } else { format!(", such as `{slug}`") };
            self.fault(
                format!("`{}` is no identifier", shown(text)),
                format!("use 1 to 64 of the characters a-z, 0-9, - and _{remedy}"),
            );
        }
        id
    }

    /// An identifier that no earlier entry has; `seen` keeps the line of each.
    pub(super) fn new_id<T>(&self, seen: &mut BTreeMap<T, usize>) -> Option<T>
    where
        T: FromStr<Err = InvalidId> + Ord + Clone + Display,
    {
        let id: T = self.id()?;
        self.only_once(id, seen)
    }

    /// `value` if no earlier entry has it; `seen` keeps the line of each.
    pub(super) fn only_once<T: Ord + Clone + Display>(
        &self,
        value: T,
        seen: &mut BTreeMap<T, usize>,
    ) -> Option<T> {
        if let Some(line) = seen.get(&value) {
            self.fault(
                format!("`{value}` is there already, on line {line}"),
                "give each its own, or delete one",
            );
            return None;
        }
        seen.insert(value.clone(), self.line());
        Some(value)
    }

    /// An identifier that names one of the entries of `section`.
    pub(super) fn reference<T: FromStr<Err = InvalidId>>(
        &self,
        section: &'static str,
        known: &Known<'_>,
    ) -> Option<T> {
        let id: T = self.id()?;
        let text = self.value.as_str()?;
        if known.has(section, text) {
            return Some(id);
        }
        let wrong = format!("no entry of [[{section}]] has the id `{text}`");
        // Comparing with thousands of ids takes time: not for a fault that will not be told.
        let remedy = if self.is_told() {
            suggestion::one_of(text, section, known.ids(section))
        } else {
            String::new()
        };
        self.fault(wrong, remedy);
        None
    }

    /// Identifiers that each name one of the entries of `section`, none of them twice.
    pub(super) fn references<T>(&self, section: &'static str, known: &Known<'_>, entries_max: usize) -> Vec<T>
    where
        T: FromStr<Err = InvalidId> + Ord + Clone + Display,
    {
        let mut seen = BTreeMap::new();
        let read = |entry: &Field<'_>| entry.only_once(entry.reference(section, known)?, &mut seen);
        self.items(entries_max).iter().filter_map(read).collect()
    }

    /// A whole number within a range.
    pub(super) fn whole<T: TryFrom<i64> + Display + PartialOrd + Copy>(
        &self,
        range: RangeInclusive<T>,
    ) -> Option<T> {
        let Some(integer) = self.value.as_integer() else {
            self.wrong_type("a whole number", &range.start().to_string());
            return None;
        };
        let number =
            i64::from_str_radix(integer.as_str(), integer.radix()).ok().and_then(|n| T::try_from(n).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let remedy = format!("write a number from {} to {}", range.start(), range.end());
            self.fault(format!("{} is out of range", shown(&integer.to_string())), remedy);
        }
        number
    }

    /// True or false.
    pub(super) fn truth(&self) -> Option<bool> {
        let truth = self.value.as_bool();
        if truth.is_none() {
            self.wrong_type("true or false", "true, without quotes");
        }
        truth
    }

    /// One of the words in `choices`.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&'static str, T)]) -> Option<T> {
        let Some(text) = self.value.as_str() else {
            self.wrong_type(
                "one of some words",
                &format!("{:?}", choices.first().map_or("", |(word, _)| word)),
            );
            return None;
        };
        let chosen = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if chosen.is_none() {
            let remedy = suggestion::one_of(text, "one of", choices.iter().map(|(word, _)| *word));
            self.fault(format!("`{}` is not known here", shown(text)), remedy);
        }
        chosen
    }

    /// A language tag.
    pub(super) fn language(&self) -> Option<Language> {
        let language = self.one_line(3).and_then(|text| text.parse().ok());
        if language.is_none()
            && self.value.as_str().is_some_and(|text| (1..=3).contains(&text.chars().count()))
        {
            self.fault("is no language tag", "use two or three small letters, such as `ar`, `en` or `fr`");
        }
        language
    }

    /// One of the conference's working languages.
    pub(super) fn working_language(&self, known: &Known<'_>) -> Option<Language> {
        let Some(text) = self.value.as_str() else {
            self.wrong_type("a language", "\"en\"");
            return None;
        };
        let language = known.languages.iter().find(|language| language.as_str() == text);
        if language.is_none() {
            let languages = known.languages.iter().map(Language::as_str);
            let remedy = suggestion::one_of(text, "languages", languages);
            self.fault(format!("`{}` is not a language of the conference", shown(text)), remedy);
        }
        language.cloned()
    }

    /// One wording in each of the conference's languages, no more and no less.
    pub(super) fn wording(&self, known: &Known<'_>, chars_max: usize) -> Option<Wording> {
        self.wording_of(Kind::Line, known, chars_max)
    }

    /// The same of texts that may have several lines.
    pub(super) fn wording_of(&self, kind: Kind, known: &Known<'_>, chars_max: usize) -> Option<Wording> {
        self.wording_in(kind, known, chars_max, |given| given == known.languages.len())
    }

    /// One wording in at least one of the conference's languages: a name is not always known in each of them.
    pub(super) fn partial_wording(&self, known: &Known<'_>, chars_max: usize) -> Option<Wording> {
        self.wording_in(Kind::Line, known, chars_max, |given| given > 0)
    }

    /// Wordings by language; a fault where their number is not `enough`.
    fn wording_in(
        &self,
        kind: Kind,
        known: &Known<'_>,
        chars_max: usize,
        enough: impl Fn(usize) -> bool,
    ) -> Option<Wording> {
        let pairs = self.pairs("{ ar = \"…\", en = \"…\", fr = \"…\" }");
        self.value.as_table()?;
        let mut wording = BTreeMap::new();
        for (key, text) in &pairs {
            match known.languages.iter().find(|language| language.as_str() == *key) {
                Some(language) => {
                    wording
                        .extend(text.text(kind, chars_max).map(|text| (language.clone(), text.to_owned())));
                }
                None if known.languages.is_empty() => {}
                None => {
                    let languages = known.languages.iter().map(Language::as_str);
                    let remedy = suggestion::one_of(key, "languages", languages);
                    text.fault(format!("`{}` is not a language of the conference", shown(key)), remedy);
                }
            }
        }
        let given = |language: &Language| pairs.iter().any(|(key, _)| *key == language.as_str());
        let missing: Vec<&str> = known.languages.iter().filter(|l| !given(l)).map(Language::as_str).collect();
        if !missing.is_empty() && !enough(known.languages.len() - missing.len()) {
            let languages = missing.join(", ");
            self.fault(
                format!("has no wording in {languages}"),
                format!("add it: `{} = \"…\"`", missing.join(" = \"…\", ")),
            );
        }
        Some(Wording(wording))
    }
}

/// The first character of a text that is not in what was read of it.
fn first_lost(text: &str, read: &str) -> Option<char> {
    let mut kept = read.chars();
    text.chars().find(|c| kept.next() != Some(*c))
}

/// A text from the file as a message quotes it: not longer than a line.
fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(60).flat_map(char::escape_debug).collect();
    if chars.next().is_some() { format!("{head}…") } else { head }
}

fn slug(text: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c.to_ascii_lowercase() } else { '-' };
    let dashed: String = text.chars().map(kept).take(200).collect();
    let parts: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-").chars().take(64).collect()
}
