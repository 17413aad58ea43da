//! Notices of the desk to everybody: one at a time, those before are remembered.

use super::{Author, Event};
use crate::meeting::Meeting;
use crate::meeting::command::Context;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{AnnouncementId, Moment, Wording};
use crate::terms::people::Person;
use crate::terms::{limits, text};

/// A notice, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Which.
    pub id: AnnouncementId,
    /// By whom, as they were known then.
    pub by: Author,
    /// The text in each language in which it was given.
    pub text: Wording,
    /// Since when it is shown.
    pub at_ms: Moment,
    /// When it was taken down or replaced; none while it is shown.
    pub ended_at_ms: Option<Moment>,
}

/// Notices, the oldest first; at most [`limits::ANNOUNCEMENTS_KEPT`]. Older ones are in the log.
pub(super) type Announcements = imbl::Vector<Announcement>;

pub(super) fn evolve(announcements: &mut Announcements, announcement: Announcement) {
    end(announcements, announcement.at_ms);
    announcements.push_back(announcement);
    if announcements.len() > limits::ANNOUNCEMENTS_KEPT {
        announcements.pop_front();
    }
}

/// Takes down what is shown, if anything is.
pub(super) fn end(announcements: &mut Announcements, at_ms: Moment) {
    if let Some(last) = announcements.back_mut()
        && last.ended_at_ms.is_none()
    {
        last.ended_at_ms = Some(at_ms);
    }
}

pub(super) fn announce(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    text: &Wording,
) -> Result<Event, Refusal> {
    let max = limits::ANNOUNCEMENT_CHARS_MAX;
    let worded = refusal::worded_in(meeting.languages(), text::Kind::Lines, Field::Text, text, max)?;
    let announcement = AnnouncementId::numbered("n", context.next_seq);
    Ok(Event::Announced { announcement, by: Author::of(actor), text: worded })
}

pub(super) fn take_down(meeting: &Meeting, id: &AnnouncementId) -> Result<Event, Refusal> {
    let known = meeting.chat.announcements.iter().find(|one| one.id == *id);
    let known = known.ok_or(Refusal::Unknown { field: Field::Announcement })?;
    match known.ended_at_ms {
        Some(_) => Err(Refusal::Unchanged {}),
        None => Ok(Event::AnnouncementTakenDown { announcement: id.clone() }),
    }
}
