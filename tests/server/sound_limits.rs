//! The WebSocket of sound at its bounds: who gets none, what is refused, who is slow, how it ends.

use serde_json::json;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::tampered;
use crate::http::get;
use crate::keeping_up::narrow;
use crate::process::Hall;
use crate::raw::{handshake, shake};
use crate::sound::Scene;
use crate::sound_client::{Ears, Voice, frame, number};

#[tokio::test]
async fn what_is_no_handshake_of_this_protocol_gets_no_sound() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let observer = hall.pass(&server, "observer-2").await;
    let host = server.address.to_string();
    let asked = |pass: &crate::entering::Pass, session: &str, changed: (&'static str, String)| {
        let (path, cookie) = (format!("{}sound/{session}", pass.home), pass.cookie.clone());
        let (host, address) = (host.clone(), server.address);
        async move {
            let mut headers = handshake(&host, &cookie);
            headers.retain(|(name, _)| *name != "sec-websocket-protocol" && *name != changed.0);
            headers.push(("sec-websocket-protocol", "plenary.sound.v1"));
            headers.retain(|(name, _)| *name != changed.0);
            headers.push((changed.0, &changed.1));
            let (answer, _) = shake(address, &path, &headers).await;
            (answer.status, answer.header("sec-websocket-protocol").to_owned())
        }
    };
    let same = ("x-nothing", String::new());
    assert_eq!(asked(&pass, "opening", same.clone()).await, (101, "plenary.sound.v1".to_owned()));
    for (changed, status) in [
        (("sec-websocket-protocol", "plenary.v1".to_owned()), 400),
        (("origin", "https://example.org".to_owned()), 403),
        (("cookie", tampered(&pass.cookie)), 401),
    ] {
        assert_eq!(asked(&pass, "opening", changed).await.0, status);
    }
    assert_eq!(asked(&observer, "closing", same.clone()).await.0, 403);
    assert_eq!(asked(&pass, "none", same).await.0, 403);
    let plain =
        get(server.address, &format!("{}sound/opening", pass.home), &[("cookie", &pass.cookie)]).await;
    assert_eq!((plain.status, plain.code().as_str()), (400, "malformed"));
}

#[tokio::test]
async fn what_is_no_message_of_sound_ends_the_socket_with_a_code() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let observer = hall.pass(&server, "observer-1").await;
    let cases = [
        (&pass, Message::binary(vec![0; 1_288]), CloseCode::Size),
        (&pass, Message::text("a".repeat(1_288)), CloseCode::Size),
        (&pass, Message::binary(vec![0; 12]), CloseCode::Invalid),
        (&pass, Message::binary(vec![]), CloseCode::Invalid),
        (&pass, Message::binary(vec![1; 40]), CloseCode::Invalid),
        (&pass, Message::text(""), CloseCode::Invalid),
        (&pass, Message::text("{}"), CloseCode::Invalid),
        (&pass, Message::text(json!({"type": "hear", "listen": true}).to_string()), CloseCode::Invalid),
        (&pass, Message::text(json!({"type": "join"}).to_string()), CloseCode::Invalid),
        (
            &pass,
            Message::text(json!({"type": "hear", "listen": true, "original": true, "more": 1}).to_string()),
            CloseCode::Invalid,
        ),
        (&observer, frame(1, "I have no microphone"), CloseCode::Policy),
    ];
    for (pass, message, code) in cases {
        let mut ears = Ears::open(server.address, pass).await.unwrap();
        ears.send(message.clone()).await;
        assert_eq!(ears.end().await, Some(code), "{message:?}");
    }
    // The largest there may be, on the other hand, is taken.
    let mut ears = Ears::open(server.address, &pass).await.unwrap();
    ears.send(frame(1, &"a".repeat(1_274))).await;
    ears.hear(true, false).await;
    server.terminate();
    assert_eq!(ears.end().await, Some(CloseCode::Restart));
    assert!(server.ended().0.success());
}

#[tokio::test]
async fn frames_in_a_flood_are_dropped_and_one_who_goes_on_is_sent_away() {
    let mut scene = Scene::set().await;
    scene.give_floor().await;
    let mut bob = scene.listening("olive-1").await;
    let pass = scene.pass("cedar-1").await;
    let mut flood = Ears::open(scene.at(), &pass).await.unwrap();
    for number in 0..300 {
        flood.send(frame(number, &format!("alice {number}"))).await;
    }
    drop(flood);
    let alice = Voice::open(scene.at(), &pass, "later").await;
    let mut heard = 0;
    while !bob.next().await.word.starts_with("later") {
        heard += 1;
    }
    // A burst, and what was gained while it came in.
    assert!((1..200).contains(&heard), "{heard} of 300 frames were heard");
    drop(alice);

    let mut flood = Ears::open(scene.at(), &pass).await.unwrap();
    for number in 0..2_000 {
        // It may be sent away before it has sent all.
        flood.try_send(frame(number, "on and on")).await;
    }
    assert!(matches!(flood.end().await, Some(CloseCode::Policy) | None));
}

#[tokio::test]
async fn one_who_wishes_too_often_is_sent_away() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut ears = Ears::open(server.address, &pass).await.unwrap();
    for _ in 0..60 {
        ears.hear(true, false).await;
    }
    assert_eq!(ears.end().await, Some(CloseCode::Policy));
}

#[tokio::test]
async fn one_who_does_not_read_loses_sound_and_delays_nobody() {
    let mut scene = Scene::set().await;
    scene.give_floor().await;
    let observer = scene.pass("observer-1").await;
    let mut slow = Ears::over(narrow(scene.at()).await, scene.at(), &observer).await.unwrap();
    slow.hear(true, false).await;
    let mut bob = scene.listening("olive-1").await;
    let alice = Voice::padded(scene.at(), &scene.pass("cedar-1").await, "alice", 1_000).await;
    slow.until(1, "alice").await;
    let first = number(&bob.until(1, "alice").await);
    // Three seconds in which nobody reads `slow`.
    for next in first + 1..first + 150 {
        assert_eq!(number(&bob.next().await), next, "nobody else misses a frame");
    }
    let now = alice.said();
    let mut late = Vec::new();
    loop {
        let heard = number(&slow.next().await);
        if heard >= now {
            break;
        }
        late.push(heard);
    }
    // What waited in sockets before it was full, and what was fresh when it was read.
    let fresh = late.iter().filter(|one| **one + 15 >= now).count();
    assert!(late.len() < 100, "{} frames of 150 were sent late", late.len());
    assert!(fresh <= 15, "{fresh}");
    for _ in 0..20 {
        slow.next().await;
    }
}

#[tokio::test]
async fn sockets_of_sound_take_places_among_a_persons_connections() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut oldest = Ears::open(server.address, &pass).await.unwrap();
    oldest.hear(true, false).await;
    let mut clients = Vec::new();
    for _ in 0..7 {
        clients.push(Client::joined(server.address, &pass, None).await);
    }
    clients[0].say("eight stand").await;
    let mut ears = Ears::open(server.address, &pass).await.unwrap();
    assert_eq!(oldest.end().await, Some(CloseCode::Normal));
    clients[0].say("still").await;
    let second = Ears::open(server.address, &pass).await.unwrap();
    let (goodbye, _) = clients[0].end().await;
    assert_eq!(goodbye["why"], "replaced");
    // One that has gone gives its place back.
    drop(second);
    ears.hear(true, false).await;
    clients[1].say("and the rest stand").await;
}
