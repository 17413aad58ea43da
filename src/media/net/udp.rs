//! The UDP socket, in batches: many datagrams for one call of the system.

use std::io::{self, IoSlice, IoSliceMut};
use std::net::{IpAddr, SocketAddr, SocketAddrV4, SocketAddrV6, UdpSocket};
use std::os::fd::AsRawFd;
use std::sync::Arc;

use nix::errno::Errno;
use nix::sys::socket::{MsgFlags, MultiHeaders, SockaddrStorage, recvmmsg, sendmmsg};
use socket2::{Domain, Socket, Type};

use super::super::limits::DATAGRAM_BYTES_MAX;

/// Datagrams taken in with one call.
const INTAKE: usize = 64;
/// Datagrams sent with one call.
const BATCH: usize = 256;
/// What the kernel may keep for us in each direction, as far as it allows.
const SOCKET_BYTES: usize = 4 << 20;

/// Opens the socket of all sound.
///
/// # Errors
/// If the address cannot be had.
pub fn bind(address: SocketAddr) -> io::Result<UdpSocket> {
    let socket = Socket::new(Domain::for_address(address), Type::DGRAM, None)?;
    if address.is_ipv6() && address.ip().is_unspecified() {
        socket.set_only_v6(false)?;
    }
    // The kernel gives what it is allowed to; less is no fault.
    socket.set_recv_buffer_size(SOCKET_BYTES)?;
    socket.set_send_buffer_size(SOCKET_BYTES)?;
    socket.bind(&address.into())?;
    let socket: UdpSocket = socket.into();
    socket.set_nonblocking(true)?;
    Ok(socket)
}

/// An IPv4 address that came through an IPv6 socket, as IPv4.
pub fn plain(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}

fn address_of(storage: &SockaddrStorage) -> Option<SocketAddr> {
    if let Some(v4) = storage.as_sockaddr_in() {
        return Some(SocketAddrV4::from(*v4).into());
    }
    storage.as_sockaddr_in6().map(|v6| plain(SocketAddrV6::from(*v6).into()))
}

/// Room for datagrams that come in.
pub struct Intake {
    buffers: Vec<[u8; DATAGRAM_BYTES_MAX]>,
    headers: MultiHeaders<SockaddrStorage>,
}

impl Intake {
    /// Empty room.
    pub fn new() -> Self {
        let buffers = vec![[0; DATAGRAM_BYTES_MAX]; INTAKE];
        Self { buffers, headers: MultiHeaders::preallocate(INTAKE, None) }
    }

    /// Takes in what waits, up to a batch, and tells whether there may be more.
    ///
    /// # Errors
    /// If the socket failed.
    pub fn receive(
        &mut self,
        socket: &UdpSocket,
        mut each: impl FnMut(SocketAddr, &[u8]),
    ) -> io::Result<bool> {
        let mut slices: Vec<[IoSliceMut; 1]> =
            self.buffers.iter_mut().map(|buffer| [IoSliceMut::new(buffer)]).collect();
        let flags = MsgFlags::MSG_DONTWAIT;
        let messages = match recvmmsg(socket.as_raw_fd(), &mut self.headers, slices.iter_mut(), flags, None) {
            Ok(messages) => messages,
            Err(Errno::EAGAIN | Errno::EINTR) => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        let mut count = 0;
        for message in messages {
            count += 1;
            let whole = !message.flags.contains(MsgFlags::MSG_TRUNC);
            let from = message.address.as_ref().and_then(address_of);
            if let (true, Some(from), Some(bytes)) = (whole, from, message.iovs().next()) {
                each(from, bytes);
            }
        }
        Ok(count == INTAKE)
    }
}

/// Datagrams on their way out, gathered for few calls of the system.
pub struct Outgoing {
    socket: Arc<UdpSocket>,
    v6: bool,
    to: Vec<Option<SockaddrStorage>>,
    /// All datagrams, one behind the other, and the length of each.
    bytes: Vec<u8>,
    lengths: Vec<usize>,
    headers: MultiHeaders<SockaddrStorage>,
    dropped: u64,
}

impl Outgoing {
    /// Nothing yet, for this socket.
    pub fn new(socket: Arc<UdpSocket>) -> Self {
        let v6 = socket.local_addr().is_ok_and(|address| address.is_ipv6());
        let (to, bytes, lengths) = (Vec::with_capacity(BATCH), Vec::new(), Vec::with_capacity(BATCH));
        Self { socket, v6, to, bytes, lengths, headers: MultiHeaders::preallocate(BATCH, None), dropped: 0 }
    }

    /// Sends the datagram that `write` appends with the next batch, which goes at once when it is full. Where `write` tells
    /// that there is none, nothing is sent, whatever it has appended. Tells what `write` has told.
    pub fn push(&mut self, to: SocketAddr, write: impl FnOnce(&mut Vec<u8>) -> bool) -> bool {
        let begin = self.bytes.len();
        if !write(&mut self.bytes) {
            self.bytes.truncate(begin);
            return false;
        }
        let to = match (self.v6, to.ip()) {
            (true, IpAddr::V4(v4)) => SocketAddr::new(v4.to_ipv6_mapped().into(), to.port()),
            (true, IpAddr::V6(_)) | (false, IpAddr::V4(_) | IpAddr::V6(_)) => to,
        };
        self.to.push(Some(to.into()));
        self.lengths.push(self.bytes.len() - begin);
        if self.to.len() >= BATCH {
            self.flush();
        }
        true
    }

    /// Sends what was gathered. What the kernel does not take now is dropped: late sound is worth nothing.
    pub fn flush(&mut self) {
        let mut rest = self.bytes.as_slice();
        let slices: Vec<[IoSlice; 1]> = (self.lengths.iter())
            .map(|length| {
                let (datagram, after) = rest.split_at_checked(*length).unwrap_or((rest, &[]));
                rest = after;
                [IoSlice::new(datagram)]
            })
            .collect();
        let mut from = 0;
        while let (Some(to), Some(slices)) = (self.to.get(from..), slices.get(from..))
            && !to.is_empty()
        {
            let flags = MsgFlags::MSG_DONTWAIT;
            match sendmmsg(self.socket.as_raw_fd(), &mut self.headers, slices, to, [], flags) {
                Ok(sent) => from += sent.count().max(1),
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN | Errno::ENOBUFS) => {
                    self.dropped += to.len() as u64;
                    break;
                }
                // Only the first of those left has failed: there is no way to its address.
                Err(error) => {
                    tracing::debug!(%error, "a datagram could not be sent");
                    self.dropped += 1;
                    from += 1;
                }
            }
        }
        drop(slices);
        self.to.clear();
        self.bytes.clear();
        self.lengths.clear();
    }

    /// Datagrams that could not be sent.
    pub fn dropped(&self) -> u64 {
        self.dropped
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn more_than_a_batch_goes_out_and_comes_in_whole() {
        for (listen, to) in [("127.0.0.1:0", "127.0.0.1"), ("[::]:0", "127.0.0.1"), ("[::]:0", "::1")] {
            let server = Arc::new(bind(listen.parse().unwrap()).unwrap());
            let address = SocketAddr::new(to.parse().unwrap(), server.local_addr().unwrap().port());
            let mut outgoing = Outgoing::new(Arc::clone(&server));
            for n in 0..300_u16 {
                // One of three has no datagram: what it has written goes nowhere.
                assert!(!outgoing.push(address, |bytes| {
                    bytes.extend(*b"nothing");
                    false
                }));
                assert!(outgoing.push(address, |bytes| {
                    bytes.extend(n.to_be_bytes());
                    true
                }));
            }
            outgoing.flush();
            assert_eq!(outgoing.dropped(), 0);
            let (mut intake, mut seen) = (Intake::new(), BTreeSet::new());
            // On loopback what is sent has arrived.
            while intake
                .receive(&server, |from, bytes| {
                    assert_eq!(from, address, "addresses are told as what they are");
                    seen.insert(bytes.to_vec());
                })
                .unwrap()
            {}
            assert_eq!(seen.len(), 300, "{listen} {to}");
        }
    }

    #[test]
    fn an_address_without_a_way_costs_no_other_datagram() {
        let socket = Arc::new(bind("127.0.0.1:0".parse().unwrap()).unwrap());
        let here = socket.local_addr().unwrap();
        let mut outgoing = Outgoing::new(Arc::clone(&socket));
        // From a loopback address there is no way out of the machine.
        let nowhere = SocketAddr::new(Ipv4Addr::new(192, 0, 2, 1).into(), 9);
        for to in [here, nowhere, here, nowhere, nowhere, here] {
            outgoing.push(to, |bytes| {
                bytes.push(1);
                true
            });
        }
        outgoing.flush();
        assert_eq!(outgoing.dropped(), 3);
        let mut count = 0;
        Intake::new().receive(&socket, |_, _| count += 1).unwrap();
        assert_eq!(count, 3);
    }

    #[test]
    fn a_datagram_longer_than_any_of_webrtc_is_dropped() {
        let socket = bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let here = socket.local_addr().unwrap();
        socket.send_to(&[1; DATAGRAM_BYTES_MAX + 1], here).unwrap();
        socket.send_to(&[1; DATAGRAM_BYTES_MAX], here).unwrap();
        let mut lengths = Vec::new();
        Intake::new().receive(&socket, |_, bytes| lengths.push(bytes.len())).unwrap();
        assert_eq!(lengths, [DATAGRAM_BYTES_MAX]);
    }
}
