//! The handshake that begins a WebSocket, as a client makes it.

use std::net::SocketAddr;

use anyhow::bail;

use super::entering::Account;

/// Largest head of the answer to the handshake.
pub const HEAD_BYTES_MAX: usize = 2_048;

/// Asks for a WebSocket below the person's home.
pub fn call(address: SocketAddr, account: &Account, path: &str, subprotocol: &str) -> String {
    format!(
        "GET {}{path} HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\nconnection: Upgrade\r\nupgrade: \
         websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
         sec-websocket-protocol: {subprotocol}\r\n\r\n",
        account.home, account.cookie
    )
}

/// Whether the answer begins a WebSocket.
///
/// # Errors
/// With the answer, if it does not.
pub fn check(head: &[u8]) -> anyhow::Result<()> {
    if !head.starts_with(b"HTTP/1.1 101") {
        bail!("the handshake was answered with: {}", String::from_utf8_lossy(head));
    }
    Ok(())
}
