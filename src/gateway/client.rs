//! One connection as the task knows it that carries changes to it, and how it is sent away.

use std::sync::Arc;

use bytes::Bytes;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::frame;
use super::outlet::Outlet;
use crate::identity::LinkId;
use crate::meters::meters;
use crate::terms::ids::{Millis, Moment, PersonId};
use crate::wire::server::{Farewell, ServerMessage};
use crate::wire::{SOUND_SUBPROTOCOL, SUBPROTOCOL};

/// Number of a connection, never used twice while the server runs.
pub type ClientId = u64;

/// The way out to one client, for whoever publishes. Nobody waits here: what a client cannot take now waits for it.
pub trait WayOut {
    /// Sends a frame. Where too many wait already, what waits is dropped, and the client must resynchronise.
    fn send(&self, frame: &Bytes);
    /// Sends a part of what a view begins with, however much it is.
    fn greet(&self, frame: &Bytes);
    /// Sends the last frame, or several as one, and lets the connection end.
    fn end(&self, frame: &Bytes);
    /// Lets a client resynchronise: what waits is of the view before and is dropped, what is sent from now on is queued.
    fn resynchronise(&self);
    /// Whether the client takes messages compressed.
    fn deflates(&self) -> bool;
    /// When something was last heard from the client.
    fn heard_ms(&self) -> Moment;
}

/// A connection.
#[derive(Debug)]
pub struct Client<O = Outlet> {
    /// Which.
    pub id: ClientId,
    /// Whose.
    pub person: PersonId,
    /// The link they came by.
    pub link: LinkId,
    /// The way out.
    pub outlet: Arc<O>,
    /// What it carries.
    pub carries: Carries,
}

impl<O> Clone for Client<O> {
    fn clone(&self) -> Self {
        let (person, link, outlet) = (self.person.clone(), self.link.clone(), self.outlet.clone());
        Self { id: self.id, person, link, outlet, carries: self.carries }
    }
}

/// What a connection carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// The view of a session, and commands; or that of the lobby.
    View,
    /// Sound alone.
    Sound,
}

impl Carries {
    /// What the handshake names it.
    pub fn subprotocol(self) -> &'static str {
        match self {
            Self::View => SUBPROTOCOL,
            Self::Sound => SOUND_SUBPROTOCOL,
        }
    }
}

impl<O: WayOut> Client<O> {
    /// Says why, where words are understood, and ends the connection.
    pub fn dismiss(&self, why: Farewell, retry_after_ms: Option<Millis>) {
        match self.carries {
            Carries::View => goodbye(&*self.outlet, why, retry_after_ms),
            Carries::Sound => {
                meters().sent_away(why.into());
                self.outlet.end(&frame::close(close_code(why)));
            }
        }
    }
}

/// Says why, and ends the connection.
pub fn goodbye(outlet: &impl WayOut, why: Farewell, retry_after_ms: Option<Millis>) {
    meters().sent_away(why.into());
    // In one act: whatever else is sent meanwhile, by the fan-out, comes before or not at all.
    let goodbye = frame::text(&ServerMessage::Goodbye { why, retry_after_ms });
    outlet.end(&[goodbye, frame::close(close_code(why))].concat().into());
}

fn close_code(why: Farewell) -> CloseCode {
    match why {
        Farewell::ServerStops => CloseCode::Restart,
        Farewell::LinkRevoked => CloseCode::Policy,
        Farewell::Replaced | Farewell::NotHeard => CloseCode::Normal,
        Farewell::ProtocolError => CloseCode::Protocol,
    }
}
