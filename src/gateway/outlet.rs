//! The way out to one client: frames are written straight to the socket, and wait in a bounded [`Queue`] only while
//! the socket is full.
//!
//! Whoever publishes never waits here. A client whose queue is full is lagging: what waits is dropped, nothing
//! more is queued, and once its socket has taken the rest it resynchronises with snapshots. Sound is kept for a moment
//! only: what the socket has not begun to take by then is dropped, and what follows is sent.

use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::Bytes;
use socket2::SockRef;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::client::WayOut;
use super::queue::{Queue, Sink};
use super::seal::Seal;
use crate::meters::meters;
use crate::room::Clock;
use crate::terms::ids::Moment;

/// Most bytes that may wait for one client beside its greeting. They are shared, so waiting costs little more than pointers.
pub const QUEUE_BYTES_MAX: usize = 1 << 20;
/// How long sound may wait for one client.
const FRESH_FOR: Duration = Duration::from_millis(200);
/// Bytes of sound that the system may hold back for one client, beside what is on its way: with more, sound would be
/// late before it waits here. It is about 200 ms of one stream.
const UNSENT_BYTES_MAX: u32 = 2_048;

/// The socket of a client and what waits for it.
#[derive(Debug)]
pub struct Outlet {
    tcp: TcpStream,
    /// Whether the socket is under TLS: then what is read is opened under the same lock as what is written.
    sealed: bool,
    /// Whether the client takes messages compressed.
    deflates: bool,
    clock: Clock,
    waiting: Mutex<Waiting>,
    wake: Notify,
    heard_ms: AtomicI64,
}

#[derive(Debug)]
struct Waiting {
    queue: Queue,
    /// TLS of the socket, if it has any.
    seal: Option<Seal>,
    /// The socket failed or is done with.
    closed: bool,
    /// Frames and bytes that are counted as waiting.
    counted: (usize, usize),
}

/// The socket, under its TLS where it has any.
struct Socket<'a> {
    tcp: &'a TcpStream,
    seal: Option<&'a mut Seal>,
}

impl Sink for Socket<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.seal {
            None => self.tcp.try_write(bytes),
            Some(seal) => seal.seal(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.seal.as_mut().map_or(Ok(()), |seal| seal.flush(self.tcp))
    }
}

/// What the client's task has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drained {
    /// The socket took all that waited, the client lags and must resynchronise.
    Lagging,
    /// The last frame was sent or waits; the connection ends.
    Ending,
}

/// Bytes thrown away at once while a connection parts.
const UNREAD_BYTES: usize = 4_096;

impl Outlet {
    /// Takes over a socket, and its TLS where it has any; `deflates` where messages pass compressed.
    pub fn new(tcp: TcpStream, seal: Option<Seal>, deflates: bool, clock: Clock) -> Self {
        let heard_ms = AtomicI64::new(clock.now_ms());
        let sealed = seal.is_some();
        let waiting =
            Mutex::new(Waiting { queue: Queue::new(QUEUE_BYTES_MAX), seal, closed: false, counted: (0, 0) });
        Self { tcp, sealed, deflates, clock, waiting, wake: Notify::new(), heard_ms }
    }

    /// Sends a frame of sound, now if the socket takes it, or a moment later, or not at all. Never waits.
    pub fn send_fresh(&self, frame: &Bytes) {
        if let Some(until) = Instant::now().checked_add(FRESH_FOR) {
            self.put(|queue| queue.push_fresh(frame.clone(), until));
        }
    }

    /// Lets the system hold little back for the client: what is late is to be dropped here.
    ///
    /// # Errors
    /// If the system cannot.
    pub fn keep_short(&self) -> io::Result<()> {
        SockRef::from(&self.tcp).set_tcp_notsent_lowat(UNSENT_BYTES_MAX)
    }

    /// Waits until the client may resynchronise.
    pub async fn resynchronised(&self) {
        while self.is_lagging() {
            self.wake.notified().await;
        }
    }

    fn is_lagging(&self) -> bool {
        let waiting = self.lock();
        waiting.queue.is_lagging() && !waiting.closed && !waiting.queue.is_ending()
    }

    /// Writes what waits, whenever the socket takes it, until something else is to be done.
    ///
    /// # Errors
    /// If the socket failed.
    pub async fn drain(&self) -> io::Result<Drained> {
        loop {
            let waiting = {
                let mut waiting = self.lock();
                self.write(&mut waiting);
                if waiting.closed {
                    return Err(ErrorKind::BrokenPipe.into());
                }
                if waiting.queue.is_ending() {
                    return Ok(Drained::Ending);
                }
                if waiting.queue.is_empty() && waiting.queue.is_lagging() {
                    return Ok(Drained::Lagging);
                }
                waiting.waits()
            };
            tokio::select! {
                () = self.wake.notified() => {}
                writable = self.tcp.writable(), if waiting => writable?,
            }
        }
    }

    /// Writes what waits, then hears the client out until it closes too: a socket that is closed with something
    /// unread is torn down, and the last words with it.
    ///
    /// # Errors
    /// If the socket failed.
    pub async fn part(&self) -> io::Result<()> {
        self.emptied().await?;
        if self.sealed {
            self.lock().seal.iter_mut().for_each(Seal::close);
            self.emptied().await?;
        }
        SockRef::from(&self.tcp).shutdown(Shutdown::Write)?;
        let mut unread = vec![0; UNREAD_BYTES];
        loop {
            self.tcp.readable().await?;
            match self.tcp.try_read(&mut unread) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes until nothing waits.
    async fn emptied(&self) -> io::Result<()> {
        while self.has_more()? {
            self.tcp.writable().await?;
        }
        Ok(())
    }

    /// Writes as much as the socket takes, and tells whether something still waits.
    fn has_more(&self) -> io::Result<bool> {
        let mut waiting = self.lock();
        self.write(&mut waiting);
        if waiting.closed { Err(ErrorKind::BrokenPipe.into()) } else { Ok(waiting.waits()) }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a frame into the queue by `push`, which tells whether it may be written at once.
    fn put(&self, push: impl FnOnce(&mut Queue) -> bool) {
        let mut waiting = self.lock();
        if waiting.closed {
            return;
        }
        let was_lagging = waiting.queue.is_lagging();
        if push(&mut waiting.queue) {
            self.write(&mut waiting);
            if waiting.waits() {
                self.wake.notify_one();
            }
        } else if waiting.queue.is_lagging() && !was_lagging {
            self.wake.notify_one();
        }
        waiting.count();
    }

    /// Writes as much as the socket takes.
    fn write(&self, waiting: &mut Waiting) {
        let Waiting { queue, seal, closed, .. } = waiting;
        match queue.write(&mut Socket { tcp: &self.tcp, seal: seal.as_mut() }) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_gone) => {
                *closed = true;
                queue.clear();
                self.wake.notify_one();
            }
        }
        waiting.count();
    }

    /// Reads what the client sent; it is heard.
    pub fn poll_read(&self, cx: &mut Context<'_>, into: &mut [u8]) -> Poll<io::Result<usize>> {
        let read = ready!(if self.sealed { self.poll_opened(cx, into) } else { self.poll_bare(cx, into) })?;
        self.heard_ms.store(self.clock.now_ms(), Ordering::Relaxed);
        Poll::Ready(Ok(read))
    }

    /// Reads what the client sent under TLS.
    fn poll_opened(&self, cx: &mut Context<'_>, into: &mut [u8]) -> Poll<io::Result<usize>> {
        loop {
            let read = self.lock().seal.as_mut().map(|seal| seal.read(into));
            match read.unwrap_or(Ok(0)) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                read => return Poll::Ready(read),
            }
            ready!(self.tcp.poll_read_ready(cx))?;
            let mut waiting = self.lock();
            let opened = waiting.seal.as_mut().map_or(Ok(()), |seal| seal.open(&self.tcp));
            if waiting.waits() {
                // TLS itself had something to say.
                self.write(&mut waiting);
                self.wake.notify_one();
            }
            match opened {
                Err(error) if error.kind() != ErrorKind::WouldBlock => return Poll::Ready(Err(error)),
                Ok(()) | Err(_) => {}
            }
        }
    }

    /// Reads what the client sent in the open.
    fn poll_bare(&self, cx: &mut Context<'_>, into: &mut [u8]) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.tcp.poll_read_ready(cx))?;
            match self.tcp.try_read(into) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                read => return Poll::Ready(read),
            }
        }
    }
}

impl Waiting {
    /// Tells the meters what has changed: nothing, where all goes straight to the socket.
    fn count(&mut self) {
        let ((frames, bytes), now) = (self.counted, self.queue.waits());
        if now != self.counted {
            meters().queued(more(frames, now.0), more(bytes, now.1));
            self.counted = now;
        }
    }

    /// Whether something has not reached the socket.
    fn waits(&self) -> bool {
        !self.queue.is_empty() || (!self.closed && self.seal.as_ref().is_some_and(Seal::waits))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.queue.clear();
        self.count();
    }
}

/// How many more there are than before.
fn more(before: usize, now: usize) -> i64 {
    let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    number(now) - number(before)
}

impl WayOut for Outlet {
    fn send(&self, frame: &Bytes) {
        self.put(|queue| queue.push(frame.clone()));
    }

    fn greet(&self, frame: &Bytes) {
        self.put(|queue| queue.greet(frame.clone()));
    }

    fn end(&self, frame: &Bytes) {
        self.put(|queue| {
            queue.end(frame.clone());
            true
        });
        self.wake.notify_one();
    }

    fn resynchronise(&self) {
        {
            let mut waiting = self.lock();
            waiting.queue.resynchronise();
            waiting.count();
        }
        self.wake.notify_one();
    }

    fn deflates(&self) -> bool {
        self.deflates
    }

    fn heard_ms(&self) -> Moment {
        self.heard_ms.load(Ordering::Relaxed)
    }
}
