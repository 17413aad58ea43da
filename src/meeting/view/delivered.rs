//! What was said in a session that is over, as everybody may read it where the conference lets the public listen: who spoke,
//! for whom, when, and the text in the language of delivery, as far as all in the session may read it.

use std::sync::Arc;

use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::{Entry, ListKind, RequestState};
use crate::meeting::proceedings::{Fact, Named, Paragraph, Seat, Statement};
use crate::meeting::statements::texts::{Text, is_delivered};
use crate::terms::ids::{DelegationId, Language, Moment, RequestId, Seq, Wording};

/// How a statement came before the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// From the floor, on a list of this kind.
    Floor(ListKind),
    /// On the stage of a panel.
    Stage,
    /// Filed in writing.
    Writing,
}

/// A statement as everybody may read it. Names are as they were known then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredView {
    /// Its paragraph of the proceedings: its name.
    pub seq: Seq,
    /// When it began, or was filed.
    pub at_ms: Moment,
    /// How it came before the meeting.
    pub manner: Manner,
    /// Whose it is; none on a stage.
    pub seat: Option<Wording>,
    /// Who made it; may be empty.
    pub name: Wording,
    /// Their function; may be empty.
    pub function: Wording,
    /// On whose behalf also, in the delegation's own words; may be empty.
    pub on_behalf_of: String,
    /// Whose statement it replied to.
    pub reply_to: Option<Wording>,
    /// The language spoken; none where that is not known.
    pub language: Option<Language>,
    /// Its text in that language; of one that was filed in writing, the official. None where none was given.
    pub text: Option<Text>,
}

/// The statements of a session in order; none before it is over, and where the public may not listen.
pub fn delivered(meeting: &Meeting) -> Vec<DeliveredView> {
    let public = meeting.charter.as_ref().is_some_and(|charter| charter.public_listening);
    if !public || meeting.programme.phase != Phase::Closed {
        return Vec::new();
    }
    meeting.proceedings.all().filter_map(|paragraph| view(meeting, paragraph)).collect()
}

/// Whether what was delivered is the same in two states for certain. If not, it may be the same still.
pub fn is_delivered_alike(one: &Meeting, other: &Meeting) -> bool {
    one.programme.phase == other.programme.phase
        // Of few paragraphs it is not known that they are the very same ones.
        && (one.proceedings.is_as_in(&other.proceedings) || one.proceedings == other.proceedings)
        && Arc::ptr_eq(&one.speakers, &other.speakers)
        && one.texts.differing(&other.texts).next().is_none()
}

fn view(meeting: &Meeting, paragraph: &Paragraph) -> Option<DeliveredView> {
    let (seq, at_ms) = (paragraph.seq, paragraph.at_ms);
    if let Fact::Statement(statement) = &paragraph.fact {
        return Some(from_floor(meeting, seq, at_ms, statement));
    }
    if let Fact::OnStage { speaker, .. } = &paragraph.fact {
        return Some(DeliveredView { manner: Manner::Stage, ..by(seq, at_ms, Some(speaker)) });
    }
    let Fact::FiledInWriting { seat: Seat { delegation, name } } = &paragraph.fact else { return None };
    let filed = |entry: &Entry| entry.state == RequestState::ToWritten && entry.since_ms == at_ms;
    let text = ended(meeting, delegation, filed).and_then(|request| official(meeting, request));
    let seat = Some(name.clone());
    Some(DeliveredView { manner: Manner::Writing, seat, text, ..by(seq, at_ms, None) })
}

fn from_floor(meeting: &Meeting, seq: Seq, at_ms: Moment, statement: &Statement) -> DeliveredView {
    let Statement { seat, language, .. } = statement;
    // A turn ends its request: of those of the delegation the first that ended after this began is the one.
    let heard = |entry: &Entry| {
        let kind = meeting.speakers.list(&entry.request.list).map(|list| list.plan.kind);
        entry.state == RequestState::Finished && entry.since_ms >= at_ms && kind == Some(statement.kind)
    };
    let request = ended(meeting, &seat.delegation, heard);
    let text = request.and_then(|request| meeting.texts.text(request, language));
    DeliveredView {
        manner: Manner::Floor(statement.kind),
        seat: Some(seat.name.clone()),
        on_behalf_of: statement.on_behalf_of.clone(),
        reply_to: statement.reply_to.as_ref().map(|seat| seat.name.clone()),
        language: Some(language.clone()),
        text: text.map(|(_, text)| text.clone()),
        ..by(seq, at_ms, statement.speaker.as_ref())
    }
}

/// What is said of a statement by somebody, or nobody that is known.
fn by(seq: Seq, at_ms: Moment, speaker: Option<&Named>) -> DeliveredView {
    DeliveredView {
        seq,
        at_ms,
        manner: Manner::Stage,
        seat: None,
        name: speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
        function: speaker.map(|speaker| speaker.function.clone()).unwrap_or_default(),
        on_behalf_of: String::new(),
        reply_to: None,
        language: None,
        text: None,
    }
}

/// The request of a delegation that fits and ended first in this sitting, if its text may be read by all.
fn ended<'a>(
    meeting: &'a Meeting,
    delegation: &DelegationId,
    fits: impl Fn(&Entry) -> bool,
) -> Option<&'a RequestId> {
    let of_it = |entry: &&Entry| {
        entry.request.delegation == *delegation
            && entry.sitting.is_none()
            && is_delivered(entry)
            && fits(entry)
    };
    let first = meeting.speakers.requests.values().filter(of_it).min_by_key(|entry| entry.since_ms);
    first.map(|entry| &entry.request.id)
}

/// The official text of a request, or the one that came first.
fn official(meeting: &Meeting, request: &RequestId) -> Option<Text> {
    let texts = meeting.texts.of(request);
    let official = texts.iter().find(|(_, text)| text.official).or(texts.first());
    official.map(|(_, text)| text.clone())
}
