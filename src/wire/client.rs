//! What a client sends.

use serde::{Deserialize, Serialize};

use crate::terms::ids::Seq;
use crate::wire::command::Command;
use crate::wire::key::Key;

/// A message from a client: one JSON object in one text frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientMessage {
    /// Joins the session of the connection, or the lobby. The first message, and sent once.
    Join {
        /// What the client still holds from an earlier connection; none for a first one.
        #[serde(default)]
        resume: Option<Resume>,
    },
    /// Asks for something to be done.
    Command {
        /// Made by the client, a new one for each command. A command sent again under its key is done once.
        #[cfg_attr(test, ts(type = "string"))]
        key: Key,
        /// What is to be done.
        command: Command,
    },
    /// Offers a path for sound over WebRTC. Answered in order, each by `sound_answer` or refused with `sound_refused`.
    OfferSound {
        /// What the path is for. A second offer takes the place of the first for the same purpose.
        purpose: SoundPurpose,
        /// The session description (RFC 8866) that the browser made, at most 16,384 bytes.
        sdp: String,
    },
    /// Ends a path of this connection for sound, if there is one. Not answered.
    EndSound {
        /// Which.
        purpose: SoundPurpose,
    },
    /// Says whether this connection wants the floor's sound beside an interpretation. Not answered.
    HearOriginal {
        /// Whether it does; at first it does not.
        wanted: bool,
    },
    /// Asks for `sound_signals`, or for them no more: for those who look after the sound (`tend` among the `rights` of `you`).
    /// Not answered, unless it is refused.
    WatchSound {
        /// Whether they are wanted; at first they are not.
        wanted: bool,
    },
    /// Tells what this page's microphone is called and whether the key for coughing is held, for those alone who look after the
    /// sound. Not answered, unless it is refused.
    TellMicrophone {
        /// What the browser calls the device, cut after 100 characters; empty where it is not known.
        device: String,
        /// Whether the key for coughing is held.
        coughs: bool,
    },
    /// Asks for a `pong`: to learn the server's clock and that the connection lives.
    Ping {
        /// Any number the client likes to see again, such as its own clock.
        sent_ms: i64,
    },
}

impl ClientMessage {
    /// Key of a command.
    pub fn key(&self) -> Option<Key> {
        let Self::Command { key, .. } = self else { return None };
        Some(key.clone())
    }
}

/// What a path for sound is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SoundPurpose {
    /// From the person's microphone to the server.
    Publish,
    /// From the server to the person's ears.
    Listen,
}

/// The one message on the WebSocket of sound, beside its frames: what the client wants to hear there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum SoundMessage {
    /// Begins or ends to listen.
    Hear {
        /// Whether this connection listens; at first it does not.
        listen: bool,
        /// Whether it wants the floor's sound beside an interpretation.
        original: bool,
    },
}

/// What a client still holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// `seq` of the last message that it took in of the scope that all follow: `everyone`, or `conference` in the lobby.
    pub seq: Seq,
    /// `view` of the `welcome` that began what it holds.
    pub view: String,
}
