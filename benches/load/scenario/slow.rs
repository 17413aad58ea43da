//! Slow clients: some read hardly or not at all. The others must not feel it, and the server's memory stays bounded.

use std::time::{Duration, Instant};

use serde_json::json;

use super::super::server::Program;
use super::client::Pace;
use super::latencies::Spread;
use super::outcome::{Curve, Mark, Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{JOINED_WITHIN, Size, acts, finding, numbered};

/// One of so many reads slowly; every other one of these not at all.
const SLOW_OF: u32 = 10;
/// Messages a second, each as long as a message may be.
const MESSAGES_PER_S: u32 = 20;
/// Characters of a message: with 20 a second what waits for a client reaches its bound in a quarter of a minute.
const MESSAGE_CHARS: usize = 1_950;
/// Memory that may be taken in all: what waits is shared.
const MEMORY_MOST_MIB: f64 = 48.0;
/// How much later others may be served than before, besides a margin for the machine, in milliseconds.
const LATER_MOST: (f64, f64) = (1.5, 20.0);
/// How long the slow may take to stand where the session stands once they read.
const AGAIN_WITHIN: Duration = Duration::from_secs(30);
/// How often memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Plays it.
///
/// # Errors
/// If it could not be measured.
pub async fn play(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let Size { people, seconds, .. } = size;
    let scene = Scene::alone(program, people).await?;
    let world = World::new(scene.places());
    let mut accounts = numbered(scene.enter().await?);
    // Nobody who acts is slow: the last of the observers are, and what comes to them is counted apart.
    let last = accounts.split_off(accounts.len() - (people / SLOW_OF) as usize);
    let all = People::new(accounts, "plenary", world.clone());
    let slow = People::new(last, "plenary", world.beside());
    slow.all().for_each(|client| client.narrows());
    all.all_come(JOINED_WITHIN).await?;
    slow.all_come(JOINED_WITHIN).await?;
    acts::open(&all).await?;
    let mut outcome = Outcome::new(
        "slow",
        format!(
            "{people} clients and {MESSAGES_PER_S} messages of 4 kB a second; for {seconds} s all read, then for {} s \
             {} read 1 kB a second or nothing, then all read again",
            seconds * 2,
            slow.size()
        ),
    );
    world.begin();
    let (before, _) = meanwhile(&all, &scene, Duration::from_secs(seconds)).await?;
    all.all_answered(JOINED_WITHIN).await;
    let calm = world.measured.borrow().delivered.all();
    let rss_before = scene.usage(0)?.rss_bytes;
    let mark = |what, world: &World| Mark { at_s: world.second() as f64, what };
    outcome.marks.push(mark("some stop reading", &world));
    for (place, client) in slow.all().enumerate() {
        client.reads(if place % 2 == 0 { Pace::Stopped } else { Pace::Trickle });
    }
    let first = usize::try_from(world.second()).unwrap_or(usize::MAX);
    let (meanwhile_done, peak) = meanwhile(&all, &scene, Duration::from_secs(seconds * 2)).await?;
    let mut among = Spread::default();
    world
        .measured
        .borrow()
        .delivered
        .seconds()
        .iter()
        .skip(first + 1)
        .for_each(|second| among.add_all(second));
    outcome.marks.push(mark("all read again", &world));
    slow.all().for_each(|client| client.reads(Pace::Full));
    let again = Instant::now();
    let stands = all.one(0).map_or(0, |chair| chair.seq());
    let back = || slow.all().all(|client| client.is_whole() && client.seq() >= stands);
    slow.world.until("the slow stand where the session stands", AGAIN_WITHIN, back).await?;
    outcome.figure(
        "until the slow stood where the session stands",
        format!("{:.2} s", again.elapsed().as_secs_f64()),
    );
    let grown = peak.saturating_sub(rss_before) as f64 / f64::from(1 << 20);
    outcome.goal("memory taken meanwhile", grown, MEMORY_MOST_MIB, "MiB", source::SET);
    outcome.figure("messages", format!("{before} before, {meanwhile_done} meanwhile"));
    tell(&mut outcome, &world, &slow, (&calm, &among));
    finding::endings(&mut outcome, &slow);
    finding::correct(&mut outcome, vec![all, slow], scene, "plenary").await?;
    Ok(outcome)
}

/// What those felt who read, before and meanwhile, and what became of the slow.
fn tell(outcome: &mut Outcome, world: &World, slow: &People, (calm, among): (&Spread, &Spread)) {
    let later = calm.ms(0.99) * LATER_MOST.0 + LATER_MOST.1;
    outcome.goal("a message to those who read, p99, beside before", among.ms(0.99), later, "ms", source::SET);
    outcome.spread("a message before", calm);
    outcome.spread("a message meanwhile", among);
    let resynchronised: u32 = slow.all().map(|client| client.resynchronised()).sum();
    outcome.figure("resynchronised by the server", resynchronised.to_string());
    outcome.figure("of the slow, connections that the server ended", slow.world.endings().to_string());
    if resynchronised == 0 && slow.world.endings() == 0 {
        let why = "nobody fell so far behind that the server let something go: name more --seconds";
        outcome.not_measured.push(why.to_owned());
    }
    outcome.goal("connections lost of those who read", world.endings() as f64, 0.0, "", source::CORRECT);
    outcome.curves.push(Curve {
        name: "a message to those who read".to_owned(),
        series: world.begin().delivered,
        goal_ms: Some(100.0),
    });
}

/// Messages by those who read, for so long. Tells how many were written, and the most memory that the server held.
async fn meanwhile(all: &People, scene: &Scene, long: Duration) -> anyhow::Result<(u32, u64)> {
    let writers: Vec<_> = all.within(0..all.size() / 2);
    let text = "ب".repeat(MESSAGE_CHARS);
    let began = tokio::time::Instant::now();
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / MESSAGES_PER_S);
    let (mut written, mut peak, mut looked) = (0, 0, began);
    for writer in writers.iter().cycle() {
        let now = ticks.tick().await;
        if now.duration_since(began) >= long {
            break;
        }
        written += 1;
        let (writer, text) = (writer.clone(), format!("load:{} {text}", all.world.now_us()));
        tokio::task::spawn_local(async move {
            let message = json!({ "type": "send_message", "room": "main", "text": text, "language": "ar" });
            // What became of it is counted by the client.
            drop(writer.ask(&message).await);
        });
        if looked.elapsed() >= LOOK_EVERY {
            looked = now;
            peak = peak.max(scene.usage(0)?.rss_bytes);
        }
    }
    Ok((written, peak))
}
