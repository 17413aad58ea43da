//! The proceedings, as the wire carries them: the newest paragraphs live, the earlier ones page by page. Everybody in
//! the session reads all of them, and nobody else any.
//!
//! Seen: `paragraph` by `everyone`: it holds only what all may see anyway.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::proceedings::{Fact, Paragraph};
use crate::meeting::view::Key;
use crate::terms::ids::{Moment, Seq};
use crate::terms::limits;

/// A paragraph of the proceedings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ParagraphView {
    /// Its name, which it keeps.
    pub id: String,
    /// Its number, from 1 without a gap: sort by it. It changes if an earlier act is undone.
    pub number: u32,
    /// When it happened.
    pub at_ms: Moment,
    /// What happened.
    pub fact: Fact,
}

/// The paragraphs that pages are kept up to date with.
pub(in crate::meeting) fn keys(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.proceedings.shown().map(|(_, paragraph)| Key::Paragraph(paragraph.seq))
}

pub(in crate::meeting) fn paragraph(meeting: &Meeting, seq: Seq) -> Option<ParagraphView> {
    let (number, paragraph) = meeting.proceedings.of(seq)?;
    meeting.proceedings.is_shown(number).then(|| paragraph_view(number, paragraph))
}

pub(in crate::meeting) fn paragraph_view(number: u32, paragraph: &Paragraph) -> ParagraphView {
    let Paragraph { seq, at_ms, fact } = paragraph;
    ParagraphView { id: seq.to_string(), number, at_ms: *at_ms, fact: fact.clone() }
}

/// What of the newest paragraphs differs between two states: any event may tell, amend or take back.
pub(in crate::meeting) fn touched(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let (before, after) = (&before.proceedings, &after.proceedings);
    if after.is_as_in(before) {
        return BTreeSet::new();
    }
    let differs = |seq: Seq| match (before.of(seq), after.of(seq)) {
        (Some((was, told)), Some((is, tells))) => {
            was != is || !std::sync::Arc::ptr_eq(told, tells) || before.is_shown(was) != after.is_shown(is)
        }
        (None, None) => false,
        (None, Some(_)) | (Some(_), None) => true,
    };
    let seqs = before.shown().chain(after.shown()).map(|(_, paragraph)| paragraph.seq);
    seqs.filter(|seq| differs(*seq)).map(Key::Paragraph).collect()
}

/// Paragraphs before a number, or the newest: the oldest first, at most `limit` and [`limits::PAGE_PARAGRAPHS_MAX`];
/// and whether there are earlier ones still.
pub fn proceedings(meeting: &Meeting, before: Option<u32>, limit: usize) -> (Vec<ParagraphView>, bool) {
    let state = &meeting.proceedings;
    let end = before.unwrap_or(u32::MAX).min(state.len() + 1);
    let limit = u32::try_from(limit.min(limits::PAGE_PARAGRAPHS_MAX)).unwrap_or(0);
    let begin = end.saturating_sub(limit).max(state.first());
    let numbered = (begin..end).filter_map(|number| Some(paragraph_view(number, state.numbered(number)?)));
    (numbered.collect(), begin > state.first())
}
