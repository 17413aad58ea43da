//! The course of events: who does what when, drawn from one seed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use plenary::conference::ConferencePlan;
use plenary::log::faulty::{Faulty, Fired, Odds};
use plenary::log::{Log, Memory};
use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::room::{Answer, Clock, Room, Settings, open_alone};
use plenary::terms::ids::{Millis, PersonId, SessionId};
use tokio::task::{JoinHandle, JoinSet};
use uuid::Uuid;

use crate::chance::Chance;
use crate::clients::{Came, Clients};
use crate::follower::Follower;
use crate::oracle::{self, Sent};
use crate::wishes::{MICROPHONES, PEOPLE, wish};

/// Steps of one course.
const STEPS: usize = 400;
/// Commands that are done in a course at least.
const DONE_MIN: usize = 40;
/// Most steps that a message is under way.
const LATE_MAX: usize = 25;
/// Longest that an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
const WEATHER: Odds = Odds { lost: 50, unanswered: 50, unread: 50, ..Odds::NONE };
const GRACE_MS: Millis = 10_000;

/// Steps after which every client is to hold what it may see.
const SETTLES_EVERY: usize = 50;

/// A follower looks at its whole view after each so many publications: what is wrong in it stays wrong.
pub const LOOKS_EVERY: u64 = 4;

/// What came of a course.
pub struct Course {
    pub fired: Fired,
    /// Events by their tags.
    pub happened: BTreeSet<&'static str>,
    pub came: Came,
    /// What each client took in and held, where that is kept.
    pub taken: Vec<serde_json::Value>,
}

/// A command under way.
#[derive(Clone)]
pub struct Letter {
    pub arrives: usize,
    pub person: PersonId,
    pub key: Uuid,
    pub command: Command,
}

pub struct World {
    seed: u64,
    /// Whether it is kept what each client takes in and holds.
    keeps: bool,
    chance: Chance,
    clock: Clock,
    log: Arc<Faulty>,
    rooms: Vec<Room>,
    /// Those of each room.
    clients: Vec<Clients>,
    followers: Vec<JoinHandle<Meeting>>,
    /// Who is connected, and to which room.
    connected: BTreeMap<&'static str, usize>,
    /// Whose microphone is heard, and by which room.
    heard: BTreeMap<&'static str, usize>,
    letters: Vec<Letter>,
    sent: Sent,
    /// Rooms that have acknowledged a command.
    acknowledging: BTreeSet<usize>,
}

impl World {
    pub async fn new(seed: u64, rooms: usize, keeps: bool) -> Self {
        let clock = Clock::manual(1_000_000);
        let log = Arc::new(Faulty::new(Arc::new(Memory::new()), seed, WEATHER));
        let mut world = Self {
            seed,
            keeps,
            chance: Chance::new(seed),
            clock,
            log,
            rooms: Vec::new(),
            clients: Vec::new(),
            followers: Vec::new(),
            connected: BTreeMap::new(),
            heard: BTreeMap::new(),
            letters: Vec::new(),
            sent: Sent::new(),
            acknowledging: BTreeSet::new(),
        };
        for _ in 0..rooms {
            world.open().await;
        }
        world
    }

    /// Opens a room on the log, however often it takes in this weather.
    async fn open(&mut self) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml");
        let conference = ConferencePlan::read(&file).unwrap();
        let session: SessionId = "opening".parse().unwrap();
        let charter = conference.charter(&session).unwrap();
        let log: Arc<dyn Log> = self.log.clone();
        let settings = Settings { grace_ms: GRACE_MS, clock: self.clock.clone(), ..Settings::default() };
        for _ in 0..100 {
            let Ok(room) = open_alone(&log, charter.clone(), &settings).await else {
                continue;
            };
            let (meeting, published) = room.follow().await.unwrap();
            let (clients, told) = Clients::new(&mut self.chance, self.clock.clone(), meeting.clone());
            self.clients.push(clients.keeping(self.keeps));
            let follower = Follower::new(meeting).telling(told).looking_every(LOOKS_EVERY);
            self.followers.push(tokio::spawn(follower.follow(published)));
            return self.rooms.push(room);
        }
        panic!("seed {}: the room never opened", self.seed);
    }

    /// Runs the whole course, and tells how bad the weather was.
    pub async fn run(mut self) -> Course {
        for step in 0..STEPS {
            self.step(step).await;
            if step % SETTLES_EVERY == SETTLES_EVERY - 1 {
                self.settle().await;
            }
        }
        self.clear_up().await;
        self.settle().await;
        let log: Arc<dyn Log> = self.log.clone();
        let happened = oracle::check(&log, &self.rooms, &self.sent, DONE_MIN).await;
        if self.rooms.len() == 1 {
            self.assert_presence().await;
            self.assert_microphones().await;
        }
        for room in &self.rooms {
            room.stop().await;
        }
        for (room, follower) in self.followers.into_iter().enumerate() {
            let came_to = tokio::time::timeout(ANSWER_WITHIN, follower).await.expect("it ends").unwrap();
            assert!(came_to.seq > 50, "seed {}, room {room}: something happened", self.seed);
        }
        // Each follows the other's appends, and loses a race where both were at once.
        let all: BTreeSet<usize> = (0..self.rooms.len()).collect();
        assert_eq!(self.acknowledging, all, "seed {}: every room took part", self.seed);
        let (mut came, mut taken) = (Came::default(), Vec::new());
        for clients in &self.clients {
            came += clients.came();
            taken.extend(clients.courses());
        }
        Course { fired: self.log.fired(), happened, came, taken }
    }

    /// Every client has taken in what there is, and holds what it may see.
    async fn settle(&mut self) {
        for (room, clients) in self.rooms.iter().zip(&mut self.clients) {
            // Another room's appends come in meanwhile.
            loop {
                let before = room.look().await.unwrap();
                clients.read_on().await;
                let after = room.look().await.unwrap();
                if before.seq == after.seq {
                    clients.assert_settled(&after);
                    break;
                }
            }
        }
    }

    async fn step(&mut self, step: usize) {
        match self.chance.below(12) {
            0 => self.come_or_go().await,
            1 | 2 => self.speak_or_fall_silent().await,
            3 => {
                let by_ms = [10, 500, 5_000, 100_000][self.chance.below(4)];
                self.pass_time(by_ms).await;
            }
            _rest => self.write(step).await,
        }
        self.deliver(step).await;
        for clients in &mut self.clients {
            clients.step(&mut self.chance).await;
        }
    }

    /// A person asks for something: it arrives late, perhaps twice or three times.
    async fn write(&mut self, step: usize) {
        let person = PEOPLE[self.chance.below(PEOPLE.len())];
        let meeting = self.look().await;
        let (key, command) = (self.chance.key(), wish(&mut self.chance, &meeting, person));
        self.sent.insert(key, (command.clone(), BTreeSet::new()));
        for _ in 0..=self.chance.below(3) {
            let arrives = step + self.chance.below(LATE_MAX);
            let person = person.parse().unwrap();
            self.letters.push(Letter { arrives, person, key, command: command.clone() });
        }
    }

    async fn look(&mut self) -> Meeting {
        let room = self.chance.below(self.rooms.len());
        self.rooms[room].look().await.unwrap()
    }

    /// All letters that arrive now are on the rooms' tables at once.
    async fn deliver(&mut self, step: usize) {
        let (now, later) = self.letters.drain(..).partition(|letter| letter.arrives <= step);
        self.letters = later;
        let mut answers = JoinSet::new();
        let now: Vec<Letter> = now;
        for letter in now {
            let number = self.chance.below(self.rooms.len());
            let room = self.rooms[number].clone();
            answers.spawn(async move {
                let Letter { person, key, command, .. } = letter.clone();
                let answer = tokio::time::timeout(ANSWER_WITHIN, room.command(person, key, command)).await;
                (number, letter, answer.expect("no command waits for ever"))
            });
        }
        for (number, mut letter, answer) in answers.join_all().await {
            match answer {
                Answer::Done(seq) => {
                    self.acknowledging.insert(number);
                    self.sent.get_mut(&letter.key).unwrap().1.insert(seq);
                }
                Answer::Refused(_) => {}
                Answer::NotStored | Answer::Busy => {
                    letter.arrives = step + 1 + self.chance.below(LATE_MAX);
                    self.letters.push(letter);
                }
            }
        }
    }

    async fn come_or_go(&mut self) {
        let person = PEOPLE[self.chance.below(PEOPLE.len())];
        let id: PersonId = person.parse().unwrap();
        match self.connected.remove(person) {
            Some(room) => self.rooms[room].disconnected(id).await,
            None => {
                let room = self.chance.below(self.rooms.len());
                self.rooms[room].connected(id).await;
                self.connected.insert(person, room);
            }
        }
    }

    /// Sound begins or ceases to come from somebody's microphone.
    async fn speak_or_fall_silent(&mut self) {
        let person = MICROPHONES[self.chance.below(MICROPHONES.len())];
        let id: PersonId = person.parse().unwrap();
        match self.heard.remove(person) {
            Some(room) => self.rooms[room].microphone(id, false).await,
            None => {
                let room = self.chance.below(self.rooms.len());
                self.rooms[room].microphone(id, true).await;
                self.heard.insert(person, room);
            }
        }
    }

    /// The clock goes on, and each room is woken to see what is due.
    async fn pass_time(&self, by_ms: Millis) {
        self.clock.advance(by_ms);
        for room in &self.rooms {
            let looked = tokio::time::timeout(ANSWER_WITHIN, room.look()).await;
            assert!(looked.expect("no room is stuck").is_some(), "seed {}: a room has ended", self.seed);
        }
    }

    /// The weather clears: whatever is under way arrives, whatever is due comes.
    async fn clear_up(&mut self) {
        self.log.calm();
        while !self.letters.is_empty() {
            self.deliver(usize::MAX / 2).await;
            self.letters.iter_mut().for_each(|letter| letter.arrives = 0);
        }
        for _ in 0..4 {
            self.pass_time(GRACE_MS).await;
        }
    }

    /// With one room, exactly those are present who are connected; a screen is nobody.
    async fn assert_presence(&mut self) {
        let meeting = self.look().await;
        let present: BTreeSet<String> = meeting.presence.present.keys().map(ToString::to_string).collect();
        let here = self.connected.keys().filter(|person| **person != "screen").map(ToString::to_string);
        assert_eq!(present, here.collect(), "seed {}", self.seed);
    }

    /// With one room, exactly those microphones are connected that are heard.
    async fn assert_microphones(&mut self) {
        let meeting = self.look().await;
        let connected: BTreeSet<String> =
            meeting.microphones.connected.keys().map(ToString::to_string).collect();
        let heard = self.heard.keys().map(ToString::to_string).collect();
        assert_eq!(connected, heard, "seed {}", self.seed);
    }
}
