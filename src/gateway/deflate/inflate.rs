//! What a client sends compressed, for protocol code that knows no compression: frames are read, those of compressed
//! messages put together, and each message laid down again as one frame.

use std::cell::RefCell;
use std::io::Cursor;

use bytes::{BufMut as _, BytesMut};
use flate2::{Decompress, FlushDecompress, Status};
use tokio_tungstenite::tungstenite::protocol::frame::FrameHeader;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

use super::TAIL;

/// Reads frames, and hands them on without compression.
#[derive(Debug)]
pub struct Inflater {
    /// Longest message, in bytes, compressed or not.
    bytes_max: usize,
    /// What was read and is no whole frame yet.
    read: BytesMut,
    /// What can be handed on.
    ready: BytesMut,
    /// The compressed message whose last frame has not come.
    message: Option<Compressed>,
    /// Something was wrong: the protocol code has been handed what it refuses, and nothing more is.
    over: bool,
}

/// A compressed message, as far as it has come.
#[derive(Debug)]
struct Compressed {
    opcode: OpCode,
    bytes: Vec<u8>,
}

/// What is wrong with a client's frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// They are not as RFC 6455 or RFC 7692 have them.
    Protocol,
    /// A message is longer than it may be.
    TooLong,
}

thread_local! {
    /// One for each thread that reads: it is large, and begins anew with each message.
    static DECOMPRESS: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

impl Inflater {
    /// For messages up to so many bytes; `read` was read already.
    pub fn new(bytes_max: usize, read: &[u8]) -> Self {
        let (buffer, ready) = (BytesMut::new(), BytesMut::new());
        let mut inflater = Self { bytes_max, read: buffer, ready, message: None, over: false };
        inflater.take(read);
        inflater
    }

    /// What can be handed on.
    pub fn ready(&mut self) -> &mut BytesMut {
        &mut self.ready
    }

    /// Takes in what was read.
    pub fn take(&mut self, read: &[u8]) {
        if self.over {
            return;
        }
        self.read.extend_from_slice(read);
        loop {
            match self.take_frame() {
                Ok(true) => {}
                Ok(false) => return,
                Err(fault) => return self.hand_on_what_is_refused(fault),
            }
        }
    }

    /// Takes the next frame, if it is whole.
    fn take_frame(&mut self) -> Result<bool, Fault> {
        let mut cursor = Cursor::new(&self.read[..]);
        let Some((header, length)) = FrameHeader::parse(&mut cursor).map_err(|_| Fault::Protocol)? else {
            return Ok(false);
        };
        if length > self.bytes_max as u64 {
            return Err(Fault::TooLong);
        }
        let head = usize::try_from(cursor.position()).map_err(|_| Fault::TooLong)?;
        let whole = head + usize::try_from(length).map_err(|_| Fault::TooLong)?;
        if self.read.len() < whole {
            return Ok(false);
        }
        let frame = self.read.split_to(whole);
        let payload = frame.get(head..).unwrap_or_default();
        match (header.opcode, &mut self.message) {
            (OpCode::Data(Data::Continue), Some(message)) if !header.rsv1 => {
                message.add(&header, payload, self.bytes_max)?;
            }
            // One message within another.
            (OpCode::Data(Data::Text | Data::Binary), Some(_)) => return Err(Fault::Protocol),
            (opcode @ OpCode::Data(Data::Text | Data::Binary), None) if header.rsv1 => {
                let mut message = Compressed { opcode, bytes: Vec::new() };
                message.add(&header, payload, self.bytes_max)?;
                self.message = Some(message);
            }
            _ => {
                // Where a reserved bit is set, it is refused behind.
                self.ready.unsplit(frame);
                return Ok(true);
            }
        }
        if header.is_final
            && let Some(message) = self.message.take()
        {
            let plain = inflated(message.bytes, self.bytes_max)?;
            self.lay_down(message.opcode, plain.len() as u64)?;
            self.ready.extend_from_slice(&plain);
        }
        Ok(true)
    }

    /// Lays down the head of a frame without compression. Its mask changes nothing: a client's frame has one.
    fn lay_down(&mut self, opcode: OpCode, length: u64) -> Result<(), Fault> {
        let header = FrameHeader { opcode, mask: Some([0; 4]), ..FrameHeader::default() };
        header.format(length, &mut (&mut self.ready).writer()).map_err(|_| Fault::Protocol)
    }

    fn hand_on_what_is_refused(&mut self, fault: Fault) {
        self.over = true;
        self.read.clear();
        let handed_on = match fault {
            Fault::TooLong => self.lay_down(OpCode::Data(Data::Text), self.bytes_max as u64 + 1),
            Fault::Protocol => Err(fault),
        };
        if handed_on.is_err() {
            // The head of a masked text whose reserved bits are all set.
            self.ready.extend_from_slice(&[0xf1, 0x80, 0, 0, 0, 0]);
        }
    }
}

impl Compressed {
    /// Adds what a frame carries.
    fn add(&mut self, header: &FrameHeader, payload: &[u8], bytes_max: usize) -> Result<(), Fault> {
        let mask = header.mask.filter(|_| !header.rsv2 && !header.rsv3).ok_or(Fault::Protocol)?;
        if self.bytes.len() + payload.len() > bytes_max {
            return Err(Fault::TooLong);
        }
        self.bytes.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        Ok(())
    }
}

/// The message, which may have so many bytes.
fn inflated(mut compressed: Vec<u8>, bytes_max: usize) -> Result<Vec<u8>, Fault> {
    compressed.extend(TAIL);
    DECOMPRESS.with_borrow_mut(|decompress| {
        decompress.reset(false);
        // One byte more than it may have shows what is too long.
        let mut message = Vec::with_capacity(bytes_max + 1);
        let status = decompress.decompress_vec(&compressed, &mut message, FlushDecompress::Sync);
        let rest = compressed.len() as u64 - decompress.total_in();
        match status.map_err(|_| Fault::Protocol)? {
            _ if message.len() > bytes_max => Err(Fault::TooLong),
            Status::Ok | Status::BufError if rest == 0 => Ok(message),
            // A block that is marked as the last is followed by the head of an empty one (RFC 7692 section 7.2.3.4).
            Status::StreamEnd if rest == 1 + TAIL.len() as u64 => Ok(message),
            Status::Ok | Status::BufError | Status::StreamEnd => Err(Fault::Protocol),
        }
    })
}

#[cfg(test)]
mod tests {
    use flate2::{Compress, Compression, FlushCompress};
    use proptest::prelude::*;
    use tokio_tungstenite::tungstenite::protocol::frame::coding::Control;

    use super::*;

    const BYTES_MAX: usize = 1_000;
    const TEXT: OpCode = OpCode::Data(Data::Text);
    const MORE: OpCode = OpCode::Data(Data::Continue);
    const PING: OpCode = OpCode::Control(Control::Ping);

    fn compressed(message: &[u8]) -> Vec<u8> {
        let mut made = Vec::with_capacity(message.len() + 100);
        let mut compress = Compress::new(Compression::default(), false);
        compress.compress_vec(message, &mut made, FlushCompress::Sync).unwrap();
        made.truncate(made.len() - TAIL.len());
        made
    }

    fn frame(opcode: OpCode, rsv1: bool, is_final: bool, payload: &[u8]) -> Vec<u8> {
        let mask = [1, 2, 3, 4];
        let header = FrameHeader { opcode, rsv1, is_final, mask: Some(mask), ..FrameHeader::default() };
        let mut made = Vec::new();
        header.format(payload.len() as u64, &mut made).unwrap();
        made.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        made
    }

    /// What is handed on of bytes that come in pieces of so many.
    fn handed_on(bytes: &[u8], piece: usize) -> Vec<(FrameHeader, Vec<u8>)> {
        let (first, rest) = bytes.split_at(piece.min(bytes.len()));
        let mut inflater = Inflater::new(BYTES_MAX, first);
        rest.chunks(piece).for_each(|piece| inflater.take(piece));
        let ready = inflater.ready().split();
        let (mut frames, mut at) = (Vec::new(), 0);
        while at < ready.len() {
            let mut cursor = Cursor::new(&ready[at..]);
            let (header, length) = FrameHeader::parse(&mut cursor).unwrap().expect("a whole frame");
            let begins = at + usize::try_from(cursor.position()).unwrap();
            at = begins + usize::try_from(length).unwrap();
            let payload = ready.get(begins..at).unwrap_or_default();
            let mask = header.mask.unwrap();
            let payload = payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask);
            frames.push((header, payload.collect()));
        }
        frames
    }

    fn is_refused(frames: &[(FrameHeader, Vec<u8>)]) -> bool {
        frames.last().is_some_and(|(header, _)| header.rsv1 && header.rsv2 && header.rsv3)
    }

    proptest! {
        #[test]
        fn what_was_compressed_is_handed_on_as_it_was_however_it_comes(
            message in proptest::collection::vec(any::<u8>(), 0..=BYTES_MAX),
            cut in any::<prop::sample::Index>(),
            piece in 1_usize..50,
        ) {
            let made = compressed(&message);
            prop_assume!(made.len() <= BYTES_MAX);
            let (begin, rest) = made.split_at(cut.index(made.len() + 1));
            let bytes = [
                frame(TEXT, true, false, begin),
                frame(PING, false, true, b"between"),
                frame(MORE, false, true, rest),
                frame(TEXT, false, true, b"plain"),
            ].concat();
            let payloads: Vec<_> = handed_on(&bytes, piece).into_iter().map(|(header, payload)| {
                assert!(!header.rsv1 && header.is_final);
                payload
            }).collect();
            prop_assert_eq!(payloads, [&b"between"[..], &message, b"plain"]);
        }

        #[test]
        fn whatever_comes_is_handed_on_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut inflater = Inflater::new(BYTES_MAX, &[]);
            bytes.chunks(7).for_each(|piece| inflater.take(piece));
            prop_assert!(inflater.ready().len() <= bytes.len() + BYTES_MAX * bytes.len());
        }
    }

    #[test]
    fn a_message_that_is_too_long_is_told_as_such_and_nothing_follows() {
        let long = [b' '; BYTES_MAX + 1];
        let made = compressed(&long);
        assert!(made.len() < 100, "it is short as it comes");
        let noise: Vec<u8> = (0..=BYTES_MAX).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let halves =
            [frame(TEXT, true, false, &noise[..600]), frame(MORE, false, true, &noise[..600])].concat();
        for bytes in [frame(TEXT, true, true, &made), frame(TEXT, true, true, &noise), halves] {
            let mut inflater = Inflater::new(BYTES_MAX, &bytes);
            inflater.take(&frame(TEXT, false, true, b"after"));
            // The head of a plain text that is one byte too long, for the protocol code to refuse.
            let mut head = Vec::new();
            let told = FrameHeader { opcode: TEXT, mask: Some([0; 4]), ..FrameHeader::default() };
            told.format(BYTES_MAX as u64 + 1, &mut head).unwrap();
            assert_eq!(inflater.ready()[..], head);
        }
    }

    #[test]
    fn what_is_against_the_protocol_is_refused_and_nothing_follows() {
        let made = compressed(b"hello");
        let mut unmasked = Vec::new();
        let header = FrameHeader { opcode: TEXT, rsv1: true, ..FrameHeader::default() };
        header.format(made.len() as u64, &mut unmasked).unwrap();
        unmasked.extend(&made);
        for wrong in [
            frame(TEXT, true, true, b"no stream"),
            [frame(TEXT, true, false, &made), frame(TEXT, false, true, b"another")].concat(),
            [frame(TEXT, true, false, &made), frame(TEXT, true, true, &made)].concat(),
            [frame(TEXT, true, false, &made[..2]), frame(MORE, true, true, &made[2..])].concat(),
            frame(OpCode::Data(Data::Continue), true, true, &made),
            unmasked,
        ] {
            let frames = handed_on(&[wrong.clone(), frame(TEXT, false, true, b"after")].concat(), 3);
            // A continuation of nothing is refused behind, where its reserved bit is seen.
            let is_left = frames.first().is_some_and(|(header, _)| header.rsv1);
            assert!(is_refused(&frames) || is_left, "{wrong:?}: {frames:?}");
        }
    }

    #[test]
    fn a_stream_that_ends_with_its_message_is_read_too() {
        let made = [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00];
        assert_eq!(inflated(made.to_vec(), BYTES_MAX), Ok(b"Hello".to_vec()));
    }
}
