//! What the microphone sends: packets as long as speech, which tell when they were sent.
//!
//! Speaker and listeners are one process of one machine, so its clock is theirs, and the lateness of a packet can be
//! read off it. The clock is that of the kernel's stamps on what arrives.

use std::sync::Arc;

use anyhow::Context as _;
use nix::sys::time::TimeSpec;
use nix::time::ClockId;

/// Packets a second, as of any speech in Opus.
pub const PER_SECOND: u32 = 50;
/// Samples of a packet in the clock of Opus, 48 kHz.
pub const SAMPLES: u32 = 960;
/// Bytes of a packet: 48 kbit/s, what a booth sends.
pub const BYTES: usize = 120;
/// First byte of a packet of Opus: one mono frame of 20 ms in full band (RFC 6716 section 3.1).
const CONTENTS: u8 = 0xf8;

/// Now, in nanoseconds, by the clock of the kernel's stamps.
///
/// # Errors
/// If the system has no such clock.
pub fn now_ns() -> anyhow::Result<u64> {
    Ok(nanos(ClockId::CLOCK_REALTIME.now().context("the machine's clock cannot be read")?))
}

/// A time of that clock, in nanoseconds.
pub fn nanos(time: TimeSpec) -> u64 {
    let whole = |part: i64| u64::try_from(part).unwrap_or(0);
    whole(time.tv_sec()) * 1_000_000_000 + whole(time.tv_nsec())
}

/// A packet that is sent now.
pub fn sent_at(now_ns: u64) -> Arc<[u8]> {
    let head = [CONTENTS].into_iter().chain(now_ns.to_be_bytes());
    // No two bytes alike, as in sound: nothing on the way could be spared.
    let sound = (0..=u8::MAX).map(|at| at.wrapping_mul(37) ^ 0x5a);
    head.chain(sound).take(BYTES).collect()
}

/// When a packet was sent; none if it is not one of these.
pub fn sending_time(packet: &[u8]) -> Option<u64> {
    let (&contents, rest) = packet.split_first()?;
    let time = rest.first_chunk().filter(|_| contents == CONTENTS && packet.len() == BYTES)?;
    Some(u64::from_be_bytes(*time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_tells_when_it_was_sent() {
        let now_ns = now_ns().unwrap();
        assert!(now_ns > 1_700_000_000_000_000_000, "nanoseconds since 1970");
        let packet = sent_at(now_ns);
        assert_eq!(packet.len(), BYTES);
        assert_eq!(sending_time(&packet), Some(now_ns));
        assert_eq!(sending_time(&packet[..BYTES - 1]), None, "cut short");
        assert_eq!(sending_time(&[CONTENTS, 0xff, 0xfe]), None, "silence");
    }
}
