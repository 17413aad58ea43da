//! Captions as they are seen.
//!
//! Seen: `captions` and `caption` by `everyone`; `captioner`, who writes them, by `booths`.

use serde::{Deserialize, Serialize};

use super::Captions;
use crate::meeting::Meeting;
use crate::meeting::view::Key;
use crate::terms::ids::{CaptionId, Language, Moment, PersonId};

/// That there are captions in a language. The id is that of the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaptionsView {
    /// The language.
    pub id: Language,
    /// Whether a machine writes them: nobody is on.
    pub machine: bool,
}

/// A line of captions. A view holds the newest of each language; what is corrected to nothing goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaptionView {
    /// Which.
    pub id: CaptionId,
    /// In which language.
    pub language: Language,
    /// When it was written: sort by it, then by the number in the id.
    pub at_ms: Moment,
    /// What is said.
    pub text: String,
    /// Whether a machine wrote it.
    pub machine: bool,
    /// Whether it was put right.
    pub corrected: bool,
}

/// Who writes the captions of a language. The id is that of the language; their name, `official` tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaptionerView {
    /// The language.
    pub id: Language,
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since_ms: Moment,
}

pub(in crate::meeting) fn captions(meeting: &Meeting, language: &Language) -> Option<CaptionsView> {
    let of = meeting.captions.of(language).filter(|of| of.are_shown())?;
    Some(CaptionsView { id: language.clone(), machine: of.on.is_none() })
}

pub(in crate::meeting) fn caption(meeting: &Meeting, id: &CaptionId) -> Option<CaptionView> {
    let (language, line) = meeting.captions.line(id)?;
    Some(CaptionView {
        id: id.clone(),
        language: language.clone(),
        at_ms: line.at_ms,
        text: line.text.clone(),
        machine: line.machine,
        corrected: line.corrected,
    })
}

pub(in crate::meeting) fn captioner(meeting: &Meeting, language: &Language) -> Option<CaptionerView> {
    let on = meeting.captions.of(language)?.on.as_ref()?;
    Some(CaptionerView { id: language.clone(), person: on.person.clone(), since_ms: on.since_ms })
}

fn shown(meeting: &Meeting) -> impl Iterator<Item = (&Language, &Captions)> {
    meeting.captions.by_language.iter().filter(|(_, of)| of.are_shown())
}

/// All that everyone sees of them.
pub(in crate::meeting) fn keys(meeting: &Meeting) -> impl Iterator<Item = Key> {
    shown(meeting).flat_map(|(language, of)| {
        let lines = of.lines.iter().map(|line| Key::Caption(line.id.clone()));
        [Key::Captions(language.clone())].into_iter().chain(lines)
    })
}

/// Who writes them.
pub(in crate::meeting) fn captioners(meeting: &Meeting) -> impl Iterator<Item = Key> {
    shown(meeting).filter(|(_, of)| of.on.is_some()).map(|(language, _)| Key::Captioner(language.clone()))
}
