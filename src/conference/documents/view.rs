//! Documents as they are seen, and who may read their files.
//!
//! Seen: `document` by `conference`, once it is released; `held_document` by `staff`, before.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Document, Of, Release};
use crate::conference::view::Entity;
use crate::conference::{Conference, access};
use crate::terms::file::{File, FileKind};
use crate::terms::ids::{DocumentId, Language, Moment, PersonId, Wording};

/// A document that all read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DocumentView {
    /// Which.
    pub id: DocumentId,
    /// Its place among all, from 1: sort by it.
    pub place: u32,
    /// What it belongs to.
    pub of: Of,
    /// Its title.
    pub title: Wording,
    /// Its symbol; may be empty.
    pub symbol: String,
    /// The official language.
    pub official: Option<Language>,
    /// Whether the public reads it too.
    pub public: bool,
    /// Its newest file in each language.
    pub files: BTreeMap<Language, FileView>,
}

/// A document that all do not read yet, for the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HeldDocumentView {
    /// Which.
    pub id: DocumentId,
    /// Its place among all, from 1: sort by it.
    pub place: u32,
    /// What it belongs to.
    pub of: Of,
    /// Its title.
    pub title: Wording,
    /// Its symbol; may be empty.
    pub symbol: String,
    /// The official language.
    pub official: Option<Language>,
    /// When all read it.
    pub release: Release,
    /// Its newest file in each language.
    pub files: BTreeMap<Language, FileView>,
}

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FileView {
    /// What it was called where it came from.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// How many bytes it has.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// How many words, where that is known.
    pub words: Option<u32>,
    /// Which file it is in that language, from 1: those before it were replaced.
    pub version: u32,
    /// When it came.
    pub at_ms: Moment,
}

/// The file of a document in a language, where somebody may read it now.
pub fn readable<'a>(
    conference: &'a Conference,
    person: &PersonId,
    document: &DocumentId,
    language: &Language,
) -> Option<&'a File> {
    let known = conference.documents.find(document).filter(|known| !known.withdrawn)?;
    let may =
        if known.is_released() { conference.knows(person) } else { access::prepares(conference, person) };
    known.file(language).filter(|_| may)
}

/// A file of a document that was replaced, by its number from 1, for who prepares the conference: it is kept.
pub fn earlier<'a>(
    conference: &'a Conference,
    person: &PersonId,
    document: &DocumentId,
    language: &Language,
    version: u32,
) -> Option<&'a File> {
    let known = conference.documents.find(document).filter(|_| access::prepares(conference, person))?;
    known.files.get(language)?.get(usize::try_from(version).ok()?.checked_sub(1)?)
}

/// The file of a document in a language, where everybody may read it now, without a link.
pub fn public_file<'a>(
    conference: &'a Conference,
    document: &DocumentId,
    language: &Language,
) -> Option<&'a File> {
    conference.live.as_deref().filter(|plan| plan.public_listening)?;
    conference.documents.find(document).filter(|known| known.is_public())?.file(language)
}

/// What the staff sees.
pub(in crate::conference) fn of_staff(conference: &Conference) -> Vec<Entity> {
    let held = numbered(conference).filter(|(_, document)| !document.is_released());
    let held = held.map(|(place, document)| {
        let Document { id, of, title, symbol, official, release, .. } = document.clone();
        let files = newest(document);
        Entity::HeldDocument(HeldDocumentView { id, place, of, title, symbol, official, release, files })
    });
    held.collect()
}

/// What all see.
pub(in crate::conference) fn of_all(conference: &Conference) -> Vec<Entity> {
    let released = numbered(conference).filter(|(_, document)| document.is_released());
    let released = released.map(|(place, document)| {
        let Document { id, of, title, symbol, official, .. } = document.clone();
        let (public, files) = (document.is_public(), newest(document));
        Entity::Document(DocumentView { id, place, of, title, symbol, official, public, files })
    });
    released.collect()
}

/// The documents that stand, with their places.
fn numbered(conference: &Conference) -> impl Iterator<Item = (u32, &Document)> {
    (1..).zip(conference.documents.all()).filter(|(_, document)| !document.withdrawn)
}

/// Its newest file in each language.
pub(in crate::conference) fn newest(document: &Document) -> BTreeMap<Language, FileView> {
    let files = document.files.iter().filter_map(|(language, versions)| {
        let File { name, kind, bytes, words, at_ms, .. } = versions.last()?.clone();
        let version = u32::try_from(versions.len()).unwrap_or(u32::MAX);
        Some((language.clone(), FileView { name, kind, bytes, words, version, at_ms }))
    });
    files.collect()
}
