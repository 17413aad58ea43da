//! Where every question stands, and who has voted for what.

use super::{Event, Question, QuestionState};
use crate::meeting::Meeting;
use crate::meeting::charter::SessionKind;
use crate::meeting::procedure::programme::Phase;
use crate::terms::ended::Ended;
use crate::terms::ids::{Moment, PersonId, QuestionId, RequestId};
use crate::terms::limits;

/// A question as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As asked.
    pub question: Question,
    /// Its number among all of the session, from 1, in the order in which they were asked.
    pub number: u32,
    /// When it was asked.
    pub asked_at_ms: Moment,
    /// How far it has come.
    pub state: QuestionState,
    /// Since when.
    pub since_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
    /// Votes for it.
    pub votes: u32,
    /// When all first saw it, if they did.
    pub shown_at_ms: Option<Moment>,
    /// The request for the floor that it was promoted to.
    pub request: Option<RequestId>,
}

impl Entry {
    /// Its place among all that are shown: the lower comes first. By votes, then by time. It depends on this question
    /// alone, so that a vote changes no other.
    pub fn order(&self) -> u32 {
        let votes = u32::from(u16::MAX).saturating_sub(self.votes);
        votes.saturating_mul(1 << 16).saturating_add(self.number.min(u32::from(u16::MAX)))
    }
}

/// All questions of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Whether they are taken, as the desk said last; none before it did.
    pub opened: Option<bool>,
    /// By their ids, but for those that were withdrawn before anybody saw them.
    pub entries: imbl::OrdMap<QuestionId, Entry>,
    /// Those that the desk has dealt with, as they were.
    pub dealt_with: Ended<QuestionId>,
    /// Those of them that were answered, which all see.
    pub answered: Ended<QuestionId>,
    /// Of those that a person withdrew unseen, the last: nothing came of them.
    withdrawn: imbl::OrdMap<PersonId, Entry>,
    /// How many were ever asked.
    asked: u32,
    /// Those of each person, in the order in which they were asked.
    pub of_person: imbl::OrdMap<PersonId, imbl::Vector<QuestionId>>,
    /// What each person has voted for; no entry for nothing.
    pub votes: imbl::OrdMap<PersonId, imbl::OrdSet<QuestionId>>,
    /// The one that is pinned to the stage.
    pub pinned: Option<QuestionId>,
}

impl State {
    /// The question, if there is one.
    pub fn entry(&self, id: &QuestionId) -> Option<&Entry> {
        self.entries.get(id).or_else(|| self.withdrawn.values().find(|entry| entry.question.id == *id))
    }

    /// Those of a person, in the order in which they were asked, but for those that were withdrawn unseen.
    pub fn of(&self, person: &PersonId) -> impl Iterator<Item = &Entry> {
        self.of_person.get(person).into_iter().flatten().filter_map(|id| self.entries.get(id))
    }

    /// The one that a person withdrew last before anybody saw it.
    pub fn withdrawn_of(&self, person: &PersonId) -> Option<&Entry> {
        self.withdrawn.get(person)
    }

    /// Whether a person has voted for a question.
    pub fn has_voted(&self, person: &PersonId, id: &QuestionId) -> bool {
        self.votes.get(person).is_some_and(|votes| votes.contains(id))
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::QuestionsOpened {} => self.opened = Some(true),
            Event::QuestionsClosed {} => self.opened = Some(false),
            Event::QuestionAsked { question } => self.ask(question, at_ms),
            Event::QuestionWithdrawn { question } => self.withdraw(question, at_ms),
            Event::QuestionShown { question } => {
                self.stand(question, QuestionState::Visible, at_ms);
                self.change(question, |entry| {
                    entry.reason.clear();
                    entry.shown_at_ms.get_or_insert(at_ms);
                });
            }
            Event::QuestionDeclined { question, reason } => {
                self.stand(question, QuestionState::Declined, at_ms);
                self.change(question, |entry| entry.reason.clone_from(reason));
            }
            Event::QuestionAnswered { question } => self.stand(question, QuestionState::Answered, at_ms),
            Event::QuestionArchived { question } => self.stand(question, QuestionState::Archived, at_ms),
            Event::QuestionPinned { question } => self.pinned = Some(question.clone()),
            Event::QuestionUnpinned { .. } => self.pinned = None,
            Event::QuestionPromoted { question, request } => {
                self.change(question, |entry| entry.request = Some(request.clone()));
            }
            Event::QuestionVoted { question, person } => {
                self.votes.entry(person.clone()).or_default().insert(question.clone());
                self.change(question, |entry| entry.votes += 1);
            }
            Event::QuestionVoteTakenBack { question, person } => {
                let mut votes = self.votes.get(person).cloned().unwrap_or_default();
                votes.remove(question);
                if votes.is_empty() {
                    self.votes.remove(person);
                } else {
                    self.votes.insert(person.clone(), votes);
                }
                self.change(question, |entry| entry.votes = entry.votes.saturating_sub(1));
            }
        }
    }

    /// One that nobody saw leaves the others, so that nobody fills the list by asking and withdrawing.
    fn withdraw(&mut self, id: &QuestionId, at_ms: Moment) {
        let unseen = self.entries.get(id).is_some_and(|entry| entry.shown_at_ms.is_none());
        self.stand(id, QuestionState::Withdrawn, at_ms);
        if let Some(entry) = unseen.then(|| self.entries.remove(id)).flatten() {
            let person = entry.question.asker.person.clone();
            self.dealt_with.take_back(id);
            if let Some(of_person) = self.of_person.get_mut(&person) {
                of_person.retain(|own| own != id);
            }
            self.withdrawn.insert(person, entry);
        }
    }

    fn ask(&mut self, question: &Question, at_ms: Moment) {
        self.asked = self.asked.saturating_add(1);
        let of_person = self.of_person.entry(question.asker.person.clone()).or_default();
        of_person.push_back(question.id.clone());
        let entry = Entry {
            question: question.clone(),
            number: self.asked,
            asked_at_ms: at_ms,
            state: QuestionState::Waiting,
            since_ms: at_ms,
            reason: String::new(),
            votes: 0,
            shown_at_ms: None,
            request: None,
        };
        self.entries.insert(question.id.clone(), entry);
    }

    /// A question that is visible no longer is off the stage too.
    fn stand(&mut self, id: &QuestionId, state: QuestionState, at_ms: Moment) {
        if self.pinned.as_ref() == Some(id) {
            self.pinned = None;
        }
        self.dealt_with.take_back(id);
        self.answered.take_back(id);
        if !state.is_open() {
            self.dealt_with.push(id.clone());
        }
        if state == QuestionState::Answered {
            self.answered.push(id.clone());
        }
        self.change(id, |entry| (entry.state, entry.since_ms) = (state, at_ms));
    }

    fn change(&mut self, id: &QuestionId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.get_mut(id) {
            change(entry);
        }
    }
}

/// Whether the audience may ask now: as the desk said, else in panels, while the session is under way.
pub fn are_open(meeting: &Meeting) -> bool {
    let under_way = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let kind = meeting.charter.as_ref().map(|charter| charter.session.kind);
    under_way && meeting.questions.opened.unwrap_or(kind == Some(SessionKind::Panel))
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { entries, of_person, votes, pinned, .. } = &meeting.questions;
    let counted = |id: &QuestionId| votes.values().filter(|of_one| of_one.contains(id)).count();
    let visible = |id: &QuestionId| {
        meeting.questions.entry(id).is_some_and(|entry| entry.state == QuestionState::Visible)
    };
    let own = |person: &PersonId, id: &QuestionId| {
        meeting.questions.entry(id).is_some_and(|entry| entry.question.asker.person == *person)
    };
    Meeting::first_broken(&[
        (pinned.as_ref().is_none_or(visible), "a question is pinned that is not visible"),
        (
            entries.iter().all(|(id, entry)| entry.votes as usize == counted(id)),
            "a question's votes differ from a recount",
        ),
        (
            votes.iter().all(|(person, ids)| !ids.is_empty() && ids.iter().all(|id| !own(person, id))),
            "somebody voted for their own question, or for nothing",
        ),
        (of_person.values().map(imbl::Vector::len).sum::<usize>() == entries.len(), "a question is nobody's"),
        (entries.len() <= limits::QUESTIONS_MAX as usize, "there are more questions than may be"),
        (
            entries.values().all(|entry| entry.reason.is_empty() || entry.state == QuestionState::Declined),
            "a reason outlived the declining",
        ),
    ])
}
