//! Somebody of the simulated secretariat: enters the documents, and keeps the record of what is said.

use std::sync::Arc;
use std::time::Duration;

use plenary::attended::Attended;
use plenary::conference::ConferencePlan;
use plenary::conference::command::Taken;
use plenary::log::{Log, Memory};
use plenary::meeting::command::Command;
use plenary::robots::desk::{self, Parts, Script};
use plenary::room::{Answer, Clips, Clock, Node, Registry, Room, Settings};
use plenary::terms::ids::{PersonId, RequestId, TurnId};
use serde_json::json;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use crate::world::{BEGINS_MS, folder, person};

struct Kept {
    rooms: Registry,
    room: Room,
    attended: Attended,
}

async fn kept(log: &Arc<dyn Log>) -> Kept {
    let plan = ConferencePlan::read(&folder().join("conference.toml")).unwrap();
    let clock = Clock::manual(BEGINS_MS);
    let settings = Settings {
        clock: clock.clone(),
        node: Node::alone("theirs".parse().unwrap()),
        ..Settings::default()
    };
    let rooms = Registry::open(log, |_| Some(Taken::as_filed(&plan)), &settings).await.unwrap();
    let room = rooms.room(&"opening".parse().unwrap()).unwrap();
    let script = Script::read(&folder().join("desk")).unwrap().unwrap();
    let (attended, clips) = (Attended::default(), Clips::of(log.clone(), rooms.clone()));
    let parts =
        Parts { script, room: room.clone(), rooms: rooms.clone(), clips, attended: attended.clone(), clock };
    tokio::spawn(desk::keep(parts));
    Kept { rooms, room, attended }
}

impl Kept {
    async fn done(&self, who: &str, command: serde_json::Value) {
        let wanted: Command = serde_json::from_value(command.clone()).unwrap();
        let answer = self
            .room
            .command(person(who), Uuid::from_u64_pair(2, self.room.look().await.unwrap().seq), wanted)
            .await;
        assert!(matches!(answer, Answer::Done(_)), "{command}: {answer:?}");
    }

    async fn until(
        &self,
        what: &str,
        holds: impl Fn(&plenary::conference::Conference, &plenary::meeting::Meeting) -> bool,
    ) {
        let began = Instant::now();
        loop {
            let meeting = self.room.look().await.unwrap();
            if holds(&self.rooms.conference(), &meeting) {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(600), "{what}: not in time");
            sleep(Duration::from_millis(100)).await;
        }
    }

    /// Somebody asks for the floor and is given it.
    async fn takes_floor(&self, who: &str) -> TurnId {
        self.done(
            who,
            json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""}),
        )
        .await;
        let meeting = self.room.look().await.unwrap();
        let request: RequestId = meeting.speakers.next().unwrap().clone();
        self.done("chair", json!({"type": "give_floor", "request": request, "ending": null})).await;
        self.room.look().await.unwrap().floor.current.as_ref().unwrap().turn.id.clone()
    }
}

#[test]
fn the_sample_is_written_in_all_its_languages_of_people_who_speak() {
    let script = Script::read(&folder().join("desk")).unwrap().unwrap();
    let voices = plenary::robots::Script::read(&folder().join("voices")).unwrap().unwrap();
    let speaks = |who: &PersonId| voices.statements.iter().any(|statement| statement.person == *who);
    assert!(script.speakers().count() >= 6 && script.speakers().all(speaks));
    // Nobody whose link is printed, so that whoever tries a link is not in the way.
    let plan = ConferencePlan::read(&folder().join("conference.toml")).unwrap();
    assert!(!plan.demo_links.contains(script.person()));
    let empty = tempfile::tempdir().unwrap();
    assert!(Script::read(empty.path()).unwrap().is_none());
    std::fs::write(empty.path().join("desk.toml"), "person = \"x\"\ndocument = []\n").unwrap();
    assert!(Script::read(empty.path()).unwrap_err().to_string().contains("desk.toml"));
}

#[tokio::test(start_paused = true)]
async fn documents_are_entered_and_what_was_said_is_marked_summed_up_and_gathered_once() {
    let log: Arc<dyn Log> = Arc::new(Memory::new());
    let hall = kept(&log).await;
    hall.until("documents", |conference, _| {
        let released = conference.documents.all().filter(|document| document.is_released());
        let files = conference.documents.all().map(|document| document.files.len()).sum::<usize>();
        (released.count(), files) == (3, 9)
    })
    .await;
    assert_eq!(hall.rooms.conference().documents.all().filter(|document| document.is_public()).count(), 2);
    hall.until("messages from before", |conference, _| conference.key_messages.messages.len() == 4).await;
    hall.done("chair", json!({"type": "open_session"})).await;
    hall.done("chair", json!({"type": "open_list", "list": "statements"})).await;
    let turn = hall.takes_floor("iraq-head").await;
    hall.until("a mark", |_, meeting| {
        meeting.notes.marks.iter().any(|mark| mark.turn.as_ref() == Some(&turn))
    })
    .await;
    hall.done("iraq-head", json!({"type": "finish_turn", "turn": turn})).await;
    hall.until("a summary in each language and a message", |conference, meeting| {
        let summaries = meeting.notes.summaries().filter(|(of, ..)| **of == turn).count();
        let from =
            conference.key_messages.messages.iter().filter_map(|message| message.content.source.as_ref());
        (summaries, from.filter(|source| source.turn == turn).count()) == (3, 1)
    })
    .await;

    // A real person in the seat: nothing is done in their name.
    let who = person("secretariat-3");
    hall.attended.enter(hall.room.session(), &who);
    let other = hall.takes_floor("lebanon-head").await;
    hall.done("lebanon-head", json!({"type": "finish_turn", "turn": other})).await;
    sleep(Duration::from_secs(10)).await;
    let meeting = hall.room.look().await.unwrap();
    assert_eq!(meeting.notes.summaries().filter(|(of, ..)| **of == other).count(), 0);
    hall.attended.leave(hall.room.session(), &who);
    hall.until("it goes on", |_, meeting| meeting.notes.summaries().any(|(of, ..)| *of == other)).await;

    // Started again on the same log, nothing comes twice.
    let (messages, documents) = {
        let conference = hall.rooms.conference();
        (conference.key_messages.messages.len(), conference.documents.all().count())
    };
    hall.rooms.stop().await;
    let again = kept(&log).await;
    sleep(Duration::from_secs(10)).await;
    let conference = again.rooms.conference();
    assert_eq!(
        (conference.key_messages.messages.len(), conference.documents.all().count()),
        (messages, documents)
    );
}
