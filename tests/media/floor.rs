//! The floor: who speaks in it is heard, over UDP and TCP, and who does not is not.

use std::time::Duration;

use crate::client::{assert_one_stream, listener, publisher, words};
use crate::hall::{Hall, INTERPRETATION, PODIUM, TURN, hearing, plan, within};
use crate::path::Over;

async fn a_speaker_is_heard_over(microphone: Over, ears: Over) {
    let mut hall = Hall::open().await;
    hall.plan(plan(Some("iraq"), &[], &[]));
    let iraq = publisher(&hall.media, microphone, &hall.seat("iraq")).await;
    let mut egypt = listener(&hall.media, ears, &hall.seat("egypt"), 4, hearing("floor")).await;
    iraq.say("iraq");
    hall.connected("iraq").await;
    let heard = egypt.take(60).await;
    assert_eq!(words(&heard, TURN), ["iraq"]);
    assert!(heard.iter().all(|one| one.slot == TURN));
    assert!(heard[0].marker, "a stretch begins");
    assert_one_stream(&heard);
}

#[tokio::test]
async fn a_speaker_is_heard_over_udp() {
    within(a_speaker_is_heard_over(Over::Udp, Over::Udp)).await;
}

#[tokio::test]
async fn a_speaker_is_heard_over_tcp() {
    within(a_speaker_is_heard_over(Over::Tcp, Over::Tcp)).await;
}

#[tokio::test]
async fn udp_and_tcp_hear_each_other() {
    within(a_speaker_is_heard_over(Over::Tcp, Over::Udp)).await;
    within(a_speaker_is_heard_over(Over::Udp, Over::Tcp)).await;
}

#[tokio::test]
async fn who_is_not_in_the_plan_is_heard_nowhere() {
    within(async {
        let mut hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        let (_iraq, _amal) = (hall.speaker("iraq").await, hall.speaker("amal").await);
        let _egypt = hall.speaker("egypt").await;
        hall.connected("egypt").await;
        let mut floor = hall.listener("jordan", "floor").await;
        let mut english = hall.listener("unicef", "en").await;
        floor.hears(TURN, "iraq").await;
        english.hears(INTERPRETATION, "amal").await;
        hall.frames(150).await;
        let heard: Vec<_> = floor.so_far().into_iter().chain(english.so_far()).collect();
        assert!(heard.len() > 50);
        assert!(heard.iter().all(|one| one.word != "egypt"), "egypt is not in the plan");
        // Once out of the plan, at once unheard: what comes later is somebody else's.
        hall.plan(plan(Some("egypt"), &[], &[("en", "silence")]));
        floor.hears(TURN, "egypt").await;
        assert!(floor.take(30).await.iter().all(|one| one.word == "egypt"));
        english.so_far();
        hall.frames(60).await;
        assert!(english.so_far().is_empty(), "a silent channel is silent");
    })
    .await;
}

#[tokio::test]
async fn nobody_hears_themselves() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &["chair"], &[]));
        let (_iraq, _chair) = (hall.speaker("iraq").await, hall.speaker("chair").await);
        let mut iraq = hall.listener("iraq", "floor").await;
        iraq.hears(PODIUM[0], "chair").await;
        hall.frames(60).await;
        assert!(iraq.so_far().iter().all(|one| one.word == "chair"));
    })
    .await;
}

#[tokio::test]
async fn the_loudest_of_the_podium_have_the_other_lanes() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &["chair", "expert", "host"], &[]));
        let iraq = hall.speaker("iraq").await;
        let mut egypt = hall.listener("egypt", "floor").await;
        iraq.say_at("iraq", -60);
        // Lanes go to whoever is heard first, so one comes after the other.
        let chair = hall.speaker("chair").await;
        let first = egypt.hears(PODIUM[0], "chair").await.at;
        let expert = hall.speaker("expert").await;
        egypt.hears(PODIUM[1], "expert").await;
        let host = hall.speaker("host").await;
        host.say_at("host", -80);
        hall.frames(100).await;
        assert!(
            egypt.so_far().iter().all(|one| one.word != "host"),
            "there are two lanes, and two are louder"
        );

        // The expert is done and the host begins: the lane changes hands, though not at once.
        expert.say_at("expert", -90);
        host.say_at("host", -20);
        let changed = egypt.hears(PODIUM[1], "host").await;
        assert!(changed.marker && changed.at - first > Duration::from_millis(500));
        let heard = egypt.take(120).await;
        assert_eq!(words(&heard, TURN), ["iraq"]);
        assert_eq!((words(&heard, PODIUM[0]), words(&heard, PODIUM[1])), (vec!["chair"], vec!["host"]));
        drop(chair);
    })
    .await;
}

#[tokio::test]
async fn sound_that_was_held_up_is_dropped() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("robot"), &[], &[]));
        let mut egypt = hall.listener("egypt", "floor").await;
        let seat = hall.seat("robot");
        let say = |word: &str, sequence: u64, age: Duration| {
            let frame = plenary::media::Frame {
                source: 1,
                sequence,
                timestamp: sequence * 960,
                at: std::time::Instant::now().checked_sub(age).unwrap(),
                level_dbov: None,
                payload: word.as_bytes().into(),
            };
            let (session, person) = (crate::hall::session(), crate::hall::person("robot"));
            hall.media.publish(seat.connection, &session, &person, frame);
        };
        say("late", 1, Duration::from_millis(250));
        say("fresh", 2, Duration::ZERO);
        let heard = egypt.next().await;
        assert_eq!((heard.slot, heard.word.as_str()), (TURN, "fresh"));
        assert!(hall.tally().await.dropped >= 1);
    })
    .await;
}
