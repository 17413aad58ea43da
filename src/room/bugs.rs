//! A room whose rules have a bug: what it hits waits, all else goes on.

use std::cell::RefCell;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::Deserialize;

use super::*;
use crate::log::Memory;
use crate::meeting::Meeting;
use crate::meeting::command::{Command, Housekeeping, Intent};
use crate::meeting::event::Event;
use crate::meeting::procedure::presence::Presence;
use crate::meeting::sound::microphones;
use crate::room::Clock;
use crate::room::sitting::{Attendance, Report};
use crate::terms::ids::PersonId;

const LOG: &str = include_str!("../../tests/fixtures/log-v1.jsonl");
/// In this log, when the first turn has begun.
const TURN_BEGINS: u64 = 24;

#[derive(Deserialize)]
struct Line {
    seq: u64,
    at_ms: Moment,
    body: Body,
}

#[derive(Deserialize)]
struct Body {
    actor: Actor,
    event: Event,
}

/// A room in which a turn runs, and these rules.
fn task(rules: fn(&Meeting, &Context, &Intent) -> Result<Vec<Event>, Refusal>) -> Task<Meeting> {
    let settings = Settings::default();
    let here = serde_json::json!(settings.node.id());
    let mut meeting = Meeting::default();
    for line in LOG.lines() {
        let mut line: serde_json::Value = serde_json::from_str(line).unwrap();
        let event = &mut line["body"]["event"];
        // In the log they are at no node; they are here.
        if ["person_arrived", "microphone_connected"].iter().any(|kind| event["type"] == *kind) {
            event["node"] = here.clone();
        }
        let Line { seq, at_ms, body: Body { actor, event } } = serde_json::from_value(line).unwrap();
        if seq <= TURN_BEGINS {
            meeting.evolve(&Recorded { seq, at_ms, actor, conference_seq: None, key: None, event });
        }
    }
    let began_ms = meeting.floor.current.as_ref().unwrap().clock.running_since_ms.unwrap();
    // What is decided from here on stands in a log of its own, so its places begin anew.
    meeting.seq = 0;
    let log = Arc::new(Memory::new());
    let settings = Settings { clock: Clock::manual(began_ms), ..settings };
    let stream = Stream::new("session/opening").unwrap();
    Task {
        tail: log.tail(&stream).unwrap(),
        log,
        stream,
        here: Attendance::new(&settings),
        settings,
        state: meeting,
        keys: Keys::default(),
        time: LogTime::default(),
        pacing: Pacing::default(),
        publications: None,
        glance: watch::channel(Default::default()).0,
        retry_at_ms: None,
        setbacks: Setbacks::default(),
        rules,
        pulse: Pulse::default(),
    }
}

/// Somebody's last connection has gone, and they leave at a moment.
fn gone(task: &mut Task<Meeting>, person: &PersonId, leaves_ms: Moment) {
    let grace_ms = task.settings.grace_ms;
    task.here.take(Report::Disconnected(person.clone()), leaves_ms - grace_ms);
}

static TRIES: AtomicU32 = AtomicU32::new(0);

fn without_limits(meeting: &Meeting, context: &Context, intent: &Intent) -> Result<Vec<Event>, Refusal> {
    if matches!(intent, Intent::Server(Housekeeping::ReachLimit(_))) {
        TRIES.fetch_add(1, Ordering::SeqCst);
        panic!("as intended");
    }
    meeting.decide(context, intent)
}

/// The room attends to nothing but time for so long. Tells how often it looked.
async fn let_pass(task: &mut Task<Meeting>, for_ms: Millis) -> u32 {
    let until_ms = task.settings.clock.now_ms() + for_ms;
    let mut looks = 0;
    while task.settings.clock.now_ms() < until_ms {
        task.attend(&mut Vec::new()).await;
        looks += 1;
        assert!(looks < 1_000, "it runs hot");
        let wait_ms = Millis::try_from(task.until_next().as_millis()).unwrap();
        task.settings.clock.advance(wait_ms);
    }
    looks
}

#[tokio::test]
async fn a_timer_that_cannot_be_decided_is_tried_rarely_and_people_leave_all_the_same() {
    let mut task = task(without_limits);
    let clara: PersonId = "clara".parse().unwrap();
    assert!(task.state.presence.present.contains_key(&clara));
    let limit_ms = 180_000;
    let leaves_ms = task.settings.clock.now_ms() + limit_ms + 60_000;
    gone(&mut task, &clara, leaves_ms);
    let_pass(&mut task, limit_ms + 600_000).await;
    // At once, after 1, 2, 4, 8 and 16 seconds, then twice a minute.
    let tries = TRIES.load(Ordering::SeqCst);
    assert!((20..=27).contains(&tries), "{tries} tries in ten minutes");
    assert!(!task.state.presence.present.contains_key(&clara), "she has left");

    task.rules = Meeting::decide;
    let_pass(&mut task, 30_000).await;
    assert!(task.state.floor.current.as_ref().unwrap().clock.limit_reached, "once it can be decided it is");
    assert!(task.setbacks.is_empty());
    assert_eq!(task.until_next(), IDLE, "nothing is due");
}

thread_local! {
    /// What the server has said of itself on this thread.
    static SAID: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Said;

impl std::io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        SAID.with_borrow_mut(|said| said.write(bytes))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Listens on every thread: a place in the code that is first met by one without a listener is heard by none after that.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing_subscriber::fmt().with_writer(|| Said).with_ansi(false).init());
}

fn with_a_bug(_: &Meeting, _: &Context, _: &Intent) -> Result<Vec<Event>, Refusal> {
    panic!("as intended");
}

fn unsound(_: &Meeting, _: &Context, _: &Intent) -> Result<Vec<Event>, Refusal> {
    // A microphone of somebody who may not be live.
    let person = "olga".parse().unwrap();
    Ok(vec![Event::Microphones(microphones::Event::MicrophoneOpened { person })])
}

#[tokio::test]
async fn of_a_command_that_meets_a_bug_the_server_says_its_name_and_nothing_that_was_written() {
    listen();
    let command = serde_json::json!({
        "type": "give_text", "request": "r1", "language": "en", "text": "confidential until it is heard",
        "mark": "check_against_delivery", "official": true,
    });
    let command: Command = serde_json::from_value(command).unwrap();
    for rules in [with_a_bug, unsound] {
        let intent = Intent::Participant("alice".parse().unwrap(), command.clone());
        let drafted = task(rules).draft(&[Waiting::of(intent)]);
        assert_eq!(drafted.answers, [Answer::NotStored]);
    }
    let said = String::from_utf8(SAID.take()).unwrap();
    assert_eq!(said.matches("give_text").count(), 2, "{said}");
    assert!(!said.contains("confidential"), "{said}");
}

static LEAVES: AtomicU32 = AtomicU32::new(0);

fn without_leaving(meeting: &Meeting, context: &Context, intent: &Intent) -> Result<Vec<Event>, Refusal> {
    if matches!(intent, Intent::Server(Housekeeping::Presence(Presence::Leave(..)))) {
        LEAVES.fetch_add(1, Ordering::SeqCst);
        panic!("as intended");
    }
    meeting.decide(context, intent)
}

#[tokio::test]
async fn whose_leaving_meets_a_bug_leaves_later() {
    let mut task = task(without_leaving);
    let clara: PersonId = "clara".parse().unwrap();
    let leaves_ms = task.settings.clock.now_ms() + 1_000;
    gone(&mut task, &clara, leaves_ms);
    let_pass(&mut task, 120_000).await;
    assert_eq!(LEAVES.load(Ordering::SeqCst), 4, "once in 30 seconds");
    task.rules = Meeting::decide;
    let_pass(&mut task, 60_000).await;
    assert!(!task.state.presence.present.contains_key(&clara));
}
