//! A room: the one task that runs a session. It decides, appends, and only then publishes.
//!
//! Commands that wait share one append. A lost race on the log is not an error: the room reads what the other
//! wrote and decides again. What it publishes is in the order of the log, without gap or double.

mod clips;
mod clock;
mod fault;
mod keys;
mod microphones;
mod presence;
mod registry;
mod replay;
mod setbacks;
pub mod stored;
mod task;

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

pub use clips::Clips;
pub use clock::Clock;
pub use fault::RoomFault;
pub use registry::Registry;

use crate::alarm::Pulse;
use crate::meeting::Meeting;
use crate::meeting::command::{Command, Housekeeping, Intent};
use crate::meeting::event::Recorded;
use crate::meeting::ids::{ChannelId, Millis, PersonId, Seq, SessionId};
use crate::meeting::microphones::Reported;
use crate::meeting::people::Roster;
use crate::meeting::prerecorded::HandedIn;
use crate::meeting::programme::Phase;
use crate::meeting::refusal::Refusal;
use crate::meeting::schedule::Planned;

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

/// A step of the meeting: how it stood, what happened, how it stands.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Before the first event.
    pub before: Meeting,
    /// What happened, in order.
    pub events: Arc<[Recorded]>,
    /// After the last event.
    pub after: Meeting,
}

/// How a room is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How long a person may be without a connection before they have left.
    pub grace_ms: Millis,
    /// Tells the time.
    pub clock: Clock,
}

impl Default for Settings {
    fn default() -> Self {
        Self { grace_ms: 10_000, clock: Clock::system() }
    }
}

/// A handle on a room. When the last one is dropped, the room ends.
#[derive(Debug, Clone)]
pub struct Room {
    session: SessionId,
    asks: mpsc::Sender<Ask>,
    glance: watch::Receiver<Glance>,
    pulse: Pulse,
}

/// What is told of a session without asking its room.
#[derive(Debug, Clone, Default)]
pub struct Glance {
    /// The phase the session is in.
    pub phase: Phase,
    /// Its people and delegations.
    pub roster: Arc<Roster>,
    /// Its time and title; none before it was convened.
    pub planned: Option<Arc<Planned>>,
}

/// What a room is asked.
#[derive(Debug)]
enum Ask {
    Decide { intent: Box<Intent>, key: Option<Uuid>, answer: oneshot::Sender<Answer> },
    Connected(PersonId),
    Disconnected(PersonId),
    Microphone(Reported),
    Look(oneshot::Sender<Meeting>),
    Stop(oneshot::Sender<()>),
}

impl Room {
    /// Which session the room runs.
    pub fn session(&self) -> &SessionId {
        &self.session
    }

    /// Whether the room decides and stores: one that waits for its log for long does not.
    pub fn lives(&self) -> bool {
        self.pulse.lives()
    }

    /// The phase the session is in.
    pub fn phase(&self) -> Phase {
        self.glance.borrow().phase
    }

    /// The people and delegations of the session, as they are now.
    pub fn roster(&self) -> Arc<Roster> {
        self.glance.borrow().roster.clone()
    }

    /// The session's time and title, as they are now; none before it was convened.
    pub fn planned(&self) -> Option<Arc<Planned>> {
        self.glance.borrow().planned.clone()
    }

    /// Has a participant's command decided, and waits until it is stored.
    pub async fn command(&self, person: PersonId, key: Uuid, command: Command) -> Answer {
        self.decide(Intent::Participant(person, command), Some(key)).await
    }

    async fn decide(&self, intent: Intent, key: Option<Uuid>) -> Answer {
        let (answer, answered) = oneshot::channel();
        match self.asks.try_send(Ask::Decide { intent: Box::new(intent), key, answer }) {
            Ok(()) => answered.await.unwrap_or(Answer::NotStored),
            Err(mpsc::error::TrySendError::Full(_)) => Answer::Busy,
            Err(mpsc::error::TrySendError::Closed(_)) => Answer::NotStored,
        }
    }

    /// Reports a connection of a person. Each must be followed by one [`Room::disconnected`].
    pub async fn connected(&self, person: PersonId) {
        self.tell(Ask::Connected(person)).await;
    }

    /// Reports that a connection of a person has ended.
    pub async fn disconnected(&self, person: PersonId) {
        self.tell(Ask::Disconnected(person)).await;
    }

    /// Reports that a person's microphone is connected, or that nothing comes from it any more.
    pub async fn microphone(&self, person: PersonId, connected: bool) {
        self.tell(Ask::Microphone(Reported { person, connected })).await;
    }

    /// Hands in a pre-recorded statement whose sound is stored, and waits until it is decided.
    pub async fn hand_in(&self, given: HandedIn) -> Answer {
        self.decide(Intent::Server(Housekeeping::Prerecorded(given)), None).await
    }

    /// Reports which channels are being recorded as silence although they are heard, and waits until it is decided.
    pub async fn recording_silent(&self, channels: BTreeSet<ChannelId>) -> Answer {
        self.decide(Intent::Server(Housekeeping::RecordingSilent(channels)), None).await
    }

    /// The meeting as it stands; none once the room has ended.
    pub async fn look(&self) -> Option<Meeting> {
        let (answer, answered) = oneshot::channel();
        self.tell(Ask::Look(answer)).await;
        answered.await.ok()
    }

    /// Ends the room once all that waits is decided and stored.
    pub async fn stop(&self) {
        let (done, stopped) = oneshot::channel();
        self.tell(Ask::Stop(done)).await;
        // The sender is dropped unanswered where the room has ended already: as good as stopped.
        drop(stopped.await);
    }

    async fn tell(&self, ask: Ask) {
        // A room that has ended has nothing to be told; whoever needs an answer sees it missing.
        drop(self.asks.send(ask).await);
    }
}
