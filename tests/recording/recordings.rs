//! What a recording holds: files that begin at the same moment, silence where nothing may be heard, and the turns.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plenary::media::recorder::{Begin, Ending, Pace, Recorder, State, TurnMark};
use plenary::terms::ids::ChannelId;
use serde_json::{Value, json};

use crate::files::Stream;
use crate::microphone::Microphone;

/// 24 February 2021, 10:00 in Beirut.
pub const BEGAN_MS: i64 = 1_614_153_600_000;
/// All is written when the recorder stops, so that a test can tell of the past as if it were now.
const AT_THE_END: Pace = Pace {
    write: Duration::from_secs(3_600),
    sync: Duration::from_secs(3_600),
    retry: Duration::from_secs(3_600),
    look: Duration::from_secs(3_600),
};

pub fn channel(id: &str) -> ChannelId {
    id.parse().unwrap()
}

pub fn channels(ids: &[&str]) -> BTreeSet<ChannelId> {
    ids.iter().map(|id| channel(id)).collect()
}

/// A recording that began so long ago.
pub fn begin(data: &Path, session: &str, ago: Duration) -> Begin {
    Begin {
        recordings: data.join("recordings"),
        session: session.parse().unwrap(),
        began_ms: BEGAN_MS,
        now_ms: BEGAN_MS + i64::try_from(ago.as_millis()).unwrap(),
        channels: vec![channel("floor"), channel("ar")],
    }
}

pub fn folder(data: &Path, session: &str) -> PathBuf {
    data.join("recordings").join(session).join("2021-02-24T08-00-00.000Z")
}

/// Has a microphone speak on a channel: frames of a stretch, from one to before another.
fn speak(recorder: &Recorder, on: &str, microphone: &Microphone, frames: std::ops::Range<u64>) {
    frames.for_each(|number| recorder.frame(&channel(on), microphone.frame(number)));
}

fn turns(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("turns.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub fn mark(turn: &str, start_ms: i64, end_ms: Option<i64>) -> TurnMark {
    TurnMark {
        turn: turn.parse().unwrap(),
        delegation: "iraq".parse().unwrap(),
        speaker: Some("iraq-head".parse().unwrap()),
        language: "ar".parse().unwrap(),
        start_ms,
        end_ms,
    }
}

const TEN: Duration = Duration::from_secs(10);

#[tokio::test]
async fn all_files_begin_at_the_same_moment_and_last_as_long() {
    let data = tempfile::tempdir().unwrap();
    let began = Instant::now().checked_sub(TEN).unwrap();
    let recorder = Recorder::begin(begin(data.path(), "opening", TEN), AT_THE_END);
    recorder.allow(&channels(&["floor", "ar", "en"]));
    speak(&recorder, "floor", &Microphone::new(1, 900, began), 0..450);
    speak(&recorder, "ar", &Microphone::new(2, 0, began + Duration::from_secs(3)), 0..100);
    // A channel that joins later begins with silence.
    speak(&recorder, "en", &Microphone::new(3, 0, began + Duration::from_secs(6)), 0..50);
    recorder.stop(Ending::Over).await;
    let read = |channel: &str| Stream::read(&folder(data.path(), "opening").join(format!("{channel}.ogg")));
    let [floor, ar, en] = ["floor", "ar", "en"].map(read);
    for stream in [&floor, &ar, &en] {
        assert!(stream.ended);
        assert_eq!(stream.packets.len(), floor.packets.len());
        assert!((10.0..12.0).contains(&stream.seconds()), "{} s", stream.seconds());
    }
    let of = |stream: &Stream, source: u8| {
        let heard = stream.heard();
        let first = heard.iter().position(|heard| *heard == Some(source)).unwrap();
        (first, heard.iter().filter(|heard| heard.is_some()).count())
    };
    assert_eq!((of(&floor, 1), of(&ar, 2), of(&en, 3)), ((0, 450), (150, 100), (300, 50)));
}

#[tokio::test]
async fn what_may_not_be_recorded_is_silence() {
    let data = tempfile::tempdir().unwrap();
    let began = Instant::now().checked_sub(TEN).unwrap();
    let recorder = Recorder::begin(begin(data.path(), "opening", TEN), AT_THE_END);
    let microphone = Microphone::new(1, 0, began);
    speak(&recorder, "ar", &microphone, 0..100);
    for (consents, frames) in [(true, 100..200), (false, 200..300), (true, 300..400)] {
        recorder.allow(&channels(if consents { &["floor", "ar"] } else { &["floor"] }));
        speak(&recorder, "ar", &microphone, frames);
    }
    recorder.stop(Ending::Over).await;
    let heard = Stream::read(&folder(data.path(), "opening").join("ar.ogg")).heard();
    let silent: Vec<bool> = heard[..400].chunks(100).map(|part| part.iter().all(Option::is_none)).collect();
    let sound: Vec<bool> = heard[..400].chunks(100).map(|part| part.iter().all(Option::is_some)).collect();
    assert_eq!((silent, sound), (vec![true, false, true, false], vec![false, true, false, true]));
}

#[tokio::test]
async fn turns_are_told_as_they_begin_and_as_they_end() {
    let data = tempfile::tempdir().unwrap();
    let recorder = Recorder::begin(begin(data.path(), "opening", Duration::ZERO), AT_THE_END);
    recorder.turn(mark("t5", 1_200, None));
    recorder.turn(mark("t5", 1_200, Some(9_000)));
    recorder.turn(TurnMark { speaker: None, ..mark("t9", 12_000, None) });
    recorder.stop(Ending::Over).await;
    let line = |turn, speaker: Value, start_ms, end_ms: Value| {
        json!({ "turn": turn, "delegation": "iraq", "speaker": speaker, "language": "ar",
            "start_ms": start_ms, "end_ms": end_ms })
    };
    let expected = [
        line("t5", json!("iraq-head"), 1_200, Value::Null),
        line("t5", json!("iraq-head"), 1_200, json!(9_000)),
        line("t9", Value::Null, 12_000, Value::Null),
    ];
    assert_eq!(turns(&folder(data.path(), "opening")), expected);
    assert_eq!((TurnMark::since(5_000, 6_200), TurnMark::since(5_000, 4_000)), (1_200, 0));
}

/// Records sound from the beginning for five seconds, and stops so.
async fn record_five_seconds(data: &Path, ending: Ending) {
    let five = Duration::from_secs(5);
    let began = Instant::now().checked_sub(five).unwrap();
    let recorder = Recorder::begin(begin(data, "opening", five), AT_THE_END);
    recorder.allow(&channels(&["floor", "ar"]));
    speak(&recorder, "floor", &Microphone::new(1, 0, began), 0..240);
    recorder.turn(mark("t5", 0, None));
    recorder.stop(ending).await;
}

/// Goes on twenty seconds after the beginning, with two seconds of sound.
async fn go_on(data: &Path) {
    let recorder = Recorder::begin(begin(data, "opening", Duration::from_secs(20)), AT_THE_END);
    recorder.allow(&channels(&["floor", "ar"]));
    speak(&recorder, "floor", &Microphone::new(2, 0, Instant::now()), 0..100);
    recorder.turn(mark("t5", 0, Some(21_000)));
    recorder.stop(Ending::Over).await;
}

/// Asserts that the file has both stretches where they belong, in one stream.
fn assert_gone_on(data: &Path, first: std::ops::RangeInclusive<usize>) {
    let stream = Stream::read(&folder(data, "opening").join("floor.ogg"));
    let heard = stream.heard();
    assert!(stream.ended);
    assert!(first.contains(&heard.iter().filter(|heard| **heard == Some(1)).count()));
    assert_eq!(heard.iter().filter(|heard| **heard == Some(2)).count(), 100);
    let second = heard.iter().position(|heard| *heard == Some(2)).unwrap();
    assert!((1_000..1_100).contains(&second), "the second stretch begins with second 20: {second}");
    assert!(heard[300..1_000].iter().all(Option::is_none), "the time between is silence");
    assert_eq!(turns(&folder(data, "opening")).len(), 2);
}

#[tokio::test]
async fn a_server_that_starts_again_goes_on_in_the_same_files() {
    let data = tempfile::tempdir().unwrap();
    record_five_seconds(data.path(), Ending::ServerStops).await;
    go_on(data.path()).await;
    assert_gone_on(data.path(), 240..=240);
}

#[tokio::test]
async fn a_torn_tail_is_cut_and_gone_on_from() {
    let data = tempfile::tempdir().unwrap();
    record_five_seconds(data.path(), Ending::ServerStops).await;
    let folder = folder(data.path(), "opening");
    let append = |name: &str, bytes: &[u8]| {
        OpenOptions::new().append(true).open(folder.join(name)).unwrap().write_all(bytes).unwrap();
    };
    let page = std::fs::read(folder.join("floor.ogg")).unwrap();
    let last = page.windows(4).rposition(|window| window == b"OggS").unwrap();
    append("floor.ogg", &page[last..page.len() - 3]);
    append("turns.jsonl", b"{\"turn\":\"t");
    go_on(data.path()).await;
    assert_gone_on(data.path(), 240..=240);
}

#[tokio::test]
async fn a_stream_that_was_ended_is_gone_on_with_all_the_same() {
    let data = tempfile::tempdir().unwrap();
    record_five_seconds(data.path(), Ending::Over).await;
    go_on(data.path()).await;
    assert_gone_on(data.path(), 230..=240);
}

#[tokio::test]
async fn a_file_that_is_damaged_inside_is_set_aside_and_begun_anew() {
    let data = tempfile::tempdir().unwrap();
    let path = folder(data.path(), "opening").join("floor.ogg");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, vec![7; 100_000]).unwrap();
    go_on(data.path()).await;
    assert_eq!(std::fs::read(path.with_extension("damaged-1.ogg")).unwrap(), vec![7; 100_000]);
    let heard = Stream::read(&path).heard();
    assert!((1_000..1_100).contains(&heard.iter().position(|heard| *heard == Some(2)).unwrap()));
}

#[tokio::test]
async fn a_recorder_tells_that_it_has_stopped() {
    let data = tempfile::tempdir().unwrap();
    let recorder = Recorder::begin(begin(data.path(), "opening", Duration::ZERO), Pace::default());
    let mut state = recorder.state();
    assert_eq!(*state.borrow_and_update(), State::Recording);
    drop(recorder);
    state.wait_for(|state| *state == State::Stopped).await.unwrap();
    assert!(!Stream::read(&folder(data.path(), "opening").join("ar.ogg")).ended, "it may be gone on with");
}
