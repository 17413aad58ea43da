//! Which microphones send: connected with the first frame, lost after two seconds without one.
//!
//! A person may have opened several pages. The newest path that sends is the microphone; an older one that still sends
//! takes over only when the newer one has ended or fallen silent, so that two pages never fight over it.

use std::collections::HashMap;
use std::time::Instant;

use super::limits::MICROPHONE_SILENT_MAX;
use super::report::{Report, Reporter};
use crate::terms::ids::{PersonId, SessionId};

/// A path's number: a later path has a higher one.
pub type PathNumber = u64;

#[derive(Debug)]
struct Microphone {
    path: PathNumber,
    heard: Instant,
}

/// The microphones of all sessions that send now.
#[derive(Debug, Default)]
pub struct Microphones {
    sending: HashMap<(SessionId, PersonId), Microphone>,
}

impl Microphones {
    /// Takes note of a frame and tells whether this path is the person's microphone.
    pub fn heard(
        &mut self,
        session: &SessionId,
        person: &PersonId,
        path: PathNumber,
        now: Instant,
        reporter: &mut Reporter,
    ) -> bool {
        let key = (session.clone(), person.clone());
        if let Some(microphone) = self.sending.get_mut(&key) {
            if path < microphone.path {
                return false;
            }
            *microphone = Microphone { path, heard: now };
            return true;
        }
        self.sending.insert(key, Microphone { path, heard: now });
        reporter.tell(Report::MicrophoneConnected { session: session.clone(), person: person.clone() });
        true
    }

    /// A path has ended; with it the microphone, if it was this path.
    pub fn ended(
        &mut self,
        session: &SessionId,
        person: &PersonId,
        path: PathNumber,
        reporter: &mut Reporter,
    ) {
        let key = (session.clone(), person.clone());
        if self.sending.get(&key).is_some_and(|microphone| microphone.path == path) {
            self.sending.remove(&key);
            reporter.tell(Report::MicrophoneLost { session: session.clone(), person: person.clone() });
        }
    }

    /// Gives up those that have been silent for too long.
    pub fn sweep(&mut self, now: Instant, reporter: &mut Reporter) {
        self.sending.retain(|(session, person), microphone| {
            let sends = now.saturating_duration_since(microphone.heard) < MICROPHONE_SILENT_MAX;
            if !sends {
                let (session, person) = (session.clone(), person.clone());
                reporter.tell(Report::MicrophoneLost { session, person });
            }
            sends
        });
    }

    /// How many send.
    pub fn count(&self) -> usize {
        self.sending.len()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::sync::mpsc;

    use super::*;

    struct Table {
        microphones: Microphones,
        reporter: Reporter,
        reports: mpsc::Receiver<Report>,
        session: SessionId,
        iraq: PersonId,
        start: Instant,
    }

    fn table() -> Table {
        let (sender, reports) = mpsc::channel(1);
        let (session, iraq) = ("opening".parse().unwrap(), "iraq".parse().unwrap());
        let reporter = Reporter::new(sender);
        Table { microphones: Microphones::default(), reporter, reports, session, iraq, start: Instant::now() }
    }

    impl Table {
        fn heard(&mut self, path: PathNumber, ms: u64) -> bool {
            let now = self.start + Duration::from_millis(ms);
            self.microphones.heard(&self.session, &self.iraq, path, now, &mut self.reporter)
        }
        fn sweep(&mut self, ms: u64) {
            self.microphones.sweep(self.start + Duration::from_millis(ms), &mut self.reporter);
        }
        /// All reports; the channel has room for one, the rest was kept.
        fn told(&mut self) -> Vec<&'static str> {
            let mut told = Vec::new();
            while let Ok(report) = self.reports.try_recv() {
                told.push(match report {
                    Report::MicrophoneConnected { .. } => "connected",
                    Report::MicrophoneLost { .. } => "lost",
                    Report::PathLost { .. } => "path",
                });
                self.reporter.retry();
            }
            told
        }
    }

    #[test]
    fn connected_with_the_first_frame_lost_after_two_seconds() {
        let mut table = table();
        assert!(table.heard(1, 0) && table.heard(1, 1_000));
        table.sweep(2_900);
        assert_eq!(table.told(), ["connected"]);
        table.sweep(3_000);
        table.sweep(9_000);
        assert_eq!(table.told(), ["lost"]);
        assert!(table.heard(1, 9_500));
        assert_eq!((table.told(), table.microphones.count()), (vec!["connected"], 1));
    }

    #[test]
    fn the_newest_path_that_sends_is_the_microphone() {
        let mut table = table();
        assert!(table.heard(1, 0) && table.heard(2, 20));
        assert!(!table.heard(1, 40), "an older page waits");
        table.sweep(2_100);
        assert!(table.heard(1, 2_120), "and takes over when the newer one is silent");
        assert_eq!(table.told(), ["connected", "lost", "connected"]);
    }

    #[test]
    fn the_end_of_its_path_is_the_end_of_a_microphone_but_not_that_of_another_path() {
        let mut table = table();
        table.heard(2, 0);
        table.microphones.ended(&table.session, &table.iraq, 1, &mut table.reporter);
        assert_eq!(table.told(), ["connected"]);
        table.microphones.ended(&table.session, &table.iraq, 2, &mut table.reporter);
        assert_eq!((table.told(), table.microphones.count()), (vec!["lost"], 0));
    }
}
