//! What offer and answer of a listener have agreed on: enough to serve it without another word of either.

use std::collections::BTreeSet;

use str0m::IceCreds;
use str0m::config::Fingerprint;

/// What both sides know of a listener's path.
#[derive(Debug)]
pub struct Agreed {
    /// Our credentials of checks.
    pub ours: IceCreds,
    /// The client's.
    pub theirs: IceCreds,
    /// Of the client's certificate.
    pub fingerprint: Fingerprint,
    /// Whether we begin the handshake.
    pub begins: bool,
    /// One for each section; nothing where the client cannot be sent to.
    pub streams: Vec<Option<Stream>>,
}

/// A stream of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stream {
    /// Its number.
    pub ssrc: u32,
    /// The number of Opus in it.
    pub payload_type: u8,
}

/// Why a listener cannot be served by what the texts say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Disagreement {
    /// What every path needs is not there.
    #[error("it lacks credentials or a fingerprint")]
    Lacking,
    /// Two streams would be encrypted with the same numbers.
    #[error("two of its sections have a stream of the same number (a=ssrc)")]
    SameStream,
}

impl Agreed {
    /// Reads both texts.
    ///
    /// # Errors
    /// If one lacks what every path needs, or two sections have one stream.
    pub fn read(offer: &str, answer: &str) -> Result<Self, Disagreement> {
        let lacking = Disagreement::Lacking;
        let streams: Vec<Option<Stream>> = sections(answer).map(stream).collect();
        let distinct = |numbers: Vec<u32>| numbers.iter().collect::<BTreeSet<_>>().len() == numbers.len();
        let ours = streams.iter().flatten().map(|stream| stream.ssrc).collect();
        if !distinct(ours) || !distinct(sections(offer).flat_map(numbers).collect()) {
            return Err(Disagreement::SameStream);
        }
        Ok(Self {
            ours: credentials(answer).ok_or(lacking)?,
            theirs: credentials(offer).ok_or(lacking)?,
            fingerprint: fingerprint(offer).ok_or(lacking)?,
            begins: value(answer, "a=setup:") == Some("active"),
            streams,
        })
    }
}

/// The sections of media, each without the `m=` that begins it.
fn sections(sdp: &str) -> impl Iterator<Item = &str> {
    sdp.split("\nm=").skip(1)
}

/// The numbers of the streams that a section names, each once.
fn numbers(section: &str) -> BTreeSet<u32> {
    let named = section.lines().filter_map(|line| line.strip_prefix("a=ssrc:"));
    named.filter_map(|line| line.split(' ').next()?.parse().ok()).collect()
}

fn fingerprint(sdp: &str) -> Option<Fingerprint> {
    let (hash, digest) = value(sdp, "a=fingerprint:")?.split_once(' ')?;
    let byte = |byte: &str| u8::from_str_radix(byte, 16).ok();
    let bytes = digest.trim().split(':').map(byte).collect::<Option<_>>()?;
    Some(Fingerprint { hash_func: hash.to_owned(), bytes })
}

/// The rest of the first line that begins so: of the session, or of the section that carries all.
fn value<'a>(sdp: &'a str, name: &str) -> Option<&'a str> {
    sdp.lines().find_map(|line| line.strip_prefix(name))
}

fn credentials(sdp: &str) -> Option<IceCreds> {
    let (ufrag, pass) = (value(sdp, "a=ice-ufrag:")?.to_owned(), value(sdp, "a=ice-pwd:")?.to_owned());
    Some(IceCreds { ufrag, pass })
}

fn stream(section: &str) -> Option<Stream> {
    let opus = value(section, "a=rtpmap:")?.strip_suffix(" opus/48000/2")?;
    let ssrc = value(section, "a=ssrc:")?.split(' ').next()?;
    Some(Stream { ssrc: ssrc.parse().ok()?, payload_type: opus.parse().ok().filter(|number| *number < 128)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFER: &str = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=ice-ufrag:them\r\na=ice-pwd:secret\r\n\
                         a=fingerprint:sha-256 0A:FF\r\na=setup:actpass\r\na=mid:0\r\n";
    const ANSWER: &str = "v=0\r\na=ice-lite\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=ice-ufrag:us\r\na=ice-pwd:hidden\r\n\
                          a=setup:passive\r\na=mid:0\r\na=rtpmap:96 opus/48000/2\r\na=ssrc:4294967295 cname:x\r\n\
                          m=audio 0 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\na=rtpmap:96 opus/48000/2\r\n\
                          m=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:2\r\na=rtpmap:96 opus/48000/2\r\na=ssrc:7 cname:y\r\n";

    #[test]
    fn both_texts_are_read_section_by_section() {
        let agreed = Agreed::read(OFFER, ANSWER).unwrap();
        assert_eq!((agreed.ours.ufrag.as_str(), agreed.ours.pass.as_str()), ("us", "hidden"));
        assert_eq!((agreed.theirs.ufrag.as_str(), agreed.theirs.pass.as_str()), ("them", "secret"));
        assert_eq!(
            (agreed.fingerprint.hash_func.as_str(), &agreed.fingerprint.bytes[..]),
            ("sha-256", &[10, 255][..])
        );
        let stream = |ssrc| Some(Stream { ssrc, payload_type: 96 });
        assert_eq!(agreed.streams, [stream(u32::MAX), None, stream(7)], "a refused section keeps its place");
        assert!(!agreed.begins);
        assert!(Agreed::read(OFFER, &ANSWER.replace("passive", "active")).unwrap().begins);
    }

    #[test]
    fn without_credentials_or_fingerprint_nothing_is_agreed() {
        let refused = |offer: &str, answer: &str| Agreed::read(offer, answer).unwrap_err();
        for lacking in ["a=ice-ufrag", "a=ice-pwd", "a=fingerprint", "0A:FF"] {
            assert_eq!(refused(&OFFER.replace(lacking, "a=x"), ANSWER), Disagreement::Lacking, "{lacking}");
        }
        assert_eq!(refused(OFFER, OFFER.split("a=ice").next().unwrap()), Disagreement::Lacking);
    }

    #[test]
    fn two_sections_never_have_one_stream() {
        let refused = |offer: &str, answer: &str| Agreed::read(offer, answer).unwrap_err();
        let same = ANSWER.replace("a=ssrc:7 ", "a=ssrc:4294967295 ");
        assert_eq!(refused(OFFER, &same), Disagreement::SameStream);
        let named = |second: u32| {
            format!(
                "{OFFER}a=ssrc:5 cname:x\r\na=ssrc:5 msid:y\r\nm=audio 9 X 111\r\na=ssrc:{second} cname:x\r\n"
            )
        };
        assert_eq!(refused(&named(5), ANSWER), Disagreement::SameStream);
        assert!(Agreed::read(&named(6), ANSWER).is_ok(), "one stream is named more than once in its section");
    }
}
