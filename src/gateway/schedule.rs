//! Times of the whole conference. Sessions follow one another, as in the conference file; a session knows its own time
//! alone, so it is looked up here whether another is planned for the time that it is to have.

use std::sync::Arc;

use tokio::sync::Mutex;
use uuid::Uuid;

use crate::meeting::access;
use crate::meeting::command::Command;
use crate::meeting::ids::PersonId;
use crate::meeting::programme::Phase;
use crate::meeting::refusal::Refusal;
use crate::meeting::schedule::{self, Planned, Times};
use crate::room::{Answer, Registry, Room};

/// Held while a session is given another time, so that two that are moved at once do not come to lie over one another.
#[derive(Clone, Default)]
pub struct Timetable(Arc<Mutex<()>>);

impl Timetable {
    /// Has a room decide a command on its time or title, once no other session is in the way.
    pub async fn command(
        &self,
        rooms: &Registry,
        room: &Room,
        who: PersonId,
        key: Uuid,
        command: schedule::Command,
    ) -> Answer {
        let _held = self.0.lock().await;
        match overlap(rooms, room, &who, &command) {
            Some(refusal) => Answer::Refused(refusal),
            None => room.command(who, key, Command::Schedule(command)).await,
        }
    }
}

/// The session that a new time would lie over. Whoever may not set a time is told that by the room, and nothing else.
fn overlap(rooms: &Registry, room: &Room, who: &PersonId, command: &schedule::Command) -> Option<Refusal> {
    let schedule::Command::RescheduleSession { starts_at_ms, ends_at_ms, .. } = command else { return None };
    let asked = Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms };
    let holds = room.planned().is_some_and(|planned| planned.times == asked && !planned.is_delayed());
    let roster = room.roster();
    let may =
        roster.person(who).is_some_and(|person| access::may(person, &Command::Schedule(command.clone())));
    if holds || !may {
        return None;
    }
    let others = rooms.all().filter(|other| other.session() != room.session());
    let mut taken = others.filter_map(|other| Some((other, other.planned()?)));
    let (other, planned) = taken.find(|(other, planned)| lies_over(asked, other, planned))?;
    Some(Refusal::SessionsOverlap {
        session: other.session().clone(),
        title: planned.title.clone(),
        starts_at_ms: planned.times.starts_at_ms,
        ends_at_ms: planned.times.ends_at_ms,
    })
}

/// A session that is over, or whose time is to be announced, is in nobody's way.
fn lies_over(asked: Times, other: &Room, planned: &Planned) -> bool {
    let holds_time = other.phase() != Phase::Closed && !planned.is_delayed();
    holds_time
        && asked.starts_at_ms < planned.times.ends_at_ms
        && planned.times.starts_at_ms < asked.ends_at_ms
}
