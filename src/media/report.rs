//! What the media plane tells about microphones and paths.

use std::collections::VecDeque;

use tokio::sync::mpsc;

use super::offer::Purpose;
use crate::terms::ids::{PersonId, SessionId};

/// Something that happened to a microphone or a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// The first frame of a person's microphone has come.
    MicrophoneConnected {
        /// In which session.
        session: SessionId,
        /// Whose.
        person: PersonId,
    },
    /// No frame has come for two seconds, or the microphone's path has ended.
    MicrophoneLost {
        /// In which session.
        session: SessionId,
        /// Whose.
        person: PersonId,
    },
    /// The server has given a path up; the client may offer it again.
    PathLost {
        /// The client's connection.
        connection: u64,
        /// Which of its paths.
        purpose: Purpose,
    },
}

/// The way to whoever hears the reports. Never waits: what does not fit is kept for the next time.
pub struct Reporter {
    reports: mpsc::Sender<Report>,
    kept: VecDeque<Report>,
}

impl Reporter {
    /// Reports go this way.
    pub fn new(reports: mpsc::Sender<Report>) -> Self {
        Self { reports, kept: VecDeque::new() }
    }

    /// Tells it, in order, now or as soon as there is room.
    pub fn tell(&mut self, report: Report) {
        self.kept.push_back(report);
        self.retry();
    }

    /// Tells what was kept.
    pub fn retry(&mut self) {
        while let Some(report) = self.kept.pop_front() {
            match self.reports.try_send(report) {
                Ok(()) => {}
                Err(mpsc::error::TrySendError::Full(report)) => {
                    self.kept.push_front(report);
                    return;
                }
                // Nobody listens any more.
                Err(mpsc::error::TrySendError::Closed(_report)) => self.kept.clear(),
            }
        }
    }
}
