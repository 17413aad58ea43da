//! A sitting as a room runs it: a meeting, with who is connected and whose microphones are heard.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::aggregate::{Aggregate, Here};
use super::microphones::Microphones;
use super::presence::Presence;
use super::{Answer, Ask, Room};
use crate::meeting::Meeting;
use crate::meeting::command::{Actor, Command, Context, Housekeeping, Intent};
use crate::meeting::event::{Event, Recorded};
use crate::meeting::procedure::presence;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::schedule::Planned;
use crate::meeting::procedure::speakers::LaidDown;
use crate::meeting::refusal::Refusal;
use crate::meeting::sound::microphones;
use crate::meeting::statements::prerecorded::HandedIn;
use crate::terms::ids::{ChannelId, Millis, Moment, PersonId, RequestId, Seq, SessionId};
use crate::terms::people::Roster;
use crate::terms::personal::Subject;

/// What is told of a session without asking its room.
#[derive(Debug, Clone, Default)]
pub struct Glance {
    /// The phase the session is in.
    pub phase: Phase,
    /// Its people and delegations.
    pub roster: Arc<Roster>,
    /// Its time and title; none before it was convened.
    pub planned: Option<Arc<Planned>>,
    /// Lists of agenda items that it has laid down and the conference has yet to take.
    pub laid_down: imbl::Vector<LaidDown>,
    /// Requests that came with such a list and whose texts have yet to come: from the log of which session.
    pub texts_awaited: imbl::OrdMap<RequestId, SessionId>,
}

impl Aggregate for Meeting {
    type Id = SessionId;
    type Event = Event;
    type Intent = Intent;
    type Glance = Glance;
    type Here = Attendance;

    fn stream(session: &SessionId) -> String {
        format!("session/{session}")
    }

    fn seq(&self) -> Seq {
        self.seq
    }

    fn decide(&self, context: &Context, intent: &Intent) -> Result<Vec<Event>, Refusal> {
        Self::decide(self, context, intent)
    }

    fn evolve(&mut self, recorded: &Recorded) {
        Self::evolve(self, recorded);
    }

    fn timers(&self) -> impl Iterator<Item = (Moment, Intent)> {
        Self::timers(self).map(|(at_ms, timer)| (at_ms, Intent::Server(timer)))
    }

    fn broken_after(&self, events: &[&Event]) -> Option<String> {
        Self::broken_after(self, events)
    }

    fn glance(&self, told: &Glance) -> Option<Glance> {
        let same = told.phase == self.programme.phase
            && Arc::ptr_eq(&told.roster, &self.roster)
            && told.planned == self.planned
            && told.laid_down == self.speakers.laid_down
            && told.texts_awaited == self.speakers.texts_awaited;
        (!same).then(|| Glance {
            phase: self.programme.phase,
            roster: self.roster.clone(),
            planned: self.planned.clone(),
            laid_down: self.speakers.laid_down.clone(),
            texts_awaited: self.speakers.texts_awaited.clone(),
        })
    }

    fn actor(intent: &Intent) -> Actor {
        intent.actor()
    }

    fn conference_seq(intent: &Intent) -> Option<Seq> {
        intent.conference_seq()
    }

    fn tag_of(intent: &Intent) -> &'static str {
        intent.tag()
    }

    fn erases(event: &Event) -> Option<Subject> {
        event.erases()
    }

    fn erased(&self) -> Vec<Subject> {
        self.chat.deleted().map(Subject::message).collect()
    }

    fn tag(event: &Event) -> &'static str {
        event.tag()
    }
}

/// What is reported to a sitting.
#[derive(Debug)]
pub enum Report {
    /// A connection of a person.
    Connected(PersonId),
    /// One that has ended.
    Disconnected(PersonId),
    /// Whether sound comes from a microphone.
    Microphone(microphones::Reported),
}

/// Who is connected to this process, and whose microphones it hears.
#[derive(Debug, Default)]
pub struct Attendance {
    presence: Presence,
    microphones: Microphones,
}

impl Here<Meeting> for Attendance {
    type Report = Report;

    fn take(&mut self, report: Report, now_ms: Moment, grace_ms: Millis) -> Option<Intent> {
        match report {
            Report::Connected(person) => {
                self.presence.connected(&person);
                Some(present(presence::Presence::Arrive(person)))
            }
            Report::Disconnected(person) => {
                self.presence.disconnected(&person, now_ms, grace_ms);
                None
            }
            Report::Microphone(reported) => {
                self.microphones.report(&reported);
                Some(heard(reported))
            }
        }
    }

    fn begin(&mut self, meeting: &Meeting, until_ms: Moment) {
        meeting.presence.present.keys().for_each(|person| self.presence.await_return(person, until_ms));
        let connected = meeting.microphones.connected.keys();
        connected.for_each(|person| self.microphones.await_return(person, until_ms));
    }

    fn due(&mut self, now_ms: Moment, most: usize) -> Vec<Intent> {
        let left = self.presence.left(now_ms, most).into_iter();
        let left = left.map(|person| present(presence::Presence::Leave(person)));
        left.chain(self.microphones.lost(now_ms, most).into_iter().map(heard)).collect()
    }

    fn next_ms(&self) -> Option<Moment> {
        [self.presence.next_ms(), self.microphones.next_ms()].into_iter().flatten().min()
    }

    fn compare(&mut self, meeting: &Meeting, now_ms: Moment) -> Vec<Intent> {
        self.begin(meeting, now_ms);
        let (stored, known) = (&meeting.presence.present, &meeting.microphones.connected);
        let here = self.presence.here().filter(|person| !stored.contains_key(*person));
        let arrived = here.cloned().map(presence::Presence::Arrive).map(present);
        let sounding = self.microphones.connected().filter(|person| !known.contains_key(*person));
        let sounding = sounding.cloned().map(|person| microphones::Reported { person, connected: true });
        arrived.chain(sounding.map(heard)).collect()
    }

    fn again(&mut self, intent: &Intent, at_ms: Moment) {
        match intent {
            Intent::Server(Housekeeping::Presence(presence::Presence::Leave(person))) => {
                self.presence.await_return(person, at_ms);
            }
            Intent::Server(Housekeeping::Microphone(lost)) if !lost.connected => {
                self.microphones.await_return(&lost.person, at_ms);
            }
            Intent::Server(_) | Intent::Participant(..) => {}
        }
    }
}

fn present(reported: presence::Presence) -> Intent {
    Intent::Server(Housekeeping::Presence(reported))
}

fn heard(reported: microphones::Reported) -> Intent {
    Intent::Server(Housekeeping::Microphone(reported))
}

impl Room {
    /// Which session the room runs.
    pub fn session(&self) -> &SessionId {
        &self.id
    }

    /// Has a participant's command decided, and waits until it is stored.
    pub async fn command(&self, person: PersonId, key: Uuid, command: Command) -> Answer {
        self.decide(Intent::Participant(person, command), Some(key)).await
    }

    /// The phase the session is in.
    pub fn phase(&self) -> Phase {
        self.glance.borrow().phase
    }

    /// The people and delegations of the session, as they are now.
    pub fn roster(&self) -> Arc<Roster> {
        self.glance.borrow().roster.clone()
    }

    /// The session's time and title, as they are now; none before it was convened.
    pub fn planned(&self) -> Option<Arc<Planned>> {
        self.glance.borrow().planned.clone()
    }

    /// Reports a connection of a person. Each must be followed by one [`Room::disconnected`].
    pub async fn connected(&self, person: PersonId) {
        self.tell(Ask::Report(Report::Connected(person))).await;
    }

    /// Reports that a connection of a person has ended.
    pub async fn disconnected(&self, person: PersonId) {
        self.tell(Ask::Report(Report::Disconnected(person))).await;
    }

    /// Reports that a person's microphone is connected, or that nothing comes from it any more.
    pub async fn microphone(&self, person: PersonId, connected: bool) {
        let reported = microphones::Reported { person, connected };
        self.tell(Ask::Report(Report::Microphone(reported))).await;
    }

    /// Hands in a pre-recorded statement whose sound is stored, and waits until it is decided.
    pub async fn hand_in(&self, given: HandedIn) -> Answer {
        self.decide(Intent::Server(Housekeeping::Prerecorded(given)), None).await
    }

    /// Reports which channels are being recorded as silence although they are heard, and waits until it is decided.
    pub async fn recording_silent(&self, channels: BTreeSet<ChannelId>) -> Answer {
        self.decide(Intent::Server(Housekeeping::RecordingSilent(channels)), None).await
    }
}
