//! How fast one client may send: a token bucket that warns before it refuses.

use crate::meeting::ids::{Millis, Moment};

/// Messages a client may send at once.
pub const BURST: u32 = 40;
/// Messages it gains each second.
pub const PER_SECOND: u32 = 10;
/// With so many left, it is warned, once until it has recovered.
const WARN_LEFT: u32 = 10;

const TOKEN: i64 = 1_000;

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is read.
    Pass,
    /// It is read, and the client is told how many more are.
    Warn(u32),
    /// It is refused; so long to wait.
    Refuse(Millis),
}

/// The bucket of a client, in thousandths of a message.
#[derive(Debug)]
pub struct Rate {
    tokens: i64,
    at_ms: Moment,
    warned: bool,
}

impl Rate {
    /// A full bucket.
    pub fn new(now_ms: Moment) -> Self {
        Self { tokens: i64::from(BURST) * TOKEN, at_ms: now_ms, warned: false }
    }

    /// Takes a message's worth out of the bucket.
    pub fn take(&mut self, now_ms: Moment) -> Verdict {
        let gained = (now_ms - self.at_ms).clamp(0, 60_000) * i64::from(PER_SECOND);
        self.tokens = (self.tokens + gained).min(i64::from(BURST) * TOKEN);
        self.at_ms = now_ms;
        if self.tokens < TOKEN {
            return Verdict::Refuse((TOKEN - self.tokens) / i64::from(PER_SECOND) + 1);
        }
        self.tokens -= TOKEN;
        let left = u32::try_from(self.tokens / TOKEN).unwrap_or(0);
        match (left <= WARN_LEFT, self.warned) {
            (true, false) => {
                self.warned = true;
                Verdict::Warn(left)
            }
            (true, true) => Verdict::Pass,
            (false, _) => {
                self.warned = self.warned && left < BURST / 2;
                Verdict::Pass
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_warned_once_before_it_is_refused() {
        let mut rate = Rate::new(0);
        let verdicts: Vec<_> = (0..=BURST).map(|_| rate.take(0)).collect();
        assert_eq!(verdicts.iter().filter(|at| matches!(at, Verdict::Warn(_))).count(), 1);
        let warned = verdicts.iter().position(|at| matches!(at, Verdict::Warn(_))).expect("a warning");
        let refused = verdicts.iter().position(|at| matches!(at, Verdict::Refuse(_))).expect("a refusal");
        assert!(warned < refused);
        assert_eq!(refused, BURST as usize);
    }

    #[test]
    fn the_wait_that_a_refusal_names_is_enough() {
        let mut rate = Rate::new(0);
        while !matches!(rate.take(0), Verdict::Refuse(_)) {}
        let Verdict::Refuse(wait_ms) = rate.take(0) else { panic!("still refused") };
        assert!(matches!(rate.take(wait_ms), Verdict::Pass));
    }

    #[test]
    fn a_clock_set_back_neither_gives_nor_takes() {
        let mut rate = Rate::new(1_000_000);
        assert_eq!(rate.take(0), Verdict::Pass);
        assert_eq!(rate.take(0), Verdict::Pass);
    }
}
