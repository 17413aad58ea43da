//! The server that is measured: a process of its own, ended with the run.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tokio::sync::oneshot;

use super::cores;
use super::process::Usage;

/// How long a start may take, and coming to rest.
const WITHIN: Duration = Duration::from_secs(120);
/// How often it is looked whether the server has come to rest.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// A server that uses less than this in between is at rest, in microseconds.
const AT_REST_US: f64 = 15_000.0;

/// Where a server listens, and where it tells how it goes.
type Addresses = (SocketAddr, Option<SocketAddr>);

/// The program that is measured.
#[derive(Debug, Clone)]
pub struct Program(PathBuf);

impl Program {
    /// The one that is named, else the one beside this program.
    ///
    /// # Errors
    /// If there is none.
    pub fn named(named: Option<&Path>) -> anyhow::Result<Self> {
        let beside =
            || Ok(std::env::current_exe().context("this program cannot be found")?.with_file_name("plenary"));
        let program = named.map_or_else(beside, |named| anyhow::Ok(named.to_owned()))?;
        if !program.is_file() {
            bail!(
                "there is no server at {}: build it with `cargo build --release`, or name one by --server",
                program.display()
            );
        }
        Ok(Self(program))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// One of its acts, for a conference and its data.
    pub fn command(&self, act: &[&str], conference: &Path, data: &Path) -> Command {
        let mut command = Command::new(&self.0);
        command.args(act).arg("--conference").arg(conference).arg("--data").arg(data);
        command
    }
}

/// A running server. It is killed when this is dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    metrics: Option<SocketAddr>,
    started_in: Duration,
    lines: Arc<AtomicU64>,
}

impl Server {
    /// Starts a program as a server on a free port of loopback, on one processor if one is named, and waits until it
    /// is ready.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn start(
        program: &Program,
        conference: &Path,
        data: &Path,
        core: Option<usize>,
    ) -> anyhow::Result<Self> {
        Self::start_with(program, conference, data, core, &[]).await
    }

    /// As [`Server::start`], with more arguments.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn start_with(
        program: &Program,
        conference: &Path,
        data: &Path,
        core: Option<usize>,
        more: &[String],
    ) -> anyhow::Result<Self> {
        let began = Instant::now();
        let mut command = program.command(&["serve"], conference, data);
        command
            .args(more)
            .args(["--listen", &SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).to_string()])
            .args(["--log", "info"])
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = cores::spawn(&mut command, core).context("the server cannot be started")?;
        let (ready, when_ready) = oneshot::channel();
        let said = child.stderr.take().context("the server cannot be heard")?;
        // From here on a failure ends the server too.
        let lines = Arc::new(AtomicU64::new(0));
        let nowhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut server =
            Self { child, address: nowhere, metrics: None, started_in: WITHIN, lines: lines.clone() };
        std::thread::spawn(move || listen(said, ready, &lines));
        match tokio::time::timeout(WITHIN, when_ready).await {
            Ok(Ok((address, metrics))) => (server.address, server.metrics) = (address, metrics),
            Ok(Err(_ended)) => bail!("the server ended while it started"),
            Err(_late) => bail!("the server was not ready within {} s", WITHIN.as_secs()),
        }
        server.started_in = began.elapsed();
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it tells how it goes, if it was asked to.
    pub fn metrics(&self) -> Option<SocketAddr> {
        self.metrics
    }

    /// Lines that it has logged.
    pub fn lines(&self) -> u64 {
        self.lines.load(Ordering::Relaxed)
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// How long it took from the start until it was ready.
    pub fn started_in(&self) -> Duration {
        self.started_in
    }

    /// Waits until the server has done what there was to do.
    ///
    /// # Errors
    /// If it does not come to rest.
    pub async fn settle(&self) -> anyhow::Result<()> {
        let began = Instant::now();
        let mut before = Usage::of(self.pid())?;
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = Usage::of(self.pid())?;
            if now.cpu_us - before.cpu_us < AT_REST_US {
                return Ok(());
            }
            if began.elapsed() > WITHIN {
                bail!("the server did not come to rest within {} s", WITHIN.as_secs());
            }
            before = now;
        }
    }

    /// Kills it, as a power cut would.
    pub fn kill(&mut self) {
        // One that has ended already is as good as killed.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Hears the server: tells where it listens, and passes on what it complains of.
fn listen(said: impl std::io::Read, ready: oneshot::Sender<Addresses>, lines: &AtomicU64) {
    let mut ready = Some(ready);
    for line in BufReader::new(said).lines().map_while(Result::ok) {
        lines.fetch_add(1, Ordering::Relaxed);
        if let Some(address) = address_at(&line, "ready address=") {
            if let Some(ready) = ready.take() {
                // The run may have given up.
                let _: Result<(), Addresses> = ready.send((address, address_at(&line, " metrics=")));
            }
        } else if !line.contains(" INFO ") {
            eprintln!("server: {line}");
        }
    }
}

/// The address that a line tells behind a name.
fn address_at(line: &str, name: &str) -> Option<SocketAddr> {
    let (_, behind) = line.split_once(name)?;
    behind.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_told_before_anything_is_measured() {
        let told = Program::named(Some(Path::new("/nowhere/plenary"))).unwrap_err().to_string();
        assert!(told.contains("/nowhere/plenary") && told.contains("--server"), "{told}");
    }

    #[test]
    fn the_address_is_heard_when_the_server_is_ready() {
        let line = "2026-01-15T10:00:00Z  INFO plenary: ready address=127.0.0.1:8400 data=/tmp/x metrics=127.0.0.1:9464";
        let at = |port| Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        assert_eq!(address_at(line, "ready address="), at(8_400));
        assert_eq!(address_at(line, " metrics="), at(9_464));
        assert_eq!(address_at("INFO plenary: something else", "ready address="), None);
    }
}
