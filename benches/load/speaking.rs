//! Changes are sent, one by one or in bursts, and their deliveries counted.

use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::time::{Instant, MissedTickBehavior};

use super::args::Args;
use super::crowd::Crowd;
use super::measures::Changes;
use super::process::Usage;
use super::server::Server;

/// Messages a second that one client sends at most: half of what the server lets pass.
const PER_WRITER: u32 = 5;
/// How long the last change may take to reach the last client.
const ARRIVED_WITHIN: Duration = Duration::from_secs(30);
/// Changes before the measured ones.
const WARM_UP: u32 = 5;

/// Has changes sent in bursts of `burst`, as many a second as asked for.
///
/// # Errors
/// If not all were delivered.
pub async fn measure(args: &Args, burst: u32, crowd: &Crowd, server: &Server) -> anyhow::Result<Changes> {
    // No more write than there are.
    let writers = (args.rate / PER_WRITER).max(burst).clamp(1, args.clients);
    let mut writing = Writing { crowd, next: 0, writers: writers as usize };
    for _ in 0..WARM_UP {
        crowd.tally().begin_deliveries();
        writing.send(1)?;
        arrived(crowd, 1).await?;
    }
    server.settle().await?;
    crowd.tally().begin_deliveries();
    let before = Usage::of(server.pid())?;
    let began = Instant::now();
    let bursts = (args.rate * args.seconds).div_ceil(burst);
    let mut ticks = tokio::time::interval(Duration::from_secs(1) * burst / args.rate);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for _ in 0..bursts {
        ticks.tick().await;
        writing.send(burst)?;
    }
    arrived(crowd, bursts * burst).await?;
    let seconds = began.elapsed().as_secs_f64();
    let after = Usage::of(server.pid())?;
    if crowd.tally().lost_count() > 0 {
        bail!("the server ended {} connections", crowd.tally().lost_count());
    }
    let latencies_us = crowd.tally().latencies_us();
    let at = |share: f64| {
        let place = (latencies_us.len() as f64 * share) as usize;
        let found = latencies_us.get(place.min(latencies_us.len().saturating_sub(1)));
        found.map_or(0.0, |us| f64::from(*us) / 1_000.0)
    };
    Ok(Changes {
        burst,
        changes: bursts * burst,
        seconds,
        deliveries: crowd.tally().delivered(),
        frames: crowd.tally().frames(),
        cpu_us: after.cpu_us - before.cpu_us,
        p50_ms: at(0.5),
        p99_ms: at(0.99),
        max_ms: at(1.0),
    })
}

struct Writing<'a> {
    crowd: &'a Crowd,
    next: usize,
    writers: usize,
}

impl Writing<'_> {
    /// Sends so many messages at once, by one writer after the other.
    fn send(&mut self, messages: u32) -> anyhow::Result<()> {
        for _ in 0..messages {
            let sent_us = self.crowd.tally().now_us();
            self.crowd.send(self.next % self.writers, &message(sent_us, self.next))?;
            self.next += 1;
        }
        Ok(())
    }
}

/// The command that writes a message which bears its sending time, by a number that differs from that of the next.
pub fn message(sent_us: u64, number: usize) -> String {
    // Times differ, and so do keys.
    let key = format!("00000000-0000-4000-8000-{:012x}", sent_us * 1_000 + number as u64 % 1_000);
    format!(
        "{{\"type\":\"command\",\"key\":\"{key}\",\"command\":{{\"type\":\"send_message\",\"room\":\"main\",\"text\":\
         \"load:{sent_us} The delegation thanks the Chair.\",\"language\":\"en\"}}}}"
    )
}

async fn arrived(crowd: &Crowd, changes: u32) -> anyhow::Result<()> {
    let expected = u64::from(changes) * u64::from(crowd.size());
    let arriving = crowd.tally().until_delivered(expected);
    tokio::time::timeout(ARRIVED_WITHIN, arriving).await.with_context(|| {
        format!(
            "of {expected} deliveries {} arrived within {} s",
            crowd.tally().delivered(),
            ARRIVED_WITHIN.as_secs()
        )
    })
}
