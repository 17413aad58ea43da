//! Tells a story to a meeting: `given(events).when(actor, command).then(events | refusal)`.

use plenary::meeting::Meeting;
use plenary::meeting::command::{Command, Context, Housekeeping, Intent};
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::ids::{Millis, Moment};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::{Entity, EntityRef, Key, Scope, render, snapshot};

use crate::refusals;
use crate::sample::{START_MS, charter, id};

/// The number that chance gives in every story.
pub const LOT: u32 = 7;

/// A meeting as far as the story has gone. The clock stands still until the story moves it.
#[derive(Clone, Default)]
pub struct Story {
    pub meeting: Meeting,
    pub now_ms: Moment,
    pub log: Vec<Recorded>,
    outcome: Option<Result<Vec<Event>, Refusal>>,
}

/// What a command is expected to lead to.
pub enum Outcome {
    Events(Vec<Event>),
    Refusal(Refusal),
}

impl<const N: usize> From<[Event; N]> for Outcome {
    fn from(events: [Event; N]) -> Self {
        Self::Events(events.into())
    }
}
impl From<Vec<Event>> for Outcome {
    fn from(events: Vec<Event>) -> Self {
        Self::Events(events)
    }
}
impl From<Refusal> for Outcome {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

/// The sample session, convened, in which these events have happened; the first of them is number 2 of the log.
pub fn given(events: impl IntoIterator<Item = Event>) -> Story {
    Story::unconvened().housekeeping(Housekeeping::Convene(Box::new(charter()))).happens(events)
}

impl Story {
    /// A meeting before it is convened.
    pub fn unconvened() -> Self {
        Self { now_ms: START_MS, ..Self::default() }
    }

    /// Events happen at the present moment, decided or not.
    pub fn happens(mut self, events: impl IntoIterator<Item = Event>) -> Self {
        for event in events {
            self.record(event, plenary::meeting::command::Actor::Server);
        }
        assert_eq!(self.meeting.broken_invariant(), None);
        self
    }

    /// The server's clock moves on, or is set back.
    pub fn after(mut self, millis: Millis) -> Self {
        self.now_ms += millis;
        self
    }

    /// Somebody gives a command.
    pub fn when(self, actor: &str, command: impl Into<Command>) -> Self {
        self.intend(&Intent::Participant(id(actor), command.into()))
    }

    /// The server acts.
    pub fn housekeeping(self, housekeeping: Housekeeping) -> Self {
        self.intend(&Intent::Server(housekeeping))
    }

    /// Decides an intent and takes in what it makes happen. A refusal changes nothing.
    pub fn intend(mut self, intent: &Intent) -> Self {
        let context = Context { now_ms: self.now_ms, next_seq: self.meeting.seq + 1, lot: LOT };
        let outcome = self.meeting.decide(&context, intent);
        assert_eq!(refusals::fault(intent, &outcome), None);
        let logged = self.log.len();
        for event in outcome.iter().flatten() {
            self.record(event.clone(), intent.actor());
        }
        assert_eq!(self.meeting.broken_invariant(), None);
        // A room asks less, and may not find what the whole does not.
        assert_eq!(self.meeting.broken_after(&self.log[logged..]), None);
        self.outcome = Some(outcome);
        self
    }

    /// An event happens, and nobody looks whether all is sound: for thousands in a row.
    pub fn record_unchecked(&mut self, event: Event) {
        self.record(event, plenary::meeting::command::Actor::Server);
    }

    fn record(&mut self, event: Event, actor: plenary::meeting::command::Actor) {
        let recorded = Recorded { seq: self.meeting.seq + 1, at_ms: self.now_ms, actor, key: None, event };
        self.meeting.evolve(&recorded);
        self.log.push(recorded);
    }

    /// What the last command led to.
    #[track_caller]
    pub fn then(self, expected: impl Into<Outcome>) -> Self {
        let outcome = self.outcome.as_ref().expect("somebody acts before");
        match expected.into() {
            Outcome::Events(events) => assert_eq!(outcome.as_ref(), Ok(&events)),
            Outcome::Refusal(refusal) => assert_eq!(outcome.as_ref(), Err(&refusal)),
        }
        self
    }

    /// What the last command led to, where only the tags of the events matter.
    #[track_caller]
    pub fn then_tags(self, expected: &[&str]) -> Self {
        let events = self.outcome.as_ref().expect("somebody acts before").as_ref().expect("not refused");
        assert_eq!(events.iter().map(Event::tag).collect::<Vec<_>>(), expected);
        self
    }

    /// The outcome of the last command.
    pub fn outcome(&self) -> &Result<Vec<Event>, Refusal> {
        self.outcome.as_ref().expect("somebody acts before")
    }

    /// Requests waiting on a list, in order.
    pub fn queue(&self, list: &str) -> Vec<String> {
        let list = self.meeting.speakers.list(&id(list)).expect("the list is there");
        list.queue.iter().map(ToString::to_string).collect()
    }

    /// The entity of a key, as JSON; null where there is none.
    pub fn seen(&self, key: &Key) -> serde_json::Value {
        serde_json::to_value(render(&self.meeting, key)).unwrap()
    }

    /// All that a scope shows, as JSON.
    pub fn shown_to(&self, scope: &Scope) -> String {
        serde_json::to_string(&snapshot(&self.meeting, scope)).unwrap()
    }
}

/// The name under which a page keeps an entity.
pub fn name_of(entity: &Entity) -> EntityRef {
    serde_json::from_value(serde_json::to_value(entity).unwrap()).unwrap()
}
