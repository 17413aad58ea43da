//! The chat over real sockets: its past, for whom the room admits and nobody else.

use serde_json::{Value, json};

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, get};
use crate::process::{Hall, Server};

async fn past(server: &Server, pass: &Pass, room: &str, query: &str) -> Answer {
    let path = format!("{}api/chat/opening/{room}?{query}", pass.home);
    get(server.address, &path, &[("cookie", &pass.cookie)]).await
}

fn texts(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let messages = answer.json()["messages"].as_array().unwrap().clone();
    messages.iter().map(|message| message["text"].as_str().unwrap().to_owned()).collect()
}

fn message(room: &str, text: &str) -> Value {
    json!({"type": "send_message", "room": room, "text": text, "language": null})
}

/// Sends as fast as one may: what comes too fast is sent again, and nothing else.
async fn write(client: &mut Client, room: &str, text: &str) {
    loop {
        let answer = client.command_as(crate::client::key(), &message(room, text)).await;
        if answer["type"] == "ack" {
            return;
        }
        assert_eq!(answer["reason"]["code"], "too_fast", "{answer}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn the_past_of_a_room_is_read_page_by_page() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    for number in 0..8 {
        write(&mut cedar, "main", &format!("word {number}")).await;
    }
    write(&mut cedar, "main", "الأُمَم المتحدة").await;
    let observer = hall.pass(&server, "observer-1").await;
    let newest = past(&server, &observer, "main", "limit=3").await;
    assert_eq!(texts(&newest), ["word 6", "word 7", "الأُمَم المتحدة"]);
    let first = newest.json()["messages"][0]["id"].as_str().unwrap().to_owned();
    let before = past(&server, &observer, "main", &format!("before={first}&limit=50")).await;
    assert_eq!(texts(&before), ["word 0", "word 1", "word 2", "word 3", "word 4", "word 5"]);
    assert_eq!(before.json()["more"], false);
}

#[tokio::test]
async fn nobody_reads_the_past_of_a_room_that_does_not_admit_them() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    for room in ["delegation-cedar", "secretariat-cedar"] {
        cedar.done(&message(room, "ours alone")).await;
    }
    for (person, room, admitted) in [
        ("cedar-1", "delegation-cedar", true),
        ("chair", "delegation-cedar", false),
        ("chair", "secretariat-cedar", true),
        ("olive-1", "delegation-cedar", false),
        ("olive-1", "secretariat-cedar", false),
        ("observer-1", "secretariat-cedar", false),
        ("screen", "delegation-cedar", false),
        ("screen", "main", true),
        ("observer-1", "technicians", false),
        ("observer-1", "corridor", false),
    ] {
        let pass = hall.pass(&server, person).await;
        let answer = past(&server, &pass, room, "limit=5").await;
        let expected = if admitted { 200 } else { 404 };
        assert_eq!(answer.status, expected, "{person} in {room}: {answer:?}");
        assert!(admitted || !answer.json().to_string().contains("ours"), "{answer:?}");
    }
}

#[tokio::test]
async fn a_call_that_is_not_understood_says_so() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    for query in ["limit=many", "before=m99", "before=NO", "search=word", "surprise=1"] {
        let answer = past(&server, &pass, "main", query).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "malformed"), "{query}");
    }
    let stranger = Pass { cookie: "plenary=nobody".to_owned(), ..pass.clone() };
    assert_eq!(past(&server, &stranger, "main", "limit=5").await.status, 401);
    let path = format!("{}api/chat/nowhere/main?limit=5", pass.home);
    assert_eq!(get(server.address, &path, &[("cookie", &pass.cookie)]).await.code(), "session_unknown");
}

#[tokio::test]
async fn whoever_reads_the_past_too_fast_waits() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let mut refused = 0;
    for _ in 0..60 {
        refused += usize::from(past(&server, &pass, "main", "limit=5").await.status == 429);
    }
    assert!(refused > 0);
    let other = hall.pass(&server, "cedar-1").await;
    assert_eq!(past(&server, &other, "main", "limit=5").await.status, 200);
}

#[tokio::test]
async fn what_is_deleted_can_be_read_nowhere_and_comes_back_with_no_restart() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("a slip of the pen").await;
    let pass = hall.pass(&server, "observer-1").await;
    let id = past(&server, &pass, "main", "limit=1").await.json()["messages"][0]["id"].clone();
    cedar.done(&json!({"type": "delete_message", "message": id, "reason": ""})).await;
    server.stop();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let page = past(&server, &pass, "main", "limit=1").await;
    assert_eq!(
        (texts(&page), page.json()["messages"][0]["deleted"]["by_desk"].clone()),
        (vec![String::new()], json!(false))
    );
}
