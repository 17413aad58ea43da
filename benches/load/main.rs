//! `plenary-load`: measures a server of its own on this machine, with many clients in one session.
//!
//! It writes a conference into a temporary folder, starts the server as a process of its own on loopback, enters
//! and joins everybody, and tells what a join, a change, an idle connection and a restart cost. Beside it, in the same
//! run, it measures the machine's floor, so that figures of different machines and hours can be compared. Then
//! it does the same for sound: see [`sound`]. How long a long session takes to open it measures by itself: see [`opening`].
//! What a search costs: see [`search`]; how long a key takes in the outcome document: see [`drafting`].
//! What a conference asks of the server on its worst days it plays, and holds against goals: see [`scenario`].

mod append;
mod args;
mod builds;
mod capacity;
mod command;
mod conference;
mod cores;
mod crowd;
mod drafting;
mod entering;
mod export;
mod floor;
mod frames;
mod line;
mod measures;
mod opening;
mod part;
mod process;
mod ready;
mod report;
mod scenario;
mod search;
mod server;
mod sound;
mod speaking;
mod tally;
mod upgrade;

use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::Parser;
use tokio::task::LocalSet;

use args::Args;
use crowd::Crowd;
use floor::FloorArgs;
use measures::{Join, Measures, Return};
use part::Part;
use server::{Program, Server};
use tally::Tally;

/// Open files beside the two connections of each client: the log, the runtime, the processes' pipes.
const FILES_BESIDE: u64 = 256;
/// Longest a whole run may take beside its measured seconds.
const RUN_WITHIN: Duration = Duration::from_secs(600);
/// How long a join storm or a return may take.
const STORM_WITHIN: Duration = Duration::from_secs(60);

/// The clients' buffers are as many and of as many sizes as the server's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures a server of its own on this machine under load, and prints what it measured.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(flatten)]
    args: Args,
    /// What is measured by itself, and what it starts as processes of their own.
    #[command(subcommand)]
    part: Option<Part>,
}

fn main() -> ExitCode {
    let CommandLine { args, part } = CommandLine::parse();
    let done = part.map_or_else(|| run(&args), |part| part::run(&part));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plenary-load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and prints what it measured.
///
/// # Errors
/// If it could not measure. A slow server is no error.
fn run(args: &Args) -> anyhow::Result<()> {
    let files = rlimit::increase_nofile_limit(u64::MAX).context("the limit of open files cannot be read")?;
    let listeners = if args.no_sound { 0 } else { args.sound.max(args.sound_on_one_core) };
    let needed = u64::from(args.clients.max(listeners)) * 2 + FILES_BESIDE;
    if files < needed {
        bail!(
            "{needed} open files are needed and {files} allowed: raise it with `ulimit -n` or name fewer --clients, \
             --sound and --sound-on-one-core"
        );
    }
    let within = RUN_WITHIN + Duration::from_secs(u64::from(args.seconds)) * 16;
    let measures = here()?.block_on(async {
        LocalSet::new()
            .run_until(async {
                tokio::select! {
                    measured = tokio::time::timeout(within, measure_all(args)) => {
                        measured.with_context(|| format!("it was not done within {} s", within.as_secs()))?
                    }
                    _ = tokio::signal::ctrl_c() => bail!("stopped"),
                }
            })
            .await
    })?;
    print!("{}", report::table(args, &measures));
    println!("{}", report::json(args, &measures));
    Ok(())
}

/// Measures how long a long session takes to open.
///
/// # Errors
/// As [`run`].
fn opening(args: &opening::OpeningArgs) -> anyhow::Result<()> {
    here()?.block_on(opening::measure(args))
}

/// Measures how long the record takes to be written.
///
/// # Errors
/// As [`run`].
fn export(args: &export::ExportArgs) -> anyhow::Result<()> {
    here()?.block_on(export::measure(args))
}

/// Measures what a command costs.
///
/// # Errors
/// As [`run`].
fn command(args: &command::CommandArgs) -> anyhow::Result<()> {
    here()?.block_on(LocalSet::new().run_until(command::measure(args)))
}

/// Measures what machines are planned with.
///
/// # Errors
/// As [`run`].
fn capacity(args: &capacity::CapacityArgs) -> anyhow::Result<()> {
    here()?.block_on(LocalSet::new().run_until(capacity::run(args)))
}

/// Plays scenarios.
///
/// # Errors
/// As [`run`].
fn scenario(args: &scenario::ScenarioArgs) -> anyhow::Result<()> {
    here()?.block_on(LocalSet::new().run_until(scenario::run(args)))
}

/// Keeps a server busy for long.
///
/// # Errors
/// As [`run`].
fn soak(args: &scenario::soak::SoakArgs) -> anyhow::Result<()> {
    here()?.block_on(LocalSet::new().run_until(scenario::soak::run(args)))
}

/// All clients share one thread, so that the server has as much of the machine as can be.
fn here() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the runtime cannot be started")
}

async fn measure_all(args: &Args) -> anyhow::Result<Measures> {
    let program = Program::named(args.server.as_deref())?;
    let measures = measure(&program, args).await?;
    let sound = if args.no_sound { None } else { Some(sound::measure(&program, args).await?) };
    Ok(Measures { sound, ..measures })
}

async fn measure(program: &Program, args: &Args) -> anyhow::Result<Measures> {
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let file = folder.path().join("conference.toml");
    std::fs::write(&file, conference::text(args.clients)).context("the conference cannot be written")?;
    let data = folder.path().join("data");
    let secrets = entering::issue(program, &file, &data, &[])?;
    let mut server = Server::start(program, &file, &data, None).await?;
    let started = Instant::now();
    let accounts = entering::enter(server.address(), secrets).await?;
    let enter_s = started.elapsed().as_secs_f64();
    note("everybody has entered; joining");

    let idle = process::Usage::of(server.pid())?;
    let tally = Rc::new(Tally::new());
    let mut crowd = Crowd::new(accounts, tally.clone());
    let joined = crowd.storm(server.address(), STORM_WITHIN).await?;
    server.settle().await?;
    let full = process::Usage::of(server.pid())?;
    let join = Join {
        enter_s,
        seconds: joined.as_secs_f64(),
        cpu_us: full.cpu_us - idle.cpu_us,
        bytes_per_client: full.rss_bytes.saturating_sub(idle.rss_bytes) / u64::from(args.clients),
    };
    note("all have joined; changes one by one");
    let single = speaking::measure(args, 1, &crowd, &server).await?;
    note("the machine's floor");
    let bare = FloorArgs { clients: args.clients, rate: args.rate, seconds: args.seconds };
    let floor = floor::measure(&bare, &tally.frame()).await?;
    note("changes in bursts");
    let burst = speaking::measure(args, args.burst, &crowd, &server).await?;

    note("the server is killed and started again");
    crowd.disperse();
    server.kill();
    drop(server);
    let server = Server::start(program, &file, &data, None).await?;
    let back = crowd.storm(server.address(), STORM_WITHIN).await?;
    let resumed = tally.resumed();
    let back = Return { seconds: back.as_secs_f64(), start_s: server.started_in().as_secs_f64(), resumed };
    Ok(Measures { join, single, burst, floor, back, sound: None })
}

/// Tells whoever waits how far it is.
fn note(text: &str) {
    eprintln!("load: {text}");
}
