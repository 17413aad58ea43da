//! The chat: its rooms, what is written in them, order among those who write, and what is announced to all.

pub(crate) mod announcement;
mod commands;
mod decide;
mod events;
mod message;
mod moderation;
mod room;
mod state;
pub(in crate::meeting) mod view;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use announcement::{Announcement, Announcements};
pub use message::{Author, Declined, Deleted, Held, Message, Muting, Posted};
pub use room::*;
pub use state::{RoomState, State};

pub(in crate::meeting) use decide::decide;
pub(in crate::meeting) use state::{broken_at, broken_invariant};

use crate::terms::ids::{AnnouncementId, Language, MessageId, Millis, PersonId, RoomId, Wording};
use crate::terms::shared;

/// What a participant may ask of the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ChatCommand"), schemars(rename = "ChatCommand"))]
pub enum Command {
    /// Write in a room.
    SendMessage {
        /// In which room: `main`, another of those that one's own card names, or that of oneself and another person.
        room: RoomId,
        /// The text, 1 to 2,000 characters.
        text: String,
        /// Language it is written in, where the writer's page knows it.
        language: Option<Language>,
        /// The message of the same room that it replies to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        reply_to: Option<MessageId>,
    },
    /// Write one's own message anew, within ten minutes.
    EditMessage {
        /// Which message.
        message: MessageId,
        /// The new text, 1 to 2,000 characters.
        text: String,
    },
    /// Take a message out of everybody's view: one's own, or by the desk anybody's in a room that the desk reads.
    DeleteMessage {
        /// Which message.
        message: MessageId,
        /// Why, to 300 characters; the desk gives a reason.
        reason: String,
    },
    /// Keep a message at the top of its room.
    PinMessage {
        /// Which message.
        message: MessageId,
    },
    /// Keep it there no longer.
    UnpinMessage {
        /// Which message.
        message: MessageId,
    },
    /// Set how long each person waits between two messages in a room.
    SetSlowMode {
        /// Which room.
        room: RoomId,
        /// How long: 1,000 to 600,000, or 0 for no wait.
        wait_ms: Millis,
    },
    /// Set whether messages in a room are shown only once the desk approves them.
    SetPreModeration {
        /// Which room.
        room: RoomId,
        /// Whether they are.
        on: bool,
    },
    /// Show a message that waits.
    ApproveMessage {
        /// Which message.
        message: MessageId,
    },
    /// Do not show a message that waits. Its author reads why.
    DeclineMessage {
        /// Which message.
        message: MessageId,
        /// Why, 1 to 300 characters.
        reason: String,
    },
    /// Let nobody but the desk write in a room.
    CloseRoom {
        /// Which room.
        room: RoomId,
    },
    /// Let all whom it admits write in it again.
    ReopenRoom {
        /// Which room.
        room: RoomId,
    },
    /// Let a person write among their own and to the secretariat only.
    MutePerson {
        /// Whom.
        person: PersonId,
        /// Why, 1 to 300 characters. The person reads it.
        reason: String,
    },
    /// Let a person write everywhere again.
    UnmutePerson {
        /// Whom.
        person: PersonId,
    },
    /// Show a notice to everybody in the session, in the place of the desk's one before.
    Announce {
        /// The text in one or more of the session's languages, each 1 to 500 characters.
        text: Wording,
    },
    /// Take the desk's notice down.
    TakeDownAnnouncement {
        /// Which.
        announcement: AnnouncementId,
    },
}

/// What happened in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A message was written and is shown.
    MessageSent {
        /// The message.
        #[serde(with = "shared")]
        message: Arc<Message>,
    },
    /// A message was written and waits to be approved.
    MessageHeld {
        /// The message.
        #[serde(with = "shared")]
        message: Arc<Message>,
    },
    /// A message that waited is shown, in the place of this moment.
    MessageApproved {
        /// Which message.
        message: MessageId,
    },
    /// A message that waited is not shown.
    MessageDeclined {
        /// Which message.
        message: MessageId,
        /// Why.
        reason: String,
    },
    /// Its author wrote a message anew.
    MessageEdited {
        /// Which message.
        message: MessageId,
        /// The new text.
        text: String,
    },
    /// A message is shown no more. What it said is erased.
    MessageDeleted {
        /// Which message.
        message: MessageId,
        /// By whom, as they were known then.
        by: Author,
        /// Whether by the desk, rather than by its author.
        by_desk: bool,
        /// Why; may be empty.
        reason: String,
    },
    /// A message is kept at the top of its room.
    MessagePinned {
        /// Which message.
        message: MessageId,
    },
    /// It is no longer.
    MessageUnpinned {
        /// Which message.
        message: MessageId,
    },
    /// The wait between messages of one person in a room was set.
    SlowModeSet {
        /// Which room.
        room: RoomId,
        /// How long; 0 for no wait.
        wait_ms: Millis,
    },
    /// Whether messages in a room wait for the desk was set.
    PreModerationSet {
        /// Which room.
        room: RoomId,
        /// Whether they do.
        on: bool,
    },
    /// Nobody but the desk writes in a room.
    RoomClosed {
        /// Which room.
        room: RoomId,
    },
    /// All whom it admits write in it again.
    RoomReopened {
        /// Which room.
        room: RoomId,
    },
    /// A person writes among their own and to the secretariat only.
    PersonMuted {
        /// Who.
        person: PersonId,
        /// Why.
        reason: String,
    },
    /// A person writes everywhere again.
    PersonUnmuted {
        /// Who.
        person: PersonId,
    },
    /// A notice is shown to everybody: that of the desk in the place of the desk's one before, and that of the conference,
    /// which the session has followed, in the place of the conference's.
    Announced {
        /// Which.
        announcement: AnnouncementId,
        /// By whom, as they were known then.
        by: Author,
        /// The text.
        text: Wording,
    },
    /// The notice was taken down.
    AnnouncementTakenDown {
        /// Which.
        announcement: AnnouncementId,
    },
}
