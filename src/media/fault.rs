//! What can go wrong with sound: when it starts, and with an offer.

use std::io;
use std::net::SocketAddr;

use super::limits::{PATHS_MAX, SDP_BYTES_MAX, SDP_LINES_MAX, SLOTS};

/// Why the media plane did not start.
#[derive(Debug, thiserror::Error)]
pub enum MediaFault {
    /// The UDP socket could not be had.
    #[error("sound cannot use UDP {address}: {fault}; choose another address or end what uses it")]
    Socket {
        /// The address asked for.
        address: SocketAddr,
        /// What the system says.
        fault: io::Error,
    },
    /// The addresses of this machine could not be read.
    #[error("the addresses of this machine cannot be read: {0}; name the advertised addresses instead")]
    Addresses(io::Error),
    /// There is no address that clients could send to.
    #[error("sound has no address that browsers could reach; name one with --advertise")]
    NoAddress,
    /// A thread, or what wakes it, could not be had.
    #[error("a thread for sound cannot start: {0}")]
    Thread(io::Error),
    /// The certificate that browsers see could not be made.
    #[error("a certificate for sound cannot be made: {0}")]
    Certificate(String),
}

/// Why an offer of sound is refused. The text is for the person at the other end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfferFault {
    /// The SDP is too long.
    #[error("sdp: at most {SDP_BYTES_MAX} bytes and {SDP_LINES_MAX} lines")]
    TooLong,
    /// The SDP could not be read.
    #[error("sdp: not a session description: {0}")]
    Malformed(String),
    /// The SDP has other sections than the purpose takes.
    #[error("sdp: an offer to publish has one audio section, sendonly")]
    NotToPublish,
    /// The SDP has other sections than the purpose takes.
    #[error("sdp: an offer to listen has 1 to {SLOTS} audio sections, all recvonly")]
    NotToListen,
    /// The SDP lacks the one codec that is spoken.
    #[error("sdp: every audio section offers opus/48000/2")]
    NoOpus,
    /// The server has as many paths as it can keep.
    #[error("the server carries {PATHS_MAX} sound connections already; try again later, or listen over HTTP")]
    Crowded,
    /// The server is stopping.
    #[error("the server is stopping; try again later")]
    Stopped,
}
