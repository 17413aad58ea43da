//! A client that goes from one node to another, of which each has told its own clients in other steps.

use std::path::Path;
use std::sync::Arc;

use plenary::conference::ConferencePlan;
use plenary::log::{Log, Memory};
use plenary::room::{Answer, Clock, Publication, Settings, open_alone};
use plenary::terms::ids::SessionId;
use serde_json::json;

use crate::chance::Chance;
use crate::clients::{Clients, view_of};

#[tokio::test(start_paused = true)]
async fn whoever_comes_from_another_node_keeps_nothing_that_changed_and_changed_back_meanwhile() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml");
    let session: SessionId = "opening".parse().unwrap();
    let charter = ConferencePlan::read(&file).unwrap().charter(&session).unwrap();
    let log: Arc<dyn Log> = Arc::new(Memory::new());
    let (mut chance, clock) = (Chance::new(1), Clock::manual(1_000_000));
    let settings = Settings { clock: clock.clone(), ..Settings::default() };
    let room = open_alone(&log, charter, &settings).await.unwrap();
    let (meeting, mut published) = room.follow().await.unwrap();
    let (mut first, told_first) = Clients::new(&mut chance, clock.clone(), meeting.clone());
    let (mut second, told_second) = Clients::new(&mut chance, clock, meeting);
    first.come("cedar-1").await;

    let mut steps = Vec::new();
    let mut whole: Option<Publication> = None;
    for wish in ["mute_microphone", "unmute_microphone"] {
        let command = serde_json::from_value(json!({ "type": wish })).unwrap();
        let answer = room.command("cedar-1".parse().unwrap(), chance.key(), command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
        let publication = published.recv().await.unwrap();
        steps.extend(publication.steps.iter().cloned());
        if let Some(whole) = &mut whole {
            whole.after = publication.after;
        } else {
            // The one node tells of each, and loses its client in between.
            whole = Some(publication.clone());
            let after = publication.after.clone();
            let seen = |meeting| view_of(meeting, "cedar-1");
            assert_ne!(seen(&publication.before), seen(&after), "there is something to keep");
            told_first.send(publication).await.unwrap();
            first.read_on().await;
            first.assert_settled(&after);
        }
    }
    // The other reads both at once, and has nothing to tell.
    let whole = Publication { steps: steps.into(), ..whole.unwrap() };
    let after = whole.after.clone();
    assert_eq!(view_of(&whole.before, "cedar-1"), view_of(&after, "cedar-1"), "and back");
    told_second.send(whole).await.unwrap();
    second.read_on().await;
    first.flee(&mut second);
    second.come_back().await;
    second.read_on().await;
    second.assert_settled(&after);
}
