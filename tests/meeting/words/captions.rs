//! Words of the stories about captions, which are in Arabic unless it is said otherwise.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::hall::captions::{self, Transcribed};
use plenary::terms::ids::Moment;

use crate::sample::id;

pub fn take_captions(from: Option<&str>) -> Command {
    Command::Captions(captions::Command::TakeCaptions { from: from.map(id) })
}
pub fn leave_captions() -> Command {
    Command::Captions(captions::Command::LeaveCaptions {})
}
pub fn caption(text: &str) -> Command {
    Command::Captions(captions::Command::Caption { text: text.to_owned() })
}
pub fn correct_caption(caption: &str, text: &str) -> Command {
    Command::Captions(captions::Command::CorrectCaption { caption: id(caption), text: text.to_owned() })
}
pub fn captions_taken(person: &str) -> Event {
    Event::Captions(captions::Event::CaptionsTaken { language: id("ar"), person: id(person) })
}
pub fn captions_ended(language: &str) -> Event {
    Event::Captions(captions::Event::CaptionsEnded { language: id(language) })
}
pub fn captioned(caption: &str, by: &str, text: &str) -> Event {
    let (language, by) = (id("ar"), Some(id(by)));
    let (caption, text) = (id(caption), text.to_owned());
    Event::Captions(captions::Event::Captioned { caption, language, by, spoken_ms: None, text })
}
pub fn caption_corrected(caption: &str, text: &str) -> Event {
    let (language, caption, text) = (id("ar"), id(caption), text.to_owned());
    Event::Captions(captions::Event::CaptionCorrected { caption, language, text })
}
pub fn transcribed(language: &str, spoken_ms: Moment, text: &str) -> Housekeeping {
    Housekeeping::Caption(Transcribed { language: id(language), spoken_ms, text: text.to_owned() })
}
