//! The key messages: what Member States and stakeholders voiced, as those who keep the record gather it. Each says by whom
//! and, where it was said in a session, in which statement; so nobody is given words they did not speak.
//!
//! gathered → issued, or taken note of: nobody adopts them. What is issued all see, and it is changed no more until it is
//! taken back.

pub(super) mod decide;
pub(super) mod view;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Conference;
use crate::terms::ids::{DelegationId, KeyMessageId, Moment, PersonId, SessionId, TurnId, Wording};
use crate::terms::people::Category;

/// Whose messages they are: the two are kept apart, as the Compact's reviews ask (A/RES/73/326, paragraphs 13 and 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::VariantArray)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Member States.
    MemberStates,
    /// Everybody else: observers, organizations, other stakeholders.
    Stakeholders,
}

impl Voice {
    /// The voice of a seat.
    pub fn of(category: Category) -> Self {
        match category {
            Category::MemberState => Self::MemberStates,
            Category::ObserverState | Category::Igo | Category::UnEntity | Category::Nhri | Category::Ngo => {
                Self::Stakeholders
            }
        }
    }
}

/// A guiding principle of the Compact (A/RES/73/195, annex, paragraph 15).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::VariantArray,
    strum::IntoStaticStr,
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Principle {
    /// (a) People-centred.
    PeopleCentred,
    /// (b) International cooperation.
    InternationalCooperation,
    /// (c) National sovereignty.
    NationalSovereignty,
    /// (d) Rule of law and due process.
    RuleOfLaw,
    /// (e) Sustainable development.
    SustainableDevelopment,
    /// (f) Human rights.
    HumanRights,
    /// (g) Gender-responsive.
    GenderResponsive,
    /// (h) Child-sensitive.
    ChildSensitive,
    /// (i) Whole-of-government approach.
    WholeOfGovernment,
    /// (j) Whole-of-society approach.
    WholeOfSociety,
}

/// The statement that a message comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaidIn {
    /// In which session.
    pub session: SessionId,
    /// Which turn there.
    pub turn: TurnId,
}

/// What a message says, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(test, ts(rename = "KeyMessageContent"), schemars(rename = "KeyMessageContent"))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Whose it is. Of a seat that is named, its category decides it.
    pub voice: Voice,
    /// The seat that voiced it, if one did.
    pub delegation: Option<DelegationId>,
    /// Where it comes from, if from no statement: a consultation before the conference, a paper; at most 200 characters.
    pub origin: String,
    /// The statement that it comes from, if from one.
    pub source: Option<SaidIn>,
    /// The words of the statement that it rests on, in its language; at most 1,000 characters.
    pub passage: String,
    /// The message in one or more of the conference's languages, each 1 to 1,000 characters.
    pub text: Wording,
    /// Numbers of the conference's objectives that it bears on, at most 23, each once.
    pub objectives: Vec<u8>,
    /// Guiding principles that it bears on, each once.
    pub principles: Vec<Principle>,
}

/// In which way the messages are before the public. Key messages are not adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IssuedAs {
    /// Issued by those who convene the conference.
    Issued,
    /// The conference took note of them.
    TakenNoteOf,
}

/// What a participant may ask of the key messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "KeyMessagesCommand"), schemars(rename = "KeyMessagesCommand"))]
pub enum Command {
    /// Gather a key message, after those that are there.
    GatherKeyMessage {
        /// What it says.
        content: Content,
    },
    /// Change a key message.
    ChangeKeyMessage {
        /// Which.
        message: KeyMessageId,
        /// What it says now.
        content: Content,
        /// Version that the sender saw; another version refuses the change. Null: whatever it is.
        version: Option<u32>,
    },
    /// Give a key message another place.
    MoveKeyMessage {
        /// Which.
        message: KeyMessageId,
        /// Its place among all, from 1; beyond the last is the last.
        to_place: u32,
    },
    /// Take a key message out.
    RemoveKeyMessage {
        /// Which.
        message: KeyMessageId,
    },
    /// Put the key messages before the public, as they are.
    IssueKeyMessages {
        /// In which way.
        standing: IssuedAs,
    },
    /// Take them back from the public, to be changed.
    TakeBackKeyMessages {},
}

impl Command {
    /// The statement that is said to be the source, if one is: whether it was made, its session knows.
    pub fn source(&self) -> Option<&SaidIn> {
        match self {
            Self::GatherKeyMessage { content } | Self::ChangeKeyMessage { content, .. } => {
                content.source.as_ref()
            }
            Self::MoveKeyMessage { .. }
            | Self::RemoveKeyMessage { .. }
            | Self::IssueKeyMessages { .. }
            | Self::TakeBackKeyMessages {} => None,
        }
    }
}

/// What happened to the key messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A key message was gathered.
    KeyMessageGathered {
        /// Which.
        message: KeyMessageId,
        /// By whom.
        by: PersonId,
        /// What it says.
        content: Box<Content>,
    },
    /// A key message was changed.
    KeyMessageChanged {
        /// Which.
        message: KeyMessageId,
        /// By whom.
        by: PersonId,
        /// What it says now.
        content: Box<Content>,
    },
    /// A key message was given another place.
    KeyMessageMoved {
        /// Which.
        message: KeyMessageId,
        /// Its place among all, from 1.
        to_place: u32,
    },
    /// A key message was taken out.
    KeyMessageRemoved {
        /// Which.
        message: KeyMessageId,
    },
    /// The key messages were put before the public.
    KeyMessagesIssued {
        /// In which way.
        standing: IssuedAs,
    },
    /// They were taken back.
    KeyMessagesTakenBack {},
}

/// A key message as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMessage {
    /// Which.
    pub id: KeyMessageId,
    /// Counts its changes, from 1.
    pub version: u32,
    /// Who gathered or changed it last.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// What it says.
    pub content: Content,
}

/// The key messages as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// In their order.
    pub messages: imbl::Vector<Arc<KeyMessage>>,
    /// How they stand before the public, and since when; none while they do not.
    pub issued: Option<(IssuedAs, Moment)>,
    /// How many were ever gathered.
    pub gathered: u32,
}

impl State {
    /// A message and its place, from 0.
    pub fn find(&self, id: &KeyMessageId) -> Option<(usize, &Arc<KeyMessage>)> {
        self.messages.iter().enumerate().find(|(_, message)| message.id == *id)
    }

    /// Messages of a voice, in their order.
    pub fn of(&self, voice: Voice) -> impl Iterator<Item = &KeyMessage> {
        self.messages.iter().map(Arc::as_ref).filter(move |message| message.content.voice == voice)
    }

    fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::KeyMessageGathered { message, by, content } => {
                let (id, by, content) = (message.clone(), by.clone(), Content::clone(content));
                self.gathered = self.gathered.saturating_add(1);
                self.messages.push_back(Arc::new(KeyMessage { id, version: 1, by, at_ms, content }));
            }
            Event::KeyMessageChanged { message, by, content } => {
                if let Some((at, was)) = self.find(message) {
                    let version = was.version.saturating_add(1);
                    let (id, by, content) = (message.clone(), by.clone(), Content::clone(content));
                    self.messages.set(at, Arc::new(KeyMessage { id, version, by, at_ms, content }));
                }
            }
            Event::KeyMessageMoved { message, to_place } => {
                if let Some((at, _)) = self.find(message) {
                    let moved = self.messages.remove(at);
                    let place = usize::try_from(to_place.saturating_sub(1)).unwrap_or(usize::MAX);
                    self.messages.insert(place.min(self.messages.len()), moved);
                }
            }
            Event::KeyMessageRemoved { message } => {
                if let Some((at, _)) = self.find(message) {
                    self.messages.remove(at);
                }
            }
            Event::KeyMessagesIssued { standing } => self.issued = Some((*standing, at_ms)),
            Event::KeyMessagesTakenBack {} => self.issued = None,
        }
    }
}

impl Conference {
    pub(super) fn evolve_key_messages(&mut self, event: &Event, at_ms: Moment) {
        self.key_messages.evolve(event, at_ms);
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let messages = &conference.key_messages.messages;
    let mut ids: Vec<&KeyMessageId> = messages.iter().map(|message| &message.id).collect();
    ids.sort();
    let twice = ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    if twice {
        return Some("a key message is there twice".to_owned());
    }
    let unissued = conference.key_messages.issued.is_some() && messages.is_empty();
    unissued.then(|| "key messages are issued and there is none".to_owned())
}
