//! The mapping holds what RTP and SRTP ask of a stream, whatever comes in.

use std::collections::HashSet;
use std::time::Duration;

use proptest::prelude::*;

use super::*;

fn frame(source: u32, sequence: u64, timestamp: u64, at: Instant) -> Frame {
    Frame { source, sequence, timestamp, at, level_dbov: None, payload: vec![1].into() }
}

/// Frames of 20 ms of one source, the first at this moment.
fn stretch(source: u32, sequence: u64, timestamp: u64, at: Instant, count: u64) -> Vec<Frame> {
    let one = |n: u64| {
        let later = at + Duration::from_millis(20) * u32::try_from(n).unwrap();
        frame(source, sequence + n, timestamp + 960 * n, later)
    };
    (0..count).map(one).collect()
}

#[test]
fn the_first_sequence_number_needs_no_rollover_count() {
    let place = Mapping::new(9).place(&frame(1, 1 << 40, 1 << 50, Instant::now())).unwrap();
    assert!(place.sequence < 65_536 && place.marker);
}

#[test]
fn a_lost_frame_stays_a_gap_and_a_late_one_fills_it_once() {
    let (mut mapping, now) = (Mapping::new(9), Instant::now());
    let frames = stretch(1, 100, 5_000, now, 4);
    let first = mapping.place(&frames[0]).unwrap();
    let third = mapping.place(&frames[2]).unwrap();
    assert_eq!((third.sequence, third.timestamp), (first.sequence + 2, first.timestamp + 1_920));
    let second = mapping.place(&frames[1]).unwrap();
    assert_eq!((second.sequence, second.timestamp), (first.sequence + 1, first.timestamp + 960));
    assert_eq!(mapping.place(&frames[1]), None);
    assert_eq!(mapping.place(&frames[2]), None);
    assert!(!mapping.place(&frames[3]).unwrap().marker);
}

#[test]
fn another_source_goes_on_by_one_and_by_the_time_that_passed() {
    let (mut mapping, now) = (Mapping::new(9), Instant::now());
    let first = mapping.place(&frame(1, 9_000, 77, now)).unwrap();
    let other = mapping.place(&frame(2, 5, 4_000_000_000, now + Duration::from_millis(500))).unwrap();
    assert_eq!(other.sequence, first.sequence + 1);
    assert_eq!(other.timestamp, first.timestamp + 24_000);
    assert!(other.marker);
    // Two sources within one frame still differ in time.
    let third = mapping.place(&frame(3, 1, 1, now + Duration::from_millis(501))).unwrap();
    assert_eq!(third.timestamp, other.timestamp + 960);
}

#[test]
fn a_late_frame_of_the_former_source_takes_no_number_of_the_next() {
    let (mut mapping, now) = (Mapping::new(9), Instant::now());
    let frames = stretch(1, 10, 0, now, 3);
    mapping.place(&frames[0]).unwrap();
    mapping.place(&frame(2, 50, 0, now)).unwrap();
    // Earlier than where the second source began.
    assert_eq!(mapping.place(&frame(2, 49, 0, now)), None);
}

#[test]
fn a_pause_of_a_source_is_no_loss() {
    let (mut mapping, now) = (Mapping::new(9), Instant::now());
    let first = mapping.place(&frame(1, 10, 960, now)).unwrap();
    let hour = Duration::from_secs(3_600);
    let after = mapping.place(&frame(1, 10 + 180_000, 960 + 3_600 * 48_000, now + hour)).unwrap();
    assert_eq!(after.sequence, first.sequence + 1);
    assert!(after.marker);
}

#[test]
fn a_clock_that_jumps_does_not_carry_the_listener_along() {
    let (mut mapping, now) = (Mapping::new(9), Instant::now());
    let first = mapping.place(&frame(1, 10, 960, now)).unwrap();
    let next = mapping.place(&frame(1, 11, 960 + 48_000 * 60, now + Duration::from_millis(20))).unwrap();
    assert_eq!(
        (next.sequence, next.timestamp, next.marker),
        (first.sequence + 1, first.timestamp + 960, true)
    );
}

proptest! {
    /// Whatever publishers send, no number is used twice.
    #[test]
    fn no_sequence_number_is_ever_used_twice(
        input in prop::collection::vec((0_u32..3, 0_u64..600, any::<u32>(), 0_u64..40), 1..300)
    ) {
        let (mut mapping, mut now, mut seen) = (Mapping::new(9), Instant::now(), HashSet::new());
        for (source, sequence, timestamp, wait) in input {
            now += Duration::from_millis(wait);
            if let Some(place) = mapping.place(&frame(source, sequence, u64::from(timestamp), now)) {
                prop_assert!(seen.insert(place.sequence), "{} twice", place.sequence);
            }
        }
    }

    /// Honest sources, loss, small disorder and switches: in the order of sequence time grows, and only switches mark.
    #[test]
    fn time_grows_with_the_sequence(
        stretches in prop::collection::vec((1_u64..60, any::<u32>(), any::<u32>(), 0_u64..3_000), 1..8),
        lost in prop::collection::vec(any::<bool>(), 500),
        swapped in prop::collection::vec(any::<bool>(), 500),
    ) {
        let (mut mapping, mut now, mut places, mut index) = (Mapping::new(9), Instant::now(), Vec::new(), 0);
        for (source, (count, sequence, timestamp, pause)) in stretches.into_iter().enumerate() {
            let source = u32::try_from(source).unwrap();
            let mut frames = stretch(source, u64::from(sequence), u64::from(timestamp), now, count);
            now += Duration::from_millis(20 * count + pause);
            // The first of a stretch stays in front: earlier ones than it have no place.
            for at in (2..frames.len()).step_by(2) {
                if swapped[(index + at) % 500] { frames.swap(at - 1, at); }
            }
            for (at, frame) in frames.iter().enumerate() {
                index += 1;
                if at > 0 && lost[index % 500] { continue; }
                places.push((mapping.place(frame).unwrap(), at == 0));
            }
        }
        for (place, first) in &places {
            prop_assert_eq!(place.marker, *first);
        }
        places.sort_by_key(|(place, _)| place.sequence);
        for pair in places.windows(2) {
            let grown = pair[1].0.timestamp.wrapping_sub(pair[0].0.timestamp);
            prop_assert!(grown > 0 && grown < 1 << 31, "time grows: {:?}", pair);
        }
    }
}
