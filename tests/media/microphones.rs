//! What is told about microphones and paths.

use std::time::{Duration, Instant};

use plenary::media::{Purpose, Report};

use crate::client::publisher;
use crate::hall::{Hall, TURN, person, plan, session, within};
use crate::path::Over;

#[tokio::test]
async fn a_microphone_is_connected_with_its_first_frame_and_lost_when_its_page_dies() {
    within(async {
        let mut hall = Hall::open().await;
        let iraq = publisher(&hall.media, Over::Udp, &hall.seat("iraq")).await;
        hall.until(|tally| tally.connected == 1).await;
        assert!(hall.reports.try_recv().is_err(), "a path alone is no microphone");
        iraq.say("iraq");
        let (session, person) = (session(), person("iraq"));
        assert_eq!(
            hall.report().await,
            Report::MicrophoneConnected { session: session.clone(), person: person.clone() }
        );
        drop(iraq);
        let since = Instant::now();
        assert_eq!(hall.report().await, Report::MicrophoneLost { session, person });
        assert!(since.elapsed() > Duration::from_millis(1_500), "a short gap is no loss");
        assert_eq!(hall.tally().await.microphones, 0);
    })
    .await;
}

#[tokio::test]
async fn a_path_that_the_client_ends_takes_the_microphone_along_at_once() {
    within(async {
        let mut hall = Hall::open().await;
        let seat = hall.seat("iraq");
        let iraq = publisher(&hall.media, Over::Udp, &seat).await;
        iraq.say("iraq");
        hall.connected("iraq").await;
        hall.media.end(seat.connection, Some(Purpose::Publish));
        hall.lost("iraq").await;
        hall.until(|tally| tally.peers == 0 && tally.addresses == 0).await;
        assert!(hall.reports.try_recv().is_err(), "who ends a path need not be told");
    })
    .await;
}

#[tokio::test]
async fn a_tcp_connection_that_breaks_is_a_lost_path() {
    within(async {
        let mut hall = Hall::open().await;
        let seat = hall.seat("iraq");
        let iraq = publisher(&hall.media, Over::Tcp, &seat).await;
        iraq.say("iraq");
        hall.connected("iraq").await;
        drop(iraq);
        hall.lost("iraq").await;
        let lost = Report::PathLost { connection: seat.connection, purpose: Purpose::Publish };
        assert_eq!(hall.report().await, lost);
        hall.until(|tally| tally.peers == 0 && tally.addresses == 0).await;
    })
    .await;
}

#[tokio::test]
async fn a_new_offer_of_a_page_goes_on_with_its_microphone() {
    within(async {
        let mut hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[]));
        let mut egypt = hall.listener("egypt", "floor").await;
        let seat = hall.seat("iraq");
        let first = publisher(&hall.media, Over::Udp, &seat).await;
        first.say("first");
        hall.connected("iraq").await;
        egypt.hears(TURN, "first").await;
        let second = publisher(&hall.media, Over::Tcp, &seat).await;
        second.say("second");
        egypt.hears(TURN, "second").await;
        assert!(egypt.take(20).await.iter().all(|one| one.word == "second"));
        assert_eq!(hall.tally().await.peers, 2, "the speaker's new path and the listener");
        assert!(hall.reports.try_recv().is_err(), "nothing was lost");
    })
    .await;
}

#[tokio::test]
async fn of_two_pages_the_newer_is_the_microphone_and_the_older_steps_in() {
    within(async {
        let mut hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[]));
        let mut egypt = hall.listener("egypt", "floor").await;
        let older = publisher(&hall.media, Over::Udp, &hall.seat("iraq")).await;
        older.say("older");
        egypt.hears(TURN, "older").await;
        let newer = publisher(&hall.media, Over::Udp, &hall.seat("iraq")).await;
        newer.say("newer");
        egypt.hears(TURN, "newer").await;
        assert!(egypt.take(30).await.iter().all(|one| one.word == "newer"), "one at a time");
        hall.connected("iraq").await;
        drop(newer);
        egypt.hears(TURN, "older").await;
    })
    .await;
}

#[tokio::test]
async fn stopping_says_good_bye() {
    within(async {
        let mut hall = Hall::open().await;
        let mut egypt = hall.listener("egypt", "floor").await;
        let mut tap = hall.media.tap(&session(), &crate::hall::channel("floor"));
        hall.media.stop();
        egypt.closed().await;
        assert!(tap.next().await.is_none(), "taps end");
        assert!(hall.media.tally().await.is_none());
        while hall.reports.recv().await.is_some() {}
    })
    .await;
}
