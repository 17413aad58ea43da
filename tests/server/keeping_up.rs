//! Too fast, too slow, too many: what one client does never harms the others.

use std::net::SocketAddr;
use std::os::fd::{AsFd as _, OwnedFd};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, chat, fresh_view, key};
use crate::process::{Hall, with_guests};

/// More than a client may send at once, without the time in which it gains so many anew.
const TOO_MANY: usize = 60;

#[tokio::test]
async fn who_sends_too_fast_is_warned_then_refused_then_heard_again() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let keys: Vec<_> = (0..TOO_MANY).map(|_| key()).collect();
    for (number, key) in keys.iter().enumerate() {
        let command = chat(&format!("message {number}"));
        alice.send(&json!({"type": "command", "key": key, "command": command})).await;
    }
    let (mut warned, mut refused, mut answered) = (0, Vec::new(), 0);
    while answered < TOO_MANY {
        let message = alice.until(&["rate_warning", "refused", "ack"]).await;
        match message["type"].as_str().unwrap() {
            "rate_warning" => {
                assert!(refused.is_empty(), "the warning comes before the first refusal");
                assert_eq!(message["per_second"], plenary::gateway::PER_SECOND);
                assert!(message["left"].as_u64().unwrap() > 0);
                warned += 1;
            }
            "refused" => {
                assert_eq!(message["reason"]["code"], "too_fast", "{message}");
                refused.push(message);
                answered += 1;
            }
            _ack => answered += 1,
        }
    }
    assert_eq!(warned, 1);
    assert!(!refused.is_empty());

    let last = refused.pop().unwrap();
    let number = keys.iter().position(|key| json!(key) == last["key"]).unwrap();
    let wait_ms = last["reason"]["retry_after_ms"].as_u64().unwrap();
    assert!((1..=1_000).contains(&wait_ms), "{last}");
    // What the refusal asks for.
    tokio::time::sleep(Duration::from_millis(wait_ms)).await;
    let again = alice.command_as(keys[number], &chat(&format!("message {number}"))).await;
    assert_eq!(again["type"], "ack", "{again}");
    alice.until_said(&format!("message {number}")).await;
    assert_eq!(alice.store.texts().len(), TOO_MANY - refused.len(), "what was refused was not done");
}

#[tokio::test]
async fn a_ninth_connection_of_a_person_ends_the_oldest() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut clients = Vec::new();
    for _ in 0..10 {
        clients.push(Client::joined(server.address, &pass, None).await);
    }
    for (number, client) in clients.iter_mut().enumerate() {
        if number < 2 {
            let (goodbye, code) = client.end().await;
            assert_eq!(goodbye, json!({"type": "goodbye", "why": "replaced", "retry_after_ms": null}));
            assert_eq!(code, Some(CloseCode::Normal));
        } else {
            client.say(&format!("{number} stands")).await;
        }
    }
}

#[tokio::test]
async fn many_that_join_at_once_do_not_get_around_the_bound() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let join = |_| Client::joined(server.address, &pass, None);
    let clients = futures_util::future::join_all((0..20).map(join)).await;
    let ends = clients.into_iter().map(|mut client| async move {
        client.try_send(&json!({"type": "ping", "sent_ms": 1})).await;
        loop {
            match client.hear().await {
                crate::client::Heard::Message(message) if message["type"] == "pong" => return true,
                crate::client::Heard::Message(message) if message["type"] == "goodbye" => return false,
                crate::client::Heard::Message(_) => {}
                crate::client::Heard::Closed(_) | crate::client::Heard::Gone => return false,
            }
        }
    });
    let standing = futures_util::future::join_all(ends).await.into_iter().filter(|stands| *stands).count();
    assert_eq!(standing, 8);
}

/// A socket that takes in little before its reader reads.
pub async fn narrow(address: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    socket.connect(address).await.unwrap()
}

/// Widens a narrow connection, once it is to be read: how fast the system fills a buffer that small is no business of ours,
/// and a megabyte through it can take longer than anything here is waited for.
pub struct Widen(OwnedFd);

impl Widen {
    /// Of a connection that is given away.
    pub fn of(narrow: &TcpStream) -> Self {
        Self(narrow.as_fd().try_clone_to_owned().unwrap())
    }

    pub fn open(self) {
        socket2::SockRef::from(&self.0).set_recv_buffer_size(1 << 20).unwrap();
    }
}

/// Who write in a flood: so many that each says less than one may at once.
pub const WRITERS: usize = 42;

/// Messages as large as may be, as fast as may be, until what was said cannot wait for one who does not read.
/// `join` has a guest join.
pub async fn flood(join: impl AsyncFn(String) -> Client) -> usize {
    /// More than a socket holds together with what waits before it.
    const ENOUGH_BYTES: usize = 12 << 20;
    let text = "🌍".repeat(2_000);
    let (mut said, mut bytes) = (0, 0);
    for number in 0..WRITERS {
        let mut guest = join(format!("guest-{number}")).await;
        for _ in 0..38 {
            guest.send(&json!({"type": "command", "key": key(), "command": chat(&text)})).await;
        }
        for _ in 0..38 {
            let answer = guest.until(&["ack", "refused"]).await;
            assert_eq!(answer["type"], "ack", "{answer}");
            said += 1;
            bytes += text.len();
        }
    }
    assert!(bytes >= ENOUGH_BYTES, "{bytes}");
    said
}

/// Messages as large as may be, more bytes of them than wait for anybody: what the room shows of its newest.
async fn fill(hall: &Hall, server: &crate::process::Server) {
    let text = "🌍".repeat(2_000);
    for person in ["cedar-1", "olive-1", "palm-1", "chair", "secretariat"] {
        let mut writer = hall.join(server, person).await;
        for _ in 0..32 {
            writer.say(&text).await;
        }
    }
}

#[tokio::test]
async fn a_view_larger_than_what_may_wait_is_taken_in_at_the_clients_pace() {
    let hall = Hall::new();
    let server = hall.open();
    fill(&hall, &server).await;
    let observer = hall.pass(&server, "observer-1").await;
    let tcp = narrow(server.address).await;
    let widen = Widen::of(&tcp);
    let mut slow = Client::over(tcp, server.address, &observer).await.unwrap();
    slow.send(&json!({"type": "join"})).await;
    assert_eq!(slow.message().await["resumed"], false);

    // It has begun to read; what changes meanwhile waits behind the rest of its view.
    let mut bob = hall.join(&server, "interpreter-1").await;
    for number in 0..20 {
        bob.say(&format!("meanwhile {number}")).await;
    }
    bob.say("the last word").await;
    widen.open();
    let (mut bytes, mut welcomes) = (0, 0);
    while !slow.store.texts().iter().any(|text| text == "the last word") {
        let message = slow.message().await;
        bytes += message.to_string().len();
        welcomes += usize::from(message["type"] == "welcome");
    }
    assert!(bytes > 1 << 20, "{bytes} bytes: more than may wait");
    assert_eq!(welcomes, 0, "it did not resynchronise");
    assert_eq!(slow.store.held, fresh_view(server.address, &observer).await);
}

#[tokio::test]
async fn one_who_does_not_read_resynchronises_and_delays_nobody() {
    let hall = Hall::of(&with_guests(WRITERS));
    let server = hall.open();
    let observer = hall.pass(&server, "observer-1").await;
    let tcp = narrow(server.address).await;
    let widen = Widen::of(&tcp);
    let mut slow = Client::over(tcp, server.address, &observer).await.unwrap();
    slow.send(&json!({"type": "join"})).await;
    assert_eq!(slow.message().await["resumed"], false);

    // Nobody reads `slow` meanwhile, and each message of the others is answered.
    let said = flood(async |guest| hall.join(&server, &guest).await).await;
    hall.join(&server, "observer-2").await.say("the last word").await;

    widen.open();
    resynchronises(&mut slow, said).await;
    assert_eq!(slow.store.held, fresh_view(server.address, &observer).await);
    slow.say("and it is heard again").await;
}

/// Has a client that did not read take in what comes, to the last word that was said.
pub async fn resynchronises(slow: &mut Client, said: usize) {
    let mut welcomes: Vec<Value> = Vec::new();
    let mut heard = 0;
    while !slow.store.texts().iter().any(|text| text == "the last word") {
        let message = slow.message().await;
        heard += usize::from(message["type"] == "changes");
        welcomes.extend((message["type"] == "welcome").then_some(message));
    }
    // Once; or twice where the system still took the rest of the frame in hand while the others went on: the view that it
    // began with then stayed whole, and what was said since did not wait for it. Never more while nothing is read.
    assert!((1..=2).contains(&welcomes.len()), "it resynchronised {} times", welcomes.len());
    assert!(welcomes.iter().all(|welcome| welcome["resumed"] == false), "{welcomes:?}");
    assert!(heard < said, "{heard} changes of {said} were sent to it");
}
