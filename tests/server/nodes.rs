//! Two whole servers on one log, each with sockets, links, sound and a clock of its own: one conference to whoever joins.
//!
//! A node here is a runtime of its own. One that dies is shut down with all it does, and nobody is told.

use std::sync::Arc;
use std::time::Duration;

use plenary::log::beats::InProcess;
use plenary::log::{Log, Memory};
use plenary::room::{Clock, Node, Settings};
use plenary::terms::ids::Millis;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, chat, fresh_view, key};
use crate::entering::{Pass, enter};
use crate::store::Store;
use crate::within::Within;

/// By how much the second node's clock is wrong, in milliseconds.
const WRONG_BY_MS: Millis = -1_200;
/// How long people may be without a connection here, in milliseconds: less than people have, so that nobody waits long.
const GRACE_MS: Millis = 1_000;

/// What both serve.
#[derive(Clone)]
struct Shared {
    log: Arc<dyn Log>,
    beats: Arc<InProcess>,
}

impl Shared {
    fn new() -> Self {
        Self { log: Arc::new(Memory::new()), beats: Arc::default() }
    }
}

struct Server {
    within: Within,
    runtime: Runtime,
}

impl Server {
    /// Starts a node with a clock that is wrong by so much.
    async fn start(shared: &Shared, wrong_by_ms: Millis) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let Shared { log, beats } = shared.clone();
        let within = runtime.spawn(async move {
            let machine = Clock::system();
            let clock = Clock::steady(move || machine.now_ms() + wrong_by_ms);
            let node = Node::starting(beats, clock.clone());
            Within::on(log, Settings { grace_ms: GRACE_MS, clock, node }).await
        });
        Self { within: within.await.unwrap(), runtime }
    }

    async fn enter(&self, secret: &str) -> Pass {
        enter(self.within.address, secret).await
    }

    async fn join(&self, pass: &Pass) -> Client {
        Client::joined(self.within.address, pass, None).await
    }

    /// It is gone from one moment to the next.
    fn die(self) {
        self.runtime.shutdown_background();
    }

    async fn stop(self) {
        let Self { within, runtime } = self;
        runtime.spawn(within.stop()).await.unwrap();
        runtime.shutdown_background();
    }
}

/// A person who comes to both nodes by one link.
struct Guest {
    here: Pass,
    there: Pass,
}

impl Guest {
    /// By a link that was issued at the first. The second takes it in as soon as it reads of it, which is before anybody
    /// can be told the address of the link.
    async fn invited(person: &str, here: &Server, there: &Server) -> Self {
        let secret = here.within.issue(person).await.secret.reveal().to_owned();
        let at_both = async {
            while there.within.identity.links().len() < here.within.identity.links().len() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), at_both).await.expect("in time");
        Self { here: here.enter(&secret).await, there: there.enter(&secret).await }
    }
}

fn said(store: &Store, text: &str) -> usize {
    store.texts().iter().filter(|at| *at == text).count()
}

fn has_floor(store: &Store, delegation: &str) -> bool {
    store.any("floor/floor").is_some_and(|floor| floor["turn"]["delegation"] == delegation)
}

fn is_present(store: &Store, person: &str) -> bool {
    store.any(&format!("official/{person}")).is_some_and(|official| official["present"] == true)
}

fn request() -> Value {
    json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""})
}

#[tokio::test]
async fn whoever_joins_by_either_node_is_in_the_same_session() {
    let shared = Shared::new();
    let here = Server::start(&shared, 0).await;
    let there = Server::start(&shared, WRONG_BY_MS).await;
    let [chair, cedar, olive] = [
        Guest::invited("chair", &here, &there).await,
        Guest::invited("cedar-1", &here, &there).await,
        Guest::invited("olive-1", &here, &there).await,
    ];
    let (mut conducts, mut cedar_there) = (here.join(&chair.here).await, there.join(&cedar.there).await);
    let mut olive_here = here.join(&olive.here).await;
    conducts.done(&json!({"type": "open_session"})).await;
    conducts.done(&json!({"type": "open_list", "list": "statements"})).await;
    cedar_there.until_held(|store| store.get("list/statements")["open"] == true).await;
    cedar_there.done(&request()).await;
    conducts.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    let asked = conducts.store.get("list/statements")["queue"][0].clone();
    conducts.done(&json!({"type": "give_floor", "request": asked, "ending": null})).await;
    for client in [&mut conducts, &mut cedar_there, &mut olive_here] {
        client.until_held(|store| has_floor(store, "cedar")).await;
    }

    // Both write at once; everybody reads the same, in the same order.
    for number in 0..5 {
        let (mine, theirs) = (chat(&format!("here {number}")), chat(&format!("there {number}")));
        tokio::join!(olive_here.done(&mine), cedar_there.done(&theirs));
    }
    for client in [&mut conducts, &mut cedar_there, &mut olive_here] {
        client.until_held(|store| said(store, "here 4") == 1 && said(store, "there 4") == 1).await;
    }
    assert_eq!(conducts.store.texts().len(), 10);
    assert_eq!(conducts.store.texts(), cedar_there.store.texts());
    assert_eq!(olive_here.store.texts(), cedar_there.store.texts());

    // An answer was lost with the connection: the same wish at the other node is done once.
    let (key, wish) = (key(), chat("Once"));
    let first = olive_here.command_as(key, &wish).await;
    let mut olive_there = there.join(&olive.there).await;
    let again = olive_there.command_as(key, &wish).await;
    assert_eq!((&first["type"], &again["type"]), (&json!("ack"), &json!("ack")));
    conducts.say("And that was all").await;
    for client in [&mut cedar_there, &mut olive_there, &mut olive_here] {
        client.until_said("And that was all").await;
        assert_eq!(said(&client.store, "Once"), 1);
    }

    // Who has held on to what came is where somebody new would be, at either node.
    assert_eq!(cedar_there.store.held, fresh_view(there.within.address, &cedar.there).await);
    assert_eq!(cedar_there.store.held, fresh_view(here.within.address, &cedar.here).await);
    drop((conducts, cedar_there, olive_here, olive_there));
    here.stop().await;
    there.stop().await;
}

#[tokio::test]
async fn the_people_of_a_node_that_dies_leave_and_nobody_elses() {
    let shared = Shared::new();
    let here = Server::start(&shared, 0).await;
    let there = Server::start(&shared, WRONG_BY_MS).await;
    let [chair, desk, cedar] = [
        Guest::invited("chair", &here, &there).await,
        Guest::invited("secretariat", &here, &there).await,
        Guest::invited("cedar-1", &here, &there).await,
    ];
    let mut watches = here.join(&cedar.here).await;
    // The chair is at both, the secretariat at the other alone.
    let _chair_here = here.join(&chair.here).await;
    let (mut chair_there, desk_there) = (there.join(&chair.there).await, there.join(&desk.there).await);
    watches.until_held(|store| is_present(store, "chair") && is_present(store, "secretariat")).await;
    chair_there.say("Before").await;
    watches.until_said("Before").await;
    there.die();
    assert_eq!(chair_there.end().await.1, None, "no goodbye");

    watches.until_held(|store| !is_present(store, "secretariat")).await;
    assert!(is_present(&watches.store, "chair"), "who is at a node that lives is there");
    watches.say("After").await;

    // Whoever was there comes to the other with what they held, and goes on.
    let held = desk_there.store;
    let mut desk_here = Client::joined(here.within.address, &desk.here, Some(held)).await;
    desk_here.until_said("After").await;
    watches.until_held(|store| is_present(store, "secretariat")).await;
    assert_eq!(desk_here.store.held, fresh_view(here.within.address, &desk.here).await);
    drop((watches, desk_here, _chair_here));
    here.stop().await;
}

#[tokio::test]
async fn what_is_done_at_one_node_to_links_and_to_the_conference_holds_at_the_other() {
    let shared = Shared::new();
    let here = Server::start(&shared, 0).await;
    let there = Server::start(&shared, WRONG_BY_MS).await;
    let desk = Guest::invited("secretariat", &here, &there).await;
    let cedar = Guest::invited("cedar-1", &here, &there).await;
    let mut desk_here = here.join(&desk.here).await;
    let mut session = there.join(&cedar.there).await;
    let mut lobby = Client::joined_in_lobby(there.within.address, &cedar.there, None).await;
    desk_here
        .done(&json!({"type": "announce_to_conference", "text": {"en": "The buses leave at 18:30"}}))
        .await;
    let reads = |kind: &'static str| {
        move |store: &Store| {
            let mut all = store.held.values().flat_map(|scope| scope.values());
            all.any(|one| one["type"] == kind && one["text"]["en"] == "The buses leave at 18:30")
        }
    };
    lobby.until_held(reads("conference_announcement")).await;
    session.until_held(reads("announcement")).await;

    let links = here.within.identity.links();
    let (link, _) = links.iter().find(|(_, person)| person.as_str() == "cedar-1").unwrap();
    assert!(here.within.identity.revoke(link, 0).await.unwrap());
    for mut client in [session, lobby] {
        let (goodbye, code) = client.end().await;
        assert_eq!((&goodbye["why"], code), (&json!("link_revoked"), Some(CloseCode::Policy)));
    }
    assert!(Client::connected(there.within.address, &cedar.there).await.is_none(), "no new socket");
    drop(desk_here);
    here.stop().await;
    there.stop().await;
}
