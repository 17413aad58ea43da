//! The recorder: a folder of each recording with one Ogg file of each channel and the turns, aligned in time.
//!
//! `<data>/recordings/<session>/<moment of its beginning>/` holds `<channel>.ogg` and `turns.jsonl`. All files begin at
//! the same moment, whatever came when: gaps are frames of silence, and so is a channel that may not be recorded for a
//! while. Nothing is decoded or encoded. All work with the disk is done by a thread of its own.
//!
//! **Killed.** What was written is whole but for the last page, and not more than a second old. A server that starts
//! again goes on in the very same files: it cuts the torn page, and the time that it was away becomes silence. So a
//! recording has one file of each channel, however often the server was restarted, and its index stays true.
//!
//! **Faults.** A disk that is full, or a folder that cannot be written, is told once to the operator and stands in
//! [`Recorder::state`]; sound goes on. It is tried again every few seconds, and then gone on with as after a restart.
//! Whatever the reason, a channel that the room hears while little of it is written is told to the desk.
//!
//! **Alignment.** A sound lies in its file at most 0.5 s after the moment when it came, and at most 0.2 s and a look of
//! the recorder before it ([`Pace::write`]). So two channels agree with each other, and with the index, to within 1 s
//! after the worst of stalls, and to within a frame or two where there was none.

mod channel;
mod folder;
mod keeper;
mod pulse;
mod thread;
mod turns;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

pub use folder::{NAME, began_ms};
pub use keeper::Keeper;
pub use turns::TurnMark;

use self::pulse::Pulse;
use super::frame::Frame;
use super::ogg_live::FrameSource;
use crate::terms::ids::{ChannelId, Moment, SessionId};

/// Name of the folder of all recordings, below the data folder.
pub const RECORDINGS: &str = "recordings";
/// Frames that may wait for the disk: 20 s of four channels. What comes while so many wait is lost to the recording.
const WAITING_MAX: usize = 4_096;

/// What is recorded, and where.
#[derive(Debug, Clone)]
pub struct Begin {
    /// The folder of all recordings.
    pub recordings: PathBuf,
    /// Which session.
    pub session: SessionId,
    /// When the recording began. Together with the session it names the recording: a recorder that is given the same
    /// goes on where another left off.
    pub began_ms: Moment,
    /// Now, by the clock that `began_ms` was read from.
    pub now_ms: Moment,
    /// Channels whose files are to begin at once. Others begin when their first frame comes, with silence before it.
    pub channels: Vec<ChannelId>,
}

/// How often the recorder does what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How often what is due is written.
    pub write: Duration,
    /// How often the disk is asked to make sure of it.
    pub sync: Duration,
    /// How long the disk is left alone after a fault.
    pub retry: Duration,
    /// How often it is looked at whether what the room hears is written.
    pub look: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        let (write, sync) = (Duration::from_millis(250), Duration::from_secs(1));
        Self { write, sync, retry: Duration::from_secs(5), look: Duration::from_secs(3) }
    }
}

/// How a recording goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is written.
    Recording,
    /// It cannot be written for now; sound is lost to it.
    Faulted(RecorderFault),
    /// It is over.
    Stopped,
}

/// Why a recording cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the recording cannot be written to {path}: {reason}; see to its room and rights, it is tried again by itself"
)]
pub struct RecorderFault {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub reason: String,
}

/// Why a recorder stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The recording is over.
    Over,
    /// Only the server stops; the next one goes on.
    ServerStops,
}

/// A recording in progress. Nothing here waits for the disk. Dropped, it ends as when the server stops.
#[derive(Debug)]
pub struct Recorder {
    asks: mpsc::Sender<Ask>,
    waiting: Arc<AtomicUsize>,
    /// Channels that may be recorded. Asked before a frame is taken, so that after a consent is withdrawn none is.
    allowed: Mutex<BTreeSet<ChannelId>>,
    pulse: Arc<Pulse>,
    state: watch::Receiver<State>,
}

#[derive(Debug)]
enum Ask {
    Frame(ChannelId, Frame),
    Turn(TurnMark),
    /// Meet a bug.
    #[cfg(test)]
    Fail,
    Stop {
        ending: Ending,
        at: Instant,
        done: oneshot::Sender<()>,
    },
}

impl Recorder {
    /// Begins a recording, or goes on with it if its folder is there. No channel is recorded until it is allowed.
    pub fn begin(begin: Begin, pace: Pace) -> Self {
        let (asks, asked) = mpsc::channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let (told, state) = watch::channel(State::Recording);
        let pulse = Arc::new(Pulse::default());
        thread::start(
            begin,
            pace,
            asked,
            thread::Shared { waiting: waiting.clone(), pulse: pulse.clone() },
            told,
        );
        Self { asks, waiting, allowed: Mutex::default(), pulse, state }
    }

    /// Says which channels may be recorded from now on, and no other; see [`crate::meeting::sound::plan::Plan::recorded`].
    pub fn allow(&self, channels: &BTreeSet<ChannelId>) {
        self.allowed.lock().unwrap_or_else(PoisonError::into_inner).clone_from(channels);
    }

    /// Takes a frame of a channel, if the channel may be recorded.
    pub fn frame(&self, channel: &ChannelId, frame: Frame) {
        let allowed = self.allowed.lock().unwrap_or_else(PoisonError::into_inner);
        if !allowed.contains(channel) {
            return;
        }
        self.pulse.came(channel);
        if self.waiting.load(Ordering::Relaxed) < WAITING_MAX {
            self.waiting.fetch_add(1, Ordering::Relaxed);
            self.tell(Ask::Frame(channel.clone(), frame));
        }
    }

    /// Channels that are being recorded as silence although sound came from them since this was last asked.
    pub fn silent(&self) -> BTreeSet<ChannelId> {
        self.pulse.look()
    }

    /// Takes what comes from a channel, until there will be no more.
    pub async fn follow(&self, channel: &ChannelId, mut source: impl FrameSource) {
        while let Some(frame) = source.next().await {
            self.frame(channel, frame);
        }
    }

    /// Writes a turn into the index: when it begins, when its speaker changes, when it ends.
    pub fn turn(&self, mark: TurnMark) {
        self.tell(Ask::Turn(mark));
    }

    /// How the recording goes, now and as it changes.
    pub fn state(&self) -> watch::Receiver<State> {
        self.state.clone()
    }

    /// Ends the recording at this moment, and waits until all is on the disk. What comes afterwards is not taken.
    pub async fn stop(&self, ending: Ending) {
        let (done, stopped) = oneshot::channel();
        self.tell(Ask::Stop { ending, at: Instant::now(), done });
        // A thread that has ended has nothing left to write.
        drop(stopped.await);
    }

    /// Has the recorder meet a bug.
    #[cfg(test)]
    pub(crate) fn fail(&self) {
        self.tell(Ask::Fail);
    }

    fn tell(&self, ask: Ask) {
        // The thread lives as long as this: after a bug it goes on, and one that meets too many ends the server.
        drop(self.asks.send(ask));
    }
}
