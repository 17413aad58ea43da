//! Cuts the sound of a channel into pieces where somebody pauses, each a file of Ogg Opus.

use std::time::{Duration, Instant};

use crate::media::line::{Laid, Line};
use crate::media::ogg::Pages;
use crate::media::opus::{FRAME_MS, SILENCE};
use crate::media::{Frame, SPEECH_FROM_DBOV};

/// From this length on a piece ends with the first pause: shorter ones are badly understood.
const PIECE_MIN: Duration = Duration::from_secs(3);
/// The longest piece, for captions are not to come later.
pub const PIECE_MAX: Duration = Duration::from_secs(8);
/// So long without a frame, nobody speaks.
const PAUSE: Duration = Duration::from_millis(600);
/// So many quiet frames in a row are a pause: 240 ms.
const QUIET_FRAMES: u32 = 12;
/// Speech that is shorter is none.
const HEARD_FRAMES_MIN: u32 = 10;
/// Frames of a page: a second.
const FRAMES_PER_PAGE: usize = 50;

/// Some seconds of sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The file.
    pub sound: Vec<u8>,
    /// When it began.
    pub began: Instant,
}

/// Gathers frames until there is a piece.
#[derive(Default)]
pub struct Cutter {
    open: Option<Open>,
}

struct Open {
    began: Instant,
    last: Instant,
    line: Line,
    pages: Pages,
    heard: u32,
    quiet: u32,
}

impl Open {
    /// A frame comes when it has been spoken.
    fn begin(with: &Frame) -> Self {
        let long = Duration::from_millis(FRAME_MS.unsigned_abs());
        let (last, began) = (with.at, with.at.checked_sub(long).unwrap_or(with.at));
        let pages = Pages::begin(1, "", FRAMES_PER_PAGE);
        Self { began, last, line: Line::new(began), pages, heard: 0, quiet: 0 }
    }
}

impl Cutter {
    /// Takes a frame; gives the piece that it ends, if it ends one.
    pub fn take(&mut self, frame: &Frame) -> Option<Piece> {
        let heard = is_heard(frame);
        // A piece begins with somebody who speaks.
        if self.open.is_none() && !heard {
            return None;
        }
        let open = self.open.get_or_insert_with(|| Open::begin(frame));
        open.line.take(frame, |Laid { packet, end }| open.pages.add(Laid { packet, end }));
        open.last = frame.at;
        if heard {
            open.heard += 1;
            open.quiet = 0;
        } else {
            open.quiet += 1;
        }
        let long = frame.at.saturating_duration_since(open.began);
        if long >= PIECE_MAX || long >= PIECE_MIN && open.quiet >= QUIET_FRAMES { self.cut() } else { None }
    }

    /// Looks whether nobody speaks any more; gives the piece that this ends.
    pub fn look(&mut self, now: Instant) -> Option<Piece> {
        let paused = |open: &Open| now.saturating_duration_since(open.last) >= PAUSE;
        if self.open.as_ref().is_some_and(paused) { self.cut() } else { None }
    }

    /// Ends the piece, whatever it holds; none where too little of it is speech.
    pub fn cut(&mut self) -> Option<Piece> {
        let mut open = self.open.take().filter(|open| open.heard >= HEARD_FRAMES_MIN)?;
        open.pages.end();
        Some(Piece { sound: open.pages.take(), began: open.began })
    }
}

/// Whether a frame carries speech, as far as can be told without decoding it.
fn is_heard(frame: &Frame) -> bool {
    frame.level_dbov.map_or(frame.payload.len() > SILENCE.len(), |level| level >= SPEECH_FROM_DBOV)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames of 20 ms from a moment on.
    fn frames(began: Instant, from: u64, count: u64, level_dbov: i8) -> impl Iterator<Item = Frame> {
        (from..from + count).map(move |sequence| Frame {
            source: 1,
            sequence,
            timestamp: sequence * 960,
            at: began + Duration::from_millis(20 * (sequence + 1)),
            level_dbov: Some(level_dbov),
            payload: vec![0xf8; 40].into(),
        })
    }

    fn taken(cutter: &mut Cutter, frames: impl Iterator<Item = Frame>) -> Vec<Piece> {
        frames.filter_map(|frame| cutter.take(&frame)).collect()
    }

    #[test]
    fn a_piece_ends_in_a_pause_or_when_it_is_long_enough() {
        let (began, mut cutter) = (Instant::now(), Cutter::default());
        assert_eq!(taken(&mut cutter, frames(began, 0, 100, -20)), []);
        assert_eq!(
            taken(&mut cutter, frames(began, 100, 30, -70)),
            [],
            "a pause of a piece that is too short"
        );
        assert_eq!(taken(&mut cutter, frames(began, 130, 50, -20)), []);
        let [piece] = &taken(&mut cutter, frames(began, 180, 12, -70))[..] else { panic!("no piece") };
        assert_eq!(piece.began, began);
        assert!(piece.sound.starts_with(b"OggS"));
        let samples = crate::media::ogg::end_of(&piece.sound).unwrap();
        // And a frame of silence that ends it.
        assert_eq!(samples, 193 * 960);
        let without_pause = taken(&mut cutter, frames(began, 192, 450, -20));
        assert_eq!(without_pause.len(), 1);
        assert_eq!(crate::media::ogg::end_of(&without_pause[0].sound).unwrap(), 401 * 960);
    }

    #[test]
    fn what_nobody_says_is_no_piece() {
        let (began, mut cutter) = (Instant::now(), Cutter::default());
        assert_eq!(taken(&mut cutter, frames(began, 0, 600, -70)), []);
        assert_eq!(cutter.cut(), None, "silence");
        assert_eq!(taken(&mut cutter, frames(began, 600, 5, -20)), []);
        assert_eq!(cutter.look(began + Duration::from_secs(13)), None, "a cough");
        assert_eq!(taken(&mut cutter, frames(began, 700, 60, -20)), []);
        let last = began + Duration::from_millis(20 * 760);
        assert_eq!(cutter.look(last + PAUSE - Duration::from_millis(1)), None);
        assert!(cutter.look(last + PAUSE).is_some(), "a short remark");
        assert_eq!(cutter.look(last + PAUSE), None);
    }
}
