//! A datagram on its way between threads.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use super::tcp::TcpPath;
use super::udp::Outgoing;

/// Where datagrams of a peer come from and go to.
#[derive(Debug, Clone)]
pub enum Path {
    /// An address of the UDP socket's other side.
    Udp(SocketAddr),
    /// A TCP connection that carries datagrams as frames.
    Tcp(Arc<TcpPath>),
}

impl Path {
    /// The other side's address.
    pub fn remote(&self) -> SocketAddr {
        match self {
            Path::Udp(remote) => *remote,
            Path::Tcp(path) => path.remote(),
        }
    }

    /// The address with the protocol: the same address over another protocol is another path.
    pub fn key(&self) -> (bool, SocketAddr) {
        match self {
            Path::Udp(remote) => (false, *remote),
            Path::Tcp(path) => (true, path.remote()),
        }
    }

    /// Sends the datagram that `write` appends, unless it tells that there is none: over UDP with the next batch, over TCP
    /// now. What a connection does not take is lost, as on a network. Tells what `write` has told.
    pub fn send(&self, out: &mut Outgoing, write: impl FnOnce(&mut Vec<u8>) -> bool) -> bool {
        match self {
            Path::Udp(remote) => out.push(*remote, write),
            Path::Tcp(path) => {
                let mut datagram = Vec::new();
                let is_one = write(&mut datagram);
                if is_one {
                    path.send(&datagram);
                }
                is_one
            }
        }
    }
}

/// A datagram that has come in.
#[derive(Debug)]
pub struct Datagram {
    /// How it came.
    pub path: Path,
    /// When it came.
    pub at: Instant,
    /// What it holds.
    pub bytes: Vec<u8>,
}
