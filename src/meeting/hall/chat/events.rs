//! What follows from an event of the chat.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::Happened;
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::view::Key;
use crate::terms::ids::Moment;
use crate::terms::personal::{Place, Subject};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.chat.evolve(self, stamp.at_ms, stamp.by_conference);
    }

    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        match self {
            Self::MessageSent { message } | Self::MessageHeld { message } => {
                let message = Arc::make_mut(message);
                show(&Subject::message(&message.id), Place::Text(&mut message.text));
                message.author.show(show);
            }
            Self::MessageEdited { message, text } => show(&Subject::message(message), Place::Text(text)),
            Self::MessageDeleted { by, .. } | Self::Announced { by, .. } => by.show(show),
            Self::MessageApproved { .. }
            | Self::MessageDeclined { .. }
            | Self::MessagePinned { .. }
            | Self::MessageUnpinned { .. }
            | Self::SlowModeSet { .. }
            | Self::PreModerationSet { .. }
            | Self::RoomClosed { .. }
            | Self::RoomReopened { .. }
            | Self::PersonMuted { .. }
            | Self::PersonUnmuted { .. }
            | Self::AnnouncementTakenDown { .. } => {}
        }
    }

    /// What is deleted is nowhere any more.
    fn erases(&self) -> Option<Subject> {
        let Self::MessageDeleted { message, .. } = self else { return None };
        Some(Subject::message(message))
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        view::change::by_chat(self, before, after)
    }

    fn broken(&self, meeting: &Meeting) -> Option<String> {
        broken_at(meeting, self)
    }

    /// Of the chat nothing is told; an announcement is made to the meeting, whatever shows it.
    fn fact(&self, told: &mut proceedings::State, _before: &Meeting, stamp: &Stamp<'_>) -> Option<Fact> {
        use Event as E;
        match self {
            E::Announced { announcement, by, text } => Some(Fact::Announced {
                announcement: announcement.clone(),
                by: by.name.clone(),
                text: text.clone(),
                withdrawn_at_ms: None,
            }),
            E::AnnouncementTakenDown { announcement } => {
                told.withdraw(announcement, stamp.at_ms);
                None
            }
            E::MessageSent { .. }
            | E::MessageHeld { .. }
            | E::MessageApproved { .. }
            | E::MessageDeclined { .. }
            | E::MessageEdited { .. }
            | E::MessageDeleted { .. }
            | E::MessagePinned { .. }
            | E::MessageUnpinned { .. }
            | E::SlowModeSet { .. }
            | E::PreModerationSet { .. }
            | E::RoomClosed { .. }
            | E::RoomReopened { .. }
            | E::PersonMuted { .. }
            | E::PersonUnmuted { .. } => None,
        }
    }
}

impl proceedings::State {
    /// An announcement was made all the same; that it no longer holds stands with it, so that nobody reads one without
    /// the other.
    pub(in crate::meeting) fn withdraw(&mut self, id: &AnnouncementId, at_ms: Moment) {
        let of_it = |fact: &Fact| matches!(fact, Fact::Announced { announcement, .. } if announcement == id);
        if let Some(Fact::Announced { withdrawn_at_ms, .. }) = self.latest(of_it) {
            *withdrawn_at_ms = Some(at_ms);
        }
    }
}
