//! How late sound came.

use serde::{Deserialize, Serialize};

/// Lateness of packets, each from the microphone's sending until it was there to be read.
#[derive(Debug, Default)]
pub struct Lateness {
    us: Vec<u32>,
}

/// Lateness of many packets in three numbers, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Half were not later than this.
    pub p50_ms: f64,
    /// 99 of 100 were not later than this.
    pub p99_ms: f64,
    /// None was later than this.
    pub max_ms: f64,
    /// Packets.
    pub packets: u64,
}

impl Lateness {
    /// Counts a packet.
    pub fn came(&mut self, sent_ns: u64, came_ns: u64) {
        self.us.push(u32::try_from(came_ns.saturating_sub(sent_ns) / 1_000).unwrap_or(u32::MAX));
    }

    /// What was counted, and begins anew.
    pub fn take(&mut self) -> Spread {
        let mut us = std::mem::take(&mut self.us);
        us.sort_unstable();
        let at = |share: f64| {
            let place = (us.len() as f64 * share) as usize;
            let found = us.get(place.min(us.len().saturating_sub(1)));
            found.map_or(0.0, |us| f64::from(*us) / 1_000.0)
        };
        Spread { p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1.0), packets: us.len() as u64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_hundredth_stands_above_the_others() {
        let mut lateness = Lateness::default();
        (0..1_000_u64).for_each(|ms| lateness.came(5_000_000, 5_000_000 + ms * 1_000_000));
        let expected = Spread { p50_ms: 500.0, p99_ms: 990.0, max_ms: 999.0, packets: 1_000 };
        assert_eq!(lateness.take(), expected);
        assert_eq!(lateness.take(), Spread::default(), "it begins anew");
        lateness.came(9, 8);
        assert_eq!(lateness.take().max_ms, 0.0, "clocks are not turned back");
    }
}
