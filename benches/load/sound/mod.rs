//! What sound costs: one who has the floor speaks, and thousands hear.
//!
//! For each row a server of its own is started, and a process of listeners ([`listeners`]) that joins everybody to the
//! session, gives the floor to one of them and listens, over WebRTC or over WebSockets. Beside it the machine's floor:
//! the same packets sent by a bare loop, encrypted ([`datagrams`]) or written as they are.

mod arriving;
mod datagrams;
mod ear;
mod hall;
mod job;
mod lateness;
mod listeners;
mod mouth;
mod packet;
mod peer;
mod poll;
mod report;
mod session;
mod socket;
mod tally;

use std::time::Duration;

use anyhow::Context as _;

pub use datagrams::{DatagramsArgs, send as send_datagrams};
pub use job::{Arrivals, By, Job, OTHERS, Rounds, Task, Window};
pub use listeners::serve as listen;
pub use report::{json, rows};

use super::args::Args;
use super::floor::{self, Floor, FloorArgs};
use super::part::Running;
use super::server::{Program, Server};
use super::{conference, cores, entering, note};
use job::Findings;

/// Stretches of speech of each row, so that it is seen how far they differ.
const WINDOWS: u32 = 3;
/// How long a row may take beside its stretches of speech.
const WITHIN: Duration = Duration::from_secs(200);
/// Bytes of a message of sound on a WebSocket: its frame's head, its own, and the packet.
const MESSAGE_BYTES: usize = 4 + 12 + packet::BYTES;

/// What sound costs.
#[derive(Debug)]
pub struct Sound {
    /// Listeners over WebRTC.
    pub web_rtc: Row,
    /// The machine's floor for it.
    pub datagrams: Floor,
    /// Listeners over WebSockets.
    pub web_socket: Row,
    /// The machine's floor for it.
    pub writes: Floor,
    /// Listeners over WebRTC, the server on one processor; none on a machine with but one.
    pub one_core: Option<Row>,
}

/// A server with listeners.
#[derive(Debug)]
pub struct Row {
    /// How the sound comes.
    pub by: By,
    /// Listeners.
    pub listeners: u32,
    /// What was measured.
    pub findings: Findings,
}

/// The size of a row.
#[derive(Debug, Clone, Copy)]
struct Size {
    by: By,
    listeners: u32,
    /// Listeners that hear before the others join.
    early: u32,
    /// Length of each stretch of speech, in seconds.
    seconds: u32,
}

/// Processors of the server and of the listeners.
#[derive(Debug, Clone, Copy, Default)]
struct Cores {
    server: Option<usize>,
    listeners: Option<usize>,
}

/// Measures all rows.
///
/// # Errors
/// If it could not measure.
pub async fn measure(program: &Program, args: &Args) -> anyhow::Result<Sound> {
    let (listeners, seconds) = (args.sound, args.seconds);
    // A tenth listens, and nine tenths come at once.
    let size = |by| Size { by, listeners, early: listeners / 10, seconds };
    note("sound over WebRTC");
    let web_rtc = row(program, size(By::WebRtc), Cores::default()).await?;
    note("the machine's floor of it");
    let datagrams = datagrams::measure(listeners, seconds).await?;
    note("sound over WebSockets");
    let web_socket = row(program, size(By::WebSocket), Cores::default()).await?;
    note("the machine's floor of it");
    let bare = FloorArgs { clients: listeners, rate: packet::PER_SECOND, seconds };
    let writes = floor::measure(&bare, &[0; MESSAGE_BYTES]).await?;
    let one_core = match *cores::usable()? {
        [server, listeners, ..] => {
            note("sound over WebRTC, the server on one processor");
            let all = args.sound_on_one_core;
            // Nine tenths listen, and a tenth comes at once.
            let size = Size { by: By::WebRtc, listeners: all, early: all - all / 10, seconds };
            Some(row(program, size, Cores { server: Some(server), listeners: Some(listeners) }).await?)
        }
        [] | [_] => None,
    };
    Ok(Sound { web_rtc, datagrams, web_socket, writes, one_core })
}

/// How listeners hear one who speaks, in three stretches of so many seconds.
///
/// # Errors
/// If it could not be measured.
pub async fn heard(program: &Program, by: By, listeners: u32, seconds: u32) -> anyhow::Result<Vec<Window>> {
    let size = Size { by, listeners, early: listeners, seconds };
    Ok(row(program, size, Cores::default()).await?.findings.windows)
}

/// What one packet of sound costs a bare loop that encrypts and sends it to so many, in microseconds of processor time.
///
/// # Errors
/// If it could not be measured.
pub async fn bare_datagrams(listeners: u32, seconds: u32) -> anyhow::Result<f64> {
    Ok(datagrams::measure(listeners, seconds).await?.cpu_us_each())
}

async fn row(program: &Program, size: Size, cores: Cores) -> anyhow::Result<Row> {
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let file = folder.path().join("conference.toml");
    let people = size.listeners + OTHERS;
    std::fs::write(&file, conference::text(people)).context("the conference cannot be written")?;
    let data = folder.path().join("data");
    let secrets = entering::issue(program, &file, &data, &[])?;
    let server = Server::start(program, &file, &data, cores.server).await?;
    let accounts = entering::enter(server.address(), secrets).await?;
    let Size { by, listeners, early, seconds } = size;
    let job = Job {
        address: server.address(),
        server: server.pid(),
        by,
        early,
        windows: WINDOWS,
        seconds,
        core: cores.listeners,
        accounts,
        task: Task::Measure,
    };
    let mut part = Running::start(&["listeners"], &serde_json::to_vec(&job)?)?;
    let line = part.result(WITHIN + Duration::from_secs(u64::from(WINDOWS * seconds))).await?;
    let findings = serde_json::from_str(&line).context("the listeners' answer is not understood")?;
    Ok(Row { by, listeners, findings })
}
