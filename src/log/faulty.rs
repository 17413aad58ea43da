//! A log that fails on purpose, by seed: simulations run over it to show that what holds, holds in bad weather.
//!
//! It wraps any engine. Faults are injected into appends, reads and what is told of a stream's end; everything else goes
//! through untouched.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::tail::Tails;
use super::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, Stream, Tail};

/// How long a writer waits for an answer that does not come, as on servers of NATS that cannot be reached.
const SILENT: Duration = Duration::from_secs(12);
/// Longest after it was asked for that an append is stored whose writer hears nothing, in milliseconds: while the writer still
/// waits, or long after it has given up.
const LATE_MS_MAX: [u64; 2] = [3_000, 45_000];
/// Longest that an append or a read is under way, each way, in milliseconds.
const SLOW_MS_MAX: u64 = 1_500;
/// How late it is found out where a stream ends, if that was not heard, in milliseconds.
const LOOKED_EVERY_MS: u64 = 2_000;

/// How often each fault comes, in parts of a thousand calls. All zero by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Odds {
    /// An append fails and nothing is stored.
    pub lost: u16,
    /// An append is stored, but its writer is told of a fault.
    pub unanswered: u16,
    /// An append is stored, but its writer hears nothing for 12 seconds and is then told of a fault.
    pub silent: u16,
    /// The same, and the append is stored at any time within 45 seconds, if nobody was faster.
    pub late: u16,
    /// An append or a read takes up to 1.5 seconds each way.
    pub slow: u16,
    /// The rival appends first; see [`Faulty::with_rival`].
    pub raced: u16,
    /// A read fails.
    pub unread: u16,
    /// It is not heard that a stream goes on, and found out up to 2 seconds later.
    pub untold: u16,
}

impl Odds {
    /// None ever.
    pub const NONE: Self =
        Self { lost: 0, unanswered: 0, silent: 0, late: 0, slow: 0, raced: 0, unread: 0, untold: 0 };
}

/// How many faults there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fired {
    /// Appends that failed without being stored.
    pub lost: u64,
    /// Appends stored whose writers were told of a fault.
    pub unanswered: u64,
    /// Appends stored whose writers heard nothing.
    pub silent: u64,
    /// Appends whose writers heard nothing, stored or not.
    pub late: u64,
    /// Those of them that were stored after all, some of them after their writers had given up.
    pub late_stored: u64,
    /// Those that came too late: another append was faster.
    pub late_overtaken: u64,
    /// Appends and reads that took long.
    pub slow: u64,
    /// Appends the rival beat.
    pub raced: u64,
    /// Reads that failed.
    pub unread: u64,
    /// Ends of streams that were not heard of at once.
    pub untold: u64,
}

/// What another writer would append to a stream that ends at a number. Without entries there is no race.
pub type Rival = dyn Fn(&Stream, u64) -> Vec<NewEntry> + Send + Sync;

/// Is shown each append as it is asked for.
pub type Witness = dyn Fn(&Stream, u64, &[NewEntry]) + Send + Sync;

/// An engine in bad weather. The same seed and the same order of calls give the same faults.
pub struct Faulty {
    inner: Arc<dyn Log>,
    rival: Option<Box<Rival>>,
    witness: Option<Box<Witness>>,
    weather: Arc<Weather>,
    /// Appends wait, and blobs that are put.
    stalled: watch::Sender<bool>,
    /// Where streams end, as far as it is heard here.
    tails: Arc<Tails>,
}

struct Weather {
    odds: Odds,
    chance: AtomicU64,
    calm: AtomicBool,
    fired: Counters,
}

#[derive(Default)]
struct Counters {
    lost: AtomicU64,
    unanswered: AtomicU64,
    silent: AtomicU64,
    late: AtomicU64,
    late_stored: AtomicU64,
    late_overtaken: AtomicU64,
    slow: AtomicU64,
    raced: AtomicU64,
    unread: AtomicU64,
    untold: AtomicU64,
}

impl Faulty {
    /// Wraps `inner`.
    pub fn new(inner: Arc<dyn Log>, seed: u64, odds: Odds) -> Self {
        let (chance, calm) = (AtomicU64::new(seed), AtomicBool::new(false));
        let weather = Arc::new(Weather { odds, chance, calm, fired: Counters::default() });
        let (stalled, tails) = (watch::Sender::new(false), Arc::default());
        Self { inner, rival: None, witness: None, weather, stalled, tails }
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

    /// Shows each append to somebody, before anything becomes of it.
    #[must_use]
    pub fn with_witness(
        mut self,
        witness: impl Fn(&Stream, u64, &[NewEntry]) + Send + Sync + 'static,
    ) -> Self {
        self.witness = Some(Box::new(witness));
        self
    }

    /// Ends the bad weather: no more faults from here on. What is under way comes late all the same.
    pub fn calm(&self) {
        self.weather.calm.store(true, Ordering::Relaxed);
    }

    /// Lets the bad weather come again.
    pub fn storm(&self) {
        self.weather.calm.store(false, Ordering::Relaxed);
    }

    /// From now on appends wait, as on a disk that hangs, until it is called with `false`.
    pub fn stall(&self, stalled: bool) {
        self.stalled.send_replace(stalled);
    }

    /// How many faults there were so far.
    pub fn fired(&self) -> Fired {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let fired = &self.weather.fired;
        Fired {
            lost: count(&fired.lost),
            unanswered: count(&fired.unanswered),
            silent: count(&fired.silent),
            late: count(&fired.late),
            late_stored: count(&fired.late_stored),
            late_overtaken: count(&fired.late_overtaken),
            slow: count(&fired.slow),
            raced: count(&fired.raced),
            unread: count(&fired.unread),
            untold: count(&fired.untold),
        }
    }

    /// Waits as long as the log is made to hang.
    async fn hangs(&self) {
        // It fails where the sender is gone, which is this.
        drop(self.stalled.subscribe().wait_for(|stalled| !stalled).await);
    }

    /// Lets the rival append at `expected`, and counts it if that was a race.
    async fn let_rival_append(&self, stream: &Stream, expected: u64) {
        let Some(rival) = &self.rival else { return };
        let weather = &self.weather;
        if weather.draw() % 1_000 >= u64::from(weather.odds.raced) || weather.calm.load(Ordering::Relaxed) {
            return;
        }
        let entries = rival(stream, expected);
        if !entries.is_empty() && self.inner.append(stream, expected, entries).await.is_ok() {
            weather.fired.raced.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Sees to it that an append is stored some time, whether or not its writer still waits.
    fn append_late(&self, stream: &Stream, expected: u64, entries: Vec<NewEntry>) {
        let (inner, weather, stream) = (self.inner.clone(), self.weather.clone(), stream.clone());
        let [soon, long] = LATE_MS_MAX;
        let late = weather.some_time(if weather.draw().is_multiple_of(2) { soon } else { long });
        tokio::spawn(async move {
            sleep(late).await;
            let stored = inner.append(&stream, expected, entries).await.is_ok();
            let fired = &weather.fired;
            let counter = if stored { &fired.late_stored } else { &fired.late_overtaken };
            counter.fetch_add(1, Ordering::Relaxed);
        });
    }
}

impl Weather {
    /// Draws by `odds` in a thousand and counts what it draws.
    fn strikes(&self, odds: u16, counter: &AtomicU64) -> bool {
        let strikes = odds > 0 && self.draw() % 1_000 < u64::from(odds) && !self.calm.load(Ordering::Relaxed);
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

    fn some_time(&self, ms_max: u64) -> Duration {
        Duration::from_millis(self.draw() % ms_max)
    }

    /// How long a call is under way, there and back: mostly no time.
    fn slow(&self) -> (Duration, Duration) {
        if self.strikes(self.odds.slow, &self.fired.slow) {
            (self.some_time(SLOW_MS_MAX), self.some_time(SLOW_MS_MAX))
        } else {
            (Duration::ZERO, Duration::ZERO)
        }
    }
}

/// Waits where there is something to wait for: a clock that stands still is not asked.
async fn pass(time: Duration) {
    if !time.is_zero() {
        sleep(time).await;
    }
}

/// Tells those who wait here where a stream ends, at once or up to 2 seconds late, as long as somebody waits.
async fn tell(
    inner: Arc<dyn Log>,
    weather: Arc<Weather>,
    tails: Arc<Tails>,
    stream: Stream,
    mut below: Tail,
) {
    let mut told = 0;
    loop {
        let goes_on = timeout(Duration::from_millis(LOOKED_EVERY_MS), below.beyond(told)).await.is_ok();
        if goes_on && weather.strikes(weather.odds.untold, &weather.fired.untold) {
            sleep(weather.some_time(LOOKED_EVERY_MS)).await;
        }
        if !tails.followed().contains(&stream) {
            return;
        }
        match inner.last(&stream).await {
            Ok(last) => {
                tails.announce(&stream, last);
                told = last;
            }
            Err(LogFault::Closed) => return tails.close(),
            // It is looked at again.
            Err(_fault) => {}
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
        if let Some(witness) = &self.witness {
            witness(stream, expected, &entries);
        }
        self.hangs().await;
        let Weather { odds, fired, .. } = &*self.weather;
        let strikes = |odds: u16, counter: &AtomicU64| self.weather.strikes(odds, counter);
        if strikes(odds.lost, &fired.lost) {
            return Err(injected().into());
        }
        if strikes(odds.late, &fired.late) {
            self.append_late(stream, expected, entries);
            sleep(SILENT).await;
            return Err(injected().into());
        }
        let (there, back) = self.weather.slow();
        pass(there).await;
        self.let_rival_append(stream, expected).await;
        let appended = self.inner.append(stream, expected, entries).await;
        pass(back).await;
        let last = appended?;
        if strikes(odds.silent, &fired.silent) {
            sleep(SILENT).await;
            return Err(injected().into());
        }
        if strikes(odds.unanswered, &fired.unanswered) {
            return Err(injected().into());
        }
        Ok(last)
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        let weather = &self.weather;
        if weather.strikes(weather.odds.unread, &weather.fired.unread) {
            return Err(injected());
        }
        let (there, back) = weather.slow();
        pass(there).await;
        let read = self.inner.read(stream, after, limit).await;
        pass(back).await;
        read
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
        let below = self.inner.tail(stream)?;
        if self.weather.odds.untold == 0 {
            return Ok(below);
        }
        let tail = self.tails.tail(stream)?;
        let (inner, weather, tails) = (self.inner.clone(), self.weather.clone(), self.tails.clone());
        tokio::spawn(tell(inner, weather, tails, stream.clone(), below));
        Ok(tail)
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
