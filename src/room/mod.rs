//! A room: the one task that runs a session, or the conference. It decides, appends, and only then publishes.
//!
//! Commands that wait share one append. A lost race on the log is not an error: the room reads what the other
//! wrote and decides again. What it publishes is in the order of the log, without gap or double.

mod aggregate;
mod assembly;
mod clips;
mod clock;
mod drafting;
mod erasing;
mod fault;
mod following;
mod keys;
mod log_time;
mod microphones;
mod node;
mod others;
mod pacing;
mod presence;
mod registry;
mod replay;
mod setbacks;
mod sitting;
pub mod stored;
mod storing;
mod task;

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, watch};
use tracing::Span;
use uuid::Uuid;

pub use aggregate::{Aggregate, Here};
pub use clips::{Clips, Incoming, read_whole};
pub use clock::Clock;
pub use erasing::{EraseFault, erase};
pub use fault::RoomFault;
pub use node::{BEAT_EVERY, LEASE_MS, Node};
pub use registry::{Registry, open_alone, read_session, stored_conference};
pub use sitting::{Attendance, Glance, Report};
pub use storing::{NotStoring, Storing};

pub use crate::log::Pieces;

use crate::alarm::Pulse;
use crate::meeting::Meeting;
use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{Millis, Seq};

/// Commands that may wait for the room. One more is answered [`Answer::Busy`].
const WAITING_MAX: usize = 4_096;
/// Publications that may wait for whoever follows the room.
const PUBLICATIONS_MAX: usize = 256;

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was done and is stored; the log has come to this place.
    Done(Seq),
    /// The meeting refused it. Nothing changed.
    Refused(Refusal),
    /// It could not be stored, or it is not known whether it was. Sent again under its key, it is done once.
    NotStored,
    /// Too many commands wait.
    Busy,
}

/// A step: how it stood, what happened, how it stands.
#[derive(Debug, Clone)]
pub struct Publication<A: Aggregate = Meeting> {
    /// Before the first event.
    pub before: A,
    /// What happened, in order, and what it led to each time: whoever looks at one event after the other evolves nothing
    /// anew.
    pub steps: Arc<[Step<A>]>,
    /// After the last event.
    pub after: A,
}

impl<A: Aggregate> Publication<A> {
    /// What happened, in order.
    pub fn events(&self) -> impl Iterator<Item = &Recorded<A::Event>> {
        self.steps.iter().map(|step| &step.recorded)
    }
}

/// An event, and what it led to.
#[derive(Debug, Clone)]
pub struct Step<A: Aggregate = Meeting> {
    /// What happened.
    pub recorded: Recorded<A::Event>,
    /// How it stands after it.
    pub after: A,
}

/// How a room is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How long a person may be without a connection before they have left.
    pub grace_ms: Millis,
    /// Tells the time.
    pub clock: Clock,
    /// The node that it is run at.
    pub node: Node,
}

impl Default for Settings {
    fn default() -> Self {
        Self { grace_ms: 10_000, clock: Clock::system(), node: Node::default() }
    }
}

/// A handle on a room. When the last one is dropped, the room ends.
#[derive(Debug)]
pub struct Room<A: Aggregate = Meeting> {
    id: A::Id,
    asks: mpsc::Sender<Ask<A>>,
    glance: watch::Receiver<A::Glance>,
    pulse: Pulse,
}

// Derived, it would ask that what is told of a report can be cloned.
impl<A: Aggregate> Clone for Room<A> {
    fn clone(&self) -> Self {
        let (id, asks) = (self.id.clone(), self.asks.clone());
        Self { id, asks, glance: self.glance.clone(), pulse: self.pulse.clone() }
    }
}

/// What a room is asked.
#[derive(Debug)]
enum Ask<A: Aggregate> {
    Decide { intent: Box<A::Intent>, key: Option<Uuid>, answer: oneshot::Sender<Answer>, asked_in: Span },
    Report(<A::Here as Here<A>>::Report),
    Look(oneshot::Sender<A>),
    Follow(oneshot::Sender<(A, mpsc::Receiver<Publication<A>>)>),
    Stop(oneshot::Sender<()>),
}

impl<A: Aggregate> Room<A> {
    /// Whether the room has ended.
    fn has_ended(&self) -> bool {
        self.asks.is_closed()
    }

    /// Whether the room decides and stores: one that waits for its log for long does not.
    pub fn lives(&self) -> bool {
        self.pulse.lives()
    }

    /// Has an intent decided, and waits until it is stored.
    pub async fn decide(&self, intent: A::Intent, key: Option<Uuid>) -> Answer {
        let (answer, answered) = oneshot::channel();
        let asked_in = Span::current();
        match self.asks.try_send(Ask::Decide { intent: Box::new(intent), key, answer, asked_in }) {
            Ok(()) => answered.await.unwrap_or(Answer::NotStored),
            Err(mpsc::error::TrySendError::Full(_)) => Answer::Busy,
            Err(mpsc::error::TrySendError::Closed(_)) => Answer::NotStored,
        }
    }

    /// Has what the server itself asks decided, and waits until it is stored: the room cannot go on without it.
    ///
    /// # Errors
    /// [`RoomFault::NotConvened`] if it was refused or could not be stored.
    async fn require(&self, intent: A::Intent) -> Result<(), RoomFault> {
        match self.decide(intent, None).await {
            Answer::Done(_) => Ok(()),
            Answer::Refused(_) | Answer::NotStored | Answer::Busy => {
                Err(RoomFault::NotConvened { stream: A::stream(&self.id) })
            }
        }
    }

    /// How it stands; none once the room has ended.
    pub async fn look(&self) -> Option<A> {
        let (answer, answered) = oneshot::channel();
        self.tell(Ask::Look(answer)).await;
        answered.await.ok()
    }

    /// How it stands, and each step from there on: none is missed and none comes twice. One at a time follows a room, and
    /// must go on reading; none once the room has ended.
    pub async fn follow(&self) -> Option<(A, mpsc::Receiver<Publication<A>>)> {
        let (answer, answered) = oneshot::channel();
        self.tell(Ask::Follow(answer)).await;
        answered.await.ok()
    }

    /// Ends the room once all that waits is decided and stored.
    pub async fn stop(&self) {
        let (done, stopped) = oneshot::channel();
        self.tell(Ask::Stop(done)).await;
        // The sender is dropped unanswered where the room has ended already: as good as stopped.
        drop(stopped.await);
    }

    async fn tell(&self, ask: Ask<A>) {
        // A room that has ended has nothing to be told; whoever needs an answer sees it missing.
        drop(self.asks.send(ask).await);
    }
}
