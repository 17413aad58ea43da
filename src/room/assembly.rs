//! The conference as a room runs it.

use super::aggregate::Aggregate;
use crate::conference::Conference;
use crate::conference::command::Intent;
use crate::conference::event::Event;
use crate::meeting::command::{Actor, Context};
use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{Moment, Seq};

impl Aggregate for Conference {
    type Id = ();
    type Event = Event;
    type Intent = Intent;
    /// All of it is told: cloning it is cheap, and most who ask it have a question of their own.
    type Glance = Self;
    type Here = ();

    fn stream((): &()) -> String {
        "conference".to_owned()
    }

    fn seq(&self) -> Seq {
        self.seq
    }

    fn decide(&self, _context: &Context, intent: &Intent) -> Result<Vec<Event>, Refusal> {
        Self::decide(self, intent)
    }

    fn evolve(&mut self, recorded: &Recorded<Event>) {
        Self::evolve(self, recorded);
    }

    fn timers(&self) -> impl Iterator<Item = (Moment, Intent)> {
        self.timers()
    }

    fn broken_after(&self, _events: &[&Event]) -> Option<String> {
        self.broken_invariant()
    }

    fn glance(&self, told: &Self) -> Option<Self> {
        (told.seq != self.seq).then(|| self.clone())
    }

    fn actor(intent: &Intent) -> Actor {
        intent.actor()
    }

    fn tag_of(intent: &Intent) -> &'static str {
        intent.tag()
    }

    fn tag(event: &Event) -> &'static str {
        event.tag()
    }
}
