//! Waiting of a media thread for its socket, its inbox and the time.

use std::io;
use std::os::fd::AsFd;
use std::time::Duration;

use nix::errno::Errno;
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};

/// Longest wait, so that a thread looks after itself now and then.
const WAIT_MAX: Duration = Duration::from_secs(1);

/// What a thread waits for.
#[derive(Debug)]
pub struct Waiter {
    epoll: Epoll,
}

impl Waiter {
    /// A waiter for nothing but time.
    ///
    /// # Errors
    /// If the system gives no further file descriptor.
    pub fn new() -> io::Result<Self> {
        Ok(Self { epoll: Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)? })
    }

    /// Waits for this one too, as long as it lives.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn add(&self, what: impl AsFd) -> io::Result<()> {
        Ok(self.epoll.add(what, EpollEvent::new(EpollFlags::EPOLLIN, 0))?)
    }

    /// Waits until one of them is ready or the time has passed, whichever is first. Rounds up to whole milliseconds.
    pub fn wait(&self, longest: Duration) {
        let millis = longest.min(WAIT_MAX).as_micros().div_ceil(1_000);
        let timeout = EpollTimeout::from(u16::try_from(millis).unwrap_or(u16::MAX));
        match self.epoll.wait(&mut [EpollEvent::empty(); 4], timeout) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => tracing::error!(%error, "a media thread could not wait"),
        }
    }
}
