//! Switching: by choice of channel and by plan, without a gap in the numbers and without two sources at once.

use std::time::Duration;

use crate::client::{Heard, assert_one_stream, words};
use crate::hall::{Hall, INTERPRETATION, TURN, hearing, person, plan, session, within};

/// The longest time between two frames, at switches and elsewhere.
fn longest_gaps(heard: &[Heard]) -> (Duration, Duration) {
    let mut longest = (Duration::ZERO, Duration::ZERO);
    for pair in heard.windows(2) {
        let one = if pair[0].word == pair[1].word { &mut longest.1 } else { &mut longest.0 };
        *one = (*one).max(pair[1].at - pair[0].at);
    }
    longest
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
        assert_one_stream(&heard);
        // Not longer than what else this machine holds up.
        let (at_switches, elsewhere) = longest_gaps(&heard);
        assert!(at_switches < elsewhere + Duration::from_millis(100), "{at_switches:?}, {elsewhere:?}");
    })
    .await;
}

#[tokio::test]
async fn a_listener_changes_channel_without_renegotiating() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal"), ("fr", "luc"), ("ar", "floor")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await, hall.speaker("luc").await];
        let mut egypt = hall.listener("egypt", "en").await;
        egypt.hears(INTERPRETATION, "amal").await;
        let mut heard = egypt.take(30).await;
        hall.media.hearing(&session(), &person("egypt"), hearing("fr"));
        heard.extend(egypt.take(60).await);
        assert_eq!(words(&heard, INTERPRETATION), ["amal", "luc"]);
        assert_one_stream(&heard);

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
