//! What has happened in a conference. Stored events are a contract: a tag is never renamed or reused.

use super::{announcements, documents, key_messages, lists, outcome, programme, register};
use crate::terms::family::family;
use crate::terms::ids::{PersonId, SessionId};
use crate::terms::personal::{Personal, Place, Subject};

family! {
    /// One thing that happened.
    pub enum Event as "event" {
        /// Something happened to a person or a seat.
        Register(register::Event),
        /// The conference was convened, a file was taken in, or something happened to a session of the programme.
        Programme(programme::Event),
        /// Something happened to an agenda item or its lists.
        Lists(lists::Event),
        /// Something was announced to all, or taken down.
        Announcements(announcements::Event),
        /// Something happened to the documents.
        Documents(documents::Event),
        /// Something happened to the key messages.
        KeyMessages(key_messages::Event),
        /// Something happened to the outcome document.
        Outcome(outcome::Event),
    }
}

impl Event {
    /// The session that was added by it, if one was.
    pub fn adds(&self) -> Option<&SessionId> {
        let Self::Programme(programme::Event::SessionAdded { entry, .. }) = self else { return None };
        Some(&entry.plan.id)
    }

    /// Who was withdrawn by it, if somebody was.
    pub fn withdraws(&self) -> Option<&PersonId> {
        let Self::Register(register::Event::PersonWithdrawn { person }) = self else { return None };
        Some(person)
    }
}

impl Personal for Event {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        match self {
            Self::Register(event) => event.personal(show),
            Self::Programme(event) => event.personal(show),
            // Who asked stands in it by their ids.
            Self::Lists(_) => {}
            // Nobody is named but by their ids.
            Self::Documents(_) | Self::KeyMessages(_) | Self::Outcome(_) => {}
            Self::Announcements(event) => event.personal(show),
        }
    }
}
