//! What came of the conference, in figures.

use std::collections::BTreeMap;
use std::fmt;

use plenary::meeting::Meeting;
use plenary::meeting::procedure::speakers::RequestState;
use plenary::room::Answer;
use plenary::terms::ids::{Millis, Seq, SessionId};

/// What was asked of one session, and how it was answered.
#[derive(Debug, Default)]
pub struct Done {
    pub by_command: BTreeMap<String, u32>,
    pub refused: BTreeMap<String, u32>,
    /// Messages that were acknowledged.
    pub messages: Vec<String>,
    pub drops: u32,
    pub returns: u32,
    pub restarts: u32,
    /// Times that two at the desk pressed at the same instant.
    pub at_once: u32,
}

impl Done {
    /// Counts an answer; tells where the log came to.
    pub fn count(&mut self, tag: &str, answer: &Answer) -> Option<Seq> {
        match answer {
            Answer::Done(seq) => {
                *self.by_command.entry(tag.to_owned()).or_default() += 1;
                Some(*seq)
            }
            Answer::Refused(refusal) => {
                let code = serde_json::to_value(refusal).unwrap()["code"].as_str().unwrap().to_owned();
                *self.refused.entry(code).or_default() += 1;
                None
            }
            Answer::NotStored | Answer::Busy => panic!("{tag} was neither done nor refused: {answer:?}"),
        }
    }

    fn of(&self, command: &str) -> u32 {
        self.by_command.get(command).copied().unwrap_or_default()
    }
}

/// Totals of a conference.
#[derive(Debug, Default)]
pub struct Report {
    seed: u64,
    sessions: u32,
    commands: BTreeMap<String, u32>,
    refused: BTreeMap<String, u32>,
    events: BTreeMap<String, u32>,
    ends: BTreeMap<String, u32>,
    spoken_ms: BTreeMap<String, Millis>,
    drops: u32,
    returns: u32,
    restarts: u32,
    at_once: u32,
}

impl Report {
    pub fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// Adds a session that is over, and checks that nothing acknowledged was lost in it.
    pub fn add(
        &mut self,
        session: &SessionId,
        meeting: &Meeting,
        events: &BTreeMap<&'static str, u32>,
        done: &Done,
    ) {
        let happened = |tag: &str| events.get(tag).copied().unwrap_or_default();
        let requests = &meeting.speakers.requests;
        let asked = done.of("request_floor") + done.of("add_request") + done.of("promote_question");
        assert_eq!(
            u32::try_from(requests.len()).unwrap(),
            asked - done.of("withdraw_request"),
            "{session}: every request for the floor is kept that was not taken back"
        );
        assert_eq!(happened("message_sent"), done.of("send_message"), "{session}: every message is kept");
        assert_eq!(happened("question_asked"), done.of("ask_question"), "{session}: every question is kept");
        assert_eq!(
            happened("point_raised"),
            done.of("raise_point_of_order"),
            "{session}: every point is kept"
        );
        let standing = meeting.points.waiting().count();
        assert_eq!(standing, 0, "{session}: every point of order has come to an end");
        for entry in requests.values() {
            assert!(!entry.state.is_waiting(), "{session}: {entry:?} was left standing");
            *self.ends.entry(format!("{:?}", entry.state)).or_default() += 1;
            if entry.state == RequestState::Finished {
                let seat = meeting.roster.delegation(&entry.request.delegation).unwrap();
                *self.spoken_ms.entry(format!("{:?}", seat.category)).or_default() += entry.spoken_ms;
            }
        }
        self.sessions += 1;
        add(&mut self.commands, done.by_command.iter().map(|(tag, count)| (tag.clone(), *count)));
        add(&mut self.refused, done.refused.iter().map(|(code, count)| (code.clone(), *count)));
        add(&mut self.events, events.iter().map(|(tag, count)| ((*tag).to_owned(), *count)));
        self.drops += done.drops;
        self.returns += done.returns;
        self.restarts += done.restarts;
        self.at_once += done.at_once;
    }

    /// The two days were held from end to end.
    pub fn assert_whole(&self) {
        assert_eq!((self.sessions, self.restarts), (8, 2), "{self}");
        assert!(self.drops > 200 && self.returns > 150 && self.at_once > 10, "{self}");
        assert!(self.spoken_ms.len() >= 3, "{self}");
    }

    /// Whether something of the kind happened.
    pub fn has(&self, event: &str) -> bool {
        self.events.contains_key(event)
    }
}

fn add(to: &mut BTreeMap<String, u32>, more: impl Iterator<Item = (String, u32)>) {
    for (what, count) in more {
        *to.entry(what).or_default() += count;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |of: &BTreeMap<String, u32>| of.values().sum::<u32>();
        writeln!(
            f,
            "Two days by seed {}: {} sessions, {} restarts",
            self.seed, self.sessions, self.restarts
        )?;
        writeln!(
            f,
            "  {} commands done, {} refused, {} events",
            sum(&self.commands),
            sum(&self.refused),
            sum(&self.events)
        )?;
        writeln!(
            f,
            "  {} connections lost, {} returned; {} times two pressed at once",
            self.drops, self.returns, self.at_once
        )?;
        let minutes: Vec<String> =
            self.spoken_ms.iter().map(|(who, ms)| format!("{who} {} min", ms / 60_000)).collect();
        writeln!(f, "  spoken: {}", minutes.join(", "))?;
        writeln!(f, "  requests: {:?}", self.ends)?;
        writeln!(f, "  events: {:?}", self.events)?;
        writeln!(f, "  refused: {:?}", self.refused)
    }
}
