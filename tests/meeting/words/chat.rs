//! Words of the stories about the chat and the announcements: commands and events in short.

use plenary::conference::{self, announcements};
use plenary::meeting::command::Command;
use plenary::meeting::follow::Change;
use plenary::meeting::hall::chat;
use plenary::terms::ids::{Millis, Wording};
use plenary::terms::people::Role;

use crate::sample::id;

pub fn send_message(text: &str) -> Command {
    send_message_in("main", text)
}
pub fn send_message_in(room: &str, text: &str) -> Command {
    let (room, text) = (id(room), text.to_owned());
    Command::Chat(chat::Command::SendMessage { room, text, language: Some(id("en")), reply_to: None })
}
pub fn reply_in(room: &str, text: &str, to: &str) -> Command {
    let (room, text, reply_to) = (id(room), text.to_owned(), Some(id(to)));
    Command::Chat(chat::Command::SendMessage { room, text, language: None, reply_to })
}
pub fn edit_message(message: &str, text: &str) -> Command {
    Command::Chat(chat::Command::EditMessage { message: id(message), text: text.to_owned() })
}
pub fn delete_message(message: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::DeleteMessage { message: id(message), reason: reason.to_owned() })
}
pub fn pin_message(message: &str) -> Command {
    Command::Chat(chat::Command::PinMessage { message: id(message) })
}
pub fn unpin_message(message: &str) -> Command {
    Command::Chat(chat::Command::UnpinMessage { message: id(message) })
}
pub fn set_slow_mode(room: &str, wait_ms: Millis) -> Command {
    Command::Chat(chat::Command::SetSlowMode { room: id(room), wait_ms })
}
pub fn set_pre_moderation(room: &str, on: bool) -> Command {
    Command::Chat(chat::Command::SetPreModeration { room: id(room), on })
}
pub fn approve_message(message: &str) -> Command {
    Command::Chat(chat::Command::ApproveMessage { message: id(message) })
}
pub fn decline_message(message: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::DeclineMessage { message: id(message), reason: reason.to_owned() })
}
pub fn close_room(room: &str) -> Command {
    Command::Chat(chat::Command::CloseRoom { room: id(room) })
}
pub fn reopen_room(room: &str) -> Command {
    Command::Chat(chat::Command::ReopenRoom { room: id(room) })
}
pub fn mute_person(person: &str, reason: &str) -> Command {
    Command::Chat(chat::Command::MutePerson { person: id(person), reason: reason.to_owned() })
}
pub fn unmute_person(person: &str) -> Command {
    Command::Chat(chat::Command::UnmutePerson { person: id(person) })
}
pub fn announce(text: &[(&str, &str)]) -> Command {
    let text = text.iter().map(|(language, words)| (id(language), (*words).to_owned()));
    Command::Chat(chat::Command::Announce { text: Wording(text.collect()) })
}
/// The same, to the whole conference.
pub fn announce_to_all(text: &[(&str, &str)]) -> conference::command::Command {
    let text = Wording(text.iter().map(|(language, words)| (id(language), (*words).to_owned())).collect());
    conference::command::Command::Announcements(announcements::Command::AnnounceToConference { text })
}
/// What stands in the conference from now on, as the session follows it.
pub fn stands_in_conference(announcement: Option<(&str, &str)>) -> Change {
    let by = chat::Author {
        person: id("sam"),
        name: Wording::default(),
        delegation: None,
        role: Role::Secretariat,
    };
    let stands = announcement.map(|(named, words)| chat::Announcement {
        id: id(named),
        by,
        text: Wording([(id("en"), words.to_owned())].into()),
        at_ms: 0,
        ended_at_ms: None,
    });
    Change::Announcement(stands.map(Box::new))
}
pub fn take_down(announcement: &str) -> Command {
    Command::Chat(chat::Command::TakeDownAnnouncement { announcement: id(announcement) })
}
