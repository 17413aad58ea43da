//! What was deleted, and what is kept of somebody who was withdrawn, stands in no file of the data folder afterwards; the
//! log is read as before.

use std::path::Path;

use serde_json::{Value, json};

use crate::client::{Client, chat};
use crate::entering::{Pass, enter};
use crate::http::post;
use crate::process::{Hall, Server, ended_well, plenary};
use crate::store::Store;

/// Whether a file below a folder holds these words.
fn holds(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, words);
        }
        let bytes = std::fs::read(&path).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

/// The messages that everybody sees.
fn messages(store: &Store) -> Vec<Value> {
    store.held["everyone"].values().filter(|one| one["type"] == "message").cloned().collect()
}

/// The message that says this.
fn message(client: &Client, text: &str) -> Value {
    messages(&client.store).into_iter().find(|one| one["text"] == text).unwrap()
}

#[tokio::test]
async fn what_a_deleted_message_said_is_nowhere_while_the_server_runs_and_the_log_is_read_as_before() {
    const SECRET: &str = "my number is 0961 555 010, call me";
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say(SECRET).await;
    cedar.until_said(SECRET).await;
    let id = message(&cedar, SECRET)["id"].clone();
    cedar.done(&json!({"type": "edit_message", "message": id, "text": format!("{SECRET} today")})).await;
    cedar.say("The delegation thanks the Chair.").await;
    assert!(holds(hall.data(), SECRET), "it is found where it is");
    cedar.done(&json!({"type": "delete_message", "message": id, "reason": ""})).await;
    assert!(!holds(hall.data(), SECRET), "what was deleted is erased");
    cedar.until_held(|store| messages(store).iter().any(|one| one["deleted"].is_object())).await;
    let before = messages(&cedar.store);
    assert_eq!(before.len(), 2);
    server.kill();
    let server = hall.open();
    assert_eq!(messages(&hall.join(&server, "cedar-1").await.store), before);
    assert!(holds(hall.data(), "The delegation thanks the Chair."), "what others said stays");
    server.stop();
}

async fn enters(server: &Server, desk: &Pass, person: &str) -> Pass {
    let path = format!("{}api/links/opening", desk.home);
    let body = json!({"person": person}).to_string();
    let made = post(server.address, &path, &[("cookie", &desk.cookie)], &body).await;
    enter(server.address, made.json()["secret"].as_str().unwrap()).await
}

/// What `plenary conference erase` says, and whether it did it.
fn erase(hall: &Hall, person: &str) -> (bool, String) {
    let output = plenary("conference", hall.data()).args(["erase", person]).output().unwrap();
    let done = output.status.success();
    let said = if done { ended_well(output) } else { String::from_utf8(output.stderr).unwrap() };
    (done, said)
}

#[tokio::test]
async fn the_details_of_somebody_who_was_withdrawn_are_erased_and_what_they_did_stays() {
    const NAME: &str = "Ms. Zenobia Quill";
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = (hall.join(&server, "secretariat").await, hall.pass(&server, "secretariat").await);
    desk.done(
        &json!({"type": "seat_person", "person": "zenobia", "delegation": "cedar", "name": {"en": NAME},
                      "position": "representative", "rank": null, "language": "en"}),
    )
    .await;
    let mut zenobia = Client::joined(server.address, &enters(&server, &pass, "zenobia").await, None).await;
    zenobia.done(&chat("We support the outcome document.")).await;
    server.stop();
    let (done, said) = erase(&hall, "zenobia");
    assert!(!done && said.contains("withdraw them first"), "{said}");

    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&json!({"type": "withdraw_person", "person": "zenobia"})).await;
    server.stop();
    for (person, why) in [("cedar-1", "is of the conference"), ("nobody", "was never withdrawn")] {
        let (done, said) = erase(&hall, person);
        assert!(!done && said.contains(why), "{said}");
    }
    assert!(holds(hall.data(), NAME), "it is found where it is");
    let (done, said) = erase(&hall, "zenobia");
    assert!(done && said.contains("is erased"), "{said}");
    assert!(!holds(hall.data(), NAME), "no file has the name");
    let (again, said) = erase(&hall, "zenobia");
    assert!(again && said.contains("0 entries"), "{said}");

    let server = hall.open();
    let cedar = hall.join(&server, "cedar-1").await;
    let said = message(&cedar, "We support the outcome document.");
    assert_eq!(said["author"]["name"]["en"], "[name erased]");
    server.stop();
}
