//! Seats over real sockets: a person who is added enters by a link of their own, one who is withdrawn is gone at once.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::{Pass, enter, try_enter};
use crate::http::{Answer, PATIENCE, get, post};
use crate::lobby::{self, card, programme};
use crate::process::{Hall, Server};

async fn links(address: SocketAddr, pass: &Pass, act: &str, person: &str) -> Answer {
    links_in(address, pass, "opening", act, person).await
}

async fn links_in(address: SocketAddr, pass: &Pass, session: &str, act: &str, person: &str) -> Answer {
    let path = format!("{}api/links/{session}{act}", pass.home);
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
    let lobby = lobby::read(&server, &nora).await;
    assert_eq!(card(&lobby)["name"]["en"], "Ms. Nora");
    let everywhere = card(&lobby)["sessions"].as_array().unwrap().clone();
    assert_eq!(everywhere.len(), programme(&lobby).len());
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
            assert_eq!((refused.status, refused.code().as_str()), (403, "not_allowed"), "{person}");
        }
    }
    let elsewhere = hall.pass(&server, "observer-2").await;
    let refused = links_in(server.address, &elsewhere, "closing", "", "cedar-1").await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "session_unknown"));
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
async fn the_secretariat_sees_who_has_a_link_and_who_has_opened_it() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = (hall.join(&server, "secretariat").await, hall.pass(&server, "secretariat").await);
    desk.done(&seat("nora", "cedar")).await;
    let standing = async |server: &Server, pass: &Pass, person: &str| {
        let path = format!("{}api/links/opening", pass.home);
        let answer = get(server.address, &path, &[("cookie", &pass.cookie)]).await;
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "{answer:?}");
        let links = answer.json()["links"].as_array().unwrap().clone();
        links.into_iter().find(|one| one["person"] == person).unwrap_or(Value::Null)
    };
    assert_eq!(standing(&server, &pass, "nora").await, Value::Null, "nobody has made her one");
    let made = links(server.address, &pass, "", "nora").await;
    let nora = standing(&server, &pass, "nora").await;
    assert_eq!((&nora["links"], &nora["opened_at_ms"]), (&json!(1), &Value::Null));
    enter(server.address, made.json()["secret"].as_str().unwrap()).await;
    // It is noted behind her.
    let opened = async {
        loop {
            if let Some(at_ms) = standing(&server, &pass, "nora").await["opened_at_ms"].as_i64() {
                return at_ms;
            }
            // Slower than the rate of these calls.
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
    };
    let opened = tokio::time::timeout(PATIENCE, opened).await.expect("it is noted that she has opened it");
    server.kill();

    // And kept; opening it again changes nothing.
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    enter(server.address, made.json()["secret"].as_str().unwrap()).await;
    assert_eq!(standing(&server, &pass, "nora").await["opened_at_ms"], json!(opened));
    let delegate = hall.pass(&server, "cedar-1").await;
    let path = format!("{}api/links/opening", delegate.home);
    let refused = get(server.address, &path, &[("cookie", &delegate.cookie)]).await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "not_allowed"));
}

#[tokio::test]
async fn a_sheet_of_links_is_made_for_those_who_have_a_seat() {
    let hall = Hall::new();
    let server = hall.open();
    let desk = hall.pass(&server, "secretariat").await;
    let sheet = async |pass: &Pass, people: &Value| {
        let path = format!("{}api/links/opening/sheet", pass.home);
        let body = json!({"people": people}).to_string();
        post(server.address, &path, &[("cookie", &pass.cookie)], &body).await
    };
    let made = sheet(&desk, &json!(["cedar-1", "chair", "olive-1", "cedar-1"])).await;
    assert_eq!((made.status, made.header("cache-control")), (200, "no-store"), "{made:?}");
    let made = made.json();
    let people: Vec<_> =
        made["links"].as_array().unwrap().iter().map(|link| link["person"].clone()).collect();
    assert_eq!((people, &made["not_made"]), (vec![json!("cedar-1"), json!("olive-1")], &json!(["chair"])));
    for link in made["links"].as_array().unwrap() {
        enter(server.address, link["secret"].as_str().unwrap()).await;
    }
    let many: Vec<_> = (0..201).map(|number| format!("p{number}")).collect();
    for wrong in [json!([]), json!(many)] {
        assert_eq!(sheet(&desk, &wrong).await.code(), "malformed");
    }
    let delegate = hall.pass(&server, "cedar-1").await;
    assert_eq!(sheet(&delegate, &json!(["olive-1"])).await.code(), "not_allowed");
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

/// The small conference, whose closing session has a secretariat and an observer of its own. Alice of Cedar chairs the
/// opening and sits for Cedar in the closing.
fn two_desks() -> Hall {
    let text = std::fs::read_to_string(crate::process::conference()).unwrap();
    let alice = "delegation = \"cedar\"\nlanguage = \"en\"\nroles = { \"*\" = [\"delegate\"] }";
    let both = alice.replace("\"*\" = [\"delegate\"]", "opening = [\"chair\"], closing = [\"delegate\"]");
    let side = "\n[[people]]\nid = \"side-desk\"\nname = { en = \"Side desk\", ar = \"أمانة\" }\nlanguage = \"en\"\n\
                roles = { closing = [\"secretariat\"] }\n";
    let changed = text.replacen(alice, &both, 1) + side;
    assert_ne!(changed, text + side, "the person is in the file");
    Hall::of(&changed)
}

#[tokio::test]
async fn the_secretariat_of_one_session_makes_and_revokes_no_link_to_another() {
    let hall = two_desks();
    let server = hall.open();
    let side = hall.pass(&server, "side-desk").await;
    let desk = hall.pass(&server, "secretariat").await;
    let mut alice = hall.join(&server, "cedar-1").await;
    for act in ["", "/revoke"] {
        // A delegate of both sessions is as much out of reach as a chair of the other.
        for person in ["cedar-1", "olive-1"] {
            let refused = links_in(server.address, &side, "closing", act, person).await;
            assert_eq!((refused.status, refused.code().as_str()), (403, "not_allowed"), "{act} {person}");
        }
    }
    // Somebody who is of the one session alone is its own secretariat's.
    let mut side_desk = Client::joined_in(server.address, &side, "closing").await;
    side_desk.done(&seat("nora", "cedar")).await;
    let made = links_in(server.address, &side, "closing", "", "nora").await;
    assert_eq!(made.status, 200, "{made:?}");
    let nora = enter(server.address, made.json()["secret"].as_str().unwrap()).await;
    let mut nora = Client::joined_in(server.address, &nora, "closing").await;

    // Withdrawn in the closing, Alice chairs the opening as before.
    side_desk.done(&json!({"type": "withdraw_person", "person": "nora"})).await;
    assert_eq!(nora.end().await, goodbye());
    side_desk.done(&json!({"type": "withdraw_person", "person": "cedar-1"})).await;
    alice.done(&json!({"type": "open_session"})).await;
    assert_eq!(try_enter(server.address, hall.secret("cedar-1")).await.status, 200);

    // The secretariat of both has the say over all of them.
    let revoked = links(server.address, &desk, "/revoke", "olive-1").await;
    assert_eq!(revoked.json(), json!({"revoked": 1}));
}
