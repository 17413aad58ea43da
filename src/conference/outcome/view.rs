//! What is seen of the outcome document beside its text.
//!
//! Seen: `outcome`, `outcome_version` and `outcome_comment` by `record`; `outcome_correction` by `record` and, that of one's own
//! delegation, by each `person`; `shown_outcome` by `conference`.

use serde::{Deserialize, Serialize};

use super::{Comment, Correction, Reply, Version};
use crate::conference::key_messages::IssuedAs;
use crate::conference::view::Entity;
use crate::conference::{Conference, access};
use crate::terms::ids::{
    CommentId, CorrectionId, DelegationId, Language, Moment, ParagraphId, PersonId, Wording,
};

/// How the outcome document stands, for those who write it. There is one, with the id `outcome`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeView {
    /// Always `outcome`.
    pub id: String,
    /// The language in which it is written first.
    pub original: Language,
    /// The version that was opened for corrections last; null if none was.
    pub corrections_to: Option<u32>,
    /// Until when they are taken; null while they are not.
    pub corrections_until_ms: Option<Moment>,
    /// The version that is before the public; null while none is. While one is, nothing is written.
    pub issued_version: Option<u32>,
    /// In which way; null while it is not.
    pub standing: Option<IssuedAs>,
    /// Who may write it.
    pub writers: Vec<OutcomeWriterView>,
}

/// Somebody who may write the outcome document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeWriterView {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Wording,
}

/// A version of the outcome document that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeVersionView {
    /// `v` and its number.
    pub id: String,
    /// Counts from 1.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Who kept it.
    pub by: PersonId,
    /// Their name.
    pub author: Wording,
    /// When.
    pub at_ms: Moment,
}

/// What somebody said at a paragraph, until it is seen to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeCommentView {
    /// Which.
    pub id: CommentId,
    /// At which paragraph.
    pub paragraph: ParagraphId,
    /// At its text in which language.
    pub language: Language,
    /// Who.
    pub by: PersonId,
    /// Their name.
    pub author: Wording,
    /// What.
    pub text: String,
    /// When.
    pub at_ms: Moment,
}

/// What a delegation has asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeCorrectionView {
    /// Which.
    pub id: CorrectionId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Its name.
    pub name: Wording,
    /// To which version.
    pub version: u32,
    /// To which paragraph.
    pub paragraph: ParagraphId,
    /// To its text in which language.
    pub language: Language,
    /// What for.
    pub text: String,
    /// When.
    pub at_ms: Moment,
    /// What it was answered; null while it was not.
    pub reply: Option<Reply>,
}

/// The version that all in the conference may read, while there is one. There is at most one, with the id `outcome`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ShownOutcomeView {
    /// Always `outcome`.
    pub id: String,
    /// Which version.
    pub version: u32,
    /// In which way it is before the public; null while it is open for corrections.
    pub standing: Option<IssuedAs>,
    /// Until when delegations may ask for corrections; null where it is before the public.
    pub corrections_until_ms: Option<Moment>,
}

/// The content of a version that somebody may read: those who keep the record read all, others the one that is shown.
pub fn readable<'a>(conference: &'a Conference, person: &PersonId, number: u32) -> Option<&'a Version> {
    let shown = conference.outcome.shown() == Some(number) && conference.knows(person);
    let may = shown || access::keeps_any_record(conference, person);
    conference.outcome.version(number).filter(|_| may)
}

/// The version that somebody takes home: of those that they may read, the one that is issued, else the newest.
pub fn readable_at_hand<'a>(conference: &'a Conference, person: &PersonId) -> Option<&'a Version> {
    let at_hand = conference.outcome.at_hand().map(|version| version.number);
    let numbers = at_hand.into_iter().chain(conference.outcome.shown());
    numbers.into_iter().find_map(|number| readable(conference, person, number))
}

/// What those see who keep the record.
pub(in crate::conference) fn of_record(conference: &Conference) -> Vec<Entity> {
    let Some(original) = conference.original() else { return Vec::new() };
    let state = &conference.outcome;
    let open = state.window.filter(|window| window.open);
    let writers = access::record_keepers(conference)
        .map(|person| OutcomeWriterView { person: person.id.clone(), name: person.name.clone() });
    let stands = Entity::Outcome(OutcomeView {
        id: "outcome".to_owned(),
        original: original.clone(),
        corrections_to: state.window.map(|window| window.version),
        corrections_until_ms: open.map(|window| window.until_ms),
        issued_version: state.issued.map(|(version, ..)| version),
        standing: state.issued.map(|(_, standing, _)| standing),
        writers: writers.collect(),
    });
    let versions = state.versions.iter().map(|version| {
        let Version { number, name, by, at_ms, .. } = version.as_ref().clone();
        let (id, author) = (format!("v{number}"), name_of(conference, &by));
        Entity::OutcomeVersion(OutcomeVersionView { id, number, name, by, author, at_ms })
    });
    let comments = state.comments.iter().map(|comment| {
        let Comment { id, paragraph, language, by, text, at_ms } = comment.as_ref().clone();
        let author = name_of(conference, &by);
        Entity::OutcomeComment(OutcomeCommentView { id, paragraph, language, by, author, text, at_ms })
    });
    let corrections = state.corrections.iter().map(|one| correction(conference, one));
    std::iter::once(stands).chain(versions).chain(comments).chain(corrections).collect()
}

/// What all see.
pub(in crate::conference) fn of_all(conference: &Conference) -> Option<Entity> {
    let state = &conference.outcome;
    let version = state.shown()?;
    let standing = state.issued.map(|(_, standing, _)| standing);
    let open = state.window.filter(|window| window.open && standing.is_none());
    let corrections_until_ms = open.map(|window| window.until_ms);
    let id = "outcome".to_owned();
    Some(Entity::ShownOutcome(ShownOutcomeView { id, version, standing, corrections_until_ms }))
}

/// What somebody's own delegation has asked for; nothing for those who see it all.
pub(in crate::conference) fn of_person(conference: &Conference, person: &PersonId) -> Vec<Entity> {
    if access::keeps_any_record(conference, person) {
        return Vec::new();
    }
    let plan = conference.live.as_deref();
    let seat = plan.zip(conference.participant(person)).and_then(|(plan, person)| plan.seat_of(person));
    let Some(seat) = seat else { return Vec::new() };
    let theirs = conference.outcome.corrections.iter().filter(|one| one.delegation == seat.id);
    theirs.map(|one| correction(conference, one)).collect()
}

fn correction(conference: &Conference, one: &Correction) -> Entity {
    let Correction { id, delegation, version, paragraph, language, text, at_ms, reply, .. } = one.clone();
    let plan = conference.live.as_deref();
    let seat = plan.and_then(|plan| plan.delegations.iter().find(|seat| seat.id == delegation));
    let name = seat.map(|seat| seat.short.clone()).unwrap_or_default();
    Entity::OutcomeCorrection(OutcomeCorrectionView {
        id,
        delegation,
        name,
        version,
        paragraph,
        language,
        text,
        at_ms,
        reply,
    })
}

fn name_of(conference: &Conference, person: &PersonId) -> Wording {
    conference.participant(person).map(|person| person.name.clone()).unwrap_or_default()
}
