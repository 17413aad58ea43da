//! Stopping in order, and who is present after a restart.

use std::time::Instant;

use std::sync::Arc;

use plenary::log::{Log, Sqlite, Stream};
use plenary::meeting::event::Recorded;
use plenary::room::stored;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, chat, fresh_view, key};
use crate::process::Hall;

/// The log of the session `opening`, as the kinds of its events and the events themselves.
async fn logged(hall: &Hall) -> Vec<(String, Value)> {
    let log: Arc<dyn Log> = Arc::new(Sqlite::open(hall.data()).unwrap());
    let entries = log.read(&Stream::new("session/opening").unwrap(), 0, usize::MAX).await.unwrap();
    let mut events = Vec::new();
    for entry in entries {
        let recorded: Recorded = stored::decode(&log, &entry).await.unwrap();
        events.push((entry.kind, serde_json::to_value(&recorded.event).unwrap()));
    }
    log.close().await;
    events
}

#[tokio::test]
async fn everybody_is_told_to_come_back_and_all_is_stored() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let mut chair = hall.join(&server, "chair").await;
    alice.say("before the stop").await;
    server.terminate();
    for client in [&mut alice, &mut chair] {
        let (goodbye, code) = client.end().await;
        assert_eq!((&goodbye["type"], &goodbye["why"]), (&json!("goodbye"), &json!("server_stops")));
        assert!(goodbye["retry_after_ms"].as_u64().is_some_and(|wait_ms| wait_ms <= 10_000), "{goodbye}");
        assert_eq!(code, Some(CloseCode::Restart));
    }
    drop((alice, chair));
    let (status, said) = server.ended();
    assert!(status.success(), "{status}: {said:#?}");
    let texts = logged(&hall).await.into_iter().filter(|(kind, _)| kind == "message_sent");
    let texts: Vec<Value> = texts.map(|(_, event)| event["message"]["text"].clone()).collect();
    assert_eq!(texts, ["before the stop"]);
}

#[tokio::test]
async fn a_goodbye_reaches_those_who_are_sending() {
    let hall = Hall::new();
    let server = hall.open();
    let mut busy = hall.join(&server, "cedar-1").await;
    // Sent and not yet read by the server when it is asked to stop.
    for number in 0..30 {
        let command = chat(&format!("message {number}"));
        busy.send(&json!({"type": "command", "key": key(), "command": command})).await;
    }
    server.terminate();
    let (goodbye, code) = busy.end().await;
    assert_eq!((&goodbye["why"], code), (&json!("server_stops"), Some(CloseCode::Restart)));
    drop(busy);
    assert!(server.ended().0.success());
}

#[tokio::test]
async fn those_who_never_joined_are_told_too() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut silent = Client::connected(server.address, &pass).await.unwrap();
    server.terminate();
    let (goodbye, code) = silent.end().await;
    assert_eq!((&goodbye["why"], code), (&json!("server_stops"), Some(CloseCode::Restart)));
    drop(silent);
    assert!(server.ended().0.success());
}

#[tokio::test]
async fn connections_without_a_call_do_not_hold_the_server_up() {
    let hall = Hall::new();
    let server = hall.open();
    // As browsers keep them: one that never called, and one that did.
    let _unused = TcpStream::connect(server.address).await.unwrap();
    let mut kept = TcpStream::connect(server.address).await.unwrap();
    kept.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    kept.readable().await.unwrap();
    let asked = Instant::now();
    server.stop();
    assert!(asked.elapsed().as_secs() < 4, "{:?}", asked.elapsed());
}

#[tokio::test]
async fn who_comes_back_in_time_has_not_left() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    alice.say("here").await;
    alice.until_said("here").await;
    let held = alice.store.clone();
    drop(alice);
    server.stop();

    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut alice = Client::joined(server.address, &pass, Some(held.clone())).await;
    alice.say("back").await;
    alice.until_said("back").await;
    assert_eq!(alice.store.get("attendance/attendance"), &held.held["everyone"]["attendance/attendance"]);
    assert_eq!(alice.store.held, fresh_view(server.address, &pass).await);
    drop(alice);
    server.stop();
    let log = logged(&hall).await;
    let kinds: Vec<&str> = log.iter().map(|(kind, _)| kind.as_str()).collect();
    // They came a second time, to another node: a server that is started again is one. They have not left.
    assert_eq!(
        kinds,
        ["session_convened", "person_arrived", "message_sent", "person_arrived", "message_sent"]
    );
}
