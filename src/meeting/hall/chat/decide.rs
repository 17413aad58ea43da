//! Writing: sending, editing and deleting. What keeps order stands in `moderation`.

use std::sync::Arc;

use super::{Author, Command, Event, Message, Posted, Room, RoomState, announcement, moderation};
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access, event};
use crate::terms::ids::{Language, MessageId, Moment, RoomId};
use crate::terms::people::Person;
use crate::terms::{limits, text};

/// Phases in which something is written.
const WRITING: &[Phase] = &[Phase::Scheduled, Phase::Open, Phase::Suspended];

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let happened = match command {
        Command::SendMessage { room, text, language, reply_to } => {
            let draft = Draft { text, language: language.as_ref(), reply_to: reply_to.as_ref() };
            send(meeting, context, actor, room, &draft)
        }
        Command::EditMessage { message, text } => edit(meeting, context, actor, message, text),
        Command::DeleteMessage { message, reason } => delete(meeting, actor, message, reason),
        Command::PinMessage { message } => moderation::pin(meeting, actor, message),
        Command::UnpinMessage { message } => moderation::unpin(meeting, actor, message),
        Command::SetSlowMode { room, wait_ms } => moderation::slow_mode(meeting, actor, room, *wait_ms),
        Command::SetPreModeration { room, on } => moderation::pre_moderation(meeting, actor, room, *on),
        Command::ApproveMessage { message } => moderation::approve(meeting, actor, message),
        Command::DeclineMessage { message, reason } => moderation::decline(meeting, actor, message, reason),
        Command::CloseRoom { room } => moderation::close(meeting, actor, room, true),
        Command::ReopenRoom { room } => moderation::close(meeting, actor, room, false),
        Command::MutePerson { person, reason } => moderation::mute(meeting, person, reason),
        Command::UnmutePerson { person } => moderation::unmute(meeting, person),
        Command::Announce { text } => announcement::announce(meeting, context, actor, text),
        Command::TakeDownAnnouncement { announcement } => announcement::take_down(meeting, announcement),
    };
    happened.map(|event| vec![event::Event::Chat(event)])
}

/// What somebody wishes to write.
struct Draft<'a> {
    text: &'a str,
    language: Option<&'a Language>,
    reply_to: Option<&'a MessageId>,
}

fn send(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    room: &RoomId,
    draft: &Draft<'_>,
) -> Result<Event, Refusal> {
    meeting.programme.require(WRITING)?;
    let place = Room::named(room).filter(|place| place.is_of(meeting) && place.lets_write(actor));
    let place = place.ok_or(Refusal::Unknown { field: Field::Room })?;
    let desk = access::presides(actor);
    may_write(meeting, actor, &place)?;
    let state = meeting.chat.room(&place);
    if let Some(state) = state.filter(|_| !desk) {
        waited(state, actor, context.now_ms)?;
    }
    let message = Arc::new(Message {
        id: meeting.message_id(context),
        room: room.clone(),
        author: Author::of(actor),
        text: refusal::worded(text::Kind::Lines, Field::Text, draft.text, limits::MESSAGE_CHARS_MAX)?,
        language: draft.language.cloned(),
        reply_to: replied(meeting, &place, draft.reply_to)?,
    });
    if place.pair().is_some() && state.is_none() {
        let direct = meeting.chat.rooms.keys().filter(|room| room.pair().is_some()).count();
        refusal::within_share(meeting.chat.opened_by(&actor.id), limits::DIRECT_ROOMS_OPENED_MAX)?;
        full(direct, limits::DIRECT_ROOMS_MAX)?;
    }
    let Some(state) = state.filter(|state| state.pre_moderated && !desk) else {
        return Ok(Event::MessageSent { message });
    };
    full(state.waiting_of(&actor.id), limits::HELD_PER_PERSON_MAX)?;
    Ok(Event::MessageHeld { message })
}

fn edit(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    id: &MessageId,
    text: &str,
) -> Result<Event, Refusal> {
    meeting.programme.require(WRITING)?;
    let (room, state, posted) = seen(meeting, actor, id)?;
    if posted.message.author.person != actor.id {
        return Err(Refusal::NotYourMessage {});
    }
    if posted.deleted.is_some() {
        return Err(Refusal::MessageGone {});
    }
    may_write(meeting, actor, room)?;
    if context.now_ms - posted.at_ms > limits::EDIT_WITHIN_MS {
        return Err(Refusal::TooLateToEdit {});
    }
    if state.pre_moderated && !access::presides(actor) {
        return Err(Refusal::EditNeedsApproval {});
    }
    let text = refusal::worded(text::Kind::Lines, Field::Text, text, limits::MESSAGE_CHARS_MAX)?;
    if text == posted.message.text {
        return Err(Refusal::Unchanged {});
    }
    Ok(Event::MessageEdited { message: id.clone(), text })
}

fn delete(meeting: &Meeting, actor: &Person, id: &MessageId, reason: &str) -> Result<Event, Refusal> {
    let by_author = || {
        let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
        Ok(Event::MessageDeleted { message: id.clone(), by: Author::of(actor), by_desk: false, reason })
    };
    // Whoever wrote a message that is held takes it back; the desk declines it instead.
    if let Some((_, held)) = meeting.chat.held(id)
        && held.message.author.person == actor.id
    {
        return by_author();
    }
    let (room, _, posted) = seen(meeting, actor, id)?;
    let own = posted.message.author.person == actor.id;
    let kept = access::presides(actor) && room.is_kept_by_desk();
    if !own && !kept {
        return Err(Refusal::NotYourMessage {});
    }
    if posted.deleted.is_some() {
        return Err(Refusal::MessageGone {});
    }
    if own {
        return by_author();
    }
    let reason = refusal::reason(reason)?;
    Ok(Event::MessageDeleted { message: id.clone(), by: Author::of(actor), by_desk: true, reason })
}

/// A message that was shown, of a room that the person reads.
pub(super) fn seen<'a>(
    meeting: &'a Meeting,
    actor: &Person,
    id: &MessageId,
) -> Result<(&'a Room, &'a RoomState, &'a Posted), Refusal> {
    let found = meeting.chat.posted(id);
    let seen = found.filter(|(room, ..)| room.is_of(meeting) && room.admits(actor));
    seen.ok_or(Refusal::Unknown { field: Field::Message })
}

/// Whether the room is closed, or the person muted, for writing there.
fn may_write(meeting: &Meeting, actor: &Person, room: &Room) -> Result<(), Refusal> {
    if access::presides(actor) {
        return Ok(());
    }
    if meeting.chat.room(room).is_some_and(|state| state.closed) {
        return Err(Refusal::RoomClosed {});
    }
    if meeting.chat.muted.contains_key(&actor.id) && !room.is_open_to_muted() {
        return Err(Refusal::Muted {});
    }
    Ok(())
}

/// Whether the person has waited since their last message as long as the room asks. A clock set back asks for no more.
fn waited(state: &RoomState, actor: &Person, now_ms: Moment) -> Result<(), Refusal> {
    let Some(wrote_at_ms) = state.wrote_at_ms.get(&actor.id) else { return Ok(()) };
    let retry_at_ms = wrote_at_ms + state.slow_mode_ms;
    if (*wrote_at_ms..retry_at_ms).contains(&now_ms) {
        return Err(Refusal::SlowDown { retry_at_ms });
    }
    Ok(())
}

/// The message that is replied to, which must be shown in the same room.
fn replied(meeting: &Meeting, room: &Room, to: Option<&MessageId>) -> Result<Option<MessageId>, Refusal> {
    let Some(id) = to else { return Ok(None) };
    let found = meeting.chat.posted(id).filter(|(of, ..)| *of == room);
    let (.., posted) = found.ok_or(Refusal::Unknown { field: Field::ReplyTo })?;
    if posted.deleted.is_some() { Err(Refusal::MessageGone {}) } else { Ok(Some(id.clone())) }
}

/// Whether one more would be too many.
pub(super) fn full(count: usize, max: usize) -> Result<(), Refusal> {
    if count < max { Ok(()) } else { Err(Refusal::Full { max: u32::try_from(max).unwrap_or(u32::MAX) }) }
}
