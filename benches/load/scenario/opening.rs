//! The opening minute: everybody opens their link, fetches the page and enters the session, spread over a minute, and a share
//! of them takes up the sound.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::Context as _;

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

/// Plays it.
///
/// # Errors
/// If it could not be measured.
pub async fn play(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let Size { people, seconds, .. } = size;
    let listeners = (people / LISTENERS.0).min(LISTENERS.1);
    let scene = Scene::alone(program, people).await?;
    let address = scene.server(0)?.address();
    let files = pages::files(address).await?;
    let with_sound: Vec<u32> = WITH_SOUND_FIRST.into_iter().chain(people - listeners..people).collect();
    let secret = |number: u32| scene.secrets().get(number as usize).context("a person has no link");
    let secrets: anyhow::Result<Vec<String>> =
        with_sound.iter().map(|number| secret(*number).cloned()).collect();
    let accounts = super::super::entering::enter(address, secrets?).await?;
    let mut outcome = Outcome::new(
        "opening",
        format!(
            "{people} people come within {seconds} s, by their links: {} files of the page each, then the session; \
             {listeners} of them take up the sound over WebRTC",
            files.len()
        ),
    );
    let job = Job {
        address,
        server: scene.server(0)?.pid(),
        by: By::WebRtc,
        early: 0,
        windows: 0,
        seconds: 0,
        core: None,
        accounts,
        task: Task::Arrive { over_s: u32::try_from(seconds).unwrap_or(u32::MAX) },
    };
    let mut part = Running::start(&["listeners"], &serde_json::to_vec(&job)?)?;
    let before = scene.usage(0)?;
    let world = World::new(scene.places());
    let all = Rc::new(RefCell::new(People::new([], "plenary", world.clone())));
    let visits = Rc::new(RefCell::new((Series::default(), 0_usize, Vec::new())));
    let numbers: Vec<u32> = (0..people).filter(|number| !with_sound.contains(number)).collect();
    let files: Rc<[String]> = files.into();
    let mut coming = Vec::new();
    world.begin();
    let between = Duration::from_secs(seconds) / u32::try_from(numbers.len()).unwrap_or(u32::MAX).max(1);
    let mut arrivals = tokio::time::interval(between.max(Duration::from_micros(1)));
    for number in &numbers {
        arrivals.tick().await;
        let (number, secret) = (*number, secret(*number)?.clone());
        let (all, world, visits, files) = (all.clone(), world.clone(), visits.clone(), files.clone());
        coming.push(tokio::task::spawn_local(async move {
            let (began, at_s) = (Instant::now(), world.second());
            match pages::visit(address, &files, &secret).await {
                Ok((account, bytes)) => {
                    let took = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
                    let mut visits = visits.borrow_mut();
                    visits.0.add(at_s, took);
                    visits.1 += bytes;
                    all.borrow_mut().join(number, account);
                }
                Err(fault) => visits.borrow_mut().2.push(format!("{fault:#}")),
            }
        }));
    }
    for one in coming {
        one.await.context("a visit failed")?;
    }
    // Who is not in by then is counted.
    drop(all.borrow().all_in(LAST_WITHIN).await);
    note("all have come; waiting for the sound of the last");
    let line = part.result(LAST_WITHIN + Duration::from_secs(seconds)).await?;
    let heard: Arrivals = serde_json::from_str(&line).context("the listeners' answer is not understood")?;
    let after = scene.usage(0)?;
    let all = Rc::try_unwrap(all).ok().context("somebody is still coming")?.into_inner();
    let (visits, bytes, failed) = visits.take();
    let joined = world.begin().joined;
    let (page, room) = (visits.all(), joined.all());
    let missing = numbers.len() as f64 - f64::from(world.whole());
    outcome.goal("people who did not get in", missing, 0.0, "", source::CORRECT);
    outcome.goal("the page and the lobby, p95", page.ms(0.95), 1_000.0, "ms", source::SET);
    outcome.goal("the session's view, p95", room.ms(0.95), 1_000.0, "ms", source::SET);
    let mut sound = Spread::default();
    heard.ms.iter().for_each(|ms| sound.add((ms * 1_000.0) as u64));
    let deaf = f64::from(listeners) - heard.ms.len() as f64;
    outcome.goal("listeners who did not hear", deaf, 0.0, "", source::CORRECT);
    outcome.goal(
        "from entering until one hears, p95",
        sound.ms(0.95),
        2_000.0,
        "ms",
        source::PRODUCT,
    );
    outcome.goal("connections lost", world.endings() as f64, 0.0, "", source::CORRECT);
    outcome.spread("the page and the lobby", &page);
    outcome.spread("the session's view", &room);
    outcome.spread("sound", &sound);
    outcome.figure("bytes of the page and the lobby each", (bytes / numbers.len().max(1)).to_string());
    let cpu_s = (after.cpu_us - before.cpu_us) / 1e6;
    outcome.figure(
        "server",
        format!("{cpu_s:.1} s of processor time, {:.0} µs each", cpu_s * 1e6 / f64::from(people)),
    );
    let mib = after.rss_bytes.saturating_sub(before.rss_bytes) as f64 / f64::from(1 << 20);
    outcome.figure("memory taken", format!("{mib:.1} MiB"));
    failed.iter().take(3).for_each(|fault| outcome.figure("a visit failed", fault.clone()));
    outcome.curves.push(Curve {
        name: "the page and the lobby".to_owned(),
        series: visits,
        goal_ms: Some(1_000.0),
    });
    outcome.curves.push(Curve {
        name: "the session's view".to_owned(),
        series: joined,
        goal_ms: Some(1_000.0),
    });
    finding::endings(&mut outcome, &all);
    finding::correct(&mut outcome, vec![all], scene, "plenary").await?;
    Ok(outcome)
}
