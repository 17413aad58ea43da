//! Walks the parsed file with the place of everything, noting faults instead of stopping at the first.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::suggestion;

/// Keys a table may have, each with an example of its value for the remedy when it is missing.
pub(super) type Keys = &'static [(&'static str, &'static str)];

/// A value of the file: its path, its place and what stands there.
#[derive(Debug, Clone)]
pub(super) struct Field<'a> {
    pub(super) path: String,
    pub(super) span: Range<usize>,
    pub(super) value: &'a DeValue<'a>,
    faults: &'a Faults<'a>,
}

/// A table of the file whose keys are known.
#[derive(Debug, Clone)]
pub(super) struct Section<'a> {
    path: String,
    span: Range<usize>,
    table: &'a DeTable<'a>,
    keys: Keys,
    faults: &'a Faults<'a>,
}

/// Path of a key in a table, quoted where TOML would ask for quotes.
fn joined(path: &str, key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let key = if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { format!("{key:?}") };
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

impl<'a> Field<'a> {
    /// The whole file.
    pub(super) fn root(value: &'a DeValue<'a>, faults: &'a Faults<'a>) -> Self {
        Self { path: String::new(), span: 0..0, value, faults }
    }

    /// Notes what is wrong here and what to do about it.
    pub(super) fn fault(&self, wrong: impl Into<String>, remedy: impl Into<String>) {
        self.faults.add(&self.span, &self.path, wrong.into(), remedy.into());
    }

    /// Notes that another type of value is wanted.
    pub(super) fn wrong_type(&self, wanted: &str, example: &str) {
        let wrong = format!("{wanted} is wanted, not {}", type_name(self.value));
        self.fault(wrong, format!("write it so: {example}"));
    }

    /// Whether a fault noted now will still be told.
    pub(super) fn is_told(&self) -> bool {
        !self.faults.is_full()
    }

    /// Line of the file on which the value begins, from 1.
    pub(super) fn line(&self) -> usize {
        self.faults.line(self.span.start)
    }

    /// The entries of an array; none, with a fault, if it is no array or has more than `entries_max`.
    pub(super) fn items(&self, entries_max: usize) -> Vec<Field<'a>> {
        let Some(array) = self.value.as_array() else {
            self.wrong_type("a list", "[…, …], or repeated [[…]] headers for tables");
            return Vec::new();
        };
        if array.len() > entries_max {
            self.fault(format!("has {} entries", array.len()), format!("at most {entries_max} are taken"));
            return Vec::new();
        }
        self.entries()
    }

    /// Whether it is a list with nothing in it.
    pub(super) fn is_empty_list(&self) -> bool {
        self.value.as_array().is_some_and(|array| array.is_empty())
    }

    /// The entries of an array, however many; none if it is no array.
    pub(super) fn entries(&self) -> Vec<Field<'a>> {
        let entry = |(index, value): (usize, &'a Spanned<DeValue<'a>>)| {
            self.below(format!("{}[{index}]", self.path), value)
        };
        self.value.as_array().into_iter().flatten().enumerate().map(entry).collect()
    }

    /// The keys and values of a table whose keys are names chosen in the file.
    pub(super) fn pairs(&self, example: &str) -> Vec<(&'a str, Field<'a>)> {
        let Some(table) = self.value.as_table() else {
            self.wrong_type("a table", example);
            return Vec::new();
        };
        let pair = |(key, value): (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>)| {
            let key: &'a str = key.get_ref();
            (key, self.below(joined(&self.path, key), value))
        };
        table.iter().map(pair).collect()
    }

    /// A table with these keys; any other key in it is a fault.
    pub(super) fn section(&self, keys: Keys) -> Option<Section<'a>> {
        let Some(table) = self.value.as_table() else {
            self.wrong_type("a table", "{ key = value, … } or a [header] of its own");
            return None;
        };
        for key in table.keys() {
            let name: &str = key.get_ref();
            if keys.iter().all(|(known, _)| *known != name) {
                // Comparing takes time: not for a fault that will not be told.
                let known = keys.iter().map(|(known, _)| *known).filter(|_| self.is_told());
                let remedy = suggestion::one_of(name, "keys here", known);
                self.faults.add(
                    &key.span(),
                    &joined(&self.path, name),
                    "is no key of this table".into(),
                    remedy,
                );
            }
        }
        let (path, span) = (self.path.clone(), self.span.clone());
        Some(Section { path, span, table, keys, faults: self.faults })
    }

    fn below(&self, path: String, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self { path, span: value.span(), value: value.get_ref(), faults: self.faults }
    }
}

impl<'a> Section<'a> {
    /// The value of a key, if it is there.
    pub(super) fn optional(&self, key: &'static str) -> Option<Field<'a>> {
        let value = self.table.get(key)?;
        let path = joined(&self.path, key);
        Some(Field { path, span: value.span(), value: value.get_ref(), faults: self.faults })
    }

    /// The value of a key; a fault if it is missing.
    pub(super) fn required(&self, key: &'static str) -> Option<Field<'a>> {
        let field = self.optional(key);
        if field.is_none() {
            let example =
                self.keys.iter().find(|(known, _)| *known == key).map_or("…", |(_, example)| example);
            let remedy = format!("add it, such as `{key} = {example}`");
            self.faults.add(&self.span, &joined(&self.path, key), "is missing".into(), remedy);
        }
        field
    }

    /// Notes a fault of one key of the table, at the key's value or, if it is absent, at the table.
    pub(super) fn fault(&self, key: &'static str, wrong: impl Into<String>, remedy: impl Into<String>) {
        match self.optional(key) {
            Some(field) => field.fault(wrong, remedy),
            None => self.faults.add(&self.span, &joined(&self.path, key), wrong.into(), remedy.into()),
        }
    }

    /// Line of the file on which the table begins, from 1.
    pub(super) fn line(&self) -> usize {
        self.faults.line(self.span.start)
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
