//! What is announced to the whole conference: one at a time, those before are remembered. All sessions that are not over
//! show it, beside what their own desks announce, and so does the lobby.
//!
//! Whoever serves all sessions announces, and alone takes down again: what all are told, the desk of one session does not
//! take from its own.

use serde::{Deserialize, Serialize};

use super::{Conference, access, event};
use crate::meeting::hall::chat::announcement::{self, standing};
use crate::meeting::hall::chat::{Announcement, Announcements, Author};
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{AnnouncementId, Moment, PersonId, SessionId, Wording};
use crate::terms::people::Role;
use crate::terms::personal::{Personal, Place, Subject};

/// What a participant may announce to the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "AnnouncementCommand"), schemars(rename = "AnnouncementCommand"))]
pub enum Command {
    /// Show a notice in all sessions that are neither closed nor cancelled and in the lobby, in the place of the conference's
    /// one before.
    AnnounceToConference {
        /// The text in one or more of the conference's languages, each 1 to 500 characters.
        text: Wording,
    },
    /// Take the conference's notice down, everywhere.
    TakeDownConferenceAnnouncement {
        /// Which.
        announcement: AnnouncementId,
    },
}

/// What happened to the announcements of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A notice is shown to all, in the place of the conference's one before.
    ConferenceAnnounced {
        /// Which.
        announcement: AnnouncementId,
        /// By whom, as they were known then.
        by: Author,
        /// The text.
        text: Wording,
    },
    /// The notice was taken down.
    ConferenceAnnouncementTakenDown {
        /// Which.
        announcement: AnnouncementId,
    },
}

impl Personal for Event {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        match self {
            Self::ConferenceAnnounced { by, .. } => by.show(show),
            Self::ConferenceAnnouncementTakenDown { .. } => {}
        }
    }
}

/// What was announced, the oldest first.
pub type State = Announcements;

pub(super) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    if !access::serves_all(conference, actor) {
        return Err(Refusal::OfConference {});
    }
    let happened = match command {
        Command::AnnounceToConference { text } => {
            let text = announcement::worded(conference.languages(), text)?;
            // Sessions number their own with another letter.
            let announcement = AnnouncementId::numbered("c", conference.seq + 1);
            Event::ConferenceAnnounced { announcement, by: author(conference, actor)?, text }
        }
        Command::TakeDownConferenceAnnouncement { announcement } => {
            announcement::may_end(&conference.announcements, announcement)?;
            Event::ConferenceAnnouncementTakenDown { announcement: announcement.clone() }
        }
    };
    Ok(vec![event::Event::Announcements(happened)])
}

/// Whoever serves all sessions, as they are known now.
fn author(conference: &Conference, actor: &PersonId) -> Result<Author, Refusal> {
    let known = conference.participant(actor).ok_or(Refusal::NotInSession {})?;
    let (name, delegation) = (known.name.clone(), known.delegation.clone());
    Ok(Author { person: actor.clone(), name, delegation, role: Role::Secretariat })
}

impl Conference {
    pub(super) fn evolve_announcements(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::ConferenceAnnounced { announcement, by, text } => {
                let (id, by, text) = (announcement.clone(), by.clone(), text.clone());
                let announced = Announcement { id, by, text, at_ms, ended_at_ms: None };
                announcement::show(&mut self.announcements, announced);
            }
            Event::ConferenceAnnouncementTakenDown { .. } => {
                announcement::end(&mut self.announcements, at_ms);
            }
        }
    }

    /// What is announced to all at present, if anything is.
    pub fn announced(&self) -> Option<&Announcement> {
        standing(&self.announcements)
    }

    /// What of that a session is to show: nothing where it is over or does not take place.
    pub fn announced_in(&self, session: &SessionId) -> Option<&Announcement> {
        self.announced().filter(|_| self.programme.session(session).may_sit())
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let sound = announcement::are_sound(&conference.announcements);
    (!sound).then(|| "an announcement is shown that is not the newest".to_owned())
}
