//! Each entity of the chat made from the state.

use crate::meeting::Meeting;
use crate::meeting::hall::chat::{Held, Posted, Room, RoomState};
use crate::meeting::view::*;
use crate::terms::ids::{AnnouncementId, MessageId, PersonId, Wording};
use crate::terms::limits;

/// A message of a room of several, while the view holds it.
pub(in crate::meeting) fn message(meeting: &Meeting, room: &Room, id: &MessageId) -> Option<MessageView> {
    let (of, state, posted) = meeting.chat.posted(id)?;
    (of == room && state.is_shown(posted)).then(|| message_view(meeting, state, posted))
}

/// A message of two people, as one of them has it.
pub(in crate::meeting) fn direct(
    meeting: &Meeting,
    person: &PersonId,
    room: &Room,
    id: &MessageId,
) -> Option<MessageView> {
    let reads = room.pair().is_some_and(|pair| pair.contains(&person)) && room.is_of(meeting);
    message(meeting, room, id).filter(|_| reads)
}

/// A message as it stands.
pub(in crate::meeting) fn message_view(meeting: &Meeting, room: &RoomState, posted: &Posted) -> MessageView {
    let message = &posted.message;
    let deleted = posted.deleted.as_ref();
    MessageView {
        id: message.id.clone(),
        room: message.room.clone(),
        number: posted.number,
        at_ms: posted.at_ms,
        author: message.author.clone(),
        text: message.text.clone(),
        language: message.language.clone(),
        reply: message.reply_to.as_ref().filter(|_| deleted.is_none()).map(|to| reply(meeting, to)),
        edited_at_ms: posted.edited_at_ms,
        pinned_at_ms: room.pinned.get(&message.id).copied(),
        deleted: deleted.map(|deleted| DeletedView {
            at_ms: deleted.at_ms,
            by: deleted.by.clone(),
            by_desk: deleted.by_desk,
            reason: deleted.reason.clone(),
        }),
    }
}

/// Of the same room, as `decide` sees to.
fn reply(meeting: &Meeting, to: &MessageId) -> ReplyView {
    let original = meeting.chat.posted(to).map(|(.., posted)| &posted.message);
    let excerpt = original.map(|message| message.text.chars().take(limits::EXCERPT_CHARS_MAX).collect());
    let author = original.map(|message| message.author.clone());
    ReplyView { message: to.clone(), author, excerpt: excerpt.unwrap_or_default() }
}

/// A held message, as its author has it, or without one as the desk does. What was declined is its author's alone.
pub(in crate::meeting) fn held(
    meeting: &Meeting,
    author: Option<&PersonId>,
    room: &Room,
    id: &MessageId,
) -> Option<HeldMessageView> {
    let (of, Held { at_ms, message, declined }) = meeting.chat.held(id)?;
    let sees = match author {
        Some(author) => message.author.person == *author,
        None => declined.is_none(),
    };
    (of == room && sees).then(|| HeldMessageView {
        id: id.clone(),
        room: message.room.clone(),
        at_ms: *at_ms,
        author: message.author.clone(),
        text: message.text.clone(),
        language: message.language.clone(),
        declined: declined.clone(),
    })
}

/// A room that is kept otherwise than at first.
pub(in crate::meeting) fn room(meeting: &Meeting, room: &Room) -> Option<RoomView> {
    let state = meeting.chat.room(room).filter(|_| room.pair().is_none())?;
    let kept = state.closed || state.pre_moderated || state.slow_mode_ms != 0;
    kept.then(|| RoomView {
        id: room.id(),
        closed: state.closed,
        pre_moderated: state.pre_moderated,
        slow_mode_ms: state.slow_mode_ms,
    })
}

pub(in crate::meeting) fn muted(meeting: &Meeting, id: &PersonId) -> Option<MutedView> {
    let muting = meeting.chat.muted.get(id)?;
    let person = meeting.roster.person(id);
    Some(MutedView {
        id: id.clone(),
        name: person.map_or_else(Wording::default, |person| person.name.clone()),
        delegation: person.and_then(|person| person.delegation.clone()),
        since_ms: muting.since_ms,
        reason: muting.reason.clone(),
    })
}

pub(in crate::meeting) fn announcement(meeting: &Meeting, id: &AnnouncementId) -> Option<AnnouncementView> {
    let announcement = meeting.chat.all_announcements().find(|one| one.id == *id)?;
    Some(AnnouncementView {
        id: id.clone(),
        text: announcement.text.clone(),
        by: announcement.by.clone(),
        at_ms: announcement.at_ms,
        ended_at_ms: announcement.ended_at_ms,
        of_conference: meeting.chat.of_conference.iter().any(|one| one.id == *id),
    })
}
