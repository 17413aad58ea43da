//! A microphone whose frames come as a test wants them.

use std::time::{Duration, Instant};

use plenary::media::Frame;
use plenary::media::opus::FRAME_SAMPLES;

/// How long a frame is.
pub const FRAME: Duration = Duration::from_millis(20);

/// Makes the frames of one stretch.
pub struct Microphone {
    source: u32,
    first_timestamp: u64,
    began: Instant,
}

impl Microphone {
    /// A stretch whose first frame has been spoken at a moment.
    pub fn new(source: u32, first_timestamp: u64, began: Instant) -> Self {
        Self { source, first_timestamp, began }
    }

    /// A frame by its number from 0, which came when it had been spoken.
    pub fn frame(&self, number: u64) -> Frame {
        self.late_frame(number, Duration::ZERO)
    }

    /// A frame that came late.
    pub fn late_frame(&self, number: u64, late: Duration) -> Frame {
        Frame {
            source: self.source,
            sequence: number,
            timestamp: self.first_timestamp + number * FRAME_SAMPLES,
            at: self.began + FRAME * (u32::try_from(number).unwrap() + 1) + late,
            level_dbov: None,
            payload: self.payload(number).into(),
        }
    }

    /// What a frame says: 20 ms of fullband sound by its first byte, and who spoke it.
    pub fn payload(&self, number: u64) -> Vec<u8> {
        let source = u8::try_from(self.source).unwrap();
        let mut payload = vec![0xf8, source, u8::try_from(number % 251).unwrap()];
        payload.resize(60, source);
        payload
    }
}
