//! A clock of speaking time: how long somebody has spoken, and when their limit passes.

use super::command::Context;
use super::refusal::Refusal;
use crate::terms::ids::{Millis, Moment};

/// Speaking time and what of it is used. Halted, it keeps the time left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Speaking time with all extensions.
    pub limit_ms: Millis,
    /// Time spoken before the clock last started.
    pub spent_ms: Millis,
    /// Since when it runs; none while it is halted.
    pub running_since_ms: Option<Moment>,
    /// Whether the limit has passed.
    pub limit_reached: bool,
}

impl Clock {
    /// A clock that starts now.
    pub(super) fn started(limit_ms: Millis, at_ms: Moment) -> Self {
        Self { limit_ms, spent_ms: 0, running_since_ms: Some(at_ms), limit_reached: false }
    }

    /// Time spoken until a moment; never negative, even if the server's clock was set back.
    pub fn spoken_ms(&self, now_ms: Moment) -> Millis {
        self.spent_ms + self.running_since_ms.map_or(0, |since_ms| (now_ms - since_ms).max(0))
    }

    /// When the limit passes, if the clock runs and it has not.
    pub fn limit_at_ms(&self) -> Option<Moment> {
        let since_ms = self.running_since_ms.filter(|_| !self.limit_reached)?;
        Some(since_ms + (self.limit_ms - self.spent_ms).max(0))
    }

    /// When a time after the limit passes, if the clock runs.
    pub fn passes_at_ms(&self, after_ms: Millis) -> Option<Moment> {
        Some(self.running_since_ms? + (self.limit_ms - self.spent_ms).max(0) + after_ms)
    }

    pub(super) fn halt(&mut self, at_ms: Moment) {
        (self.spent_ms, self.running_since_ms) = (self.spoken_ms(at_ms), None);
    }

    pub(super) fn go_on(&mut self, at_ms: Moment) {
        self.running_since_ms.get_or_insert(at_ms);
    }

    pub(super) fn extend(&mut self, by_ms: Millis, at_ms: Moment) {
        self.limit_ms += by_ms;
        self.limit_reached = self.limit_ms <= self.spoken_ms(at_ms);
    }
}

/// Refused unless the moment of a timer has come: it may have moved since the timer was set, or there is none any more.
pub(super) fn require_come(at_ms: Option<Moment>, context: &Context) -> Result<(), Refusal> {
    if at_ms.is_some_and(|at_ms| at_ms <= context.now_ms) { Ok(()) } else { Err(Refusal::LimitNotReached {}) }
}
