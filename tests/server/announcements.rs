//! What is announced to the whole conference, over real sockets: in the sessions and the lobby, and after a restart.

use serde_json::{Value, json};

use crate::client::Client;
use crate::lobby;
use crate::process::{Hall, Server};
use crate::store::Store;

/// What a client holds of an announcement to all that stands, in a session or in the lobby.
fn standing(store: &Store) -> Option<Value> {
    let all = store.held.values().flat_map(|scope| scope.values());
    let mut of_all = all.filter(|entity| match entity["type"].as_str() {
        Some("announcement") => entity["of_conference"] == true && entity["ended_at_ms"].is_null(),
        Some("conference_announcement") => true,
        _ => false,
    });
    let found = of_all.next().cloned();
    assert_eq!(of_all.next(), None, "one stands at a time");
    found
}

fn reads(store: &Store, text: &str) -> bool {
    standing(store).is_some_and(|one| one["text"]["en"] == text)
}

async fn in_session(hall: &Hall, server: &Server, person: &str, session: &str) -> Client {
    Client::joined_in(server.address, &hall.pass(server, person).await, session).await
}

async fn in_lobby(hall: &Hall, server: &Server, person: &str) -> Client {
    Client::joined_in_lobby(server.address, &hall.pass(server, person).await, None).await
}

#[tokio::test]
async fn what_is_announced_once_is_read_in_all_sessions_and_the_lobby_until_it_is_taken_down() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let mut opening = in_session(&hall, &server, "cedar-1", "opening").await;
    let mut closing = in_session(&hall, &server, "olive-1", "closing").await;
    let mut lobby = in_lobby(&hall, &server, "observer-1").await;
    desk.done(&json!({"type": "announce_to_conference", "text": {"en": "The buses leave at 18:30"}})).await;
    for client in [&mut opening, &mut closing, &mut lobby] {
        client.until_held(|store| reads(store, "The buses leave at 18:30")).await;
    }
    let announcement = standing(&lobby.store).unwrap()["id"].clone();
    assert_eq!(standing(&opening.store).unwrap()["id"], announcement);

    // No desk of one session takes it down, and nobody but the secretariat announces.
    let mut chair = hall.join(&server, "chair").await;
    let take_down = json!({"type": "take_down_announcement", "announcement": announcement});
    assert_eq!(chair.refused(&take_down).await["code"], "of_conference");
    let announce = json!({"type": "announce_to_conference", "text": {"en": "Order"}});
    assert_eq!(chair.refused(&announce).await["code"], "not_allowed");
    server.kill();

    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let mut opening = in_session(&hall, &server, "cedar-1", "opening").await;
    let mut closing = in_session(&hall, &server, "olive-1", "closing").await;
    let mut lobby = in_lobby(&hall, &server, "observer-1").await;
    for client in [&mut opening, &mut closing, &mut lobby] {
        client.until_held(|store| reads(store, "The buses leave at 18:30")).await;
    }
    // A page that has not opened its socket yet draws it too.
    let drawn = lobby::read(&server, &hall.pass(&server, "cedar-1").await).await;
    assert!(reads(&drawn, "The buses leave at 18:30"));

    let take_down = json!({"type": "take_down_conference_announcement", "announcement": announcement});
    desk.done(&take_down).await;
    for client in [&mut opening, &mut closing, &mut lobby] {
        client.until_held(|store| standing(store).is_none()).await;
    }
    assert_eq!(desk.refused(&take_down).await["code"], "unchanged");
    server.stop();
}

#[tokio::test]
async fn a_session_that_is_added_and_one_that_is_reopened_are_told_what_stands() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let mut lobby = in_lobby(&hall, &server, "observer-1").await;
    for command in ["open_session", "close_session"] {
        desk.done(&json!({ "type": command })).await;
    }
    lobby.until_held(|store| lobby::programme(store)[0]["phase"] == "closed").await;
    desk.done(&json!({"type": "announce_to_conference", "text": {"en": "Dinner is at 8"}})).await;
    assert_eq!(standing(&desk.store), None, "a session that is over is told nothing new");
    let closed_at_ms = desk.store.held["everyone"]["session/session"]["since_ms"].clone();
    desk.done(
        &json!({"type": "reopen_session", "closed_at_ms": closed_at_ms, "reason": "closed by mistake"}),
    )
    .await;
    desk.until_held(|store| reads(store, "Dinner is at 8")).await;

    let add = json!({"type": "add_session", "session": "third", "like": "opening", "title": {"en": "Third"},
                     "starts_at_ms": 1_614_160_800_000_i64, "ends_at_ms": 1_614_163_500_000_i64});
    desk.done(&add).await;
    let mut third = in_session(&hall, &server, "cedar-1", "third").await;
    third.until_held(|store| reads(store, "Dinner is at 8")).await;
    server.stop();
}
