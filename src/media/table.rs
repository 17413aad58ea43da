//! The peers of one thread: found by where a datagram comes from, or by the user fragment in a check.
//!
//! Only a check with the right password makes an address known, so what strangers send costs a look and leaves nothing.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use str0m::Input;
use str0m::net::{Protocol, Receive};

use super::limits::LATER_MAX;
use super::net::{Datagram, Outgoing, Path, user_fragment};
use super::peer::{Part, Peer};
use super::tally::Tally;

/// Least time between two looks after peers whose time has come.
const SWEEP_MIN: Duration = Duration::from_millis(5);
/// Longest time between two looks after a peer.
const SWEEP_MAX: Duration = Duration::from_millis(500);

/// A way became known, or leads nowhere any more: the thread that reads the socket must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// Datagrams from here are ours now.
    Known(SocketAddr),
    /// They are no longer.
    Forgotten(SocketAddr),
}

/// The peers of a thread.
pub struct Table<P: Part> {
    /// Side by side: a frame goes through all of them.
    peers: Vec<Option<Peer<P>>>,
    /// When each place is looked after next, apart from peers, most of which have nothing to do.
    looks: Vec<Instant>,
    free: Vec<usize>,
    by_ufrag: HashMap<String, usize>,
    by_path: HashMap<(bool, SocketAddr), usize>,
    by_connection: HashMap<u64, usize>,
    later: VecDeque<Datagram>,
    due: Instant,
    swept: Instant,
    candidates: Vec<SocketAddr>,
    dropped: u64,
    /// Ways of UDP that were learned or forgotten since they were last told.
    pub turned: Vec<Turned>,
    /// What peers have sent since it was last taken, with the peer's place.
    pub heard: Vec<(usize, P::Heard)>,
}

impl<P: Part> Table<P> {
    /// Without peers; clients know the server under these addresses.
    pub fn new(candidates: Vec<SocketAddr>) -> Self {
        let now = Instant::now();
        let (peers, looks, free, later) = (Vec::new(), Vec::new(), Vec::new(), VecDeque::new());
        let (by_ufrag, by_path, by_connection) = (HashMap::new(), HashMap::new(), HashMap::new());
        let (due, swept, dropped, turned, heard) = (now + SWEEP_MAX, now, 0, Vec::new(), Vec::new());
        Self {
            peers,
            looks,
            free,
            by_ufrag,
            by_path,
            by_connection,
            later,
            due,
            swept,
            candidates,
            dropped,
            turned,
            heard,
        }
    }

    /// The peer at this place.
    pub fn get(&self, at: usize) -> Option<&Peer<P>> {
        self.peers.get(at)?.as_ref()
    }

    /// The peer at this place, to be changed.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut Peer<P>> {
        self.peers.get_mut(at)?.as_mut()
    }

    /// Where the peer of a connection is.
    pub fn find(&self, connection: u64) -> Option<usize> {
        self.by_connection.get(&connection).copied()
    }

    /// Takes a peer in; the earlier one of the same connection must have been removed.
    pub fn adopt(&mut self, peer: Peer<P>, out: &mut Outgoing) -> usize {
        let at = self.free.pop().unwrap_or(self.peers.len());
        self.by_ufrag.insert(peer.ufrag.clone(), at);
        self.by_connection.insert(peer.connection, at);
        let peer = Some(peer);
        match self.peers.get_mut(at) {
            Some(place) => *place = peer,
            None => self.peers.push(peer),
        }
        self.looks.resize(self.peers.len(), self.swept);
        self.step(at, None, out);
        at
    }

    /// Takes a peer out, after a good-bye to the other side if it is still there.
    pub fn remove(&mut self, at: usize, out: &mut Outgoing) -> Option<Peer<P>> {
        let mut peer = self.peers.get_mut(at)?.take()?;
        self.free.push(at);
        if !peer.is_gone() {
            peer.close(out);
        }
        self.by_ufrag.remove(&peer.ufrag);
        if self.by_connection.get(&peer.connection) == Some(&at) {
            self.by_connection.remove(&peer.connection);
        }
        for path in peer.paths() {
            // Another peer may have come to the same address since.
            if self.by_path.get(&path.key()) == Some(&at) {
                self.forget(path);
            }
            if let Path::Tcp(tcp) = path {
                tcp.close();
            }
        }
        Some(peer)
    }

    /// Takes a datagram that carries sound or a report on it, at once. Any other is for [`Table::postpone`].
    pub fn receive(&mut self, path: &Path, at: Instant, bytes: &[u8], out: &mut Outgoing) {
        let Some(peer) = self.by_path.get(&path.key()).copied() else { return };
        self.input(peer, path, at, bytes, out);
    }

    /// Whether a peer is known at this address.
    pub fn knows(&self, path: &Path) -> bool {
        self.by_path.contains_key(&path.key())
    }

    /// Keeps a datagram of a handshake or a check for when no sound waits: these are slow.
    pub fn postpone(&mut self, datagram: Datagram) {
        if self.later.len() < LATER_MAX {
            self.later.push_back(datagram);
        } else {
            self.dropped += 1;
        }
    }

    /// Whether something was postponed.
    pub fn has_postponed(&self) -> bool {
        !self.later.is_empty()
    }

    /// Takes one postponed datagram.
    pub fn catch_up(&mut self, out: &mut Outgoing) {
        let Some(Datagram { path, at, bytes }) = self.later.pop_front() else { return };
        match user_fragment(&bytes) {
            Some(ufrag) => {
                if let Some(peer) = self.by_ufrag.get(ufrag).copied() {
                    self.check(peer, path, at, &bytes, out);
                }
            }
            None => self.receive(&path, at, &bytes, out),
        }
    }

    /// A check that names this peer. If the password is right, its way is known from now on.
    fn check(&mut self, at: usize, path: Path, now: Instant, bytes: &[u8], out: &mut Outgoing) {
        let known = self.by_path.get(&path.key()) == Some(&at);
        if !known {
            let Some(receive) = received(&self.candidates, &path, bytes) else { return };
            let Some(peer) = self.peers.get_mut(at).and_then(Option::as_mut) else { return };
            if !peer.accepts(&Input::Receive(now, receive)) {
                return;
            }
            if let Some(oldest) = peer.add_path(path.clone())
                && self.by_path.get(&oldest.key()) == Some(&at)
            {
                self.forget(&oldest);
            }
            self.by_path.insert(path.key(), at);
            if let Path::Udp(from) = path {
                self.turned.push(Turned::Known(from));
            }
        }
        self.input(at, &path, now, bytes, out);
    }

    fn forget(&mut self, path: &Path) {
        self.by_path.remove(&path.key());
        if let Path::Udp(from) = path {
            self.turned.push(Turned::Forgotten(*from));
        }
    }

    /// Another thread's peer has come to this address.
    pub fn yield_way(&mut self, from: SocketAddr) {
        self.by_path.remove(&(false, from));
    }

    fn input(&mut self, at: usize, path: &Path, now: Instant, bytes: &[u8], out: &mut Outgoing) {
        if let Some(receive) = received(&self.candidates, path, bytes) {
            self.step(at, Some(Input::Receive(now, receive)), out);
        }
    }

    fn step(&mut self, at: usize, input: Option<Input>, out: &mut Outgoing) {
        let Some(peer) = self.peers.get_mut(at).and_then(Option::as_mut) else { return };
        let mut heard = Vec::new();
        peer.step(input, out, &mut heard);
        self.heard.extend(heard.into_iter().map(|heard| (at, heard)));
        self.settle(at);
    }

    /// Notes when the peer has to be looked after next.
    fn settle(&mut self, at: usize) {
        let Some(peer) = self.get(at) else { return };
        let look = if peer.is_gone() { self.swept } else { peer.due() };
        self.due = self.due.min(look);
        if let Some(next) = self.looks.get_mut(at) {
            *next = look.min(self.swept + SWEEP_MAX);
        }
    }

    /// How long nothing has to be looked after.
    pub fn idle(&self, now: Instant) -> Duration {
        if self.has_postponed() {
            return Duration::ZERO;
        }
        self.due.max(self.swept + SWEEP_MIN).saturating_duration_since(now)
    }

    /// Looks after peers whose time has come, and gives out those that have ended. Nothing to do before
    /// [`Table::idle`] has passed.
    pub fn sweep(&mut self, now: Instant, out: &mut Outgoing) -> Vec<Peer<P>> {
        if !self.idle(now).is_zero() || now < self.swept + SWEEP_MIN {
            return Vec::new();
        }
        (self.swept, self.due) = (now, now + SWEEP_MAX);
        let mut ended = Vec::new();
        for at in 0..self.looks.len() {
            let look = self.looks.get(at).copied().unwrap_or(now);
            if look > now {
                self.due = self.due.min(look);
                continue;
            }
            let Some(peer) = self.peers.get_mut(at).and_then(Option::as_mut) else {
                self.rest(at);
                continue;
            };
            peer.check(now);
            if peer.is_gone() {
                ended.push(at);
            } else if peer.due() <= now {
                self.step(at, Some(Input::Timeout(now)), out);
            } else {
                self.settle(at);
            }
        }
        ended.into_iter().filter_map(|at| self.remove(at, out)).collect()
    }

    /// Nobody is there: who is taken in there next says when to look.
    fn rest(&mut self, at: usize) {
        if let Some(next) = self.looks.get_mut(at) {
            *next = self.swept + SWEEP_MAX;
        }
    }

    /// Says good-bye to all.
    pub fn close(&mut self, out: &mut Outgoing) {
        for at in 0..self.peers.len() {
            self.remove(at, out);
        }
    }

    /// What it holds.
    pub fn tally(&self) -> Tally {
        let peers = || self.peers.iter().flatten();
        Tally {
            peers: peers().count(),
            connected: peers().filter(|peer| peer.is_connected()).count(),
            addresses: self.by_path.len(),
            dropped: self.dropped,
            ..Tally::default()
        }
    }
}

/// The datagram as str0m takes it, or nothing if it is none of WebRTC. It must seem to have come to one of the
/// addresses that the client was told, whichever the machine's own is.
fn received<'a>(candidates: &[SocketAddr], path: &Path, bytes: &'a [u8]) -> Option<Receive<'a>> {
    let (source, proto) = match path {
        Path::Udp(source) => (*source, Protocol::Udp),
        Path::Tcp(tcp) => (tcp.remote(), Protocol::Tcp),
    };
    let alike = candidates.iter().find(|candidate| candidate.is_ipv4() == source.is_ipv4());
    let destination = *alike.or(candidates.first())?;
    Receive::new(proto, source, destination, bytes).ok()
}
