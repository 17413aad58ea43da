//! What a file of pages holds, page by page, read with the `ogg` crate alone.

use std::io::Cursor;
use std::path::Path;

use ogg::PacketReader;
use plenary::media::opus::{PADDED_SILENCE, SILENCE, samples};

/// A packet of sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub data: Vec<u8>,
    /// Where its page ends, in samples, if it is the last of the page.
    pub page_end: Option<u64>,
}

/// A stream as read.
pub struct Stream {
    pub head: Vec<u8>,
    pub tags: Vec<u8>,
    pub packets: Vec<Read>,
    pub ended: bool,
}

impl Stream {
    /// Reads bytes that must be sound pages from the first to the last.
    pub fn of(bytes: &[u8]) -> Self {
        let mut reader = PacketReader::new(Cursor::new(bytes));
        let head = reader.read_packet_expected().unwrap();
        assert!(head.first_in_stream() && head.last_in_page(), "the head is alone on the first page");
        let tags = reader.read_packet_expected().unwrap();
        assert!(tags.first_in_page() && tags.last_in_page(), "the tags have their own page");
        let (mut packets, mut ended) = (Vec::new(), false);
        while let Some(packet) = reader.read_packet().unwrap() {
            assert!(!ended, "nothing follows the end");
            assert_eq!(packet.stream_serial(), head.stream_serial());
            ended = packet.last_in_stream();
            let page_end = packet.last_in_page().then(|| packet.absgp_page());
            packets.push(Read { data: packet.data, page_end });
        }
        let stream = Self { head: head.data, tags: tags.data, packets, ended };
        stream.check();
        stream
    }

    pub fn read(path: &Path) -> Self {
        Self::of(&std::fs::read(path).unwrap())
    }

    /// Headings after RFC 7845, and positions that are the sums of what the packets hold.
    fn check(&self) {
        assert_eq!(self.head.len(), 19);
        assert!(self.head.starts_with(b"OpusHead\x01\x01\0\0"), "version 1, one channel, nothing skipped");
        assert_eq!(self.head[12..16], 48_000_u32.to_le_bytes());
        assert_eq!(self.head[16..], [0, 0, 0], "no gain, mapping family 0");
        assert!(self.tags.starts_with(b"OpusTags"));
        let mut end = 0;
        for packet in &self.packets {
            end += samples(&packet.data).expect("an Opus packet");
            assert!(packet.page_end.is_none_or(|page_end| page_end == end), "{packet:?} at {end}");
        }
    }

    pub fn seconds(&self) -> f64 {
        self.packets.iter().map(|packet| samples(&packet.data).unwrap() as f64).sum::<f64>() / 48_000.0
    }

    /// Silence as `None`, sound by its source.
    pub fn heard(&self) -> Vec<Option<u8>> {
        let silent = |data: &[u8]| data == SILENCE || data == PADDED_SILENCE;
        self.packets.iter().map(|packet| (!silent(&packet.data)).then(|| packet.data[1])).collect()
    }
}
