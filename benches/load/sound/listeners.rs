//! The process of the listeners: one thread that is everybody of the session, and tells what they have heard.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde_json::json;

use super::super::{cores, note};
use super::arriving;
use super::hall::{CHAIR, Hall, SPEAKER};
use super::job::{Findings, Job, Storm, Task, Window};
use super::packet::PER_SECOND;

/// How long a storm of listeners may take.
const STORM_WITHIN: Duration = Duration::from_secs(120);
/// Listeners that join at once before the storm.
const EARLY_AT_ONCE: usize = 200;
/// Packets said before each measured stretch: whatever a pause has cost is over then.
const WARM_UP: u64 = 25;

/// Reads what is to be measured from standard input, measures, and prints what it found.
///
/// # Errors
/// If it could not be measured.
pub fn serve() -> anyhow::Result<()> {
    let job: Job = serde_json::from_reader(std::io::stdin().lock()).context("the job is not understood")?;
    if let Some(core) = job.core {
        cores::keep_to(core)?;
    }
    let found = match job.task {
        Task::Measure => serde_json::to_string(&measure(job)?),
        Task::Arrive { over_s } => serde_json::to_string(&arriving::arrive(job, over_s)?),
        Task::ComeAndGo { seconds } => serde_json::to_string(&arriving::come_and_go(job, seconds)?),
    };
    println!("{}", found?);
    Ok(())
}

fn measure(job: Job) -> anyhow::Result<Findings> {
    let mut hall = Hall::enter(job)?;
    hall.plug_in()?;
    give_floor(&mut hall)?;
    let before = hall.rest()?;
    let (early, all) = (hall.job().early, hall.job().listeners());
    hall.speak(u64::MAX)?;
    // Not all at once: this is no storm yet, and handshakes that wait too long are given up.
    for first in (0..early).step_by(EARLY_AT_ONCE) {
        hall.join(first..early.min(first.saturating_add(EARLY_AT_ONCE as u32)), STORM_WITHIN)?;
    }
    let storm = storm(&mut hall, early, all)?;
    let after = hall.rest()?;
    note("all hear");
    let mut windows = Vec::new();
    for _ in 0..hall.job().windows {
        windows.push(window(&mut hall)?);
    }
    let bytes_each = after.rss_bytes.saturating_sub(before.rss_bytes) / u64::from(all.max(1));
    Ok(Findings { bytes_each, storm, windows, lateness: hall.lateness() })
}

/// The speaker agrees to be heard, and is given the floor.
///
/// # Errors
/// If the server refuses it.
pub fn give_floor(hall: &mut Hall) -> anyhow::Result<()> {
    hall.command(SPEAKER, &json!({ "type": "agree_to_microphone", "agrees": true }))?;
    hall.command(CHAIR, &json!({ "type": "open_session" }))?;
    let request = json!({
        "type": "add_request", "list": "statements", "delegation": "seat-1", "language": "en", "on_behalf_of": "",
    });
    hall.command(CHAIR, &request)?;
    let request = hall.request()?;
    hall.command(CHAIR, &json!({ "type": "give_floor", "request": request, "ending": null }))
}

/// All others join while the early ones hear.
fn storm(hall: &mut Hall, early: u32, all: u32) -> anyhow::Result<Storm> {
    hall.hush()?;
    hall.measure();
    let (before, began) = (hall.usage()?, Instant::now());
    hall.speak(u64::MAX)?;
    let joined = hall.join(early..all, STORM_WITHIN)?;
    let said = hall.hush()?;
    let cpu_us = hall.usage()?.cpu_us - before.cpu_us;
    let window = hall.window(said, cpu_us, began.elapsed());
    Ok(Storm { joined: all - early, seconds: joined.as_secs_f64(), window, lateness: hall.lateness() })
}

/// A stretch of speech that all hear.
fn window(hall: &mut Hall) -> anyhow::Result<Window> {
    hall.speak(WARM_UP)?;
    hall.heard(WARM_UP)?;
    hall.hush()?;
    hall.measure();
    let packets = u64::from(PER_SECOND) * u64::from(hall.job().seconds);
    let (before, began) = (hall.usage()?, Instant::now());
    hall.speak(packets)?;
    hall.heard(packets)?;
    let cpu_us = hall.usage()?.cpu_us - before.cpu_us;
    Ok(hall.window(packets, cpu_us, began.elapsed()))
}
