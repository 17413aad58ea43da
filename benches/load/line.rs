//! One client's connection: as little as can be told from a browser's, so that the server is what is measured.

use std::cell::{Cell, RefCell};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::rc::Rc;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::conference::SESSION;
use super::entering::Account;
use super::frames;
use super::tally::Tally;
use super::upgrade;
use plenary::wire::SUBPROTOCOL;

/// Bytes read at once, into one buffer that all clients share.
const READ_BYTES: usize = 256 * 1024;

/// What all connections share.
pub struct Shared {
    /// What has come.
    pub tally: Rc<Tally>,
    buffer: RefCell<Vec<u8>>,
}

impl Shared {
    /// A buffer for all.
    pub fn new(tally: Rc<Tally>) -> Self {
        Self { tally, buffer: RefCell::new(vec![0; READ_BYTES]) }
    }
}

/// What a client holds across connections.
#[derive(Debug, Default)]
pub struct Held {
    /// `seq` of the last message for everyone; none before the first snapshot.
    pub seq: Cell<Option<u64>>,
    /// `view` of the welcome.
    pub view: RefCell<String>,
}

/// A connection that has joined or is about to.
pub struct Line {
    tcp: TcpStream,
    /// The beginning of a frame that has not come whole.
    part: RefCell<Vec<u8>>,
    held: Rc<Held>,
    shared: Rc<Shared>,
    is_in: Cell<bool>,
}

impl Line {
    /// Connects, shakes hands and asks to join, with what the client still holds.
    ///
    /// # Errors
    /// If the server cannot be reached or does not take the client in.
    pub async fn open(
        address: SocketAddr,
        account: &Account,
        held: Rc<Held>,
        shared: Rc<Shared>,
    ) -> anyhow::Result<Self> {
        let mut tcp = TcpStream::connect(address).await.context("a client could not connect")?;
        tcp.set_nodelay(true).context("a client could not connect")?;
        let call = upgrade::call(address, account, &format!("ws/{SESSION}"), SUBPROTOCOL);
        tcp.write_all(call.as_bytes()).await.context("a client lost the server in the handshake")?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let read = tcp.read_buf(&mut head).await.context("a client lost the server in the handshake")?;
            if read == 0 || head.len() > upgrade::HEAD_BYTES_MAX {
                bail!("the handshake was answered with: {}", String::from_utf8_lossy(&head));
            }
        }
        upgrade::check(&head)?;
        let line = Self { tcp, part: RefCell::default(), held, shared, is_in: Cell::new(false) };
        line.send(&line.join())?;
        Ok(line)
    }

    fn join(&self) -> String {
        match self.held.seq.get() {
            None => "{\"type\":\"join\",\"resume\":null}".to_owned(),
            Some(seq) => {
                let view = self.held.view.borrow();
                format!("{{\"type\":\"join\",\"resume\":{{\"seq\":{seq},\"view\":\"{view}\"}}}}")
            }
        }
    }

    /// Sends a short text. The socket has room: a client says little.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn send(&self, text: &str) -> anyhow::Result<()> {
        self.write(&frames::text(text))
    }

    fn write(&self, frame: &[u8]) -> anyhow::Result<()> {
        match self.tcp.try_write(frame) {
            Ok(written) if written == frame.len() => Ok(()),
            Ok(_part) => bail!("a client's socket is full"),
            Err(error) => Err(error).context("a client lost the server"),
        }
    }

    /// Reads until the connection ends.
    pub async fn read(&self) {
        while self.tcp.readable().await.is_ok() {
            let mut buffer = self.shared.buffer.borrow_mut();
            match self.tcp.try_read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => self.take(buffer.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(_gone) => break,
            }
        }
        self.shared.tally.lost();
    }

    fn take(&self, bytes: &[u8]) {
        let mut part = self.part.borrow_mut();
        if part.is_empty() {
            let mut rest = bytes;
            self.take_frames(&mut rest);
            part.extend_from_slice(rest);
        } else {
            part.extend_from_slice(bytes);
            let mut rest = &part[..];
            self.take_frames(&mut rest);
            let left = rest.to_vec();
            *part = left;
        }
    }

    fn take_frames(&self, bytes: &mut &[u8]) {
        while let Some(frame) = frames::next(bytes) {
            if frame.is_ping() {
                // A connection that has ended is seen by the reader.
                drop(self.write(&frames::pong()));
            } else {
                self.take_message(frame.payload, frame.whole);
            }
        }
    }

    fn take_message(&self, payload: &[u8], whole: &[u8]) {
        if let Some(rest) = payload.strip_prefix(b"{\"type\":\"changes\",\"scope\":\"everyone\",\"seq\":") {
            self.held.seq.set(Some(number(rest)));
            self.shared.tally.changes(payload, whole);
        } else if let Some(rest) =
            payload.strip_prefix(b"{\"type\":\"snapshot\",\"scope\":\"everyone\",\"seq\":")
        {
            self.held.seq.set(Some(number(rest)));
            self.enter(false);
        } else if payload.starts_with(b"{\"type\":\"welcome\"") {
            let text = String::from_utf8_lossy(payload);
            if let Some((_, rest)) = text.split_once("\"view\":\"") {
                let view = rest.split('"').next().unwrap_or_default();
                self.held.view.borrow_mut().replace_range(.., view);
            }
            if text.contains("\"resumed\":true") {
                self.enter(true);
            }
        }
    }

    /// Counts the client in, once.
    fn enter(&self, resumed: bool) {
        if !self.is_in.replace(true) {
            self.shared.tally.joined(resumed);
        }
    }
}

fn number(digits: &[u8]) -> u64 {
    let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
}
