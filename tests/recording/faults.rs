//! A disk that does not take the recording: told once, never in the way, and gone on with.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, Once};
use std::time::{Duration, Instant};

use plenary::media::recorder::{Ending, Pace, Recorder, RecorderFault, State};

use crate::files::Stream;
use crate::microphone::Microphone;
use crate::recordings::{begin, channel, channels, folder, mark};

const QUICK: Pace = Pace {
    write: Duration::from_millis(20),
    sync: Duration::from_millis(50),
    retry: Duration::from_millis(100),
    look: Duration::from_millis(100),
};

static SAID: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Where all that is said goes; several tests say it.
struct Said;

impl io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        SAID.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn listen_to_what_is_said() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing_subscriber::fmt().with_writer(|| Said).with_ansi(false).init());
}

/// Lines of a level that speak of a session.
fn said(level: &str, session: &str) -> usize {
    let said = String::from_utf8(SAID.lock().unwrap().clone()).unwrap();
    said.lines().filter(|line| line.contains(level) && line.contains(session)).count()
}

async fn faulted(recorder: &Recorder) -> RecorderFault {
    let mut state = recorder.state();
    let state = state.wait_for(|state| matches!(state, State::Faulted(_))).await.unwrap().clone();
    match state {
        State::Faulted(fault) => fault,
        State::Recording | State::Stopped => panic!("{state:?}"),
    }
}

/// Waits until the disk has been tried again several times.
async fn tried_again(recorder: &Recorder) {
    let mut state = recorder.state();
    for _ in 0..3 {
        state.mark_unchanged();
        state.changed().await.unwrap();
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_told_once_and_tried_again() {
    listen_to_what_is_said();
    let data = tempfile::tempdir().unwrap();
    let in_the_way = data.path().join("recordings");
    std::fs::write(&in_the_way, "a file").unwrap();
    let recorder = Recorder::begin(begin(data.path(), "no-folder", Duration::ZERO), QUICK);
    recorder.allow(&channels(&["floor"]));
    recorder.turn(mark("t5", 0, None));
    let fault = faulted(&recorder).await;
    assert_eq!(fault.path, folder(data.path(), "no-folder"));
    assert!(fault.to_string().contains("see to its room and rights"), "{fault}");
    tried_again(&recorder).await;
    assert_eq!(said("ERROR", "no-folder"), 1);

    std::fs::remove_file(&in_the_way).unwrap();
    recorder.state().wait_for(|state| *state == State::Recording).await.unwrap();
    assert_eq!(said("WARN", "no-folder"), 1);
    speak_until_written(&recorder, &folder(data.path(), "no-folder").join("floor.ogg")).await;
    recorder.stop(Ending::Over).await;
    let turns = std::fs::read_to_string(folder(data.path(), "no-folder").join("turns.jsonl")).unwrap();
    assert_eq!(turns.lines().count(), 1, "what was to be told meanwhile is told");
}

/// Speaks on the floor until the file holds it.
async fn speak_until_written(recorder: &Recorder, path: &Path) {
    let microphone = Microphone::new(1, 0, Instant::now());
    let before = std::fs::metadata(path).unwrap().len();
    let mut ticks = tokio::time::interval(Duration::from_millis(20));
    for number in 0.. {
        ticks.tick().await;
        recorder.frame(&channel("floor"), microphone.frame(number));
        if std::fs::metadata(path).unwrap().len() > before + 2_000 {
            return;
        }
    }
}

#[tokio::test]
async fn a_full_disk_costs_the_recording_only_and_room_lets_it_go_on() {
    listen_to_what_is_said();
    let data = tempfile::tempdir().unwrap();
    let folder = folder(data.path(), "full-disk");
    std::fs::create_dir_all(&folder).unwrap();
    let full = folder.join("floor.ogg");
    std::os::unix::fs::symlink("/dev/full", &full).unwrap();
    let recorder = Recorder::begin(begin(data.path(), "full-disk", Duration::ZERO), QUICK);
    recorder.allow(&channels(&["floor", "ar"]));
    let fault = faulted(&recorder).await;
    assert_eq!(fault.path, full);
    assert!(fault.reason.contains("No space left"), "{fault}");
    // Frames are taken without waiting, however many come.
    let microphone = Microphone::new(1, 0, Instant::now());
    let began = Instant::now();
    (0..200_000).for_each(|number| recorder.frame(&channel("floor"), microphone.frame(number % 100)));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(said("ERROR", "full-disk"), 1);
    assert_eq!(recorder.silent(), channels(&["floor"]), "what the room hears is recorded as silence");

    std::fs::remove_file(&full).unwrap();
    recorder.state().wait_for(|state| *state == State::Recording).await.unwrap();
    speak_until_written(&recorder, &full).await;
    // What comes stands in the file a moment later; a look between the two sees less than came.
    recorder.silent();
    let well = async {
        let microphone = Microphone::new(2, 0, Instant::now());
        let mut ticks = tokio::time::interval(Duration::from_millis(20));
        for number in 0.. {
            ticks.tick().await;
            recorder.frame(&channel("floor"), microphone.frame(number));
            // Of so many frames a look tells something.
            if number % 50 == 49 && recorder.silent().is_empty() {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), well).await.expect("all is well again");
    recorder.stop(Ending::Over).await;
    let [floor, ar] = ["floor", "ar"].map(|channel| Stream::read(&folder.join(format!("{channel}.ogg"))));
    assert!(floor.heard().contains(&Some(1)));
    // Both end at the recorder's last look, which a busy machine makes a few frames late.
    assert!((floor.seconds() - ar.seconds()).abs() < 0.2, "{} and {} s", floor.seconds(), ar.seconds());
}

#[tokio::test]
async fn a_recorder_that_is_stopped_while_its_disk_fails_ends() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("recordings"), "a file").unwrap();
    let recorder = Recorder::begin(begin(data.path(), "stopped", Duration::ZERO), QUICK);
    faulted(&recorder).await;
    let state: Arc<_> = Arc::new(recorder.state());
    recorder.stop(Ending::Over).await;
    assert!(!matches!(*state.borrow(), State::Recording));
}
