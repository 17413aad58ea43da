//! How the desk keeps order in the rooms that it reads: pins, slow mode, approval, closing and muting.

use super::decide::{full, seen};
use super::{Event, Posted, Room, RoomState};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access};
use crate::terms::ids::{MessageId, Millis, PersonId, RoomId};
use crate::terms::limits;
use crate::terms::people::Person;

pub(super) fn pin(meeting: &Meeting, actor: &Person, id: &MessageId) -> Result<Event, Refusal> {
    let (state, posted) = kept(meeting, actor, id)?;
    if posted.deleted.is_some() {
        return Err(Refusal::MessageGone {});
    }
    changes(!state.pinned.contains_key(id))?;
    full(state.pinned.len(), limits::PINS_MAX)?;
    Ok(Event::MessagePinned { message: id.clone() })
}

pub(super) fn unpin(meeting: &Meeting, actor: &Person, id: &MessageId) -> Result<Event, Refusal> {
    let (state, _) = kept(meeting, actor, id)?;
    changes(state.pinned.contains_key(id))?;
    Ok(Event::MessageUnpinned { message: id.clone() })
}

pub(super) fn slow_mode(
    meeting: &Meeting,
    actor: &Person,
    room: &RoomId,
    wait_ms: Millis,
) -> Result<Event, Refusal> {
    let state = ordered(meeting, actor, room)?;
    let (min, max) = (limits::SLOW_MODE_MS_MIN, limits::SLOW_MODE_MS_MAX);
    if wait_ms != 0 && !(min..=max).contains(&wait_ms) {
        return Err(Refusal::OutOfRange { field: Field::WaitMs, min, max });
    }
    changes(state.slow_mode_ms != wait_ms)?;
    Ok(Event::SlowModeSet { room: room.clone(), wait_ms })
}

pub(super) fn pre_moderation(
    meeting: &Meeting,
    actor: &Person,
    room: &RoomId,
    on: bool,
) -> Result<Event, Refusal> {
    changes(ordered(meeting, actor, room)?.pre_moderated != on)?;
    Ok(Event::PreModerationSet { room: room.clone(), on })
}

pub(super) fn close(
    meeting: &Meeting,
    actor: &Person,
    room: &RoomId,
    closed: bool,
) -> Result<Event, Refusal> {
    changes(ordered(meeting, actor, room)?.closed != closed)?;
    let room = room.clone();
    Ok(if closed { Event::RoomClosed { room } } else { Event::RoomReopened { room } })
}

pub(super) fn approve(meeting: &Meeting, actor: &Person, id: &MessageId) -> Result<Event, Refusal> {
    waits(meeting, actor, id)?;
    Ok(Event::MessageApproved { message: id.clone() })
}

pub(super) fn decline(
    meeting: &Meeting,
    actor: &Person,
    id: &MessageId,
    reason: &str,
) -> Result<Event, Refusal> {
    waits(meeting, actor, id)?;
    Ok(Event::MessageDeclined { message: id.clone(), reason: refusal::reason(reason)? })
}

pub(super) fn mute(meeting: &Meeting, id: &PersonId, reason: &str) -> Result<Event, Refusal> {
    let person = meeting.roster.person(id).ok_or(Refusal::Unknown { field: Field::Person })?;
    if access::presides(person) {
        return Err(Refusal::DeskNotMuted {});
    }
    changes(!meeting.chat.muted.contains_key(id))?;
    Ok(Event::PersonMuted { person: id.clone(), reason: refusal::reason(reason)? })
}

pub(super) fn unmute(meeting: &Meeting, id: &PersonId) -> Result<Event, Refusal> {
    // Somebody who has left the conference meanwhile can be unmuted too.
    let muted = meeting.chat.muted.contains_key(id);
    if !muted && meeting.roster.person(id).is_none() {
        return Err(Refusal::Unknown { field: Field::Person });
    }
    changes(muted)?;
    Ok(Event::PersonUnmuted { person: id.clone() })
}

/// A room that the desk keeps, as it stands.
fn ordered(meeting: &Meeting, actor: &Person, id: &RoomId) -> Result<RoomState, Refusal> {
    let room = Room::named(id).filter(|room| room.is_of(meeting) && room.admits(actor));
    let room = room.ok_or(Refusal::Unknown { field: Field::Room })?;
    if !room.is_kept_by_desk() {
        return Err(Refusal::NotAllowed {});
    }
    Ok(meeting.chat.room(&room).cloned().unwrap_or_default())
}

/// A message that was shown in a room that the desk keeps.
fn kept<'a>(
    meeting: &'a Meeting,
    actor: &Person,
    id: &MessageId,
) -> Result<(&'a RoomState, &'a Posted), Refusal> {
    let (room, state, posted) = seen(meeting, actor, id)?;
    if room.is_kept_by_desk() { Ok((state, posted)) } else { Err(Refusal::NotAllowed {}) }
}

/// A message that waits to be approved.
fn waits(meeting: &Meeting, actor: &Person, id: &MessageId) -> Result<(), Refusal> {
    let held = meeting.chat.held(id).filter(|(room, _)| room.is_of(meeting) && room.admits(actor));
    match held {
        Some((_, held)) if held.declined.is_none() => Ok(()),
        Some(_declined) => Err(Refusal::MessageGone {}),
        // Another of the desk may have approved it a moment ago.
        None => seen(meeting, actor, id).and(Err(Refusal::MessageGone {})),
    }
}

/// Whether it would be other than it is.
fn changes(does: bool) -> Result<(), Refusal> {
    if does { Ok(()) } else { Err(Refusal::Unchanged {}) }
}
