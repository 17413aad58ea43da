//! Times of the whole conference. Sessions follow one another, as in the conference file; a session knows its own time
//! alone, so it is looked up here whether another is planned for the time that it is to have. Nor does it know the host's
//! days: whether it is opened on the one that it is planned for, is seen here too.

use std::sync::Arc;

use tokio::sync::Mutex;
use uuid::Uuid;

use crate::meeting::access;
use crate::meeting::command::Command;
use crate::meeting::host_clock::HostClock;
use crate::meeting::ids::{Moment, PersonId};
use crate::meeting::programme::{self, Phase};
use crate::meeting::refusal::Refusal;
use crate::meeting::schedule::{self, Planned, Times};
use crate::room::{Answer, Registry, Room};

/// The times of all sessions, by the host's clock.
#[derive(Clone)]
pub struct Timetable {
    /// Held while a session is given another time, so that two that are moved at once do not come to lie over one another.
    held: Arc<Mutex<()>>,
    host: Arc<HostClock>,
}

impl Timetable {
    /// By the host's clock.
    pub fn new(host: HostClock) -> Self {
        Self { held: Arc::default(), host: Arc::new(host) }
    }

    /// Why a session is not opened now: it is planned for another day, and whoever opens it wished to be told. Whoever may
    /// not open it is told that by the room, and nothing else.
    pub fn other_day(
        &self,
        room: &Room,
        who: &PersonId,
        command: &Command,
        now_ms: Moment,
    ) -> Option<Refusal> {
        let opening = programme::Command::OpenSession { on_planned_day: true };
        let opens = matches!(command, Command::Programme(command) if *command == opening);
        let may = || room.roster().person(who).is_some_and(|person| access::may(person, command));
        if !opens || room.phase() != Phase::Scheduled || !may() {
            return None;
        }
        let Times { starts_at_ms, .. } = room.planned()?.times;
        let today = self.host.day(starts_at_ms) == self.host.day(now_ms);
        (!today).then_some(Refusal::OtherDay { starts_at_ms })
    }

    /// Has a room decide a command on its time or title, once no other session is in the way.
    pub async fn command(
        &self,
        rooms: &Registry,
        room: &Room,
        who: PersonId,
        key: Uuid,
        command: schedule::Command,
    ) -> Answer {
        let _held = self.held.lock().await;
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
