//! Whom a document is worded for: their language, and the host's clock by which they read times.

use serde::Serialize;

use super::model::At;
use super::runs::{Run, runs};
use crate::terms::ids::{Millis, Moment, Wording};
use crate::words::{Host, Locale, length};

/// Whom a document is worded for.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Their language.
    pub locale: Locale,
    /// The host's clock.
    pub host: &'a Host,
}

impl Reader<'_> {
    /// A message without arguments.
    pub(super) fn t(self, key: &str) -> String {
        self.locale.t(key)
    }

    /// A message with its arguments.
    pub(super) fn with<const N: usize>(self, key: &str, arguments: [(&str, String); N]) -> String {
        let arguments = arguments.map(|(name, value)| (name, value.into()));
        self.locale.with(key, &arguments)
    }

    /// A message that counts something, by the plurals of its language.
    pub(super) fn counted(self, key: &str, count: usize) -> String {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.locale.with(key, &[("count", count.into())])
    }

    /// A message without arguments, as runs.
    pub(super) fn line(self, key: &str) -> Vec<Run> {
        vec![Run::own(self.locale, self.t(key))]
    }

    /// A message with its arguments, as runs.
    pub(super) fn say<const N: usize>(self, key: &str, arguments: [(&str, String); N]) -> Vec<Run> {
        runs(self.locale, &self.with(key, arguments))
    }

    /// Words of the document's own language.
    pub(super) fn own(self, text: impl Into<String>) -> Vec<Run> {
        vec![Run::own(self.locale, text)]
    }

    /// A wording in this language, or in the one that it has.
    pub(super) fn words(self, wording: &Wording) -> String {
        self.locale.worded(wording).1.to_owned()
    }

    /// A wording, as a run that knows its language; none where it says nothing.
    pub(super) fn run(self, wording: &Wording) -> Vec<Run> {
        let run = Run::worded(self.locale, wording);
        if run.text.is_empty() { Vec::new() } else { vec![run] }
    }

    /// What somebody wrote, as a run.
    pub(super) fn written(self, text: &str, language: Option<&str>) -> Vec<Run> {
        if text.is_empty() { Vec::new() } else { vec![Run::written(self.locale, text, language)] }
    }

    /// What parts names.
    pub(super) fn comma(self) -> &'static str {
        if self.locale == Locale::Ar { "، " } else { ", " }
    }

    /// What parts lists of names.
    pub(super) fn semicolon(self) -> &'static str {
        if self.locale == Locale::Ar { "؛ " } else { "; " }
    }

    /// A moment's time of day, as records write hours.
    pub(super) fn time(self, at_ms: Moment) -> String {
        self.host.time_in_record(self.locale, at_ms)
    }

    /// A moment, for readers and for programs.
    pub(super) fn at(self, at_ms: Moment) -> At {
        At { words: self.time(at_ms), data: self.host.in_data(at_ms) }
    }

    /// A length of time in words.
    pub(super) fn length(self, length_ms: Millis) -> String {
        length(self.locale, length_ms)
    }
}

/// How a value of one of our enumerations is named in messages and data.
pub(super) fn tag(value: &impl Serialize) -> String {
    let tag = serde_json::to_value(value).ok();
    tag.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
