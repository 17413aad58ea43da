//! WebRTC over TCP: each datagram is a frame of two bytes of length and its content (RFC 4571).

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::super::frame::AGE_MAX;
use super::super::limits::{DATAGRAM_BYTES_MAX, TCP_QUEUE_BYTES_MAX, TCP_UNTAKEN_MAX};
use super::datagram::{Datagram, Path};
use super::udp::plain;

const LENGTH_BYTES: usize = 2;

/// A TCP connection as a path of datagrams. Sending never waits: what does not fit into the socket waits in a bounded
/// queue, and what has waited too long is dropped.
#[derive(Debug)]
pub struct TcpPath {
    tcp: TcpStream,
    remote: SocketAddr,
    queue: Mutex<Queue>,
    wake: Notify,
    taken: AtomicBool,
    closed: AtomicBool,
    closing: Notify,
}

#[derive(Debug, Default)]
struct Queue {
    frames: VecDeque<Waiting>,
    bytes: usize,
}

#[derive(Debug)]
struct Waiting {
    since: Instant,
    frame: Vec<u8>,
    written: usize,
}

impl TcpPath {
    fn new(tcp: TcpStream) -> io::Result<Self> {
        tcp.set_nodelay(true)?;
        let remote = plain(tcp.peer_addr()?);
        let (queue, wake, closing) = (Mutex::default(), Notify::new(), Notify::new());
        let (taken, closed) = (AtomicBool::new(false), AtomicBool::new(false));
        Ok(Self { tcp, remote, queue, wake, taken, closed, closing })
    }

    /// The other side's address.
    pub fn remote(&self) -> SocketAddr {
        self.remote
    }

    /// A peer is behind this connection; it may stay.
    pub fn take(&self) {
        self.taken.store(true, Ordering::Relaxed);
    }

    /// Ends the connection.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        self.closing.notify_one();
    }

    /// Whether the connection has ended.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    /// Sends a datagram, now if the socket takes it. False if it was dropped.
    pub fn send(&self, datagram: &[u8]) -> bool {
        let mut queue = self.lock();
        let Ok(length) = u16::try_from(datagram.len()) else { return false };
        if self.is_closed() || queue.bytes + datagram.len() > TCP_QUEUE_BYTES_MAX {
            return false;
        }
        let mut frame = Vec::with_capacity(LENGTH_BYTES + datagram.len());
        frame.extend_from_slice(&length.to_be_bytes());
        frame.extend_from_slice(datagram);
        queue.bytes += frame.len();
        queue.frames.push_back(Waiting { since: Instant::now(), frame, written: 0 });
        if queue.frames.len() == 1 {
            self.write(&mut queue);
            if !queue.frames.is_empty() {
                self.wake.notify_one();
            }
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes as much as the socket takes.
    fn write(&self, queue: &mut Queue) {
        while let Some(waiting) = queue.frames.front_mut() {
            // What was begun must be finished, or the other side could not read what follows.
            let stale = waiting.written == 0 && waiting.since.elapsed() > AGE_MAX;
            let rest = waiting.frame.get(waiting.written..).unwrap_or_default();
            if !stale && !rest.is_empty() {
                match self.tcp.try_write(rest) {
                    Ok(written) => waiting.written += written,
                    Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                    Err(_gone) => {
                        queue.frames.clear();
                        queue.bytes = 0;
                        return self.close();
                    }
                }
            }
            if stale || waiting.written >= waiting.frame.len() {
                queue.bytes = queue.bytes.saturating_sub(waiting.frame.len());
                queue.frames.pop_front();
            }
        }
    }

    /// Writes what waits whenever the socket takes it, until it fails.
    async fn drain(&self) -> io::Result<()> {
        loop {
            let waits = {
                let mut queue = self.lock();
                self.write(&mut queue);
                !queue.frames.is_empty()
            };
            if waits {
                self.tcp.writable().await?;
            } else {
                self.wake.notified().await;
            }
        }
    }

    /// Reads into a buffer until at least so many bytes are in it.
    async fn fill(&self, read: &mut Vec<u8>, least: usize) -> io::Result<()> {
        while read.len() < least {
            self.tcp.readable().await?;
            match self.tcp.try_read_buf(read) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The next frame's content; the rest stays in the buffer.
    async fn next_frame(&self, read: &mut Vec<u8>) -> io::Result<Vec<u8>> {
        self.fill(read, LENGTH_BYTES).await?;
        let length = read.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
        if length > DATAGRAM_BYTES_MAX {
            return Err(ErrorKind::InvalidData.into());
        }
        self.fill(read, LENGTH_BYTES + length).await?;
        let rest = read.split_off(LENGTH_BYTES + length);
        let mut frame = std::mem::replace(read, rest);
        frame.drain(..LENGTH_BYTES);
        Ok(frame)
    }

    /// Time is up for a connection that no peer has taken.
    async fn untaken(&self) {
        tokio::time::sleep(TCP_UNTAKEN_MAX).await;
        if self.taken.load(Ordering::Relaxed) {
            std::future::pending().await
        }
    }
}

/// Carries a TCP connection's datagrams until it ends: each frame is handed to `deliver`, which tells whether the
/// connection is worth keeping. `read` is what was read from it already.
pub async fn carry(tcp: TcpStream, mut read: Vec<u8>, deliver: impl Fn(Datagram) -> bool) {
    let path = match TcpPath::new(tcp) {
        Ok(path) => Arc::new(path),
        // Gone before it began.
        Err(_gone) => return,
    };
    let reading = async {
        loop {
            let bytes = path.next_frame(&mut read).await?;
            if !deliver(Datagram { path: Path::Tcp(Arc::clone(&path)), at: Instant::now(), bytes }) {
                return Err::<(), io::Error>(ErrorKind::InvalidData.into());
            }
        }
    };
    let ended = tokio::select! {
        ended = reading => ended,
        ended = path.drain() => ended,
        () = path.closing.notified() => Ok(()),
        () = path.untaken() => Err(ErrorKind::TimedOut.into()),
    };
    path.closed.store(true, Ordering::Relaxed);
    if let Err(error) = ended {
        tracing::debug!(%error, "a TCP connection of sound has ended");
    }
}
