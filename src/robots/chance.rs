//! Chance that a seed decides, so that a course of events can be had again.

use std::time::Duration;

/// Numbers by SplitMix64 (Steele, Lea, Flood 2014).
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A length of time within bounds.
    pub(super) fn time(&mut self, (least, most): (Duration, Duration)) -> Duration {
        let range_ms = u64::try_from(most.saturating_sub(least).as_millis()).unwrap_or(u64::MAX);
        least + Duration::from_millis(self.next() % (range_ms + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_times_again_and_all_are_within_bounds() {
        let bounds = (Duration::from_secs(2), Duration::from_secs(5));
        let times = |seed| {
            let mut chance = Chance::new(seed);
            (0..100).map(|_| chance.time(bounds)).collect::<Vec<_>>()
        };
        assert_eq!(times(7), times(7));
        assert_ne!(times(7), times(8));
        assert!(times(7).iter().all(|time| (bounds.0..=bounds.1).contains(time)));
        assert_eq!(Chance::new(1).time((bounds.0, bounds.0)), bounds.0);
    }
}
