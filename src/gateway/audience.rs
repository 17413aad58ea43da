//! One audience that shares a scope of the view: its clients, its newest changes as ready frames, its snapshot.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::client::ClientId;
use super::frame::Encoded;
use super::shown::Shown;
use crate::meeting::view::EntityRef;
use crate::terms::ids::Seq;
use crate::wire::server::{Entity, ServerMessage};

/// Bytes of changes kept for clients that come back. Older ones get a snapshot.
pub const KEPT_BYTES_MAX: usize = 512 * 1024;

/// A scope and those who follow it.
pub struct Audience<A: Shown, O> {
    scope: A::Scope,
    /// Its clients.
    pub clients: BTreeMap<ClientId, Arc<O>>,
    kept: VecDeque<(Seq, Encoded)>,
    kept_bytes: usize,
    /// Whoever has taken in the changes up to here can be continued from what is kept.
    kept_since: Seq,
    snapshot: Option<Encoded>,
}

impl<A: Shown, O> Audience<A, O> {
    /// An audience without clients. Nothing in its scope has changed since `unchanged_since`.
    pub fn new(scope: A::Scope, unchanged_since: Seq) -> Self {
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
    pub fn change(&mut self, seq: Seq, set: Vec<Entity>, removed: Vec<EntityRef>) -> Encoded {
        let scope = self.scope.to_string();
        let frame = Encoded::of(&ServerMessage::Changes { scope, seq, set, removed });
        self.snapshot = None;
        self.kept_bytes += frame.bytes();
        self.kept.push_back((seq, frame.clone()));
        while self.kept_bytes > KEPT_BYTES_MAX
            && let Some((seq, oldest)) = self.kept.pop_front()
        {
            self.kept_bytes -= oldest.bytes();
            self.kept_since = seq;
        }
        frame
    }

    /// Changes after a place in the log, each with the place it came to; none if they are not all kept.
    pub fn since(&self, seq: Seq) -> Option<impl Iterator<Item = (Seq, &Encoded)>> {
        let missed = self.kept.iter().filter(move |(at, _)| *at > seq).map(|(at, frame)| (*at, frame));
        (seq >= self.kept_since).then_some(missed)
    }

    /// The snapshot of the scope, encoded once until something changes.
    pub fn snapshot(&mut self, shown: &A) -> Encoded {
        let scope = &self.scope;
        self.snapshot.get_or_insert_with(|| Encoded::of(&snapshot(shown, scope))).clone()
    }

    /// Forgets what is kept: everybody resynchronises.
    pub fn forget(&mut self, seq: Seq) {
        self.kept.clear();
        (self.kept_bytes, self.kept_since, self.snapshot) = (0, seq, None);
    }
}

/// A snapshot of a scope.
pub fn snapshot<A: Shown>(shown: &A, scope: &A::Scope) -> ServerMessage {
    let entities = shown.snapshot(scope).into_iter().map(Into::into).collect();
    ServerMessage::Snapshot { scope: scope.to_string(), seq: shown.seq(), entities }
}
