//! A line of time without gaps: the frames of one microphone after another, and silence where none comes.
//!
//! A frame's place follows its own timestamp, so that the network's jitter is not heard, and the timestamps of a
//! stretch are tied to the moment when its first frame came. What was not captured is silence, and silence that is laid
//! stays: a frame whose place has passed is laid at the end instead, and its stretch is tied anew to there. So a stall
//! costs what was not captured and nothing more, and what follows it is heard a little later.
//!
//! The line stays in real time for as long as it lasts. It is never more than [`AHEAD_MAX`] ahead of it. Where it is
//! ahead at all, as after a stall whose sound came all at once, quiet frames are left out until it is not. Clocks of
//! microphones run a little fast or slow; what adds up is taken out one frame at a time.

use std::time::{Duration, Instant};

use super::frame::{AGE_MAX, CLOCK_HZ, Frame};
use super::opus::{FRAME_SAMPLES, SILENCE, samples};

/// How far the line may run ahead of the time. A frame that would lie further ahead is left out.
pub const AHEAD_MAX: Duration = Duration::from_millis(500);
/// Beyond this a timestamp says nothing of the time any more: the stretch is tied anew to when its frame came.
const ASTRAY_MAX: i64 = CLOCK_HZ as i64;
/// Over how long the least delay of a stretch is taken, to tell a clock that drifts from a network that jitters.
const WINDOW_SAMPLES: u64 = 10 * CLOCK_HZ;
/// A frame as loud as this, or less, holds a pause between words: nobody misses it.
const QUIET_DBOV: i8 = -60;

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
    /// The timestamp after the newest frame: what is earlier comes twice, or too late.
    next: i64,
    /// The least delay of the frames since `window_began`, in samples: how long after its place a frame came. Negative
    /// where all came before theirs, for the line is ahead.
    delay_min: i64,
    window_began: u64,
    /// Whether it paused since then: pauses take out by themselves what the line is ahead.
    paused: bool,
}

/// What a clock that drifts asks of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drift {
    /// Nothing.
    None,
    /// That it lies one frame later.
    Later,
    /// That it lies one frame earlier.
    Earlier,
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

    /// Lays a frame, after silence up to its place, and tells whether it did. One that is no Opus, comes twice or after
    /// those that follow it, or would lie too far ahead of the time, is left out.
    pub fn take(&mut self, frame: &Frame, mut lay: impl FnMut(Laid)) -> bool {
        let Some(long) = samples(&frame.payload) else { return false };
        let (now, long_signed, timestamp) = (self.at(frame.at), signed(long), signed(frame.timestamp));
        // A frame comes when it has been spoken.
        let came = signed(now) - long_signed;
        let mut stretch = self.stretch_of(frame, came, now);
        let end = signed(self.end);
        // Silence is never laid ahead of the time, and nothing where something is.
        let mut place = end.max((timestamp + stretch.offset).min(came));
        let is_old = timestamp + long_signed / 2 < stretch.next;
        let mut left_out = is_old;
        if !is_old {
            stretch.next = timestamp + long_signed;
            let ahead = place - came;
            let quiet = is_quiet(frame);
            let drift = stretch.note((-ahead, quiet), now, long_signed);
            let spare = ahead >= long_signed && quiet || drift == Drift::Earlier;
            left_out = spare || ahead > signed(span(AHEAD_MAX));
            if drift == Drift::Later {
                place += long_signed;
            }
        }
        if !left_out {
            let missing = ((place - end).unsigned_abs() + FRAME_SAMPLES / 2) / FRAME_SAMPLES;
            (0..missing).for_each(|_| self.silence(&mut lay));
            // What follows in the stretch joins without a seam.
            stretch.offset = signed(self.end) - timestamp;
            self.end += long;
            lay(Laid { packet: &frame.payload, end: self.end });
        }
        self.stretch = Some(stretch);
        !left_out
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

    /// The stretch that a frame goes on with, or a new one that is tied to when the frame came.
    fn stretch_of(&mut self, frame: &Frame, came: i64, now: u64) -> Stretch {
        let timestamp = signed(frame.timestamp);
        let goes_on = |stretch: &Stretch| {
            stretch.source == frame.source && (came - timestamp - stretch.offset).abs() <= ASTRAY_MAX
        };
        let (offset, source) = (came - timestamp, frame.source);
        let (delay_min, window_began, paused) = (i64::MAX, now, false);
        let begun = Stretch { source, offset, next: timestamp, delay_min, window_began, paused };
        self.stretch.take().filter(goes_on).unwrap_or(begun)
    }

    fn silence(&mut self, lay: &mut impl FnMut(Laid)) {
        self.end += FRAME_SAMPLES;
        lay(Laid { packet: &SILENCE, end: self.end });
    }
}

impl Stretch {
    /// Notes the delay of a frame and whether it is quiet, and tells where even the least delay has grown to a frame.
    fn note(&mut self, (delay, quiet): (i64, bool), now: u64, long: i64) -> Drift {
        self.delay_min = self.delay_min.min(delay);
        self.paused |= quiet;
        if now.saturating_sub(self.window_began) < WINDOW_SAMPLES {
            return Drift::None;
        }
        let delay_min = std::mem::replace(&mut self.delay_min, i64::MAX);
        let paused = std::mem::take(&mut self.paused);
        self.window_began = now;
        match delay_min {
            late if late >= long => Drift::Later,
            early if early <= -long && !paused => Drift::Earlier,
            _in_time => Drift::None,
        }
    }
}

/// Whether a frame says that it holds nothing to hear.
fn is_quiet(frame: &Frame) -> bool {
    frame.level_dbov.is_some_and(|level| level <= QUIET_DBOV)
}

/// Samples of a length of time.
pub fn span(time: Duration) -> u64 {
    u64::try_from(time.as_nanos() * u128::from(CLOCK_HZ) / 1_000_000_000).unwrap_or(u64::MAX)
}

fn signed(samples: u64) -> i64 {
    i64::try_from(samples).unwrap_or(i64::MAX)
}
