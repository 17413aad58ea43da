//! Following a stream: reads what is stored, then waits until more is announced.
//!
//! Entries always come from the storage, never from the announcement, so none can be missed or doubled.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use futures_util::stream::{self, BoxStream, StreamExt};
use tokio::sync::watch;

use super::{Entry, LogFault, Stream};

const PAGE_ENTRIES: usize = 256;
/// Stands in place of an end where the stream cannot be read just now: whoever waits is to read, and so to learn why.
const UNREADABLE: u64 = u64::MAX;

/// What a follower reads from.
#[async_trait]
pub(super) trait Pages: Send + Sync + 'static {
    /// Entries above `after`, at most `limit`; fewer only at the end of the stream.
    async fn page(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault>;
}

/// Where a stream ends, as it is announced after it is stored.
#[derive(Debug, Clone)]
pub struct Tail(watch::Receiver<u64>);

impl Tail {
    /// Waits until the stream is known to go beyond a number; for ever once the log is closed.
    pub async fn beyond(&mut self, after: u64) {
        if self.0.wait_for(|last| *last > after).await.is_err() {
            std::future::pending().await
        }
    }
}

/// The last number of each followed stream, announced after it is stored. Whoever follows comes to the end when
/// this is dropped or closed.
#[derive(Default)]
pub(super) struct Tails(Mutex<Followed>);

#[derive(Default)]
struct Followed {
    closed: bool,
    ends: HashMap<Stream, watch::Sender<u64>>,
}

impl Tails {
    /// Tells followers that `stream` is stored up to `last`, unless they know of more: what others stored may be heard of
    /// late.
    pub(super) fn announce(&self, stream: &Stream, last: u64) {
        let mut followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(end) = followed.ends.get(stream) else { return };
        if end.is_closed() {
            followed.ends.remove(stream);
        } else {
            end.send_if_modified(|known| {
                let more = last > *known;
                *known = last.max(*known);
                more
            });
        }
    }

    /// Has whoever waits for a stream read it, for it cannot be read.
    pub(super) fn unreadable(&self, stream: &Stream) {
        self.announce(stream, UNREADABLE);
    }

    /// A stream was read up to `last`: where it could not be before, whoever waits waits again for what comes after that.
    pub(super) fn readable(&self, stream: &Stream, last: u64) {
        let followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(end) = followed.ends.get(stream) else { return };
        end.send_if_modified(|known| {
            let was_unreadable = *known == UNREADABLE;
            if was_unreadable {
                *known = last;
            }
            was_unreadable
        });
    }

    /// The streams that somebody waits for.
    pub(super) fn followed(&self) -> Vec<Stream> {
        let mut followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        followed.ends.retain(|_, end| !end.is_closed());
        followed.ends.keys().cloned().collect()
    }

    /// Whether somebody waits for a stream who does not know that it goes up to `last`.
    pub(super) fn awaits(&self, stream: &Stream, last: u64) -> bool {
        let followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        followed.ends.get(stream).is_some_and(|end| !end.is_closed() && *end.borrow() < last)
    }

    /// Brings every follower to the end; nobody can follow any more.
    pub(super) fn close(&self) {
        let mut followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        followed.closed = true;
        followed.ends.clear();
    }

    fn subscribe(&self, stream: &Stream) -> Result<watch::Receiver<u64>, LogFault> {
        let mut followed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if followed.closed {
            return Err(LogFault::Closed);
        }
        Ok(followed.ends.entry(stream.clone()).or_insert_with(|| watch::Sender::new(0)).subscribe())
    }

    /// Where `stream` ends from now on.
    pub(super) fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.subscribe(stream).map(Tail)
    }

    /// Follows `stream` from above `after`. The subscription comes before the first page: what that page cannot
    /// see yet is announced later.
    pub(super) async fn follow(
        &self,
        pages: impl Pages,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        let end = self.subscribe(stream)?;
        let mut follower =
            Follower { pages, stream: stream.clone(), after, end, ready: VecDeque::new(), caught_up: false };
        follower.turn_page().await?;
        let steps = stream::unfold(Some(follower), |follower| async {
            let mut follower = follower?;
            match follower.next().await {
                Ok(entry) => Some((Ok(entry), Some(follower))),
                Err(LogFault::Closed) => None,
                Err(fault) => Some((Err(fault), None)),
            }
        });
        Ok(steps.boxed())
    }
}

struct Follower<P> {
    pages: P,
    stream: Stream,
    /// Number of the last entry handed out.
    after: u64,
    end: watch::Receiver<u64>,
    ready: VecDeque<Entry>,
    /// Whether the last page reached the end, so that all there is beyond it is announced.
    caught_up: bool,
}

impl<P: Pages> Follower<P> {
    async fn next(&mut self) -> Result<Entry, LogFault> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                self.after = entry.seq;
                return Ok(entry);
            }
            if self.caught_up {
                let after = self.after;
                self.end.wait_for(|last| *last > after).await.map_err(|_| LogFault::Closed)?;
            }
            self.turn_page().await?;
        }
    }

    async fn turn_page(&mut self) -> Result<(), LogFault> {
        let page = self.pages.page(&self.stream, self.after, PAGE_ENTRIES).await?;
        self.caught_up = page.len() < PAGE_ENTRIES;
        self.ready = page.into();
        Ok(())
    }
}
