//! Sound as binary WebSocket messages: twelve bytes of head, then the Opus packet.
//!
//! Byte 0 is the slot; byte 1 how loud a client says the frame is (0: it does not say, else 128 more than dBov), from the
//! server zero; then, in network order, source (2 bytes), sequence (4) and timestamp (4).

use std::sync::Arc;
use std::time::Instant;

use bytes::{BufMut, Bytes, BytesMut};

use super::frame::{Frame, PAYLOAD_BYTES_MAX};

/// What is added to a level, so that none is told by 0.
const LEVEL_OFFSET: i16 = 128;
/// Bytes before the Opus packet.
pub const HEAD_BYTES: usize = 12;
/// FIN and the opcode of binary messages (RFC 6455 section 5.2).
const BINARY: u8 = 0x82;
/// Lengths up to this one stand in the second byte; longer ones follow it in two.
const SHORT_MAX: usize = 125;
const TWO_BYTES_FOLLOW: u8 = 126;

/// Where a listener hears a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The interpretation of the chosen channel.
    Interpretation,
    /// A lane of the floor, from 0 (the turn's) to 2.
    Lane(u8),
    /// The booth mate on air.
    Monitor,
}

impl Slot {
    /// The slot's number on the wire, and its place among the sections of an offer.
    pub fn number(self) -> u8 {
        match self {
            Slot::Interpretation => 0,
            Slot::Lane(lane) => 1 + lane,
            Slot::Monitor => 4,
        }
    }
}

/// A frame as a whole WebSocket frame from a server, to be shared by all who hear it in this slot. Sequence and
/// timestamp wrap at 32 bits, source at 16.
pub fn socket_frame(slot: Slot, frame: &Frame) -> Bytes {
    let length = HEAD_BYTES + frame.payload.len();
    let mut bytes = BytesMut::with_capacity(4 + length);
    bytes.put_u8(BINARY);
    match u8::try_from(length) {
        Ok(short) if length <= SHORT_MAX => bytes.put_u8(short),
        Ok(_) | Err(_) => {
            bytes.put_u8(TWO_BYTES_FOLLOW);
            // A payload has at most 1,275 bytes: publishers' longer ones were dropped.
            bytes.put_u16(u16::try_from(length).unwrap_or(u16::MAX));
        }
    }
    bytes.put_u8(slot.number());
    bytes.put_u8(0);
    bytes.put_uint(u64::from(frame.source & 0xffff), 2);
    bytes.put_uint(frame.sequence & 0xffff_ffff, 4);
    bytes.put_uint(frame.timestamp & 0xffff_ffff, 4);
    bytes.extend_from_slice(&frame.payload);
    bytes.freeze()
}

/// Reads a client's message (its content, without the WebSocket frame) as a frame to publish, or nothing if it is none.
pub fn frame_of_message(message: &[u8], at: Instant) -> Option<Frame> {
    let (head, payload) = message.split_at_checked(HEAD_BYTES)?;
    let [0, level, s1, s2, q1, q2, q3, q4, t1, t2, t3, t4] = *head else { return None };
    if payload.is_empty() || payload.len() > PAYLOAD_BYTES_MAX {
        return None;
    }
    Some(Frame {
        source: u32::from(u16::from_be_bytes([s1, s2])),
        sequence: u64::from(u32::from_be_bytes([q1, q2, q3, q4])),
        timestamp: u64::from(u32::from_be_bytes([t1, t2, t3, t4])),
        at,
        level_dbov: level_of(level)?,
        payload: Arc::from(payload),
    })
}

/// The level that a byte tells, if any; nothing at all if it is none.
#[allow(clippy::option_option)] // a byte that is none, and one that tells none, are two
fn level_of(byte: u8) -> Option<Option<i8>> {
    if byte == 0 {
        return Some(None);
    }
    let level = i16::from(byte) - LEVEL_OFFSET;
    i8::try_from(level).ok().filter(|level| *level <= 0).map(Some)
}

#[cfg(test)]
mod tests {
    use tokio_tungstenite::tungstenite::protocol::frame::FrameHeader;
    use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

    use super::*;

    fn frame(length: usize) -> Frame {
        Frame {
            source: 0x0001_0203,
            sequence: 0x0a_0b0c_0d0e,
            timestamp: 0x01_0203_0405,
            at: Instant::now(),
            level_dbov: None,
            payload: vec![7; length].into(),
        }
    }

    #[test]
    fn the_frame_is_what_a_websocket_library_reads() {
        for length in [1, 112, 113, 114, 115, 1_275] {
            let bytes = socket_frame(Slot::Lane(2), &frame(length));
            let mut cursor = std::io::Cursor::new(&bytes[..]);
            let (head, announced) = FrameHeader::parse(&mut cursor).unwrap().unwrap();
            assert!(head.is_final && head.mask.is_none());
            assert_eq!(head.opcode, OpCode::Data(Data::Binary));
            let content = &bytes[usize::try_from(cursor.position()).unwrap()..];
            assert_eq!(announced, content.len() as u64);
            assert_eq!(content[..12], [3, 0, 2, 3, 0x0b, 0x0c, 0x0d, 0x0e, 2, 3, 4, 5]);
            assert_eq!(content[12..], vec![7; length]);
        }
    }

    #[test]
    fn what_was_written_is_read_and_all_else_is_nothing() {
        let bytes = socket_frame(Slot::Interpretation, &frame(20));
        let read = frame_of_message(&bytes[2..], Instant::now()).unwrap();
        assert_eq!((read.source, read.sequence, read.timestamp), (0x0203, 0x0b0c_0d0e, 0x0203_0405));
        assert_eq!(read.payload.len(), 20);
        let mut loud = bytes[2..].to_vec();
        for (byte, level) in
            [(0, Some(None)), (1, Some(Some(-127))), (128, Some(Some(0))), (129, None), (255, None)]
        {
            loud[1] = byte;
            let read = frame_of_message(&loud, Instant::now());
            assert_eq!(read.map(|frame| frame.level_dbov), level, "{byte}");
        }
        for bad in [&bytes[2..14], &bytes[2..9], &[], &[1; 40]] {
            assert_eq!(frame_of_message(bad, Instant::now()), None);
        }
        assert_eq!(frame_of_message(&[0; HEAD_BYTES + PAYLOAD_BYTES_MAX + 1], Instant::now()), None);
    }
}
