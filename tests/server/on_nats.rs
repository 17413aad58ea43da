//! Two servers, as they are started, on one server of NATS: one conference.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::client::Client;
use crate::entering::{Pass, enter};
use crate::floor;
use crate::nats;
use crate::process::{Server, ended_well, plenary};
use crate::sound_client::{Ears, Voice, number};
use crate::store::Store;

/// The program on a server of NATS, with a data folder of its own for recordings.
fn on(nats: &str, verb: &str, data: &Path) -> Command {
    let mut command = plenary(verb, data);
    // Nobody is here whom a stop would have to send on.
    command.args(["--nats", nats]).env("PLENARY_MOVE_WITHIN", "0");
    command
}

/// Two servers on one server of NATS.
pub struct Pair {
    pub nats: nats::Server,
    folders: [TempDir; 2],
    issued: String,
    pub here: Server,
    pub there: Server,
}

impl Pair {
    fn start() -> Self {
        let nats = nats::Server::start();
        let url = nats.url();
        Self::on(nats, &url, &[])
    }

    /// The first of them reaches the server of NATS under an address of its own; `more` is said to both.
    pub fn on(nats: nats::Server, first: &str, more: &[&str]) -> Self {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let url = nats.url();
        let issued = ended_well(on(&url, "links", folders[0].path()).arg("issue").output().unwrap());
        let start = |n: usize, url: &str| {
            let mut command = on(url, "serve", folders[n].path());
            command.args(more);
            Server::started(command)
        };
        let (here, there) = (start(0, first), start(1, &url));
        Self { nats, folders, issued, here, there }
    }

    /// Enters at a server by the person's link.
    pub async fn pass(&self, server: &Server, person: &str) -> Pass {
        let line = self.issued.lines().find(|line| line.starts_with(&format!("{person},"))).unwrap();
        enter(server.address, line.split_once('#').unwrap().1).await
    }

    pub async fn join(&self, server: &Server, person: &str) -> Client {
        Client::joined(server.address, &self.pass(server, person).await, None).await
    }

    /// The chair, who is at the first, opens the session, and Cedar, who is at the second, is given the floor.
    pub async fn give_floor(&self) -> (Client, Client) {
        let mut chair = self.join(&self.here, "chair").await;
        let mut cedar = self.join(&self.there, "cedar-1").await;
        let asked = floor::asked(&mut chair, &mut cedar).await;
        floor::given(&mut chair, &asked).await;
        (chair, cedar)
    }
}

#[tokio::test]
async fn who_asks_for_the_floor_at_one_server_is_given_it_at_another() {
    let pair = Pair::start();
    let (mut chair, mut cedar) = pair.give_floor().await;
    for client in [&mut chair, &mut cedar] {
        let has_floor = |store: &Store| {
            store.any("floor/floor").is_some_and(|floor| floor["turn"]["delegation"] == "cedar")
        };
        client.until_held(has_floor).await;
    }
    assert_eq!(chair.store.get("list/statements"), cedar.store.get("list/statements"));
    drop((chair, cedar));

    // What was stored is there for whoever starts next, and the other goes on.
    let Pair { nats, folders, issued, here, there } = pair;
    here.stop();
    let again = Server::started(on(&nats.url(), "serve", folders[0].path()));
    let pair = Pair { nats, folders, issued, here: again, there };
    let mut chair = pair.join(&pair.there, "chair").await;
    chair.say("And on it goes").await;
    let mut cedar = pair.join(&pair.here, "cedar-1").await;
    cedar.until_said("And on it goes").await;
    assert!(!pair.folders[0].path().join("plenary.db").exists(), "the log is not in the folder");
    pair.here.stop();
    pair.there.stop();
}

#[tokio::test]
async fn who_speaks_at_one_server_is_heard_at_another_and_again_once_nats_is_back() {
    let mut pair = Pair::start();
    let (chair, alice) = pair.give_floor().await;
    let (here, there) = (pair.here.address, pair.there.address);
    let mut bob_here = Ears::listening(here, &pair.pass(&pair.here, "olive-1").await).await;
    let mut bob_there = Ears::listening(there, &pair.pass(&pair.there, "palm-1").await).await;
    let voice = Voice::open(there, &pair.pass(&pair.there, "cedar-1").await, "alice").await;
    bob_here.until(1, "alice").await;
    bob_there.until(1, "alice").await;

    // Without NATS nobody is heard from node to node, and whoever is at the same node hears as ever.
    pair.nats.kill();
    let killed = voice.said();
    voice.says(100).await;
    while number(&bob_there.next().await) < killed + 90 {}
    let back = voice.said();
    pair.nats.start_again();
    loop {
        let heard = number(&bob_here.next().await);
        if heard >= back {
            break;
        }
        assert!(heard < killed + 25, "frame {heard} was said while NATS was away ({killed} to {back})");
    }
    drop((voice, chair, alice));
    pair.here.stop();
    pair.there.stop();
}
