//! What the process of the listeners is asked, and what it tells.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::super::entering::Account;
use super::lateness::Spread;

/// How the listeners' sound comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Over UDP, encrypted for each.
    #[strum(serialize = "WebRTC")]
    WebRtc,
    /// Over a WebSocket.
    #[strum(serialize = "WebSocket")]
    WebSocket,
}

/// What is to be measured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Job {
    /// Where the server listens.
    pub address: SocketAddr,
    /// Its process.
    pub server: u32,
    /// How the sound comes.
    pub by: By,
    /// Listeners that hear before the others join.
    pub early: u32,
    /// Stretches in which all hear.
    pub windows: u32,
    /// Length of each, in seconds.
    pub seconds: u32,
    /// The processor to keep to, if to one.
    pub core: Option<usize>,
    /// Everybody: the chair, the one who speaks, the listeners.
    pub accounts: Vec<Account>,
    /// What they do.
    pub task: Task,
}

/// What everybody does.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Some listen, the others join at once, all hear; it tells [`Findings`].
    Measure,
    /// They come one after the other; it tells [`Arrivals`].
    Arrive {
        /// How long they take to come, in seconds.
        over_s: u32,
    },
    /// They take up the sound and leave it, again and again; it tells [`Rounds`].
    ComeAndGo {
        /// How long, in seconds.
        seconds: u32,
    },
}

/// Listeners have come one after the other.
#[derive(Debug, Serialize, Deserialize)]
pub struct Arrivals {
    /// From entering the session until the first sound, of each who heard, in milliseconds.
    pub ms: Vec<f64>,
}

/// Listeners have come and gone.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rounds {
    /// Times that all came and went.
    pub rounds: u32,
    /// Paths of sound that were taken up.
    pub taken_up: u64,
}

impl Job {
    /// How many listen.
    pub fn listeners(&self) -> u32 {
        u32::try_from(self.accounts.len()).unwrap_or(u32::MAX).saturating_sub(OTHERS)
    }
}

/// People who do not listen: the chair and the one who speaks.
pub const OTHERS: u32 = 2;

/// What was measured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Findings {
    /// Memory the server has taken for each listener's sound, in bytes.
    pub bytes_each: u64,
    /// The others join at once.
    pub storm: Storm,
    /// All hear, several times.
    pub windows: Vec<Window>,
    /// How late the sound came while all heard.
    pub lateness: Spread,
}

/// Listeners join at once while others hear.
#[derive(Debug, Serialize, Deserialize)]
pub struct Storm {
    /// How many joined.
    pub joined: u32,
    /// From the first offer until the last one heard, in seconds.
    pub seconds: f64,
    /// What came to those who heard already.
    pub window: Window,
    /// How late it came to them.
    pub lateness: Spread,
}

/// A stretch of speech.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Window {
    /// Listeners that were counted.
    pub listeners: u32,
    /// Packets that came to them.
    pub packets: u64,
    /// Packets that did not.
    pub lost: u64,
    /// Processor time of the server, in microseconds.
    pub cpu_us: f64,
    /// Its length, in seconds.
    pub seconds: f64,
}

impl Window {
    /// Processor time of the server for one packet, in microseconds.
    pub fn cpu_us_each(&self) -> f64 {
        self.cpu_us / self.packets.max(1) as f64
    }
}
