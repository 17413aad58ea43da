//! Bad networks: UDP that is closed, packets that are lost, delays. Each is a network namespace of its own in which server
//! and clients are started, so nothing else on the machine notices; where the system has no such thing it is said.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::value_parser;
use nix::sched::{CloneFlags, unshare};
use serde::{Deserialize, Serialize};
use tokio::task::LocalSet;

use super::super::part::Running;
use super::super::server::Program;
use super::super::sound::{self, By};
use super::acts::{self, Pace};
use super::bad_line::{self, Line};
use super::outcome::{Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{JOINED_WITHIN, Size, note, numbered};

/// People and listeners in a bad network, at most: it is the network that is measured.
const PEOPLE_MAX: u32 = 200;
const LISTENERS: u32 = 50;
/// How long one network may take beside its seconds.
const WITHIN: Duration = Duration::from_secs(200);
/// Pace of the plenary in a bad network.
const TIMES: u32 = 4;

/// What is wrong with a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, strum::Display)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// No datagram of UDP passes.
    ClosedUdp,
    /// Two of a hundred packets are lost.
    Loss,
    /// Each way takes 100 ms, more or less 20.
    Delay,
}

/// What the process in a bad network is asked.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct NetworkArgs {
    /// What is wrong with it.
    #[arg(value_enum)]
    kind: Kind,
    #[arg(long, value_parser = value_parser!(u32).range(80..=PEOPLE_MAX as i64))]
    people: u32,
    #[arg(long)]
    seconds: u64,
    #[arg(long)]
    server: std::path::PathBuf,
}

/// What it tells.
#[derive(Debug, Serialize, Deserialize)]
enum Told {
    Found(Found),
    /// The system has no such network.
    Missing(String),
}

#[derive(Debug, Serialize, Deserialize)]
struct Found {
    /// Half, 95, 99 and all of 100 messages took so long from writer to reader.
    delivered_ms: [f64; 4],
    ended: u64,
    differ: u32,
    lost_commands: u64,
    /// Packets of sound that came and that did not; none where it was not measured.
    sound: Option<(u64, u64)>,
}

/// Plays a plenary in each bad network.
///
/// # Errors
/// If it could not be measured.
pub async fn play(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let (people, seconds) = (size.people.min(PEOPLE_MAX), size.seconds.min(30));
    let mut outcome = Outcome::new(
        "networks",
        format!(
            "{people} people for {seconds} s at {TIMES} times of a lively pace, in networks that are bad"
        ),
    );
    for kind in [Kind::ClosedUdp, Kind::Loss, Kind::Delay] {
        note(&format!("a bad network: {kind}"));
        let (name, people, seconds_text) = (kind.to_string(), people.to_string(), seconds.to_string());
        let server = program.path().to_string_lossy().into_owned();
        let args = ["network", &name, "--people", &people, "--seconds", &seconds_text, "--server", &server];
        let mut part = Running::start(&args, &[])?;
        let line = part.result(WITHIN + Duration::from_secs(seconds)).await?;
        match serde_json::from_str(&line).context("the answer from the bad network is not understood")? {
            Told::Missing(why) => outcome.not_measured.push(format!("{kind}: {why}")),
            Told::Found(found) => tell(&mut outcome, kind, &found),
        }
    }
    let why = "closed-udp, sound: the microphone of this program speaks over UDP alone; the journeys `firewall` in \
               tests/browser hold that a page is heard and hears over the WebSocket";
    outcome.not_measured.push(why.to_owned());
    Ok(outcome)
}

fn tell(outcome: &mut Outcome, kind: Kind, found: &Found) {
    let Found { delivered_ms, ended, differ, lost_commands, sound } = found;
    let [p50, p95, p99, max] = delivered_ms;
    // A lost packet is sent again after 200 ms and more; a way there and back takes its time.
    let most = match kind {
        Kind::ClosedUdp => 100.0,
        Kind::Loss => 1_000.0,
        Kind::Delay => 500.0,
    };
    outcome.goal(format!("{kind}: a message, p99"), *p99, most, "ms", source::SET);
    outcome.goal(format!("{kind}: connections lost"), *ended as f64, 0.0, "", source::CORRECT);
    outcome.goal(
        format!("{kind}: views other than a fresh one"),
        f64::from(*differ),
        0.0,
        "",
        source::CORRECT,
    );
    outcome.goal(
        format!("{kind}: acknowledged and not kept"),
        *lost_commands as f64,
        0.0,
        "",
        source::CORRECT,
    );
    outcome.figure(
        format!("{kind}: a message"),
        format!("p50 {p50:.1}, p95 {p95:.1}, p99 {p99:.1}, max {max:.1} ms"),
    );
    if let Some((came, lost)) = sound {
        outcome.figure(format!("{kind}: sound over WebRTC"), format!("{came} packets came, {lost} did not"));
    }
}

/// The process: makes the network bad, plays, and tells.
///
/// # Errors
/// If it could not be measured. That there is no such network is told.
pub fn serve(args: &NetworkArgs) -> anyhow::Result<()> {
    let told = match worsen(args.kind) {
        Err(why) => Told::Missing(format!("{why:#}")),
        Ok(()) => Told::Found(super::super::here()?.block_on(LocalSet::new().run_until(within(args)))?),
    };
    println!("{}", serde_json::to_string(&told)?);
    Ok(())
}

/// This process, and what it starts from now on, has a network of its own, which is bad.
fn worsen(kind: Kind) -> anyhow::Result<()> {
    unshare(CloneFlags::CLONE_NEWNET).context("no network namespace can be made, which needs root")?;
    run("ip", "link set lo up")?;
    match kind {
        Kind::ClosedUdp => {
            // What is of this machine is decided first, so that rule has to stand behind the one that closes UDP.
            run("ip", "rule add priority 100 lookup local")?;
            run("ip", "rule add priority 1 ipproto udp blackhole")?;
            run("ip", "rule del priority 0")?;
            let (one, other) = (udp()?, udp()?);
            if one.send_to(b"?", other.local_addr()?).is_ok() {
                bail!("UDP passes all the same");
            }
            Ok(())
        }
        Kind::Loss => bad_line::lay(Line { lost: 20, takes: Duration::ZERO, more: Duration::ZERO }),
        Kind::Delay => {
            bad_line::lay(Line { lost: 0, takes: Duration::from_millis(80), more: Duration::from_millis(40) })
        }
    }
}

fn udp() -> anyhow::Result<std::net::UdpSocket> {
    std::net::UdpSocket::bind((std::net::Ipv4Addr::LOCALHOST, 0)).context("there is no UDP at all")
}

/// Has a program of the system do something.
///
/// # Errors
/// If there is none, or it cannot.
pub fn run(program: &str, args: &str) -> anyhow::Result<()> {
    let ran = Command::new(program).args(args.split(' ')).output();
    let ran = ran.with_context(|| format!("there is no `{program}`"))?;
    if !ran.status.success() {
        bail!("`{program} {args}`: {}", String::from_utf8_lossy(&ran.stderr).trim());
    }
    Ok(())
}

async fn within(args: &NetworkArgs) -> anyhow::Result<Found> {
    let program = Program::named(Some(&args.server))?;
    let scene = Scene::alone(&program, args.people).await?;
    let all = People::new(numbered(scene.enter().await?), "plenary", World::new(scene.places()));
    all.all_come(JOINED_WITHIN).await?;
    acts::open(&all).await?;
    all.world.begin();
    acts::debate(&all, Pace::times(TIMES), Duration::from_secs(args.seconds)).await?;
    all.all_answered(JOINED_WITHIN).await;
    let delivered_ms = all.world.begin().delivered.all().quantiles();
    let (ended, differ) = (all.world.endings(), all.agree(JOINED_WITHIN).await?.differ);
    let world = all.world.clone();
    drop(all);
    let lost_commands = scene.kept("plenary", &world).await?.lost();
    let sound = match args.kind {
        Kind::ClosedUdp => None,
        Kind::Loss | Kind::Delay => {
            let windows = sound::heard(&program, By::WebRtc, LISTENERS, 5).await?;
            Some(
                windows
                    .iter()
                    .fold((0, 0), |(came, lost), window| (came + window.packets, lost + window.lost)),
            )
        }
    };
    Ok(Found { delivered_ms, ended, differ, lost_commands, sound })
}
