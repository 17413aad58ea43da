//! A session that does not go on, on a disk that hangs: whoever runs the server is told, and so is whoever commands.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use plenary::alarm::BEAT;
use plenary::meeting::command::Command;
use plenary::room::Answer;

use crate::client::{chat, key};
use crate::http::{self, get};
use crate::within::Within;

async fn is_ready(server: &Within) -> http::Answer {
    get(server.address, "/ready", &[]).await
}

/// Lets time go by in steps in which whatever lives shows that it does.
async fn go_by(time: Duration) {
    tokio::time::pause();
    for _ in 0..=time.as_secs() / BEAT.as_secs() {
        tokio::time::advance(BEAT).await;
        tokio::task::yield_now().await;
    }
    tokio::time::resume();
}

#[tokio::test]
async fn a_session_that_stands_still_is_told_until_it_goes_on() {
    let server = Within::open().await;
    go_by(Duration::from_secs(60)).await;
    assert_eq!(is_ready(&server).await.status, 200, "all sessions live, though nothing happens in them");

    server.log.stall(true);
    let room = server.room();
    room.connected("chair".parse().unwrap()).await;
    go_by(Duration::from_secs(20)).await;
    let told = is_ready(&server).await;
    assert_eq!((told.status, told.body.contains("session opening")), (503, true), "{told:?}");

    server.log.stall(false);
    assert!(room.look().await.is_some(), "the room has gone on");
    assert_eq!(is_ready(&server).await.status, 200);
    server.stop().await;
}

#[tokio::test]
async fn a_log_that_stores_nothing_is_told_though_every_session_lives() {
    let server = Within::open().await;
    server.log.stall(true);
    let told = is_ready(&server).await;
    assert_eq!((told.status, told.body.contains("has stored nothing")), (503, true), "{told:?}");
    assert_eq!(get(server.address, "/health", &[]).await.status, 200, "the process answers all the same");

    server.log.stall(false);
    assert_eq!(is_ready(&server).await.status, 200);
    server.stop().await;
}

#[tokio::test]
async fn whoever_commands_what_cannot_even_wait_is_told_that_it_is_busy() {
    let server = Within::open().await;
    let mut alice = server.join("cedar-1").await;
    server.log.stall(true);
    let room = server.room();
    let said: Command = serde_json::from_value(chat("hello")).unwrap();
    let command = || Box::pin(room.command("chair".parse().unwrap(), key(), said.clone()));
    let mut waiting: FuturesUnordered<_> = std::iter::repeat_with(command).take(10_000).collect();
    // The room takes some of those that wait in hand, once, and makes room for as many more.
    for _ in 0..2 {
        assert_eq!(waiting.next().await, Some(Answer::Busy), "nothing else is answered while the log hangs");
        tokio::task::yield_now().await;
    }
    assert_eq!(alice.refused(&chat("and I?")).await["code"], "busy");
    server.log.stall(false);
    let left = waiting.filter(|answer| std::future::ready(*answer != Answer::Busy)).count().await;
    assert!(left >= 4_096, "what had its place is attended to: {left}");
    alice.done(&chat("and now?")).await;
}
