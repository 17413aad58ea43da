//! A server that is killed, stands still, or comes back with less than it had.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::join_all;
use plenary::log::{AppendError, Log, LogFault, Nats};
use tokio::sync::watch;

use super::server::Server;
use crate::engine::{entry, stream, texts, within};

/// Writers that race for one stream at two nodes, until they are told to end.
pub struct Writers {
    acknowledged: watch::Receiver<u64>,
    ended: Arc<AtomicBool>,
    tasks: Vec<tokio::task::JoinHandle<BTreeSet<String>>>,
}

impl Writers {
    pub fn start(nodes: &[Nats]) -> Self {
        let (count, acknowledged) = watch::channel(0);
        let ended = Arc::new(AtomicBool::new(false));
        let tasks = (0..4_usize).zip(nodes.iter().cycle()).map(|(writer, log)| {
            let (log, count, ended) = (log.clone(), count.clone(), ended.clone());
            tokio::spawn(async move { write(writer, &log, &count, &ended).await })
        });
        let tasks = tasks.collect();
        Self { acknowledged, ended, tasks }
    }

    /// Waits until so many more appends are acknowledged than now.
    pub async fn go_on(&mut self, more: u64) {
        let from = *self.acknowledged.borrow();
        self.acknowledged.wait_for(|count| *count >= from + more).await.unwrap();
    }

    /// Ends them, and tells what was acknowledged.
    pub async fn end(self) -> BTreeSet<String> {
        self.ended.store(true, Ordering::Release);
        join_all(self.tasks).await.into_iter().flat_map(Result::unwrap).collect()
    }
}

/// Appends the same text three times in one append, so that a torn one would show.
async fn write(
    writer: usize,
    log: &Nats,
    count: &watch::Sender<u64>,
    ended: &AtomicBool,
) -> BTreeSet<String> {
    let (mut acknowledged, mut last) = (BTreeSet::new(), 0);
    for text in (0..).map(|n| format!("{writer}:{n}")) {
        loop {
            match log.append(&stream("a"), last, vec![entry(&text); 3]).await {
                Ok(stored) => break last = stored,
                Err(AppendError::Raced { last: truth }) => last = truth,
                Err(AppendError::Fault(fault)) => panic!("{fault}"),
            }
        }
        acknowledged.insert(text);
        count.send_modify(|count| *count += 1);
        if ended.load(Ordering::Acquire) {
            break;
        }
    }
    acknowledged
}

/// Every acknowledged append is there once and whole, and nothing else is.
pub async fn assert_whole(log: &Nats, acknowledged: &BTreeSet<String>) {
    let stored = texts(log, &stream("a")).await;
    let appends: Vec<&[String]> = stored.chunks(3).collect();
    for append in &appends {
        assert!(append.len() == 3 && append.iter().all(|text| text == &append[0]), "torn: {append:?}");
    }
    let once: BTreeSet<String> = appends.iter().map(|append| append[0].clone()).collect();
    assert_eq!(once.len(), appends.len(), "none is there twice");
    assert_eq!(&once, acknowledged);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_keeps_what_was_acknowledged_and_nothing_twice() {
    let mut server = Server::start();
    let settings = server.settings();
    let nodes = [Nats::open(settings.clone()).await.unwrap(), Nats::open(settings.clone()).await.unwrap()];
    let follower = nodes[1].follow(&stream("a"), 0).await.unwrap();
    let mut writers = Writers::start(&nodes);
    for _kill in 0..3 {
        within(writers.go_on(100)).await;
        server.kill();
        server.start_again();
    }
    within(writers.go_on(100)).await;
    let acknowledged = within(writers.end()).await;
    assert!(acknowledged.len() >= 400, "{}", acknowledged.len());

    let fresh = Nats::open(settings).await.unwrap();
    assert_whole(&fresh, &acknowledged).await;
    let all = fresh.last(&stream("a")).await.unwrap();
    let seen = within(follower.take(all as usize).map(|entry| entry.unwrap().seq).collect::<Vec<_>>()).await;
    assert!(seen.into_iter().eq(1..=all), "who followed all the while saw each once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stands_still_holds_appends_up_and_loses_none() {
    let server = Server::start();
    let settings = server.settings();
    let nodes = [Nats::open(settings.clone()).await.unwrap(), Nats::open(settings).await.unwrap()];
    let mut writers = Writers::start(&nodes);
    within(writers.go_on(100)).await;
    server.signal("STOP");
    // Long enough for answers to be late and for the clients to try another connection.
    let stalled = tokio::time::timeout(Duration::from_secs(3), writers.go_on(50)).await;
    assert!(stalled.is_err(), "nothing is acknowledged meanwhile");
    server.signal("CONT");
    within(writers.go_on(100)).await;
    let acknowledged = within(writers.end()).await;
    assert_whole(&nodes[0], &acknowledged).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_turns_slow_holds_appends_up_and_loses_none() {
    let mut server = Server::start_synced();
    let settings = server.settings();
    let nodes = [Nats::open(settings.clone()).await.unwrap(), Nats::open(settings).await.unwrap()];
    let mut writers = Writers::start(&nodes);
    within(writers.go_on(50)).await;
    let slow = server.slow_disk(Duration::from_millis(200));
    within(writers.go_on(20)).await;
    // The last of them may have been on the disk before, and only its answer was late.
    assert!(slow.delayed() >= 19, "an append is acknowledged once it is on the disk: {}", slow.delayed());
    // It ends amid what it writes.
    server.kill();
    drop(slow);
    server.start_again();
    within(writers.go_on(50)).await;
    let acknowledged = within(writers.end()).await;
    assert_whole(&nodes[0], &acknowledged).await;
}

pub fn copied(from: &Path, to: &Path) {
    let copied = std::process::Command::new("cp").arg("-a").args([from, to]).status().unwrap();
    assert!(copied.success());
}

/// Has a server come back with a copy of its store that was made before.
pub fn put_back_after(server: &mut Server, copy: &Path) {
    server.kill();
    std::fs::remove_dir_all(server.store()).unwrap();
    copied(copy, &server.store());
    server.start_again();
}

/// A log of some entries whose server came back with a copy of its store that was made before the last of them.
async fn put_back(more: u64) -> (Server, Nats) {
    let mut server = Server::start();
    let log = Nats::open(server.settings()).await.unwrap();
    log.append(&stream("a"), 0, vec![entry("kept"), entry("kept")]).await.unwrap();
    log.append(&stream("b"), 0, vec![entry("of another stream")]).await.unwrap();
    let copy = server.folder.path().join("copy");
    server.signal("TERM");
    server.kill();
    copied(&server.store(), &copy);
    server.start_again();
    for n in 0..more {
        within(log.append(&stream("a"), 2 + n, vec![entry("lost")])).await.unwrap();
    }
    put_back_after(&mut server, &copy);
    (server, log)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_got_shorter_is_stopped_and_not_gone_on_with() {
    let (server, log) = put_back(2).await;
    let shortened = LogFault::Shortened { stream: stream("a") };
    let append = within(log.append(&stream("a"), 4, vec![entry("after")])).await;
    assert_eq!(append, Err(AppendError::Fault(shortened.clone())));
    assert_eq!(log.read(&stream("a"), 0, 10).await, Err(shortened.clone()));
    assert_eq!(log.last(&stream("a")).await, Err(shortened.clone()));
    assert_eq!(
        shortened.to_string(),
        "a has lost entries that were stored: leave the servers of the conference running, for they hold what is missing, \
         and run `plenary log repair`",
    );
    assert_eq!(log.append(&stream("b"), 1, vec![entry("as before")]).await, Ok(2), "others go on");
    drop(server);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_a_log_that_got_shorter_is_told() {
    let (server, log) = put_back(1).await;
    let mut follower = log.follow(&stream("b"), 0).await.unwrap();
    assert_eq!(follower.next().await.unwrap().unwrap().seq, 1);
    let mut tail = log.tail(&stream("a")).unwrap();
    within(tail.beyond(3)).await;
    assert_eq!(log.read(&stream("a"), 3, 10).await, Err(LogFault::Shortened { stream: stream("a") }));
    drop(server);
}

/// The numbers fit again, for others have appended as much as was lost: what shows it is whom each append came after.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_went_on_otherwise_is_stopped_too() {
    let (server, log) = put_back(1).await;
    let settings = plenary::log::NatsSettings::of(vec![server.url()], log.conference().clone());
    let other = Nats::open(settings).await.unwrap();
    other.append(&stream("a"), 2, vec![entry("otherwise")]).await.unwrap();
    let shortened = LogFault::Shortened { stream: stream("a") };
    let append = within(log.append(&stream("a"), 3, vec![entry("after")])).await;
    assert_eq!(append, Err(AppendError::Fault(shortened.clone())));
    assert_eq!(log.read(&stream("a"), 3, 10).await, Err(shortened));
}
