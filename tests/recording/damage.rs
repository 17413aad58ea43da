//! A clip that is not whole, or not as it was written, is refused with the place and what is wrong there.

use plenary::media::line::Laid;
use plenary::media::ogg::{Clip, Damage, NotClip, Pages, Taken, Wrong};

const PER_PAGE: usize = 5;

/// A stream of so many packets of 20 ms, and where each of its pages begins.
fn stream(serial: u32, packets: u64) -> (Vec<u8>, Vec<usize>) {
    let mut pages = Pages::begin(serial, "a title", PER_PAGE);
    for number in 0..packets {
        let packet = [0xf8, 9, u8::try_from(number % 251).unwrap(), 1];
        pages.add(Laid { packet: &packet, end: (number + 1) * 960 });
    }
    pages.end();
    let bytes = pages.take();
    let begins =
        bytes.windows(4).enumerate().filter(|(_, window)| window == b"OggS").map(|(at, _)| at).collect();
    (bytes, begins)
}

/// What is said of bytes that are no clip.
fn refused(bytes: &[u8]) -> NotClip {
    Clip::of_ogg(bytes).expect_err("it is damaged")
}

/// The byte and the milliseconds at which a clip is said to be damaged, and how.
fn damage(bytes: &[u8]) -> (usize, u64, Wrong) {
    match refused(bytes) {
        NotClip::Damaged(Damage { byte, heard_ms, wrong }) => {
            (usize::try_from(byte).unwrap(), heard_ms, wrong)
        }
        other @ (NotClip::Unreadable(_) | NotClip::NotOpus | NotClip::OtherFrames) => panic!("{other}"),
    }
}

#[test]
fn a_whole_stream_is_taken() {
    let (bytes, begins) = stream(7, 22);
    assert_eq!(begins.len(), 2 + 5);
    assert_eq!(Clip::of_ogg(&bytes[..]).unwrap().packets(), 23, "with the frame that ends it");
}

#[test]
fn whichever_bit_is_another_the_stream_is_refused() {
    let (bytes, begins) = stream(7, 12);
    for at in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let said = refused(&flipped).to_string();
        let is_named =
            said.starts_with("is damaged at byte ") || (at < 8 * begins[1] && said.contains("no Opus"));
        assert!(is_named, "bit {at}: {said}");
    }
    let mut flipped = bytes.clone();
    flipped[begins[3] + 40] ^= 1;
    assert_eq!(damage(&flipped), (begins[3], 100, Wrong::Checksum));
}

#[test]
fn wherever_a_stream_is_cut_it_is_refused() {
    let (bytes, begins) = stream(7, 12);
    let last = *begins.last().unwrap();
    assert_eq!(damage(&bytes[..last]), (last, 200, Wrong::NoEnd), "the last page is missing");
    assert_eq!(damage(&bytes[..last + 5]), (last, 200, Wrong::Cut), "within the head of a page");
    assert_eq!(damage(&bytes[..bytes.len() - 1]), (last, 200, Wrong::Cut), "within its body");
    for end in 0..bytes.len() {
        refused(&bytes[..end]);
    }
}

#[test]
fn a_page_that_is_missing_is_missed() {
    let (bytes, begins) = stream(7, 22);
    for missing in 2..begins.len() - 1 {
        let without = [&bytes[..begins[missing]], &bytes[begins[missing + 1]..]].concat();
        let heard_ms = 100 * (missing as u64 - 2);
        assert_eq!(damage(&without), (begins[missing], heard_ms, Wrong::Missing));
    }
    assert_eq!(damage(&bytes[begins[1]..]), (0, 0, Wrong::NoBeginning), "the head");
    let without_tags = [&bytes[..begins[1]], &bytes[begins[2]..]].concat();
    assert_eq!(damage(&without_tags), (begins[1], 0, Wrong::Missing), "the tags");
}

#[test]
fn a_page_that_comes_twice_or_in_another_order_is_refused() {
    let (bytes, begins) = stream(7, 22);
    let page = |at: usize| &bytes[begins[at]..begins[at + 1]];
    let twice = [&bytes[..begins[4]], page(3), &bytes[begins[4]..]].concat();
    assert_eq!(damage(&twice), (begins[4], 200, Wrong::Missing));
    let turned = [&bytes[..begins[3]], page(4), page(3), &bytes[begins[5]..]].concat();
    assert_eq!(damage(&turned), (begins[3], 100, Wrong::Missing));
}

#[test]
fn a_second_stream_is_refused_wherever_it_begins() {
    let ((first, begins), (second, _)) = (stream(7, 22), stream(8, 22));
    assert_eq!(damage(&[&first[..], &second[..]].concat()), (first.len(), 460, Wrong::OtherStream), "behind");
    let within = [&first[..begins[3]], &second[..], &first[begins[3]..]].concat();
    assert_eq!(damage(&within), (begins[3], 100, Wrong::OtherStream), "within");
    let beside = [&first[..begins[1]], &second[..], &first[begins[1]..]].concat();
    assert_eq!(damage(&beside), (begins[1], 0, Wrong::OtherStream), "beside");
    let (again, _) = stream(7, 22);
    assert_eq!(damage(&[&first[..], &again[..]].concat()).2, Wrong::OtherStream, "the same again");
}

#[test]
fn nothing_may_stand_around_a_stream() {
    let (bytes, begins) = stream(7, 12);
    assert_eq!(damage(&[&bytes[..], b"more"].concat()), (bytes.len(), 260, Wrong::NoPage));
    let within = [&bytes[..begins[3]], b"OggX", &bytes[begins[3]..]].concat();
    assert_eq!(damage(&within), (begins[3], 100, Wrong::NoPage));
    assert!(matches!(refused(&[b"ID3", &bytes[..]].concat()), NotClip::NotOpus));
}

#[test]
fn time_does_not_go_back() {
    let mut pages = Pages::begin(7, "", 1);
    for end in [960, 1_920, 1_919, 3_840] {
        pages.add(Laid { packet: &[0xf8, 9], end });
    }
    pages.end();
    assert_eq!(damage(&pages.take()).1, 40);
}

#[test]
fn a_heading_without_tags_is_none() {
    use ogg::{PacketWriteEndInfo, PacketWriter};
    let written = |packets: &[&[u8]]| {
        let mut writer = PacketWriter::new(Vec::new());
        for (at, packet) in packets.iter().enumerate() {
            let last = at + 1 == packets.len();
            let ends = if last { PacketWriteEndInfo::EndStream } else { PacketWriteEndInfo::EndPage };
            writer.write_packet(packet.to_vec(), 7, ends, 0).unwrap();
        }
        writer.into_inner()
    };
    let head = [b"OpusHead".as_slice(), &[1; 11]].concat();
    assert_eq!(damage(&written(&[&head, &[0xf8, 9], &[0xf8, 9]])).2, Wrong::NoTags);
    for no_head in [&[0xf8, 9][..], b"OpusHead", b"\x01vorbis and more of it"] {
        assert!(matches!(refused(&written(&[no_head, b"OpusTags", &[0xf8, 9]])), NotClip::NotOpus));
    }
}

#[test]
fn what_was_kept_before_is_played_as_far_as_it_is_whole() {
    let (bytes, begins) = stream(7, 22);
    let packets = |bytes: &[u8]| {
        let (mut taken, mut packets) = (Taken::default(), 0);
        let whole = bytes.chunks(100).try_for_each(|piece| taken.take(piece, |_| packets += 1));
        (packets, whole.and_then(|()| taken.end()))
    };
    assert!(matches!(packets(&bytes), (23, Ok(460))));
    assert!(matches!(packets(&bytes[..begins[4] + 9]), (10, Err(NotClip::Damaged(_)))));
    assert!(matches!(packets(&bytes[..begins[2]]), (0, Err(NotClip::NotOpus))));
    let mut damaged = bytes.clone();
    damaged[begins[4] + 40] ^= 1;
    assert!(matches!(packets(&damaged), (10, Err(NotClip::Damaged(_)))));
}

#[test]
fn a_stream_is_the_same_however_it_is_cut_into_pieces() {
    let (bytes, _) = stream(7, 22);
    for length in [1, 3, 26, 27, 28, 1_000] {
        let (mut taken, mut packets) = (Taken::default(), Vec::new());
        bytes.chunks(length).for_each(|piece| taken.take(piece, |packet| packets.push(packet)).unwrap());
        assert_eq!(taken.end().unwrap(), 460, "pieces of {length}");
        let whole = Clip::of_ogg(&bytes[..]).unwrap();
        let same = packets.iter().enumerate().all(|(at, packet)| whole.packet(at).unwrap()[..] == packet[..]);
        assert!(same && packets.len() == whole.packets(), "pieces of {length}");
    }
}
