//! Where nodes tell one another that they live. Beside the log, not in it: a beat costs no append, and nobody reads it
//! later. Nothing relies on one message: a beat may be lost, come late or come twice.

use futures_util::stream::BoxStream;

use crate::broadcast::Broadcast;
use crate::terms::ids::NodeId;

/// Beats that may wait for whoever listens slowly. Older ones are lost to them.
pub(super) const WAITING_MAX: usize = 256;

/// Where nodes tell one another that they live.
pub trait Beats: Send + Sync {
    /// Tells all who listen, this node too, that a node lives. It waits for nothing, and whether it arrives nobody knows.
    fn beat(&self, node: &NodeId);

    /// The nodes that are heard from now on, one's own too. It ends when nothing can be heard any more.
    fn heard(&self) -> BoxStream<'static, NodeId>;
}

/// Nodes in one process: the one that a server on a disk of its own is, or those of a simulation.
#[derive(Debug)]
pub struct InProcess(Broadcast<NodeId>);

impl Default for InProcess {
    fn default() -> Self {
        Self(Broadcast::new(WAITING_MAX))
    }
}

impl Beats for InProcess {
    fn beat(&self, node: &NodeId) {
        self.0.tell(node.clone());
    }

    fn heard(&self) -> BoxStream<'static, NodeId> {
        self.0.heard()
    }
}
