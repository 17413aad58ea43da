//! Words of the stories about texts of statements: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::statements::texts::{self, HandedIn, Mark, Text};
use plenary::terms::file::{File, FileKind};

use crate::sample::id;

pub fn give_text(request: &str, language: &str, text: &str, official: bool) -> Command {
    let (request, language, text) = (id(request), id(language), text.to_owned());
    Command::Texts(texts::Command::GiveText {
        request,
        language,
        text,
        mark: Mark::CheckAgainstDelivery,
        official,
    })
}
pub fn take_back_text(request: &str, language: &str) -> Command {
    Command::Texts(texts::Command::TakeBackText { request: id(request), language: id(language) })
}
pub fn text_given(request: &str, language: &str, text: &str, official: bool) -> Event {
    let (language, text, mark) = (id(language), text.to_owned(), Mark::CheckAgainstDelivery);
    let text = Text { language, text, mark, official, file: None };
    Event::Texts(texts::Event::TextGiven { request: id(request), text })
}
pub fn text_taken_back(request: &str, language: &str) -> Event {
    Event::Texts(texts::Event::TextTakenBack { request: id(request), language: id(language) })
}

/// A text that comes in a file: what could be read of it, and what is kept.
pub fn hand_in_text(person: &str, request: &str, text: &str, content: &str) -> Housekeeping {
    let name = format!("{content}.pdf");
    let (kind, bytes, words) = (FileKind::Pdf, 2_000, None);
    let file = File { content: id(content), name, kind, bytes, words, by: id(person), at_ms: 0 };
    let (language, text, mark) = (id("en"), text.to_owned(), Mark::ReadOutVerbatim);
    let text = Text { language, text, mark, official: true, file: Some(Box::new(file)) };
    Housekeeping::Text(HandedIn { person: id(person), request: id(request), text })
}
