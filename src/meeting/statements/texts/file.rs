//! Texts of statements that come as files: they come by HTTP, and stand beside the text that could be read of them.

use super::{Event, Text, may_give};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access, event};
use crate::terms::ids::{ClipId, Language, PersonId, RequestId};
use crate::terms::{limits, text};

/// A text that was handed in as a file, which is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// By whom.
    pub person: PersonId,
    /// For which request.
    pub request: RequestId,
    /// The text, with its file.
    pub text: Text,
}

/// Tag of the event that tells of a text, with a file or without.
pub const RECEIVED: &str = "text_given";

/// Whether a person may hand in the file of a text: who may speak for the delegation, or the secretariat, while it waits.
///
/// # Errors
/// The [`Refusal`] that says why not.
pub fn may_hand_in(
    meeting: &Meeting,
    person: &PersonId,
    request: &RequestId,
    language: &Language,
) -> Result<(), Refusal> {
    let known = meeting.roster.person(person).ok_or(Refusal::NotInSession {})?;
    if !access::may_speak(known) && !access::gives_texts_of_others(known) {
        return Err(Refusal::NotAllowed {});
    }
    may_give(meeting, person, request, language)
}

/// Takes the file of a text in. Where nothing can be read of it the file alone is the text.
pub(in crate::meeting) fn receive(meeting: &Meeting, given: &HandedIn) -> Result<Vec<event::Event>, Refusal> {
    let HandedIn { person, request, text } = given;
    may_hand_in(meeting, person, request, &text.language)?;
    let words = refusal::text(text::Kind::Lines, Field::Text, &text.text, limits::TEXT_CHARS_MAX)?;
    let text = Text { text: words, ..text.clone() };
    Ok(vec![event::Event::Texts(Event::TextGiven { request: request.clone(), text })])
}

/// The file that an event brings in.
pub fn received(event: &event::Event) -> Option<&ClipId> {
    let event::Event::Texts(Event::TextGiven { text, .. }) = event else { return None };
    text.content()
}
