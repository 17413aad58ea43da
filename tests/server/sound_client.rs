//! A client of the WebSocket of sound, whose Opus packets are words: whoever forwards them looks at their first byte only.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::json;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Stream;
use crate::entering::Pass;
use crate::http::PATIENCE;

/// First byte of an Opus packet with one mono frame of 20 ms (RFC 6716 section 3.1).
const MONO_20_MS: u8 = 0xf8;

/// A frame as a listener hears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub slot: u8,
    pub source: u16,
    pub sequence: u32,
    pub word: String,
}

/// A WebSocket of sound.
pub struct Ears(WebSocketStream<Box<dyn Stream>>);

impl Ears {
    pub async fn open(address: SocketAddr, pass: &Pass) -> Option<Self> {
        Self::over(TcpStream::connect(address).await.ok()?, address, pass).await
    }

    /// Opens one over a stream made by the test.
    pub async fn over(stream: impl Stream + 'static, address: SocketAddr, pass: &Pass) -> Option<Self> {
        let mut request = format!("ws://{address}{}sound/opening", pass.home).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "plenary.sound.v1".parse().unwrap());
        headers.insert("cookie", pass.cookie.parse().unwrap());
        let stream: Box<dyn Stream> = Box::new(stream);
        Some(Self(tokio_tungstenite::client_async(request, stream).await.ok()?.0))
    }

    /// One that listens.
    pub async fn listening(address: SocketAddr, pass: &Pass) -> Self {
        let mut ears = Self::open(address, pass).await.unwrap();
        ears.hear(true, false).await;
        ears
    }

    pub async fn hear(&mut self, listen: bool, original: bool) {
        self.say(&json!({"type": "hear", "listen": listen, "original": original}).to_string()).await;
    }

    /// Sends a text as it is.
    pub async fn say(&mut self, text: &str) {
        self.send(Message::text(text)).await;
    }

    pub async fn send(&mut self, message: Message) {
        self.0.send(message).await.unwrap();
    }

    /// Sends what the server may not care to read any more.
    pub async fn try_send(&mut self, message: Message) {
        drop(self.0.send(message).await);
    }

    /// The next frame.
    pub async fn next(&mut self) -> Heard {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next()).await.expect("sound in time") {
                Some(Ok(Message::Binary(message))) => return heard(&message),
                Some(Ok(Message::Ping(_))) => {}
                other => panic!("sound was expected: {other:?}"),
            }
        }
    }

    /// Reads on until somebody is heard in a slot; tells the first frame.
    pub async fn until(&mut self, slot: u8, who: &str) -> Heard {
        loop {
            let heard = self.next().await;
            if heard.slot == slot && heard.word.starts_with(who) {
                return heard;
            }
        }
    }

    /// Reads on to the end; tells the close code.
    pub async fn end(&mut self) -> Option<CloseCode> {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next()).await.expect("an end in time") {
                Some(Ok(Message::Close(frame))) => return Some(frame.unwrap().code),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return None,
            }
        }
    }
}

fn heard(message: &[u8]) -> Heard {
    assert_eq!(message[1], 0);
    Heard {
        slot: message[0],
        source: u16::from_be_bytes([message[2], message[3]]),
        sequence: u32::from_be_bytes(message[4..8].try_into().unwrap()),
        word: String::from_utf8(message[13..].to_vec()).unwrap(),
    }
}

/// A frame as a client sends it.
pub fn frame(sequence: u32, word: &str) -> Message {
    let timestamp = sequence.wrapping_mul(960);
    let head = [&[0, 0, 0, 7][..], &sequence.to_be_bytes(), &timestamp.to_be_bytes()];
    Message::binary([&head.concat(), &[MONO_20_MS][..], word.as_bytes()].concat())
}

/// A microphone that says its person's name and a number, fifty times a second, until it is dropped.
pub struct Voice {
    said: Arc<AtomicU32>,
    task: JoinHandle<()>,
}

impl Voice {
    pub async fn open(address: SocketAddr, pass: &Pass, name: &'static str) -> Self {
        Self::padded(address, pass, name, 0).await
    }

    /// Whose packets have about so many bytes more.
    pub async fn padded(address: SocketAddr, pass: &Pass, name: &'static str, more: usize) -> Self {
        let mut ears = Ears::open(address, pass).await.unwrap();
        let said = Arc::new(AtomicU32::new(0));
        let count = said.clone();
        let task = tokio::spawn(async move {
            let mut frames = tokio::time::interval(Duration::from_millis(20));
            frames.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
            loop {
                frames.tick().await;
                let number = count.fetch_add(1, Ordering::SeqCst);
                // The server may be gone: who listens will say so.
                drop(ears.0.send(frame(number, &format!("{name} {number} {}", "-".repeat(more)))).await);
            }
        });
        Self { said, task }
    }

    /// How many frames were sent.
    pub fn said(&self) -> u32 {
        self.said.load(Ordering::SeqCst)
    }

    /// Waits until so many frames more were sent.
    pub async fn says(&self, more: u32) {
        let until = self.said() + more;
        while self.said() < until {
            tokio::task::yield_now().await;
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The number in a word of a [`Voice`].
pub fn number(heard: &Heard) -> u32 {
    heard.word.split(' ').nth(1).unwrap().parse().unwrap()
}
