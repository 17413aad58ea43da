//! What can be read off an Opus packet without decoding it.

/// A packet of 20 ms in which nothing is to be heard.
pub const SILENCE: [u8; 3] = [0xf8, 0xff, 0xfe];
/// Bytes of [`PADDED_SILENCE`]: 32 kbit/s.
pub const PADDED_SILENCE_BYTES: usize = 80;
/// The same silence, padded to the size of a packet of speech (RFC 6716 section 3.2.5).
pub const PADDED_SILENCE: [u8; PADDED_SILENCE_BYTES] = {
    // One frame, padded; how many bytes of padding; the frame; the padding.
    let head = [0xfb, 0x41, PADDED_SILENCE_BYTES as u8 - 5, SILENCE[1], SILENCE[2]];
    let mut packet = [0; PADDED_SILENCE_BYTES];
    let (before, _padding) = packet.split_at_mut(head.len());
    before.copy_from_slice(&head);
    packet
};
/// Samples of [`SILENCE`], and of the frames that microphones send.
pub const FRAME_SAMPLES: u64 = 960;
/// Samples of the longest packet: 120 ms (RFC 6716 section 3.2.5).
const PACKET_SAMPLES_MAX: u64 = 5_760;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_tells_its_length() {
        let ms = |packet: &[u8]| samples(packet).map(|samples| samples as f64 / 48.0);
        assert_eq!([ms(&SILENCE), ms(&PADDED_SILENCE)], [Some(20.0); 2]);
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
}
