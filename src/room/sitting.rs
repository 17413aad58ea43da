//! A sitting as a room runs it: a meeting, with who is connected and whose microphones are heard.

use std::sync::Arc;

use uuid::Uuid;

use super::aggregate::{Aggregate, Here};
use super::microphones::Microphones;
use super::others::Others;
use super::presence::Presence;
use super::{Answer, Ask, Room, Settings};
use crate::meeting::Meeting;
use crate::meeting::command::{Actor, Command, Context, Housekeeping, Intent};
use crate::meeting::event::{Event, Recorded};
use crate::meeting::hall::captions::Transcribed;
use crate::meeting::procedure::presence;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::schedule::Planned;
use crate::meeting::procedure::speakers::LaidDown;
use crate::meeting::refusal::Refusal;
use crate::meeting::sound::microphones;
use crate::meeting::sound::recording::{Silent, State, Taking};
use crate::terms::ids::{Millis, Moment, PersonId, RequestId, Seq, SessionId};
use crate::terms::nodes::At;
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
    /// Whether sound comes from a person's microphone.
    Microphone(PersonId, bool),
}

/// Who is connected to this process, and whose microphones it hears; and which other nodes have people.
#[derive(Debug)]
pub struct Attendance {
    presence: Presence,
    microphones: Microphones,
    others: Others,
    /// This node.
    here: At,
    grace_ms: Millis,
    /// It is stored that somebody is gone who may be here all the same, or is here who may be gone.
    contradicted: bool,
    /// Sound is to be recorded, and no node that can live does it: when this one is to take it up.
    records_at_ms: Option<Moment>,
}

impl Here<Meeting> for Attendance {
    type Report = Report;

    fn new(settings: &Settings) -> Self {
        Self {
            presence: Presence::default(),
            microphones: Microphones::default(),
            others: Others::beside(settings.node.clone(), settings.grace_ms),
            here: Some(settings.node.id().clone()),
            grace_ms: settings.grace_ms,
            contradicted: false,
            records_at_ms: None,
        }
    }

    fn take(&mut self, report: Report, now_ms: Moment) -> Option<Intent> {
        match report {
            Report::Connected(person) => {
                self.presence.connected(&person);
                Some(arrives(&person, &self.here))
            }
            Report::Disconnected(person) => {
                self.presence.disconnected(&person, now_ms, self.grace_ms);
                None
            }
            Report::Microphone(person, connected) => {
                self.microphones.report(&person, connected);
                Some(heard(&person, connected, &self.here))
            }
        }
    }

    fn begin(&mut self, meeting: &Meeting, now_ms: Moment) {
        self.await_those_here(meeting, now_ms + self.grace_ms);
        self.others.see(named(meeting), now_ms);
        self.took(meeting, now_ms);
    }

    fn follow(&mut self, before: &Meeting, after: &Meeting, now_ms: Moment) {
        for node in after.presence.at.nodes().filter(|node| **node != self.here) {
            // Whoever lets people in lives.
            if after.presence.at.count(node) > before.presence.at.count(node) {
                self.others.notice(node, now_ms);
            }
        }
        // What is followed was stored by another node, or by an append of this one that was given up: whoever it says has
        // come here may have gone since.
        let here = &self.here;
        let people = after.presence.at.count(here) != before.presence.at.count(here);
        let microphones = after.microphones.at.count(here) != before.microphones.at.count(here);
        // A microphone that is lost elsewhere may be heard here.
        let lost = after.microphones.connected.len() < before.microphones.connected.len();
        self.contradicted |= people || microphones || lost;
    }

    fn took(&mut self, meeting: &Meeting, until_ms: Moment) {
        let State { since_ms, at, .. } = &meeting.recording;
        // Where there can be no others, whoever recorded was this server before it was started again.
        let ended = at.is_none() || (*at != self.here && self.others.there_are_none());
        let unrecorded = since_ms.is_some() && ended;
        // Not put off by what happens meanwhile.
        let earlier = self.records_at_ms.unwrap_or(until_ms);
        self.records_at_ms = unrecorded.then(|| until_ms.min(earlier));
    }

    fn due(&mut self, meeting: &Meeting, now_ms: Moment, most: usize) -> Vec<Intent> {
        let mut due = Vec::new();
        if self.records_at_ms.take_if(|at_ms| *at_ms <= now_ms).is_some() {
            due.push(self.records(meeting));
        }
        if std::mem::take(&mut self.contradicted) {
            due.extend(self.compare(meeting, now_ms));
        }
        let (present, connected) = (&meeting.presence.at, &meeting.microphones.at);
        due.extend(self.presence.left(now_ms, most).iter().map(|person| leaves(person, &self.here)));
        due.extend(self.microphones.lost(now_ms, most).iter().map(|person| heard(person, false, &self.here)));
        self.others.see(named(meeting), now_ms);
        for node in self.others.dead(now_ms) {
            // A microphone that was there may be heard here.
            self.contradicted = true;
            due.extend(present.at(&node).take(most).map(|person| leaves(person, &node)));
            due.extend(connected.at(&node).take(most).map(|person| heard(person, false, &node)));
            if meeting.recording.since_ms.is_some() && meeting.recording.at == node {
                due.push(self.records(meeting));
            }
        }
        due
    }

    fn next_ms(&self, now_ms: Moment) -> Option<Moment> {
        let contradicted = self.contradicted.then_some(now_ms);
        let next = [self.presence.next_ms(), self.microphones.next_ms(), self.others.next_ms(now_ms)];
        next.into_iter().chain([contradicted, self.records_at_ms]).flatten().min()
    }

    fn compare(&mut self, meeting: &Meeting, now_ms: Moment) -> Vec<Intent> {
        self.await_those_here(meeting, now_ms);
        let (present, connected) = (&meeting.presence.at, &meeting.microphones.connected);
        let here = self.presence.here().filter(|person| !present.is_at(person, &self.here));
        // One that is connected elsewhere was so later, and is left there: else two nodes would take it from one another.
        let sounding = self.microphones.connected().filter(|person| !connected.contains_key(*person));
        let arrived = here.map(|person| arrives(person, &self.here));
        let sounding = sounding.map(|person| heard(person, true, &self.here));
        let compared = arrived.chain(sounding).collect();
        self.took(meeting, now_ms);
        compared
    }

    /// Whoever records elsewhere is told at once that nobody does here any more. A server that is alone goes on by itself.
    fn ends(&self, meeting: &Meeting) -> Option<Intent> {
        let records = meeting.recording.at == self.here && !self.others.there_are_none();
        records.then(|| takes(&self.here, &None, false))
    }

    fn again(&mut self, intent: &Intent, at_ms: Moment) {
        match intent {
            Intent::Server(Housekeeping::Presence(presence::Presence::Leave(person, node))) => {
                if *node == self.here {
                    self.presence.await_return(person, at_ms);
                } else {
                    self.others.leave_alone(node, at_ms);
                }
            }
            Intent::Server(Housekeeping::Microphone(lost)) if !lost.connected => {
                if lost.node == self.here {
                    self.microphones.await_return(&lost.person, at_ms);
                } else {
                    self.others.leave_alone(&lost.node, at_ms);
                }
            }
            Intent::Server(Housekeeping::TakeRecording(taking)) => {
                self.others.leave_alone(&taking.from, at_ms)
            }
            Intent::Server(_) | Intent::Participant(..) => {}
        }
    }

    fn has_lapsed(&self, intent: &Intent, now_ms: Moment) -> bool {
        let node = match intent {
            Intent::Server(Housekeeping::Presence(presence::Presence::Leave(_, node))) => node,
            Intent::Server(Housekeeping::Microphone(lost)) if !lost.connected => &lost.node,
            // What nobody records is free, and so is what this server recorded before it was started again.
            Intent::Server(Housekeeping::TakeRecording(taking))
                if taking.from.is_some() && !taking.goes_on =>
            {
                &taking.from
            }
            Intent::Server(_) | Intent::Participant(..) => return false,
        };
        // A node that was held for dead may have been heard.
        *node != self.here && !self.others.is_dead(node, now_ms)
    }
}

impl Attendance {
    /// That this node takes the recording up.
    fn records(&self, meeting: &Meeting) -> Intent {
        takes(&meeting.recording.at, &self.here, self.others.there_are_none())
    }

    /// Whoever is here as the log says, and is not known of: they have so long to come back.
    fn await_those_here(&mut self, meeting: &Meeting, until_ms: Moment) {
        let (present, connected) = (&meeting.presence.at, &meeting.microphones.at);
        present.at(&self.here).for_each(|person| self.presence.await_return(person, until_ms));
        connected.at(&self.here).for_each(|person| self.microphones.await_return(person, until_ms));
    }
}

/// The nodes that the log names: where somebody is, or sound is recorded.
fn named(meeting: &Meeting) -> impl Iterator<Item = &At> {
    let records = Some(&meeting.recording.at).filter(|at| at.is_some());
    meeting.presence.at.nodes().chain(meeting.microphones.at.nodes()).chain(records)
}

fn takes(from: &At, to: &At, goes_on: bool) -> Intent {
    let (from, to) = (from.clone(), to.clone());
    Intent::Server(Housekeeping::TakeRecording(Taking { from, to, goes_on }))
}

fn arrives(person: &PersonId, node: &At) -> Intent {
    Intent::Server(Housekeeping::Presence(presence::Presence::Arrive(person.clone(), node.clone())))
}

fn leaves(person: &PersonId, node: &At) -> Intent {
    Intent::Server(Housekeeping::Presence(presence::Presence::Leave(person.clone(), node.clone())))
}

fn heard(person: &PersonId, connected: bool, node: &At) -> Intent {
    let (person, node) = (person.clone(), node.clone());
    Intent::Server(Housekeeping::Microphone(microphones::Reported { person, connected, node }))
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
        self.tell(Ask::Report(Report::Microphone(person, connected))).await;
    }

    /// Hands in a statement that was recorded, or its text, which is stored, and waits until it is decided.
    pub async fn hand_in(&self, given: Housekeeping) -> Answer {
        self.decide(Intent::Server(given), None).await
    }

    /// Reports what a service made of the sound of a channel, and waits until it is decided.
    pub async fn transcribed(&self, heard: Transcribed) -> Answer {
        self.decide(Intent::Server(Housekeeping::Caption(heard)), None).await
    }

    /// Reports which channels a node records as silence although they are heard, and waits until it is decided.
    pub async fn recording_silent(&self, silent: Silent) -> Answer {
        self.decide(Intent::Server(Housekeeping::RecordingSilent(silent)), None).await
    }
}
