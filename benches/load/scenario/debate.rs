//! The plenary: a list of speakers, points of order, chat, channels and polls, at a lively pace and at ten times of it.

use std::time::Duration;

use super::super::server::Program;
use super::acts::{self, Pace};
use super::finding;
use super::outcome::{Curve, Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{JOINED_WITHIN, Size, numbered};

/// The least and the greatest pace.
const TIMES: [u32; 2] = [1, 10];

/// Plays it.
///
/// # Errors
/// If it could not be measured.
pub async fn play(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let Size { people, seconds, .. } = size;
    let scene = Scene::alone(program, people).await?;
    let accounts = scene.enter().await?;
    let all = People::new(numbered(accounts), "plenary", World::new(scene.places()));
    all.all_come(JOINED_WITHIN).await?;
    acts::open(&all).await?;
    let mut outcome = Outcome::new(
        "plenary",
        format!(
            "{people} people for {seconds} s at a lively pace (a turn in 20 s, a message and a change of channel a \
             second, a point of order in 45 s, a poll that all answer in 30 s), then {seconds} s at ten times of it"
        ),
    );
    for times in TIMES {
        all.world.begin();
        let before = scene.usage(0)?;
        let done = acts::debate(&all, Pace::times(times), Duration::from_secs(seconds)).await?;
        all.all_answered(JOINED_WITHIN).await;
        let cpu = (scene.usage(0)?.cpu_us - before.cpu_us) / 1e6 / seconds as f64;
        let measured = all.world.begin();
        let [delivered, answered] =
            [&measured.delivered, &measured.answered].map(super::latencies::Series::all);
        let goal = |what: &str| format!("{what}, p99, pace × {times}");
        outcome.goal(goal("a message to its readers"), delivered.ms(0.99), 100.0, "ms", source::AIMS);
        outcome.goal(goal("the answer to a command"), answered.ms(0.99), 100.0, "ms", source::SET);
        let switched = measured.switched.all();
        outcome.goal(goal("a change of channel"), switched.ms(0.99), 100.0, "ms", source::PRODUCT);
        outcome.spread(format!("a message, pace × {times}"), &delivered);
        outcome.spread(format!("a command, pace × {times}"), &answered);
        outcome.figure(format!("done, pace × {times}"), done.told());
        outcome.figure(format!("server, pace × {times}"), format!("{cpu:.2} of a processor"));
        outcome.curves.push(Curve {
            name: format!("a message, writer to reader, pace × {times}"),
            series: measured.delivered,
            goal_ms: Some(100.0),
        });
    }
    outcome.goal("connections lost", all.world.endings() as f64, 0.0, "", source::CORRECT);
    finding::endings(&mut outcome, &all);
    finding::correct(&mut outcome, vec![all], scene, "plenary").await?;
    Ok(outcome)
}
