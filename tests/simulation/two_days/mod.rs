//! The conference as a whole, by seed: two days, eight sessions, 22 delegations, some 60 observers, in virtual time.
//!
//! The chair presides, delegations ask, speak, drop out and return, points of order interrupt, panels take questions,
//! booths change hands, everybody writes; each day the server is restarted in the midst of a session. What must hold
//! is checked on the way and at the end; `cargo test --test simulation two_days -- --nocapture` prints the report.

mod desk;
mod hall;
mod panel;
mod people;
mod report;

use std::path::Path;
use std::sync::Arc;

use hall::Hall;
pub use hall::Watch;
use plenary::conference::ConferencePlan;
use plenary::conference::plan::Participant;
use plenary::log::{Log, Memory};
use plenary::room::Clock;
use plenary::terms::ids::Millis;
use plenary::terms::people::Role;
use report::Report;

use crate::chance::Chance;

/// Observers of the conference.
const OBSERVERS: usize = 60;
/// One step of virtual time, in milliseconds.
const STEP_MS: Millis = 5_000;
/// How early people begin to come to a session, in milliseconds.
const EARLY_MS: Millis = 300_000;

/// The sample conference, with observers up to [`OBSERVERS`].
pub fn plan() -> ConferencePlan {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("conferences/gcm-arab-2021/conference.toml");
    let mut plan = ConferencePlan::read(&file).expect("the sample conference is sound");
    let is_observer = |person: &&Participant| {
        person.roles.in_all_sessions == [Role::Observer] && person.delegation.is_none()
    };
    let mut pattern = plan.people.iter().find(is_observer).expect("there is one").clone();
    for number in plan.people.iter().filter(is_observer).count()..OBSERVERS {
        pattern.id = format!("crowd-{number}").parse().unwrap();
        plan.people.push(pattern.clone());
    }
    plan
}

/// Holds the whole conference, and tells what came of it.
pub async fn hold(seed: u64, watch: Watch) -> Report {
    let log: Arc<dyn Log> = Arc::new(Memory::new());
    hold_on((&log, &plan(), watch), seed).await
}

/// Holds the whole conference on a log that is empty.
pub async fn hold_on(on: (&Arc<dyn Log>, &ConferencePlan, Watch), seed: u64) -> Report {
    let (log, plan, _) = on;
    let begins_ms = plan.programme().map(|session| session.starts_at_ms).min().unwrap();
    let clock = Clock::manual(begins_ms - EARLY_MS);
    let mut report = Report::new(seed);
    let mut chance = Chance::new(seed);
    let mut day_before = 0;
    for session in plan.programme() {
        clock.advance((session.starts_at_ms - EARLY_MS - clock.now_ms()).max(0));
        let of_session = Chance::new(chance.key().as_u64_pair().0);
        let mut hall = Hall::open(on, &session.id, clock.clone(), of_session).await;
        // The first session of each day is the one that the server is restarted in.
        let day = session.starts_at_ms / 86_400_000;
        let middle_ms = session.starts_at_ms.midpoint(session.ends_at_ms);
        let mut restarts = (day != day_before).then_some(middle_ms);
        day_before = day;
        while !hall.is_over() {
            hall.step(STEP_MS).await;
            if restarts.is_some_and(|at_ms| at_ms <= clock.now_ms()) {
                restarts = None;
                hall.restart(log, plan).await;
            }
        }
        hall.close(log, &mut report).await;
    }
    report
}
