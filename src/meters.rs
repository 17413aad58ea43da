//! What this process counts of itself, for whoever watches it: atomic counters and histograms, each with a name, and no
//! word of what was said or by whom.
//!
//! There is one set for the process, as it is the process that is watched; whoever counts asks [`meters`] for it. Labels come
//! from the tables of the protocol (types of commands, codes of refusals), never from what somebody wrote, so there is a
//! bounded number of them.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::prometheus_text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Metric, Registry};

/// One label and its value.
type One = [(&'static str, &'static str); 1];
/// Two of them.
type Two = [(&'static str, &'static str); 2];

/// Bounds of the buckets of times, in seconds: from a commit on a fast disk to what nobody waits for.
const SECONDS: [f64; 14] =
    [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Answers to commands that are the server's fault, not a rule's.
const FAILED: [&str; 2] = ["not_stored", "busy"];

/// All that is counted where it happens. What can be looked up at any time is not counted, but looked up when asked for.
#[derive(Debug)]
pub struct Meters {
    registry: Registry,
    commands: Family<Two, Counter>,
    failed: Family<One, Counter>,
    answered: Histogram,
    refused: Family<One, Counter>,
    appended: Family<One, Histogram>,
    sockets: Family<One, Gauge>,
    sent_away: Family<One, Counter>,
    resynchronised: Counter,
    queued_frames: Gauge,
    queued_bytes: Gauge,
    uploads: Gauge,
    transcribed: Family<One, Counter>,
    nats_lost: Family<One, Gauge>,
    nats_connects: Family<One, Counter>,
    clock_behind: Gauge<f64, AtomicU64>,
}

/// Those of this process.
pub fn meters() -> &'static Meters {
    static METERS: LazyLock<Meters> = LazyLock::new(Meters::new);
    &METERS
}

/// Gives each its name.
struct Named<'a>(&'a mut Registry);

impl Named<'_> {
    fn named<M: Metric + Clone>(&mut self, name: &str, help: &str, metric: M) -> M {
        self.0.register(name, help, metric.clone());
        metric
    }
}

impl Meters {
    fn new() -> Self {
        let mut registry = Registry::default();
        let mut of = Named(&mut registry);
        let commands =
            "Commands of participants, by type and by answer: done, not_stored, busy, or a refusal's code";
        let failed = "Commands that the server could not carry out, by answer; the same may be given again";
        let appended = "Time from an append's being handed to the log until it is on the disk, by outcome";
        let too_slow = "Times that a client was too slow, and what waited for it was dropped";
        let times: fn() -> Histogram = || Histogram::new(SECONDS);
        let meters = Self {
            commands: of.named("plenary_commands", commands, Family::default()),
            failed: of.named("plenary_commands_failed", failed, Family::default()),
            answered: of.named(
                "plenary_command_seconds",
                "Time from a command's being read to its answer",
                times(),
            ),
            refused: of.named(
                "plenary_messages_refused",
                "Messages refused by the protocol, whatever they were, by code",
                Family::default(),
            ),
            appended: of.named("plenary_log_append_seconds", appended, Family::new_with_constructor(times)),
            sockets: of.named(
                "plenary_sockets",
                "WebSockets that stand, by what they are for",
                Family::default(),
            ),
            sent_away: of.named(
                "plenary_clients_sent_away",
                "Connections that the server ended, by the reason that it gave",
                Family::default(),
            ),
            resynchronised: of.named("plenary_clients_too_slow", too_slow, Counter::default()),
            queued_frames: of.named(
                "plenary_queued_frames",
                "Frames that wait for clients whose sockets are full",
                Gauge::default(),
            ),
            queued_bytes: of.named("plenary_queued_bytes", "Bytes of these frames", Gauge::default()),
            uploads: of.named(
                "plenary_uploads",
                "Pre-recorded statements that are being handed in",
                Gauge::default(),
            ),
            transcribed: of.named(
                "plenary_captions_pieces",
                "Pieces of sound for the captions service, by outcome: written, failed, or left out as it was too slow",
                Family::default(),
            ),
            nats_lost: of.named(
                "plenary_nats_lost",
                "Connections to NATS that are lost, by what they carry; 0 where there is no NATS",
                Family::default(),
            ),
            nats_connects: of.named(
                "plenary_nats_connects",
                "Times that a connection to NATS was made, the first too, by what it carries",
                Family::default(),
            ),
            clock_behind: of.named(
                "plenary_clock_behind_seconds",
                "By how much this node's clock was behind that of another when it last took in what that had stored; 0 where it was not",
                Gauge::default(),
            ),
            registry,
        };
        meters.begin_at_zero();
        meters
    }

    /// Has what is known to come stand there from the beginning: of what appears with its first time nobody sees that it grew.
    fn begin_at_zero(&self) {
        for answer in FAILED {
            drop(self.failed.get_or_create(&[("answer", answer)]));
        }
        for outcome in ["stored", "raced", "failed"] {
            drop(self.appended.get_or_create(&[("outcome", outcome)]));
        }
        for outcome in ["written", "failed", "left_out"] {
            drop(self.transcribed.get_or_create(&[("outcome", outcome)]));
        }
        for carries in ["log", "sound"] {
            drop(self.nats_lost.get_or_create(&[("carries", carries)]));
            drop(self.nats_connects.get_or_create(&[("carries", carries)]));
        }
        for purpose in ["session", "lobby", "sound"] {
            drop(self.sockets.get_or_create(&[("for", purpose)]));
        }
    }

    /// Names the codes of the protocol's refusals, and the reasons for which connections are ended, so that they too are told
    /// before any was met.
    pub fn expect(&self, refusals: &'static [&'static str], reasons: &'static [&'static str]) {
        for code in refusals {
            drop(self.refused.get_or_create(&[("code", code)]));
        }
        for why in reasons {
            drop(self.sent_away.get_or_create(&[("why", why)]));
        }
    }

    /// A command was answered. `kind` is its type on the wire, `answer` what became of it.
    pub fn command(&self, kind: &'static str, answer: &'static str, took: Duration) {
        self.commands.get_or_create(&[("type", kind), ("answer", answer)]).inc();
        if FAILED.contains(&answer) {
            self.failed.get_or_create(&[("answer", answer)]).inc();
        }
        self.answered.observe(took.as_secs_f64());
    }

    /// The protocol has refused a message.
    pub fn refused(&self, code: &'static str) {
        self.refused.get_or_create(&[("code", code)]).inc();
    }

    /// The log has answered an append: `stored`, `raced` or `failed`.
    pub fn appended(&self, outcome: &'static str, took: Duration) {
        self.appended.get_or_create(&[("outcome", outcome)]).observe(took.as_secs_f64());
    }

    /// A piece of sound was meant for the captions service: `written`, `failed` or `left_out`.
    pub fn transcribed(&self, outcome: &'static str) {
        self.transcribed.get_or_create(&[("outcome", outcome)]).inc();
    }

    /// A WebSocket stands, for as long as what is given back is kept.
    pub fn socket(&self, purpose: &'static str) -> Counted {
        Counted::one(self.sockets.get_or_create_owned(&[("for", purpose)]))
    }

    /// A statement is being handed in, for as long as what is given back is kept.
    pub fn upload(&self) -> Counted {
        Counted::one(self.uploads.clone())
    }

    /// The server has ended a connection.
    pub fn sent_away(&self, why: &'static str) {
        self.sent_away.get_or_create(&[("why", why)]).inc();
    }

    /// A client was too slow, and what waited for it was dropped.
    pub fn too_slow(&self) {
        self.resynchronised.inc();
    }

    /// A connection to NATS stands, or is lost. `carries`: `log` or `sound`.
    pub fn nats(&self, carries: &'static str, connected: bool) {
        self.nats_lost.get_or_create(&[("carries", carries)]).set(i64::from(!connected));
        if connected {
            self.nats_connects.get_or_create(&[("carries", carries)]).inc();
        }
    }

    /// So many more frames and bytes wait for clients, or fewer.
    pub fn queued(&self, frames: i64, bytes: i64) {
        self.queued_frames.inc_by(frames);
        self.queued_bytes.inc_by(bytes);
    }

    /// Something that another node has stored was taken in, and the clock here was so many milliseconds behind; 0 where it was
    /// not.
    pub fn clock_behind(&self, behind_ms: i64) {
        let behind = Duration::from_millis(u64::try_from(behind_ms).unwrap_or(0));
        self.clock_behind.set(behind.as_secs_f64());
    }

    /// Writes all in the text format of Prometheus.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, into: &mut String) -> fmt::Result {
        encode(into, &self.registry)
    }
}

/// Something that is counted for as long as this is kept.
#[derive(Debug)]
pub struct Counted(Gauge);

impl Counted {
    fn one(gauge: Gauge) -> Self {
        gauge.inc();
        Self(gauge)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_written_and_what_is_over_counts_no_more() {
        let meters = Meters::new();
        meters.command("chat", "done", Duration::from_millis(3));
        let written = |meters: &Meters| {
            let mut text = String::new();
            meters.write(&mut text).unwrap();
            text
        };
        let socket = meters.socket("lobby");
        let text = written(&meters);
        for line in [
            "plenary_commands_total{type=\"chat\",answer=\"done\"} 1\n",
            "plenary_command_seconds_bucket{le=\"0.0025\"} 0\n",
            "plenary_command_seconds_bucket{le=\"0.005\"} 1\n",
            "plenary_command_seconds_count 1\n",
            "plenary_sockets{for=\"lobby\"} 1\n",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        meters.command("chat", "not_stored", Duration::ZERO);
        assert!(written(&meters).contains("plenary_commands_failed_total{answer=\"not_stored\"} 1\n"));
        assert!(text.contains("plenary_commands_failed_total{answer=\"not_stored\"} 0\n"), "{text}");
        for (behind_ms, told) in [(1_500, "1.5"), (-20, "0.0")] {
            meters.clock_behind(behind_ms);
            let line = format!("plenary_clock_behind_seconds {told}\n");
            assert!(written(&meters).contains(&line), "{line}");
        }
        drop(socket);
        assert!(written(&meters).contains("plenary_sockets{for=\"lobby\"} 0\n"));
    }
}
