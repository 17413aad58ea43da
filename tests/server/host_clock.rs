//! What everybody is told before a time is shown: the host's clocks, for no client is to know their rules; and when a view
//! is whole.

use serde_json::{Value, json};

use crate::client::Client;
use crate::http::get;
use crate::process::Hall;
use crate::public_page::until;
use crate::public_sound::public_hall;

/// 24 February 2021, 10:00 by the host's clock, which is two hours ahead of UTC.
const OPENING_MS: i64 = 1_614_153_600_000;
const AHEAD_MS: i64 = 2 * 3_600_000;

#[tokio::test]
async fn the_lobby_the_public_and_whoever_joins_are_told_what_the_hosts_clocks_show() {
    let (hall, server) = public_hall();
    let pass = hall.pass(&server, "observer-1").await;
    let lobby = get(server.address, &format!("{}api/lobby", pass.home), &[("cookie", &pass.cookie)]).await;
    let lobby = lobby.json()["messages"].clone();
    let clock = &lobby[0]["host_clock"];
    let all = lobby.as_array().unwrap().iter().find(|message| message["scope"] == "conference").unwrap();
    assert_eq!(clock["time_zone"], all["entities"][0]["time_zone"]);
    let offsets = clock["utc_offsets"].as_array().unwrap();
    let from = |offset: &Value| offset["from_ms"].as_i64().unwrap();
    assert!(offsets.is_sorted_by(|earlier, later| from(earlier) < from(later)), "{offsets:?}");
    let then = offsets.iter().rfind(|offset| from(offset) <= OPENING_MS).unwrap();
    assert_eq!(then["offset_ms"], AHEAD_MS);
    // The present is told of too, however long ago the programme was.
    assert!(
        offsets.iter().any(|offset| from(offset) > lobby[0]["server_ms"].as_i64().unwrap()),
        "{offsets:?}"
    );

    for path in ["/api/public", "/api/public/opening"] {
        let public = until(&server, path, |said| said["host_clock"] != Value::Null).await;
        assert_eq!(&public["host_clock"], clock, "{path}");
    }
    let mut client = Client::connected(server.address, &pass).await.unwrap();
    client.send(&json!({"type": "join", "resume": null})).await;
    let welcome = client.message().await;
    assert_eq!((&welcome["type"], &welcome["host_clock"]), (&json!("welcome"), clock));
}

#[tokio::test]
async fn the_snapshot_of_everyone_is_the_last_of_a_view_and_makes_it_whole() {
    let hall = Hall::new();
    let server = hall.open();
    for person in ["secretariat", "cedar-1", "observer-1"] {
        let pass = hall.pass(&server, person).await;
        let mut client = Client::connected(server.address, &pass).await.unwrap();
        client.send(&json!({"type": "join", "resume": null})).await;
        assert_eq!(client.message().await["resumed"], false);
        let mut scopes = Vec::new();
        while scopes.last().is_none_or(|scope| scope != "everyone") {
            let message = client.message().await;
            assert_eq!(message["type"], "snapshot", "{message}");
            scopes.push(message["scope"].as_str().unwrap().to_owned());
        }
        assert!(scopes.contains(&format!("person/{person}")), "{scopes:?}");
        // Nothing of the view is missing: what comes now is no snapshot.
        client.send(&json!({"type": "ping", "sent_ms": 1})).await;
        loop {
            let message = client.message().await;
            assert_ne!(message["type"], "snapshot", "{message}");
            if message["type"] == "pong" {
                break;
            }
        }
    }
}
