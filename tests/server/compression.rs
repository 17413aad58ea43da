//! Messages compressed for those who ask for it: they see what all others see, in fewer bytes.

use serde_json::{Value, json};

use crate::client::{chat, key};
use crate::entering::Pass;
use crate::process::{Hall, Server};
use crate::raw::{COMPRESSED, CONTINUATION, FIN, Raw, TEXT, deflated, frame, handshake, shake};
use crate::store::Store;

const OFFER: (&str, &str) = ("sec-websocket-extensions", "permessage-deflate; client_max_window_bits");

/// Shakes hands with an offer or without one, joins, and takes in the view.
async fn joined(server: &Server, pass: &Pass, offer: Option<(&str, &str)>) -> (Raw, Store) {
    let host = server.address.to_string();
    let mut headers = handshake(&host, &pass.cookie);
    headers.extend(offer);
    let (answer, mut raw) = shake(server.address, &format!("{}ws/opening", pass.home), &headers).await;
    assert_eq!(answer.status, 101, "{answer:?}");
    let taken =
        offer.map_or("", |_| "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
    assert_eq!(answer.header("sec-websocket-extensions"), taken);
    raw.send(&frame(FIN | TEXT, br#"{"type":"join"}"#)).await;
    let mut store = Store::default();
    loop {
        let message = raw.message().await;
        store.take(&message);
        if message["scope"] == "everyone" {
            return (raw, store);
        }
    }
}

fn command(text: &str) -> String {
    json!({"type": "command", "key": key(), "command": chat(text)}).to_string()
}

async fn answer(raw: &mut Raw) -> Value {
    loop {
        let message = raw.message().await;
        if message["type"] == "ack" || message["type"] == "refused" {
            return message;
        }
    }
}

#[tokio::test]
async fn whoever_asks_for_compression_sees_what_all_others_see_in_fewer_bytes() {
    let hall = Hall::new();
    let server = hall.open();
    let (mine, other) = (hall.pass(&server, "cedar-1").await, hall.pass(&server, "olive-1").await);
    let (mut plain, mut store) = joined(&server, &other, None).await;
    let (mut raw, mut compressed) = joined(&server, &mine, Some(OFFER)).await;
    assert!(raw.read_bytes * 3 < plain.read_bytes * 2, "{} of {} bytes", raw.read_bytes, plain.read_bytes);
    let said = "the same for all".repeat(20);
    plain.send(&frame(FIN | TEXT, command(&said).as_bytes())).await;
    for (raw, store) in [(&mut plain, &mut store), (&mut raw, &mut compressed)] {
        while !store.texts().contains(&said) {
            store.take(&raw.message().await);
        }
    }
    let everyone = |store: &Store| store.held["everyone"].clone();
    assert_eq!(everyone(&store), everyone(&compressed));
}

#[tokio::test]
async fn what_a_client_sends_compressed_is_taken_whole_or_in_parts_and_plain_messages_too() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let (mut raw, _) = joined(&server, &pass, Some(OFFER)).await;
    let whole = deflated(command("whole").as_bytes());
    raw.send(&frame(FIN | COMPRESSED | TEXT, &whole)).await;
    assert_eq!(answer(&mut raw).await["type"], "ack");
    let parts = deflated(command("in parts").as_bytes());
    let (first, rest) = parts.split_at(20);
    raw.send(&frame(COMPRESSED | TEXT, first)).await;
    raw.send(&frame(FIN | CONTINUATION, rest)).await;
    assert_eq!(answer(&mut raw).await["type"], "ack");
    raw.send(&frame(FIN | TEXT, command("plain").as_bytes())).await;
    assert_eq!(answer(&mut raw).await["type"], "ack");
}

#[tokio::test]
async fn what_swells_beyond_a_message_is_refused_as_any_that_is_too_long() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let long = command(&"a".repeat(plenary::wire::CLIENT_MESSAGE_BYTES_MAX));
    let small = deflated(long.as_bytes());
    assert!(small.len() < 1_000);
    let mut told = Vec::new();
    for (offer, first, payload) in
        [(None, FIN | TEXT, long.as_bytes()), (Some(OFFER), FIN | COMPRESSED | TEXT, &small[..])]
    {
        let (mut raw, _) = joined(&server, &pass, offer).await;
        raw.try_send(&frame(first, payload)).await;
        let refused = raw.until("refused").await;
        told.push((refused["reason"].clone(), raw.end().await));
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn what_is_no_compressed_message_ends_the_connection_with_a_protocol_error() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let whole = deflated(command("no").as_bytes());
    for (offer, bytes) in [
        (Some(OFFER), frame(FIN | COMPRESSED | TEXT, b"no stream")),
        (Some(OFFER), [frame(COMPRESSED | TEXT, &whole[..9]), frame(FIN | TEXT, b"{}")].concat()),
        // Nobody asked for it.
        (None, frame(FIN | COMPRESSED | TEXT, &whole)),
    ] {
        let (mut raw, _) = joined(&server, &pass, offer).await;
        raw.send(&bytes).await;
        assert_eq!(raw.end().await, 1002);
    }
}
