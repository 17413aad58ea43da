//! What a command costs the server, from its socket to the client's frame, where one client is connected and a conference of
//! some size is behind it.
//!
//! With `--before` two builds do the same in turns, so that what else the machine does meets both alike.

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use clap::value_parser;

use super::args::Args;
use super::builds::{BuildsArgs, spread};
use super::crowd::Crowd;
use super::process::Usage;
use super::server::{Program, Server};
use super::tally::Tally;
use super::{conference, entering, speaking};

/// People of the conference, of whom one is connected.
const PEOPLE: u32 = 500;
/// Commands a second: what one client may send without pause.
const RATE: u32 = 5;
/// How long the server is looked at while nothing is asked, whose cost is taken off.
const IDLE: Duration = Duration::from_secs(3);
/// How long joining may take.
const JOINED_WITHIN: Duration = Duration::from_secs(30);

/// Measures what a command costs the server where one client is connected.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct CommandArgs {
    /// How long commands are sent to each server, five a second, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = value_parser!(u32).range(1..=120))]
    seconds: u32,
    #[command(flatten)]
    builds: BuildsArgs,
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If a server does not start, or a command does not come back.
pub async fn measure(args: &CommandArgs) -> anyhow::Result<()> {
    let builds = args.builds.builds()?;
    let times = args.builds.times;
    let mut measured = vec![Vec::new(); builds.len()];
    for time in 1..=times {
        eprintln!("load: server {time} of {times}");
        for ((_, program), each_us) in builds.iter().zip(&mut measured) {
            each_us.push(one(program, args).await?);
        }
    }
    println!("a command of one client, {} of them, median of {times}", args.seconds * RATE);
    let spreads: Vec<[f64; 3]> = measured.into_iter().map(spread).collect();
    for ((name, _), [least, median, most]) in builds.iter().zip(&spreads) {
        println!("{name:15} {median:6.0} µs of CPU each ({least:.0} to {most:.0})");
    }
    if let [[_, now, _], [_, before, _]] = &spreads[..] {
        println!("{:.2} of what it cost before", now / before.max(1e-9));
    }
    Ok(())
}

/// Starts a server on an empty folder and has commands done. Tells the processor time of each, in microseconds.
async fn one(program: &Program, args: &CommandArgs) -> anyhow::Result<f64> {
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let (file, data) = (folder.path().join("conference.toml"), folder.path().join("data"));
    std::fs::write(&file, conference::text(PEOPLE)).context("the conference cannot be written")?;
    let one = secret(program, &file, &data)?;
    let server = Server::start(program, &file, &data, None).await?;
    let account = entering::enter(server.address(), vec![one]).await?;
    let mut crowd = Crowd::new(account, Rc::new(Tally::new()));
    crowd.storm(server.address(), JOINED_WITHIN).await?;
    let sending = Args::one_by_one(1, RATE, args.seconds);
    let changes = speaking::measure(&sending, 1, &crowd, &server).await?;
    let (began, before) = (Instant::now(), Usage::of(server.pid())?);
    tokio::time::sleep(IDLE).await;
    let idle_us = (Usage::of(server.pid())?.cpu_us - before.cpu_us) / began.elapsed().as_secs_f64();
    crowd.disperse();
    Ok((changes.cpu_us - idle_us * changes.seconds) / f64::from(changes.changes))
}

fn secret(program: &Program, file: &Path, data: &Path) -> anyhow::Result<String> {
    let mut secrets = entering::issue(program, file, data, &[])?.into_iter();
    secrets.next().context("nobody has a link")
}
