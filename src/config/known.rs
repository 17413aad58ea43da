//! What the file names before it is read in full, so that a reference may point forward and one bad field does
//! not make a fault of every reference to its entry.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::limits::LANGUAGES_MAX;
use crate::terms::ids::Language;

/// Identifiers by section, and the working languages.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub(super) languages: Vec<Language>,
    ids: BTreeMap<&'static str, BTreeSet<&'a str>>,
    sections: BTreeMap<&'static str, Vec<&'a str>>,
}

/// Sections whose entries others refer to.
const SECTIONS: [&str; 8] =
    ["sessions", "lists", "channels", "booths", "stakeholders", "regions", "delegations", "people"];

impl<'a> Known<'a> {
    pub(super) fn gathered(root: &'a DeTable<'a>) -> Self {
        let texts = |value: &'a DeValue<'a>| value.as_array().into_iter().flatten();
        let languages = root.get("languages").map(|languages| {
            let tags = texts(languages.get_ref()).filter_map(|tag| tag.get_ref().as_str()?.parse().ok());
            tags.take(LANGUAGES_MAX).collect()
        });
        let mut known = Self {
            languages: languages.unwrap_or_default(),
            ids: BTreeMap::new(),
            sections: BTreeMap::new(),
        };
        for section in SECTIONS {
            let entries = root.get(section).map(|entries| texts(entries.get_ref()));
            let ids: Vec<&str> = entries
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.get_ref().get("id")?.get_ref().as_str())
                .collect();
            known.ids.insert(section, ids.iter().copied().collect());
            known.sections.insert(section, ids);
        }
        known
    }

    /// Whether an entry of the section has this identifier.
    pub(super) fn has(&self, section: &'static str, id: &str) -> bool {
        self.ids.get(section).is_some_and(|ids| ids.contains(id))
    }

    /// The identifiers of a section in the file's order.
    pub(super) fn ids(&self, section: &'static str) -> impl Iterator<Item = &'a str> {
        self.sections.get(section).into_iter().flatten().copied()
    }
}
