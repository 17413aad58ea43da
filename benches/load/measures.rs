//! What a run has measured.

use super::floor::Floor;
use super::sound::Sound;

/// All that a run has measured.
#[derive(Debug)]
pub struct Measures {
    /// All join at once.
    pub join: Join,
    /// Changes one by one.
    pub single: Changes,
    /// Changes in bursts.
    pub burst: Changes,
    /// The machine's floor.
    pub floor: Floor,
    /// All come back at once after a kill.
    pub back: Return,
    /// Sound, unless it was left out.
    pub sound: Option<Sound>,
}

/// All join at once.
#[derive(Debug)]
pub struct Join {
    /// Time to exchange all links for cookies, in seconds.
    pub enter_s: f64,
    /// Time until the last one held its snapshot, in seconds.
    pub seconds: f64,
    /// Server processor time of it all, in microseconds.
    pub cpu_us: f64,
    /// Memory the server has taken for each, in bytes.
    pub bytes_per_client: u64,
}

/// Changes sent to all.
#[derive(Debug)]
pub struct Changes {
    /// Changes sent at once.
    pub burst: u32,
    /// Changes sent.
    pub changes: u32,
    /// From the first sent to the last arrived, in seconds.
    pub seconds: f64,
    /// Changes that arrived, counted at each client.
    pub deliveries: u64,
    /// Frames they arrived in.
    pub frames: u64,
    /// Server processor time, in microseconds.
    pub cpu_us: f64,
    /// Half arrived within this, in milliseconds.
    pub p50_ms: f64,
    /// 99 of 100 arrived within this, in milliseconds.
    pub p99_ms: f64,
    /// All arrived within this, in milliseconds.
    pub max_ms: f64,
}

impl Changes {
    /// Server processor time of one change at one client, in microseconds.
    pub fn cpu_us_each(&self) -> f64 {
        self.cpu_us / self.deliveries.max(1) as f64
    }

    /// Server processor time of one frame at one client, in microseconds.
    pub fn cpu_us_each_frame(&self) -> f64 {
        self.cpu_us / self.frames.max(1) as f64
    }
}

/// All come back at once after a kill.
#[derive(Debug)]
pub struct Return {
    /// From the server being ready until the last one stood where the session stands, in seconds.
    pub seconds: f64,
    /// From the start of the process until it was ready, in seconds.
    pub start_s: f64,
    /// Clients that were continued from what they held; the others began anew with a snapshot.
    pub resumed: u32,
}
