//! One audience that shares a scope of the view: its clients, its newest changes as ready frames, its snapshot.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use bytes::Bytes;

use super::client::ClientId;
use super::frame;
use super::outlet::Outlet;
use crate::meeting::Meeting;
use crate::meeting::ids::Seq;
use crate::meeting::view::{self, Entity, EntityRef, Scope};
use crate::wire::server::ServerMessage;

/// Bytes of changes kept for clients that come back. Older ones get a snapshot.
const KEPT_BYTES_MAX: usize = 512 * 1024;

/// A scope and those who follow it.
#[derive(Debug)]
pub struct Audience {
    scope: Scope,
    pub clients: BTreeMap<ClientId, Arc<Outlet>>,
    kept: VecDeque<(Seq, Bytes)>,
    kept_bytes: usize,
    /// Whoever has taken in the changes up to here can be continued from what is kept.
    kept_since: Seq,
    snapshot: Option<Bytes>,
}

impl Audience {
    /// An audience without clients. Nothing in its scope has changed since `unchanged_since`.
    pub fn new(scope: Scope, unchanged_since: Seq) -> Self {
        Self {
            scope,
            clients: BTreeMap::new(),
            kept: VecDeque::new(),
            kept_bytes: 0,
            kept_since: unchanged_since,
            snapshot: None,
        }
    }

    /// Encodes changes, once, and keeps them for those who come back.
    pub fn change(&mut self, seq: Seq, set: Vec<Entity>, removed: Vec<EntityRef>) -> Bytes {
        let scope = self.scope.to_string();
        let frame = frame::text(&ServerMessage::Changes { scope, seq, set, removed });
        self.snapshot = None;
        self.kept_bytes += frame.len();
        self.kept.push_back((seq, frame.clone()));
        while self.kept_bytes > KEPT_BYTES_MAX
            && let Some((seq, oldest)) = self.kept.pop_front()
        {
            self.kept_bytes -= oldest.len();
            self.kept_since = seq;
        }
        frame
    }

    /// Changes after a place in the log; none if they are not all kept.
    pub fn since(&self, seq: Seq) -> Option<impl Iterator<Item = &Bytes>> {
        let missed = self.kept.iter().filter(move |(at, _)| *at > seq).map(|(_, frame)| frame);
        (seq >= self.kept_since).then_some(missed)
    }

    /// The snapshot of the scope, encoded once until something changes.
    pub fn snapshot(&mut self, meeting: &Meeting) -> Bytes {
        let scope = &self.scope;
        self.snapshot.get_or_insert_with(|| snapshot(meeting, scope)).clone()
    }

    /// Forgets what is kept: everybody begins anew.
    pub fn forget(&mut self, seq: Seq) {
        self.kept.clear();
        (self.kept_bytes, self.kept_since, self.snapshot) = (0, seq, None);
    }
}

/// A snapshot of a scope as a frame.
pub fn snapshot(meeting: &Meeting, scope: &Scope) -> Bytes {
    let entities = view::snapshot(meeting, scope);
    frame::text(&ServerMessage::Snapshot { scope: scope.to_string(), seq: meeting.seq, entities })
}
