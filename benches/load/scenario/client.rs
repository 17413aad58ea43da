//! A client as a browser is one: it keeps a view, comes back by itself with what it holds, and sends what was not answered
//! again under the same key.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, oneshot};

use super::super::entering::Account;
use super::super::{frames, upgrade};
use super::view::{EVERYONE, Held, Scope};
use super::world::World;
use plenary::wire::SUBPROTOCOL;

/// First wait before connecting again, longest while a loss is young, and longest of all, as the browser's client has them; drawn
/// between nothing and this.
const BACKOFF_MS: (u64, u64, u64) = (500, 2_000, 8_000);
/// So many attempts a loss is young.
const YOUNG_ATTEMPTS: u32 = 8;
/// How long the handshake may take.
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(20);
/// What the system keeps unread for a client that reads slowly: a page in the background of a phone.
const NARROW_BYTES: u32 = 4_096;
/// What a client that reads slowly reads at once, and how often.
const TRICKLE: (usize, Duration) = (512, Duration::from_millis(500));

/// How fast a client reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// What is there.
    Full,
    /// A little now and then.
    Trickle,
    /// Nothing.
    Stopped,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was done and stored.
    Done,
    /// It was refused, with this code.
    Refused(String),
}

/// One client.
pub struct Client {
    /// Its person's number.
    pub number: u32,
    account: Account,
    session: &'static str,
    world: Rc<World>,
    held: RefCell<Held>,
    /// A view that resynchronises and is not whole yet.
    gathered: RefCell<Option<Held>>,
    seq: Cell<u64>,
    view: RefCell<String>,
    line: RefCell<Option<Rc<TcpStream>>>,
    part: RefCell<Vec<u8>>,
    asked: RefCell<BTreeMap<u64, Asked>>,
    whole: Cell<bool>,
    began: Cell<Instant>,
    pace: Cell<Pace>,
    narrow: Cell<bool>,
    wake: Notify,
    chance: Cell<u64>,
    resynchronised: Cell<u32>,
}

struct Asked {
    text: String,
    sent_us: u64,
    kind: String,
    tell: oneshot::Sender<Answer>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum ToMe {
    Welcome {
        view: String,
        resumed: bool,
    },
    Ack {
        key: String,
    },
    Refused {
        key: Option<String>,
        reason: Value,
    },
    Goodbye {
        why: Value,
    },
    #[serde(other)]
    Other,
}

impl Client {
    /// One that is not connected yet.
    pub fn new(number: u32, account: Account, session: &'static str, world: Rc<World>) -> Rc<Self> {
        Rc::new(Self {
            number,
            account,
            session,
            world,
            held: RefCell::default(),
            gathered: RefCell::default(),
            seq: Cell::new(0),
            view: RefCell::default(),
            line: RefCell::default(),
            part: RefCell::default(),
            asked: RefCell::default(),
            whole: Cell::new(false),
            began: Cell::new(Instant::now()),
            pace: Cell::new(Pace::Full),
            narrow: Cell::new(false),
            wake: Notify::new(),
            chance: Cell::new((u64::from(number) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            resynchronised: Cell::new(0),
        })
    }

    /// Connects, and stays: after a loss it comes back after a pause, as a page does. Dropping this ends it.
    pub async fn live(self: Rc<Self>) {
        let mut attempt: u32 = 0;
        // Where it was served last, it is served again.
        let mut place = self.number as usize;
        loop {
            match self.connect(place).await {
                Ok(line) => {
                    attempt = 0;
                    let line = Rc::new(line);
                    self.line.replace(Some(line.clone()));
                    let how = self.read(&line).await;
                    self.gone();
                    self.world.end(&how);
                }
                Err(fault) => {
                    self.world.end(&format!("{fault:#}"));
                    place += 1;
                }
            }
            let (first, young, longest) = BACKOFF_MS;
            let most = if attempt < YOUNG_ATTEMPTS { young } else { longest };
            let bound = most.min(first << attempt.min(5));
            attempt += 1;
            tokio::time::sleep(Duration::from_millis(self.drawn(bound))).await;
        }
    }

    /// Whether its view is whole, by its present connection.
    pub fn is_whole(&self) -> bool {
        self.whole.get()
    }

    /// What it holds.
    pub fn held(&self) -> Held {
        self.held.borrow().clone()
    }

    /// Its scope that all follow.
    pub fn everyone(&self) -> Option<Rc<Scope>> {
        self.held.borrow().get(EVERYONE).cloned()
    }

    /// The channel that it hears, as the server says.
    pub fn channel(&self) -> Option<String> {
        let held = self.held.borrow();
        let you = held.values().find_map(|scope| scope.of_type("you").next())?;
        you.get("channel")?.as_str().map(str::to_owned)
    }

    /// Where its view stands in the session's log.
    pub fn seq(&self) -> u64 {
        self.seq.get()
    }

    /// Times that the server had it resynchronise on a connection that went on.
    pub fn resynchronised(&self) -> u32 {
        self.resynchronised.get()
    }

    /// Commands without an answer.
    pub fn unanswered(&self) -> usize {
        self.asked.borrow().len()
    }

    /// From now on it reads so fast.
    pub fn reads(&self, pace: Pace) {
        self.pace.set(pace);
        self.wake.notify_one();
    }

    /// From its next connection on the system keeps little for it.
    pub fn narrows(&self) {
        self.narrow.set(true);
    }

    /// Ends its connection, as whoever closes a page; what it holds it keeps. Its [`Client::live`] must have been dropped.
    pub fn leave(&self) {
        self.line.take();
        self.gone();
    }

    /// Forgets what it held: the next connection begins a view.
    pub fn forget(&self) {
        self.held.take();
        self.seq.set(0);
        self.view.borrow_mut().clear();
    }

    /// Draws a whole number below a bound.
    pub fn drawn(&self, below: u64) -> u64 {
        // xorshift64, Marsaglia 2003.
        let mut x = self.chance.get();
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        self.chance.set(x);
        (x >> 11) % below.max(1)
    }

    /// Asks for something, and tells what became of it: whatever happens to connections meanwhile.
    ///
    /// # Errors
    /// If nobody waits for an answer any more.
    pub async fn ask(&self, command: &Value) -> anyhow::Result<Answer> {
        let key = self.world.next_key();
        let kind = command.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
        let text = json!({ "type": "command", "key": spelt(key), "command": command }).to_string();
        let (tell, told) = oneshot::channel();
        let sent_us = self.world.now_us();
        self.asked.borrow_mut().insert(key, Asked { text: text.clone(), sent_us, kind, tell });
        if self.whole.get() {
            // A connection that has ended is seen by the reader, and what was asked is asked again by the next.
            drop(self.send(&text));
        }
        told.await.context("nobody waits for the answer")
    }

    /// Writes a message into the plenary's chat that bears its sending time.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub async fn say(&self) -> anyhow::Result<Answer> {
        let sent_us = self.world.now_us();
        let text = format!("load:{sent_us} The delegation thanks the Chair.");
        self.ask(&json!({ "type": "send_message", "room": "main", "text": text, "language": "en" })).await
    }

    async fn connect(&self, place: usize) -> anyhow::Result<TcpStream> {
        self.began.set(Instant::now());
        self.part.borrow_mut().clear();
        let address = {
            let places = self.world.places.borrow();
            let place = place.checked_rem(places.len()).context("no server is named")?;
            *places.get(place).context("no server is named")?
        };
        let line = tokio::time::timeout(HANDSHAKE_WITHIN, self.shake_hands(address));
        let line = line.await.context("the handshake took too long")??;
        let seq = self.seq.get();
        let resume = (seq > 0).then(|| json!({ "seq": seq, "view": *self.view.borrow() }));
        write(&line, &frames::text(&json!({ "type": "join", "resume": resume }).to_string()))?;
        Ok(line)
    }

    async fn shake_hands(&self, address: SocketAddr) -> anyhow::Result<TcpStream> {
        let socket = TcpSocket::new_v4().context("no socket")?;
        if self.narrow.get() {
            // Before connecting, or the window is wide already.
            socket.set_recv_buffer_size(NARROW_BYTES).context("no narrow socket")?;
        }
        let mut line = socket.connect(address).await.context("a client could not connect")?;
        line.set_nodelay(true).context("a client could not connect")?;
        let call = upgrade::call(address, &self.account, &format!("ws/{}", self.session), SUBPROTOCOL);
        line.write_all(call.as_bytes()).await.context("a client lost the server in the handshake")?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let read = line.read_buf(&mut head).await.context("a client lost the server in the handshake")?;
            if read == 0 || head.len() > upgrade::HEAD_BYTES_MAX {
                bail!("the handshake was answered with: {}", String::from_utf8_lossy(&head));
            }
        }
        upgrade::check(&head)?;
        Ok(line)
    }

    /// Reads until the connection ends, and tells how it did.
    async fn read(&self, line: &TcpStream) -> String {
        loop {
            let at_once = match self.pace.get() {
                Pace::Full => usize::MAX,
                Pace::Trickle => {
                    let (bytes, every) = TRICKLE;
                    tokio::time::sleep(every).await;
                    bytes
                }
                Pace::Stopped => {
                    self.wake.notified().await;
                    continue;
                }
            };
            if let Err(gone) = line.readable().await {
                return format!("reading: {gone}");
            }
            let mut buffer = self.world.buffer.borrow_mut();
            let most = buffer.len().min(at_once);
            match line.try_read(buffer.get_mut(..most).unwrap_or_default()) {
                Ok(0) => return "the server hung up".to_owned(),
                Ok(read) => {
                    if let Err(fault) = self.take(line, buffer.get(..read).unwrap_or_default()) {
                        return format!("{fault:#}");
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(gone) => return format!("reading: {}", gone.kind()),
            }
        }
    }

    fn take(&self, line: &TcpStream, bytes: &[u8]) -> anyhow::Result<()> {
        let mut part = self.part.take();
        let mut rest = if part.is_empty() {
            bytes
        } else {
            part.extend_from_slice(bytes);
            &part
        };
        while let Some(frame) = frames::next(&mut rest) {
            if frame.is_ping() {
                write(line, &frames::pong())?;
            } else {
                self.take_message(frame.payload)?;
            }
        }
        let left = rest.to_vec();
        self.part.replace(left);
        Ok(())
    }

    fn take_message(&self, payload: &[u8]) -> anyhow::Result<()> {
        let is = |kind: &str| payload.starts_with(format!("{{\"type\":\"{kind}\",").as_bytes());
        if is("changes") || is("snapshot") {
            return self.take_state(payload);
        }
        match serde_json::from_slice(payload).context("a message is not understood")? {
            ToMe::Welcome { view, resumed } => self.welcome(view, resumed),
            ToMe::Ack { key } => self.answered(&key, Answer::Done),
            ToMe::Refused { key, reason } => {
                let code = reason.get("code").and_then(Value::as_str).unwrap_or("?").to_owned();
                self.world.refuse(&code);
                if let Some(key) = key {
                    self.answered(&key, Answer::Refused(code));
                }
            }
            ToMe::Goodbye { why } => bail!("goodbye: {why}"),
            ToMe::Other => {}
        }
        Ok(())
    }

    fn welcome(&self, view: String, resumed: bool) {
        self.view.replace(view);
        self.gathered.replace((!resumed).then(Held::default));
        if resumed {
            self.becomes_whole(true);
        } else if self.whole.get() {
            self.resynchronised.set(self.resynchronised.get() + 1);
        }
    }

    fn take_state(&self, payload: &[u8]) -> anyhow::Result<()> {
        let message = self.world.reader.read(payload)?;
        let is_everyone = *message.scope == *EVERYONE;
        let mut gathered = self.gathered.borrow_mut();
        let mut held = self.held.borrow_mut();
        let into = gathered.as_mut().unwrap_or(&mut *held);
        let scope = self.world.reader.follow(into.get(&message.scope), &message);
        into.insert(message.scope.clone(), scope);
        let is_whole = is_everyone && message.is_snapshot && gathered.is_some();
        if is_whole {
            *held = gathered.take().unwrap_or_default();
        }
        let gathers = gathered.is_some();
        drop((held, gathered));
        if is_everyone && !gathers {
            self.seq.set(message.seq);
        }
        if is_whole {
            self.becomes_whole(false);
        }
        if !message.is_snapshot && !message.sent_us.is_empty() {
            let (now_us, at_s) = (self.world.now_us(), self.world.second());
            let mut measured = self.world.measured.borrow_mut();
            for sent_us in &message.sent_us {
                measured.delivered.add(at_s, now_us.saturating_sub(*sent_us));
            }
        }
        Ok(())
    }

    /// Once for each connection. What was not answered by the one before is asked again.
    fn becomes_whole(&self, continued: bool) {
        if self.whole.replace(true) {
            return;
        }
        let took = u64::try_from(self.began.get().elapsed().as_micros()).unwrap_or(u64::MAX);
        self.world.measured.borrow_mut().joined.add(self.world.second(), took);
        self.world.becomes_whole(true, continued);
        for asked in self.asked.borrow().values() {
            // A connection that has ended is seen by the reader.
            drop(self.send(&asked.text));
        }
    }

    fn gone(&self) {
        self.line.take();
        if self.whole.replace(false) {
            self.world.becomes_whole(false, false);
        }
    }

    fn answered(&self, key: &str, answer: Answer) {
        let Some(key) = number(key) else { return };
        let Some(asked) = self.asked.borrow_mut().remove(&key) else { return };
        let took = self.world.now_us().saturating_sub(asked.sent_us);
        if answer == Answer::Done {
            let mut measured = self.world.measured.borrow_mut();
            let is_switch = asked.kind == "choose_channel";
            let series = if is_switch { &mut measured.switched } else { &mut measured.answered };
            self.world.acknowledge(key, asked.kind);
            series.add(self.world.second(), took);
        }
        // Whoever asked may have left.
        drop(asked.tell.send(answer));
    }

    fn send(&self, text: &str) -> anyhow::Result<()> {
        let line = self.line.borrow();
        write(line.as_ref().context("there is no connection")?, &frames::text(text))
    }
}

/// Writes a short frame. The socket has room: a client says little.
fn write(line: &TcpStream, frame: &[u8]) -> anyhow::Result<()> {
    match line.try_write(frame) {
        Ok(written) if written == frame.len() => Ok(()),
        Ok(_part) => bail!("a client's socket is full"),
        Err(error) => Err(error).context("a client lost the server"),
    }
}

/// A command's number as a key.
fn spelt(key: u64) -> String {
    format!("00000000-0000-4000-8000-{key:012x}")
}

/// The number of a key, if it is one of these.
pub fn number(key: &str) -> Option<u64> {
    u64::from_str_radix(key.strip_prefix("00000000-0000-4000-8000-")?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_its_number() {
        assert_eq!(number(&spelt(0xabc)), Some(0xabc));
        assert_eq!(number("0f5c2b1e-6a0d-4c38-9d5b-3a1f7e2c9b40"), None);
    }

    #[test]
    fn what_is_drawn_is_below_its_bound_and_differs() {
        let account = Account { home: "/as/a/".to_owned(), cookie: "plenary=1".to_owned() };
        let client = Client::new(3, account, "plenary", World::new(Vec::new()));
        let drawn: std::collections::BTreeSet<u64> = (0..100).map(|_| client.drawn(500)).collect();
        assert!(drawn.iter().all(|drawn| *drawn < 500) && drawn.len() > 50);
        assert_eq!(client.drawn(0), 0);
    }
}
