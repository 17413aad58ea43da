//! Opus in Ogg (RFC 3533, RFC 7845): pages made of packets, and packets read back from pages.

mod clip;
mod page;

use std::io::{self, Read};

use ogg::reading::BasePacketReader;
use ogg::{Packet, PacketWriteEndInfo, PacketWriter};

pub use clip::{Clip, ClipFault, NotClip, Taken};
pub use page::{Damage, Wrong};

use self::page::{Next, next};
use super::line::Laid;
use super::opus::{FRAME_SAMPLES, SILENCE};

/// What players call a stream of these pages.
pub const MIME: &str = "audio/ogg; codecs=opus";

/// The position of the last page that begins in the last bytes of a file, in samples; none where none begins there.
pub fn end_of(tail: &[u8]) -> Option<u64> {
    let begins = tail.windows(page::CAPTURE.len()).rposition(|bytes| bytes == page::CAPTURE)?;
    page::position(tail.get(begins..)?)
}

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
    while let Next::Page(page) = next(&mut input)? {
        if packets.push_page(page.page).is_err() {
            break;
        }
        found.whole.pages += 1;
        found.whole.bytes += page.bytes;
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
