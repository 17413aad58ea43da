//! A stall of a microphone or its network costs what was not captured, and nothing of what the room hears afterwards.
//!
//! A course says how late each frame of a microphone comes. What is captured goes on without a gap in its timestamps,
//! as browsers have it, so a stall of the machine is a delay that rises and stays, and one of the network a delay that
//! rises and falls again.

use std::time::{Duration, Instant};

use plenary::media::Frame;
use plenary::media::line::{AHEAD_MAX, Line};
use plenary::media::opus::{FRAME_SAMPLES, SILENCE};

use crate::microphone::{FRAME, Microphone};

/// How often silence is laid: by the recorder, and by the public's stream.
const SINKS: [(&str, Duration); 2] =
    [("recorder", Duration::from_millis(250)), ("public Ogg", Duration::from_millis(100))];
/// The steps of a delay that were seen in the field.
const STEPS_MS: [u64; 9] = [60, 180, 220, 300, 600, 1_000, 1_020, 1_500, 5_000];
/// When the first stall comes, and how long is looked at what follows it.
const BEFORE: u64 = 500;
const AFTER: u64 = 6_000;
/// How much later than it came a frame may lie in a file, and how much earlier: silence is laid 200 ms after its time,
/// as often as the recorder looks.
const LATER_MAX_MS: i64 = 500;
const EARLIER_MAX_MS: i64 = 470;

/// A frame that a course brings, told apart by its payload.
fn numbered(microphone: &Microphone, number: u64, late_ms: u64) -> Frame {
    let late = Duration::from_millis(late_ms);
    let mut payload = vec![0xf8];
    payload.extend(number.to_be_bytes());
    Frame { payload: payload.into(), ..microphone.late_frame(number, late) }
}

/// What was laid: at which sample each frame lies.
struct Laid {
    lies: Vec<Option<u64>>,
    frames: Vec<Frame>,
    began: Instant,
}

impl Laid {
    /// Brings frames to a line in the order in which they come, and has silence laid as often as a sink does.
    fn of(mut frames: Vec<Frame>, began: Instant, pace: Duration) -> Self {
        let number = |packet: &[u8]| {
            (packet != SILENCE).then(|| u64::from_be_bytes(packet[1..9].try_into().unwrap()) as usize)
        };
        let (mut line, mut lies, mut end) = (Line::new(began), vec![None; frames.len()], 0);
        let mut lay = |laid: plenary::media::line::Laid| {
            assert_eq!(laid.end, end + FRAME_SAMPLES, "no gap, no overlap");
            if let Some(number) = number(laid.packet) {
                assert_eq!(lies[number].replace(end), None, "frame {number} twice");
            }
            end = laid.end;
        };
        let (mut ordered, mut look) = (frames.clone(), began + pace);
        ordered.sort_by_key(|frame| (frame.at, number(&frame.payload)));
        for frame in &ordered {
            while look <= frame.at {
                line.keep_up(look, &mut lay);
                look += pace;
            }
            line.take(frame, &mut lay);
        }
        frames.sort_by_key(|frame| number(&frame.payload));
        Self { lies, frames, began }
    }

    /// One microphone whose frame comes so late, in milliseconds.
    fn course(pace: Duration, frames: u64, late_ms: impl Fn(u64) -> u64) -> Self {
        let began = Instant::now();
        let microphone = Microphone::new(1, 0, began);
        let frames = (0..frames).map(|number| numbered(&microphone, number, late_ms(number))).collect();
        Self::of(frames, began, pace)
    }

    /// Milliseconds of sound that are missing.
    fn lost_ms(&self) -> u64 {
        20 * self.lies.iter().filter(|lies| lies.is_none()).count() as u64
    }

    /// How many milliseconds after it came each frame lies that lies anywhere; its beginning comes when it is spoken.
    fn later_ms(&self) -> impl Iterator<Item = i64> {
        let came_ms = |frame: &Frame| (frame.at - FRAME - self.began).as_millis() as i64;
        self.lies
            .iter()
            .zip(&self.frames)
            .filter_map(move |(lies, frame)| Some((lies.as_ref()?, frame)))
            .map(move |(lies, frame)| *lies as i64 / 48 - came_ms(frame))
    }

    /// Nothing lies further from when it came than files are said to be aligned.
    fn is_aligned(&self, what: &str) {
        for later_ms in self.later_ms() {
            assert!((-EARLIER_MAX_MS..=LATER_MAX_MS).contains(&later_ms), "{what}: {later_ms} ms off");
        }
    }
}

#[test]
fn what_comes_later_from_some_moment_on_is_all_there() {
    for (sink, pace) in SINKS {
        for step_ms in STEPS_MS {
            let late_ms = |number| if number < BEFORE { 0 } else { step_ms };
            let laid = Laid::course(pace, BEFORE + AFTER, late_ms);
            assert_eq!(laid.lost_ms(), 0, "{sink}, later by {step_ms} ms");
            laid.is_aligned(&format!("{sink}, later by {step_ms} ms"));
        }
    }
}

#[test]
fn small_stalls_that_add_up_cost_nothing() {
    for (sink, pace) in SINKS {
        for (each_ms, every_s) in [(60, 10), (100, 20), (40, 1), (190, 60)] {
            let late_ms = |number| number / (50 * every_s) * each_ms;
            let laid = Laid::course(pace, 300 * 50, late_ms);
            assert_eq!(laid.lost_ms(), 0, "{sink}, {each_ms} ms each {every_s} s");
            laid.is_aligned(&format!("{sink}, {each_ms} ms each {every_s} s"));
        }
    }
}

#[test]
fn what_a_network_holds_up_and_gives_out_at_once_is_missing_no_longer_than_it_was_held_up() {
    for (sink, pace) in SINKS {
        for held_ms in STEPS_MS {
            let held = held_ms / 20;
            let late_ms = |number| {
                if (BEFORE..BEFORE + held).contains(&number) { 20 * (BEFORE + held - number) } else { 0 }
            };
            let laid = Laid::course(pace, BEFORE + AFTER, late_ms);
            assert!(laid.lost_ms() <= held_ms, "{sink}, {held_ms} ms held up: {} ms lost", laid.lost_ms());
            if held_ms <= 600 {
                // What is ahead of the time after it is taken out a frame each ten seconds.
                assert!(
                    laid.lost_ms() <= 20 * AFTER / 500,
                    "{sink}, {held_ms} ms: {} ms lost",
                    laid.lost_ms()
                );
                let after = usize::try_from(BEFORE + held + 1).unwrap();
                let at_once = laid.lies[..after].iter().all(Option::is_some);
                assert!(at_once, "{sink}, {held_ms} ms held up: all of it is there");
            }
            laid.is_aligned(&format!("{sink}, {held_ms} ms held up"));
        }
    }
}

#[test]
fn when_a_delay_falls_whoever_speaks_next_is_heard_from_the_first_word() {
    for (sink, pace) in SINKS {
        for step_ms in STEPS_MS {
            let what = format!("{sink}, sooner by {step_ms} ms");
            let began = Instant::now();
            let first = Microphone::new(1, 0, began);
            let late_ms = |number| if number < BEFORE { step_ms } else { 0 };
            let mut frames: Vec<Frame> =
                (0..2 * BEFORE).map(|number| numbered(&first, number, late_ms(number))).collect();
            let second = Microphone::new(2, 7, began + FRAME * u32::try_from(2 * BEFORE).unwrap());
            frames.extend((0..BEFORE).map(|number| {
                let frame = second.frame(number);
                Frame { payload: numbered(&first, 2 * BEFORE + number, 0).payload, ..frame }
            }));
            let laid = Laid::of(frames, began, pace);
            assert!(laid.lost_ms() <= step_ms, "{what}: {} ms lost", laid.lost_ms());
            let next_turn = &laid.lies[usize::try_from(2 * BEFORE).unwrap()..];
            assert!(
                next_turn[..100].iter().all(Option::is_some),
                "{what}: the next turn's first two seconds"
            );
            laid.is_aligned(&what);
        }
    }
}

#[test]
fn a_line_that_is_ahead_comes_back_to_the_time_in_pauses_and_loses_no_word() {
    let began = Instant::now();
    let microphone = Microphone::new(1, 0, began);
    let is_pause = |number: u64| (60..70).contains(&(number % 100));
    let frames = (0..BEFORE + AFTER).map(|number| {
        let late_ms = if (BEFORE..BEFORE + 30).contains(&number) { 20 * (BEFORE + 30 - number) } else { 0 };
        let level_dbov = Some(if is_pause(number) { -70 } else { -25 });
        Frame { level_dbov, ..numbered(&microphone, number, late_ms) }
    });
    for (sink, pace) in SINKS {
        let laid = Laid::of(frames.clone().collect(), began, pace);
        let lost = laid.lies.iter().zip(0_u64..).filter(|(lies, _)| lies.is_none());
        let words: Vec<u64> = lost.map(|(_, number)| number).filter(|number| !is_pause(*number)).collect();
        assert_eq!(words, [0_u64; 0], "{sink}: words are lost");
        let behind: Vec<i64> = laid.later_ms().collect();
        assert!(behind.iter().any(|ms| *ms >= 200), "{sink}: it was ahead");
        assert!(behind[behind.len() - 100..].iter().all(|ms| ms.abs() <= 40), "{sink}: it is in time again");
    }
}

#[test]
fn nothing_lies_further_ahead_than_the_bound_whatever_comes() {
    // Twice as much sound as there is time.
    let began = Instant::now();
    let microphone = Microphone::new(1, 0, began);
    let frames = (0..3_000).map(|number| {
        let frame = numbered(&microphone, number, 0);
        Frame { at: began + FRAME / 2 * u32::try_from(number).unwrap(), ..frame }
    });
    let laid = Laid::of(frames.collect(), began, SINKS[0].1);
    let furthest = laid.later_ms().max().unwrap();
    assert!(furthest <= AHEAD_MAX.as_millis() as i64 && laid.lost_ms() > 20_000, "{furthest} ms ahead");
}
