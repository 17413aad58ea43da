//! Notices to everybody, of the desk and of the conference: of each one at a time, those before are remembered.
//!
//! What is announced to the whole conference is the conference's own (`conference/announcements`); it stands beside that of
//! the desk, and comes and goes as the conference says.

use super::{Author, Event};
use crate::meeting::Meeting;
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{AnnouncementId, Language, Moment, Wording};
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

/// Notices, the oldest first; at most [`limits::ANNOUNCEMENTS_KEPT`]. Older ones are in the log. The last alone may be shown.
pub type Announcements = imbl::Vector<Announcement>;

/// The one that is shown, if any is.
pub fn standing(announcements: &Announcements) -> Option<&Announcement> {
    announcements.last().filter(|last| last.ended_at_ms.is_none())
}

/// Whether no other than the newest is shown.
pub(crate) fn are_sound(announcements: &Announcements) -> bool {
    let shown = announcements.iter().filter(|one| one.ended_at_ms.is_none()).count();
    announcements.len() <= limits::ANNOUNCEMENTS_KEPT
        && shown == usize::from(standing(announcements).is_some())
}

/// Shows one, in the place of the one before.
pub(crate) fn show(announcements: &mut Announcements, announcement: Announcement) {
    end(announcements, announcement.at_ms);
    announcements.push_back(announcement);
    if announcements.len() > limits::ANNOUNCEMENTS_KEPT {
        announcements.pop_front();
    }
}

/// Takes down what is shown, if anything is.
pub(crate) fn end(announcements: &mut Announcements, at_ms: Moment) {
    if let Some(last) = announcements.back_mut()
        && last.ended_at_ms.is_none()
    {
        last.ended_at_ms = Some(at_ms);
    }
}

/// The text of a notice as it was given in one working language or several.
pub(crate) fn worded(languages: &[Language], text: &Wording) -> Result<Wording, Refusal> {
    let max = limits::ANNOUNCEMENT_CHARS_MAX;
    refusal::worded_in(languages, text::Kind::Lines, Field::Text, text, max)
}

/// Whether one of these can be taken down.
pub(crate) fn may_end(announcements: &Announcements, id: &AnnouncementId) -> Result<(), Refusal> {
    let known = announcements.iter().find(|one| one.id == *id);
    let known = known.ok_or(Refusal::Unknown { field: Field::Announcement })?;
    if known.ended_at_ms.is_some() { Err(Refusal::Unchanged {}) } else { Ok(()) }
}

pub(super) fn announce(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    text: &Wording,
) -> Result<Event, Refusal> {
    let text = worded(meeting.languages(), text)?;
    let announcement = AnnouncementId::numbered("n", context.next_seq);
    Ok(Event::Announced { announcement, by: Author::of(actor), text })
}

/// What all sessions are told, the desk of one does not take from its own.
pub(super) fn take_down(meeting: &Meeting, id: &AnnouncementId) -> Result<Event, Refusal> {
    if meeting.chat.of_conference.iter().any(|one| one.id == *id) {
        return Err(Refusal::OfConference {});
    }
    may_end(&meeting.chat.announcements, id)?;
    Ok(Event::AnnouncementTakenDown { announcement: id.clone() })
}

/// What the meeting does so that it shows what stands in the conference, and nothing else of it. Nobody is told anything
/// new in a session that is over; what does not hold any more is taken down there too.
pub(in crate::meeting) fn follow(meeting: &Meeting, stands: Option<&Announcement>) -> Option<Event> {
    let shown = standing(&meeting.chat.of_conference).map(|one| &one.id);
    if stands.map(|one| &one.id) == shown {
        return None;
    }
    let told = stands.filter(|_| meeting.programme.phase != Phase::Closed).map(|one| Event::Announced {
        announcement: one.id.clone(),
        by: one.by.clone(),
        text: one.text.clone(),
    });
    told.or_else(|| shown.map(|id| Event::AnnouncementTakenDown { announcement: id.clone() }))
}
