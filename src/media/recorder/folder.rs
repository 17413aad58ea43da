//! The folder of one recording, with its files open.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::channel::Track;
use super::turns::{self, Index, TurnMark};
use super::{Begin, Ending, RecorderFault};
use crate::media::CLOCK_HZ;
use crate::media::frame::Frame;
use crate::terms::ids::{ChannelId, Moment};

/// The files of a recording.
pub(super) struct Folder {
    path: PathBuf,
    /// When the recorder began, and the samples from the recording's beginning to then.
    anchor: (Instant, u64),
    tracks: BTreeMap<ChannelId, Track>,
    index: Index,
}

impl Folder {
    /// Makes the folder and its files, or opens what is there.
    pub(super) fn open(begin: &Begin, now: Instant) -> Result<Self, RecorderFault> {
        let path = path_of(begin);
        make(&path).map_err(fault_at(&path))?;
        let passed_ms = u64::try_from(begin.now_ms - begin.began_ms).unwrap_or(0);
        let anchor = (now, passed_ms * CLOCK_HZ / 1_000);
        let index = path.join(turns::FILE);
        let index = Index::open(&index).map_err(fault_at(&index))?;
        let mut folder = Self { path, anchor, tracks: BTreeMap::new(), index };
        begin.channels.iter().try_for_each(|channel| folder.track(channel).map(drop))?;
        sync_folder(&folder.path).map_err(fault_at(&folder.path))?;
        Ok(folder)
    }

    /// Takes a frame of a channel, writes what is whole, and tells whether the frame has a place in the file.
    pub(super) fn take(&mut self, channel: &ChannelId, frame: &Frame) -> Result<bool, RecorderFault> {
        let track = self.track(channel)?;
        let laid = track.take(frame);
        track.write().map_err(fault_at(track.path()))?;
        Ok(laid)
    }

    /// Appends to the index.
    pub(super) fn mark(&mut self, mark: &TurnMark) -> Result<(), RecorderFault> {
        self.index.append(mark).map_err(fault_at(&self.path.join(turns::FILE)))
    }

    /// Writes silence for what has not come.
    pub(super) fn keep_up(&mut self, now: Instant) -> Result<(), RecorderFault> {
        self.tracks.values_mut().try_for_each(|track| {
            track.keep_up(now);
            track.write().map_err(fault_at(track.path()))
        })
    }

    /// Waits until the disk has all that is written.
    pub(super) fn sync(&self) -> Result<(), RecorderFault> {
        self.tracks.values().try_for_each(|track| track.sync().map_err(fault_at(track.path())))
    }

    /// Writes what is left.
    pub(super) fn end(&mut self, ending: Ending, at: Instant) -> Result<(), RecorderFault> {
        match ending {
            Ending::Over => self.tracks.values_mut().for_each(|track| track.end(at)),
            Ending::ServerStops => self.keep_up(at)?,
        }
        self.tracks.values_mut().try_for_each(|track| track.write().map_err(fault_at(track.path())))?;
        self.sync()
    }

    fn track(&mut self, channel: &ChannelId) -> Result<&mut Track, RecorderFault> {
        match self.tracks.entry(channel.clone()) {
            std::collections::btree_map::Entry::Occupied(open) => Ok(open.into_mut()),
            std::collections::btree_map::Entry::Vacant(missing) => {
                let path = self.path.join(format!("{channel}.ogg"));
                let fault = fault_at(&path);
                // One stream to a file: any number will do.
                let track = Track::open(path, channel.as_str(), 1, self.anchor).map_err(fault)?;
                Ok(missing.insert(track))
            }
        }
    }
}

/// How the folder of a recording is named: after the moment of its beginning, in UTC, so that names sort by time.
pub const NAME: &str = "%Y-%m-%dT%H-%M-%S.%3fZ";

/// The folder of a recording.
pub(super) fn path_of(begin: &Begin) -> PathBuf {
    let began = Timestamp::from_millisecond(begin.began_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let name = began.strftime(NAME).to_string();
    begin.recordings.join(begin.session.as_str()).join(name)
}

/// Makes the folder and those above it, and sees to it that they outlast a power cut.
fn make(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|path| !path.exists()).collect();
    fs::create_dir_all(folder)?;
    missing.iter().filter_map(|path| path.parent()).try_for_each(sync_folder)
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    let here = folder.as_os_str().is_empty();
    File::open(if here { Path::new(".") } else { folder })?.sync_all()
}

fn fault_at(path: &Path) -> impl Fn(io::Error) -> RecorderFault + use<> {
    let path = path.to_owned();
    move |error| RecorderFault { path: path.clone(), reason: error.to_string() }
}
/// When a recording of this name began; none where it is not so named.
pub fn began_ms(name: &str) -> Option<Moment> {
    let began = DateTime::strptime(NAME, name).ok()?;
    let began = TimeZone::UTC.to_timestamp(began).ok()?;
    (began.strftime(NAME).to_string() == name).then(|| Timestamp::as_millisecond(began))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_is_named_by_its_beginning_and_nothing_else_is_one() {
        assert_eq!(began_ms("2021-02-24T08-00-00.250Z"), Some(1_614_153_600_250));
        for other in
            ["", "..", "2021-02-24", "2021-02-24T08-00-00.250Z/..", "2021-02-24T8-0-0.250Z", "lost+found"]
        {
            assert_eq!(began_ms(other), None, "{other}");
        }
    }
}
