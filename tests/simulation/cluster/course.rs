//! The course of events among several nodes, drawn from one seed, and what must hold when it has become quiet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use plenary::log::Log;
use plenary::log::faulty::{Fired, Odds};
use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::room::{Answer, LEASE_MS, Room};
use plenary::terms::ids::{Millis, NodeId, PersonId};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use super::air::{Air, Blown};
use super::place::{GRACE_MS, Ground, Place};
use super::record;
use super::witness::Truth;
use crate::chance::Chance;
use crate::oracle::{self, Sent};
use crate::wishes::{MICROPHONES, PEOPLE, wish};
use crate::world::Letter;

/// Nodes at once.
const PLACES: usize = 3;
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
const WEATHER: Odds =
    Odds { lost: 20, unanswered: 20, silent: 20, late: 40, slow: 100, raced: 0, unread: 30, untold: 200 };
/// Steps after which every client is to hold what it may see.
const SETTLES_EVERY: usize = 100;
/// Time in which an append comes that its writer heard nothing of, and whoever was cut off is so no more.
const ALL_COMES_WITHIN: Duration = Duration::from_secs(60);

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
    /// People of another node that a node wanted to leave, because it held that one for dead.
    pub held_for_dead: usize,
    /// Answers that never reached who had asked, so that they asked again.
    pub unheard: usize,
    pub turns: usize,
    /// Times at which one went over to another node.
    pub microphones_moved: usize,
    pub fired: Fired,
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
        self.held_for_dead += other.held_for_dead;
        self.unheard += other.unheard;
        self.turns += other.turns;
        self.microphones_moved += other.microphones_moved;
        self.take(other.fired);
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
        let (air, began, truth) = (Air::new(seed), Instant::now(), Truth::default());
        let ground = Ground { log, air, began, odds: WEATHER, truth };
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
        for opening in [json!({"type": "open_session"}), json!({"type": "open_list", "list": "statements"})] {
            self.send(0, "chair", &serde_json::from_value(opening).unwrap());
        }
        for step in 0..STEPS {
            self.step(step).await;
            if step % SETTLES_EVERY == SETTLES_EVERY - 1 {
                self.settle().await;
            }
        }
        self.clear_up().await;
        self.settle().await;
        let rooms: Vec<Room> = self.living().map(|place| place.room.clone()).collect();
        oracle::check(&self.ground.log, &rooms, &self.sent, DONE_MIN).await;
        // Whoever holds a room keeps it from ending.
        drop(rooms);
        self.assert_quiet().await;
        self.assert_course().await;
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
        if self.chance.below(4) == 0 {
            self.move_a_client();
        }
    }

    /// A client that was cut off from one node comes back to another.
    fn move_a_client(&mut self) {
        let mut living: Vec<&mut Place> = self.places.iter_mut().flatten().collect();
        if living.len() < 2 {
            return;
        }
        let from = living.swap_remove(self.chance.below(living.len()));
        let to = living.swap_remove(self.chance.below(living.len()));
        self.came.moved += usize::from(from.clients.hand_over(&mut to.clients));
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
        let empty = self.places.iter().position(Option::is_none);
        let lives = self.living().count();
        if let Some(empty) = empty
            && (lives == 1 || self.chance.below(2) == 0)
        {
            let place = self.start().await;
            self.places[empty] = Some(place);
            self.came.starts += 1;
        } else if lives > 1 && self.chance.below(2) == 0 {
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
        // The desk has the most to do: without it nobody gets the floor.
        let others = PEOPLE[self.chance.below(PEOPLE.len())];
        let person = if self.chance.below(2) == 0 { "chair" } else { others };
        let meeting = self.place().meeting().await;
        let command = wish(&mut self.chance, &meeting, person);
        self.send(step, person, &command);
    }

    /// It arrives once to three times, perhaps at several nodes.
    fn send(&mut self, step: usize, person: &str, command: &Command) {
        let key = self.chance.key();
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
                    let stored = self.ground.log.last(&oracle::stream()).await.unwrap();
                    assert!(stored >= seq, "seed {}: {seq} is acknowledged, {stored} stored", self.seed);
                    self.sent.get_mut(&letter.key).unwrap().1.insert(seq);
                    if step < STEPS && self.chance.below(4) == 0 {
                        self.came.unheard += 1;
                        letter.arrives = step + 1 + self.chance.below(LATE_MAX);
                        self.letters.push(letter);
                    }
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
        sleep(ALL_COMES_WITHIN).await;
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

    /// What the log says was sound all along, and whoever was made to leave was to leave.
    async fn assert_course(&mut self) {
        let events = oracle::recorded(&self.ground.log).await;
        let (turns, microphones_moved) = record::assert_sound(&events, self.seed);
        self.came.turns += turns;
        self.came.microphones_moved += microphones_moved;
        let living: Vec<_> =
            self.living().map(|place| (place.node.clone(), place.has_disconnected.clone())).collect();
        self.came.thrown_out += record::thrown_out(&events, &living);
        self.came.held_for_dead += self.ground.truth.assert_leaving_is_due(&self.ground.log, self.seed).await;
    }
}

impl Came {
    fn take(&mut self, fired: Fired) {
        let all = &mut self.fired;
        all.lost += fired.lost;
        all.unanswered += fired.unanswered;
        all.silent += fired.silent;
        all.late += fired.late;
        all.late_stored += fired.late_stored;
        all.late_overtaken += fired.late_overtaken;
        all.slow += fired.slow;
        all.unread += fired.unread;
        all.untold += fired.untold;
    }
}
