//! Robots among themselves: a session that lives.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use plenary::meeting::event::Event;
use plenary::meeting::hall::chat;
use plenary::meeting::procedure::floor::{self, Ending};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::sound::interpretation::Source;
use plenary::meeting::sound::plan::Carries;
use tokio::time::sleep;

use crate::world::World;

#[tokio::test(start_paused = true)]
async fn the_session_opens_and_the_list_goes_round() {
    let world = World::new(1).await;
    sleep(Duration::from_secs(15 * 60)).await;
    let notes = world.notes();
    assert_eq!(notes.meeting.programme.phase, Phase::Open);
    let mut turns = BTreeMap::<&str, u32>::new();
    for one in &notes.events {
        if let Event::Floor(floor::Event::FloorGiven { turn }) = &one.event {
            *turns.entry(turn.delegation.as_str()).or_default() += 1;
        } else if let Event::Floor(floor::Event::TurnEnded { ending, .. }) = &one.event {
            assert_eq!(*ending, Ending::Finished);
        }
    }
    assert_eq!(turns.len(), 8, "every delegation speaks: {turns:?}");
    assert!(turns.values().all(|count| *count >= 2), "and again: {turns:?}");
    assert!(notes.tags("handover_completed") >= 1, "booth mates hand over");
    let languages: BTreeSet<String> = notes
        .events
        .iter()
        .filter_map(|one| {
            let Event::Chat(chat::Event::MessageSent { message }) = &one.event else { return None };
            message.language.as_ref().map(ToString::to_string)
        })
        .collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["ar", "en", "fr"]);
    for channel in ["floor", "ar", "en", "fr"] {
        let seconds = notes.heard_on(channel).count() / 50;
        assert!(seconds > 120, "{channel} carries speech: {seconds} s");
    }
    let speakers: BTreeSet<_> = notes.heard_on("floor").map(|heard| heard.person.clone()).collect();
    assert_eq!(speakers.len(), 9, "the chair and eight delegations: {speakers:?}");
    notes.assert_one_voice_to_a_channel();
}

#[tokio::test(start_paused = true)]
async fn the_arabic_booth_works_both_ways() {
    let world = World::new(2).await;
    let interprets = |notes: &crate::world::Notes, channel: &str, into: &str| {
        let channel = notes.plan.channels.get(&channel.parse().unwrap());
        matches!(channel, Some(Carries::Interpretation(person)) if person.as_str().starts_with(&format!("interpreter-{into}")))
    };
    world
        .until("Arabic is spoken: its booth feeds the English channel", |notes| {
            let french = notes.booth("fr-booth");
            notes.speaks("iraq")
                && interprets(notes, "en", "ar")
                && interprets(notes, "fr", "fr")
                && notes.plan.channels.get(&"ar".parse().unwrap()) == Some(&Carries::Floor)
                && french.source == Source::Relay
                && french.relay.as_ref().is_some_and(|relay| relay.as_str() == "en")
        })
        .await;
    world
        .until("French is spoken", |notes| {
            notes.speaks("tunisia")
                && interprets(notes, "ar", "ar")
                && interprets(notes, "en", "en")
                && notes.plan.channels.get(&"fr".parse().unwrap()) == Some(&Carries::Floor)
        })
        .await;
    world
        .until("English is spoken", |notes| {
            notes.speaks("jordan") && interprets(notes, "ar", "ar") && interprets(notes, "fr", "fr")
        })
        .await;
    world.notes().assert_one_voice_to_a_channel();
}

/// What happened in five minutes, without the moments.
async fn course(seed: u64) -> Vec<String> {
    let world = World::new(seed).await;
    sleep(Duration::from_secs(5 * 60)).await;
    let notes = world.notes();
    notes.events.iter().map(|one| format!("{:?} {:?}", one.actor, one.event)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_seed_gives_the_same_course_again() {
    let first = course(7).await;
    assert!(first.len() > 100, "{} events", first.len());
    assert_eq!(first, course(7).await);
    assert_ne!(first, course(8).await);
}
