//! The keys that a peer seals with are those of its own handshake, whatever else is built or shaken hands with meanwhile.

use std::time::Duration;

use str0m::net::{Protocol, Receive};
use str0m::{Event, Input, Output};

use super::*;
use crate::media::frame::Frame;
use crate::media::peer::Part as _;

/// A listener's two ends, which know of no other.
struct Pair {
    client: Rtc,
    server: Rtc,
    slots: Slots,
    /// What the client has heard.
    heard: Vec<Vec<u8>>,
}

impl Pair {
    fn new(answerer: &Answerer, client_address: &str, now: Instant) -> Self {
        let mut client = Rtc::builder().set_rtp_mode(true).build(now);
        client.add_local_candidate(Candidate::host(client_address.parse().unwrap(), "udp").unwrap());
        let mut api = client.sdp_api();
        api.add_media(MediaKind::Audio, Direction::RecvOnly, None, None, None);
        let (sdp, pending) = api.apply().unwrap();
        let sdp = sdp.to_sdp_string();
        let (_, _, answer) = answerer.answer(&offer(Purpose::Listen, sdp.clone()), 'b').unwrap();
        let (server, slots) = answerer.listener(&sdp, &answer).unwrap();
        let answer = str0m::change::SdpAnswer::from_sdp_string(&answer).unwrap();
        client.sdp_api().accept_answer(pending, answer).unwrap();
        Self { client, server, slots, heard: Vec::new() }
    }

    /// Carries what one end sends to the other, as it is at a moment.
    fn carry(&mut self, now: Instant) {
        let heard = &mut self.heard;
        let of_client = drained(&mut self.client, now, |event| {
            if let Event::RtpPacket(packet) = event {
                heard.push(packet.payload.to_vec());
            }
        });
        let of_server = drained(&mut self.server, now, |_event| {});
        for (rtc, sent) in [(&mut self.server, of_client), (&mut self.client, of_server)] {
            for (protocol, source, destination, bytes) in sent {
                let received = Receive::new(protocol, source, destination, &bytes).unwrap();
                rtc.handle_input(Input::Receive(now, received)).unwrap();
            }
        }
    }

    /// Has the client take a packet.
    fn hears(&mut self, packet: &[u8], now: Instant) -> bool {
        let here = "192.0.2.9:443".parse().unwrap();
        let received = Receive::new(Protocol::Udp, here, "192.0.2.1:9".parse().unwrap(), packet).unwrap();
        self.client.handle_input(Input::Receive(now, received)).unwrap();
        self.carry(now);
        !std::mem::take(&mut self.heard).is_empty()
    }
}

type Sent = (Protocol, SocketAddr, SocketAddr, Vec<u8>);

fn drained(rtc: &mut Rtc, now: Instant, mut event: impl FnMut(Event)) -> Vec<Sent> {
    let mut sent = Vec::new();
    rtc.handle_input(Input::Timeout(now)).unwrap();
    loop {
        match rtc.poll_output().unwrap() {
            Output::Timeout(_) => return sent,
            Output::Event(happened) => event(happened),
            Output::Transmit(one) if one.proto == Protocol::Udp => {
                sent.push((one.proto, one.source, one.destination, one.contents.to_vec()));
            }
            Output::Transmit(_) => {}
        }
    }
}

fn frame(sequence: u64, at: Instant) -> Frame {
    let payload = vec![0xf8, 1, 2, 3].into();
    Frame { source: 1, sequence, timestamp: sequence * 960, at, level_dbov: None, payload }
}

#[test]
fn peers_that_are_built_and_connected_in_between_each_other_have_their_own_keys() {
    let (answerer, mut now) = (answerer(), Instant::now());
    let mut pairs = [Pair::new(&answerer, "192.0.2.1:9", now), Pair::new(&answerer, "192.0.2.1:9", now)];
    // The second begins first, and a third is built while both are shaking hands.
    for step in 0..400 {
        now += Duration::from_millis(10);
        pairs[1].carry(now);
        if step > 2 {
            pairs[0].carry(now);
        }
        if step == 5 {
            drop(Pair::new(&answerer, "192.0.2.1:9", now));
        }
    }
    let [first, second] = &mut pairs;
    assert!(first.slots.is_ready() && second.slots.is_ready(), "both have shaken hands");
    // To each other's clients they are noise.
    let [of_first, of_second] = [&mut *first, &mut *second].map(|pair| {
        let mut packet = Vec::new();
        assert!(pair.slots.seal(0, &frame(1, now), &mut packet));
        packet
    });
    assert!(!first.hears(&of_second, now) && !second.hears(&of_first, now));
    assert!(first.hears(&of_first, now) && second.hears(&of_second, now));
}

#[test]
fn a_promise_is_given_for_one_handshake_and_no_other_number() {
    let answerer = answerer();
    let build = || answerer.build(answerer.config.clone(), credentials('b').unwrap());
    assert!(keys::overheard(build).is_some());
    assert!(keys::overheard(|| ()).is_none(), "none was made");
    assert!(keys::overheard(|| (build(), build())).is_none(), "whose keys would they be");
    // What is built beside it leaves nothing for the next.
    drop(build());
    assert!(keys::overheard(|| ()).is_none());
    assert!(keys::overheard(build).is_some());
}
