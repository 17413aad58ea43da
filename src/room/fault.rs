//! What can go wrong around a room that no participant caused.

use crate::log::LogFault;

/// A fault of a room: its log cannot be read, or what stands in it is not understood.
#[derive(Debug, thiserror::Error)]
pub enum RoomFault {
    /// The log failed.
    #[error(transparent)]
    Log(#[from] LogFault),
    /// An event cannot be written.
    #[error("an event cannot be written as JSON: {reason}")]
    Encode {
        /// Why.
        reason: serde_json::Error,
    },
    /// An entry is not understood.
    #[error(
        "entry {seq} ({kind}) of the log cannot be read: {reason}; it was written by another version of Plenary"
    )]
    Decode {
        /// Which entry.
        seq: u64,
        /// Its kind.
        kind: String,
        /// Why.
        reason: serde_json::Error,
    },
    /// An entry is of a version that this program does not know.
    #[error("entry {seq} of the log is of version {version}; use the version of Plenary that wrote it")]
    UnknownVersion {
        /// Which entry.
        seq: u64,
        /// Its version.
        version: u64,
    },
    /// The blob of an entry is gone.
    #[error("entry {seq} of the log stands in the blob {blob}, which is gone; restore the data folder")]
    BlobGone {
        /// Which entry.
        seq: u64,
        /// The blob's name.
        blob: String,
    },
    /// The name of the session cannot name a stream.
    #[error(transparent)]
    Name(#[from] crate::log::InvalidName),
    /// What a room begins with could not be stored.
    #[error("what {stream} begins with could not be stored")]
    NotConvened {
        /// Name of the stream.
        stream: String,
    },
}

impl RoomFault {
    /// The fault as one of the log: an event that cannot be made an entry cannot be stored.
    pub(super) fn into_log_fault(self) -> LogFault {
        if let Self::Log(fault) = self { fault } else { LogFault::Storage { reason: self.to_string() } }
    }
}
