//! How long the record of a conference takes to be written, and how much memory: two days of eight sessions are put into a data
//! folder, then `plenary export` is run on it, in all formats and languages.

mod held;

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::value_parser;
use serde_json::json;

use super::builds::{BuildsArgs, median, spread};
use super::server::Program;

/// How often the memory of the program is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// Measures how long the record takes to be written.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct ExportArgs {
    /// Turns of the conference.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = value_parser!(u32).range(8..=20_000))]
    turns: u32,
    /// Paragraphs of the proceedings of all sessions, turns among them.
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = value_parser!(u32).range(100..=100_000))]
    paragraphs: u32,
    #[command(flatten)]
    builds: BuildsArgs,
}

/// One run of the command.
struct Run {
    wall_ms: f64,
    /// The most memory that it held.
    peak_bytes: f64,
    /// What it wrote.
    bytes: f64,
}

/// Measures and prints what it measured.
///
/// # Errors
/// If it could not measure.
pub async fn measure(args: &ExportArgs) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let (file, data) = (folder.path().join("conference.toml"), folder.path().join("data"));
    std::fs::write(&file, held::CONFERENCE).context("the conference cannot be written")?;
    let held = held::write(&file, &data, args.turns, args.paragraphs).await?;
    eprintln!("load: {} sessions, {} turns, {} paragraphs", held.sessions, held.turns, held.paragraphs);
    for (name, program) in args.builds.builds()? {
        let mut runs = Vec::new();
        for time in 1..=args.builds.times {
            let out = folder.path().join(format!("record-{time}.tar"));
            runs.push(run(&program, &file, &data, &out).await?);
            std::fs::remove_file(&out).context("the record cannot be removed")?;
        }
        let [least, middle, most] = spread(runs.iter().map(|run| run.wall_ms));
        let peak = median(runs.iter().map(|run| run.peak_bytes));
        let bytes = median(runs.iter().map(|run| run.bytes));
        println!(
            "{name:15} {middle:6.0} ms by the clock ({least:.0} to {most:.0}), {:.0} MB at most in memory, {:.1} MB written",
            peak / 1e6,
            bytes / 1e6
        );
        let line = json!({"build": name, "turns": held.turns, "paragraphs": held.paragraphs, "wall_ms": middle,
                          "peak_bytes": peak, "bytes": bytes});
        println!("{line}");
    }
    Ok(())
}

async fn run(program: &Program, file: &Path, data: &Path, out: &Path) -> anyhow::Result<Run> {
    let mut command = program.command(&["export", "--chat"], file, data);
    command.arg("--out").arg(out).stdout(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().context("the command cannot be started")?;
    let status = format!("/proc/{}/status", child.id());
    let mut look = tokio::time::interval(LOOK_EVERY);
    let mut peak_bytes = 0.0_f64;
    let done = loop {
        if let Some(done) = child.try_wait().context("the command is not to be waited for")? {
            break done;
        }
        let held = std::fs::read_to_string(&status).ok().and_then(|status| peak(&status));
        peak_bytes = peak_bytes.max(held.unwrap_or(0.0));
        look.tick().await;
    };
    let wall_ms = began.elapsed().as_secs_f64() * 1e3;
    if !done.success() {
        bail!("the command failed: {done}");
    }
    let bytes = std::fs::metadata(out).context("the record was not written")?.len();
    Ok(Run { wall_ms, peak_bytes, bytes: bytes as f64 })
}

/// The most memory that a process has held, in bytes; none once it has ended.
fn peak(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok()? * 1_024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_memory_is_read_in_bytes() {
        assert_eq!(peak("Name:\tx\nVmHWM:\t   12 kB\n"), Some(12.0 * 1_024.0));
        assert_eq!(peak("Name:\tx\n"), None);
    }
}
