//! Two servers, as they are started, on one server of NATS: one conference.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::client::Client;
use crate::entering::enter;
use crate::nats;
use crate::process::{Server, ended_well, plenary};

/// The program on a server of NATS, with a data folder of its own for recordings.
fn on(nats: &nats::Server, verb: &str, data: &Path) -> Command {
    let mut command = plenary(verb, data);
    command.args(["--nats", &nats.url()]);
    command
}

#[tokio::test]
async fn who_asks_for_the_floor_at_one_server_is_given_it_at_another() {
    let nats = nats::Server::start();
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let issued = ended_well(on(&nats, "links", folders[0].path()).arg("issue").output().unwrap());
    let secret = |person: &str| {
        let line = issued.lines().find(|line| line.starts_with(&format!("{person},"))).unwrap();
        line.split_once('#').unwrap().1.to_owned()
    };
    let [here, there] = [0, 1].map(|n| Server::started(on(&nats, "serve", folders[n].path())));
    let join = |server: &Server, person: &str| {
        let (address, secret) = (server.address, secret(person));
        async move { Client::joined(address, &enter(address, &secret).await, None).await }
    };
    let mut chair = join(&here, "chair").await;
    let mut cedar = join(&there, "cedar-1").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    cedar.until_held(|store| store.get("list/statements")["open"] == true).await;
    cedar
        .done(&json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""}))
        .await;
    chair.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    let asked = chair.store.get("list/statements")["queue"][0].clone();
    chair.done(&json!({"type": "give_floor", "request": asked, "ending": null})).await;
    for client in [&mut chair, &mut cedar] {
        client
            .until_held(|store| {
                store.any("floor/floor").is_some_and(|floor| floor["turn"]["delegation"] == "cedar")
            })
            .await;
    }
    assert_eq!(chair.store.get("list/statements"), cedar.store.get("list/statements"));
    drop((chair, cedar));
    here.stop();

    // What was stored is there for whoever starts next, and the other goes on.
    let mut chair = join(&there, "chair").await;
    chair.say("And on it goes").await;
    there.stop();
    let again = Server::started(on(&nats, "serve", folders[0].path()));
    let cedar = join(&again, "cedar-1").await;
    assert_eq!(cedar.store.texts(), ["And on it goes"]);
    assert!(!folders[0].path().join("plenary.db").exists(), "the log is not in the folder");
    again.stop();
}
