//! What goes to the other nodes: frames gathered for 20 ms, one message for each session.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::super::frame::Frame;
use super::{End, message};
use crate::terms::ids::{NodeId, PersonId, SessionId};

/// How long frames are gathered: one frame of each microphone. What carries them costs by the message.
const GATHERED_FOR: Duration = Duration::from_millis(20);
/// Most frames of a message, so that it has far less than a megabyte.
const FRAMES_MAX: usize = 256;

/// What waits to be sent.
pub struct Leaving {
    end: End,
    began: Instant,
    sessions: HashMap<SessionId, Vec<(PersonId, Frame)>>,
    due: Option<Instant>,
}

impl Leaving {
    /// Nothing waits.
    pub fn by(end: End) -> Self {
        Self { end, began: Instant::now(), sessions: HashMap::new(), due: None }
    }

    /// The node that it leaves from.
    pub fn node(&self) -> &NodeId {
        &self.end.node
    }

    /// A frame of a microphone of this node.
    pub fn add(&mut self, session: &SessionId, person: &PersonId, frame: Frame) {
        let now = frame.at;
        if !self.sessions.contains_key(session) {
            self.sessions.insert(session.clone(), Vec::new());
        }
        let Some(frames) = self.sessions.get_mut(session) else { return };
        frames.push((person.clone(), frame));
        self.due.get_or_insert(now + GATHERED_FOR);
        if frames.len() >= FRAMES_MAX {
            self.send(now);
        }
    }

    /// How long nothing has to be sent; none while nothing waits.
    pub fn idle(&self, now: Instant) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(now))
    }

    /// Sends what has waited for long enough.
    pub fn look_after(&mut self, now: Instant) {
        if self.due.is_some_and(|due| due <= now) {
            self.send(now);
        }
    }

    fn send(&mut self, now: Instant) {
        let sent_us = u64::try_from(now.saturating_duration_since(self.began).as_micros()).unwrap_or(0);
        for (session, frames) in self.sessions.iter_mut().filter(|(_, frames)| !frames.is_empty()) {
            self.end.trunk.send(&self.end.node, session, message::write(sent_us, frames, now));
            frames.clear();
        }
        self.due = None;
    }
}
