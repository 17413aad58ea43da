//! A WebSocket that is read when there is something to read.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::{AsFd, BorrowedFd};

use anyhow::{Context as _, bail};

use super::super::entering::Account;
use super::super::frames::{self, Received};
use super::super::upgrade;

/// A client's WebSocket.
pub struct Socket {
    tcp: TcpStream,
    /// Whether the handshake was answered.
    open: bool,
    /// The beginning of something that has not come whole.
    part: Vec<u8>,
}

impl Socket {
    /// Connects and asks for a WebSocket; what is written at once is read behind the handshake.
    ///
    /// # Errors
    /// If the server cannot be reached.
    pub fn begin(
        address: SocketAddr,
        account: &Account,
        path: &str,
        subprotocol: &str,
    ) -> anyhow::Result<Self> {
        let tcp = TcpStream::connect(address).context("a client could not connect")?;
        tcp.set_nodelay(true).context("a client could not connect")?;
        tcp.set_nonblocking(true).context("a client could not connect")?;
        let socket = Self { tcp, open: false, part: Vec::new() };
        socket.write(upgrade::call(address, account, path, subprotocol).as_bytes())?;
        Ok(socket)
    }

    /// Whether the server has taken it.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Sends a short text. The socket has room: a client says little.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn send(&self, text: &str) -> anyhow::Result<()> {
        self.write(&frames::text(text))
    }

    fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match (&self.tcp).write(bytes) {
            Ok(written) if written == bytes.len() => Ok(()),
            Ok(_part) => bail!("a client's socket is full"),
            Err(error) => Err(error).context("a client lost the server"),
        }
    }

    /// Reads what has come, once, and hands over the frames that are whole.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn read(
        &mut self,
        buffer: &mut [u8],
        mut each: impl FnMut(&Received) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let read = match self.tcp.read(buffer) {
            Ok(0) => bail!("the server has ended a connection"),
            Ok(read) => buffer.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(error).context("a client lost the server"),
        };
        let mut part = std::mem::take(&mut self.part);
        let mut rest = if part.is_empty() {
            read
        } else {
            part.extend_from_slice(read);
            &part
        };
        if !self.open {
            let Some(frames) = answered(rest)? else {
                self.part = rest.to_vec();
                return Ok(());
            };
            (self.open, rest) = (true, frames);
        }
        while let Some(frame) = frames::next(&mut rest) {
            if frame.is_ping() {
                self.write(&frames::pong())?;
            } else {
                each(&frame)?;
            }
        }
        self.part = rest.to_vec();
        Ok(())
    }
}

impl AsFd for Socket {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tcp.as_fd()
    }
}

/// What stands behind the answer to the handshake; none if that has not come whole.
fn answered(bytes: &[u8]) -> anyhow::Result<Option<&[u8]>> {
    const END: &[u8] = b"\r\n\r\n";
    match bytes.windows(END.len()).position(|four| four == END) {
        Some(end) => {
            let (head, frames) = bytes.split_at(end + END.len());
            upgrade::check(head)?;
            Ok(Some(frames))
        }
        None if bytes.len() > upgrade::HEAD_BYTES_MAX => bail!("the handshake was answered without end"),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// Reads until so many frames have come.
    fn read(socket: &mut Socket, frames: usize) -> Vec<Vec<u8>> {
        let (mut got, mut buffer) = (Vec::new(), [0; 64]);
        while got.len() < frames {
            socket
                .read(&mut buffer, |frame| {
                    got.push(frame.payload.to_vec());
                    Ok(())
                })
                .unwrap();
        }
        got
    }

    #[test]
    fn frames_are_read_behind_the_handshake_and_across_reads() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let account = Account { home: "/as/a/".to_owned(), cookie: "plenary=1".to_owned() };
        let mut socket =
            Socket::begin(listener.local_addr().unwrap(), &account, "ws/plenary", "plenary.v1").unwrap();
        let (mut server, _) = listener.accept().unwrap();
        let mut sent = b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n".to_vec();
        sent.extend([0x81, 2, b'h', b'i', 0x82, 100]);
        sent.extend([7; 100]);
        server.write_all(&sent).unwrap();
        assert_eq!(read(&mut socket, 2), [b"hi".to_vec(), vec![7; 100]]);
        assert!(socket.is_open());
    }

    #[test]
    fn what_is_no_websocket_is_told() {
        assert!(answered(b"HTTP/1.1 403 Forbidden\r\n\r\n").is_err());
        assert!(answered(&[b'x'; upgrade::HEAD_BYTES_MAX + 1]).is_err());
        assert_eq!(answered(b"HTTP/1.1 101 Switching").unwrap(), None);
    }
}
