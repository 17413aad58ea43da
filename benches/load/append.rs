//! What an append costs on SQLite and on three servers of NATS that write through, in one run on one disk; and whether one
//! session's commands, so many a second, are stored as they come.
//!
//! Nothing of the server beside its log is in it. Commands that wait share an append, as in a room: what comes while one is
//! under way goes with the next.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use bytes::Bytes;
use clap::value_parser;
use plenary::log::{Log, Nats, NatsSettings, NewEntry, Sqlite, Stream};
use serde_json::json;
use tokio::sync::mpsc;

use super::builds::spread;

/// Bytes of an event, about as many as a command's.
const EVENT_BYTES: usize = 350;
/// How long three servers may take to find one another.
const READY_WITHIN: Duration = Duration::from_secs(30);

/// What is measured, and with what.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct AppendArgs {
    /// The server of NATS [default: what `NATS_SERVER` names].
    #[arg(long, value_name = "FILE", env = "NATS_SERVER")]
    pub nats_server: PathBuf,
    /// Appends of one entry to each log, in turns, one after the other.
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = value_parser!(u32).range(100..=100_000))]
    pub appends: u32,
    /// Commands a second in one session.
    #[arg(long, value_name = "COMMANDS", default_value_t = 2_000, value_parser = value_parser!(u32).range(1..=100_000))]
    pub rate: u32,
    /// How long they come, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = value_parser!(u32).range(1..=600))]
    pub seconds: u32,
    /// Where the logs are kept [default: a temporary folder]. A file system in memory would show nothing.
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If a log cannot be made, or fails.
pub fn run(args: &AppendArgs) -> anyhow::Result<()> {
    let folder = match &args.folder {
        Some(folder) => tempfile::tempdir_in(folder),
        None => tempfile::tempdir(),
    };
    let folder = folder.context("no folder can be made")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("the runtime cannot be started")?.block_on(measure(args, folder.path()))
}

async fn measure(args: &AppendArgs, folder: &Path) -> anyhow::Result<()> {
    let sqlite: Arc<dyn Log> = Arc::new(Sqlite::open(&folder.join("sqlite"))?);
    let servers = Servers::start(&args.nats_server, folder)?;
    let nats: Arc<dyn Log> = Arc::new(servers.log().await?);
    let one_by_one = one_by_one(args.appends, [&sqlite, &nats]).await?;
    println!("an append of one entry, {} to each in turns", args.appends);
    let mut medians = Vec::new();
    for (what, times) in ["SQLite, FULL", "NATS, three servers, sync always"].iter().zip(one_by_one) {
        let [least, median, most] = spread(times.iter().copied());
        println!("  {what:<34} {median:8.3} ms   ({least:.3} to {most:.3})");
        medians.push(median);
    }
    let [of_sqlite, of_nats] = medians[..] else { bail!("there are two logs") };
    println!("  NATS takes {:.1} times as long", of_nats / of_sqlite);
    let mut sessions = serde_json::Map::new();
    println!("{} commands a second in one session, for {} s", args.rate, args.seconds);
    for (key, what, log) in [("sqlite", "SQLite, FULL", &sqlite), ("nats", "NATS, three servers", &nats)] {
        let Session { stored_a_second, appends, late_ms } = session(args, log).await?;
        let [_, median, most] = late_ms;
        println!(
            "  {what:<34} {stored_a_second:8.0} stored a second in {appends} appends; after {median:.1} ms, at most {most:.1}"
        );
        sessions
            .insert(key.to_owned(), json!({ "stored_a_second": stored_a_second, "late_ms": [median, most] }));
    }
    println!("{}", json!({ "append_ms": { "sqlite": of_sqlite, "nats": of_nats }, "sessions": sessions }));
    sqlite.close().await;
    nats.close().await;
    Ok(())
}

fn stream(name: &str) -> anyhow::Result<Stream> {
    Ok(Stream::new(name)?)
}

fn event() -> NewEntry {
    NewEntry {
        at_ms: 0,
        kind: "said".to_owned(),
        body: Bytes::from(vec![b'x'; EVENT_BYTES]),
        parts: Vec::new(),
    }
}

/// How long each append takes, in milliseconds, by the log: in turns, so that the disk's hours are the same for both.
async fn one_by_one(appends: u32, logs: [&Arc<dyn Log>; 2]) -> anyhow::Result<[Vec<f64>; 2]> {
    let stream = stream("session/one-by-one")?;
    let mut times = [Vec::new(), Vec::new()];
    for after in 0..u64::from(appends) {
        for (log, times) in logs.iter().zip(&mut times) {
            let began = Instant::now();
            log.append(&stream, after, vec![event()]).await?;
            times.push(began.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    Ok(times)
}

/// How a session's commands were stored.
struct Session {
    stored_a_second: f64,
    appends: u64,
    /// From a command's coming until it is stored, in milliseconds: least, median and most.
    late_ms: [f64; 3],
}

async fn session(args: &AppendArgs, log: &Arc<dyn Log>) -> anyhow::Result<Session> {
    let (rate, all) = (args.rate, u64::from(args.rate) * u64::from(args.seconds));
    let (comes, mut waiting) = mpsc::channel(100_000);
    let began = Instant::now();
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(Duration::from_millis(1));
        let mut given = 0;
        while given < all {
            tick.tick().await;
            let due = (began.elapsed().as_secs_f64() * f64::from(rate)) as u64;
            for _ in given..due.min(all) {
                if comes.send(Instant::now()).await.is_err() {
                    return;
                }
            }
            given = given.max(due.min(all));
        }
    });
    let stream = stream("session/busy")?;
    let (mut late, mut last, mut appends, mut batch) = (Vec::new(), 0, 0, Vec::new());
    while waiting.recv_many(&mut batch, 1_024).await > 0 {
        last = log.append(&stream, last, batch.iter().map(|_| event()).collect()).await?;
        appends += 1;
        let stored = Instant::now();
        late.extend(batch.drain(..).map(|came| stored.duration_since(came).as_secs_f64() * 1_000.0));
    }
    let stored_a_second = last as f64 / began.elapsed().as_secs_f64();
    Ok(Session { stored_a_second, appends, late_ms: spread(late) })
}

/// Three servers of NATS, which end with this.
struct Servers {
    processes: Vec<Child>,
    addresses: Vec<String>,
}

impl Drop for Servers {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // One that has ended already is as good as killed.
            drop(process.kill());
            drop(process.wait());
        }
    }
}

impl Servers {
    fn start(program: &Path, folder: &Path) -> anyhow::Result<Self> {
        let free = || -> anyhow::Result<u16> {
            Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
        };
        let routes = [free()?, free()?, free()?];
        let all: Vec<String> = routes.iter().map(|port| format!("nats://127.0.0.1:{port}")).collect();
        let mut servers = Self { processes: Vec::new(), addresses: Vec::new() };
        for (n, route) in routes.iter().enumerate() {
            let (port, store) = (free()?, folder.join(format!("nats-{n}")));
            let file = folder.join(format!("nats-{n}.conf"));
            let text = format!(
                "server_name: n{n}\nlisten: \"127.0.0.1:{port}\"\njetstream {{ store_dir: {store:?}, sync_interval: always }}\n\
                 cluster {{ name: plenary, listen: \"127.0.0.1:{route}\", routes: [{}] }}\n",
                all.join(", ")
            );
            std::fs::write(&file, text).context("a configuration cannot be written")?;
            let mut command = Command::new(program);
            command
                .arg("--config")
                .arg(&file)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            let process = command.spawn();
            servers.processes.push(process.with_context(|| {
                format!("{} cannot be started: scripts/nats-server.sh installs one", program.display())
            })?);
            servers.addresses.push(format!("nats://127.0.0.1:{port}"));
        }
        Ok(servers)
    }

    /// A log on them, once they have found one another.
    async fn log(&self) -> anyhow::Result<Nats> {
        let settings = NatsSettings::of(self.addresses.clone(), "load".parse()?);
        let began = Instant::now();
        loop {
            match Nats::open(settings.clone()).await {
                Ok(log) => return Ok(log),
                Err(fault) if began.elapsed() > READY_WITHIN => return Err(fault.into()),
                Err(_not_yet) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }
}
