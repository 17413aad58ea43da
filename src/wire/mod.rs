//! The messages of the protocol `plenary.v1`, both ways, and the bodies of the HTTP calls around it.
//!
//! `proto/README.md` tells the protocol in prose. Commands and entities are the meeting's own types.

pub mod client;
pub mod command;
#[cfg(test)]
pub(crate) mod contract;
pub mod http;
pub mod key;
pub mod server;
pub mod signals;
pub mod strict;

/// Subprotocol that a client must ask for in the WebSocket handshake.
pub const SUBPROTOCOL: &str = "plenary.v1";

/// Largest message a client may send, in bytes. A statement's text of 20,000 characters stays below, escaped.
pub const CLIENT_MESSAGE_BYTES_MAX: usize = 128 * 1024;

/// Subprotocol that a client must ask for in the handshake of the WebSocket of sound.
pub const SOUND_SUBPROTOCOL: &str = "plenary.sound.v1";

/// Largest message on the WebSocket of sound, in bytes: the head of a frame, and the most that one frame of Opus holds.
pub const SOUND_MESSAGE_BYTES_MAX: usize = 12 + 1_275;
