//! What all clients of a scenario share: what they have read, what they have measured, and what they were promised.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::bail;
use tokio::sync::Notify;

use super::latencies::Series;
use super::view::Reader;

/// Bytes read at once, into one buffer that all clients use in turn.
const READ_BYTES: usize = 256 * 1024;
/// Kinds of endings that are told apart.
const ENDINGS_MAX: usize = 64;

/// What is measured, second by second.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// From the writer's write to each reader's read.
    pub delivered: Series,
    /// From a command to its answer.
    pub answered: Series,
    /// From connecting to a view that is whole.
    pub joined: Series,
    /// From choosing a channel to the answer.
    pub switched: Series,
}

/// What all share.
pub struct World {
    /// What was read.
    pub reader: Rc<Reader>,
    /// Where the servers listen; who finds one closed tries the next.
    pub places: RefCell<Vec<SocketAddr>>,
    /// What was measured since [`World::begin`].
    pub measured: RefCell<Measured>,
    /// Commands that were refused, by code.
    pub refused: RefCell<BTreeMap<String, u64>>,
    /// How connections ended that nobody here ended, by what was said.
    pub endings: RefCell<BTreeMap<String, u64>>,
    /// Told whenever something of this has changed.
    pub changed: Notify,
    pub(super) buffer: RefCell<Vec<u8>>,
    began: Instant,
    since: Cell<Instant>,
    keys: Cell<u64>,
    acknowledged: RefCell<BTreeMap<u64, String>>,
    whole: Cell<u32>,
    continued: Cell<u32>,
}

impl World {
    /// Nobody is there.
    pub fn new(places: Vec<SocketAddr>) -> Rc<Self> {
        Self::with(Rc::default(), places)
    }

    /// One whose clients read as those of this one, and are counted apart.
    pub fn beside(&self) -> Rc<Self> {
        Self::with(self.reader.clone(), self.places.borrow().clone())
    }

    fn with(reader: Rc<Reader>, places: Vec<SocketAddr>) -> Rc<Self> {
        let now = Instant::now();
        Rc::new(Self {
            reader,
            places: RefCell::new(places),
            measured: RefCell::default(),
            refused: RefCell::default(),
            endings: RefCell::default(),
            changed: Notify::new(),
            buffer: RefCell::new(vec![0; READ_BYTES]),
            began: now,
            since: Cell::new(now),
            keys: Cell::new(0),
            acknowledged: RefCell::default(),
            whole: Cell::new(0),
            continued: Cell::new(0),
        })
    }

    /// The clock of sending times, in microseconds.
    pub fn now_us(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Seconds since measuring began.
    pub fn second(&self) -> u64 {
        self.since.get().elapsed().as_secs()
    }

    /// Begins to measure: forgets what was measured before, and tells it.
    pub fn begin(&self) -> Measured {
        self.since.set(Instant::now());
        self.measured.take()
    }

    /// A command's number, never used before.
    pub(super) fn next_key(&self) -> u64 {
        self.keys.set(self.keys.get() + 1);
        self.keys.get()
    }

    /// A command was acknowledged: it must stand in the log.
    pub(super) fn acknowledge(&self, key: u64, kind: String) {
        self.acknowledged.borrow_mut().insert(key, kind);
    }

    /// Numbers of all commands that were acknowledged, with their types.
    pub fn acknowledged(&self) -> BTreeMap<u64, String> {
        self.acknowledged.borrow().clone()
    }

    /// Counts a refusal.
    pub(super) fn refuse(&self, code: &str) {
        *self.refused.borrow_mut().entry(code.to_owned()).or_default() += 1;
    }

    /// Counts an ending.
    pub(super) fn end(&self, how: &str) {
        let mut endings = self.endings.borrow_mut();
        if endings.len() < ENDINGS_MAX || endings.contains_key(how) {
            *endings.entry(how.to_owned()).or_default() += 1;
        }
    }

    /// How many connections ended that nobody here ended.
    pub fn endings(&self) -> u64 {
        self.endings.borrow().values().sum()
    }

    /// A client's view is whole, or no longer.
    pub(super) fn becomes_whole(&self, whole: bool, continued: bool) {
        let count = self.whole.get();
        self.whole.set(if whole { count + 1 } else { count.saturating_sub(1) });
        self.continued.set(self.continued.get() + u32::from(continued));
        self.changed.notify_one();
    }

    /// Clients whose view is whole now.
    pub fn whole(&self) -> u32 {
        self.whole.get()
    }

    /// Times that a client was continued from what it held.
    pub fn continued(&self) -> u32 {
        self.continued.get()
    }

    /// Waits until something is so, which is looked at whenever something has changed, and now and then.
    ///
    /// # Errors
    /// If it does not come to pass in time.
    pub async fn until(&self, what: &str, within: Duration, so: impl Fn() -> bool) -> anyhow::Result<()> {
        let began = Instant::now();
        while !so() {
            if began.elapsed() > within {
                let endings = self.endings.borrow();
                bail!(
                    "it did not come to pass within {} s that {what}; connections that ended: {endings:?}",
                    within.as_secs()
                );
            }
            // Not all that is waited for tells of itself.
            drop(tokio::time::timeout(Duration::from_millis(20), self.changed.notified()).await);
        }
        Ok(())
    }
}
