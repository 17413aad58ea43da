//! Idempotency keys: a command sent again under its key is done once, also after a restart.

use std::collections::{HashMap, VecDeque};

use uuid::Uuid;

use crate::meeting::command::Actor;
use crate::meeting::event::Recorded;
use crate::meeting::ids::Seq;

/// Keys remembered for each session. A client sends a command again within minutes; this many are days of a busy
/// session, and cost some 2 MB.
const KEYS_MAX: usize = 20_000;

/// Who used a key, and which.
pub(super) type Owned = (Actor, Uuid);

/// The newest keys and where the log stood after their commands.
#[derive(Debug, Default)]
pub(super) struct Keys {
    done: HashMap<Owned, Seq>,
    order: VecDeque<Owned>,
}

impl Keys {
    /// Place in the log of the last event of the command that bore this key.
    pub(super) fn done(&self, owned: &Owned) -> Option<Seq> {
        self.done.get(owned).copied()
    }

    /// Remembers the key of an event.
    pub(super) fn take(&mut self, recorded: &Recorded) {
        let Some(key) = recorded.key else { return };
        let owned = (recorded.actor.clone(), key);
        if self.done.insert(owned.clone(), recorded.seq).is_none() {
            self.order.push_back(owned);
        }
        if self.order.len() > KEYS_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.done.remove(&oldest);
        }
    }
}
