//! By how much later something came than the quickest, whatever the clocks at both ends say.

use std::time::{Duration, Instant};

/// How long the quickest is remembered by which the others are measured: clocks drift by some milliseconds a minute.
const QUICKEST_FOR: Duration = Duration::from_secs(30);

/// What took least time: how far the sender's clock is behind ours at most, in microseconds. Of two stretches of time, so
/// that one is always long enough.
#[derive(Debug)]
pub struct Quickest {
    before_us: i128,
    now_us: i128,
    since: Instant,
}

impl Quickest {
    /// The first that has come is the quickest so far.
    pub fn first(took_us: i128, now: Instant) -> Self {
        Self { before_us: took_us, now_us: took_us, since: now }
    }

    /// By how much later this came than the quickest.
    pub fn late(&mut self, took_us: i128, now: Instant) -> Duration {
        if now.saturating_duration_since(self.since) >= QUICKEST_FOR {
            (self.before_us, self.now_us, self.since) = (self.now_us, took_us, now);
        }
        self.now_us = self.now_us.min(took_us);
        let late_us = took_us - self.now_us.min(self.before_us);
        Duration::from_micros(u64::try_from(late_us).unwrap_or(u64::MAX))
    }
}
