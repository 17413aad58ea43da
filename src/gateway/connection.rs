//! One connection: reads what the client sends, and drains what waits for it.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::error::{CapacityError, Error as WsError};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::client::{Client, WayOut as _, goodbye};
use super::fanout::{Ask, RETURN_WITHIN_MS};
use super::frame;
use super::inlet::Inlet;
use super::listen::stopped;
use super::outlet::{Drained, Outlet};
use super::rate::{PER_SECOND, Pace, Verdict};
use crate::identity::Identity;
use crate::meters::meters;
use crate::room::Clock;
use crate::terms::ids::PersonId;
use crate::wire::client::{ClientMessage, Resume};
use crate::wire::key::Key;
use crate::wire::server::{Farewell, Reason, ServerMessage, WireRefusal};
use crate::wire::{CLIENT_MESSAGE_BYTES_MAX, strict};

/// How long a client may take to send `join`.
const JOIN_WITHIN: Duration = Duration::from_secs(10);
/// How long a connection that ends may take to hand over what waits.
const END_WITHIN: Duration = Duration::from_secs(3);
/// Bytes read at once; one per connection, so kept small.
const READ_BUFFER_BYTES: usize = 1_024;
/// Refusals in a row after which a client is taken for broken.
pub const REFUSALS_MAX: u32 = 200;
/// Longest explanation of a malformed message, in characters.
const DETAIL_CHARS_MAX: usize = 200;

/// What a connection is for: what follows once its client has joined, and what the client may ask then.
pub trait Purpose: Send {
    /// The client has joined.
    fn joined(&self, client: &Client) -> impl Future<Output = ()> + Send;

    /// Attends to a message of a client that has joined, which is neither `join` nor `ping`.
    ///
    /// # Errors
    /// Why it is refused, with the key of its command.
    fn attend(
        &mut self,
        client: &Client,
        message: ClientMessage,
    ) -> impl Future<Output = Result<(), NotTaken>> + Send;

    /// The connection is not read any more.
    fn ends(&mut self);

    /// The connection of a client that had joined is gone.
    fn left(&self, client: &Client) -> impl Future<Output = ()> + Send;
}

/// Why a message was refused, with the key of its command where it could be read.
pub type NotTaken = (Option<Key>, Reason);

/// What a connection works with.
pub struct Connection {
    /// Its client.
    pub client: Client,
    /// The task that carries changes to it.
    pub fanout: mpsc::Sender<Ask>,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    /// How fast its person may go, over all their connections of this kind.
    pub pace: Arc<Pace>,
    /// Tells the time.
    pub clock: Clock,
    /// True once the server stops.
    pub stopping: watch::Receiver<bool>,
}

/// Why a connection stops being read.
enum Stop {
    /// The socket failed, or ended without a word.
    Gone,
    /// The client closed it. The code is answered with itself, or with 1002 where nobody may send it.
    Closed(CloseCode),
    /// Its person joins too often, and is to come again later.
    TooOften,
    /// It does not speak the protocol.
    Broken(Option<WireRefusal>),
}

/// How far a client has come.
struct Progress<P> {
    joined: bool,
    purpose: P,
}

/// The protocol code over a socket, for messages up to so many bytes; `read` was read from it already.
pub async fn websocket(outlet: Arc<Outlet>, read: Vec<u8>, bytes_max: usize) -> WebSocketStream<Inlet> {
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0)
        .max_message_size(Some(bytes_max))
        .max_frame_size(Some(bytes_max));
    let (inlet, read) = Inlet::new(outlet, read, bytes_max);
    WebSocketStream::from_partially_read(inlet, read, Role::Server, Some(config)).await
}

impl Connection {
    /// Runs until the client goes or is sent away; `read` was read from its socket already.
    pub async fn run(self, purpose: impl Purpose, read: Vec<u8>) {
        let outlet = self.client.outlet.clone();
        let mut socket = websocket(outlet.clone(), read, CLIENT_MESSAGE_BYTES_MAX).await;
        let mut progress = Progress { joined: false, purpose };
        let mut stopping = self.stopping.clone();
        tokio::select! {
            stop = self.read(&mut socket, &mut progress) => match stop {
                Stop::Gone => {}
                Stop::Closed(code) => outlet.end(&frame::close(code)),
                Stop::TooOften => outlet.end(&frame::close(CloseCode::Again)),
                Stop::Broken(refusal) => {
                    if let Some(refusal) = refusal {
                        refuse(&outlet, None, Reason::Wire(refusal));
                    }
                    goodbye(&*outlet, Farewell::ProtocolError, None);
                }
            },
            () = self.drain(&outlet) => {}
            () = stopped(&mut stopping) => {
                goodbye(&*outlet, Farewell::ServerStops, Some(RETURN_WITHIN_MS));
            }
        }
        let Progress { joined, mut purpose } = progress;
        purpose.ends();
        part(&outlet, &self.client.person).await;
        if joined {
            self.tell(Ask::Detach(self.client.id)).await;
            purpose.left(&self.client).await;
        }
    }

    /// Drains what waits whenever the socket takes it, until the connection ends.
    async fn drain(&self, outlet: &Outlet) {
        while let Ok(Drained::Lagging) = outlet.drain().await {
            meters().too_slow();
            self.tell(Ask::Resynchronise(self.client.id)).await;
            // Until the other task has answered, there is nothing to drain and nothing to ask.
            outlet.resynchronised().await;
        }
    }

    async fn read(&self, socket: &mut WebSocketStream<Inlet>, progress: &mut Progress<impl Purpose>) -> Stop {
        let mut refusals = 0;
        let join_by = Instant::now() + JOIN_WITHIN;
        loop {
            let message = if progress.joined {
                socket.next().await
            } else {
                match tokio::time::timeout_at(join_by, socket.next()).await {
                    Ok(message) => message,
                    Err(_late) => return Stop::Broken(Some(WireRefusal::NotJoined {})),
                }
            };
            let refusal = match message {
                None => return Stop::Gone,
                Some(Ok(Message::Close(frame))) => return Stop::Closed(frame::answering(frame.as_ref())),
                Some(Err(error)) => return broken(&error),
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => continue,
                Some(Ok(Message::Binary(_))) => Some((None, Reason::Wire(WireRefusal::NotText {}))),
                Some(Ok(Message::Text(text))) => match self.admit() {
                    Err(refusal) => Some((key_of(&text), Reason::Wire(refusal))),
                    Ok(()) => self.attend(&text, progress).await.err(),
                },
            };
            if let Some((key, reason)) = refusal {
                let too_fast = matches!(reason, Reason::Wire(WireRefusal::TooFast { .. }));
                refusals += 1;
                refuse(&self.client.outlet, key, reason);
                if too_fast && !progress.joined {
                    return Stop::TooOften;
                }
            } else {
                refusals = 0;
            }
            if refusals > REFUSALS_MAX {
                return Stop::Broken(None);
            }
        }
    }

    fn admit(&self) -> Result<(), WireRefusal> {
        match self.pace.message(self.clock.now_ms()) {
            Verdict::Pass => Ok(()),
            Verdict::Warn(left) => {
                let per_second = PER_SECOND;
                self.client.outlet.send(&frame::text(&ServerMessage::RateWarning { left, per_second }));
                Ok(())
            }
            Verdict::Refuse(retry_after_ms) => Err(WireRefusal::TooFast { retry_after_ms }),
        }
    }

    /// Whoever joins over and over waits a while for a snapshot.
    async fn wait_to_join(&self) -> Result<(), NotTaken> {
        let join_by = Instant::now() + JOIN_WITHIN;
        while let Err(retry_after_ms) = self.pace.join(self.clock.now_ms()) {
            let again_at = Instant::now() + Duration::from_millis(retry_after_ms.unsigned_abs());
            if again_at > join_by {
                return Err((None, Reason::Wire(WireRefusal::TooFast { retry_after_ms })));
            }
            tokio::time::sleep_until(again_at).await;
        }
        Ok(())
    }

    async fn attend(&self, text: &str, progress: &mut Progress<impl Purpose>) -> Result<(), NotTaken> {
        let message: ClientMessage = strict::read(text.as_bytes()).map_err(|error| {
            let detail: String = error.to_string().chars().take(DETAIL_CHARS_MAX).collect();
            (key_of(text), Reason::Wire(WireRefusal::Malformed { detail }))
        })?;
        match message {
            ClientMessage::Join { .. } if progress.joined => {
                Err((None, Reason::Wire(WireRefusal::AlreadyJoined {})))
            }
            ClientMessage::Join { resume } => {
                self.wait_to_join().await?;
                progress.joined = true;
                self.join(resume).await;
                progress.purpose.joined(&self.client).await;
                Ok(())
            }
            ClientMessage::Ping { sent_ms } => {
                let server_ms = self.clock.now_ms();
                self.client.outlet.send(&frame::text(&ServerMessage::Pong { sent_ms, server_ms }));
                Ok(())
            }
            ClientMessage::Command { .. }
            | ClientMessage::OfferSound { .. }
            | ClientMessage::EndSound { .. }
            | ClientMessage::HearOriginal { .. }
            | ClientMessage::WatchSound { .. }
            | ClientMessage::TellMicrophone { .. } => {
                if progress.joined {
                    progress.purpose.attend(&self.client, message).await
                } else {
                    Err((message.key(), Reason::Wire(WireRefusal::NotJoined {})))
                }
            }
        }
    }

    async fn join(&self, resume: Option<Resume>) {
        self.tell(Ask::Attach(self.client.clone(), resume)).await;
        // A link revoked before was revoked for this connection too; of one revoked from here on the other task is
        // told after it was told of this client.
        if self.identity.person(&self.client.link).is_none() {
            goodbye(&*self.client.outlet, Farewell::LinkRevoked, None);
        }
    }

    async fn tell(&self, ask: Ask) {
        // The task ends only when the server stops, and then says goodbye to everybody itself.
        drop(self.fanout.send(ask).await);
    }
}

/// Lets the last words arrive, but does not wait for ever.
pub async fn part(outlet: &Outlet, person: &PersonId) {
    match tokio::time::timeout(END_WITHIN, outlet.part()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(%person, %error, "a client is gone"),
        Err(_late) => tracing::debug!(%person, "a client did not close in time"),
    }
}

fn broken(error: &WsError) -> Stop {
    match error {
        WsError::Capacity(CapacityError::MessageTooLong { .. }) => {
            let max_bytes = u32::try_from(CLIENT_MESSAGE_BYTES_MAX).unwrap_or(u32::MAX);
            Stop::Broken(Some(WireRefusal::TooLarge { max_bytes }))
        }
        WsError::Utf8(_) => {
            Stop::Broken(Some(WireRefusal::Malformed { detail: "a text is not UTF-8".to_owned() }))
        }
        WsError::Protocol(error) => Stop::Broken(Some(WireRefusal::Malformed { detail: error.to_string() })),
        // Whatever else befalls a socket, its client is gone.
        WsError::ConnectionClosed
        | WsError::AlreadyClosed
        | WsError::Io(_)
        | WsError::Tls(_)
        | WsError::Capacity(_)
        | WsError::WriteBufferFull(_)
        | WsError::AttackAttempt
        | WsError::Url(_)
        | WsError::Http(_)
        | WsError::HttpFormat(_) => Stop::Gone,
    }
}

/// The key of a message that cannot be read as a whole, so that its sender knows which one was refused.
fn key_of(text: &str) -> Option<Key> {
    #[derive(serde::Deserialize)]
    struct Keyed {
        key: Key,
    }
    serde_json::from_str::<Keyed>(text).ok().map(|keyed| keyed.key)
}

fn refuse(outlet: &Outlet, key: Option<Key>, reason: Reason) {
    let message = match &reason {
        Reason::Meeting(refusal) => refusal.to_string(),
        Reason::Wire(refusal) => {
            meters().refused(refusal.into());
            refusal.to_string()
        }
    };
    outlet.send(&frame::text(&ServerMessage::Refused { key, reason, message }));
}
