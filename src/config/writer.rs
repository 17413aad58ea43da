//! Writes tables of a conference file: keys with what stands behind them.

use jiff::tz::{AmbiguousOffset, TimeZone};

use super::times;
use crate::conference::hours;
use crate::terms::ids::{Language, Moment, Wording};

/// A table of the file, as its lines below a header or within braces. A value that is not there leaves its key out.
#[derive(Debug, Default)]
pub(super) struct Table(Vec<String>);

impl Table {
    /// Adds a key with a value as TOML has it.
    #[must_use]
    pub(super) fn with(mut self, key: &str, value: impl Into<Option<String>>) -> Self {
        self.0.extend(value.into().map(|value| format!("{key} = {value}")));
        self
    }

    /// Adds a key that is left out where its value is no other than this.
    #[must_use]
    pub(super) fn unless<T: PartialEq + ToString>(self, default: T, key: &str, value: T) -> Self {
        self.with(key, (value != default).then(|| value.to_string()))
    }

    /// One key a line, below a header if there is one.
    pub(super) fn lines(&self, header: &str) -> String {
        let begun = if header.is_empty() { String::new() } else { format!("\n{header}\n") };
        self.0.iter().fold(begun, |text, line| text + line + "\n")
    }

    /// In braces; none if it is empty.
    pub(super) fn inline(self) -> Option<String> {
        (!self.0.is_empty()).then(|| format!("{{ {} }}", self.0.join(", ")))
    }
}

/// A text in quotes.
pub(super) fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            hidden if hidden.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(hidden))),
            shown => quoted.push(shown),
        }
    }
    quoted + "\""
}

/// A list in one line; none if it is empty.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.into_iter().collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

/// A list with a line for each entry; none if it is empty.
pub(super) fn lines(items: impl IntoIterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.into_iter().map(|item| format!("    {item},\n")).collect();
    (!items.is_empty()).then(|| format!("[\n{}]", items.concat()))
}

/// Texts and identifiers in one line; none if there are none.
pub(super) fn texts<T: ToString>(items: &[T]) -> Option<String> {
    list(items.iter().map(|item| text(&item.to_string())))
}

/// A wording, the host's first language first; none if it has no language.
pub(super) fn wording(wording: &Wording, languages: &[Language]) -> Option<String> {
    let others = wording.0.keys().filter(|language| !languages.contains(language));
    let in_language = |table: Table, language: &Language| {
        table.with(language.as_str(), wording.0.get(language).map(|words| text(words)))
    };
    languages.iter().chain(others).fold(Table::default(), in_language).inline()
}

/// The word of a choice; none for one that has none.
pub(super) fn word<T: PartialEq>(choices: &[(&str, T)], value: &T) -> Option<String> {
    choices.iter().find(|(_, known)| known == value).map(|(word, _)| text(word))
}

/// A moment as the host's clock shows it, with the offset from UTC where the clock shows it twice; none for a moment that no
/// calendar has.
pub(super) fn moment(at_ms: Moment, zone: &TimeZone) -> Option<String> {
    let local = hours::local(at_ms, zone)?;
    let written = local.to_string();
    match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. } => Some(written),
        AmbiguousOffset::Fold { .. } => {
            let at = jiff::Timestamp::from_millisecond(at_ms).ok()?;
            Some(written + &times::offset(zone.to_offset(at)))
        }
    }
}
