//! What people wrote for the record beside what the logs tell: recommendations, key messages, the outcome document, documents.

use super::model::Kind;
use crate::conference::Conference;
use crate::conference::key_messages::Voice;
use crate::draft::reading::{self, text};
use crate::draft::rows::Row;
use crate::terms::ids::{DelegationId, SessionId, Wording};

/// What was written for the record; all may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// Recommendations, in order.
    pub recommendations: Vec<Wording>,
    /// Key messages, in order.
    pub messages: Vec<KeyMessage>,
    /// The outcome document.
    pub outcome: Vec<OutcomePart>,
    /// Documents that were before the conference, in order.
    pub documents: Vec<Listed>,
}

impl Notes {
    /// What the conference has of them: the key messages, issued or not, and the documents that were released.
    pub fn of(conference: &Conference) -> Self {
        let messages = conference.key_messages.messages.iter().map(|message| {
            let content = &message.content;
            KeyMessage {
                text: content.text.clone(),
                of_member_states: content.voice == Voice::MemberStates,
                session: content.source.as_ref().map(|source| source.session.clone()),
                delegations: content.delegation.iter().cloned().collect(),
                objectives: content.objectives.clone(),
            }
        });
        let documents = conference.documents.all().filter(|document| document.is_released());
        let documents = documents
            .map(|document| Listed { symbol: document.symbol.clone(), title: document.title.clone() });
        Self { messages: messages.collect(), documents: documents.collect(), ..Self::default() }
    }

    /// With the rows of a version of the outcome document; what a translation has alone is no part of it.
    #[must_use]
    pub fn with_outcome(self, rows: &[Row]) -> Self {
        let part = |row: &Row| {
            let said = row.cells.iter().map(|cell| (cell.language.clone(), text(&cell.runs)));
            let words = Wording(said.filter(|(_, text)| !text.trim().is_empty()).collect());
            if words.0.is_empty() {
                return None;
            }
            Some(match (row.kind, row.number) {
                (reading::Kind::Title, _) => OutcomePart::Title(words),
                (reading::Kind::Heading, _) => OutcomePart::Heading(words),
                (reading::Kind::Sub, Some(number)) => OutcomePart::Subparagraph(number, words),
                (reading::Kind::Numbered, _) => OutcomePart::Paragraph(words),
                (reading::Kind::Plain | reading::Kind::Sub, _) => OutcomePart::Line(words),
            })
        };
        Self { outcome: rows.iter().filter(|row| row.is_of_original()).filter_map(part).collect(), ..self }
    }
}

impl Notes {
    /// Whether anything is written that a document of this kind is made of; what the logs tell is there always.
    pub fn has(&self, kind: Kind) -> bool {
        match kind {
            Kind::KeyMessages => !self.messages.is_empty(),
            Kind::Outcome => !self.outcome.is_empty(),
            Kind::Log | Kind::Speakers | Kind::Attendance | Kind::Chat => true,
            Kind::Report | Kind::Participants => true,
        }
    }
}

/// A key message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMessage {
    /// What it says.
    pub text: Wording,
    /// Whether Member States voiced it, whose messages are kept apart from those of stakeholders.
    pub of_member_states: bool,
    /// The session in which it was voiced, if in one.
    pub session: Option<SessionId>,
    /// Who voiced it.
    pub delegations: Vec<DelegationId>,
    /// Numbers of the objectives that it bears on.
    pub objectives: Vec<u8>,
}

/// A part of the outcome document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomePart {
    /// Its title.
    Title(Wording),
    /// A heading.
    Heading(Wording),
    /// A paragraph without a number.
    Line(Wording),
    /// A paragraph with a number.
    Paragraph(Wording),
    /// A subparagraph: its place among those of its paragraph, from 1, and what it says.
    Subparagraph(u32, Wording),
}

/// A document that was before the conference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its symbol, such as `E/ESCWA/2021/1`; may be empty.
    pub symbol: String,
    /// Its title.
    pub title: Wording,
}
