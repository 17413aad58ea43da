//! A channel as an endless Ogg stream over HTTP, for any audio player.
//!
//! Chromium plays nothing before it has read 32 KiB, which at 24 kbit/s are ten seconds (measured; padding the heading
//! does not help, it wants as much sound). So whoever begins to listen first gets a burst of what was heard last. And
//! silence is as large as speech: else a channel on which nobody speaks would not begin, and one on which somebody
//! pauses would stand still for a minute and be that much late from then on.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Interval, MissedTickBehavior};

use super::frame::Frame;
use super::line::{Laid, Line};
use super::ogg::Pages;
use super::opus::{PADDED_SILENCE, PADDED_SILENCE_BYTES, SILENCE};
use super::tap::Tap;

/// Frames in a page: 100 ms.
const FRAMES_PER_PAGE: usize = 5;
/// Bytes of sound in a burst: with the pages' own, a little more than Chromium wants.
const BURST_BYTES: usize = 32 * 1_024;
/// Age of the oldest frame in a burst. A listener begins this far behind at most.
const BURST_AGE_MAX: Duration = Duration::from_secs(12);
/// How long a frame lasts.
const FRAME: Duration = Duration::from_millis(20);
/// Frames that may wait for one listener, 5 s; beyond that the oldest are dropped and heard as silence.
const WAITING_MAX: usize = 256;
/// How often a stream looks whether silence is due.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Where the frames of one channel come from.
pub trait FrameSource: Send {
    /// The next frame; none when there will be no more. May be dropped before it is ready without losing a frame.
    fn next(&mut self) -> impl Future<Output = Option<Frame>> + Send;
}

impl FrameSource for Tap {
    async fn next(&mut self) -> Option<Frame> {
        Tap::next(self).await
    }
}

impl FrameSource for mpsc::Receiver<Frame> {
    async fn next(&mut self) -> Option<Frame> {
        self.recv().await
    }
}

impl FrameSource for broadcast::Receiver<Frame> {
    async fn next(&mut self) -> Option<Frame> {
        loop {
            match self.recv().await {
                Ok(frame) => return Some(frame),
                // What a slow listener missed becomes silence on the line.
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}

/// A channel that is listened to over HTTP: what was heard last, and what follows.
#[derive(Debug, Clone)]
pub struct Live(Arc<Mutex<Kept>>);

#[derive(Debug)]
struct Kept {
    recent: VecDeque<Frame>,
    bytes: usize,
    listeners: broadcast::Sender<Frame>,
}

impl Default for Live {
    fn default() -> Self {
        let (listeners, _) = broadcast::channel(WAITING_MAX);
        Self(Arc::new(Mutex::new(Kept { recent: VecDeque::new(), bytes: 0, listeners })))
    }
}

impl Live {
    /// Hands on what comes from a channel, until there will be no more.
    pub async fn follow(&self, mut channel: impl FrameSource) {
        while let Some(frame) = channel.next().await {
            self.push(frame);
        }
    }

    /// Hands a frame on to the listeners, and keeps it for those who come.
    pub fn push(&self, frame: Frame) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += frame.payload.len();
        kept.forget(frame.at);
        kept.recent.push_back(frame.clone());
        // An error says that nobody listens.
        drop(kept.listeners.send(frame));
    }

    /// Begins to listen. `title` stands in the heading.
    pub fn listen(&self, serial: u32, title: &str) -> OggStream<broadcast::Receiver<Frame>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = tokio::time::Instant::now().into_std();
        kept.forget(now);
        let source = kept.listeners.subscribe();
        OggStream::since(kept.begins(now), source, serial, title, kept.recent.iter())
    }
}

impl Kept {
    /// Where a burst begins: as early as it takes to be large enough, with silence where nothing was heard, and no
    /// earlier than it may.
    fn begins(&self, now: Instant) -> Instant {
        let oldest = self.recent.front().map_or(now, |oldest| oldest.at);
        let since = now.saturating_duration_since(oldest);
        let passed = usize::try_from(since.as_millis() / FRAME.as_millis()).unwrap_or(usize::MAX);
        let silent = passed.saturating_sub(self.recent.len());
        let missing = BURST_BYTES.saturating_sub(self.bytes + silent * PADDED_SILENCE_BYTES);
        let frames = u32::try_from(missing.div_ceil(PADDED_SILENCE_BYTES)).unwrap_or(0);
        let before = (FRAME * frames).min(BURST_AGE_MAX.saturating_sub(since));
        // A machine that was started a moment ago knows no earlier time.
        oldest.checked_sub(before).unwrap_or(oldest)
    }

    /// Drops what is too old or more than a burst needs.
    fn forget(&mut self, now: Instant) {
        while let Some(oldest) = self.recent.front()
            && (self.bytes - oldest.payload.len() >= BURST_BYTES
                || now.saturating_duration_since(oldest.at) > BURST_AGE_MAX)
        {
            self.bytes -= oldest.payload.len();
            self.recent.pop_front();
        }
    }
}

/// An endless Ogg stream for one listener: real time, with silence where the channel carries nothing.
pub struct OggStream<S> {
    source: Option<S>,
    line: Line,
    pages: Pages,
    look: Interval,
}

impl<S: FrameSource> OggStream<S> {
    /// A stream that begins with a burst of these frames, the oldest first, or now.
    pub fn new<'a>(source: S, serial: u32, title: &str, recent: impl IntoIterator<Item = &'a Frame>) -> Self {
        let mut recent = recent.into_iter().peekable();
        let now = tokio::time::Instant::now().into_std();
        let began = recent.peek().map_or(now, |oldest| oldest.at);
        Self::since(began, source, serial, title, recent)
    }

    /// A stream that begins at a moment that has passed, with silence and these frames.
    fn since<'a>(
        began: Instant,
        source: S,
        serial: u32,
        title: &str,
        recent: impl IntoIterator<Item = &'a Frame>,
    ) -> Self {
        let now = tokio::time::Instant::now().into_std();
        let mut look = tokio::time::interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let pages = Pages::begin(serial, title, FRAMES_PER_PAGE);
        let mut stream = Self { source: Some(source), line: Line::new(began), pages, look };
        for frame in recent {
            stream.line.take(frame, |laid| add(&mut stream.pages, laid));
        }
        stream.line.keep_up(now, |laid| add(&mut stream.pages, laid));
        stream
    }

    /// The next pages; none once the channel has ended. May be dropped before it is ready without losing anything.
    pub async fn next(&mut self) -> Option<Bytes> {
        while !self.pages.are_waiting() {
            let source = self.source.as_mut()?;
            tokio::select! {
                frame = source.next() => match frame {
                    Some(frame) => self.line.take(&frame, |laid| add(&mut self.pages, laid)),
                    None => {
                        self.source = None;
                        self.pages.end();
                    }
                },
                now = self.look.tick() => {
                    self.line.keep_up(now.into_std(), |laid| add(&mut self.pages, laid));
                }
            }
        }
        Some(Bytes::from(self.pages.take()))
    }
}

/// Adds a packet; silence padded.
fn add(pages: &mut Pages, laid: Laid) {
    let packet = if laid.packet == SILENCE { &PADDED_SILENCE[..] } else { laid.packet };
    pages.add(Laid { packet, ..laid });
}
