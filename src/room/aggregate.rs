//! What a room can run: something that decides, and that its events make whatever it is.

use std::fmt::Debug;

use serde::Serialize;

use super::Settings;
use crate::meeting::command::{Actor, Context};
use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::family::ReadByType;
use crate::terms::ids::{Moment, Seq};
use crate::terms::personal::{Personal, Subject};

/// State that is made by events alone. Cloning is cheap: a draft of a decision is a clone.
pub trait Aggregate: Clone + Default + PartialEq + Debug + Send + Sync + 'static {
    /// Which of its kind it is.
    type Id: Clone + Debug + Send + Sync + 'static;
    /// What happens to it. Stored for good.
    type Event: Serialize + ReadByType + Personal + Clone + PartialEq + Debug + Send + Sync + 'static;
    /// What it decides on.
    type Intent: Clone + PartialEq + Debug + Send + Sync + 'static;
    /// What is told of it without asking its room.
    type Glance: Clone + Default + Debug + Send + Sync + 'static;
    /// What one process knows of it that stands in no log.
    type Here: Here<Self>;

    /// Name of the stream in which its events stand.
    fn stream(id: &Self::Id) -> String;

    /// Place in the log of the last event taken in.
    fn seq(&self) -> Seq;

    /// Decides what an intent makes happen, or why it is refused. Changes nothing.
    ///
    /// # Errors
    /// The [`Refusal`] that names the condition.
    fn decide(&self, context: &Context, intent: &Self::Intent) -> Result<Vec<Self::Event>, Refusal>;

    /// Takes an event in. Infallible: what was decided has happened.
    fn evolve(&mut self, recorded: &Recorded<Self::Event>);

    /// What time alone will bring, and when, in no order: all timers that are set.
    fn timers(&self) -> impl Iterator<Item = (Moment, Self::Intent)>;

    /// What contradicts itself in what events have touched; asked of the state as it stands after all of them.
    fn broken_after(&self, events: &[&Self::Event]) -> Option<String>;

    /// What is told of it. None where that is as it was told.
    fn glance(&self, told: &Self::Glance) -> Option<Self::Glance>;

    /// Who acts by an intent.
    fn actor(intent: &Self::Intent) -> Actor;

    /// Place in the conference's log of the change that an intent takes in, if it takes one in.
    fn conference_seq(_intent: &Self::Intent) -> Option<Seq> {
        None
    }

    /// An intent without what it is about: a log of the server tells no more, for texts may be confidential.
    fn tag_of(intent: &Self::Intent) -> &'static str;

    /// What is to be erased now that an event has happened.
    fn erases(_event: &Self::Event) -> Option<Subject> {
        None
    }

    /// All that is to be erased by now, as its state says.
    fn erased(&self) -> Vec<Subject> {
        Vec::new()
    }

    /// The tag under which an event is stored.
    fn tag(event: &Self::Event) -> &'static str;
}

/// What one process knows of an aggregate that stands in no log: who is connected to it, whose microphone it hears.
pub trait Here<A: Aggregate>: Send + Sync {
    /// What is reported to it.
    type Report: Debug + Send;

    /// Nothing is known yet, at the node of these settings.
    fn new(settings: &Settings) -> Self;

    /// Takes a report in. Tells what is to be decided of it, if anything.
    fn take(&mut self, report: Self::Report, now_ms: Moment) -> Option<A::Intent>;

    /// The aggregate is opened, as the log says it is: whoever is not heard of within the grace period is not here.
    fn begin(&mut self, aggregate: &A, now_ms: Moment);

    /// Another writer's event was taken in.
    fn follow(&mut self, before: &A, after: &A, now_ms: Moment);

    /// This is stored and taken in now, whoever stored it. What it calls for is left to the node that did until a moment: it knows
    /// first, and all others would race it.
    fn took(&mut self, _aggregate: &A, _until_ms: Moment) {}

    /// What its own time brings by now, at most about so much, and what contradicts what others have stored.
    fn due(&mut self, aggregate: &A, now_ms: Moment, most: usize) -> Vec<A::Intent>;

    /// When something is due next.
    fn next_ms(&self, now_ms: Moment) -> Option<Moment>;

    /// Compares what it knows with what is stored, after reports that could not be.
    fn compare(&mut self, aggregate: &A, now_ms: Moment) -> Vec<A::Intent>;

    /// What is to be stored before it ends here.
    fn ends(&self, _aggregate: &A) -> Option<A::Intent> {
        None
    }

    /// An intent of its own met a bug, and is to be decided later.
    fn again(&mut self, intent: &A::Intent, at_ms: Moment);

    /// Whether an intent of its own was due and is so no more, since the log was waited for.
    fn has_lapsed(&self, intent: &A::Intent, now_ms: Moment) -> bool;
}

/// Of whatever is in no place, nothing is known beside its log.
impl<A: Aggregate> Here<A> for () {
    type Report = std::convert::Infallible;

    fn new(_settings: &Settings) -> Self {}

    fn take(&mut self, report: Self::Report, _now_ms: Moment) -> Option<A::Intent> {
        match report {}
    }

    fn begin(&mut self, _aggregate: &A, _now_ms: Moment) {}

    fn follow(&mut self, _before: &A, _after: &A, _now_ms: Moment) {}

    fn due(&mut self, _aggregate: &A, _now_ms: Moment, _most: usize) -> Vec<A::Intent> {
        Vec::new()
    }

    fn next_ms(&self, _now_ms: Moment) -> Option<Moment> {
        None
    }

    fn compare(&mut self, _aggregate: &A, _now_ms: Moment) -> Vec<A::Intent> {
        Vec::new()
    }

    fn again(&mut self, _intent: &A::Intent, _at_ms: Moment) {}

    fn has_lapsed(&self, _intent: &A::Intent, _now_ms: Moment) -> bool {
        false
    }
}
