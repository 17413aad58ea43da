//! One WebRTC peer: a publisher's microphone or a listener's slots, over str0m in RTP mode.
//!
//! str0m asks that each change is followed by draining its output; [`Peer::step`] is the only way in and does so. For
//! a listener it does checks and handshake alone; the sound goes out past it: see [`super::srtp`].

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use str0m::net::Protocol;
use str0m::rtp::rtcp::{ReceiverReport, Rtcp};
use str0m::rtp::{RawPacket, RtpPacket};
use str0m::{Event, IceConnectionState, Input, Output, Rtc};

use super::frame::{Frame, PAYLOAD_BYTES_MAX};
use super::gauges::Way;
use super::limits::{CONNECT_MAX, FRAMES_PER_SECOND_MAX, WAYS_MAX};
use super::microphones::PathNumber;
use super::net::{Outgoing, Path};
use super::permits::Permit;
use super::slots::Slots;
use crate::terms::ids::{PersonId, SessionId};

/// First bytes up to this are those of checks (RFC 7983 section 7), which are answered the way they came.
const CHECK_MAX: u8 = 3;

/// What one kind of peer does with what str0m tells.
pub trait Part {
    /// What comes from such a peer.
    type Heard;

    /// A packet has come.
    fn packet(&mut self, packet: RtpPacket) -> Option<Self::Heard>;

    /// A report on what was sent to it has come.
    fn report(&mut self, _report: &ReceiverReport) -> Option<Self::Heard> {
        None
    }

    /// Whether a peer that is connected can do what it is there for.
    fn is_ready(&mut self) -> bool {
        true
    }
}

/// How long a peer that is connected may be unable to do what it is there for.
const READY_WITHIN: Duration = Duration::from_secs(1);

/// A peer.
pub struct Peer<P> {
    /// The client's connection.
    pub connection: u64,
    /// The session.
    pub session: SessionId,
    /// Whose.
    pub person: PersonId,
    /// What it does.
    pub part: P,
    /// Our user fragment: names the peer in checks that come from new addresses.
    pub ufrag: String,
    /// Apart, for it is large, and a packet of sound needs nothing of it.
    rtc: Box<Rtc>,
    born: Instant,
    connected: Option<Instant>,
    due: Instant,
    gone: bool,
    paths: VecDeque<Path>,
    /// The way that the client has chosen for all but checks.
    chosen: Option<Path>,
    _permit: Permit,
}

/// Whose path a new peer is.
pub struct Owner {
    /// The client's connection.
    pub connection: u64,
    /// The session.
    pub session: SessionId,
    /// The person.
    pub person: PersonId,
}

impl<P: Part> Peer<P> {
    /// A peer whose offer was answered.
    pub fn new(owner: Owner, part: P, rtc: Rtc, ufrag: String, permit: Permit) -> Self {
        let Owner { connection, session, person } = owner;
        let (now, paths) = (Instant::now(), VecDeque::new());
        let (connected, gone) = (None, false);
        Self {
            connection,
            session,
            person,
            part,
            ufrag,
            rtc: Box::new(rtc),
            born: now,
            connected,
            due: now,
            gone,
            paths,
            chosen: None,
            _permit: permit,
        }
    }

    /// Whether its handshake is done.
    pub fn is_connected(&self) -> bool {
        self.connected.is_some()
    }

    /// How its sound comes and goes.
    pub fn way(&self) -> Way {
        match self.chosen.as_ref().or(self.paths.back()) {
            Some(Path::Tcp(_)) => Way::Tcp,
            Some(Path::Udp(_)) | None => Way::Udp,
        }
    }

    /// Whether it has ended.
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// When it has to be stepped again without input.
    pub fn due(&self) -> Instant {
        self.due.min(if self.is_connected() { self.due } else { self.born + CONNECT_MAX })
    }

    /// The paths that lead to it.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter()
    }

    /// Whether str0m takes this as the peer's own: a check with the right password.
    pub fn accepts(&self, input: &Input) -> bool {
        self.rtc.accepts(input)
    }

    /// Another way leads to the peer; the oldest of too many is returned.
    pub fn add_path(&mut self, path: Path) -> Option<Path> {
        if let Path::Tcp(tcp) = &path {
            tcp.take();
        }
        self.paths.push_back(path);
        if self.paths.len() > WAYS_MAX { self.paths.pop_front() } else { None }
    }

    /// The one way in: takes input and gives out all that follows from it. A panic ends this peer and no other.
    pub fn step(&mut self, input: Option<Input>, out: &mut Outgoing, heard: &mut Vec<P::Heard>) {
        if self.gone {
            return;
        }
        let stepped = catch_unwind(AssertUnwindSafe(|| {
            if let Some(input) = input
                && let Err(error) = self.rtc.handle_input(input)
            {
                tracing::debug!(%error, connection = self.connection, "a peer's input was refused");
                self.gone = true;
                return;
            }
            self.drain(out, heard);
        }));
        if stepped.is_err() {
            tracing::error!(connection = self.connection, "a peer of sound failed and was given up");
            self.gone = true;
        }
    }

    /// Gives up what never connected, what is of no use connected, and what has lost its last connection.
    pub fn check(&mut self, now: Instant) {
        if let Some(since) = self.connected
            && !self.part.is_ready()
            && now.saturating_duration_since(since) > READY_WITHIN
        {
            // Silent and connected it would be taken for well; given up, the client tries another way.
            tracing::error!(
                connection = self.connection,
                "a peer of sound has connected and has no keys to send with"
            );
            self.gone = true;
        }
        let late = !self.is_connected() && now.saturating_duration_since(self.born) > CONNECT_MAX;
        let closed = |path: &Path| matches!(path, Path::Tcp(tcp) if tcp.is_closed());
        let cut = !self.paths.is_empty() && self.paths.iter().all(closed);
        self.gone |= late || cut;
    }

    /// Says good-bye to the other side.
    pub fn close(&mut self, out: &mut Outgoing) {
        if let Err(error) = self.rtc.close() {
            tracing::debug!(%error, connection = self.connection, "a peer could not be closed in good order");
        }
        self.step(None, out, &mut Vec::new());
        self.gone = true;
    }

    fn drain(&mut self, out: &mut Outgoing, heard: &mut Vec<P::Heard>) {
        loop {
            match self.rtc.poll_output() {
                Ok(Output::Timeout(due)) => {
                    self.due = due;
                    self.gone |= !self.rtc.is_alive();
                    return;
                }
                Ok(Output::Transmit(sent)) => {
                    let path = self.way_to(sent.proto, sent.destination);
                    if sent.contents.first().is_some_and(|first| *first > CHECK_MAX) {
                        self.chosen.clone_from(&path);
                    }
                    if let Some(path) = path {
                        path.send(out, |datagram| {
                            datagram.extend_from_slice(&sent.contents);
                            true
                        });
                    }
                }
                Ok(Output::Event(event)) => heard.extend(self.event(event)),
                Err(error) => {
                    tracing::debug!(%error, connection = self.connection, "a peer of sound has failed");
                    self.gone = true;
                    return;
                }
            }
        }
    }

    fn way_to(&self, protocol: Protocol, remote: SocketAddr) -> Option<Path> {
        if protocol == Protocol::Udp {
            return Some(Path::Udp(remote));
        }
        let leads = |path: &&Path| matches!(path, Path::Tcp(tcp) if tcp.remote() == remote);
        self.paths.iter().rev().find(leads).cloned()
    }

    fn event(&mut self, event: Event) -> Option<P::Heard> {
        if let Event::RtpPacket(packet) = event {
            return self.part.packet(packet);
        } else if let Event::RawPacket(packet) = event {
            let RawPacket::RtcpRx(Rtcp::ReceiverReport(report)) = *packet else { return None };
            return self.part.report(&report);
        } else if let Event::PeerStats(stats) = event {
            if let Some(pair) = stats.selected_candidate_pair {
                self.chosen = self.way_to(pair.protocol, pair.remote.addr);
            }
        } else if matches!(event, Event::Connected) {
            self.connected = Some(Instant::now());
        } else if matches!(
            event,
            Event::Closed | Event::IceConnectionStateChange(IceConnectionState::Disconnected)
        ) {
            self.gone = true;
        }
        None
    }
}

/// A microphone's side.
#[derive(Debug)]
pub struct Microphone {
    /// The path's number.
    pub path: PathNumber,
    /// The number of its stretch of sound.
    pub source: u32,
    padding: u64,
    rate: Rate,
}

impl Microphone {
    /// A path that has sent nothing yet.
    pub fn new(path: PathNumber, source: u32) -> Self {
        Self { path, source, padding: 0, rate: Rate::new(Instant::now()) }
    }
}

impl Part for Microphone {
    type Heard = Frame;

    fn packet(&mut self, packet: RtpPacket) -> Option<Frame> {
        if packet.payload.is_empty() {
            // Browsers send packets of mere padding to probe. They are dropped and the gap is closed.
            self.padding += 1;
            return None;
        }
        if packet.payload.len() > PAYLOAD_BYTES_MAX || !self.rate.allows(packet.timestamp) {
            return None;
        }
        Some(Frame {
            source: self.source,
            sequence: packet.seq_no.saturating_sub(self.padding),
            timestamp: packet.time.numer(),
            at: packet.timestamp,
            level_dbov: packet.header.ext_vals.audio_level,
            payload: packet.payload,
        })
    }
}

/// A bound on the frames of one microphone: an average with room for what a network holds up and gives out at once.
#[derive(Debug)]
pub struct Rate {
    left: u32,
    since: Instant,
}

impl Rate {
    /// A full measure.
    pub fn new(now: Instant) -> Self {
        Self { left: FRAMES_PER_SECOND_MAX, since: now }
    }

    /// Whether one more frame is within the bound.
    pub fn allows(&mut self, now: Instant) -> bool {
        let each = Duration::from_secs(1) / FRAMES_PER_SECOND_MAX;
        let passed = now.saturating_duration_since(self.since);
        let earned = u32::try_from(passed.as_nanos() / each.as_nanos()).unwrap_or(u32::MAX);
        if earned >= FRAMES_PER_SECOND_MAX {
            (self.left, self.since) = (FRAMES_PER_SECOND_MAX, now);
        } else {
            self.left = (self.left + earned).min(FRAMES_PER_SECOND_MAX);
            self.since += each * earned;
        }
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }
}

impl Peer<Slots> {
    /// Sends a frame in a slot, and tells whether it went.
    pub fn play(&mut self, slot: u8, frame: &Frame, out: &mut Outgoing) -> bool {
        if self.connected.is_none() || self.gone {
            return false;
        }
        let Some(path) = &self.chosen else { return false };
        let part = &mut self.part;
        path.send(out, |datagram| part.seal(slot, frame, datagram))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::keys::Promised;
    use super::*;

    #[test]
    fn a_listener_without_keys_is_given_up_a_second_after_it_connected() {
        let (now, permits) = (Instant::now(), Arc::default());
        let (session, person) = ("opening".parse().unwrap(), "iraq".parse().unwrap());
        let owner = Owner { connection: 1, session, person };
        let slots = Slots::new(Vec::new(), Promised::default());
        let mut peer = Peer::new(owner, slots, Rtc::new(now), "b".into(), Permit::take(&permits).unwrap());
        peer.connected = Some(now);
        peer.check(now + READY_WITHIN);
        assert!(!peer.is_gone());
        peer.check(now + READY_WITHIN + Duration::from_millis(1));
        assert!(peer.is_gone());
    }

    #[test]
    fn a_microphone_that_floods_is_cut_to_its_measure() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        let burst = (0..1_000).filter(|_| rate.allows(start)).count();
        assert_eq!(burst, 120);
        // 1,000 frames in each of ten seconds: 120 pass in each.
        let steady = (1..=10_000_u64).filter(|ms| rate.allows(start + Duration::from_millis(*ms))).count();
        assert!((1_190..=1_201).contains(&steady), "{steady}");
        // 50 a second always pass.
        let later = start + Duration::from_secs(60);
        assert!((0..500_u64).all(|n| rate.allows(later + Duration::from_millis(20 * n))));
    }
}
