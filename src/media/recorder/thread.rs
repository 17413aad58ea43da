//! The thread of a recorder: the only one that waits for the disk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use tokio::sync::watch;

use super::folder::{Folder, path_of};
use super::pulse::Pulse;
use super::{Ask, Begin, Ending, Pace, RecorderFault, State, TurnMark};
use crate::alarm::Failures;
use crate::media::frame::Frame;
use crate::terms::ids::ChannelId;

/// What the thread shares with whoever hands it frames.
pub(super) struct Shared {
    /// Frames that wait.
    pub(super) waiting: Arc<AtomicUsize>,
    /// What came and what of it was written.
    pub(super) pulse: Arc<Pulse>,
}

/// Starts the thread.
pub(super) fn start(
    begin: Begin,
    pace: Pace,
    asked: Receiver<Ask>,
    shared: Shared,
    told: watch::Sender<State>,
) {
    let name = format!("record {}", begin.session);
    let path = path_of(&begin);
    let told_here = told.clone();
    let started = Instant::now();
    let mut failures = Failures::of("a recorder", begin.session.as_str());
    let writer = move || {
        let folder = None;
        let mut writer = Writer {
            begin,
            pace,
            started,
            folder,
            marks: VecDeque::new(),
            told,
            shared,
            heard_until: started,
        };
        // What a bug meets is lost; the recording goes on in its files, as after a restart.
        while catch_unwind(AssertUnwindSafe(|| writer.run(&asked))).is_err() {
            failures.met();
            writer.folder = None;
        }
        writer.told.send_replace(State::Stopped);
    };
    if let Err(error) = std::thread::Builder::new().name(name).spawn(writer) {
        let fault = RecorderFault { path, reason: error.to_string() };
        tracing::error!(%fault, "a recording has stopped");
        told_here.send_replace(State::Faulted(fault));
    }
}

struct Writer {
    begin: Begin,
    pace: Pace,
    /// The moment of `begin.now_ms`.
    started: Instant,
    /// None while the disk cannot be written.
    folder: Option<Folder>,
    /// Lines of the index that are not written yet.
    marks: VecDeque<TurnMark>,
    told: watch::Sender<State>,
    shared: Shared,
    /// When the newest frame had come that was taken.
    heard_until: Instant,
}

impl Writer {
    /// Runs until it is stopped, or nobody is left who could stop it.
    fn run(&mut self, asked: &Receiver<Ask>) {
        self.attempt(|_opened| Ok(()));
        let (mut write_at, mut sync_at) = (Instant::now() + self.pace.write, Instant::now() + self.pace.sync);
        let mut retry_at = Instant::now() + self.pace.retry;
        loop {
            match asked.recv_timeout(write_at.saturating_duration_since(Instant::now())) {
                Ok(Ask::Frame(channel, frame)) => {
                    self.shared.waiting.fetch_sub(1, Ordering::Relaxed);
                    self.take(&channel, &frame);
                }
                #[cfg(test)]
                Ok(Ask::Fail) => panic!("as intended"),
                Ok(Ask::Turn(mark)) => {
                    self.marks.push_back(mark);
                    self.write_marks();
                }
                Ok(Ask::Stop { ending, at, done }) => {
                    self.end(ending, at);
                    // Whoever stopped it may have gone.
                    let _: Result<(), ()> = done.send(());
                    return;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.end(Ending::ServerStops, Instant::now()),
            }
            let now = Instant::now();
            if now >= write_at {
                // A disk that was slow lets frames wait: they are not missing, and nothing is laid in their place.
                let waits = self.shared.waiting.load(Ordering::Relaxed) > 0;
                let until = if waits { self.heard_until.min(now) } else { now };
                self.if_open(|folder| folder.keep_up(until));
                write_at = now + self.pace.write;
            }
            if now >= sync_at {
                self.if_open(|folder| folder.sync());
                sync_at = now + self.pace.sync;
            }
            if self.folder.is_some() {
                retry_at = now + self.pace.retry;
            } else if now >= retry_at {
                self.attempt(|_opened| Ok(()));
                retry_at = Instant::now() + self.pace.retry;
            }
        }
    }

    fn take(&mut self, channel: &ChannelId, frame: &Frame) {
        self.heard_until = self.heard_until.max(frame.at);
        let mut written = false;
        self.if_open(|folder| folder.take(channel, frame).map(|laid| written = laid));
        if written {
            self.shared.pulse.written(channel);
        }
    }

    /// Writes what is left; a disk that had failed gets a last chance.
    fn end(&mut self, ending: Ending, at: Instant) {
        self.attempt(|folder| folder.end(ending, at));
    }

    /// Does something with the folder, opening it first where it is not.
    fn attempt(&mut self, act: impl FnOnce(&mut Folder) -> Result<(), RecorderFault>) {
        if self.folder.is_none() {
            match Folder::open(&self.begin, self.started) {
                Ok(folder) => self.recover(folder),
                Err(fault) => return self.fail(fault),
            }
        }
        self.if_open(act);
    }

    fn if_open(&mut self, act: impl FnOnce(&mut Folder) -> Result<(), RecorderFault>) {
        if let Some(folder) = &mut self.folder
            && let Err(fault) = act(folder)
        {
            self.fail(fault);
        }
    }

    fn write_marks(&mut self) {
        while let (Some(folder), Some(mark)) = (&mut self.folder, self.marks.front()) {
            match folder.mark(mark) {
                Ok(()) => drop(self.marks.pop_front()),
                Err(fault) => self.fail(fault),
            }
        }
    }

    fn recover(&mut self, folder: Folder) {
        self.folder = Some(folder);
        self.write_marks();
        // The first attempt finds the state as it is.
        if matches!(*self.told.borrow(), State::Faulted(_)) {
            tracing::warn!(session = %self.begin.session, "the recording goes on; what was missed is silence");
            self.told.send_replace(State::Recording);
        }
    }

    /// Gives the folder up for now. The operator is told of the first fault, not of each attempt.
    fn fail(&mut self, fault: RecorderFault) {
        self.folder = None;
        let first = !matches!(*self.told.borrow(), State::Faulted(_));
        if first {
            tracing::error!(session = %self.begin.session, %fault, "sound is lost to the recording");
        }
        self.told.send_replace(State::Faulted(fault));
    }
}
