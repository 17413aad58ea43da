//! What the public reads without a link: the programme and a session as they stand.

use serde_json::{Value, json};

use crate::client::chat;
use crate::http::{Answer, call, get};
use crate::process::{Hall, Server};
use crate::public_sound::public_hall;

async fn read(server: &Server, path: &str) -> Answer {
    get(server.address, path, &[]).await
}

/// Asks again, as a page does, until what is said fits.
pub async fn until(server: &Server, path: &str, fits: impl Fn(&Value) -> bool) -> Value {
    let asking = async {
        loop {
            let said = read(server, path).await.json();
            if fits(&said) {
                return said;
            }
        }
    };
    tokio::time::timeout(crate::http::PATIENCE, asking).await.expect("it is said in time")
}

#[tokio::test]
async fn whoever_holds_what_is_said_already_is_told_so_until_it_changes() {
    let (hall, server) = public_hall();
    for path in ["/api/public", "/api/public/opening"] {
        let first = read(&server, path).await;
        assert_eq!(first.status, 200, "{path}: {first:?}");
        assert_eq!(first.header("cache-control"), "no-cache");
        assert_eq!(first.header("content-type"), "application/json");
        assert_eq!(first.header("x-content-type-options"), "nosniff");
        let tag = first.header("etag").to_owned();
        for held in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let again = get(server.address, path, &[("if-none-match", &held)]).await;
            assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}: {held}");
            assert_eq!(again.header("etag"), tag);
        }
        let other = get(server.address, path, &[("if-none-match", "\"other\"")]).await;
        assert_eq!((other.status, &other.body), (200, &first.body));
        let head = call(server.address, "HEAD", path, &[], "").await;
        assert_eq!((head.status, head.header("etag"), head.body.as_str()), (200, tag.as_str(), ""));
    }
    let tag = read(&server, "/api/public").await.header("etag").to_owned();
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    let open = |said: &Value| said["sessions"][0]["phase"] == "open";
    let said = until(&server, "/api/public", open).await;
    let sessions: Vec<_> = said["sessions"].as_array().unwrap().iter().map(|at| &at["id"]).collect();
    assert_eq!(sessions, ["opening", "closing"]);
    let changed = get(server.address, "/api/public", &[("if-none-match", &tag)]).await;
    assert_eq!(changed.status, 200);
}

#[tokio::test]
async fn the_public_reads_who_has_the_floor_and_of_nobody_else() {
    let (hall, server) = public_hall();
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    let ask = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    cedar.done(&ask).await;
    let mut olive = hall.join(&server, "olive-1").await;
    olive.done(&ask).await;
    cedar.done(&chat("Between us")).await;
    let before = until(&server, "/api/public/opening", |said| said["session"]["phase"] == "open").await;
    assert_eq!(before["turn"], Value::Null);

    let both = |store: &crate::store::Store| store.get("list/statements")["queue"][1].is_string();
    chair.until_held(both).await;
    let request = chair.store.get("list/statements")["queue"][0].clone();
    chair.done(&json!({"type": "give_floor", "request": request, "ending": null})).await;
    let said = until(&server, "/api/public/opening", |said| said["turn"] != Value::Null).await;
    assert_eq!(said["turn"]["plate"]["en"], "Cedar");
    assert_eq!(said["turn"]["name"]["ar"], "أليس");
    assert_eq!(said["turn"]["language"], "en");
    let channels: Vec<_> = said["channels"].as_array().unwrap().iter().map(|at| &at["id"]).collect();
    assert_eq!(channels, ["floor", "en", "ar"]);
    // Who is next is told by the plate alone.
    assert_eq!(said["next"]["en"], "Olive");
    let text = said.to_string();
    for secret in ["Bob", "Chair", "Interpreter", "Observer", "Between us", "cedar-1", "queue"] {
        assert!(!text.contains(secret), "{secret} is told: {text}");
    }
}

#[tokio::test]
async fn what_is_not_there_or_not_public_is_not_found_whatever_is_asked_for() {
    let (_hall, server) = public_hall();
    for path in
        ["none", "Opening", "opening/", "opening/..", "..%2fopening", "%ff", "opening%00", "a/b/c", "%20"]
    {
        let answer = read(&server, &format!("/api/public/{path}")).await;
        assert_eq!((answer.status, answer.code().as_str()), (404, "not_public"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    for path in ["/api/public", "/api/public/opening"] {
        for method in ["POST", "PUT", "DELETE"] {
            let answer = call(server.address, method, path, &[], "").await;
            assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method} {path}");
            assert_eq!(answer.code(), "malformed");
        }
    }
    let hall = Hall::new();
    let server = hall.open();
    for path in ["/api/public", "/api/public/opening"] {
        let answer = read(&server, path).await;
        assert_eq!((answer.status, answer.code().as_str()), (404, "not_public"), "{path}");
        assert!(answer.json()["message"].as_str().unwrap().contains("link") || path.ends_with("opening"));
    }
}
