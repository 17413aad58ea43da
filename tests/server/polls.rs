//! A room that answers at once: ballots are gathered, so that hundreds of them cost everybody a handful of messages.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::client::{Client, key};
use crate::process::{Hall, conference};

/// People besides those of the small conference who answer.
const VOTERS: usize = 300;
/// For how long ballots are gathered before all are told.
const GATHERED: Duration = Duration::from_millis(100);

/// The small conference with polls, and with a room full of observers.
fn crowded() -> String {
    let small = std::fs::read_to_string(conference()).unwrap();
    let mut text = small.replacen("id = \"opening\"\n", "id = \"opening\"\npolls = true\n", 1);
    for number in 0..VOTERS {
        write!(
            text,
            "\n[[people]]\nid = \"voter-{number}\"\nname = {{ en = \"Voter {number}\", ar = \"ناخب {number}\" }}\n\
             language = \"en\"\nroles = {{ opening = [\"observer\"] }}\n"
        )
        .unwrap();
    }
    text
}

/// What one client got from its own ballot to the last of all.
#[derive(Default, Debug)]
struct Got {
    /// Counts of the poll.
    tallies: usize,
    /// What it alone is told: that its ballot was taken, and how it stands.
    own: Vec<String>,
    /// Anything else.
    others: Vec<Value>,
}

/// Casts a ballot and reads on until all are counted.
async fn votes(client: &mut Client, poll: &str, choice: u8) -> Got {
    let command = json!({"type": "cast_ballot", "poll": poll, "choices": [choice], "change": false});
    client.send(&json!({"type": "command", "key": key(), "command": command})).await;
    let mut got = Got::default();
    let all = |client: &Client| client.store.get(&format!("tally/{poll}"))["ballots"] == VOTERS;
    while !all(client) || got.own.len() < 2 {
        let message = client.message().await;
        let set = message["set"].as_array().map_or(&[][..], Vec::as_slice);
        match (message["type"].as_str().unwrap(), set) {
            ("ack", _) => got.own.push("ack".to_owned()),
            ("changes", [one]) if one["type"] == "tally" => got.tallies += 1,
            ("changes", [one]) if one["type"] == "own_ballot" => got.own.push("own_ballot".to_owned()),
            _ => got.others.push(message),
        }
    }
    got
}

#[tokio::test]
async fn hundreds_of_ballots_cost_each_client_a_message_for_every_hundred_milliseconds_and_no_more() {
    let hall = Hall::of(&crowded());
    let server = hall.open();
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    let names: Vec<String> = (0..VOTERS).map(|number| format!("voter-{number}")).collect();
    let joins = names.iter().map(|name| hall.join(&server, name));
    let mut voters = futures_util::future::join_all(joins).await;
    let (question, option) =
        (json!({"en": "Which first?", "ar": "ما الأول؟"}), |en: &str| json!({"en": en, "ar": en}));
    chair
        .done(&json!({"type": "open_poll", "question": question, "options": [option("Data"), option("Pathways")],
            "choices_max": 1, "entitled": "everyone", "named": false, "live": true, "limit_ms": null}))
        .await;
    let poll_of = |client: &Client| {
        let everyone = client.store.held["everyone"].values();
        everyone
            .filter(|entity| entity["type"] == "poll")
            .map(|poll| poll["id"].as_str().unwrap().to_owned())
            .next()
    };
    for voter in &mut voters {
        // Whoever is told of the poll has been told of all before it.
        voter
            .until_held(|store| store.held["everyone"].values().any(|entity| entity["type"] == "poll"))
            .await;
    }
    let poll = poll_of(&voters[0]).unwrap();

    let began = Instant::now();
    let answers = voters.iter_mut().enumerate().map(|(number, voter)| {
        let choice = u8::from(number % 3 == 0);
        votes(voter, &poll, choice)
    });
    let all = futures_util::future::join_all(answers).await;
    let most = usize::try_from(began.elapsed().as_millis() / GATHERED.as_millis()).unwrap() + 1;

    for got in &all {
        assert!(got.others.is_empty(), "{got:?}");
        assert_eq!(got.own.iter().filter(|one| *one == "ack").count(), 1, "{got:?}");
        assert_eq!(got.own.len(), 2, "{got:?}");
        assert!((1..=most).contains(&got.tallies), "{} counts where {most} are the most", got.tallies);
    }
    for voter in &voters {
        let tally = voter.store.get(&format!("tally/{poll}"));
        assert_eq!((&tally["ballots"], &tally["counts"]), (&json!(VOTERS), &json!([200, 100])));
    }
}
