//! Servers of one conference that go away, stand still or are cut off, as their people meet it.

use serde_json::json;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, chat, fresh_view, key};
use crate::http::{self, PATIENCE};
use crate::nats;
use crate::nodes::is_present;
use crate::on_nats::Pair;
use crate::process::Server;
use crate::sound_client::{Ears, Voice};
use crate::store::Store;
use crate::wire::{Mode, Wire};

async fn ready(server: &Server) -> u16 {
    http::get(server.address, "/ready", &[]).await.status
}

/// Waits until a server answers so whether it is ready.
async fn until_ready_is(server: &Server, status: u16) {
    let so = async {
        while ready(server).await != status {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, so).await.expect("in time");
}

/// Waits until something is so.
async fn until(so: impl Fn() -> bool) {
    let is_so = async {
        while !so() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, is_so).await.expect("in time");
}

#[tokio::test]
async fn people_move_from_a_server_that_stops_to_another_and_whoever_is_heard_moves_last() {
    let recordings = tempfile::tempdir().unwrap();
    let folder = recordings.path().to_str().unwrap();
    let nats = nats::Server::start();
    let url = nats.url();
    let pair = Pair::on(nats, &url, &["--move-within", "2", "--recordings", folder]);
    // All are at the server that stops, but for one who reads along.
    let (mut chair, mut olive) =
        (pair.join(&pair.here, "chair").await, pair.join(&pair.here, "olive-1").await);
    let mut cedar = pair.join(&pair.here, "cedar-1").await;
    let asked = crate::floor::asked(&mut chair, &mut cedar).await;
    crate::floor::given(&mut chair, &asked).await;
    let mut reads = pair.join(&pair.there, "palm-1").await;
    let mut hears = Ears::listening(pair.there.address, &pair.pass(&pair.there, "palm-1").await).await;
    let voice = Voice::open(pair.here.address, &pair.pass(&pair.here, "cedar-1").await, "cedar").await;
    hears.until(1, "cedar").await;
    chair.done(&json!({"type": "start_recording"})).await;
    let parts = || std::fs::read_dir(recordings.path().join("opening")).map_or(0, Iterator::count);
    until(|| parts() > 0).await;

    pair.here.terminate();
    until_ready_is(&pair.here, 503).await;
    assert_eq!(ready(&pair.there).await, 200);
    chair.say("Still here").await;

    // One after another, whoever is heard last.
    let moved = async |who: &mut Client| {
        let (last, code) = who.end().await;
        assert_eq!((&last["why"], &last["retry_after_ms"]), (&json!("server_stops"), &json!(0)), "{last}");
        assert_eq!(code, Some(CloseCode::Restart));
    };
    moved(&mut chair).await;
    let away = http::get(pair.here.address, "/ready", &[]).await;
    assert!(away.body.contains("move"), "{away:?}");
    let refused = Client::connected(pair.here.address, &pair.pass(&pair.here, "chair").await).await;
    assert!(refused.is_none(), "nobody is taken in any more");
    moved(&mut olive).await;
    moved(&mut cedar).await;

    // They go on at the other with what they held.
    drop(voice);
    let mut chair = resumed(&pair, "chair", chair.store).await;
    let mut cedar = resumed(&pair, "cedar-1", cedar.store).await;
    let mut olive = resumed(&pair, "olive-1", olive.store).await;
    let pass = pair.pass(&pair.there, "cedar-1").await;
    let voice = Voice::open(pair.there.address, &pass, "again").await;
    hears.until(1, "again").await;
    olive.say("And on it goes").await;
    for client in [&mut chair, &mut cedar, &mut reads] {
        client.until_said("And on it goes").await;
        assert_eq!(client.store.texts(), ["Still here", "And on it goes"]);
    }
    let there = &pair.there;
    let fresh = pair.pass(there, "chair").await;
    assert_eq!(chair.store.held, fresh_view(there.address, &fresh).await);

    // The other records on, in a part of its own, and lists both once the session is over.
    until(|| parts() > 1).await;
    let turn = chair.store.get("floor/floor")["turn"]["id"].clone();
    chair.done(&json!({"type": "stop_turn", "turn": turn})).await;
    drop((voice, hears));
    chair.done(&json!({"type": "close_session"})).await;
    let desk = pair.pass(there, "secretariat").await;
    let path = format!("{}api/recordings/opening", desk.home);
    let listed = http::get(there.address, &path, &[("cookie", &desk.cookie)]).await;
    assert_eq!(listed.json()["recordings"].as_array().map(Vec::len), Some(2), "{listed:?}");
    drop((chair, cedar, olive, reads));
    let Pair { here, there, .. } = pair;
    let (status, said) = here.ended();
    assert!(status.success(), "{status}: {said:#?}");
    there.terminate();
    assert!(there.ended().0.success());
}

/// Somebody comes to the second server with what they held.
async fn resumed(pair: &Pair, person: &str, held: Store) -> Client {
    let pass = pair.pass(&pair.there, person).await;
    Client::joined(pair.there.address, &pass, Some(held)).await
}

#[tokio::test]
async fn the_people_of_a_server_that_stands_still_for_20_seconds_leave_and_return_with_it() {
    let nats = nats::Server::start();
    let url = nats.url();
    let pair = Pair::on(nats, &url, &[]);
    let (mut chair, mut cedar) = pair.give_floor().await;
    chair.until_held(|store| is_present(store, "chair")).await;
    let mut desk = pair.join(&pair.here, "secretariat").await;
    let mut reads = pair.join(&pair.there, "palm-1").await;
    reads.until_held(|store| is_present(store, "secretariat") && is_present(store, "chair")).await;

    // Nobody is told; the other server misses its beats.
    pair.here.signal("STOP");
    cedar.say("While it stands still").await;
    reads.until_held(|store| !is_present(store, "secretariat") && !is_present(store, "chair")).await;
    // Whoever comes to the other is there.
    let mut chair_there = pair.join(&pair.there, "chair").await;
    reads.until_held(|store| is_present(store, "chair")).await;
    chair_there.say("The chair goes on").await;

    pair.here.signal("CONT");
    // It reads what happened without it, and those who are still connected to it are there again.
    for client in [&mut chair, &mut desk] {
        client.until_said("The chair goes on").await;
    }
    reads.until_held(|store| is_present(store, "secretariat")).await;
    desk.say("All are back").await;
    for client in [&mut cedar, &mut chair, &mut chair_there, &mut reads] {
        client.until_said("All are back").await;
        let texts = ["While it stands still", "The chair goes on", "All are back"];
        assert_eq!(client.store.texts(), texts);
    }
    drop((chair, chair_there, cedar, desk, reads));
    pair.here.stop();
    pair.there.stop();
}

// The wire must carry on while a server is started.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_cut_off_accepts_nothing_and_goes_on_when_it_is_back() {
    let nats = nats::Server::start();
    let wire = Wire::to(nats.port).await;
    let pair = Pair::on(nats, &wire.url(), &[]);
    let (mut chair, mut cedar) = pair.give_floor().await;
    wire.set(Mode::AllLost);
    let wish = key();
    let answer = chair.command_as(wish, &chat("Said into the void")).await;
    assert_eq!(answer["reason"]["code"], "not_stored", "{answer}");
    until_ready_is(&pair.here, 503).await;
    // The other is not held up.
    cedar.say("Meanwhile").await;
    assert_eq!(ready(&pair.there).await, 200);

    wire.cut();
    until_ready_is(&pair.here, 200).await;
    chair.until_said("Meanwhile").await;
    // Asked again under its key it is done, once.
    let again = chair.command_as(wish, &chat("Said into the void")).await;
    assert_eq!(again["type"], "ack", "{again}");
    for client in [&mut chair, &mut cedar] {
        client.until_said("Said into the void").await;
        assert_eq!(client.store.texts(), ["Meanwhile", "Said into the void"]);
    }
    drop((chair, cedar));
    let Pair { here, there, .. } = pair;
    here.terminate();
    assert!(!here.ended_telling("not stored").is_empty(), "operators were told");
    there.stop();
}
