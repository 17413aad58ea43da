//! A person's session as a page keeps it: joins, offers sound, sends commands, and reads what concerns these.

use std::net::SocketAddr;
use std::os::fd::{AsFd, BorrowedFd};

use anyhow::{Context as _, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::conference::SESSION;
use super::super::entering::Account;
use super::super::frames::Received;
use super::socket::Socket;
use plenary::wire::SUBPROTOCOL;

/// How the messages begin that are looked into; of the others no more is read.
const IN: &[u8] = b"{\"type\":\"snapshot\",\"scope\":\"everyone\"";
const CHANGES: &[u8] = b"{\"type\":\"changes\",";
const TO_ME: [&[u8]; 5] = [
    b"{\"type\":\"ack\"",
    b"{\"type\":\"refused\"",
    b"{\"type\":\"goodbye\"",
    b"{\"type\":\"sound_answer\"",
    b"{\"type\":\"sound_lost\"",
];

/// A path of sound, as offers and answers name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// From the microphone.
    Publish,
    /// To the listener.
    Listen,
}

/// A connection to the session.
pub struct Session {
    socket: Socket,
    joined: bool,
    is_in: bool,
    /// Whether requests for the floor are looked for in the changes.
    watches: bool,
    commands: u64,
    acks: u64,
    answer: Option<String>,
    request: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum ToMe {
    Ack {},
    Refused { message: String },
    Goodbye { why: Value },
    SoundAnswer { sdp: String },
    SoundLost {},
}

impl Session {
    /// Connects; it joins as soon as the server has taken it.
    ///
    /// # Errors
    /// If the server cannot be reached.
    pub fn begin(address: SocketAddr, account: &Account, watches: bool) -> anyhow::Result<Self> {
        let socket = Socket::begin(address, account, &format!("ws/{SESSION}"), SUBPROTOCOL)?;
        let (joined, is_in, commands, acks) = (false, false, 0, 0);
        Ok(Self { socket, joined, is_in, watches, commands, acks, answer: None, request: None })
    }

    /// Whether it has the session's snapshot.
    pub fn is_in(&self) -> bool {
        self.is_in
    }

    /// Whether all its commands were done.
    pub fn is_done(&self) -> bool {
        self.acks == self.commands
    }

    /// The request for the floor that was last seen.
    pub fn request(&self) -> Option<&str> {
        self.request.as_deref()
    }

    /// The answer to an offer, once.
    pub fn answer(&mut self) -> Option<String> {
        self.answer.take()
    }

    /// Sends a command.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn command(&mut self, command: &Value) -> anyhow::Result<()> {
        self.commands += 1;
        let key = format!("00000000-0000-4000-8000-{:012x}", self.commands);
        self.socket.send(&json!({ "type": "command", "key": key, "command": command }).to_string())
    }

    /// Offers a path of sound.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn offer(&mut self, purpose: Purpose, sdp: &str) -> anyhow::Result<()> {
        let offer = json!({ "type": "offer_sound", "purpose": purpose.to_string(), "sdp": sdp });
        self.socket.send(&offer.to_string())
    }

    /// Leaves a path of sound.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn end(&mut self, purpose: Purpose) -> anyhow::Result<()> {
        self.answer = None;
        self.socket.send(&json!({ "type": "end_sound", "purpose": purpose.to_string() }).to_string())
    }

    /// Reads what has come.
    ///
    /// # Errors
    /// If the connection has ended or the server has refused something.
    pub fn read(&mut self, buffer: &mut [u8]) -> anyhow::Result<()> {
        let Self { socket, is_in, watches, acks, answer, request, .. } = self;
        socket.read(buffer, |frame: &Received| {
            let text = frame.payload;
            if text.starts_with(IN) {
                *is_in = true;
            } else if *watches && text.starts_with(CHANGES) {
                *request = new_request(text).or_else(|| request.take());
            } else if TO_ME.iter().any(|kind| text.starts_with(kind)) {
                let read = serde_json::from_slice(text);
                match read.with_context(|| format!("not understood: {}", String::from_utf8_lossy(text)))? {
                    ToMe::Ack {} => *acks += 1,
                    ToMe::SoundAnswer { sdp } => *answer = Some(sdp),
                    ToMe::Refused { message } => bail!("the server refused: {message}"),
                    ToMe::Goodbye { why } => bail!("the server said goodbye: {why}"),
                    ToMe::SoundLost {} => bail!("the server gave a path of sound up"),
                }
            }
            Ok(())
        })?;
        if socket.is_open() && !self.joined {
            self.joined = true;
            self.socket.send("{\"type\":\"join\",\"resume\":null}")?;
        }
        Ok(())
    }
}

impl AsFd for Session {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

/// The last request among the entities that were set.
fn new_request(changes: &[u8]) -> Option<String> {
    let changes: Value = serde_json::from_slice(changes).ok()?;
    let mut requests = changes
        .get("set")?
        .as_array()?
        .iter()
        .filter(|entity| entity.get("type").and_then(Value::as_str) == Some("request"));
    Some(requests.next_back()?.get("id")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_request_is_found_among_the_changes() {
        let changes = include_bytes!("../../../proto/examples/entity.request.json");
        let changes = format!(
            "{{\"type\":\"changes\",\"scope\":\"everyone\",\"seq\":4,\"set\":[{{\"type\":\"list\",\"id\":\"x\"}},{}]}}",
            String::from_utf8_lossy(changes)
        );
        assert_eq!(new_request(changes.as_bytes()).as_deref(), Some("r31"));
        assert_eq!(new_request(b"{\"type\":\"changes\",\"set\":[]}"), None);
    }

    #[test]
    fn purposes_are_named_as_on_the_wire() {
        assert_eq!([Purpose::Publish, Purpose::Listen].map(|one| one.to_string()), ["publish", "listen"]);
    }
}
