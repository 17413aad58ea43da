//! A client that speaks the protocol properly and keeps a store.

use std::net::SocketAddr;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use uuid::Uuid;

use crate::entering::Pass;
use crate::http::PATIENCE;
use crate::store::{Held, Store};

/// What came over the socket, or that nothing more does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    Message(Value),
    Closed(CloseCode),
    Gone,
}

/// Any stream of bytes to the server.
pub trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// A connection that has joined.
pub struct Client {
    pub socket: WebSocketStream<Box<dyn Stream>>,
    pub store: Store,
}

/// Keys are new for each command; tests are not the core, so chance is allowed here.
#[allow(clippy::disallowed_methods)]
pub fn key() -> Uuid {
    Uuid::new_v4()
}

impl Client {
    /// Connects to the session `opening`; nothing is sent yet.
    pub async fn connected(address: SocketAddr, pass: &Pass) -> Option<Self> {
        let tcp = TcpStream::connect(address).await.ok()?;
        Self::over(tcp, address, pass).await
    }

    /// As [`Client::connected`], over a stream made by the test.
    pub async fn over(stream: impl Stream + 'static, address: SocketAddr, pass: &Pass) -> Option<Self> {
        Self::over_to(stream, address, pass, "ws/opening").await
    }

    /// As [`Client::over`], to the address of another socket below the person's home.
    pub async fn over_to(
        stream: impl Stream + 'static,
        address: SocketAddr,
        pass: &Pass,
        path: &str,
    ) -> Option<Self> {
        let stream: Box<dyn Stream> = Box::new(stream);
        let mut request = format!("ws://{address}{}{path}", pass.home).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "plenary.v1".parse().unwrap());
        headers.insert("cookie", pass.cookie.parse().unwrap());
        let (socket, _) = tokio_tungstenite::client_async(request, stream).await.ok()?;
        Some(Self { socket, store: Store::default() })
    }

    /// Connects, joins, and has taken in its snapshots.
    pub async fn joined(address: SocketAddr, pass: &Pass, held: Option<Store>) -> Self {
        Self::try_joined(address, pass, held).await.expect("a connection")
    }

    /// As [`Client::joined`], in another session.
    pub async fn joined_in(address: SocketAddr, pass: &Pass, session: &str) -> Self {
        let tcp = TcpStream::connect(address).await.expect("a connection");
        let path = format!("ws/{session}");
        let client = Self::over_to(tcp, address, pass, &path).await.expect("a connection");
        client.join(None).await.expect("a connection")
    }

    /// As [`Client::joined`], in the lobby.
    pub async fn joined_in_lobby(address: SocketAddr, pass: &Pass, held: Option<Store>) -> Self {
        let tcp = TcpStream::connect(address).await.expect("a connection");
        let client = Self::over_to(tcp, address, pass, "ws").await.expect("a connection");
        client.join(held).await.expect("a connection")
    }

    /// As [`Client::joined`], where the outcome document is written; none if the person may not.
    pub async fn joined_in_draft(address: SocketAddr, pass: &Pass, held: Option<Store>) -> Option<Self> {
        let tcp = TcpStream::connect(address).await.expect("a connection");
        Self::over_to(tcp, address, pass, "draft/ws").await?.join(held).await
    }

    /// As [`Client::joined`], where the server may be gone.
    pub async fn try_joined(address: SocketAddr, pass: &Pass, held: Option<Store>) -> Option<Self> {
        Self::connected(address, pass).await?.join(held).await
    }

    /// Joins, and has taken in its snapshots; none if the server is gone.
    pub async fn join(mut self, held: Option<Store>) -> Option<Self> {
        let resume = held.as_ref().map_or(Value::Null, Store::resume);
        self.store = held.unwrap_or_default();
        self.try_send(&json!({"type": "join", "resume": resume})).await?;
        loop {
            match self.hear().await {
                // The last of the greeting: what was missed, if anything, then what everyone sees.
                Heard::Message(message) if message["type"] == "welcome" && message["resumed"] == true => {
                    break;
                }
                Heard::Message(message)
                    if ["everyone", "conference", "draft"].iter().any(|last| message["scope"] == *last) =>
                {
                    break;
                }
                Heard::Message(_) => {}
                Heard::Closed(_) | Heard::Gone => return None,
            }
        }
        Some(self)
    }

    /// Sends a frame as it is; the connection must stand.
    pub async fn socket_send(&mut self, frame: Message) {
        self.socket.send(frame).await.expect("the connection stands");
    }

    /// Sends a message; the connection must stand.
    pub async fn send(&mut self, message: &Value) {
        self.try_send(message).await.expect("the connection stands");
    }

    pub async fn try_send(&mut self, message: &Value) -> Option<()> {
        self.socket.send(Message::text(message.to_string())).await.ok()
    }

    /// The next thing that comes. State is taken into the store.
    pub async fn hear(&mut self) -> Heard {
        loop {
            let next = tokio::time::timeout(PATIENCE, self.socket.next()).await;
            match next.expect("something is heard in time") {
                Some(Ok(Message::Text(text))) => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    self.store.take(&message);
                    return Heard::Message(message);
                }
                Some(Ok(Message::Close(frame))) => return Heard::Closed(frame.unwrap().code),
                Some(Ok(_control)) => {}
                Some(Err(_)) | None => return Heard::Gone,
            }
        }
    }

    /// The next message; the connection must stand.
    pub async fn message(&mut self) -> Value {
        match self.hear().await {
            Heard::Message(message) => message,
            ended @ (Heard::Closed(_) | Heard::Gone) => panic!("a message was expected: {ended:?}"),
        }
    }

    /// Reads on until a message of one of these types comes.
    pub async fn until(&mut self, types: &[&str]) -> Value {
        loop {
            let message = self.message().await;
            if types.contains(&message["type"].as_str().unwrap()) {
                return message;
            }
        }
    }

    /// Sends a command under a key and waits for its answer.
    pub async fn command_as(&mut self, key: Uuid, command: &Value) -> Value {
        self.send(&json!({"type": "command", "key": key, "command": command})).await;
        loop {
            let answer = self.until(&["ack", "refused"]).await;
            if answer["key"] == json!(key) {
                return answer;
            }
        }
    }

    /// Has a command done.
    pub async fn done(&mut self, command: &Value) -> Value {
        let answer = self.command_as(key(), command).await;
        assert_eq!(answer["type"], "ack", "{command}: {answer}");
        answer
    }

    /// Has a command refused, and tells the reason.
    pub async fn refused(&mut self, command: &Value) -> Value {
        let answer = self.command_as(key(), command).await;
        assert_eq!(answer["type"], "refused", "{command}: {answer}");
        answer["reason"].clone()
    }

    pub async fn say(&mut self, text: &str) -> Value {
        self.done(&chat(text)).await
    }

    /// Reads on until the store is as wanted.
    pub async fn until_held(&mut self, wanted: impl Fn(&Store) -> bool) {
        while !wanted(&self.store) {
            self.message().await;
        }
    }

    /// Reads on until a chat message is held: all that was published before it is held then.
    pub async fn until_said(&mut self, text: &str) {
        self.until_held(|store| store.texts().iter().any(|at| at == text)).await;
    }

    /// Reads on until the connection ends; tells the last message and the close code.
    pub async fn end(&mut self) -> (Value, Option<CloseCode>) {
        let mut last = Value::Null;
        loop {
            match self.hear().await {
                Heard::Message(message) => last = message,
                Heard::Closed(code) => return (last, Some(code)),
                Heard::Gone => return (last, None),
            }
        }
    }
}

/// A chat message in the main room.
pub fn chat(text: &str) -> Value {
    json!({"type": "send_message", "room": "main", "text": text, "language": "en"})
}

/// What somebody new would hold now, as the same person, whose presence does not change by it.
pub async fn fresh_view(address: SocketAddr, pass: &Pass) -> Held {
    Client::joined(address, pass, None).await.store.held
}
