//! The state of the chat: what is shown and held in each room, who is muted, what is announced.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::announcement;
use super::{Announcement, Announcements, Declined, Deleted, Event, Held, Message, Muting, Posted, Room};
use crate::meeting::Meeting;
use crate::terms::ids::{MessageId, Millis, Moment, PersonId, RoomId};
use crate::terms::last_of::last_of;
use crate::terms::limits;

/// A room of the chat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomState {
    /// Messages that were shown, the oldest first, numbered without a gap.
    pub posted: imbl::Vector<Posted>,
    /// Messages shown there since the session was convened.
    pub written: u64,
    /// Messages kept at the top, with the moment since when; at most [`limits::PINS_MAX`].
    pub pinned: imbl::OrdMap<MessageId, Moment>,
    /// Messages that wait for the desk or were declined.
    pub held: imbl::OrdMap<MessageId, Held>,
    /// When each person last wrote there.
    pub wrote_at_ms: imbl::OrdMap<PersonId, Moment>,
    /// How long a person waits between two messages; 0 for no wait.
    pub slow_mode_ms: Millis,
    /// Whether messages wait to be approved.
    pub pre_moderated: bool,
    /// Whether nobody but the desk writes there.
    pub closed: bool,
    /// Who wrote first, in a room of two people.
    pub opened_by: Option<PersonId>,
}

impl RoomState {
    /// The newest messages, as many as a view holds, the oldest first.
    pub fn newest(&self) -> impl Iterator<Item = &Posted> {
        last_of(&self.posted, limits::MESSAGES_SHOWN)
    }

    /// Messages that a view holds: the newest and the pinned.
    pub fn shown(&self) -> impl Iterator<Item = &MessageId> {
        let newest: BTreeSet<&MessageId> = self.newest().map(|posted| &posted.message.id).collect();
        let pinned = self.pinned.keys().filter(|id| !newest.contains(id)).collect::<Vec<_>>();
        newest.into_iter().chain(pinned)
    }

    /// Whether a view holds the message.
    pub fn is_shown(&self, posted: &Posted) -> bool {
        let shown = u64::try_from(limits::MESSAGES_SHOWN).unwrap_or(u64::MAX);
        posted.number.saturating_add(shown) > self.written || self.pinned.contains_key(&posted.message.id)
    }

    /// The message with a number, if it is kept.
    pub fn numbered(&self, number: u64) -> Option<&Posted> {
        self.posted.get(self.place(number)?)
    }

    fn place(&self, number: u64) -> Option<usize> {
        usize::try_from(number.checked_sub(self.posted.front()?.number)?).ok()
    }

    /// Messages of a person that wait for the desk.
    pub fn waiting_of(&self, person: &PersonId) -> usize {
        let own = |held: &&Held| held.message.author.person == *person && held.declined.is_none();
        self.held.values().filter(own).count()
    }
}

/// Where a message stands: in which room, and under which number; none while it is held.
type Place = (Room, Option<u64>);

/// What was written, room by room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Rooms in which something was written or set.
    pub rooms: imbl::OrdMap<Room, RoomState>,
    /// The room of each message that is kept, the oldest first; at most [`limits::MESSAGES_KEPT`].
    pub order: imbl::Vector<Room>,
    /// The same of the rooms of two people, which the desk does not keep in order: they push nothing out of the others.
    pub direct_order: imbl::Vector<Room>,
    /// Where each message stands.
    places: imbl::OrdMap<MessageId, Place>,
    /// People who may not write to all.
    pub muted: imbl::OrdMap<PersonId, Muting>,
    /// Notices of the desk, the oldest first.
    pub announcements: Announcements,
    /// Notices of the conference, the oldest first.
    pub of_conference: Announcements,
}

impl State {
    /// A room, if something was written or set there.
    pub fn room(&self, room: &Room) -> Option<&RoomState> {
        self.rooms.get(room)
    }

    /// The message as it stands, if it was shown and is kept.
    pub fn posted(&self, id: &MessageId) -> Option<(&Room, &RoomState, &Posted)> {
        let (room, number) = self.places.get(id)?;
        let state = self.rooms.get(room)?;
        Some((room, state, state.numbered((*number)?)?))
    }

    /// The message, if it waits for the desk or was declined.
    pub fn held(&self, id: &MessageId) -> Option<(&Room, &Held)> {
        let (room, number) = self.places.get(id)?;
        let held = self.rooms.get(room)?.held.get(id)?;
        number.is_none().then_some((room, held))
    }

    /// Rooms of a person and another in which something was written.
    pub fn direct_rooms<'a>(&'a self, person: &'a PersonId) -> impl Iterator<Item = &'a Room> {
        self.rooms.keys().filter(move |room| room.pair().is_some_and(|pair| pair.contains(&person)))
    }

    /// Rooms of two people that a person has opened.
    pub(in crate::meeting) fn opened_by(&self, person: &PersonId) -> usize {
        self.rooms.values().filter(|state| state.opened_by.as_ref() == Some(person)).count()
    }

    /// The message that goes when one more is shown in a room.
    pub fn next_to_go(&self, room: &Room) -> Option<(&Room, &Posted)> {
        let order = if room.pair().is_some() { &self.direct_order } else { &self.order };
        let room = order.front().filter(|_| order.len() >= limits::MESSAGES_KEPT)?;
        Some((room, self.rooms.get(room)?.posted.front()?))
    }

    /// Notices of the desk, or of the conference.
    fn notices(&mut self, of_conference: bool) -> &mut Announcements {
        if of_conference { &mut self.of_conference } else { &mut self.announcements }
    }

    /// All notices that are remembered.
    pub fn all_announcements(&self) -> impl Iterator<Item = &Announcement> {
        self.announcements.iter().chain(&self.of_conference)
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment, by_conference: bool) {
        match event {
            Event::MessageSent { message } => self.send(message, at_ms),
            Event::MessageHeld { message } => self.hold(message, at_ms),
            Event::MessageApproved { message } => self.approve(message, at_ms),
            Event::MessageDeclined { message, reason } => self.decline(message, reason, at_ms),
            Event::MessageEdited { message, text } => {
                if let Some((_, posted)) = self.posted_mut(message) {
                    Arc::make_mut(&mut posted.message).text.clone_from(text);
                    posted.edited_at_ms = Some(at_ms);
                }
            }
            Event::MessageDeleted { message, by, by_desk, reason } => {
                let (by, by_desk, reason) = (by.clone(), *by_desk, reason.clone());
                self.delete(message, Deleted { at_ms, by, by_desk, reason });
            }
            Event::MessagePinned { message } => {
                if let Some((state, _)) = self.posted_mut(message) {
                    state.insert(message.clone(), at_ms);
                }
            }
            Event::MessageUnpinned { message } => {
                if let Some((pinned, _)) = self.posted_mut(message) {
                    pinned.remove(message);
                }
            }
            Event::SlowModeSet { room, wait_ms } => self.set(room, |state| state.slow_mode_ms = *wait_ms),
            Event::PreModerationSet { room, on } => self.set(room, |state| state.pre_moderated = *on),
            Event::RoomClosed { room } => self.set(room, |state| state.closed = true),
            Event::RoomReopened { room } => self.set(room, |state| state.closed = false),
            Event::PersonMuted { person, reason } => {
                self.muted.insert(person.clone(), Muting { since_ms: at_ms, reason: reason.clone() });
            }
            Event::PersonUnmuted { person } => drop(self.muted.remove(person)),
            Event::Announced { announcement, by, text } => {
                let (id, by, text) = (announcement.clone(), by.clone(), text.clone());
                let announced = Announcement { id, by, text, at_ms, ended_at_ms: None };
                announcement::show(self.notices(by_conference), announced);
            }
            Event::AnnouncementTakenDown { .. } => announcement::end(self.notices(by_conference), at_ms),
        }
    }

    /// A room of a kind that this version does not know has no audience: what is set there is set for nobody.
    fn set(&mut self, room: &RoomId, change: impl FnOnce(&mut RoomState)) {
        if let Some(room) = Room::named(room) {
            change(self.rooms.entry(room).or_default());
        }
    }

    fn send(&mut self, message: &Arc<Message>, at_ms: Moment) {
        let Some(room) = Room::named(&message.room) else { return };
        let author = message.author.person.clone();
        let first = room.pair().is_some() && !self.rooms.contains_key(&room);
        let state = self.rooms.entry(room.clone()).or_default();
        if first {
            state.opened_by = Some(author.clone());
        }
        state.wrote_at_ms.insert(author, at_ms);
        self.post(room, message.clone(), at_ms);
    }

    fn hold(&mut self, message: &Arc<Message>, at_ms: Moment) {
        let Some(room) = Room::named(&message.room) else { return };
        let state = self.rooms.entry(room.clone()).or_default();
        state.wrote_at_ms.insert(message.author.person.clone(), at_ms);
        let held = Held { at_ms, message: message.clone(), declined: None };
        state.held.insert(message.id.clone(), held);
        self.places.insert(message.id.clone(), (room, None));
    }

    fn approve(&mut self, id: &MessageId, at_ms: Moment) {
        if let Some((room, held)) = self.let_go(id) {
            self.post(room, held.message, at_ms);
        }
    }

    /// Its author keeps the newest of those that were declined in a room.
    fn decline(&mut self, id: &MessageId, reason: &str, at_ms: Moment) {
        let Some((room, held)) = self.held(id).map(|(room, held)| (room.clone(), held.clone())) else {
            return;
        };
        let earlier = self.rooms.get(&room).and_then(|state| declined_of(state, &held.message.author.person));
        if let Some(earlier) = earlier.cloned() {
            self.let_go(&earlier);
        }
        let declined = Some(Declined { at_ms, reason: reason.to_owned() });
        self.rooms.entry(room).or_default().held.insert(id.clone(), Held { declined, ..held });
    }

    /// The messages that were deleted.
    pub fn deleted(&self) -> impl Iterator<Item = &MessageId> {
        let posted = self.rooms.values().flat_map(|room| &room.posted);
        posted.filter(|posted| posted.deleted.is_some()).map(|posted| &posted.message.id)
    }

    fn delete(&mut self, id: &MessageId, deleted: Deleted) {
        if let Some((pinned, posted)) = self.posted_mut(id) {
            pinned.remove(id);
            let message = Arc::make_mut(&mut posted.message);
            message.text.clear();
            message.language = None;
            posted.deleted = Some(deleted);
        } else {
            self.let_go(id);
        }
    }

    /// Takes a message out of those that are held.
    fn let_go(&mut self, id: &MessageId) -> Option<(Room, Held)> {
        let room = self.held(id)?.0.clone();
        self.places.remove(id);
        let held = self.rooms.get_mut(&room)?.held.remove(id)?;
        Some((room, held))
    }

    fn posted_mut(&mut self, id: &MessageId) -> Option<(&mut imbl::OrdMap<MessageId, Moment>, &mut Posted)> {
        let (room, number) = self.places.get(id)?;
        let state = self.rooms.get_mut(room)?;
        let place = state.place((*number)?)?;
        Some((&mut state.pinned, state.posted.get_mut(place)?))
    }

    fn post(&mut self, room: Room, message: Arc<Message>, at_ms: Moment) {
        let state = self.rooms.entry(room.clone()).or_default();
        state.written += 1;
        let number = state.written;
        self.places.insert(message.id.clone(), (room.clone(), Some(number)));
        state.posted.push_back(Posted { number, at_ms, message, edited_at_ms: None, deleted: None });
        let order = if room.pair().is_some() { &mut self.direct_order } else { &mut self.order };
        order.push_back(room);
        if order.len() > limits::MESSAGES_KEPT
            && let Some(state) = order.pop_front().and_then(|room| self.rooms.get_mut(&room))
            && let Some(oldest) = state.posted.pop_front()
        {
            state.pinned.remove(&oldest.message.id);
            self.places.remove(&oldest.message.id);
        }
    }
}

/// The message of a person that was last declined in a room.
fn declined_of<'a>(state: &'a RoomState, person: &PersonId) -> Option<&'a MessageId> {
    let own = |held: &&Held| held.message.author.person == *person && held.declined.is_some();
    state.held.values().find(own).map(|held| &held.message.id)
}

/// Looks at every message that is kept.
pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let chat = &meeting.chat;
    let kept: usize = chat.rooms.values().map(|state| state.posted.len()).sum();
    let held: usize = chat.rooms.values().map(|state| state.held.len()).sum();
    let notices = [&chat.announcements, &chat.of_conference];
    let whole = Meeting::first_broken(&[
        (
            kept == chat.order.len() + chat.direct_order.len(),
            "the order of messages is not that of the rooms",
        ),
        (chat.order.len() <= limits::MESSAGES_KEPT, "more messages are kept than may be"),
        (
            chat.direct_order.len() <= limits::MESSAGES_KEPT,
            "more messages of two people are kept than may be",
        ),
        (kept + held == chat.places.len(), "a message stands nowhere, or twice"),
        (
            notices.iter().all(|these| announcement::are_sound(these)),
            "an announcement is shown that is not the newest",
        ),
    ]);
    whole.or_else(|| chat.rooms.iter().find_map(|(room, state)| room_broken(chat, room, state)))
}

fn room_broken(chat: &State, room: &Room, state: &RoomState) -> Option<String> {
    let last = state.posted.last().map_or(state.written, |posted| posted.number);
    let found = |posted: &Posted| {
        chat.posted(&posted.message.id).is_some_and(|(at, _, found)| at == room && found == posted)
    };
    let wordless = |posted: &Posted| posted.deleted.is_none() || posted.message.text.is_empty();
    let pinned = |id: &MessageId| {
        chat.posted(id).is_some_and(|(at, _, posted)| at == room && posted.deleted.is_none())
    };
    Meeting::first_broken(&[
        (last == state.written, "the newest message of a room is not the last written"),
        (state.posted.iter().all(found), "a message is not found where it stands"),
        (state.posted.iter().all(wordless), "a deleted message still says something"),
        (state.pinned.keys().all(pinned), "a message is pinned that is not there"),
        (state.pinned.len() <= limits::PINS_MAX, "too many messages are pinned in a room"),
    ])
}

/// The same of the message that an event shows or pins.
pub(in crate::meeting) fn broken_at(meeting: &Meeting, event: &Event) -> Option<String> {
    let chat = &meeting.chat;
    let shown = match event {
        Event::MessageSent { message } => Room::named(&message.room).map(|_| &message.id),
        Event::MessageApproved { message } | Event::MessagePinned { message } => Some(message),
        Event::MessageHeld { .. }
        | Event::MessageDeclined { .. }
        | Event::MessageEdited { .. }
        | Event::MessageDeleted { .. }
        | Event::MessageUnpinned { .. }
        | Event::SlowModeSet { .. }
        | Event::PreModerationSet { .. }
        | Event::RoomClosed { .. }
        | Event::RoomReopened { .. }
        | Event::PersonMuted { .. }
        | Event::PersonUnmuted { .. }
        | Event::Announced { .. }
        | Event::AnnouncementTakenDown { .. } => return None,
    };
    let found = shown.and_then(|id| chat.posted(id));
    let pinned = found.map_or(0, |(_, state, _)| state.pinned.len());
    Meeting::first_broken(&[
        (shown.is_some() == found.is_some(), "a message is not found where it stands"),
        (chat.order.len() <= limits::MESSAGES_KEPT, "more messages are kept than may be"),
        (pinned <= limits::PINS_MAX, "too many messages are pinned in a room"),
    ])
}
