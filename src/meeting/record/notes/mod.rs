//! Notes of those who keep the record, beside the proceedings: moments that they marked, and what was said in each
//! statement, in the manner of a summary record. They see them alone; what becomes of them the report says.

mod commands;
mod decide;
mod events;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::terms::ids::{Language, MarkId, Moment, PersonId, TurnId};

/// What a participant may ask of the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "NotesCommand"), schemars(rename = "NotesCommand"))]
pub enum Command {
    /// Mark this moment, and whose turn it is.
    MarkMoment {
        /// What is to be remembered of it, at most 500 characters; may be empty.
        note: String,
    },
    /// Note something else at a mark.
    NoteAtMark {
        /// Which.
        mark: MarkId,
        /// What is to be remembered, at most 500 characters; may be empty.
        note: String,
    },
    /// Take a mark away.
    RemoveMark {
        /// Which.
        mark: MarkId,
    },
    /// Write what was said in a statement, in the place of what was written of it in that language.
    WriteSummary {
        /// Which turn.
        turn: TurnId,
        /// In which of the session's languages.
        language: Language,
        /// What was said, at most 4,000 characters; empty to take it away.
        text: String,
        /// Version that the sender saw, 0 where there was none; another version refuses it. Null: whatever it is.
        version: Option<u32>,
    },
}

/// What happened to the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A moment was marked.
    MomentMarked {
        /// Which mark.
        mark: MarkId,
        /// By whom.
        by: PersonId,
        /// Whose turn it was, if anybody's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        turn: Option<TurnId>,
        /// What is to be remembered of it; may be empty.
        note: String,
    },
    /// Something else was noted at a mark.
    MarkNoted {
        /// Which.
        mark: MarkId,
        /// What is to be remembered; may be empty.
        note: String,
    },
    /// A mark was taken away.
    MarkRemoved {
        /// Which.
        mark: MarkId,
    },
    /// It was written what was said in a statement.
    SummaryWritten {
        /// Which turn.
        turn: TurnId,
        /// In which language.
        language: Language,
        /// By whom.
        by: PersonId,
        /// What was said; empty if it was taken away.
        text: String,
    },
}

/// A moment that was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub id: MarkId,
    /// When.
    pub at_ms: Moment,
    /// By whom.
    pub by: PersonId,
    /// Whose turn it was, if anybody's.
    pub turn: Option<TurnId>,
    /// What is to be remembered of it; may be empty.
    pub note: String,
}

/// What was said in a statement, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Counts how often it was written, from 1.
    pub version: u32,
    /// Who wrote it last.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// What was said; empty if it was taken away.
    pub text: String,
}

/// The notes so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Marks in the order of time.
    pub marks: imbl::Vector<Mark>,
    /// How many moments were ever marked.
    pub marked: u32,
    summaries: imbl::OrdMap<(TurnId, Language), Summary>,
}

impl State {
    /// A mark and its place, from 0.
    pub fn mark(&self, id: &MarkId) -> Option<(usize, &Mark)> {
        self.marks.iter().enumerate().find(|(_, mark)| mark.id == *id)
    }

    /// What was written of a statement in a language, and stands.
    pub fn summary(&self, turn: &TurnId, language: &Language) -> Option<&Summary> {
        self.summaries.get(&(turn.clone(), language.clone())).filter(|summary| !summary.text.is_empty())
    }

    /// All that was written and stands, by turn and language.
    pub fn summaries(&self) -> impl Iterator<Item = (&TurnId, &Language, &Summary)> {
        let standing = self.summaries.iter().filter(|(_, summary)| !summary.text.is_empty());
        standing.map(|((turn, language), summary)| (turn, language, summary))
    }

    /// How often it was written of a statement in a language.
    fn version(&self, turn: &TurnId, language: &Language) -> u32 {
        self.summaries.get(&(turn.clone(), language.clone())).map_or(0, |summary| summary.version)
    }

    fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::MomentMarked { mark, by, turn, note } => {
                let (id, by, turn, note) = (mark.clone(), by.clone(), turn.clone(), note.clone());
                self.marks.push_back(Mark { id, at_ms, by, turn, note });
                self.marked = self.marked.saturating_add(1);
            }
            Event::MarkNoted { mark, note } => {
                if let Some((at, _)) = self.mark(mark)
                    && let Some(mark) = self.marks.get_mut(at)
                {
                    mark.note.clone_from(note);
                }
            }
            Event::MarkRemoved { mark } => {
                if let Some((at, _)) = self.mark(mark) {
                    self.marks.remove(at);
                }
            }
            Event::SummaryWritten { turn, language, by, text } => {
                let version = self.version(turn, language).saturating_add(1);
                let (by, text) = (by.clone(), text.clone());
                let summary = Summary { version, by, at_ms, text };
                self.summaries.insert((turn.clone(), language.clone()), summary);
            }
        }
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let notes = &meeting.notes;
    let mut ids: Vec<&MarkId> = notes.marks.iter().map(|mark| &mark.id).collect();
    ids.sort();
    let twice = ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    Meeting::first_broken(&[
        (!twice, "a mark is there twice"),
        (notes.marks.len() <= notes.marked as usize, "more marks are there than were ever made"),
    ])
}
