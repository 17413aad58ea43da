//! Recorded sound as it is handed in or played: one whole stream of Opus in Ogg, or a refusal that names the place.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::{Buf as _, BytesMut};
use ogg::reading::BasePacketReader;

use super::page::{Damage, HEAD_BYTES, Next, Page, Wrong, next};
use crate::media::frame::PAYLOAD_BYTES_MAX;
use crate::media::opus::{FRAME_MS, FRAME_SAMPLES, samples};
use crate::terms::ids::Millis;

/// Bytes of the shortest identification header (RFC 7845 section 5.1).
const HEAD_BYTES_MIN: usize = 19;
/// Bytes that are read of a file at once.
const PIECE_BYTES: usize = 64 << 10;

/// Why bytes are no clip: what is said of them.
#[derive(Debug, thiserror::Error)]
pub enum NotClip {
    /// They cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// They are no Opus in Ogg.
    #[error("holds no Opus sound in Ogg")]
    NotOpus,
    /// They are, but not all of it is there, or not as it was.
    #[error(transparent)]
    Damaged(#[from] Damage),
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
        Self::of_ogg(file).map_err(faulty)
    }

    /// Reads one stream, which must be whole from its beginning to its end.
    ///
    /// # Errors
    /// If it cannot be read, is damaged, or holds anything but Opus in frames of 20 ms.
    pub fn of_ogg(mut input: impl Read) -> Result<Self, NotClip> {
        let (mut taken, mut packets) = (Taken::default(), Vec::new());
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let read = input.read(&mut piece)?;
            taken.take(piece.get(..read).unwrap_or_default(), |packet| packets.push(packet.into()))?;
            if read == 0 {
                break;
            }
        }
        taken.end()?;
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
}

/// A stream that comes in pieces, and of which no more is held than a page.
#[derive(Default)]
pub struct Taken {
    /// Bytes that are not read yet: less than a page, and a piece.
    waiting: BytesMut,
    reading: Reading,
    /// `ogg` glues what goes on over two pages.
    glue: Glue,
}

/// As the library has it, and as it begins.
struct Glue(BasePacketReader);

impl Default for Glue {
    fn default() -> Self {
        Self(BasePacketReader::new())
    }
}

impl Taken {
    /// Takes the next piece in, and hands on the packets of sound that it completes. It is best given some ten kilobytes at
    /// once: each time it begins at the page that is not whole yet.
    ///
    /// # Errors
    /// If it is damaged, or holds anything but Opus in frames of 20 ms. What was handed on before is whole.
    pub fn take(&mut self, piece: &[u8], each: impl FnMut(Vec<u8>)) -> Result<(), NotClip> {
        self.waiting.extend_from_slice(piece);
        self.read(false, each)
    }

    /// Takes in that nothing more comes. Tells how long the sound is, in milliseconds.
    ///
    /// # Errors
    /// If its end is missing or it holds no sound.
    pub fn end(mut self) -> Result<Millis, NotClip> {
        self.read(true, drop)?;
        Ok(self.reading.heard_ms())
    }

    fn read(&mut self, is_all: bool, mut each: impl FnMut(Vec<u8>)) -> Result<(), NotClip> {
        // What may yet become the head of a page is not looked at.
        while is_all || self.waiting.len() >= HEAD_BYTES {
            match next(&mut &self.waiting[..])? {
                Next::End | Next::Wrong(Wrong::Cut) if !is_all => return Ok(()),
                Next::Page(page) => {
                    self.waiting.advance(usize::try_from(page.bytes).unwrap_or(usize::MAX));
                    self.reading.take(*page, &mut self.glue.0, &mut each)?;
                }
                Next::End => return self.reading.require_end(),
                Next::Wrong(Wrong::NoPage) if self.reading.pages == 0 => return Err(NotClip::NotOpus),
                Next::Wrong(wrong) => return Err(self.reading.damaged(wrong)),
            }
        }
        Ok(())
    }
}

/// A stream as far as it was read.
#[derive(Default)]
struct Reading {
    bytes: u64,
    pages: u32,
    serial: u32,
    position: u64,
    ended: bool,
    heading: Heading,
    /// Packets of sound.
    packets: u32,
}

/// How much of the heading was read.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Heading {
    #[default]
    Nothing,
    Head,
    Whole,
}

impl Reading {
    /// A stream that has come to its end must have had one, and sound before it.
    fn require_end(&self) -> Result<(), NotClip> {
        match (self.packets, self.ended) {
            (0, _) => Err(NotClip::NotOpus),
            (_, false) => Err(self.damaged(Wrong::NoEnd)),
            (_, true) => Ok(()),
        }
    }

    fn take(
        &mut self,
        page: Page,
        glue: &mut BasePacketReader,
        each: &mut impl FnMut(Vec<u8>),
    ) -> Result<(), NotClip> {
        if let Some(wrong) = self.wrong_with(&page) {
            return Err(self.damaged(wrong));
        }
        let Page { bytes, serial, position, .. } = page;
        let ends = page.ends();
        glue.push_page(page.page).map_err(|_gap| self.damaged(Wrong::Incomplete))?;
        while let Some(packet) = glue.read_packet() {
            self.packet(packet.data, each)?;
        }
        self.serial = serial;
        self.pages += 1;
        self.bytes += bytes;
        self.position = position.unwrap_or(self.position);
        self.ended = ends;
        Ok(())
    }

    /// Why a page cannot be the next, if it cannot.
    fn wrong_with(&self, page: &Page) -> Option<Wrong> {
        let first = self.pages == 0;
        let other = !first && (page.serial != self.serial || page.begins());
        [
            (self.ended, if other { Wrong::OtherStream } else { Wrong::AfterEnd }),
            (other, Wrong::OtherStream),
            (first && (!page.begins() || page.continues()), Wrong::NoBeginning),
            (page.number != self.pages, Wrong::Missing),
            (page.position.is_some_and(|position| position < self.position), Wrong::GoesBack),
            (page.ends() && page.goes_on, Wrong::Incomplete),
        ]
        .into_iter()
        .find_map(|(is_so, wrong)| is_so.then_some(wrong))
    }

    /// Takes the two headers, then sound.
    fn packet(&mut self, packet: Vec<u8>, each: &mut impl FnMut(Vec<u8>)) -> Result<(), NotClip> {
        self.heading = match self.heading {
            Heading::Nothing if packet.starts_with(b"OpusHead") && packet.len() >= HEAD_BYTES_MIN => {
                Heading::Head
            }
            Heading::Head if packet.starts_with(b"OpusTags") => Heading::Whole,
            Heading::Nothing => return Err(NotClip::NotOpus),
            Heading::Head => return Err(self.damaged(Wrong::NoTags)),
            Heading::Whole if !is_frame(&packet) => return Err(NotClip::OtherFrames),
            Heading::Whole => {
                self.packets += 1;
                each(packet);
                Heading::Whole
            }
        };
        Ok(())
    }

    fn damaged(&self, wrong: Wrong) -> NotClip {
        let heard_ms = self.heard_ms().unsigned_abs();
        NotClip::Damaged(Damage { byte: self.bytes, heard_ms, wrong })
    }

    fn heard_ms(&self) -> Millis {
        Millis::from(self.packets) * FRAME_MS
    }
}

/// Whether a packet is one of 20 ms, as those of microphones are.
fn is_frame(packet: &[u8]) -> bool {
    samples(packet) == Some(FRAME_SAMPLES) && packet.len() <= PAYLOAD_BYTES_MAX
}
