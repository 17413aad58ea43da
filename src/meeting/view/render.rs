//! Each entity made from the state.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::*;
use crate::meeting::procedure::speakers::Entry;
use crate::meeting::procedure::speakers::view::queue::{Queue, Wait};

/// A meeting as it is seen at one moment. Made once for all entities rendered of that moment, it works out each
/// queue once; rendering one entity does not depend on which others were rendered before.
#[derive(Debug)]
pub struct View<'a> {
    pub(in crate::meeting) meeting: &'a Meeting,
    queues: BTreeMap<&'a ListId, OnceCell<Queue<'a>>>,
}

impl<'a> View<'a> {
    /// The view of a meeting as it stands.
    pub fn of(meeting: &'a Meeting) -> Self {
        let queues = meeting.speakers.lists.keys().map(|id| (id, OnceCell::new())).collect();
        Self { meeting, queues }
    }

    /// The entity a key names, or none where there is none to see.
    pub fn render(&self, key: &Key) -> Option<Entity> {
        entities::is_shown(self.meeting, key).then(|| self.render_past(key)).flatten()
    }

    pub(in crate::meeting) fn queue(&self, list: &ListId) -> Option<&Queue<'a>> {
        let queue = self.queues.get(list)?;
        let list = self.meeting.speakers.list(list)?;
        Some(queue.get_or_init(|| Queue::of(self.meeting, list)))
    }

    pub(in crate::meeting) fn wait(&self, entry: &Entry) -> Option<&Wait> {
        self.queue(&entry.request.list)?.wait(&entry.request.id)
    }
}

/// The entity a key names, or none where there is none to see. For more than one, use a [`View`].
pub fn render(meeting: &Meeting, key: &Key) -> Option<Entity> {
    View::of(meeting).render(key)
}
