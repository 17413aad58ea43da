//! Whether what the room hears is written: what came of each channel, and what of it went into its file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::terms::ids::ChannelId;

/// Fewer frames than these, half a second, say nothing of a channel.
const TELLING_MIN: u32 = 25;

/// Counts of each channel since they were last looked at.
#[derive(Debug, Default)]
pub(super) struct Pulse(Mutex<BTreeMap<ChannelId, Beats>>);

#[derive(Debug, Default)]
struct Beats {
    came: u32,
    written: u32,
}

impl Pulse {
    /// A frame has come that may be recorded.
    pub(super) fn came(&self, channel: &ChannelId) {
        let mut beats = self.lock();
        match beats.get_mut(channel) {
            Some(beats) => beats.came += 1,
            None => drop(beats.insert(channel.clone(), Beats { came: 1, written: 0 })),
        }
    }

    /// A frame stands in its file.
    pub(super) fn written(&self, channel: &ChannelId) {
        if let Some(beats) = self.lock().get_mut(channel) {
            beats.written += 1;
        }
    }

    /// Channels of whose sound since the last look less than half was written.
    pub(super) fn look(&self) -> BTreeSet<ChannelId> {
        let beats = std::mem::take(&mut *self.lock());
        let silent = |beats: &Beats| beats.came >= TELLING_MIN && beats.written < beats.came / 2;
        beats.into_iter().filter(|(_, beats)| silent(beats)).map(|(channel, _)| channel).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<ChannelId, Beats>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(came: u32, written: u32) -> bool {
        let (pulse, floor) = (Pulse::default(), "floor".parse().unwrap());
        (0..came).for_each(|_| pulse.came(&floor));
        (0..written).for_each(|_| pulse.written(&floor));
        let silent = pulse.look();
        assert!(pulse.look().is_empty(), "what was looked at counts no more");
        silent.contains(&floor)
    }

    #[test]
    fn a_channel_is_silent_where_most_of_what_came_was_not_written() {
        assert!(looked(100, 0) && looked(100, 49) && looked(25, 0));
        assert!(!looked(100, 50) && !looked(100, 100) && !looked(0, 0));
        assert!(!looked(24, 0), "too little to tell");
    }
}
