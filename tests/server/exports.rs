//! Documents of the record from a server that runs: what happened a moment ago is in them, and who may not have them is told.

use serde_json::json;

use crate::entering::Pass;
use crate::http::{Answer, get};
use crate::process::{Hall, Server};

async fn export(server: &Server, pass: &Pass, file: &str) -> Answer {
    let path = format!("{}api/export/opening/{file}", pass.home);
    get(server.address, &path, &[("cookie", &pass.cookie)]).await
}

#[tokio::test]
async fn what_has_just_happened_is_in_the_document_that_is_asked_for() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut chair, pass) = (hall.join(&server, "chair").await, hall.pass(&server, "chair").await);
    let delegate = hall.pass(&server, "cedar-1").await;
    chair.done(&json!({"type": "open_session"})).await;
    // All in the session read the log.
    for pass in [&pass, &delegate] {
        let log = export(&server, pass, "log.en.json").await;
        assert_eq!((log.status, log.header("content-type")), (200, "application/json"), "{log:?}");
        assert_eq!(log.header("content-disposition"), "attachment; filename=\"opening-log.en.json\"");
        assert_eq!(log.header("cache-control"), "no-store");
        let text = log.json()["text"].to_string();
        assert!(text.contains("The meeting was called to order at"), "{text}");
        assert!(text.contains("The Chair took the chair."), "{text}");
    }
    for (file, begins) in [
        ("log.ar.docx", &b"PK"[..]),
        ("speakers.ar.csv", "\u{feff}section,".as_bytes()),
        ("attendance.en.html", b"<!DOCTYPE html>"),
        ("report.en.akn", b"<?xml"),
        ("participants.en.csv", "\u{feff}section,".as_bytes()),
        ("chat.en.html", b"<!DOCTYPE html>"),
    ] {
        let answer = export(&server, &pass, file).await;
        assert_eq!(answer.status, 200, "{file}: {answer:?}");
        assert!(answer.bytes.starts_with(begins), "{file}");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("sandbox; default-src 'none'"), "{file} runs something: {policy}");
    }
    let attended = export(&server, &pass, "attendance.en.csv").await;
    assert!(attended.body.contains("The Chair"), "{attended:?}");
    drop(chair);
    server.stop();
}

#[tokio::test]
async fn lists_are_for_those_who_keep_the_record_and_nothing_else_is_there() {
    let hall = Hall::new();
    let server = hall.open();
    let (desk, delegate) = (hall.pass(&server, "secretariat").await, hall.pass(&server, "cedar-1").await);
    for what in ["speakers", "attendance", "chat", "report", "participants", "key-messages", "outcome"] {
        let refused = export(&server, &delegate, &format!("{what}.en.html")).await;
        assert_eq!((refused.status, refused.code()), (403, "not_allowed".to_owned()), "{what}");
    }
    for file in ["log.en.pdf", "log.de.docx", "votes.en.docx", "log", "chat.en.akn", "key-messages.en.docx"] {
        let answer = export(&server, &desk, file).await;
        assert_eq!((answer.status, answer.code()), (404, "not_found".to_owned()), "{file}");
    }
    let path = format!("{}api/export/nowhere/log.en.docx", desk.home);
    let answer = get(server.address, &path, &[("cookie", &desk.cookie)]).await;
    assert_eq!(answer.code(), "session_unknown");
    let path = format!("{}api/export/opening/log.en.docx", desk.home);
    assert_eq!(get(server.address, &path, &[]).await.code(), "not_entered");
    server.stop();
}

#[tokio::test]
async fn what_there_is_is_told_with_why_the_rest_is_not_to_be_had() {
    let hall = Hall::new();
    let server = hall.open();
    let (desk, delegate) = (hall.pass(&server, "secretariat").await, hall.pass(&server, "cedar-1").await);
    let offered = |pass: Pass| {
        let address = server.address;
        async move {
            let path = format!("{}api/export/opening", pass.home);
            get(address, &path, &[("cookie", &pass.cookie)]).await
        }
    };
    let all = offered(hall.pass(&server, "secretariat").await).await.json();
    assert_eq!(all["languages"], json!(["en", "ar"]));
    for offer in all["documents"].as_array().unwrap() {
        let what = offer["what"].as_str().unwrap();
        for format in offer["formats"].as_array().unwrap().iter().take(2) {
            let answer = export(&server, &desk, &format!("{what}.en.{}", format.as_str().unwrap())).await;
            let wanted = if offer["refused"].is_null() { 200 } else { 404 };
            // Few are made at a time; nobody else asks here.
            assert_eq!(answer.status, wanted, "{what} as {format}: {answer:?}");
        }
        let nothing = ["key-messages", "outcome"].contains(&what);
        assert_eq!(offer["refused"], if nothing { json!("nothing_yet") } else { json!(null) }, "{what}");
    }
    let few = offered(delegate).await.json();
    for offer in few["documents"].as_array().unwrap() {
        let refused = if offer["what"] == "log" { json!(null) } else { json!("not_allowed") };
        assert_eq!(offer["refused"], refused, "{offer}");
    }
    let path = format!("{}api/export/opening", desk.home);
    assert_eq!(get(server.address, &path, &[]).await.code(), "not_entered");
    server.stop();
}

#[tokio::test]
async fn key_messages_documents_and_summaries_get_into_the_report() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    let mut desk = hall.join(&server, "secretariat").await;
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair
        .done(&json!({"type": "add_request", "list": "statements", "delegation": "cedar", "language": "en",
                       "on_behalf_of": ""}))
        .await;
    chair.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    let request = chair.store.get("list/statements")["queue"][0].clone();
    chair.done(&json!({"type": "give_floor", "request": request, "ending": null})).await;
    chair.until_held(|store| store.get("floor/floor")["turn"]["id"].is_string()).await;
    let turn = chair.store.get("floor/floor")["turn"]["id"].clone();
    chair.done(&json!({"type": "stop_turn", "turn": turn.clone()})).await;
    desk.done(&json!({"type": "write_summary", "turn": turn.clone(), "language": "en",
                      "text": "Cedar spoke of forests.", "version": null}))
        .await;
    desk.done(&json!({"type": "gather_key_message", "content": {"voice": "member_states", "delegation": "cedar", "origin": "",
        "source": {"session": "opening", "turn": turn}, "passage": "", "text": {"en": "Forests are shared.", "ar": "الغابات مشتركة."},
        "objectives": [], "principles": []}})).await;
    for (id, release) in [("agenda", "released"), ("draft", "held")] {
        desk.done(&json!({"type": "add_document", "document": id, "of": {"of": "conference"},
                          "title": {"en": format!("The {id}")}, "symbol": "C/1"}))
            .await;
        let path = format!("{}api/documents/{id}/en?name={id}.txt", pass.home);
        let given =
            crate::http::call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], "Agenda").await;
        assert_eq!(given.status, 200, "{given:?}");
        desk.done(&json!({"type": "release_document", "document": id, "release": {"release": release}}))
            .await;
    }
    let report = export(&server, &pass, "report.en.html").await.body;
    for told in ["Forests are shared.", "Cedar spoke of forests.", "The agenda", "C/1"] {
        assert!(report.contains(told), "{told} is not in the report");
    }
    assert!(!report.contains("The draft"), "what is held is in the report");
    let messages = export(&server, &pass, "key-messages.ar.csv").await.body;
    assert!(messages.contains("الغابات مشتركة."), "{messages}");
    assert!(export(&server, &pass, "key-messages.en.docx").await.bytes.starts_with(b"PK"));
    let json = export(&server, &pass, "key-messages.en.json").await.json()["text"].to_string();
    assert!(json.contains("Forests are shared."), "{json}");
    drop((chair, desk));
    server.stop();
}
