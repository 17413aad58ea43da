//! How the outcome document stands before the conference: which versions of it are kept, what those who write say to each
//! other at its paragraphs, whether delegations may ask for corrections, and whether it was issued or taken note of. Its text is
//! written elsewhere (`draft`); what is shown to anybody else is a version, which does not change.
//!
//! written → a version is open for corrections until a moment → issued, or taken note of. Nobody adopts it.

pub(super) mod decide;
pub(super) mod view;

use std::sync::Arc;

pub use decide::may_keep_version;
pub use view::{readable, readable_at_hand};

use serde::{Deserialize, Serialize};

use super::Conference;
use super::command::{Housekeeping, Intent};
use super::key_messages::IssuedAs;
use crate::terms::ids::{
    ClipId, CommentId, CorrectionId, DelegationId, Language, Moment, ParagraphId, PersonId, Seq,
};

/// What a participant may ask of the outcome document. Its text is written with `write_draft`; versions are kept by HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "OutcomeCommand"), schemars(rename = "OutcomeCommand"))]
pub enum Command {
    /// Say in which language the document is written first: the others are translations of it.
    SetOriginal {
        /// One of the conference's languages.
        language: Language,
    },
    /// Say something at a paragraph, to those who write.
    CommentOnParagraph {
        /// At which.
        paragraph: ParagraphId,
        /// At its text in which language.
        language: Language,
        /// What, 1 to 1,000 characters.
        text: String,
    },
    /// A comment is seen to.
    SettleComment {
        /// Which.
        comment: CommentId,
    },
    /// Show a version to all in the conference, and let delegations ask for corrections to it until a moment.
    OpenCorrections {
        /// Which version.
        version: u32,
        /// Until when; a moment that is past ends it at once.
        until_ms: Moment,
    },
    /// End that before its moment.
    CloseCorrections {},
    /// Ask, for one's delegation, for a correction to the version that is open for them.
    AskForCorrection {
        /// To which paragraph.
        paragraph: ParagraphId,
        /// To its text in which language.
        language: Language,
        /// How it should read, or what is wrong with it; 1 to 2,000 characters.
        text: String,
    },
    /// Withdraw what one's delegation has asked for, while it is not answered.
    WithdrawCorrection {
        /// Which.
        correction: CorrectionId,
    },
    /// Answer a delegation.
    AnswerCorrection {
        /// Which.
        correction: CorrectionId,
        /// Whether it is taken over.
        accepted: bool,
        /// What is to be said of it, at most 1,000 characters; may be empty.
        remark: String,
    },
    /// Put a version before the public, as it is.
    IssueOutcome {
        /// Which version.
        version: u32,
        /// In which way.
        standing: IssuedAs,
    },
    /// Take it back from the public, to go on writing.
    TakeBackOutcome {},
}

/// What happened to the outcome document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Another language is the original.
    OriginalSet {
        /// Which.
        language: Language,
    },
    /// A version was kept.
    VersionKept {
        /// The version.
        version: Box<Version>,
    },
    /// Somebody said something at a paragraph.
    ParagraphCommented {
        /// The comment.
        comment: CommentId,
        /// At which paragraph.
        paragraph: ParagraphId,
        /// At its text in which language.
        language: Language,
        /// Who.
        by: PersonId,
        /// What.
        text: String,
    },
    /// A comment was seen to.
    CommentSettled {
        /// Which.
        comment: CommentId,
        /// By whom.
        by: PersonId,
    },
    /// A version was opened for corrections.
    CorrectionsOpened {
        /// Which version.
        version: u32,
        /// Until when.
        until_ms: Moment,
    },
    /// No more corrections are taken.
    CorrectionsClosed {},
    /// A delegation asked for a correction.
    CorrectionAsked {
        /// The correction.
        correction: CorrectionId,
        /// Which delegation.
        delegation: DelegationId,
        /// Who asked for it.
        by: PersonId,
        /// To which version.
        version: u32,
        /// To which paragraph.
        paragraph: ParagraphId,
        /// To its text in which language.
        language: Language,
        /// What for.
        text: String,
    },
    /// A delegation withdrew what it had asked for.
    CorrectionWithdrawn {
        /// Which.
        correction: CorrectionId,
    },
    /// A delegation was answered.
    CorrectionAnswered {
        /// Which.
        correction: CorrectionId,
        /// What.
        reply: Reply,
    },
    /// A version was put before the public.
    OutcomeIssued {
        /// Which.
        version: u32,
        /// In which way.
        standing: IssuedAs,
    },
    /// It was taken back.
    OutcomeTakenBack {},
}

/// A version of the text: what it was when it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Counts from 1.
    pub number: u32,
    /// What it is called; one line of 1 to 100 characters.
    pub name: String,
    /// Who kept it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// Place in the draft's log that it stands for.
    pub seq: Seq,
    /// In which language it was written first.
    pub original: Language,
    /// Its text in all languages, by the SHA-256 of what is kept of it.
    pub content: ClipId,
}

/// What somebody said at a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// At which paragraph.
    pub paragraph: ParagraphId,
    /// At its text in which language.
    pub language: Language,
    /// Who.
    pub by: PersonId,
    /// What.
    pub text: String,
    /// When.
    pub at_ms: Moment,
}

/// What a delegation has asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Who asked for it.
    pub by: PersonId,
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
    /// What it was answered.
    pub reply: Option<Reply>,
}

/// What a delegation was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "CorrectionReply"), schemars(rename = "CorrectionReply"))]
pub struct Reply {
    /// Who answered.
    pub by: PersonId,
    /// Whether it is taken over.
    pub accepted: bool,
    /// What is said of it; may be empty.
    pub remark: String,
}

/// A text that is to be kept as a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it is to be called.
    pub name: String,
    /// Who keeps it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// Place in the draft's log that it stands for.
    pub seq: Seq,
    /// What is kept of it.
    pub content: ClipId,
}

/// Until when delegations may ask for corrections to a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Which version.
    pub version: u32,
    /// Until when.
    pub until_ms: Moment,
    /// Whether they may at present.
    pub open: bool,
}

/// How the outcome document stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// In which language it is written first; none while nobody has said: then in the first of the conference's.
    pub original: Option<Language>,
    /// In their order.
    pub versions: imbl::Vector<Arc<Version>>,
    /// Those that nobody has seen to, in their order.
    pub comments: imbl::Vector<Arc<Comment>>,
    /// How many comments there ever were.
    pub commented: u32,
    /// The version that was opened for corrections last.
    pub window: Option<Window>,
    /// What delegations have asked for and did not withdraw, in the order in which they did.
    pub corrections: imbl::Vector<Arc<Correction>>,
    /// How many corrections were ever asked for.
    pub asked: u32,
    /// Which version is before the public, in which way and since when.
    pub issued: Option<(u32, IssuedAs, Moment)>,
}

impl State {
    /// A version.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().map(Arc::as_ref).find(|version| version.number == number)
    }

    /// The version that all in the conference may read: the one that is issued, else the one that is open for corrections.
    pub fn shown(&self) -> Option<u32> {
        let open = self.window.filter(|window| window.open).map(|window| window.version);
        self.issued.map(|(version, ..)| version).or(open)
    }

    /// The version to be read by those who may read all: the one that is issued, else the newest.
    pub fn at_hand(&self) -> Option<&Version> {
        let issued = self.issued.and_then(|(version, ..)| self.version(version));
        issued.or_else(|| self.versions.last().map(Arc::as_ref))
    }

    /// All that is kept of versions.
    pub fn contents(&self) -> impl Iterator<Item = &ClipId> {
        self.versions.iter().map(|version| &version.content)
    }

    fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::OriginalSet { language } => self.original = Some(language.clone()),
            Event::VersionKept { version } => self.versions.push_back(Arc::new(Version::clone(version))),
            Event::ParagraphCommented { comment, paragraph, language, by, text } => {
                self.commented += 1;
                let (id, paragraph, language) = (comment.clone(), paragraph.clone(), language.clone());
                let (by, text) = (by.clone(), text.clone());
                self.comments.push_back(Arc::new(Comment { id, paragraph, language, by, text, at_ms }));
            }
            Event::CommentSettled { comment, .. } => self.comments.retain(|known| known.id != *comment),
            Event::CorrectionsOpened { version, until_ms } => {
                self.window = Some(Window { version: *version, until_ms: *until_ms, open: true });
            }
            Event::CorrectionsClosed {} => {
                self.window = self.window.map(|window| Window { open: false, ..window });
            }
            Event::CorrectionAsked { correction, delegation, by, version, paragraph, language, text } => {
                self.asked += 1;
                let correction = Correction {
                    id: correction.clone(),
                    delegation: delegation.clone(),
                    by: by.clone(),
                    version: *version,
                    paragraph: paragraph.clone(),
                    language: language.clone(),
                    text: text.clone(),
                    at_ms,
                    reply: None,
                };
                self.corrections.push_back(Arc::new(correction));
            }
            Event::CorrectionWithdrawn { correction } => {
                self.corrections.retain(|known| known.id != *correction);
            }
            Event::CorrectionAnswered { correction, reply } => {
                if let Some(known) = self.corrections.iter_mut().find(|known| known.id == *correction) {
                    Arc::make_mut(known).reply = Some(reply.clone());
                }
            }
            Event::OutcomeIssued { version, standing } => {
                self.issued = Some((*version, *standing, at_ms));
                self.window = self.window.map(|window| Window { open: false, ..window });
            }
            Event::OutcomeTakenBack {} => self.issued = None,
        }
    }
}

impl Conference {
    pub(super) fn evolve_outcome(&mut self, event: &Event, at_ms: Moment) {
        self.outcome.evolve(event, at_ms);
    }

    /// In which language the outcome document is written first; none before the conference was convened.
    pub fn original(&self) -> Option<&Language> {
        self.outcome.original.as_ref().or_else(|| self.languages().first())
    }

    /// When no more corrections are taken.
    pub(super) fn corrections_end(&self) -> impl Iterator<Item = (Moment, Intent)> {
        let open = self.outcome.window.filter(|window| window.open);
        open.into_iter().map(|window| {
            let ends = Housekeeping::EndCorrections { until_ms: window.until_ms };
            (window.until_ms, Intent::Server(ends))
        })
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let state = &conference.outcome;
    let numbered = (1..).zip(&state.versions).all(|(number, version)| version.number == number);
    if !numbered {
        return Some("the versions of the outcome document are not numbered in their order".to_owned());
    }
    let named = state.window.map(|window| window.version).into_iter();
    let named = named.chain(state.issued.map(|(version, ..)| version));
    let unknown = named.chain(state.corrections.iter().map(|correction| correction.version));
    let unknown = unknown.filter(|number| state.version(*number).is_none()).count();
    (unknown > 0).then(|| "a version of the outcome document is named that there is not".to_owned())
}
