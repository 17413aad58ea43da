//! One listener's path of sound.

use std::net::SocketAddr;

use super::super::conference::SESSION;
use super::super::entering::Account;
use super::packet;
use super::peer::{Intake, Peer};
use super::socket::Socket;
use super::tally::Tally;

/// Version of the messages of sound, as the WebSocket's subprotocol.
const SUBPROTOCOL: &str = "plenary.sound.v1";
/// Bytes before the packet in a message of that protocol.
const HEAD_BYTES: usize = 12;
/// Opcode of binary frames (RFC 6455 section 5.2).
const BINARY: u8 = 2;

/// How the sound comes.
pub enum Path {
    /// Over UDP.
    WebRtc(Box<Peer>),
    /// Over a WebSocket of its own.
    WebSocket(SoundSocket),
}

/// A listener's sound.
pub struct Ear {
    path: Path,
    /// Whether the sound is decrypted and its lateness read; the others only count packets.
    whole: bool,
    hears: bool,
    measured: bool,
    packets: u64,
}

/// A WebSocket of sound.
pub struct SoundSocket {
    /// The socket.
    pub socket: Socket,
    asked: bool,
}

impl SoundSocket {
    /// Connects; it asks for the sound as soon as the server has taken it.
    ///
    /// # Errors
    /// If the server cannot be reached.
    pub fn begin(address: SocketAddr, account: &Account) -> anyhow::Result<Self> {
        let socket = Socket::begin(address, account, &format!("sound/{SESSION}"), SUBPROTOCOL)?;
        Ok(Self { socket, asked: false })
    }
}

impl Ear {
    /// Nothing is heard yet.
    pub fn new(path: Path, whole: bool) -> Self {
        Self { path, whole, hears: false, measured: false, packets: 0 }
    }

    /// Its WebRTC, if that is how the sound comes.
    pub fn peer(&mut self) -> Option<&mut Peer> {
        match &mut self.path {
            Path::WebRtc(peer) => Some(peer),
            Path::WebSocket(_) => None,
        }
    }

    /// Whether something was heard.
    pub fn hears(&self) -> bool {
        self.hears
    }

    /// Begins to count, if something is heard already.
    pub fn measure(&mut self) {
        (self.measured, self.packets) = (self.hears, 0);
    }

    /// Packets that came since counting began; none if it did not.
    pub fn packets(&self) -> Option<u64> {
        self.measured.then_some(self.packets)
    }

    /// Reads what has come, once.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn read(&mut self, intake: &mut Intake, buffer: &mut [u8], tally: &mut Tally) -> anyhow::Result<()> {
        let (whole, measured) = (self.whole, self.measured);
        let mut came = 0;
        match &mut self.path {
            Path::WebRtc(peer) => {
                let Some(datagram) = peer.read(intake)? else { return Ok(()) };
                let is_sound = datagram.is_sound();
                came += u64::from(is_sound);
                if whole || !is_sound {
                    peer.take(&datagram, &mut |packet| {
                        if measured {
                            tally.late(packet, datagram.at_ns);
                        }
                    })?;
                }
            }
            Path::WebSocket(SoundSocket { socket, asked }) => {
                let now_ns = packet::now_ns()?;
                socket.read(buffer, |frame| {
                    if let Some(packet) = frame.payload.get(HEAD_BYTES..).filter(|_| frame.opcode == BINARY) {
                        came += 1;
                        if measured && whole {
                            tally.late(packet, now_ns);
                        }
                    }
                    Ok(())
                })?;
                if socket.is_open() && !*asked {
                    *asked = true;
                    socket.send("{\"type\":\"hear\",\"listen\":true,\"original\":false}")?;
                }
            }
        }
        if came > 0 {
            self.packets += came;
            tally.came();
            if !self.hears {
                self.hears = true;
                tally.hears();
            }
        }
        Ok(())
    }
}
