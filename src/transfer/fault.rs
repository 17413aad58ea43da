//! Why a log is not copied.

use crate::log::{LogFault, Stream};

/// Why a log is not copied. Each is one sentence for whoever asked for it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferFault {
    /// The source holds nothing.
    #[error("there is nothing to copy: name the log that holds the conference")]
    Nothing,
    /// The log was being copied to, and that did not come to its end.
    #[error(
        "this log is half of a copy that was cut off: run `plenary migrate` to its end, and then start the servers"
    )]
    NotWhole,
    /// The target has a stream that the source has not.
    #[error(
        "{stream} stands in the target and not in what is copied: name a target that is empty, and no other conference's"
    )]
    Foreign {
        /// The stream.
        stream: Stream,
    },
    /// A stream of the target is not the beginning of that of the source.
    #[error(
        "{stream} in the target is another than in what is copied, from entry {seq} on: name a target that is empty, or that \
         holds the beginning of the same conference"
    )]
    Other {
        /// The stream.
        stream: Stream,
        /// The first entry that differs.
        seq: u64,
    },
    /// A blob of the same name is another one.
    #[error(
        "the target holds another {name} than what is copied: name a target that is empty, and no other conference's"
    )]
    OtherBlob {
        /// The name.
        name: String,
    },
    /// The source cannot be read.
    #[error("what is copied cannot be read: {0}")]
    Read(LogFault),
    /// The target cannot be written or read.
    #[error("the target cannot be used: {0}; what is there stays, and the same can be run again")]
    Write(LogFault),
    /// Somebody else has appended to the target.
    #[error(
        "somebody else writes {stream} in the target: stop the servers of the conference, then run it again"
    )]
    Raced {
        /// The stream.
        stream: Stream,
    },
    /// What was copied is not what there was.
    #[error("{stream} was copied and is not the same: stop whoever writes to either, then run it again")]
    NotSame {
        /// The stream.
        stream: Stream,
    },
}
