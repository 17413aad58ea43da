//! The opening minute: everybody opens their link, fetches the page and enters the session, spread over a minute, and a share
//! of them takes up the sound.

use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::Context as _;

use super::super::entering::{self, Account};
use super::super::part::Running;
use super::super::server::Program;
use super::super::sound::{Arrivals, By, Job, Task};
use super::house::FIRST_DELEGATE;
use super::latencies::{Series, Spread};
use super::outcome::{Curve, Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{Size, finding, note, pages};

/// The chair, and the first delegation's speaker: they belong to those with sound.
const WITH_SOUND_FIRST: [u32; 2] = [0, FIRST_DELEGATE];
/// Of the people so many take up the sound over WebRTC here: one of five, and no more than a machine can be of peers.
const LISTENERS: (u32, u32) = (5, 300);
/// How long the last may take.
const LAST_WITHIN: Duration = Duration::from_secs(60);

/// What has come of opening links.
#[derive(Default)]
struct Visits {
    took: Series,
    bytes: usize,
    failed: Vec<String>,
}

/// Plays it.
///
/// # Errors
/// If it could not be measured.
pub async fn play(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let Size { people, seconds, .. } = size;
    let listeners = (people / LISTENERS.0).min(LISTENERS.1);
    let scene = Scene::alone(program, people).await?;
    let files = pages::files(scene.server(0)?.address()).await?;
    let with_sound: Vec<u32> = WITH_SOUND_FIRST.into_iter().chain(people - listeners..people).collect();
    let mut outcome = Outcome::new(
        "opening",
        format!(
            "{people} people come within {seconds} s, by their links: {} files of the page each, then the session; \
             {listeners} of them take up the sound over WebRTC",
            files.len()
        ),
    );
    let job = sound(&scene, &with_sound, seconds).await?;
    let mut part = Running::start(&["listeners"], &serde_json::to_vec(&job)?)?;
    let before = scene.usage(0)?;
    let numbers: Vec<u32> = (0..people).filter(|number| !with_sound.contains(number)).collect();
    let (all, visits) = come(&scene, &numbers, files, seconds).await?;
    // Who is not in by then is counted.
    drop(all.all_in(LAST_WITHIN).await);
    note("all have come; waiting for the sound of the last");
    let line = part.result(LAST_WITHIN + Duration::from_secs(seconds)).await?;
    let heard: Arrivals = serde_json::from_str(&line).context("the listeners' answer is not understood")?;
    let after = scene.usage(0)?;
    let missing = numbers.len() as f64 - f64::from(all.world.whole());
    outcome.goal("people who did not get in", missing, 0.0, "", source::CORRECT);
    outcome.goal("connections lost", all.world.endings() as f64, 0.0, "", source::CORRECT);
    let bytes = visits.bytes / numbers.len().max(1);
    tell(&mut outcome, visits, all.world.begin().joined);
    hear(&mut outcome, &heard, listeners);
    outcome.figure("bytes of the page and the lobby each", bytes.to_string());
    let cpu_s = (after.cpu_us - before.cpu_us) / 1e6;
    let each_us = cpu_s * 1e6 / f64::from(people);
    outcome.figure("server", format!("{cpu_s:.1} s of processor time, {each_us:.0} µs each"));
    let mib = after.rss_bytes.saturating_sub(before.rss_bytes) as f64 / f64::from(1 << 20);
    outcome.figure("memory taken", format!("{mib:.1} MiB"));
    finding::endings(&mut outcome, &all);
    finding::correct(&mut outcome, vec![all], scene, "plenary").await?;
    Ok(outcome)
}

/// What those with sound do.
async fn sound(scene: &Scene, with_sound: &[u32], seconds: u64) -> anyhow::Result<Job> {
    let server = scene.server(0)?;
    let secrets = with_sound.iter().map(|number| secret(scene, *number).cloned());
    let secrets = secrets.collect::<anyhow::Result<Vec<String>>>()?;
    Ok(Job {
        address: server.address(),
        server: server.pid(),
        by: By::WebRtc,
        early: 0,
        windows: 0,
        seconds: 0,
        core: None,
        accounts: entering::enter(server.address(), secrets).await?,
        task: Task::Arrive { over_s: u32::try_from(seconds).unwrap_or(u32::MAX) },
    })
}

fn secret(scene: &Scene, number: u32) -> anyhow::Result<&String> {
    scene.secrets().get(number as usize).context("a person has no link")
}

/// All others come, one after the other, evenly spread, each by their link.
async fn come(
    scene: &Scene,
    numbers: &[u32],
    files: Vec<String>,
    seconds: u64,
) -> anyhow::Result<(People, Visits)> {
    let address = scene.server(0)?.address();
    let world = World::new(scene.places());
    let mut all = People::new([], "plenary", world.clone());
    let mut visits = Visits::default();
    let files: Rc<[String]> = files.into();
    let (entered, mut entering) = tokio::sync::mpsc::unbounded_channel();
    world.begin();
    let between = Duration::from_secs(seconds) / u32::try_from(numbers.len()).unwrap_or(u32::MAX).max(1);
    let mut arrivals = tokio::time::interval(between.max(Duration::from_micros(1)));
    let (mut next, mut answered) = (numbers.iter(), 0);
    while answered < numbers.len() {
        tokio::select! {
            Some((number, at_s, took, visit)) = entering.recv() => {
                answered += 1;
                match visit {
                    Ok((account, bytes)) => {
                        visits.took.add(at_s, took);
                        visits.bytes += bytes;
                        all.join(number, account);
                    }
                    Err(fault) => visits.failed.push(format!("{fault:#}")),
                }
            }
            _ = arrivals.tick(), if next.len() > 0 => {
                let Some(number) = next.next().copied() else { continue };
                let secret = secret(scene, number)?.clone();
                let (world, files, entered) = (world.clone(), files.clone(), entered.clone());
                tokio::task::spawn_local(async move {
                    let (began, at_s) = (Instant::now(), world.second());
                    let visit: anyhow::Result<(Account, usize)> = pages::visit(address, &files, &secret).await;
                    let took = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
                    // Who waits for it waits for all.
                    drop(entered.send((number, at_s, took, visit)));
                });
            }
        }
    }
    Ok((all, visits))
}

fn tell(outcome: &mut Outcome, visits: Visits, joined: Series) {
    let (page, room) = (visits.took.all(), joined.all());
    outcome.goal("the page and the lobby, p95", page.ms(0.95), 1_000.0, "ms", source::SET);
    outcome.goal("the session's view, p95", room.ms(0.95), 1_000.0, "ms", source::SET);
    outcome.spread("the page and the lobby", &page);
    outcome.spread("the session's view", &room);
    visits.failed.iter().take(3).for_each(|fault| outcome.figure("a visit failed", fault.clone()));
    let curve = |name: &str, series| Curve { name: name.to_owned(), series, goal_ms: Some(1_000.0) };
    outcome.curves.push(curve("the page and the lobby", visits.took));
    outcome.curves.push(curve("the session's view", joined));
}

fn hear(outcome: &mut Outcome, heard: &Arrivals, listeners: u32) {
    let mut sound = Spread::default();
    heard.ms.iter().for_each(|ms| sound.add((ms * 1_000.0) as u64));
    let deaf = f64::from(listeners) - heard.ms.len() as f64;
    outcome.goal("listeners who did not hear", deaf, 0.0, "", source::CORRECT);
    outcome.goal("from entering until one hears, p95", sound.ms(0.95), 2_000.0, "ms", source::PRODUCT);
    outcome.spread("sound", &sound);
}
