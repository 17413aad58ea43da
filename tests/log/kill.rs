//! A server killed in the middle of its work keeps every entry it acknowledged.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use futures_util::future::join_all;
use plenary::log::{Holder, Log, OpenFault, Sqlite, Stream};

use crate::engine::{entry, open, stream, texts};

const FOLDER: &str = "PLENARY_TEST_KILLED_IN";
const STREAMS: usize = 8;

#[tokio::test]
async fn what_was_acknowledged_survives_a_kill() {
    // The test runs itself as the server to be killed.
    if let Some(folder) = std::env::var_os(FOLDER) {
        return append_until_killed(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeMap::<String, u64>::new();
    for lines_before_kill in [1, 40, 400] {
        kill_after(lines_before_kill, folder.path(), &mut acknowledged);

        let log = open(folder.path());
        for (name, last) in &acknowledged {
            let stored = texts(&log, &stream(name)).await;
            assert!(stored.len() as u64 >= *last, "{name}: {last} acknowledged, {} stored", stored.len());
            let expected: Vec<String> = (0..stored.len()).map(|n| format!("{name} {n}")).collect();
            assert_eq!(stored, expected);
        }
        log.close().await;
    }
    assert!(acknowledged.values().sum::<u64>() >= 441, "{acknowledged:?}");
}

/// Starts a server, kills it once it has acknowledged so many appends, and notes all it acknowledged.
fn kill_after(lines: usize, folder: &Path, acknowledged: &mut BTreeMap<String, u64>) {
    let mut server = Killed(
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::what_was_acknowledged_survives_a_kill", "--nocapture"])
            .env(FOLDER, folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let said = BufReader::new(server.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut stored = said.filter_map(|line| line.split_once("stored ").map(|(_, rest)| rest.to_owned()));
    let mut note = |line: String| {
        let (name, last) = line.split_once(' ').unwrap();
        acknowledged.insert(name.to_owned(), last.parse().unwrap());
    };
    stored.by_ref().take(lines).for_each(&mut note);

    let second = Sqlite::open(folder).map(drop).unwrap_err();
    let holder = Holder::Process(server.0.id());
    assert_eq!(second, OpenFault::Locked { path: folder.to_owned(), holder });

    server.0.kill().unwrap();
    stored.for_each(note);
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

async fn append_until_killed(folder: &Path) {
    let log = open(folder);
    let writers = (0..STREAMS).map(|n| append_for_ever(&log, stream(&format!("session/{n}"))));
    join_all(writers).await;
}

async fn append_for_ever(log: &Sqlite, stream: Stream) {
    let mut last = log.last(&stream).await.unwrap();
    loop {
        // Several at once, so that a torn append would show.
        let entries = (last..last + 3).map(|n| entry(&format!("{stream} {n}"))).collect();
        last = log.append(&stream, last, entries).await.unwrap();
        println!("stored {stream} {last}");
    }
}
