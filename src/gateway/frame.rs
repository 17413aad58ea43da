//! Messages as WebSocket frames: encoded once, sent to many.

use bytes::Bytes;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame};

use crate::wire::server::ServerMessage;

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
