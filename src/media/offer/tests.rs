//! Offers are answered or refused with the reason; no text does harm.

use std::collections::HashSet;

use proptest::prelude::*;
use str0m::media::{Direction, MediaKind};

use super::*;
use crate::media::agreed::Stream;

mod browsers;
mod handshakes;

/// What a client would send.
fn sdp(directions: &[Direction]) -> String {
    let mut rtc = Rtc::builder().set_rtp_mode(true).build(Instant::now());
    rtc.add_local_candidate(Candidate::host("192.0.2.1:9".parse().unwrap(), "udp").unwrap());
    let mut api = rtc.sdp_api();
    for direction in directions {
        api.add_media(MediaKind::Audio, *direction, None, None, None);
    }
    api.apply().unwrap().0.to_sdp_string()
}

fn offer(purpose: Purpose, sdp: String) -> Offer {
    let hearing = Hearing { channel: "en".parse().unwrap(), monitor: None };
    let (session, person) = ("opening".parse().unwrap(), "iraq".parse().unwrap());
    Offer { connection: 1, session, person, purpose, sdp, hearing }
}

fn answerer() -> Answerer {
    Answerer::new(&["192.0.2.9:443".parse().unwrap(), "[2001:db8::9]:443".parse().unwrap()]).unwrap()
}

fn answered(purpose: Purpose, sdp: String) -> Result<String, OfferFault> {
    answerer().answer(&offer(purpose, sdp), 'c').map(|(_, ufrag, answer)| {
        assert!(ufrag.starts_with('c') && answer.contains(&format!("a=ice-ufrag:{ufrag}\r\n")));
        answer
    })
}

#[test]
fn the_answer_names_our_addresses_over_udp_and_tcp_and_leaves_congestion_reports_out() {
    let answer = answered(Purpose::Listen, sdp(&[Direction::RecvOnly; 5])).unwrap();
    assert!(answer.contains("a=ice-lite"));
    assert_eq!(answer.matches("m=audio").count(), 5);
    for candidate in ["udp", "tcp"].iter().flat_map(|p| ["192.0.2.9", "2001:db8::9"].map(|ip| (p, ip))) {
        let (protocol, ip) = candidate;
        let named = |line: &str| line.contains("candidate") && line.contains(ip) && line.contains(*protocol);
        assert!(answer.lines().any(named), "{protocol} {ip} in {answer}");
    }
    assert!(!answer.contains("transport-wide-cc-extensions"), "{answer}");
    assert!(answered(Purpose::Publish, sdp(&[Direction::SendOnly])).unwrap().contains("a=recvonly"));
}

#[test]
fn a_browsers_offers_are_answered_section_by_section() {
    // As Chromium wrote them, but for the ends of lines.
    let listen = include_str!("chromium-listen.sdp").replace('\n', "\r\n");
    let publish = include_str!("chromium-publish.sdp").replace('\n', "\r\n");
    let answer = answered(Purpose::Listen, listen.clone()).unwrap();
    let streams: Vec<_> = Agreed::read(&listen, &answer).unwrap().streams.into_iter().flatten().collect();
    assert!(streams.iter().all(|stream| stream.payload_type == 111), "{streams:?}");
    let numbers: HashSet<u32> = streams.iter().map(|stream| stream.ssrc).collect();
    assert_eq!(numbers.len(), 5, "each section has a stream of its own: {streams:?}");
    let mids: Vec<&str> = answer.lines().filter_map(|line| line.strip_prefix("a=mid:")).collect();
    assert_eq!(mids, ["0", "1", "2", "3", "4"]);
    let answers: Vec<&str> = answer.lines().filter(|line| line.starts_with("m=")).collect();
    assert_eq!(answers, ["m=audio 9 UDP/TLS/RTP/SAVPF 111"; 5], "Opus alone, by the browser's number");
    assert_eq!(answer.matches("a=sendonly").count(), 5);
    let answer = answered(Purpose::Publish, publish).unwrap();
    assert!(answer.contains("ssrc-audio-level") && !answer.contains("transport-wide-cc-extensions"));
    assert!(answer.contains("useinbandfec=1") && !answer.contains("usedtx=1"));
}

/// One that passes the first look and confuses the parser at each of its lines.
#[test]
fn a_refusal_says_what_is_wrong_and_nothing_of_this_servers_memory() {
    let whole = sdp(&[Direction::SendOnly]);
    let lines: Vec<&str> = whole.lines().collect();
    let mut told = 0;
    for number in 0..lines.len() {
        let mut broken = lines.clone();
        broken[number] = "v=\u{1}no line of this kind";
        let refused = answered(Purpose::Publish, broken.join("\r\n") + "\r\n");
        let Err(OfferFault::Malformed(why)) = refused else { continue };
        assert!(!why.contains("0x") && !why.is_empty() && !why.contains('\n'), "{why}");
        told += usize::from(why.contains("nexpected"));
    }
    assert!(told > 0, "the parser says what it did not expect");
}

#[test]
fn two_offers_have_credentials_of_their_own_but_one_certificate() {
    let answerer = answerer();
    let offer = offer(Purpose::Publish, sdp(&[Direction::SendOnly]));
    let line = |text: &str, what: &str| {
        text.lines().find(|line| line.starts_with(what)).map(ToOwned::to_owned).unwrap()
    };
    let (_, first_ufrag, first) = answerer.answer(&offer, 'a').unwrap();
    let (_, second_ufrag, second) = answerer.answer(&offer, 'a').unwrap();
    assert_ne!(first_ufrag, second_ufrag);
    assert_ne!(line(&first, "a=ice-pwd"), line(&second, "a=ice-pwd"));
    assert_eq!(line(&first, "a=fingerprint"), line(&second, "a=fingerprint"));
}

#[test]
fn what_does_not_fit_the_purpose_is_refused_with_the_reason() {
    let (send, receive) = (sdp(&[Direction::SendOnly]), sdp(&[Direction::RecvOnly]));
    let refused = |purpose, sdp: String| answered(purpose, sdp).unwrap_err();
    assert_eq!(refused(Purpose::Publish, receive.clone()), OfferFault::NotToPublish);
    assert_eq!(refused(Purpose::Publish, sdp(&[Direction::SendOnly; 2])), OfferFault::NotToPublish);
    assert_eq!(refused(Purpose::Publish, sdp(&[Direction::SendRecv])), OfferFault::NotToPublish);
    assert_eq!(refused(Purpose::Listen, send.clone()), OfferFault::NotToListen);
    assert_eq!(refused(Purpose::Listen, sdp(&[Direction::RecvOnly; 6])), OfferFault::NotToListen);
    assert_eq!(refused(Purpose::Publish, send.replace("m=audio", "m=video")), OfferFault::NotToPublish);
    assert_eq!(refused(Purpose::Publish, send.replace("opus/48000/2", "opus/48000")), OfferFault::NoOpus);
    assert_eq!(refused(Purpose::Publish, send.replace("a=sendonly\r\n", "")), OfferFault::NotToPublish);
    assert_eq!(refused(Purpose::Publish, "x".repeat(SDP_BYTES_MAX + 1)), OfferFault::TooLong);
    assert_eq!(refused(Purpose::Publish, "a\n".repeat(SDP_LINES_MAX + 1)), OfferFault::TooLong);
    for bad in ["", "hello", "v=0\r\n"] {
        assert!(matches!(refused(Purpose::Listen, bad.into()), OfferFault::Malformed(_)), "{bad:?}");
    }
    let anonymous = send.replace("a=fingerprint", "a=fingerprunt");
    assert!(matches!(refused(Purpose::Publish, anonymous), OfferFault::Malformed(_)));
    let lite = send.replacen("m=audio", "a=ice-lite\r\nm=audio", 1);
    assert!(matches!(refused(Purpose::Publish, lite), OfferFault::Malformed(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Lines of a true offer lost, doubled, cut and filled with other text: answered or refused, never a panic.
    #[test]
    fn a_mangled_offer_does_no_harm(
        acts in prop::collection::vec((0_usize..80, 0_u8..5, "[ -~]{0,30}", 0_usize..40), 1..12)
    ) {
        let answerer = answerer();
        let mut lines: Vec<String> = sdp(&[Direction::RecvOnly; 4]).lines().map(ToOwned::to_owned).collect();
        for (at, act, text, cut) in acts {
            let at = at % lines.len();
            match act {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines[at].truncate(cut),
                3 => lines[at].push_str(&text),
                _ => lines[at] = text,
            }
            if lines.is_empty() { break; }
        }
        let sdp = lines.join("\r\n") + "\r\n";
        if let Ok((_, _, answer)) = answerer.answer(&offer(Purpose::Listen, sdp.clone()), 'b') {
            let _either = answerer.listener(&sdp, &answer);
        }
    }
}
