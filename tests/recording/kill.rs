//! A server killed in the middle of a recording loses less than a second of it, and every file plays.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use plenary::media::ogg::scan;
use plenary::media::recorder::{Ending, Pace, Recorder};

use crate::files::Stream;
use crate::microphone::Microphone;
use crate::recordings::{begin, channel, channels, folder, mark};

const FOLDER: &str = "PLENARY_TEST_RECORDING_IN";

#[tokio::test]
async fn a_kill_costs_less_than_a_second() {
    // The test runs itself as the server to be killed.
    if let Some(data) = std::env::var_os(FOLDER) {
        return record_until_killed(Path::new(&data)).await;
    }
    let data = tempfile::tempdir().unwrap();
    for recorded_ms in [300, 2_500] {
        let data = data.path().join(recorded_ms.to_string());
        let last_ms = kill_after(recorded_ms, &data);
        let folder = folder(&data, "killed");
        for channel in ["floor", "ar"] {
            let path = folder.join(format!("{channel}.ogg"));
            let found = scan(std::fs::File::open(&path).unwrap(), drop).unwrap();
            let bytes = std::fs::read(&path).unwrap();
            let whole = usize::try_from(found.whole.bytes).unwrap();
            assert!(bytes.len() - whole < 2_000, "only a page may be torn: {} of {}", whole, bytes.len());
            let stream = Stream::of(&bytes[..whole]);
            let held_ms = stream.seconds() * 1_000.0;
            assert!(held_ms > last_ms as f64 - 1_000.0, "{channel}: {held_ms} of {last_ms} ms");
            assert!(!stream.ended);
        }
        // Another server goes on.
        let recorder = Recorder::begin(begin(&data, "killed", Duration::from_secs(30)), Pace::default());
        recorder.turn(mark("t5", 0, Some(30_000)));
        recorder.stop(Ending::Over).await;
        let floor = Stream::read(&folder.join("floor.ogg"));
        assert!(floor.ended && (30.0..33.0).contains(&floor.seconds()), "{} s", floor.seconds());
        let turns = std::fs::read_to_string(folder.join("turns.jsonl")).unwrap();
        assert_eq!(turns.lines().count(), 2, "{turns}");
    }
}

/// Starts a recording, kills it once it has told of so many milliseconds, and says of how many it had told.
fn kill_after(recorded_ms: u64, data: &Path) -> u64 {
    let mut server = Killed(
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::a_kill_costs_less_than_a_second", "--nocapture"])
            .env(FOLDER, data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let said = BufReader::new(server.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut told = said.filter_map(|line| line.split_once("recorded ").map(|(_, ms)| ms.parse().unwrap()));
    let reached = told.by_ref().find(|ms: &u64| *ms >= recorded_ms).unwrap();
    server.0.kill().unwrap();
    told.last().unwrap_or(reached)
}

/// A server that does not outlive its test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        // An error only says that it has ended already.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Speaks on the floor for ever; the other channel stays silent.
async fn record_until_killed(data: &Path) {
    let began = Instant::now();
    let recorder = Recorder::begin(begin(data, "killed", Duration::ZERO), Pace::default());
    recorder.allow(&channels(&["floor", "ar"]));
    recorder.turn(mark("t5", 0, None));
    let microphone = Microphone::new(1, 0, began);
    let mut ticks = tokio::time::interval(Duration::from_millis(20));
    for number in 0.. {
        ticks.tick().await;
        recorder.frame(&channel("floor"), microphone.frame(number));
        println!("recorded {}", began.elapsed().as_millis());
    }
}
