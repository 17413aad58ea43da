//! The one place where time is read.
//!
//! What happens is told by the wall clock, but lengths of time are what a meeting is made of: how long a turn has run, how
//! long somebody is gone, how long a line is silent. A wall clock may be set at any moment, by hand or from the network. So
//! it is read once, when the server starts, and from there time goes on by a clock that only goes forward. It is never
//! read anew while the server runs: there is always a turn, a countdown or an absence somewhere that a step would end or
//! stretch, and pages know the server's clock by its pongs whatever it says. A clock that was set is told in the log, and
//! is taken up when the server is started again.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

use crate::terms::ids::{Millis, Moment};

/// Tells the time. Clones tell the same.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    Steady(Arc<Steady>),
    Manual(Arc<AtomicI64>),
}

/// Wall time as it was at the beginning, and what has passed since.
struct Steady {
    wall_ms: Box<dyn Fn() -> Moment + Send + Sync>,
    began_ms: Moment,
    began: Instant,
}

impl fmt::Debug for Steady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Steady").field("began_ms", &self.began_ms).finish_non_exhaustive()
    }
}

impl Clock {
    /// The machine's clock as it is now, and steady from here.
    pub fn system() -> Self {
        Self::steady(wall_ms)
    }

    /// A wall clock as it is now, in milliseconds since 1970 UTC, and steady from here.
    pub fn steady(wall_ms: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        let (began_ms, began) = (wall_ms(), Instant::now());
        Self(Source::Steady(Arc::new(Steady { wall_ms: Box::new(wall_ms), began_ms, began })))
    }

    /// A clock that stands still until it is set: for tests and simulations.
    pub fn manual(now_ms: Moment) -> Self {
        Self(Source::Manual(Arc::new(AtomicI64::new(now_ms))))
    }

    /// Now, in milliseconds since 1970 UTC. Never less than before.
    pub fn now_ms(&self) -> Moment {
        match &self.0 {
            Source::Steady(steady) => {
                let passed_ms = Millis::try_from(steady.began.elapsed().as_millis()).unwrap_or(Millis::MAX);
                steady.began_ms.saturating_add(passed_ms)
            }
            Source::Manual(now_ms) => now_ms.load(Ordering::SeqCst),
        }
    }

    /// By how much the wall clock was set since the beginning, in milliseconds; below 0 where it was set back.
    pub fn set_by_ms(&self) -> Millis {
        match &self.0 {
            Source::Steady(steady) => (steady.wall_ms)().saturating_sub(self.now_ms()),
            Source::Manual(_) => 0,
        }
    }

    /// Moves a manual clock on; any other is left alone.
    pub fn advance(&self, by_ms: Millis) {
        match &self.0 {
            Source::Steady(_) => {}
            Source::Manual(now_ms) => {
                now_ms.fetch_add(by_ms, Ordering::SeqCst);
            }
        }
    }
}

#[allow(clippy::disallowed_methods)] // here time comes in
fn wall_ms() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Moment::try_from(since.as_millis()).unwrap_or(Moment::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_wall_clock_that_is_set_changes_no_length_of_time() {
        let wall = Arc::new(AtomicI64::new(1_000_000));
        let read = wall.clone();
        let clock = Clock::steady(move || read.load(Ordering::SeqCst));
        for set_by_ms in [-60_000, 60_000] {
            let before_ms = clock.now_ms();
            wall.store(before_ms + set_by_ms, Ordering::SeqCst);
            assert_eq!((clock.now_ms(), clock.set_by_ms()), (before_ms, set_by_ms));
            tokio::time::advance(Duration::from_secs(5)).await;
            assert_eq!(clock.now_ms() - before_ms, 5_000);
        }
    }
}
