//! The storm: a server is killed under everybody, and all come back by themselves, with what they hold.

use std::path::Path;
use std::time::{Duration, Instant};

use super::super::server::Program;
use super::outcome::{Curve, Mark, Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{JOINED_WITHIN, Size, acts, finding, note, numbered};

/// How long all may take to be back before it is given up: then the goal is missed by far.
const BACK_WITHIN: Duration = Duration::from_secs(60);
/// Within so many seconds all are to be back.
const BACK_GOAL_S: f64 = 3.0;
/// From one message to the next meanwhile.
const MESSAGE_EVERY: Duration = Duration::from_millis(200);
/// How long messages are written before and after the kill.
const AROUND: Duration = Duration::from_secs(4);
/// Nodes of the cluster.
const NODES: usize = 3;
/// The node that is killed.
const KILLED: usize = 1;

/// One server is killed and started again.
///
/// # Errors
/// If it could not be measured.
pub async fn of_a_server(program: &Program, size: Size) -> anyhow::Result<Outcome> {
    let people = size.people;
    let scene = Scene::alone(program, people).await?;
    let what = format!(
        "{people} clients of one server, which is killed (SIGKILL) and started again while some write"
    );
    play(Outcome::new("storm", what), scene, people, 0).await
}

/// One of three nodes is killed; its clients find the others.
///
/// # Errors
/// If it could not be measured.
pub async fn of_a_node(program: &Program, size: Size, nats: Option<&Path>) -> anyhow::Result<Outcome> {
    let people = size.people;
    let what = format!(
        "{people} clients of three nodes on one server of NATS, of which one is killed (SIGKILL) while some write"
    );
    let mut outcome = Outcome::new("cluster", what);
    let Some(nats) = nats else {
        outcome.not_measured.push("there is no nats-server: run scripts/nats-server.sh and name what it prints by --nats-server or NATS_SERVER".to_owned());
        return Ok(outcome);
    };
    let scene = Scene::on_nats(program, people, NODES, nats).await?;
    play(outcome, scene, people, KILLED).await
}

async fn play(mut outcome: Outcome, mut scene: Scene, people: u32, killed: usize) -> anyhow::Result<Outcome> {
    let accounts = scene.enter().await?;
    let all = People::new(numbered(accounts), "plenary", World::new(scene.places()));
    let joined = all.all_come(JOINED_WITHIN).await?;
    acts::open(&all).await?;
    outcome.figure("all joined at once within", format!("{:.2} s", joined.as_secs_f64()));
    let alone = scene.places().len() == 1;
    let writers: Vec<_> = all.all().step_by((people as usize / 20).max(1)).cloned().collect();
    all.world.begin();
    let began = Instant::now();
    let writing = tokio::task::spawn_local(async move {
        acts::write(&writers, MESSAGE_EVERY, AROUND * 2 + BACK_WITHIN).await;
    });
    tokio::time::sleep(AROUND).await;
    note("a server is killed");
    outcome.marks.push(Mark { at_s: began.elapsed().as_secs_f64(), what: "killed" });
    let before = all.world.continued();
    scene.kill(killed);
    let mut since = Instant::now();
    if alone {
        scene.start(killed).await?;
        let took = since.elapsed().as_secs_f64();
        outcome.figure("from the kill until the server was ready again", format!("{took:.2} s"));
        outcome.marks.push(Mark { at_s: began.elapsed().as_secs_f64(), what: "ready" });
        since = Instant::now();
    }
    all.world.places.replace(scene.places());
    // Whoever was cut off has noticed, or is noticing.
    let expected = if alone { people } else { people.div_ceil(NODES as u32) };
    let returned = || u64::from(all.world.whole()) == u64::from(people);
    let gone = || all.world.endings() >= u64::from(expected.saturating_sub(1));
    let back = all.world.until("all are back", BACK_WITHIN, || gone() && returned()).await;
    let back_s = if back.is_ok() { since.elapsed().as_secs_f64() } else { f64::INFINITY };
    outcome.marks.push(Mark { at_s: began.elapsed().as_secs_f64(), what: "all back" });
    tokio::time::sleep(AROUND).await;
    writing.abort();
    let measured = all.world.begin();
    let from = if alone {
        "from the server being ready until all were back"
    } else {
        "from the kill until all were back"
    };
    outcome.goal(from, back_s, BACK_GOAL_S, "s", source::AIMS);
    let missing = people.saturating_sub(all.world.whole());
    outcome.goal("clients that are not back", f64::from(missing), 0.0, "", source::CORRECT);
    let continued = all.world.continued() - before;
    outcome.figure("continued from what they held", format!("{continued}, the others from a snapshot"));
    outcome.spread("from connecting to a whole view", &measured.joined.all());
    outcome.curves.push(Curve {
        name: "a message, writer to reader".to_owned(),
        series: measured.delivered,
        goal_ms: None,
    });
    outcome.curves.push(Curve {
        name: "from connecting to a whole view".to_owned(),
        series: measured.joined,
        goal_ms: None,
    });
    finding::endings(&mut outcome, &all);
    finding::correct(&mut outcome, vec![all], scene, "plenary").await?;
    Ok(outcome)
}
