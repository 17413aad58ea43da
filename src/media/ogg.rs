//! Opus in Ogg (RFC 3533, RFC 7845): pages made of packets, and packets read back from pages.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ogg::reading::{BasePacketReader, OggReadError, PageParser};
use ogg::{Packet, PacketWriteEndInfo, PacketWriter};

use super::frame::PAYLOAD_BYTES_MAX;
use super::line::Laid;
use super::opus::{FRAME_MS, FRAME_SAMPLES, SILENCE, samples};

/// What players call a stream of these pages.
pub const MIME: &str = "audio/ogg; codecs=opus";
/// Bytes of a page before its table of segments.
const PAGE_HEAD_BYTES: usize = 27;
/// First bytes of every page.
const CAPTURE: &[u8] = b"OggS";

/// Makes pages of packets. The position of a page is the end of its last packet, in samples since the beginning: no
/// samples are skipped at the start, so that positions in all files of a recording mean the same moment.
pub struct Pages {
    writer: PacketWriter<'static, Vec<u8>>,
    serial: u32,
    packets_per_page: usize,
    in_page: usize,
    end: u64,
}

impl Pages {
    /// A stream that begins, with its two pages of heading.
    pub fn begin(serial: u32, title: &str, packets_per_page: usize) -> Self {
        let mut pages = Self::made(serial, packets_per_page, 0);
        for packet in [head(), tags(title)] {
            pages.write(packet, PacketWriteEndInfo::EndPage, 0);
        }
        pages
    }

    /// A stream that goes on after so many pages and samples.
    pub fn resume(serial: u32, packets_per_page: usize, after_pages: u32, after_samples: u64) -> Self {
        let mut pages = Self::made(serial, packets_per_page, after_samples);
        // The writer counts pages by itself only: it is shown as many as there are.
        for _ in 0..after_pages {
            pages.write(Vec::new(), PacketWriteEndInfo::EndPage, 0);
            pages.writer.inner_mut().clear();
        }
        pages
    }

    fn made(serial: u32, packets_per_page: usize, end: u64) -> Self {
        Self { writer: PacketWriter::new(Vec::new()), serial, packets_per_page, in_page: 0, end }
    }

    /// Adds a packet.
    pub fn add(&mut self, laid: Laid) {
        self.in_page += 1;
        self.end = laid.end;
        let whole = self.in_page >= self.packets_per_page;
        let ends = if whole { PacketWriteEndInfo::EndPage } else { PacketWriteEndInfo::NormalPacket };
        self.write(laid.packet.to_vec(), ends, laid.end);
        if whole {
            self.in_page = 0;
        }
    }

    /// Ends the stream, with one frame of silence that bears the mark.
    pub fn end(&mut self) {
        self.end += FRAME_SAMPLES;
        self.write(SILENCE.to_vec(), PacketWriteEndInfo::EndStream, self.end);
    }

    /// Whether whole pages wait to be taken.
    pub fn are_waiting(&self) -> bool {
        !self.writer.inner().is_empty()
    }

    /// Takes the whole pages made so far.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(self.writer.inner_mut())
    }

    fn write(&mut self, packet: Vec<u8>, ends: PacketWriteEndInfo, end: u64) {
        // Memory takes every byte: there is nothing to fail.
        drop(self.writer.write_packet(packet, self.serial, ends, end));
    }
}

/// The identification header: one channel, nothing skipped, no gain (RFC 7845 section 5.1).
fn head() -> Vec<u8> {
    let mut head = b"OpusHead".to_vec();
    head.extend_from_slice(&[1, 1]);
    head.extend_from_slice(&0_u16.to_le_bytes());
    head.extend_from_slice(&48_000_u32.to_le_bytes());
    head.extend_from_slice(&0_u16.to_le_bytes());
    head.push(0);
    head
}

/// The comment header (RFC 7845 section 5.2).
fn tags(title: &str) -> Vec<u8> {
    let mut tags = b"OpusTags".to_vec();
    let mut worded = |text: &str| {
        tags.extend_from_slice(&u32::try_from(text.len()).unwrap_or(0).to_le_bytes());
        tags.extend_from_slice(text.as_bytes());
    };
    worded(concat!("Plenary ", env!("CARGO_PKG_VERSION")));
    let comment = format!("TITLE={title}");
    let mut list = 1_u32.to_le_bytes().to_vec();
    list.extend_from_slice(&u32::try_from(comment.len()).unwrap_or(0).to_le_bytes());
    list.extend_from_slice(comment.as_bytes());
    tags.extend(list);
    tags
}

/// A place between two pages of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Pages before it, those of the heading too.
    pub pages: u32,
    /// Bytes before it.
    pub bytes: u64,
    /// Position of the page before it: samples since the beginning, with those that are skipped at the start.
    pub end: u64,
}

/// What was found in a file of pages, up to the first that is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    /// Serial number of the stream; none if there is no whole page.
    pub serial: Option<u32>,
    /// After the last whole page.
    pub whole: Place,
    /// After the last whole page that does not end the stream: where it can be gone on with.
    pub open: Place,
}

impl Scanned {
    /// Whether the stream was ended, not cut off.
    pub fn is_ended(&self) -> bool {
        self.whole != self.open
    }
}

/// Reads pages until the first that is not whole or not sound, and hands each packet on, those of the heading too. A
/// writer that was killed leaves such a page at the tail: it is left out.
///
/// # Errors
/// If reading fails. A page that is cut or damaged is no error.
pub fn scan(mut input: impl Read, mut each: impl FnMut(Packet)) -> io::Result<Scanned> {
    let (mut found, mut packets) = (Scanned::default(), BasePacketReader::new());
    while let Some((page, bytes)) = page(&mut input)? {
        if packets.push_page(page).is_err() {
            break;
        }
        found.whole.pages += 1;
        found.whole.bytes += bytes;
        let mut ended = false;
        while let Some(packet) = packets.read_packet() {
            found.serial.get_or_insert(packet.stream_serial());
            found.whole.end = packet.absgp_page();
            ended |= packet.last_in_stream();
            each(packet);
        }
        if !ended {
            found.open = found.whole;
        }
    }
    Ok(found)
}

/// The next page and its bytes; none where no whole and sound one follows.
fn page(input: &mut impl Read) -> io::Result<Option<(ogg::reading::OggPage, u64)>> {
    let mut header = [0; PAGE_HEAD_BYTES];
    if !filled(input, &mut header)? || !header.starts_with(CAPTURE) {
        return Ok(None);
    }
    let Ok((mut parser, segments)) = PageParser::new(header) else { return Ok(None) };
    let mut table = vec![0; segments];
    if !filled(input, &mut table)? {
        return Ok(None);
    }
    let mut body = vec![0; parser.parse_segments(table)];
    if !filled(input, &mut body)? {
        return Ok(None);
    }
    let bytes = (PAGE_HEAD_BYTES + segments + body.len()) as u64;
    match parser.parse_packet_data(body) {
        Ok(page) => Ok(Some((page, bytes))),
        Err(OggReadError::ReadError(error)) => Err(error),
        Err(_damaged) => Ok(None),
    }
}

/// Fills a buffer; false where the input ends before.
fn filled(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// Why bytes are no clip: what is said of them.
#[derive(Debug, thiserror::Error)]
pub enum NotClip {
    /// They cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// They are no Opus in Ogg.
    #[error("holds no Opus sound in Ogg")]
    NotOpus,
    /// The frames are of another length than those of microphones, or larger.
    #[error("has frames that are not of 20 ms")]
    OtherFrames,
}

/// Why a file is no clip.
#[derive(Debug, thiserror::Error)]
#[error("{path} {reason}; make it anew with scripts/voices.sh")]
pub struct ClipFault {
    /// Which file.
    pub path: PathBuf,
    /// Why.
    pub reason: NotClip,
}

/// Recorded sound, as packets of 20 ms. Clones share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip(Arc<[Arc<[u8]>]>);

impl Clip {
    /// Reads a file of one stream.
    ///
    /// # Errors
    /// If it cannot be read or holds anything but Opus in frames of 20 ms.
    pub fn read(path: &Path) -> Result<Self, ClipFault> {
        let faulty = |reason| ClipFault { path: path.to_owned(), reason };
        let file = File::open(path).map_err(|fault| faulty(fault.into()))?;
        Self::of_ogg(BufReader::new(file)).map_err(faulty)
    }

    /// Reads one stream.
    ///
    /// # Errors
    /// If it cannot be read or holds anything but Opus in frames of 20 ms.
    pub fn of_ogg(input: impl Read) -> Result<Self, NotClip> {
        let (mut headings, mut packets) = (Vec::new(), Vec::new());
        scan(input, |packet| match headings.len() {
            0 | 1 => headings.push(packet.data),
            _all => packets.push(Arc::<[u8]>::from(packet.data)),
        })?;
        let is_opus = headings.first().is_some_and(|head| head.starts_with(b"OpusHead"));
        if !is_opus || packets.is_empty() {
            return Err(NotClip::NotOpus);
        }
        let fits =
            |packet: &Arc<[u8]>| samples(packet) == Some(FRAME_SAMPLES) && packet.len() <= PAYLOAD_BYTES_MAX;
        if !packets.iter().all(fits) {
            return Err(NotClip::OtherFrames);
        }
        Ok(Self(packets.into()))
    }

    /// A clip of packets of 20 ms.
    pub fn of(packets: impl IntoIterator<Item = Arc<[u8]>>) -> Self {
        Self(packets.into_iter().collect())
    }

    /// The packet at a place, from 0; none at the end.
    pub fn packet(&self, place: usize) -> Option<&Arc<[u8]>> {
        self.0.get(place)
    }

    /// Length in packets of 20 ms.
    pub fn packets(&self) -> usize {
        self.0.len()
    }

    /// Length in milliseconds.
    pub fn length_ms(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX).saturating_mul(FRAME_MS)
    }
}
