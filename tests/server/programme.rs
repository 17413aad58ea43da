//! Sessions that come and go while the server runs, and the conference file that meets what was changed on screen.

use serde_json::{Value, json};

use crate::client::Client;
use crate::lobby::{self, card, programme};
use crate::process::{Hall, Server, conference, ended_well, plenary};
use crate::store::Store;

/// 24 February 2021, 10:00 by the host's clock: the opening's beginning.
const OPENING_MS: i64 = 1_614_153_600_000;
const MINUTE_MS: i64 = 60_000;

fn add(session: &str, from_minutes: i64) -> Value {
    json!({"type": "add_session", "session": session, "like": "opening", "title": {"en": "Third", "ar": "الثالثة"},
           "starts_at_ms": OPENING_MS + from_minutes * MINUTE_MS,
           "ends_at_ms": OPENING_MS + (from_minutes + 45) * MINUTE_MS})
}

async fn lobby(hall: &Hall, server: &Server, person: &str) -> Store {
    lobby::read(server, &hall.pass(server, person).await).await
}

async fn ids(hall: &Hall, server: &Server) -> Vec<String> {
    let lobby = lobby(hall, server, "observer-1").await;
    programme(&lobby).iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_session_that_is_added_is_joined_and_opened_while_the_server_runs_and_after_a_crash() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&add("third", 120)).await;
    assert_eq!(ids(&hall, &server).await, ["opening", "closing", "third"]);
    let mut chair = Client::joined_in(server.address, &hall.pass(&server, "chair").await, "third").await;
    chair.done(&json!({"type": "open_session"})).await;
    let mut cedar = Client::joined_in(server.address, &hall.pass(&server, "cedar-1").await, "third").await;
    cedar
        .done(&json!({"type": "send_message", "room": "main", "language": "en", "text": "we are here"}))
        .await;
    // What is changed of it afterwards reaches it too.
    desk.done(&json!({"type": "correct_title", "session": "third", "language": "en", "title": "The third", "version": null}))
        .await;
    server.kill();
    let server = hall.open();
    let mut lobby =
        Client::joined_in_lobby(server.address, &hall.pass(&server, "observer-1").await, None).await;
    lobby.until_held(|store| programme(store)[2]["phase"] == "open").await;
    assert_eq!(programme(&lobby.store)[2]["title"]["en"], "The third");
    let cedar = Client::joined_in(server.address, &hall.pass(&server, "cedar-1").await, "third").await;
    assert!(format!("{:?}", cedar.store).contains("we are here"));
    server.stop();
}

#[tokio::test]
async fn a_cancelled_session_is_told_in_the_lobby_and_is_not_opened_until_it_has_a_time_again() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let cancel = json!({"type": "cancel_session", "session": "opening", "reason": "no quorum", "version": 0});
    desk.done(&cancel).await;
    let told = programme(&lobby(&hall, &server, "cedar-1").await)[0]["rescheduled"].clone();
    assert_eq!((&told["cancelled"], &told["reason"]), (&json!(true), &json!("no quorum")));
    let mut chair = hall.join(&server, "chair").await;
    assert_eq!(chair.refused(&json!({"type": "open_session"})).await["code"], "session_cancelled");
    desk.done(&json!({"type": "reschedule_session", "session": "opening", "starts_at_ms": OPENING_MS,
                      "ends_at_ms": OPENING_MS + 45 * MINUTE_MS, "reason": "", "version": 1}))
        .await;
    let told = programme(&lobby(&hall, &server, "cedar-1").await)[0]["rescheduled"].clone();
    assert_eq!(told, Value::Null);
    chair.done(&json!({"type": "open_session"})).await;
    server.stop();
}

#[tokio::test]
async fn a_changed_file_is_taken_in_and_where_the_screen_has_changed_the_same_the_start_says_so() {
    let text = std::fs::read_to_string(conference()).unwrap();
    let hall = Hall::of(&text);
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let rename = json!({"type": "correct_name", "person": "cedar-1", "language": "en", "name": "Ms. Alice Cedar",
                        "version": 0});
    desk.done(&rename).await;
    server.stop();
    let changed = text
        .replace("Alice of Cedar", "Alice from Cedar")
        .replace("title = { en = \"Closing\"", "title = { en = \"Closing session\"");
    std::fs::write(hall.data().join("conference.toml"), &changed).unwrap();
    let server = hall.open();
    let name = async |server: &Server| card(&lobby(&hall, server, "cedar-1").await)["name"]["en"].clone();
    assert_eq!(name(&server).await, "Ms. Alice Cedar");
    let title = programme(&lobby(&hall, &server, "cedar-1").await)[1]["title"]["en"].clone();
    assert_eq!(title, "Closing session");
    let logged = server.stop().join("\n");
    assert!(logged.contains("people[id=cedar-1].name.en") && logged.contains("--take-file"), "{logged}");
    assert!(logged.contains("Alice from Cedar") && logged.contains("Ms. Alice Cedar"), "{logged}");
    // It is told until one of the two gives way.
    let server = hall.open();
    let logged = server.stop().join("\n");
    assert!(logged.contains("people[id=cedar-1].name.en"), "{logged}");
    let mut serve = hall.serve();
    serve.arg("--take-file");
    let server = Server::started(serve);
    assert_eq!(name(&server).await, "Alice from Cedar");
    server.stop();
    let server = hall.open();
    assert_eq!(name(&server).await, "Alice from Cedar");
    let logged = server.stop().join("\n");
    assert!(!logged.contains("cedar-1"), "{logged}");
}

#[tokio::test]
async fn what_is_in_force_is_exported_as_a_file_that_passes_the_check() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&add("third", 120)).await;
    let cancel = json!({"type": "cancel_session", "session": "closing", "reason": "", "version": null});
    desk.done(&cancel).await;
    server.stop();
    let file = hall.data().join("exported.toml");
    let export = || {
        let mut export = plenary("conference", hall.data());
        export.arg("export").arg("--file").arg(&file);
        export
    };
    ended_well(export().output().unwrap());
    let mut check = plenary("check", hall.data());
    let said = ended_well(check.arg(&file).output().unwrap());
    assert!(said.contains("2 sessions"), "{said}");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"third\"") && !text.contains("\"closing\""), "{text}");
    // A file that is there is left alone.
    let again = export().output().unwrap();
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("exported.toml"));
}

#[tokio::test]
async fn without_a_conference_there_is_nothing_to_export() {
    let folder = tempfile::tempdir().unwrap();
    let output = plenary("conference", folder.path()).arg("export").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("no conference was held yet"), "{said}");
}
