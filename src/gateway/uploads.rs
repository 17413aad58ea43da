//! Statements that are being handed in: each writes a file, and holds a page of it in memory, so there are so many at once,
//! and of one delegation so few that the slow ones keep nobody else waiting.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::meters::{Counted, meters};
use crate::terms::ids::DelegationId;

/// Statements at the same moment: 256 MiB on the disk, if all are as large as may be.
const AT_ONCE: usize = 32;
/// Of one delegation: one, and another for whoever tries again on a line that broke.
pub const OF_DELEGATION: usize = 2;
/// How long one may wait until there is a place.
const WAITS: Duration = Duration::from_secs(10);

/// Who hands in now. Clones are the same.
#[derive(Clone)]
pub struct Uploads {
    all: Arc<Semaphore>,
    of: Arc<Mutex<HashMap<DelegationId, usize>>>,
}

/// Why a statement cannot be handed in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPlace {
    /// The delegation hands in as many as it may.
    OfDelegation,
    /// The server takes in as many as it can.
    AtAll,
}

/// The place of one statement, given back when it is dropped.
pub struct Upload {
    delegation: DelegationId,
    uploads: Uploads,
    _permit: Option<OwnedSemaphorePermit>,
    _counted: Counted,
}

impl Default for Uploads {
    fn default() -> Self {
        Self { all: Arc::new(Semaphore::new(AT_ONCE)), of: Arc::default() }
    }
}

impl Uploads {
    /// A place for a statement of a delegation.
    ///
    /// # Errors
    /// That there is none.
    pub async fn begin(&self, delegation: &DelegationId) -> Result<Upload, NoPlace> {
        {
            let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
            let held = of.entry(delegation.clone()).or_default();
            if *held >= OF_DELEGATION {
                return Err(NoPlace::OfDelegation);
            }
            *held += 1;
        }
        // Gives the delegation's place back if the wait is for nothing, or the caller goes.
        let mut upload = Upload {
            delegation: delegation.clone(),
            uploads: self.clone(),
            _permit: None,
            _counted: meters().upload(),
        };
        let permit = timeout(WAITS, self.all.clone().acquire_owned()).await;
        let permit = permit.ok().and_then(Result::ok).ok_or(NoPlace::AtAll)?;
        upload._permit = Some(permit);
        Ok(upload)
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let mut of = self.uploads.of.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = of.get_mut(&self.delegation) {
            *held -= 1;
            if *held == 0 {
                of.remove(&self.delegation);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delegation(id: usize) -> DelegationId {
        format!("d{id}").parse().expect("an id")
    }

    #[tokio::test(start_paused = true)]
    async fn a_delegation_has_its_places_and_gets_them_back() {
        let uploads = Uploads::default();
        let held = [uploads.begin(&delegation(1)).await, uploads.begin(&delegation(1)).await];
        assert!(held.iter().all(Result::is_ok));
        assert_eq!(uploads.begin(&delegation(1)).await.err(), Some(NoPlace::OfDelegation));
        assert!(uploads.begin(&delegation(2)).await.is_ok());
        drop(held);
        assert!(uploads.of.lock().expect("no panic").is_empty());
        assert!(uploads.begin(&delegation(1)).await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_finds_all_places_taken_waits_for_one_but_not_for_long() {
        let uploads = Uploads::default();
        let mut held = Vec::new();
        for number in 0..AT_ONCE {
            held.push(uploads.begin(&delegation(number)).await);
        }
        assert_eq!(uploads.begin(&delegation(99)).await.err(), Some(NoPlace::AtAll));
        let waiting = tokio::spawn({
            let uploads = uploads.clone();
            async move { uploads.begin(&delegation(99)).await.is_ok() }
        });
        tokio::task::yield_now().await;
        held.pop();
        assert!(waiting.await.expect("it ends"));
        drop(held);
        assert!(uploads.of.lock().expect("no panic").is_empty());
    }
}
