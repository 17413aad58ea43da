//! Messages of the past, for those whom the room admits: page by page.

use crate::meeting::Meeting;
use crate::meeting::hall::chat::readable;
use crate::meeting::hall::chat::view::render::message_view;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::view::MessageView;
use crate::terms::ids::{MessageId, RoomId};
use crate::terms::limits;
use crate::terms::people::Person;

/// Messages of a room before one, or the newest: the oldest first, at most `limit` and
/// [`limits::PAGE_MESSAGES_MAX`]; and whether there are older ones still.
///
/// # Errors
/// `unknown` for a room that the person does not read, or a message that is not in it.
pub fn page(
    meeting: &Meeting,
    person: &Person,
    room: &RoomId,
    before: Option<&MessageId>,
    limit: usize,
) -> Result<(Vec<MessageView>, bool), Refusal> {
    let room = readable(meeting, person, room).ok_or(Refusal::Unknown { field: Field::Room })?;
    let first = match before {
        None => None,
        Some(id) => {
            let found = meeting.chat.posted(id).filter(|(of, ..)| **of == room);
            Some(found.ok_or(Refusal::Unknown { field: Field::Message })?.2.number)
        }
    };
    let Some(state) = meeting.chat.room(&room) else { return Ok((Vec::new(), false)) };
    let kept_from = state.posted.front().map_or(state.written + 1, |posted| posted.number);
    let end = first.unwrap_or(state.written + 1);
    let limit = u64::try_from(limit.min(limits::PAGE_MESSAGES_MAX)).unwrap_or(0);
    let begin = end.saturating_sub(limit).max(kept_from);
    let messages = (begin..end).filter_map(|number| state.numbered(number));
    let messages = messages.map(|posted| message_view(meeting, state, posted)).collect();
    Ok((messages, begin > kept_from))
}
