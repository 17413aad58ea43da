//! Waiting for thousands of sockets in one thread.

use std::os::fd::AsFd;
use std::time::Duration;

use anyhow::Context as _;
use nix::errno::Errno;
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};

/// Sockets told of at once: few, so that what is due in between is not late.
const EVENTS: usize = 64;
/// The token's kind stands above its number.
const KIND_BITS: u32 = 32;

/// Which socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A person's session.
    Session(u32),
    /// The sound that a person hears.
    Ear(u32),
    /// The microphone.
    Mouth,
}

impl Token {
    fn number(self) -> u64 {
        match self {
            Self::Session(person) => u64::from(person),
            Self::Ear(person) => 1 << KIND_BITS | u64::from(person),
            Self::Mouth => 2 << KIND_BITS,
        }
    }

    fn of(number: u64) -> Self {
        let person = u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        match number >> KIND_BITS {
            0 => Self::Session(person),
            1 => Self::Ear(person),
            _two => Self::Mouth,
        }
    }
}

/// Tells which sockets have something to read.
pub struct Poll {
    epoll: Epoll,
    events: Vec<EpollEvent>,
}

impl Poll {
    /// No sockets yet.
    ///
    /// # Errors
    /// If the system gives no further file descriptor.
    pub fn new() -> anyhow::Result<Self> {
        let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC).context("sockets cannot be waited for")?;
        Ok(Self { epoll, events: vec![EpollEvent::empty(); EVENTS] })
    }

    /// Tells of this one too, as long as it lives.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn add(&self, socket: impl AsFd, token: Token) -> anyhow::Result<()> {
        let event = EpollEvent::new(EpollFlags::EPOLLIN, token.number());
        self.epoll.add(socket, event).context("a socket cannot be waited for")
    }

    /// Waits until sockets can be read or the time has passed, which is rounded up to whole milliseconds.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn wait(&mut self, longest: Duration) -> anyhow::Result<impl Iterator<Item = Token> + use<>> {
        let millis = longest.as_micros().div_ceil(1_000);
        let timeout = EpollTimeout::from(u16::try_from(millis).unwrap_or(u16::MAX));
        let ready = match self.epoll.wait(&mut self.events, timeout) {
            Ok(ready) => ready,
            Err(Errno::EINTR) => 0,
            Err(error) => return Err(error).context("sockets cannot be waited for"),
        };
        let tokens: Vec<_> = self.events.iter().take(ready).map(|event| Token::of(event.data())).collect();
        Ok(tokens.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_as_they_went() {
        for token in [Token::Session(0), Token::Session(u32::MAX), Token::Ear(0), Token::Ear(9), Token::Mouth]
        {
            assert_eq!(Token::of(token.number()), token);
        }
    }
}
