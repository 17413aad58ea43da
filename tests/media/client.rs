//! Headless clients: a publisher who says a word in every frame, and a listener who notes what it hears.
//!
//! Frames carry text in place of Opus, such as `iraq 17`: the server passes on what it gets.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use plenary::media::{Media, Offer, Purpose};
use plenary::meeting::sound::plan::Hearing;
use str0m::change::SdpAnswer;
use str0m::media::{Direction, MediaKind, Mid};
use str0m::net::Receive;
use str0m::rtp::{ExtensionValues, RtpWrite};
use str0m::{Event, Input, Output, Rtc};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use crate::path::{Over, Path};

/// What a publisher says in each frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    pub word: &'static str,
    pub level_dbov: i8,
}

/// A frame as a listener got it.
#[derive(Debug, Clone)]
pub struct Heard {
    pub slot: usize,
    pub sequence: u64,
    pub timestamp: u32,
    pub marker: bool,
    pub word: String,
    pub at: Instant,
}

/// A microphone. Dropping it is dying without a word.
pub struct Publisher {
    speech: watch::Sender<Option<Speech>>,
    task: JoinHandle<()>,
}

impl Publisher {
    pub fn say(&self, word: &'static str) {
        self.say_at(word, -20);
    }
    pub fn say_at(&self, word: &'static str, level_dbov: i8) {
        self.speech.send_replace(Some(Speech { word, level_dbov }));
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A listener.
pub struct Listener {
    heard: mpsc::UnboundedReceiver<Heard>,
    closed: watch::Receiver<bool>,
    task: JoinHandle<()>,
}

impl Listener {
    pub async fn next(&mut self) -> Heard {
        self.heard.recv().await.expect("the listener lives")
    }

    /// The next so many frames.
    pub async fn take(&mut self, count: usize) -> Vec<Heard> {
        let mut taken = Vec::new();
        while taken.len() < count {
            taken.push(self.next().await);
        }
        taken
    }

    /// Waits for a word in a slot; what was heard before it is forgotten.
    pub async fn hears(&mut self, slot: usize, word: &str) -> Heard {
        loop {
            let heard = self.next().await;
            if heard.slot == slot && heard.word == word {
                return heard;
            }
        }
    }

    /// All that has come up to now.
    pub fn so_far(&mut self) -> Vec<Heard> {
        std::iter::from_fn(|| self.heard.try_recv().ok()).collect()
    }

    /// Waits until the server has said good-bye.
    pub async fn closed(&mut self) {
        self.closed.wait_for(|closed| *closed).await.unwrap();
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One stream: within a word sequence and time advance as the publisher's did, so that what a busy machine was too
/// late for shows as a loss; from one word to the next the sequence goes on by one, time grows, and a marker stands.
pub fn assert_one_stream(heard: &[Heard]) {
    assert!(heard.len() > 20, "{} frames", heard.len());
    for pair in heard.windows(2) {
        let step = pair[1].sequence - pair[0].sequence;
        let grown = pair[1].timestamp.wrapping_sub(pair[0].timestamp);
        let switched = pair[1].word != pair[0].word;
        assert_eq!(pair[1].marker, switched, "a switch is marked, and nothing else: {pair:?}");
        if switched {
            assert!(step == 1 && (960..96_000).contains(&grown), "{pair:?}");
        } else {
            assert!(step >= 1 && u64::from(grown) == 960 * step, "{pair:?}");
        }
    }
}

/// Words of what was heard in a slot, without repetition.
pub fn words(heard: &[Heard], slot: usize) -> Vec<&str> {
    let mut words: Vec<&str> =
        heard.iter().filter(|one| one.slot == slot).map(|one| one.word.as_str()).collect();
    words.dedup();
    words
}

/// Datagrams that a client has sent.
pub type Wire = std::sync::Arc<std::sync::Mutex<Vec<Vec<u8>>>>;

struct Client {
    rtc: Rtc,
    path: Path,
    mids: Vec<Mid>,
    server: SocketAddr,
    wire: Option<Wire>,
}

fn new_rtc() -> Rtc {
    Rtc::builder().set_rtp_mode(true).clear_codecs().enable_opus(true, false).build(Instant::now())
}

/// The offer of a listener who will never come.
pub fn sdp_of(slots: usize) -> String {
    let mut rtc = new_rtc();
    let mut api = rtc.sdp_api();
    for _ in 0..slots {
        api.add_media(MediaKind::Audio, Direction::RecvOnly, None, None, None);
    }
    api.apply().unwrap().0.to_sdp_string()
}

impl Client {
    async fn join(
        media: &Media,
        over: Over,
        offer: impl FnOnce(String) -> Offer,
        sections: &[Direction],
    ) -> Self {
        let server = media.address();
        let path = Path::open(over, server).await;
        let mut rtc = new_rtc();
        rtc.add_local_candidate(path.candidate());
        let mut api = rtc.sdp_api();
        let add = |direction| api.add_media(MediaKind::Audio, direction, None, None, None);
        let mids = sections.iter().copied().map(add).collect();
        let (sdp, pending) = api.apply().unwrap();
        let answer = media.offer(offer(sdp.to_sdp_string())).await.unwrap();
        rtc.sdp_api().accept_answer(pending, SdpAnswer::from_sdp_string(&answer).unwrap()).unwrap();
        Self { rtc, path, mids, server, wire: None }
    }

    /// Drains output, hands events on, and tells when to come again.
    async fn drain(&mut self, mut event: impl FnMut(&mut Rtc, &[Mid], Event)) -> Instant {
        loop {
            match self.rtc.poll_output().unwrap() {
                Output::Timeout(at) => return at,
                Output::Transmit(sent) => {
                    if let Some(wire) = &self.wire {
                        wire.lock().unwrap().push(sent.contents.to_vec());
                    }
                    self.path.send(sent.destination, &sent.contents).await;
                }
                Output::Event(one) => event(&mut self.rtc, &self.mids, one),
            }
        }
    }

    fn input(&mut self, datagram: Option<&[u8]>) {
        let now = Instant::now();
        let received = datagram
            .and_then(|bytes| Receive::new(self.path.protocol(), self.server, self.path.local(), bytes).ok());
        let input = received.map_or(Input::Timeout(now), |received| Input::Receive(now, received));
        self.rtc.handle_input(input).unwrap();
    }
}

/// A client's connection in a session.
#[derive(Debug, Clone)]
pub struct Seat {
    pub connection: u64,
    pub session: &'static str,
    pub person: &'static str,
}

fn offer(seat: &Seat, purpose: Purpose, hearing: Hearing, sdp: String) -> Offer {
    let (session, person) = (seat.session.parse().unwrap(), seat.person.parse().unwrap());
    Offer { connection: seat.connection, session, person, purpose, sdp, hearing }
}

/// Joins as a microphone, silent at first, and is connected when this returns.
pub async fn publisher(media: &Media, over: Over, seat: &Seat) -> Publisher {
    joined_publisher(media, over, seat, None).await
}

/// The same over UDP, with a note of each datagram that it sends.
pub async fn publisher_seen(media: &Media, seat: &Seat, wire: Wire) -> Publisher {
    joined_publisher(media, Over::Udp, seat, Some(wire)).await
}

async fn joined_publisher(media: &Media, over: Over, seat: &Seat, wire: Option<Wire>) -> Publisher {
    let nothing = Hearing { channel: "none".parse().unwrap(), monitor: None };
    let offer = |sdp| offer(seat, Purpose::Publish, nothing, sdp);
    let mut client = Client::join(media, over, offer, &[Direction::SendOnly]).await;
    client.wire = wire;
    let (speech, said) = watch::channel(None);
    let (ready, mut is_ready) = watch::channel(false);
    let task = tokio::spawn(async move {
        let mut frames = tokio::time::interval(Duration::from_millis(20));
        frames.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
        let (mut sequence, mut connected) = (60_000_u64, false);
        loop {
            let due = client.drain(|_, _, event| connected |= matches!(event, Event::Connected)).await;
            ready.send_replace(connected);
            tokio::select! {
                datagram = client.path.receive() => match datagram {
                    Some(datagram) => client.input(Some(&datagram)),
                    None => return,
                },
                _tick = frames.tick() => {
                    let speech: Option<Speech> = said.borrow().clone();
                    sequence += 1;
                    if let Some(speech) = speech.filter(|_| connected) {
                        write(&mut client, sequence, &speech);
                    }
                    client.input(None);
                }
                () = tokio::time::sleep_until(due.into()) => client.input(None),
            }
        }
    });
    is_ready.wait_for(|ready| *ready).await.unwrap();
    Publisher { speech, task }
}

fn write(client: &mut Client, sequence: u64, speech: &Speech) {
    let payload_type = client.rtc.codec_config().params()[0].pt();
    let mid = client.mids[0];
    let mut direct = client.rtc.direct_api();
    let stream = direct.stream_tx_by_mid(mid, None).unwrap();
    let timestamp = u32::try_from(sequence * 960 % (1 << 32)).unwrap();
    let levels = ExtensionValues {
        audio_level: Some(speech.level_dbov),
        voice_activity: Some(true),
        ..ExtensionValues::default()
    };
    // Starts just below the wrap, as a first number must.
    let payload = speech.word.as_bytes().to_vec();
    let packet = RtpWrite::new(payload_type, sequence.into(), timestamp, Instant::now(), payload);
    stream.write_rtp(packet.ext_vals(levels));
}

/// Joins as a listener with so many slots, and is connected when this returns.
pub async fn listener(media: &Media, over: Over, seat: &Seat, slots: usize, hearing: Hearing) -> Listener {
    let offer = |sdp| offer(seat, Purpose::Listen, hearing, sdp);
    let mut client = Client::join(media, over, offer, &vec![Direction::RecvOnly; slots]).await;
    let (hear, heard) = mpsc::unbounded_channel();
    let (ready, mut is_ready) = watch::channel(false);
    let (close, closed) = watch::channel(false);
    let task = tokio::spawn(async move {
        let note = |rtc: &mut Rtc, mids: &[Mid], event: Event| {
            if matches!(event, Event::Connected) {
                ready.send_replace(true);
            } else if matches!(event, Event::Closed) {
                close.send_replace(true);
            } else if let Event::RtpPacket(packet) = event {
                let mid = rtc.direct_api().stream_rx(&packet.header.ssrc).unwrap().mid();
                let slot = mids.iter().position(|one| *one == mid).unwrap();
                let word = String::from_utf8(packet.payload.to_vec()).unwrap();
                let (marker, timestamp) = (packet.header.marker, packet.header.timestamp);
                let (sequence, at) = (*packet.seq_no, Instant::now());
                // The test may have gone on.
                let _gone = hear.send(Heard { slot, sequence, timestamp, marker, word, at });
            }
        };
        loop {
            let due = client.drain(&note).await;
            tokio::select! {
                datagram = client.path.receive() => match datagram {
                    Some(datagram) => client.input(Some(&datagram)),
                    None => {
                        close.send_replace(true);
                        return;
                    }
                },
                () = tokio::time::sleep_until(due.into()) => client.input(None),
            }
        }
    });
    is_ready.wait_for(|ready| *ready).await.unwrap();
    Listener { heard, closed, task }
}
