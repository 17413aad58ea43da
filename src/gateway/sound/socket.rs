//! The WebSocket of sound: frames both ways where WebRTC cannot pass. It never waits for whoever lags.

use std::sync::Arc;
use std::time::Instant;

use futures_util::StreamExt as _;
use tokio::sync::{mpsc, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::error::Error as WsError;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::session::SessionSound;
use crate::gateway::client::{Client, WayOut as _};
use crate::gateway::connection::part;
use crate::gateway::fanout::Ask;
use crate::gateway::frame;
use crate::gateway::inlet::Inlet;
use crate::gateway::listen::stopped;
use crate::gateway::outlet::{Drained, Outlet};
use crate::gateway::rate::{Bucket, Pace};
use crate::identity::Identity;
use crate::media::{Purpose, SoundOutlet, frame_of_message};
use crate::room::Clock;
use crate::terms::ids::Millis;
use crate::wire::client::SoundMessage;
use crate::wire::server::Farewell;
use crate::wire::strict;

/// Frames a microphone may send at once: what waited in a network that stood still for a second.
const FRAMES_BURST: u32 = 60;
/// How long it takes to gain one more: 60 in a second, where Opus frames of 20 ms make 50.
const FRAME_EVERY_MS: Millis = 16;
/// Frames dropped for being too many, without one that was not, after which a client is taken for broken.
const DROPPED_MAX: u32 = 500;

/// A socket of sound, and what it works with.
pub struct SoundSocket {
    /// Its client.
    pub client: Client,
    /// The sound of its session.
    pub sound: Arc<SessionSound>,
    /// The task that looks after the session's connections.
    pub fanout: mpsc::Sender<Ask>,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    /// How fast its person may go in the session, over all their connections.
    pub pace: Arc<Pace>,
    /// Tells the time.
    pub clock: Clock,
    /// True once the server stops.
    pub stopping: watch::Receiver<bool>,
}

/// How far one client has used what it may.
struct Uses {
    frames: Bucket,
    dropped: u32,
    listens: bool,
}

impl SoundOutlet for Outlet {
    fn send(&self, message: &bytes::Bytes) {
        self.send_fresh(message);
    }
}

impl SoundSocket {
    /// Runs until the client goes or is sent away.
    pub async fn run(self, mut socket: WebSocketStream<Inlet>) {
        let (outlet, mut stopping) = (self.client.outlet.clone(), self.stopping.clone());
        if self.pace.sound_join(self.clock.now_ms()).is_err() {
            outlet.end(&frame::close(CloseCode::Again));
            return part(&outlet, &self.client.person).await;
        }
        if let Err(error) = outlet.keep_short() {
            tracing::debug!(%error, "a socket of sound may hold sound back");
        }
        self.tell(Ask::Admit(self.client.clone())).await;
        // As for a session's socket: of a link revoked from here on, the other task knows this client.
        if self.identity.person(&self.client.link).is_none() {
            self.client.dismiss(Farewell::LinkRevoked, None);
        }
        tokio::select! {
            code = self.read(&mut socket) => if let Some(code) = code {
                outlet.end(&frame::close(code));
            },
            () = drain(&outlet) => {}
            () = stopped(&mut stopping) => self.client.dismiss(Farewell::ServerStops, None),
        }
        self.sound.end(self.client.id, None);
        part(&outlet, &self.client.person).await;
        self.tell(Ask::Detach(self.client.id)).await;
    }

    /// Reads until the socket ends; tells with which code to close it, if it still stands.
    async fn read(&self, socket: &mut WebSocketStream<Inlet>) -> Option<CloseCode> {
        let now_ms = self.clock.now_ms();
        let mut uses =
            Uses { frames: Bucket::new(FRAMES_BURST, FRAME_EVERY_MS, now_ms), dropped: 0, listens: false };
        loop {
            let taken = match socket.next().await {
                None => return None,
                Some(Ok(Message::Close(frame))) => return Some(frame::answering(frame.as_ref())),
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => Ok(()),
                Some(Ok(Message::Binary(message))) => self.publish(&message, &mut uses),
                Some(Ok(Message::Text(text))) => self.hear(&text, &mut uses),
                Some(Err(error)) => return broken(&error),
            };
            if let Err(code) = taken {
                return Some(code);
            }
        }
    }

    fn publish(&self, message: &[u8], uses: &mut Uses) -> Result<(), CloseCode> {
        if uses.frames.take(self.clock.now_ms()).is_err() {
            uses.dropped += 1;
            return if uses.dropped > DROPPED_MAX { Err(CloseCode::Policy) } else { Ok(()) };
        }
        uses.dropped = 0;
        if !self.sound.may_publish(&self.client.person) {
            return Err(CloseCode::Policy);
        }
        let frame = frame_of_message(message, Instant::now()).ok_or(CloseCode::Invalid)?;
        self.sound.publish(self.client.id, &self.client.person, frame);
        Ok(())
    }

    fn hear(&self, text: &str, uses: &mut Uses) -> Result<(), CloseCode> {
        if self.pace.sound_text(self.clock.now_ms()).is_err() {
            return Err(CloseCode::Policy);
        }
        let message = strict::read(text.as_bytes()).map_err(|_| CloseCode::Invalid)?;
        let SoundMessage::Hear { listen, original } = message;
        let Client { id, person, outlet, .. } = &self.client;
        self.sound.original(*id, original);
        match (listen, uses.listens) {
            (true, false) if !self.sound.listen(*id, person, outlet.clone()) => return Err(CloseCode::Again),
            (false, true) => self.sound.end(*id, Some(Purpose::Listen)),
            (true, _) | (false, false) => {}
        }
        uses.listens = listen;
        Ok(())
    }

    async fn tell(&self, ask: Ask) {
        // The task ends only when the server stops, and then ends all its connections itself.
        drop(self.fanout.send(ask).await);
    }
}

/// Drains what waits whenever the socket takes it, until the connection ends.
async fn drain(outlet: &Outlet) {
    // Nobody resynchronises here: what is late is dropped, and that is all.
    while let Ok(Drained::Lagging) = outlet.drain().await {
        outlet.resynchronise();
    }
}

fn broken(error: &WsError) -> Option<CloseCode> {
    match error {
        WsError::Capacity(_) => Some(CloseCode::Size),
        WsError::Utf8(_) => Some(CloseCode::Invalid),
        WsError::Protocol(_) => Some(CloseCode::Protocol),
        // Whatever else befalls a socket, its client is gone.
        WsError::ConnectionClosed
        | WsError::AlreadyClosed
        | WsError::Io(_)
        | WsError::Tls(_)
        | WsError::WriteBufferFull(_)
        | WsError::AttackAttempt
        | WsError::Url(_)
        | WsError::Http(_)
        | WsError::HttpFormat(_) => None,
    }
}
