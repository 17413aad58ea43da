//! Three processes race for one stream on three servers: each entry is stored once, in its number, and every one that was
//! acknowledged is there. In calm weather, and under a seeded list of blows to the servers.
//!
//! By itself it is short. The long run, and the proof that it can fail, with a fence that is known to leak (that of the subject,
//! on a server of 2022, which `GOBIN=DIR go install github.com/nats-io/nats-server/v2@v2.9.10` makes in a folder of its own):
//!
//! ```text
//! PLENARY_RACE_ENTRIES=150000 cargo test --test log races
//! NATS_SERVER=DIR/nats-server PLENARY_RACE_FENCE=subject PLENARY_RACE_ENTRIES=150000 cargo test --test log calm_races
//! ```

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use plenary::log::{AppendError, Log, Nats, NatsSettings, NewEntry};

use super::fence;
use super::server::{Server, cluster, fresh_conference};
use crate::engine::{entry, stream, texts};

/// What a racer is told: the servers, the conference, its number, how many entries it has to store.
const RACER: &str = "PLENARY_TEST_RACER";
/// How many entries all racers store, together [default: 6,000].
const ENTRIES: &str = "PLENARY_RACE_ENTRIES";
/// Which fence the servers are asked for, instead of the one that the log asks for: `stream` or `subject`.
const FENCE: &str = "PLENARY_RACE_FENCE";
const RACERS: u64 = 3;
const BATCH_MAX: u64 = 100;
/// How long a room pauses after a win where it has met another writer.
const PAUSE: Duration = Duration::from_millis(3);
/// How long nothing may happen.
const SILENCE_MAX: Duration = Duration::from_secs(90);

/// By seed: enough chance for sizes and blows (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

fn settings(servers: Vec<String>, conference: &str) -> NatsSettings {
    NatsSettings {
        replicas: 3,
        give_up: Duration::from_secs(60),
        any_version: std::env::var_os(FENCE).is_some(),
        ..NatsSettings::of(servers, conference.parse().unwrap())
    }
}

/// An append that was acknowledged: whose, from which of theirs on, how many, and the number of the last.
#[derive(Debug, Clone, Copy)]
struct Acknowledged {
    racer: u64,
    from: u64,
    count: u64,
    last: u64,
}

/// Stores so many entries, in batches of 1 to 100, and says each that is acknowledged.
async fn race(told: &str) {
    let told: Vec<&str> = told.split(' ').collect();
    let [servers, conference, racer, entries] = told[..] else { panic!("{told:?}") };
    let (racer, entries): (u64, u64) = (racer.parse().unwrap(), entries.parse().unwrap());
    let mut servers: Vec<String> = servers.split(',').map(str::to_owned).collect();
    if std::env::var(FENCE).is_ok_and(|fence| fence == "subject") {
        let through = fence::of_the_subject(&servers[racer as usize]).await;
        servers = vec![through];
    }
    let log = Nats::open(settings(servers, conference)).await.unwrap();
    println!("ready");
    tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())).await.unwrap().unwrap();
    let (mut chance, mut done, mut last) = (Chance(racer), 0, 0);
    while done < entries {
        let count = (1 + chance.below(BATCH_MAX)).min(entries - done);
        let batch: Vec<NewEntry> = (done..done + count).map(|n| entry(&format!("{racer}:{n}"))).collect();
        last = loop {
            match log.append(&stream("raced"), last, batch.clone()).await {
                Ok(last) => break last,
                Err(AppendError::Raced { last: truth }) => last = truth,
                Err(AppendError::Fault(fault)) => panic!("{fault}"),
            }
        };
        println!("stored {racer} {done} {count} {last}");
        done += count;
        // As a room does after a win, for else one of them wins nearly every race.
        tokio::time::sleep(PAUSE).await;
    }
}

/// A racer that does not outlive its test.
struct Racer(Child);

impl Drop for Racer {
    fn drop(&mut self) {
        // An error only says that it has ended already.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Racer {
    fn start(test: &str, told: &str, said: Sender<Acknowledged>) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(RACER, told)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().ends_with("ready")), "a racer opens the log");
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // The first line of a test's output stands behind its name.
                let Some((_, numbers)) = line.split_once("stored ") else { continue };
                let numbers: Vec<u64> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
                let [racer, from, count, last] = numbers[..] else { panic!("{line}") };
                // Whoever hears may have failed.
                let _: Result<(), _> = said.send(Acknowledged { racer, from, count, last });
            }
        });
        Self(child)
    }
}

/// What was acknowledged so far.
struct Course {
    heard: Receiver<Acknowledged>,
    all: Vec<Acknowledged>,
    entries: u64,
}

impl Course {
    /// Waits until so many more entries are acknowledged. False once no racer says anything more.
    fn go_on(&mut self, more: u64) -> bool {
        let until = self.entries.saturating_add(more);
        while self.entries < until {
            match self.heard.recv_timeout(SILENCE_MAX) {
                Ok(one) => {
                    self.entries += one.count;
                    self.all.push(one);
                }
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => return false,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => panic!("nothing is stored any more"),
            }
        }
        true
    }
}

/// Strikes one server after another, by seed, with so many entries between: it is killed and comes back, or stands still and
/// goes on.
fn strike(servers: &mut [Server], course: &mut Course, blows: u64, between: u64) -> u64 {
    let mut chance = Chance(7);
    for blow in 0..blows {
        if !course.go_on(between) {
            return blow;
        }
        let server = &mut servers[chance.below(3) as usize];
        let killed = chance.below(2) == 0;
        if killed {
            server.kill()
        } else {
            server.signal("STOP")
        }
        let goes_on = course.go_on(between);
        if killed {
            server.spawn();
            server.await_ready();
        } else {
            server.signal("CONT");
        }
        if !goes_on {
            return blow;
        }
    }
    blows
}

/// Lets the racers run under so many blows, and looks at what stands there afterwards.
async fn run(test: &str, entries: u64, blows: u64) {
    let mut servers = cluster(false);
    let urls: Vec<String> = servers.iter().map(Server::url).collect();
    let conference = fresh_conference();
    // Who opens first makes what all need.
    let log = Nats::open(settings(urls.clone(), conference.as_str())).await.unwrap();
    let (said, heard) = channel();
    let mut racers: Vec<Racer> = (0..RACERS)
        .map(|racer| {
            let told = format!("{} {conference} {racer} {}", urls.join(","), entries / RACERS);
            Racer::start(test, &told, said.clone())
        })
        .collect();
    drop(said);
    // They begin together.
    for racer in &mut racers {
        racer.0.stdin.take().unwrap().write_all(b"go\n").unwrap();
    }
    let mut course = Course { heard, all: Vec::new(), entries: 0 };
    let course = tokio::task::spawn_blocking(move || {
        let struck = strike(&mut servers, &mut course, blows, entries / (2 * blows + 2));
        while course.go_on(1) {}
        (servers, course, struck)
    });
    let (_servers, course, struck) = course.await.unwrap();
    assert_eq!(struck, blows, "every blow fell while they raced");
    for mut racer in racers {
        assert!(racer.0.wait().unwrap().success(), "a racer failed: see above");
    }
    let stored = texts(&log, &stream("raced")).await;
    let all = entries / RACERS * RACERS;
    assert_eq!(stored.iter().collect::<BTreeSet<_>>().len() as u64, all, "every entry is there once");
    assert_eq!(stored.len() as u64, all, "and nothing else");
    assert_eq!(course.entries, all, "all were acknowledged");
    let mut turns = 0;
    let mut last = None;
    for Acknowledged { racer, from, count, last: end } in course.all {
        let place = usize::try_from(end - count).unwrap();
        let own: Vec<String> = (from..from + count).map(|n| format!("{racer}:{n}")).collect();
        assert_eq!(stored[place..place + own.len()], own, "what was acknowledged stands in its number");
        turns += u64::from(last != Some(racer));
        last = Some(racer);
    }
    println!("{all} entries, {blows} blows, the writer changed {turns} times");
    // How often depends on the machine; one after the other they would change twice.
    assert!(turns > RACERS, "they raced");
}

fn entries() -> u64 {
    std::env::var(ENTRIES).map_or(6_000, |entries| entries.parse().unwrap())
}

/// The test runs itself as each of the racers.
async fn or_race(test: &str, blows: u64) {
    match std::env::var(RACER) {
        Ok(told) => race(&told).await,
        Err(_none) => run(test, entries(), blows).await,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calm_races() {
    or_race("nats::races::calm_races", 0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn races_under_blows() {
    // In the long run several of each kind.
    let blows = if entries() < 100_000 { 2 } else { 10 };
    or_race("nats::races::races_under_blows", blows).await;
}
