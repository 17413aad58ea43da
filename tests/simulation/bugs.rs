//! A room that meets a bug outside the rules, and a wall clock that is set: nobody is harmed.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use plenary::conference::ConferencePlan;
use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, Memory};
use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::room::{Answer, Clock, Room, Settings, open_alone};
use plenary::terms::ids::{PersonId, SessionId};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::follower::Follower;

const LONG_AGO_MS: i64 = 1_000_000;

/// A room on a log, and who follows it.
pub async fn open(log: Arc<dyn Log>, clock: Clock) -> (Room, tokio::task::JoinHandle<Meeting>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml");
    let session: SessionId = "opening".parse().unwrap();
    let charter = ConferencePlan::read(&file).unwrap().charter(&session).unwrap();
    let settings = Settings { clock, ..Settings::default() };
    let room = open_alone(&log, charter, &settings).await.unwrap();
    let (meeting, published) = room.follow().await.unwrap();
    let follower = Follower::new(meeting);
    (room, tokio::spawn(follower.follow(published)))
}

async fn asked(room: &Room, chance: &mut Chance, person: &str, command: Value) -> Answer {
    room.command(person.parse().unwrap(), chance.key(), serde_json::from_value(command).unwrap()).await
}

fn said(text: &str) -> Command {
    serde_json::from_value(json!({"type": "send_message", "room": "main", "language": null, "text": text}))
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_room_that_meets_a_bug_goes_on_from_what_is_stored() {
    let fails = Arc::new(AtomicBool::new(false));
    let failing = fails.clone();
    let odds = Odds { raced: 1_000, ..Odds::default() };
    let log = Faulty::new(Arc::new(Memory::new()), 1, odds).with_rival(move |_, _| {
        assert!(!failing.swap(false, Ordering::SeqCst), "as intended");
        Vec::new()
    });
    let clock = Clock::manual(LONG_AGO_MS);
    let (room, follower) = open(Arc::new(log), clock.clone()).await;
    let (amina, mut chance): (PersonId, _) = ("cedar-1".parse().unwrap(), Chance::new(1));
    room.connected(amina.clone()).await;
    for number in 0..2 {
        let key = chance.key();
        fails.store(true, Ordering::SeqCst);
        assert_eq!(room.command(amina.clone(), key, said("once")).await, Answer::NotStored);
        let again = room.command(amina.clone(), key, said("once")).await;
        assert!(matches!(again, Answer::Done(_)), "{again:?}");
        assert_eq!(room.command(amina.clone(), key, said("once")).await, again);
        assert!(room.lives());
        let meeting = room.look().await.unwrap();
        assert!(meeting.presence.present.contains_key(&amina), "whoever is here stays");
        let text = serde_json::to_string(&plenary::meeting::view::snapshot(
            &meeting,
            &plenary::meeting::view::Scope::Everyone,
        ));
        assert_eq!(text.unwrap().matches("\"once\"").count(), number + 1);
    }
    room.stop().await;
    follower.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_wall_clock_that_is_set_ends_no_turn_and_drops_nobody() {
    let wall = Arc::new(AtomicI64::new(LONG_AGO_MS));
    let read = wall.clone();
    let clock = Clock::steady(move || read.load(Ordering::SeqCst));
    let (room, follower) = open(Arc::new(Memory::new()), clock.clone()).await;
    let mut chance = Chance::new(2);
    let request = json!({"type": "add_request", "list": "statements", "language": "en", "on_behalf_of": "",
                         "delegation": "cedar"});
    for command in
        [json!({"type": "open_session"}), json!({"type": "open_list", "list": "statements"}), request]
    {
        let answer = asked(&room, &mut chance, "chair", command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    let meeting = room.look().await.unwrap();
    let request = meeting.speakers.lists.values().next().unwrap().queue[0].to_string();
    let give = json!({"type": "give_floor", "request": request, "ending": null});
    assert!(matches!(asked(&room, &mut chance, "chair", give).await, Answer::Done(_)));
    let amina: PersonId = "cedar-1".parse().unwrap();
    room.connected(amina.clone()).await;
    room.disconnected(amina.clone()).await;

    // A turn of three minutes, and ten seconds in which one may come back.
    for (set_by_ms, seconds) in [(60_000, 1), (-60_000, 8)] {
        wall.store(clock.now_ms() + set_by_ms, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        let meeting = room.look().await.unwrap();
        assert!(meeting.presence.present.contains_key(&amina), "{set_by_ms}");
        let turn = meeting.floor.current.as_ref().unwrap();
        assert!(!turn.clock.limit_reached, "{set_by_ms}");
        assert!((0..10_000).contains(&turn.clock.spoken_ms(clock.now_ms())));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(!room.look().await.unwrap().presence.present.contains_key(&amina), "after ten seconds");
    let reached = async |seconds| {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        room.look().await.unwrap().floor.current.as_ref().unwrap().clock.limit_reached
    };
    assert_eq!((reached(165).await, reached(6).await), (false, true), "after three minutes");
    room.stop().await;
    follower.await.unwrap();
}
