//! Captions: what is said, written as it is said, one line after another in each language. They help those who hear badly or
//! not at all; they are an aid, and no record: no document, no fact of the proceedings and no search has them.
//!
//! A captioner writes in the language that the conference gives them, one at a time in each: whoever is *on*. A line that is
//! sent while nobody is on brings its sender on; a colleague takes over from whom they see there. Where nobody is on, a
//! machine may write, if the server has a service that turns speech into text; its lines are marked.
//!
//! The state and the views hold the newest lines alone; all are in the log, from which the files beside a recording are made.

mod commands;
mod decide;
mod events;
pub(in crate::meeting) mod view;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::terms::ids::{CaptionId, Language, Moment, PersonId};
use crate::terms::limits;
use crate::terms::people::Roster;

pub use decide::transcribable;
pub(in crate::meeting) use decide::{ended_with_session, transcribed};

/// What a participant may ask of the captions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "CaptionsCommand"), schemars(rename = "CaptionsCommand"))]
pub enum Command {
    /// Be the one who writes the captions of one's language.
    TakeCaptions {
        /// From whom one takes over: whom one sees on. Null: from nobody.
        from: Option<PersonId>,
    },
    /// Write them no longer. The lines that are shown go.
    LeaveCaptions {},
    /// Write a line. It brings whoever sends it on, if nobody is.
    Caption {
        /// What is said, one line of at most 200 characters.
        text: String,
    },
    /// Put a line right that is still shown.
    CorrectCaption {
        /// Which.
        caption: CaptionId,
        /// What is in its place, at most 200 characters; empty to take it away.
        text: String,
    },
}

/// What happened to the captions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A captioner is on, in the place of whoever was.
    CaptionsTaken {
        /// In which language.
        language: Language,
        /// Who.
        person: PersonId,
    },
    /// Nobody writes the captions of a language any more: whoever did has left them, or the session is over.
    CaptionsEnded {
        /// Of which language.
        language: Language,
    },
    /// A line was written.
    Captioned {
        /// Which.
        caption: CaptionId,
        /// In which language.
        language: Language,
        /// Who wrote it; none for a machine.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        /// When what it says was begun to be said, where that is known: a machine knows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spoken_ms: Option<Moment>,
        /// What is said.
        text: String,
    },
    /// A line was put right.
    CaptionCorrected {
        /// Which.
        caption: CaptionId,
        /// In which language.
        language: Language,
        /// What is in its place; empty if it was taken away.
        text: String,
    },
}

impl Event {
    /// Of which language.
    pub fn language(&self) -> &Language {
        match self {
            Self::CaptionsTaken { language, .. }
            | Self::CaptionsEnded { language }
            | Self::Captioned { language, .. }
            | Self::CaptionCorrected { language, .. } => language,
        }
    }
}

/// What a service made of the sound of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcribed {
    /// In which language.
    pub language: Language,
    /// When what it says was begun to be said.
    pub spoken_ms: Moment,
    /// What was understood, of any length; nothing of it is trusted.
    pub text: String,
}

/// A captioner who is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct On {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since_ms: Moment,
}

/// A line that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: CaptionId,
    /// When it was written.
    pub at_ms: Moment,
    /// Whether a machine wrote it.
    pub machine: bool,
    /// Whether it was put right.
    pub corrected: bool,
    /// What is said.
    pub text: String,
}

/// The captions of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Captions {
    /// Who is on, if anybody is.
    pub on: Option<On>,
    /// The newest lines, the oldest first: at most [`limits::CAPTIONS_SHOWN`].
    pub lines: Vec<Line>,
    /// How many were ever written.
    pub written: u32,
}

impl Captions {
    /// Whether there is anything to see.
    pub fn are_shown(&self) -> bool {
        self.on.is_some() || !self.lines.is_empty()
    }
}

/// The captions so far, by language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Languages in which captions were ever written or taken.
    pub by_language: BTreeMap<Language, Captions>,
}

impl State {
    /// The captions of a language, if any were ever written or taken.
    pub fn of(&self, language: &Language) -> Option<&Captions> {
        self.by_language.get(language)
    }

    /// A line that is still shown, with its language.
    pub fn line(&self, id: &CaptionId) -> Option<(&Language, &Line)> {
        let lines = self.by_language.iter();
        let mut lines = lines.flat_map(|(language, of)| of.lines.iter().map(move |line| (language, line)));
        lines.find(|(_, line)| line.id == *id)
    }

    /// How many lines were ever written, in all languages.
    pub fn written(&self) -> u32 {
        self.by_language.values().map(|of| of.written).fold(0, u32::saturating_add)
    }

    /// Follows the charter: whoever writes captions in the language no longer is not on.
    pub(in crate::meeting) fn plan(&mut self, roster: &Roster) {
        for (language, of) in &mut self.by_language {
            let gone = of.on.take_if(|on| !is_captioner(roster, &on.person, language));
            if gone.is_some() {
                of.lines.clear();
            }
        }
    }

    fn evolve(&mut self, event: &Event, at_ms: Moment) {
        let of = self.by_language.entry(event.language().clone()).or_default();
        match event {
            Event::CaptionsTaken { person, .. } => {
                of.on = Some(On { person: person.clone(), since_ms: at_ms });
            }
            Event::CaptionsEnded { .. } => {
                of.on = None;
                of.lines.clear();
            }
            Event::Captioned { caption, by, text, .. } => {
                let (id, text) = (caption.clone(), text.clone());
                of.lines.push(Line { id, at_ms, machine: by.is_none(), corrected: false, text });
                let over = of.lines.len().saturating_sub(limits::CAPTIONS_SHOWN);
                of.lines.drain(..over);
                of.written = of.written.saturating_add(1);
            }
            Event::CaptionCorrected { caption, text, .. } => {
                if text.is_empty() {
                    of.lines.retain(|line| line.id != *caption);
                } else if let Some(line) = of.lines.iter_mut().find(|line| line.id == *caption) {
                    line.text.clone_from(text);
                    line.corrected = true;
                }
            }
        }
    }
}

fn is_captioner(roster: &Roster, person: &PersonId, language: &Language) -> bool {
    roster.person(person).is_some_and(|person| person.captions_in() == Some(language))
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let all = &meeting.captions.by_language;
    let on = || all.iter().filter_map(|(language, of)| Some((language, of.on.as_ref()?)));
    let mut ids: Vec<&CaptionId> = all.values().flat_map(|of| of.lines.iter().map(|line| &line.id)).collect();
    ids.sort();
    let twice = ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    Meeting::first_broken(&[
        (
            on().all(|(language, on)| is_captioner(&meeting.roster, &on.person, language)),
            "somebody writes captions in a language that is not theirs",
        ),
        (
            on().all(|(_, on)| meeting.presence.present.contains_key(&on.person)),
            "somebody writes captions who is not there",
        ),
        (!twice, "a caption is there twice"),
        (
            all.values().all(|of| of.lines.len() <= limits::CAPTIONS_SHOWN.min(of.written as usize)),
            "more captions are shown than may be, or than were written",
        ),
    ])
}
