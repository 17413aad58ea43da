//! What all listeners together have heard.

use std::time::{Duration, Instant};

use super::lateness::{Lateness, Spread};
use super::packet;

/// Counts of what came to all listeners.
pub struct Tally {
    lateness: Lateness,
    hearing: u32,
    last: Instant,
}

impl Tally {
    /// Nothing has come.
    pub fn new() -> Self {
        Self { lateness: Lateness::default(), hearing: 0, last: Instant::now() }
    }

    /// A listener hears for the first time.
    pub fn hears(&mut self) {
        self.hearing += 1;
    }

    /// Somebody who has heard listens no longer.
    pub fn leaves(&mut self) {
        self.hearing = self.hearing.saturating_sub(1);
    }

    /// How many have heard something.
    pub fn hearing(&self) -> u32 {
        self.hearing
    }

    /// Something came.
    pub fn came(&mut self) {
        self.last = Instant::now();
    }

    /// Whether nothing came for so long.
    pub fn is_quiet(&self, long: Duration) -> bool {
        self.last.elapsed() >= long
    }

    /// Counts how late a packet was.
    pub fn late(&mut self, packet: &[u8], at_ns: u64) {
        if let Some(sent_ns) = packet::sending_time(packet) {
            self.lateness.came(sent_ns, at_ns);
        }
    }

    /// How late the packets were since this was last asked.
    pub fn lateness(&mut self) -> Spread {
        self.lateness.take()
    }
}
