//! What is left of a session that is over, as nobody reads it: who has neither a link nor a cookie finds what was said, the key
//! messages, the public documents and the sound of each speech, and nothing else.

use std::fs;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use jiff::Timestamp;
use plenary::media::recorder::NAME;
use serde_json::{Value, json};

use crate::client::Client;
use crate::http::{Answer, PATIENCE, call, get};
use crate::process::{Hall, Server, conference};

const SAID: &str = "Cedar welcomes <this> review.";
const UNSAID: &str = "Olive has not been heard yet.";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const MESSAGE: &str = "Data are shared among statistical offices.";

/// A hall whose conference lets the public listen, and publishes what is recorded if it is to.
fn hall(publishes: bool) -> (Hall, Server) {
    let text = fs::read_to_string(conference()).unwrap();
    let lines = format!("id = \"small\"\npublic_listening = true\npublic_recordings = {publishes}");
    let hall = Hall::of(&text.replacen("id = \"small\"", &lines, 1));
    let server = hall.open();
    (hall, server)
}

async fn read(server: &Server, path: &str) -> Answer {
    get(server.address, path, &[]).await
}

/// Reads a page again until what stands on it fits.
async fn until(server: &Server, path: &str, fits: impl Fn(&str) -> bool) -> String {
    let asking = async {
        loop {
            let answer = read(server, path).await;
            assert_eq!(answer.status, 200, "{path}: {answer:?}");
            if fits(&answer.body) {
                return answer.body;
            }
        }
    };
    tokio::time::timeout(PATIENCE, asking).await.expect("it stands there in time")
}

fn now_ms() -> i64 {
    i64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()
}

/// A recording of an hour that began a minute ago.
fn record(hall: &Hall) -> (PathBuf, String) {
    let name = Timestamp::from_millisecond(now_ms() - 60_000).unwrap().strftime(NAME).to_string();
    let folder = hall.data().join("recordings/opening").join(&name);
    fs::create_dir_all(&folder).unwrap();
    let mut page = b"OggS\0\x04".to_vec();
    page.extend((48_000_u64 * 3_600).to_le_bytes());
    page.extend([0; 13]);
    fs::write(folder.join("floor.ogg"), page).unwrap();
    (folder, name)
}

/// Cedar speaks by a text in English; Olive waits with one.
async fn speak(hall: &Hall, server: &Server) -> Client {
    let mut chair = hall.join(server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    for (place, (who, text)) in [("cedar-1", SAID), ("olive-1", UNSAID)].into_iter().enumerate() {
        let mut delegate = hall.join(server, who).await;
        delegate
            .done(&json!({"type": "request_floor", "list": "statements", "language": "en",
                          "on_behalf_of": if who == "cedar-1" { "the group of trees" } else { "" }}))
            .await;
        delegate.until_held(|store| store.get("list/statements")["queue"][place].is_string()).await;
        let request = delegate.store.get("list/statements")["queue"][place].clone();
        delegate
            .done(&json!({"type": "give_text", "request": request, "language": "en", "text": text,
                          "mark": "check_against_delivery", "official": true}))
            .await;
    }
    let both = |store: &crate::store::Store| store.get("list/statements")["queue"][1].is_string();
    chair.until_held(both).await;
    let request = chair.store.get("list/statements")["queue"][0].clone();
    chair.done(&json!({"type": "give_floor", "request": request, "ending": null})).await;
    chair.until_held(|store| store.get("floor/floor")["turn"]["id"].is_string()).await;
    let turn = chair.store.get("floor/floor")["turn"]["id"].clone();
    chair.done(&json!({"type": "stop_turn", "turn": turn})).await;
    chair
}

/// Documents in every state in which one can be.
async fn enter_documents(hall: &Hall, server: &Server) -> Client {
    let pass = hall.pass(server, "secretariat").await;
    let mut desk = Client::joined_in(server.address, &pass, "opening").await;
    let later = json!({"release": "embargo", "until_ms": now_ms() + 3_600_000});
    for (id, release) in [
        ("open", json!({"release": "public"})),
        ("inside", json!({"release": "released"})),
        ("kept", json!({"release": "held"})),
        ("later", later),
        ("gone", json!({"release": "public"})),
    ] {
        desk.done(&json!({"type": "add_document", "document": id, "of": {"of": "conference"},
                          "title": {"en": format!("Paper {id}")}, "symbol": ""}))
            .await;
        let path = format!("{}api/documents/{id}/en?name={id}.pdf", pass.home);
        let given = call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], PDF).await;
        assert_eq!(given.status, 200, "{given:?}");
        desk.done(&json!({"type": "release_document", "document": id, "release": release})).await;
    }
    desk.done(&json!({"type": "withdraw_document", "document": "gone"})).await;
    desk
}

fn gather() -> Value {
    json!({"type": "gather_key_message", "content": {"voice": "stakeholders", "delegation": null, "origin": "a consultation",
           "source": null, "passage": "", "text": {"en": MESSAGE}, "objectives": [], "principles": []}})
}

#[tokio::test]
async fn nobody_finds_what_was_said_and_issued_and_released_to_all_and_nothing_else() {
    let (hall, server) = hall(true);
    let (folder, name) = record(&hall);
    let mut desk = enter_documents(&hall, &server).await;
    desk.done(&gather()).await;
    let mut chair = speak(&hall, &server).await;
    let page = "/public/opening?lang=en";
    let sound = format!("/public/opening/sound/{name}/floor.ogg");

    // While the meeting goes on the page has none of it.
    let body = until(&server, page, |_| true).await;
    for held in ["Cedar welcomes", UNSAID, "Paper open", MESSAGE, "#t="] {
        assert!(!body.contains(held), "{held} before the end");
    }
    assert_eq!(read(&server, &sound).await.code(), "nothing_recorded");
    chair.done(&json!({"type": "close_session"})).await;

    let body = until(&server, page, |body| body.contains("Cedar welcomes") && body.contains("#t=")).await;
    assert!(body.contains("Cedar welcomes &lt;this&gt; review."), "what people wrote is no markup");
    for told in
        ["Alice", "the group of trees", "lang=\"en\" dir=\"ltr\"", "Paper open", "/public/documents/open/en"]
    {
        assert!(body.contains(told), "{told} is missing");
    }
    for held in [UNSAID, "Paper inside", "Paper kept", "Paper later", "Paper gone", MESSAGE, "a consultation"]
    {
        assert!(!body.contains(held), "{held} is told");
    }
    assert!(!body.contains("<script"), "nothing is taken over");
    // From about a minute into the recording.
    let from = body.split(&format!("{sound}#t=")).nth(1).expect("the speech can be heard");
    let from: i64 = from.split('"').next().unwrap().parse().unwrap();
    assert!((60..120).contains(&from), "{from}");

    let arabic = read(&server, "/public/opening?lang=ar").await.body;
    for told in ["<html lang=\"ar\" dir=\"rtl\"", "البيانات", "Cedar welcomes"] {
        assert!(arabic.contains(told), "{told} is missing in Arabic");
    }

    desk.done(&json!({"type": "issue_key_messages", "standing": "issued"})).await;
    until(&server, page, |body| body.contains(MESSAGE) && !body.contains("a consultation")).await;
    desk.done(&json!({"type": "take_back_key_messages"})).await;
    until(&server, page, |body| !body.contains(MESSAGE)).await;

    // Files: what is public, and of the rest not even that it is there.
    let file = read(&server, "/public/documents/open/en").await;
    assert_eq!((file.status, file.bytes.as_slice()), (200, PDF));
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
    for path in
        ["inside/en", "kept/en", "later/en", "gone/en", "open/ar", "none/en", "..%2f/en", "open/..%2fen"]
    {
        let answer = read(&server, &format!("/public/documents/{path}")).await;
        assert_eq!((answer.status, answer.code().as_str()), (404, "not_public"), "{path}");
    }
    let part = get(server.address, &sound, &[("range", "bytes=0-3")]).await;
    assert_eq!((part.status, part.body.as_str()), (206, "OggS"));
    fs::write(folder.join("turns.jsonl"), "{}").unwrap();
    for other in [
        format!("{name}/turns.jsonl"),
        format!("{name}/en.ogg"),
        "../floor.ogg".to_owned(),
        "x/floor.ogg".to_owned(),
    ] {
        let answer = read(&server, &format!("/public/opening/sound/{other}")).await;
        assert_eq!(answer.status, 404, "{other}: {answer:?}");
    }

    // Opened again, it is followed as before.
    chair.until_held(|store| store.get("session/session")["phase"] == "closed").await;
    let closed_at = chair.store.get("session/session")["since_ms"].clone();
    chair.done(&json!({"type": "reopen_session", "closed_at_ms": closed_at, "reason": "An error"})).await;
    until(&server, page, |body| !body.contains("Cedar welcomes") && body.contains("iframe")).await;
    assert_eq!(read(&server, &sound).await.code(), "nothing_recorded");
    drop((chair, desk));
    server.stop();
}

#[tokio::test]
async fn the_page_is_written_once_for_all_and_stands_there_after_a_restart() {
    let (hall, server) = hall(false);
    let (_, name) = record(&hall);
    let mut chair = speak(&hall, &server).await;
    chair.done(&json!({"type": "close_session"})).await;
    let path = "/public/opening?lang=en";
    until(&server, path, |body| body.contains("Cedar welcomes") && !body.contains("#t=")).await;
    // A recording that the conference does not publish is nobody's.
    assert_eq!(
        read(&server, &format!("/public/opening/sound/{name}/floor.ogg")).await.code(),
        "nothing_recorded"
    );
    let first = read(&server, path).await;
    assert_eq!((first.header("cache-control"), first.header("refresh")), ("no-cache", ""));
    let again = get(server.address, path, &[("if-none-match", first.header("etag"))]).await;
    assert!(matches!((again.status, again.body.is_empty()), (304, true) | (200, false)), "{again:?}");
    drop(chair);
    drop(server);
    let server = hall.open();
    until(&server, path, |body| body.contains("Cedar welcomes") && !body.contains(UNSAID)).await;
    server.stop();
}
