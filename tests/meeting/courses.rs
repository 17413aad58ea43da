//! How random courses are drawn. In CI they are always the same; `PLENARY_SEEDS=clock` draws others, for a night, and
//! `PLENARY_CASES` says how many. What a course has found is kept in `regressions.txt` and tried first for ever.

use std::time::{SystemTime, UNIX_EPOCH};

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};

/// The seed of every day.
const SEED: u64 = 20_210_224;
/// Written by proptest when a course fails: commit the line.
const FOUND: &str = "tests/meeting/regressions.txt";

/// How many courses, and from which seed.
#[allow(clippy::disallowed_methods, reason = "a night's seeds come from the clock, and are printed")]
pub fn courses(cases: u32) -> Config {
    let by_clock = std::env::var("PLENARY_SEEDS").is_ok_and(|seeds| seeds == "clock");
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed = if by_clock { u64::try_from(since.as_nanos() & u128::from(u64::MAX)).unwrap() } else { SEED };
    if by_clock {
        println!("courses from the seed {seed}");
    }
    let asked = std::env::var("PLENARY_CASES").ok();
    Config {
        cases: asked.map_or(cases, |asked| asked.parse().expect("PLENARY_CASES is a number")),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(FOUND))),
        ..Config::default()
    }
}
