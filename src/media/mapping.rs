//! How frames of changing sources become one unbroken RTP stream of a listener.
//!
//! Each slot of each listener has its own sequence and timestamps. Within a source they advance as the source's do, so
//! that loss stays visible; when another source begins, the sequence goes on by one and the timestamp by the time that
//! has passed. No sequence number is ever used twice: SRTP would encrypt two packets with one nonce. So a place is made
//! here and nowhere else, once, and whoever seals a packet with it uses it up.

use std::time::Instant;

use super::frame::{CLOCK_HZ, Frame};

/// The first sequence number. Below 65536, or a receiver would guess another rollover count than the sender's.
const FIRST_SEQUENCE: u64 = 1;
/// Where timestamps begin.
const FIRST_TIMESTAMP: u32 = 48_000;
/// A gap of more frames is not loss but a pause: the listener was elsewhere, or the source did not send.
const GAP_MAX: u64 = 250;
/// A source's clock may differ from ours by so many samples between two frames: two seconds.
const DRIFT_MAX: u64 = 2 * CLOCK_HZ;
/// Least advance of the timestamp from one source to the next: one frame of 20 ms.
const FRAME_SAMPLES: u64 = CLOCK_HZ / 50;
/// Longest time between two sources that is told as such, so that it stays well within half the timestamps' range.
const PAUSE_SAMPLES_MAX: u64 = 3_600 * CLOCK_HZ;

/// Where a frame stands in a listener's stream. There is one of each: it cannot be copied.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    ssrc: u32,
    sequence: u64,
    timestamp: u32,
    marker: bool,
}

impl Place {
    /// The stream.
    pub fn ssrc(&self) -> u32 {
        self.ssrc
    }

    /// The sequence number, without wrap: the low 16 bits are sent, the others count its rollovers.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// The timestamp, with wrap.
    pub fn timestamp(&self) -> u32 {
        self.timestamp
    }

    /// Whether a new stretch begins here: decoders may start afresh.
    pub fn marker(&self) -> bool {
        self.marker
    }

    /// Any place at all, for what is tested with one.
    #[cfg(test)]
    pub fn for_test(ssrc: u32, sequence: u64, timestamp: u32, marker: bool) -> Self {
        Self { ssrc, sequence, timestamp, marker }
    }
}

/// The state of one slot of one listener.
#[derive(Debug)]
pub struct Mapping {
    ssrc: u32,
    newest: Option<Newest>,
}

/// The frame with the highest sequence number so far.
#[derive(Debug)]
struct Newest {
    source: u32,
    source_sequence: u64,
    source_timestamp: u64,
    sequence: u64,
    timestamp: u32,
    at: Instant,
    /// Bit n: the sequence number n before this one is used, or belongs to an earlier source.
    used: u64,
}

impl Mapping {
    /// A stream of this number in which nothing was sent yet.
    pub fn new(ssrc: u32) -> Self {
        Self { ssrc, newest: None }
    }

    /// The stream that it numbers.
    pub fn ssrc(&self) -> u32 {
        self.ssrc
    }

    /// The frame's place, or nothing if it comes too late to have one.
    pub fn place(&mut self, frame: &Frame) -> Option<Place> {
        let Some(newest) = &mut self.newest else {
            return Some(self.begin(frame, FIRST_SEQUENCE, FIRST_TIMESTAMP));
        };
        if newest.source == frame.source && frame.sequence <= newest.source_sequence {
            let back = newest.source_sequence - frame.sequence;
            // Far behind is no late frame: the source has begun anew without saying so.
            if back <= GAP_MAX {
                return newest.place_late(frame, back, self.ssrc);
            }
        } else if newest.source == frame.source
            && let Some(place) = newest.place_next(frame, self.ssrc)
        {
            return Some(place);
        }
        let passed = newest.passed(frame.at).clamp(FRAME_SAMPLES, PAUSE_SAMPLES_MAX);
        let timestamp = newest.timestamp.wrapping_add(u32::try_from(passed).unwrap_or(u32::MAX));
        let sequence = newest.sequence + 1;
        Some(self.begin(frame, sequence, timestamp))
    }

    fn begin(&mut self, frame: &Frame, sequence: u64, timestamp: u32) -> Place {
        self.newest = Some(Newest {
            source: frame.source,
            source_sequence: frame.sequence,
            source_timestamp: frame.timestamp,
            sequence,
            timestamp,
            at: frame.at,
            used: u64::MAX,
        });
        Place { ssrc: self.ssrc, sequence, timestamp, marker: true }
    }
}

impl Newest {
    /// Samples of wall-clock time since this frame.
    fn passed(&self, at: Instant) -> u64 {
        let micros = at.saturating_duration_since(self.at).as_micros().min(u128::from(u32::MAX) * 1_000);
        u64::try_from(micros).unwrap_or(u64::MAX) * CLOCK_HZ / 1_000_000
    }

    /// The place of a frame that follows in the same source, unless its numbers jump.
    fn place_next(&mut self, frame: &Frame, ssrc: u32) -> Option<Place> {
        let step = frame.sequence - self.source_sequence;
        let advance = frame.timestamp.checked_sub(self.source_timestamp).filter(|advance| *advance > 0)?;
        if step > GAP_MAX || advance.abs_diff(self.passed(frame.at)) > DRIFT_MAX {
            return None;
        }
        self.used = if step < 64 { self.used << step | 1 } else { 1 };
        self.sequence += step;
        self.timestamp = self.timestamp.wrapping_add(u32::try_from(advance).unwrap_or(u32::MAX));
        (self.source_sequence, self.source_timestamp, self.at) = (frame.sequence, frame.timestamp, frame.at);
        Some(Place { ssrc, sequence: self.sequence, timestamp: self.timestamp, marker: false })
    }

    /// The place of a frame that the network has delayed, if that is still free.
    fn place_late(&mut self, frame: &Frame, back: u64, ssrc: u32) -> Option<Place> {
        if back >= 64 || self.used >> back & 1 == 1 {
            return None;
        }
        let behind = self.source_timestamp.checked_sub(frame.timestamp).filter(|behind| *behind > 0)?;
        self.used |= 1 << back;
        let timestamp = self.timestamp.wrapping_sub(u32::try_from(behind).ok()?);
        Some(Place { ssrc, sequence: self.sequence.checked_sub(back)?, timestamp, marker: false })
    }
}

#[cfg(test)]
mod tests;
