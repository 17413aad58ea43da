//! Whether the log stores: found out by storing something, as nothing else tells it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use crate::log::{Log, LogFault};

/// For how long what was stored last shows that the log stores. Whoever asks more often causes no more writes.
const FRESH: Duration = Duration::from_secs(5);
/// How long the log may take.
const WITHIN: Duration = Duration::from_secs(3);
/// The blob that is written, again and again: it is never read, and takes no more room the second time.
const PROBE: &str = "ready";

/// Why it is not held that the log stores.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotStoring {
    /// It has not answered in time.
    #[error("the log has stored nothing for {} s", WITHIN.as_secs())]
    Hangs,
    /// It has failed.
    #[error(transparent)]
    Fails(#[from] LogFault),
}

/// Looks whether the log stores. Clones share what was found out.
#[derive(Clone)]
pub struct Storing {
    log: Arc<dyn Log>,
    found: Arc<Mutex<Found>>,
}

#[derive(Default)]
struct Found {
    /// When something was stored last.
    stored: Option<Instant>,
    /// What is being stored now: however many ask, there is one.
    running: Option<watch::Receiver<Option<Result<(), LogFault>>>>,
}

impl Storing {
    /// Of a log. Nothing is known yet.
    pub fn of(log: Arc<dyn Log>) -> Self {
        Self { log, found: Arc::default() }
    }

    /// Waits until it is known, at most 3 s.
    ///
    /// # Errors
    /// Why it is not held that the log stores.
    pub async fn look(&self) -> Result<(), NotStoring> {
        let Some(mut running) = self.begun() else { return Ok(()) };
        let known = timeout(WITHIN, running.wait_for(Option::is_some)).await;
        match known {
            Ok(Ok(known)) => Ok(known.clone().unwrap_or(Err(LogFault::Closed))?),
            // What stores has failed itself.
            Ok(Err(_gone)) => Err(LogFault::Closed.into()),
            Err(_late) => Err(NotStoring::Hangs),
        }
    }

    /// What is being stored to find it out; none where that is known.
    fn begun(&self) -> Option<watch::Receiver<Option<Result<(), LogFault>>>> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.stored.is_some_and(|stored| stored.elapsed() < FRESH) {
            return None;
        }
        if let Some(running) = &found.running
            && running.has_changed().is_ok()
        {
            return Some(running.clone());
        }
        let (told, running) = watch::channel(None);
        found.running = Some(running.clone());
        let (log, shared) = (self.log.clone(), self.found.clone());
        tokio::spawn(async move {
            let stored = log.put_blob(PROBE, Bytes::from_static(b"stored")).await;
            let mut found = shared.lock().unwrap_or_else(PoisonError::into_inner);
            if stored.is_ok() {
                found.stored = Some(Instant::now());
            }
            told.send_replace(Some(stored));
        });
        Some(running)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Memory;
    use crate::log::faulty::{Faulty, Odds};

    #[tokio::test(start_paused = true)]
    async fn a_log_that_hangs_is_told_of_and_one_that_goes_on_again() {
        let log = Arc::new(Faulty::new(Arc::new(Memory::new()), 1, Odds::default()));
        let storing = Storing::of(log.clone());
        assert_eq!(storing.look().await, Ok(()));
        log.stall(true);
        assert_eq!(storing.look().await, Ok(()), "what was stored a moment ago shows it still");
        tokio::time::advance(FRESH).await;
        assert_eq!(storing.look().await, Err(NotStoring::Hangs));
        assert_eq!(storing.look().await, Err(NotStoring::Hangs), "and as long as it hangs");
        log.stall(false);
        assert_eq!(storing.look().await, Ok(()));
        assert_eq!(log.blob_names("").await, Ok(vec![PROBE.to_owned()]), "one blob, however often");
        log.close().await;
        tokio::time::advance(FRESH).await;
        assert_eq!(storing.look().await, Err(LogFault::Closed.into()));
    }
}
