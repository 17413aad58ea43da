//! One person who means harm, and others beside who notice nothing: what is held for a person is the person's over all
//! their connections.

use std::time::Instant;

use plenary::gateway::{BURST, PER_SECOND};
use plenary::meeting::view::{Scope, snapshot};
use plenary::room::Answer;
use plenary::terms::limits::POINTS_MAX;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, Heard, chat, key};
use crate::http::get;
use crate::process::Hall;
use crate::store::named;
use crate::within::Within;

/// Joins of one person at once; one more is gained every two seconds.
const JOINS: usize = 20;

/// Most that a person may have done since a moment: what they had, and what they have gained.
fn most(at_once: usize, per_second: u64, since: Instant) -> usize {
    at_once + usize::try_from(since.elapsed().as_millis() * u128::from(per_second) / 1_000).unwrap() + 1
}

#[tokio::test]
async fn whoever_connects_again_and_again_sends_no_more_than_one_may_and_others_are_heard() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let mut probe = hall.join(&server, "cedar-1").await;
    let (began, mut taken, mut turned_away) = (Instant::now(), 0, 0);
    for round in 0..12 {
        let Some(mut client) = Client::try_joined(server.address, &pass, None).await else {
            turned_away += 1;
            probe.say(&format!("round {round}")).await;
            continue;
        };
        // Joining is a message too.
        taken += 1;
        for number in 0..BURST {
            let command = chat(&format!("{round} {number}"));
            client.send(&json!({"type": "command", "key": key(), "command": command})).await;
        }
        probe.say(&format!("round {round}")).await;
        for _ in 0..BURST {
            taken += usize::from(client.until(&["ack", "refused"]).await["type"] == "ack");
        }
    }
    assert!(taken <= most(BURST as usize, PER_SECOND.into(), began), "{taken} messages were taken");
    assert!(turned_away > 0, "a join is refused where nothing is left");
}

#[tokio::test]
async fn whoever_joins_again_and_again_waits_and_others_join_at_once() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let mut probe = hall.join(&server, "cedar-1").await;
    let began = Instant::now();
    let mut clients = Vec::new();
    for _ in 0..JOINS + 12 {
        let mut client = Client::connected(server.address, &pass).await.unwrap();
        client.send(&json!({"type": "join", "resume": null})).await;
        clients.push(client);
    }
    // While they wait, others come and are heard.
    hall.join(&server, "palm-1").await.say("at once").await;
    probe.say("heard").await;
    let (mut welcomed, mut refused) = (0, 0);
    for mut client in clients {
        let mut last = Value::Null;
        loop {
            match client.hear().await {
                Heard::Message(message) if message["type"] == "welcome" => {
                    welcomed += 1;
                    break;
                }
                Heard::Message(message) => last = message,
                Heard::Closed(code) => {
                    assert_eq!((code, &last["reason"]["code"]), (CloseCode::Again, &json!("too_fast")));
                    refused += 1;
                    break;
                }
                Heard::Gone => panic!("the server says why"),
            }
        }
    }
    assert!(refused > 0);
    assert!(welcomed <= most(JOINS, 1, began) && welcomed >= JOINS, "{welcomed} were welcomed");
}

#[tokio::test]
async fn whoever_searches_again_and_again_waits_and_still_reads_and_others_search() {
    let hall = Hall::new();
    let server = hall.open();
    let (pass, other) = (hall.pass(&server, "observer-1").await, hall.pass(&server, "cedar-1").await);
    let mut refused = 0;
    for _ in 0..20 {
        let path = format!("{}api/search/opening?q=annex", pass.home);
        refused += usize::from(get(server.address, &path, &[("cookie", &pass.cookie)]).await.status == 429);
    }
    assert!(refused > 0);
    for (pass, asked) in [(&pass, "chat/opening/main?limit=5"), (&other, "search/opening?q=annex")] {
        let path = format!("{}api/{asked}", pass.home);
        assert_eq!(get(server.address, &path, &[("cookie", &pass.cookie)]).await.status, 200, "{asked}");
    }
}

#[tokio::test]
async fn whoever_asks_and_takes_back_again_and_again_fills_nothing_that_belongs_to_all() {
    let ask = || json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    let point = || json!({"type": "raise_point_of_order"});
    let server = Within::open().await;
    let mut chair = server.join("chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    let mut probe = server.join("olive-1").await;
    let room = server.room();
    let seen = async || -> Vec<String> {
        let entities = snapshot(&room.look().await.unwrap(), &Scope::Everyone);
        entities.iter().map(|entity| named(serde_json::to_value(entity).unwrap()).0).collect()
    };
    let before = seen().await.len();
    let flooding = async |command: Value| {
        let command = serde_json::from_value(command).unwrap();
        let answer = room.command("cedar-1".parse().unwrap(), key(), command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    };
    for _ in 0..=POINTS_MAX {
        flooding(ask()).await;
        flooding(point()).await;
        for name in seen().await {
            match name.split_once('/') {
                Some(("request", id)) => flooding(json!({"type": "withdraw_request", "request": id})).await,
                Some(("point", id)) => {
                    flooding(json!({"type": "withdraw_point_of_order", "point": id})).await
                }
                _ => {}
            }
        }
    }
    assert_eq!(seen().await.len(), before, "nothing of it stands in anybody's view");
    probe.done(&ask()).await;
    probe.done(&point()).await;
    // Nor have they spoilt it for themselves.
    flooding(ask()).await;
}
