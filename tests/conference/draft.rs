//! The text of the outcome document: several write it at once, each also offline for a while, and all come to the same.

use std::collections::BTreeMap;
use std::path::Path;

use plenary::draft::reading::{Column, Run, read};
use plenary::draft::rows::{Row, mark, rows};
use plenary::draft::{Command, Draft, Event, Intent, Update};
use plenary::meeting::command::Actor;
use plenary::meeting::event::Recorded;
use plenary::meeting::refusal::Refusal;
use plenary::terms::ids::{Language, PersonId};
use plenary::terms::limits::UPDATE_BYTES_MAX;
use proptest::prelude::*;
use serde::Deserialize;
use yrs::types::Attrs;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, OffsetKind, Options, ReadTxn as _, StateVector, Text as _, Transact as _, Xml as _,
    XmlElementPrelim, XmlFragment as _, XmlOut, XmlTextPrelim,
};

use crate::harness::id;

const LANGUAGES: [&str; 3] = ["ar", "en", "fr"];

fn languages() -> Vec<Language> {
    LANGUAGES.map(id).to_vec()
}

/// A server: the draft, and its log as it is stored.
#[derive(Default)]
struct Server {
    draft: Draft,
    log: Vec<String>,
}

impl Server {
    fn write(&mut self, update: Vec<u8>) -> Result<(), Refusal> {
        let (by, update): (PersonId, Update) = (id("rapporteur"), update.into());
        let intent = Intent { by: by.clone(), command: Command::WriteDraft { update } };
        for event in self.draft.decide(&intent)? {
            self.log.push(serde_json::to_string(&event).unwrap());
            take(&mut self.draft, event);
        }
        Ok(())
    }

    /// Ends, and begins again with what is stored.
    fn restart(&mut self) {
        let mut again = Draft::default();
        for event in &self.log {
            take(&mut again, serde_json::from_str(event).unwrap());
        }
        assert_eq!(again, self.draft);
        self.draft = again;
    }
}

fn take(draft: &mut Draft, event: Event) {
    let (seq, actor) = (draft.seq + 1, Actor::Person(id("rapporteur")));
    draft.evolve(&Recorded { seq, at_ms: 0, actor, conference_seq: None, key: None, event });
}

/// An editor's page.
struct Editor {
    doc: Doc,
    online: bool,
    /// What the server has acknowledged of its own writing, or sent.
    stored: StateVector,
    /// Place in the draft's log that it has come to.
    seq: u64,
}

impl Editor {
    fn new(client: u64) -> Self {
        let client_id = yrs::block::ClientID::new(client);
        let doc =
            Doc::with_options(Options { client_id, offset_kind: OffsetKind::Utf16, ..Options::default() });
        Self { doc, online: true, stored: StateVector::default(), seq: 0 }
    }

    fn edit(&self, act: u8, language: usize, at: u32, text: &str) {
        let fragment = self.doc.get_or_insert_xml_fragment(LANGUAGES[language]);
        let mut writing = self.doc.transact_mut();
        let count = fragment.len(&writing);
        if count == 0 || act == 0 {
            let place = if count == 0 { 0 } else { at % (count + 1) };
            let paragraph = fragment.insert(&mut writing, place, XmlElementPrelim::empty("paragraph"));
            paragraph.insert_attribute(&mut writing, "id", format!("p{at}"));
            paragraph.insert_attribute(&mut writing, "kind", "numbered");
            paragraph.push_back(&mut writing, XmlTextPrelim::new(text));
            return;
        }
        let Some(XmlOut::Element(paragraph)) = fragment.get(&writing, at % count) else { return };
        let Some(XmlOut::Text(words)) = paragraph.get(&writing, 0) else { return };
        let length = words.len(&writing);
        // All letters here are of one code unit, so that no place is within one.
        match act {
            1 if length > 1 => words.remove_range(&mut writing, at % (length - 1), 1),
            2 if length > 1 => {
                let by = Any::from_json(r#"{"by":"Lebanon"}"#).unwrap();
                let attributes = Attrs::from([("bracket".into(), by)]);
                words.format(&mut writing, 0, 1 + at % (length - 1), attributes);
            }
            3 if count > 1 => fragment.remove_range(&mut writing, at % count, 1),
            _more => words.insert(&mut writing, at % (length + 1), text),
        }
    }

    /// Sends what is not acknowledged, and takes in what others have written.
    fn sync(&mut self, server: &mut Server) {
        let reading = self.doc.transact();
        let (update, now) = (reading.encode_state_as_update_v1(&self.stored), reading.state_vector());
        drop(reading);
        server.write(update).unwrap();
        self.stored = now;
        let missed: Vec<Vec<u8>> =
            server.draft.since(self.seq).map(|(_, update)| update.bytes().to_vec()).collect();
        let mut writing = self.doc.transact_mut();
        for update in missed {
            writing.apply_update(yrs::Update::decode_v1(&update).unwrap()).unwrap();
        }
        drop(writing);
        self.seq = server.draft.seq;
        self.stored = self.doc.transact().state_vector();
    }

    /// Its text as a page has it that reads it anew: what was typed letter by letter is in as few pieces as on any other.
    fn bytes(&self) -> Vec<u8> {
        anew([self.doc.transact().encode_state_as_update_v1(&StateVector::default()).as_slice()].into_iter())
    }
}

/// What an editor does, or happens to the server.
#[derive(Debug, Clone)]
enum Step {
    Edit { editor: usize, act: u8, language: usize, at: u32, text: String },
    Line { editor: usize },
    Sync { editor: usize },
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    let edit = (0..5_usize, 0..6_u8, 0..3_usize, any::<u32>(), "[a-zء-ي ]{1,8}");
    prop_oneof![
        8 => edit.prop_map(|(editor, act, language, at, text)| Step::Edit { editor, act, language, at, text }),
        1 => (0..5_usize).prop_map(|editor| Step::Line { editor }),
        4 => (0..5_usize).prop_map(|editor| Step::Sync { editor }),
        1 => Just(Step::Restart),
    ]
}

fn whole(draft: &Draft) -> Vec<u8> {
    let whole = anew(draft.updates().map(Update::bytes));
    anew([whole.as_slice()].into_iter())
}

/// What updates come to on a page that has read nothing else.
fn anew<'a>(updates: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
    let mut writing = doc.transact_mut();
    for update in updates {
        writing.apply_update(yrs::Update::decode_v1(update).unwrap()).unwrap();
    }
    drop(writing);
    let reading = doc.transact();
    reading.encode_state_as_update_v1(&StateVector::default())
}

proptest! {
    /// Five editors, each also offline for a while, with the server begun again in the middle: all come to the same, byte for
    /// byte, and nothing that was acknowledged is lost.
    #[test]
    fn all_who_write_come_to_the_same(steps in proptest::collection::vec(step(), 1..80)) {
        let mut server = Server::default();
        let mut editors: Vec<Editor> = (1..=5).map(Editor::new).collect();
        for step in steps {
            match step {
                Step::Edit { editor, act, language, at, text } => {
                    editors[editor].edit(act, language, at, &text);
                    if editors[editor].online {
                        editors[editor].sync(&mut server);
                    }
                }
                Step::Line { editor } => editors[editor].online = !editors[editor].online,
                Step::Sync { editor } => {
                    if editors[editor].online {
                        editors[editor].sync(&mut server);
                    }
                }
                Step::Restart => {
                    let acknowledged = read(server.draft.updates().map(Update::bytes), &languages());
                    server.restart();
                    prop_assert_eq!(read(server.draft.updates().map(Update::bytes), &languages()), acknowledged);
                }
            }
        }
        for _ in 0..2 {
            for editor in &mut editors {
                editor.sync(&mut server);
            }
        }
        let bytes = whole(&server.draft);
        for editor in &editors {
            prop_assert_eq!(editor.bytes(), bytes.clone());
        }
    }
}

#[test]
fn a_text_that_has_grown_is_put_together_and_says_the_same() {
    let mut server = Server::default();
    let mut editor = Editor::new(7);
    let long = "كلمة طويلة ".repeat(40);
    for at in 0..300 {
        editor.edit(0, 0, at, &long);
        editor.sync(&mut server);
    }
    // Many updates have become few.
    let apart = server.draft.updates().count();
    assert!(apart < 200, "{apart}");
    assert_eq!(server.draft.since(0).count(), apart);
    let last: Vec<_> = server.draft.since(server.draft.seq - 1).map(|(by, _)| by.cloned()).collect();
    assert_eq!(last, [Some("rapporteur".parse().unwrap())], "each is told with who wrote it");
    assert!(server.draft.since(0).any(|(by, _)| by.is_none()), "what was put together is nobody's alone");
    assert_eq!(whole(&server.draft), editor.bytes());
    server.restart();
}

#[test]
fn what_is_no_update_or_leaves_something_out_is_refused_and_changes_nothing() {
    let mut server = Server::default();
    let mut editor = Editor::new(7);
    editor.edit(0, 1, 0, "one");
    editor.sync(&mut server);
    let before = server.draft.clone();
    assert_eq!(server.write(b"no update".to_vec()), Err(Refusal::NoUpdate {}));
    assert_eq!(server.write(Vec::new()), Err(Refusal::NoUpdate {}));
    let large = vec![0; UPDATE_BYTES_MAX as usize + 1];
    assert!(matches!(server.write(large), Err(Refusal::OutOfRange { .. })));
    // Its author's middle part is not there.
    editor.edit(4, 1, 0, "two");
    let seen = editor.doc.transact().state_vector();
    editor.edit(4, 1, 0, "three");
    let last = editor.doc.transact().encode_state_as_update_v1(&seen);
    assert_eq!(server.write(last), Err(Refusal::DraftGap {}));
    assert_eq!(server.draft, before);
    // What is in it already is done, and stored once.
    let whole = editor.bytes();
    server.write(whole.clone()).unwrap();
    let stored = server.log.len();
    server.write(whole).unwrap();
    assert_eq!(server.log.len(), stored);
}

/// What pages of the browser's editor have written, and what it says (`web/tests/outcome.test.ts`).
#[derive(Deserialize)]
struct Written {
    languages: Vec<Language>,
    original: Language,
    updates: Vec<Update>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    marks: BTreeMap<String, String>,
}

#[test]
fn what_the_browsers_editor_writes_is_read_as_the_browser_reads_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outcome.json");
    let written: Written = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut server = Server::default();
    for update in &written.updates {
        server.write(update.bytes().to_vec()).unwrap();
    }
    let columns = read(server.draft.updates().map(Update::bytes), &written.languages).unwrap();
    assert_eq!(columns, written.columns);
    let rows = rows(&columns, &written.original);
    assert_eq!(rows, written.rows);
    for (text, expected) in written.marks {
        assert_eq!(mark(&text), expected, "{text}");
    }
    // The fixture has what there is to tell apart.
    let brackets = |run: &Run| run.bracket.is_some();
    assert!(columns.iter().any(|column| column.paragraphs.iter().any(|one| one.runs.iter().any(brackets))));
    let standings: std::collections::BTreeSet<String> = rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| serde_json::to_value(cell.standing).unwrap().to_string())
        .collect();
    assert_eq!(standings.len(), 6, "{standings:?}");
}
