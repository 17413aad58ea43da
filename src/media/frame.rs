//! One frame of sound, as every sink of a channel sees it.

use std::sync::Arc;
use std::time::Instant;

/// Samples of a second in the clock of timestamps: Opus always counts in 48 kHz.
pub const CLOCK_HZ: u64 = 48_000;
/// Longest payload of a frame in bytes: the most that RFC 6716 section 3.4 gives one frame of Opus.
pub const PAYLOAD_BYTES_MAX: usize = 1_275;
/// Age beyond which a frame is dropped rather than sent late.
pub const AGE_MAX: std::time::Duration = std::time::Duration::from_millis(200);

/// An Opus packet of one microphone with its place in time. Nothing is decoded or encoded on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Which stretch of one microphone this belongs to: another number after each new connection of the microphone, so
    /// that sequence and timestamp may begin anew with it.
    pub source: u32,
    /// Place in the source's order, without wrap; a gap is a lost frame.
    pub sequence: u64,
    /// Place in the source's time, in samples of [`CLOCK_HZ`], without wrap.
    pub timestamp: u64,
    /// When the server had it.
    pub at: Instant,
    /// How loud it is, in dBov from -127 (silence) to 0, where the sender says so (RFC 6464).
    pub level_dbov: Option<i8>,
    /// The Opus packet.
    pub payload: Arc<[u8]>,
}
