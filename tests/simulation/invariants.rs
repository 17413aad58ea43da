//! A decision that would break what always holds is a bug: it is not stored, and the meeting goes on as it was. The bug
//! is played by a log that nobody can have written: a request on a list that there is not.

use std::path::Path;
use std::sync::Arc;

use plenary::conference::ConferencePlan;
use plenary::log::{Log, Memory, Stream};
use plenary::meeting::command::Actor;
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::procedure::speakers::{self, Request};
use plenary::room::{Answer, Clock, Room, Settings, open_alone, stored};
use plenary::terms::ids::SessionId;
use serde_json::{Value, json};
use uuid::Uuid;

const SESSION: &str = "opening";

async fn open(log: &Arc<dyn Log>) -> Room {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml");
    let session: SessionId = SESSION.parse().unwrap();
    let charter = ConferencePlan::read(&file).unwrap().charter(&session).unwrap();
    let settings = Settings { grace_ms: 0, clock: Clock::manual(1_000_000), ..Settings::default() };
    open_alone(log, charter, &settings).await.unwrap()
}

/// Asks for something, under a key made of what is asked: nobody here asks twice for the same.
async fn ask(room: &Room, person: &str, command: Value) -> Answer {
    let key = Uuid::from_u128(
        command.to_string().bytes().fold(0, |key: u128, byte| key.wrapping_mul(31) ^ u128::from(byte)),
    );
    let command = serde_json::from_value(command).unwrap();
    room.command(person.parse().unwrap(), key, command).await
}

/// The room of a session in whose log Cedar waits on a list that there is not.
async fn with_a_stray_request() -> Room {
    let log: Arc<dyn Log> = Arc::new(Memory::new());
    let room = open(&log).await;
    let seq = room.look().await.unwrap().seq;
    room.stop().await;
    let request = Request {
        id: "r9".parse().unwrap(),
        list: "gone".parse().unwrap(),
        delegation: "cedar".parse().unwrap(),
        speaker: None,
        language: "en".parse().unwrap(),
        on_behalf_of: String::new(),
        turn_ms: 180_000,
        inscribed: true,
        reply_to: None,
    };
    let event = Event::Speakers(speakers::Event::FloorRequested { request });
    let stray = Recorded {
        seq: seq + 1,
        at_ms: 1_000_000,
        actor: Actor::Server,
        conference_seq: None,
        key: None,
        event,
    };
    let entry = stored::encode(&log, &stray, stray.event.tag()).await.unwrap();
    let stream = Stream::new(&format!("session/{SESSION}")).unwrap();
    log.append(&stream, seq, vec![entry]).await.unwrap();
    open(&log).await
}

#[tokio::test]
async fn a_decision_that_breaks_what_always_holds_is_not_stored_and_others_go_on() {
    let room = with_a_stray_request().await;
    let before = room.look().await.unwrap();
    let withdrawn = ask(&room, "cedar-1", json!({"type": "withdraw_request", "request": "r9"})).await;
    assert_eq!(withdrawn, Answer::NotStored);
    assert_eq!(room.look().await.unwrap(), before, "the draft stays as it was");
    let listed = ask(&room, "chair", json!({"type": "open_list", "list": "statements"})).await;
    assert_eq!(listed, Answer::Done(before.seq + 1));
}

#[tokio::test]
async fn what_the_log_brought_in_broken_holds_nobody_up() {
    let room = with_a_stray_request().await;
    let before = room.look().await.unwrap();
    let named = json!({"type": "name_speaker", "request": "r9", "person": "cedar-1"});
    assert_eq!(ask(&room, "cedar-1", named).await, Answer::Done(before.seq + 1));
}
