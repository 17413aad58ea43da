//! What all clients together have received.

use std::cell::{Cell, RefCell};
use std::time::Instant;

use memchr::memmem;
use tokio::sync::Notify;

/// Stands before the sending time in the text of a measured message.
pub const MARK: &str = "\"text\":\"load:";

/// Counts of what came, shared by all clients. One thread runs them all.
pub struct Tally {
    began: Instant,
    find: memmem::Finder<'static>,
    joined: Cell<u32>,
    resumed: Cell<u32>,
    lost: Cell<u32>,
    frames: Cell<u64>,
    latencies_us: RefCell<Vec<u32>>,
    frame: RefCell<Vec<u8>>,
    changed: Notify,
}

impl Tally {
    /// Nothing has come yet.
    pub fn new() -> Self {
        Self {
            began: Instant::now(),
            find: memmem::Finder::new(MARK.as_bytes()),
            joined: Cell::new(0),
            resumed: Cell::new(0),
            lost: Cell::new(0),
            frames: Cell::new(0),
            latencies_us: RefCell::default(),
            frame: RefCell::default(),
            changed: Notify::new(),
        }
    }

    /// The clock of sending times, in microseconds.
    pub fn now_us(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Takes a frame of changes in: each measured message in it is a delivery.
    pub fn changes(&self, payload: &[u8], whole: &[u8]) {
        self.frames.set(self.frames.get() + 1);
        let mut now_us = None;
        for at in self.find.find_iter(payload) {
            let digits = payload.iter().skip(at + MARK.len()).take_while(|byte| byte.is_ascii_digit());
            let sent_us = digits.fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
            let now_us = *now_us.get_or_insert_with(|| self.now_us());
            let latency_us = u32::try_from(now_us.saturating_sub(sent_us)).unwrap_or(u32::MAX);
            self.latencies_us.borrow_mut().push(latency_us);
            if self.frame.borrow().is_empty() {
                self.frame.borrow_mut().extend_from_slice(whole);
            }
        }
        if now_us.is_some() {
            self.changed.notify_one();
        }
    }

    /// A client has all it needs.
    pub fn joined(&self, resumed: bool) {
        self.joined.set(self.joined.get() + 1);
        self.resumed.set(self.resumed.get() + u32::from(resumed));
        self.changed.notify_one();
    }

    /// A client's connection has ended.
    pub fn lost(&self) {
        self.lost.set(self.lost.get() + 1);
        self.changed.notify_one();
    }

    /// Forgets who has joined: a new storm begins.
    pub fn begin_storm(&self) {
        self.joined.set(0);
        self.resumed.set(0);
        self.lost.set(0);
    }

    /// Forgets what was delivered: a new measurement begins.
    pub fn begin_deliveries(&self) {
        self.latencies_us.borrow_mut().clear();
        self.frames.set(0);
    }

    /// Waits until so many have joined; `Err` with how many were lost if that cannot be.
    ///
    /// # Errors
    /// The number of connections that have ended.
    pub async fn until_joined(&self, clients: u32) -> Result<(), u32> {
        while self.joined.get() < clients {
            if self.lost.get() > 0 {
                return Err(self.lost.get());
            }
            self.changed.notified().await;
        }
        Ok(())
    }

    /// Waits until so many messages were delivered.
    pub async fn until_delivered(&self, deliveries: u64) {
        while self.delivered() < deliveries {
            self.changed.notified().await;
        }
    }

    /// Messages delivered.
    pub fn delivered(&self) -> u64 {
        self.latencies_us.borrow().len() as u64
    }

    /// Frames of changes that came.
    pub fn frames(&self) -> u64 {
        self.frames.get()
    }

    /// Clients that were continued from what they held.
    pub fn resumed(&self) -> u32 {
        self.resumed.get()
    }

    /// Connections that have ended.
    pub fn lost_count(&self) -> u32 {
        self.lost.get()
    }

    /// How long each delivery took, in microseconds, the shortest first.
    pub fn latencies_us(&self) -> Vec<u32> {
        let mut latencies_us = self.latencies_us.borrow().clone();
        latencies_us.sort_unstable();
        latencies_us
    }

    /// The first measured frame, as it came.
    pub fn frame(&self) -> Vec<u8> {
        self.frame.borrow().clone()
    }
}
