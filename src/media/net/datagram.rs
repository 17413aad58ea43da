//! A datagram on its way between threads.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use super::tcp::TcpWay;
use super::udp::Outgoing;

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

    /// Sends a datagram: over UDP with the next batch, over TCP now.
    pub fn send(&self, datagram: Vec<u8>, out: &mut Outgoing) {
        match self {
            Way::Udp(remote) => out.push(*remote, datagram),
            // What the connection does not take is lost, as on a network.
            Way::Tcp(way) => drop(way.send(&datagram)),
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
