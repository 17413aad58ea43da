//! Parts of a run that are processes of their own, so that what they use is not counted with others.

use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::Context as _;
use tokio::sync::oneshot;

use super::append::{self, AppendArgs};
use super::capacity::CapacityArgs;
use super::command::CommandArgs;
use super::drafting::{self, DraftArgs};
use super::export::ExportArgs;
use super::floor::{self, FloorArgs};
use super::opening::OpeningArgs;
use super::ready::{self, ReadyArgs};
use super::scenario::ScenarioArgs;
use super::scenario::networks::{self, NetworkArgs};
use super::scenario::soak::SoakArgs;
use super::search::{self, SearchArgs};
use super::sound::{self, DatagramsArgs};

/// One part; the hidden ones the program starts itself.
#[derive(Debug, Clone, PartialEq, Eq, clap::Subcommand)]
pub enum Part {
    /// Measures what an append costs on SQLite and on three servers of NATS.
    Append {
        #[command(flatten)]
        args: AppendArgs,
    },
    /// Measures what the plan of a conference's machines is made with: see docs/capacity.md.
    Capacity {
        #[command(flatten)]
        args: CapacityArgs,
    },
    /// Measures what a command costs the server where one client is connected.
    Command {
        #[command(flatten)]
        args: CommandArgs,
    },
    /// Measures how long a key takes in the outcome document from one editor's page to the others.
    Draft {
        #[command(flatten)]
        args: DraftArgs,
    },
    /// Measures how long the record of a conference takes to be written, and how much memory.
    Export {
        #[command(flatten)]
        args: ExportArgs,
    },
    /// Measures how long a long session takes to open.
    Opening {
        #[command(flatten)]
        args: OpeningArgs,
    },
    /// A bare loop that writes to TCP sockets.
    #[command(hide = true)]
    Writes {
        #[command(flatten)]
        args: FloorArgs,
    },
    /// A bare loop that encrypts for and sends to UDP sockets.
    #[command(hide = true)]
    Datagrams {
        #[command(flatten)]
        args: DatagramsArgs,
    },
    /// Everybody of a session with sound.
    #[command(hide = true)]
    Listeners,
    /// Plays what a conference asks of the server on its worst days, and holds it against goals.
    Scenario {
        #[command(flatten)]
        args: ScenarioArgs,
    },
    /// Measures how long a search takes among many passages.
    Search {
        #[command(flatten)]
        args: SearchArgs,
    },
    /// Keeps a server busy for long, and looks whether it holds on to anything.
    Soak {
        #[command(flatten)]
        args: SoakArgs,
    },
    /// People in a network of their own, which is bad.
    #[command(hide = true)]
    Network {
        #[command(flatten)]
        args: NetworkArgs,
    },
    /// Measures how long a server takes until it is ready on a large data folder, and another build beside it.
    Ready {
        #[command(flatten)]
        args: ReadyArgs,
    },
}

/// Runs a part.
///
/// # Errors
/// If it could not do what it is for.
pub fn run(part: &Part) -> anyhow::Result<()> {
    rlimit::increase_nofile_limit(u64::MAX).context("the limit of open files cannot be read")?;
    match part {
        Part::Append { args } => append::run(args),
        Part::Capacity { args } => super::capacity(args),
        Part::Command { args } => super::command(args),
        Part::Draft { args } => drafting::run(args),
        Part::Export { args } => super::export(args),
        Part::Opening { args } => super::opening(args),
        Part::Writes { args } => floor::serve(args),
        Part::Datagrams { args } => sound::send_datagrams(args),
        Part::Listeners => sound::listen(),
        Part::Scenario { args } => super::scenario(args),
        Part::Network { args } => networks::serve(args),
        Part::Search { args } => search::run(args),
        Part::Soak { args } => super::soak(args),
        Part::Ready { args } => ready::run(args),
    }
    .context("a part of the load failed")
}

/// A part that runs. It is killed when this is dropped.
pub struct Running {
    lines: Option<Lines<BufReader<ChildStdout>>>,
    _process: Killed,
}

struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        // One that has ended already is as good as killed.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Running {
    /// Starts a part and tells it what it needs to know.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn start(args: &[&str], input: &[u8]) -> anyhow::Result<Self> {
        let program = std::env::current_exe().context("this program cannot be found")?;
        let mut child = Command::new(program)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("a part of the load cannot be started")?;
        let (told, heard) = (child.stdin.take(), child.stdout.take());
        // From here on a failure ends the part too.
        let process = Killed(child);
        let mut told = told.context("a part of the load cannot be told")?;
        told.write_all(input).context("a part of the load cannot be told")?;
        let lines = heard.map(|heard| BufReader::new(heard).lines());
        Ok(Self { lines, _process: process })
    }

    /// The next line that it prints, which is on its way.
    ///
    /// # Errors
    /// If it has ended.
    pub fn line(&mut self) -> anyhow::Result<String> {
        let line = self.lines.as_mut().and_then(Iterator::next);
        line.context("a part of the load ended early")?.context("a part of the load cannot be heard")
    }

    /// The next line that it prints, when it does.
    ///
    /// # Errors
    /// If it ends first, or takes too long.
    pub async fn result(&mut self, within: Duration) -> anyhow::Result<String> {
        let mut lines = self.lines.take().context("a part of the load has told its result")?;
        let (told, hear) = oneshot::channel();
        std::thread::spawn(move || {
            // The run may have given up.
            drop(told.send(lines.next()));
        });
        let waited = tokio::time::timeout(within, hear).await;
        let line =
            waited.with_context(|| format!("a part of the load took more than {} s", within.as_secs()))?;
        line.ok()
            .flatten()
            .context("a part of the load ended early")?
            .context("a part of the load cannot be heard")
    }
}
