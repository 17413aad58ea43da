//! Sound beside WebRTC: WebSocket listeners and microphones, and taps.

use std::sync::Arc;
use std::sync::Mutex;
use std::time::Instant;

use bytes::Bytes;
use plenary::media::{Frame, HEAD_BYTES, SoundOutlet, frame_of_message};

use crate::hall::{Hall, TURN, channel, hearing, person, plan, session, within};

/// A WebSocket that keeps what it is given.
#[derive(Default)]
struct Kept(Mutex<Vec<Bytes>>);

impl SoundOutlet for Kept {
    fn send(&self, message: &Bytes) {
        self.0.lock().unwrap().push(message.clone());
    }
}

impl Kept {
    fn messages(&self) -> Vec<Bytes> {
        self.0.lock().unwrap().clone()
    }
}

/// The content of a short WebSocket frame: slot, source, sequence, timestamp and word.
fn read(message: &Bytes) -> (u8, u16, u32, u32, String) {
    assert_eq!(message[0], 0x82, "a whole binary message");
    assert_eq!(usize::from(message[1]), message.len() - 2, "short and not masked");
    let head = &message[2..2 + HEAD_BYTES];
    assert_eq!(head[1], 0);
    let source = u16::from_be_bytes([head[2], head[3]]);
    let sequence = u32::from_be_bytes(head[4..8].try_into().unwrap());
    let timestamp = u32::from_be_bytes(head[8..12].try_into().unwrap());
    let word = String::from_utf8(message[2 + HEAD_BYTES..].to_vec()).unwrap();
    (head[0], source, sequence, timestamp, word)
}

#[tokio::test]
async fn websocket_listeners_get_the_same_frames_encoded_once() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await];
        let kept: Vec<Arc<Kept>> = (0..4).map(|_| Arc::new(Kept::default())).collect();
        // Connections of one parity are served by one thread.
        let names = ["egypt", "jordan", "iraq", "unicef"];
        for (at, (name, kept)) in names.iter().zip(&kept).enumerate() {
            let outlet: Arc<dyn SoundOutlet> = kept.clone();
            let to = if *name == "unicef" { "en" } else { "floor" };
            let connection = 100 + 2 * u64::try_from(at).unwrap();
            assert!(hall.media.listen(connection, &session(), &person(name), hearing(to), outlet));
        }
        hall.until(|tally| tally.listeners == 4).await;
        let mut webrtc = hall.listener("tunisia", "floor").await;
        webrtc.hears(TURN, "iraq").await;
        webrtc.take(30).await;
        let egypt: Vec<_> = kept[0].messages().iter().map(read).collect();
        assert!(egypt.len() >= 30);
        for pair in egypt.windows(2) {
            assert_eq!((pair[1].0, pair[1].1, pair[1].4.as_str()), (1, pair[0].1, "iraq"));
            assert_eq!((pair[1].2 - pair[0].2) * 960, pair[1].3 - pair[0].3);
        }
        let (first, second) = (kept[0].messages(), kept[1].messages());
        assert!(first.iter().zip(&second).all(|(one, other)| one.as_ptr() == other.as_ptr()), "shared bytes");
        assert!(kept[2].messages().is_empty(), "nobody hears themselves");
        let english = kept[3].messages();
        assert!(!english.is_empty());
        assert!(english.iter().map(read).all(|one| (one.0, one.4.as_str()) == (0, "amal")));

        hall.media.end(100, None);
        hall.until(|tally| tally.listeners == 4).await;
        let before = kept[0].messages().len();
        hall.frames(40).await;
        assert_eq!(kept[0].messages().len(), before, "who has gone gets nothing");
    })
    .await;
}

/// A client's message.
fn message(source: u16, sequence: u32, word: &str) -> Vec<u8> {
    let mut bytes = vec![0, 0];
    bytes.extend(source.to_be_bytes());
    bytes.extend(sequence.to_be_bytes());
    bytes.extend(sequence.wrapping_mul(960).to_be_bytes());
    bytes.extend(word.as_bytes());
    bytes
}

#[tokio::test]
async fn a_websocket_microphone_is_heard_over_webrtc_through_the_wrap_of_its_numbers() {
    within(async {
        let mut hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[]));
        let mut egypt = hall.listener("egypt", "floor").await;
        let mut tap = hall.media.tap(&session(), &channel("floor"));
        let say = |source, sequence, word: &str| {
            let frame = frame_of_message(&message(source, sequence, word), Instant::now()).unwrap();
            hall.media.publish(7, &session(), &person("iraq"), frame);
        };
        let mut heard = Vec::new();
        for step in 0..10_u32 {
            say(4, (u32::MAX - 4).wrapping_add(step), "iraq");
            heard.push(egypt.next().await);
        }
        say(5, 77, "again");
        heard.push(egypt.next().await);
        for (at, pair) in heard.windows(2).enumerate() {
            assert_eq!(pair[1].sequence, pair[0].sequence + 1);
            assert_eq!(pair[1].marker, at == 9, "a new source begins a stretch");
        }
        let mut tapped: Vec<Frame> = Vec::new();
        while tapped.len() < 11 {
            tapped.push(tap.next().await.unwrap());
        }
        assert!(tapped[..10].windows(2).all(|pair| {
            pair[1].sequence == pair[0].sequence + 1
                && pair[1].timestamp == pair[0].timestamp + 960
                && pair[1].source == pair[0].source
        }));
        assert_ne!(tapped[9].source, tapped[10].source);
        assert_eq!(&tapped[10].payload[..], b"again");
        hall.connected("iraq").await;
        hall.media.end(7, None);
        hall.lost("iraq").await;
        assert_eq!(hall.tally().await.socket_microphones, 0);
    })
    .await;
}

#[tokio::test]
async fn taps_give_one_stream_of_a_channel() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &["chair"], &[("en", "amal"), ("fr", "floor")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("chair").await, hall.speaker("amal").await];
        for (name, word) in [("floor", "iraq"), ("fr", "iraq"), ("en", "amal")] {
            let mut tap = hall.media.tap(&session(), &channel(name));
            // The chair may have been heard before the turn has said its first word.
            while tap.next().await.unwrap().payload[..] != *word.as_bytes() {}
            for _ in 0..30 {
                let frame = tap.next().await.unwrap();
                assert_eq!(frame.payload[..], *word.as_bytes(), "{name}");
            }
        }
        // Of another session nothing comes.
        let mut other = hall.media.tap(&"closing".parse().unwrap(), &channel("floor"));
        let mut here = hall.media.tap(&session(), &channel("floor"));
        tokio::select! {
            biased;
            frame = other.next() => panic!("sound of another session: {frame:?}"),
            () = async { for _ in 0..30 { here.next().await.unwrap(); } } => {}
        }
    })
    .await;
}
