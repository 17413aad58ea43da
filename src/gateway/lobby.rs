//! The lobby: who one is, and the programme with the sessions as they stand.

use crate::conference::Conference;
use crate::meeting::host_clock::HostClock;
use crate::meeting::ids::{Moment, PersonId};
use crate::meeting::programme::SessionPlan;
use crate::room::{Registry, Room};
use crate::wire::http::{Lobby, LobbyPerson, LobbySession};

/// What a person sees in the lobby; none if they have no role in any session.
pub(super) fn lobby(
    rooms: &Registry,
    person: &PersonId,
    host_clock: &HostClock,
    now_ms: Moment,
) -> Option<Lobby> {
    let conference = rooms.conference();
    let plan = conference.live.as_deref().filter(|_| conference.knows(person))?;
    let known = plan.participant(person)?;
    let sessions = plan.programme().map(|plan| session(rooms, &conference, plan, person));
    Some(Lobby {
        server_ms: now_ms,
        conference: plan.id.clone(),
        conference_name: plan.name.clone(),
        notice: plan.notice.clone(),
        time_zone: plan.time_zone.clone(),
        host_clock: host_clock.clone(),
        languages: plan.languages.clone(),
        person: LobbyPerson {
            id: known.id.clone(),
            name: known.name.clone(),
            function: known.function.clone(),
            delegation: plan.seat_of(known).cloned(),
            language: known.language.clone(),
        },
        sessions: sessions.collect(),
    })
}

fn session(rooms: &Registry, conference: &Conference, plan: &SessionPlan, person: &PersonId) -> LobbySession {
    let known = conference.live.as_ref().and_then(|plan| plan.participant(person));
    let roles = known.map(|known| known.roles.in_session(&plan.id).to_vec());
    LobbySession {
        id: plan.id.clone(),
        title: plan.title.clone(),
        kind: plan.kind,
        starts_at_ms: plan.starts_at_ms,
        ends_at_ms: plan.ends_at_ms,
        rescheduled: conference.rescheduled(plan),
        objectives: plan.objectives.clone(),
        // The sitting's own word: what the conference knows was reported a moment later.
        phase: rooms.room(&plan.id).as_ref().map(Room::phase).unwrap_or_default(),
        roles: roles.unwrap_or_default(),
    }
}
