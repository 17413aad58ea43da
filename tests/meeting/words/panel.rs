//! Words of the stories about the stage of a panel and questions from the audience: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::hall::{panel, questions};
use plenary::terms::ids::Millis;

use crate::sample::{charter, id};

pub fn start_timer(person: &str, limit_ms: Millis) -> Command {
    Command::Panel(panel::Command::StartTimer { person: id(person), limit_ms })
}
pub fn give_floor_on_stage(person: &str, limit_ms: Millis) -> Command {
    Command::Panel(panel::Command::GiveFloorOnStage { person: id(person), limit_ms })
}
pub fn stop_timer() -> Command {
    Command::Panel(panel::Command::StopTimer {})
}
pub fn timer_started(person: &str, limit_ms: Millis) -> Event {
    Event::Panel(panel::Event::TimerStarted { person: id(person), limit_ms })
}
pub fn timer_stopped() -> Event {
    Event::Panel(panel::Event::TimerStopped {})
}
pub fn open_questions() -> Command {
    Command::Questions(questions::Command::OpenQuestions {})
}
pub fn close_questions() -> Command {
    Command::Questions(questions::Command::CloseQuestions {})
}
pub fn ask(text: &str) -> Command {
    ask_of(text, None, false)
}
pub fn ask_of(text: &str, to: Option<&str>, anonymous: bool) -> Command {
    let (text, language, to) = (text.to_owned(), id("en"), to.map(id));
    Command::Questions(questions::Command::AskQuestion { text, language, to, anonymous })
}
pub fn withdraw_question(question: &str) -> Command {
    Command::Questions(questions::Command::WithdrawQuestion { question: id(question) })
}
pub fn show_question(question: &str) -> Command {
    Command::Questions(questions::Command::ShowQuestion { question: id(question) })
}
pub fn decline_question(question: &str, reason: &str) -> Command {
    let (question, reason) = (id(question), reason.to_owned());
    Command::Questions(questions::Command::DeclineQuestion { question, reason })
}
pub fn answer_question(question: &str) -> Command {
    Command::Questions(questions::Command::AnswerQuestion { question: id(question) })
}
pub fn archive_question(question: &str) -> Command {
    Command::Questions(questions::Command::ArchiveQuestion { question: id(question) })
}
pub fn pin_question(question: &str) -> Command {
    Command::Questions(questions::Command::PinQuestion { question: id(question) })
}
pub fn unpin_question(question: &str) -> Command {
    Command::Questions(questions::Command::UnpinQuestion { question: id(question) })
}
pub fn promote_question(question: &str) -> Command {
    Command::Questions(questions::Command::PromoteQuestion { question: id(question) })
}
pub fn vote_for(question: &str) -> Command {
    Command::Questions(questions::Command::VoteForQuestion { question: id(question) })
}
pub fn take_vote_back(question: &str) -> Command {
    Command::Questions(questions::Command::TakeVoteBack { question: id(question) })
}
pub fn questions_opened() -> Event {
    Event::Questions(questions::Event::QuestionsOpened {})
}
pub fn questions_closed() -> Event {
    Event::Questions(questions::Event::QuestionsClosed {})
}
/// A question of a person of the sample, in English and of the whole panel.
pub fn question(question: &str, person: &str, anonymous: bool) -> questions::Question {
    let known = charter().people.into_iter().find(|at| at.id.as_str() == person).unwrap();
    let asker = questions::Asker {
        person: known.id,
        name: known.name,
        delegation: known.delegation,
        role: known.roles[0],
    };
    let text = "What follows from this?".to_owned();
    questions::Question { id: id(question), text, language: id("en"), to: None, asker, anonymous }
}
pub fn asked(name: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionAsked { question: question(name, person, false) })
}
pub fn asked_unnamed(name: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionAsked { question: question(name, person, true) })
}
pub fn question_withdrawn(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionWithdrawn { question: id(question) })
}
pub fn question_shown(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionShown { question: id(question) })
}
pub fn question_declined(question: &str, reason: &str) -> Event {
    let (question, reason) = (id(question), reason.to_owned());
    Event::Questions(questions::Event::QuestionDeclined { question, reason })
}
pub fn question_answered(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionAnswered { question: id(question) })
}
pub fn question_archived(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionArchived { question: id(question) })
}
pub fn question_pinned(question: &str) -> Event {
    Event::Questions(questions::Event::QuestionPinned { question: id(question) })
}
pub fn voted(question: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionVoted { question: id(question), person: id(person) })
}
pub fn vote_taken_back(question: &str, person: &str) -> Event {
    Event::Questions(questions::Event::QuestionVoteTakenBack { question: id(question), person: id(person) })
}
