//! A line of time has no gap and no overlap, and stays in real time whatever its microphones do.

use std::time::{Duration, Instant};

use plenary::media::line::Line;
use plenary::media::opus::{FRAME_SAMPLES, SILENCE};
use proptest::prelude::*;

use crate::microphone::Microphone;

/// Silence as `None`, sound by its source.
type Heard = Vec<Option<u8>>;

struct Laying {
    line: Line,
    heard: Heard,
}

impl Laying {
    fn new(began: Instant) -> Self {
        Self { line: Line::new(began), heard: Vec::new() }
    }

    fn take(&mut self, frame: &plenary::media::Frame) {
        let Self { line, heard } = self;
        line.take(frame, |laid| note(heard, laid));
    }

    fn keep_up(&mut self, now: Instant) {
        let Self { line, heard } = self;
        line.keep_up(now, |laid| note(heard, laid));
    }
}

fn note(heard: &mut Heard, laid: plenary::media::line::Laid) {
    heard.push((laid.packet != SILENCE).then(|| laid.packet[1]));
    assert_eq!(laid.end, heard.len() as u64 * FRAME_SAMPLES, "no gap, no overlap");
}

#[test]
fn frames_lie_where_they_were_spoken_and_gaps_are_silence() {
    let began = Instant::now();
    let mut laying = Laying::new(began);
    let first = Microphone::new(1, 77_000, began + Duration::from_secs(1));
    [0, 1, 2, 5].into_iter().for_each(|number| laying.take(&first.frame(number)));
    let second = Microphone::new(2, 5, began + Duration::from_secs(2));
    (0..3).for_each(|number| laying.take(&second.frame(number)));
    let mut expected = vec![None; 50];
    expected.extend([Some(1), Some(1), Some(1), None, None, Some(1)]);
    expected.resize(100, None);
    expected.extend([Some(2); 3]);
    assert_eq!(laying.heard, expected);
}

#[test]
fn jitter_is_not_heard_and_what_comes_twice_or_late_is_dropped() {
    let began = Instant::now();
    let mut laying = Laying::new(began);
    let microphone = Microphone::new(1, 0, began);
    for (number, late_ms) in [(0, 0), (1, 90), (2, 5), (3, 150), (4, 0), (4, 0), (3, 200), (5, 0)] {
        laying.take(&microphone.late_frame(number, Duration::from_millis(late_ms)));
    }
    assert_eq!(laying.heard, [Some(1); 6]);
}

#[test]
fn silence_keeps_up_once_nothing_has_come_for_a_while() {
    let began = Instant::now();
    let mut laying = Laying::new(began);
    laying.keep_up(began + Duration::from_millis(200));
    assert_eq!(laying.heard, []);
    laying.keep_up(began + Duration::from_secs(3));
    assert_eq!(laying.heard.len(), 140, "all but the last 200 ms, in which frames may still come");
    // They come, and nothing of them is lost.
    let microphone = Microphone::new(1, 0, began + Duration::from_millis(2_800));
    (0..10).for_each(|number| laying.take(&microphone.frame(number)));
    assert_eq!(laying.heard.len(), 150);
    assert_eq!(laying.heard[140..], [Some(1); 10]);
}

#[test]
fn what_is_no_opus_is_not_laid() {
    let began = Instant::now();
    let mut laying = Laying::new(began);
    let mut frame = Microphone::new(1, 0, began).frame(0);
    for payload in [vec![], vec![0xfb], vec![0xfb, 0x3f]] {
        frame.payload = payload.into();
        laying.take(&frame);
    }
    assert_eq!(laying.heard, []);
}

/// A microphone whose clock runs a little fast or slow for an hour.
fn after_an_hour_of(parts_per_million: i64) -> (u64, usize) {
    let began = Instant::now();
    let mut laying = Laying::new(began);
    let microphone = Microphone::new(1, 0, began);
    let (mut number, hour) = (0, Duration::from_secs(3_600));
    loop {
        let mut frame = microphone.frame(number % 1_000);
        let spoken_us = i64::try_from((number + 1) * 20_000).unwrap();
        let came_us = spoken_us - spoken_us * parts_per_million / 1_000_000;
        frame.at = began + Duration::from_micros(came_us.unsigned_abs());
        (frame.sequence, frame.timestamp) = (number, number * FRAME_SAMPLES);
        if frame.at > began + hour {
            let spoken = laying.heard.iter().filter(|heard| heard.is_some()).count();
            return (laying.line.end(), spoken);
        }
        laying.take(&frame);
        number += 1;
    }
}

#[test]
fn a_clock_that_drifts_does_not_carry_the_line_away() {
    let hour = 3_600 * 48_000;
    for parts_per_million in [-200, 0, 200] {
        let (end, spoken) = after_an_hour_of(parts_per_million);
        let off_ms = (i64::try_from(end).unwrap() - hour) / 48;
        assert!(off_ms.abs() <= 60, "{parts_per_million} ppm: {off_ms} ms from real time after an hour");
        assert!(spoken > 179_900, "{parts_per_million} ppm: {spoken} frames of 180,000 are heard");
    }
}

proptest! {
    /// Whatever comes, the line is unbroken (which `note` asserts) and near to real time.
    #[test]
    fn the_line_stays_in_real_time(
        comings in prop::collection::vec((0_u64..3_000, 1_u32..4, any::<bool>(), 0_u64..10_000_000), 1..200),
    ) {
        let began = Instant::now();
        let mut laying = Laying::new(began);
        let mut now = Duration::ZERO;
        for (pause_ms, source, wild, timestamp) in comings {
            now += Duration::from_millis(pause_ms);
            let microphone = Microphone::new(source, if wild { timestamp } else { 0 }, began);
            let mut frame = microphone.frame(0);
            frame.at = began + now;
            if !wild {
                frame.timestamp = u64::try_from(now.as_millis()).unwrap() * 48;
            }
            laying.take(&frame);
            laying.keep_up(began + now);
            let (end, at) = (laying.line.end(), laying.line.at(began + now));
            prop_assert!(end + 10 * FRAME_SAMPLES + FRAME_SAMPLES >= at, "behind: {end} of {at}");
            prop_assert!(end <= at + 48_000 + FRAME_SAMPLES, "ahead: {end} of {at}");
        }
    }
}
