//! A reader that shares nothing with what seals but the keys: a whole peer of str0m.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use str0m::config::DtlsCert;
use str0m::crypto::dtls::{
    DtlsImplError, DtlsInstance, DtlsOutput, DtlsProvider, DtlsVersion, KeyingMaterial, ProtocolVersion,
};
use str0m::crypto::from_feature_flags;
use str0m::media::{MediaKind, Mid};
use str0m::net::{Protocol, Receive};
use str0m::rtp::RtpPacket;
use str0m::{Event, Input, Output, Rtc};

use super::super::super::frame::Frame;
use super::super::super::mapping::Mapping;
use super::*;

const SSRC: u32 = 0xcafe_babe;
const PAYLOAD_TYPE: u8 = 111;
/// More than fifteen rollovers.
const PACKETS: u64 = 1_000_000;

/// Handshakes that end at once, with keys that are given.
#[derive(Debug)]
struct Given(SrtpProfile);

/// One of them, and whether its keys were told.
#[derive(Debug)]
struct Ended {
    profile: SrtpProfile,
    told: bool,
    active: bool,
    until: Instant,
}

impl DtlsProvider for Given {
    fn generate_certificate(&self) -> Option<DtlsCert> {
        from_feature_flags().dtls_provider.generate_certificate()
    }

    fn new_dtls(
        &self,
        _certificate: &DtlsCert,
        now: Instant,
        _version: DtlsVersion,
        _mtu: Option<usize>,
    ) -> Result<Box<dyn DtlsInstance>, CryptoError> {
        let until = now + Duration::from_secs(1_000_000);
        Ok(Box::new(Ended { profile: self.0, told: false, active: false, until }))
    }
}

impl DtlsInstance for Ended {
    fn poll_output<'a>(&mut self, _buffer: &'a mut [u8]) -> DtlsOutput<'a> {
        if std::mem::replace(&mut self.told, true) {
            return DtlsOutput::Timeout(self.until);
        }
        let material = keys(self.profile, false).material;
        DtlsOutput::KeyingMaterial(KeyingMaterial::new(&material), self.profile)
    }

    fn set_active(&mut self, active: bool) {
        self.active = active;
    }

    fn handle_packet(&mut self, _packet: &[u8]) -> Result<(), DtlsImplError> {
        Ok(())
    }

    fn handle_timeout(&mut self, _now: Instant) -> Result<(), DtlsImplError> {
        Ok(())
    }

    fn send_application_data(&mut self, _data: &[u8]) -> Result<usize, DtlsImplError> {
        Ok(0)
    }

    fn is_active(&self) -> bool {
        self.active
    }

    fn protocol_version(&self) -> Option<ProtocolVersion> {
        None
    }

    fn close(&mut self) -> Result<(), DtlsImplError> {
        Ok(())
    }
}

/// A peer that reads one stream.
struct Reader {
    rtc: Rtc,
    now: Instant,
}

impl Reader {
    /// The client of the server that seals.
    fn new(profile: SrtpProfile) -> Self {
        let now = Instant::now();
        let crypto =
            CryptoProvider { dtls_provider: Box::leak(Box::new(Given(profile))), ..from_feature_flags() };
        let mut rtc = Rtc::builder().set_rtp_mode(true).set_crypto_provider(Arc::new(crypto)).build(now);
        let mut api = rtc.direct_api();
        api.start_dtls(true).unwrap();
        let mid = Mid::from("0");
        api.declare_media(mid, MediaKind::Audio);
        api.expect_stream_rx(SSRC.into(), None, mid, None);
        let mut reader = Self { rtc, now };
        assert!(reader.drained().is_empty());
        reader
    }

    /// What comes of a datagram.
    fn read(&mut self, datagram: &[u8]) -> Vec<RtpPacket> {
        let here: SocketAddr = "192.0.2.1:9".parse().unwrap();
        let Ok(received) = Receive::new(Protocol::Udp, here, here, datagram) else { return Vec::new() };
        self.rtc.handle_input(Input::Receive(self.now, received)).unwrap();
        self.drained()
    }

    fn drained(&mut self) -> Vec<RtpPacket> {
        let mut packets = Vec::new();
        loop {
            match self.rtc.poll_output().unwrap() {
                Output::Timeout(_) => return packets,
                Output::Event(Event::RtpPacket(packet)) => packets.push(packet),
                Output::Event(_) | Output::Transmit(_) => {}
            }
        }
    }
}

/// The frames of a listener's slot: sources that follow one another, and now and then two in the wrong order.
fn frames(began: Instant) -> impl Iterator<Item = Frame> {
    let payloads: Vec<Arc<[u8]>> = (1..=16_u8).map(|n| vec![n; 11 * usize::from(n)].into()).collect();
    (0..PACKETS).map(move |at| {
        // Never the first of a source: what is earlier than that has no place.
        let sequence = match at % 1_000 {
            500 => at + 1,
            501 => at - 1,
            _ordered => at,
        };
        let moment = began + Duration::from_micros(sequence * 20_000);
        let payload = payloads[usize::try_from(sequence % 16).unwrap()].clone();
        let source = u32::try_from(sequence / 10_000).unwrap();
        Frame { source, sequence, timestamp: sequence * 960, at: moment, level_dbov: None, payload }
    })
}

fn a_million_packets_are_opened(profile: SrtpProfile) {
    let (mut sender, mut reader, mut mapping) = (sender(profile), Reader::new(profile), Mapping::new(SSRC));
    for frame in frames(reader.now) {
        let place = mapping.place(&frame).unwrap();
        let (sequence, timestamp, marker) = (place.sequence(), place.timestamp(), place.marker());
        let packet = sealed(&mut sender, Head { payload_type: PAYLOAD_TYPE, place }, &frame.payload).unwrap();
        let opened = reader.read(&packet);
        let [opened] = &opened[..] else { panic!("{profile}, {sequence}: {} packets", opened.len()) };
        assert_eq!((*opened.seq_no, opened.header.timestamp), (sequence, timestamp), "{profile}");
        assert_eq!(
            (opened.header.marker, &opened.payload),
            (marker, &frame.payload),
            "{profile}, {sequence}"
        );
    }
}

#[test]
fn a_million_packets_of_gcm_with_a_short_key_are_opened_by_str0m() {
    a_million_packets_are_opened(SrtpProfile::AEAD_AES_128_GCM);
}

#[test]
fn a_million_packets_of_gcm_with_a_long_key_are_opened_by_str0m() {
    a_million_packets_are_opened(SrtpProfile::AEAD_AES_256_GCM);
}

#[test]
fn a_million_packets_of_counter_mode_are_opened_by_str0m() {
    a_million_packets_are_opened(SrtpProfile::AES128_CM_SHA1_80);
}

#[test]
fn a_packet_of_which_any_bit_is_another_is_not_opened() {
    for (profile, _) in WAYS {
        let (mut sender, mut reader) = (sender(profile), Reader::new(profile));
        let mut numbered =
            |number| sealed(&mut sender, head(SSRC, PAYLOAD_TYPE, number, 0), b"sound").unwrap();
        assert_eq!(reader.read(&numbered(1)).len(), 1, "{profile}");
        let packet = numbered(2);
        for bit in 0..packet.len() * 8 {
            let mut other = packet.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(reader.read(&other).is_empty(), "{profile}, bit {bit}");
        }
        for length in 0..packet.len() {
            assert!(reader.read(&packet[..length]).is_empty(), "{profile}, cut to {length}");
        }
        assert_eq!(reader.read(&packet).len(), 1, "{profile}: as it was sealed it is");
        assert!(reader.read(&packet).is_empty(), "{profile}: once");
    }
}
