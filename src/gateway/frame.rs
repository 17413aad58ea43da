//! Messages as WebSocket frames: encoded once, sent to many.

use std::io::Cursor;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame, FrameHeader};

use super::client::WayOut;
use super::deflate::deflated;
use crate::wire::server::ServerMessage;

/// A message for many: as one text frame, and compressed as soon as one comes who takes it so.
#[derive(Debug, Clone)]
pub struct Encoded {
    plain: Bytes,
    /// The same, if that gains nothing.
    deflated: Arc<OnceLock<Bytes>>,
}

impl Encoded {
    /// A message as frames.
    pub fn of(message: &ServerMessage) -> Self {
        Self { plain: text(message), deflated: Arc::default() }
    }

    /// The frame for whoever has this way out.
    pub fn by(&self, way: &impl WayOut) -> &Bytes {
        if !way.deflates() {
            return &self.plain;
        }
        self.deflated.get_or_init(|| compressed(&self.plain).unwrap_or_else(|| self.plain.clone()))
    }

    /// Bytes of the message without compression.
    pub fn bytes(&self) -> usize {
        self.plain.len()
    }
}

/// A text frame compressed; none where that gains nothing.
fn compressed(plain: &Bytes) -> Option<Bytes> {
    let mut cursor = Cursor::new(plain);
    let (mut header, _) = FrameHeader::parse(&mut cursor).ok()??;
    let message = deflated(plain.get(usize::try_from(cursor.position()).ok()?..)?)?;
    header.rsv1 = true;
    let mut frame = Vec::with_capacity(header.len(message.len() as u64) + message.len());
    header.format(message.len() as u64, &mut frame).ok()?;
    frame.extend(message);
    Some(Bytes::from(frame))
}

/// A message as the bytes of one text frame.
pub fn text(message: &ServerMessage) -> Bytes {
    match serde_json::to_vec(message) {
        Ok(json) => format(Frame::message(json, OpCode::Data(Data::Text), true)),
        Err(error) => {
            tracing::error!(%error, "a message could not be written as JSON");
            Bytes::new()
        }
    }
}

/// A ping of the WebSocket protocol, which every client answers by itself.
pub fn ping() -> Bytes {
    format(Frame::ping(Vec::new()))
}

/// The end of a connection.
pub fn close(code: CloseCode) -> Bytes {
    format(Frame::close(Some(CloseFrame { code, reason: "".into() })))
}

/// The code that answers a client's close: its own. tungstenite has put 1002 in the place of one that nobody may send
/// (RFC 6455 section 7.4).
pub fn answering(close: Option<&CloseFrame>) -> CloseCode {
    close.map_or(CloseCode::Normal, |close| close.code)
}

fn format(frame: Frame) -> Bytes {
    let mut bytes = Vec::with_capacity(frame.len());
    match frame.format(&mut bytes) {
        Ok(()) => Bytes::from(bytes),
        Err(error) => {
            tracing::error!(%error, "a frame could not be written to memory");
            Bytes::new()
        }
    }
}
