//! How much the media plane keeps: for the technician's eye, and for tests that nothing grows.

use std::ops::Add;

/// Counts of what the media plane holds at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// WebRTC peers, publishing and listening.
    pub peers: usize,
    /// Of these, those whose handshake is done.
    pub connected: usize,
    /// Addresses that lead to peers.
    pub addresses: usize,
    /// Listeners, over WebRTC and WebSocket.
    pub listeners: usize,
    /// Of these, those over WebSocket.
    pub outlets: usize,
    /// Microphones that send.
    pub microphones: usize,
    /// Microphones' paths over WebSocket.
    pub socket_microphones: usize,
    /// Frames taken in since the start.
    pub frames_in: u64,
    /// Frames of microphones that never came since the start, those that came behind others too.
    pub frames_lost: u64,
    /// Frames given to listeners since the start.
    pub frames_out: u64,
    /// Packets that listeners over WebRTC should have got since the start, as they report it.
    pub reported: u64,
    /// Packets of these that a network has lost.
    pub reported_lost: u64,
    /// Frames and datagrams dropped since the start: too late, or a queue or socket was full.
    pub dropped: u64,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            peers: self.peers + other.peers,
            connected: self.connected + other.connected,
            addresses: self.addresses + other.addresses,
            listeners: self.listeners + other.listeners,
            outlets: self.outlets + other.outlets,
            microphones: self.microphones + other.microphones,
            socket_microphones: self.socket_microphones + other.socket_microphones,
            frames_in: self.frames_in + other.frames_in,
            frames_lost: self.frames_lost + other.frames_lost,
            frames_out: self.frames_out + other.frames_out,
            reported: self.reported + other.reported,
            reported_lost: self.reported_lost + other.reported_lost,
            dropped: self.dropped + other.dropped,
        }
    }
}
