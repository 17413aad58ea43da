//! Questions from the audience, as the wire carries them, and how they are made from the state.
//!
//! Seen: `questions` by `everyone`; `question` by `everyone` once the desk has made it visible, with who asked it only
//! if the author agreed; `moderation` by `desk`; `own_question` and `votes` by that `person` alone.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::hall::questions::{Asker, Entry, Event, QuestionState, decide, state};
use crate::meeting::procedure::floor::view::speaker;
use crate::meeting::view::{Key, SpeakerView};
use crate::terms::ids::{Language, Moment, PersonId, QuestionId, RequestId};
use crate::terms::limits;

/// Questions from the audience as a whole. There is one, with the id `questions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct QuestionsView {
    /// Always `questions`.
    pub id: String,
    /// Whether they are taken now.
    pub open: bool,
    /// The question that is pinned to the stage.
    pub pinned: Option<QuestionId>,
    /// Most that a person may have waiting or visible at once.
    pub open_max: u32,
}

/// A question that all see: visible or answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct QuestionView {
    /// Which.
    pub id: QuestionId,
    /// The text.
    pub text: String,
    /// Language it is written in.
    pub language: Language,
    /// Whom it is addressed to, if it is to one.
    pub to: Option<SpeakerView>,
    /// Who asks; none if they are not to be named.
    pub asker: Option<Asker>,
    /// How far it has come.
    pub state: QuestionState,
    /// Since when.
    pub since_ms: Moment,
    /// When it was asked.
    pub asked_at_ms: Moment,
    /// Votes for it.
    pub votes: u32,
    /// Its place: the lower comes first. By votes, then by time.
    pub order: u32,
    /// The request for the floor that it was promoted to.
    pub request: Option<RequestId>,
}

/// A question as the desk sees it, with who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ModerationView {
    /// Which.
    pub id: QuestionId,
    /// The text.
    pub text: String,
    /// Language it is written in.
    pub language: Language,
    /// Whom it is addressed to, if it is to one.
    pub to: Option<SpeakerView>,
    /// Who asks.
    pub asker: Asker,
    /// Whether nobody else is to know who asks.
    pub anonymous: bool,
    /// How far it has come.
    pub state: QuestionState,
    /// Since when.
    pub since_ms: Moment,
    /// When it was asked.
    pub asked_at_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
    /// Whether it can be made a request for the floor: somebody asks who has a seat and is to be named, and the session
    /// has a list of questions.
    pub may_promote: bool,
    /// The request for the floor that it was promoted to.
    pub request: Option<RequestId>,
}

/// One's own question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OwnQuestionView {
    /// Which.
    pub id: QuestionId,
    /// The text.
    pub text: String,
    /// Language it is written in.
    pub language: Language,
    /// Whom it is addressed to, if it is to one.
    pub to: Option<SpeakerView>,
    /// Whether only the desk knows who asks.
    pub anonymous: bool,
    /// How far it has come.
    pub state: QuestionState,
    /// When it was asked.
    pub asked_at_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
}

/// What one has voted for oneself. There is one, with the id `votes`, once one has voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct VotesView {
    /// Always `votes`.
    pub id: String,
    /// The questions.
    pub questions: Vec<QuestionId>,
}

pub(in crate::meeting) fn questions(meeting: &Meeting) -> QuestionsView {
    QuestionsView {
        id: "questions".to_owned(),
        open: state::are_open(meeting),
        pinned: meeting.questions.pinned.clone(),
        open_max: limits::QUESTIONS_OPEN_MAX,
    }
}

pub(in crate::meeting) fn question(meeting: &Meeting, id: &QuestionId) -> Option<QuestionView> {
    let entry = meeting.questions.entry(id).filter(|entry| entry.state.is_shown())?;
    let question = &entry.question;
    Some(QuestionView {
        id: id.clone(),
        text: question.text.clone(),
        language: question.language.clone(),
        to: speaker(meeting, question.to.as_ref()),
        asker: (!question.anonymous).then(|| question.asker.clone()),
        state: entry.state,
        since_ms: entry.since_ms,
        asked_at_ms: entry.asked_at_ms,
        votes: entry.votes,
        order: entry.order(),
        request: entry.request.clone(),
    })
}

pub(in crate::meeting) fn moderation(meeting: &Meeting, id: &QuestionId) -> Option<ModerationView> {
    let entry = meeting.questions.entries.get(id)?;
    let question = &entry.question;
    Some(ModerationView {
        id: id.clone(),
        text: question.text.clone(),
        language: question.language.clone(),
        to: speaker(meeting, question.to.as_ref()),
        asker: question.asker.clone(),
        anonymous: question.anonymous,
        state: entry.state,
        since_ms: entry.since_ms,
        asked_at_ms: entry.asked_at_ms,
        reason: entry.reason.clone(),
        may_promote: may_promote(meeting, entry),
        request: entry.request.clone(),
    })
}

fn may_promote(meeting: &Meeting, entry: &Entry) -> bool {
    entry.state == QuestionState::Visible
        && !entry.question.anonymous
        && entry.request.is_none()
        && meeting.roster.seat(&entry.question.asker.person).is_some()
        && decide::list(meeting).is_some()
}

pub(in crate::meeting) fn own_question(
    meeting: &Meeting,
    person: &PersonId,
    id: &QuestionId,
) -> Option<OwnQuestionView> {
    meeting.roster.person(person)?;
    let entry = meeting.questions.entry(id).filter(|entry| entry.question.asker.person == *person)?;
    let question = &entry.question;
    Some(OwnQuestionView {
        id: id.clone(),
        text: question.text.clone(),
        language: question.language.clone(),
        to: speaker(meeting, question.to.as_ref()),
        anonymous: question.anonymous,
        state: entry.state,
        asked_at_ms: entry.asked_at_ms,
        reason: entry.reason.clone(),
    })
}

pub(in crate::meeting) fn votes(meeting: &Meeting, person: &PersonId) -> Option<VotesView> {
    meeting.roster.person(person)?;
    let questions = meeting.questions.votes.get(person)?.iter().cloned().collect();
    Some(VotesView { id: "votes".to_owned(), questions })
}

/// What a person alone sees of questions.
pub(in crate::meeting) fn own(meeting: &Meeting, person: &PersonId) -> impl Iterator<Item = Key> + use<> {
    let of = meeting.questions.of(person).chain(meeting.questions.withdrawn_of(person));
    let of: Vec<QuestionId> = of.map(|entry| entry.question.id.clone()).collect();
    let votes = meeting.questions.votes.contains_key(person).then(|| Key::Votes(person.clone()));
    let person = person.clone();
    of.into_iter().map(move |id| Key::OwnQuestion(person.clone(), id)).chain(votes)
}

/// What all see of questions, and what the desk does.
pub(in crate::meeting) fn shared(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let of_one = |id: &QuestionId| [Key::Question(id.clone()), Key::Moderation(id.clone())];
    // Those that wait or all see may stand anywhere among them.
    let open = meeting.questions.entries.iter().filter(|(_, entry)| entry.state.is_open()).map(|(id, _)| id);
    let over = meeting.questions.dealt_with.newest(limits::ENDED_SHOWN);
    let answered = meeting.questions.answered.newest(limits::ENDED_SHOWN);
    open.chain(over).chain(answered).flat_map(of_one).chain([Key::Questions])
}

/// A vote changes the question and what the voter sees of their own, nothing else.
pub(in crate::meeting) fn touched(event: &Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let Some(id) = event.question() else { return BTreeSet::from([Key::Questions]) };
    if let Event::QuestionVoted { person, .. } | Event::QuestionVoteTakenBack { person, .. } = event {
        return BTreeSet::from([Key::Question(id.clone()), Key::Votes(person.clone())]);
    }
    let author = after.questions.entry(id).map(|entry| entry.question.asker.person.clone());
    // Of those that were withdrawn unseen, the last alone is remembered.
    let forgotten = author.as_ref().and_then(|person| before.questions.withdrawn_of(person));
    let forgotten =
        forgotten.map(|entry| &entry.question).filter(|gone| after.questions.entry(&gone.id).is_none());
    let forgotten = forgotten.map(|gone| Key::OwnQuestion(gone.asker.person.clone(), gone.id.clone()));
    let own = author.map(|person| Key::OwnQuestion(person, id.clone()));
    let pin = (before.questions.pinned != after.questions.pinned).then_some(Key::Questions);
    let stage = pin.is_some().then_some(Key::Stage);
    own.into_iter()
        .chain(forgotten)
        .chain(pin)
        .chain(stage)
        .chain([Key::Question(id.clone()), Key::Moderation(id.clone())])
        .collect()
}
