//! The trunk: what carries sound from node to node. A microphone is at one node, and whoever hears it may be at another.
//!
//! A node sends, every 20 ms, one message for each session of which it has live microphones: all their frames since the last
//! one. What goes out and what comes in is decided by the plan at either end: who is not in it is not sent, and of each
//! person only the node is believed at which the meeting has their microphone. So two nodes never speak for one person.
//!
//! Nothing relies on one message: it may be lost, come late or come twice. What is late is dropped, not played.

mod arriving;
mod leaving;
mod message;
mod nats;

use std::fmt;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::stream::{BoxStream, StreamExt as _};

use super::frame::Frame;
use super::permits::Permits;
use crate::broadcast::Broadcast;
use crate::terms::ids::{NodeId, PersonId, SessionId};
use arriving::Arriving;
pub(super) use leaving::Leaving;
pub use nats::NatsTrunk;

/// Messages that may wait for whoever listens slowly: a second of a conference with ten nodes that speak. Older ones are
/// lost to them, as they would be too late.
const WAITING_MAX: usize = 512;
/// How long it takes until a trunk that has ended is listened to anew.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// What carries sound between nodes.
pub trait Trunk: Send + Sync {
    /// Sends what a node's microphones have said in a session. It never blocks, and whether it arrives nobody knows. What
    /// cannot be sent at once is dropped.
    fn send(&self, node: &NodeId, session: &SessionId, message: Bytes);

    /// What the nodes send from now on, one's own too. It ends when nothing can be heard any more.
    fn heard(&self) -> BoxStream<'static, Sent>;
}

/// A message of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Whose it is.
    pub node: NodeId,
    /// Of which session.
    pub session: SessionId,
    /// What was sent.
    pub message: Bytes,
}

/// A node's end of the trunk.
#[derive(Clone)]
pub struct End {
    /// The node.
    pub node: NodeId,
    /// What carries.
    pub trunk: Arc<dyn Trunk>,
}

impl fmt::Debug for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("End").field("node", &self.node).finish_non_exhaustive()
    }
}

/// Frames of another node's microphones, in the order in which they were said.
#[derive(Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Whose they are.
    pub node: NodeId,
    /// Of which session.
    pub session: SessionId,
    /// What each person said. Sources are numbers of this node.
    pub frames: Vec<(PersonId, Frame)>,
}

/// Listens to the other nodes and passes on what came in time, for as long as whoever takes it is there. It runs away
/// from the threads of sound, which have better things to do than to read messages.
pub(super) async fn listen<T: Send + Sync>(
    end: End,
    permits: Arc<Permits>,
    taker: Weak<T>,
    take: impl Fn(&T, Arrived) + Send,
) {
    let mut arriving = Arriving::new(permits);
    loop {
        let mut heard = end.trunk.heard();
        while let Some(Sent { node, session, message }) = heard.next().await {
            let Some(taker) = taker.upgrade() else { return };
            if node == end.node {
                continue;
            }
            let frames = arriving.take(&node, &message, Instant::now());
            if !frames.is_empty() {
                take(&taker, Arrived { node, session, frames });
            }
        }
        if taker.strong_count() == 0 {
            return;
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

/// A trunk between nodes in one process.
#[derive(Debug)]
pub struct InProcess(Broadcast<Sent>);

impl Default for InProcess {
    fn default() -> Self {
        Self(Broadcast::new(WAITING_MAX))
    }
}

impl Trunk for InProcess {
    fn send(&self, node: &NodeId, session: &SessionId, message: Bytes) {
        self.0.tell(Sent { node: node.clone(), session: session.clone(), message });
    }

    fn heard(&self) -> BoxStream<'static, Sent> {
        self.0.heard()
    }
}
