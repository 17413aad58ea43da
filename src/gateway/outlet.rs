//! The way out to one client: frames are written straight to the socket, and wait in a bounded queue only while
//! the socket is full.
//!
//! Whoever publishes never waits here. A client whose queue is full is behind: what waits is dropped, nothing
//! more is queued, and once its socket has taken the rest it begins anew with snapshots. Sound is kept for a moment
//! only: what the socket has not begun to take by then is dropped, and what follows is sent.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::Bytes;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::seal::Seal;
use crate::meeting::ids::Moment;
use crate::room::Clock;

/// Most bytes that may wait for one client. Snapshots are shared, so waiting costs little more than pointers.
const QUEUE_BYTES_MAX: usize = 1 << 20;
/// How long sound may wait for one client.
const FRESH_FOR: Duration = Duration::from_millis(200);
/// Most frames of sound that may wait for one client: five streams of 20 ms for so long, and pings.
const FRESH_FRAMES_MAX: usize = 64;
/// Bytes of sound that the system may hold back for one client, beside what is on its way: with more, sound would be
/// late before it waits here. It is about 200 ms of one stream.
const UNSENT_BYTES_MAX: u32 = 2_048;

/// The socket of a client and what waits for it.
#[derive(Debug)]
pub struct Outlet {
    tcp: TcpStream,
    /// Whether the socket is under TLS: then what is read is opened under the same lock as what is written.
    sealed: bool,
    clock: Clock,
    queue: Mutex<Queue>,
    wake: Notify,
    heard_ms: AtomicI64,
}

#[derive(Debug, Default)]
struct Queue {
    /// TLS of the socket, if it has any.
    seal: Option<Seal>,
    frames: VecDeque<Waiting>,
    /// The first of them is written in part: it must be finished, or the client could not read what follows.
    in_hand: bool,
    bytes: usize,
    /// Something was dropped; nothing is queued until the client begins anew.
    behind: bool,
    /// Nothing more is to be sent after what waits.
    ending: bool,
    /// The socket failed or is done with.
    closed: bool,
}

/// A frame that waits, or what of it does.
#[derive(Debug)]
struct Waiting {
    bytes: Bytes,
    /// When it is too late to begin with it; none: never.
    fresh_until: Option<Instant>,
}

impl Waiting {
    fn is_stale(&self) -> bool {
        self.fresh_until.is_some_and(|until| Instant::now() > until)
    }
}

/// What the client's task has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drained {
    /// The socket took all that waited, the client fell behind and must begin anew.
    Behind,
    /// The last frame was sent or waits; the connection ends.
    Ending,
}

/// Bytes thrown away at once while a connection parts.
const UNREAD_BYTES: usize = 4_096;

impl Outlet {
    /// Takes over a socket, and its TLS where it has any.
    pub fn new(tcp: TcpStream, seal: Option<Seal>, clock: Clock) -> Self {
        let heard_ms = AtomicI64::new(clock.now_ms());
        let sealed = seal.is_some();
        let queue = Mutex::new(Queue { seal, ..Queue::default() });
        Self { tcp, sealed, clock, queue, wake: Notify::new(), heard_ms }
    }

    /// Sends a frame, now if the socket takes it. Never waits.
    pub fn send(&self, frame: &Bytes) {
        let mut queue = self.lock();
        if !(queue.behind || queue.ending) {
            self.push(&mut queue, frame.clone());
        }
    }

    /// Sends a frame of sound, now if the socket takes it, or a moment later, or not at all. Never waits.
    pub fn send_fresh(&self, frame: &Bytes) {
        let mut queue = self.lock();
        queue.forget_stale();
        if queue.behind || queue.ending || queue.closed || queue.frames.len() >= FRESH_FRAMES_MAX {
            return;
        }
        let fresh_until = Instant::now().checked_add(FRESH_FOR);
        self.enqueue(&mut queue, Waiting { bytes: frame.clone(), fresh_until });
    }

    /// Lets the system hold little back for the client: what is late is to be dropped here.
    ///
    /// # Errors
    /// If the system cannot.
    pub fn keep_short(&self) -> io::Result<()> {
        SockRef::from(&self.tcp).set_tcp_notsent_lowat(UNSENT_BYTES_MAX)
    }

    /// Sends the last frame and lets the connection end.
    pub fn end(&self, frame: &Bytes) {
        let mut queue = self.lock();
        if !queue.ending {
            self.push(&mut queue, frame.clone());
            queue.ending = true;
            self.wake.notify_one();
        }
    }

    /// Lets a client that was behind begin anew: what is sent from now on is queued again.
    pub fn begin_anew(&self) {
        self.lock().behind = false;
        self.wake.notify_one();
    }

    /// Waits until the client may begin anew.
    pub async fn begun_anew(&self) {
        while self.is_behind() {
            self.wake.notified().await;
        }
    }

    fn is_behind(&self) -> bool {
        let queue = self.lock();
        queue.behind && !queue.closed && !queue.ending
    }

    /// When something was last heard from the client.
    pub fn heard_ms(&self) -> Moment {
        self.heard_ms.load(Ordering::Relaxed)
    }

    /// Writes what waits, whenever the socket takes it, until something else is to be done.
    ///
    /// # Errors
    /// If the socket failed.
    pub async fn drain(&self) -> io::Result<Drained> {
        loop {
            let waiting = {
                let mut queue = self.lock();
                self.write(&mut queue);
                if queue.closed {
                    return Err(ErrorKind::BrokenPipe.into());
                }
                if queue.ending {
                    return Ok(Drained::Ending);
                }
                if queue.frames.is_empty() && queue.behind {
                    return Ok(Drained::Behind);
                }
                queue.waits()
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
        let mut queue = self.lock();
        self.write(&mut queue);
        if queue.closed { Err(ErrorKind::BrokenPipe.into()) } else { Ok(queue.waits()) }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, queue: &mut Queue, frame: Bytes) {
        if queue.closed {
            return;
        }
        if queue.bytes + frame.len() > QUEUE_BYTES_MAX && !queue.frames.is_empty() {
            queue.frames.truncate(usize::from(queue.in_hand));
            queue.bytes = queue.frames.iter().map(|waiting| waiting.bytes.len()).sum();
            queue.behind = true;
            self.wake.notify_one();
            return;
        }
        self.enqueue(queue, Waiting { bytes: frame, fresh_until: None });
    }

    fn enqueue(&self, queue: &mut Queue, waiting: Waiting) {
        queue.bytes += waiting.bytes.len();
        queue.frames.push_back(waiting);
        if queue.frames.len() == 1 {
            self.write(queue);
            if queue.waits() {
                self.wake.notify_one();
            }
        }
    }

    /// Writes as much as the socket takes.
    fn write(&self, queue: &mut Queue) {
        match queue.write(&self.tcp) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_gone) => {
                (queue.closed, queue.bytes) = (true, 0);
                queue.frames.clear();
                self.wake.notify_one();
            }
        }
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
            let mut queue = self.lock();
            let opened = queue.seal.as_mut().map_or(Ok(()), |seal| seal.open(&self.tcp));
            if queue.waits() {
                // TLS itself had something to say.
                self.write(&mut queue);
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

impl Queue {
    /// Whether something has not reached the socket.
    fn waits(&self) -> bool {
        !self.frames.is_empty() || (!self.closed && self.seal.as_ref().is_some_and(Seal::waits))
    }

    /// Writes until nothing waits.
    fn write(&mut self, tcp: &TcpStream) -> io::Result<()> {
        if let Some(seal) = &mut self.seal {
            seal.flush(tcp)?;
        }
        while let Some(first) = self.frames.front_mut() {
            let written = if !self.in_hand && first.is_stale() {
                first.bytes.len()
            } else {
                match &mut self.seal {
                    None => tcp.try_write(&first.bytes)?,
                    Some(seal) => seal.seal(&first.bytes)?,
                }
            };
            self.bytes = self.bytes.saturating_sub(written);
            self.in_hand = written < first.bytes.len();
            if self.in_hand {
                drop(first.bytes.split_to(written));
            } else {
                self.frames.pop_front();
            }
            if let Some(seal) = &mut self.seal {
                seal.flush(tcp)?;
            }
        }
        Ok(())
    }

    /// Drops sound that is late, but not what is in hand.
    fn forget_stale(&mut self) {
        let next = usize::from(self.in_hand);
        while self.frames.get(next).is_some_and(Waiting::is_stale) {
            let gone = self.frames.remove(next);
            self.bytes = self.bytes.saturating_sub(gone.map_or(0, |gone| gone.bytes.len()));
        }
    }
}

/// The socket as the WebSocket protocol code reads it; what that writes (pong, close) goes through the outlet, so
/// that frames never mix.
#[derive(Debug)]
pub struct Inlet(pub std::sync::Arc<Outlet>);

impl AsyncRead for Inlet {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let outlet = &self.0;
        let into = buf.initialize_unfilled();
        let read = if outlet.sealed { outlet.poll_opened(cx, into) } else { outlet.poll_bare(cx, into) };
        let read = ready!(read)?;
        buf.advance(read);
        outlet.heard_ms.store(outlet.clock.now_ms(), Ordering::Relaxed);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Inlet {
    fn poll_write(self: Pin<&mut Self>, _cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let mut queue = self.0.lock();
        self.0.push(&mut queue, Bytes::copy_from_slice(buf));
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
