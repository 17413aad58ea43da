//! Channels for the public, as an audio player fetches them: bytes over HTTP.

use std::fs;
use std::net::Ipv4Addr;
use std::process::Command;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::client::Client;
use crate::http::{PATIENCE, get};
use crate::process::{Hall, Server, conference};
use crate::sound_client::Voice;

/// A hall whose conference lets the public listen.
pub fn public_hall() -> (Hall, Server) {
    let hall = Hall::new();
    let text = fs::read_to_string(conference()).unwrap();
    let text = text.replacen("id = \"small\"", "id = \"small\"\npublic_listening = true", 1);
    fs::write(hall.data().join("public.toml"), text).unwrap();
    let server = public_server(&hall);
    (hall, server)
}

/// The server of such a hall, on its data.
pub fn public_server(hall: &Hall) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--conference"]).arg(hall.data().join("public.toml"));
    command.arg("--data").arg(hall.data()).env("NO_COLOR", "1");
    Server::started(command)
}

/// One who fetches a channel.
pub struct Player(TcpStream, Vec<u8>);

impl Player {
    pub async fn open(server: &Server, path: &str) -> Self {
        Self::asking(server, path, "").await
    }

    /// With these headers more.
    async fn asking(server: &Server, path: &str, headers: &str) -> Self {
        Self::from(TcpStream::connect(server.address).await.unwrap(), server, path, headers).await
    }

    /// Over a connection of the test's own.
    async fn from(mut tcp: TcpStream, server: &Server, path: &str, headers: &str) -> Self {
        let head = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{headers}\r\n", server.address);
        tcp.write_all(head.as_bytes()).await.unwrap();
        Self(tcp, Vec::new())
    }

    /// Reads on until these bytes have come; gives all before them. False at the end of the stream.
    pub async fn until(&mut self, wanted: &[u8]) -> bool {
        while !self.1.windows(wanted.len()).any(|at| at == wanted) {
            let read = tokio::time::timeout(PATIENCE, self.0.read_buf(&mut self.1)).await.expect("in time");
            if read.unwrap_or(0) == 0 {
                return false;
            }
        }
        true
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.1).into_owned()
    }
}

#[tokio::test]
async fn a_channel_streams_to_any_player_until_the_server_stops() {
    let (hall, server) = public_hall();
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    let mut player = Player::open(&server, "/listen/opening/floor.ogg").await;
    // Silence keeps it alive before anybody has spoken.
    assert!(player.until(b"OpusTags").await);
    let head = player.text().to_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head:.300}");
    for line in ["content-type: audio/ogg; codecs=opus", "cache-control: no-store", "accept-ranges: none"] {
        assert!(head.contains(line), "{line}: {head:.300}");
    }
    assert!(player.until(b"OpusHead").await && player.until(b"OggS").await);
    assert!(player.until(b"\xff\xfe\x00\x00").await, "silence, padded");

    // As Safari begins. The sound has no length, so there is no part of it.
    let mut safari = Player::asking(&server, "/listen/opening/floor.ogg", "range: bytes=0-1\r\n").await;
    assert!(safari.until(b"OpusTags").await);
    assert!(safari.text().to_lowercase().starts_with("http/1.1 200"));

    let pass = hall.pass(&server, "chair").await;
    let _voice = Voice::open(server.address, &pass, "chair").await;
    chair.done(&json!({"type": "open_microphone", "person": null})).await;
    assert!(player.until(b"chair ").await);
    // Who comes later is given what was said last, at once.
    let mut later = Player::open(&server, "/listen/opening/en.ogg").await;
    assert!(later.until(b"OpusHead").await);
    let mut other = Player::open(&server, "/listen/opening/floor.ogg").await;
    assert!(other.until(b"chair ").await);

    drop(chair);
    server.terminate();
    assert!(!player.until(b"nobody says this").await, "it ends");
    assert!(player.1.ends_with(b"0\r\n\r\n"), "and it ends in order");
    assert!(server.ended().0.success());
}

#[tokio::test]
async fn what_is_not_there_or_not_public_is_not_found() {
    let (_hall, server) = public_hall();
    for path in [
        "opening/none.ogg",
        "none/floor.ogg",
        "opening/floor",
        "opening/floor.mp3",
        "opening/.ogg",
        "O/X.ogg",
    ] {
        let answer = get(server.address, &format!("/listen/{path}"), &[]).await;
        assert_eq!((answer.status, answer.code().as_str()), (404, "channel_unknown"), "{path}");
    }
    let hall = Hall::new();
    let server = hall.open();
    let answer = get(server.address, "/listen/opening/floor.ogg", &[]).await;
    assert_eq!((answer.status, answer.code().as_str()), (404, "channel_unknown"));
}

/// A connection from another address of this machine, 127.0.0.x.
async fn from_address(last: u8, server: &Server) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind((Ipv4Addr::new(127, 0, 0, last), 0).into()).unwrap();
    socket.connect(server.address).await.unwrap()
}

/// So many who listen from an address.
async fn listening(count: usize, last: u8, server: &Server, headers: &str) -> Vec<Player> {
    let mut players = Vec::new();
    for _ in 0..count {
        let tcp = from_address(last, server).await;
        let mut player = Player::from(tcp, server, "/listen/opening/floor.ogg", headers).await;
        assert!(player.until(b"HTTP/1.1 200").await);
        players.push(player);
    }
    players
}

/// What one more from an address is answered.
async fn answered(last: u8, server: &Server, headers: &str) -> String {
    let mut player =
        Player::from(from_address(last, server).await, server, "/listen/opening/en.ogg", headers).await;
    player.until(b"\r\n\r\n").await;
    player.text().to_lowercase()
}

#[tokio::test]
async fn one_address_takes_its_share_and_neither_others_nor_people_with_a_link_are_shut_out() {
    let (hall, server) = public_hall();
    let mut players = listening(500, 2, &server, "").await;
    let crowded = answered(2, &server, "").await;
    assert!(crowded.starts_with("http/1.1 429") && crowded.contains("retry-after: 15\r\n"), "{crowded}");
    // Nobody is believed who says to come from elsewhere.
    let told = answered(2, &server, "x-forwarded-for: 198.51.100.7\r\n").await;
    assert!(told.starts_with("http/1.1 429"), "{told}");
    assert!(answered(3, &server, "").await.starts_with("http/1.1 200"), "somebody else");
    let pass = hall.pass(&server, "cedar-1").await;
    let alice = Client::over(from_address(2, &server).await, server.address, &pass).await.unwrap();
    let mut alice = alice.join(None).await.unwrap();
    alice.say("from the same address, with a link").await;
    drop(players.pop());
    let freed = async { while !answered(2, &server, "").await.starts_with("http/1.1 200") {} };
    tokio::time::timeout(PATIENCE, freed).await.expect("a place in time");
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_counts_for_the_address_that_they_come_from() {
    let (hall, server) = public_hall();
    drop(server);
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--trusted-proxy", "127.0.0.0/30", "--conference"]);
    command.arg(hall.data().join("public.toml")).arg("--data").arg(hall.data()).env("NO_COLOR", "1");
    let server = Server::started(command);
    let one = "x-forwarded-for: 203.0.113.1, 198.51.100.7\r\n";
    let _players = listening(500, 2, &server, one).await;
    assert!(answered(2, &server, one).await.starts_with("http/1.1 429"));
    let other = answered(2, &server, "x-forwarded-for: 198.51.100.8\r\n").await;
    assert!(other.starts_with("http/1.1 200"), "{other}");
    // That is no proxy of theirs.
    assert!(answered(9, &server, one).await.starts_with("http/1.1 200"));
}

#[tokio::test]
async fn more_than_the_server_serves_are_sent_away_until_somebody_goes() {
    let (_hall, server) = public_hall();
    let mut players = Vec::new();
    for address in 1..=4 {
        players.extend(listening(500, address, &server, "").await);
    }
    let full = get(server.address, "/listen/opening/en.ogg", &[]).await;
    assert_eq!((full.status, full.code().as_str()), (503, "unavailable"));
    // Everybody else is served as ever.
    assert_eq!(get(server.address, "/health", &[]).await.status, 200);
    drop(players.pop());
    let freed = async {
        // The address of the one who went: the others have as many as they may.
        while !answered(4, &server, "").await.starts_with("http/1.1 200") {}
    };
    tokio::time::timeout(PATIENCE, freed).await.expect("a place in time");
}
