//! The network under a headless client: UDP, or TCP with frames of two bytes of length.

use std::net::SocketAddr;

use str0m::Candidate;
use str0m::net::{Protocol, TcpType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};

/// How a client reaches the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Udp,
    Tcp,
}

pub enum Path {
    Udp(UdpSocket),
    Tcp(Box<TcpStream>, Vec<u8>),
}

impl Path {
    pub async fn open(over: Over, server: SocketAddr) -> Self {
        match over {
            Over::Udp => Path::Udp(UdpSocket::bind("127.0.0.1:0").await.unwrap()),
            Over::Tcp => {
                let tcp = TcpStream::connect(server).await.unwrap();
                tcp.set_nodelay(true).unwrap();
                Path::Tcp(Box::new(tcp), Vec::new())
            }
        }
    }

    pub fn local(&self) -> SocketAddr {
        match self {
            Path::Udp(udp) => udp.local_addr().unwrap(),
            Path::Tcp(tcp, _) => tcp.local_addr().unwrap(),
        }
    }

    pub fn protocol(&self) -> Protocol {
        match self {
            Path::Udp(_) => Protocol::Udp,
            Path::Tcp(..) => Protocol::Tcp,
        }
    }

    pub fn candidate(&self) -> Candidate {
        match self {
            Path::Udp(_) => Candidate::host(self.local(), "udp").unwrap(),
            Path::Tcp(..) => {
                Candidate::builder().tcp().host(self.local()).tcptype(TcpType::Active).build().unwrap()
            }
        }
    }

    pub async fn send(&mut self, to: SocketAddr, datagram: &[u8]) {
        match self {
            // A server that has gone is found out by silence.
            Path::Udp(udp) => drop(udp.send_to(datagram, to).await),
            Path::Tcp(tcp, _) => {
                let mut frame = u16::try_from(datagram.len()).unwrap().to_be_bytes().to_vec();
                frame.extend_from_slice(datagram);
                drop(tcp.write_all(&frame).await);
            }
        }
    }

    /// The next datagram, or nothing once the server has closed the connection. May be cancelled at any point.
    pub async fn receive(&mut self) -> Option<Vec<u8>> {
        match self {
            Path::Udp(udp) => {
                let mut bytes = vec![0; 2_048];
                loop {
                    // Refused: nobody listens there any more.
                    if let Ok((length, _)) = udp.recv_from(&mut bytes).await {
                        bytes.truncate(length);
                        return Some(bytes);
                    }
                }
            }
            Path::Tcp(tcp, read) => loop {
                if let Some(head) = read.first_chunk::<2>() {
                    let length = 2 + usize::from(u16::from_be_bytes(*head));
                    if read.len() >= length {
                        let rest = read.split_off(length);
                        return Some(std::mem::replace(read, rest)[2..].to_vec());
                    }
                }
                if tcp.read_buf(read).await.unwrap_or(0) == 0 {
                    return None;
                }
            },
        }
    }
}
