//! What the server sends.

use serde::{Deserialize, Serialize};

use crate::meeting::refusal::Refusal;
use crate::meeting::view::EntityRef;
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{Millis, Moment, PersonId, Seq};
use crate::wire::client::SoundPurpose;
use crate::wire::key::Key;
use crate::wire::signals::{BoothSignal, CaptionSignal, MicrophoneSignal, NodeSignal};
use crate::{conference, draft, meeting};

/// A message from the server: one JSON object in one text frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerMessage {
    /// Answers `join`, and resynchronises a client on the same connection when it lags too far.
    Welcome {
        /// Who the client is.
        person: PersonId,
        /// The server's clock.
        server_ms: Moment,
        /// Version of the view, to be named in a later `join`.
        view: String,
        /// True: what the client holds is continued. False: the view begins anew with snapshots, that of `everyone` last, in the lobby that of
        /// `conference`.
        resumed: bool,
        /// The client should send `ping` at least this often.
        ping_every_ms: Millis,
        /// What the host's clocks show.
        host_clock: HostClock,
    },
    /// All entities of a scope.
    Snapshot {
        /// Which: one of the names in the table of scopes of `proto/README.md`, such as `everyone` or `person/<id>`.
        scope: String,
        /// Place in the log that it stands for.
        seq: Seq,
        /// The entities.
        entities: Vec<Entity>,
    },
    /// What has changed in a scope.
    Changes {
        /// As in `snapshot`.
        scope: String,
        /// Place in the log that the scope has come to.
        seq: Seq,
        /// Entities that are new or other than before.
        set: Vec<Entity>,
        /// Entities that are gone from the scope. Only those that it owns are: others have gone over to another.
        removed: Vec<EntityRef>,
    },
    /// The command was done and is stored. Its effects are in the changes up to `seq`.
    Ack {
        /// Key of the command, as its client has spelt it.
        #[cfg_attr(test, ts(type = "string"))]
        key: Key,
        /// Place in the session's log of its last event.
        seq: Seq,
    },
    /// The message was refused and changed nothing.
    Refused {
        /// Key of the command, where it could be read.
        #[cfg_attr(test, ts(type = "string | null"))]
        key: Option<Key>,
        /// Why: `code` is stable, the other fields say what it concerns.
        reason: Reason,
        /// The same as one English sentence with the remedy, for people who read the wire.
        message: String,
    },
    /// The client sends faster than it may; soon messages will be refused.
    RateWarning {
        /// Messages it may still send at once.
        left: u32,
        /// Messages it gains each second.
        per_second: u32,
    },
    /// Answers `offer_sound`: the path may be taken.
    SoundAnswer {
        /// As in the offer.
        purpose: SoundPurpose,
        /// The session description (RFC 8866) for the browser.
        sdp: String,
    },
    /// The server has given a path for sound up. The client may offer again.
    SoundLost {
        /// Which.
        purpose: SoundPurpose,
    },
    /// How the sound of the session comes in, and which nodes live: twice a second, to whom `watch_sound` has asked for it.
    SoundSignals {
        /// The server's clock.
        server_ms: Moment,
        /// The microphones that send, by their people.
        microphones: Vec<MicrophoneSignal>,
        /// Booths that are silent while the floor speaks.
        booths: Vec<BoothSignal>,
        /// The channels whose captions a machine makes, where the node that tells this gives their sound to a service.
        captions: Vec<CaptionSignal>,
        /// The nodes that were heard of late, this one too.
        nodes: Vec<NodeSignal>,
    },
    /// Answers `ping`.
    Pong {
        /// The number of the `ping`.
        sent_ms: i64,
        /// The server's clock.
        server_ms: Moment,
    },
    /// The connection ends.
    Goodbye {
        /// Why.
        why: Farewell,
        /// When to come back, in milliseconds from now; none: do not.
        retry_after_ms: Option<Millis>,
    },
}

/// One thing that a page can show. `type` and `id` together name it; a later one with the same name replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(untagged)]
pub enum Entity {
    /// Of a session.
    Meeting(meeting::view::Entity),
    /// Of the conference, in the lobby.
    Conference(conference::view::Entity),
    /// Of the draft of the outcome document, over its own socket.
    Draft(draft::view::Entity),
}

impl From<meeting::view::Entity> for Entity {
    fn from(entity: meeting::view::Entity) -> Self {
        Self::Meeting(entity)
    }
}

impl From<conference::view::Entity> for Entity {
    fn from(entity: conference::view::Entity) -> Self {
        Self::Conference(entity)
    }
}

impl From<draft::view::Entity> for Entity {
    fn from(entity: draft::view::Entity) -> Self {
        Self::Draft(entity)
    }
}

/// Why a connection ends.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Farewell {
    /// The server stops or restarts.
    ServerStops,
    /// The person's link was revoked.
    LinkRevoked,
    /// The person has opened too many connections; this was the oldest.
    Replaced,
    /// Nothing was heard from the client for too long.
    NotHeard,
    /// The client did not speak the protocol.
    ProtocolError,
}

/// Why a message was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(untagged)]
pub enum Reason {
    /// By the rules of the meeting.
    Meeting(Refusal),
    /// By the protocol, or because the server could not.
    Wire(WireRefusal),
}

/// What the protocol refuses, before or beside the meeting.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    thiserror::Error,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum WireRefusal {
    /// Not a message of this protocol.
    #[error("not a message of plenary.v1: {detail}")]
    Malformed {
        /// What is wrong with it.
        detail: String,
    },
    /// Larger than a message may be. The connection ends.
    #[error("a message has at most {max_bytes} bytes")]
    TooLarge {
        /// Most bytes of a message.
        max_bytes: u32,
    },
    /// A binary frame.
    #[error("messages are JSON in text frames; this was a binary frame")]
    NotText {},
    /// `join` must come first.
    #[error("send `join` first")]
    NotJoined {},
    /// `join` comes once.
    #[error("`join` was sent already on this connection")]
    AlreadyJoined {},
    /// Too many messages.
    #[error("too many messages; wait {retry_after_ms} ms and send it again under the same key")]
    TooFast {
        /// How long to wait.
        retry_after_ms: Millis,
    },
    /// The path for sound cannot be taken. Other paths may, and later perhaps this one.
    #[error("no sound this way: {detail}")]
    SoundRefused {
        /// Of which offer.
        purpose: SoundPurpose,
        /// What is wrong with it, or what to do.
        detail: String,
    },
    /// The log could not store it. It may be sent again under the same key.
    #[error("the server could not store this; send it again under the same key")]
    NotStored {},
    /// Too many commands wait to be decided. It may be sent again under the same key.
    #[error("the session is overloaded; send it again under the same key")]
    Busy {},
}
