//! The command line of Plenary.

mod load;
mod start;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::EnvFilter;

use plenary::config::Settings;
use plenary::identity::{Identity, Issued, LinkId};
use plenary::meeting::ids::PersonId;
use plenary::room::Clock;
use start::Started;

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
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the conference.
    Serve {
        #[command(flatten)]
        settings: Settings,
    },
    /// Serves the conference and prints a new link for each role that its file names for a demonstration. Simulated
    /// people hold a session of it, until somebody real takes their seat.
    Demo {
        #[command(flatten)]
        settings: Settings,
        /// Leaves the simulated people out.
        #[arg(long)]
        no_robots: bool,
    },
    /// Checks a conference file and tells everything that is wrong with it.
    Check {
        /// The conference file.
        file: PathBuf,
    },
    /// Issues, lists and revokes personal links, while the server does not run.
    Links {
        #[command(subcommand)]
        act: Links,
        #[command(flatten)]
        settings: Settings,
    },
    /// Measures a server of its own on this machine under load, and prints what it measured.
    Load {
        #[command(flatten)]
        args: load::Args,
    },
    /// What `load` starts as processes of their own.
    #[command(hide = true)]
    LoadPart {
        #[command(subcommand)]
        part: load::Part,
    },
}

#[derive(Debug, Subcommand)]
enum Links {
    /// Issues a new link to each of these people, or to everybody, as CSV: person, name, link.
    Issue {
        /// Ids of people in the conference file; nobody named means everybody.
        people: Vec<PersonId>,
    },
    /// Lists the links in force as CSV: link id, person. Secrets are not kept and cannot be shown again.
    List,
    /// Revokes a link and everything entered by it.
    Revoke {
        /// The link's id, as in the address of the person's pages.
        link: String,
    },
}

fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Check { file } => check(&file),
        Command::Serve { settings } => run(&settings, None),
        Command::Demo { settings, no_robots } => run(&settings, Some(Demo { robots: !no_robots })),
        Command::Links { act, settings } => links(&act, &settings),
        Command::Load { args } => load::run(&args),
        Command::LoadPart { part } => return load::run_part(&part),
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

fn check(file: &Path) -> anyhow::Result<()> {
    println!("{}", start::conference(file)?.summary());
    Ok(())
}

fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("the runtime cannot be started")
}

/// What a demonstration has beside the conference.
struct Demo {
    /// Whether simulated people hold a session.
    robots: bool,
}

fn run(settings: &Settings, demo: Option<Demo>) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log)
        .map_err(|error| anyhow::anyhow!("--log is not a filter such as info or debug ({error})"))?;
    // Colours are for eyes: in a file or a journal they are noise.
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours).init();
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
    runtime()?.block_on(async {
        let stop = asked_to_stop();
        let started = start::start(settings).await?;
        let address = started.address()?;
        // The port may have been left to the system.
        let base = Settings { listen: address, ..settings.clone() }.public_base();
        if let Some(demo) = demo {
            if demo.robots {
                started.play(settings)?;
            }
            let issued = started.issue(&started.conference.demo_links).await?;
            print_links(&started, &issued, &base);
        }
        tracing::info!(%address, data = %settings.data.display(), "ready");
        started.serve(stop).await;
        Ok(())
    })
}

/// The links of a demonstration, with who one is behind each.
fn print_links(started: &Started, issued: &[Issued], base: &str) {
    println!("\n{}\n", started.conference.title());
    for one in issued {
        let who = started.conference.describe(&one.person);
        println!("  {who}\n    {}", link(base, one));
    }
    if started.conference.public_listening {
        println!("  the public, without a personal link\n    {base}/public/");
    }
    println!("\nOpen a link in a browser; each tab may hold another person. Ctrl-C stops.\n");
}

fn link(base: &str, issued: &Issued) -> String {
    format!("{base}/join#{}", issued.secret.reveal())
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

fn links(act: &Links, settings: &Settings) -> anyhow::Result<()> {
    let conference = start::conference(&settings.conference)?;
    runtime()?.block_on(async {
        let log = start::open_log(&settings.data).await?;
        let identity = Identity::open(log.clone()).await?;
        let now_ms = Clock::system().now_ms();
        // Whoever reads this may stop reading, as `head` does: an error then, and no panic.
        let mut out = std::io::stdout().lock();
        match act {
            Links::Issue { people } => {
                let unknown = people.iter().find(|id| conference.participant(id).is_none());
                if let Some(id) = unknown {
                    anyhow::bail!("nobody has the id {id} in {}", settings.conference.display());
                }
                let all = || conference.people.iter().map(|person| person.id.clone()).collect();
                let people = if people.is_empty() { all() } else { people.clone() };
                writeln!(out, "person,name,link")?;
                for one in identity.issue(&people, now_ms).await? {
                    let name = conference.describe(&one.person).replace('"', "\"\"");
                    writeln!(out, "{},\"{name}\",{}", one.person, link(&settings.public_base(), &one))?;
                }
            }
            Links::List => {
                writeln!(out, "link,person")?;
                for (link, person) in identity.links() {
                    writeln!(out, "{link},{person}")?;
                }
            }
            Links::Revoke { link } => {
                let id = LinkId::given(link).context("this is no link id")?;
                if !identity.revoke(&id, now_ms).await? {
                    anyhow::bail!("no link in force has the id {id}");
                }
                writeln!(out, "revoked {id}")?;
            }
        }
        log.close().await;
        Ok(())
    })
}
