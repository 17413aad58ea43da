//! The time at which a decision is made: that of the clock here, but not before what is decided on.
//!
//! When an event happened, its writer's clock says. Where several nodes write, one clock may be a little behind another, and
//! what happens next would have happened before what it follows from: a turn would end before it began.

use crate::meters::meters;
use crate::terms::ids::{Millis, Moment};

/// How far behind another node the clock here may be before that is told, in milliseconds.
const BEHIND_MS: Millis = 1_000;
/// How far ahead of the clock here the log is followed, in milliseconds. No two clocks that are set from the network differ by
/// more: what is further ahead was stored by a clock that was set wrong, and was put right since. To wait for that would stop
/// every turn's clock, for a day perhaps.
const AHEAD_MS_MAX: Millis = 60_000;

/// When the last event of a log happened.
#[derive(Debug, Default)]
pub(super) struct LogTime {
    last_ms: Moment,
    told: bool,
}

impl LogTime {
    /// An event was taken in.
    pub(super) fn take(&mut self, at_ms: Moment) {
        self.last_ms = at_ms;
    }

    /// Now, for what is decided on the last event.
    pub(super) fn now_ms(&self, clock_ms: Moment) -> Moment {
        if self.last_ms.saturating_sub(clock_ms) <= AHEAD_MS_MAX {
            clock_ms.max(self.last_ms)
        } else {
            clock_ms
        }
    }

    /// By how much the clock here is behind that by which an event was just stored, in milliseconds: told once to whoever reads
    /// the log of the server, and each time to whoever watches it.
    pub(super) fn is_behind(&mut self, at_ms: Moment, clock_ms: Moment) -> Option<Millis> {
        let behind_ms = at_ms.saturating_sub(clock_ms);
        meters().clock_behind(behind_ms.max(0));
        if self.told || behind_ms <= BEHIND_MS {
            return None;
        }
        self.told = true;
        Some(behind_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_decided_before_what_it_follows_from_but_a_wrong_clock_is_not_waited_for() {
        let mut time = LogTime::default();
        time.take(10_000);
        assert_eq!(time.now_ms(9_000), 10_000, "another node's clock is ahead");
        assert_eq!(time.now_ms(11_000), 11_000);
        let day_ms = 86_400_000;
        time.take(day_ms);
        assert_eq!(time.now_ms(11_000), 11_000, "a clock that was set wrong");
        assert_eq!(time.now_ms(day_ms - AHEAD_MS_MAX), day_ms);
    }

    #[test]
    fn a_clock_that_is_behind_is_told_once() {
        let mut time = LogTime::default();
        assert_eq!(time.is_behind(1_900, 1_000), None, "a little");
        assert_eq!(time.is_behind(3_000, 1_000), Some(2_000));
        assert_eq!(time.is_behind(9_000, 1_000), None);
    }
}
