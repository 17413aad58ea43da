//! A room that answers at once: ballots are gathered, so that hundreds of them cost everybody a handful of messages.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::client::{Client, key};
use crate::process::{Hall, Server, with_guests};
use crate::store::Store;

/// People besides those of the small conference who answer.
const VOTERS: usize = 300;
/// For how long ballots are gathered before all are told.
const GATHERED: Duration = Duration::from_millis(100);

/// The small conference with polls, and with a room full of observers.
fn crowded() -> String {
    with_guests(VOTERS).replacen("id = \"opening\"\n", "id = \"opening\"\npolls = true\n", 1)
}

/// What one client got from its own ballot to the last of all.
#[derive(Default, Debug)]
struct Got {
    /// Counts of the poll.
    tallies: usize,
    /// What it alone is told: that its ballot was taken, and how it stands.
    own: Vec<&'static str>,
    /// Anything else.
    others: Vec<Value>,
}

impl Got {
    /// Reads on until the store is as wanted and one's own ballot is told.
    async fn read(&mut self, client: &mut Client, wanted: impl Fn(&Self, &Client) -> bool) {
        while !wanted(self, client) {
            let message = client.message().await;
            let set = message["set"].as_array().map_or(&[][..], Vec::as_slice);
            match (message["type"].as_str().unwrap(), set) {
                ("ack", _) => self.own.push("ack"),
                ("changes", [one]) if one["type"] == "tally" => self.tallies += 1,
                ("changes", [one]) if one["type"] == "own_ballot" => self.own.push("own_ballot"),
                _ => self.others.push(message),
            }
        }
    }
}

/// All voters, who have joined and hold the poll that is open, and its id.
async fn asked(hall: &Hall, server: &Server) -> (Vec<Client>, String) {
    let mut chair = hall.join(server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    let names: Vec<String> = (0..VOTERS).map(|number| format!("guest-{number}")).collect();
    let mut voters = futures_util::future::join_all(names.iter().map(|name| hall.join(server, name))).await;
    let both = |text: &str| json!({"en": text, "ar": text});
    chair
        .done(&json!({"type": "open_poll", "question": both("Which first?"),
            "options": [both("Data"), both("Pathways")], "choices_max": 1, "entitled": "everyone", "named": false,
            "live": true, "limit_ms": null}))
        .await;
    for voter in &mut voters {
        // Whoever is told of the poll has been told of all before it.
        voter.until_held(|store| poll_in(store).is_some()).await;
    }
    let poll = poll_in(&voters[0].store).unwrap();
    (voters, poll)
}

fn poll_in(store: &Store) -> Option<String> {
    let poll = store.held["everyone"].values().find(|entity| entity["type"] == "poll")?;
    Some(poll["id"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn hundreds_of_ballots_cost_each_client_a_message_for_every_hundred_milliseconds_and_no_more() {
    let hall = Hall::of(&crowded());
    let server = hall.open();
    let (mut voters, poll) = asked(&hall, &server).await;

    // One after the other, so that each is stored and published by itself.
    let began = Instant::now();
    let mut all: Vec<Got> = Vec::new();
    for (number, voter) in voters.iter_mut().enumerate() {
        let choice = u8::from(number % 3 == 0);
        let command = json!({"type": "cast_ballot", "poll": poll, "choices": [choice], "change": false});
        voter.send(&json!({"type": "command", "key": key(), "command": command})).await;
        let mut got = Got::default();
        got.read(voter, |got, _| got.own.contains(&"ack")).await;
        all.push(got);
    }
    let tally = format!("tally/{poll}");
    for (got, voter) in all.iter_mut().zip(&mut voters) {
        got.read(voter, |got, client| got.own.len() == 2 && client.store.get(&tally)["ballots"] == VOTERS)
            .await;
    }
    let most = usize::try_from(began.elapsed().as_millis() / GATHERED.as_millis()).unwrap() + 1;

    for got in &all {
        assert!(got.others.is_empty(), "{got:?}");
        let mut own = got.own.clone();
        own.sort_unstable();
        assert_eq!(own, ["ack", "own_ballot"], "{got:?}");
        assert!((1..=most).contains(&got.tallies), "{} counts where {most} are the most", got.tallies);
    }
    for voter in &voters {
        let tally = voter.store.get(&tally);
        assert_eq!((&tally["ballots"], &tally["counts"]), (&json!(VOTERS), &json!([200, 100])));
    }
}
