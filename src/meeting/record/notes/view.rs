//! The notes, as those see them who keep the record.
//!
//! Seen: `mark`, `summary` and `unheard` by `record`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::proceedings::Fact;
use crate::meeting::view::Key;
use crate::terms::ids::{DelegationId, Language, MarkId, Moment, PersonId, TurnId};

/// A moment that was marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MarkView {
    /// Which.
    pub id: MarkId,
    /// When: sort by it.
    pub at_ms: Moment,
    /// By whom.
    pub by: PersonId,
    /// Whose turn it was, if anybody's.
    pub turn: Option<TurnId>,
    /// What is to be remembered of it; may be empty.
    pub note: String,
}

/// What was said in a statement, in one language. The id is that of the turn and the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SummaryView {
    /// The turn and the language.
    pub id: String,
    /// Of which turn.
    pub turn: TurnId,
    /// In which language.
    pub language: Language,
    /// What was said.
    pub text: String,
    /// Counts how often it was written, from 1.
    pub version: u32,
    /// Who wrote it last.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
}

/// Delegations that have made no statement in this session. There is one, with the id `unheard`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct UnheardView {
    /// Always `unheard`.
    pub id: String,
    /// Which, in the order of their ids.
    pub delegations: Vec<DelegationId>,
}

pub(in crate::meeting) fn mark(meeting: &Meeting, id: &MarkId) -> Option<MarkView> {
    let (_, mark) = meeting.notes.mark(id)?;
    let (by, turn, note) = (mark.by.clone(), mark.turn.clone(), mark.note.clone());
    Some(MarkView { id: id.clone(), at_ms: mark.at_ms, by, turn, note })
}

/// The id of a summary on the wire.
pub(in crate::meeting) fn summary_id(turn: &TurnId, language: &Language) -> String {
    format!("{turn}-{language}")
}

pub(in crate::meeting) fn summary(
    meeting: &Meeting,
    turn: &TurnId,
    language: &Language,
) -> Option<SummaryView> {
    let summary = meeting.notes.summary(turn, language)?;
    Some(SummaryView {
        id: summary_id(turn, language),
        turn: turn.clone(),
        language: language.clone(),
        text: summary.text.clone(),
        version: summary.version,
        by: summary.by.clone(),
        at_ms: summary.at_ms,
    })
}

pub(in crate::meeting) fn unheard(meeting: &Meeting) -> UnheardView {
    let heard: BTreeSet<&DelegationId> = meeting.proceedings.facts().filter_map(speaker).collect();
    let seats = meeting.roster.delegations().map(|seat| &seat.id);
    let delegations: BTreeSet<&DelegationId> = seats.filter(|id| !heard.contains(id)).collect();
    UnheardView { id: "unheard".to_owned(), delegations: delegations.into_iter().cloned().collect() }
}

fn speaker(fact: &Fact) -> Option<&DelegationId> {
    let Fact::Statement(statement) = fact else { return None };
    Some(&statement.seat.delegation)
}

/// All that the scope holds.
pub(in crate::meeting) fn keys(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let marks = meeting.notes.marks.iter().map(|mark| Key::Mark(mark.id.clone()));
    let summaries = meeting.notes.summaries();
    let summaries = summaries.map(|(turn, language, _)| Key::Summary(turn.clone(), language.clone()));
    marks.chain(summaries).chain([Key::Unheard])
}
