//! A thread that serves a share of the listeners, over WebRTC and WebSocket.
//!
//! Sound comes first: checks, handshakes and reports of peers wait while frames do.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use tokio::sync::oneshot;

use super::audience::{Audience, Listener, Rows};
use super::frame::{AGE_MAX, Frame};
use super::handle::SoundOutlet;
use super::message::{Slot, socket_frame};
use super::net::{Datagram, Inbox, Mailbox, Outgoing, Waiter};
use super::offer::Purpose;
use super::peer::Peer;
use super::permits::Permit;
use super::reception::Reported;
use super::report::{Report, Reporter};
use super::routes::Routed;
use super::slots::Slots;
use super::sound::{ToSound, is_sound};
use super::table::Table;
use super::tally::Tally;
use crate::meeting::sound::plan::{Hearing, Plan};
use crate::terms::ids::{PersonId, SessionId};

/// Messages taken before datagrams that wait get a turn.
const ROUND: usize = 256;

/// What a listeners' thread is told.
pub enum ToListeners {
    /// A session's plan.
    Plan(SessionId, Arc<Plan>),
    /// What a person hears.
    Hearing(SessionId, PersonId, Hearing),
    /// Whether a connection wants the original.
    Original(u64, bool),
    /// A listener over WebRTC.
    Peer(Box<Peer<Slots>>, Hearing),
    /// A listener over WebSocket.
    Outlet(Box<Outlet>),
    /// A connection listens no more; true if it is gone altogether.
    End(u64, bool),
    /// A frame for those who hear it.
    Frame(Arc<Routed>),
    /// A datagram for one of the peers.
    Datagram(Datagram),
    /// How much is held.
    Tally(oneshot::Sender<Tally>),
    /// All ends.
    Stop,
}

/// A listener over WebSocket.
pub struct Outlet {
    /// The connection.
    pub connection: u64,
    /// The session.
    pub session: SessionId,
    /// Who listens.
    pub person: PersonId,
    /// What they hear.
    pub hearing: Hearing,
    /// The path to them.
    pub outlet: Arc<dyn SoundOutlet>,
    /// Their place among the paths.
    pub permit: Permit,
}

/// The path to a listener.
#[derive(Clone)]
enum Sink {
    /// The place of a WebRTC peer.
    Peer(usize),
    /// A WebSocket, with its place among the paths.
    Outlet(Arc<dyn SoundOutlet>, Arc<Permit>),
}

impl Sink {
    /// Its place: those of peers lie one behind the other, and outlets anywhere.
    fn place(&self) -> usize {
        match self {
            Self::Peer(at) => *at,
            Self::Outlet(..) => usize::MAX,
        }
    }
}

/// The thread's state.
pub struct Listeners {
    inbox: Inbox<ToListeners>,
    sound: Mailbox<ToSound>,
    number: u8,
    table: Table<Slots>,
    audiences: HashMap<SessionId, Audience<Sink>>,
    /// The session in which a connection listens.
    sessions: HashMap<u64, SessionId>,
    originals: HashSet<u64>,
    out: Outgoing,
    reporter: Reporter,
    waiter: Waiter,
    frames_out: u64,
    /// What listeners report of their reception.
    reported: Reported,
    dropped: u64,
}

/// What such a thread is made of.
pub struct Parts {
    /// What it is told.
    pub inbox: Inbox<ToListeners>,
    /// The thread that reads the socket.
    pub sound: Mailbox<ToSound>,
    /// Its number among the threads, from 1.
    pub number: u8,
    /// Its peers.
    pub table: Table<Slots>,
    /// The way out.
    pub out: Outgoing,
    /// Who hears what happens.
    pub reporter: Reporter,
    /// How it waits.
    pub waiter: Waiter,
}

impl Listeners {
    /// A thread without listeners.
    pub fn new(parts: Parts) -> Self {
        let Parts { inbox, sound, number, table, out, reporter, waiter } = parts;
        Self {
            inbox,
            sound,
            number,
            table,
            audiences: HashMap::new(),
            sessions: HashMap::new(),
            originals: HashSet::new(),
            out,
            reporter,
            waiter,
            frames_out: 0,
            reported: Reported::default(),
            dropped: 0,
        }
    }

    /// Serves until told to stop.
    pub fn run(mut self) {
        loop {
            self.waiter.wait(self.table.idle(Instant::now()));
            self.inbox.answer();
            if !self.round() {
                break;
            }
            // Sound goes out before slower things are looked at.
            self.out.flush();
            self.table.catch_up(&mut self.out);
            let now = Instant::now();
            for ended in self.table.sweep(now, &mut self.out) {
                self.forget(ended.connection);
                let connection = ended.connection;
                self.reporter.tell(Report::PathLost { connection, purpose: Purpose::Listen });
            }
            self.table.heard.drain(..).for_each(|(_, reported)| self.reported += reported);
            self.reporter.retry();
            self.settle();
        }
        self.table.close(&mut self.out);
        self.out.flush();
    }

    /// Takes what waits, until there is nothing or a round is full. False if all ends.
    fn round(&mut self) -> bool {
        for _ in 0..ROUND {
            match self.inbox.next() {
                Some(ToListeners::Stop) => return false,
                Some(message) => self.take(message),
                None => return true,
            }
        }
        // There may be more, for which the bell will not ring again.
        self.inbox.ring();
        true
    }

    /// Tells the socket's thread where our peers are before they hear from us, then sends.
    fn settle(&mut self) {
        for turned in self.table.turned.drain(..) {
            self.sound.post(ToSound::Turned(self.number, turned));
        }
        self.out.flush();
    }

    fn take(&mut self, message: ToListeners) {
        match message {
            ToListeners::Frame(routed) => self.play(&routed),
            // What listeners report of the sound changes nothing.
            ToListeners::Datagram(datagram) if is_sound(&datagram.bytes) => {}
            ToListeners::Datagram(datagram) => self.table.postpone(datagram),
            ToListeners::Plan(session, plan) => self.audience(&session).follow(plan),
            ToListeners::Hearing(session, person, hearing) => {
                if let Some(audience) = self.audiences.get_mut(&session) {
                    audience.turn(&person, &hearing);
                }
            }
            ToListeners::Original(connection, wanted) => self.want_original(connection, wanted),
            ToListeners::Peer(peer, hearing) => self.enter_peer(*peer, hearing),
            ToListeners::Outlet(outlet) => self.enter_outlet(*outlet),
            ToListeners::End(connection, gone) => {
                self.leave(connection);
                if gone {
                    self.originals.remove(&connection);
                }
            }
            ToListeners::Tally(reply) => {
                // Whoever asked may have gone.
                let _gone = reply.send(self.tally());
            }
            ToListeners::Stop => {}
        }
    }

    fn audience(&mut self, session: &SessionId) -> &mut Audience<Sink> {
        self.audiences.entry(session.clone()).or_default()
    }

    fn want_original(&mut self, connection: u64, wanted: bool) {
        if wanted {
            self.originals.insert(connection);
        } else {
            self.originals.remove(&connection);
        }
        if let Some(audience) =
            self.sessions.get(&connection).and_then(|session| self.audiences.get_mut(session))
        {
            audience.want_original(connection, wanted);
        }
    }

    fn enter_peer(&mut self, peer: Peer<Slots>, hearing: Hearing) {
        let (connection, session, person) = (peer.connection, peer.session.clone(), peer.person.clone());
        self.leave(connection);
        let sink = Sink::Peer(self.table.adopt(peer, &mut self.out));
        self.enter(connection, session, person, hearing, sink);
    }

    fn enter_outlet(&mut self, outlet: Outlet) {
        let Outlet { connection, session, person, hearing, outlet, permit } = outlet;
        self.leave(connection);
        self.enter(connection, session, person, hearing, Sink::Outlet(outlet, Arc::new(permit)));
    }

    fn enter(&mut self, connection: u64, session: SessionId, person: PersonId, hearing: Hearing, sink: Sink) {
        let original = self.originals.contains(&connection);
        self.audience(&session).enter(connection, Listener { person, hearing, original, sink });
        self.sessions.insert(connection, session);
    }

    /// The client has ended the path, or offers another.
    fn leave(&mut self, connection: u64) {
        self.forget(connection);
        if let Some(at) = self.table.find(connection) {
            self.table.remove(at, &mut self.out);
        }
    }

    fn forget(&mut self, connection: u64) {
        let session = self.sessions.remove(&connection);
        if let Some(audience) = session.and_then(|session| self.audiences.get_mut(&session)) {
            audience.leave(connection);
        }
    }

    /// Gives a frame to all who hear it.
    fn play(&mut self, routed: &Routed) {
        if routed.frame.at.elapsed() > AGE_MAX {
            self.dropped += 1;
            return;
        }
        let Some(audience) = self.audiences.get_mut(&routed.session) else { return };
        let recipients = audience.recipients(Sink::place);
        // Nobody hears their own microphone.
        let own = audience.connections(&routed.person).to_vec();
        if let Some(lane) = routed.lane {
            self.fan_out(&recipients.floor, &own, Slot::Lane(lane), routed);
        }
        for channel in routed.channels.iter() {
            if let Some(rows) = recipients.channels.get(channel) {
                self.fan_out(rows, &own, Slot::Interpretation, routed);
            }
        }
        if let Some(rows) = recipients.monitors.get(&routed.person) {
            self.fan_out(rows, &own, Slot::Monitor, routed);
        }
    }

    fn fan_out(&mut self, rows: &Rows<Sink>, own: &[u64], slot: Slot, routed: &Routed) {
        let mut message: Option<Bytes> = None;
        for (_, sink) in rows.iter().filter(|(connection, _)| !own.contains(connection)) {
            match sink {
                Sink::Peer(at) => self.play_to(*at, slot, &routed.frame),
                Sink::Outlet(outlet, _permit) => {
                    outlet.send(message.get_or_insert_with(|| socket_frame(slot, &routed.frame)));
                    self.frames_out += 1;
                }
            }
        }
    }

    fn play_to(&mut self, at: usize, slot: Slot, frame: &Frame) {
        let Some(peer) = self.table.get_mut(at) else { return };
        if peer.play(slot.number(), frame, &mut self.out) {
            self.frames_out += 1;
        }
    }

    fn tally(&self) -> Tally {
        let listeners = self.audiences.values().map(Audience::len).sum();
        let dropped = self.dropped + self.out.dropped();
        let is_outlet = |sink: &Sink| matches!(sink, Sink::Outlet(..));
        let outlets = self.audiences.values().map(|audience| audience.count(is_outlet)).sum();
        let Reported { expected: reported, lost: reported_lost } = self.reported;
        let frames_out = self.frames_out;
        let own =
            Tally { listeners, outlets, frames_out, reported, reported_lost, dropped, ..Tally::default() };
        own + self.table.tally()
    }
}
