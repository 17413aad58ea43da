//! The course of events among several nodes, drawn from one seed, and what must hold when it has become quiet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use plenary::log::Log;
use plenary::log::faulty::{Fired, Odds};
use plenary::meeting::Meeting;
use plenary::room::{Answer, LEASE_MS, Room};
use plenary::terms::ids::{Millis, NodeId, PersonId};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use super::air::{Air, Blown};
use super::place::{GRACE_MS, Ground, Place};
use crate::chance::Chance;
use crate::oracle;
use crate::wishes::{MICROPHONES, PEOPLE, wish};
use crate::world::{Letter, Sent};

/// Nodes at once.
const PLACES: usize = 2;
/// Commands that are done in a course at least.
const DONE_MIN: usize = 10;
/// Steps of one course.
const STEPS: usize = 200;
/// Most steps that a message is under way.
const LATE_MAX: usize = 10;
/// Longest that an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);
/// By how much clocks may be wrong, in milliseconds. Two of them differ by twice as much at most.
const WRONG_MS: [Millis; 4] = [0, -20_000, 20_000, 700];
const WEATHER: Odds = Odds { lost: 30, unanswered: 30, raced: 0, unread: 30 };

/// How often what must come has come.
#[derive(Debug, Default, Clone, Copy)]
pub struct Came {
    pub deaths: usize,
    /// After a death.
    pub starts: usize,
    pub muted: usize,
    pub deafened: usize,
    pub stalled: usize,
    /// Clients that came back to another node.
    pub moved: usize,
    /// Times at which somebody came who was at another node already.
    pub at_two: usize,
    /// People who left a living node at which they had never disconnected, because others held it for dead.
    pub thrown_out: usize,
    pub lost: usize,
    pub unanswered: usize,
}

impl std::ops::AddAssign for Came {
    fn add_assign(&mut self, other: Self) {
        self.deaths += other.deaths;
        self.starts += other.starts;
        self.muted += other.muted;
        self.deafened += other.deafened;
        self.stalled += other.stalled;
        self.moved += other.moved;
        self.at_two += other.at_two;
        self.thrown_out += other.thrown_out;
        self.lost += other.lost;
        self.unanswered += other.unanswered;
    }
}

pub struct Cluster {
    seed: u64,
    chance: Chance,
    ground: Ground,
    places: Vec<Option<Place>>,
    /// Nodes that were started so far.
    started: usize,
    letters: Vec<Letter>,
    sent: Sent,
    came: Came,
}

impl Cluster {
    pub async fn new(seed: u64, log: Arc<dyn Log>) -> Self {
        let ground = Ground { log, air: Air::new(seed), began: Instant::now(), odds: WEATHER };
        let (places, letters, came) = (Vec::new(), Vec::new(), Came::default());
        let chance = Chance::new(seed);
        let mut cluster = Self { seed, chance, ground, places, started: 0, letters, sent: Sent::new(), came };
        for _ in 0..PLACES {
            let place = cluster.start().await;
            cluster.places.push(Some(place));
        }
        cluster
    }

    async fn start(&mut self) -> Place {
        let wrong_by_ms = WRONG_MS[self.chance.below(WRONG_MS.len())];
        self.started += 1;
        Place::start(&self.ground, &mut self.chance, self.started, wrong_by_ms).await
    }

    /// Runs the whole course, and tells how bad the weather was.
    pub async fn run(mut self) -> (Came, Blown) {
        for step in 0..STEPS {
            self.step(step).await;
        }
        self.clear_up().await;
        self.settle().await;
        let rooms: Vec<Room> = self.living().map(|place| place.room.clone()).collect();
        oracle::check(&self.ground.log, &rooms, &self.sent, DONE_MIN).await;
        // Whoever holds a room keeps it from ending.
        drop(rooms);
        self.assert_quiet().await;
        self.assert_times().await;
        for place in self.places.into_iter().flatten() {
            self.came.take(place.log.fired());
            place.die().await;
        }
        (self.came, self.ground.air.blown())
    }

    fn living(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().flatten()
    }

    /// One of the places that live.
    fn place(&mut self) -> &mut Place {
        let living = self.living().count();
        let number = self.chance.below(living);
        self.places.iter_mut().flatten().nth(number).expect("one always lives")
    }

    async fn step(&mut self, step: usize) {
        match self.chance.below(16) {
            0..=2 => self.come_or_go().await,
            3 | 4 => self.speak_or_fall_silent().await,
            5 => self.die_or_start().await,
            6 | 7 => self.cut_off(),
            8 | 9 => {
                let for_ms = [50, 2_000, 6_000, 20_000, 40_000][self.chance.below(5)];
                sleep(Duration::from_millis(for_ms)).await;
            }
            _rest => self.write(step).await,
        }
        self.deliver(step).await;
        for number in 0..self.places.len() {
            let Some(place) = self.places[number].as_mut() else { continue };
            place.clients.step(&mut self.chance).await;
        }
        if self.chance.below(4) == 0
            && let [Some(from), Some(to)] = &mut self.places[..]
        {
            let (from, to) = if self.chance.below(2) == 0 { (from, to) } else { (to, from) };
            self.came.moved += usize::from(from.clients.hand_over(&mut to.clients));
        }
    }

    async fn come_or_go(&mut self) {
        let person = PEOPLE[self.chance.below(PEOPLE.len())];
        let goes = self.chance.below(5) < 2;
        let before = self.living().filter(|place| place.connected.contains_key(person)).count();
        let place = self.place();
        if goes && place.connected.contains_key(person) {
            return place.disconnect(person).await;
        }
        let new = !place.connected.contains_key(person);
        place.connect(person).await;
        self.came.at_two += usize::from(new && before > 0);
    }

    async fn speak_or_fall_silent(&mut self) {
        let person = MICROPHONES[self.chance.below(MICROPHONES.len())];
        let place = self.place();
        let heard = !place.heard.contains(person);
        place.hear(person, heard).await;
    }

    /// A node dies, and nobody tells; or one is started in the place of one that has.
    async fn die_or_start(&mut self) {
        if let Some(empty) = self.places.iter().position(Option::is_none) {
            let place = self.start().await;
            self.places[empty] = Some(place);
            self.came.starts += 1;
        } else if self.chance.below(2) == 0 {
            let number = self.chance.below(PLACES);
            let Some(mut dying) = self.places[number].take() else { return };
            if let Some(other) = self.places.iter_mut().flatten().next() {
                dying.clients.flee(&mut other.clients);
            }
            self.came.deaths += 1;
            self.came.take(dying.log.fired());
            dying.die().await;
        }
    }

    /// For a while a node is not heard, or does not hear, or its log hangs.
    fn cut_off(&mut self) {
        let (what, for_s) = (self.chance.below(4), 5 + self.chance.below(55) as u64);
        let place = self.place();
        let (antenna, log) = (place.antenna.clone(), place.log.clone());
        match what {
            0 => antenna.cut(true, false),
            1 => antenna.cut(false, true),
            2 => antenna.cut(true, true),
            _rest => log.stall(true),
        }
        tokio::spawn(async move {
            sleep(Duration::from_secs(if what == 3 { for_s.min(20) } else { for_s })).await;
            if what == 3 { log.stall(false) } else { antenna.cut(false, false) }
        });
        self.came.muted += usize::from(what == 0 || what == 2);
        self.came.deafened += usize::from(what == 1 || what == 2);
        self.came.stalled += usize::from(what == 3);
    }

    /// A person asks for something: it arrives late, perhaps twice, perhaps at two nodes.
    async fn write(&mut self, step: usize) {
        let person = PEOPLE[self.chance.below(PEOPLE.len())];
        let meeting = self.place().meeting().await;
        let (key, command) = (self.chance.key(), wish(&mut self.chance, &meeting, person));
        self.sent.insert(key, (command.clone(), BTreeSet::new()));
        for _ in 0..=self.chance.below(3) {
            let arrives = step + self.chance.below(LATE_MAX);
            let person = person.parse().unwrap();
            self.letters.push(Letter { arrives, person, key, command: command.clone() });
        }
    }

    /// All letters that arrive now are on the rooms' tables at once.
    async fn deliver(&mut self, step: usize) {
        let (now, later) = self.letters.drain(..).partition(|letter| letter.arrives <= step);
        self.letters = later;
        let mut answers = JoinSet::new();
        let now: Vec<Letter> = now;
        for letter in now {
            let room = self.place().room.clone();
            answers.spawn(async move {
                let Letter { person, key, command, .. } = letter.clone();
                let answer = timeout(ANSWER_WITHIN, room.command(person, key, command)).await;
                (letter, answer.expect("no command waits for ever"))
            });
        }
        for (mut letter, answer) in answers.join_all().await {
            match answer {
                Answer::Done(seq) => {
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

    /// The weather clears: whatever is under way arrives, and then time passes in which all are heard and nobody comes.
    async fn clear_up(&mut self) {
        self.ground.air.calm();
        for place in self.living() {
            place.log.calm();
        }
        while !self.letters.is_empty() {
            self.deliver(usize::MAX / 2).await;
            self.letters.iter_mut().for_each(|letter| letter.arrives = 0);
        }
        // Whoever was cut off last is so for a minute at most.
        sleep(Duration::from_secs(60)).await;
        sleep(Duration::from_millis((LEASE_MS + GRACE_MS).unsigned_abs())).await;
    }

    /// Every client has taken in what there is, and holds what it may see.
    async fn settle(&mut self) {
        for place in self.places.iter_mut().flatten() {
            // What time brings may come in meanwhile.
            loop {
                let before = place.meeting().await;
                place.clients.read_on().await;
                let after = place.meeting().await;
                if before.seq == after.seq {
                    place.clients.assert_settled(&after);
                    break;
                }
            }
        }
    }

    /// Presence is what the connections are, each microphone is at one node that hears it, and all rooms agree.
    async fn assert_quiet(&mut self) {
        let seed = self.seed;
        let mut meetings: BTreeMap<&NodeId, Meeting> = BTreeMap::new();
        for place in self.living() {
            meetings.insert(&place.node, place.meeting().await);
        }
        let meeting = meetings.values().next().expect("one lives").clone();
        assert!(meetings.values().all(|other| *other == meeting), "seed {seed}: the rooms agree");
        let (at, heard_at) = (&meeting.presence.at, &meeting.microphones.at);
        let living: BTreeSet<&NodeId> = meetings.keys().copied().collect();
        for node in at.nodes().chain(heard_at.nodes()) {
            assert!(node.as_ref().is_some_and(|node| living.contains(node)), "seed {seed}: {node:?} is dead");
        }
        let mut everybody = BTreeSet::new();
        for place in self.living() {
            // A screen is nobody.
            let here = place.connected.keys().filter(|person| **person != "screen");
            let here: BTreeSet<PersonId> = here.map(|person| person.parse().unwrap()).collect();
            let stored: BTreeSet<PersonId> = at.at(&Some(place.node.clone())).cloned().collect();
            assert_eq!(stored, here, "seed {seed}: who is at {}", place.node);
            everybody.extend(here);
        }
        let present: BTreeSet<PersonId> = meeting.presence.present.keys().cloned().collect();
        assert_eq!(present, everybody, "seed {seed}");
        for person in MICROPHONES {
            let id: PersonId = person.parse().unwrap();
            let hearing = self.living().filter(|place| place.heard.contains(person));
            let hearing: BTreeSet<NodeId> = hearing.map(|place| place.node.clone()).collect();
            let stored: Vec<NodeId> =
                heard_at.nodes().filter(|node| heard_at.is_at(&id, node)).flatten().cloned().collect();
            assert_eq!(stored.len(), usize::from(!hearing.is_empty()), "seed {seed}: {person}, {hearing:?}");
            assert!(stored.iter().all(|node| hearing.contains(node)), "seed {seed}: {person} at {stored:?}");
            assert_eq!(meeting.microphones.connected.contains_key(&id), !hearing.is_empty(), "seed {seed}");
        }
    }

    /// Nothing happened before what it follows from, whatever the clocks say. Counts who was made to leave.
    async fn assert_times(&mut self) {
        let events = oracle::recorded(&self.ground.log).await;
        for pair in events.windows(2) {
            assert!(pair[0].at_ms <= pair[1].at_ms, "seed {}: {:?} before {:?}", self.seed, pair[1], pair[0]);
        }
        let mut meeting = Meeting::default();
        let mut thrown_out = 0;
        for event in &events {
            let before = meeting.presence.at.clone();
            meeting.evolve(event);
            for place in self.living() {
                let at = Some(place.node.clone());
                let gone = before.at(&at).filter(|person| !meeting.presence.at.is_at(person, &at));
                thrown_out += gone.filter(|person| !place.has_disconnected.contains(person.as_str())).count();
            }
        }
        self.came.thrown_out += thrown_out;
    }
}

impl Came {
    fn take(&mut self, fired: Fired) {
        self.lost += usize::try_from(fired.lost).unwrap();
        self.unanswered += usize::try_from(fired.unanswered).unwrap();
    }
}
