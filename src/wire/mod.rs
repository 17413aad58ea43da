//! The messages of the protocol `plenary.v1`, both ways, and the bodies of the HTTP calls around it.
//!
//! `proto/README.md` tells the protocol in prose. Commands and entities are the meeting's own types.

pub mod client;
#[cfg(test)]
mod contract;
pub mod http;
pub mod server;

/// Subprotocol that a client must ask for in the WebSocket handshake.
pub const SUBPROTOCOL: &str = "plenary.v1";

/// Largest message a client may send, in bytes. A chat message of 2,000 characters stays below, escaped.
pub const CLIENT_MESSAGE_BYTES_MAX: usize = 32 * 1024;
