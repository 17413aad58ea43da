//! Seats over real sockets: a person who is added enters by a link of their own, one who is withdrawn is gone at once.

use std::net::SocketAddr;

use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::{Pass, enter, try_enter};
use crate::http::{Answer, get, post};
use crate::process::Hall;

async fn links(address: SocketAddr, pass: &Pass, act: &str, person: &str) -> Answer {
    let path = format!("{}api/links/opening{act}", pass.home);
    post(address, &path, &[("cookie", &pass.cookie)], &json!({"person": person}).to_string()).await
}

fn seat(person: &str, delegation: &str) -> Value {
    json!({"type": "seat_person", "person": person, "delegation": delegation, "name": {"en": "Ms. Nora"},
           "position": "representative", "rank": null, "language": "en"})
}

fn goodbye() -> (Value, Option<CloseCode>) {
    (json!({"type": "goodbye", "why": "link_revoked", "retry_after_ms": null}), Some(CloseCode::Policy))
}

#[tokio::test]
async fn a_person_who_is_added_enters_by_a_link_that_is_shown_once_and_stands_in_no_log() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = (hall.join(&server, "secretariat").await, hall.pass(&server, "secretariat").await);
    assert_eq!(links(server.address, &pass, "", "nora").await.code(), "person_unknown");
    desk.done(&seat("nora", "cedar")).await;
    let made = links(server.address, &pass, "", "nora").await;
    assert_eq!((made.status, made.header("cache-control")), (200, "no-store"), "{made:?}");
    let secret = made.json()["secret"].as_str().unwrap().to_owned();
    let nora = enter(server.address, &secret).await;
    let lobby = get(server.address, &format!("{}api/lobby", nora.home), &[("cookie", &nora.cookie)]).await;
    assert_eq!(lobby.json()["person"]["name"]["en"], "Ms. Nora");
    let everywhere = lobby.json()["sessions"].as_array().unwrap().clone();
    assert!(everywhere.iter().all(|session| session["roles"] == json!(["delegate"])), "{everywhere:?}");
    let mut joined = Client::joined(server.address, &nora, None).await;

    // Withdrawn, she is gone, and no link of hers lets her in again.
    desk.done(&json!({"type": "withdraw_person", "person": "nora"})).await;
    assert_eq!(joined.end().await, goodbye());
    assert_eq!(try_enter(server.address, &secret).await.code(), "link_unknown");
    assert!(Client::connected(server.address, &nora).await.is_none());
    let logged = server.stop();
    assert!(logged.iter().all(|line| !line.contains(&secret)), "a secret is logged");
}

#[tokio::test]
async fn links_that_are_revoked_end_and_a_new_one_lets_in_again() {
    let hall = Hall::new();
    let server = hall.open();
    let desk = hall.pass(&server, "secretariat").await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    let revoked = links(server.address, &desk, "/revoke", "cedar-1").await;
    assert_eq!(revoked.json(), json!({"revoked": 1}));
    assert_eq!(cedar.end().await, goodbye());
    assert_eq!(links(server.address, &desk, "/revoke", "cedar-1").await.json(), json!({"revoked": 0}));
    let made = links(server.address, &desk, "", "cedar-1").await.json();
    let again = enter(server.address, made["secret"].as_str().unwrap()).await;
    Client::joined(server.address, &again, None).await;
}

#[tokio::test]
async fn only_the_secretariat_makes_links_and_only_of_those_who_have_a_seat() {
    let hall = Hall::new();
    let server = hall.open();
    for person in ["chair", "cedar-1", "observer-1"] {
        let pass = hall.pass(&server, person).await;
        for act in ["", "/revoke"] {
            let refused = links(server.address, &pass, act, "cedar-1").await;
            assert_eq!(refused.status, 403, "{person}: {refused:?}");
        }
    }
    let desk = hall.pass(&server, "secretariat").await;
    for person in ["chair", "secretariat", "observer-1", "nobody", "NOT AN ID"] {
        let refused = links(server.address, &desk, "", person).await;
        assert!([400, 404].contains(&refused.status), "{person}: {refused:?}");
    }
    let path = format!("{}api/links/opening", desk.home);
    let foreign = [("cookie", desk.cookie.as_str()), ("origin", "http://elsewhere.example")];
    let body = json!({"person": "cedar-1"}).to_string();
    assert_eq!(post(server.address, &path, &foreign, &body).await.code(), "wrong_origin");
}

#[tokio::test]
async fn what_was_changed_outlives_a_crash_and_a_command_sent_again_is_done_once() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let key = crate::client::key();
    let first = desk.command_as(key, &seat("nora", "cedar")).await;
    assert_eq!(first["type"], "ack");
    server.kill();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    assert_eq!(desk.command_as(key, &seat("nora", "cedar")).await["type"], "ack");
    let refused = desk.refused(&seat("nora", "olive")).await;
    assert_eq!(refused["code"], "person_known");
}

#[tokio::test]
async fn earlier_proceedings_are_read_by_those_in_the_session_and_by_nobody_else() {
    let hall = Hall::new();
    let server = hall.open();
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    let read = async |pass: &Pass, path: &str| {
        get(server.address, &format!("{}api/proceedings/{path}", pass.home), &[("cookie", &pass.cookie)])
            .await
    };
    let observer = hall.pass(&server, "observer-1").await;
    let page = read(&observer, "opening?limit=5").await.json();
    assert_eq!(
        (&page["paragraphs"][0]["fact"]["what"], &page["more"]),
        (&json!("meeting_opened"), &json!(false))
    );
    assert_eq!(read(&observer, "opening?before=1").await.json()["paragraphs"], json!([]));
    for wrong in ["opening?before=many", "opening?limit=-1", "opening?words=x"] {
        assert_eq!(read(&observer, wrong).await.code(), "malformed", "{wrong}");
    }
    assert_eq!(read(&observer, "nowhere").await.code(), "session_unknown");
    let stranger = Pass { cookie: "plenary=nobody".to_owned(), ..observer.clone() };
    assert_eq!(read(&stranger, "opening").await.status, 401);
}
