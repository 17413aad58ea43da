//! Servers that are not fit to keep a log are refused with a sentence that says what to do.

use std::time::Duration;

use async_nats::HeaderMap;
use futures_util::StreamExt as _;
use plenary::log::beats::Beats as _;
use plenary::log::{AppendError, Log, LogFault, Nats, NatsOpenFault, NatsSettings};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use super::server::{Server, fresh_conference, shared};
use crate::engine::{entry, stream, within};

async fn refused(settings: NatsSettings) -> NatsOpenFault {
    within(Nats::open(settings)).await.map(drop).unwrap_err()
}

/// What was said, with the server's own address taken out.
fn sentence(fault: &NatsOpenFault, port: u16) -> String {
    fault.to_string().replace(&format!("127.0.0.1:{port}"), "SERVER")
}

/// A server that greets as one of a version, and does no more.
async fn greeting_as(version: &str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let info = format!(
        "INFO {{\"server_id\":\"x\",\"version\":\"{version}\",\"max_payload\":1048576,\"headers\":true}}\r\n"
    );
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let info = info.clone();
            tokio::spawn(async move {
                let (from, mut to) = connection.into_split();
                to.write_all(info.as_bytes()).await.unwrap();
                let mut lines = BufReader::new(from).lines();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "PING" && to.write_all(b"PONG\r\n").await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    port
}

#[tokio::test]
async fn a_server_that_is_too_old() {
    let port = greeting_as("2.10.22").await;
    let settings = NatsSettings::of(vec![format!("nats://user:secret@127.0.0.1:{port}")], fresh_conference());
    let fault = refused(settings.clone()).await;
    assert!(matches!(fault, NatsOpenFault::TooOld { .. }), "{fault:?}");
    assert_eq!(
        sentence(&fault, port),
        "The NATS server at SERVER is of version 2.10.22, and versions before 2.10.23 can lose what they have \
         acknowledged: install the newest one.",
    );
    // With the check switched off it comes further.
    let settings = NatsSettings { any_version: true, give_up: Duration::from_millis(200), ..settings };
    let fault = refused(settings).await;
    assert!(matches!(fault, NatsOpenFault::Log { fault: LogFault::Storage { .. }, .. }), "{fault:?}");
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let port = super::server::free_port();
    let servers = vec![format!("nats://user:secret@127.0.0.1:{port}"), format!("127.0.0.1:{port}")];
    let fault = refused(NatsSettings::of(servers, fresh_conference())).await;
    let said = sentence(&fault, port);
    assert!(said.starts_with("No NATS server can be reached at SERVER, SERVER ("), "{said}");
    assert!(said.ends_with("): start it, or name another."), "{said}");
}

#[tokio::test]
async fn a_server_that_takes_small_messages_only() {
    let server = Server::start_with("max_payload: 64KB");
    let fault = refused(server.settings()).await;
    assert_eq!(
        sentence(&fault, server.port),
        "The NATS server at SERVER takes messages of 65536 bytes at most, where the log needs 528384: set max_payload to \
         1MB in its configuration.",
    );
}

#[tokio::test]
async fn streams_that_were_made_with_other_settings() {
    let server = Server::start();
    let settings = server.settings();
    let log = Nats::open(settings.clone()).await.unwrap();
    log.append(&stream("a"), 0, vec![entry("a")]).await.unwrap();
    log.close().await;
    let client = async_nats::connect(server.url()).await.unwrap();
    let name = format!("plenary-{}-LOG-a", settings.conference);
    let config = serde_json::json!({
        "name": name, "subjects": [format!("plenary.{}.log.a", settings.conference)], "storage": "file",
        "retention": "limits", "discard": "new", "num_replicas": 1, "max_msgs": 1_000,
        "deny_delete": true, "deny_purge": true,
    });
    let changed = client.request(format!("$JS.API.STREAM.UPDATE.{name}"), config.to_string().into()).await;
    let changed = String::from_utf8(changed.unwrap().payload.to_vec()).unwrap();
    assert!(!changed.contains("error"), "{changed}");

    let fault = refused(settings.clone()).await;
    assert_eq!(
        sentence(&fault, server.port).replace(settings.conference.as_str(), "CONFERENCE"),
        "The log on the NATS server at SERVER cannot be used: the log's storage failed: the stream \
         plenary-CONFERENCE-LOG-a has max_msgs 1000 where it is to be -1: give it back the settings that it was made with, \
         or name the replicas that it has.",
    );
}

#[tokio::test]
async fn a_stream_that_a_newer_version_writes() {
    let settings = NatsSettings::of(vec![shared().to_owned()], fresh_conference());
    let log = Nats::open(settings.clone()).await.unwrap();
    log.append(&stream("a"), 0, vec![entry("a")]).await.unwrap();
    let mut follower = log.follow(&stream("a"), 1).await.unwrap();
    let client = async_nats::connect(shared()).await.unwrap();
    let mut headers = HeaderMap::new();
    for (name, value) in [("After", "1"), ("Count", "1"), ("Append", "newer"), ("Format", "2")] {
        headers.insert(format!("Plenary-{name}"), value);
    }
    let subject = format!("plenary.{}.log.a", settings.conference);
    client.request_with_headers(subject, headers, "?".into()).await.unwrap();

    let told = within(follower.next()).await.unwrap().unwrap_err();
    assert_eq!(told, LogFault::Newer { stream: stream("a"), found: 2, known: 1 });
    assert_eq!(
        told.to_string(),
        "a was written by a newer version (message format 2, this one knows up to 1): start that version at every node",
    );
    assert_eq!(within(follower.next()).await.map(drop), None);
    assert_eq!(log.append(&stream("a"), 1, vec![entry("b")]).await, Err(AppendError::Fault(told)));
}

#[tokio::test]
async fn beats_are_heard_at_every_node_and_what_is_none_is_left_aside() {
    let settings = NatsSettings::of(vec![shared().to_owned()], fresh_conference());
    let (one, other) =
        (Nats::open(settings.clone()).await.unwrap(), Nats::open(settings.clone()).await.unwrap());
    let elsewhere = super::server::open().await;
    let (own, others, none) =
        (one.beats().await.unwrap(), other.beats().await.unwrap(), elsewhere.beats().await.unwrap());
    let (mut heard_own, mut heard, mut heard_elsewhere) = (own.heard(), others.heard(), none.heard());

    let client = async_nats::connect(shared()).await.unwrap();
    let subject = format!("plenary.{}.beats", settings.conference);
    for invalid in ["", "Not A Node", "\u{0}"] {
        client.publish(subject.clone(), invalid.into()).await.unwrap();
    }
    client.flush().await.unwrap();
    let node: plenary::terms::ids::NodeId = "n1".parse().unwrap();
    own.beat(&node);
    assert_eq!(within(heard.next()).await, Some(node.clone()));
    assert_eq!(within(heard_own.next()).await, Some(node), "one's own is heard too");
    let elsewhere_node: plenary::terms::ids::NodeId = "n2".parse().unwrap();
    none.beat(&elsewhere_node);
    assert_eq!(
        within(heard_elsewhere.next()).await,
        Some(elsewhere_node),
        "another conference hears its own alone"
    );

    // Once the log is closed nothing more can be heard.
    one.close().await;
    assert_eq!(within(heard_own.next()).await, None);
}

#[tokio::test]
async fn a_server_that_asks_for_a_password_is_given_that_of_the_address() {
    let server = Server::start_with("authorization { user: plenary, password: \"a/b c\" }");
    let at = |user: &str| format!("nats://{user}127.0.0.1:{}", server.port);
    for wrong in ["", "plenary:wrong@", "other:a%2Fb%20c@"] {
        let fault = refused(NatsSettings::of(vec![at(wrong)], fresh_conference())).await;
        assert!(matches!(fault, NatsOpenFault::Unreachable { .. }), "{wrong}: {fault:?}");
        assert!(!fault.to_string().contains("a%2Fb"), "no password is told: {fault}");
    }
    // Of a cluster the first names it for all.
    let servers = vec![at("plenary:a%2Fb%20c@"), at("")];
    let settings = NatsSettings { replicas: 1, ..NatsSettings::of(servers, fresh_conference()) };
    let log = within(Nats::open(settings)).await.unwrap();
    assert_eq!(within(log.append(&stream("a"), 0, vec![entry("x")])).await.unwrap(), 1);
}
