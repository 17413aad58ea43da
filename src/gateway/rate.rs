//! How fast one client may send: a token bucket that warns before it refuses.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::identity::LinkId;
use crate::meeting::ids::{Millis, Moment};

/// Messages a client may send at once.
pub const BURST: u32 = 40;
/// Messages it gains each second.
pub const PER_SECOND: u32 = 10;
/// With so many left, it is warned, once until it has recovered.
const WARN_LEFT: u32 = 10;

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

/// A bucket that fills by itself. What is in it counts in milliseconds, of which each token takes so many to gain.
#[derive(Debug)]
pub struct Bucket {
    held_ms: Millis,
    at_ms: Moment,
    token_ms: Millis,
    full_ms: Millis,
}

impl Bucket {
    /// A full bucket of `burst` tokens, which gains one every `token_ms`.
    pub fn new(burst: u32, token_ms: Millis, now_ms: Moment) -> Self {
        let full_ms = Millis::from(burst) * token_ms;
        Self { held_ms: full_ms, at_ms: now_ms, token_ms, full_ms }
    }

    /// Takes a token out of the bucket and tells how many are left.
    ///
    /// # Errors
    /// How long to wait for the next, if there is none.
    pub fn take(&mut self, now_ms: Moment) -> Result<u32, Millis> {
        let gained_ms = (now_ms - self.at_ms).clamp(0, self.full_ms);
        self.held_ms = (self.held_ms + gained_ms).min(self.full_ms);
        self.at_ms = now_ms;
        if self.held_ms < self.token_ms {
            return Err(self.token_ms - self.held_ms);
        }
        self.held_ms -= self.token_ms;
        Ok(u32::try_from(self.held_ms / self.token_ms).unwrap_or(u32::MAX))
    }
}

/// The bucket of a client, which warns it.
#[derive(Debug)]
pub struct Rate {
    bucket: Bucket,
    warned: bool,
}

impl Rate {
    /// A full bucket.
    pub fn new(now_ms: Moment) -> Self {
        Self { bucket: Bucket::new(BURST, 1_000 / Millis::from(PER_SECOND), now_ms), warned: false }
    }

    /// Takes a message's worth out of the bucket.
    pub fn take(&mut self, now_ms: Moment) -> Verdict {
        let left = match self.bucket.take(now_ms) {
            Ok(left) => left,
            Err(wait_ms) => return Verdict::Refuse(wait_ms),
        };
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

/// How often something may be called for by one link.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// Calls at once.
    pub at_once: u32,
    /// How long it takes to gain another, in milliseconds.
    pub every_ms: Millis,
}

/// Reading: the past of the chat, the proceedings, and whatever costs more than a look.
pub const READING: Allowance = Allowance { at_once: 40, every_ms: 200 };
/// Handing in statements, each of which is kept for good.
pub const HANDING_IN: Allowance = Allowance { at_once: 6, every_ms: 60_000 };
/// Links remembered; more, and those that have not called for a while are forgotten.
const CALLERS_MAX: usize = 10_000;

/// How fast each link may call for something.
#[derive(Debug)]
pub struct Callers(Allowance, Mutex<HashMap<LinkId, Bucket>>);

impl Callers {
    /// Whoever calls, each with this allowance.
    pub fn new(allowance: Allowance) -> Self {
        Self(allowance, Mutex::default())
    }

    /// Whether one more call of a link is answered.
    pub fn admit(&self, link: &LinkId, now_ms: Moment) -> bool {
        let Allowance { at_once, every_ms } = self.0;
        let mut callers = self.1.lock().unwrap_or_else(PoisonError::into_inner);
        if callers.len() >= CALLERS_MAX {
            let refilled_ms = Millis::from(at_once) * every_ms;
            callers.retain(|_, bucket| now_ms - bucket.at_ms < refilled_ms);
        }
        let bucket = callers.entry(link.clone());
        bucket.or_insert_with(|| Bucket::new(at_once, every_ms, now_ms)).take(now_ms).is_ok()
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

    #[test]
    fn a_bucket_gains_a_token_each_time_and_no_more_than_it_holds() {
        let mut bucket = Bucket::new(2, 2_000, 0);
        assert_eq!([bucket.take(0), bucket.take(0)], [Ok(1), Ok(0)]);
        assert_eq!(bucket.take(0), Err(2_000));
        assert_eq!(bucket.take(1_999), Err(1));
        assert_eq!(bucket.take(2_000), Ok(0));
        assert_eq!(bucket.take(1_000_000), Ok(1));
    }
}
