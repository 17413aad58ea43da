//! A plan without loose ends: as a conference file can say it.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::hours;
use super::plan::{ConferencePlan, Participant};
use crate::terms::ids::{PersonId, SessionId};
use crate::terms::people::Role;

impl ConferencePlan {
    /// The same plan as a conference file can say it. Nothing points to a person, a seat or a session that is gone; the days
    /// on which sessions are held are days of the conference; what stands in an order of its own is in it.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut plan = self.clone();
        let people: BTreeSet<PersonId> = plan.people.iter().map(|person| person.id.clone()).collect();
        let sessions: BTreeSet<SessionId> = plan.programme().map(|session| session.id.clone()).collect();
        plan.demo_links.retain(|person| people.contains(person));
        plan.organisers.retain(|seat| self.delegations.iter().any(|known| known.id == *seat));
        for item in plan.sessions.iter_mut().flat_map(|session| &mut session.plan.run_sheet) {
            item.person = item.person.take().filter(|person| people.contains(person));
        }
        plan.people.iter_mut().for_each(|person| person.settle(&sessions));
        plan.add_days_of_sessions();
        plan.put_in_order();
        plan
    }

    /// Sorts what has an order of its own: days, sessions by their beginning, channels and objectives by number.
    pub(super) fn put_in_order(&mut self) {
        self.days.sort();
        self.sessions.sort_by_key(|session| session.plan.starts_at_ms);
        self.channels.sort_by_key(|channel| channel.number);
        self.objectives.sort_by_key(|objective| objective.number);
    }

    fn add_days_of_sessions(&mut self) {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let moments = self.programme().flat_map(|session| [session.starts_at_ms, session.ends_at_ms]);
        let held: BTreeSet<_> =
            moments.filter_map(|at_ms| hours::local(at_ms, &zone)).map(|local| local.date()).collect();
        let new: Vec<_> = held.into_iter().filter(|day| !self.days.contains(day)).collect();
        self.days.extend(new);
    }
}

impl Participant {
    /// Forgets roles in sessions that are gone, and with the last role in them the booth and the language of captions.
    fn settle(&mut self, sessions: &BTreeSet<SessionId>) {
        self.roles.by_session.retain(|session, _| sessions.contains(session));
        let roles = self.roles.by_session.values().flatten().chain(&self.roles.in_all_sessions);
        let (interprets, captions) = roles.fold((false, false), |(interprets, captions), role| {
            (interprets || *role == Role::Interpreter, captions || *role == Role::Captioner)
        });
        self.booth.take_if(|_| !interprets);
        self.captions.take_if(|_| !captions);
    }
}
