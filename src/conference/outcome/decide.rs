//! Whether a version of the outcome document is kept, opened for corrections, corrected, issued.

use std::sync::Arc;

use super::{Command, Correction, Event, Kept, Reply, Version};
use crate::conference::{Conference, access, event};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{CommentId, CorrectionId, DelegationId, Language, Moment, ParagraphId, PersonId};
use crate::terms::limits;
use crate::terms::text::Kind;

/// Decides what a command makes happen.
///
/// # Errors
/// Why it is refused.
pub(in crate::conference) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let state = &conference.outcome;
    let happened = match command {
        Command::SetOriginal { language } => {
            serves(conference, actor)?;
            not_issued(conference)?;
            known_language(conference, language)?;
            if conference.original() == Some(language) {
                return Ok(Vec::new());
            }
            Event::OriginalSet { language: language.clone() }
        }
        Command::CommentOnParagraph { paragraph, language, text } => {
            known_language(conference, language)?;
            refusal::room_for_one(state.comments.len(), limits::COMMENTS_MAX)?;
            refusal::room_for_one(state.commented as usize, limits::COMMENTS_EVER_MAX)?;
            Event::ParagraphCommented {
                comment: CommentId::numbered("c", conference.seq + 1),
                paragraph: paragraph.clone(),
                language: language.clone(),
                by: actor.clone(),
                text: said(text, limits::COMMENT_CHARS_MAX)?,
            }
        }
        Command::SettleComment { comment } => {
            if !state.comments.iter().any(|known| known.id == *comment) {
                return Err(Refusal::Unknown { field: Field::Comment });
            }
            Event::CommentSettled { comment: comment.clone(), by: actor.clone() }
        }
        Command::OpenCorrections { version, until_ms } => {
            serves(conference, actor)?;
            not_issued(conference)?;
            known_version(conference, *version)?;
            Event::CorrectionsOpened { version: *version, until_ms: *until_ms }
        }
        Command::CloseCorrections {} => {
            serves(conference, actor)?;
            if !state.window.is_some_and(|window| window.open) {
                return Ok(Vec::new());
            }
            Event::CorrectionsClosed {}
        }
        Command::AskForCorrection { paragraph, language, text } => {
            asked(conference, actor, (paragraph, language), text)?
        }
        Command::WithdrawCorrection { correction } => withdrawn(conference, actor, correction)?,
        Command::AnswerCorrection { correction, accepted, remark } => {
            match answered(conference, actor, correction, (*accepted, remark))? {
                Some(answered) => answered,
                None => return Ok(Vec::new()),
            }
        }
        Command::IssueOutcome { version, standing } => {
            serves(conference, actor)?;
            known_version(conference, *version)?;
            if state.issued.is_some_and(|(issued, so, _)| issued == *version && so == *standing) {
                return Ok(Vec::new());
            }
            Event::OutcomeIssued { version: *version, standing: *standing }
        }
        Command::TakeBackOutcome {} => {
            serves(conference, actor)?;
            if state.issued.is_none() {
                return Ok(Vec::new());
            }
            Event::OutcomeTakenBack {}
        }
    };
    Ok(vec![event::Event::Outcome(happened)])
}

/// A correction that somebody asks for, for their delegation.
fn asked(
    conference: &Conference,
    actor: &PersonId,
    (paragraph, language): (&ParagraphId, &Language),
    text: &str,
) -> Result<Event, Refusal> {
    let state = &conference.outcome;
    let delegation = seat(conference, actor).ok_or(Refusal::NoSeat {})?;
    let window = state.window.filter(|window| window.open).ok_or(Refusal::NoCorrections {})?;
    known_language(conference, language)?;
    refusal::room_for_one(state.asked as usize, limits::CORRECTIONS_MAX)?;
    let theirs = state.corrections.iter().filter(|known| known.delegation == delegation).count();
    refusal::room_for_one(theirs, limits::CORRECTIONS_OF_ONE_MAX)?;
    Ok(Event::CorrectionAsked {
        correction: CorrectionId::numbered("x", conference.seq + 1),
        delegation,
        by: actor.clone(),
        version: window.version,
        paragraph: paragraph.clone(),
        language: language.clone(),
        text: said(text, limits::CORRECTION_CHARS_MAX)?,
    })
}

fn withdrawn(conference: &Conference, actor: &PersonId, id: &CorrectionId) -> Result<Event, Refusal> {
    let known = known_correction(conference, id)?;
    if seat(conference, actor).as_ref() != Some(&known.delegation) {
        return Err(Refusal::NotYourSeat {});
    }
    if known.reply.is_some() {
        return Err(Refusal::CorrectionAnswered {});
    }
    Ok(Event::CorrectionWithdrawn { correction: id.clone() })
}

/// Nothing where it was answered so already.
fn answered(
    conference: &Conference,
    actor: &PersonId,
    id: &CorrectionId,
    (accepted, remark): (bool, &str),
) -> Result<Option<Event>, Refusal> {
    let known = known_correction(conference, id)?;
    let remark = refusal::text(Kind::Lines, Field::Remark, remark, limits::COMMENT_CHARS_MAX)?;
    let reply = Reply { by: actor.clone(), accepted, remark };
    let as_it_is = |was: &Reply| (was.accepted, &was.remark) == (reply.accepted, &reply.remark);
    let is_new = !known.reply.as_ref().is_some_and(as_it_is);
    Ok(is_new.then_some(Event::CorrectionAnswered { correction: id.clone(), reply }))
}

fn known_correction<'a>(conference: &'a Conference, id: &CorrectionId) -> Result<&'a Correction, Refusal> {
    let found = conference.outcome.corrections.iter().find(|known| known.id == *id);
    found.map(Arc::as_ref).ok_or(Refusal::Unknown { field: Field::Correction })
}

/// Decides on a text that is to be kept as a version.
///
/// # Errors
/// Why it is refused.
pub(in crate::conference) fn keep(
    conference: &Conference,
    kept: &Kept,
) -> Result<Vec<event::Event>, Refusal> {
    may_keep_version(conference, &kept.by, &kept.name)?;
    let original = conference.original().ok_or(Refusal::NotInSession {})?;
    let version = Version {
        number: u32::try_from(conference.outcome.versions.len()).unwrap_or(u32::MAX).saturating_add(1),
        name: refusal::text(Kind::Line, Field::Name, &kept.name, limits::VERSION_NAME_CHARS_MAX)?,
        by: kept.by.clone(),
        at_ms: kept.at_ms,
        seq: kept.seq,
        original: original.clone(),
        content: kept.content.clone(),
    };
    Ok(vec![event::Event::Outcome(Event::VersionKept { version: Box::new(version) })])
}

/// Whether somebody may keep a version under a name: nothing is put together of what would not be kept.
///
/// # Errors
/// Why not.
pub fn may_keep_version(conference: &Conference, actor: &PersonId, name: &str) -> Result<(), Refusal> {
    if !access::keeps_any_record(conference, actor) {
        return Err(Refusal::NotAllowed {});
    }
    let name = refusal::text(Kind::Line, Field::Name, name, limits::VERSION_NAME_CHARS_MAX)?;
    if name.is_empty() {
        return Err(Refusal::Empty { field: Field::Name });
    }
    refusal::room_for_one(conference.outcome.versions.len(), limits::VERSIONS_MAX)
}

/// Decides on the end of a time for corrections; nothing where another was set since.
pub(in crate::conference) fn end_corrections(conference: &Conference, until_ms: Moment) -> Vec<event::Event> {
    let ends = conference.outcome.window.is_some_and(|window| window.open && window.until_ms == until_ms);
    if ends { vec![event::Event::Outcome(Event::CorrectionsClosed {})] } else { Vec::new() }
}

fn serves(conference: &Conference, actor: &PersonId) -> Result<(), Refusal> {
    if access::serves_all(conference, actor) { Ok(()) } else { Err(Refusal::OfConference {}) }
}

fn not_issued(conference: &Conference) -> Result<(), Refusal> {
    if conference.outcome.issued.is_some() { Err(Refusal::OutcomeIssued {}) } else { Ok(()) }
}

fn known_language(conference: &Conference, language: &Language) -> Result<(), Refusal> {
    if conference.languages().contains(language) {
        Ok(())
    } else {
        Err(Refusal::Unknown { field: Field::Language })
    }
}

fn known_version(conference: &Conference, number: u32) -> Result<(), Refusal> {
    conference.outcome.version(number).map(|_| ()).ok_or(Refusal::Unknown { field: Field::Version })
}

fn seat(conference: &Conference, actor: &PersonId) -> Option<DelegationId> {
    let plan = conference.live.as_deref()?;
    plan.seat_of(conference.participant(actor)?).map(|seat| seat.id.clone())
}

fn said(text: &str, chars_max: u32) -> Result<String, Refusal> {
    let text = refusal::text(Kind::Lines, Field::Text, text, chars_max)?;
    if text.is_empty() { Err(Refusal::Empty { field: Field::Text }) } else { Ok(text) }
}
