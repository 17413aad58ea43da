//! Two whole servers on one log, each with sockets, links, sound and a clock of its own: one conference to whoever joins.
//!
//! A node here is a runtime of its own. One that dies is shut down with all it does, and nobody is told.

use std::sync::Arc;

use plenary::log::beats::InProcess;
use plenary::log::{Log, Memory};
use plenary::media::trunk;
use plenary::room::{Clock, Node, Settings};
use plenary::terms::ids::Millis;
use plenary::terms::nodes::At;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, chat, fresh_view, key};
use crate::entering::{Pass, enter};
use crate::floor;
use crate::http::PATIENCE;
use crate::sound_client::{Ears, Voice, number};
use crate::store::Store;
use crate::within::Within;

/// By how much the second node's clock is wrong, in milliseconds.
const WRONG_BY_MS: Millis = -1_200;

/// What both serve.
#[derive(Clone)]
struct Shared {
    log: Arc<dyn Log>,
    beats: Arc<InProcess>,
    trunk: Arc<trunk::InProcess>,
}

impl Shared {
    fn new() -> Self {
        Self { log: Arc::new(Memory::new()), beats: Arc::default(), trunk: Arc::default() }
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
        let Shared { log, beats, trunk } = shared.clone();
        let within = runtime.spawn(async move {
            let machine = Clock::system();
            let clock = Clock::steady(move || machine.now_ms() + wrong_by_ms);
            let node = Node::starting(beats, clock.clone());
            Within::on(log, Settings { clock, node, ..Settings::default() }, Some(trunk)).await
        });
        Self { within: within.await.unwrap(), runtime }
    }

    /// Two nodes that share all; the second one's clock is wrong.
    async fn two() -> [Self; 2] {
        let shared = Shared::new();
        [Self::start(&shared, 0).await, Self::start(&shared, WRONG_BY_MS).await]
    }

    fn node(&self) -> At {
        Some(self.within.node().clone())
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
        tokio::time::timeout(PATIENCE, at_both).await.expect("in time");
        Self { here: here.enter(&secret).await, there: there.enter(&secret).await }
    }
}

/// Waits until a node knows that the recording is at a node as wanted.
async fn recording_at(server: &Server, wanted: impl Fn(&At) -> bool) -> At {
    let is_so = async {
        loop {
            let at = server.within.room().look().await.unwrap().recording.at;
            if wanted(&at) {
                return at;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(2 * PATIENCE, is_so).await.expect("in time")
}

fn said(store: &Store, text: &str) -> usize {
    store.texts().iter().filter(|at| *at == text).count()
}

fn has_floor(store: &Store, delegation: &str) -> bool {
    store.any("floor/floor").is_some_and(|floor| floor["turn"]["delegation"] == delegation)
}

pub fn is_present(store: &Store, person: &str) -> bool {
    store.any(&format!("official/{person}")).is_some_and(|official| official["present"] == true)
}

#[tokio::test]
async fn whoever_joins_by_either_node_is_in_the_same_session() {
    let [here, there] = Server::two().await;
    let [chair, cedar, olive] = [
        Guest::invited("chair", &here, &there).await,
        Guest::invited("cedar-1", &here, &there).await,
        Guest::invited("olive-1", &here, &there).await,
    ];
    let (mut conducts, mut cedar_there) = (here.join(&chair.here).await, there.join(&cedar.there).await);
    let mut olive_here = here.join(&olive.here).await;
    let asked = floor::asked(&mut conducts, &mut cedar_there).await;
    floor::given(&mut conducts, &asked).await;
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
    let [here, there] = Server::two().await;
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
    chair_there.done(&json!({"type": "start_recording"})).await;
    // Whoever records first of the two, the dead one's recording is to be taken over.
    let recorder = recording_at(&here, |at| at.is_some()).await;
    let there_records = recorder != here.node();
    there.die();
    assert_eq!(chair_there.end().await.1, None, "no goodbye");

    watches.until_held(|store| !is_present(store, "secretariat")).await;
    assert!(is_present(&watches.store, "chair"), "who is at a node that lives is there");
    watches.say("After").await;

    let recorder = recording_at(&here, |at| *at == here.node()).await;
    assert_eq!(recorder, here.node());
    let parts = std::fs::read_dir(here.within.recordings().join("opening")).unwrap().count();
    assert_eq!(parts, 1, "a part of its own, whoever recorded before: {there_records}");

    // Whoever was there comes to the other with what they held, and goes on.
    let held = desk_there.store;
    let mut desk_here = Client::joined(here.within.address, &desk.here, Some(held)).await;
    desk_here.until_said("After").await;
    watches.until_held(|store| is_present(store, "secretariat")).await;
    assert_eq!(desk_here.store.held, fresh_view(here.within.address, &desk.here).await);
    drop((watches, desk_here, _chair_here));
    here.stop().await;
}

/// A session in which Alice of Cedar has the floor, and Bob of Olive reads along at the other node.
struct Hall {
    here: Server,
    there: Server,
    chair: Guest,
    alice: Guest,
    bob: Guest,
    conducts: Client,
    _alice_there: Client,
}

impl Hall {
    async fn with_alice_on_the_floor() -> Self {
        let [here, there] = Server::two().await;
        let [chair, alice, bob] = [
            Guest::invited("chair", &here, &there).await,
            Guest::invited("cedar-1", &here, &there).await,
            Guest::invited("olive-1", &here, &there).await,
        ];
        let mut conducts = here.join(&chair.here).await;
        let mut alice_there = there.join(&alice.there).await;
        let asked = floor::asked(&mut conducts, &mut alice_there).await;
        floor::given(&mut conducts, &asked).await;
        Self { here, there, chair, alice, bob, conducts, _alice_there: alice_there }
    }
}

#[tokio::test]
async fn who_speaks_at_one_node_is_heard_at_all() {
    let mut hall = Hall::with_alice_on_the_floor().await;
    let (here, there) = (hall.here.within.address, hall.there.within.address);
    let mut bob_here = Ears::listening(here, &hall.bob.here).await;
    let mut bob_there = Ears::listening(there, &hall.bob.there).await;
    let alice = Voice::open(there, &hall.alice.there, "alice").await;
    for bob in [&mut bob_here, &mut bob_there] {
        let first = bob.until(1, "alice").await;
        for heard in 1..20 {
            let next = bob.next().await;
            assert_eq!(
                (next.slot, next.source),
                (first.slot, first.source),
                "one stretch of one voice: {next:?}"
            );
            assert!(next.sequence >= first.sequence + heard, "in order: {first:?}, then {next:?}");
        }
    }

    // The chair speaks too, at the other node: each hears both, nobody hears themselves.
    let mut alice_hears = Ears::listening(here, &hall.alice.here).await;
    let chair = Voice::open(here, &hall.chair.here, "chair").await;
    hall.conducts.done(&json!({"type": "open_microphone", "person": null})).await;
    bob_there.until(2, "chair").await;
    for _ in 0..20 {
        assert!(alice_hears.next().await.word.starts_with("chair"));
    }

    // Without the floor Alice is heard nowhere.
    let turn = hall.conducts.store.get("floor/floor")["turn"]["id"].clone();
    let before = alice.said();
    hall.conducts.done(&json!({"type": "stop_turn", "turn": turn})).await;
    bob_here.until(2, "chair").await;
    alice.says(50).await;
    for bob in [&mut bob_here, &mut bob_there] {
        // What was on its way.
        let mut behind = 0;
        while behind < 20 {
            let heard = bob.next().await;
            let late = heard.word.starts_with("alice").then(|| number(&heard));
            assert!(late.is_none_or(|number| number < before + 45), "{heard:?} was said without the floor");
            behind = if late.is_some() { 0 } else { behind + 1 };
        }
    }
    drop((alice, chair));
    hall.here.stop().await;
    hall.there.stop().await;
}

#[tokio::test]
async fn a_booth_at_one_node_and_the_public_at_the_other_hear_and_are_heard() {
    let hall = Hall::with_alice_on_the_floor().await;
    let (here, there) = (hall.here.within.address, hall.there.within.address);
    let alice = Voice::open(there, &hall.alice.there, "alice").await;
    let booth = Guest::invited("interpreter-1", &hall.here, &hall.there).await;
    let mate = Guest::invited("interpreter-2", &hall.here, &hall.there).await;

    // Two interpreters of a booth, each at another node; the one on air at the first is heard on the channel at the second.
    let (mut on_air, mut hands_over) =
        (hall.here.join(&booth.here).await, hall.there.join(&mate.there).await);
    let mut source = Ears::listening(here, &booth.here).await;
    source.until(1, "alice").await;
    let _first = Voice::open(here, &booth.here, "first").await;
    let _second = Voice::open(there, &mate.there, "second").await;
    on_air.done(&json!({"type": "go_on_air", "output": "a"})).await;
    let mut bob = hall.there.join(&hall.bob.there).await;
    bob.done(&json!({"type": "choose_channel", "channel": "en"})).await;
    let mut ears = Ears::listening(there, &hall.bob.there).await;
    ears.until(0, "first").await;
    on_air.done(&json!({"type": "go_off_air"})).await;
    // What a node has not read yet it cannot go by: the mate sees it first, then goes on air.
    on_air.say("Over to you").await;
    hands_over.until_said("Over to you").await;
    hands_over.done(&json!({"type": "go_on_air", "output": "a"})).await;
    ears.until(0, "second").await;
    for _ in 0..30 {
        let heard = ears.next().await;
        assert!(!heard.word.starts_with("first"), "one voice on a channel: {heard:?}");
    }

    // What the public and the recorder get of a channel is taken at either node.
    for (channel, voice) in [("floor", "alice"), ("en", "second")] {
        for server in [&hall.here, &hall.there] {
            let media = &server.within.media;
            let mut tap = media.tap(&"opening".parse().unwrap(), &channel.parse().unwrap());
            let frame = tokio::time::timeout(PATIENCE, tap.next()).await.expect("in time").unwrap();
            assert!(frame.payload[1..].starts_with(voice.as_bytes()), "{channel}: {:?}", frame.payload);
        }
    }
    drop((alice, on_air, hands_over, bob));
    hall.here.stop().await;
    hall.there.stop().await;
}

#[tokio::test]
async fn a_person_who_speaks_at_two_nodes_is_one_voice() {
    let hall = Hall::with_alice_on_the_floor().await;
    let (here, there) = (hall.here.within.address, hall.there.within.address);
    let mut bob = Ears::listening(here, &hall.bob.here).await;
    let _old = Voice::open(there, &hall.alice.there, "old").await;
    bob.until(1, "old").await;
    let _new = Voice::open(here, &hall.alice.here, "new").await;
    bob.until(1, "new").await;
    for _ in 0..50 {
        let heard = bob.next().await;
        assert!(heard.word.starts_with("new"), "the newest is the microphone: {heard:?}");
    }
    let mut other = Ears::listening(there, &hall.bob.there).await;
    for _ in 0..50 {
        let heard = other.next().await;
        assert!(heard.word.starts_with("new"), "at both nodes: {heard:?}");
    }
    hall.here.stop().await;
    hall.there.stop().await;
}

#[tokio::test]
async fn what_is_done_at_one_node_to_links_and_to_the_conference_holds_at_the_other() {
    let [here, there] = Server::two().await;
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
