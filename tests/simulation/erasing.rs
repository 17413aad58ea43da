//! A message that is deleted is erased from the log, whoever learns that the deletion was stored.

use std::sync::Arc;

use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, Memory, Stream};
use plenary::room::{Answer, Clock};
use plenary::terms::ids::PersonId;
use serde_json::{Value, json};

use crate::bugs::open;
use crate::chance::Chance;

const SECRET: &str = "my number is 0961 555 010";

/// Whether what was written stands in the log, in an entry or beside it.
async fn stands(log: &Memory) -> bool {
    let stream = Stream::new("session/opening").unwrap();
    let entries = log.read(&stream, 0, usize::MAX).await.unwrap();
    let holds = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
    entries.iter().any(|entry| holds(&entry.body) || entry.parts.iter().any(|part| holds(&part.body)))
}

#[tokio::test(start_paused = true)]
async fn a_deletion_whose_append_was_not_answered_is_erased_once_it_is_read() {
    let memory = Memory::new();
    let odds = Odds { unanswered: 1_000, ..Odds::default() };
    let log = Arc::new(Faulty::new(Arc::new(memory.clone()), 1, odds));
    log.calm();
    let (room, follower) = open(log.clone(), Clock::manual(1_000_000)).await;
    let (amina, mut chance): (PersonId, _) = ("cedar-1".parse().unwrap(), Chance::new(1));
    room.connected(amina.clone()).await;
    let mut ask = async |command: Value| {
        room.command(amina.clone(), chance.key(), serde_json::from_value(command).unwrap()).await
    };
    let said = json!({"type": "send_message", "room": "main", "language": null, "text": SECRET});
    let Answer::Done(seq) = ask(said).await else { panic!("it is written") };
    assert!(stands(&memory).await, "it is found where it is");
    log.storm();
    let delete = json!({"type": "delete_message", "message": format!("m{seq}"), "reason": ""});
    assert_eq!(ask(delete).await, Answer::NotStored, "whoever asked does not know");
    assert!(!stands(&memory).await, "the room has read that it was stored");
    room.stop().await;
    follower.await.unwrap();
}
