//! What comes from other nodes: late frames are dropped, and so is what comes a second time or behind what was heard already.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::frame::{AGE_MAX, Frame};
use super::super::permits::Permits;
use super::super::quickest::Quickest;
use super::message::{self, Message, Told};
use crate::terms::ids::{NodeId, PersonId};

/// A source that is silent so long is forgotten; it is another stretch when it comes back.
const SOURCE_SILENT_MAX: Duration = Duration::from_secs(10);
/// A node that is silent so long is forgotten.
const NODE_SILENT_MAX: Duration = Duration::from_secs(120);

/// What is known of the other nodes' sound.
pub struct Arriving {
    permits: Arc<Permits>,
    began: Instant,
    nodes: HashMap<NodeId, Node>,
}

/// Another node.
struct Node {
    /// By its message that took least time.
    quickest: Quickest,
    sources: HashMap<u32, Source>,
    heard: Instant,
}

/// A stretch of a microphone at another node.
struct Source {
    here: u32,
    sequence: u64,
    heard: Instant,
}

impl Arriving {
    /// Nothing has come yet.
    pub fn new(permits: Arc<Permits>) -> Self {
        Self { permits, began: Instant::now(), nodes: HashMap::new() }
    }

    /// Takes in a message that came now; gives what of it is to be played.
    pub fn take(&mut self, node: &NodeId, message: &[u8], now: Instant) -> Vec<(PersonId, Frame)> {
        let Some(Message { sent_us, frames }) = message::read(message) else {
            tracing::debug!(%node, "a message of sound was not understood");
            return Vec::new();
        };
        let here_us = i128::try_from(now.saturating_duration_since(self.began).as_micros()).unwrap_or(0);
        let took_us = here_us - i128::from(sent_us);
        let made = || Node { quickest: Quickest::first(took_us, now), sources: HashMap::new(), heard: now };
        if !self.nodes.contains_key(node) {
            self.nodes.retain(|_, node| now.saturating_duration_since(node.heard) < NODE_SILENT_MAX);
        }
        let known = self.nodes.entry(node.clone()).or_insert_with(made);
        known.heard = now;
        let late = known.quickest.late(took_us, now);
        let in_time = frames.into_iter().filter(|told| late + told.age <= AGE_MAX);
        in_time.filter_map(|told| known.play(told, late, now, &self.permits)).collect()
    }
}

impl Node {
    fn play(
        &mut self,
        told: Told,
        late: Duration,
        now: Instant,
        permits: &Permits,
    ) -> Option<(PersonId, Frame)> {
        let Told { person, source, sequence, timestamp, level_dbov, age, payload } = told;
        if !self.sources.contains_key(&source) {
            self.sources.retain(|_, one| now.saturating_duration_since(one.heard) < SOURCE_SILENT_MAX);
            self.sources.insert(source, Source { here: permits.next_source(), sequence, heard: now });
        } else if self.sources.get(&source).is_some_and(|one| sequence <= one.sequence) {
            return None;
        }
        let one = self.sources.get_mut(&source)?;
        (one.sequence, one.heard) = (sequence, now);
        let at = now.checked_sub(late + age).unwrap_or(now);
        Some((person, Frame { source: one.here, sequence, timestamp, at, level_dbov, payload }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends frames of one microphone, at moments in milliseconds, to a node that hears them at others.
    struct Line {
        arriving: Arriving,
        began: Instant,
        iraq: PersonId,
        node: NodeId,
    }

    impl Line {
        fn new() -> Self {
            let arriving = Arriving::new(Arc::default());
            let (iraq, node) = ("iraq".parse().expect("an id"), "a".parse().expect("an id"));
            Self { began: arriving.began, arriving, iraq, node }
        }

        /// The sequence numbers that are played of a message.
        fn heard(&mut self, sent_ms: u64, heard_ms: u64, sequences: &[u64]) -> Vec<u64> {
            let at = self.began + Duration::from_millis(sent_ms);
            let frame = |sequence: &u64| {
                let payload: Arc<[u8]> = vec![7].into();
                let (sequence, timestamp) = (*sequence, sequence * 960);
                (self.iraq.clone(), Frame { source: 3, sequence, timestamp, at, level_dbov: None, payload })
            };
            let frames: Vec<_> = sequences.iter().map(frame).collect();
            // The sender's clock is an hour ahead.
            let message = message::write((3_600_000 + sent_ms) * 1_000, &frames, at);
            let now = self.began + Duration::from_millis(heard_ms);
            self.arriving.take(&self.node, &message, now).iter().map(|(_, frame)| frame.sequence).collect()
        }
    }

    #[test]
    fn what_comes_late_twice_or_behind_is_not_played() {
        let mut line = Line::new();
        assert_eq!(line.heard(0, 5, &[1, 2]), [1, 2]);
        assert_eq!(line.heard(20, 25, &[3]), [3]);
        assert!(line.heard(20, 26, &[3]).is_empty(), "it came twice");
        assert!(line.heard(0, 30, &[2]).is_empty(), "it came behind");
        assert_eq!(line.heard(40, 240, &[4]), [4], "200 ms late, by a node whose clock is an hour ahead");
        assert!(line.heard(60, 270, &[5]).is_empty(), "later");
        assert_eq!(line.heard(280, 285, &[16]), [16], "and on it goes");
    }

    #[test]
    fn a_stall_that_ends_plays_nothing_of_the_past() {
        let mut line = Line::new();
        for number in 1..=50 {
            line.heard(number * 20, number * 20 + 2, &[number]);
        }
        let past: Vec<u64> = (51..200).flat_map(|number| line.heard(number * 20, 4_000, &[number])).collect();
        assert_eq!(past.first(), Some(&190), "what is less than 200 ms old by then: {past:?}");
    }

    #[test]
    fn a_clock_that_drifts_is_followed() {
        let mut line = Line::new();
        // The sender's clock loses a millisecond a second, ten times what a bad one does: after ten minutes it is 600 behind.
        for second in 0..600 {
            assert_eq!(line.heard(second * 1_000, second * 1_001, &[second + 1]).len(), 1, "{second}");
        }
    }

    #[test]
    fn a_source_has_a_number_of_this_node_and_another_after_a_long_silence() {
        let mut line = Line::new();
        let source = |line: &mut Line, sent_ms: u64, sequence: u64| {
            let at = line.began + Duration::from_millis(sent_ms);
            let payload: Arc<[u8]> = vec![7].into();
            let frame = Frame { source: 3, sequence, timestamp: 1, at, level_dbov: Some(-20), payload };
            let message = message::write(sent_ms * 1_000, &[(line.iraq.clone(), frame)], at);
            let played = line.arriving.take(&line.node, &message, at);
            played.first().map(|(_, frame)| (frame.source, frame.level_dbov))
        };
        let first = source(&mut line, 0, 1);
        assert_eq!(first, Some((0, Some(-20))));
        assert_eq!(source(&mut line, 20, 2), first);
        let other = "b".parse().expect("an id");
        line.node = other;
        assert_eq!(source(&mut line, 40, 3).map(|(source, _)| source), Some(1), "another node's is another");
    }
}
