//! Queues in front of threads that wait on file descriptors: senders never wait, and a bell wakes the thread.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use nix::errno::Errno;
use nix::sys::eventfd::{EfdFlags, EventFd};

use super::super::limits::WAITING_MAX;

/// Wakes the thread that owns an inbox.
#[derive(Debug)]
struct Bell {
    eventfd: EventFd,
    /// It has been rung and nobody has come yet: no need to ring again.
    rung: AtomicBool,
    waiting: AtomicUsize,
}

impl Bell {
    fn ring(&self) {
        if self.rung.swap(true, Ordering::SeqCst) {
            return;
        }
        match self.eventfd.write(1) {
            // A full counter rings just as well.
            Ok(_) | Err(Errno::EAGAIN) => {}
            Err(error) => tracing::error!(%error, "a media thread could not be woken"),
        }
    }
}

/// The sending side of a queue. Sending never blocks.
#[derive(Debug)]
pub struct Mailbox<T> {
    sender: Sender<T>,
    bell: Arc<Bell>,
}

impl<T> Clone for Mailbox<T> {
    fn clone(&self) -> Self {
        Self { sender: self.sender.clone(), bell: Arc::clone(&self.bell) }
    }
}

/// The receiving side of a queue.
#[derive(Debug)]
pub struct Inbox<T> {
    receiver: Receiver<T>,
    bell: Arc<Bell>,
}

/// A new queue.
///
/// # Errors
/// If the system gives no further file descriptor.
pub fn mailbox<T>() -> io::Result<(Mailbox<T>, Inbox<T>)> {
    let eventfd = EventFd::from_flags(EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)?;
    let bell = Arc::new(Bell { eventfd, rung: AtomicBool::new(false), waiting: AtomicUsize::new(0) });
    let (sender, receiver) = channel();
    Ok((Mailbox { sender, bell: Arc::clone(&bell) }, Inbox { receiver, bell }))
}

impl<T> Mailbox<T> {
    /// Sends what must arrive: plans, offers, ends. There are few of these. False if the thread is gone.
    pub fn post(&self, item: T) -> bool {
        self.bell.waiting.fetch_add(1, Ordering::Relaxed);
        let sent = self.sender.send(item).is_ok();
        self.bell.ring();
        sent
    }

    /// Sends what may be lost, such as frames and datagrams, unless too much waits already.
    pub fn offer(&self, item: T) -> bool {
        self.bell.waiting.load(Ordering::Relaxed) < WAITING_MAX && self.post(item)
    }
}

impl<T> Inbox<T> {
    /// What to wait for.
    pub fn bell(&self) -> &EventFd {
        &self.bell.eventfd
    }

    /// The bell was heard; call before [`Inbox::next`], or what is sent in between does not ring.
    pub fn answer(&self) {
        // A thread wakes for its socket and the time as well: then there is nothing to read.
        if !self.bell.rung.load(Ordering::SeqCst) {
            return;
        }
        match self.bell.eventfd.read() {
            Ok(_) | Err(Errno::EAGAIN) => {}
            Err(error) => tracing::error!(%error, "a media thread's bell could not be read"),
        }
        self.bell.rung.store(false, Ordering::SeqCst);
    }

    /// Rings for the owner itself, who has left something in the queue.
    pub fn ring(&self) {
        self.bell.ring();
    }

    /// The next in the queue.
    pub fn next(&self) -> Option<T> {
        let item = self.receiver.try_recv().ok()?;
        self.bell.waiting.fetch_sub(1, Ordering::Relaxed);
        Some(item)
    }
}
