//! Idempotency keys: a command sent again under its key is done once, also after a restart.

use std::collections::{HashMap, VecDeque};

use uuid::Uuid;

use crate::meeting::command::Actor;
use crate::meeting::event::Recorded;
use crate::terms::ids::Seq;

/// Keys remembered for each person. A client sends a command again within minutes, and nobody may send more than ten in a
/// second: this many are a minute at that pace and days of a busy session. What one person does leaves the keys of all
/// others alone, and people have a bound.
const PER_PERSON_MAX: usize = 512;

/// Who used a key, and which.
pub(super) type Owned = (Actor, Uuid);

/// The newest keys of each and where the log stood after their commands.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<Actor, Own>);

/// Those of one person, from the oldest. To look through so few is less work than to keep them in another order, for most
/// are never asked for again.
#[derive(Debug, Default)]
struct Own(VecDeque<(Uuid, Seq)>);

impl Own {
    fn done(&self, key: Uuid) -> Option<Seq> {
        self.0.iter().rev().find(|(done, _)| *done == key).map(|(_, seq)| *seq)
    }

    fn take(&mut self, key: Uuid, seq: Seq) {
        // The events of a command follow one another.
        if let Some((newest, of_newest)) = self.0.back_mut()
            && *newest == key
        {
            *of_newest = seq;
            return;
        }
        if self.0.len() >= PER_PERSON_MAX {
            self.0.pop_front();
        }
        self.0.push_back((key, seq));
    }
}

impl Keys {
    /// Place in the log of the last event of the command that bore this key.
    pub(super) fn done(&self, (actor, key): &Owned) -> Option<Seq> {
        self.0.get(actor)?.done(*key)
    }

    /// Remembers the key of an event.
    pub(super) fn take<E>(&mut self, recorded: &Recorded<E>) {
        let Some(key) = recorded.key else { return };
        // Most have used one before: their name is not copied for a look.
        if let Some(own) = self.0.get_mut(&recorded.actor) {
            return own.take(key, recorded.seq);
        }
        self.0.entry(recorded.actor.clone()).or_default().take(key, recorded.seq);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::event::Event;
    use crate::meeting::procedure::programme;

    fn done(keys: &mut Keys, person: &str, seq: Seq) -> Owned {
        let actor = Actor::Person(person.parse().unwrap());
        let key = Uuid::from_u64_pair(1, seq);
        let event = Event::Programme(programme::Event::SessionOpened {});
        keys.take(&Recorded {
            seq,
            at_ms: 0,
            actor: actor.clone(),
            conference_seq: None,
            key: Some(key),
            event,
        });
        (actor, key)
    }

    #[test]
    fn a_flood_of_one_makes_nobody_elses_command_happen_twice() {
        let mut keys = Keys::default();
        let of_another = done(&mut keys, "amina", 1);
        let own: Vec<Owned> = (2..50_000).map(|seq| done(&mut keys, "karim", seq)).collect();
        assert_eq!(keys.done(&of_another), Some(1));
        assert_eq!(keys.done(&own[own.len() - PER_PERSON_MAX]), Some(50_000 - PER_PERSON_MAX as Seq));
        assert_eq!(keys.done(&own[own.len() - PER_PERSON_MAX - 1]), None);
        assert_eq!(keys.0.values().map(|own| own.0.len()).sum::<usize>(), PER_PERSON_MAX + 1);
    }
}
