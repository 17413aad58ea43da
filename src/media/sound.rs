//! The thread that reads the socket, runs the microphones and decides where each frame goes.
//!
//! Sound comes first here too: packets that carry it are taken as they are read; checks and handshakes wait until the
//! socket is empty, and then one is done at a time.

use std::collections::HashMap;
use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{broadcast, oneshot};

use super::frame::{Frame, PAYLOAD_BYTES_MAX};
use super::gauges::{Gauges, Reading, Way};
use super::limits::SOCKET_SILENT_MAX;
use super::listeners::ToListeners;
use super::microphones::{Microphones, PathNumber};
use super::net::{Datagram, Inbox, Intake, Mailbox, Outgoing, Path, Waiter, user_fragment};
use super::offer::Purpose;
use super::peer::{Microphone, Peer, Rate};
use super::permits::{Permit, Permits};
use super::report::{Report, Reporter};
use super::routes::{From, Routes};
use super::table::{Table, Turned};
use super::tally::Tally;
use super::trunk::{Arrived, End, Leaving};
use crate::meeting::sound::plan::Plan;
use crate::terms::ids::{ChannelId, PersonId, SessionId};

/// Messages, and batches of datagrams, taken before the other has its turn.
const ROUND: usize = 256;
const BATCHES: usize = 8;
/// How often silent microphones are looked for.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What the sound thread is told.
pub enum ToSound {
    /// A session's plan.
    Plan(SessionId, Arc<Plan>),
    /// A microphone over WebRTC.
    Peer(Box<Peer<Microphone>>),
    /// A frame from a WebSocket or a robot.
    Frame(Box<SocketFrame>),
    /// A connection's microphone ends.
    End(u64),
    /// There may be other nodes.
    Join(End),
    /// Frames of another node's microphones.
    Arrived(Box<Arrived>),
    /// A datagram that came over TCP for one of the peers.
    Datagram(Datagram),
    /// A listeners' thread has a peer at an address, or has it no longer.
    Turned(u8, Turned),
    /// Somebody wants a channel's stream.
    Tap(SessionId, ChannelId, broadcast::Sender<Frame>),
    /// How the microphones of a session come in.
    Read(SessionId, oneshot::Sender<Vec<Reading>>),
    /// How much is held.
    Tally(oneshot::Sender<Tally>),
    /// All ends.
    Stop,
}

/// A frame of a microphone that has no peer.
pub struct SocketFrame {
    /// The connection.
    pub connection: u64,
    /// The session.
    pub session: SessionId,
    /// Whose.
    pub person: PersonId,
    /// How it came.
    pub way: Way,
    /// The sound, with numbers as the client counts.
    pub frame: Frame,
}

/// A microphone over WebSocket.
struct SocketPath {
    session: SessionId,
    person: PersonId,
    path: PathNumber,
    client_source: u32,
    source: u32,
    sequence: u64,
    timestamp: u64,
    heard: Instant,
    rate: Rate,
    _permit: Permit,
}

/// The thread's state.
pub struct Sound {
    parts: Parts,
    intake: Intake,
    routes: HashMap<SessionId, Routes>,
    taps: HashMap<(SessionId, ChannelId), Vec<broadcast::Sender<Frame>>>,
    /// The listeners' thread whose peer is at an address.
    owners: HashMap<SocketAddr, u8>,
    socket_paths: HashMap<u64, SocketPath>,
    microphones: Microphones,
    gauges: Gauges,
    /// What goes to the other nodes, where there may be any.
    leaving: Option<Leaving>,
    looked: Instant,
    frames_in: u64,
    dropped: u64,
}

/// What the thread is made of.
pub struct Parts {
    /// What it is told.
    pub inbox: Inbox<ToSound>,
    /// The listeners' threads, in the order of their numbers from 1.
    pub listeners: Vec<Mailbox<ToListeners>>,
    /// The socket of all sound.
    pub socket: Arc<UdpSocket>,
    /// Its peers.
    pub table: Table<Microphone>,
    /// The way out.
    pub out: Outgoing,
    /// Who hears what happens.
    pub reporter: Reporter,
    /// How it waits.
    pub waiter: Waiter,
    /// Places and numbers of all paths.
    pub permits: Arc<Permits>,
}

impl Sound {
    /// A thread without microphones.
    pub fn new(parts: Parts) -> Self {
        Self {
            parts,
            leaving: None,
            intake: Intake::new(),
            routes: HashMap::new(),
            taps: HashMap::new(),
            owners: HashMap::new(),
            socket_paths: HashMap::new(),
            microphones: Microphones::default(),
            gauges: Gauges::new(),
            looked: Instant::now(),
            frames_in: 0,
            dropped: 0,
        }
    }

    /// Works until told to stop.
    pub fn run(mut self) {
        loop {
            self.parts.waiter.wait(self.idle());
            self.parts.inbox.answer();
            if !self.round() {
                break;
            }
            self.read();
            // Sound goes out before slower things are looked at.
            self.parts.out.flush();
            self.parts.table.catch_up(&mut self.parts.out);
            self.pass_on();
            self.look_after();
            self.parts.out.flush();
        }
        self.parts.table.close(&mut self.parts.out);
        self.parts.out.flush();
        for listeners in &self.parts.listeners {
            listeners.post(ToListeners::Stop);
        }
    }

    fn idle(&self) -> Duration {
        let idle = self.parts.table.idle(Instant::now());
        let quiet = self.microphones.count() == 0 && self.socket_paths.is_empty();
        let idle = if quiet { idle } else { idle.min(LOOK_EVERY) };
        let leaving = self.leaving.as_ref().and_then(|leaving| leaving.idle(Instant::now()));
        leaving.map_or(idle, |leaving| idle.min(leaving))
    }

    /// Takes what waits, until there is nothing or a round is full. False if all ends.
    fn round(&mut self) -> bool {
        for _ in 0..ROUND {
            match self.parts.inbox.next() {
                Some(ToSound::Stop) => return false,
                Some(message) => self.take(message),
                None => return true,
            }
        }
        // There may be more, for which the bell will not ring again.
        self.parts.inbox.ring();
        true
    }

    fn take(&mut self, message: ToSound) {
        match message {
            ToSound::Plan(session, plan) => self.follow(session, plan),
            ToSound::Peer(peer) => self.adopt(*peer),
            ToSound::Frame(frame) => self.socket_frame(*frame),
            ToSound::End(connection) => self.end(connection),
            ToSound::Join(end) => self.leaving = Some(Leaving::by(end)),
            ToSound::Arrived(arrived) => self.arrived(*arrived),
            ToSound::Datagram(datagram) => self.datagram(datagram),
            ToSound::Turned(number, turned) => self.turned(number, turned),
            ToSound::Tap(session, channel, frames) => {
                self.taps.entry((session, channel)).or_default().push(frames);
            }
            ToSound::Read(session, reply) => {
                // Whoever asked may have gone.
                let _gone = reply.send(self.gauges.read(&session, Instant::now()));
            }
            ToSound::Tally(reply) => {
                // Whoever asked may have gone.
                let _gone = reply.send(self.tally());
            }
            ToSound::Stop => {}
        }
        self.pass_on();
    }

    /// A new plan: for frames that come from now on, here and, by the order of the queue, with the listeners.
    fn follow(&mut self, session: SessionId, plan: Arc<Plan>) {
        self.routes.entry(session.clone()).or_default().follow(&plan, Instant::now());
        for listeners in &self.parts.listeners {
            listeners.post(ToListeners::Plan(session.clone(), Arc::clone(&plan)));
        }
    }

    fn adopt(&mut self, peer: Peer<Microphone>) {
        // An earlier path of the page is replaced. Its microphone is not lost by that: the new path may go on with it.
        if let Some(at) = self.parts.table.find(peer.connection) {
            self.parts.table.remove(at, &mut self.parts.out);
        }
        self.parts.table.adopt(peer, &mut self.parts.out);
    }

    fn end(&mut self, connection: u64) {
        if let Some(at) = self.parts.table.find(connection)
            && let Some(peer) = self.parts.table.remove(at, &mut self.parts.out)
        {
            let Peer { session, person, part, .. } = peer;
            self.microphones.ended(&session, &person, part.path, &mut self.parts.reporter);
        }
        if let Some(path) = self.socket_paths.remove(&connection) {
            let SocketPath { session, person, path, .. } = path;
            self.microphones.ended(&session, &person, path, &mut self.parts.reporter);
        }
    }

    fn turned(&mut self, number: u8, turned: Turned) {
        match turned {
            Turned::Known(from) => {
                self.owners.insert(from, number);
                self.parts.table.yield_way(from);
            }
            Turned::Forgotten(from) if self.owners.get(&from) == Some(&number) => {
                self.owners.remove(&from);
            }
            // Another thread's peer has come to the address since.
            Turned::Forgotten(_) => {}
        }
    }

    /// Reads the socket until it is empty, or enough for once.
    fn read(&mut self) {
        for _ in 0..BATCHES {
            let at = Instant::now();
            let Self { parts, intake, owners, dropped, .. } = self;
            let Parts { socket, listeners, table, out, .. } = parts;
            let more = intake.receive(socket, |from, bytes| {
                let path = Path::Udp(from);
                let mut desk = Sorting { table, listeners, owners, out };
                if !desk.sort(path, at, bytes) {
                    *dropped += 1;
                }
            });
            self.pass_on();
            match more {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    tracing::warn!(%error, "the socket of sound could not be read");
                    return;
                }
            }
        }
    }

    /// A datagram that came over TCP: its first one was a check for one of our peers.
    fn datagram(&mut self, datagram: Datagram) {
        if is_sound(&datagram.bytes) {
            self.parts.table.receive(&datagram.path, datagram.at, &datagram.bytes, &mut self.parts.out);
        } else {
            self.parts.table.postpone(datagram);
        }
    }

    /// Passes on what peers have said.
    fn pass_on(&mut self) {
        for (at, frame) in std::mem::take(&mut self.parts.table.heard) {
            let Some(peer) = self.parts.table.get(at) else { continue };
            let (session, person, path) = (peer.session.clone(), peer.person.clone(), peer.part.path);
            let way = peer.way();
            self.hear(&session, &person, (path, way), frame);
        }
        for turned in self.parts.table.turned.drain(..) {
            if let Turned::Known(from) = turned {
                self.owners.remove(&from);
            }
        }
    }

    /// A frame with numbers as a client counts them: 32 bits, and sources that mean something to the client alone.
    fn socket_frame(&mut self, socket: SocketFrame) {
        let SocketFrame { connection, session, person, way, frame } = socket;
        if frame.payload.is_empty() || frame.payload.len() > PAYLOAD_BYTES_MAX {
            return;
        }
        if self
            .socket_paths
            .get(&connection)
            .is_some_and(|path| path.person != person || path.session != session)
        {
            self.end(connection);
        }
        if !self.socket_paths.contains_key(&connection) {
            let Some(permit) = Permit::take(&self.parts.permits) else { return };
            let (path, source) = (self.parts.permits.next_path(), self.parts.permits.next_source());
            let path = SocketPath::new(&session, &person, path, source, &frame, permit);
            self.socket_paths.insert(connection, path);
        }
        let Some(path) = self.socket_paths.get_mut(&connection) else { return };
        let number = path.path;
        if let Some(frame) = path.take(frame, &self.parts.permits) {
            self.hear(&session, &person, (number, way), frame);
        } else {
            self.dropped += 1;
        }
    }

    /// A frame of a person, however it came.
    fn hear(&mut self, session: &SessionId, person: &PersonId, (path, way): (PathNumber, Way), frame: Frame) {
        self.frames_in += 1;
        if !self.microphones.heard(session, person, path, frame.at, &mut self.parts.reporter) {
            return;
        }
        self.gauges.hear(session, person, (way, None), &frame);
        let Some(own) = self.leaving.as_ref().map(|leaving| leaving.node().clone()) else {
            self.route(session, person, From::Here, frame);
            return;
        };
        let is_heard = self.route(session, person, From::Own(&own), frame.clone());
        if let Some(leaving) = self.leaving.as_mut().filter(|_| is_heard) {
            leaving.add(session, person, frame);
        }
    }

    /// What another node's microphones have said.
    fn arrived(&mut self, arrived: Arrived) {
        let Arrived { node, session, frames } = arrived;
        for (person, frame) in frames {
            self.gauges.hear(&session, &person, (Way::Node, Some(&node)), &frame);
            self.route(&session, &person, From::Other(&node), frame);
        }
    }

    /// Passes a frame on to whoever hears it here. False if the plan has no place for it.
    fn route(&mut self, session: &SessionId, person: &PersonId, from: From<'_>, frame: Frame) -> bool {
        let Some(routes) = self.routes.get_mut(session) else { return false };
        let Some(routed) = routes.route(session, person, from, frame) else { return false };
        for channel in routes.tapped(&routed) {
            if let Some(taps) = self.taps.get_mut(&(session.clone(), channel.clone())) {
                taps.retain(|tap| tap.send(routed.frame.clone()).is_ok());
            }
        }
        let routed = Arc::new(routed);
        for listeners in &self.parts.listeners {
            if !listeners.offer(ToListeners::Frame(Arc::clone(&routed))) {
                self.dropped += 1;
            }
        }
        true
    }

    /// Looks after peers, microphones and taps whose time has come, and after what is to leave.
    fn look_after(&mut self) {
        let now = Instant::now();
        if let Some(leaving) = &mut self.leaving {
            leaving.look_after(now);
        }
        for ended in self.parts.table.sweep(now, &mut self.parts.out) {
            let Peer { connection, session, person, part, .. } = ended;
            self.microphones.ended(&session, &person, part.path, &mut self.parts.reporter);
            self.parts.reporter.tell(Report::PathLost { connection, purpose: Purpose::Publish });
        }
        if now.saturating_duration_since(self.looked) < LOOK_EVERY {
            return;
        }
        self.looked = now;
        self.microphones.sweep(now, &mut self.parts.reporter);
        self.gauges.sweep(now);
        self.socket_paths.retain(|_, path| now.saturating_duration_since(path.heard) < SOCKET_SILENT_MAX);
        self.taps.retain(|_, taps| {
            taps.retain(|tap| tap.receiver_count() > 0);
            !taps.is_empty()
        });
        self.parts.reporter.retry();
    }

    fn tally(&self) -> Tally {
        let own = Tally {
            microphones: self.microphones.count(),
            socket_microphones: self.socket_paths.len(),
            frames_in: self.frames_in,
            frames_lost: self.gauges.lost(),
            dropped: self.dropped + self.parts.out.dropped(),
            ..Tally::default()
        };
        own + self.parts.table.tally()
    }
}

/// What telling datagrams apart needs.
struct Sorting<'a> {
    table: &'a mut Table<Microphone>,
    listeners: &'a [Mailbox<ToListeners>],
    owners: &'a HashMap<SocketAddr, u8>,
    out: &'a mut Outgoing,
}

impl Sorting<'_> {
    /// Gives a datagram to whom it is for: a check to the thread that its user fragment names, any other to the one
    /// whose peer is at its address. What is for nobody is dropped. False if a queue was full.
    fn sort(&mut self, path: Path, at: Instant, bytes: &[u8]) -> bool {
        let fragment = user_fragment(bytes);
        let owner = match fragment {
            Some(fragment) => match thread_of(fragment) {
                Some(thread) => thread,
                None => return true,
            },
            None => self.owners.get(&path.remote()).copied().unwrap_or(0),
        };
        if owner == 0 {
            if is_sound(bytes) {
                self.table.receive(&path, at, bytes, self.out);
            } else if fragment.is_some() || self.table.knows(&path) {
                self.table.postpone(Datagram { path, at, bytes: bytes.to_vec() });
            }
            return true;
        }
        let Some(listeners) = self.listeners.get(usize::from(owner) - 1) else { return true };
        listeners.offer(ToListeners::Datagram(Datagram { path, at, bytes: bytes.to_vec() }))
    }
}

/// The letter with which user fragments of a thread's peers begin; the sound thread has number 0.
pub fn fragment_prefix(thread: u8) -> char {
    char::from(b'a' + thread)
}

/// The number of the thread that a user fragment names.
pub fn thread_of(fragment: &str) -> Option<u8> {
    let first = *fragment.as_bytes().first()?;
    first.checked_sub(b'a').filter(|number| *number < 26)
}

/// Whether a datagram is RTP or RTCP (RFC 7983 section 7).
pub fn is_sound(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|first| (128..192).contains(first))
}

impl SocketPath {
    fn new(
        session: &SessionId,
        person: &PersonId,
        path: PathNumber,
        source: u32,
        frame: &Frame,
        permit: Permit,
    ) -> Self {
        Self {
            session: session.clone(),
            person: person.clone(),
            path,
            client_source: frame.source,
            source,
            sequence: frame.sequence,
            timestamp: frame.timestamp,
            heard: frame.at,
            rate: Rate::new(frame.at),
            _permit: permit,
        }
    }

    /// The frame with numbers that do not wrap and a source of our own, or nothing if the client sends too many.
    fn take(&mut self, mut frame: Frame, permits: &Permits) -> Option<Frame> {
        if !self.rate.allows(frame.at) {
            return None;
        }
        if frame.source != self.client_source {
            (self.client_source, self.source) = (frame.source, permits.next_source());
            (self.sequence, self.timestamp) = (frame.sequence, frame.timestamp);
        }
        (self.heard, frame.source) = (frame.at, self.source);
        frame.sequence = unwrapped(self.sequence, frame.sequence);
        frame.timestamp = unwrapped(self.timestamp, frame.timestamp);
        self.sequence = self.sequence.max(frame.sequence);
        self.timestamp = self.timestamp.max(frame.timestamp);
        Some(frame)
    }
}

/// The number nearest to another whose lower 32 bits are these.
fn unwrapped(near: u64, number: u64) -> u64 {
    let half = 1 << 31;
    // How far it is ahead, within half the range of 32 bits, and else how far behind.
    let ahead = number.wrapping_sub(near) & 0xffff_ffff;
    if ahead < half { near.wrapping_add(ahead) } else { near.saturating_sub((1 << 32) - ahead) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_name_threads() {
        for thread in 0..26 {
            assert_eq!(thread_of(&format!("{}xyz", fragment_prefix(thread))), Some(thread));
        }
        for bad in ["", "Axyz", "{", "\u{e9}"] {
            assert_eq!(thread_of(bad), None);
        }
    }

    proptest! {
        #[test]
        fn wrapped_numbers_are_the_nearest(near in 1_u64 << 33..1 << 60, by in -(1_i64 << 31)..1 << 31) {
            let number = near.checked_add_signed(by).unwrap();
            prop_assert_eq!(unwrapped(near, number & 0xffff_ffff), number);
            prop_assert_eq!(unwrapped(near, number), number);
        }
    }
}
