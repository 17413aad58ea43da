//! What an event of the chat changes in the view.

use std::collections::BTreeSet;

use crate::meeting::Meeting;
use crate::meeting::hall::chat::{Event, Room};
use crate::meeting::view::*;
use crate::terms::ids::{MessageId, PersonId};

pub(in crate::meeting) fn by_chat(event: &Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    match event {
        Event::MessageSent { message } => posted(&message.id, before, after),
        Event::MessageHeld { message } => held(&message.id, after).into_iter().collect(),
        Event::MessageApproved { message } => {
            held(message, before).into_iter().chain(posted(message, before, after)).collect()
        }
        Event::MessageDeclined { message, .. } => {
            // Of the declined, the author keeps one: an earlier one goes.
            let author = before.chat.held(message).map(|(_, held)| held.message.author.person.clone());
            let own = author
                .iter()
                .flat_map(|author| super::keys::personal(before, author).chain([Key::You(author.clone())]));
            held(message, after).into_iter().chain(own).collect()
        }
        Event::MessageEdited { message, .. } => with_replies(message, after),
        Event::MessageDeleted { message, .. } => {
            held(message, before).into_iter().chain(with_replies(message, after)).collect()
        }
        Event::MessagePinned { message } | Event::MessageUnpinned { message } => {
            shown(message, after).into_iter().collect()
        }
        Event::SlowModeSet { room, .. }
        | Event::PreModerationSet { room, .. }
        | Event::RoomClosed { room }
        | Event::RoomReopened { room } => Room::named(room).map(Key::Room).into_iter().collect(),
        Event::PersonMuted { person, .. } | Event::PersonUnmuted { person } => {
            BTreeSet::from([Key::Muted(person.clone()), Key::You(person.clone())])
        }
        Event::Announced { .. } | Event::AnnouncementTakenDown { .. } => {
            let known = [before, after].into_iter().flat_map(|meeting| meeting.chat.all_announcements());
            known.map(|one| Key::Announcement(one.id.clone())).collect()
        }
    }
}

/// A message that is shown from now on, and what it makes give way: the oldest of its room, and of all.
fn posted(id: &MessageId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let Some((room, ..)) = after.chat.posted(id) else { return BTreeSet::new() };
    let oldest = |meeting: &Meeting| Some(meeting.chat.room(room)?.newest().next()?.message.id.clone());
    let left = oldest(before).filter(|id| oldest(after).as_ref() != Some(id));
    let left = left.into_iter().flat_map(|id| keys_of(room, &id));
    let gone = before.chat.next_to_go(room).into_iter().flat_map(|(of, gone)| {
        let replies = replies(of, &gone.message.id, after);
        keys_of(of, &gone.message.id).chain(replies).collect::<Vec<_>>()
    });
    // The first message of two people opens their room to them.
    let begun = room.pair().filter(|_| before.chat.room(room).is_none());
    let begun = begun.into_iter().flatten().cloned().map(Key::You);
    keys_of(room, id).chain(left).chain(gone).chain(begun).collect()
}

/// A message that is shown, with those that show how it begins.
fn with_replies(id: &MessageId, after: &Meeting) -> BTreeSet<Key> {
    let Some((room, ..)) = after.chat.posted(id) else { return BTreeSet::new() };
    keys_of(room, id).chain(replies(room, id, after)).collect()
}

fn shown(id: &MessageId, after: &Meeting) -> Vec<Key> {
    after.chat.posted(id).into_iter().flat_map(|(room, ..)| keys_of(room, id)).collect()
}

/// Messages of a view that reply to one.
fn replies(room: &Room, to: &MessageId, after: &Meeting) -> Vec<Key> {
    let shown = after.chat.room(room).into_iter().flat_map(|state| state.shown());
    let replies = shown.filter(|id| {
        after.chat.posted(id).is_some_and(|(.., posted)| posted.message.reply_to.as_ref() == Some(to))
    });
    replies.flat_map(|id| keys_of(room, id)).collect()
}

/// A message, for all who have it.
fn keys_of(room: &Room, id: &MessageId) -> impl Iterator<Item = Key> + use<> {
    let one = |person: &PersonId| Key::DirectMessage(person.clone(), room.clone(), id.clone());
    let keys = match room.pair() {
        Some(pair) => pair.map(one).to_vec(),
        None => vec![Key::Message(room.clone(), id.clone())],
    };
    keys.into_iter()
}

/// A message that is held, for the desk and its author.
fn held(id: &MessageId, meeting: &Meeting) -> Vec<Key> {
    let found = meeting.chat.held(id).into_iter();
    let keys = found.flat_map(|(room, held)| {
        let author = held.message.author.person.clone();
        [Key::HeldMessage(room.clone(), id.clone()), Key::OwnHeldMessage(author, room.clone(), id.clone())]
    });
    keys.collect()
}
