//! A session in bad weather, by seed: clients whose commands arrive late, twice or again, people who come and go,
//! a log that fails, and a second writer. What must hold is checked at the end and on the way.
//!
//! A seed that once failed is kept in [`SEEDS`].

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod chance;
mod follower;
mod oracle;
mod wishes;
mod world;

use world::World;

/// Each seed is another course of events.
const SEEDS: std::ops::Range<u64> = 0..16;

#[tokio::test]
async fn one_room_in_bad_weather() {
    for seed in SEEDS {
        World::new(seed, 1).await.run().await;
    }
}

#[tokio::test]
async fn two_rooms_that_race_on_one_log() {
    for seed in SEEDS {
        World::new(seed, 2).await.run().await;
    }
}
