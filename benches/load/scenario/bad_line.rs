//! A line on which packets are lost or take their time, between all programs of this process's network namespace: a TUN
//! device through which all that goes to this machine's own address goes out and comes back in. It needs nothing of the kernel
//! but that device, where `netem` is a module that many have not.

use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tun_rs::{DeviceBuilder, SyncDevice};

use super::networks::run;

/// Its name.
const NAME: &str = "line";
/// Bytes of a packet, at most, as on Ethernet.
const MTU: u16 = 1_500;
/// What table of routes leads over it.
const TABLE: &str = "100";

/// What is wrong with a line, each way.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Of 1,000 packets so many are lost.
    pub lost: u64,
    /// What a packet takes, at least.
    pub takes: Duration,
    /// What it may take more; none overtakes another.
    pub more: Duration,
}

/// Lays it in this process's network namespace, which must be its own, until the process ends.
///
/// # Errors
/// If the system has no such device, or its routes cannot be set.
pub fn lay(line: Line) -> anyhow::Result<()> {
    let device = DeviceBuilder::new().name(NAME).mtu(MTU).build_sync();
    let device = Arc::new(device.context("no TUN device can be made, which needs root and /dev/net/tun")?);
    for setting in ["all/rp_filter=0", "line/rp_filter=0", "line/accept_local=1", "line/route_localnet=1"] {
        let (name, value) = setting.split_once('=').unwrap_or_default();
        let file = format!("/proc/sys/net/ipv4/conf/{name}");
        std::fs::write(&file, value).with_context(|| format!("{file} cannot be set"))?;
    }
    run("ip", "link set line up")?;
    // What comes out of the line has arrived; all else to this machine goes into it. The rule that decides at once what is of this
    // machine has to stand behind both.
    run("ip", "rule add priority 1 iif line lookup local")?;
    run("ip", &format!("rule add priority 2 to 127.0.0.0/8 lookup {TABLE}"))?;
    run("ip", &format!("route add default dev line src 127.0.0.1 table {TABLE}"))?;
    run("ip", "rule add priority 100 lookup local")?;
    run("ip", "rule del priority 0")?;
    let (sent, under_way) = mpsc::channel();
    let far_end = device.clone();
    std::thread::spawn(move || takes_in(&device, line, &sent));
    std::thread::spawn(move || hands_on(&far_end, &under_way));
    Ok(())
}

/// Takes packets from the system, loses some, and says when the others arrive.
fn takes_in(device: &SyncDevice, line: Line, sent: &mpsc::Sender<(Instant, Box<[u8]>)>) {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut packet = [0; MTU as usize];
    let mut last = Instant::now();
    while let Ok(length) = device.recv(&mut packet) {
        if chance.below(1_000) < line.lost {
            continue;
        }
        let more = Duration::from_micros(chance.below(line.more.as_micros() as u64));
        last = last.max(Instant::now() + line.takes + more);
        let whole = packet.get(..length).unwrap_or_default();
        if sent.send((last, whole.into())).is_err() {
            return;
        }
    }
}

/// Gives them back to the system in their order, each in its time.
#[expect(clippy::disallowed_methods, reason = "time is what the line takes")]
fn hands_on(device: &SyncDevice, under_way: &mpsc::Receiver<(Instant, Box<[u8]>)>) {
    for (arrives, packet) in under_way {
        std::thread::sleep(arrives.saturating_duration_since(Instant::now()));
        // What the system has no room for is lost, as on any line.
        drop(device.send(&packet));
    }
}

/// The same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, below: u64) -> u64 {
        // xorshift64, Marsaglia 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below.max(1)
    }
}
