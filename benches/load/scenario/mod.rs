//! Scenarios: what a conference asks of the server on its worst days, held against goals.
//!
//! Each plays with a server of its own ([`scene`]) and clients that do what a browser does ([`client`]): they keep a view,
//! come back by themselves with what they hold, and ask again under the same key. At the end of each it is not only told how
//! fast it went: every view is held against a fresh one, and the log is read ([`finding`]).

mod acts;
mod bad_line;
mod client;
mod debate;
mod finding;
mod house;
mod journal;
mod latencies;
pub mod nats;
pub mod networks;
mod opening;
pub mod outcome;
mod pages;
mod people;

mod plot;
pub mod report;
mod scene;
mod slow;
pub mod soak;
mod storm;
mod view;
mod world;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::value_parser;

use super::entering::Account;
use super::note;
use super::server::Program;
use outcome::Outcome;

/// How long all may take to join at once before it is given up.
const JOINED_WITHIN: Duration = Duration::from_secs(60);
/// How long a scenario may take beside its seconds: the joining, the coming back, the comparing.
const WITHIN: Duration = Duration::from_secs(400);
/// Open files that a client needs here at most: its connection, and beside it that of a fresh view.
const FILES_EACH: u64 = 3;

/// Plays scenarios and holds them against their goals.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct ScenarioArgs {
    /// Which one, or all of them.
    #[arg(value_enum, default_value_t = Name::All)]
    name: Name,
    /// People of the conference.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = value_parser!(u32).range(80..=9_000))]
    people: u32,
    /// How long people act, in each part of a scenario; and in the opening, how long they take to come.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = value_parser!(u64).range(5..=3_600))]
    seconds: u64,
    /// Writes a plot of it, as SVG.
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// The server's program [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    server: Option<PathBuf>,
    /// A server of NATS, as scripts/nats-server.sh installs one, for the scenario of several nodes.
    #[arg(long, value_name = "FILE", env = "NATS_SERVER")]
    nats_server: Option<PathBuf>,
}

/// Scenarios by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Name {
    /// Each of them, in this order.
    All,
    /// All come within a minute, by their links, and take up the sound.
    Opening,
    /// A plenary at a lively pace, and at ten times of it.
    Plenary,
    /// The server is killed under everybody and started again.
    Storm,
    /// One of three nodes is killed; its people find the others.
    Cluster,
    /// Some read hardly or not at all.
    Slow,
    /// Networks that lose, delay, or close UDP.
    Networks,
}

/// How large a scenario is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    people: u32,
    seconds: u64,
}

/// Plays what is asked for, and prints what it found.
///
/// # Errors
/// If it could not be measured. A goal that was missed is no error.
pub async fn run(args: &ScenarioArgs) -> anyhow::Result<()> {
    let files = rlimit::increase_nofile_limit(u64::MAX).context("the limit of open files cannot be read")?;
    let needed = u64::from(args.people) * FILES_EACH + super::FILES_BESIDE;
    if files < needed {
        bail!(
            "{needed} open files are needed and {files} allowed: raise it with `ulimit -n` or name fewer --people"
        );
    }
    let program = Program::named(args.server.as_deref())?;
    let size = Size { people: args.people, seconds: args.seconds };
    let within = WITHIN + Duration::from_secs(args.seconds) * 4;
    let each = [Name::Opening, Name::Plenary, Name::Storm, Name::Cluster, Name::Slow, Name::Networks];
    let names = each.into_iter().filter(|name| [*name, Name::All].contains(&args.name));
    let mut outcomes = Vec::new();
    for name in names {
        note(&format!("scenario: {name:?}"));
        let played =
            tokio::time::timeout(within, play(name, &program, size, args.nats_server.as_deref())).await;
        let outcome = played.with_context(|| format!("it was not done within {} s", within.as_secs()))?;
        let mut outcome = outcome.with_context(|| format!("{name:?} could not be measured"))?;
        outcome.load = outcome::load();
        outcomes.push(outcome);
    }
    if let Some(file) = &args.plot {
        let drawn = plot::svg(&outcomes);
        std::fs::write(file, drawn).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    print!("{}", report::table(&outcomes));
    println!("{}", report::json(&outcomes));
    Ok(())
}

async fn play(name: Name, program: &Program, size: Size, nats: Option<&Path>) -> anyhow::Result<Outcome> {
    match name {
        Name::Opening => opening::play(program, size).await,
        Name::Plenary => debate::play(program, size).await,
        Name::Storm => storm::of_a_server(program, size).await,
        Name::Cluster => storm::of_a_node(program, size, nats).await,
        Name::Slow => slow::play(program, size).await,
        Name::Networks => networks::play(program, size).await,
        Name::All => bail!("all are several"),
    }
}

/// Accounts with the numbers of their people.
fn numbered(accounts: Vec<Account>) -> Vec<(u32, Account)> {
    (0..).zip(accounts).collect()
}
