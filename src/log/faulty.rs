//! A log that fails on purpose, by seed: simulations run over it to show that what holds, holds in bad weather.
//!
//! It wraps any engine. Faults are injected into appends and reads; everything else goes through untouched.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use tokio::sync::watch;

use super::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, Stream, Tail};

/// How often each fault comes, in parts of a thousand calls. All zero by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Odds {
    /// An append fails and nothing is stored.
    pub lost: u16,
    /// An append is stored, but its writer is told of a fault.
    pub unanswered: u16,
    /// The rival appends first; see [`Faulty::with_rival`].
    pub raced: u16,
    /// A read fails.
    pub unread: u16,
}

/// How many faults there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fired {
    /// Appends that failed without being stored.
    pub lost: u64,
    /// Appends stored whose writers were told of a fault.
    pub unanswered: u64,
    /// Appends the rival beat.
    pub raced: u64,
    /// Reads that failed.
    pub unread: u64,
}

/// What another writer would append to a stream that ends at a number. Without entries there is no race.
pub type Rival = dyn Fn(&Stream, u64) -> Vec<NewEntry> + Send + Sync;

/// An engine in bad weather. The same seed and the same order of calls give the same faults.
pub struct Faulty {
    inner: Arc<dyn Log>,
    odds: Odds,
    rival: Option<Box<Rival>>,
    chance: AtomicU64,
    calm: AtomicBool,
    fired: Counters,
    /// Appends wait, and blobs that are put.
    stalled: watch::Sender<bool>,
}

#[derive(Default)]
struct Counters {
    lost: AtomicU64,
    unanswered: AtomicU64,
    raced: AtomicU64,
    unread: AtomicU64,
}

impl Faulty {
    /// Wraps `inner`.
    pub fn new(inner: Arc<dyn Log>, seed: u64, odds: Odds) -> Self {
        let (chance, calm) = (AtomicU64::new(seed), AtomicBool::new(false));
        let stalled = watch::Sender::new(false);
        Self { inner, odds, rival: None, chance, calm, fired: Counters::default(), stalled }
    }

    /// Gives it another writer. What it appends is really stored, so it must be something that those who replay
    /// the stream understand; the race is then lost in truth.
    #[must_use]
    pub fn with_rival(
        mut self,
        rival: impl Fn(&Stream, u64) -> Vec<NewEntry> + Send + Sync + 'static,
    ) -> Self {
        self.rival = Some(Box::new(rival));
        self
    }

    /// Ends the bad weather: no more faults from here on.
    pub fn calm(&self) {
        self.calm.store(true, Ordering::Relaxed);
    }

    /// Lets the bad weather come again.
    pub fn storm(&self) {
        self.calm.store(false, Ordering::Relaxed);
    }

    /// From now on appends wait, as on a disk that hangs, until it is called with `false`.
    pub fn stall(&self, stalled: bool) {
        self.stalled.send_replace(stalled);
    }

    /// How many faults there were so far.
    pub fn fired(&self) -> Fired {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Fired {
            lost: count(&self.fired.lost),
            unanswered: count(&self.fired.unanswered),
            raced: count(&self.fired.raced),
            unread: count(&self.fired.unread),
        }
    }

    /// Waits as long as the log is made to hang.
    async fn hangs(&self) {
        // It fails where the sender is gone, which is this.
        drop(self.stalled.subscribe().wait_for(|stalled| !stalled).await);
    }

    /// Draws by `odds` in a thousand and counts what it draws.
    fn strikes(&self, odds: u16, counter: &AtomicU64) -> bool {
        let drawn = self.draw() % 1_000 < u64::from(odds);
        let strikes = drawn && !self.calm.load(Ordering::Relaxed);
        if strikes {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        strikes
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014): a good enough chance in one atomic number.
    fn draw(&self) -> u64 {
        const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut z = self.chance.fetch_add(GAMMA, Ordering::Relaxed).wrapping_add(GAMMA);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Lets the rival append at `expected`, and counts it if that was a race.
    async fn let_rival_append(&self, stream: &Stream, expected: u64) {
        let Some(rival) = &self.rival else { return };
        if self.draw() % 1_000 >= u64::from(self.odds.raced) || self.calm.load(Ordering::Relaxed) {
            return;
        }
        let entries = rival(stream, expected);
        if !entries.is_empty() && self.inner.append(stream, expected, entries).await.is_ok() {
            self.fired.raced.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn injected() -> LogFault {
    LogFault::Storage { reason: "a fault was injected".to_owned() }
}

#[async_trait]
impl Log for Faulty {
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        self.hangs().await;
        if self.strikes(self.odds.lost, &self.fired.lost) {
            return Err(injected().into());
        }
        self.let_rival_append(stream, expected).await;
        let last = self.inner.append(stream, expected, entries).await?;
        if self.strikes(self.odds.unanswered, &self.fired.unanswered) {
            return Err(injected().into());
        }
        Ok(last)
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        if self.strikes(self.odds.unread, &self.fired.unread) {
            return Err(injected());
        }
        self.inner.read(stream, after, limit).await
    }

    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        self.inner.follow(stream, after).await
    }

    async fn erase(&self, stream: &Stream, subjects: Vec<String>) -> Result<u64, LogFault> {
        self.inner.erase(stream, subjects).await
    }

    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.inner.tail(stream)
    }

    async fn last(&self, stream: &Stream) -> Result<u64, LogFault> {
        self.inner.last(stream).await
    }

    async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        self.inner.streams().await
    }

    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault> {
        self.hangs().await;
        self.inner.put_blob(name, bytes).await
    }

    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        self.inner.put_blob_if_absent(name, bytes).await
    }

    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        self.inner.blob(name).await
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        self.inner.blob_names(prefix).await
    }

    async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        self.inner.remove_blob(name).await
    }

    async fn check(&self) -> Result<(), LogFault> {
        self.inner.check().await
    }

    fn blobs(&self) -> Arc<dyn Blobs> {
        self.inner.blobs()
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
