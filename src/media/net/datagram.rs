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

    /// Sends a datagram: over UDP with the next batch, over TCP now.
    pub fn send(&self, datagram: Vec<u8>, out: &mut Outgoing) {
        match self {
            Path::Udp(remote) => out.push(*remote, datagram),
            // What the connection does not take is lost, as on a network.
            Path::Tcp(path) => drop(path.send(&datagram)),
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
