//! The server behind a certificate of its own: pages by HTTPS, sessions by WSS.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, PATIENCE, call, call_over};
use crate::keeping_up::{WRITERS, Widen, flood, narrow, resynchronises};
use crate::process::{Hall, Server, with_guests};
use crate::sound_client::{Ears, frame};

/// A certificate for the address of the tests, that nobody else has signed, and its key, as files.
pub struct Certificate {
    pub cert: PathBuf,
    pub key: PathBuf,
    der: CertificateDer<'static>,
    _folder: tempfile::TempDir,
}

impl Certificate {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let (cert, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
        fs::write(&cert, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        Self { cert, key, der: made.cert.der().clone(), _folder: folder }
    }

    /// A client that trusts it.
    fn trusted(&self) -> TlsConnector {
        let mut roots = RootCertStore::empty();
        roots.add(self.der.clone()).unwrap();
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        TlsConnector::from(Arc::new(config))
    }
}

/// A server behind a certificate.
pub struct Sealed {
    hall: Hall,
    server: Server,
    connector: TlsConnector,
}

impl Sealed {
    pub fn open() -> Self {
        Self::within(Hall::new())
    }

    /// A server under TLS, on this hall's folder.
    fn within(hall: Hall) -> Self {
        let certificate = Certificate::new();
        let server = Server::started(serve(&hall, &certificate));
        Self { hall, server, connector: certificate.trusted() }
    }

    pub fn address(&self) -> SocketAddr {
        self.server.address
    }

    async fn over(&self, tcp: TcpStream) -> TlsStream<TcpStream> {
        let name = ServerName::IpAddress(self.address().ip().into());
        self.connector.connect(name, tcp).await.unwrap()
    }

    pub async fn stream(&self) -> TlsStream<TcpStream> {
        self.over(TcpStream::connect(self.address()).await.unwrap()).await
    }

    pub async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let host = self.address().to_string();
        call_over(self.stream().await, &host, method, path, headers, body).await
    }

    pub async fn enter(&self, person: &str) -> (Pass, String) {
        let body = json!({"secret": self.hall.secret(person)}).to_string();
        let origin = format!("https://{}", self.address());
        let headers = [("content-type", "application/json"), ("origin", &origin)];
        let answer = self.call("POST", "/api/enter", &headers, &body).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let set = answer.header("set-cookie").to_owned();
        let cookie = set.split(';').next().unwrap().to_owned();
        (Pass { home: answer.json()["home"].as_str().unwrap().to_owned(), cookie }, set)
    }

    async fn connected(&self, pass: &Pass) -> Client {
        Client::over(self.stream().await, self.address(), pass).await.unwrap()
    }

    pub async fn joined(&self, pass: &Pass) -> Client {
        self.connected(pass).await.join(None).await.unwrap()
    }
}

fn serve(hall: &Hall, certificate: &Certificate) -> std::process::Command {
    let mut command = hall.serve();
    command.arg("--tls-cert").arg(&certificate.cert).arg("--tls-key").arg(&certificate.key);
    command
}

#[tokio::test]
async fn pages_come_by_https_and_the_cookie_is_secure() {
    let sealed = Sealed::open();
    let (pass, set) = sealed.enter("chair").await;
    assert!(set.ends_with("; HttpOnly; SameSite=Strict; Secure"), "{set}");
    let lobby = sealed.call("GET", &format!("{}api/lobby", pass.home), &[("cookie", &pass.cookie)], "").await;
    assert_eq!(lobby.json()["messages"][0]["person"], "chair");
    assert_eq!(sealed.call("GET", "/join", &[], "").await.status, 200);
    sealed.server.stop();
}

#[tokio::test]
async fn a_call_without_tls_is_sent_to_https() {
    let sealed = Sealed::open();
    let at = sealed.address();
    for (method, path) in
        [("GET", "/"), ("GET", "/join?a=1&b=%20"), ("POST", "/api/enter"), ("GET", "/health")]
    {
        let answer = call(at, method, path, &[], "").await;
        assert_eq!((answer.status, answer.header("location")), (308, &*format!("https://{at}{path}")));
        assert_eq!(answer.header("set-cookie"), "");
    }
    let tcp = TcpStream::connect(at).await.unwrap();
    let nowhere = call_over(tcp, "no host", "GET", "/", &[], "").await;
    assert_eq!((nowhere.status, nowhere.code().as_str()), (400, "malformed"));
}

#[tokio::test]
async fn who_came_by_https_comes_by_nothing_else_unless_the_public_address_is_plain() {
    let (hall, certificate) = (Hall::new(), Certificate::new());
    for (public, told) in [("", true), ("https://conf.example", true), ("http://conf.example", false)] {
        let mut command = serve(&hall, &certificate);
        if !public.is_empty() {
            command.args(["--public-url", public]);
        }
        let server = Server::started(command);
        let sealed = Sealed { hall: Hall::new(), server, connector: certificate.trusted() };
        for path in ["/", "/health", "/api/none"] {
            let answer = sealed.call("GET", path, &[], "").await;
            let policy = answer.header("strict-transport-security");
            assert_eq!(policy, if told { "max-age=1209600" } else { "" }, "{public:?} {path}");
        }
        // A browser heeds it over TLS only.
        let plain = call(sealed.address(), "GET", "/", &[], "").await;
        assert_eq!(plain.header("strict-transport-security"), "");
        sealed.server.stop();
    }
    let hall = Hall::new();
    let server = hall.open();
    let plain = call(server.address, "GET", "/", &[], "").await;
    assert_eq!((plain.status, plain.header("strict-transport-security")), (200, ""));
}

#[tokio::test]
async fn a_session_runs_over_wss() {
    let sealed = Sealed::open();
    let (pass, _) = sealed.enter("cedar-1").await;
    let (other, _) = sealed.enter("olive-1").await;
    let (mut alice, mut bob) = (sealed.joined(&pass).await, sealed.joined(&other).await);
    alice.say("sealed").await;
    bob.until_said("sealed").await;
    bob.say("and answered").await;
    alice.until_said("and answered").await;
    alice.send(&json!({"type": "ping", "sent_ms": 7})).await;
    assert_eq!(alice.until(&["pong"]).await["sent_ms"], 7);
    // What is sent away is told why.
    alice.socket_send(tokio_tungstenite::tungstenite::Message::text("a".repeat(200_000))).await;
    let (goodbye, code) = alice.end().await;
    assert_eq!((&goodbye["why"], code), (&json!("protocol_error"), Some(CloseCode::Protocol)));
}

#[tokio::test]
async fn snapshots_of_many_records_come_whole() {
    let sealed = Sealed::open();
    let (pass, _) = sealed.enter("cedar-1").await;
    let (mut alice, mut said) = (sealed.joined(&pass).await, 0);
    while said < 35 {
        alice.say(&format!("{said} {}", "ب".repeat(1_990))).await;
        said += 1;
    }
    alice.say("the last word").await;
    alice.until_said("the last word").await;
    let fresh = sealed.joined(&pass).await;
    assert_eq!(fresh.store.held["everyone"], alice.store.held["everyone"]);
    let bytes: usize = fresh.store.texts().iter().map(String::len).sum();
    assert!(bytes > 100_000, "{bytes} bytes are several records");
}

#[tokio::test]
async fn one_who_does_not_read_over_tls_resynchronises_and_delays_nobody() {
    let sealed = Sealed::within(Hall::of(&with_guests(WRITERS)));
    let (observer, _) = sealed.enter("observer-1").await;
    let tcp = narrow(sealed.address()).await;
    let widen = Widen::of(&tcp);
    let stream = sealed.over(tcp).await;
    let mut slow = Client::over(stream, sealed.address(), &observer).await.unwrap();
    slow.send(&json!({"type": "join"})).await;
    assert_eq!(slow.message().await["resumed"], false);

    let said = flood(async |guest| sealed.joined(&sealed.enter(&guest).await.0).await).await;
    let (last, _) = sealed.enter("observer-2").await;
    let mut writer = sealed.joined(&last).await;
    writer.say("the last word").await;

    widen.open();
    resynchronises(&mut slow, said).await;
    // People still leave: what two hold is compared as of one moment.
    let mut fresh = sealed.joined(&observer).await;
    writer.say("once more").await;
    for client in [&mut slow, &mut fresh] {
        client.until_said("once more").await;
    }
    assert_eq!(slow.store.held, fresh.store.held);
    slow.say("and it is heard again").await;
}

#[tokio::test]
async fn who_is_connected_by_tls_is_told_that_the_server_stops() {
    let sealed = Sealed::open();
    let (pass, _) = sealed.enter("cedar-1").await;
    let mut joined = sealed.joined(&pass).await;
    let mut silent = sealed.connected(&pass).await;
    // Neither of these says anything: one in the open, one under TLS.
    let _nothing = TcpStream::connect(sealed.address()).await.unwrap();
    let _no_call = sealed.stream().await;
    sealed.server.terminate();
    for client in [&mut joined, &mut silent] {
        let (goodbye, code) = client.end().await;
        assert_eq!((&goodbye["why"], code), (&json!("server_stops"), Some(CloseCode::Restart)));
    }
    drop((joined, silent));
    assert!(sealed.server.ended().0.success());
}

#[tokio::test]
async fn who_goes_without_a_word_or_breaks_tls_harms_nobody() {
    let sealed = Sealed::open();
    let (pass, _) = sealed.enter("cedar-1").await;
    drop(sealed.joined(&pass).await);
    for garbage in
        [&b"\x16\x03\x01\x00\x05hello"[..], b"\x16\x03\x01\xff\xff", b"\x16", b"\x17\x03\x03\x00\x01a"]
    {
        let mut tcp = TcpStream::connect(sealed.address()).await.unwrap();
        // The server may hang up before it has read all.
        drop(tcp.write_all(garbage).await);
        drop(tcp.shutdown().await);
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, tcp.read_to_end(&mut answer)).await;
        drop(ended.expect("it ends"));
        // At most an alert of TLS.
        assert!(answer.len() < 32, "{answer:?}");
    }
    // Behind the handshake: what is no record.
    let mut client = sealed.joined(&pass).await;
    client.say("before").await;
    let mut stream = sealed.stream().await;
    stream.get_mut().0.write_all(b"no record of TLS").await.unwrap();
    let mut rest = Vec::new();
    let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await.expect("it ends");
    assert!(ended.is_err() || rest.is_empty(), "{rest:?}");
    client.say("after").await;
}

#[tokio::test]
async fn sound_passes_over_wss() {
    let sealed = Sealed::open();
    let (chair_pass, _) = sealed.enter("chair").await;
    let mut chair = sealed.joined(&chair_pass).await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_microphone", "person": null})).await;
    let (pass, _) = sealed.enter("olive-1").await;
    let mut bob = Ears::over(sealed.stream().await, sealed.address(), &pass).await.unwrap();
    bob.hear(true, false).await;
    let mut voice = Ears::over(sealed.stream().await, sealed.address(), &chair_pass).await.unwrap();
    let mut frames = tokio::time::interval(std::time::Duration::from_millis(20));
    for number in 0..50 {
        frames.tick().await;
        voice.send(frame(number, &format!("chair {number}"))).await;
    }
    let first = bob.next().await;
    assert!(first.word.starts_with("chair "), "{first:?}");
    sealed.server.terminate();
    assert_eq!(bob.end().await, Some(CloseCode::Restart));
    drop((bob, voice, chair));
    assert!(sealed.server.ended().0.success());
}
