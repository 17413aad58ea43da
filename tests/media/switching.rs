//! Switching: by choice of channel and by plan, without a gap in the numbers and without two sources at once.

use std::time::Duration;

use crate::client::{Heard, words};
use crate::hall::{Hall, INTERPRETATION, TURN, hearing, person, plan, session, within};

/// One unbroken stream: each number follows the last, time grows, and each word begins with a marker.
fn assert_seamless(heard: &[Heard]) {
    assert!(heard.len() > 20, "{} frames", heard.len());
    for pair in heard.windows(2) {
        assert_eq!(pair[1].sequence, pair[0].sequence + 1, "{pair:?}");
        let grown = pair[1].timestamp.wrapping_sub(pair[0].timestamp);
        assert!(grown > 0 && grown < 48_000 * 2, "time grows steadily: {pair:?}");
        assert_eq!(pair[1].marker, pair[0].word != pair[1].word, "a switch is marked: {pair:?}");
    }
}

#[tokio::test]
async fn a_handover_of_two_interpreters_is_seamless() {
    within(async {
        let hall = Hall::open().await;
        let (_amal, _omar) = (hall.speaker("amal").await, hall.speaker("omar").await);
        hall.plan(plan(None, &[], &[("en", "amal")]));
        let mut egypt = hall.listener("egypt", "en").await;
        egypt.hears(INTERPRETATION, "amal").await;
        let mut heard = egypt.take(30).await;
        hall.plan(plan(None, &[], &[("en", "omar")]));
        heard.extend(egypt.take(60).await);
        hall.plan(plan(None, &[], &[("en", "amal")]));
        heard.extend(egypt.take(60).await);
        assert_eq!(words(&heard, INTERPRETATION), ["amal", "omar", "amal"], "one at a time");
        assert_seamless(&heard);
        let gaps = heard.windows(2).map(|pair| pair[1].at - pair[0].at);
        let longest = gaps.max().unwrap();
        assert!(longest < Duration::from_millis(200), "silent for {longest:?}");
    })
    .await;
}

#[tokio::test]
async fn a_listener_changes_channel_without_renegotiating() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal"), ("fr", "luc"), ("ar", "floor")]));
        let _speakers =
            [hall.speaker("iraq").await, hall.speaker("amal").await, hall.speaker("luc").await];
        let mut egypt = hall.listener("egypt", "en").await;
        egypt.hears(INTERPRETATION, "amal").await;
        let mut heard = egypt.take(30).await;
        hall.media.hearing(&session(), &person("egypt"), hearing("fr"));
        heard.extend(egypt.take(60).await);
        assert_eq!(words(&heard, INTERPRETATION), ["amal", "luc"]);
        assert_seamless(&heard);

        hall.media.hearing(&session(), &person("egypt"), hearing("ar"));
        egypt.hears(TURN, "iraq").await;
        assert!(egypt.take(20).await.iter().all(|one| one.slot == TURN), "the floor alone");
        // Another person's choice is not theirs.
        hall.media.hearing(&session(), &person("jordan"), hearing("en"));
        assert!(egypt.take(20).await.iter().all(|one| one.slot == TURN));

        // Back again: what went on meanwhile is no loss.
        hall.media.hearing(&session(), &person("egypt"), hearing("fr"));
        let back = egypt.hears(INTERPRETATION, "luc").await;
        let last = heard.last().unwrap();
        assert!(back.sequence > last.sequence);
        assert!(back.timestamp.wrapping_sub(last.timestamp) < 48_000 * 60);
    })
    .await;
}

#[tokio::test]
async fn a_plan_moves_a_channel_between_floor_and_interpretation() {
    within(async {
        let hall = Hall::open().await;
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await];
        hall.plan(plan(Some("iraq"), &[], &[("en", "floor")]));
        let mut egypt = hall.listener("egypt", "en").await;
        egypt.hears(TURN, "iraq").await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        egypt.hears(INTERPRETATION, "amal").await;
        assert!(egypt.take(20).await.iter().all(|one| one.slot == INTERPRETATION), "the floor is left");
        hall.plan(plan(Some("iraq"), &[], &[("en", "floor")]));
        egypt.hears(TURN, "iraq").await;
        assert!(egypt.take(20).await.iter().all(|one| one.slot == TURN));
    })
    .await;
}
