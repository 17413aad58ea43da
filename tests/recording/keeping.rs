//! A session's recordings begin and end with the meeting, and hold its turns.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use plenary::conference::ConferencePlan;
use plenary::media::Frame;
use plenary::media::recorder::{Keeper, Pace, State};
use plenary::meeting::Meeting;
use plenary::meeting::command::{Actor, Context, Housekeeping, Intent};
use plenary::meeting::event::Recorded;
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::procedure::presence::Presence;
use plenary::meeting::sound::plan;
use plenary::meeting::sound::recording::Taking;
use plenary::terms::ids::ChannelId;
use plenary::terms::nodes::At;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::recordings::BEGAN_MS;

/// Taps that a keeper has asked for, by channel.
type Taps = Arc<Mutex<Vec<(ChannelId, mpsc::Sender<Frame>)>>>;

/// A meeting that a keeper follows.
struct Told {
    meeting: Meeting,
    now_ms: i64,
    keeper: Option<Keeper<mpsc::Receiver<Frame>>>,
    taps: Taps,
    data: PathBuf,
}

impl Told {
    fn new(data: &Path) -> Self {
        let (taps, data) = (Taps::default(), data.to_owned());
        let mut told = Self { meeting: Meeting::default(), now_ms: BEGAN_MS, keeper: None, taps, data };
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("conferences/gcm-arab-2021/conference.toml");
        let charter = ConferencePlan::read(&sample).unwrap().charter(&"opening".parse().unwrap()).unwrap();
        let change = Change::Charter(Box::new(charter));
        let following = Following { conference_seq: 1, actor: Actor::Server, change };
        told.server(Housekeeping::Follow(Box::new(following)));
        for person in ["chair", "iraq-head"] {
            told.server(Housekeeping::Presence(Presence::Arrive(person.parse().unwrap(), None)));
        }
        told
    }

    /// A server's keeper begins with the meeting as it stands, at a node.
    fn keep(&mut self, node: &str) {
        let taps = self.taps.clone();
        let tap = move |channel: &ChannelId| {
            let (speak, tap) = mpsc::channel(10);
            taps.lock().unwrap().push((channel.clone(), speak));
            tap
        };
        let plan = plan::plan(&self.meeting);
        let at = (&self.meeting, &plan, self.now_ms);
        let here = ("opening".parse().unwrap(), at_node(node));
        self.keeper = Some(Keeper::new(self.data.clone(), here, Pace::default(), tap, at));
    }

    /// A node takes the recording up, in the files of whoever had it or in its own.
    fn record_at(&mut self, node: &str, goes_on: bool) {
        let (from, to) = (self.meeting.recording.at.clone(), at_node(node));
        self.server(Housekeeping::TakeRecording(Taking { from, to, goes_on }));
    }

    fn server(&mut self, asked: Housekeeping) {
        self.intend(Intent::Server(asked));
    }

    fn person(&mut self, id: &str, command: Value) {
        let command = serde_json::from_value(command).unwrap();
        self.intend(Intent::Participant(id.parse().unwrap(), command));
    }

    fn intend(&mut self, intent: Intent) {
        self.now_ms += 1_000;
        let context = Context { now_ms: self.now_ms, next_seq: self.meeting.seq + 1, lot: 0 };
        let events = self.meeting.decide(&context, &intent).unwrap();
        let mut steps = Vec::new();
        for event in events {
            let seq = self.meeting.seq + 1;
            let one = Recorded {
                seq,
                at_ms: self.now_ms,
                actor: intent.actor(),
                conference_seq: None,
                key: None,
                event,
            };
            self.meeting.evolve(&one);
            steps.push((self.now_ms, self.meeting.clone()));
        }
        if let Some(keeper) = &mut self.keeper {
            let steps = steps.iter().map(|(at_ms, meeting)| (*at_ms, meeting));
            keeper.follow(steps, &plan::plan(&self.meeting));
        }
    }

    fn ask_for_the_floor(&mut self) -> String {
        let request =
            json!({ "type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": "" });
        self.person("iraq-head", request);
        let list = self.meeting.speakers.list(&"statements".parse().unwrap()).unwrap();
        list.queue[0].to_string()
    }

    fn turn(&self) -> String {
        self.meeting.floor.turn().unwrap().to_string()
    }
}

fn at_node(node: &str) -> At {
    Some(node.parse().unwrap())
}

/// Turn, beginning and end of each line of each recording, in the order of their names.
fn turns(data: &Path) -> Vec<Vec<(String, i64, Option<i64>)>> {
    let mut folders: Vec<_> = std::fs::read_dir(data.join("opening")).unwrap().map(Result::unwrap).collect();
    folders.sort_by_key(std::fs::DirEntry::file_name);
    let read = |folder: &std::fs::DirEntry| {
        let text = std::fs::read_to_string(folder.path().join("turns.jsonl")).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines
            .map(|line| {
                let turn = line["turn"].as_str().unwrap().to_owned();
                (turn, line["start_ms"].as_i64().unwrap(), line["end_ms"].as_i64())
            })
            .collect()
    };
    folders.iter().map(read).collect()
}

#[tokio::test]
async fn recordings_begin_and_end_with_the_meeting_and_hold_its_turns() {
    let data = tempfile::tempdir().unwrap();
    let mut told = Told::new(data.path());
    told.keep("a");
    assert!(told.keeper.as_ref().unwrap().state().is_none(), "nothing is recorded");
    told.person("chair", json!({ "type": "open_session" }));
    told.person("chair", json!({ "type": "open_list", "list": "statements" }));
    let request = told.ask_for_the_floor();
    told.person("chair", json!({ "type": "give_floor", "request": request, "ending": null }));
    let first = told.turn();

    // It begins while a turn is in progress.
    told.person("chair", json!({ "type": "start_recording" }));
    assert!(told.keeper.as_ref().unwrap().state().is_none(), "this node has not taken it up");
    told.record_at("a", false);
    assert!(told.keeper.as_ref().unwrap().state().is_some(), "it is recorded");
    assert_eq!(told.taps.lock().unwrap().len(), 4, "every channel");
    told.person("iraq-head", json!({ "type": "finish_turn", "turn": first }));
    let request = told.ask_for_the_floor();
    told.person("chair", json!({ "type": "give_floor", "request": request, "ending": null }));
    let second = told.turn();

    // The server stops and starts again: the same recording goes on.
    told.keeper.take().unwrap().stop().await;
    told.keep("b");
    assert!(told.keeper.as_ref().unwrap().state().is_none(), "another start is another node");
    told.record_at("b", true);
    told.person("iraq-head", json!({ "type": "finish_turn", "turn": second }));
    let mut state = told.keeper.as_ref().unwrap().state().expect("it is gone on with");
    told.person("chair", json!({ "type": "stop_recording" }));
    assert!(told.keeper.as_ref().unwrap().state().is_none());
    state.wait_for(|state| *state == State::Stopped).await.unwrap();

    // Another is another folder.
    told.person("chair", json!({ "type": "start_recording" }));
    told.record_at("b", false);
    told.keeper.take().unwrap().stop().await;
    let closed = |(_, tap): &(ChannelId, mpsc::Sender<Frame>)| tap.is_closed();
    while !told.taps.lock().unwrap().iter().all(closed) {
        tokio::task::yield_now().await;
    }
    let first_recording = vec![
        (first.clone(), 0, None),
        (first, 0, Some(2_000)),
        (second.clone(), 4_000, None),
        (second.clone(), 4_000, None),
        (second, 4_000, Some(6_000)),
    ];
    assert_eq!(turns(data.path()), [first_recording, vec![]]);
}

#[tokio::test]
async fn a_node_that_takes_over_begins_a_part_of_its_own_and_the_other_ends() {
    let data = tempfile::tempdir().unwrap();
    let mut told = Told::new(data.path());
    told.keep("a");
    for kind in ["open_session", "start_recording"] {
        told.person("chair", json!({ "type": kind }));
    }
    told.person("chair", json!({ "type": "open_list", "list": "statements" }));
    told.record_at("a", false);
    let request = told.ask_for_the_floor();
    told.person("chair", json!({ "type": "give_floor", "request": request, "ending": null }));
    let turn = told.turn();
    let mut before = told.keeper.as_ref().unwrap().state().unwrap();

    told.record_at("b", false);
    assert!(told.keeper.as_ref().unwrap().state().is_none(), "another node records");
    before.wait_for(|state| *state == State::Stopped).await.unwrap();
    told.keep("b");
    let mut goes_on = told.keeper.as_ref().unwrap().state().expect("this one does");
    told.person("iraq-head", json!({ "type": "finish_turn", "turn": turn }));
    told.person("chair", json!({ "type": "stop_recording" }));
    goes_on.wait_for(|state| *state == State::Stopped).await.unwrap();

    let first = vec![(turn.clone(), 4_000, None)];
    let second = vec![(turn.clone(), 0, None), (turn, 0, Some(1_000))];
    assert_eq!(turns(data.path()), [first, second], "the parts follow one another by their names");
}
