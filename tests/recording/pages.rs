//! Pages that are written are read back, also when the tail is torn.

use plenary::media::line::Laid;
use plenary::media::ogg::{Clip, ClipFault, NotClip, Pages, scan};

use crate::files::Stream;

/// Pages of so many packets of 20 ms, which differ.
fn written(packets: u64, per_page: usize, ends: bool) -> Vec<u8> {
    let mut pages = Pages::begin(7, "a title", per_page);
    for number in 0..packets {
        let packet = [0xf8, 9, u8::try_from(number).unwrap(), 1];
        pages.add(Laid { packet: &packet, end: (number + 1) * 960 });
    }
    if ends {
        pages.end();
    }
    pages.take()
}

#[test]
fn positions_count_from_the_beginning_and_the_last_page_ends_the_stream() {
    let stream = Stream::of(&written(23, 5, true));
    let ends: Vec<u64> = stream.packets.iter().filter_map(|packet| packet.page_end).collect();
    assert_eq!(ends, [5, 10, 15, 20, 24].map(|packets| packets * 960));
    assert!(stream.ended);
    assert!(String::from_utf8_lossy(&stream.tags).contains("TITLE=a title"));
    assert!(!Stream::of(&written(20, 5, false)).ended);
}

#[test]
fn a_large_packet_takes_as_many_pages_as_it_needs() {
    let mut pages = Pages::begin(7, "", 60);
    let large = |number: u8| [vec![0xf8, number], vec![5; 1_273]].concat();
    (0..60).for_each(|number| pages.add(Laid { packet: &large(number), end: (u64::from(number) + 1) * 960 }));
    let stream = Stream::of(&pages.take());
    assert_eq!(stream.packets.len(), 60);
    assert!((0..60).all(|number| stream.packets[usize::from(number)].data == large(number)));
}

#[test]
fn wherever_the_tail_is_torn_all_whole_pages_before_it_are_read() {
    let bytes = written(20, 5, false);
    let whole = scan(&bytes[..], drop).unwrap();
    assert_eq!((whole.whole.pages, whole.whole.bytes, whole.whole.end), (6, bytes.len() as u64, 20 * 960));
    assert!(!whole.is_ended());
    let last_page = (bytes.len() - 1..=bytes.len()).map(|end| scan(&bytes[..end], drop).unwrap().whole.bytes);
    let last_page = usize::try_from(last_page.min().unwrap()).unwrap();
    for end in last_page..bytes.len() {
        let mut packets = 0;
        let found = scan(&bytes[..end], |_| packets += 1).unwrap();
        assert_eq!(
            (found.whole.bytes, found.whole.end, packets),
            (last_page as u64, 15 * 960, 2 + 15),
            "{end}"
        );
    }
    let mut damaged = bytes.clone();
    damaged[last_page + 40] ^= 1;
    assert_eq!(
        scan(&damaged[..], drop).unwrap().whole.end,
        15 * 960,
        "a page whose sum is wrong is not whole"
    );
}

#[test]
fn an_ended_stream_is_gone_on_with_before_its_end() {
    let bytes = written(12, 5, true);
    let found = scan(&bytes[..], drop).unwrap();
    assert!(found.is_ended());
    assert_eq!((found.whole.end, found.open.end), (13 * 960, 10 * 960));
    let mut pages = Pages::resume(7, 5, found.open.pages, found.open.end);
    (10..20).for_each(|number| pages.add(Laid { packet: &[0xf8, 9, 9], end: (number + 1) * 960 }));
    pages.end();
    let kept = usize::try_from(found.open.bytes).unwrap();
    let stream = Stream::of(&[&bytes[..kept], &pages.take()].concat());
    assert_eq!((stream.packets.len(), stream.ended), (21, true));
}

#[test]
fn pages_that_are_gone_on_with_are_numbered_on() {
    let mut bytes = written(10, 5, false);
    let mut pages = Pages::resume(7, 5, 4, 10 * 960);
    (10..20).for_each(|number| pages.add(Laid { packet: &[0xf8, 9, 9], end: (number + 1) * 960 }));
    bytes.extend(pages.take());
    let starts = bytes.windows(4).enumerate().filter(|(_, window)| window == b"OggS").map(|(at, _)| at);
    let numbers: Vec<u8> = starts.map(|at| bytes[at + 18]).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_clip_is_read_and_anything_else_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clip.opus");
    let read = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        Clip::read(&path)
    };
    let clip = read(&written(7, 5, true)).unwrap();
    assert_eq!(clip.packets(), 8);
    assert_eq!(clip.packet(3).unwrap()[..], [0xf8, 9, 3, 1]);
    assert_eq!(clip.packet(8), None);
    for other in [&b""[..], b"RIFF....WAVE", &written(0, 5, false)] {
        assert!(matches!(read(other), Err(ClipFault { reason: NotClip::NotOpus, .. })));
    }
    let mut pages = Pages::begin(7, "", 5);
    (0..5).for_each(|number| pages.add(Laid { packet: &[0xf0, 1], end: (number + 1) * 480 }));
    pages.end();
    assert!(
        matches!(read(&pages.take()), Err(ClipFault { reason: NotClip::OtherFrames, .. })),
        "frames of 10 ms"
    );
    assert!(matches!(Clip::read(folder.path()), Err(ClipFault { reason: NotClip::Unreadable(_), .. })));
}
