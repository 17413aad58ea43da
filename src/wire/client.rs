//! What a client sends.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::meeting::command::Command;
use crate::meeting::ids::Seq;

/// A message from a client: one JSON object in one text frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientMessage {
    /// Joins the session of the connection. The first message, and sent once.
    Join {
        /// What the client still holds from an earlier connection; none for a first one.
        #[serde(default)]
        #[cfg_attr(test, ts(optional = nullable))]
        resume: Option<Resume>,
    },
    /// Asks for something to be done.
    Command {
        /// Made by the client, a new one for each command. A command sent again under its key is done once.
        #[cfg_attr(test, ts(type = "string"))]
        key: Uuid,
        /// What is to be done.
        command: Command,
    },
    /// Asks for a `pong`: to learn the server's clock and that the connection lives.
    Ping {
        /// Any number the client likes to see again, such as its own clock.
        sent_ms: i64,
    },
}

/// What a client still holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// `seq` of the last message with the scope `everyone` that it took in.
    pub seq: Seq,
    /// `view` of the `welcome` that began what it holds.
    pub view: String,
}
