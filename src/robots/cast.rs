//! The task that has everybody take their steps, and that leaves and takes seats.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior};
use uuid::Uuid;

use super::booth::Booth;
use super::chair::Chair;
use super::chance::Chance;
use super::delegate::Delegate;
use super::scene::{Scene, Step, Utterance};
use super::script::Script;
use super::sound::Sound;
use super::{Parts, route};
use crate::attended::Attended;
use crate::meeting::Meeting;
use crate::meeting::command::Command;
use crate::meeting::hall::chat::{self, MAIN_ROOM};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::sound::plan::{self, Plan};
use crate::meeting::sound::{interpretation, microphones, recording};
use crate::room::{Answer, Room};
use crate::terms::ids::{Language, PersonId};

/// How often everybody looks at the meeting.
const LOOKS_EVERY: Duration = Duration::from_millis(100);
/// In which time all come.
const ARRIVE: (Duration, Duration) = (Duration::ZERO, Duration::from_secs(6));
/// Time between the first requests of the delegations.
const ASK_APART: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(7));
/// How long after the last real person has left a seat it is played again.
const RETURNS_AFTER: Duration = Duration::from_secs(30);
/// Time between two messages in the chat.
const WRITE_APART: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(150));
/// Most things that one person has to take back.
const BACK_MAX: usize = 8;
/// How long whoever was refused leaves it alone.
const AFTER_REFUSAL: Duration = Duration::from_secs(2);

/// Everybody who is played, and what they share.
pub(super) struct Cast {
    script: Script,
    room: Room,
    attended: Attended,
    sound: Sound,
    chance: Chance,
    /// When each seat that is not played is to be; none while it is played.
    seats: BTreeMap<PersonId, Option<Instant>>,
    chair: Chair,
    delegates: Vec<Delegate>,
    booths: Vec<Booth>,
    utterance: Utterance,
    /// What was spoken last on the floor.
    language: Option<Language>,
    writes_at: Instant,
    written: usize,
    held: BTreeMap<PersonId, Instant>,
    keys: (u64, u64),
}

impl Cast {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { script, room, sink, attended, clock, seed } = parts;
        let (now, mut chance) = (Instant::now(), Chance::new(seed));
        let sound = Sound::new(script.session.clone(), attended.clone(), sink);
        let arrives = |chance: &mut Chance| Some(now + chance.time(ARRIVE));
        let seats = script.people().into_iter().map(|id| (id.clone(), arrives(&mut chance))).collect();
        let mut asks_at = now + ARRIVE.1;
        let list = script.list.clone();
        let delegates = script.statements.iter().map(|statement| {
            asks_at += chance.time(ASK_APART);
            Delegate::new(statement.clone(), list.clone(), asks_at)
        });
        let delegates = delegates.collect();
        let writes_at = now + chance.time(WRITE_APART);
        let started = u64::try_from(clock.now_ms()).unwrap_or(0);
        Self {
            chair: Chair::new(&script, now),
            delegates,
            booths: Vec::new(),
            utterance: Utterance::default(),
            language: None,
            writes_at,
            written: 0,
            held: BTreeMap::new(),
            keys: (started, 0),
            script,
            room,
            attended,
            sound,
            chance,
            seats,
        }
    }

    /// Plays until the room ends.
    pub(super) async fn run(mut self) {
        let sound = self.sound.clone();
        tokio::select! {
            () = self.act() => {}
            () = sound.run() => {}
        }
    }

    async fn act(&mut self) {
        let mut changes = self.attended.changes();
        let mut looks = tokio::time::interval(LOOKS_EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        if let Some(meeting) = self.room.look().await {
            self.staff(&meeting);
        }
        loop {
            tokio::select! {
                _ = looks.tick() => {}
                () = changes.next() => {}
            }
            let Some(meeting) = self.room.look().await else { return };
            self.seat(&meeting).await;
            let Some(meeting) = self.room.look().await else { return };
            self.step(&meeting).await;
        }
    }

    /// Puts interpreters into the booths.
    fn staff(&mut self, meeting: &Meeting) {
        let now = Instant::now();
        for plan in meeting.charter.iter().flat_map(|charter| &charter.booths) {
            let mates = meeting.roster.people().filter(|person| person.works_in(&plan.id));
            let mates: Vec<PersonId> = mates.map(|person| person.id.clone()).collect();
            for mate in &mates {
                self.seats.insert(mate.clone(), Some(now + self.chance.time(ARRIVE)));
            }
            self.booths.push(Booth::new(plan.id.clone(), mates, now));
        }
        self.seats.retain(|person, _| {
            let known = meeting.roster.person(person).is_some();
            if !known {
                tracing::warn!(%person, "a simulated person has no role in the session and stays away");
            }
            known
        });
    }

    /// Leaves the seats that real people have taken, and takes those that are free again.
    async fn seat(&mut self, meeting: &Meeting) {
        let now = Instant::now();
        let seats: Vec<PersonId> = self.seats.keys().cloned().collect();
        for person in seats {
            let real = self.attended.has(self.room.session(), &person);
            let Some(seat) = self.seats.get_mut(&person) else { continue };
            match seat {
                None if real => {
                    *seat = Some(now + RETURNS_AFTER);
                    self.leave(&person).await;
                }
                Some(at) if real => *at = now + RETURNS_AFTER,
                Some(at) if now >= *at && self.attended.play(self.room.session(), &person) => {
                    *seat = None;
                    self.enter(meeting, &person).await;
                }
                None | Some(_) => {}
            }
        }
    }

    async fn enter(&mut self, meeting: &Meeting, person: &PersonId) {
        self.room.connected(person.clone()).await;
        let Some(known) = meeting.roster.person(person) else { return };
        if plan::may_publish(meeting, known) {
            self.sound.open(person);
        }
        if known.interprets_in().is_some() {
            let consents = recording::Command::ConsentToRecording { consents: true };
            self.command((person.clone(), Command::Recording(consents))).await;
        }
    }

    /// Falls silent, takes back what was switched on, and goes. Requests and turns are the delegation's and stay.
    async fn leave(&mut self, person: &PersonId) {
        self.sound.close(person);
        // One thing at a time, on the meeting as it then is: the last may have brought about another.
        for _ in 0..BACK_MAX {
            let meeting = self.room.look().await;
            let Some(command) = meeting.and_then(|meeting| to_take_back(&meeting, person)) else { break };
            self.command((person.clone(), command)).await;
        }
        self.room.disconnected(person.clone()).await;
        self.attended.vacate(self.room.session(), person);
    }

    async fn step(&mut self, meeting: &Meeting) {
        let plan = plan::plan(meeting);
        self.tune(meeting, &plan);
        if let Some(language) = plan::spoken(meeting) {
            self.language = Some(language.clone());
        }
        for step in self.steps(meeting, &plan) {
            self.command(step).await;
        }
    }

    /// Tells each microphone whether it is live.
    fn tune(&self, meeting: &Meeting, plan: &Plan) {
        let session = self.room.session();
        let real = plan.floor.iter().any(|person| self.attended.has(session, person));
        let booths = meeting.interpretation.booths.values();
        let on_air: Vec<&PersonId> =
            booths.filter_map(|booth| booth.on_air.as_ref()).map(|on_air| &on_air.person).collect();
        for person in self.seats.iter().filter(|(_, away)| away.is_none()).map(|(person, _)| person) {
            let on_floor = plan.floor.contains(person);
            self.sound.set(person, on_floor || on_air.contains(&person), on_floor && real);
        }
    }

    /// One step of everybody who has one to take.
    fn steps(&mut self, meeting: &Meeting, plan: &Plan) -> Vec<Step> {
        let seats = &self.seats;
        let here = |person: &PersonId| matches!(seats.get(person), Some(None));
        let scene = Scene {
            meeting,
            plan,
            now: Instant::now(),
            session: self.room.session(),
            attended: &self.attended,
            sound: &self.sound,
            here: &here,
        };
        let now = scene.now;
        let held = |person: &PersonId| self.held.get(person).is_some_and(|until| now < *until);
        let mut steps = Vec::new();
        if !held(self.chair.person()) {
            steps.extend(self.chair.step(&scene, &self.script, &mut self.utterance));
        }
        for delegate in &mut self.delegates {
            if !held(&delegate.statement().person) {
                steps.extend(delegate.step(&scene, &mut self.chance, &mut self.utterance));
            }
        }
        let charter = meeting.charter.as_ref().filter(|_| meeting.programme.phase == Phase::Open);
        let language = self.language.as_ref().or_else(|| meeting.languages().first());
        let wishes = charter.zip(language).map(|(charter, language)| route::wishes(charter, language));
        for booth in &mut self.booths {
            let wish = wishes.as_ref().and_then(|wishes| wishes.get(booth.id()));
            steps.extend(booth.step(
                &scene,
                &mut self.chance,
                wish,
                &self.utterance,
                &self.script.interpreting,
            ));
        }
        if now >= self.writes_at {
            self.writes_at = now + self.chance.time(WRITE_APART);
            let count = self.script.messages.len().max(1);
            let message = self.script.messages.get(self.written % count);
            self.written += 1;
            steps.extend(message.filter(|message| scene.is_played(&message.person)).and_then(write));
        }
        steps
    }

    async fn command(&mut self, (person, command): Step) {
        let (started, count) = &mut self.keys;
        *count += 1;
        let key = Uuid::from_u64_pair(*started, *count);
        // Somebody real may have come a moment ago, and has the seat: only `leave` still acts in it.
        let answer = self.room.command(person.clone(), key, command.clone()).await;
        match answer {
            Answer::Done(_) => {}
            Answer::Refused(_) | Answer::NotStored | Answer::Busy => {
                tracing::debug!(%person, ?command, ?answer, "a simulated person was refused");
                let until = Instant::now() + AFTER_REFUSAL;
                if let Some(booth) = self.booths.iter_mut().find(|booth| booth.has(&person)) {
                    booth.hold(until);
                }
                self.held.insert(person, until);
            }
        }
    }
}

/// The next thing that a person has switched on and that is not to outlast them.
fn to_take_back(meeting: &Meeting, person: &PersonId) -> Option<Command> {
    let booths = || meeting.interpretation.booths.values();
    let handovers = booths().filter_map(|booth| booth.handover.as_ref()).map(|pending| &pending.handover);
    let mut handovers = handovers.filter(|handover| handover.from == *person || handover.to == *person);
    if let Some(handover) = handovers.next() {
        let handover = handover.id.clone();
        return Some(Command::Interpretation(interpretation::Command::CancelHandover { handover }));
    }
    if booths().filter_map(|booth| booth.on_air.as_ref()).any(|on_air| on_air.person == *person) {
        return Some(Command::Interpretation(interpretation::Command::GoOffAir {}));
    }
    if meeting.microphones.podium.contains_key(person) {
        return Some(Command::Microphones(microphones::Command::CloseMicrophone { person: None }));
    }
    if meeting.microphones.agreed.contains_key(person) {
        return Some(Command::Microphones(microphones::Command::AgreeToMicrophone { agrees: false }));
    }
    let consents = meeting.recording.consents.contains(person);
    consents.then_some(Command::Recording(recording::Command::ConsentToRecording { consents: false }))
}

/// The step of writing a message in the main room.
fn write(message: &super::script::Message) -> Option<Step> {
    let send = chat::Command::SendMessage {
        reply_to: None,
        room: MAIN_ROOM.parse().ok()?,
        text: message.text.clone(),
        language: Some(message.language.clone()),
    };
    Some((message.person.clone(), Command::Chat(send)))
}
