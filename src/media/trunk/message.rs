//! A message of the trunk: when it was sent, and frames with whose they are.
//!
//! In network order: version (1 byte, [`VERSION`]), sending time (8, microseconds of the sender's own clock); then each frame:
//! length of the person's id (1) and the id, source (4), sequence (8), timestamp (8), level (1: 0 where it is not told, else
//! dBov and 128), age when it was sent (2, milliseconds), length of the payload (2) and the payload.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};

use super::super::frame::{Frame, PAYLOAD_BYTES_MAX};
use crate::terms::ids::PersonId;

/// Version of the message. A node that meets another drops it.
const VERSION: u8 = 1;
/// Bytes of a frame beside the person's id and the payload.
const FRAME_HEAD_BYTES: usize = 1 + 4 + 8 + 8 + 1 + 2 + 2;
/// What is added to a level, so that none is told by 0.
const LEVEL_OFFSET: i16 = 128;

/// Frames, and when they were sent by the sender's clock, in microseconds since it began.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    pub sent_us: u64,
    pub frames: Vec<Told>,
}

/// A frame as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub person: PersonId,
    pub source: u32,
    pub sequence: u64,
    pub timestamp: u64,
    pub level_dbov: Option<i8>,
    pub age: Duration,
    pub payload: Arc<[u8]>,
}

/// Writes a message of frames that were said until now.
pub fn write(sent_us: u64, frames: &[(PersonId, Frame)], now: Instant) -> Bytes {
    let length: usize =
        frames.iter().map(|(id, frame)| FRAME_HEAD_BYTES + id.as_str().len() + frame.payload.len()).sum();
    let mut bytes = BytesMut::with_capacity(1 + 8 + length);
    bytes.put_u8(VERSION);
    bytes.put_u64(sent_us);
    for (person, frame) in frames {
        let (id, age) = (person.as_str(), now.saturating_duration_since(frame.at).as_millis());
        // Both are bounded: an id by its type, a payload where it came in.
        bytes.put_u8(u8::try_from(id.len()).unwrap_or(u8::MAX));
        bytes.put_slice(id.as_bytes());
        bytes.put_u32(frame.source);
        bytes.put_u64(frame.sequence);
        bytes.put_u64(frame.timestamp);
        let level = frame.level_dbov.map_or(0, |level| i16::from(level) + LEVEL_OFFSET);
        bytes.put_u8(u8::try_from(level).unwrap_or(0));
        bytes.put_u16(u16::try_from(age).unwrap_or(u16::MAX));
        bytes.put_u16(u16::try_from(frame.payload.len()).unwrap_or(u16::MAX));
        bytes.put_slice(&frame.payload);
    }
    bytes.freeze()
}

/// Reads a message, or nothing if it is none that this node understands.
pub fn read(mut bytes: &[u8]) -> Option<Message> {
    if bytes.try_get_u8().ok()? != VERSION {
        return None;
    }
    let sent_us = bytes.try_get_u64().ok()?;
    let mut frames = Vec::new();
    while bytes.has_remaining() {
        frames.push(read_frame(&mut bytes)?);
    }
    Some(Message { sent_us, frames })
}

fn read_frame(bytes: &mut &[u8]) -> Option<Told> {
    let length = bytes.try_get_u8().ok()?;
    let (id, rest) = bytes.split_at_checked(usize::from(length))?;
    *bytes = rest;
    let person = std::str::from_utf8(id).ok()?.parse().ok()?;
    let source = bytes.try_get_u32().ok()?;
    let sequence = bytes.try_get_u64().ok()?;
    let timestamp = bytes.try_get_u64().ok()?;
    let level = i16::from(bytes.try_get_u8().ok()?);
    let level_dbov = (level != 0).then(|| i8::try_from(level - LEVEL_OFFSET).ok()).flatten();
    let age = Duration::from_millis(u64::from(bytes.try_get_u16().ok()?));
    let length = usize::from(bytes.try_get_u16().ok()?);
    if length == 0 || length > PAYLOAD_BYTES_MAX {
        return None;
    }
    let (payload, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(Told { person, source, sequence, timestamp, level_dbov, age, payload: payload.into() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn frames() -> impl Strategy<Value = Vec<(PersonId, Frame)>> {
        let frame =
            (any::<u32>(), any::<u64>(), any::<u64>(), prop::option::of(-127_i8..=0), 1_usize..=1_275);
        let one = ("[a-z][a-z0-9-]{0,60}", frame, 0_u64..500);
        prop::collection::vec(one, 0..20).prop_map(|all| {
            let now = Instant::now();
            let made = |(id, (source, sequence, timestamp, level_dbov, length), age_ms): (String, _, u64)| {
                let payload: Arc<[u8]> = vec![7; length].into();
                let at = now.checked_sub(Duration::from_millis(age_ms)).unwrap_or(now);
                (id.parse().expect("an id"), Frame { source, sequence, timestamp, at, level_dbov, payload })
            };
            all.into_iter().map(made).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(frames in frames(), sent_us in any::<u64>()) {
            let now = frames.iter().map(|(_, frame)| frame.at).max().unwrap_or_else(Instant::now);
            let read = read(&write(sent_us, &frames, now)).expect("it is read");
            prop_assert_eq!(read.sent_us, sent_us);
            prop_assert_eq!(read.frames.len(), frames.len());
            for (told, (person, frame)) in read.frames.iter().zip(&frames) {
                prop_assert_eq!(&told.person, person);
                let Frame { source, sequence, timestamp, at, level_dbov, payload } = frame;
                prop_assert_eq!((told.source, told.sequence, told.timestamp), (*source, *sequence, *timestamp));
                prop_assert_eq!((told.level_dbov, &told.payload), (*level_dbov, payload));
                prop_assert_eq!(told.age.as_millis(), now.saturating_duration_since(*at).as_millis());
            }
        }

        #[test]
        fn whatever_else_comes_is_read_or_is_nothing(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let all_bounded = |message: Message| message.frames.iter().all(|told| !told.payload.is_empty());
            prop_assert!(read(&bytes).is_none_or(all_bounded));
        }

        #[test]
        fn a_message_that_is_cut_off_is_nothing(frames in frames(), share in 0.0..1.0_f64) {
            prop_assume!(!frames.is_empty());
            let whole = write(1, &frames, Instant::now());
            let read = read(&whole[..(whole.len() as f64 * share) as usize]);
            prop_assert!(read.is_none_or(|message| message.frames.len() < frames.len()));
        }
    }
}
