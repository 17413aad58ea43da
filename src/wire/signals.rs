//! What is told of the sound to those who look after it, twice a second and beside the log: nothing of it is kept, and what a
//! client does not take at once is not told later.

use serde::{Deserialize, Serialize};

use crate::terms::ids::{BoothId, ChannelId, DelegationId, Millis, NodeId, PersonId, Wording};

/// How a microphone's sound comes to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SoundWay {
    /// WebRTC over UDP.
    Udp,
    /// WebRTC over TCP, where UDP is closed.
    Tcp,
    /// The WebSocket of sound, where WebRTC cannot pass.
    WebSocket,
    /// It is the server's own: a simulated person of a demonstration.
    Server,
    /// From another node, where the microphone is: `node` says which. What is told is how it comes from there.
    Node,
}

/// How one microphone comes in that sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MicrophoneSignal {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: Wording,
    /// The seat that they have, if any.
    pub delegation: Option<DelegationId>,
    /// The booth that they interpret in, if any.
    pub booth: Option<BoothId>,
    /// By which way.
    pub way: SoundWay,
    /// The node at which it is, where that is another.
    pub node: Option<NodeId>,
    /// The loudest of the last half second, in dBov from -127 (silence) to 0; none where the client does not tell.
    pub level_dbov: Option<i8>,
    /// Frames that came in the last five seconds; Opus frames of 20 ms make 250.
    pub frames: u32,
    /// Frames that were missing among them.
    pub lost: u32,
    /// How unevenly they come, in milliseconds (the jitter of RFC 3550).
    pub jitter_ms: Millis,
    /// By how much the slowest of the last five seconds came later than the quickest, in milliseconds.
    pub late_ms: Millis,
    /// What the device is called, as the client tells; none where it does not.
    pub device: Option<String>,
    /// Whether the person holds the key for coughing, as their page tells.
    pub coughs: bool,
}

/// How long a booth has been silent while the floor spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BoothSignal {
    /// Which booth. It is named only while it is silent so: somebody is on air in it and says nothing for three seconds at least,
    /// while somebody speaks on the floor.
    pub booth: BoothId,
    /// For how long, in milliseconds.
    pub silent_ms: Millis,
}

/// How a service that turns speech into text answers for a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaptionState {
    /// It was not asked yet: nobody has spoken there.
    NotAsked,
    /// As it should.
    Well,
    /// So slowly that some of what is said is left out.
    Slowly,
    /// Not at all, or with an error.
    Badly,
}

/// How captions of a channel are made by a machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaptionSignal {
    /// Of which channel.
    pub channel: ChannelId,
    /// How the service answers.
    pub state: CaptionState,
    /// Where it answers badly, for how long, in milliseconds.
    pub badly_ms: Option<Millis>,
}

/// A node of the server that was heard of late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct NodeSignal {
    /// Which.
    pub node: NodeId,
    /// Whether it is the one that tells this.
    pub own: bool,
    /// How long ago it was heard, in milliseconds. Each is heard every three seconds; after 15 without, its people leave.
    pub heard_ago_ms: Millis,
    /// People who are in this session there.
    pub people: u32,
}
