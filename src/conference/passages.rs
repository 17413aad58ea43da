//! What is found by its words in what the conference has beside its sessions: documents with their texts, and key messages.
//!
//! A passage stands in a scope of the conference's view, so who may find it is who may see it. A document before its release is
//! found by those who prepare with it, a key message before it is issued by those who keep the record.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Conference;
use super::documents::Document;
use super::key_messages::{KeyMessage, Voice};
use super::view::Scope;
use crate::terms::ids::{ClipId, DocumentId, KeyMessageId, Language, Moment, Seq, Wording};

/// Characters from which on a part of a text ends with its line.
const PART_CHARS: usize = 600;
/// Characters that a part has at most; a longer line is cut where a word ends.
const PART_CHARS_MAX: usize = 2_000;
/// Bytes of all texts together that are made ready to be found; what is beyond is found by its title alone.
pub const TEXTS_BYTES_MAX: usize = 64 << 20;

/// The texts of files, as far as they are read, each in parts of a few paragraphs.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// None where there was no place for a text.
    parts: imbl::OrdMap<ClipId, Option<Arc<[String]>>>,
    bytes: usize,
    /// Counts the changes.
    changes: u64,
}

impl Texts {
    /// Whether a file was read: also one without text.
    pub fn has(&self, content: &ClipId) -> bool {
        self.parts.contains_key(content)
    }

    /// Adds the text of a file. False where there is no place for it; then it counts as read, and is not
    /// kept.
    pub fn add(&mut self, content: ClipId, text: &str) -> bool {
        let fits = self.bytes + text.len() <= TEXTS_BYTES_MAX;
        let parts = fits.then(|| Arc::from(parts(text)));
        self.bytes += bytes(parts.as_ref());
        self.parts.insert(content, parts);
        self.changes += 1;
        fits
    }

    /// Lets go of all but these.
    pub fn keep(&mut self, wanted: &BTreeSet<ClipId>) {
        let gone: Vec<ClipId> =
            self.parts.keys().filter(|content| !wanted.contains(*content)).cloned().collect();
        for content in gone {
            self.bytes -= bytes(self.parts.remove(&content).flatten().as_ref());
            self.changes += 1;
        }
    }

    /// What a file says, line by line; empty where it has no text, none where it was not read or there was no place for it.
    pub fn whole(&self, content: &ClipId) -> Option<String> {
        self.of(content).map(|parts| joined(parts))
    }

    fn of(&self, content: &ClipId) -> Option<&Arc<[String]>> {
        self.parts.get(content)?.as_ref()
    }
}

fn bytes(parts: Option<&Arc<[String]>>) -> usize {
    parts.into_iter().flat_map(|parts| parts.iter()).map(String::len).sum()
}

fn joined(parts: &[String]) -> String {
    parts.concat().trim_end().to_owned()
}

/// A text line by line, as [`Texts::whole`] gives it: without empty lines and what stands around a line.
pub fn lines(text: &str) -> String {
    joined(&parts(text))
}

/// A text in parts of a few paragraphs, which are found by themselves: what stands far apart has nothing to do with each other.
/// All parts together are the text, each paragraph with the end of its line.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let (mut part, mut length) = (String::new(), 0);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        for word in line.split_inclusive(char::is_whitespace) {
            let chars = word.chars().count();
            if length > 0 && length + chars > PART_CHARS_MAX {
                parts.push(std::mem::take(&mut part));
                length = 0;
            }
            part.push_str(word);
            length += chars;
        }
        part.push('\n');
        if length >= PART_CHARS {
            parts.push(std::mem::take(&mut part));
            length = 0;
        }
    }
    if length > 0 {
        parts.push(part);
    }
    parts
}

/// The conference with the texts of its documents, as they are read.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The conference.
    pub conference: Conference,
    /// Texts of the newest files of its documents.
    pub texts: Texts,
}

impl Library {
    /// How far it is: of two of one server the later is the greater.
    pub fn stand(&self) -> (Seq, u64) {
        (self.conference.seq, self.texts.changes)
    }

    /// The newest files of the documents that stand: what is to be read.
    pub fn wanted(conference: &Conference) -> BTreeSet<ClipId> {
        let standing = conference.documents.all().filter(|document| !document.withdrawn);
        standing.flat_map(newest).map(|(_, content)| content.clone()).collect()
    }
}

fn newest(document: &Document) -> impl Iterator<Item = (&Language, &ClipId)> {
    let files = document.files.iter();
    files.filter_map(|(language, versions)| Some((language, &versions.last()?.content)))
}

/// Names a passage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Title and symbol of a document in a language.
    Title(DocumentId, Language),
    /// A part of the newest file of a document in a language, from 0.
    Part(DocumentId, Language, usize),
    /// A key message in a language.
    KeyMessage(KeyMessageId, Language),
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ConferencePlace"), schemars(rename = "ConferencePlace"))]
pub enum Place {
    /// A document.
    Document {
        /// Which.
        document: DocumentId,
        /// In which language.
        language: Language,
        /// Its title.
        title: Wording,
        /// When this file of it came; null where no file is in that language.
        at_ms: Option<Moment>,
    },
    /// A key message.
    KeyMessage {
        /// Which.
        message: KeyMessageId,
        /// In which language.
        language: Language,
        /// Whose it is.
        voice: Voice,
        /// When it was gathered or changed last.
        at_ms: Moment,
    },
}

impl Place {
    /// When it came to be, by which the newer of two that fit alike comes first.
    pub fn at_ms(&self) -> Moment {
        match self {
            Self::Document { at_ms, .. } => at_ms.unwrap_or_default(),
            Self::KeyMessage { at_ms, .. } => *at_ms,
        }
    }
}

/// A text that is found by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Who may find it: those who follow this scope.
    pub scope: Scope,
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// The passage that a key names, as it stands and for whom; none where there is nothing to find.
pub fn passage(library: &Library, key: &Key) -> Option<Passage> {
    let conference = &library.conference;
    match key {
        Key::Title(document, language) => {
            let document = conference.documents.find(document)?;
            let title = document.title.0.get(language)?;
            of_document(document, language, format!("{title} {}", document.symbol).trim().to_owned())
        }
        Key::Part(document, language, number) => {
            let document = conference.documents.find(document)?;
            let part = library.texts.of(&document.file(language)?.content)?.get(*number)?;
            of_document(document, language, part.trim().to_owned())
        }
        Key::KeyMessage(message, language) => {
            let (_, known) = conference.key_messages.find(message)?;
            let text = known.content.text.0.get(language)?.clone();
            let scope =
                if conference.key_messages.issued.is_some() { Scope::Conference } else { Scope::Record };
            let (message, language, voice) = (message.clone(), language.clone(), known.content.voice);
            let place = Place::KeyMessage { message, language, voice, at_ms: known.at_ms };
            Some(Passage { scope, text, place })
        }
    }
}

fn of_document(document: &Document, language: &Language, text: String) -> Option<Passage> {
    let scope = if document.is_released() { Scope::Conference } else { Scope::Staff };
    let at_ms = document.file(language).map(|file| file.at_ms);
    let (id, title, language) = (document.id.clone(), document.title.clone(), language.clone());
    let place = Place::Document { document: id, language, title, at_ms };
    (!document.withdrawn).then_some(Passage { scope, text, place })
}

/// Keys of the passages that may be others, be found by others, or be there no more, since an earlier state; of all that are
/// there where there is none. More than changed is harmless.
pub fn reworded(before: Option<&Library>, after: &Library) -> Vec<Key> {
    let nothing = Library::default();
    let before = before.unwrap_or(&nothing);
    let mut keys = BTreeSet::new();
    for document in before.conference.documents.all().chain(after.conference.documents.all()) {
        let (was, is) = (standing(before, &document.id), standing(after, &document.id));
        if was != is {
            keys.extend(was.into_iter().chain(is).flat_map(|standing| standing.keys()));
        }
    }
    let (was, is) = (&before.conference.key_messages, &after.conference.key_messages);
    let seen_alike = was.issued.is_some() == is.issued.is_some();
    for message in was.messages.iter().chain(&is.messages) {
        let same = is.find(&message.id).is_some_and(|(_, now)| Arc::ptr_eq(now, message))
            && was.find(&message.id).is_some_and(|(_, before)| Arc::ptr_eq(before, message));
        if !(same && seen_alike) {
            keys.extend(of_message(message));
        }
    }
    keys.into_iter().collect()
}

fn of_message(message: &KeyMessage) -> impl Iterator<Item = Key> {
    message.content.text.0.keys().map(|language| Key::KeyMessage(message.id.clone(), language.clone()))
}

/// A document with how much of its files is read.
#[derive(PartialEq, Eq)]
struct Standing<'a> {
    document: &'a Document,
    parts: Vec<(&'a Language, usize)>,
}

fn standing<'a>(library: &'a Library, id: &DocumentId) -> Option<Standing<'a>> {
    let document = library.conference.documents.find(id)?;
    let read = |content| library.texts.of(content).map_or(0, |parts| parts.len());
    let parts = newest(document).map(|(language, content)| (language, read(content))).collect();
    Some(Standing { document, parts })
}

impl Standing<'_> {
    fn keys(&self) -> Vec<Key> {
        let id = &self.document.id;
        let titles = self.document.title.0.keys().map(|language| Key::Title(id.clone(), language.clone()));
        let parts = self.parts.iter().flat_map(|(language, parts)| {
            (0..*parts).map(|number| Key::Part(id.clone(), Language::clone(language), number))
        });
        titles.chain(parts).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_parts_of_a_few_paragraphs_and_none_of_its_words_is_lost() {
        let paragraph = "word ".repeat(61);
        let text = format!("{paragraph}\n\n  {paragraph}\n{paragraph}\n{}\nتم\n", "م".repeat(5_000));
        let found = parts(&text);
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.iter().all(|part| !part.trim().is_empty()));
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(found.iter().flat_map(|part| words(part)).collect::<Vec<_>>(), words(&text));
        assert!(parts(" \n \n").is_empty());

        // Whoever reads it has each paragraph whole, however long: whether it lies here already or was just read.
        let mut texts = Texts::default();
        let content: ClipId = "a".repeat(64).parse().unwrap();
        assert_eq!(texts.whole(&content), None);
        let long = format!("{} word", "م ".repeat(3_000));
        assert!(texts.add(content.clone(), &format!("\n  one \n\n{long}\ntwo\n")));
        assert_eq!(texts.whole(&content), Some(format!("one\n{long}\ntwo")));
        assert_eq!(lines(&format!("\n  one \n\n{long}\ntwo\n")), format!("one\n{long}\ntwo"));
        assert_eq!((lines(""), lines("\n \n")), (String::new(), String::new()));
    }

    #[test]
    fn texts_take_no_more_than_their_share_and_give_it_back() {
        let clip = |digit: &str| digit.repeat(64).parse::<ClipId>().unwrap();
        let mut texts = Texts::default();
        assert!(texts.add(clip("a"), &"long ".repeat(TEXTS_BYTES_MAX / 5 - 100)));
        assert!(!texts.add(clip("b"), &"more ".repeat(20_000)));
        assert!(texts.has(&clip("b")));
        assert_eq!(texts.whole(&clip("b")), None, "which is not to say that it has no text");
        texts.keep(&BTreeSet::from([clip("c")]));
        assert!(!texts.has(&clip("a")) && texts.bytes == 0);
        assert!(texts.add(clip("b"), &"more ".repeat(20_000)));
    }
}
