//! A channel as an endless Ogg stream over HTTP, for any audio player.
//!
//! Chromium reads a stream in blocks of 32 KiB and plays nothing of a block before all of it has come. At the three
//! bytes of a packet of silence that takes a minute, and whoever spoke next would be heard as much later. So no packet
//! is shorter than those of speech, and whoever begins to listen first gets a block: what was heard last, or silence.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Interval, MissedTickBehavior};

use super::frame::{AGE_MAX, Frame};
use super::line::{Laid, Line};
use super::ogg::Pages;
use super::opus::padded;
use super::tap::Tap;

/// Frames in a page: 100 ms.
const FRAMES_PER_PAGE: usize = 5;
/// Bytes that a packet has at least: as at 48 kbit/s, which a line of 64 kbit/s carries.
const PACKET_BYTES_MIN: u8 = 120;
/// Bytes of sound in a burst: with the pages' own, a little more than a block of Chromium's.
const BURST_BYTES: usize = 32 * 1_024;
/// How far back a burst begins at most: so long the shortest packets take to fill it.
const BURST_AGE_MAX: Duration = Duration::from_millis(
    (BURST_BYTES / PACKET_BYTES_MIN as usize + 1) as u64 * 20 + AGE_MAX.as_millis() as u64,
);
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
pub struct Live(Arc<Mutex<Recent>>);

#[derive(Debug)]
struct Recent {
    recent: VecDeque<Frame>,
    bytes: usize,
    listeners: broadcast::Sender<Frame>,
}

impl Default for Live {
    fn default() -> Self {
        let (listeners, _) = broadcast::channel(WAITING_MAX);
        Self(Arc::new(Mutex::new(Recent { recent: VecDeque::new(), bytes: 0, listeners })))
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
        kept.bytes += bytes(&frame);
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
        OggStream::new(source, serial, title, kept.recent.iter())
    }
}

impl Recent {
    /// Drops what is too old or more than a burst needs.
    fn forget(&mut self, now: Instant) {
        while let Some(oldest) = self.recent.front()
            && (self.bytes - bytes(oldest) >= BURST_BYTES
                || now.saturating_duration_since(oldest.at) > BURST_AGE_MAX)
        {
            self.bytes -= bytes(oldest);
            self.recent.pop_front();
        }
    }
}

/// Bytes of a frame as it is sent.
fn bytes(frame: &Frame) -> usize {
    frame.payload.len().max(PACKET_BYTES_MIN.into())
}

/// Lays a packet of at least the length that a packet has.
fn lay(pages: &mut Pages, Laid { packet, end }: Laid) {
    pages.add(Laid { packet: &padded(packet, PACKET_BYTES_MIN), end });
}

/// An endless Ogg stream for one listener: real time, with silence where the channel carries nothing.
pub struct OggStream<S> {
    source: Option<S>,
    line: Line,
    pages: Pages,
    look: Interval,
}

impl<S: FrameSource> OggStream<S> {
    /// A stream that begins with a burst: of these frames, the oldest first, and of silence where they do not fill it.
    pub fn new<'a>(source: S, serial: u32, title: &str, recent: impl IntoIterator<Item = &'a Frame>) -> Self {
        let recent: Vec<&Frame> = recent.into_iter().collect();
        let now = tokio::time::Instant::now().into_std();
        let filled = recent.iter().map(|frame| bytes(frame)).sum::<usize>() >= BURST_BYTES;
        let oldest = recent.first().filter(|_| filled).map(|oldest| oldest.at);
        let began = oldest.or_else(|| now.checked_sub(BURST_AGE_MAX)).unwrap_or(now);
        let mut look = tokio::time::interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut line = Line::new(began);
        let mut pages = Pages::begin(serial, title, FRAMES_PER_PAGE);
        for frame in recent {
            line.take(frame, |laid| lay(&mut pages, laid));
        }
        line.keep_up(now, |laid| lay(&mut pages, laid));
        Self { source: Some(source), line, pages, look }
    }

    /// The next pages; none once the channel has ended. May be dropped before it is ready without losing anything.
    pub async fn next(&mut self) -> Option<Bytes> {
        while !self.pages.are_waiting() {
            let source = self.source.as_mut()?;
            tokio::select! {
                // What waits for a slow listener is not missing: silence is due where nothing waits.
                biased;
                frame = source.next() => match frame {
                    Some(frame) => {
                        self.line.take(&frame, |laid| lay(&mut self.pages, laid));
                    }
                    None => {
                        self.source = None;
                        self.pages.end();
                    }
                },
                now = self.look.tick() => {
                    self.line.keep_up(now.into_std(), |laid| lay(&mut self.pages, laid));
                }
            }
        }
        Some(Bytes::from(self.pages.take()))
    }
}
