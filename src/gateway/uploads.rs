//! Statements and documents that are being handed in: each writes a file, and holds a page of it in memory, so there are so
//! many at once, and of one delegation or person so few that the slow ones keep nobody else waiting.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::meters::{Counted, meters};

/// Of a kind at the same moment: 256 MiB of statements on the disk, if all are as large as may be; 1 GiB of documents.
const AT_ONCE: usize = 32;
/// Of one delegation or person: one, and another for whoever tries again on a line that broke.
pub const OF_ONE: usize = 2;
/// How long one may wait until there is a place.
const WAITS: Duration = Duration::from_secs(10);

/// Who hands in now. Clones are the same.
#[derive(Clone)]
pub struct Uploads<Whose> {
    all: Arc<Semaphore>,
    of: Arc<Mutex<HashMap<Whose, usize>>>,
}

/// Why nothing can be handed in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPlace {
    /// They hand in as many as they may.
    OfOne,
    /// The server takes in as many as it can.
    AtAll,
}

/// The place of one, given back when it is dropped.
pub struct Upload<Whose: Eq + Hash> {
    whose: Whose,
    of: Arc<Mutex<HashMap<Whose, usize>>>,
    _permit: Option<OwnedSemaphorePermit>,
    _counted: Counted,
}

impl<Whose> Default for Uploads<Whose> {
    fn default() -> Self {
        Self { all: Arc::new(Semaphore::new(AT_ONCE)), of: Arc::default() }
    }
}

impl<Whose: Clone + Eq + Hash> Uploads<Whose> {
    /// A place for what somebody hands in.
    ///
    /// # Errors
    /// That there is none.
    pub async fn begin(&self, whose: &Whose) -> Result<Upload<Whose>, NoPlace> {
        {
            let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
            let held = of.entry(whose.clone()).or_default();
            if *held >= OF_ONE {
                return Err(NoPlace::OfOne);
            }
            *held += 1;
        }
        // Gives the place back if the wait is for nothing, or the caller goes.
        let mut upload =
            Upload { whose: whose.clone(), of: self.of.clone(), _permit: None, _counted: meters().upload() };
        let permit = timeout(WAITS, self.all.clone().acquire_owned()).await;
        let permit = permit.ok().and_then(Result::ok).ok_or(NoPlace::AtAll)?;
        upload._permit = Some(permit);
        Ok(upload)
    }
}

impl<Whose: Eq + Hash> Drop for Upload<Whose> {
    fn drop(&mut self) {
        let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = of.get_mut(&self.whose) {
            *held -= 1;
            if *held == 0 {
                of.remove(&self.whose);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::ids::DelegationId;

    fn delegation(id: usize) -> DelegationId {
        format!("d{id}").parse().expect("an id")
    }

    #[tokio::test(start_paused = true)]
    async fn a_delegation_has_its_places_and_gets_them_back() {
        let uploads = Uploads::default();
        let held = [uploads.begin(&delegation(1)).await, uploads.begin(&delegation(1)).await];
        assert!(held.iter().all(Result::is_ok));
        assert_eq!(uploads.begin(&delegation(1)).await.err(), Some(NoPlace::OfOne));
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
