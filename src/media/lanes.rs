//! Which microphones of the floor go to its three lanes: chosen once for a session, not for each listener.
//!
//! The first lane is always the turn's. The others go to the loudest open podium microphones. A microphone that has
//! a lane keeps it until others have been louder for half a second, so that nobody is cut off between two words.

use std::time::{Duration, Instant};

use crate::meeting::sound::plan::Plan;
use crate::terms::ids::PersonId;

/// Lanes of the floor.
pub const LANES: usize = 3;
/// Lanes that podium microphones share.
const PODIUM_LANES: usize = LANES - 1;
/// How long others must be louder, without a break, until they take a microphone's lane.
const HOLD: Duration = Duration::from_millis(500);
/// What counts as the level of a microphone that tells none, in dBov: as loud as quiet speech.
const LEVEL_UNTOLD: i32 = -40;
/// A microphone that sends nothing.
const SILENT: i32 = -127;
/// How fast loudness falls after its peak, in dB for each second.
const FALL_DB_PER_SECOND: u128 = 60;
/// So much louder than it is counts the turn's microphone where one stream stands for the whole floor.
const TURN_AHEAD_DB: i32 = 20;

/// A microphone of the floor.
#[derive(Debug)]
struct Microphone {
    person: PersonId,
    peak_dbov: i32,
    peak_at: Instant,
    /// Its lane, from 0, once it has one.
    lane: Option<usize>,
    /// Since when, without a break, it has a lane but is not among the loudest.
    outdone: Option<Instant>,
}

impl Microphone {
    fn new(person: PersonId, lane: Option<usize>, now: Instant) -> Self {
        Self { person, peak_dbov: SILENT, peak_at: now, lane, outdone: None }
    }

    /// How loud it is: its peak, which falls with time.
    fn loudness(&self, now: Instant) -> i32 {
        let millis = now.saturating_duration_since(self.peak_at).as_millis();
        let fallen = i32::try_from(millis * FALL_DB_PER_SECOND / 1_000).unwrap_or(i32::MAX);
        self.peak_dbov.saturating_sub(fallen).max(SILENT)
    }

    fn hear(&mut self, level_dbov: Option<i8>, now: Instant) {
        let level = level_dbov.map_or(LEVEL_UNTOLD, i32::from);
        if level >= self.loudness(now) {
            (self.peak_dbov, self.peak_at) = (level, now);
        }
    }
}

/// The lanes of one session.
#[derive(Debug, Default)]
pub struct Lanes {
    turn: Option<PersonId>,
    /// The turn's first, then the podium's in the order of the plan.
    microphones: Vec<Microphone>,
    /// Who stands for the floor, and since when another would.
    leading: Option<(PersonId, Option<Instant>)>,
}

impl Lanes {
    /// Takes over who is live on the floor. Who stays keeps lane and loudness.
    pub fn follow(&mut self, plan: &Plan, now: Instant) {
        let mut before = std::mem::take(&mut self.microphones);
        self.turn = plan.turn.clone().filter(|person| plan.floor.contains(person));
        for person in &plan.floor {
            if self.microphones.iter().any(|one| one.person == *person) {
                continue;
            }
            let known = before.iter().position(|one| one.person == *person).map(|at| before.swap_remove(at));
            let mut microphone = known.unwrap_or_else(|| Microphone::new(person.clone(), None, now));
            let is_turn = self.turn.as_ref() == Some(person);
            match (is_turn, microphone.lane) {
                (true, _) => microphone.lane = Some(0),
                // The turn is over: on the podium one contends again.
                (false, Some(0)) => microphone.lane = None,
                (false, Some(_) | None) => {}
            }
            self.microphones.push(microphone);
        }
        if self.leading.as_ref().is_some_and(|(person, _)| self.find(person).is_none()) {
            self.leading = None;
        }
    }

    /// Takes a frame's level in and tells the lane that it goes to, if any.
    pub fn hear(&mut self, person: &PersonId, level_dbov: Option<i8>, now: Instant) -> Option<usize> {
        let microphone = self.microphones.iter_mut().find(|one| one.person == *person)?;
        microphone.hear(level_dbov, now);
        if microphone.lane != Some(0) {
            self.contend(now);
        }
        self.lead(now);
        self.find(person)?.lane
    }

    /// Whether this person's lane is the one that stands for the floor where a listener gets a single stream: the
    /// turn's, unless that is silent while the podium speaks.
    pub fn is_leading(&self, person: &PersonId) -> bool {
        self.leading.as_ref().is_some_and(|(leading, _)| leading == person)
    }

    fn find(&self, person: &PersonId) -> Option<&Microphone> {
        self.microphones.iter().find(|one| one.person == *person)
    }

    /// Gives free lanes away, then those whose holders have not been among the loudest for long enough.
    fn contend(&mut self, now: Instant) {
        let mut podium: Vec<&mut Microphone> =
            self.microphones.iter_mut().filter(|one| one.lane != Some(0)).collect();
        // The loudest first; of equals whoever has a lane, then the order of the plan.
        podium.sort_by_key(|one| (-one.loudness(now), one.lane.is_none()));
        let places = PODIUM_LANES.min(podium.len());
        let (loudest, others) = podium.split_at_mut(places);
        for one in loudest.iter_mut() {
            one.outdone = None;
        }
        for one in others.iter_mut().filter(|one| one.lane.is_some()) {
            one.outdone.get_or_insert(now);
        }
        for one in loudest.iter_mut().filter(|one| one.lane.is_none()) {
            if one.loudness(now) > SILENT {
                one.lane = given_up(others, now);
            }
        }
        self.fill(now);
    }

    /// Free lanes go to the loudest that have none.
    fn fill(&mut self, now: Instant) {
        for lane in 1..LANES {
            if self.microphones.iter().any(|one| one.lane == Some(lane)) {
                continue;
            }
            let without = self.microphones.iter_mut().filter(|one| one.lane.is_none());
            let heard = without.filter(|one| one.loudness(now) > SILENT);
            if let Some(one) = heard.max_by_key(|one| one.loudness(now)) {
                (one.lane, one.outdone) = (Some(lane), None);
            }
        }
    }

    /// Chooses the leading microphone, with the same hold; but the turn leads with its first word, or a stream that
    /// stands for the floor would lose it to whoever gave the floor.
    fn lead(&mut self, now: Instant) {
        let ahead = |one: &Microphone| {
            let loudness = one.loudness(now);
            let is_turn = one.lane == Some(0) && loudness > SILENT;
            if is_turn { loudness + TURN_AHEAD_DB } else { loudness }
        };
        let mut best: Option<&Microphone> = None;
        for one in self.microphones.iter().filter(|one| one.lane.is_some()) {
            if best.is_none_or(|best| ahead(one) > ahead(best)) {
                best = Some(one);
            }
        }
        let Some(best) = best else { return };
        if let Some((person, outdone)) = &mut self.leading {
            if *person == best.person {
                *outdone = None;
                return;
            }
            let holds = best.lane != Some(0) && !over(*outdone.get_or_insert(now), now);
            if holds {
                return;
            }
        }
        self.leading = Some((best.person.clone(), None));
    }
}

/// Whether a hold that began then is over.
fn over(since: Instant, now: Instant) -> bool {
    now.saturating_duration_since(since) >= HOLD
}

/// Takes the lane of whoever has been outdone for longest, if that is long enough.
fn given_up(others: &mut [&mut Microphone], now: Instant) -> Option<usize> {
    let (since, quiet) =
        others.iter_mut().filter_map(|one| Some((one.outdone?, one))).min_by_key(|(since, _)| *since)?;
    if !over(since, now) {
        return None;
    }
    quiet.outdone = None;
    quiet.lane.take()
}

#[cfg(test)]
mod tests;
