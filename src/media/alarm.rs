//! What happens when a thread of sound fails.

use std::process::abort;
use std::thread::panicking;

/// Held by a thread of sound for as long as it works. Where the thread fails outside a single peer, nobody would hear
/// anything any more and nothing would tell so. Then the process ends: whoever runs it starts it again, nothing that
/// was acknowledged is lost, and clients return by themselves.
pub struct Alarm(pub &'static str);

impl Drop for Alarm {
    fn drop(&mut self) {
        if panicking() {
            tracing::error!(
                thread = self.0,
                "a thread of sound has failed: the server ends, to be started again"
            );
            abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    /// Set in the process that is to end.
    const FAILS: &str = "PLENARY_TEST_FAILING_THREAD";

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
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "media::alarm::tests::a_thread_that_fails_ends_the_process"]);
        let ended =
            |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        assert_eq!(ended(again.env(FAILS, "1")).code(), None, "ended by a signal");
    }

    #[test]
    fn a_thread_that_ends_in_order_ends_nothing_else() {
        std::thread::spawn(|| drop(Alarm("sound"))).join().unwrap();
    }
}
