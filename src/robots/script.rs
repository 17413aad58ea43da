//! What the simulated people say: the texts' file, and the clips beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::media::ogg::{Clip, ClipFault};
use crate::terms::ids::{Language, ListId, PersonId, SessionId};

/// File name of the texts in the folder of voices.
const FILE: &str = "voices.toml";

/// Something that is said: by its speaker in one language, by interpreters in the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said(pub BTreeMap<Language, Clip>);

/// The statement of a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Who delivers it.
    pub person: PersonId,
    /// In which language.
    pub language: Language,
    /// The statement.
    pub said: Said,
    /// Its text in each language, as it is handed in.
    pub texts: BTreeMap<Language, String>,
    /// With which the chair gives the floor.
    pub giving: Said,
}

/// A message for the chat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Who writes it.
    pub person: PersonId,
    /// In which language.
    pub language: Language,
    /// The text.
    pub text: String,
}

/// All that is said in a demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// In which session.
    pub session: SessionId,
    /// Who conducts it.
    pub chair: PersonId,
    /// The list that delegations ask for the floor on.
    pub list: ListId,
    /// What the chair says when the session is opened.
    pub opening: Said,
    /// When it is resumed.
    pub resuming: Said,
    /// When the floor is given to a delegation without a statement here.
    pub giving: Said,
    /// After a statement.
    pub thanking: Said,
    /// What interpreters say while somebody real speaks, whom they cannot follow.
    pub interpreting: Said,
    /// Statements, in the order in which their delegations first ask for the floor.
    pub statements: Vec<Statement>,
    /// Messages, in the order in which they are written.
    pub messages: Vec<Message>,
}

/// Why a script cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ScriptFault {
    /// The file of texts cannot be read.
    #[error("{path} cannot be read: {reason}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// It is not written as it should be.
    #[error("{path}: {reason}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        reason: String,
    },
    /// A clip is not there or not usable.
    #[error(transparent)]
    Clip(#[from] ClipFault),
}

/// The file as written. What is only for making the clips is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    session: SessionId,
    chair: PersonId,
    list: ListId,
    #[serde(rename = "voices")]
    _voices: toml::Value,
    #[serde(rename = "interpreters")]
    _interpreters: toml::Value,
    lines: Vec<LineText>,
    statements: Vec<StatementText>,
    #[serde(default)]
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineText {
    id: String,
    text: BTreeMap<Language, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementText {
    id: String,
    person: PersonId,
    language: Language,
    text: BTreeMap<Language, String>,
    giving: BTreeMap<Language, String>,
}

impl Script {
    /// Reads the script in a folder of voices; none if there is no such folder.
    ///
    /// # Errors
    /// If its texts are not written as they should be, or a text has no clip.
    pub fn read(folder: &Path) -> Result<Option<Self>, ScriptFault> {
        let path = folder.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(reason) => return Err(ScriptFault::Unreadable { path, reason }),
        };
        let malformed = |reason: String| ScriptFault::Malformed { path: path.clone(), reason };
        let file: File = toml::from_str(&text).map_err(|error| malformed(error.to_string()))?;
        let line = |id: &str| {
            let text = file.lines.iter().find(|line| line.id == id).map(|line| &line.text);
            let text = text.ok_or_else(|| malformed(format!("the line \"{id}\" is missing")))?;
            said(folder, id, text)
        };
        let statement = |told: &StatementText| {
            if !told.text.contains_key(&told.language) {
                let reason = format!("the statement \"{}\" has no text in its own language", told.id);
                return Err(malformed(reason));
            }
            Ok(Statement {
                person: told.person.clone(),
                language: told.language.clone(),
                said: said(folder, &told.id, &told.text)?,
                texts: told.text.clone(),
                giving: said(folder, &format!("giving-{}", told.id), &told.giving)?,
            })
        };
        Ok(Some(Self {
            opening: line("opening")?,
            resuming: line("resuming")?,
            giving: line("giving")?,
            thanking: line("thanking")?,
            interpreting: line("interpreting")?,
            statements: file.statements.iter().map(statement).collect::<Result<_, _>>()?,
            session: file.session,
            chair: file.chair,
            list: file.list,
            messages: file.messages,
        }))
    }

    /// Everybody who says or writes something.
    pub fn people(&self) -> BTreeSet<&PersonId> {
        let speakers = self.statements.iter().map(|statement| &statement.person);
        speakers.chain(self.messages.iter().map(|message| &message.person)).chain([&self.chair]).collect()
    }
}

/// The clips of a text, one for each language.
fn said(folder: &Path, id: &str, text: &BTreeMap<Language, String>) -> Result<Said, ScriptFault> {
    let clip = |language: &Language| {
        Clip::read(&folder.join(format!("{id}.{language}.opus"))).map(|clip| (language.clone(), clip))
    };
    Ok(Said(text.keys().map(clip).collect::<Result<_, _>>()?))
}
