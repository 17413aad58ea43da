//! What strangers send: the media plane neither falls nor grows, and those who listen notice nothing.

use std::net::{SocketAddr, UdpSocket};
use std::time::Duration;

use plenary::media::{Offer, OfferFault, Purpose};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{Listener, Publisher, Wire, assert_one_stream, listener, publisher, publisher_seen};
use crate::hall::{Hall, TURN, hearing, person, plan, session, within};
use crate::path::Over;

/// Random bytes from a seed that a failure names.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }
    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[3]
    }
    fn bytes(&mut self, longest: usize) -> Vec<u8> {
        (0..=self.below(longest)).map(|_| self.byte()).collect()
    }
}

const SEED: u64 = 0x5eed_5eed_5eed;

/// A binding request that names a user fragment, without the password's proof.
fn check_for(fragment: &str) -> Vec<u8> {
    let name = format!("{fragment}:else");
    let padded = name.len().next_multiple_of(4);
    let mut bytes = vec![0, 1];
    bytes.extend(u16::try_from(4 + padded).unwrap().to_be_bytes());
    bytes.extend([0x21, 0x12, 0xa4, 0x42]);
    bytes.extend([7; 12]);
    bytes.extend([0, 6]);
    bytes.extend(u16::try_from(name.len()).unwrap().to_be_bytes());
    bytes.extend(name.as_bytes());
    bytes.resize(20 + 4 + padded, 0);
    bytes
}

/// Datagrams of all kinds: noise, and the beginnings of every protocol on the port.
fn datagram(chance: &mut Chance) -> Vec<u8> {
    let first = [0, 1, 22, 63, 128, 144, 191, 255][chance.below(8)];
    let mut bytes = match chance.below(4) {
        0 => check_for(["a", "b", "c", "z", "aAAAA", "bAAAA"][chance.below(6)]),
        1 => chance.bytes(2_100),
        _ => chance.bytes(120),
    };
    match chance.below(3) {
        0 => bytes[0] = first,
        1 => bytes.truncate(chance.below(bytes.len())),
        _ => {
            let at = chance.below(bytes.len());
            bytes[at] = chance.byte();
        }
    }
    bytes
}

async fn hall_with_sound(over: Over) -> (Hall, Publisher, Listener) {
    let hall = Hall::open().await;
    hall.plan(plan(Some("iraq"), &[], &[]));
    let iraq = publisher(&hall.media, over, &hall.seat("iraq")).await;
    iraq.say("iraq");
    let mut egypt = listener(&hall.media, over, &hall.seat("egypt"), 4, hearing("floor")).await;
    egypt.hears(TURN, "iraq").await;
    (hall, iraq, egypt)
}

#[tokio::test]
async fn noise_on_the_udp_port_leaves_nothing_and_disturbs_nobody() {
    within(async {
        let (hall, _iraq, mut egypt) = hall_with_sound(Over::Udp).await;
        let before = hall.tally().await;
        let (server, mut chance) = (hall.media.address(), Chance(SEED));
        for _ in 0..200 {
            // Each round from a new address.
            let stranger = UdpSocket::bind("127.0.0.1:0").unwrap();
            for _ in 0..20 {
                // The system may refuse what is longer than it likes.
                let _refused = stranger.send_to(&datagram(&mut chance), server);
            }
            tokio::task::yield_now().await;
        }
        hall.frames(50).await;
        let after = hall.tally().await;
        assert_eq!((after.peers, after.connected), (before.peers, before.connected), "seed {SEED}");
        assert_eq!((after.addresses, after.microphones), (before.addresses, 1), "seed {SEED}");
        egypt.hears(TURN, "iraq").await;
        assert_one_stream(&egypt.take(50).await);
    })
    .await;
}

#[tokio::test]
async fn what_a_peer_sent_once_is_worth_nothing_from_another_address() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[]));
        let seat = hall.seat("iraq");
        // A tap on the wire between a publisher and the server.
        let wire = Wire::default();
        let iraq = publisher_seen(&hall.media, &seat, wire.clone()).await;
        iraq.say("iraq");
        let mut egypt = hall.listener("egypt", "floor").await;
        egypt.hears(TURN, "iraq").await;
        hall.frames(100).await;
        let seen = wire.lock().unwrap().clone();
        assert!(seen.len() > 100, "checks, a handshake and sound were seen");
        let stranger = UdpSocket::bind("127.0.0.1:0").unwrap();
        for (at, bytes) in seen.iter().enumerate() {
            stranger.send_to(bytes, hall.media.address()).unwrap();
            stranger.send_to(&bytes[..at % bytes.len()], hall.media.address()).unwrap();
        }
        hall.frames(30).await;
        // A check that is repeated as it was proves the password, so its address is taken for the peer's own; sound
        // that is repeated is refused all the same, for every packet counts once.
        let tally = hall.tally().await;
        assert_eq!((tally.peers, tally.microphones), (2, 1));
        assert!(tally.addresses <= 4, "{tally:?}");
        let heard = egypt.take(60).await;
        assert_one_stream(&heard);
    })
    .await;
}

#[tokio::test]
async fn noise_on_tcp_is_cut_off_and_disturbs_nobody() {
    within(async {
        let (hall, _iraq, mut egypt) = hall_with_sound(Over::Tcp).await;
        let before = hall.tally().await;
        let mut chance = Chance(SEED);
        for round in 0..60 {
            let mut stranger = TcpStream::connect(hall.media.address()).await.unwrap();
            let sent = match round % 4 {
                // Not a check at all, or one for nobody: within a frame or without.
                0 => chance.bytes(3_000),
                1 => framed(&chance.bytes(200)),
                2 => framed(&check_for("Zzzz")),
                // A frame longer than any datagram.
                _ => vec![0xff; 3_000],
            };
            // It may be cut off while it still sends.
            let _cut = stranger.write_all(&sent).await;
            let _closed = stranger.shutdown().await;
            let mut rest = Vec::new();
            // It ends: the server says nothing and closes.
            let _reset = stranger.read_to_end(&mut rest).await;
            assert!(rest.is_empty());
        }
        hall.frames(50).await;
        let after = hall.tally().await;
        assert_eq!((after.peers, after.addresses), (before.peers, before.addresses), "seed {SEED}");
        assert_one_stream(&egypt.take(50).await);
    })
    .await;
}

fn framed(bytes: &[u8]) -> Vec<u8> {
    let mut frame = u16::try_from(bytes.len()).unwrap().to_be_bytes().to_vec();
    frame.extend(bytes);
    frame
}

#[tokio::test]
async fn a_refused_offer_takes_no_place() {
    within(async {
        let hall = Hall::open().await;
        let mut chance = Chance(SEED);
        let texts =
            ["", "v=0", "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendonly\r\na=rtpmap:111 opus/48000/2\r\n"];
        for round in 0..60 {
            let noise = String::from_utf8_lossy(&chance.bytes(400)).into_owned();
            let sdp = texts.get(round % 6).map_or(noise, |text| (*text).to_owned());
            let purpose = if round % 2 == 0 { Purpose::Publish } else { Purpose::Listen };
            let (session, person) = (session(), person("iraq"));
            let offer = Offer { connection: 1, session, person, purpose, sdp, hearing: hearing("floor") };
            let fault = hall.media.offer(offer).await.unwrap_err();
            assert!(fault.to_string().starts_with("sdp: "), "{fault}");
            assert_ne!(fault, OfferFault::Crowded);
        }
        assert_eq!(hall.tally().await, plenary::media::Tally::default());
    })
    .await;
}

#[tokio::test]
async fn a_flood_of_checks_does_not_hold_up_sound() {
    within(async {
        let (hall, _iraq, mut egypt) = hall_with_sound(Over::Udp).await;
        let server: SocketAddr = hall.media.address();
        let flood = tokio::task::spawn_blocking(move || {
            let stranger = UdpSocket::bind("127.0.0.1:0").unwrap();
            let checks: Vec<Vec<u8>> = ["a", "b", "c"].iter().map(|one| check_for(one)).collect();
            for round in 0..20_000_usize {
                let _full = stranger.send_to(&checks[round % 3], server);
            }
        });
        let heard = egypt.take(100).await;
        flood.await.unwrap();
        assert_one_stream(&heard);
        let span = heard[99].at - heard[0].at;
        assert!(span < Duration::from_secs(10), "two seconds of sound took {span:?}");
        assert!(hall.tally().await.addresses <= 2);
    })
    .await;
}

#[tokio::test]
async fn offers_that_never_connect_are_replaced_and_ended() {
    within(async {
        let hall = Hall::open().await;
        for _ in 0..5 {
            let sdp = crate::client::sdp_of(4);
            let (session, person) = (session(), person("egypt"));
            let offer = Offer {
                connection: 9,
                session,
                person,
                purpose: Purpose::Listen,
                sdp,
                hearing: hearing("en"),
            };
            hall.media.offer(offer).await.unwrap();
        }
        let tally = hall.tally().await;
        assert_eq!(
            (tally.peers, tally.listeners, tally.connected),
            (1, 1, 0),
            "one for each page and purpose"
        );
        hall.media.end(9, None);
        let tally = hall.until(|tally| tally.peers == 0).await;
        assert_eq!(tally.listeners, 0);
    })
    .await;
}
