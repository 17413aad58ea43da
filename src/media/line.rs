//! A line of time without gaps: the frames of one microphone after another, and silence where none comes.
//!
//! A frame's place follows its own timestamp, so that the network's jitter is not heard, and the timestamps of a
//! stretch are tied to the moment when its first frame came. Clocks of microphones run a little fast or slow; what
//! adds up is taken out one frame at a time. So the line stays in real time for as long as it lasts.

use std::time::{Duration, Instant};

use super::frame::{AGE_MAX, CLOCK_HZ, Frame};
use super::opus::{FRAME_SAMPLES, SILENCE, samples};

/// Beyond this a timestamp says nothing of the time any more: the stretch is tied anew to when its frame came.
const ASTRAY_MAX: i64 = CLOCK_HZ as i64;
/// Over how long the least delay of a stretch is taken, to tell a clock that drifts from a network that jitters.
const WINDOW_SAMPLES: u64 = 10 * CLOCK_HZ;

/// What is laid next on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Laid<'a> {
    /// The Opus packet.
    pub packet: &'a [u8],
    /// Samples since the beginning of the line, with this packet.
    pub end: u64,
}

/// A line of time, by samples since its beginning.
#[derive(Debug)]
pub struct Line {
    /// A moment, and the samples from the beginning of the line to it.
    anchor: (Instant, u64),
    end: u64,
    stretch: Option<Stretch>,
}

/// One stretch of a microphone and how its timestamps lie on the line.
#[derive(Debug)]
struct Stretch {
    source: u32,
    /// Place on the line minus timestamp.
    offset: i64,
    /// The least delay of the frames since `window_began`, in samples.
    delay_min: i64,
    window_began: u64,
}

impl Line {
    /// A line that begins at a moment.
    pub fn new(began: Instant) -> Self {
        Self { anchor: (began, 0), end: 0, stretch: None }
    }

    /// A line that goes on: `end` samples are laid, and the anchor says how many had passed at some moment. The
    /// beginning itself may lie before anything that the machine's monotonic clock can tell.
    pub fn resume(anchor: (Instant, u64), end: u64) -> Self {
        Self { anchor, end, stretch: None }
    }

    /// Samples laid so far.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Samples from the beginning of the line to a moment; 0 for one before it.
    pub fn at(&self, moment: Instant) -> u64 {
        let (anchor, before) = self.anchor;
        if moment < anchor {
            return before.saturating_sub(span(anchor - moment));
        }
        before.saturating_add(span(moment - anchor))
    }

    /// Lays a frame, after silence up to its place. One that is no Opus, or whose place has passed, is dropped.
    pub fn take(&mut self, frame: &Frame, mut lay: impl FnMut(Laid)) {
        let Some(long) = samples(&frame.payload) else { return };
        let gap = self.place(frame, long) - signed(self.end);
        if gap < -signed(long / 2) {
            return;
        }
        let missing = (gap.max(0).unsigned_abs() + FRAME_SAMPLES / 2) / FRAME_SAMPLES;
        (0..missing).for_each(|_| self.silence(&mut lay));
        // What follows in the stretch joins without a seam.
        if let Some(stretch) = &mut self.stretch {
            stretch.offset = signed(self.end) - signed(frame.timestamp);
        }
        self.end += long;
        lay(Laid { packet: &frame.payload, end: self.end });
    }

    /// Lays silence where nothing has come for so long that nothing will.
    pub fn keep_up(&mut self, now: Instant, lay: impl FnMut(Laid)) {
        self.fill(self.at(now).saturating_sub(span(AGE_MAX)), lay);
    }

    /// Lays silence up to so many samples after the beginning, to the frame.
    pub fn fill(&mut self, until: u64, mut lay: impl FnMut(Laid)) {
        while self.end + FRAME_SAMPLES <= until {
            self.silence(&mut lay);
        }
    }

    /// Where a frame belongs, by its stretch.
    fn place(&mut self, frame: &Frame, long: u64) -> i64 {
        // A frame comes when it has been spoken.
        let came = signed(self.at(frame.at)) - signed(long);
        let now = self.at(frame.at);
        let of_stretch = self.stretch.as_mut().filter(|stretch| stretch.source == frame.source);
        let delay = of_stretch.as_ref().map(|stretch| came - (signed(frame.timestamp) + stretch.offset));
        match (of_stretch, delay) {
            (Some(stretch), Some(delay)) if delay.abs() <= ASTRAY_MAX => {
                stretch.note(delay, now, signed(long));
                signed(frame.timestamp) + stretch.offset
            }
            _astray_or_new => {
                let offset = came - signed(frame.timestamp);
                let source = frame.source;
                self.stretch = Some(Stretch { source, offset, delay_min: i64::MAX, window_began: now });
                came
            }
        }
    }

    fn silence(&mut self, lay: &mut impl FnMut(Laid)) {
        self.end += FRAME_SAMPLES;
        lay(Laid { packet: &SILENCE, end: self.end });
    }
}

impl Stretch {
    /// Notes the delay of a frame, and moves the stretch by one frame where even the least delay has grown to one.
    fn note(&mut self, delay: i64, now: u64, long: i64) {
        self.delay_min = self.delay_min.min(delay);
        if now.saturating_sub(self.window_began) < WINDOW_SAMPLES {
            return;
        }
        if self.delay_min >= long {
            self.offset += long;
        } else if self.delay_min <= -long {
            self.offset -= long;
        }
        (self.delay_min, self.window_began) = (i64::MAX, now);
    }
}

/// Samples of a length of time.
pub fn span(time: Duration) -> u64 {
    u64::try_from(time.as_nanos() * u128::from(CLOCK_HZ) / 1_000_000_000).unwrap_or(u64::MAX)
}

fn signed(samples: u64) -> i64 {
    i64::try_from(samples).unwrap_or(i64::MAX)
}
