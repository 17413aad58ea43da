//! A session in bad weather, by seed: commands that arrive late, twice or again, people who come and go, a log that
//! fails, a second writer; and clients behind the server's own fan-out who read slowly or not at all, are cut off and come
//! back. What must hold is checked at the end and on the way.
//!
//! A seed that once failed is kept in [`SEEDS`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod bugs;
mod chance;
mod clients;
mod cluster;
mod conferences;
mod erasing;
mod follower;
mod invariants;
mod oracle;
#[path = "../store/mod.rs"]
mod store;
mod two_days;
mod wishes;
mod world;

use std::collections::BTreeSet;
use std::path::Path;

use clients::Came;
use world::World;

/// Each seed is another course of events: so many from 0.
const SEEDS: u64 = 64;
/// Seeds that once found something, with what.
const FOUND: [u64; 0] = [];
/// So many of them are kept for the browser's own store.
const KEPT: u64 = 4;

/// The seeds to run: those that are kept, or others that are asked for.
fn seeds() -> Vec<u64> {
    seeds_asked_for(SEEDS).unwrap_or_else(|| FOUND.into_iter().chain(0..SEEDS).collect())
}

/// Other seeds, if `PLENARY_SEEDS` asks for some: from that number on, or by `clock` from one that nobody has had. They are
/// so many as `PLENARY_CASES` says, else `cases`.
#[allow(clippy::disallowed_methods, reason = "a night's seeds come from the clock, and are printed")]
fn seeds_asked_for(cases: u64) -> Option<Vec<u64>> {
    let from = std::env::var("PLENARY_SEEDS").ok()?;
    let first = if from == "clock" {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        u64::try_from(since.as_micros()).unwrap()
    } else {
        from.parse().expect("PLENARY_SEEDS is a number, or clock")
    };
    let cases = std::env::var("PLENARY_CASES").map_or(cases, |cases| cases.parse().expect("a number"));
    Some((first..first + cases).collect())
}

/// Runs every seed; over all of them, every kind of fault must have come.
async fn run(rooms: usize) {
    let (mut lost, mut unanswered, mut unread) = (0, 0, 0);
    let (mut happened, mut came) = (BTreeSet::new(), Came::default());
    for seed in seeds() {
        println!("seed {seed}");
        let keeps = seed < KEPT && rooms == 1;
        let course = World::new(seed, rooms, keeps).await.run().await;
        happened.extend(course.happened);
        came += course.came;
        let fired = course.fired;
        (lost, unanswered, unread) =
            (lost + fired.lost, unanswered + fired.unanswered, unread + fired.unread);
        if keeps {
            keep(seed, &course.taken);
        }
    }
    assert!(
        lost > 20 && unanswered > 20 && unread > 10,
        "{lost} lost, {unanswered} unanswered, {unread} unread"
    );
    assert!(came.resumed > 100 && came.anew > 100 && came.cut > 100 && came.bugs > 20, "{came:?}");
    let sound = ["microphone_opened", "microphone_lost", "interpreter_off_air", "handover_completed"];
    for event in sound.into_iter().chain(["text_given", "act_undone", "request_sent_to_written"]) {
        assert!(happened.contains(event), "over all seeds there was no {event}");
    }
}

/// Keeps what the clients of a course took in and held, for `web/tests/frames.test.ts`: the browser's own store is to
/// hold the same.
fn keep(seed: u64, taken: &[serde_json::Value]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("frames");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{seed}.json")), serde_json::to_vec(taken).unwrap()).unwrap();
}

#[tokio::test(start_paused = true)]
async fn one_room_in_bad_weather() {
    run(1).await;
}

#[tokio::test(start_paused = true)]
async fn two_rooms_that_race_on_one_log() {
    run(2).await;
}
