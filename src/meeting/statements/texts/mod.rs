//! Texts of statements, given ahead for the booths: confidential until the statement was heard.

mod commands;
mod events;
mod file;
pub(in crate::meeting) mod view;

pub(in crate::meeting) use file::receive;
pub use file::{HandedIn, RECEIVED, may_hand_in, received};

use imbl::ordmap::DiffItem;
use serde::{Deserialize, Serialize};

use crate::meeting::procedure::speakers::decide::{own, waiting};
use crate::meeting::procedure::speakers::{Entry, RequestState};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access, event};
use crate::terms::file::File;
use crate::terms::ids::{ClipId, Language, Millis, Moment, PersonId, RequestId};
use crate::terms::{limits, text};

/// What interpreters are to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The speaker: what is said may differ from the text.
    CheckAgainstDelivery,
    /// The text, or its translation: it is read out word for word.
    ReadOutVerbatim,
}

/// A statement's text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its language.
    pub language: Language,
    /// The text; empty where it is in the file alone.
    pub text: String,
    /// What interpreters are to follow.
    pub mark: Mark,
    /// Whether this is the official one of several languages.
    pub official: bool,
    /// The file that it came in, where it came in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<File>>,
}

/// Words a minute at most that interpreters can follow (guidance to speakers at United Nations meetings; the World Health
/// Assembly asks for 110, of which 330 are three minutes).
pub const WORDS_A_MINUTE: Millis = 120;

impl Text {
    /// How long it takes to read out, at the pace that interpreters can follow; none where its words are not known.
    pub fn reading_ms(&self) -> Option<Millis> {
        let words = Millis::try_from(self.text.split_whitespace().count()).unwrap_or(Millis::MAX);
        (words > 0).then(|| words.saturating_mul(60_000) / WORDS_A_MINUTE)
    }

    /// What is kept of the file that it came in.
    pub fn content(&self) -> Option<&ClipId> {
        Some(&self.file.as_ref()?.content)
    }
}

/// What a participant may ask of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "TextsCommand"), schemars(rename = "TextsCommand"))]
pub enum Command {
    /// Give the text of one's own delegation's statement ahead, in the place of an earlier one in that language; the secretariat
    /// gives those of all. One that is a file comes by HTTP.
    GiveText {
        /// For which request; it waits.
        request: RequestId,
        /// Language of the text.
        language: Language,
        /// The text: 1 to 20,000 characters.
        text: String,
        /// What interpreters are to follow.
        mark: Mark,
        /// Whether this is the official one of several languages.
        official: bool,
    },
    /// Take a text back.
    TakeBackText {
        /// Of which request; it waits.
        request: RequestId,
        /// In which language.
        language: Language,
    },
}

/// What happened to texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A text was given.
    TextGiven {
        /// For which request.
        request: RequestId,
        /// The text.
        text: Text,
    },
    /// A text was taken back.
    TextTakenBack {
        /// Of which request.
        request: RequestId,
        /// In which language.
        language: Language,
    },
    /// The texts of a request that came from another sitting have come too.
    TextsCarriedOver {
        /// For which request.
        request: RequestId,
        /// The texts, each with the moment it was given; empty where there are none to be had.
        texts: Vec<(Moment, Text)>,
    },
}

impl Event {
    /// The request whose text it is.
    pub fn request(&self) -> &RequestId {
        match self {
            Self::TextGiven { request, .. }
            | Self::TextTakenBack { request, .. }
            | Self::TextsCarriedOver { request, .. } => request,
        }
    }
}

/// The texts of the requests that wait, are heard, were heard or were filed in writing, each with the moment it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    held: imbl::OrdMap<RequestId, Vec<(Moment, Text)>>,
    /// Texts of requests that went on to another sitting, by the id that they have there: that sitting reads them here.
    carried_over: imbl::OrdMap<RequestId, Vec<(Moment, Text)>>,
}

impl State {
    /// Texts of a request in the order in which they came.
    pub fn of(&self, request: &RequestId) -> &[(Moment, Text)] {
        self.held.get(request).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is kept of the files of texts, here and for another sitting.
    pub fn contents(&self) -> impl Iterator<Item = &ClipId> {
        let texts = self.held.values().chain(self.carried_over.values()).flatten();
        texts.filter_map(|(_, text)| text.content())
    }

    /// Whether for certain no text is another than in another state.
    pub(in crate::meeting) fn is_as_in(&self, other: &Self) -> bool {
        self.held.ptr_eq(&other.held) && self.carried_over.ptr_eq(&other.carried_over)
    }

    /// All texts with their requests.
    pub fn all(&self) -> impl Iterator<Item = (&RequestId, &Text)> {
        self.held.iter().flat_map(|(request, texts)| texts.iter().map(move |(_, text)| (request, text)))
    }

    /// Texts that are others in another state, or in one of the two alone.
    pub(in crate::meeting) fn differing<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = (RequestId, Language)> + 'a {
        let differing = self.held.diff(&other.held).flat_map(|item| match item {
            DiffItem::Add(request, texts) | DiffItem::Remove(request, texts) => {
                [Some((request, texts)), None]
            }
            DiffItem::Update { old, new } => [Some(old), Some(new)],
        });
        differing.flatten().flat_map(|(request, texts)| {
            texts.iter().map(|(_, text)| (request.clone(), text.language.clone()))
        })
    }

    /// A text of a request by its language.
    pub fn text(&self, request: &RequestId, language: &Language) -> Option<&(Moment, Text)> {
        self.of(request).iter().find(|(_, text)| text.language == *language)
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::TextGiven { request, text } => {
                let mut texts = self.of(request).to_vec();
                texts.retain(|(_, held)| held.language != text.language);
                // One of them is official.
                texts.iter_mut().for_each(|(_, held)| held.official &= !text.official);
                texts.push((at_ms, text.clone()));
                self.held.insert(request.clone(), texts);
            }
            Event::TextTakenBack { request, language } => {
                let mut texts = self.of(request).to_vec();
                texts.retain(|(_, held)| held.language != *language);
                if texts.is_empty() {
                    self.held.remove(request);
                } else {
                    self.held.insert(request.clone(), texts);
                }
            }
            Event::TextsCarriedOver { request, texts } => {
                // What the delegation has given here meanwhile is the newer.
                let mut all = texts.clone();
                for (given_ms, text) in self.of(request) {
                    all.retain(|(_, held)| held.language != text.language);
                    all.iter_mut().for_each(|(_, held)| held.official &= !text.official);
                    all.push((*given_ms, text.clone()));
                }
                self.put_back(request, all);
            }
        }
    }

    /// Texts of a request that went on to another sitting, by the id that it has there.
    pub fn carried_over(&self, request: &RequestId) -> &[(Moment, Text)] {
        self.carried_over.get(request).map(Vec::as_slice).unwrap_or_default()
    }

    /// A request goes on to another sitting, where it has the id `there`.
    pub(in crate::meeting) fn carry_over(&mut self, request: &RequestId, there: RequestId) {
        if let Some(texts) = self.held.remove(request) {
            self.carried_over.insert(there, texts);
        }
    }

    /// Texts that went with a request come back with it.
    pub(in crate::meeting) fn put_back(&mut self, request: &RequestId, texts: Vec<(Moment, Text)>) {
        if !texts.is_empty() {
            self.held.insert(request.clone(), texts);
        }
    }

    /// What will never be delivered is kept no longer.
    pub(in crate::meeting) fn drop_of(&mut self, request: &RequestId) {
        self.held.remove(request);
    }
}

/// Whether the text of a request is confidential no longer: it was heard to its end, or filed in writing.
pub fn is_delivered(entry: &Entry) -> bool {
    match entry.state {
        RequestState::Finished | RequestState::ToWritten => true,
        RequestState::Inscribed
        | RequestState::Queued
        | RequestState::Called
        | RequestState::OnFloor
        | RequestState::Suspended
        | RequestState::Withdrawn
        | RequestState::Declined
        | RequestState::Lapsed
        | RequestState::CarriedOver => false,
    }
}

/// The texts of a request that came from another sitting, read there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// For which request.
    pub request: RequestId,
    /// The texts, each with the moment it was given.
    pub texts: Vec<(Moment, Text)>,
}

/// Takes texts in that are awaited, once; what was never to be delivered meanwhile needs none.
pub(in crate::meeting) fn carried_over(meeting: &Meeting, carried: &Carried) -> Vec<event::Event> {
    let Carried { request, texts } = carried.clone();
    if !meeting.speakers.texts_awaited.contains_key(&request) {
        return Vec::new();
    }
    let counts = meeting.speakers.request(&request).is_some_and(Entry::counts);
    let texts = if counts { texts } else { Vec::new() };
    vec![event::Event::Texts(Event::TextsCarriedOver { request, texts })]
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::GiveText { request, language, text, mark, official } => {
            may_give(meeting, actor, request, language)?;
            let text = refusal::worded(text::Kind::Lines, Field::Text, text, limits::TEXT_CHARS_MAX)?;
            let (language, mark, official) = (language.clone(), *mark, *official);
            let text = Text { language, text, mark, official, file: None };
            Event::TextGiven { request: request.clone(), text }
        }
        Command::TakeBackText { request, language } => {
            whose(meeting, actor, request)?;
            if meeting.texts.text(request, language).is_none() {
                return Err(Refusal::Unknown { field: Field::Text });
            }
            Event::TextTakenBack { request: request.clone(), language: language.clone() }
        }
    };
    Ok(vec![event::Event::Texts(event)])
}

/// Refused where it is neither one's own delegation's, nor a matter of the secretariat, or is not waited for.
fn whose(meeting: &Meeting, actor: &PersonId, request: &RequestId) -> Result<(), Refusal> {
    let waiting = waiting(meeting, request)?;
    if meeting.roster.person(actor).is_some_and(access::gives_texts_of_others) {
        return Ok(());
    }
    own(meeting, actor, &waiting.request.delegation)
}

/// Refused where somebody may not give a text in that language, or no more of them.
fn may_give(
    meeting: &Meeting,
    actor: &PersonId,
    request: &RequestId,
    language: &Language,
) -> Result<(), Refusal> {
    whose(meeting, actor, request)?;
    if !meeting.languages().contains(language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    require_share(meeting, request, language)
}

/// Refused where the delegation has given as many texts for what it waits with as one may.
fn require_share(meeting: &Meeting, request: &RequestId, language: &Language) -> Result<(), Refusal> {
    let seat = meeting.speakers.request(request).map(|entry| &entry.request.delegation);
    let own = |id: &RequestId| {
        let of = meeting.speakers.request(id).map(|entry| &entry.request.delegation);
        of == seat && meeting.texts.held.contains_key(id)
    };
    if meeting.texts.text(request, language).is_some() {
        return Ok(());
    }
    let given = meeting.speakers.waiting().filter(own).map(|id| meeting.texts.of(&id).len()).sum();
    refusal::within_share(given, limits::TEXTS_OF_DELEGATION_MAX)
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let texts = &meeting.texts.held;
    let of = |id: &RequestId| meeting.speakers.request(id);
    let officials = |held: &Vec<(Moment, Text)>| held.iter().filter(|(_, text)| text.official).count();
    Meeting::first_broken(&[
        (
            texts.keys().all(|id| of(id).is_some_and(Entry::counts)),
            "a text is kept of what is never delivered",
        ),
        (texts.values().all(|held| officials(held) <= 1), "a statement has two official texts"),
    ])
}

/// The same of one request.
pub(in crate::meeting) fn broken_at(meeting: &Meeting, request: &RequestId) -> Option<String> {
    let texts = meeting.texts.of(request);
    let officials = texts.iter().filter(|(_, text)| text.official).count();
    let counts = meeting.speakers.request(request).is_some_and(Entry::counts);
    Meeting::first_broken(&[
        (texts.is_empty() || counts, "a text is kept of what is never delivered"),
        (officials <= 1, "a statement has two official texts"),
    ])
}
