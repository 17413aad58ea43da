//! A running media plane with a session, and the words in which stories speak of it.

use std::future::Future;
use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use plenary::media::{Media, MediaFault, Report, Settings, Tally, start};
use plenary::meeting::sound::plan::{Carries, Hearing, Plan};
use plenary::terms::ids::{ChannelId, PersonId, SessionId};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::client::{Listener, Publisher, Seat, listener, publisher};
use crate::path::Over;

pub const SESSION: &str = "opening";
/// Slots of a listener.
pub const INTERPRETATION: usize = 0;
pub const TURN: usize = 1;
pub const PODIUM: [usize; 2] = [2, 3];
pub const MONITOR: usize = 4;

/// Longest that a story may take; the machine may be busy.
const STORY: Duration = Duration::from_secs(60);

pub async fn within<T>(story: impl Future<Output = T>) -> T {
    tokio::time::timeout(STORY, story).await.expect("the story comes to its end")
}

pub fn session() -> SessionId {
    SESSION.parse().unwrap()
}
pub fn person(name: &str) -> PersonId {
    name.parse().unwrap()
}
pub fn channel(name: &str) -> ChannelId {
    name.parse().unwrap()
}
pub fn hearing(name: &str) -> Hearing {
    Hearing { channel: channel(name), monitor: None }
}
pub fn hearing_beside(name: &str, mate: &str) -> Hearing {
    Hearing { channel: channel(name), monitor: Some(person(mate)) }
}

/// A plan in words: who has the turn, who else is live on the floor, and what channels carry (`floor`, `silence`, or
/// the interpreter on air). The channel `floor` carries the floor.
pub fn plan(turn: Option<&str>, podium: &[&str], channels: &[(&str, &str)]) -> Plan {
    let mut carries = vec![("floor", "floor")];
    carries.extend_from_slice(channels);
    let channels = carries
        .into_iter()
        .map(|(name, what)| {
            let what = match what {
                "floor" => Carries::Floor,
                "silence" => Carries::Silence,
                interpreter => Carries::Interpretation(person(interpreter)),
            };
            (channel(name), what)
        })
        .collect();
    let floor = turn.iter().chain(podium).map(|name| person(name)).collect();
    Plan { turn: turn.map(person), floor, channels, ..Plan::default() }
}

/// The media plane of one test.
pub struct Hall {
    pub media: Media,
    pub reports: mpsc::Receiver<Report>,
    connections: AtomicU64,
}

impl Hall {
    pub async fn open() -> Self {
        // The same port over TCP, as the gateway does it: it has looked at the first bytes. A port that the system
        // chooses is free for TCP, but another test may have it for UDP.
        let (media, reports, tcp) = loop {
            let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let listen = tcp.local_addr().unwrap();
            match start(Settings { listen, advertised: Vec::new(), listener_threads: 2 }) {
                Ok((media, reports)) => break (media, reports, tcp),
                Err(MediaFault::Socket { fault, .. }) if fault.kind() == ErrorKind::AddrInUse => {}
                Err(fault) => panic!("{fault}"),
            }
        };
        let taker = media.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = tcp.accept().await {
                let media = taker.clone();
                tokio::spawn(async move {
                    let mut read = Vec::with_capacity(3);
                    while read.is_empty() {
                        stream.readable().await.unwrap();
                        if matches!(stream.try_read_buf(&mut read), Ok(0)) {
                            return;
                        }
                    }
                    media.accept_tcp(stream, read);
                });
            }
        });
        Self { media, reports, connections: AtomicU64::new(1) }
    }

    pub fn seat(&self, name: &'static str) -> Seat {
        let connection = self.connections.fetch_add(1, Ordering::Relaxed);
        Seat { connection, session: SESSION, person: name }
    }

    pub fn plan(&self, plan: Plan) {
        self.media.plan(&session(), Arc::new(plan));
    }

    /// Somebody at a microphone who says their own name.
    pub async fn speaker(&self, name: &'static str) -> Publisher {
        let publisher = publisher(&self.media, Over::Udp, &self.seat(name)).await;
        publisher.say(name);
        publisher
    }

    /// Somebody who listens to a channel.
    pub async fn listener(&self, name: &'static str, channel: &str) -> Listener {
        listener(&self.media, Over::Udp, &self.seat(name), 4, hearing(channel)).await
    }

    /// The next report.
    pub async fn report(&mut self) -> Report {
        self.reports.recv().await.expect("the media plane runs")
    }

    /// Waits until a person's microphone is connected.
    pub async fn connected(&mut self, name: &str) {
        let awaited = Report::MicrophoneConnected { session: session(), person: person(name) };
        while self.report().await != awaited {}
    }

    /// Waits until a person's microphone is lost.
    pub async fn lost(&mut self, name: &str) {
        let awaited = Report::MicrophoneLost { session: session(), person: person(name) };
        while self.report().await != awaited {}
    }

    pub async fn tally(&self) -> Tally {
        self.media.tally().await.unwrap()
    }

    /// Waits until the counts are as wished.
    pub async fn until(&self, wished: impl Fn(&Tally) -> bool) -> Tally {
        loop {
            let tally = self.tally().await;
            if wished(&tally) {
                return tally;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Waits until the server has taken in so many more frames.
    pub async fn frames(&self, more: u64) {
        let before = self.tally().await.frames_in;
        self.until(|tally| tally.frames_in >= before + more).await;
    }
}
