//! Sound by the meeting's rules, over real sockets: who is heard, by whom, from when to when.

use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::client::Client;
use crate::entering::Pass;
use crate::floor;
use crate::process::{Hall, Server};
use crate::sound_client::{Ears, Voice, number};

/// A session that is open, with Alice of Cedar on the list; she has agreed that her microphone opens.
pub struct Scene {
    pub hall: Hall,
    pub server: Server,
    pub chair: Client,
    pub alice: Client,
    request: Value,
}

impl Scene {
    pub async fn set() -> Self {
        let hall = Hall::new();
        let server = hall.open();
        let mut chair = hall.join(&server, "chair").await;
        let mut alice = hall.join(&server, "cedar-1").await;
        let request = floor::asked(&mut chair, &mut alice).await;
        Self { hall, server, chair, alice, request }
    }

    pub fn at(&self) -> SocketAddr {
        self.server.address
    }

    pub async fn pass(&self, person: &str) -> Pass {
        self.hall.pass(&self.server, person).await
    }

    pub async fn listening(&self, person: &str) -> Ears {
        Ears::listening(self.at(), &self.pass(person).await).await
    }

    pub async fn voice(&self, person: &str, name: &'static str) -> Voice {
        Voice::open(self.at(), &self.pass(person).await, name).await
    }

    /// Gives Alice the floor.
    pub async fn give_floor(&mut self) {
        floor::given(&mut self.chair, &self.request).await;
    }

    pub async fn stop_turn(&mut self) {
        self.chair.until_held(|store| !store.get("floor/floor")["turn"].is_null()).await;
        let turn = self.chair.store.get("floor/floor")["turn"]["id"].clone();
        self.chair.done(&json!({"type": "stop_turn", "turn": turn})).await;
    }
}

#[tokio::test]
async fn who_has_the_floor_is_heard_from_the_moment_it_is_given_until_it_is_taken() {
    let mut scene = Scene::set().await;
    let mut bob = scene.listening("olive-1").await;
    let alice = scene.voice("cedar-1", "alice").await;
    alice.says(20).await;
    let before = alice.said();
    scene.give_floor().await;
    let first = bob.until(1, "alice").await;
    assert!(number(&first) >= before, "{first:?} was said before frame {before}, without the floor");

    scene.stop_turn().await;
    let after = alice.said();
    alice.says(20).await;
    let chair = scene.voice("chair", "chair").await;
    scene.chair.done(&json!({"type": "open_microphone", "person": null})).await;
    loop {
        let heard = bob.next().await;
        if heard.word.starts_with("chair") {
            break;
        }
        // What was on its way when the turn was stopped.
        assert!(number(&heard) <= after + 5, "{heard:?} was said after frame {after}, without the floor");
    }
    drop((alice, chair));
}

#[tokio::test]
async fn nobody_gets_their_own_microphone_back() {
    let mut scene = Scene::set().await;
    let mut own = scene.listening("cedar-1").await;
    let mut bob = scene.listening("olive-1").await;
    let _alice = scene.voice("cedar-1", "alice").await;
    let _chair = scene.voice("chair", "chair").await;
    scene.give_floor().await;
    scene.chair.done(&json!({"type": "open_microphone", "person": null})).await;
    bob.until(1, "alice").await;
    for _ in 0..40 {
        assert!(own.next().await.word.starts_with("chair"));
    }
}

#[tokio::test]
async fn the_meeting_knows_whose_microphone_is_connected() {
    let mut scene = Scene::set().await;
    let connected = |person: &Value| person["microphone"]["connected"].clone();
    let you = |client: &Client| client.store.held["person/cedar-1"]["you/cedar-1"].clone();
    assert_eq!(connected(&you(&scene.alice)), false);
    let voice = scene.voice("cedar-1", "alice").await;
    scene
        .alice
        .until_held(|store| store.held["person/cedar-1"]["you/cedar-1"]["microphone"]["connected"] == true)
        .await;
    drop(voice);
    scene
        .alice
        .until_held(|store| store.held["person/cedar-1"]["you/cedar-1"]["microphone"]["connected"] == false)
        .await;
}

#[tokio::test]
async fn a_channel_chosen_is_a_channel_heard() {
    let mut scene = Scene::set().await;
    let mut interpreter = scene.hall.join(&scene.server, "interpreter-1").await;
    let mut bob = scene.hall.join(&scene.server, "olive-1").await;
    let mut ears = scene.listening("olive-1").await;
    let _alice = scene.voice("cedar-1", "alice").await;
    let _voice = scene.voice("interpreter-1", "interpreter").await;
    scene.give_floor().await;
    bob.done(&json!({"type": "choose_channel", "channel": "floor"})).await;
    ears.until(1, "alice").await;

    interpreter.done(&json!({"type": "go_on_air", "output": "a"})).await;
    bob.done(&json!({"type": "choose_channel", "channel": "en"})).await;
    ears.until(0, "interpreter").await;
    for _ in 0..40 {
        assert_eq!(ears.next().await.slot, 0, "the original was not asked for");
    }
    ears.hear(true, true).await;
    ears.until(1, "alice").await;
    ears.until(0, "interpreter").await;
    interpreter.done(&json!({"type": "go_off_air"})).await;
    bob.done(&json!({"type": "choose_channel", "channel": "ar"})).await;
    // Arabic is spoken: the channel passes the floor on.
    ears.hear(true, false).await;
    ears.until(1, "alice").await;
}

#[tokio::test]
async fn who_begins_to_listen_hears_what_they_chose_before() {
    let mut scene = Scene::set().await;
    let mut interpreter = scene.hall.join(&scene.server, "interpreter-1").await;
    let mut bob = scene.hall.join(&scene.server, "olive-1").await;
    let _voice = scene.voice("interpreter-1", "interpreter").await;
    let _alice = scene.voice("cedar-1", "alice").await;
    scene.give_floor().await;
    interpreter.done(&json!({"type": "go_on_air", "output": "a"})).await;
    bob.done(&json!({"type": "choose_channel", "channel": "en"})).await;
    drop(bob);
    let mut ears = scene.listening("olive-1").await;
    assert_eq!(ears.next().await.slot, 0);
    // It may stop, and begin again.
    ears.hear(false, false).await;
    let mut other = scene.listening("palm-1").await;
    other.until(0, "interpreter").await;
    ears.hear(true, false).await;
    ears.until(0, "interpreter").await;
}
