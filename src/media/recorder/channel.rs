//! One channel's file.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::media::frame::Frame;
use crate::media::line::Line;
use crate::media::ogg::{Pages, Scanned, scan};

/// Frames in a page: 200 ms, so that little waits in memory.
const FRAMES_PER_PAGE: usize = 10;
/// Pages of the heading.
const HEADING_PAGES: u32 = 2;
/// Bytes of the longest page (RFC 3533 section 6). More than this behind the last whole page is damage, not a tail.
const PAGE_BYTES_MAX: u64 = 65_307;

/// A channel's file, open for appending.
pub(super) struct Track {
    path: PathBuf,
    file: File,
    line: Line,
    pages: Pages,
}

impl Track {
    /// Makes the file, or goes on with it. `anchor`: a moment, and the samples from the recording's beginning to it.
    pub(super) fn open(path: PathBuf, title: &str, serial: u32, anchor: (Instant, u64)) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(&path)?;
        let mut found = scan(BufReader::new(&file), drop)?;
        if file.metadata()?.len() > found.whole.bytes + PAGE_BYTES_MAX {
            set_aside(&path)?;
            (file, found) = (options.open(&path)?, Scanned::default());
        }
        let goes_on = found.serial.filter(|_| found.open.pages >= HEADING_PAGES);
        let (kept, pages) = match goes_on {
            Some(serial) => {
                let pages = Pages::resume(serial, FRAMES_PER_PAGE, found.open.pages, found.open.end);
                (found.open, pages)
            }
            None => (Default::default(), Pages::begin(serial, title, FRAMES_PER_PAGE)),
        };
        if file.metadata()?.len() > kept.bytes {
            file.set_len(kept.bytes)?;
        }
        file.seek(SeekFrom::Start(kept.bytes))?;
        let mut track = Self { path, file, line: Line::resume(anchor, kept.end), pages };
        // The heading, so that the file is one from the first moment.
        track.write()?;
        Ok(track)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes a frame, and tells whether it has a place; nothing is written yet.
    pub(super) fn take(&mut self, frame: &Frame) -> bool {
        self.line.take(frame, |laid| self.pages.add(laid))
    }

    /// Takes silence for what has not come by now.
    pub(super) fn keep_up(&mut self, now: Instant) {
        self.line.keep_up(now, |laid| self.pages.add(laid));
    }

    /// Ends the stream at a moment.
    pub(super) fn end(&mut self, at: Instant) {
        self.line.fill(self.line.at(at), |laid| self.pages.add(laid));
        self.pages.end();
    }

    /// Writes the whole pages.
    pub(super) fn write(&mut self) -> io::Result<()> {
        if self.pages.are_waiting() {
            self.file.write_all(&self.pages.take())?;
        }
        Ok(())
    }

    /// Waits until the disk has it.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }
}

/// Keeps a file that is damaged inside beside the new one, under the first name that is free.
fn set_aside(path: &Path) -> io::Result<()> {
    let names = (1..).map(|number| path.with_extension(format!("damaged-{number}.ogg")));
    let Some(free) = names.into_iter().find(|name| !name.exists()) else { return Ok(()) };
    tracing::warn!(from = %path.display(), to = %free.display(), "a recorded file is damaged and set aside");
    std::fs::rename(path, free)
}
