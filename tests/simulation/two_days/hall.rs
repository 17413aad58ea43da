//! One session of the conference, and everybody in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plenary::conference::command::Taken;
use plenary::conference::{Conference, ConferencePlan};
use plenary::log::{Log, Stream};
use plenary::meeting::Meeting;
use plenary::meeting::charter::Charter;
use plenary::meeting::event::Recorded;
use plenary::meeting::procedure::programme::Phase;
use plenary::room::{Answer, Clock, Registry, Room, Settings, stored};
use plenary::terms::ids::{Millis, Moment, PersonId, RequestId, Seq, SessionId, TurnId};
use plenary::terms::people::{Person, Role};
use plenary::wire::command::Command;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::report::{Done, Report};
use super::{desk, panel, people};
use crate::chance::Chance;
use crate::follower::Follower;

/// How long a person may be without a connection before they have left, in milliseconds.
const GRACE_MS: Millis = 10_000;
/// A follower looks at its whole view after each so many publications.
const LOOKS_EVERY: u64 = 100;

/// What is looked at on the way.
#[derive(Debug, Clone, Copy)]
pub enum Watch {
    /// The meetings, and each view of them.
    Views,
    /// The meetings alone: their views are looked at elsewhere.
    Meetings,
}

/// A session under way.
pub struct Hall {
    pub rooms: Registry,
    pub room: Room,
    pub clock: Clock,
    pub chance: Chance,
    /// The meeting as it stood after the last command.
    pub meeting: Meeting,
    pub cast: Cast,
    /// Who is connected.
    pub here: BTreeSet<PersonId>,
    /// Who dropped out and will return.
    pub away: BTreeSet<PersonId>,
    /// How long each turn's speaker means to speak.
    pub means_ms: BTreeMap<TurnId, Millis>,
    /// Since when the chair waits for something, by what.
    pub since: BTreeMap<&'static str, Moment>,
    /// Whether it had its break.
    pub rested: bool,
    pub done: Done,
    watch: Watch,
    follower: JoinHandle<Meeting>,
}

/// Who plays which part.
pub struct Cast {
    /// One who speaks for each delegation.
    pub delegates: Vec<Person>,
    pub observers: Vec<PersonId>,
    pub interpreters: Vec<Person>,
    /// The chair, or who moderates a panel.
    pub presides: PersonId,
    pub secretariat: PersonId,
    pub on_stage: Vec<PersonId>,
}

impl Cast {
    fn of(charter: &Charter) -> Self {
        let with = |role: Role| charter.people.iter().filter(move |person| person.roles.contains(&role));
        let mut seats = BTreeSet::new();
        let delegates = with(Role::Delegate).filter(|person| seats.insert(person.delegation.clone()));
        let delegates: Vec<Person> = delegates.cloned().collect();
        let stage = with(Role::Panellist).chain(with(Role::Moderator));
        Self {
            delegates,
            observers: with(Role::Observer).map(|person| person.id.clone()).collect(),
            interpreters: with(Role::Interpreter).cloned().collect(),
            presides: with(Role::Chair).next().expect("somebody presides").id.clone(),
            secretariat: with(Role::Secretariat).next().expect("there is a secretariat").id.clone(),
            on_stage: stage.map(|person| person.id.clone()).collect(),
        }
    }

    fn everybody(&self) -> Vec<PersonId> {
        let delegates = self.delegates.iter().chain(&self.interpreters).map(|person| &person.id);
        let others = self.observers.iter().chain(&self.on_stage).chain([&self.presides, &self.secretariat]);
        delegates.chain(others).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl Hall {
    pub async fn open(
        (log, plan, watch): (&Arc<dyn Log>, &ConferencePlan, Watch),
        session: &SessionId,
        clock: Clock,
        chance: Chance,
    ) -> Self {
        let (rooms, room, follower) = opened((log, plan, watch), session, &clock).await;
        let meeting = room.look().await.unwrap();
        let cast = Cast::of(meeting.charter.as_ref().expect("it is convened"));
        Self {
            rooms,
            room,
            clock,
            chance,
            meeting,
            cast,
            here: BTreeSet::new(),
            away: BTreeSet::new(),
            means_ms: BTreeMap::new(),
            since: BTreeMap::new(),
            rested: false,
            done: Done::default(),
            watch,
            follower,
        }
    }

    pub fn is_over(&self) -> bool {
        self.meeting.programme.phase == Phase::Closed
    }

    pub fn now_ms(&self) -> Moment {
        self.clock.now_ms()
    }

    /// How far the planned time has gone, in hundredths; over 100 once it is over.
    pub fn percent(&self) -> i64 {
        let times = self.meeting.planned.as_ref().expect("it was convened").times;
        (self.now_ms() - times.starts_at_ms) * 100 / (times.ends_at_ms - times.starts_at_ms)
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.chance.below(times) == 0
    }

    /// Whether so long has passed since it was first asked so. Asked again after that, it begins anew.
    pub fn waited(&mut self, what: &'static str, for_ms: Millis) -> bool {
        let now_ms = self.now_ms();
        let since_ms = *self.since.entry(what).or_insert(now_ms);
        let is_so = now_ms - since_ms >= for_ms;
        if is_so {
            self.since.remove(what);
        }
        is_so
    }

    /// Time goes on by a step, and everybody does what they do.
    pub async fn step(&mut self, by_ms: Millis) {
        self.clock.advance(by_ms);
        self.look().await;
        self.come_and_go().await;
        desk::step(self).await;
        people::step(self).await;
        panel::step(self).await;
    }

    async fn look(&mut self) {
        self.meeting = self.room.look().await.expect("the room lives");
    }

    /// People arrive bit by bit, drop out without a word, and return.
    async fn come_and_go(&mut self) {
        let missing: Vec<PersonId> =
            self.cast.everybody().into_iter().filter(|one| !self.here.contains(one)).collect();
        for person in missing {
            let returns = self.away.contains(&person);
            if self.once_in(if returns { 25 } else { 12 }) {
                self.away.remove(&person);
                self.done.returns += u32::from(returns);
                self.room.connected(person.clone()).await;
                self.here.insert(person);
            }
        }
        let here: Vec<PersonId> = self.here.iter().cloned().collect();
        if self.once_in(8)
            && let Some(person) = self.chance.one(&here).cloned()
            && person != self.cast.presides
        {
            self.done.drops += 1;
            self.room.disconnected(person.clone()).await;
            self.here.remove(&person);
            self.away.insert(person);
        }
        self.look().await;
    }

    /// Has somebody ask for something, now and then twice under the same key, as a client does whose answer was lost.
    /// Tells where the log came to; nothing when it was refused.
    pub async fn ask(&mut self, person: &PersonId, wish: Value) -> Option<Seq> {
        let command: Command =
            serde_json::from_value(wish.clone()).unwrap_or_else(|error| panic!("{wish}: {error}"));
        let key = self.chance.key();
        let twice = self.once_in(10);
        let answer = self.send(person, key, command.clone()).await;
        if twice && matches!(answer, Answer::Done(_)) {
            let again = self.send(person, key, command).await;
            assert_eq!(again, answer, "the same letter again is answered the same: {wish}");
        }
        let tag = wish["type"].as_str().unwrap().to_owned();
        let seq = self.done.count(&tag, &answer);
        self.look().await;
        seq
    }

    async fn send(&self, person: &PersonId, key: Uuid, command: Command) -> Answer {
        match command {
            Command::Conference(command) => {
                self.rooms.command_from(person.clone(), key, command, self.room.session()).await
            }
            Command::Draft(_) => panic!("nobody of the two days writes the outcome document"),
            Command::Meeting(command) => self.room.command(person.clone(), key, command).await,
        }
    }

    /// Two at the desk press the same at the same instant: exactly one act is done, and the other is refused by name.
    pub async fn ask_at_once(&mut self, wish: Value) {
        let (chair, secretariat) = (self.cast.presides.clone(), self.cast.secretariat.clone());
        let command: Command = serde_json::from_value(wish.clone()).unwrap();
        let keys = [self.chance.key(), self.chance.key()];
        let (one, other) = tokio::join!(
            self.send(&chair, keys[0], command.clone()),
            self.send(&secretariat, keys[1], command),
        );
        let done = [&one, &other].iter().filter(|answer| matches!(answer, Answer::Done(_))).count();
        let refused = [&one, &other].iter().filter(|answer| matches!(answer, Answer::Refused(_))).count();
        assert_eq!((done, refused), (1, 1), "{wish}: {one:?}, {other:?}");
        let tag = wish["type"].as_str().unwrap().to_owned();
        self.done.count(&tag, &one);
        self.done.count(&tag, &other);
        self.done.at_once += 1;
        self.look().await;
    }

    /// The request on the floor.
    pub fn on_floor(&self) -> Option<(TurnId, RequestId)> {
        let turn = &self.meeting.floor.current.as_ref()?.turn;
        Some((turn.id.clone(), turn.request.clone()))
    }

    /// Stops the server in the midst of it and starts it again: what was, is; who was there returns.
    pub async fn restart(&mut self, log: &Arc<dyn Log>, plan: &ConferencePlan) {
        self.rooms.stop().await;
        let (rooms, room, follower) = opened((log, plan, self.watch), self.room.session(), &self.clock).await;
        let before = std::mem::replace(&mut self.follower, follower).await.unwrap();
        let after = room.look().await.unwrap();
        let mut expected = before.clone();
        if before.recording.since_ms.is_some() {
            // A server that starts goes on with the recording as another node.
            assert_ne!(before.recording.at, after.recording.at);
            expected.recording.at = after.recording.at.clone();
            expected.seq += 1;
        }
        assert_eq!(expected, after, "a restart changes nothing");
        assert!(after.floor.current.is_some() || after.speakers.requests.len() > 3, "in the midst of it");
        (self.rooms, self.room) = (rooms, room);
        for person in &self.here {
            self.room.connected(person.clone()).await;
        }
        self.look().await;
        assert_eq!(self.meeting.presence.present, before.presence.present, "nobody has left");
        self.done.restarts += 1;
    }

    /// Ends the session's room and adds up what happened in it, from its log.
    pub async fn close(self, log: &Arc<dyn Log>, report: &mut Report) {
        self.rooms.stop().await;
        let live = self.follower.await.unwrap();
        let session = self.room.session().clone();
        let entries =
            log.read(&Stream::new(&format!("session/{session}")).unwrap(), 0, usize::MAX).await.unwrap();
        let mut replayed = Meeting::default();
        let mut events = BTreeMap::<&'static str, u32>::new();
        for entry in &entries {
            let recorded: Recorded = stored::decode(log, entry).await.unwrap();
            *events.entry(recorded.event.tag()).or_default() += 1;
            replayed.evolve(&recorded);
        }
        assert_eq!(replayed, live, "{session}: replay is what lived");
        report.add(&session, &live, &events, &self.done);
    }

    /// A wish that names a request.
    pub fn of_request(what: &str, request: &RequestId) -> Value {
        json!({"type": what, "request": request})
    }
}

/// Opens the rooms of the conference, and follows one session.
async fn opened(
    (log, plan, watch): (&Arc<dyn Log>, &ConferencePlan, Watch),
    session: &SessionId,
    clock: &Clock,
) -> (Registry, Room, JoinHandle<Meeting>) {
    let settings = Settings { grace_ms: GRACE_MS, clock: clock.clone(), ..Settings::default() };
    let taken = |stored: &Conference| stored.live.is_none().then(|| Taken::as_filed(plan));
    let rooms = Registry::open(log, taken, &settings).await.unwrap();
    let room = rooms.room(session).expect("the programme has the session");
    let (meeting, published) = room.follow().await.unwrap();
    let follower = match watch {
        Watch::Views => Follower::new(meeting).looking_every(LOOKS_EVERY),
        Watch::Meetings => Follower::unseeing(meeting),
    };
    (rooms, room, tokio::spawn(follower.follow(published)))
}
