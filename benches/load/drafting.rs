//! How long a key that somebody presses in the outcome document takes to another editor's page: a server of its own, with so many
//! editors who each type as people do, one to the next pause. Each page sends as the browser's does: at once after a pause, and
//! one message at a time, at most ten a second, with what was typed meanwhile. A key is at another page once that page has taken
//! it into its text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::value_parser;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::task::LocalSet;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Doc, OffsetKind, Options, ReadTxn as _, StateVector, Text as _, Transact as _, XmlFragment as _,
    XmlTextPrelim,
};

use super::conference;
use super::entering::{self, Account};
use super::process::Usage;
use super::server::{Program, Server};

/// The shortest and the longest time between two keys: three to ten a second, as a person types.
const BETWEEN_MS: (u64, u64) = (100, 330);
/// How long what is typed is gathered once something was sent, as in `web/src/outcome/drafting.svelte.ts`.
const GATHER: Duration = Duration::from_millis(100);
/// How long after the last key all must be there.
const ARRIVED_WITHIN: Duration = Duration::from_secs(10);

/// What is measured, and with what.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct DraftArgs {
    /// The server that is measured [default: the one beside this program].
    #[arg(long, value_name = "FILE")]
    pub server: Option<PathBuf>,
    /// Editors who type at the same time.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = value_parser!(u32).range(2..=100))]
    pub editors: u32,
    /// How long they type.
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = value_parser!(u64).range(1..=3_600))]
    pub seconds: u64,
    /// What the 99th of 100 keys must not exceed, in milliseconds.
    #[arg(long, value_name = "MS", default_value_t = 100, value_parser = value_parser!(u32).range(1..=10_000))]
    pub within_ms: u32,
}

/// When each key was pressed, by whose it is and where it ends, and how long each took to each other page.
#[derive(Default)]
struct Keys {
    pressed: HashMap<(u64, u32), Instant>,
    took_us: Vec<u64>,
    /// How many editors may press another.
    typing: u32,
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If the server does not start, a key is lost, or the 99th of 100 takes longer than it may.
pub fn run(args: &DraftArgs) -> anyhow::Result<()> {
    let program = Program::named(args.server.as_deref())?;
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let (file, data) = (folder.path().join("conference.toml"), folder.path().join("data"));
    let mut text = conference::text(0);
    text.extend((0..args.editors).map(editor));
    fs::write(&file, text).context("the conference cannot be written")?;
    let secrets = entering::issue(&program, &file, &data, &[])?;
    super::here()?.block_on(LocalSet::new().run_until(async {
        let server = Server::start(&program, &file, &data, None).await?;
        let accounts = entering::enter(server.address(), secrets).await?;
        let before = Usage::of(server.pid())?;
        let keys = type_all(server.address(), accounts, args).await?;
        let cpu_us = Usage::of(server.pid())?.cpu_us - before.cpu_us;
        tell(args, &keys, cpu_us)
    }))
}

fn editor(number: u32) -> String {
    format!(
        "\n[[people]]\nid = \"editor-{number}\"\nname.en = \"Editor {number}\"\nlanguage = \"en\"\nroles = {{ \"*\" = \
         [\"rapporteur\"] }}\n"
    )
}

async fn type_all(address: SocketAddr, accounts: Vec<Account>, args: &DraftArgs) -> anyhow::Result<Keys> {
    let keys = Rc::new(RefCell::new(Keys { typing: args.editors, ..Keys::default() }));
    let ends = Instant::now() + Duration::from_secs(args.seconds);
    let mut editors = Vec::new();
    for (number, account) in (1..).zip(accounts) {
        let socket = join(address, &account).await?;
        let page = Page::new(number, keys.clone());
        editors.push(tokio::task::spawn_local(page.run(socket, ends)));
    }
    for editor in editors {
        editor.await.context("an editor failed")??;
    }
    Ok(Rc::into_inner(keys).context("an editor has not ended")?.into_inner())
}

async fn join(address: SocketAddr, account: &Account) -> anyhow::Result<WebSocketStream<TcpStream>> {
    let tcp = TcpStream::connect(address).await.context("the server cannot be reached")?;
    tcp.set_nodelay(true).context("a socket cannot be set up")?;
    let mut call = format!("ws://{address}{}draft/ws", account.home).into_client_request()?;
    call.headers_mut().insert("cookie", HeaderValue::from_str(&account.cookie)?);
    call.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("plenary.v1"));
    let (mut socket, _) =
        tokio_tungstenite::client_async(call, tcp).await.context("the draft is not open")?;
    socket.send(Message::text(json!({"type": "join", "resume": null}).to_string())).await?;
    Ok(socket)
}

/// An editor's page.
struct Page {
    client: u64,
    doc: Doc,
    keys: Rc<RefCell<Keys>>,
    /// What the server has, of one's own.
    stored: StateVector,
    waits: bool,
    sent: Option<Instant>,
    typed: u32,
    commands: u64,
}

impl Page {
    fn new(client: u64, keys: Rc<RefCell<Keys>>) -> Self {
        let client_id = yrs::block::ClientID::new(client);
        let doc =
            Doc::with_options(Options { client_id, offset_kind: OffsetKind::Utf16, ..Options::default() });
        Self {
            client,
            doc,
            keys,
            stored: StateVector::default(),
            waits: false,
            sent: None,
            typed: 0,
            commands: 0,
        }
    }

    /// Types until it is time, and then takes in what the others have typed until all of it is there.
    async fn run(mut self, mut socket: WebSocketStream<TcpStream>, ends: Instant) -> anyhow::Result<()> {
        let mut next_key = Instant::now() + between()?;
        let mut typing = true;
        loop {
            let now = Instant::now();
            if typing && now > ends {
                typing = false;
                self.keys.borrow_mut().typing -= 1;
            }
            if now > ends + ARRIVED_WITHIN {
                bail!("an editor did not get all keys within {} s", ARRIVED_WITHIN.as_secs());
            }
            let unsent = self.typed > self.known();
            let ready = self.sent.map_or(now, |sent| sent + GATHER);
            if now > ends && !unsent && !self.waits && self.has_all() {
                return Ok(());
            }
            tokio::select! {
                message = socket.next() => {
                    self.take(message.context("the server hung up")??)?;
                }
                () = tokio::time::sleep_until(next_key.into()), if typing => {
                    self.press();
                    next_key = Instant::now() + between()?;
                }
                () = tokio::time::sleep_until(ready.into()), if unsent && !self.waits => {
                    let command = self.command();
                    socket.send(Message::text(command)).await?;
                }
                () = tokio::time::sleep(Duration::from_millis(50)), if now > ends => {}
            }
        }
    }

    /// How many of its own letters were sent.
    fn known(&self) -> u32 {
        // The first place of its clock is the text that they stand in.
        self.stored.get(&yrs::block::ClientID::new(self.client)).saturating_sub(1)
    }

    /// Whether each key that anybody has pressed is in this page's text.
    fn has_all(&self) -> bool {
        let state = self.doc.transact().state_vector();
        let keys = self.keys.borrow();
        keys.typing == 0
            && keys.pressed.keys().all(|(client, end)| state.get(&yrs::block::ClientID::new(*client)) >= *end)
    }

    fn press(&mut self) {
        let fragment = self.doc.get_or_insert_xml_fragment(format!("of-{}", self.client));
        let mut writing = self.doc.transact_mut();
        if self.typed == 0 {
            fragment.push_back(&mut writing, XmlTextPrelim::new(""));
        }
        if let Some(yrs::XmlOut::Text(text)) = fragment.get(&writing, 0) {
            text.push(&mut writing, "x");
        }
        drop(writing);
        self.typed += 1;
        let end = self.doc.transact().state_vector().get(&yrs::block::ClientID::new(self.client));
        self.keys.borrow_mut().pressed.insert((self.client, end), Instant::now());
    }

    fn command(&mut self) -> String {
        let reading = self.doc.transact();
        let update = STANDARD.encode(reading.encode_state_as_update_v1(&self.stored));
        self.stored = reading.state_vector();
        (self.waits, self.sent) = (true, Some(Instant::now()));
        self.commands += 1;
        let key = Uuid::from_u64_pair(self.client, self.commands);
        let command = json!({"type": "write_draft", "update": update});
        json!({"type": "command", "key": key, "command": command}).to_string()
    }

    fn take(&mut self, message: Message) -> anyhow::Result<()> {
        let Message::Text(text) = message else { return Ok(()) };
        let message: Value = serde_json::from_str(&text)?;
        match message.get("type").and_then(Value::as_str) {
            Some("ack") => self.waits = false,
            Some("refused") => bail!("a key was refused: {message}"),
            Some("changes") => self.merge(list(&message, "set"))?,
            Some("snapshot") => self.merge(list(&message, "entities"))?,
            _other => {}
        }
        Ok(())
    }

    fn merge(&mut self, entities: &[Value]) -> anyhow::Result<()> {
        for entity in entities {
            for update in list(entity, "updates") {
                let update = update.get("update").and_then(Value::as_str).context("an update is a text")?;
                let update = STANDARD.decode(update)?;
                let before = self.doc.transact().state_vector();
                let update = yrs::Update::decode_v1(&update)?;
                self.doc.transact_mut().apply_update(update)?;
                self.arrived(&before);
            }
        }
        Ok(())
    }

    /// Tells how long each key of the others took that is in the text now and was not before.
    fn arrived(&self, before: &StateVector) {
        let now = self.doc.transact().state_vector();
        let mut keys = self.keys.borrow_mut();
        let mut took = Vec::new();
        for (client, end) in now.iter().filter(|(client, _)| client.get() != self.client) {
            for place in before.get(client) + 1..=*end {
                took.extend(keys.pressed.get(&(client.get(), place)).map(Instant::elapsed));
            }
        }
        keys.took_us.extend(took.iter().map(|took| u64::try_from(took.as_micros()).unwrap_or(u64::MAX)));
    }
}

/// What a message lists under a name: nothing where it does not.
fn list<'a>(message: &'a Value, name: &str) -> &'a [Value] {
    message.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn between() -> anyhow::Result<Duration> {
    let (least, most) = BETWEEN_MS;
    let chance = getrandom::u64().context("the system gives no random number")?;
    Ok(Duration::from_millis(least + chance % (most - least)))
}

fn tell(args: &DraftArgs, keys: &Keys, cpu_us: f64) -> anyhow::Result<()> {
    let mut took = keys.took_us.clone();
    took.sort_unstable();
    let pressed = keys.pressed.len();
    let expected = pressed * (args.editors as usize - 1);
    if took.len() != expected {
        bail!("{} of {expected} keys came to the others", took.len());
    }
    let at = |part: f64| {
        let place = ((took.len() as f64 * part).ceil() as usize).clamp(1, took.len()) - 1;
        took.get(place).copied().unwrap_or_default() as f64 / 1_000.0
    };
    let (p50, p99, most) = (at(0.5), at(0.99), at(1.0));
    println!(
        "the outcome document with {} editors: {pressed} keys pressed, each at all other pages; at half of them within {p50:.1} ms, \
         at 99 of 100 within {p99:.1} ms, at the last within {most:.1} ms; {:.2} ms of the server's CPU a key",
        args.editors,
        cpu_us / 1_000.0 / pressed as f64
    );
    println!(
        "{}",
        json!({"editors": args.editors, "keys": pressed, "p50_ms": p50, "p99_ms": p99, "max_ms": most})
    );
    if p99 > f64::from(args.within_ms) {
        bail!("the 99th of 100 keys took {p99:.1} ms, more than {} ms", args.within_ms);
    }
    Ok(())
}
