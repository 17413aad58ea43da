//! What must be true when the weather has cleared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plenary::log::{Log, Stream};
use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::event::Recorded;
use plenary::room::{Room, stored};
use uuid::Uuid;

/// Every command sent, and where the log stood by each answer that it was done.
pub type Sent = BTreeMap<Uuid, (Command, BTreeSet<u64>)>;

/// Replay is what lives; what was done stands in the log once, and what was not does not.
/// Tells what happened, by its tag.
pub async fn check(
    log: &Arc<dyn Log>,
    rooms: &[Room],
    sent: &Sent,
    done_min: usize,
) -> BTreeSet<&'static str> {
    let events = recorded(log).await;
    for room in rooms {
        let live = room.look().await.unwrap();
        let mut replayed = Meeting::default();
        events.iter().take_while(|event| event.seq <= live.seq).for_each(|event| replayed.evolve(event));
        assert_eq!(replayed, live, "replay is what lives");
    }
    let mut places: BTreeMap<Uuid, Vec<&Recorded>> = BTreeMap::new();
    for event in &events {
        if let Some(key) = event.key {
            places.entry(key).or_default().push(event);
        }
    }
    let mut done = 0;
    for (key, (command, answers)) in sent {
        let events = places.get(key).map_or(&[][..], Vec::as_slice);
        let seqs: Vec<u64> = events.iter().map(|event| event.seq).collect();
        assert!(seqs.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{key} was done in one go: {events:?}");
        let kinds: BTreeSet<_> = events.iter().map(|event| format!("{:?}", event.event)).collect();
        assert_eq!(kinds.len(), events.len(), "{key} was done once: {events:?}");
        // What is so already, such as a choice of what one hears, is done without an event.
        let may_be_so =
            matches!(command, Command::Interpretation(_) | Command::Microphones(_) | Command::Recording(_));
        if !may_be_so {
            let answers: Vec<u64> = answers.iter().copied().collect();
            let stored: Vec<u64> = seqs.last().copied().into_iter().collect();
            assert_eq!(answers, stored, "{key} is answered by its place and nothing else: {command:?}");
        }
        done += usize::from(!events.is_empty());
    }
    assert!(done > done_min, "{done} commands were done");
    events.iter().map(|recorded| recorded.event.tag()).collect()
}

pub async fn recorded(log: &Arc<dyn Log>) -> Vec<Recorded> {
    let entries = log.read(&stream(), 0, usize::MAX).await.unwrap();
    let mut events = Vec::with_capacity(entries.len());
    for entry in &entries {
        events.push(stored::decode(log, entry).await.unwrap());
    }
    events
}

/// That of the session that all simulations run.
pub fn stream() -> Stream {
    Stream::new("session/opening").unwrap()
}
