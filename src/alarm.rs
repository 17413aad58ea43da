//! What happens when something that carries a session fails: a thread of sound, a room, the task that carries its changes.
//!
//! Nobody would see or hear anything any more, and nothing would tell so. A task goes on from where the log is, so that
//! other sessions are not harmed. What cannot go on, or fails again and again, ends the process: whoever runs it starts
//! it again, nothing that was acknowledged is lost, and clients return by themselves.

use std::collections::VecDeque;
use std::process::abort;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::panicking;
use std::time::Duration;

use tokio::time::Instant;

/// Held by a thread of sound for as long as it works. Where the thread fails outside a single peer, the process ends.
pub struct Alarm(pub &'static str);

impl Drop for Alarm {
    fn drop(&mut self) {
        if panicking() {
            end(self.0, "", "a thread of sound has failed");
        }
    }
}

/// Ends the process, loudly.
fn end(what: &str, session: &str, why: &str) -> ! {
    tracing::error!(what, session, "{why}: the server ends, to be started again");
    abort();
}

/// Something that carries a session has ended, and nobody asked it to. The process ends.
pub fn ended_unasked(what: &str) -> ! {
    end(what, "", "it has ended, and nobody asked it to");
}

/// So many failures of a task within [`FAILURES_WITHIN`] end the process.
const FAILURES_MAX: usize = 3;
/// Older failures are forgotten.
const FAILURES_WITHIN: Duration = Duration::from_secs(60);

/// The failures of a task that carries a session.
#[derive(Debug)]
pub struct Failures {
    what: &'static str,
    session: String,
    met: VecDeque<Instant>,
}

impl Failures {
    /// None yet. `session` is the one that the task carries.
    pub fn of(what: &'static str, session: &str) -> Self {
        Self { what, session: session.to_owned(), met: VecDeque::new() }
    }

    /// The task has failed and is about to go on; one time too often, and the process ends.
    pub fn met(&mut self) {
        if self.is_one_too_many(Instant::now()) {
            end(self.what, &self.session, "it has failed again and again");
        }
        let (what, session) = (self.what, &self.session);
        tracing::error!(what, session, "a bug: what carries a session has failed and goes on from the log");
    }

    fn is_one_too_many(&mut self, now: Instant) -> bool {
        self.met.retain(|at| now.duration_since(*at) < FAILURES_WITHIN);
        self.met.push_back(now);
        self.met.len() >= FAILURES_MAX
    }
}

/// How long a task may go without a sign of life before it is taken for dead.
const SILENCE_MAX: Duration = Duration::from_secs(15);
/// How often a task gives a sign of life at least, if all is well.
pub const BEAT: Duration = Duration::from_secs(5);

/// Shows that a task lives: the task itself renews it. Clones show the same.
#[derive(Debug, Clone)]
pub struct Pulse {
    began: Instant,
    /// The last sign of life, in milliseconds since it began.
    beat_ms: Arc<AtomicU64>,
}

impl Default for Pulse {
    fn default() -> Self {
        Self { began: Instant::now(), beat_ms: Arc::default() }
    }
}

impl Pulse {
    /// The task lives.
    pub fn beat(&self) {
        self.beat_ms.store(self.now_ms(), Ordering::Relaxed);
    }

    /// Whether the task has lived lately.
    pub fn lives(&self) -> bool {
        let silent_ms = self.now_ms().saturating_sub(self.beat_ms.load(Ordering::Relaxed));
        Duration::from_millis(silent_ms) < SILENCE_MAX
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    /// Set in the process that is to end.
    const FAILS: &str = "PLENARY_TEST_FAILING";

    /// Runs a test again as a process that is to end; true if it was ended by a signal.
    fn ends(test: &str) -> bool {
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", &format!("alarm::tests::{test}")]).env(FAILS, "1");
        again.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code().is_none()
    }

    #[test]
    fn a_thread_that_fails_ends_the_process() {
        if std::env::var_os(FAILS).is_some() {
            let failed = std::thread::spawn(|| {
                let _alarm = Alarm("sound");
                panic!("as intended");
            });
            drop(failed.join());
            return;
        }
        assert!(ends("a_thread_that_fails_ends_the_process"));
    }

    #[test]
    fn a_thread_that_ends_in_order_ends_nothing_else() {
        std::thread::spawn(|| drop(Alarm("sound"))).join().unwrap();
    }

    #[test]
    fn a_task_that_fails_again_and_again_ends_the_process() {
        if std::env::var_os(FAILS).is_some() {
            let mut failures = Failures::of("a room", "opening");
            (0..FAILURES_MAX).for_each(|_| failures.met());
            return;
        }
        assert!(ends("a_task_that_fails_again_and_again_ends_the_process"));
    }

    #[test]
    fn failures_that_are_long_past_are_forgotten() {
        let (mut failures, began) = (Failures::of("a room", "opening"), Instant::now());
        let too_many = (0..100).any(|n| failures.is_one_too_many(began + FAILURES_WITHIN / 2 * (n + 1)));
        assert!(!too_many);
        assert!((0..3).any(|_| failures.is_one_too_many(began + FAILURES_WITHIN * 51)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_pulse_lives_for_a_while_after_each_beat() {
        let pulse = Pulse::default();
        assert!(pulse.lives());
        tokio::time::advance(SILENCE_MAX - Duration::from_millis(1)).await;
        assert!(pulse.lives());
        tokio::time::advance(Duration::from_millis(1)).await;
        assert!(!pulse.lives());
        pulse.clone().beat();
        assert!(pulse.lives());
    }
}
