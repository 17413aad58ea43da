//! The conference: what outlives a sitting. Commands become events, events become state, as in a meeting.
//!
//! It owns the register (people, who sits for which delegation, roles by session), the programme (which sessions there are,
//! when, under which title), the lists of agenda items that go on over several sittings, what is announced to all of
//! them, the documents before it, and what comes out of it: the key messages, and how the outcome document stands. A sitting owns what happens in it; it follows the conference and takes its changes in as
//! events of its own ([`follow`]).

pub mod access;
pub mod announcements;
pub mod command;
pub mod compare;
pub mod documents;
pub mod event;
pub mod follow;
pub mod hours;
pub mod inherit;
pub mod key_messages;
pub mod lists;
pub mod outcome;
pub mod passages;
pub mod plan;
pub mod programme;
pub mod public;
pub mod refusals;
pub mod register;
mod settled;
pub mod view;

use std::sync::Arc;

use command::{Command, Housekeeping, Intent};
use event::Event;
pub use plan::ConferencePlan;
use plan::Participant;

use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{Language, Moment, PersonId, Seq, SessionId};

/// A conference as it stands. Cloning is cheap: what is large is shared until it changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conference {
    /// Place in the log of the last event taken in.
    pub seq: Seq,
    /// The conference file as it was last taken in; none before the conference was convened.
    pub file: Option<Arc<ConferencePlan>>,
    /// What is in force; none before the conference was convened.
    pub live: Option<Arc<ConferencePlan>>,
    /// What was changed of people.
    pub register: register::State,
    /// How the sessions stand.
    pub programme: programme::State,
    /// Where the lists of agenda items are.
    pub lists: lists::State,
    /// What was announced to all.
    pub announcements: announcements::State,
    /// The documents.
    pub documents: documents::State,
    /// What Member States and stakeholders voiced.
    pub key_messages: key_messages::State,
    /// How the outcome document stands.
    pub outcome: outcome::State,
}

impl Conference {
    /// Decides what an intent makes happen, or why it is refused. Changes nothing.
    ///
    /// # Errors
    /// The [`Refusal`] that names the condition.
    pub fn decide(&self, intent: &Intent) -> Result<Vec<Event>, Refusal> {
        let events = self.decide_alone(intent)?;
        let follows = self.lists_follow(&events);
        Ok(events.into_iter().chain(follows).collect())
    }

    fn decide_alone(&self, intent: &Intent) -> Result<Vec<Event>, Refusal> {
        match intent {
            Intent::Server(Housekeeping::Convene(taken)) => Ok(programme::convene(self, taken)),
            Intent::Server(Housekeeping::Report(report)) => Ok(programme::report(self, report)),
            Intent::Server(Housekeeping::Take(laid_down)) => Ok(lists::take(self, laid_down)),
            Intent::Server(Housekeeping::GiveFile(given)) => documents::decide::give(self, given),
            Intent::Server(Housekeeping::EndEmbargo { document, until_ms }) => {
                Ok(documents::decide::end_embargo(self, document, *until_ms))
            }
            Intent::Server(Housekeeping::KeepVersion(kept)) => outcome::decide::keep(self, kept),
            Intent::Server(Housekeeping::EndCorrections { until_ms }) => {
                Ok(outcome::decide::end_corrections(self, *until_ms))
            }
            Intent::Participant(actor, command) => {
                self.participant(actor).ok_or(Refusal::NotInSession {})?;
                if !access::may(self, actor, command) {
                    return Err(Refusal::NotAllowed {});
                }
                match command {
                    Command::Register(command) => register::decide(self, actor, command),
                    Command::Programme(command) => programme::decide(self, actor, command),
                    Command::Lists(command) => lists::decide(self, actor, command),
                    Command::Announcements(command) => announcements::decide(self, actor, command),
                    Command::Documents(command) => documents::decide::decide(self, actor, command),
                    Command::KeyMessages(command) => key_messages::decide::decide(self, actor, command),
                    Command::Outcome(command) => outcome::decide::decide(self, actor, command),
                }
            }
        }
    }

    /// What follows for the lists of agenda items from what happens to the programme, or to them.
    fn lists_follow(&self, events: &[Event]) -> Vec<Event> {
        let any = self.live.as_ref().is_some_and(|plan| !plan.agenda_items.is_empty());
        let bears_on_lists = |event: &Event| match event {
            Event::Programme(event) => any || event.plans(),
            Event::Lists(_) => true,
            Event::Register(_)
            | Event::Announcements(_)
            | Event::Documents(_)
            | Event::KeyMessages(_)
            | Event::Outcome(_) => false,
        };
        if !events.iter().any(bears_on_lists) {
            return Vec::new();
        }
        let mut after = self.clone();
        // When it happens makes no difference to the lists.
        events.iter().for_each(|event| after.happens(event, 0));
        lists::following(&after)
    }

    /// Takes an event in. Infallible: what was decided has happened.
    pub fn evolve(&mut self, recorded: &Recorded<Event>) {
        self.seq = recorded.seq;
        self.happens(&recorded.event, recorded.at_ms);
    }

    fn happens(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::Register(event) => self.evolve_register(event),
            Event::Programme(event) => self.evolve_programme(event),
            Event::Lists(event) => self.evolve_lists(event),
            Event::Announcements(event) => self.evolve_announcements(event, at_ms),
            Event::Documents(event) => self.evolve_documents(event),
            Event::KeyMessages(event) => self.evolve_key_messages(event, at_ms),
            Event::Outcome(event) => self.evolve_outcome(event, at_ms),
        }
    }

    /// What in the state contradicts itself, in words for a developer; none in a sound conference.
    pub fn broken_invariant(&self) -> Option<String> {
        let broken = register::broken_invariant(self).or_else(|| programme::broken_invariant(self));
        let broken = broken.or_else(|| lists::broken_invariant(self));
        broken
            .or_else(|| announcements::broken_invariant(self))
            .or_else(|| documents::broken_invariant(self))
            .or_else(|| key_messages::broken_invariant(self))
            .or_else(|| outcome::broken_invariant(self))
    }

    /// What time alone will bring, and when.
    pub fn timers(&self) -> impl Iterator<Item = (Moment, Intent)> {
        self.embargoes_end().chain(self.corrections_end())
    }

    /// Whether somebody has a role in a session.
    pub fn takes_part(&self, person: &PersonId, session: &SessionId) -> bool {
        self.participant(person).is_some_and(|person| !person.roles.in_session(session).is_empty())
    }

    /// Whether somebody has a role in any session.
    pub fn knows(&self, person: &PersonId) -> bool {
        let person = self.participant(person);
        person
            .is_some_and(|person| self.sessions().any(|session| !person.roles.in_session(session).is_empty()))
    }

    /// Somebody who is of the conference. Looks through all people: not to be asked for each of many.
    fn participant(&self, person: &PersonId) -> Option<&Participant> {
        self.live.as_ref().and_then(|plan| plan.participant(person))
    }

    /// What is in force, without the sessions that were cancelled; none before the conference was convened.
    pub fn taking_place(&self) -> Option<ConferencePlan> {
        let mut plan = self.live.as_deref()?.clone();
        plan.sessions.retain(|entry| !self.programme.session(&entry.plan.id).cancelled);
        Some(plan)
    }

    /// The sessions of the programme in order.
    pub fn sessions(&self) -> impl Iterator<Item = &SessionId> {
        self.live.iter().flat_map(|plan| plan.programme()).map(|session| &session.id)
    }

    /// Working languages.
    fn languages(&self) -> &[Language] {
        self.live.as_ref().map_or(&[], |plan| &plan.languages)
    }

    /// What is in force, to be changed.
    fn change_plan(&mut self, change: impl FnOnce(&mut ConferencePlan)) {
        if let Some(plan) = &mut self.live {
            change(Arc::make_mut(plan));
        }
    }
}
