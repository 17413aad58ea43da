//! What `docs/capacity.md` plans with, by one command: what a delivery and a packet of sound cost beside the machine's floor,
//! measured in turns with it, and the same on a node that follows another.

use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::value_parser;
use tokio::time::MissedTickBehavior;

use super::args::Args;
use super::builds::{median, spread};
use super::crowd::Crowd;
use super::entering::{self, Account};
use super::floor::{self, FloorArgs};
use super::process::Usage;
use super::scenario::nats::NatsServer;
use super::scenario::outcome::{self, Outcome, source};
use super::scenario::report;
use super::server::{Program, Server};
use super::tally::Tally;
use super::{conference, note, sound, speaking};

/// A delivery may cost so many times what a bare `write()` does.
const DELIVERY_MOST: f64 = 1.05;
/// A packet of sound over WebRTC may cost so many times what encrypting and sending it does.
const PACKET_MOST: f64 = 1.15;
/// Changes a second, one by one, in each measured stretch.
const RATE: u32 = 10;
/// Times that server and floor are measured, in turns.
const TIMES: u32 = 3;
/// People who write at the node that is followed.
const WRITERS: usize = 10;
/// How long a join of all may take, and the last delivery.
const WITHIN: Duration = Duration::from_secs(60);

/// Measures what the plan of a conference's machines is made with.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct CapacityArgs {
    /// Clients of a session over WebSockets.
    #[arg(long, value_name = "N", default_value_t = 5_000, value_parser = value_parser!(u32).range(100..=9_000))]
    clients: u32,
    /// Listeners over WebRTC.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = value_parser!(u32).range(10..=4_000))]
    listeners: u32,
    /// Length of each measured stretch, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = value_parser!(u32).range(1..=120))]
    seconds: u32,
    /// The server's program [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    server: Option<PathBuf>,
    /// A server of NATS, as scripts/nats-server.sh installs one, for the node that follows.
    #[arg(long, value_name = "FILE", env = "NATS_SERVER")]
    nats_server: Option<PathBuf>,
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If it could not be measured. A goal that was missed is no error.
pub async fn run(args: &CapacityArgs) -> anyhow::Result<()> {
    let files = rlimit::increase_nofile_limit(u64::MAX).context("the limit of open files cannot be read")?;
    let needed = u64::from(args.clients.max(args.listeners)) * 2 + super::FILES_BESIDE;
    if files < needed {
        bail!(
            "{needed} open files are needed and {files} allowed: raise it with `ulimit -n` or name fewer --clients"
        );
    }
    let program = Program::named(args.server.as_deref())?;
    let mut outcomes = vec![alone(&program, args).await?, follower(&program, args).await?];
    outcomes.push(listeners(&program, args).await?);
    print!("{}", report::table(&outcomes));
    println!("{}", report::json(&outcomes));
    Ok(())
}

/// A folder with a conference of so many people.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new(people: u32) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("no temporary folder can be made")?;
        let place = Self { folder };
        std::fs::write(place.file(), conference::text(people)).context("the conference cannot be written")?;
        Ok(place)
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("conference.toml")
    }

    fn data(&self, node: u32) -> PathBuf {
        self.folder.path().join(format!("data-{node}"))
    }
}

/// All clients are at the one server there is.
async fn alone(program: &Program, args: &CapacityArgs) -> anyhow::Result<Outcome> {
    let clients = args.clients;
    let what =
        format!("{clients} clients over WebSockets at one server, {RATE} changes a second, one by one");
    let mut outcome = Outcome::new("delivery", what);
    let place = Place::new(clients)?;
    let secrets = entering::issue(program, &place.file(), &place.data(0), &[])?;
    let server = Server::start(program, &place.file(), &place.data(0), None).await?;
    let accounts = entering::enter(server.address(), secrets).await?;
    let before = Usage::of(server.pid())?;
    let mut crowd = Crowd::new(accounts, Rc::new(Tally::new()));
    let joined = crowd.storm(server.address(), WITHIN).await?;
    server.settle().await?;
    let bytes = Usage::of(server.pid())?.rss_bytes.saturating_sub(before.rss_bytes);
    let sending = Args::one_by_one(clients, RATE, args.seconds);
    let (mut each_us, mut floor_us, mut p99_ms) = (Vec::new(), Vec::new(), Vec::new());
    for time in 1..=TIMES {
        note(&format!("deliveries, {time} of {TIMES}"));
        let changes = speaking::measure(&sending, 1, &crowd, &server).await?;
        each_us.push(changes.cpu_us_each_frame());
        p99_ms.push(changes.p99_ms);
        floor_us.push(bare(args, &crowd).await?);
    }
    beside(&mut outcome, "a delivery", &each_us, &floor_us, DELIVERY_MOST);
    outcome.goal(
        "a change until the last but one of a hundred has it",
        median(p99_ms),
        100.0,
        "ms",
        source::AIMS,
    );
    let each = bytes as f64 / 1_024.0 / f64::from(clients);
    outcome.goal("memory of an idle connection", each, 12.0, "KiB", source::AIMS);
    outcome.figure("all joined within", format!("{:.2} s", joined.as_secs_f64()));
    outcome.load = outcome::load();
    Ok(outcome)
}

/// Those who write are at one node, all clients at another.
async fn follower(program: &Program, args: &CapacityArgs) -> anyhow::Result<Outcome> {
    let clients = args.clients;
    let what = format!(
        "{clients} clients at one node, those who write at another, {RATE} changes a second, one by one"
    );
    let mut outcome = Outcome::new("delivery on a follower", what);
    let Some(nats) = &args.nats_server else {
        let why = "there is no nats-server: run scripts/nats-server.sh and name what it prints by --nats-server or NATS_SERVER";
        outcome.not_measured.push(why.to_owned());
        return Ok(outcome);
    };
    let place = Place::new(clients + WRITERS as u32)?;
    let nats = NatsServer::start(nats)?;
    let more = ["--nats".to_owned(), nats.url()];
    let secrets = entering::issue(program, &place.file(), &place.data(0), &more)?;
    let mut nodes = Vec::new();
    for node in 0..2 {
        nodes.push(Server::start_with(program, &place.file(), &place.data(node), None, &more).await?);
    }
    let [writes, follows] = &nodes[..] else { bail!("there are two nodes") };
    let mut accounts: Vec<Account> = entering::enter(follows.address(), secrets).await?;
    let following = accounts.split_off(WRITERS);
    let mut writers = Crowd::new(accounts, Rc::new(Tally::new()));
    let mut crowd = Crowd::new(following, Rc::new(Tally::new()));
    writers.storm(writes.address(), WITHIN).await?;
    crowd.storm(follows.address(), WITHIN).await?;
    let (mut each_us, mut floor_us, mut writer_us) = (Vec::new(), Vec::new(), Vec::new());
    for time in 1..=TIMES {
        note(&format!("deliveries on a follower, {time} of {TIMES}"));
        follows.settle().await?;
        let before = (Usage::of(follows.pid())?, Usage::of(writes.pid())?);
        write(&writers, &crowd, RATE * args.seconds).await?;
        let after = (Usage::of(follows.pid())?, Usage::of(writes.pid())?);
        each_us.push((after.0.cpu_us - before.0.cpu_us) / crowd.tally().frames().max(1) as f64);
        writer_us.push((after.1.cpu_us - before.1.cpu_us) / f64::from(RATE * args.seconds));
        floor_us.push(bare(args, &crowd).await?);
    }
    beside(&mut outcome, "a delivery", &each_us, &floor_us, DELIVERY_MOST);
    outcome.figure("at the node that writes, a change", format!("{:.0} µs", median(writer_us)));
    outcome.load = outcome::load();
    Ok(outcome)
}

/// Writers write at the pace, and it is waited until the crowd has it all.
async fn write(writers: &Crowd, crowd: &Crowd, changes: u32) -> anyhow::Result<()> {
    crowd.tally().begin_deliveries();
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / RATE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for number in 0..changes as usize {
        ticks.tick().await;
        writers.send(number % WRITERS, &speaking::message(crowd.tally().now_us(), number))?;
    }
    let expected = u64::from(changes) * u64::from(crowd.size());
    let arrived = tokio::time::timeout(WITHIN, crowd.tally().until_delivered(expected)).await;
    arrived.with_context(|| format!("of {expected} deliveries {} arrived", crowd.tally().delivered()))
}

/// What the same bytes cost a bare loop, in microseconds of processor time each.
async fn bare(args: &CapacityArgs, crowd: &Crowd) -> anyhow::Result<f64> {
    let bare = FloorArgs { clients: args.clients, rate: RATE, seconds: args.seconds };
    Ok(floor::measure(&bare, &crowd.tally().frame()).await?.cpu_us_each())
}

/// One speaks, and all listen over WebRTC.
async fn listeners(program: &Program, args: &CapacityArgs) -> anyhow::Result<Outcome> {
    let (listeners, seconds) = (args.listeners, args.seconds);
    let what = format!("{listeners} listeners over WebRTC, 50 packets a second to each");
    let mut outcome = Outcome::new("sound", what);
    note("sound over WebRTC, and its floor before and after");
    let before = sound::bare_datagrams(listeners, seconds).await?;
    let windows = sound::heard(program, sound::By::WebRtc, listeners, seconds).await?;
    let after = sound::bare_datagrams(listeners, seconds).await?;
    let each_us: Vec<f64> = windows.iter().map(sound::Window::cpu_us_each).collect();
    beside(&mut outcome, "a packet", &each_us, &[before, after], PACKET_MOST);
    let (came, lost) = windows.iter().fold((0, 0), |(came, lost), one| (came + one.packets, lost + one.lost));
    outcome.goal("packets lost", lost as f64, 0.0, "", source::CORRECT);
    outcome.figure("packets that came", came.to_string());
    outcome.load = outcome::load();
    Ok(outcome)
}

/// A cost beside the floor's.
fn beside(outcome: &mut Outcome, what: &str, each_us: &[f64], floor_us: &[f64], most: f64) {
    let told = |us: &[f64]| {
        let [least, median, greatest] = spread(us.iter().copied());
        format!("{median:.2} µs ({least:.2} to {greatest:.2}) of processor time, kernel included")
    };
    let mean = floor_us.iter().sum::<f64>() / floor_us.len().max(1) as f64;
    let ratio = median(each_us.iter().copied()) / mean;
    outcome.goal(format!("{what} beside the floor's"), ratio, most, "times", source::SET);
    outcome.figure(what, told(each_us));
    outcome.figure("the floor", told(floor_us));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_held_against_the_mean_of_its_floors() {
        let mut outcome = Outcome::new("sound", String::new());
        beside(&mut outcome, "a packet", &[9.0, 4.0, 4.4], &[3.0, 5.0], PACKET_MOST);
        let goal = outcome.goals.first().unwrap();
        assert!((goal.value - 1.1).abs() < 1e-9 && goal.is_met(), "{goal:?}");
    }
}
