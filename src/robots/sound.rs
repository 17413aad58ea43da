//! The microphones of simulated people: who speaks which clip, frame by frame, on a task of its own.
//!
//! A microphone that is live sends a frame each 20 ms, silence where nothing is said; one that is not sends silence now
//! and then, as a sign that it is connected. Nothing is sent for a seat that somebody real has taken.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior};

use crate::attended::Attended;
use crate::media::ogg::Clip;
use crate::media::opus::{FRAME_SAMPLES, SILENCE};
use crate::media::{Frame, Media};
use crate::terms::ids::{PersonId, SessionId};

/// How often a live microphone sends a frame.
const FRAME_EVERY: Duration = Duration::from_millis(20);
/// Every so many frames one is sent by a microphone that is not live: each 400 ms, as Opus does in long silence.
const IDLE_FRAMES: u64 = 20;
/// Numbers of connections from here on are the robots'; those of clients count from 0.
const CONNECTIONS_FROM: u64 = 1 << 63;
/// Loudness that is told of a clip and of silence, in dBov.
const SPEECH_DBOV: i8 = -25;
const SILENCE_DBOV: i8 = -127;

/// Where the frames go: the media plane.
pub trait Sink: Send + Sync + 'static {
    /// Publishes a frame of a person's microphone.
    fn publish(&self, connection: u64, session: &SessionId, person: &PersonId, frame: Frame);
    /// Ends the microphone of a connection.
    fn end(&self, connection: u64);
}

impl Sink for Media {
    fn publish(&self, connection: u64, session: &SessionId, person: &PersonId, frame: Frame) {
        Media::say(self, connection, session, person, frame);
    }

    fn end(&self, connection: u64) {
        Media::end(self, connection, None);
    }
}

/// The microphones. Clones share them.
#[derive(Clone)]
pub(super) struct Sound(Arc<Shared>);

struct Shared {
    session: SessionId,
    attended: Attended,
    sink: Arc<dyn Sink>,
    silence: Arc<[u8]>,
    microphones: Mutex<Microphones>,
}

#[derive(Default)]
struct Microphones {
    open: BTreeMap<PersonId, Microphone>,
    opened: u32,
    ticks: u64,
}

struct Microphone {
    connection: u64,
    source: u32,
    sequence: u64,
    live: bool,
    paused: bool,
    saying: Option<(Clip, usize)>,
}

impl Sound {
    pub(super) fn new(session: SessionId, attended: Attended, sink: Arc<dyn Sink>) -> Self {
        let (silence, microphones) = (Arc::from(SILENCE), Mutex::default());
        Self(Arc::new(Shared { session, attended, sink, silence, microphones }))
    }

    /// Sends frames for ever.
    pub(super) async fn run(self) {
        let mut ticks = tokio::time::interval(FRAME_EVERY);
        // A tick that comes late is made up for, so that nothing of what is said is lost.
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        loop {
            let now = ticks.tick().await;
            self.send(now);
        }
    }

    /// Connects a person's microphone.
    pub(super) fn open(&self, person: &PersonId) {
        let mut microphones = self.lock();
        microphones.opened += 1;
        let source = microphones.opened;
        let microphone = Microphone {
            connection: CONNECTIONS_FROM + u64::from(source),
            source,
            sequence: 0,
            live: false,
            paused: false,
            saying: None,
        };
        microphones.open.insert(person.clone(), microphone);
    }

    /// Disconnects it; whatever is being said ends at once.
    pub(super) fn close(&self, person: &PersonId) {
        if let Some(microphone) = self.lock().open.remove(person) {
            self.0.sink.end(microphone.connection);
        }
    }

    /// Says whether a microphone is live, and whether it is to hold its breath.
    pub(super) fn set(&self, person: &PersonId, live: bool, paused: bool) {
        self.with(person, |microphone| (microphone.live, microphone.paused) = (live, paused));
    }

    /// Begins to say something.
    pub(super) fn say(&self, person: &PersonId, clip: Clip) {
        self.with(person, |microphone| microphone.saying = Some((clip, 0)));
    }

    /// Breaks off.
    pub(super) fn hush(&self, person: &PersonId) {
        self.with(person, |microphone| microphone.saying = None);
    }

    /// Whether a person is saying something, if only holding their breath.
    pub(super) fn is_speaking(&self, person: &PersonId) -> bool {
        self.lock().open.get(person).is_some_and(|microphone| microphone.saying.is_some())
    }

    fn with(&self, person: &PersonId, change: impl FnOnce(&mut Microphone)) {
        if let Some(microphone) = self.lock().open.get_mut(person) {
            change(microphone);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Microphones> {
        self.0.microphones.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, now: Instant) {
        let Shared { session, attended, sink, silence, .. } = &*self.0;
        let mut microphones = self.lock();
        microphones.ticks += 1;
        let ticks = microphones.ticks;
        for (person, microphone) in &mut microphones.open {
            if attended.has(session, person) {
                microphone.saying = None;
                continue;
            }
            if !microphone.live && !ticks.is_multiple_of(IDLE_FRAMES) {
                continue;
            }
            let said = microphone.next();
            let level_dbov = Some(if said.is_some() { SPEECH_DBOV } else { SILENCE_DBOV });
            let frame = Frame {
                source: microphone.source,
                sequence: microphone.sequence,
                timestamp: ticks * FRAME_SAMPLES,
                at: now.into_std(),
                level_dbov,
                payload: said.unwrap_or_else(|| silence.clone()),
            };
            microphone.sequence += 1;
            sink.publish(microphone.connection, session, person, frame);
        }
    }
}

impl Microphone {
    /// The next packet of what is being said; none for silence. Only a live microphone speaks.
    fn next(&mut self) -> Option<Arc<[u8]>> {
        if !self.live || self.paused {
            return None;
        }
        let (clip, place) = self.saying.as_mut()?;
        let packet = clip.packet(*place).cloned();
        *place += 1;
        if packet.is_none() {
            self.saying = None;
        }
        packet
    }
}
