//! What follows from an event of the questions.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers};
use crate::meeting::proceedings::fold::seat;
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::terms::ids::QuestionId;
use crate::terms::personal::{Place, Subject};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.questions.evolve(self, stamp.at_ms);
    }

    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        if let Self::QuestionAsked { question: Question { asker, .. } } = self {
            show(&Subject::person(&asker.person), Place::Name(&mut asker.name));
        }
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        view::touched(self, before, after)
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn fact(&self, told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        use Event as E;
        match self {
            E::QuestionsOpened {} => Some(Fact::QuestionsOpened {}),
            E::QuestionsClosed {} => Some(Fact::QuestionsClosed {}),
            E::QuestionAnswered { question } => answered(before, question),
            E::QuestionPromoted { question, .. } => promoted(before, question),
            E::QuestionArchived { question } => {
                told.put_away(question);
                None
            }
            // Between its author and the desk, or on the stage for a while; a vote is the voter's own.
            E::QuestionAsked { .. }
            | E::QuestionWithdrawn { .. }
            | E::QuestionShown { .. }
            | E::QuestionDeclined { .. }
            | E::QuestionPinned { .. }
            | E::QuestionUnpinned { .. }
            | E::QuestionVoted { .. }
            | E::QuestionVoteTakenBack { .. } => None,
        }
    }
}

impl proceedings::State {
    /// What all see no longer is told no longer; that it was asked in person or answered is.
    pub(in crate::meeting) fn put_away(&mut self, id: &QuestionId) {
        let of_it = |fact: &Fact| {
            matches!(
                fact,
                Fact::QuestionAnswered { question, text: Some(_), .. }
                | Fact::QuestionPromoted { question, text: Some(_), .. } if question == id
            )
        };
        while let Some(Fact::QuestionAnswered { text, .. } | Fact::QuestionPromoted { text, .. }) =
            self.latest(of_it)
        {
            *text = None;
        }
    }
}

fn answered(before: &Meeting, id: &QuestionId) -> Option<Fact> {
    let question = &before.questions.entry(id)?.question;
    let asker = Some(&question.asker).filter(|_| !question.anonymous);
    let to = question.to.as_ref().and_then(|to| before.roster.person(to));
    Some(Fact::QuestionAnswered {
        question: id.clone(),
        text: Some(question.text.clone()),
        asker: asker.map(|asker| asker.name.clone()),
        seat: asker.and_then(|asker| seat(before, asker.delegation.as_ref()?)),
        to: to.map(|person| person.name.clone()),
    })
}

fn promoted(before: &Meeting, id: &QuestionId) -> Option<Fact> {
    // Whoever is not to be named is not promoted.
    let question = before.questions.entry(id).map(|entry| &entry.question).filter(|one| !one.anonymous)?;
    Some(Fact::QuestionPromoted {
        question: id.clone(),
        text: Some(question.text.clone()),
        asker: question.asker.name.clone(),
        seat: question.asker.delegation.as_ref().and_then(|id| seat(before, id)),
    })
}
