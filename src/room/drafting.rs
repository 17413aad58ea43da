//! The draft of the outcome document as a room runs it.

use super::aggregate::Aggregate;
use crate::draft::{Draft, Event, Intent};
use crate::meeting::command::{Actor, Context};
use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{Moment, Seq};

impl Aggregate for Draft {
    type Id = ();
    type Event = Event;
    type Intent = Intent;
    /// All of it is told: cloning it is cheap.
    type Glance = Self;
    type Here = ();

    fn stream((): &()) -> String {
        "draft".to_owned()
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
        std::iter::empty()
    }

    fn broken_after(&self, _events: &[&Event]) -> Option<String> {
        None
    }

    fn glance(&self, told: &Self) -> Option<Self> {
        (told.seq != self.seq).then(|| self.clone())
    }

    fn actor(intent: &Intent) -> Actor {
        Actor::Person(intent.by.clone())
    }

    fn tag_of(intent: &Intent) -> &'static str {
        intent.command.tag()
    }

    fn tag(event: &Event) -> &'static str {
        event.into()
    }
}
