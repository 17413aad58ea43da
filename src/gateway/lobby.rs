//! The lobby: who one is, and the programme with the sessions as they stand.

use crate::meeting::charter::Charter;
use crate::meeting::host_clock::HostClock;
use crate::meeting::ids::{Moment, PersonId};
use crate::room::{Registry, Room};
use crate::wire::http::{Lobby, LobbyPerson, LobbySession};

/// The conference as the lobby tells of it: its sessions in order. Who has which role in each, their rooms know.
#[derive(Debug)]
pub struct Programme {
    charters: Vec<Charter>,
}

impl Programme {
    /// Of sessions in the order of the programme.
    pub fn new(charters: Vec<Charter>) -> Self {
        Self { charters }
    }

    /// The sessions in order.
    pub(super) fn charters(&self) -> &[Charter] {
        &self.charters
    }

    /// What a person sees in the lobby; none if they have no role in any session.
    pub(super) fn lobby(
        &self,
        rooms: &Registry,
        person: &PersonId,
        host_clock: &HostClock,
        now_ms: Moment,
    ) -> Option<Lobby> {
        let first = self.charters.first()?;
        let rosters =
            self.charters.iter().filter_map(|charter| Some(rooms.room(&charter.session.id)?.roster()));
        let roster = rosters.into_iter().find(|roster| roster.person(person).is_some())?;
        let known = roster.person(person)?;
        let seat = known.delegation.as_ref().and_then(|id| roster.delegation(id)).cloned();
        let mut sessions: Vec<LobbySession> =
            self.charters.iter().map(|charter| session(rooms, charter, person)).collect();
        sessions.sort_by_key(|session| session.starts_at_ms);
        Some(Lobby {
            server_ms: now_ms,
            conference: first.conference.clone(),
            conference_name: first.conference_name.clone(),
            notice: first.notice.clone(),
            time_zone: first.time_zone.clone(),
            host_clock: host_clock.clone(),
            languages: first.languages.clone(),
            person: LobbyPerson {
                id: known.id.clone(),
                name: known.name.clone(),
                function: known.function.clone(),
                delegation: seat,
                language: known.language.clone(),
            },
            sessions,
        })
    }
}

fn session(rooms: &Registry, charter: &Charter, person: &PersonId) -> LobbySession {
    let plan = &charter.session;
    let room = rooms.room(&plan.id);
    let roles = room.and_then(|room| Some(room.roster().person(person)?.roles.clone()));
    let planned = room.and_then(Room::planned);
    let planned = planned.as_deref();
    LobbySession {
        id: plan.id.clone(),
        title: planned.map_or(&plan.title, |planned| &planned.title).clone(),
        kind: plan.kind,
        starts_at_ms: planned.map_or(plan.starts_at_ms, |planned| planned.times.starts_at_ms),
        ends_at_ms: planned.map_or(plan.ends_at_ms, |planned| planned.times.ends_at_ms),
        rescheduled: planned.and_then(|planned| planned.rescheduled.clone()),
        objectives: plan.objectives.clone(),
        phase: room.map(Room::phase).unwrap_or_default(),
        roles: roles.unwrap_or_default(),
    }
}
