//! The clients of a room, behind the server's own fan-out: some read at once, some slowly, some not at all; lines are cut in
//! the middle of a message, and who comes back goes on with what they hold.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use bytes::Bytes;
use plenary::alarm::Pulse;
use plenary::gateway::{Ask, Carries, Client, ClientId, Fanout, Noticeboard, Queue, Sink, Sound, WayOut};
use plenary::identity::LinkId;
use plenary::meeting::{Meeting, view};
use plenary::room::{Clock, Publication};
use plenary::terms::host_clock::HostClock;
use plenary::terms::ids::Moment;
use plenary::wire::client::Resume;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::chance::Chance;
use crate::store::{Held, Store, named};
use crate::wishes::PEOPLE;

/// Most bytes of changes that wait for one client: few, so that many fall behind.
const WAITING_BYTES_MAX: usize = 3_000;
/// Most clients at once.
const CLIENTS_MAX: usize = 16;
/// Longer than anything waits to be told.
const TOLD_WITHIN: Duration = Duration::from_millis(500);

/// How often what must come has come.
#[derive(Debug, Default, Clone, Copy)]
pub struct Came {
    pub resumed: usize,
    pub anew: usize,
    pub cut: usize,
    pub bugs: usize,
}

impl std::ops::AddAssign for Came {
    fn add_assign(&mut self, other: Self) {
        self.resumed += other.resumed;
        self.anew += other.anew;
        self.cut += other.cut;
        self.bugs += other.bugs;
    }
}

/// A way out that takes as many bytes as its reader has asked for.
pub struct Way(Mutex<Pipe>);

struct Pipe {
    queue: Queue,
    taken: Taken,
}

#[derive(Default)]
struct Taken {
    bytes: Vec<u8>,
    wanted: usize,
}

impl Sink for Taken {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.wanted);
        if taken == 0 {
            return Err(ErrorKind::WouldBlock.into());
        }
        self.wanted -= taken;
        self.bytes.extend(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Way {
    fn new() -> Self {
        Self(Mutex::new(Pipe { queue: Queue::new(WAITING_BYTES_MAX), taken: Taken::default() }))
    }

    fn lock(&self) -> MutexGuard<'_, Pipe> {
        self.0.lock().unwrap()
    }

    fn put<T>(&self, push: impl FnOnce(&mut Queue) -> T) {
        let Pipe { queue, taken } = &mut *self.lock();
        push(queue);
        // It blocks, or all is written.
        drop(queue.write(taken));
    }

    /// Reads on by so many bytes; tells whether the client is behind and has taken all that waited.
    fn read(&self, wanted: usize) -> (Vec<u8>, bool) {
        let Pipe { queue, taken } = &mut *self.lock();
        taken.wanted = wanted;
        drop(queue.write(taken));
        taken.wanted = 0;
        (std::mem::take(&mut taken.bytes), queue.is_lagging() && queue.is_empty())
    }
}

impl WayOut for Way {
    fn send(&self, frame: &Bytes) {
        self.put(|queue| queue.push(frame.clone()));
    }

    fn greet(&self, frame: &Bytes) {
        self.put(|queue| queue.greet(frame.clone()));
    }

    fn end(&self, frame: &Bytes) {
        self.put(|queue| queue.end(frame.clone()));
    }

    fn resynchronise(&self) {
        self.put(Queue::resynchronise);
    }

    fn deflates(&self) -> bool {
        false
    }

    /// Nobody is given up here for being silent.
    fn heard_ms(&self) -> Moment {
        Moment::MAX / 2
    }
}

/// No sound; and one bug, met when so many publications have come.
struct Quiet {
    until_bug: usize,
    bugs: Arc<AtomicUsize>,
}

impl Sound for Quiet {
    fn follow(&mut self, _publication: &Publication) {
        self.until_bug = self.until_bug.wrapping_sub(1);
        if self.until_bug == 0 {
            self.bugs.fetch_add(1, Ordering::SeqCst);
            panic!("as intended");
        }
    }

    fn cut(&self, _connection: ClientId) {}

    async fn stop(self) {}
}

/// One client. Its store outlives its connections.
struct Reader {
    id: ClientId,
    person: &'static str,
    way: Arc<Way>,
    /// Bytes it reads in a step.
    pace: usize,
    /// What came and is no whole message yet.
    unread: Vec<u8>,
    asked_anew: bool,
    /// It was sent away.
    ended: bool,
    store: Store,
    /// All that it took in, with what it then held in between, where that is kept: for the browser's store to do the same.
    course: Option<Vec<Value>>,
}

/// The clients of a room.
pub struct Clients {
    asks: mpsc::Sender<Ask<Way>>,
    pulse: Pulse,
    readers: Vec<Reader>,
    /// Those whose lines were cut.
    away: Vec<Reader>,
    next_id: ClientId,
    came: Came,
    bugs: Arc<AtomicUsize>,
    /// Whether it is kept what each takes in and holds.
    keeps: bool,
}

impl Clients {
    /// Begins with the meeting as it stands; what the room publishes is to be sent to the second of the two.
    pub fn new(chance: &mut Chance, clock: Clock, meeting: Meeting) -> (Self, mpsc::Sender<Publication>) {
        let (publications, published) = mpsc::channel(1_024);
        let (asks, asked) = mpsc::channel(1_024);
        let bugs = Arc::<AtomicUsize>::default();
        let quiet = Quiet { until_bug: 30 + chance.below(100), bugs: bugs.clone() };
        let host_clock = HostClock { time_zone: "UTC".to_owned(), utc_offsets: Vec::new() };
        let noticeboard = Arc::new(Noticeboard::new(host_clock));
        let fanout = Fanout::<Meeting, Way, Quiet>::new(clock, meeting, quiet, noticeboard);
        let pulse = fanout.pulse();
        tokio::spawn(fanout.run(published, asked));
        let (readers, away, came) = (Vec::new(), Vec::new(), Came::default());
        let keeps = false;
        (Self { asks, pulse, readers, away, next_id: 1, came, bugs, keeps }, publications)
    }

    /// Has it kept what each takes in and holds.
    pub fn keeping(mut self, keeps: bool) -> Self {
        self.keeps = keeps;
        self
    }

    /// Somebody comes, goes, or reads.
    pub async fn step(&mut self, chance: &mut Chance) {
        match chance.below(8) {
            0 if self.readers.len() < CLIENTS_MAX => {
                let person = PEOPLE[chance.below(PEOPLE.len())];
                self.join(person, None, [0, 200, 2_000, usize::MAX][chance.below(4)]).await;
            }
            1 | 2 if !self.away.is_empty() => {
                let back = self.away.swap_remove(chance.below(self.away.len()));
                self.join(back.person, Some(back), [200, usize::MAX][chance.below(2)]).await;
            }
            3 if !self.readers.is_empty() => {
                let gone = self.readers.swap_remove(chance.below(self.readers.len()));
                self.tell(Ask::Detach(gone.id)).await;
                self.came.cut += 1;
                self.away.push(gone);
            }
            _rest => {}
        }
        for at in 0..self.readers.len() {
            let pace = self.readers[at].pace;
            self.read(at, pace).await;
        }
    }

    /// One whose line was cut comes back to another server than before.
    pub fn hand_over(&mut self, to: &mut Self) -> bool {
        let moved = self.away.pop();
        let moves = moved.is_some();
        to.away.extend(moved);
        moves
    }

    /// The server of these is gone: all of them are to come back to another.
    pub fn flee(&mut self, to: &mut Self) {
        to.away.append(&mut self.readers);
        to.away.append(&mut self.away);
    }

    /// Somebody joins who reads all at once.
    pub async fn come(&mut self, person: &'static str) {
        self.join(person, None, usize::MAX).await;
    }

    /// All whose lines were cut come back.
    pub async fn come_back(&mut self) {
        for back in std::mem::take(&mut self.away) {
            self.join(back.person, Some(back), usize::MAX).await;
        }
    }

    async fn join(&mut self, person: &'static str, held: Option<Reader>, pace: usize) {
        let anew = || (Store::default(), self.keeps.then(Vec::new));
        let (store, course) = held.map_or_else(anew, |held| (held.store, held.course));
        let known = store.seq > 0;
        let resume = known.then(|| Resume { seq: store.seq, view: store.view.clone() });
        let (id, way) = (self.next_id, Arc::new(Way::new()));
        self.next_id += 1;
        let link = LinkId::given("0123456789abcdef01").expect("a link id");
        let client =
            Client { id, person: person.parse().unwrap(), link, outlet: way.clone(), carries: Carries::View };
        self.tell(Ask::Attach(client, resume)).await;
        let (unread, asked_anew, ended) = (Vec::new(), false, false);
        self.readers.push(Reader { id, person, way, pace, unread, asked_anew, ended, store, course });
    }

    async fn tell(&self, ask: Ask<Way>) {
        assert!(self.asks.send(ask).await.is_ok(), "the task that carries the changes lives");
    }

    /// One reads on. Tells whether anything came.
    async fn read(&mut self, at: usize, wanted: usize) -> bool {
        let reader = &mut self.readers[at];
        let (bytes, behind) = reader.way.read(wanted);
        reader.unread.extend(&bytes);
        while let Some(message) = reader.next_message() {
            if message["type"] == "welcome" {
                reader.asked_anew = false;
                self.came.resumed += usize::from(message["resumed"] == true);
            }
            reader.ended |= message["type"] == "goodbye";
            reader.store.take(&message);
            if let Some(course) = &mut reader.course {
                course.push(message);
            }
        }
        if behind && !reader.asked_anew {
            reader.asked_anew = true;
            let id = reader.id;
            self.came.anew += 1;
            self.tell(Ask::Resynchronise(id)).await;
            return true;
        }
        !bytes.is_empty()
    }

    /// Everybody reads until nothing comes any more.
    pub async fn read_on(&mut self) {
        let mut came = true;
        while came {
            tokio::time::sleep(TOLD_WITHIN).await;
            came = false;
            for at in 0..self.readers.len() {
                came |= self.read(at, usize::MAX).await;
            }
        }
        assert!(self.pulse.lives(), "the task that carries the changes lives");
    }

    /// Everybody who has read on holds what they may see, and nothing else.
    pub fn assert_settled(&mut self, meeting: &Meeting) {
        // Whoever has too many pages loses the oldest.
        self.readers.retain(|reader| !reader.ended);
        let mut views = BTreeMap::new();
        for reader in &mut self.readers {
            let held = views.entry(reader.person).or_insert_with(|| view_of(meeting, reader.person));
            assert_eq!(reader.store.held, *held, "{} at {}", reader.person, meeting.seq);
            if let Some(course) = &mut reader.course {
                course.push(json!({ "type": "holds", "held": held }));
            }
        }
    }

    /// How often what must come has come.
    pub fn came(&self) -> Came {
        Came { bugs: self.bugs.load(Ordering::SeqCst), ..self.came }
    }

    /// What each client has taken in, and held in between.
    pub fn courses(&self) -> Vec<Value> {
        self.readers.iter().filter_map(|reader| reader.course.as_ref()).map(|course| json!(course)).collect()
    }
}

impl Reader {
    /// The next whole message of what came: frames of RFC 6455 without a mask, of which only texts count.
    fn next_message(&mut self) -> Option<Value> {
        loop {
            let (opcode, head, length) = match *self.unread.get(..2)? {
                [opcode, 126] => {
                    (opcode, 4, usize::from(u16::from_be_bytes(self.unread.get(2..4)?.try_into().unwrap())))
                }
                [opcode, 127] => {
                    let length = u64::from_be_bytes(self.unread.get(2..10)?.try_into().unwrap());
                    (opcode, 10, usize::try_from(length).unwrap())
                }
                [opcode, length] => (opcode, 2, usize::from(length)),
                _ => unreachable!("two bytes"),
            };
            let payload = self.unread.get(head..head + length)?.to_vec();
            self.unread.drain(..head + length);
            if opcode == 0x81 {
                return Some(serde_json::from_slice(&payload).unwrap());
            }
        }
    }
}

/// All that a person may see, as the protocol has it.
pub fn view_of(meeting: &Meeting, person: &str) -> Held {
    let person = meeting.roster.person(&person.parse().unwrap()).unwrap();
    let shown = |scope: &view::Scope| {
        let entities = view::snapshot(meeting, scope).into_iter();
        entities.map(|entity| named(serde_json::to_value(entity).unwrap())).collect()
    };
    view::scopes(meeting, person).iter().map(|scope| (scope.to_string(), shown(scope))).collect()
}
