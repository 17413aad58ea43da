//! Texts of statements that come as files, over real sockets: who gives them, who reads them when, and what is left of them.

use std::path::Path;

use serde_json::json;

use crate::client::Client;
use crate::clips::{files, until_files};
use crate::entering::Pass;
use crate::http::{Answer, call, get};
use crate::prerecorded::waits_in;
use crate::process::{Hall, Server};
use crate::public_sound::{public_hall, public_server};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const PEOPLE: [&str; 7] =
    ["chair", "secretariat", "interpreter-1", "cedar-1", "palm-1", "observer-1", "observer-2"];

fn path(pass: &Pass, request: &str) -> String {
    format!("{}api/texts/opening/{request}/en", pass.home)
}

async fn give(server: &Server, pass: &Pass, request: &str, query: &str, bytes: &[u8]) -> Answer {
    let path = format!("{}?{query}", path(pass, request));
    call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], bytes).await
}

const SAID: &str = "name=statement.pdf&mark=check_against_delivery&official=true";

/// Who reads the file now, of these.
async fn readers<'a>(hall: &Hall, server: &Server, request: &str, people: &[&'a str]) -> Vec<&'a str> {
    let mut readers = Vec::new();
    for who in people {
        let pass = hall.pass(server, who).await;
        let answer = get(server.address, &path(&pass, request), &[("cookie", &pass.cookie)]).await;
        match answer.status {
            200 => readers.push(*who),
            _ => assert!(
                ["text_unknown", "session_unknown"].contains(&answer.code().as_str()),
                "{who}: {answer:?}"
            ),
        }
    }
    readers
}

/// Cedar waits in the opening session.
async fn scene() -> (Hall, Server, Client, String) {
    let (hall, server) = public_hall();
    let (chair, request) = waits_in(&hall, &server, "opening").await;
    (hall, server, chair, request)
}

#[tokio::test]
async fn a_file_is_confidential_until_its_statement_was_heard_and_the_publics_once_the_session_is_over() {
    let (hall, server, mut chair, request) = scene().await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let given = give(&server, &cedar, &request, SAID, PDF).await;
    assert_eq!((given.status, given.json()), (200, json!({"kind": "pdf", "words": null})));
    assert_eq!(
        readers(&hall, &server, &request, &PEOPLE).await,
        ["chair", "secretariat", "interpreter-1", "cedar-1"]
    );
    let mut observer = hall.join(&server, "observer-1").await;
    let id = format!("text/{request}-en");
    assert!(observer.store.any(&id).is_none(), "nobody else sees it");
    chair
        .until_held(|store| store.any(&id).is_some_and(|text| text["file"]["name"] == "statement.pdf"))
        .await;
    chair.done(&json!({"type": "give_floor", "request": request, "ending": null})).await;
    chair.until_held(|store| store.get("floor/floor")["turn"]["id"].is_string()).await;
    assert_eq!(readers(&hall, &server, &request, &["cedar-1", "palm-1"]).await, ["cedar-1"]);
    let turn = chair.store.get("floor/floor")["turn"]["id"].clone();
    chair.done(&json!({"type": "stop_turn", "turn": turn})).await;
    observer.until_held(|store| store.any(&id).is_some_and(|text| text["file"]["bytes"] == PDF.len())).await;
    assert_eq!(readers(&hall, &server, &request, &PEOPLE).await, PEOPLE);

    // Nobody's before the session is over; kept, and the public's, once it is.
    let paragraphs = get(server.address, "/public/opening", &[]).await;
    assert!(!paragraphs.body.contains("/texts/"), "{}", paragraphs.body);
    chair.done(&json!({"type": "close_session"})).await;
    drop((chair, observer));
    server.kill();
    let server = public_server(&hall);
    let page = get(server.address, "/public/opening?lang=en", &[]).await.body;
    let at = page.find("/public/opening/texts/").expect("a link to the file");
    let link: String = page[at..].chars().take_while(|c| *c != '"').collect();
    let file = get(server.address, &link, &[]).await;
    assert_eq!((file.status, file.body.as_bytes()), (200, PDF));
    assert_eq!(file.header("content-disposition"), "attachment; filename*=UTF-8''statement.pdf");
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
    for nothing in ["1", "999", "-1", "x"] {
        let path = format!("/public/opening/texts/{nothing}");
        assert_eq!(get(server.address, &path, &[]).await.code(), "not_public", "{nothing}");
    }
}

#[tokio::test]
async fn a_file_is_taken_of_its_delegation_and_the_secretariat_and_what_is_not_kept_leaves_nothing() {
    let (hall, server, _chair, request) = scene().await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let text = format!("name=a.txt&{}", SAID.split_once('&').expect("more").1);
    let refused = [
        ("olive-1", SAID, PDF, 409, "not_taken"),
        ("interpreter-1", SAID, PDF, 409, "not_taken"),
        ("cedar-1", "mark=check_against_delivery&official=true", PDF, 400, "malformed"),
        ("cedar-1", "name=a.pdf", PDF, 400, "malformed"),
        ("cedar-1", "name=a.pdf&mark=whatever&official=true", PDF, 400, "malformed"),
        ("cedar-1", SAID, b"MZ\x90\x00".as_slice(), 422, "not_paper"),
        ("cedar-1", text.as_str(), &[b'x'; 20_001][..], 409, "not_taken"),
    ];
    for (who, query, bytes, status, code) in refused {
        let pass = hall.pass(&server, who).await;
        let answer = give(&server, &pass, &request, query, bytes).await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{who} {query}");
        assert_eq!(files(&hall), Vec::<std::path::PathBuf>::new(), "it is gone before the answer");
    }
    let elsewhere = give(&server, &cedar, "r-none", SAID, PDF).await;
    assert_eq!((elsewhere.status, elsewhere.code().as_str()), (409, "not_taken"));

    // The secretariat gives it for the delegation; words take its place, and the file is gone.
    let secretariat = hall.pass(&server, "secretariat").await;
    let words = "السيدة الرئيسة، نشكركم".as_bytes();
    let given = give(&server, &secretariat, &request, &text, words).await;
    assert_eq!((given.status, given.json()), (200, json!({"kind": "text", "words": 3})));
    let [kept] = &files(&hall)[..] else { panic!("one file: {:?}", files(&hall)) };
    assert_eq!(std::fs::read(Path::new(kept)).expect("the file"), words);
    let mut booth = hall.join(&server, "interpreter-1").await;
    let id = format!("text/{request}-en");
    booth
        .until_held(|store| store.any(&id).is_some_and(|text| text["text"] == "السيدة الرئيسة، نشكركم"))
        .await;
    // Whoever may read the file reads what it says too.
    for (who, status) in [("interpreter-1", 200), ("cedar-1", 200), ("palm-1", 404), ("observer-1", 404)] {
        let pass = hall.pass(&server, who).await;
        let path = format!("{}/text", path(&pass, &request));
        let answer = get(server.address, &path, &[("cookie", &pass.cookie)]).await;
        assert_eq!(answer.status, status, "{who}");
        assert_eq!(answer.body.as_bytes() == words, status == 200, "{who}");
    }
    let mut delegate = Client::joined(server.address, &cedar, None).await;
    let command = json!({"type": "give_text", "request": request, "language": "en", "text": "Madam Chair",
                         "mark": "check_against_delivery", "official": true});
    delegate.done(&command).await;
    until_files(&hall, &server, 0).await;
}
