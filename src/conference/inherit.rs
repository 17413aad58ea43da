//! What sessions of a data folder have changed by themselves, from before the conference had a log of its own: it begins
//! with all of that.

use std::collections::BTreeMap;

use super::event::Event;
use super::plan::{ConferencePlan, Participant, Roles};
use super::{programme, register};
use crate::meeting::Meeting;
use crate::meeting::procedure::schedule::{Rescheduled, Times};
use crate::terms::ids::{PersonId, SessionId};
use crate::terms::people::Person;

/// The changes of sessions that followed no conference, as events of one that begins with `file`.
pub fn inherited(file: &ConferencePlan, sessions: &[(SessionId, Meeting)]) -> Vec<Event> {
    let people = of_people(file, sessions).into_iter().map(Event::Register);
    let times = sessions.iter().flat_map(|(session, meeting)| of_session(file, session, meeting));
    people.chain(times.map(Event::Programme)).collect()
}

/// What was changed of each person in any session: a secretariat's change went to all of those that it served.
fn of_people(file: &ConferencePlan, sessions: &[(SessionId, Meeting)]) -> Vec<register::Event> {
    let mut added: BTreeMap<PersonId, Participant> = BTreeMap::new();
    let mut changed: BTreeMap<PersonId, Person> = BTreeMap::new();
    let mut withdrawn: BTreeMap<PersonId, Vec<SessionId>> = BTreeMap::new();
    for (session, meeting) in sessions {
        for (id, one) in meeting.seats.changed() {
            if let Some(seated) = &one.seated {
                let person =
                    added.entry(id.clone()).or_insert_with(|| Participant::of(seated, Roles::default()));
                person.roles.by_session.insert(session.clone(), seated.roles.clone());
            }
            if one.withdrawn {
                withdrawn.entry(id.clone()).or_default().push(session.clone());
            }
            if let Some(now) = meeting.roster.person(id) {
                changed.entry(id.clone()).or_insert_with(|| now.clone());
            }
        }
    }
    let mut events = Vec::new();
    for person in added.values_mut() {
        // Whoever was added by a secretariat of all sessions takes part in those to come too.
        if person.roles.by_session.len() == file.sessions.len() {
            let roles = person.roles.by_session.values().next().cloned().unwrap_or_default();
            person.roles = Roles { in_all_sessions: roles, by_session: BTreeMap::new() };
        }
        events.push(register::Event::PersonSeated { person: Box::new(person.clone()) });
    }
    let known = |id: &PersonId| file.participant(id).or_else(|| added.get(id)).cloned();
    for (person, now) in changed {
        let Some(was) = known(&person) else { continue };
        events.extend(differences(&was, &now));
    }
    for (person, from) in withdrawn {
        let Some(was) = known(&person) else { continue };
        let stays = file
            .programme()
            .any(|session| !was.roles.in_session(&session.id).is_empty() && !from.contains(&session.id));
        events.push(if stays {
            register::Event::PersonWithdrawnFrom { person, sessions: from }
        } else {
            register::Event::PersonWithdrawn { person }
        });
    }
    events
}

/// What a session changed of a person.
fn differences(was: &Participant, now: &Person) -> Vec<register::Event> {
    let person = || now.id.clone();
    let names = now.name.0.iter().filter(|(language, name)| was.name.0.get(*language) != Some(*name));
    let names = names.map(|(language, name)| register::Event::NameCorrected {
        person: person(),
        language: language.clone(),
        name: name.clone(),
    });
    let moved = now.position.filter(|_| (was.position, was.rank) != (now.position, now.rank));
    let seat =
        moved.map(|position| register::Event::SeatChanged { person: person(), position, rank: now.rank });
    names.chain(seat).collect()
}

/// What a session changed of its time and title.
fn of_session(file: &ConferencePlan, session: &SessionId, meeting: &Meeting) -> Vec<programme::Event> {
    let (Some(plan), Some(planned)) =
        (file.programme().find(|plan| plan.id == *session), meeting.planned.as_deref())
    else {
        return Vec::new();
    };
    let mut events = Vec::new();
    // A title of the file that was never corrected may have changed in the file meanwhile.
    for (language, title) in meeting.schedule.corrected_titles() {
        if plan.title.0.get(language) != Some(title) {
            let (session, language, title) = (session.clone(), language.clone(), title.clone());
            events.push(programme::Event::TitleCorrected { session, language, title });
        }
    }
    let Some(Rescheduled { delayed, reason, .. }) = planned.rescheduled.clone() else { return events };
    let Times { starts_at_ms, ends_at_ms } = planned.times;
    if (starts_at_ms, ends_at_ms) != (plan.starts_at_ms, plan.ends_at_ms) {
        let (session, reason) = (session.clone(), reason.clone());
        events.push(programme::Event::SessionRescheduled { session, starts_at_ms, ends_at_ms, reason });
    }
    if delayed {
        events.push(programme::Event::SessionDelayed { session: session.clone(), reason });
    }
    events
}
