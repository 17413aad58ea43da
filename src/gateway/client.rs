//! One connection as the task knows it that carries a session's changes, and how it is sent away.

use std::sync::Arc;

use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::frame;
use super::outlet::Outlet;
use crate::identity::LinkId;
use crate::meeting::ids::{Millis, PersonId};
use crate::wire::server::{Farewell, ServerMessage};

/// Number of a connection, never used twice while the server runs.
pub type ClientId = u64;

/// A connection.
#[derive(Debug, Clone)]
pub struct Client {
    /// Which.
    pub id: ClientId,
    /// Whose.
    pub person: PersonId,
    /// The link they came by.
    pub link: LinkId,
    /// The way out.
    pub outlet: Arc<Outlet>,
    /// What it carries.
    pub carries: Carries,
}

/// What a connection carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// The view of a session, and commands.
    Session,
    /// Sound alone.
    Sound,
}

impl Client {
    /// Says why, where words are understood, and ends the connection.
    pub fn dismiss(&self, why: Farewell, retry_after_ms: Option<Millis>) {
        match self.carries {
            Carries::Session => goodbye(&self.outlet, why, retry_after_ms),
            Carries::Sound => self.outlet.end(&frame::close(close_code(why))),
        }
    }
}

/// Says why, and ends the connection.
pub fn goodbye(outlet: &Outlet, why: Farewell, retry_after_ms: Option<Millis>) {
    outlet.send(&frame::text(&ServerMessage::Goodbye { why, retry_after_ms }));
    outlet.end(&frame::close(close_code(why)));
}

fn close_code(why: Farewell) -> CloseCode {
    match why {
        Farewell::ServerStops => CloseCode::Restart,
        Farewell::LinkRevoked => CloseCode::Policy,
        Farewell::Replaced | Farewell::NotHeard => CloseCode::Normal,
        Farewell::ProtocolError => CloseCode::Protocol,
    }
}
