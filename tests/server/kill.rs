//! A server killed again and again in the middle of traffic: nothing acknowledged is lost, nothing is done twice,
//! and what clients hold over all resumptions is what a new client is given.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::SocketAddr;
use std::sync::Arc;

use plenary::log::{Log as _, Sqlite, Stream};
use serde_json::{Value, json};
use tokio::sync::watch;
use uuid::Uuid;

use crate::client::{Client, Heard, chat, fresh_view, key};
use crate::entering::Pass;
use crate::process::Hall;
use crate::store::Store;

/// After how many more acknowledgements the server is killed each time: uneven, so that it is met at any point.
const KILLED_AFTER: [usize; 6] = [3, 17, 1, 29, 8, 40];
/// Commands that a client sends before it waits for an answer.
const AHEAD: usize = 3;
/// Commands of each client.
const COMMANDS: usize = 40;

/// Who the client is, and what they ask for next, by what they hold.
type Next = fn(&Store, usize) -> Value;

fn chats(_: &Store, number: usize) -> Value {
    chat(&format!("text {number}"))
}

/// A delegate asks, withdraws, finishes and writes.
fn delegate(store: &Store, number: usize) -> Value {
    let own = store.held.iter().find(|(scope, _)| scope.starts_with("delegation/")).map(|(_, held)| held);
    let standing = own.and_then(|held| held.get("standing/statements")).cloned().unwrap_or_default();
    match number % 4 {
        0 | 2 if standing["turn"].is_string() => json!({"type": "finish_turn", "turn": standing["turn"]}),
        1 if standing["request"].is_string() => {
            json!({"type": "withdraw_request", "request": standing["request"]})
        }
        0 | 2 => json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""}),
        _rest => chats(store, number),
    }
}

/// The chair gives the floor, moves and adds requests.
fn chair(store: &Store, number: usize) -> Value {
    let list = store.get("list/statements");
    let queue = list["queue"].as_array().unwrap();
    let ending = &store.get("floor/floor")["turn"]["id"];
    match (number % 3, queue.first(), queue.last()) {
        (0, Some(first), _) => json!({"type": "give_floor", "request": first, "ending": ending}),
        (1, _, Some(last)) => {
            json!({"type": "move_request", "request": last, "to_place": 1, "reason": "order",
                                     "list_version": list["version"]})
        }
        (_, _, _) => {
            json!({"type": "add_request", "list": "statements", "delegation": "palm", "language": "en",
                            "on_behalf_of": ""})
        }
    }
}

/// What a client knows when it has done.
struct Outcome {
    client: Client,
    /// Place in the log at which each command was acknowledged.
    acknowledged: BTreeMap<Uuid, u64>,
    refused: BTreeSet<Uuid>,
    resumed: usize,
}

/// One who keeps at it until each command is answered, whatever becomes of the server.
struct Participant {
    pass: Pass,
    next: Next,
    server: watch::Receiver<SocketAddr>,
    answers: Arc<watch::Sender<usize>>,
    acknowledged: BTreeMap<Uuid, u64>,
    refused: BTreeSet<Uuid>,
    unanswered: VecDeque<(Uuid, Value)>,
    made: usize,
    resumed: usize,
}

impl Participant {
    async fn run(mut self) -> Outcome {
        let mut held: Option<Store> = None;
        loop {
            let address = *self.server.borrow_and_update();
            self.resumed += usize::from(held.is_some());
            if let Some(mut client) = Client::try_joined(address, &self.pass, held.clone()).await {
                if self.talk(&mut client).await.is_some() {
                    let Self { acknowledged, refused, resumed, .. } = self;
                    return Outcome { client, acknowledged, refused, resumed };
                }
                held = Some(client.store);
            }
            // Where the address is new already, this returns at once.
            self.server.changed().await.unwrap();
        }
    }

    /// Sends what is not answered yet under its old keys, then what is new. None if the connection ended.
    async fn talk(&mut self, client: &mut Client) -> Option<()> {
        for (key, command) in &self.unanswered {
            client.try_send(&json!({"type": "command", "key": key, "command": command})).await?;
        }
        loop {
            while self.unanswered.len() < AHEAD && self.made < COMMANDS {
                let (key, command) = (key(), (self.next)(&client.store, self.made));
                self.made += 1;
                self.unanswered.push_back((key, command.clone()));
                client.try_send(&json!({"type": "command", "key": key, "command": command})).await?;
            }
            if self.unanswered.is_empty() {
                return Some(());
            }
            match client.hear().await {
                Heard::Message(message) => self.hear(client, &message).await?,
                Heard::Closed(_) | Heard::Gone => return None,
            }
        }
    }

    async fn hear(&mut self, client: &mut Client, message: &Value) -> Option<()> {
        let Ok(key) = message["key"].as_str().unwrap_or("").parse::<Uuid>() else { return Some(()) };
        if message["type"] == "ack" {
            self.acknowledged.insert(key, message["seq"].as_u64().unwrap());
        } else if message["reason"]["code"] == "too_fast" {
            let wait_ms = message["reason"]["retry_after_ms"].as_u64().unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(wait_ms)).await;
            let (_, command) = self.unanswered.iter().find(|(at, _)| *at == key).unwrap();
            return client.try_send(&json!({"type": "command", "key": key, "command": command})).await;
        } else {
            self.refused.insert(key);
        }
        self.unanswered.retain(|(at, _)| *at != key);
        self.answers.send_modify(|count| *count += 1);
        Some(())
    }
}

const PEOPLE: [(&str, Next); 6] = [
    ("chair", chair),
    ("secretariat", chair),
    ("cedar-1", delegate),
    ("olive-1", delegate),
    ("observer-1", chats),
    ("observer-2", chats),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_nothing_is_done_twice() {
    let hall = Hall::new();
    let mut server = hall.open();
    let (found_at, place) = watch::channel(server.address);
    let answers = Arc::new(watch::channel(0).0);
    let mut first = hall.join(&server, "chair").await;
    first.done(&json!({"type": "open_session"})).await;
    drop(first);

    let mut running = Vec::new();
    for (person, next) in PEOPLE {
        let participant = Participant {
            pass: hall.pass(&server, person).await,
            next,
            server: place.clone(),
            answers: answers.clone(),
            acknowledged: BTreeMap::new(),
            refused: BTreeSet::new(),
            unanswered: VecDeque::new(),
            made: 0,
            resumed: 0,
        };
        running.push(tokio::spawn(participant.run()));
    }
    let mut answered = answers.subscribe();
    let mut until = 0;
    for more in KILLED_AFTER {
        until += more;
        answered.wait_for(|count| *count >= until).await.unwrap();
        until = *answered.borrow();
        server.kill();
        server = hall.open();
        found_at.send(server.address).unwrap();
    }
    let mut outcomes = Vec::new();
    for participant in running {
        outcomes.push(participant.await.unwrap());
    }

    assert!(outcomes.iter().all(|outcome| outcome.resumed >= 1), "each was cut off");
    let done: usize = outcomes.iter().map(|outcome| outcome.acknowledged.len()).sum();
    let refused: usize = outcomes.iter().map(|outcome| outcome.refused.len()).sum();
    assert_eq!(done + refused, COMMANDS * PEOPLE.len());
    assert!(done > 100, "{done} done, {refused} refused");

    // All hold what somebody new is given.
    outcomes[0].client.say("the last word").await;
    for ((person, _), outcome) in PEOPLE.iter().zip(&mut outcomes) {
        outcome.client.until_said("the last word").await;
        let pass = hall.pass(&server, person).await;
        assert_eq!(outcome.client.store.held, fresh_view(server.address, &pass).await, "{person}");
    }
    let acknowledged: BTreeMap<Uuid, u64> =
        outcomes.iter().flat_map(|outcome| outcome.acknowledged.clone()).collect();
    let refused: BTreeSet<Uuid> = outcomes.iter().flat_map(|outcome| outcome.refused.clone()).collect();
    drop(outcomes);
    server.stop();
    assert_logged_once(&hall, &acknowledged, &refused).await;
}

/// Each acknowledged command stands in the log once, all its events in a row and ending where its answer said; no
/// refused one does.
async fn assert_logged_once(hall: &Hall, acknowledged: &BTreeMap<Uuid, u64>, refused: &BTreeSet<Uuid>) {
    let log = Sqlite::open(hall.data()).unwrap();
    let entries = log.read(&Stream::new("session/opening").unwrap(), 0, usize::MAX).await.unwrap();
    log.close().await;
    let mut places: BTreeMap<Uuid, Vec<(u64, String)>> = BTreeMap::new();
    for entry in &entries {
        let body: Value = serde_json::from_slice(&entry.body).unwrap();
        if let Some(key) = body["key"].as_str() {
            places.entry(key.parse().unwrap()).or_default().push((entry.seq, entry.kind.clone()));
        }
    }
    for (key, seq) in acknowledged {
        let events = places.get(key).unwrap_or_else(|| panic!("{key}, acknowledged at {seq}, is lost"));
        assert_eq!(events.last().unwrap().0, *seq);
        assert!(events.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0), "{events:?}");
        let kinds: BTreeSet<&String> = events.iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds.len(), events.len(), "nothing twice: {events:?}");
    }
    assert!(refused.iter().all(|key| !places.contains_key(key)), "what was refused was not done");
}
