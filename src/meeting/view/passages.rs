//! What is found by its words: texts of statements, messages of the chat, paragraphs of the proceedings.
//!
//! A passage is the text of an entity and stands in that entity's scope, so who may find it is who may see it: there is no
//! second table. What is over and no view holds any more is found too, where it can still be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Key, ParagraphView, Scope};
use crate::meeting::Meeting;
use crate::meeting::hall::chat::{Author, Posted, Room, readable};
use crate::meeting::proceedings::Paragraph;
use crate::meeting::proceedings::view::paragraph_view;
use crate::meeting::proceedings::words::words_of;
use crate::meeting::statements::texts::is_delivered;
use crate::terms::ids::{DelegationId, Language, MessageId, Moment, RequestId, RoomId, Wording};
use crate::terms::people::Person;

/// Kinds of passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum PassageKind {
    /// Texts of statements.
    Text,
    /// Messages of the chat.
    Message,
    /// Paragraphs of the proceedings.
    Paragraph,
}

/// Where a passage stands, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Place {
    /// The text of a statement.
    Text {
        /// Of which request.
        request: RequestId,
        /// Whose statement.
        delegation: DelegationId,
        /// What that delegation is called for short.
        short: Wording,
        /// In which language.
        language: Language,
        /// When it was given.
        at_ms: Moment,
    },
    /// A message of the chat.
    Message {
        /// Which message.
        message: MessageId,
        /// In which room.
        room: RoomId,
        /// Who wrote it, as they were known then.
        author: Author,
        /// When it was shown.
        at_ms: Moment,
    },
    /// A paragraph of the proceedings. What is found in it are names, reasons and titles; a client words the fact.
    Paragraph {
        /// The paragraph.
        paragraph: ParagraphView,
    },
}

/// A text that is found by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Who may find it: those who follow this scope.
    pub scope: Scope,
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Passage {
    /// When it came to be, by which the newer of two that fit alike comes first.
    pub fn at_ms(&self) -> Moment {
        match &self.place {
            Place::Text { at_ms, .. } | Place::Message { at_ms, .. } => *at_ms,
            Place::Paragraph { paragraph } => paragraph.at_ms,
        }
    }
}

/// Of which of what is found somebody asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Among {
    /// Of this kind alone.
    pub kind: Option<PassageKind>,
    /// In this chat room alone.
    pub room: Option<Room>,
}

impl Among {
    /// Whether a passage is of those that are asked for.
    pub fn has(&self, key: &Key) -> bool {
        let of_kind = self.kind.is_none() || self.kind == kind(key);
        of_kind && self.room.as_ref().is_none_or(|room| room_of(key) == Some(room))
    }

    /// In one chat room, if the person reads it.
    pub fn of_room(meeting: &Meeting, person: &Person, room: &RoomId) -> Option<Self> {
        Some(Self { kind: Some(PassageKind::Message), room: Some(readable(meeting, person, room)?) })
    }
}

/// The kind of passage that a key names, if it names one.
fn kind(key: &Key) -> Option<PassageKind> {
    if let Key::Text(..) = key {
        return Some(PassageKind::Text);
    }
    if let Key::Paragraph(_) = key {
        return Some(PassageKind::Paragraph);
    }
    room_of(key).map(|_| PassageKind::Message)
}

fn room_of(key: &Key) -> Option<&Room> {
    if let Key::Message(room, _) | Key::DirectMessage(_, room, _) = key { Some(room) } else { None }
}

/// The passage that a key names, as it stands and for whom. None where there is nothing to find: it was deleted, taken
/// back, or is not kept any more.
pub fn passage(meeting: &Meeting, key: &Key) -> Option<Passage> {
    let scope = key.scope(meeting);
    if let Key::Text(request, language) = key {
        let (at_ms, text) = meeting.texts.text(request, language)?;
        let delegation = meeting.speakers.request(request)?.request.delegation.clone();
        let short = meeting.roster.delegation(&delegation).map(|seat| seat.short.clone()).unwrap_or_default();
        let (request, language, at_ms) = (request.clone(), language.clone(), *at_ms);
        let place = Place::Text { request, delegation, short, language, at_ms };
        return Some(Passage { scope, text: text.text.clone(), place });
    }
    if let Key::Paragraph(seq) = key {
        let (number, paragraph) = meeting.proceedings.of(*seq)?;
        let text = words_of(&paragraph.fact);
        let place = Place::Paragraph { paragraph: paragraph_view(number, paragraph) };
        return (!text.is_empty()).then_some(Passage { scope, text, place });
    }
    let (Key::Message(room, id) | Key::DirectMessage(_, room, id)) = key else { return None };
    let (of, _, posted) = meeting.chat.posted(id)?;
    let there = of == room && room.is_of(meeting) && posted.deleted.is_none();
    let (message, at_ms) = (&posted.message, posted.at_ms);
    let place =
        Place::Message { message: id.clone(), room: room.id(), author: message.author.clone(), at_ms };
    there.then(|| Passage { scope, text: message.text.clone(), place })
}

/// Keys of the passages that may be others, be found by others, or be there no more, since an earlier state; of all that are
/// there where there is none. More than changed is harmless.
pub fn reworded(before: Option<&Meeting>, after: &Meeting) -> Vec<Key> {
    let nothing = Meeting::default();
    let before = before.unwrap_or(&nothing);
    let mut keys = BTreeSet::new();
    texts(before, after, &mut keys);
    messages(before, after, &mut keys);
    paragraphs(before, after, &mut keys);
    keys.into_iter().collect()
}

fn texts(before: &Meeting, after: &Meeting, keys: &mut BTreeSet<Key>) {
    keys.extend(before.texts.differing(&after.texts).map(|(request, language)| Key::Text(request, language)));
    if Arc::ptr_eq(&before.speakers, &after.speakers) {
        return;
    }
    // What was heard is found by all.
    let delivered = |meeting: &Meeting, request| meeting.speakers.request(request).is_some_and(is_delivered);
    let over =
        after.texts.all().filter(|(request, _)| delivered(before, request) != delivered(after, request));
    keys.extend(over.map(|(request, text)| Key::Text(request.clone(), text.language.clone())));
}

fn messages(before: &Meeting, after: &Meeting, keys: &mut BTreeSet<Key>) {
    let rooms = before.chat.rooms.keys().chain(after.chat.rooms.keys());
    for room in rooms.collect::<BTreeSet<_>>() {
        let of = |meeting: &Meeting| {
            // A room that the session has no longer is read by nobody.
            let state = meeting.chat.room(room).filter(|_| room.is_of(meeting));
            state.map(|state| state.posted.clone()).unwrap_or_default()
        };
        let (was, is) = (of(before), of(after));
        if was.ptr_eq(&is) {
            continue;
        }
        let same = |one: &Posted, other: &Posted| Arc::ptr_eq(&one.message, &other.message);
        let differing = differing(was.iter(), is.iter(), |posted| posted.number, same);
        keys.extend(differing.into_iter().flat_map(|posted| keys_of(room, &posted.message.id)));
    }
}

fn paragraphs(before: &Meeting, after: &Meeting, keys: &mut BTreeSet<Key>) {
    let (was, is) = (&before.proceedings, &after.proceedings);
    if is.is_as_in(was) {
        return;
    }
    let differing = differing(was.all(), is.all(), |paragraph: &Arc<Paragraph>| paragraph.seq, Arc::ptr_eq);
    keys.extend(differing.into_iter().map(|paragraph| Key::Paragraph(paragraph.seq)));
}

/// What of two sequences, each in the order of its numbers, is in one alone or differs.
fn differing<'a, T, N: Ord>(
    was: impl Iterator<Item = &'a T>,
    is: impl Iterator<Item = &'a T>,
    number: impl Fn(&T) -> N,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<&'a T> {
    let (mut was, mut is) = (was.peekable(), is.peekable());
    let mut found = Vec::new();
    loop {
        let order = match (was.peek(), is.peek()) {
            (None, None) => return found,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(one), Some(other)) => number(one).cmp(&number(other)),
        };
        match order {
            std::cmp::Ordering::Less => found.extend(was.next()),
            std::cmp::Ordering::Greater => found.extend(is.next()),
            std::cmp::Ordering::Equal => {
                found.extend(
                    was.next().zip(is.next()).filter(|(one, other)| !same(one, other)).map(|(_, now)| now),
                );
            }
        }
    }
}

/// The keys of a message: of two people each has their own.
fn keys_of(room: &Room, id: &MessageId) -> Vec<Key> {
    match room.pair() {
        Some(pair) => pair.map(|one| Key::DirectMessage(one.clone(), room.clone(), id.clone())).to_vec(),
        None => vec![Key::Message(room.clone(), id.clone())],
    }
}
