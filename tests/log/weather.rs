//! The log that fails on purpose: its faults come by seed, are counted, and are what they claim to be.

use std::sync::Arc;
use std::time::Duration;

use plenary::log::faulty::{Faulty, Fired, Odds};
use plenary::log::{AppendError, Log, Memory};
use tokio::time::Instant;

use crate::engine::{entry, stream, texts};

const ODDS: Odds = Odds { lost: 100, unanswered: 100, raced: 100, unread: 100, ..Odds::NONE };

/// Says 200 things, each until it is stored, and returns what came of it.
async fn persist(seed: u64, odds: Odds) -> (Vec<String>, Fired) {
    let memory = Memory::new();
    let log = Faulty::new(Arc::new(memory.clone()), seed, odds).with_rival(|_, _| vec![entry("rival")]);
    let opening = stream("opening");
    let mut after = 0;
    for n in 0..200 {
        let text = n.to_string();
        loop {
            if let Ok(last) = log.append(&opening, after, vec![entry(&text)]).await {
                break after = last;
            }
            // As a writer must: after any failure, read what came to be, and only then try again.
            let missed = log.read(&opening, after, usize::MAX).await.unwrap_or_default();
            after += missed.len() as u64;
            if missed.iter().any(|entry| entry.body == text) {
                break;
            }
        }
    }
    (texts(&memory, &opening).await, log.fired())
}

#[tokio::test]
async fn a_writer_that_catches_up_loses_nothing_and_doubles_nothing() {
    let (said, fired) = persist(7, ODDS).await;
    let own: Vec<String> = said.iter().filter(|text| *text != "rival").cloned().collect();
    assert_eq!(own, (0..200).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!((said.len() - own.len()) as u64, fired.raced);
    for count in [fired.lost, fired.unanswered, fired.raced, fired.unread] {
        assert!(count > 0, "{fired:?}");
    }
}

#[tokio::test]
async fn one_seed_gives_one_weather() {
    assert_eq!(persist(3, ODDS).await, persist(3, ODDS).await);
    assert_ne!(persist(3, ODDS).await, persist(4, ODDS).await);
}

#[tokio::test]
async fn each_fault_is_what_it_claims_to_be() {
    let always = |odds| {
        let memory = Memory::new();
        (Faulty::new(Arc::new(memory.clone()), 1, odds), memory)
    };
    let opening = stream("opening");

    let (lost, below) = always(Odds { lost: 1_000, ..Odds::default() });
    assert!(matches!(lost.append(&opening, 0, vec![entry("a")]).await, Err(AppendError::Fault(_))));
    assert_eq!(below.last(&opening).await.unwrap(), 0);

    let (unanswered, below) = always(Odds { unanswered: 1_000, ..Odds::default() });
    assert!(matches!(unanswered.append(&opening, 0, vec![entry("a")]).await, Err(AppendError::Fault(_))));
    assert_eq!(below.last(&opening).await.unwrap(), 1);

    let (raced, below) = always(Odds { raced: 1_000, ..Odds::default() });
    let raced = raced.with_rival(|_, _| vec![entry("rival")]);
    let outcome = raced.append(&opening, 0, vec![entry("a")]).await;
    assert_eq!(outcome, Err(AppendError::Raced { last: 1 }));
    assert_eq!(texts(&below, &opening).await, ["rival"]);

    raced.calm();
    assert_eq!(raced.append(&opening, 1, vec![entry("a")]).await, Ok(2));
    assert_eq!(raced.fired(), Fired { raced: 1, ..Fired::default() });
}

#[tokio::test(start_paused = true)]
async fn an_append_whose_writer_hears_nothing_is_stored_at_once_or_late_and_never_after_another() {
    let (opening, odds) = (stream("opening"), |odds| {
        let memory = Memory::new();
        (Faulty::new(Arc::new(memory.clone()), 7, odds), memory)
    });

    let (silent, below) = odds(Odds { silent: 1_000, ..Odds::NONE });
    let began = Instant::now();
    assert!(matches!(silent.append(&opening, 0, vec![entry("a")]).await, Err(AppendError::Fault(_))));
    assert!(began.elapsed() >= Duration::from_secs(12));
    assert_eq!(texts(&below, &opening).await, ["a"]);

    let (late, below) = odds(Odds { late: 1_000, ..Odds::NONE });
    let mut told = late.tail(&opening).unwrap();
    assert!(matches!(late.append(&opening, 0, vec![entry("a")]).await, Err(AppendError::Fault(_))));
    told.beyond(0).await;
    let (unheard, faster) =
        tokio::join!(late.append(&opening, 1, vec![entry("b")]), below.append(&opening, 1, vec![entry("c")]));
    assert!(matches!(unheard, Err(AppendError::Fault(_))));
    assert_eq!(faster, Ok(2));
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(texts(&below, &opening).await, ["a", "c"]);
    assert_eq!(late.fired(), Fired { late: 2, late_stored: 1, late_overtaken: 1, ..Fired::default() });
}

#[tokio::test(start_paused = true)]
async fn what_is_not_told_of_a_stream_is_found_out_a_little_later() {
    let below = Memory::new();
    let odds = Odds { untold: 1_000, slow: 1_000, ..Odds::NONE };
    let (log, opening) = (Faulty::new(Arc::new(below.clone()), 1, odds), stream("opening"));
    let mut tail = log.tail(&opening).unwrap();
    let began = Instant::now();
    below.append(&opening, 0, vec![entry("a")]).await.unwrap();
    tail.beyond(0).await;
    assert!(!began.elapsed().is_zero());
    assert_eq!(log.read(&opening, 0, 10).await.unwrap().len(), 1);
    let Fired { slow, untold, .. } = log.fired();
    assert_eq!((slow, untold), (1, 1));
}
