//! Appends whose answer is lost are settled: what was stored is acknowledged once, what was not is stored, and what somebody
//! else was faster with is a race.

use std::time::Duration;

use plenary::log::{AppendError, Log, LogFault, Nats, NatsSettings};

use super::server::{fresh_conference, shared};
use super::wire::{Mode, Wire};
use crate::engine::{entry, stream, texts, within};

/// A node behind a wire and one that is not, on one log that has one entry.
struct Scene {
    wire: Wire,
    behind: Nats,
    before: Nats,
}

impl Scene {
    async fn new(give_up: Duration) -> Self {
        let server = shared();
        let port = server.rsplit_once(':').unwrap().1.parse().unwrap();
        let wire = Wire::to(port).await;
        let conference = fresh_conference();
        let settings = NatsSettings::of(vec![server.to_owned()], conference.clone());
        let before = Nats::open(settings).await.unwrap();
        let settings = NatsSettings { give_up, ..NatsSettings::of(vec![wire.url()], conference) };
        let behind = Nats::open(settings).await.unwrap();
        behind.append(&stream("a"), 0, vec![entry("first")]).await.unwrap();
        Self { wire, behind, before }
    }

    /// Appends behind the wire, while the test goes on.
    fn append(&self, expected: u64, text: &str) -> tokio::task::JoinHandle<Result<u64, AppendError>> {
        let (log, entries) = (self.behind.clone(), vec![entry(text), entry(text)]);
        tokio::spawn(async move { log.append(&stream("a"), expected, entries).await })
    }

    /// Waits until the log has so many entries.
    async fn stored(&self, last: u64) {
        self.before.tail(&stream("a")).unwrap().beyond(last - 1).await;
    }
}

const LONG: Duration = Duration::from_secs(30);
const SHORT: Duration = Duration::from_millis(500);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_stored_without_an_answer_is_acknowledged_and_stored_once() {
    let scene = Scene::new(LONG).await;
    scene.wire.set(Mode::AnswersLost);
    let append = scene.append(1, "said once");
    within(scene.stored(3)).await;
    assert!(!append.is_finished(), "it has no answer yet");
    scene.wire.cut();

    assert_eq!(within(append).await.unwrap(), Ok(3));
    assert_eq!(texts(&scene.before, &stream("a")).await, ["first", "said once", "said once"]);
    // The end is known rightly: the next one is not a race.
    assert_eq!(scene.behind.append(&stream("a"), 3, vec![entry("next")]).await, Ok(4));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_lost_on_its_way_is_stored_once() {
    let scene = Scene::new(LONG).await;
    scene.wire.set(Mode::AllLost);
    let append = scene.append(1, "said once");
    within(scene.wire.has_said("said once")).await;
    assert_eq!(scene.before.last(&stream("a")).await, Ok(1));
    scene.wire.cut();

    assert_eq!(within(append).await.unwrap(), Ok(3));
    assert_eq!(texts(&scene.before, &stream("a")).await, ["first", "said once", "said once"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_another_was_faster_meanwhile_it_is_a_race() {
    let scene = Scene::new(LONG).await;
    scene.wire.set(Mode::AllLost);
    let append = scene.append(1, "too late");
    within(scene.wire.has_said("too late")).await;
    scene.before.append(&stream("a"), 1, vec![entry("faster")]).await.unwrap();
    scene.before.append(&stream("a"), 2, vec![entry("faster")]).await.unwrap();
    scene.wire.cut();

    assert_eq!(within(append).await.unwrap(), Err(AppendError::Raced { last: 3 }));
    assert_eq!(texts(&scene.before, &stream("a")).await, ["first", "faster", "faster"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_can_know_is_a_fault_and_may_come_late_but_once() {
    let scene = Scene::new(SHORT).await;
    scene.wire.set(Mode::Held);
    let append = scene.append(1, "late");
    within(scene.wire.has_said("late")).await;
    let fault = within(append).await.unwrap().unwrap_err();
    assert!(matches!(fault, AppendError::Fault(LogFault::Storage { .. })), "{fault}");
    assert_eq!(scene.before.last(&stream("a")).await, Ok(1));

    // It reaches the server long after nobody waits for it any more.
    scene.wire.set(Mode::Passing);
    within(scene.stored(3)).await;
    within(async {
        while scene.behind.last(&stream("a")).await != Ok(3) {
            tokio::task::yield_now().await;
        }
    })
    .await;
    // Whoever does not read first is told so, and what is said again is another entry.
    let again = scene.behind.append(&stream("a"), 1, vec![entry("late")]).await;
    assert_eq!(again, Err(AppendError::Raced { last: 3 }));
    assert_eq!(texts(&scene.behind, &stream("a")).await, ["first", "late", "late"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_a_stream_hears_of_it_once_the_connection_is_back() {
    let scene = Scene::new(LONG).await;
    let mut tail = scene.behind.tail(&stream("a")).unwrap();
    scene.wire.set(Mode::AllLost);
    scene.before.append(&stream("a"), 1, vec![entry("unheard")]).await.unwrap();
    scene.wire.cut();
    within(tail.beyond(1)).await;
    assert_eq!(texts(&scene.behind, &stream("a")).await, ["first", "unheard"]);
}
