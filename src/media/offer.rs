//! Offers of sound: a client's SDP is checked against its purpose and answered. Made on the caller's thread, so that
//! a crowd that joins does not keep the threads of sound busy with text.

use std::fmt::Display;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use str0m::change::SdpOffer;
use str0m::net::TcpType;
use str0m::rtp::Extension;
use str0m::{Candidate, IceCreds, Rtc, RtcConfig};

use super::agreed::Agreed;
use super::fault::{MediaFault, OfferFault};
use super::keys;
use super::limits::{SDP_BYTES_MAX, SDP_LINES_MAX, SLOTS};
use super::slots::Slots;
use crate::meeting::sound::plan::Hearing;
use crate::terms::ids::{PersonId, SessionId};

/// How often a listener's peer tells which path the client has chosen: so long a changed network may cost sound.
const LOOK_FOR_WAY_EVERY: Duration = Duration::from_secs(1);

/// What a path of sound is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A microphone's path to the server.
    Publish,
    /// The path to a listener.
    Listen,
}

/// A client's offer of a path. A later offer of the same connection and purpose takes the place of the earlier.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The client's connection.
    pub connection: u64,
    /// The session.
    pub session: SessionId,
    /// The person who speaks or listens.
    pub person: PersonId,
    /// What the path is for.
    pub purpose: Purpose,
    /// The client's session description: one `sendonly` audio section to publish; to listen 1 to 5 `recvonly` ones,
    /// in the order of the slots.
    pub sdp: String,
    /// What the person hears now; without meaning for [`Purpose::Publish`].
    pub hearing: Hearing,
}

/// Makes WebRTC peers out of offers. All share one certificate and one set of addresses.
pub struct Answerer {
    config: RtcConfig,
    candidates: Vec<Candidate>,
}

impl Answerer {
    /// With a new certificate, for these addresses.
    ///
    /// # Errors
    /// If the certificate cannot be made.
    pub fn new(addresses: &[SocketAddr]) -> Result<Self, MediaFault> {
        let crypto = Arc::new(keys::cryptography());
        let certificate = crypto
            .dtls_provider
            .generate_certificate()
            .ok_or_else(|| MediaFault::Certificate("the cryptography refused".into()))?;
        let config = Rtc::builder()
            .set_crypto_provider(crypto)
            .set_dtls_cert(certificate)
            .set_ice_lite(true)
            .set_rtp_mode(true)
            .clear_codecs()
            .enable_opus(true, false)
            // Without transport-wide congestion control: it would have every listener answer every packet, and sound
            // has nothing to adapt.
            .clear_extension_map()
            .set_extension(1, Extension::AudioLevel)
            .set_extension(4, Extension::RtpMid)
            .set_send_buffer_audio(1);
        let mut candidates = Vec::new();
        for address in addresses {
            let udp = Candidate::host(*address, "udp");
            let tcp = Candidate::builder().tcp().host(*address).tcptype(TcpType::Passive).build();
            for candidate in [udp, tcp] {
                candidates.push(candidate.map_err(|_unusable| MediaFault::NoAddress)?);
            }
        }
        Ok(Self { config, candidates })
    }

    /// A peer for the offer and the answer to it. Its user fragment begins with the thread's letter.
    pub fn answer(&self, offer: &Offer, letter: char) -> Result<(Rtc, String, String), OfferFault> {
        let sdp = checked(&offer.sdp, offer.purpose)?;
        let ice = credentials(letter)?;
        let ufrag = ice.ufrag.clone();
        let mut rtc = self.build(self.config.clone(), ice);
        let read = AssertUnwindSafe(move || {
            let offer = SdpOffer::from_sdp_string(&sdp).map_err(|error| told(&error))?;
            let answer = rtc.sdp_api().accept_offer(offer).map_err(|error| told(&error))?;
            Ok((rtc, answer.to_sdp_string()))
        });
        // The library is careful, but its input is any text at all.
        let (rtc, answer) = catch_unwind(read)
            .unwrap_or_else(|_panic| Err("it confuses the reader".to_owned()))
            .map_err(OfferFault::Malformed)?;
        Ok((rtc, ufrag, answer))
    }

    /// What serves a listener whose offer was answered so: a peer for checks and handshake, without a section of media,
    /// and the slots. A peer that knows its sections needs more than twice the memory.
    pub fn listener(&self, offer: &str, answer: &str) -> Result<(Rtc, Slots), OfferFault> {
        let agreed = Agreed::read(offer, answer)
            .map_err(|disagreement| OfferFault::Malformed(disagreement.to_string()))?;
        let Agreed { ours, theirs, fingerprint, begins, streams } = agreed;
        // Of a listener nothing comes but reports, and what it reports is counted.
        let config =
            self.config.clone().set_stats_interval(Some(LOOK_FOR_WAY_EVERY)).enable_raw_packets(true);
        let Some((mut rtc, promised)) = keys::overheard(|| self.build(config, ours)) else {
            tracing::error!("a peer of sound was built with other than one handshake");
            return Err(OfferFault::Stopped);
        };
        let mut direct = rtc.direct_api();
        direct.set_ice_controlling(false);
        direct.set_remote_ice_credentials(theirs);
        direct.set_remote_fingerprint(fingerprint);
        direct.start_dtls(begins).map_err(|error| OfferFault::Malformed(told(&error)))?;
        Ok((rtc, Slots::new(streams, promised)))
    }

    fn build(&self, config: RtcConfig, ice: IceCreds) -> Rtc {
        let mut rtc = config.set_local_ice_credentials(ice).build(Instant::now());
        for candidate in &self.candidates {
            rtc.add_local_candidate(candidate.clone());
        }
        rtc
    }
}

/// What the library finds wrong, for the person at the other end. Where in a text it stopped, its parser (combine) tells
/// by an address of this server's memory, which is nobody's business: that line is left out.
fn told(error: &impl Display) -> String {
    let error = error.to_string();
    let lines: Vec<&str> = error.lines().filter(|line| !line.contains("0x")).collect();
    if lines.is_empty() { "it is not understood".to_owned() } else { lines.join("; ") }
}

fn credentials(letter: char) -> Result<IceCreds, OfferFault> {
    let mut random = [0; 27];
    getrandom::fill(&mut random).map_err(|error| {
        tracing::error!(%error, "no random bytes for a path of sound");
        OfferFault::Stopped
    })?;
    let (name, password) = random.split_at(9);
    let ufrag = format!("{letter}{}", STANDARD_NO_PAD.encode(name));
    Ok(IceCreds { ufrag, pass: STANDARD_NO_PAD.encode(password) })
}

/// One section of a session description, as far as it matters here.
#[derive(Debug, Default)]
struct Section<'a> {
    media: &'a str,
    direction: Option<&'a str>,
    opus: bool,
}

/// Checks that an offer is what its purpose asks for, and leaves out the client's addresses: an ICE-lite server answers
/// those who come and calls nobody.
fn checked(sdp: &str, purpose: Purpose) -> Result<String, OfferFault> {
    if sdp.len() > SDP_BYTES_MAX || sdp.lines().nth(SDP_LINES_MAX).is_some() {
        return Err(OfferFault::TooLong);
    }
    let mut sections: Vec<Section> = Vec::new();
    let mut kept = String::with_capacity(sdp.len());
    for line in sdp.lines() {
        if let Some(media) = line.strip_prefix("m=") {
            sections.push(Section { media, ..Section::default() });
        }
        if let Some(section) = sections.last_mut() {
            match line {
                "a=sendonly" | "a=recvonly" | "a=sendrecv" | "a=inactive" => section.direction = Some(line),
                _other => section.opus |= is_opus(line),
            }
        }
        if !line.starts_with("a=candidate:") && !line.starts_with("a=end-of-candidates") {
            kept.push_str(line);
            kept.push_str("\r\n");
        }
    }
    if sections.is_empty() {
        return Err(OfferFault::Malformed("it has no media sections".into()));
    }
    let are = |direction: &str| {
        sections
            .iter()
            .all(|section| section.media.starts_with("audio ") && section.direction == Some(direction))
    };
    match purpose {
        Purpose::Publish if sections.len() != 1 || !are("a=sendonly") => Err(OfferFault::NotToPublish),
        Purpose::Listen if sections.len() > SLOTS || !are("a=recvonly") => Err(OfferFault::NotToListen),
        Purpose::Publish | Purpose::Listen if !sections.iter().all(|section| section.opus) => {
            Err(OfferFault::NoOpus)
        }
        Purpose::Publish | Purpose::Listen => Ok(kept),
    }
}

/// Whether the line maps a payload type to Opus.
fn is_opus(line: &str) -> bool {
    let mapped = line.strip_prefix("a=rtpmap:").and_then(|map| map.split_once(' '));
    mapped.is_some_and(|(_, codec)| codec.trim().eq_ignore_ascii_case("opus/48000/2"))
}

#[cfg(test)]
mod tests;
