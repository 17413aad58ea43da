//! How the rooms of one session, at several nodes, make way for one another. Nothing here decides who is right: that is the
//! log's fence. It keeps one node from winning every race, and all of them from racing for what time alone brings.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use tokio::time::Instant;

use crate::terms::ids::{Millis, NodeId, Seq};

/// How long a room leaves its log to others after an append of its own. Without it one of three writers won 2,733 races and
/// two won none; with it 1,285, 838 and 818. What is asked meanwhile shares the next append.
const PAUSE: Duration = Duration::from_millis(3);
/// For how long another writer is reckoned with after something of theirs was taken in.
const LATELY: Duration = Duration::from_secs(1);
/// How long a timer waits at least where another node has written last, in milliseconds: that one sees to it at once, and it
/// is done and taken in here by then.
const YIELD_MS_MIN: u64 = 50;
/// And at most: each node waits for another time, so that they do not race either when the last writer is gone.
const YIELD_MS_MAX: u64 = 150;

/// What a room has met of other writers.
#[derive(Debug, Default)]
pub(super) struct Pacing {
    /// When something that another has written was last taken in.
    met: Option<Instant>,
    /// Whether what stands last in the log is another's.
    another_wrote_last: bool,
    /// Until when the log is left to others.
    rests_until: Option<Instant>,
}

impl Pacing {
    /// Something that another has written was taken in.
    pub(super) fn met_another(&mut self) {
        self.met = Some(Instant::now());
        self.another_wrote_last = true;
    }

    /// An append of one's own is stored.
    pub(super) fn stored(&mut self) {
        self.another_wrote_last = false;
        if self.met.is_some_and(|met| met.elapsed() < LATELY) {
            self.rests_until = Some(Instant::now() + PAUSE);
        }
    }

    /// Waits until it is one's turn again; alone it waits for nothing.
    pub(super) async fn rest(&mut self) {
        if let Some(until) = self.rests_until.take() {
            tokio::time::sleep_until(until).await;
        }
    }

    /// How much later than its moment a timer is seen to here, in milliseconds. It follows from the node and the place in the
    /// log, so that it is the same however often it is asked.
    pub(super) fn yields_ms(&self, node: &NodeId, seq: Seq) -> Millis {
        if !self.another_wrote_last {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        (node.as_str(), seq).hash(&mut hasher);
        let ms = YIELD_MS_MIN + hasher.finish() % (YIELD_MS_MAX - YIELD_MS_MIN + 1);
        Millis::try_from(ms).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn rested(pacing: &mut Pacing) -> Duration {
        let began = Instant::now();
        pacing.rest().await;
        began.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn a_room_pauses_after_a_win_while_another_writer_is_about_and_alone_it_does_not() {
        let mut pacing = Pacing::default();
        pacing.stored();
        assert_eq!(rested(&mut pacing).await, Duration::ZERO, "alone");
        pacing.met_another();
        assert_eq!(rested(&mut pacing).await, Duration::ZERO, "the other has just had its turn");
        pacing.stored();
        assert_eq!(rested(&mut pacing).await, PAUSE);
        assert_eq!(rested(&mut pacing).await, Duration::ZERO, "once for each append");
        tokio::time::advance(LATELY).await;
        pacing.stored();
        assert_eq!(rested(&mut pacing).await, Duration::ZERO, "nobody was met lately");
    }

    #[test]
    fn a_timer_waits_where_another_has_written_last_and_at_each_node_for_another_time() {
        let mut pacing = Pacing::default();
        let nodes: Vec<NodeId> = (1..=50_u64).map(NodeId::drawn).collect();
        assert_eq!(pacing.yields_ms(&nodes[0], 7), 0, "alone");
        pacing.met_another();
        let waits: Vec<Millis> = nodes.iter().map(|node| pacing.yields_ms(node, 7)).collect();
        assert!(waits.iter().all(|ms| (50..=150).contains(ms)), "{waits:?}");
        let different: std::collections::BTreeSet<_> = waits.iter().collect();
        assert!(different.len() > 25, "{waits:?}");
        assert_eq!(pacing.yields_ms(&nodes[0], 7), waits[0], "the same however often it is asked");
        pacing.stored();
        assert_eq!(pacing.yields_ms(&nodes[0], 8), 0, "this node has written last");
    }
}
