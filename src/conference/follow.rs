//! How a sitting follows the conference: what an event of the conference means for one session.

use super::event::Event;
use super::programme::Standing;
use super::{Conference, announcements, lists, programme, register};
use crate::meeting::charter::Charter;
use crate::meeting::follow::Change;
use crate::meeting::procedure::speakers::folder;
use crate::meeting::procedure::{schedule, seats};
use crate::terms::ids::{ListId, SessionId};

impl Conference {
    /// What a session is convened with as things stand; none where the programme does not have it.
    pub fn charter(&self, session: &SessionId) -> Option<Charter> {
        let plan = self.live.as_deref()?;
        let charter = plan.charter(session)?;
        let Standing { was, version: schedule_version, .. } = self.programme.session(session);
        let was = was.filter(|was| *was != charter.session.times());
        let versions =
            charter.people.iter().map(|person| (person.id.clone(), self.register.version(&person.id)));
        let seat_versions = versions.filter(|(_, version)| *version > 0).collect();
        let of_items = charter.lists.iter().map(|list| &list.id);
        let of_items = of_items.filter_map(|list| Some((list.clone(), self.whereabouts(list, session)?)));
        let item_lists = of_items.collect();
        Some(Charter { was, seat_versions, schedule_version, item_lists, ..charter })
    }
}

/// What an event of the conference changes in one session; none where it does not concern it. `after` is the conference
/// as it stands after the event.
pub fn change(event: &Event, after: &Conference, session: &SessionId) -> Option<Change> {
    match event {
        Event::Register(event) => of_register(event, after, session).map(Change::Seat),
        Event::Programme(event) => of_programme(event, after, session),
        Event::Lists(event) => of_lists(event, after, session).map(Change::List),
        Event::Announcements(event) => Some(of_announcements(event, after, session)),
        // They tell sittings nothing.
        Event::Documents(_) | Event::KeyMessages(_) | Event::Outcome(_) => None,
    }
}

fn of_lists(event: &lists::Event, after: &Conference, session: &SessionId) -> Option<folder::Change> {
    let plan = after.live.as_deref()?;
    let taken = after.lists.laid_down_by(session);
    let has = |list: &ListId| plan.sittings_of(list).any(|entry| entry.plan.id == *session);
    match event {
        lists::Event::ListCalledFor { list, .. } => {
            let standing = after.lists.list(list)?;
            let here = standing.at.as_ref() == Some(session);
            here.then(|| folder::Change::CalledFor { list: list.clone() })
        }
        lists::Event::ListTaken { list, .. } | lists::Event::ListHandedOn { list, .. } if has(list) => {
            let standing = after.lists.list(list)?;
            let list = list.clone();
            if standing.at.as_ref() == Some(session) {
                let folder = standing.folder.clone().unwrap_or_default();
                return Some(folder::Change::Received { list, folder, taken });
            }
            let place = after.whereabouts(&list, session)?;
            Some(folder::Change::Placed { list, place, taken })
        }
        lists::Event::AgendaItemClosed { item } => {
            let item = plan.agenda_items.iter().find(|known| known.id == *item)?;
            let lists: Vec<ListId> = item.lists.iter().filter(|list| has(list)).cloned().collect();
            (!lists.is_empty()).then_some(folder::Change::ItemClosed { lists })
        }
        lists::Event::ListTaken { .. } | lists::Event::ListHandedOn { .. } => None,
    }
}

/// All that a session is to have of the conference as it stands; none where the programme does not have it.
pub fn as_it_stands(conference: &Conference, session: &SessionId) -> Option<Change> {
    let charter = Change::Charter(Box::new(conference.charter(session)?));
    // Convened first: there is nobody to announce to before.
    Some(Change::All(vec![charter, announced(conference, session)]))
}

fn of_announcements(event: &announcements::Event, after: &Conference, session: &SessionId) -> Change {
    match event {
        announcements::Event::ConferenceAnnounced { .. }
        | announcements::Event::ConferenceAnnouncementTakenDown { .. } => announced(after, session),
    }
}

/// What of the announcements a session is to show.
fn announced(conference: &Conference, session: &SessionId) -> Change {
    Change::Announcement(conference.announced_in(session).cloned().map(Box::new))
}

fn of_register(event: &register::Event, after: &Conference, session: &SessionId) -> Option<seats::Event> {
    match event {
        register::Event::PersonSeated { person } => {
            let person = Box::new(person.in_session(session)?);
            Some(seats::Event::PersonSeated { person })
        }
        register::Event::SeatChanged { person, position, rank } => {
            let version = Some(after.register.version(person));
            let (person, position, rank) = (person.clone(), *position, *rank);
            let there = after.takes_part(&person, session);
            there.then_some(seats::Event::SeatChanged { person, position, rank, version })
        }
        register::Event::NameCorrected { person, language, name } => {
            let version = Some(after.register.version(person));
            let (person, language, name) = (person.clone(), language.clone(), name.clone());
            let there = after.takes_part(&person, session);
            there.then_some(seats::Event::NameCorrected { person, language, name, version })
        }
        register::Event::PersonWithdrawnFrom { person, .. } | register::Event::PersonWithdrawn { person } => {
            // A sitting that they were not in has nothing to take in.
            (!after.takes_part(person, session))
                .then(|| seats::Event::PersonWithdrawn { person: person.clone() })
        }
        // Each log is told by whoever erases.
        register::Event::DetailsErased { .. } => None,
    }
}

fn of_programme(event: &programme::Event, after: &Conference, session: &SessionId) -> Option<Change> {
    let concerned = |of: &SessionId| of == session;
    let version = Some(after.programme.session(session).version);
    let change = match event {
        programme::Event::ConferenceConvened { .. } | programme::Event::FileTaken { .. } => {
            return as_it_stands(after, session);
        }
        programme::Event::SessionAdded { entry, .. } => {
            return as_it_stands(after, session).filter(|_| concerned(&entry.plan.id));
        }
        programme::Event::SessionRescheduled { session, starts_at_ms, ends_at_ms, reason }
            if concerned(session) =>
        {
            let (starts_at_ms, ends_at_ms, reason) = (*starts_at_ms, *ends_at_ms, reason.clone());
            let moved = schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, version };
            // It may have been cancelled, and takes place again.
            return Some(Change::All(vec![Change::Schedule(moved), announced(after, session)]));
        }
        programme::Event::SessionDelayed { session, reason } if concerned(session) => {
            let delayed = schedule::Event::SessionDelayed { reason: reason.clone(), version };
            return Some(Change::All(vec![Change::Schedule(delayed), announced(after, session)]));
        }
        programme::Event::SessionCancelled { session, reason } if concerned(session) => {
            schedule::Event::SessionCancelled { reason: reason.clone(), version }
        }
        programme::Event::TitleCorrected { session, language, title } if concerned(session) => {
            schedule::Event::TitleCorrected { language: language.clone(), title: title.clone(), version }
        }
        // One that was closed may have been reopened, and what was announced meanwhile may stand.
        programme::Event::SittingProceeded { session: of, .. } => {
            let stands = concerned(of) && after.announced_in(session).is_some();
            return stands.then(|| announced(after, session));
        }
        programme::Event::SessionRescheduled { .. }
        | programme::Event::SessionDelayed { .. }
        | programme::Event::SessionCancelled { .. }
        | programme::Event::TitleCorrected { .. } => return None,
    };
    Some(Change::Schedule(change))
}
