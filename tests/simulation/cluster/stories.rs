//! What happens between two nodes, one thing at a time.

use std::sync::Arc;
use std::time::Duration;

use plenary::log::Memory;
use plenary::log::faulty::Odds;
use plenary::meeting::Meeting;
use plenary::room::{Answer, BEAT_EVERY, LEASE_MS};
use plenary::terms::ids::{Millis, PersonId};
use serde_json::json;
use tokio::time::{Instant, sleep};

use super::air::Air;
use super::place::{GRACE_MS, Ground, Place};
use super::witness::Truth;
use crate::chance::Chance;
use crate::oracle;

/// Nodes on one log that is always well.
struct Nodes {
    ground: Ground,
    chance: Chance,
    started: usize,
}

impl Nodes {
    fn new(seed: u64) -> Self {
        Self::under(seed, Odds::NONE)
    }

    fn under(seed: u64, odds: Odds) -> Self {
        let (air, began) = (Air::new(seed), Instant::now());
        let (log, truth) = (Arc::new(Memory::new()), Truth::default());
        let ground = Ground { log, air, began, odds, truth };
        Self { ground, chance: Chance::new(seed), started: 0 }
    }

    async fn start(&mut self, wrong_by_ms: Millis) -> Place {
        self.started += 1;
        Place::start(&self.ground, &mut self.chance, self.started, wrong_by_ms).await
    }

    /// How often something is in the log.
    async fn count(&self, tag: &str) -> usize {
        let events = oracle::recorded(&self.ground.log).await;
        events.iter().filter(|recorded| recorded.event.tag() == tag).count()
    }
}

fn is_present(meeting: &Meeting, person: &str) -> bool {
    meeting.presence.present.contains_key(&person.parse::<PersonId>().unwrap())
}

async fn pass(for_ms: Millis) {
    sleep(Duration::from_millis(for_ms.unsigned_abs())).await;
}

#[tokio::test(start_paused = true)]
async fn a_node_waits_for_no_one_of_another_that_lives_and_throws_no_one_out() {
    for seed in 0..8 {
        let mut nodes = Nodes::new(seed);
        let mut first = nodes.start(-20_000).await;
        first.connect("chair").await;
        first.hear("chair", true).await;
        pass(60_000).await;
        let mut second = nodes.start(20_000).await;
        second.connect("cedar-1").await;
        second.hear("cedar-1", true).await;
        // Beats are lost, late and doubled all the time.
        pass(600_000).await;
        for tag in ["person_left", "microphone_lost"] {
            assert_eq!(nodes.count(tag).await, 0, "seed {seed}: {tag}");
        }
        assert!(is_present(&second.meeting().await, "chair"));
        assert_eq!(first.meeting().await, second.meeting().await);
        // They leave by their own nodes.
        first.disconnect("chair").await;
        pass(GRACE_MS + 1_000).await;
        assert!(!is_present(&second.meeting().await, "chair"));
    }
}

#[tokio::test(start_paused = true)]
async fn who_was_at_a_node_that_dies_leaves_after_the_lease_and_no_sooner_but_for_who_has_come_elsewhere() {
    let mut nodes = Nodes::new(1);
    nodes.ground.air.calm();
    let (mut first, mut second) = (nodes.start(20_000).await, nodes.start(-20_000).await);
    for person in ["chair", "cedar-1", "olive-1"] {
        first.connect(person).await;
        first.hear(person, true).await;
    }
    second.connect("cedar-1").await;
    second.hear("cedar-1", true).await;
    pass(30_000).await;
    first.die().await;
    second.connect("olive-1").await;
    // Its last beat may be as old as the time between two.
    let beat_ms = Millis::try_from(BEAT_EVERY.as_millis()).unwrap();
    pass(LEASE_MS - beat_ms - 1_000).await;
    let meeting = second.meeting().await;
    assert!(["chair", "cedar-1", "olive-1"].iter().all(|person| is_present(&meeting, person)));
    assert_eq!(meeting.microphones.connected.len(), 3);
    pass(beat_ms + 2_000).await;
    let meeting = second.meeting().await;
    let present: Vec<&str> = meeting.presence.present.keys().map(PersonId::as_str).collect();
    assert_eq!(present, ["cedar-1", "olive-1"]);
    let connected: Vec<&str> = meeting.microphones.connected.keys().map(PersonId::as_str).collect();
    assert_eq!(connected, ["cedar-1"]);
    assert_eq!(meeting.presence.at.nodes().count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_node_that_was_held_for_dead_and_is_not_has_its_people_again_and_it_does_not_go_round_in_circles() {
    let mut nodes = Nodes::new(2);
    nodes.ground.air.calm();
    let (mut first, second) = (nodes.start(0).await, nodes.start(0).await);
    for person in ["chair", "cedar-1"] {
        first.connect(person).await;
        first.hear(person, true).await;
    }
    pass(30_000).await;
    first.antenna.cut(true, false);
    pass(60_000).await;
    first.antenna.cut(false, false);
    let left = nodes.count("person_left").await;
    // Each time they come again they are given the grace period, and no less.
    assert!((2..=2 * 6).contains(&left), "{left}");
    pass(60_000).await;
    assert_eq!(nodes.count("person_left").await, left, "it is heard again");
    let meeting = second.meeting().await;
    assert_eq!(meeting, first.meeting().await);
    assert!(is_present(&meeting, "chair") && is_present(&meeting, "cedar-1"));
    assert_eq!(meeting.microphones.connected.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_node_that_hears_nobody_holds_nobody_for_dead() {
    let mut nodes = Nodes::new(3);
    nodes.ground.air.calm();
    let (mut first, second) = (nodes.start(0).await, nodes.start(0).await);
    first.connect("chair").await;
    pass(30_000).await;
    second.antenna.cut(false, true);
    pass(120_000).await;
    assert_eq!(nodes.count("person_left").await, 0);
    second.antenna.cut(false, false);
    pass(60_000).await;
    assert_eq!(nodes.count("person_left").await, 0);
    // Then it hears again that nobody is there.
    first.die().await;
    pass(LEASE_MS + GRACE_MS).await;
    assert!(!is_present(&second.meeting().await, "chair"));
}

#[tokio::test(start_paused = true)]
async fn who_comes_back_to_a_server_that_was_started_again_was_never_gone_and_who_does_not_is_after_the_grace_period()
 {
    let mut nodes = Nodes::new(4);
    nodes.ground.air.calm();
    let mut first = nodes.start(0).await;
    first.connect("chair").await;
    first.connect("cedar-1").await;
    pass(30_000).await;
    first.die().await;
    let mut again = nodes.start(0).await;
    pass(GRACE_MS - 1_000).await;
    again.connect("chair").await;
    assert!(is_present(&again.meeting().await, "cedar-1"));
    pass(2_000).await;
    let meeting = again.meeting().await;
    assert!(is_present(&meeting, "chair") && !is_present(&meeting, "cedar-1"));
}

#[tokio::test(start_paused = true)]
async fn a_microphone_goes_over_to_the_node_where_it_is_heard_last_and_back_when_it_is_lost_there() {
    let mut nodes = Nodes::new(5);
    nodes.ground.air.calm();
    let (mut first, mut second) = (nodes.start(0).await, nodes.start(0).await);
    let id: PersonId = "chair".parse().unwrap();
    first.hear("chair", true).await;
    pass(1_000).await;
    second.hear("chair", true).await;
    pass(60_000).await;
    let at = |meeting: &Meeting, place: &Place| {
        meeting.microphones.at.is_at(&id, &Some(place.node.clone()))
            && !meeting.microphones.at.is_elsewhere(&id, &Some(place.node.clone()))
    };
    assert!(at(&first.meeting().await, &second), "the newest wins");
    assert_eq!(nodes.count("microphone_connected").await, 2, "and is not disputed");
    second.hear("chair", false).await;
    pass(1_000).await;
    assert!(at(&second.meeting().await, &first));
}

/// A person's command at a node, which is done.
async fn does(nodes: &mut Nodes, place: &Place, person: &str, command: serde_json::Value) {
    let (person, key) = (person.parse().unwrap(), nodes.chance.key());
    let answer = place.room.command(person, key, serde_json::from_value(command).unwrap()).await;
    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
}

#[tokio::test(start_paused = true)]
async fn the_node_that_wrote_last_sees_to_a_timer_at_its_moment_and_where_it_is_gone_another_soon_after() {
    for lives in [true, false] {
        let mut nodes = Nodes::new(6);
        nodes.ground.air.calm();
        let (mut first, second) = (nodes.start(0).await, nodes.start(0).await);
        first.connect("chair").await;
        first.connect("cedar-1").await;
        let asks =
            json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""});
        for (person, command) in [
            ("chair", json!({"type": "open_session"})),
            ("chair", json!({"type": "open_list", "list": "statements"})),
            ("cedar-1", asks),
        ] {
            does(&mut nodes, &first, person, command).await;
        }
        let request = first.meeting().await.speakers.lists.values().next().unwrap().queue[0].to_string();
        let give = json!({"type": "give_floor", "request": request, "ending": null});
        does(&mut nodes, &first, "chair", give).await;
        let limit_ms = second.meeting().await.floor.current.unwrap().clock.limit_at_ms().unwrap();
        let now_ms = oracle::recorded(&nodes.ground.log).await.last().unwrap().at_ms;
        pass(limit_ms - now_ms - 1_000).await;
        if !lives {
            first.die().await;
        }
        pass(2_000).await;
        let reached: Vec<Millis> = oracle::recorded(&nodes.ground.log)
            .await
            .iter()
            .filter(|recorded| recorded.event.tag() == "turn_limit_reached")
            .map(|recorded| recorded.at_ms - limit_ms)
            .collect();
        assert_eq!(reached.len(), 1, "once");
        if lives {
            // A timer of the system is a millisecond late at most.
            assert!((0..50).contains(&reached[0]), "{reached:?}");
        } else {
            assert!((50..=151).contains(&reached[0]), "{reached:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn who_has_gone_before_it_is_stored_that_they_came_is_not_there_for_ever() {
    let (mut people, mut microphones) = (0, 0);
    for seed in 0..32 {
        let is_person = seed % 2 == 0;
        let mut nodes = Nodes::under(seed, Odds { late: 1_000, ..Odds::NONE });
        nodes.ground.air.calm();
        let mut node = nodes.start(0).await;
        pass(60_000).await;
        let before = node.log.fired().late_stored;
        // What is asked for now is stored some time, and nobody hears of it.
        if is_person {
            node.connect("chair").await;
            node.disconnect("chair").await;
        } else {
            node.hear("chair", true).await;
            node.hear("chair", false).await;
        }
        pass(1_000).await;
        node.log.calm();
        // By then the node has looked once more, and whoever has gone has left.
        pass(12_500 + GRACE_MS).await;
        let not_yet = node.log.fired().late_stored == before;
        pass(120_000).await;
        let late = not_yet && node.log.fired().late_stored > before;
        people += usize::from(late && is_person);
        microphones += usize::from(late && !is_person);
        let meeting = node.meeting().await;
        assert!(!is_present(&meeting, "chair"), "seed {seed}");
        assert!(meeting.microphones.connected.is_empty(), "seed {seed}");
    }
    assert!(people > 0 && microphones > 0, "late were {people} people and {microphones} microphones");
}
