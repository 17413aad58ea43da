//! The soak: a server is kept busy for long, while people come and go, with sound and without, and it is looked whether it
//! holds on to anything: memory, files, tasks, lines of its log.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use clap::value_parser;
use serde_json::json;

use super::super::entering::Account;
use super::super::part::Running;
use super::super::server::{Program, Server};
use super::super::sound::{By, Job, Rounds, Task};
use super::acts::{self, Pace};
use super::house::{DELEGATIONS, FIRST_DELEGATE};
use super::outcome::{self, Curve, Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;
use super::{JOINED_WITHIN, finding, note, numbered, pages, plot, report};

/// Listeners over WebRTC that come and go together, in a session of their own.
const LISTENERS: u32 = 40;
/// The session of those who write, beside that of the sound.
const SESSION: &str = "committee";
/// How often it is looked at the server.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// From one who comes or goes to the next.
const MOVES_EVERY: Duration = Duration::from_millis(100);
/// One of so many is away.
const AWAY_OF: u32 = 10;
/// In the first third so many times as many messages are written besides.
const BESIDES: u32 = 2;
/// Resident memory may grow by so much over the last two thirds, in MiB a minute. By then the newest 20,000 messages, which a
/// session rightly remembers, have come and gone three times, and with them what they are found by, whose pages are put
/// together some time after a message has gone; the keys of commands, 512 a person, still grow by about half of it.
const MEMORY_MOST: f64 = 1.0;
/// Files and tasks that may be more at the end, once everybody has left, than before anybody came.
const LEFT_MOST: f64 = 8.0;
/// Lines of the log for each connection that came, at most.
const LINES_MOST: f64 = 1.0;
/// How long the server may take to let go of those who left: one who is gone is looked for after a minute.
const LET_GO_WITHIN: Duration = Duration::from_secs(120);

/// Keeps a server busy for long, and looks whether it holds on to anything.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct SoakArgs {
    /// How long.
    #[arg(long, value_name = "MINUTES", default_value_t = 20, value_parser = value_parser!(u32).range(1..=2_880))]
    minutes: u32,
    /// People who write, vote, change channels, come and go.
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = value_parser!(u32).range(120..=4_000))]
    people: u32,
    /// Writes a plot of it, as SVG.
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// The server's program [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    server: Option<PathBuf>,
}

/// What is seen of a server at a moment.
#[derive(Debug, Clone, Copy)]
struct Seen {
    at_s: f64,
    mib: f64,
    files: f64,
    /// Not a number where the server does not tell.
    tasks: f64,
    lines: f64,
}

/// Plays it, and prints what it found.
///
/// # Errors
/// If it could not be measured. A goal that was missed is no error.
pub async fn run(args: &SoakArgs) -> anyhow::Result<()> {
    let program = Program::named(args.server.as_deref())?;
    let mut outcome = play(&program, args).await?;
    outcome.load = outcome::load();
    let outcomes = [outcome];
    if let Some(file) = &args.plot {
        std::fs::write(file, plot::svg(&outcomes))
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    print!("{}", report::table(&outcomes));
    println!("{}", report::json(&outcomes));
    Ok(())
}

async fn play(program: &Program, args: &SoakArgs) -> anyhow::Result<Outcome> {
    let people = args.people;
    let scene = Scene::alone(program, people + LISTENERS).await?;
    let mut accounts = numbered(scene.enter().await?);
    let listeners = accounts.split_off(people as usize);
    let began = Instant::now();
    let before = look(scene.server(0)?, began).await?;
    let seconds = args.minutes * 60;
    let sound = sound(&scene, &accounts, listeners, seconds)?;
    let all = People::new(accounts, SESSION, World::new(scene.places()));
    all.all_come(JOINED_WITHIN).await?;
    acts::open(&all).await?;
    // What is heard of it is recorded all the while.
    all.one(0).context("there is no chair")?.ask(&json!({ "type": "start_recording" })).await?;
    let mut part = Running::start(&["listeners"], &serde_json::to_vec(&sound)?)?;
    let mut outcome = Outcome::new(
        "soak",
        format!(
            "{people} people for {} minutes: 50 messages a second, in the first third 150, and 20 changes of channel, a \
             turn in 2 s, polls that all answer, ten a second come or go; {LISTENERS} listeners over WebRTC come and go \
             together, recorded",
            args.minutes
        ),
    );
    all.world.begin();
    let (seen, moves) = busy(&mut outcome, &all, &scene, seconds, began).await?;
    let line = part.result(Duration::from_secs(120)).await?;
    let rounds: Rounds = serde_json::from_str(&line).context("the listeners' answer is not understood")?;
    all.all_in(JOINED_WITHIN).await?;
    let measured = all.world.begin();
    // One of ten is away for some seconds.
    outcome.spread("a message, writer to reader or until they are back", &measured.delivered.all());
    outcome.spread("a command, until it is answered or they are back", &measured.answered.all());
    let paths = format!("{moves}, and {} paths of sound in {} rounds", rounds.taken_up, rounds.rounds);
    outcome.figure("came or went", paths);
    outcome.curves.push(Curve {
        name: "a message, writer to reader".to_owned(),
        series: measured.delivered,
        goal_ms: Some(100.0),
    });
    memory(&mut outcome, &seen);
    finding::agree(&mut outcome, &[&all]).await?;
    let world = all.world.clone();
    drop(all);
    let_go(&mut outcome, &scene, before, moves, began).await?;
    finding::logged(&mut outcome, scene, SESSION, &world).await?;
    Ok(outcome)
}

/// What those with sound do: the chair, the first delegation's speaker, and the listeners.
fn sound(
    scene: &Scene,
    accounts: &[(u32, Account)],
    listeners: Vec<(u32, Account)>,
    seconds: u32,
) -> anyhow::Result<Job> {
    let first = [0, FIRST_DELEGATE].map(|number| accounts.get(number as usize).cloned());
    let all = first.into_iter().flatten().chain(listeners);
    Ok(Job {
        address: scene.server(0)?.address(),
        server: scene.server(0)?.pid(),
        by: By::WebRtc,
        early: 0,
        windows: 0,
        seconds: 0,
        core: None,
        accounts: all.map(|(_, account)| account).collect(),
        task: Task::ComeAndGo { seconds },
    })
}

/// All are busy for so long. Tells what was seen of the server meanwhile, and how often somebody came or went.
async fn busy(
    outcome: &mut Outcome,
    all: &People,
    scene: &Scene,
    seconds: u32,
    began: Instant,
) -> anyhow::Result<(Vec<Seen>, u64)> {
    let pace = Pace {
        turn: Duration::from_secs(2),
        message: Duration::from_millis(20),
        switch: Duration::from_millis(50),
        point: Duration::from_secs(5),
        // A session has two hundred polls at most.
        poll: Duration::from_secs(u64::from(seconds / 100).max(10)),
    };
    let writers: Vec<_> = all.all().cloned().collect();
    let (besides, third) = (pace.message / BESIDES, Duration::from_secs(u64::from(seconds / 3)));
    let acting = async {
        let debate = acts::debate(all, pace, Duration::from_secs(u64::from(seconds)));
        tokio::join!(debate, acts::write(&writers, besides, third)).0
    };
    tokio::pin!(acting);
    let mut coming = Coming::new(all);
    let (mut seen, mut moves) = (vec![look(scene.server(0)?, began).await?], 0);
    let (mut looks, mut steps) = (tokio::time::interval(LOOK_EVERY), tokio::time::interval(MOVES_EVERY));
    loop {
        tokio::select! {
            done = &mut acting => {
                outcome.figure("done", done?.told());
                return Ok((seen, moves));
            }
            _ = looks.tick() => {
                seen.push(look(scene.server(0)?, began).await?);
                tell(&seen);
            }
            _ = steps.tick() => {
                coming.step();
                moves += 1;
            }
        }
    }
}

/// Those who come and go: of the observers and the last delegates, never those who are asked for the floor.
struct Coming<'a> {
    all: &'a People,
    away: VecDeque<u32>,
    next: u32,
    most: u32,
}

impl<'a> Coming<'a> {
    fn new(all: &'a People) -> Self {
        let next = FIRST_DELEGATE + DELEGATIONS;
        Self { all, away: [].into(), next, most: all.size() / AWAY_OF }
    }

    /// One goes, or one who is away comes back: every other time with nothing of what they held.
    fn step(&mut self) {
        if self.away.len() < self.most as usize {
            let number = self.next;
            self.next += 1;
            if self.all.one(self.next).is_none() {
                self.next = FIRST_DELEGATE + DELEGATIONS;
            }
            if !self.away.contains(&number) {
                self.all.goes(number);
                self.away.push_back(number);
            }
        } else if let Some(number) = self.away.pop_front() {
            if number % 2 == 0
                && let Some(client) = self.all.one(number)
            {
                client.forget();
            }
            self.all.comes(number);
        }
    }
}

impl Drop for Coming<'_> {
    fn drop(&mut self) {
        self.away.iter().for_each(|number| self.all.comes(*number));
    }
}

async fn look(server: &Server, began: Instant) -> anyhow::Result<Seen> {
    let usage = super::super::process::Usage::of(server.pid())?;
    let files =
        std::fs::read_dir(format!("/proc/{}/fd", server.pid())).context("its files are not told")?.count();
    let metrics = server.metrics().context("the server tells no metrics")?;
    let told = pages::read(metrics, "/metrics").await?;
    let tasks = told.lines().find_map(|line| line.strip_prefix("plenary_tasks "));
    Ok(Seen {
        at_s: began.elapsed().as_secs_f64(),
        mib: usage.rss_bytes as f64 / f64::from(1 << 20),
        files: files as f64,
        tasks: tasks.and_then(|tasks| tasks.trim().parse().ok()).unwrap_or(f64::NAN),
        lines: server.lines() as f64,
    })
}

/// Tells whoever waits how it goes, once a minute.
fn tell(seen: &[Seen]) {
    if let [.., last] = seen
        && seen.len().is_multiple_of(12)
    {
        let Seen { at_s, mib, files, tasks, lines } = last;
        note(&format!("{at_s:.0} s: {mib:.1} MiB, {files} files, {tasks} tasks, {lines} lines"));
    }
}

fn memory(outcome: &mut Outcome, seen: &[Seen]) {
    let late = seen.get(seen.len() / 3..).unwrap_or_default();
    let slope = slope(late.iter().map(|seen| (seen.at_s / 60.0, seen.mib)));
    outcome.goal(
        "resident memory, slope over the last two thirds",
        slope,
        MEMORY_MOST,
        "MiB/min",
        source::SET,
    );
    let each_minute: Vec<String> = seen.iter().step_by(12).map(|seen| format!("{:.0}", seen.mib)).collect();
    outcome.figure("resident memory each minute, MiB", each_minute.join(" "));
    let most = |of: fn(&Seen) -> f64| seen.iter().map(of).fold(0.0, f64::max);
    outcome.figure(
        "files and tasks, at most",
        format!("{} and {}", most(|seen| seen.files), most(|seen| seen.tasks)),
    );
}

/// Everybody has left: what the server still has of them.
async fn let_go(
    outcome: &mut Outcome,
    scene: &Scene,
    before: Seen,
    moves: u64,
    began: Instant,
) -> anyhow::Result<()> {
    let left = Instant::now();
    let mut looks = tokio::time::interval(Duration::from_secs(1));
    let after = loop {
        looks.tick().await;
        let now = look(scene.server(0)?, began).await?;
        let left_over = (now.files - before.files).max(now.tasks - before.tasks);
        if left_over <= LEFT_MOST || left.elapsed() > LET_GO_WITHIN {
            break now;
        }
    };
    outcome.goal("files left over when all had gone", after.files - before.files, LEFT_MOST, "", source::SET);
    outcome.goal("tasks left over when all had gone", after.tasks - before.tasks, LEFT_MOST, "", source::SET);
    outcome.figure("files and tasks before anybody came", format!("{} and {}", before.files, before.tasks));
    outcome.figure("let go within", format!("{:.0} s", left.elapsed().as_secs_f64()));
    outcome.figure("resident memory before and after", format!("{:.1} and {:.1} MiB", before.mib, after.mib));
    let each = (after.lines - before.lines) / (moves.max(1) as f64);
    outcome.goal("lines of the log for each who came or went", each, LINES_MOST, "", source::SET);
    Ok(())
}

/// The slope of a line through points, by least squares; 0 for less than two.
fn slope(points: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let count = points.clone().count() as f64;
    let mean = |of: fn((f64, f64)) -> f64| points.clone().map(of).sum::<f64>() / count.max(1.0);
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let along: f64 = points.clone().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let square: f64 = points.clone().map(|point| (point.0 - x).powi(2)).sum();
    if square > 0.0 { along / square } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_that_of_the_line() {
        let points = (0..10).map(|x| (f64::from(x), 3.0 + 0.5 * f64::from(x)));
        assert!((slope(points) - 0.5).abs() < 1e-9);
        assert_eq!(slope([(1.0, 2.0)].into_iter()), 0.0);
    }
}
