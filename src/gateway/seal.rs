//! TLS over one client's socket, for bytes that are framed already.
//!
//! Nothing is gathered here: at most one record waits sealed for the socket, and what else waits for the client
//! stays unsealed, where all clients share it.

use std::io::{self, ErrorKind, Read, Write as _};

use rustls::ServerConnection;
use tokio::net::TcpStream;

/// Most bytes sealed before the socket has taken them: what one record of TLS holds.
const RECORD_BYTES: usize = 16 * 1024;

/// The state of TLS after its handshake.
#[derive(Debug)]
pub struct Seal(Box<ServerConnection>);

impl Seal {
    /// Goes on where the handshake and the call before have come to.
    pub fn new(mut connection: ServerConnection) -> Self {
        connection.set_buffer_limit(Some(2 * RECORD_BYTES));
        Self(Box::new(connection))
    }

    /// Whether something is sealed that the socket has not taken.
    pub fn waits(&self) -> bool {
        self.0.wants_write()
    }

    /// Gives the socket what is sealed.
    ///
    /// # Errors
    /// `WouldBlock` while the socket is full; anything else if it failed.
    pub fn flush(&mut self, tcp: &TcpStream) -> io::Result<()> {
        while self.0.wants_write() {
            self.0.write_tls(&mut Bare(tcp))?;
        }
        Ok(())
    }

    /// Seals the beginning of some bytes; tells how many.
    ///
    /// # Errors
    /// If TLS has ended.
    pub fn seal(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let record = bytes.get(..RECORD_BYTES).unwrap_or(bytes);
        self.0.writer().write(record)
    }

    /// What was opened already.
    ///
    /// # Errors
    /// `WouldBlock` where nothing is; anything else if the client is gone.
    pub fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.reader().read(into)
    }

    /// Opens what the socket has. All that was opened before must have been read.
    ///
    /// # Errors
    /// `WouldBlock` where the socket has nothing; anything else if it failed, or if what came is no TLS.
    pub fn open(&mut self, tcp: &TcpStream) -> io::Result<()> {
        self.0.read_tls(&mut Bare(tcp))?;
        self.0.process_new_packets().map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
        Ok(())
    }

    /// Says that nothing more comes.
    pub fn close(&mut self) {
        self.0.send_close_notify();
    }
}

/// The socket as TLS reads and writes it, without waiting.
struct Bare<'a>(&'a TcpStream);

impl Read for Bare<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.try_read(into)
    }
}

impl io::Write for Bare<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)
    }

    fn write_vectored(&mut self, parts: &[io::IoSlice<'_>]) -> io::Result<usize> {
        self.0.try_write_vectored(parts)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
