//! What one caller does to the doors harms nobody else: memory comes back, whoever has joined is acknowledged, whoever
//! comes is let in.

use std::future::poll_fn;
use std::net::SocketAddr;
use std::process::Command;
use std::task::Poll;

use plenary::papers::FILE_BYTES_MAX;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, ReadBuf};
use tokio::net::{TcpSocket, TcpStream};

use crate::client::Client;
use crate::clips::files;
use crate::entering::Pass;
use crate::http::{Answer, PATIENCE, call, get, parsed};
use crate::keeping_up::narrow;
use crate::prerecorded::{path, statement_of, waits};
use crate::process::{Hall, Server, conference, plenary};

/// What memory may be more than it was, in bytes.
const SLACK: u64 = 16 << 20;

/// Memory that the server holds, in bytes.
fn memory(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.process())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse::<u64>().unwrap() * 1_024
}

/// Somebody who has joined, and others who come: how it goes for them while others do their worst.
struct Probe<'a> {
    hall: &'a Hall,
    server: &'a Server,
    joined: Client,
    said: usize,
}

impl<'a> Probe<'a> {
    async fn join(hall: &'a Hall, server: &'a Server) -> Self {
        let joined = hall.join(server, "observer-1").await;
        let mut probe = Self { hall, server, joined, said: 0 };
        probe.is_unharmed().await;
        probe
    }

    /// Is acknowledged, enters anew, and joins.
    async fn is_unharmed(&mut self) {
        self.said += 1;
        self.joined.say(&format!("all is well {}", self.said)).await;
        let mut other = self.hall.join(self.server, "observer-2").await;
        other.send(&json!({"type": "ping", "sent_ms": 1})).await;
        other.until(&["pong"]).await;
    }

    /// Waits until memory is back at what it was, and so much more for what is held rightly.
    async fn sees_memory_back(&mut self, before: u64, rightly: u64) {
        let back = async {
            while memory(self.server) > before + rightly + SLACK {
                assert_eq!(get(self.server.address, "/health", &[]).await.status, 200);
            }
        };
        let held = tokio::time::timeout(PATIENCE, back).await;
        assert!(held.is_ok(), "{before} bytes before, {} now", memory(self.server));
    }
}

/// A connection on which the server answers one thing after the other: what was sent before on others was read when it
/// has answered.
struct Turns(TcpStream);

impl Turns {
    async fn at(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    async fn answered(&mut self) {
        self.0.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
        let mut read = Vec::new();
        while !read.ends_with(b"alive\n") {
            assert_ne!(self.0.read_buf(&mut read).await.unwrap(), 0);
        }
    }
}

/// A call whose head alone is sent.
async fn begun(address: SocketAddr, head: &str) -> TcpStream {
    let mut tcp = TcpStream::connect(address).await.unwrap();
    tcp.set_nodelay(true).unwrap();
    tcp.write_all(format!("{head}\r\nhost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    tcp
}

/// The answer to a call.
async fn answer(mut tcp: TcpStream) -> Answer {
    let mut read = Vec::new();
    drop(tokio::time::timeout(PATIENCE, tcp.read_to_end(&mut read)).await.expect("an answer in time"));
    parsed(&read)
}

#[tokio::test]
async fn bodies_that_come_byte_by_byte_are_held_as_bytes_and_given_up_in_time() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let mut probe = Probe::join(&hall, &server).await;
    let before = memory(&server);
    let words = "POST /api/enter HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 4000";
    let sound = format!(
        "PUT {} HTTP/1.1\r\ncookie: {}\r\ncontent-length: 4000",
        path(&cedar, &request),
        cedar.cookie
    );
    let mut calls = vec![begun(server.address, &sound).await];
    for _ in 0..40 {
        calls.push(begun(server.address, words).await);
    }
    let mut turns = Turns::at(server.address).await;
    for _ in 0..500 {
        for call in &mut calls {
            // Whoever takes too long is hung up on.
            drop(call.write_all(b" ").await);
        }
        turns.answered().await;
    }
    let held = memory(&server);
    assert!(held < before + SLACK, "{before} bytes before, {held} with 20,000 bytes more");
    probe.is_unharmed().await;
    for call in calls {
        let given_up = answer(call).await;
        assert_eq!((given_up.status, given_up.code().as_str()), (408, "malformed"), "{given_up:?}");
    }
    probe.is_unharmed().await;
    probe.sees_memory_back(before, 0).await;
}

/// A server that may open so many files.
fn with_open_files(hall: &Hall, most: u32) -> Server {
    let inner = plenary("serve", hall.data());
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("ulimit -n {most} && exec \"$0\" \"$@\""));
    command.arg(inner.get_program()).args(inner.get_args()).env("NO_COLOR", "1");
    Server::started(command)
}

/// A connection that says nothing, from an address of this machine.
async fn silent(from: &str, to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::new(from.parse().unwrap(), 0)).unwrap();
    socket.connect(to).await.unwrap()
}

/// How many connections the server has ended, or answered.
async fn answered(connections: &[TcpStream]) -> usize {
    let mut answered = 0;
    for connection in connections {
        let looked = poll_fn(|task| {
            let mut byte = [0];
            Poll::Ready(connection.poll_peek(task, &mut ReadBuf::new(&mut byte)).is_ready())
        });
        answered += usize::from(looked.await);
    }
    answered
}

/// Whether the server ends or answers so many of these at once: long before it would give up a silent one.
async fn at_once(server: &Server, connections: &[TcpStream], number: usize) -> bool {
    let mut turns = Turns::at(server.address).await;
    for _ in 0..1_000 {
        if answered(connections).await >= number {
            return true;
        }
        turns.answered().await;
    }
    false
}

#[tokio::test]
async fn a_crowd_that_shows_no_link_keeps_out_neither_those_who_have_entered_nor_those_who_come() {
    let hall = Hall::new();
    // 200 connections without a link, 100 of them from one address.
    let server = with_open_files(&hall, 400);
    let mut probe = Probe::join(&hall, &server).await;
    let mut crowd = Vec::new();
    for _ in 0..150 {
        crowd.push(silent("127.0.0.1", server.address).await);
    }
    // The probe comes from the crowd's address.
    probe.is_unharmed().await;
    assert!(at_once(&server, &crowd, 50).await, "the oldest of the crowd give way");
    let mut elsewhere = Vec::new();
    for _ in 0..20 {
        elsewhere.push(silent("127.0.0.9", server.address).await);
    }
    Turns::at(server.address).await.answered().await;
    assert_eq!(answered(&elsewhere).await, 0, "another address has its own places");
    probe.is_unharmed().await;
    drop((crowd, elsewhere, probe));
    let told: Vec<_> = server.stop().into_iter().filter(|line| line.contains("an address holds")).collect();
    assert!(told.len() == 1 && told[0].contains("127.0.0.1"), "{told:?}");
}

#[tokio::test]
async fn one_link_holds_so_many_connections_and_its_newest_is_served() {
    let hall = Hall::new();
    let server = hall.open();
    let mut probe = Probe::join(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let head = format!("HEAD {}api/lobby HTTP/1.1\r\ncookie: {}", cedar.home, cedar.cookie);
    let mut held = Vec::new();
    for _ in 0..80 {
        let mut call = begun(server.address, &head).await;
        let mut read = Vec::new();
        while !read.ends_with(b"\r\n\r\n") {
            assert_ne!(call.read_buf(&mut read).await.unwrap(), 0, "the newest is answered");
        }
        held.push(call);
    }
    assert!(at_once(&server, &held[..16], 16).await, "its oldest give way");
    assert_eq!(answered(&held[16..]).await, 0, "and the newest stay");
    probe.is_unharmed().await;
}

/// The small conference with a second person for the delegation of Cedar.
fn two_of_cedar() -> Hall {
    let text = std::fs::read_to_string(conference()).unwrap();
    let second = "\n[[people]]\nid = \"cedar-2\"\nname = { en = \"Dan of Cedar\", ar = \"دان\" }\ndelegation = \"cedar\"\n\
                  language = \"en\"\nroles = { \"*\" = [\"delegate\"] }\n";
    Hall::of(&(text + second))
}

#[tokio::test]
async fn slow_statements_of_one_delegation_keep_no_other_waiting() {
    let hall = two_of_cedar();
    let server = hall.open();
    let (mut chair, request) = waits(&hall, &server).await;
    let add = json!({"type": "add_request", "list": "statements", "delegation": "olive", "language": "en",
                     "on_behalf_of": "", "reply_to": null});
    chair.done(&add).await;
    let second =
        |store: &crate::store::Store| store.get("list/statements")["queue"][1].as_str().map(str::to_owned);
    chair.until_held(|store| second(store).is_some()).await;
    let olives = second(&chair.store).unwrap();
    let mut slow = Vec::new();
    for who in ["cedar-1", "cedar-2"] {
        let pass = hall.pass(&server, who).await;
        let head = format!(
            "PUT {} HTTP/1.1\r\ncookie: {}\r\ncontent-length: 5000000",
            path(&pass, &request),
            pass.cookie
        );
        for _ in 0..5 {
            slow.push(begun(server.address, &head).await);
        }
    }
    // Two of them have a place; the others are told so at once.
    assert!(at_once(&server, &slow, 8).await, "a delegation has two places");
    let olive = hall.pass(&server, "olive-1").await;
    let headers = [("cookie", olive.cookie.as_str())];
    let taken = call(server.address, "PUT", &path(&olive, &olives), &headers, statement_of(100, 10)).await;
    assert_eq!(taken.status, 200, "{taken:?}");
    let mut answers = Vec::new();
    for call in slow {
        answers.push(answer(call).await.status);
    }
    answers.sort_unstable();
    assert_eq!(
        answers,
        [408, 408, 429, 429, 429, 429, 429, 429, 429, 429],
        "and the two are given up in time"
    );
}

/// Asks for a statement and takes nothing in.
async fn asks_and_stops(server: &Server, pass: &Pass, path: &str) -> TcpStream {
    let mut tcp = narrow(server.address).await;
    let head = format!("GET {path} HTTP/1.1\r\nhost: a\r\ncookie: {}\r\n\r\n", pass.cookie);
    tcp.write_all(head.as_bytes()).await.unwrap();
    let mut first = [0; 12];
    tcp.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    tcp
}

#[tokio::test]
async fn whoever_asks_for_a_statement_many_times_and_takes_nothing_in_has_it_held_once() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let path = path(&cedar, &request);
    let large = statement_of(6_000, 1_200);
    let headers = [("cookie", cedar.cookie.as_str())];
    assert_eq!(call(server.address, "PUT", &path, &headers, &large).await.status, 200);
    let mut probe = Probe::join(&hall, &server).await;
    let before = memory(&server);
    let mut held = Vec::new();
    for _ in 0..30 {
        held.push(asks_and_stops(&server, &cedar, &path).await);
    }
    probe.is_unharmed().await;
    probe.sees_memory_back(before, large.len() as u64).await;
    drop(held);
    probe.is_unharmed().await;
}

/// A document is entered whose files the secretariat gives: who that is, and the path.
async fn papers(hall: &Hall, server: &Server) -> (Client, Pass, String) {
    let pass = hall.pass(server, "secretariat").await;
    let mut desk = Client::joined_in(server.address, &pass, "opening").await;
    let add = json!({"type": "add_document", "document": "agenda", "of": {"of": "conference"},
                     "title": {"en": "Agenda"}, "symbol": ""});
    desk.done(&add).await;
    let path = format!("{}api/documents/agenda/en?name=a.txt", pass.home);
    (desk, pass, path)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_ten_thousand_files_of_one_person_a_few_are_taken_and_the_rest_are_told_to_wait() {
    const MANY: usize = 10_000;
    const GIVERS: usize = 20;
    let hall = Hall::new();
    let server = hall.open();
    let (_desk, pass, path) = papers(&hall, &server).await;
    let mut probe = Probe::join(&hall, &server).await;
    let before = memory(&server);
    let address = server.address;
    let givers = (0..GIVERS).map(|giver| {
        let (path, cookie) = (path.clone(), pass.cookie.clone());
        tokio::spawn(async move {
            let mut answers = Vec::new();
            for number in (giver..MANY).step_by(GIVERS) {
                let text = format!("Agenda, as it stands for the {number}th time");
                answers.push(call(address, "PUT", &path, &[("cookie", &cookie)], text).await);
            }
            answers
        })
    });
    let givers: Vec<_> = givers.collect();
    while !givers.iter().all(tokio::task::JoinHandle::is_finished) {
        probe.is_unharmed().await;
    }
    let (mut taken, mut waits) = (0, 0);
    for giver in givers {
        for answer in giver.await.unwrap() {
            match answer.status {
                200 => taken += 1,
                429 if answer.code() == "too_fast" => waits += 1,
                // A document keeps so many files; that is said too.
                409 if answer.code() == "not_taken" => waits += 1,
                _other => panic!("{answer:?}"),
            }
        }
    }
    assert_eq!(taken + waits, MANY);
    assert_eq!(files(&hall).len(), taken, "what was refused leaves nothing");
    assert!((1..=60).contains(&taken), "{taken} taken");
    probe.sees_memory_back(before, 0).await;
}

#[tokio::test]
async fn a_file_that_never_ends_is_cut_off_at_its_bound_and_leaves_nothing() {
    let hall = Hall::new();
    let server = hall.open();
    let (_desk, pass, path) = papers(&hall, &server).await;
    let mut probe = Probe::join(&hall, &server).await;
    let before = memory(&server);
    let head = format!("PUT {path} HTTP/1.1\r\ncookie: {}\r\ntransfer-encoding: chunked", pass.cookie);
    let (mut reads, mut writes) = begun(server.address, &head).await.into_split();
    let sending = tokio::spawn(async move {
        let chunk = [b"10000\r\n".as_slice(), &[b'a'; 0x1_0000], b"\r\n"].concat();
        let mut sent = 0_usize;
        // Until nobody takes it any more.
        while writes.write_all(&chunk).await.is_ok() {
            sent += 0x1_0000;
        }
        sent
    });
    let mut read = Vec::new();
    // A server that will not read on may hang up behind its answer.
    drop(tokio::time::timeout(PATIENCE, reads.read_to_end(&mut read)).await.expect("it is cut off"));
    let refused = parsed(&read);
    assert_eq!((refused.status, refused.code().as_str()), (413, "not_paper"), "{refused:?}");
    drop(reads);
    let sent = tokio::time::timeout(PATIENCE, sending).await.expect("nothing more is taken").unwrap();
    // Whoever sends twice of what is taken still hears why; what the system holds of it comes on top.
    assert!(sent < 2 * FILE_BYTES_MAX + (16 << 20), "{sent} bytes were taken");
    assert_eq!(files(&hall), Vec::<std::path::PathBuf>::new());
    probe.is_unharmed().await;
    probe.sees_memory_back(before, 0).await;
}
