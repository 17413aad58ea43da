//! A WebSocket as bytes: for frames that no proper client sends.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::entering::Pass;
use crate::http::{Answer, PATIENCE, parsed};

pub const CONTINUATION: u8 = 0x0;
pub const TEXT: u8 = 0x1;
pub const BINARY: u8 = 0x2;
pub const CLOSE: u8 = 0x8;
pub const PING: u8 = 0x9;
pub const PONG: u8 = 0xA;
/// Set on the last frame of a message.
pub const FIN: u8 = 0x80;

/// Set on the first frame of a compressed message.
pub const COMPRESSED: u8 = 0x40;

/// A frame as the server sends them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub opcode: u8,
    pub payload: Vec<u8>,
}

impl Frame {
    pub fn json(&self) -> Value {
        assert_eq!(self.opcode, TEXT, "{self:?}");
        serde_json::from_slice(&self.payload).unwrap()
    }
}

/// A socket after its handshake.
pub struct Raw {
    tcp: TcpStream,
    /// Whether messages may come compressed.
    deflates: bool,
    /// Bytes of frames read.
    pub read_bytes: usize,
}

/// Headers of a proper handshake.
pub fn handshake<'a>(host: &'a str, cookie: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("host", host),
        ("connection", "Upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("sec-websocket-protocol", "plenary.v1"),
        ("cookie", cookie),
    ]
}

/// Asks for a WebSocket with these headers, and tells the head of the answer.
pub async fn shake(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> (Answer, Raw) {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let mut tcp = TcpStream::connect(address).await.unwrap();
    tcp.write_all(format!("GET {path} HTTP/1.1\r\n{lines}\r\n").as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(tokio::time::timeout(PATIENCE, tcp.read_u8()).await.expect("in time").unwrap());
    }
    let mut answer = parsed(&head);
    if let Ok(length) = answer.header("content-length").parse() {
        let mut body = vec![0; length];
        tcp.read_exact(&mut body).await.unwrap();
        answer.body = String::from_utf8(body).unwrap();
    }
    let deflates = answer.header("sec-websocket-extensions").starts_with("permessage-deflate");
    (answer, Raw { tcp, deflates, read_bytes: 0 })
}

impl Raw {
    /// Shakes hands for the session `opening`.
    pub async fn open(address: SocketAddr, pass: &Pass) -> Self {
        let host = address.to_string();
        let path = format!("{}ws/opening", pass.home);
        let (answer, raw) = shake(address, &path, &handshake(&host, &pass.cookie)).await;
        assert_eq!(answer.status, 101, "{answer:?}");
        assert_eq!(answer.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        raw
    }

    /// Joins, and reads past the greeting.
    pub async fn joined(address: SocketAddr, pass: &Pass) -> Self {
        let mut raw = Self::open(address, pass).await;
        raw.send(&frame(FIN | TEXT, br#"{"type":"join"}"#)).await;
        while raw.message().await["scope"] != "everyone" {}
        raw
    }

    pub async fn send(&mut self, bytes: &[u8]) {
        self.tcp.write_all(bytes).await.unwrap();
    }

    /// Sends what the server may not care to read to its end.
    pub async fn try_send(&mut self, bytes: &[u8]) {
        drop(self.tcp.write_all(bytes).await);
    }

    /// Ends what is sent; the server can still answer.
    pub async fn shut(&mut self) {
        self.tcp.shutdown().await.unwrap();
    }

    /// The next frame; none once the server has closed. An abortive close fails: it may swallow the last words.
    pub async fn frame(&mut self) -> Option<Frame> {
        let frame = tokio::time::timeout(PATIENCE, self.read_frame()).await.expect("a frame in time");
        match frame {
            Ok(frame) => Some(frame),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => None,
            Err(error) => panic!("the connection was torn down: {error}"),
        }
    }

    async fn read_frame(&mut self) -> std::io::Result<Frame> {
        let first = self.tcp.read_u8().await?;
        let compressed = first & COMPRESSED != 0;
        assert_eq!(
            first & 0xF0 & !COMPRESSED,
            FIN,
            "the server neither fragments nor uses other reserved bits"
        );
        assert!(self.deflates || !compressed, "nothing comes compressed to whoever did not ask for it");
        let length = match self.tcp.read_u8().await? {
            126 => u64::from(self.tcp.read_u16().await?),
            127 => self.tcp.read_u64().await?,
            short => u64::from(short),
        };
        let mut payload = vec![0; usize::try_from(length).unwrap()];
        self.tcp.read_exact(&mut payload).await?;
        self.read_bytes += payload.len();
        if compressed {
            payload = inflated(payload);
        }
        Ok(Frame { opcode: first & 0x0F, payload })
    }

    /// The next message.
    pub async fn message(&mut self) -> Value {
        self.frame().await.expect("the connection stands").json()
    }

    /// Reads on until a message of this type comes.
    pub async fn until(&mut self, kind: &str) -> Value {
        loop {
            let message = self.message().await;
            if message["type"] == kind {
                return message;
            }
        }
    }

    /// Reads on to the end of the connection; tells the close code.
    pub async fn end(&mut self) -> u16 {
        let mut code = None;
        while let Some(frame) = self.frame().await {
            if frame.opcode == CLOSE && code.is_none() {
                code = Some(u16::from_be_bytes([frame.payload[0], frame.payload[1]]));
            }
        }
        code.expect("a close frame")
    }
}

/// A message that came compressed (RFC 7692 section 7.2.2).
fn inflated(mut payload: Vec<u8>) -> Vec<u8> {
    payload.extend([0, 0, 0xff, 0xff]);
    let mut message = Vec::with_capacity(1 << 20);
    let mut decompress = flate2::Decompress::new(false);
    decompress.decompress_vec(&payload, &mut message, flate2::FlushDecompress::Sync).unwrap();
    assert_eq!(decompress.total_in(), payload.len() as u64);
    message
}

/// A message as a client sends it compressed (RFC 7692 section 7.2.1).
pub fn deflated(message: &[u8]) -> Vec<u8> {
    let mut payload = Vec::with_capacity(message.len() + 100);
    let mut compress = flate2::Compress::new(flate2::Compression::best(), false);
    compress.compress_vec(message, &mut payload, flate2::FlushCompress::Sync).unwrap();
    payload.truncate(payload.len() - 4);
    payload
}

/// A whole masked frame. `first` is its first byte: the opcode, and `FIN`.
pub fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x37, 0xfa, 0x21, 0x3d];
    let mut bytes = head(first, 0x80, payload.len() as u64);
    bytes.extend(mask);
    bytes.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    bytes
}

/// A whole frame without a mask, as only a server may send.
pub fn unmasked(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = head(first, 0, payload.len() as u64);
    bytes.extend(payload);
    bytes
}

/// The head of a frame, with a length that need not be true; `masked` is 0x80 or 0.
pub fn head(first: u8, masked: u8, length: u64) -> Vec<u8> {
    let mut bytes = vec![first];
    match u16::try_from(length) {
        Ok(short @ 0..=125) => bytes.push(masked | short as u8),
        Ok(medium) => {
            bytes.push(masked | 126);
            bytes.extend(medium.to_be_bytes());
        }
        Err(_) => {
            bytes.push(masked | 127);
            bytes.extend(length.to_be_bytes());
        }
    }
    bytes
}
