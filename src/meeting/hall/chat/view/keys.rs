//! Which entities of the chat stand in which scope.

use crate::meeting::Meeting;
use crate::meeting::hall::chat;
use crate::meeting::view::{Key, Scope};
use crate::terms::ids::PersonId;

/// The chat rooms of a scope, or all but those of two people: how they are kept, and what they show.
pub(in crate::meeting) fn chat_of(meeting: &Meeting, scope: Option<&Scope>) -> impl Iterator<Item = Key> {
    let of_scope =
        move |room: &chat::Room| room.pair().is_none() && scope.is_none_or(|scope| room.scope() == *scope);
    let rooms = meeting.chat.rooms.iter().filter(move |(room, _)| of_scope(room));
    rooms.flat_map(|(room, state)| {
        let shown = state.shown().map(|id| Key::Message(room.clone(), id.clone()));
        shown.chain([Key::Room(room.clone())]).collect::<Vec<_>>()
    })
}

/// What of the chat the desk alone sees: messages that wait, and who is muted.
pub(in crate::meeting) fn of_order(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let held = meeting
        .chat
        .rooms
        .iter()
        .flat_map(|(room, state)| state.held.keys().map(|id| Key::HeldMessage(room.clone(), id.clone())));
    held.chain(meeting.chat.muted.keys().cloned().map(Key::Muted))
}

/// What of the chat is one person's alone: their messages with another person, and those that wait to be approved.
pub(in crate::meeting) fn personal<'a>(
    meeting: &'a Meeting,
    person: &'a PersonId,
) -> impl Iterator<Item = Key> + 'a {
    meeting.chat.rooms.iter().flat_map(move |(room, state)| {
        let with = room.pair().is_some_and(|pair| pair.contains(&person));
        let shown = with.then(|| state.shown()).into_iter().flatten();
        let shown = shown.map(|id| Key::DirectMessage(person.clone(), room.clone(), id.clone()));
        let held = state.held.values().filter(|held| held.message.author.person == *person);
        let held =
            held.map(|held| Key::OwnHeldMessage(person.clone(), room.clone(), held.message.id.clone()));
        shown.chain(held).collect::<Vec<_>>()
    })
}
