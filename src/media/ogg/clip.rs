//! Recorded sound as it is handed in or played: one whole stream of Opus in Ogg, or a refusal that names the place.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ogg::reading::BasePacketReader;

use super::page::{Damage, Next, Page, Wrong, next};
use crate::media::frame::PAYLOAD_BYTES_MAX;
use crate::media::opus::{FRAME_MS, FRAME_SAMPLES, samples};

/// Bytes of the shortest identification header (RFC 7845 section 5.1).
const HEAD_BYTES_MIN: usize = 19;

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
        Self::of_ogg(BufReader::new(file)).map_err(faulty)
    }

    /// Reads one stream, which must be whole from its beginning to its end.
    ///
    /// # Errors
    /// If it cannot be read, is damaged, or holds anything but Opus in frames of 20 ms.
    pub fn of_ogg(input: impl Read) -> Result<Self, NotClip> {
        let mut reading = Reading::default();
        reading.all(input)?;
        Self::of_read(reading)
    }

    /// Reads a stream that was taken in before, as far as it is whole: what is kept is played.
    ///
    /// # Errors
    /// If it cannot be read or holds anything but Opus in frames of 20 ms.
    pub fn of_kept(input: impl Read) -> Result<Self, NotClip> {
        let mut reading = Reading::default();
        match reading.all(input) {
            Ok(()) | Err(NotClip::Damaged(_)) => Self::of_read(reading),
            Err(other) => Err(other),
        }
    }

    fn of_read(Reading { packets, .. }: Reading) -> Result<Self, NotClip> {
        if packets.is_empty() {
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

/// A stream as far as it was read.
#[derive(Default)]
struct Reading {
    bytes: u64,
    pages: u32,
    serial: u32,
    position: u64,
    ended: bool,
    heading: Heading,
    packets: Vec<Arc<[u8]>>,
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
    fn all(&mut self, mut input: impl Read) -> Result<(), NotClip> {
        // `ogg` glues what goes on over two pages.
        let mut glue = BasePacketReader::new();
        loop {
            match next(&mut input)? {
                Next::Page(page) => self.take(*page, &mut glue)?,
                Next::End if self.packets.is_empty() => return Err(NotClip::NotOpus),
                Next::End if !self.ended => return Err(self.damaged(Wrong::NoEnd)),
                Next::End => return Ok(()),
                Next::Wrong(Wrong::NoPage) if self.pages == 0 => return Err(NotClip::NotOpus),
                Next::Wrong(wrong) => return Err(self.damaged(wrong)),
            }
        }
    }

    fn take(&mut self, page: Page, glue: &mut BasePacketReader) -> Result<(), NotClip> {
        if let Some(wrong) = self.wrong_with(&page) {
            return Err(self.damaged(wrong));
        }
        let Page { bytes, serial, position, .. } = page;
        let ends = page.ends();
        glue.push_page(page.page).map_err(|_gap| self.damaged(Wrong::Incomplete))?;
        while let Some(packet) = glue.read_packet() {
            self.packet(packet.data)?;
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
    fn packet(&mut self, packet: Vec<u8>) -> Result<(), NotClip> {
        self.heading = match self.heading {
            Heading::Nothing if packet.starts_with(b"OpusHead") && packet.len() >= HEAD_BYTES_MIN => {
                Heading::Head
            }
            Heading::Head if packet.starts_with(b"OpusTags") => Heading::Whole,
            Heading::Nothing => return Err(NotClip::NotOpus),
            Heading::Head => return Err(self.damaged(Wrong::NoTags)),
            Heading::Whole => {
                self.packets.push(packet.into());
                Heading::Whole
            }
        };
        Ok(())
    }

    fn damaged(&self, wrong: Wrong) -> NotClip {
        let heard_ms = u64::try_from(FRAME_MS).unwrap_or(0) * self.packets.len() as u64;
        NotClip::Damaged(Damage { byte: self.bytes, heard_ms, wrong })
    }
}
