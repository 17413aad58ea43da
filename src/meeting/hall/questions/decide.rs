//! What is decided of questions from the audience.

use super::{Asker, Command, Entry, Event, Question, QuestionState, state};
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::{self, ListKind};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{Language, ListId, PersonId, QuestionId};
use crate::terms::people::Person;
use crate::terms::{limits, text};

/// Phases in which questions are dealt with; those still open when the session closes stay as they are.
const NOT_CLOSED: &[Phase] = &[Phase::Scheduled, Phase::Open, Phase::Suspended];

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(NOT_CLOSED)?;
    let questions = &meeting.questions;
    let happens = match command {
        Command::OpenQuestions {} => (questions.opened != Some(true)).then_some(Event::QuestionsOpened {}),
        Command::CloseQuestions {} => (questions.opened != Some(false)).then_some(Event::QuestionsClosed {}),
        Command::AskQuestion { text, language, to, anonymous } => {
            let wish = Wish { text, language, to: to.as_ref(), anonymous: *anonymous };
            Some(ask(meeting, context, actor, &wish)?)
        }
        Command::WithdrawQuestion { question } => {
            let entry = known(meeting, question)?;
            if entry.question.asker.person != actor.id {
                return Err(Refusal::NotYourQuestion {});
            }
            require(entry, &[QuestionState::Waiting, QuestionState::Visible])?;
            Some(Event::QuestionWithdrawn { question: question.clone() })
        }
        Command::PromoteQuestion { question } => return promote(meeting, context, actor, question),
        Command::VoteForQuestion { question } => {
            let entry = shown(actor, known(meeting, question)?)?;
            require(entry, &[QuestionState::Visible])?;
            if entry.question.asker.person == actor.id {
                return Err(Refusal::OwnQuestion {});
            }
            let (question, person) = (question.clone(), actor.id.clone());
            let voted = questions.has_voted(&person, &question);
            (!voted).then_some(Event::QuestionVoted { question, person })
        }
        Command::TakeVoteBack { question } => {
            let entry = shown(actor, known(meeting, question)?)?;
            require(entry, &[QuestionState::Visible])?;
            let (question, person) = (question.clone(), actor.id.clone());
            let voted = questions.has_voted(&person, &question);
            voted.then_some(Event::QuestionVoteTakenBack { question, person })
        }
        Command::ShowQuestion { .. }
        | Command::DeclineQuestion { .. }
        | Command::AnswerQuestion { .. }
        | Command::ArchiveQuestion { .. }
        | Command::PinQuestion { .. }
        | Command::UnpinQuestion { .. } => moderate(meeting, command)?,
    };
    Ok(happens.into_iter().map(event::Event::Questions).collect())
}

/// What the desk does with a question.
fn moderate(meeting: &Meeting, command: &Command) -> Result<Option<Event>, Refusal> {
    use QuestionState::{Answered, Archived, Declined, Visible, Waiting};
    let pinned = meeting.questions.pinned.as_ref();
    Ok(match command {
        Command::ShowQuestion { question } => {
            require(known(meeting, question)?, &[Waiting, Answered, Archived, Declined])?;
            Some(Event::QuestionShown { question: question.clone() })
        }
        Command::DeclineQuestion { question, reason } => {
            require(known(meeting, question)?, &[Waiting])?;
            Some(Event::QuestionDeclined { question: question.clone(), reason: refusal::reason(reason)? })
        }
        Command::AnswerQuestion { question } => {
            require(known(meeting, question)?, &[Visible])?;
            Some(Event::QuestionAnswered { question: question.clone() })
        }
        Command::ArchiveQuestion { question } => {
            require(known(meeting, question)?, &[Visible, Answered])?;
            Some(Event::QuestionArchived { question: question.clone() })
        }
        Command::PinQuestion { question } => {
            require(known(meeting, question)?, &[Visible])?;
            (pinned != Some(question)).then(|| Event::QuestionPinned { question: question.clone() })
        }
        Command::UnpinQuestion { question } => {
            known(meeting, question)?;
            (pinned == Some(question)).then(|| Event::QuestionUnpinned { question: question.clone() })
        }
        Command::OpenQuestions {}
        | Command::CloseQuestions {}
        | Command::AskQuestion { .. }
        | Command::WithdrawQuestion { .. }
        | Command::PromoteQuestion { .. }
        | Command::VoteForQuestion { .. }
        | Command::TakeVoteBack { .. } => None,
    })
}

fn known<'a>(meeting: &'a Meeting, id: &QuestionId) -> Result<&'a Entry, Refusal> {
    meeting.questions.entry(id).ok_or(Refusal::Unknown { field: Field::Question })
}

/// A question that somebody may know of: whoever does not see it learns nothing of its state.
fn shown<'a>(actor: &Person, entry: &'a Entry) -> Result<&'a Entry, Refusal> {
    let knows = entry.state.is_shown() || entry.question.asker.person == actor.id;
    if knows { Ok(entry) } else { Err(Refusal::Unknown { field: Field::Question }) }
}

fn require(entry: &Entry, states: &[QuestionState]) -> Result<(), Refusal> {
    if states.contains(&entry.state) {
        Ok(())
    } else {
        Err(Refusal::WrongQuestionState { state: entry.state })
    }
}

/// A question before it is asked.
struct Wish<'a> {
    text: &'a str,
    language: &'a Language,
    to: Option<&'a PersonId>,
    anonymous: bool,
}

fn ask(meeting: &Meeting, context: &Context, actor: &Person, wish: &Wish<'_>) -> Result<Event, Refusal> {
    if !state::are_open(meeting) {
        return Err(Refusal::QuestionsClosed {});
    }
    let text = refusal::worded(text::Kind::Lines, Field::Text, wish.text, limits::QUESTION_CHARS_MAX)?;
    if !meeting.languages().contains(wish.language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    let on_stage = |id: &PersonId| meeting.roster.person(id).is_some_and(Person::is_on_stage);
    if !wish.to.is_none_or(on_stage) {
        return Err(Refusal::Unknown { field: Field::To });
    }
    if meeting.questions.of(&actor.id).filter(|entry| entry.state.is_open()).count()
        >= limits::QUESTIONS_OPEN_MAX as usize
    {
        return Err(Refusal::TooManyQuestions { max: limits::QUESTIONS_OPEN_MAX });
    }
    refusal::within_share(meeting.questions.of(&actor.id).count(), limits::QUESTIONS_OF_PERSON_MAX)?;
    refusal::room_for_one(meeting.questions.entries.len(), limits::QUESTIONS_MAX)?;
    Ok(Event::QuestionAsked {
        question: Question {
            id: meeting.question_id(context),
            text,
            language: wish.language.clone(),
            to: wish.to.cloned(),
            asker: Asker::of(actor),
            anonymous: wish.anonymous,
        },
    })
}

/// The session's list of questions, which a question is promoted to.
pub(in crate::meeting) fn list(meeting: &Meeting) -> Option<&ListId> {
    let kind = |id: &ListId| meeting.speakers.list(id).map(|list| list.plan.kind);
    meeting.speakers.order.iter().find(|id| kind(id) == Some(ListKind::Questions))
}

/// The author asks in person: a request for the floor of their delegation, with them as its speaker. An author who is
/// not to be named is not promoted, for the list would name them.
fn promote(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    id: &QuestionId,
) -> Result<Vec<event::Event>, Refusal> {
    let entry = known(meeting, id)?;
    require(entry, &[QuestionState::Visible])?;
    if entry.question.anonymous {
        return Err(Refusal::AuthorUnnamed {});
    }
    if let Some(request) = entry.request.clone() {
        return Err(Refusal::AlreadyOnList { request });
    }
    let asker = &entry.question.asker.person;
    let delegation = meeting.roster.seat(asker).ok_or(Refusal::AuthorWithoutSeat {})?;
    let list = list(meeting).ok_or(Refusal::NoQuestionsList {})?;
    let add = speakers::Command::AddRequest {
        list: list.clone(),
        delegation: delegation.clone(),
        language: entry.question.language.clone(),
        on_behalf_of: String::new(),
        reply_to: None,
    };
    let mut events = speakers::decide::decide(meeting, context, &actor.id, &add)?;
    let promoted = events.iter_mut().find_map(|event| {
        let event::Event::Speakers(speakers::Event::FloorRequested { request }) = event else { return None };
        request.speaker = Some(asker.clone());
        Some(Event::QuestionPromoted { question: id.clone(), request: request.id.clone() })
    });
    events.extend(promoted.map(event::Event::Questions));
    Ok(events)
}
