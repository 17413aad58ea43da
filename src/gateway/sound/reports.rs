//! What the media plane reports: microphones to their rooms, lost paths to the pages that had them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc;

use super::offers::wire;
use crate::gateway::client::ClientId;
use crate::gateway::frame;
use crate::gateway::outlet::Outlet;
use crate::media::Report;
use crate::room::Registry;
use crate::wire::server::ServerMessage;

/// The pages that have offered a path, to be told when the server gives it up.
#[derive(Default)]
pub struct Pages(Mutex<HashMap<ClientId, Arc<Outlet>>>);

impl Pages {
    /// A page has offered a path.
    pub fn enter(&self, id: ClientId, outlet: &Arc<Outlet>) {
        self.lock().insert(id, outlet.clone());
    }

    /// A page is gone.
    pub fn leave(&self, id: ClientId) {
        self.lock().remove(&id);
    }

    fn find(&self, id: ClientId) -> Option<Arc<Outlet>> {
        self.lock().get(&id).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ClientId, Arc<Outlet>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Hears the media plane out until it ends.
pub async fn hear(mut reports: mpsc::Receiver<Report>, rooms: Registry, pages: Arc<Pages>) {
    while let Some(report) = reports.recv().await {
        match report {
            Report::MicrophoneConnected { session, person } => {
                if let Some(room) = rooms.room(&session) {
                    room.microphone(person, true).await;
                }
            }
            Report::MicrophoneLost { session, person } => {
                if let Some(room) = rooms.room(&session) {
                    room.microphone(person, false).await;
                }
            }
            Report::PathLost { connection, purpose } => {
                if let Some(outlet) = pages.find(connection) {
                    outlet.send(&frame::text(&ServerMessage::SoundLost { purpose: wire(purpose) }));
                }
            }
        }
    }
}
