//! How long things took: counted finely enough for percentiles, in as much memory whether a thousand or a billion, and
//! second by second for a plot.

/// How much wider each class is than the one before.
const STEP: f64 = 1.02;
/// Classes: from a microsecond to more than an hour.
const CLASSES: usize = 1_120;
/// Most seconds that are kept apart; what comes later counts with the last.
const SECONDS_MAX: usize = 7_200;

/// Counts of times, in classes of 2 %.
#[derive(Debug, Clone, Default)]
pub struct Spread {
    classes: Vec<u64>,
    count: u64,
    max_us: u64,
}

impl Spread {
    /// Counts a time, in microseconds.
    pub fn add(&mut self, us: u64) {
        if self.classes.is_empty() {
            self.classes.resize(CLASSES, 0);
        }
        let class = ((us.max(1) as f64).ln() / STEP.ln()) as usize;
        if let Some(count) = self.classes.get_mut(class.min(CLASSES - 1)) {
            *count += 1;
        }
        self.count += 1;
        self.max_us = self.max_us.max(us);
    }

    /// Adds what another has counted.
    pub fn add_all(&mut self, other: &Self) {
        if self.classes.is_empty() {
            self.classes.resize(CLASSES, 0);
        }
        for (class, count) in self.classes.iter_mut().zip(&other.classes) {
            *class += count;
        }
        self.count += other.count;
        self.max_us = self.max_us.max(other.max_us);
    }

    /// How many were counted.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The time that a share (0 to 1) of them did not exceed, in milliseconds; 0 if there are none. It is exact for all of
    /// them, else to 2 %.
    pub fn ms(&self, share: f64) -> f64 {
        if share >= 1.0 {
            return self.max_us as f64 / 1_000.0;
        }
        let wanted = (self.count as f64 * share).ceil().max(1.0) as u64;
        let mut seen = 0;
        for (class, count) in (1..).zip(&self.classes) {
            seen += count;
            if seen >= wanted {
                return (STEP.powi(class).min(self.max_us as f64)) / 1_000.0;
            }
        }
        0.0
    }

    /// Median, 95th, 99th percentile and the greatest, in milliseconds.
    pub fn quantiles(&self) -> [f64; 4] {
        [0.5, 0.95, 0.99, 1.0].map(|share| self.ms(share))
    }
}

/// Times second by second.
#[derive(Debug, Clone, Default)]
pub struct Series {
    seconds: Vec<Spread>,
}

impl Series {
    /// Counts a time that was taken in a second from the beginning.
    pub fn add(&mut self, at_s: u64, us: u64) {
        let at = usize::try_from(at_s).unwrap_or(SECONDS_MAX).min(SECONDS_MAX - 1);
        if self.seconds.len() <= at {
            self.seconds.resize(at + 1, Spread::default());
        }
        if let Some(second) = self.seconds.get_mut(at) {
            second.add(us);
        }
    }

    /// Each second in order.
    pub fn seconds(&self) -> &[Spread] {
        &self.seconds
    }

    /// All of them together.
    pub fn all(&self) -> Spread {
        let mut all = Spread::default();
        self.seconds.iter().for_each(|second| all.add_all(second));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_right_to_two_in_a_hundred() {
        let mut series = Series::default();
        (1..=100_000).for_each(|us| series.add(us / 50_000, us));
        let all = series.all();
        let [p50, p95, p99, max] = all.quantiles();
        for (got, right) in [(p50, 50.0), (p95, 95.0), (p99, 99.0)] {
            assert!((got / right - 1.0_f64).abs() < 0.02, "{got} {right}");
        }
        assert_eq!((max, all.count(), series.seconds().len()), (100.0, 100_000, 3));
        assert_eq!(Spread::default().quantiles(), [0.0; 4]);
    }

    #[test]
    fn what_takes_no_time_and_what_takes_for_ever_is_counted() {
        let mut spread = Spread::default();
        spread.add(0);
        spread.add(u64::MAX);
        assert_eq!(spread.count(), 2);
        assert!(spread.ms(0.5) <= 0.001 * STEP);
    }
}
