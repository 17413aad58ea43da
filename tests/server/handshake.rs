//! The handshake of the WebSocket: who is let in, and what is refused before a socket stands.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::entering::{Pass, tampered};
use crate::http::{PATIENCE, get};
use crate::process::{Hall, Server};
use crate::raw::{handshake, shake};

/// Shakes hands with one header another way (or, where empty, without it) and tells status and code.
async fn with(server: &Server, pass: &Pass, session: &str, changed: (&str, &str)) -> (u16, String) {
    let host = server.address.to_string();
    let mut headers = handshake(&host, &pass.cookie);
    headers.retain(|(name, _)| *name != changed.0);
    if !changed.1.is_empty() {
        headers.push(changed);
    }
    let (answer, _) = shake(server.address, &format!("{}ws/{session}", pass.home), &headers).await;
    (answer.status, answer.code())
}

#[tokio::test]
async fn what_is_no_handshake_of_this_protocol_is_refused() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let wrong = [
        ("sec-websocket-protocol", ""),
        ("sec-websocket-protocol", "plenary.v2"),
        ("sec-websocket-version", ""),
        ("sec-websocket-key", ""),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZTE="),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25j"),
        ("sec-websocket-key", "not base64 at all!!!!!=="),
        ("upgrade", ""),
        ("upgrade", "h2c"),
        ("connection", "keep-alive"),
    ];
    for changed in wrong {
        let refused = with(&server, &pass, "opening", changed).await;
        assert_eq!(refused, (400, "malformed".to_owned()), "{changed:?}");
    }
    for version in ["8", "0", "14", "13, 8", "thirteen"] {
        let refused = with(&server, &pass, "opening", ("sec-websocket-version", version)).await;
        assert_eq!(refused, (426, "malformed".to_owned()), "{version}");
    }
    let host = server.address.to_string();
    for twice in ["sec-websocket-key", "sec-websocket-version"] {
        let mut headers = handshake(&host, &pass.cookie);
        headers.extend(headers.clone().into_iter().filter(|(name, _)| *name == twice));
        let (answer, _) = shake(server.address, &format!("{}ws/opening", pass.home), &headers).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "malformed"), "{twice}");
    }
    let plain = get(server.address, &format!("{}ws/opening", pass.home), &[("cookie", &pass.cookie)]).await;
    assert_eq!((plain.status, plain.code().as_str()), (400, "malformed"));
}

#[tokio::test]
async fn a_browser_may_offer_several_subprotocols() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let host = server.address.to_string();
    let mut headers = handshake(&host, &pass.cookie);
    headers.retain(|(name, _)| *name != "sec-websocket-protocol");
    headers.push(("sec-websocket-protocol", "other, plenary.v1"));
    let (answer, _) = shake(server.address, &format!("{}ws/opening", pass.home), &headers).await;
    assert_eq!((answer.status, answer.header("sec-websocket-protocol")), (101, "plenary.v1"));
}

#[tokio::test]
async fn without_a_cookie_of_the_link_there_is_no_socket() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let other = hall.pass(&server, "olive-1").await;
    for cookie in ["", &other.cookie, &tampered(&pass.cookie), "plenary=x"] {
        let refused = with(&server, &pass, "opening", ("cookie", cookie)).await;
        assert_eq!(refused, (401, "not_entered".to_owned()), "{cookie:?}");
    }
}

#[tokio::test]
async fn another_sites_page_gets_no_socket() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    for origin in ["https://example.org", "null"] {
        let refused = with(&server, &pass, "opening", ("origin", origin)).await;
        assert_eq!(refused, (403, "wrong_origin".to_owned()), "{origin}");
    }
}

#[tokio::test]
async fn a_session_that_is_not_there_or_not_ones_own_is_refused() {
    let hall = Hall::new();
    let server = hall.open();
    let observer = hall.pass(&server, "observer-2").await;
    for session in ["closing", "none", "NONE", "%00"] {
        let refused = with(&server, &observer, session, ("origin", "")).await;
        assert_eq!(refused, (403, "session_unknown".to_owned()), "{session}");
    }
}

#[tokio::test]
async fn what_is_no_http_is_answered_or_hung_up_on_and_harms_nobody() {
    let hall = Hall::new();
    let server = hall.open();
    let head_too_large = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(64 * 1024));
    let garbage: [&[u8]; 4] = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"hello\r\n\r\n",
        b"\r\n\r\n\0\0",
        head_too_large.as_bytes(),
    ];
    for bytes in garbage {
        let mut tcp = TcpStream::connect(server.address).await.unwrap();
        // The server may hang up before it has read all.
        drop(tcp.write_all(bytes).await);
        drop(tcp.shutdown().await);
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, tcp.read_to_end(&mut answer)).await;
        drop(ended.expect("it ends"));
        assert!(
            answer.is_empty() || answer.starts_with(b"HTTP/1.1 4"),
            "{:?}",
            String::from_utf8_lossy(&answer)
        );
    }
    assert_eq!(get(server.address, "/health", &[]).await.status, 200);
}

#[tokio::test]
async fn who_does_not_say_what_they_want_is_hung_up_on() {
    let hall = Hall::new();
    let server = hall.open();
    let halves: [&[u8]; 4] =
        [b"", b"\0\x14\0\x01\0", b"GET / HTTP/1.1\r\nhost: a\r\n", b"\0\x14\0\x01\0\0\x21\x12\xa4"];
    let address = server.address;
    let ends = halves.map(|half| async move {
        let mut tcp = TcpStream::connect(address).await.unwrap();
        tcp.write_all(half).await.unwrap();
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, tcp.read_to_end(&mut answer)).await;
        drop(ended.expect("it ends"));
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 4"), "{answer:?}");
    });
    futures_util::future::join_all(ends).await;
}

#[tokio::test]
async fn what_is_neither_a_call_nor_tls_nor_sound_is_hung_up_on_at_once() {
    let hall = Hall::new();
    let server = hall.open();
    let nothing_known: [&[u8]; 3] =
        [b"\xff\xff\xff\xff", b"\0\x01\0\x01\0\0\x21\x12\xa4\x42", b"\x01\0 hello, world"];
    for bytes in nothing_known {
        let mut tcp = TcpStream::connect(server.address).await.unwrap();
        tcp.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        // Long before a silent one would be given up.
        let ended = tokio::time::timeout(PATIENCE / 4, tcp.read_to_end(&mut answer)).await;
        drop(ended.expect("it ends"));
        assert!(answer.is_empty(), "{answer:?}");
    }
}

#[tokio::test]
async fn another_version_is_told_which_one_is_spoken() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let host = server.address.to_string();
    let mut headers = handshake(&host, &pass.cookie);
    headers.retain(|(name, _)| *name != "sec-websocket-version");
    headers.push(("sec-websocket-version", "14"));
    let (answer, _) = shake(server.address, &format!("{}ws/opening", pass.home), &headers).await;
    assert_eq!((answer.status, answer.header("sec-websocket-version")), (426, "13"), "{answer:?}");
}

#[tokio::test]
async fn whoever_runs_the_server_is_told_that_the_proxy_passes_no_websockets() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    for dropped in ["upgrade", "connection"] {
        assert_eq!(with(&server, &pass, "opening", (dropped, "")).await.0, 400);
    }
    let told: Vec<_> = server.stop().into_iter().filter(|line| line.contains("WARN")).collect();
    assert!(told.len() == 1 && told[0].contains("proxy"), "{told:?}");
}
