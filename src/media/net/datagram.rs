//! A datagram on its way between threads.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use super::tcp::TcpWay;

/// Where datagrams of a peer come from and go to.
#[derive(Debug, Clone)]
pub enum Way {
    /// An address of the UDP socket's other side.
    Udp(SocketAddr),
    /// A TCP connection that carries datagrams as frames.
    Tcp(Arc<TcpWay>),
}

impl Way {
    /// The other side's address.
    pub fn remote(&self) -> SocketAddr {
        match self {
            Way::Udp(remote) => *remote,
            Way::Tcp(way) => way.remote(),
        }
    }

    /// The address with the protocol: the same address over another protocol is another way.
    pub fn key(&self) -> (bool, SocketAddr) {
        match self {
            Way::Udp(remote) => (false, *remote),
            Way::Tcp(way) => (true, way.remote()),
        }
    }
}

/// A datagram that has come in.
#[derive(Debug)]
pub struct Datagram {
    /// How it came.
    pub way: Way,
    /// When it came.
    pub at: Instant,
    /// What it holds.
    pub bytes: Vec<u8>,
}
