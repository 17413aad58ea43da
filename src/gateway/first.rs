//! What speaks on a fresh connection: the first byte tells TLS, HTTP and sound apart, so that all come by one port.

use std::io::{self, ErrorKind};

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

/// Begins every record of a TLS handshake (RFC 8446 section 5.1).
const TLS_HANDSHAKE: u8 = 22;
/// Bytes read of what may be sound: the length of RFC 4571, and a head of STUN as far as its cookie (RFC 8489).
const SOUND_HEAD_BYTES: usize = 10;
/// Where the cookie stands in them.
const STUN_COOKIE: [u8; 4] = [0x21, 0x12, 0xA4, 0x42];
/// Largest message that begins sound, in bytes; a request for a path is smaller by far.
const STUN_BYTES_MAX: u16 = 1_500;
/// Bytes of a head of STUN.
const STUN_BYTES_MIN: u16 = 20;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum First {
    /// A handshake of TLS begins. Nothing was read.
    Tls,
    /// A call by HTTP. Nothing was read.
    Http,
    /// A path for sound over TCP begins (RFC 4571, RFC 6544); these bytes of it were read.
    Sound(Vec<u8>),
}

/// Waits for the first bytes and tells who speaks. Nothing is kept but them.
///
/// # Errors
/// If the connection ends or failed before, or speaks nothing that is known here (`InvalidData`).
pub async fn first(tcp: &mut TcpStream) -> io::Result<First> {
    let mut byte = [0];
    if tcp.peek(&mut byte).await? == 0 {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    let [byte] = byte;
    if byte == TLS_HANDSHAKE {
        return Ok(First::Tls);
    }
    // Lines may come before a call (RFC 9112 section 2.2).
    if byte.is_ascii_alphabetic() || matches!(byte, b'\r' | b'\n') {
        return Ok(First::Http);
    }
    if u16::from(byte) > STUN_BYTES_MAX >> 8 {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut head = [0; SOUND_HEAD_BYTES];
    tcp.read_exact(&mut head).await?;
    if is_stun(head) { Ok(First::Sound(head.to_vec())) } else { Err(ErrorKind::InvalidData.into()) }
}

/// Whether this is how a request of STUN begins, behind its length.
fn is_stun(head: [u8; SOUND_HEAD_BYTES]) -> bool {
    let [high, low, kind, _, _, _, a, b, c, d] = head;
    let length = u16::from_be_bytes([high, low]);
    (STUN_BYTES_MIN..=STUN_BYTES_MAX).contains(&length) && kind & 0xC0 == 0 && [a, b, c, d] == STUN_COOKIE
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt as _;
    use tokio::net::TcpListener;

    use super::*;

    /// A binding request of STUN behind its length, as ICE over TCP begins.
    const BINDING: [u8; 10] = [0, 20, 0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42];

    async fn told(parts: &[&[u8]]) -> Result<First, ErrorKind> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let parts: Vec<Vec<u8>> = parts.iter().map(|part| part.to_vec()).collect();
        let writing = tokio::spawn(async move {
            let mut tcp = TcpStream::connect(address).await.expect("a connection");
            for part in parts {
                tcp.write_all(&part).await.expect("written");
                tokio::task::yield_now().await;
            }
            tcp
        });
        let (mut tcp, _) = listener.accept().await.expect("a connection");
        drop(writing.await.expect("written"));
        first(&mut tcp).await.map_err(|error| error.kind())
    }

    #[tokio::test]
    async fn the_first_byte_tells_tls_and_http() {
        assert_eq!(told(&[&[22, 3, 1]]).await, Ok(First::Tls));
        assert_eq!(told(&[b"G"]).await, Ok(First::Http));
        assert_eq!(told(&[b"\r\nGET / HTTP/1.1"]).await, Ok(First::Http));
    }

    #[tokio::test]
    async fn sound_is_known_by_its_head_however_it_arrives() {
        assert_eq!(told(&[&BINDING]).await, Ok(First::Sound(BINDING.to_vec())));
        let bytes: Vec<&[u8]> = BINDING.chunks(1).collect();
        assert_eq!(told(&bytes).await, Ok(First::Sound(BINDING.to_vec())));
    }

    #[tokio::test]
    async fn anything_else_is_nobody() {
        let with = |at: usize, byte: u8| {
            let mut head = BINDING;
            head[at] = byte;
            head
        };
        for head in [with(1, 19), with(0, 6), with(0, 0xFF), with(2, 0x80), with(6, 0x22)] {
            let told = told(&[&head]).await;
            assert!(matches!(told, Err(ErrorKind::InvalidData)), "{head:?}: {told:?}");
        }
        assert_eq!(told(&[]).await, Err(ErrorKind::UnexpectedEof));
        assert_eq!(told(&[&BINDING[..9]]).await, Err(ErrorKind::UnexpectedEof));
    }
}
