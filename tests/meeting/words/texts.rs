//! Words of the stories about texts of statements: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::statements::texts::{self, Mark, Text};

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
    let text =
        Text { language: id(language), text: text.to_owned(), mark: Mark::CheckAgainstDelivery, official };
    Event::Texts(texts::Event::TextGiven { request: id(request), text })
}
pub fn text_taken_back(request: &str, language: &str) -> Event {
    Event::Texts(texts::Event::TextTakenBack { request: id(request), language: id(language) })
}
