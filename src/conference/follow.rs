//! How a sitting follows the conference: what an event of the conference means for one session.

use super::event::Event;
use super::{Conference, programme, register};
use crate::meeting::charter::Charter;
use crate::meeting::follow::Change;
use crate::meeting::ids::SessionId;
use crate::meeting::schedule::Times;
use crate::meeting::{schedule, seats};

impl Conference {
    /// What a session is convened with as things stand; none where the programme does not have it.
    pub fn charter(&self, session: &SessionId) -> Option<Charter> {
        let plan = self.live.as_deref()?;
        let charter = plan.charter(session)?;
        let (starts_at_ms, ends_at_ms) = (charter.session.starts_at_ms, charter.session.ends_at_ms);
        let was = self.programme.session(session).was;
        let was = was.filter(|was| *was != Times { starts_at_ms, ends_at_ms });
        let versions =
            charter.people.iter().map(|person| (person.id.clone(), self.register.version(&person.id)));
        let seat_versions = versions.filter(|(_, version)| *version > 0).collect();
        let schedule_version = self.programme.session(session).version;
        Some(Charter { was, seat_versions, schedule_version, ..charter })
    }
}

/// Whether somebody whom an event may take out of a session is in it before the event: all that is to be known of the
/// conference from before, so that nothing of it need be kept.
pub fn is_in_it(before: &Conference, event: &Event, session: &SessionId) -> bool {
    match event {
        Event::Register(
            register::Event::PersonWithdrawnFrom { person, .. } | register::Event::PersonWithdrawn { person },
        ) => before.takes_part(person, session),
        Event::Register(_) | Event::Programme(_) => false,
    }
}

/// What an event of the conference changes in one session; none where it does not concern it. `after` is the conference
/// as it stands after the event; `was_in_it` as [`is_in_it`] tells before it.
pub fn change(was_in_it: bool, event: &Event, after: &Conference, session: &SessionId) -> Option<Change> {
    match event {
        Event::Register(event) => of_register(was_in_it, event, after, session).map(Change::Seat),
        Event::Programme(event) => of_programme(event, after, session),
    }
}

fn of_register(
    was_in_it: bool,
    event: &register::Event,
    after: &Conference,
    session: &SessionId,
) -> Option<seats::Event> {
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
            let leaves = was_in_it && !after.takes_part(person, session);
            leaves.then(|| seats::Event::PersonWithdrawn { person: person.clone() })
        }
    }
}

fn of_programme(event: &programme::Event, after: &Conference, session: &SessionId) -> Option<Change> {
    let concerned = |of: &SessionId| of == session;
    let version = Some(after.programme.session(session).version);
    let change = match event {
        programme::Event::ConferenceConvened { .. } | programme::Event::FileTaken { .. } => {
            return after.charter(session).map(Box::new).map(Change::Charter);
        }
        programme::Event::SessionAdded { entry, .. } => {
            let charter = after.charter(session).filter(|_| concerned(&entry.plan.id))?;
            return Some(Change::Charter(Box::new(charter)));
        }
        programme::Event::SessionRescheduled { session, starts_at_ms, ends_at_ms, reason }
            if concerned(session) =>
        {
            let (starts_at_ms, ends_at_ms, reason) = (*starts_at_ms, *ends_at_ms, reason.clone());
            schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, version }
        }
        programme::Event::SessionDelayed { session, reason } if concerned(session) => {
            schedule::Event::SessionDelayed { reason: reason.clone(), version }
        }
        programme::Event::SessionCancelled { session, reason } if concerned(session) => {
            schedule::Event::SessionCancelled { reason: reason.clone(), version }
        }
        programme::Event::TitleCorrected { session, language, title } if concerned(session) => {
            schedule::Event::TitleCorrected { language: language.clone(), title: title.clone(), version }
        }
        programme::Event::SessionRescheduled { .. }
        | programme::Event::SessionDelayed { .. }
        | programme::Event::SessionCancelled { .. }
        | programme::Event::TitleCorrected { .. }
        | programme::Event::SittingProceeded { .. } => return None,
    };
    Some(Change::Schedule(change))
}
