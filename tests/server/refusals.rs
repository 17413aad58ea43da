//! Refusals over HTTP: whatever goes wrong, the caller reads a code and a remedy, and nobody keeps it.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::http::{Answer, PATIENCE, call, get, parsed};
use crate::process::{Hall, Server};

/// Sends these bytes as they are and reads the answer to its end.
async fn sent(server: &Server, bytes: &[u8]) -> Answer {
    let mut tcp = TcpStream::connect(server.address).await.unwrap();
    tcp.write_all(bytes).await.unwrap();
    let mut read = Vec::new();
    let ended = tokio::time::timeout(PATIENCE, tcp.read_to_end(&mut read)).await.expect("an answer in time");
    drop(ended);
    parsed(&read)
}

fn assert_told(answer: &Answer, status: u16, code: &str, what: &str) {
    assert_eq!((answer.status, answer.code().as_str()), (status, code), "{what}: {answer:?}");
    assert!(!answer.json()["message"].as_str().unwrap().is_empty(), "{what}");
    assert_eq!(answer.header("cache-control"), "no-store", "{what}: {answer:?}");
    assert_eq!(answer.header("content-type"), "application/json", "{what}");
}

#[tokio::test]
async fn a_mistyped_address_of_a_call_is_told_and_no_page() {
    let hall = Hall::new();
    let server = hall.open();
    let home = hall.pass(&server, "cedar-1").await.home;
    let below =
        ["api", "api/", "api/lobbyy", "api/lobby/", "api/chat/opening", "ws/", "ws/opening/x", "sound/"];
    let paths = below.iter().map(|path| format!("{home}{path}"));
    let root = ["/api", "/api/", "/api/enterr", "/api/enter/", "/API/enter", "/listen/opening", "/health/x"];
    for path in paths.chain(root.map(str::to_owned)) {
        assert_told(&get(server.address, &path, &[]).await, 404, "not_found", &path);
    }
    for file in ["/favicon.ico", "/assets/none.js"] {
        assert_told(&get(server.address, file, &[]).await, 404, "not_found", file);
    }
}

#[tokio::test]
async fn another_method_is_told_which_one_is_taken() {
    let hall = Hall::new();
    let server = hall.open();
    let home = hall.pass(&server, "cedar-1").await.home;
    for (method, path, allow) in [
        ("GET", "/api/enter".to_owned(), "POST"),
        ("DELETE", "/api/public".to_owned(), "GET, HEAD"),
        ("POST", "/api/public/opening".to_owned(), "GET, HEAD"),
        ("POST", format!("{home}api/lobby"), "GET,HEAD"),
        ("POST", format!("{home}api/prerecorded/opening/r1"), "PUT,GET,HEAD"),
        ("DELETE", "/".to_owned(), "GET,HEAD"),
    ] {
        let answer = call(server.address, method, &path, &[], "").await;
        assert_told(&answer, 405, "malformed", &path);
        assert_eq!(answer.header("allow"), allow, "{method} {path}");
    }
}

#[tokio::test]
async fn what_the_library_refuses_by_itself_is_told_too() {
    let hall = Hall::new();
    let server = hall.open();
    let host = server.address;
    let long = "a".repeat(17_000);
    for (what, head, status) in [
        ("no HTTP", "GET /api/public HTTP/9\r\n\r\n".to_owned(), 400),
        ("no header", format!("GET /api/public HTTP/1.1\r\nhost: {host}\r\nno header\r\n\r\n"), 400),
        (
            "two lengths",
            format!(
                "POST /api/enter HTTP/1.1\r\nhost: {host}\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n"
            ),
            400,
        ),
        ("a long head", format!("GET / HTTP/1.1\r\nhost: {host}\r\nx: {long}"), 431),
    ] {
        assert_told(&sent(&server, head.as_bytes()).await, status, "malformed", what);
    }
    // What is answered before stands before it.
    let pipelined = format!("GET /health HTTP/1.1\r\nhost: {host}\r\n\r\n\0\r\n\r\n");
    let answer = sent(&server, pipelined.as_bytes()).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.starts_with("alive\nHTTP/1.1 400"), "{answer:?}");
}

#[tokio::test]
async fn a_call_names_one_host() {
    let hall = Hall::new();
    let server = hall.open();
    for (hosts, version, status) in [
        ("host: a.example\r\n", "1.1", 200),
        ("host: [::1]:8400\r\n", "1.1", 200),
        ("", "1.0", 200),
        ("", "1.1", 400),
        ("host:\r\n", "1.1", 400),
        ("host: a.example\r\nhost: a.example\r\n", "1.1", 400),
        ("host: a.example\r\nHost: b.example\r\n", "1.0", 400),
        ("host: a.example, b.example\r\n", "1.1", 400),
        ("host: you@a.example\r\n", "1.1", 400),
        ("host: a.example/path\r\n", "1.1", 400),
    ] {
        let head = format!("GET /health HTTP/{version}\r\n{hosts}connection: close\r\n\r\n");
        let answer = sent(&server, head.as_bytes()).await;
        assert_eq!(answer.status, status, "{head:?}: {answer:?}");
        if status == 400 {
            assert_told(&answer, 400, "malformed", hosts);
        }
    }
}
