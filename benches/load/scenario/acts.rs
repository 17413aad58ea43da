//! What people do in a plenary: the chair gives the floor, delegations ask for it and raise points of order, the room writes,
//! changes channels and answers polls, at a pace.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use tokio::time::{Instant, MissedTickBehavior};

use super::client::{Answer, Client};
use super::house::{DELEGATIONS, FIRST_DELEGATE, LANGUAGES};
use super::people::People;

/// How long the session may take to open.
const OPENS_WITHIN: Duration = Duration::from_secs(10);
/// How often the chair looks whether a poll has opened.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// How often each thing is done, at the pace of a lively plenary: twenty seconds a turn, a message a second.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// From one turn to the next.
    pub turn: Duration,
    /// From one message to the next.
    pub message: Duration,
    /// From one change of channel to the next.
    pub switch: Duration,
    /// From one point of order to the next.
    pub point: Duration,
    /// From one poll to the next; within half of it all answer.
    pub poll: Duration,
}

impl Pace {
    /// A lively plenary, so many times as fast.
    pub fn times(times: u32) -> Self {
        let each = |seconds: u64| Duration::from_secs(seconds) / times.max(1);
        Self { turn: each(20), message: each(1), switch: each(1), point: each(45), poll: each(30) }
    }
}

/// What was done, and how often: kinds of commands that were acknowledged.
#[derive(Default)]
pub struct Done {
    counts: Cell<BTreeMap<&'static str, u64>>,
}

impl Done {
    fn count(&self, kind: &'static str, answer: &Answer) {
        let mut counts = self.counts.take();
        match answer {
            Answer::Done => *counts.entry(kind).or_default() += 1,
            Answer::Refused(_) => *counts.entry("refused").or_default() += 1,
        }
        self.counts.set(counts);
    }

    /// In words.
    pub fn told(&self) -> String {
        let counts = self.counts.take();
        let told: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        self.counts.set(counts);
        told.join(", ")
    }
}

/// The chair opens the session and its list, if they are not open.
///
/// # Errors
/// If it does not open.
pub async fn open(people: &People) -> anyhow::Result<()> {
    let chair = people.one(0).context("there is no chair")?;
    if phase(&chair).as_deref() != Some("open") {
        done(&chair, &json!({ "type": "open_session" })).await?;
    }
    let list =
        chair.everyone().and_then(|everyone| everyone.watched("list/statements")?.get("open")?.as_bool());
    if list == Some(false) {
        done(&chair, &json!({ "type": "open_list", "list": "statements" })).await?;
    }
    people
        .world
        .until("all see the session open", OPENS_WITHIN, || {
            people
                .all()
                .filter(|client| client.is_whole())
                .all(|client| phase(client).as_deref() == Some("open"))
        })
        .await
}

async fn done(chair: &Client, command: &Value) -> anyhow::Result<()> {
    let asked = tokio::time::timeout(OPENS_WITHIN, chair.ask(command)).await;
    let answer = asked.with_context(|| format!("{command} was not answered"))??;
    if answer != Answer::Done {
        bail!("{command}: {answer:?}");
    }
    Ok(())
}

fn phase(client: &Client) -> Option<String> {
    let everyone = client.everyone()?;
    everyone.watched("session/session")?.get("phase")?.as_str().map(str::to_owned)
}

/// Has all act for so long.
///
/// # Errors
/// If somebody who is needed is not there.
pub async fn debate(people: &People, pace: Pace, long: Duration) -> anyhow::Result<Rc<Done>> {
    let done = Rc::new(Done::default());
    let until = Instant::now() + long;
    let chair = people.one(0).context("there is no chair")?;
    let all: Vec<Rc<Client>> = people.all().cloned().collect();
    // Who works in a booth hears what the booth needs.
    let listeners = people.within(FIRST_DELEGATE..u32::MAX);
    let delegates = people.within(FIRST_DELEGATE..FIRST_DELEGATE + DELEGATIONS);
    if delegates.is_empty() {
        bail!("there are no delegates: name more people");
    }
    let acting = async {
        tokio::join!(
            presiding(&chair, pace, &done),
            asking(&delegates, pace, &done),
            objecting(&delegates, pace, &done),
            writing(&all, pace, &done),
            switching(&listeners, pace, &done),
            polling(&chair, &all, pace, &done),
        )
    };
    // They act until they are stopped; what was asked by then is still answered.
    drop(tokio::time::timeout_at(until, acting).await);
    Ok(done)
}

/// Writes messages alone, a rate a second.
pub async fn write(people: &[Rc<Client>], every: Duration, long: Duration) {
    let done = Rc::new(Done::default());
    let pace = Pace { message: every, ..Pace::times(1) };
    drop(tokio::time::timeout(long, writing(people, pace, &done)).await);
}

async fn presiding(chair: &Client, pace: Pace, done: &Done) {
    let mut turns = ticks(pace.turn);
    loop {
        turns.tick().await;
        let Some(everyone) = chair.everyone() else { continue };
        let turn = everyone.watched("floor/floor").and_then(|floor| floor.get("turn")?.get("id")?.as_str());
        let raised = everyone.of_type("point").find(|point| state(point) == Some("raised"));
        if let Some(point) = raised.and_then(id) {
            let asked = json!({ "type": "recognise_point_of_order", "point": point });
            say(chair, &asked, "points heard", done).await;
            let ruling = json!({
                "type": "rule_on_point_of_order", "point": point, "ruling": "noted", "reason": "So it is noted.",
            });
            say(chair, &ruling, "rulings", done).await;
            if let Some(turn) = turn {
                say(chair, &json!({ "type": "resume_turn", "turn": turn }), "turns resumed", done).await;
            }
            continue;
        }
        let next = everyone.watched("list/statements").and_then(|list| list.get("queue")?.get(0)?.as_str());
        if let Some(next) = next {
            say(chair, &json!({ "type": "give_floor", "request": next, "ending": turn }), "turns", done)
                .await;
        }
    }
}

async fn asking(delegates: &[Rc<Client>], pace: Pace, done: &Done) {
    // A little faster than turns are given, so that somebody always waits.
    let mut wishes = ticks(pace.turn.mul_f64(0.9));
    for delegate in delegates.iter().cycle() {
        wishes.tick().await;
        let asked =
            json!({ "type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": "" });
        say(delegate, &asked, "requests", done).await;
    }
}

async fn objecting(delegates: &[Rc<Client>], pace: Pace, done: &Done) {
    let mut points = ticks(pace.point);
    for delegate in delegates.iter().rev().cycle() {
        points.tick().await;
        say(delegate, &json!({ "type": "raise_point_of_order" }), "points raised", done).await;
    }
}

async fn writing(all: &[Rc<Client>], pace: Pace, done: &Rc<Done>) {
    let mut messages = ticks(pace.message);
    for writer in all.iter().cycle() {
        messages.tick().await;
        let (writer, done) = (writer.clone(), done.clone());
        tokio::task::spawn_local(async move {
            if let Ok(answer) = writer.say().await {
                done.count("messages", &answer);
            }
        });
    }
}

async fn switching(all: &[Rc<Client>], pace: Pace, done: &Rc<Done>) {
    let mut switches = ticks(pace.switch);
    for (round, listener) in all.iter().rev().cycle().enumerate() {
        switches.tick().await;
        let place = (round / all.len().max(1) + listener.number as usize) % LANGUAGES.len();
        let channel = LANGUAGES.get(place).copied().unwrap_or("floor");
        // Who hears it already changes to the floor: else nothing would come of it.
        let channel = if listener.channel().as_deref() == Some(channel) { "floor" } else { channel };
        let (listener, done) = (listener.clone(), done.clone());
        tokio::task::spawn_local(async move {
            say(&listener, &json!({ "type": "choose_channel", "channel": channel }), "switches", &done).await;
        });
    }
}

async fn polling(chair: &Client, all: &[Rc<Client>], pace: Pace, done: &Rc<Done>) {
    let mut polls = ticks(pace.poll);
    loop {
        polls.tick().await;
        if let Some(open) = open_poll(chair) {
            say(chair, &json!({ "type": "close_poll", "poll": open }), "polls closed", done).await;
        }
        let poll = json!({
            "type": "open_poll", "question": in_all("Shall we go on?"),
            "options": [in_all("Yes"), in_all("No")], "choices_max": 1, "entitled": "everyone",
            "named": false, "live": true, "limit_ms": null,
        });
        if say(chair, &poll, "polls", done).await != Some(Answer::Done) {
            continue;
        }
        let mut looks = ticks(LOOK_EVERY);
        // The answer may come before the change.
        let poll = loop {
            match open_poll(chair) {
                Some(poll) => break poll,
                None => drop(looks.tick().await),
            }
        };
        let within_ms = u64::try_from(pace.poll.as_millis() / 2).unwrap_or(u64::MAX);
        for voter in all {
            let (voter, done, poll) = (voter.clone(), done.clone(), poll.clone());
            tokio::task::spawn_local(async move {
                tokio::time::sleep(Duration::from_millis(voter.drawn(within_ms))).await;
                let choices = [voter.drawn(2)];
                let ballot =
                    json!({ "type": "cast_ballot", "poll": poll, "choices": choices, "change": false });
                say(&voter, &ballot, "ballots", &done).await;
            });
        }
        tokio::time::sleep(pace.poll.mul_f64(0.6)).await;
        say(chair, &json!({ "type": "close_poll", "poll": poll }), "polls closed", done).await;
    }
}

fn open_poll(chair: &Client) -> Option<String> {
    let everyone = chair.everyone()?;
    let poll = everyone.of_type("poll").find(|poll| text(poll, "standing") == Some("open"))?;
    id(poll).map(str::to_owned)
}

async fn say(client: &Client, command: &Value, kind: &'static str, done: &Done) -> Option<Answer> {
    // Nobody waits for the answer once the scenario is over.
    let answer = client.ask(command).await.ok()?;
    done.count(kind, &answer);
    Some(answer)
}

fn ticks(every: Duration) -> tokio::time::Interval {
    let mut ticks = tokio::time::interval(every.max(Duration::from_millis(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

/// A wording in the languages of the conference.
fn in_all(text: &str) -> Value {
    LANGUAGES
        .into_iter()
        .map(|language| (language.to_owned(), json!(text)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn text<'a>(entity: &'a Value, field: &str) -> Option<&'a str> {
    entity.get(field)?.as_str()
}

fn id(entity: &Value) -> Option<&str> {
    text(entity, "id")
}

fn state(entity: &Value) -> Option<&str> {
    text(entity, "state")
}
