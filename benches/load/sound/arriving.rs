//! Listeners who come one after the other, and listeners who come and go.

use std::time::{Duration, Instant};

use super::hall::Hall;
use super::job::{Arrivals, Job, OTHERS, Rounds};
use super::listeners::give_floor;

/// How long the last may take to hear.
const LAST_WITHIN: Duration = Duration::from_secs(30);
/// How often it is looked whether all hear.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// How long all hear in a round, and how long nobody does.
const ROUND: (Duration, Duration) = (Duration::from_secs(6), Duration::from_secs(3));

/// One speaks, and listeners come, evenly spread.
///
/// # Errors
/// If it could not be measured. Who does not hear is no error.
pub fn arrive(job: Job, over_s: u32) -> anyhow::Result<Arrivals> {
    let listeners = job.listeners();
    let mut hall = Hall::enter_first(job, OTHERS as usize)?;
    hall.plug_in()?;
    give_floor(&mut hall)?;
    hall.speak(u64::MAX)?;
    let began = Instant::now();
    for number in 0..listeners {
        let due = Duration::from_secs(u64::from(over_s)) * number / listeners.max(1);
        hall.stay(due.saturating_sub(began.elapsed()))?;
        hall.come()?;
    }
    let last = Instant::now();
    while hall.first_ms().len() < listeners as usize && last.elapsed() < LAST_WITHIN {
        hall.stay(LOOK_EVERY)?;
    }
    Ok(Arrivals { ms: hall.first_ms().to_vec() })
}

/// One speaks, and listeners take up the sound and leave it, again and again.
///
/// # Errors
/// If one does not hear.
pub fn come_and_go(job: Job, seconds: u32) -> anyhow::Result<Rounds> {
    let listeners = job.listeners();
    let mut hall = Hall::enter(job)?;
    hall.plug_in()?;
    give_floor(&mut hall)?;
    hall.speak(u64::MAX)?;
    let (began, long) = (Instant::now(), Duration::from_secs(u64::from(seconds)));
    let mut rounds = 0;
    let (hear, pause) = ROUND;
    while began.elapsed() < long {
        hall.join(0..listeners, LAST_WITHIN)?;
        hall.stay(hear)?;
        hall.leave(0..listeners)?;
        hall.stay(pause)?;
        rounds += 1;
    }
    Ok(Rounds { rounds, taken_up: u64::from(rounds) * u64::from(listeners) })
}
