//! The machine's floor: the same bytes written to as many sockets by a bare loop, in a process of its own.
//!
//! What it costs a server to hand a change to the kernel can only be judged beside this.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;

use super::part::Running;
use super::process::Usage;

/// How long the floor's process may take beside the seconds it was asked for.
const WITHIN: Duration = Duration::from_secs(60);
/// Bytes that a client of the floor reads at once.
const READ_BYTES: usize = 64 * 1024;

/// What the floor's process is asked.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct FloorArgs {
    /// Sockets.
    #[arg(long)]
    pub clients: u32,
    /// Writes to each socket a second.
    #[arg(long)]
    pub rate: u32,
    /// How long.
    #[arg(long)]
    pub seconds: u32,
}

/// What the floor's process tells.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Floor {
    /// Writes done.
    pub writes: u64,
    /// Bytes of each.
    pub bytes: usize,
    /// Processor time of them all, in microseconds.
    pub cpu_us: f64,
}

impl Floor {
    /// Processor time of one write, in microseconds.
    pub fn cpu_us_each(&self) -> f64 {
        self.cpu_us / self.writes.max(1) as f64
    }
}

/// The floor's process: accepts the clients, reads the bytes to write from standard input, writes them, tells.
///
/// # Errors
/// If a socket failed.
pub fn serve(args: &FloorArgs) -> anyhow::Result<()> {
    let mut frame = Vec::new();
    std::io::stdin().read_to_end(&mut frame)?;
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    println!("{}", listener.local_addr()?.port());
    let mut sockets = Vec::new();
    for _ in 0..args.clients {
        let (tcp, _peer) = listener.accept()?;
        tcp.set_nodelay(true)?;
        sockets.push(tcp);
    }
    let before = Usage::of(std::process::id())?;
    // Nothing ever comes by this channel: waiting for it is how this thread keeps the pace.
    let (_silent, pace) = std::sync::mpsc::channel::<()>();
    let rounds = args.rate * args.seconds;
    for _ in 0..rounds {
        for mut tcp in &sockets {
            tcp.write_all(&frame)?;
        }
        // The end of the wait is what was waited for.
        let _: Result<(), std::sync::mpsc::RecvTimeoutError> =
            pace.recv_timeout(Duration::from_secs(1) / args.rate);
    }
    let cpu_us = Usage::of(std::process::id())?.cpu_us - before.cpu_us;
    let writes = u64::from(rounds) * u64::from(args.clients);
    println!("{}", serde_json::to_string(&Floor { writes, bytes: frame.len(), cpu_us })?);
    Ok(())
}

/// Starts the floor's process, and reads what it writes as the clients of the server do.
///
/// # Errors
/// If it could not be measured.
pub async fn measure(args: &FloorArgs, frame: &[u8]) -> anyhow::Result<Floor> {
    let FloorArgs { clients, rate, seconds } = args;
    let (clients_text, rate, seconds_text) = (clients.to_string(), rate.to_string(), seconds.to_string());
    let part = ["writes", "--clients", &clients_text, "--rate", &rate, "--seconds", &seconds_text];
    let mut part = Running::start(&part, frame)?;
    let port: u16 = part.line()?.parse().context("the floor's answer is not understood")?;
    for _ in 0..*clients {
        let tcp =
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.context("the floor cannot be reached")?;
        tokio::task::spawn_local(read(tcp));
    }
    let line = part.result(WITHIN + Duration::from_secs(u64::from(*seconds))).await?;
    serde_json::from_str(&line).context("the floor's answer is not understood")
}

/// Reads and forgets, until the floor's process has ended.
async fn read(tcp: TcpStream) {
    let mut buffer = Vec::new();
    while tcp.readable().await.is_ok() {
        buffer.clear();
        buffer.reserve(READ_BYTES);
        match tcp.try_read_buf(&mut buffer) {
            Ok(0) => return,
            Ok(_read) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => buffer = Vec::new(),
            Err(_gone) => return,
        }
    }
}
