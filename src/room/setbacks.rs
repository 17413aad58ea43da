//! Timers that were decided and are due all the same: a bug, or a system that gives no random number. Each is tried
//! again more and more rarely, and all others go on.

use crate::terms::ids::{Millis, Moment};

/// How long a timer is left alone after its first setback, in milliseconds. Each later one doubles it.
const FIRST_MS: Millis = 1_000;
/// Longest that a timer is left alone, in milliseconds: what others do may have made it decidable.
const LONGEST_MS: Millis = 30_000;

/// The timers that had setbacks.
#[derive(Debug)]
pub(super) struct Setbacks<T>(Vec<Setback<T>>);

impl<T> Default for Setbacks<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[derive(Debug)]
struct Setback<T> {
    timer: T,
    tries: u32,
    wait_ms: Millis,
    again_ms: Moment,
}

/// What there is to say of a timer that was tried in vain.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// For the first time.
    First,
    /// So many times, each as rarely as it can be.
    Still(u32),
}

impl<T: Clone + PartialEq> Setbacks<T> {
    /// When a timer is to be tried: when it is due, or later.
    pub(super) fn at_ms(&self, at_ms: Moment, timer: &T) -> Moment {
        let setback = self.0.iter().find(|setback| setback.timer == *timer);
        setback.map_or(at_ms, |setback| setback.again_ms.max(at_ms))
    }

    /// A timer was tried and is due all the same. Tells what to say of it, if anything.
    pub(super) fn met(&mut self, timer: &T, now_ms: Moment) -> Option<Word> {
        let Some(setback) = self.0.iter_mut().find(|setback| setback.timer == *timer) else {
            let (tries, wait_ms) = (1, FIRST_MS);
            self.0.push(Setback { timer: timer.clone(), tries, wait_ms, again_ms: now_ms + wait_ms });
            return Some(Word::First);
        };
        setback.tries += 1;
        let rarely = setback.wait_ms == LONGEST_MS;
        setback.wait_ms = (setback.wait_ms * 2).min(LONGEST_MS);
        setback.again_ms = now_ms + setback.wait_ms;
        rarely.then_some(Word::Still(setback.tries))
    }

    /// Forgets the timers that are not set any more. Tells which, and how often each was tried in vain.
    pub(super) fn settle(&mut self, is_set: impl Fn(&T) -> bool) -> Vec<(T, u32)> {
        let settled = self.0.extract_if(.., |setback| !is_set(&setback.timer));
        settled.map(|setback| (setback.timer, setback.tries)).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::command::Housekeeping;

    fn timer(turn: &str) -> Housekeeping {
        Housekeeping::ReachLimit(turn.parse().unwrap())
    }

    #[test]
    fn a_timer_is_tried_more_and_more_rarely_and_others_when_they_are_due() {
        let mut setbacks = Setbacks::default();
        let (mut now_ms, mut waits, mut words) = (0, Vec::new(), Vec::new());
        for _ in 0..9 {
            words.push(setbacks.met(&timer("t1"), now_ms));
            let again_ms = setbacks.at_ms(0, &timer("t1"));
            waits.push(again_ms - now_ms);
            now_ms = again_ms;
        }
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
        let said: Vec<Word> = words.into_iter().flatten().collect();
        assert_eq!(said, [Word::First, Word::Still(7), Word::Still(8), Word::Still(9)]);
        assert_eq!(setbacks.at_ms(5, &timer("t2")), 5);
        assert_eq!(setbacks.settle(|_| true), []);
        assert_eq!(setbacks.settle(|set| *set != timer("t1")), [(timer("t1"), 9)]);
        assert_eq!(setbacks.at_ms(5, &timer("t1")), 5);
    }
}
