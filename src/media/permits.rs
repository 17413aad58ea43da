//! Places and numbers of paths: how many there may be, which is newer, which stretch of sound is which.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};

use super::limits::PATHS_MAX;

/// The places of all paths.
#[derive(Debug, Default)]
pub struct Permits {
    taken: AtomicUsize,
    paths: AtomicU64,
    sources: AtomicU32,
}

impl Permits {
    /// The number of a new path, higher than all before.
    pub fn next_path(&self) -> u64 {
        self.paths.fetch_add(1, Ordering::Relaxed)
    }

    /// The number of a new stretch of sound.
    pub fn next_source(&self) -> u32 {
        self.sources.fetch_add(1, Ordering::Relaxed)
    }
}

/// A place among the paths that the server keeps; given back when dropped.
#[derive(Debug)]
pub struct Permit(Arc<Permits>);

impl Permit {
    /// Takes a place, if one is left.
    pub fn take(permits: &Arc<Permits>) -> Option<Self> {
        let permit = Self(Arc::clone(permits));
        // A permit that is not given counts down again when it is dropped here.
        (permits.taken.fetch_add(1, Ordering::Relaxed) < PATHS_MAX).then_some(permit)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.taken.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bounded_and_given_back() {
        let permits = Arc::new(Permits::default());
        let mut taken: Vec<Permit> = (0..PATHS_MAX).map(|_| Permit::take(&permits).unwrap()).collect();
        assert!(Permit::take(&permits).is_none() && Permit::take(&permits).is_none());
        taken.pop();
        assert!(Permit::take(&permits).is_some());
        drop(taken);
        assert_eq!(permits.taken.load(Ordering::Relaxed), 0);
    }
}
