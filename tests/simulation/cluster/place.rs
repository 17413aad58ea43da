//! One node: a room on the common log, the clients behind its own fan-out, a clock of its own, and who is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use plenary::conference::ConferencePlan;
use plenary::log::Log;
use plenary::log::faulty::{Faulty, Odds};
use plenary::meeting::Meeting;
use plenary::room::{Clock, Node, Room, Settings, open_alone};
use plenary::terms::ids::{Millis, NodeId, SessionId};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::air::{Air, Antenna};
use super::witness::{Seen, Truth};
use crate::chance::Chance;
use crate::clients::Clients;
use crate::follower::Follower;
use crate::world::LOOKS_EVERY;

pub const GRACE_MS: Millis = 10_000;
/// Longest that a node takes to end.
const ENDS_WITHIN: Duration = Duration::from_secs(60);
/// When the first of them began.
const BEGAN_MS: i64 = 1_000_000;

/// What nodes share.
pub struct Ground {
    pub log: Arc<dyn Log>,
    pub air: Arc<Air>,
    /// When all began.
    pub began: Instant,
    pub odds: Odds,
    /// What was seen of each, whatever became of it.
    pub truth: Truth,
}

/// A node.
pub struct Place {
    pub node: NodeId,
    pub room: Room,
    pub clients: Clients,
    pub log: Arc<Faulty>,
    pub antenna: Arc<Antenna>,
    seen: Arc<Seen>,
    follower: JoinHandle<Meeting>,
    /// Connections of each person here.
    pub connected: BTreeMap<&'static str, usize>,
    /// Those of whom a connection here has ended.
    pub has_disconnected: BTreeSet<&'static str>,
    /// Whose microphones are heard here.
    pub heard: BTreeSet<&'static str>,
}

impl Place {
    /// Starts a node whose clock is wrong by so much, however often it takes in this weather.
    pub async fn start(ground: &Ground, chance: &mut Chance, number: usize, wrong_by_ms: Millis) -> Self {
        let node: NodeId = format!("node-{number}").parse().unwrap();
        let began = ground.began;
        let passed_ms = move || Millis::try_from(began.elapsed().as_millis()).unwrap();
        let clock = Clock::steady(move || BEGAN_MS + passed_ms() + wrong_by_ms);
        let seen = ground.truth.see(&node);
        let antenna = ground.air.antenna(seen.clone());
        let settings = Settings {
            grace_ms: GRACE_MS,
            clock: clock.clone(),
            node: Node::beating(node.clone(), antenna.clone(), clock.clone()),
        };
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml");
        let session: SessionId = "opening".parse().unwrap();
        let charter = ConferencePlan::read(&file).unwrap().charter(&session).unwrap();
        let asks = seen.clone();
        let log = Faulty::new(ground.log.clone(), chance.below(1 << 30) as u64, ground.odds);
        let log = Arc::new(log.with_witness(move |_, expected, entries| asks.asks(expected, entries)));
        let faulty: Arc<dyn Log> = log.clone();
        for _ in 0..100 {
            let Ok(room) = open_alone(&faulty, charter.clone(), &settings).await else { continue };
            let (meeting, published) = room.follow().await.unwrap();
            let (clients, told) = Clients::new(chance, clock.clone(), meeting.clone());
            let follower = Follower::new(meeting)
                .telling(told)
                .held_against(ground.log.clone())
                .looking_every(LOOKS_EVERY);
            let follower = tokio::spawn(follower.follow(published));
            let (connected, has_disconnected, heard) = Default::default();
            return Self {
                node,
                room,
                clients,
                log,
                antenna,
                seen,
                follower,
                connected,
                has_disconnected,
                heard,
            };
        }
        panic!("the room never opened");
    }

    /// It is gone from one moment to the next: nobody leaves, nothing is told. Whoever follows it comes to the end.
    pub async fn die(self) {
        let Self { room, clients, log, antenna, follower, .. } = self;
        antenna.cut(true, true);
        drop((room, clients));
        let ended = tokio::time::timeout(ENDS_WITHIN, follower).await;
        ended.expect("it ends").unwrap();
        log.calm();
    }

    /// A connection of a person begins.
    pub async fn connect(&mut self, person: &'static str) {
        *self.connected.entry(person).or_default() += 1;
        self.seen.connects(person, self.connected[person]);
        self.room.connected(person.parse().unwrap()).await;
    }

    /// One of them ends.
    pub async fn disconnect(&mut self, person: &'static str) {
        let Some(connections) = self.connected.get_mut(person) else { return };
        self.has_disconnected.insert(person);
        *connections -= 1;
        self.seen.connects(person, *connections);
        if *connections == 0 {
            self.connected.remove(person);
        }
        self.room.disconnected(person.parse().unwrap()).await;
    }

    /// Sound begins or ceases to come from somebody's microphone.
    pub async fn hear(&mut self, person: &'static str, heard: bool) {
        if heard {
            self.heard.insert(person)
        } else {
            self.heard.remove(person)
        };
        self.room.microphone(person.parse().unwrap(), heard).await;
    }

    pub async fn meeting(&self) -> Meeting {
        self.room.look().await.expect("the room lives")
    }
}
