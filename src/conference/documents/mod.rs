//! Documents of the conference: of all of it, of a session, or of an agenda item. Each is one paper in one or more languages, of
//! which one is the official; a file that is replaced is kept.
//!
//! Before it is released it is the staff's alone: booths prepare with it. It is released at once, or at a moment until
//! which it is under embargo; then all read it. The public reads what is released to the public alone.

pub(super) mod decide;
pub(super) mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use decide::may_give;
pub use view::{earlier, public_file, readable};

use serde::{Deserialize, Serialize};

use super::Conference;
use super::command::{Housekeeping, Intent};
use crate::terms::file::File;
use crate::terms::ids::{AgendaItemId, ClipId, DocumentId, Language, Moment, SessionId, Wording};

/// What a document belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(test, ts(rename = "DocumentOf"), schemars(rename = "DocumentOf"))]
pub enum Of {
    /// The conference.
    Conference {},
    /// A session.
    Session {
        /// Which.
        session: SessionId,
    },
    /// An agenda item.
    Item {
        /// Which.
        item: AgendaItemId,
    },
}

/// When all read a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "release", rename_all = "snake_case", deny_unknown_fields)]
pub enum Release {
    /// Not until somebody releases it: the staff prepares with it.
    Held {},
    /// From a moment on; it is under embargo until then.
    Embargo {
        /// The moment.
        until_ms: Moment,
    },
    /// All in the conference read it.
    Released {},
    /// Everybody reads it, also who has no link, where the conference lets the public follow it.
    Public {},
}

/// What a participant may ask of the documents. Files come by HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "DocumentsCommand"), schemars(rename = "DocumentsCommand"))]
pub enum Command {
    /// Enter a document, without files yet.
    AddDocument {
        /// A new id, made by the client.
        document: DocumentId,
        /// What it belongs to.
        of: Of,
        /// Its title in one or more of the conference's languages, each 1 to 400 characters.
        title: Wording,
        /// Its symbol, such as E/ESCWA/…, at most 100 characters; may be empty.
        symbol: String,
    },
    /// Change title and symbol, or which language is the official.
    ChangeDocument {
        /// Which.
        document: DocumentId,
        /// Its title.
        title: Wording,
        /// Its symbol.
        symbol: String,
        /// The official language; null for none.
        official: Option<Language>,
    },
    /// Release a document, hold it back, or put it under embargo.
    ReleaseDocument {
        /// Which.
        document: DocumentId,
        /// When all read it.
        release: Release,
    },
    /// Withdraw a document: nobody reads it any more.
    WithdrawDocument {
        /// Which.
        document: DocumentId,
    },
}

/// What happened to the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A document was entered.
    DocumentAdded {
        /// Which.
        document: DocumentId,
        /// What it belongs to.
        of: Of,
        /// Its title.
        title: Wording,
        /// Its symbol; may be empty.
        symbol: String,
    },
    /// Title, symbol or the official language were changed.
    DocumentChanged {
        /// Which.
        document: DocumentId,
        /// Its title.
        title: Wording,
        /// Its symbol.
        symbol: String,
        /// The official language.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        official: Option<Language>,
    },
    /// A file was given, in the place of the one before in that language.
    FileGiven {
        /// Of which document.
        document: DocumentId,
        /// In which language.
        language: Language,
        /// The file.
        file: Box<File>,
    },
    /// A document was released, held back, or put under embargo; or its embargo ended.
    DocumentReleased {
        /// Which.
        document: DocumentId,
        /// When all read it.
        release: Release,
    },
    /// A document was withdrawn.
    DocumentWithdrawn {
        /// Which.
        document: DocumentId,
    },
}

/// A file that has come, to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Of which document.
    pub document: DocumentId,
    /// In which language.
    pub language: Language,
    /// The file.
    pub file: File,
}

/// A document as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: DocumentId,
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
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Its files by language, the newest last.
    pub files: BTreeMap<Language, Vec<File>>,
}

impl Document {
    /// Whether all in the conference read it.
    pub fn is_released(&self) -> bool {
        !self.withdrawn && matches!(self.release, Release::Released {} | Release::Public {})
    }

    /// Whether whoever has no link reads it too.
    pub fn is_public(&self) -> bool {
        !self.withdrawn && matches!(self.release, Release::Public {})
    }

    /// Its newest file in a language.
    pub fn file(&self, language: &Language) -> Option<&File> {
        self.files.get(language)?.last()
    }
}

/// The documents, in the order in which they were entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    documents: imbl::Vector<Arc<Document>>,
}

impl State {
    /// All, with those that were withdrawn.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().map(Arc::as_ref)
    }

    /// A document.
    pub fn find(&self, id: &DocumentId) -> Option<&Document> {
        self.all().find(|document| document.id == *id)
    }

    /// All that is kept of files, also of those that were replaced or withdrawn: they are of the record.
    pub fn contents(&self) -> impl Iterator<Item = &ClipId> {
        self.all().flat_map(|document| document.files.values().flatten()).map(|file| &file.content)
    }

    fn change(&mut self, id: &DocumentId, change: impl FnOnce(&mut Document)) {
        if let Some(document) = self.documents.iter_mut().find(|document| document.id == *id) {
            change(Arc::make_mut(document));
        }
    }

    fn evolve(&mut self, event: &Event) {
        match event {
            Event::DocumentAdded { document, of, title, symbol } => {
                let (id, of, title, symbol) = (document.clone(), of.clone(), title.clone(), symbol.clone());
                let (official, release, withdrawn) = (None, Release::Held {}, false);
                let files = BTreeMap::new();
                let added = Document { id, of, title, symbol, official, release, withdrawn, files };
                self.documents.push_back(Arc::new(added));
            }
            Event::DocumentChanged { document, title, symbol, official } => {
                self.change(document, |known| {
                    known.title.clone_from(title);
                    known.symbol.clone_from(symbol);
                    known.official.clone_from(official);
                });
            }
            Event::FileGiven { document, language, file } => self.change(document, |known| {
                known.files.entry(language.clone()).or_default().push(File::clone(file));
            }),
            Event::DocumentReleased { document, release } => {
                self.change(document, |known| known.release = *release);
            }
            Event::DocumentWithdrawn { document } => self.change(document, |known| known.withdrawn = true),
        }
    }

    /// Embargoes that end by themselves.
    fn embargoes(&self) -> impl Iterator<Item = (Moment, &DocumentId)> {
        self.all().filter(|document| !document.withdrawn).filter_map(|document| match document.release {
            Release::Embargo { until_ms } => Some((until_ms, &document.id)),
            Release::Held {} | Release::Released {} | Release::Public {} => None,
        })
    }
}

impl Conference {
    pub(super) fn evolve_documents(&mut self, event: &Event) {
        self.documents.evolve(event);
    }

    /// When embargoes end.
    pub(super) fn embargoes_end(&self) -> impl Iterator<Item = (Moment, Intent)> {
        self.documents.embargoes().map(|(until_ms, document)| {
            let ends = Housekeeping::EndEmbargo { document: document.clone(), until_ms };
            (until_ms, Intent::Server(ends))
        })
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let mut ids: Vec<&DocumentId> = conference.documents.all().map(|document| &document.id).collect();
    ids.sort();
    let twice = ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    twice.then(|| "a document is there twice".to_owned())
}
