//! The rooms of a conference, by session.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::{Publication, Room, RoomFault, Settings, task};
use crate::log::Log;
use crate::meeting::charter::Charter;
use crate::meeting::ids::SessionId;

/// All rooms of a conference. They live as long as the server.
#[derive(Debug, Clone, Default)]
pub struct Registry(Arc<BTreeMap<SessionId, Room>>);

/// A room and what follows from it.
pub type Opened = (Room, mpsc::Receiver<Publication>);

impl Registry {
    /// Opens a room for each session.
    ///
    /// # Errors
    /// If a log cannot be read or written, or holds what this program does not understand.
    pub async fn open(
        log: &Arc<dyn Log>,
        charters: Vec<Charter>,
        settings: &Settings,
    ) -> Result<(Self, Vec<Opened>), RoomFault> {
        let mut opened = Vec::with_capacity(charters.len());
        for charter in charters {
            opened.push(task::open(log.clone(), charter, settings.clone()).await?);
        }
        let rooms = opened.iter().map(|(room, _)| (room.session().clone(), room.clone())).collect();
        Ok((Self(Arc::new(rooms)), opened))
    }

    /// The room of a session.
    pub fn room(&self, session: &SessionId) -> Option<&Room> {
        self.0.get(session)
    }

    /// The rooms of all sessions.
    pub fn all(&self) -> impl Iterator<Item = &Room> {
        self.0.values()
    }

    /// Ends all rooms once what waits is stored.
    pub async fn stop(&self) {
        for room in self.0.values() {
            room.stop().await;
        }
    }
}
