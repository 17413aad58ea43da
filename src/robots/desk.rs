//! Somebody of the secretariat in a demonstration: enters the documents of the conference with their files, gathers what was
//! voiced before it, and keeps the record of the session that is played: marks moments, writes what was said, and gathers key
//! messages from it.
//!
//! All of it is done once: what is there already, from a run before or by a real person, is left as it is. Whoever enters by the
//! link of the seat has it, and nothing is done in their name while they are there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use serde::Deserialize;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::script::ScriptFault;
use crate::attended::Attended;
use crate::conference::command::Command as OfConference;
use crate::conference::documents::{self, Given, Of, Release};
use crate::conference::key_messages::{self, Content, Principle, SaidIn, Voice};
use crate::meeting::Meeting;
use crate::meeting::command::Command;
use crate::meeting::proceedings::{Fact, Statement};
use crate::meeting::record::notes;
use crate::papers::{self, Paper};
use crate::room::{Answer, Clips, Clock, Registry, Room, RoomFault};
use crate::terms::file;
use crate::terms::ids::{DocumentId, Language, PersonId, SessionId, TurnId, Wording};

/// File name of the texts.
const FILE: &str = "desk.toml";
/// How often it is looked at what there is to be written.
const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// What is entered, gathered and written.
#[derive(Debug, Clone)]
pub struct Script {
    /// Who does it.
    person: PersonId,
    documents: Vec<Entered>,
    /// What was voiced before the conference.
    messages: Vec<Content>,
    statements: Vec<Kept>,
}

/// A document that is entered.
#[derive(Debug, Clone)]
struct Entered {
    text: DocumentText,
    files: Vec<PaperFile>,
}

/// A file of a document.
#[derive(Debug, Clone)]
struct PaperFile {
    language: Language,
    name: String,
    bytes: Bytes,
    paper: Paper,
}

/// What is kept of a statement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// Who makes it.
    person: PersonId,
    /// What is noted at the moment; nothing is marked where there is none.
    #[serde(default)]
    mark: Option<String>,
    /// What was said, in the manner of a summary record.
    summary: BTreeMap<Language, String>,
    /// The words that the message rests on; no message is gathered where there are none.
    #[serde(default)]
    passage: Option<String>,
    /// The message.
    #[serde(default)]
    message: Wording,
    #[serde(default)]
    objectives: Vec<u8>,
    #[serde(default)]
    principles: Vec<Principle>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentText {
    id: DocumentId,
    of: Of,
    title: Wording,
    #[serde(default)]
    symbol: String,
    #[serde(default)]
    official: Option<Language>,
    release: Release,
    /// Names of its files beside this one, by language.
    files: BTreeMap<Language, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MessageText {
    voice: Voice,
    origin: String,
    text: Wording,
    #[serde(default)]
    objectives: Vec<u8>,
    #[serde(default)]
    principles: Vec<Principle>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    person: PersonId,
    documents: Vec<DocumentText>,
    messages: Vec<MessageText>,
    statements: Vec<Kept>,
}

impl Script {
    /// Reads the script in a folder; none if there is no such folder.
    ///
    /// # Errors
    /// If it is not written as it should be, or a file of a document is not there or none that can be given.
    pub fn read(folder: &Path) -> Result<Option<Self>, ScriptFault> {
        let path = folder.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(reason) => return Err(ScriptFault::Unreadable { path, reason }),
        };
        let malformed = |reason: String| ScriptFault::Malformed { path: path.clone(), reason };
        let Written { person, documents, messages, statements } =
            toml::from_str(&text).map_err(|error| malformed(error.to_string()))?;
        let entered = |text: DocumentText| {
            let files = text.files.iter().map(|(language, name)| paper(folder, language, name));
            Ok(Entered { files: files.collect::<Result<_, ScriptFault>>()?, text })
        };
        Ok(Some(Self {
            person,
            documents: documents.into_iter().map(entered).collect::<Result<_, ScriptFault>>()?,
            messages: messages.into_iter().map(voiced_before).collect(),
            statements,
        }))
    }

    /// Who keeps the record.
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// Whose statements something is written of.
    pub fn speakers(&self) -> impl Iterator<Item = &PersonId> {
        self.statements.iter().map(|kept| &kept.person)
    }
}

/// A file as it is given.
fn paper(folder: &Path, language: &Language, name: &str) -> Result<PaperFile, ScriptFault> {
    let path: PathBuf = folder.join(name);
    let unreadable = |reason| ScriptFault::Unreadable { path: path.clone(), reason };
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    let mut file = File::open(&path).map_err(unreadable)?;
    let paper = papers::look(&mut file)
        .map_err(|fault| ScriptFault::Malformed { path: path.clone(), reason: fault.to_string() })?;
    Ok(PaperFile { language: language.clone(), name: name.to_owned(), bytes: bytes.into(), paper })
}

fn voiced_before(message: MessageText) -> Content {
    let MessageText { voice, origin, text, objectives, principles } = message;
    let (delegation, source, passage) = (None, None, String::new());
    Content { voice, delegation, origin, source, passage, text, objectives, principles }
}

/// What it works with.
pub struct Parts {
    /// What is done.
    pub script: Script,
    /// The session whose record is kept.
    pub room: Room,
    /// The rooms, for what is the conference's.
    pub rooms: Registry,
    /// Where files go.
    pub clips: Clips,
    /// Who is really there.
    pub attended: Attended,
    /// Tells the time.
    pub clock: Clock,
}

/// Enters the documents and what was voiced before; then keeps the record until the room ends.
pub async fn keep(parts: Parts) {
    let started = u64::try_from(parts.clock.now_ms()).unwrap_or(0);
    let mut desk =
        Desk { parts, keys: (started, u64::MAX / 2), done: BTreeSet::new(), marked: BTreeSet::new() };
    desk.enter_documents().await;
    desk.gather_earlier().await;
    let mut looks = tokio::time::interval(LOOKS_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        let Some(meeting) = desk.parts.room.look().await else { return };
        if !desk.is_taken() {
            desk.write(&meeting).await;
        }
    }
}

/// The desk while it is kept.
struct Desk {
    parts: Parts,
    /// Keys of commands, which no two runs use alike.
    keys: (u64, u64),
    /// Whose statement is written of.
    done: BTreeSet<PersonId>,
    /// Turns in which a moment was marked.
    marked: BTreeSet<TurnId>,
}

impl Desk {
    fn session(&self) -> &SessionId {
        self.parts.room.session()
    }

    /// Whether a real person has the seat.
    fn is_taken(&self) -> bool {
        self.parts.attended.has(self.session(), &self.parts.script.person)
    }

    fn key(&mut self) -> Uuid {
        self.keys.1 += 1;
        Uuid::from_u64_pair(self.keys.0, self.keys.1)
    }

    /// Asks the conference for something. What it refuses is told to whoever looks for it, and left.
    async fn ask(&mut self, command: OfConference) -> bool {
        let (key, person, session) = (self.key(), self.parts.script.person.clone(), self.session().clone());
        let answer = self.parts.rooms.command_from(person, key, command, &session).await;
        told(&answer)
    }

    async fn enter_documents(&mut self) {
        let known: BTreeSet<DocumentId> =
            self.parts.rooms.conference().documents.all().map(|document| document.id.clone()).collect();
        for Entered { text, files } in self.parts.script.documents.clone() {
            if known.contains(&text.id) {
                continue;
            }
            let DocumentText { id: document, of, title, symbol, official, release, .. } = text;
            let (named, marked) = (title.clone(), symbol.clone());
            let add = documents::Command::AddDocument { document: document.clone(), of, title, symbol };
            if !self.ask(OfConference::Documents(add)).await {
                continue;
            }
            for file in files {
                if let Err(fault) = self.give(&document, file).await {
                    tracing::error!(%fault, %document, "a file of the demonstration was not stored");
                }
            }
            let change = documents::Command::ChangeDocument {
                document: document.clone(),
                title: named,
                symbol: marked,
                official,
            };
            self.ask(OfConference::Documents(change)).await;
            let release = documents::Command::ReleaseDocument { document, release };
            self.ask(OfConference::Documents(release)).await;
        }
    }

    async fn give(&self, document: &DocumentId, given: PaperFile) -> Result<(), RoomFault> {
        let PaperFile { language, name, bytes, paper } = given;
        let mut content = self.parts.clips.begin().await?;
        content.write(bytes.clone()).await?;
        let file = file::File {
            content: content.name(),
            name,
            kind: paper.kind,
            bytes: bytes.len() as u64,
            words: paper.words(),
            by: self.parts.script.person.clone(),
            at_ms: self.parts.clock.now_ms(),
        };
        let (rooms, given) = (self.parts.rooms.clone(), Given { document: document.clone(), language, file });
        let answer = self.parts.clips.keep_if(content, async move { rooms.give_file(given).await }).await?;
        told(&answer);
        Ok(())
    }

    /// Gathers what was voiced before the conference, where nothing was gathered yet.
    async fn gather_earlier(&mut self) {
        if self.parts.rooms.conference().key_messages.gathered > 0 {
            return;
        }
        for content in self.parts.script.messages.clone() {
            self.ask(OfConference::KeyMessages(key_messages::Command::GatherKeyMessage { content })).await;
        }
    }

    /// Marks the statement that is made, and writes of those that were made.
    async fn write(&mut self, meeting: &Meeting) {
        for kept in self.parts.script.statements.clone() {
            if self.done.contains(&kept.person) {
                continue;
            }
            let Some(statement) = made_by(meeting, &kept.person) else { continue };
            if statement.ending.is_none() {
                self.mark(meeting, &kept, statement).await;
                continue;
            }
            self.done.insert(kept.person.clone());
            if meeting.notes.summaries().any(|(turn, ..)| *turn == statement.turn) {
                continue;
            }
            self.summarise(&kept, &statement.turn).await;
            self.gather(&kept, statement).await;
        }
    }

    async fn act(&mut self, command: notes::Command) {
        let (key, person) = (self.key(), self.parts.script.person.clone());
        told(&self.parts.room.command(person, key, Command::Notes(command)).await);
    }

    async fn mark(&mut self, meeting: &Meeting, kept: &Kept, statement: &Statement) {
        let Some(note) = &kept.mark else { return };
        let is_marked = meeting.notes.marks.iter().any(|mark| mark.turn.as_ref() == Some(&statement.turn));
        if is_marked || !self.marked.insert(statement.turn.clone()) {
            return;
        }
        self.act(notes::Command::MarkMoment { note: note.clone() }).await;
    }

    async fn summarise(&mut self, kept: &Kept, turn: &TurnId) {
        for (language, text) in kept.summary.clone() {
            let version = Some(0);
            self.act(notes::Command::WriteSummary { turn: turn.clone(), language, text, version }).await;
        }
    }

    async fn gather(&mut self, kept: &Kept, statement: &Statement) {
        let Some(passage) = kept.passage.clone() else { return };
        let session = self.session().clone();
        let content = Content {
            voice: Voice::MemberStates,
            delegation: Some(statement.seat.delegation.clone()),
            origin: String::new(),
            source: Some(SaidIn { session, turn: statement.turn.clone() }),
            passage,
            text: kept.message.clone(),
            objectives: kept.objectives.clone(),
            principles: kept.principles.clone(),
        };
        self.ask(OfConference::KeyMessages(key_messages::Command::GatherKeyMessage { content })).await;
    }
}

/// The first statement that somebody made.
fn made_by<'a>(meeting: &'a Meeting, person: &PersonId) -> Option<&'a Statement> {
    let told = &meeting.proceedings;
    (told.first()..=told.len()).filter_map(|number| told.numbered(number)).find_map(|paragraph| {
        let Fact::Statement(statement) = &paragraph.fact else { return None };
        let speaker = statement.speaker.as_ref()?;
        (speaker.person == *person).then_some(statement.as_ref())
    })
}

/// Whether something was done; what was refused is told to whoever looks for it.
fn told(answer: &Answer) -> bool {
    match answer {
        Answer::Done(_) => true,
        Answer::Refused(_) | Answer::NotStored | Answer::Busy => {
            tracing::debug!(?answer, "the simulated secretariat was refused");
            false
        }
    }
}
