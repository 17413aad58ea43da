//! A session of the sample conference, played in paused time, with everything said and done in it noted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use plenary::attended::Attended;
use plenary::conference::ConferencePlan;
use plenary::log::{Log, Memory};
use plenary::media::Frame;
use plenary::media::opus::SILENCE;
use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::event::Recorded;
use plenary::meeting::sound::interpretation::Booth;
use plenary::meeting::sound::plan::{self, Carries, Plan};
use plenary::robots::{self, Parts, Script, Sink};
use plenary::room::{Answer, Clock, Node, Room, Settings, open_alone};
use plenary::terms::ids::{BoothId, ChannelId, DelegationId, PersonId, RequestId, SessionId};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

/// 24 February 2021, 10:00 in Beirut.
pub const BEGINS_MS: i64 = 1_614_153_600_000;
/// How long a condition may take to come true.
const WITHIN: Duration = Duration::from_secs(600);

/// A frame of sound that was heard: when, whose, on which channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub at: Instant,
    pub person: PersonId,
    pub channel: ChannelId,
}

/// All that was noted.
#[derive(Default)]
pub struct Notes {
    pub plan: Plan,
    pub meeting: Meeting,
    pub events: Vec<Recorded>,
    /// Sound that the plan let through; silence is not noted.
    pub heard: Vec<Heard>,
    /// Sound by whoever sent it, let through or not.
    pub sent: BTreeMap<PersonId, Vec<Instant>>,
}

/// The media plane as far as robots see it: lets through what is in the plan, and tells which microphones send.
#[derive(Clone)]
struct Ears {
    notes: Arc<Mutex<Notes>>,
    connected: Arc<Mutex<BTreeMap<u64, PersonId>>>,
    reports: mpsc::UnboundedSender<(PersonId, bool)>,
}

impl Sink for Ears {
    fn publish(&self, connection: u64, _session: &SessionId, person: &PersonId, frame: Frame) {
        if self.connected.lock().unwrap().insert(connection, person.clone()).is_none() {
            self.reports.send((person.clone(), true)).unwrap();
        }
        if frame.payload[..] == SILENCE {
            return;
        }
        let mut notes = self.notes.lock().unwrap();
        let at = Instant::now();
        notes.sent.entry(person.clone()).or_default().push(at);
        let floor = notes.plan.floor.contains(person).then(|| "floor".parse().unwrap());
        let interprets = |carries: &Carries| *carries == Carries::Interpretation(person.clone());
        let channel = notes.plan.channels.iter().find(|(_, carries)| interprets(carries));
        if let Some(channel) = floor.or(channel.map(|(id, _)| id.clone())) {
            notes.heard.push(Heard { at, person: person.clone(), channel });
        }
    }

    fn end(&self, connection: u64) {
        if let Some(person) = self.connected.lock().unwrap().remove(&connection) {
            self.reports.send((person, false)).unwrap();
        }
    }
}

/// The session and the ways into it.
pub struct World {
    pub room: Room,
    pub attended: Attended,
    notes: Arc<Mutex<Notes>>,
    keys: Mutex<u64>,
}

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("conferences/gcm-arab-2021")
}

pub fn person(id: &str) -> PersonId {
    id.parse().unwrap()
}

impl World {
    /// A session that nobody has come to yet, played from a seed.
    pub async fn new(seed: u64) -> Self {
        let conference = ConferencePlan::read(&folder().join("conference.toml")).unwrap();
        let script = Script::read(&folder().join("voices")).unwrap().unwrap();
        let charter = conference.charter(&script.session).unwrap();
        let log: Arc<dyn Log> = Arc::new(Memory::new());
        let clock = Clock::manual(BEGINS_MS);
        let node = Node::alone("theirs".parse().unwrap());
        let settings = Settings { clock: clock.clone(), node, ..Settings::default() };
        let room = open_alone(&log, charter, &settings).await.unwrap();
        let (meeting, mut published) = room.follow().await.unwrap();
        let notes = Arc::new(Mutex::new(Notes { meeting, ..Notes::default() }));
        let (reports, mut reported) = mpsc::unbounded_channel();
        let ears = Ears { notes: notes.clone(), connected: Arc::default(), reports };
        let noted = notes.clone();
        tokio::spawn(async move {
            while let Some(publication) = published.recv().await {
                let mut notes = noted.lock().unwrap();
                notes.plan = plan::plan(&publication.after);
                notes.events.extend(publication.events().cloned());
                notes.meeting = publication.after;
            }
        });
        let told = room.clone();
        tokio::spawn(async move {
            while let Some((person, connected)) = reported.recv().await {
                told.microphone(person, connected).await;
            }
        });
        let ticking = clock.clone();
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(Duration::from_millis(20));
            ticks.tick().await;
            loop {
                ticks.tick().await;
                ticking.advance(20);
            }
        });
        let attended = Attended::default();
        let parts = Parts {
            script,
            room: room.clone(),
            sink: Arc::new(ears),
            attended: attended.clone(),
            clock,
            seed,
        };
        tokio::spawn(robots::play(parts));
        Self { room, attended, notes, keys: Mutex::new(0) }
    }

    pub fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap()
    }

    /// Waits until something is so.
    pub async fn until(&self, what: &str, holds: impl Fn(&Notes) -> bool) {
        let began = Instant::now();
        while !holds(&self.notes()) {
            assert!(began.elapsed() < WITHIN, "{what}: not within {WITHIN:?}");
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Somebody real comes by their link, as the gateway lets them in.
    pub async fn enter(&self, id: &str) -> PersonId {
        let person = person(id);
        self.attended.enter(self.room.session(), &person);
        self.attended.vacated(self.room.session(), &person).await;
        self.room.connected(person.clone()).await;
        person
    }

    /// They go.
    pub async fn leave(&self, person: &PersonId) {
        self.room.disconnected(person.clone()).await;
        self.attended.leave(self.room.session(), person);
    }

    /// They command something.
    pub async fn command(&self, person: &PersonId, command: impl Into<serde_json::Value>) -> Answer {
        let command: Command = serde_json::from_value(command.into()).unwrap();
        let key = {
            let mut keys = self.keys.lock().unwrap();
            *keys += 1;
            Uuid::from_u64_pair(1, *keys)
        };
        self.room.command(person.clone(), key, command).await
    }

    pub async fn done(&self, person: &PersonId, command: serde_json::Value) {
        let answer = self.command(person, command.clone()).await;
        assert!(matches!(answer, Answer::Done(_)), "{command}: {answer:?}");
    }
}

impl Notes {
    pub fn tags(&self, tag: &str) -> usize {
        self.events.iter().filter(|one| one.event.tag() == tag).count()
    }

    /// Whether a delegation has the floor.
    pub fn speaks(&self, delegation: &str) -> bool {
        self.meeting
            .floor
            .current
            .as_ref()
            .is_some_and(|current| current.turn.delegation.as_str() == delegation)
    }

    /// Requests that wait on the list, with their delegations.
    pub fn queue(&self) -> Vec<(RequestId, DelegationId)> {
        let list = self.meeting.speakers.list(&"statements".parse().unwrap()).unwrap();
        let entries = list.queue.iter().map(|id| self.meeting.speakers.request(id).unwrap());
        entries.map(|entry| (entry.request.id.clone(), entry.request.delegation.clone())).collect()
    }

    /// A booth as it stands.
    pub fn booth(&self, id: &str) -> Booth {
        let id: BoothId = id.parse().unwrap();
        self.meeting.interpretation.booths.get(&id).unwrap().clone()
    }

    pub fn sent_since(&self, person: &PersonId, since: Instant) -> usize {
        self.sent.get(person).map_or(0, |sent| sent.iter().filter(|at| **at > since).count())
    }

    /// Asserts that never two voices are on a channel at once.
    pub fn assert_one_voice_to_a_channel(&self) {
        let mut voices = BTreeMap::<(&ChannelId, Instant), BTreeSet<&PersonId>>::new();
        for Heard { at, person, channel } in &self.heard {
            voices.entry((channel, *at)).or_default().insert(person);
        }
        let two = voices.iter().find(|(_, people)| people.len() > 1);
        assert!(two.is_none(), "two voices: {two:?}");
    }

    /// Frames heard of a person on a channel.
    pub fn heard_on(&self, channel: &str) -> impl Iterator<Item = &Heard> {
        self.heard.iter().filter(move |heard| heard.channel.as_str() == channel)
    }
}
