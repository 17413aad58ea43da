//! The one place where time is read.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::meeting::ids::{Millis, Moment};

/// Tells the time. Clones tell the same.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until it is set: for tests and simulations.
    pub fn manual(now_ms: Moment) -> Self {
        Self(Source::Manual(Arc::new(AtomicI64::new(now_ms))))
    }

    /// Now, in milliseconds since 1970 UTC.
    #[allow(clippy::disallowed_methods)] // here time comes in
    pub fn now_ms(&self) -> Moment {
        match &self.0 {
            Source::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
                Moment::try_from(since.as_millis()).unwrap_or(Moment::MAX)
            }
            Source::Manual(now_ms) => now_ms.load(Ordering::SeqCst),
        }
    }

    /// Moves a manual clock on; the machine's clock is left alone.
    pub fn advance(&self, by_ms: Millis) {
        match &self.0 {
            Source::System => {}
            Source::Manual(now_ms) => {
                now_ms.fetch_add(by_ms, Ordering::SeqCst);
            }
        }
    }
}
