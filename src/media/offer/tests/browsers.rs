//! Offers in the shapes of Firefox and WebKit, as they are and varied at random: answered or refused, never a panic.

use super::*;

/// As those browsers write them, but for the ends of lines. Firefox names its certificate once for all, and gives
/// sections after the first no port of their own; WebKit writes as Chromium does, with codecs of its own.
const FIREFOX_LISTEN: &str = include_str!("../firefox-listen.sdp");
const FIREFOX_PUBLISH: &str = include_str!("../firefox-publish.sdp");
const WEBKIT_LISTEN: &str = include_str!("../webkit-listen.sdp");

fn lines(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// Streams that a listener's offer is served with.
fn streams(sdp: &str) -> Vec<Stream> {
    let answer = answered(Purpose::Listen, sdp.to_owned()).unwrap();
    let agreed = Agreed::read(sdp, &answer).unwrap();
    agreed.streams.into_iter().map(|stream| stream.expect("a section that can be sent to")).collect()
}

#[test]
fn every_section_of_firefox_and_webkit_has_a_stream_and_their_number_of_opus() {
    for (sdp, sections, payload_type) in [(FIREFOX_LISTEN, 3, 109), (WEBKIT_LISTEN, 2, 111)] {
        let streams = streams(&lines(sdp));
        assert_eq!(streams.len(), sections);
        assert!(streams.iter().all(|stream| stream.payload_type == payload_type), "{streams:?}");
        let numbers: HashSet<u32> = streams.iter().map(|stream| stream.ssrc).collect();
        assert_eq!(numbers.len(), sections, "{streams:?}");
    }
}

#[test]
fn what_stands_for_all_sections_is_read_for_each() {
    let sdp = lines(FIREFOX_LISTEN);
    let answer = answered(Purpose::Listen, sdp.clone()).unwrap();
    let agreed = Agreed::read(&sdp, &answer).unwrap();
    assert_eq!((agreed.theirs.ufrag.as_str(), agreed.fingerprint.bytes.len()), ("7be0c1d2", 32));
    assert_eq!(agreed.fingerprint.bytes[..2], [0x5b, 0x4e]);
}

#[test]
fn a_direction_for_the_whole_session_is_not_that_of_a_section() {
    let publish = lines(FIREFOX_PUBLISH);
    assert!(publish.contains("a=sendrecv\r\na=fingerprint"));
    assert!(answered(Purpose::Publish, publish.clone()).unwrap().contains("a=recvonly"));
    assert_eq!(answered(Purpose::Listen, publish).unwrap_err(), OfferFault::NotToListen);
}

#[test]
fn two_sections_of_one_stream_are_not_served() {
    let sdp = lines(FIREFOX_LISTEN).replace("a=ssrc:1190442870", "a=ssrc:2871059391");
    let answer = answered(Purpose::Listen, sdp.clone()).unwrap();
    let refused = answerer().listener(&sdp, &answer).map(|_| ()).unwrap_err();
    assert!(matches!(&refused, OfferFault::Malformed(why) if why.contains("a=ssrc")), "{refused}");
}

/// Lines that stand in a section or for all, in one browser or another.
fn line() -> impl Strategy<Value = String> {
    let extension = prop::sample::select(vec![
        "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "urn:ietf:params:rtp-hdrext:csrc-audio-level",
        "urn:ietf:params:rtp-hdrext:sdes:mid",
        "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
        "urn:x:unknown",
    ]);
    let way = prop::sample::select(vec!["", "/recvonly", "/sendonly", "/sendrecv", "/inactive", "/"]);
    prop_oneof![
        (0_u16..300, way, extension).prop_map(|(id, way, what)| format!("a=extmap:{id}{way} {what}")),
        prop::sample::select(vec![
            "a=bundle-only",
            "a=rtcp-mux",
            "a=rtcp-mux-only",
            "a=rtcp-rsize",
            "a=sendrecv",
            "a=recvonly",
            "a=inactive",
            "a=setup:actpass",
            "a=setup:active",
            "a=setup:holdconn",
            "a=ice-lite",
            "a=ice-options:trickle renomination",
            "a=extmap-allow-mixed",
            "a=msid-semantic:WMS *",
            "a=msid:- -",
            "a=group:BUNDLE 0 1 2 3",
            "a=group:LS 0",
            "a=fingerprint:sha-256 5B:4E:0C",
            "a=fingerprint:sha-1 99",
            "a=fingerprint:md5 ",
            "a=identity:e30=",
            "a=tls-id:1",
        ])
        .prop_map(ToOwned::to_owned),
        (0_u16..200, any::<u32>()).prop_map(|(id, number)| format!("a=fmtp:{id} minptime={number};stereo=1")),
        (0_u16..200, 0_u8..4).prop_map(|(id, channels)| format!("a=rtpmap:{id} opus/48000/{channels}")),
        (any::<u32>(), "[ -~]{0,20}").prop_map(|(ssrc, name)| format!("a=ssrc:{ssrc} cname:{name}")),
        "a=mid:[0-9a-z]{0,20}",
        "[a-z]=[ -~]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Any of these lines anywhere, ports that are none, sections left out and doubled.
    #[test]
    fn offers_of_any_shape_do_no_harm(
        of in prop::sample::select(vec![FIREFOX_LISTEN, WEBKIT_LISTEN, FIREFOX_PUBLISH]),
        added in prop::collection::vec((any::<prop::sample::Index>(), line()), 0..12),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        ports in prop::collection::vec(prop::sample::select(vec!["0", "9", "65536", "9/2", ""]), 5),
        crlf in any::<bool>(),
    ) {
        let mut text: Vec<String> = of.lines().map(ToOwned::to_owned).collect();
        for (at, line) in added {
            text.insert(at.index(text.len() + 1), line);
        }
        for at in gone {
            text.remove(at.index(text.len()));
        }
        let mut ports = ports.into_iter();
        for line in text.iter_mut().filter(|line| line.starts_with("m=audio ")) {
            if let Some((port, rest)) = ports.next().zip(line.splitn(3, ' ').nth(2)) {
                *line = format!("m=audio {port} {rest}");
            }
        }
        let sdp = text.join(if crlf { "\r\n" } else { "\n" }) + "\r\n";
        let answerer = answerer();
        for purpose in [Purpose::Listen, Purpose::Publish] {
            match answerer.answer(&offer(purpose, sdp.clone()), 'b') {
                Ok((_, _, answer)) if purpose == Purpose::Listen => {
                    if let Ok(agreed) = Agreed::read(&sdp, &answer) {
                        prop_assert_eq!(agreed.streams.len(), answer.matches("\nm=").count());
                    }
                    let _either = answerer.listener(&sdp, &answer);
                }
                Ok(_) => {}
                Err(OfferFault::Malformed(why)) => prop_assert!(!why.contains("confuses"), "a panic: {why}\n{sdp}"),
                Err(_other) => {}
            }
        }
    }
}
