//! The lobby: who one is, and the programme with the sessions as they stand.

use std::collections::BTreeMap;

use crate::meeting::charter::Charter;
use crate::meeting::ids::{Moment, PersonId, SessionId};
use crate::meeting::people::{Person, Roster};
use crate::room::Registry;
use crate::wire::http::{Lobby, LobbyPerson, LobbySession};

/// The conference as the lobby tells of it: its sessions in order, and who has which role in each.
#[derive(Debug)]
pub struct Programme {
    charters: Vec<Charter>,
    rosters: BTreeMap<SessionId, Roster>,
}

impl Programme {
    /// Of sessions in the order of the programme.
    pub fn new(charters: Vec<Charter>) -> Self {
        let roster = |charter: &Charter| Roster::of(&charter.people, &charter.delegations);
        let rosters = charters.iter().map(|charter| (charter.session.id.clone(), roster(charter))).collect();
        Self { charters, rosters }
    }

    /// The sessions in order.
    pub(super) fn charters(&self) -> &[Charter] {
        &self.charters
    }

    /// The person as a session knows them, if they have a role in it.
    pub(super) fn in_session(&self, session: &SessionId, person: &PersonId) -> Option<&Person> {
        self.rosters.get(session)?.person(person)
    }

    /// What a person sees in the lobby; none if they have no role in any session.
    pub(super) fn lobby(&self, rooms: &Registry, person: &PersonId, now_ms: Moment) -> Option<Lobby> {
        let first = self.charters.first()?;
        let of =
            |charter: &Charter| Some((self.rosters.get(&charter.session.id)?, charter.session.id.clone()));
        let known = self
            .charters
            .iter()
            .filter_map(of)
            .find_map(|(roster, _)| Some((roster, roster.person(person)?)));
        let (roster, known) = known?;
        let seat = known.delegation.as_ref().and_then(|id| roster.delegation(id)).cloned();
        Some(Lobby {
            server_ms: now_ms,
            conference: first.conference.clone(),
            conference_name: first.conference_name.clone(),
            notice: first.notice.clone(),
            time_zone: first.time_zone.clone(),
            languages: first.languages.clone(),
            person: LobbyPerson {
                id: known.id.clone(),
                name: known.name.clone(),
                function: known.function.clone(),
                delegation: seat,
                language: known.language.clone(),
            },
            sessions: self.charters.iter().map(|charter| self.session(rooms, charter, person)).collect(),
        })
    }

    fn session(&self, rooms: &Registry, charter: &Charter, person: &PersonId) -> LobbySession {
        let plan = &charter.session;
        let roles = self.in_session(&plan.id, person).map(|person| person.roles.clone());
        LobbySession {
            id: plan.id.clone(),
            title: plan.title.clone(),
            kind: plan.kind,
            starts_at_ms: plan.starts_at_ms,
            ends_at_ms: plan.ends_at_ms,
            objectives: plan.objectives.clone(),
            phase: rooms.room(&plan.id).map(crate::room::Room::phase).unwrap_or_default(),
            roles: roles.unwrap_or_default(),
        }
    }
}
