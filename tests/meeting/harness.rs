//! Tells a story to a meeting: `given(events).when(actor, command).then(events | refusal)`.

use plenary::conference::command::{Report, Taken};
use plenary::conference::{self, Conference};
use plenary::meeting::Meeting;
use plenary::meeting::command::{Actor, Context, Housekeeping, Intent};
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::{Entity, EntityRef, Key, Scope, render, snapshot};
use plenary::terms::ids::{Millis, Moment, Seq};
use plenary::wire::command::Command;

use crate::refusals;
use crate::sample::{START_MS, charter, conference_of, id};
use crate::words::convene;

/// The number that chance gives in every story.
pub const LOT: u32 = 7;

/// Stands in an intent for the next place of the conference's log.
pub const NEXT: u64 = 0;

/// A meeting as far as the story has gone, and the conference that it follows. The clock stands still until the story moves it.
#[derive(Clone, Default)]
pub struct Story {
    pub meeting: Meeting,
    /// Made of the meeting's charter when first something is asked of it.
    pub conference: Conference,
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
    Story::unconvened().housekeeping(convene(charter())).happens(events)
}

impl Story {
    /// A meeting before it is convened.
    pub fn unconvened() -> Self {
        Self { now_ms: START_MS, ..Self::default() }
    }

    /// Events happen at the present moment, decided or not.
    pub fn happens(mut self, events: impl IntoIterator<Item = Event>) -> Self {
        for event in events {
            self.record(event, Actor::Server);
        }
        assert_eq!(self.meeting.broken_invariant(), None);
        self
    }

    /// The server's clock moves on, or is set back.
    pub fn after(mut self, millis: Millis) -> Self {
        self.now_ms += millis;
        self
    }

    /// Somebody gives a command, to the meeting or to the conference.
    pub fn when(self, actor: &str, command: impl Into<Command>) -> Self {
        match command.into() {
            Command::Meeting(command) => self.intend(&Intent::Participant(id(actor), command)),
            Command::Conference(command) => self.ask_conference(actor, command),
            Command::Draft(_) => panic!("no meeting has a draft"),
        }
    }

    /// The conference decides, and the meeting follows.
    fn ask_conference(mut self, actor: &str, command: conference::command::Command) -> Self {
        self.convene_conference();
        let intent = conference::command::Intent::Participant(id(actor), command.clone());
        let outcome = self.conference.decide(&intent);
        let happened = outcome.as_ref().map(|events| !events.is_empty()).map_err(Clone::clone);
        assert_eq!(refusals::fault(&Command::Conference(command), &happened), None);
        let mut followed = Vec::new();
        for event in outcome.iter().flatten() {
            if let Some(change) = self.conference_takes(event.clone(), intent.actor()) {
                let following =
                    Following { conference_seq: self.conference.seq, actor: intent.actor(), change };
                self = self.housekeeping(Housekeeping::Follow(Box::new(following)));
                followed.extend(self.outcome().clone().expect("a sitting follows"));
            }
        }
        self.outcome = Some(outcome.map(|_| followed));
        self
    }

    /// An event of the conference happens. Tells what it means for the session.
    fn conference_takes(&mut self, event: conference::event::Event, actor: Actor) -> Option<Change> {
        let (seq, at_ms) = (self.conference.seq + 1, self.now_ms);
        let recorded = Recorded { seq, at_ms, actor, conference_seq: None, key: None, event };
        self.conference.evolve(&recorded);
        assert_eq!(self.conference.broken_invariant(), None);
        let session = id("opening");
        conference::follow::change(&recorded.event, &self.conference, &session)
    }

    /// The conference is what the meeting knows of it, and has been told how far the meeting has come.
    fn convene_conference(&mut self) {
        let charter = self.meeting.charter.as_deref().expect("the session is convened");
        let file = conference_of(charter);
        if self.conference.file.as_deref() != Some(&file) {
            let session = (charter.session.id.clone(), self.meeting.clone());
            let inherited = conference::inherit::inherited(&file, &[session]);
            let taken = Taken { plan: file.clone(), file, inherited };
            self.conference = Conference::default();
            self.conference_happens(conference::command::Housekeeping::Convene(Box::new(taken)));
            self.conference.seq = self.meeting.followed;
        }
        let (session, phase) = (id("opening"), self.meeting.programme.phase);
        self.conference_happens(conference::command::Housekeeping::Report(Report { session, phase }));
    }

    fn conference_happens(&mut self, asked: conference::command::Housekeeping) {
        let events = self.conference.decide(&conference::command::Intent::Server(asked)).unwrap();
        for event in events {
            self.conference_takes(event, Actor::Server);
        }
    }

    /// The server acts.
    pub fn housekeeping(self, housekeeping: Housekeeping) -> Self {
        self.intend(&Intent::Server(housekeeping))
    }

    /// Decides an intent and takes in what it makes happen. A refusal changes nothing.
    pub fn intend(mut self, intent: &Intent) -> Self {
        let intent = &in_turn(&self.meeting, intent);
        let context = Context { now_ms: self.now_ms, next_seq: self.meeting.seq + 1, lot: LOT };
        let outcome = self.meeting.decide(&context, intent);
        if let Intent::Participant(_, command) = intent {
            let happened = outcome.as_ref().map(|events| !events.is_empty()).map_err(Clone::clone);
            assert_eq!(refusals::fault(&Command::Meeting(command.clone()), &happened), None);
        }
        let logged = self.log.len();
        for event in outcome.iter().flatten() {
            self.record_following(event.clone(), intent.actor(), intent.conference_seq());
        }
        assert_eq!(self.meeting.broken_invariant(), None);
        // A room asks less, and may not find what the whole does not.
        assert_eq!(
            self.meeting.broken_after(&self.log[logged..].iter().map(|one| &one.event).collect::<Vec<_>>()),
            None
        );
        self.outcome = Some(outcome);
        self
    }

    /// An event happens, and nobody looks whether all is sound: for thousands in a row.
    pub fn record_unchecked(&mut self, event: Event) {
        self.record(event, Actor::Server);
    }

    fn record(&mut self, event: Event, actor: Actor) {
        self.record_following(event, actor, None);
    }

    fn record_following(&mut self, event: Event, actor: Actor, conference_seq: Option<Seq>) {
        let (seq, at_ms) = (self.meeting.seq + 1, self.now_ms);
        let recorded = Recorded { seq, at_ms, actor, conference_seq, key: None, event };
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

/// An intent that takes in what the conference changed next does so in its turn.
pub fn in_turn(meeting: &Meeting, intent: &Intent) -> Intent {
    let mut intent = intent.clone();
    if let Intent::Server(Housekeeping::Follow(following)) = &mut intent
        && following.conference_seq == NEXT
    {
        following.conference_seq = meeting.followed + 1;
    }
    intent
}

/// The name under which a page keeps an entity.
pub fn name_of(entity: &Entity) -> EntityRef {
    serde_json::from_value(serde_json::to_value(entity).unwrap()).unwrap()
}
