//! Pages of Ogg as they are read (RFC 3533 section 6), and what can be wrong with one.

use std::io::{self, Read};

use ogg::reading::{OggPage, OggReadError, PageParser};

/// Bytes of a page before its table of segments.
pub(super) const HEAD_BYTES: usize = 27;
/// First bytes of every page.
pub(super) const CAPTURE: &[u8] = b"OggS";
/// Where in the head of a page its position stands.
const POSITION_AT: usize = 6;
/// Flags in the head.
const CONTINUES: u8 = 1;
const BEGINS: u8 = 2;
const ENDS: u8 = 4;
/// The position of a page on which no packet ends.
const NO_POSITION: u64 = u64::MAX;

/// Where a stream is damaged, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is damaged at byte {byte}, after {} s of sound: {wrong}", heard_ms / 1_000)]
pub struct Damage {
    /// Where the page begins that is wrong or missing, in bytes from the beginning.
    pub byte: u64,
    /// How much sound lies before it, in milliseconds.
    pub heard_ms: u64,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The bytes are none of a page.
    #[error("no page begins here")]
    NoPage,
    /// The bytes end within the page.
    #[error("it is cut off in the middle of a page")]
    Cut,
    /// They end before a page that ends the stream.
    #[error("it is cut off, the end is missing")]
    NoEnd,
    /// The page is not what was written.
    #[error("the checksum of the page is wrong")]
    Checksum,
    /// Another page should have come.
    #[error("pages before it are missing")]
    Missing,
    /// The page belongs to another stream.
    #[error("another stream begins")]
    OtherStream,
    /// Something follows the end.
    #[error("it goes on after its end")]
    AfterEnd,
    /// The stream should have begun, or begins again.
    #[error("the first page is not the beginning of a stream")]
    NoBeginning,
    /// The second packet is not the one that goes before all sound.
    #[error("the tags are missing that go before the sound")]
    NoTags,
    /// The position is before that of an earlier page.
    #[error("its time goes back")]
    GoesBack,
    /// A packet that goes on over pages has lost a part.
    #[error("a packet that goes on over two pages is incomplete")]
    Incomplete,
}

/// What comes next in a file of pages.
pub(super) enum Next {
    /// A whole and sound page.
    Page(Box<Page>),
    /// Nothing.
    End,
    /// Something else.
    Wrong(Wrong),
}

/// A page.
pub(super) struct Page {
    /// For the reader of packets.
    pub(super) page: OggPage,
    /// Its length.
    pub(super) bytes: u64,
    /// Which stream it belongs to.
    pub(super) serial: u32,
    /// Its number in the stream, from 0.
    pub(super) number: u32,
    /// Where its last packet ends, in samples; none if no packet ends on it.
    pub(super) position: Option<u64>,
    /// Whether its last packet goes on with the next page.
    pub(super) goes_on: bool,
    flags: u8,
}

impl Page {
    /// Whether it begins with the rest of a packet.
    pub(super) fn continues(&self) -> bool {
        self.flags & CONTINUES != 0
    }

    /// Whether it is the first of a stream.
    pub(super) fn begins(&self) -> bool {
        self.flags & BEGINS != 0
    }

    /// Whether it is the last of a stream.
    pub(super) fn ends(&self) -> bool {
        self.flags & ENDS != 0
    }
}

/// Reads the next page.
pub(super) fn next(input: &mut impl Read) -> io::Result<Next> {
    let mut head = [0; HEAD_BYTES];
    match fill(input, &mut head)? {
        0 => return Ok(Next::End),
        _some if !head.starts_with(CAPTURE) => return Ok(Next::Wrong(Wrong::NoPage)),
        HEAD_BYTES => {}
        _fewer => return Ok(Next::Wrong(Wrong::Cut)),
    }
    let Ok((mut parser, segments)) = PageParser::new(head) else {
        return Ok(Next::Wrong(Wrong::NoPage));
    };
    let mut table = vec![0; segments];
    if fill(input, &mut table)? < segments {
        return Ok(Next::Wrong(Wrong::Cut));
    }
    let goes_on = table.last() == Some(&u8::MAX);
    let mut body = vec![0; parser.parse_segments(table)];
    if fill(input, &mut body)? < body.len() {
        return Ok(Next::Wrong(Wrong::Cut));
    }
    let bytes = (HEAD_BYTES + segments + body.len()) as u64;
    let [_, _, _, _, _, flags, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = head;
    let position = told(u64::from_le_bytes([a, b, c, d, e, f, g, h]));
    let (serial, number) = (u32::from_le_bytes([i, j, k, l]), u32::from_le_bytes([m, n, o, p]));
    match parser.parse_packet_data(body) {
        Ok(page) => Ok(Next::Page(Box::new(Page { page, bytes, serial, number, position, goes_on, flags }))),
        Err(OggReadError::ReadError(error)) => Err(error),
        Err(_damaged) => Ok(Next::Wrong(Wrong::Checksum)),
    }
}

/// The position that a page tells, from its head on; none where no packet ends on it.
pub(super) fn position(head: &[u8]) -> Option<u64> {
    let (_, rest) = head.split_at_checked(POSITION_AT)?;
    rest.first_chunk().and_then(|bytes| told(u64::from_le_bytes(*bytes)))
}

fn told(position: u64) -> Option<u64> {
    Some(position).filter(|at| *at != NO_POSITION)
}

/// Fills a buffer as far as the input goes, and tells how far.
fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
