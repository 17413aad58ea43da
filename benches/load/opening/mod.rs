//! How long the server takes to open a long session: a busy one is written, then its start is measured until it is ready.
//!
//! With `--before` two builds open the same session in turns, so that what else the machine does meets both alike.

mod busy;

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use clap::value_parser;
use plenary::conference::ConferencePlan;
use plenary::config::report;
use plenary::log::{Log as _, Sqlite, Stream};
use serde_json::json;

use super::builds::{BuildsArgs, median};
use super::conference::{self, SESSION};
use super::process::Usage;
use super::server::{Program, Server};

/// People of the session.
const PEOPLE: u32 = 500;

/// Measures how long a long session takes to open.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct OpeningArgs {
    /// Events of the session.
    #[arg(long, value_name = "N", default_value_t = 200_000, value_parser = value_parser!(u32).range(100..=2_000_000))]
    events: u32,
    // An earlier one must open the data folders of this one.
    #[command(flatten)]
    builds: BuildsArgs,
}

/// One start of a server.
struct Start {
    cpu_ms: f64,
    wall_ms: f64,
    rss_bytes: u64,
}

/// What the starts of one build came to.
struct Starts {
    name: &'static str,
    /// On a session in which nothing has happened.
    empty: Vec<Start>,
    /// On the long one.
    full: Vec<Start>,
}

impl Starts {
    fn cpu_ms(&self) -> f64 {
        median(self.full.iter().map(|start| start.cpu_ms))
    }
}

/// Measures and prints what it measured.
///
/// # Errors
/// If it could not measure.
pub async fn measure(args: &OpeningArgs) -> anyhow::Result<()> {
    let builds = args.builds.builds()?;
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let file = folder.path().join("conference.toml");
    let text = conference::text(PEOPLE).replacen("kind = \"plenary\"", "kind = \"plenary\"\npolls = true", 1);
    std::fs::write(&file, text).context("the conference cannot be written")?;
    let (empty, full) = (folder.path().join("empty"), folder.path().join("full"));
    write(&file, &full, args.events).await?;

    let begun = |(name, program)| (program, Starts { name, empty: Vec::new(), full: Vec::new() });
    let mut builds: Vec<(Program, Starts)> = builds.into_iter().map(begun).collect();
    for time in 1..=args.builds.times {
        eprintln!("load: start {time} of {}", args.builds.times);
        for (program, starts) in &mut builds {
            starts.empty.push(start(program, &file, &empty).await?);
            starts.full.push(start(program, &file, &full).await?);
        }
    }
    let starts: Vec<Starts> = builds.into_iter().map(|(_, starts)| starts).collect();
    print!("{}", table(args, &starts));
    println!("{}", line(args, &starts));
    Ok(())
}

/// Writes a busy session of so many events into a data folder.
async fn write(conference: &Path, data: &Path, events: u32) -> anyhow::Result<()> {
    let plan = ConferencePlan::read(conference).map_err(|faults| anyhow::anyhow!("{}", report(&faults)))?;
    let charter = plan.charter(&SESSION.parse()?).context("the conference has no session")?;
    let log = Sqlite::open(data)?;
    let stream = Stream::new(&format!("session/{SESSION}"))?;
    let kinds = busy::write(&log, &stream, charter, events as usize).await?;
    log.close().await;
    let told: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    eprintln!("load: a session of {}", told.join(", "));
    Ok(())
}

/// Starts a server, notes what that took, and ends it.
async fn start(program: &Program, conference: &Path, data: &Path) -> anyhow::Result<Start> {
    let mut server = Server::start(program, conference, data, None).await?;
    let used = Usage::of(server.pid())?;
    let wall_ms = millis(server.started_in());
    server.kill();
    Ok(Start { cpu_ms: used.cpu_us / 1e3, wall_ms, rss_bytes: used.rss_bytes })
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn table(args: &OpeningArgs, builds: &[Starts]) -> String {
    let mut text = format!("a session of {} events opens, median of {}\n", args.events, args.builds.times);
    for build in builds {
        let cpu_ms = build.cpu_ms();
        text += &format!(
            "{:15} {:6.0} ms of CPU, {:.0} events a second of it; {:.0} ms by the clock; {:.0} MiB; without events {:.0} \
             ms of CPU\n",
            build.name,
            cpu_ms,
            f64::from(args.events) / (cpu_ms / 1e3).max(1e-9),
            median(build.full.iter().map(|start| start.wall_ms)),
            median(build.full.iter().map(|start| start.rss_bytes as f64)) / 1_048_576.0,
            median(build.empty.iter().map(|start| start.cpu_ms)),
        );
    }
    if let [now, before] = builds {
        text += &format!("{:.2} times as fast as before, by CPU\n", before.cpu_ms() / now.cpu_ms().max(1e-9));
    }
    text
}

/// One JSON object, to be kept for comparison.
fn line(args: &OpeningArgs, builds: &[Starts]) -> String {
    let told = |starts: &[Start]| {
        json!({
            "cpu_ms": starts.iter().map(|start| start.cpu_ms).collect::<Vec<_>>(),
            "wall_ms": starts.iter().map(|start| start.wall_ms).collect::<Vec<_>>(),
            "rss_bytes": starts.iter().map(|start| start.rss_bytes).collect::<Vec<_>>(),
        })
    };
    let builds = builds.iter().map(|build| {
        json!({"build": build.name, "cpu_ms": build.cpu_ms(), "empty": told(&build.empty), "full": told(&build.full)})
    });
    json!({"events": args.events, "builds": builds.collect::<Vec<_>>()}).to_string()
}
