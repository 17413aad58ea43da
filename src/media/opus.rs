//! What can be read off an Opus packet, and done to one, without decoding it.

use std::borrow::Cow;

/// A packet of 20 ms in which nothing is to be heard.
pub const SILENCE: [u8; 3] = [0xf8, 0xff, 0xfe];
/// Samples of [`SILENCE`], and of the frames that microphones send.
pub const FRAME_SAMPLES: u64 = 960;
/// Length of such a frame in milliseconds.
pub const FRAME_MS: i64 = 20;
/// Samples of the longest packet: 120 ms (RFC 6716 section 3.2.5).
const PACKET_SAMPLES_MAX: u64 = 5_760;

/// Marks a packet of counted frames that ends in padding.
const PADDED: u8 = 0x40;

/// How many samples of 48 kHz a packet holds (RFC 6716 section 3.1); none if it is no Opus packet.
pub fn samples(packet: &[u8]) -> Option<u64> {
    let toc = *packet.first()?;
    let configuration = toc >> 3;
    let each = match (configuration, configuration & 3) {
        (0..=11, 3) => 2_880,
        (0..=11, doublings) => 480 << doublings,
        (12..=15, _) => 480 << (configuration & 1),
        (_, doublings) => 120 << doublings,
    };
    let frames = match toc & 3 {
        0 => 1,
        1 | 2 => 2,
        _counted => u64::from(packet.get(1)? & 0x3f),
    };
    Some(each * frames).filter(|samples| (1..=PACKET_SAMPLES_MAX).contains(samples))
}

/// A packet of at least so many bytes that says the same: what is missing is padding, which decoders pass over (RFC 6716
/// section 3.2.5). Only packets of a single frame are padded; others are what they were.
pub fn padded(packet: &[u8], least: u8) -> Cow<'_, [u8]> {
    let missing = usize::from(least).saturating_sub(packet.len());
    let Some((toc, frame)) = packet.split_first().filter(|(toc, _)| *toc & 3 == 0 && missing > 0) else {
        return packet.into();
    };
    let mut padded = Vec::with_capacity(usize::from(least));
    padded.push(toc | 3);
    match u8::try_from(missing).unwrap_or(u8::MAX).checked_sub(2) {
        Some(padding) => padded.extend([PADDED | 1, padding]),
        // One byte more is the count of frames itself.
        None => padded.push(1),
    }
    padded.extend_from_slice(frame);
    padded.resize(usize::from(least), 0);
    padded.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_tells_its_length() {
        let ms = |packet: &[u8]| samples(packet).map(|samples| samples as f64 / 48.0);
        assert_eq!(ms(&SILENCE), Some(20.0));
        let silk = [0, 1, 2, 3].map(|configuration: u8| ms(&[configuration << 3]));
        assert_eq!(silk, [Some(10.0), Some(20.0), Some(40.0), Some(60.0)]);
        assert_eq!([12, 13, 14, 15].map(|hybrid: u8| ms(&[hybrid << 3])), [10.0, 20.0, 10.0, 20.0].map(Some));
        let celt = [16, 17, 18, 19, 31].map(|configuration: u8| ms(&[configuration << 3]));
        assert_eq!(celt, [2.5, 5.0, 10.0, 20.0, 20.0].map(Some));
        assert_eq!(ms(&[31 << 3 | 1]), Some(40.0));
        assert_eq!(ms(&[31 << 3 | 3, 0x80 | 6]), Some(120.0));
    }

    #[test]
    fn what_is_no_packet_has_no_length() {
        assert_eq!(samples(&[]), None);
        assert_eq!(samples(&[31 << 3 | 3]), None, "a count is missing");
        assert_eq!(samples(&[31 << 3 | 3, 0]), None, "no frames");
        assert_eq!(samples(&[31 << 3 | 3, 7]), None, "more than 120 ms");
    }
    #[test]
    fn a_packet_is_padded_to_a_length_and_says_the_same() {
        assert_eq!(*padded(&SILENCE, 3), SILENCE);
        assert_eq!(*padded(&SILENCE, 4), [0xfb, 1, 0xff, 0xfe]);
        assert_eq!(*padded(&SILENCE, 5), [0xfb, 0x41, 0, 0xff, 0xfe]);
        assert_eq!(*padded(&SILENCE, 8), [0xfb, 0x41, 3, 0xff, 0xfe, 0, 0, 0]);
        let long = padded(&SILENCE, u8::MAX);
        assert_eq!((long.len(), long[2], samples(&long)), (255, 250, Some(FRAME_SAMPLES)));
        for several in [&[31 << 3 | 1, 0][..], &[31 << 3 | 3, 2, 0, 0][..], &[]] {
            assert_eq!(*padded(several, 99), *several, "it has more frames than one, or none");
        }
    }
}
